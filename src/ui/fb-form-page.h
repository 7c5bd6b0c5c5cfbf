/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-page.h"

G_BEGIN_DECLS

#define FB_TYPE_FORM_PAGE (fb_form_page_get_type ())

/** FbFormPage: the page of a node that is its form and nothing else: a figure, or the title page of a concept. */
G_DECLARE_FINAL_TYPE (FbFormPage, fb_form_page, FB, FORM_PAGE, GtkWidget)

GtkWidget *fb_form_page_new (void);

G_END_DECLS
