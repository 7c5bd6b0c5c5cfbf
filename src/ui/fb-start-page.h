/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FB_TYPE_START_PAGE (fb_start_page_get_type ())

/**
 * FbStartPage:
 *
 * What a window shows that has no document: the last ones, templates and examples. It acts through the actions
 * win.open, win.open-uri, win.new-from-template and win.open-example.
 */
G_DECLARE_FINAL_TYPE (FbStartPage, fb_start_page, FB, START_PAGE, AdwBin)

GtkWidget *fb_start_page_new (void);

G_END_DECLS
