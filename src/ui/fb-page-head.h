/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

#define FB_TYPE_PAGE_HEAD (fb_page_head_get_type ())

/** FbPageHead: the top of a page: kind and number of its node, dimmed, and its title, which is edited in place. */
G_DECLARE_FINAL_TYPE (FbPageHead, fb_page_head, FB, PAGE_HEAD, GtkWidget)

GtkWidget *fb_page_head_new    (void);
void       fb_page_head_bind   (FbPageHead *self,
                                FbDocument *document,
                                FbNode     *node);
void       fb_page_head_reveal (FbPageHead *self,
                                guint       start,
                                guint       end);

G_END_DECLS
