/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-page.h"
#include "ui/fb-prose-view.h"

G_BEGIN_DECLS

#define FB_TYPE_PROSE_PAGE (fb_prose_page_get_type ())

/**
 * FbProsePage:
 *
 * The page of a chapter: its title and its text, and what is printed behind the text of itself.
 */
G_DECLARE_FINAL_TYPE (FbProsePage, fb_prose_page, FB, PROSE_PAGE, GtkWidget)

GtkWidget   *fb_prose_page_new      (void);
FbProseView *fb_prose_page_get_view (FbProsePage *self);
void         fb_prose_page_set_head (FbProsePage *self,
                                     gboolean     shown);

G_END_DECLS
