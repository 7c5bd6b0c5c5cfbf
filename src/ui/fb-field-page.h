/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-page.h"

G_BEGIN_DECLS

#define FB_TYPE_FIELD_PAGE (fb_field_page_get_type ())

/**
 * FbFieldPage:
 *
 * The page of a field of action and of its parts: the field's title, a switcher of the parts, and the page of the part
 * that is chosen.
 */
G_DECLARE_FINAL_TYPE (FbFieldPage, fb_field_page, FB, FIELD_PAGE, GtkWidget)

GtkWidget *fb_field_page_new      (void);
FbNode    *fb_field_page_get_part (FbFieldPage *self);
void       fb_field_page_set_part (FbFieldPage *self,
                                   FbNode      *part);

G_END_DECLS
