/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FB_TYPE_TAB_STOP (fb_tab_stop_get_type ())

/**
 * FbTabStop:
 *
 * Makes its child one stop for Tab: from inside, Tab and Shift+Tab leave it. A list would stop at each of its rows, of
 * which there may be thousands (the “tab-behavior” of GtkListView is of GTK 4.12).
 */
G_DECLARE_FINAL_TYPE (FbTabStop, fb_tab_stop, FB, TAB_STOP, AdwBin)

GtkWidget *fb_tab_stop_new          (GtkWidget *child);
gboolean   fb_tab_stop_has_keyboard (FbTabStop *self);

G_END_DECLS
