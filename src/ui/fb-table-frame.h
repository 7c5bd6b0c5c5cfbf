/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FB_TYPE_TABLE_FRAME (fb_table_frame_get_type ())

/**
 * FbTableFrame:
 *
 * Places the parts of a table below each other. The rows take the height that they need and no more, so that what
 * comes behind stands right below them; where there is not enough room, they scroll.
 */
G_DECLARE_FINAL_TYPE (FbTableFrame, fb_table_frame, FB, TABLE_FRAME, GtkLayoutManager)

GtkLayoutManager *fb_table_frame_new (GtkWidget *scroller,
                                      GtkWidget *list);

G_END_DECLS
