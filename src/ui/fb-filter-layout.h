/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FB_TYPE_FILTER_LAYOUT (fb_filter_layout_get_type ())

/**
 * FbFilterLayout:
 *
 * Places its first child, an entry, and behind it the others, which are choices. Where that would leave too little of
 * the entry, it gets a line of its own above them.
 */
G_DECLARE_FINAL_TYPE (FbFilterLayout, fb_filter_layout, FB, FILTER_LAYOUT, GtkLayoutManager)

GtkLayoutManager *fb_filter_layout_new (void);

G_END_DECLS
