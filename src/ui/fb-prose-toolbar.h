/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-prose-view.h"

G_BEGIN_DECLS

#define FB_TYPE_PROSE_TOOLBAR (fb_prose_toolbar_get_type ())

/**
 * FbProseToolbar:
 *
 * The buttons over an #FbProseView. They show what holds at its caret.
 */
G_DECLARE_FINAL_TYPE (FbProseToolbar, fb_prose_toolbar, FB, PROSE_TOOLBAR, GtkWidget)

GtkWidget *fb_prose_toolbar_new      (void);
void       fb_prose_toolbar_set_view (FbProseToolbar *self,
                                      FbProseView    *view);

G_END_DECLS
