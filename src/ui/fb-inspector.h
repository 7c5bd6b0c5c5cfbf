/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

#define FB_TYPE_INSPECTOR (fb_inspector_get_type ())

/**
 * FbInspector:
 *
 * The form of a node at the side of a page, with what belongs to it: of a measure its steps, reports and indicators.
 *
 * Signal leave (FbInspector *self): Escape was pressed. Signal add-next (FbInspector *self): Ctrl+Return was pressed.
 */
G_DECLARE_FINAL_TYPE (FbInspector, fb_inspector, FB, INSPECTOR, GtkWidget)

GtkWidget *fb_inspector_new         (void);
void       fb_inspector_omit        (FbInspector      *self,
                                     const char       *names);
void       fb_inspector_bind        (FbInspector      *self,
                                     FbDocument       *document,
                                     FbNode           *node);
FbNode    *fb_inspector_get_node    (FbInspector      *self);
void       fb_inspector_set_several (FbInspector      *self,
                                     FbDocument       *document,
                                     GPtrArray        *nodes);
gboolean   fb_inspector_reveal      (FbInspector      *self,
                                     FbNode           *node,
                                     const FbProperty *property,
                                     guint             start,
                                     guint             end);
void       fb_inspector_focus       (FbInspector      *self,
                                     const char       *property);

G_END_DECLS
