/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

#define FB_TYPE_CHILD_LIST (fb_child_list_get_type ())

/**
 * FbChildList:
 *
 * The children of one kind in an inspector: the steps of a measure, its reports or indicators. Each opens into its
 * form; they are added, copied, moved and deleted by mouse and by keys.
 *
 * Signal leave (FbChildList *self): Escape was pressed while no child was open.
 */
G_DECLARE_FINAL_TYPE (FbChildList, fb_child_list, FB, CHILD_LIST, GtkWidget)

GtkWidget *fb_child_list_new    (FbKind            kind);
void       fb_child_list_bind   (FbChildList      *self,
                                 FbDocument       *document,
                                 FbNode           *parent);
gboolean   fb_child_list_reveal (FbChildList      *self,
                                 FbNode           *child,
                                 const FbProperty *property,
                                 guint             start,
                                 guint             end);

G_END_DECLS
