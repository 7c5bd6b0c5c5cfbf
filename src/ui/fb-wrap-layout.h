/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FB_TYPE_WRAP_LAYOUT (fb_wrap_layout_get_type ())

/**
 * FbWrapLayout:
 *
 * Two widgets, the first at the start of a line and the last at its end; where a line is too short for both, the last
 * stands on a line of its own, still at the end.
 */
G_DECLARE_FINAL_TYPE (FbWrapLayout, fb_wrap_layout, FB, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *fb_wrap_layout_new (int spacing);

G_END_DECLS
