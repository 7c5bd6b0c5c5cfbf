/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

#define FB_TYPE_SEVERAL (fb_several_get_type ())

/** FbSeveral: a form that sets properties of several nodes of one kind at once. */
G_DECLARE_FINAL_TYPE (FbSeveral, fb_several, FB, SEVERAL, GtkWidget)

GtkWidget *fb_several_new  (void);
void       fb_several_bind (FbSeveral  *self,
                            FbDocument *document,
                            GPtrArray  *nodes);

G_END_DECLS
