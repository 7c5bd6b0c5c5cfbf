/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-columns.h"

G_BEGIN_DECLS

#define FB_TYPE_COLUMNS_LAYOUT (fb_columns_layout_get_type ())

/** FbColumnsLayout: places the children of a row, the first in the first column and so on. */
G_DECLARE_FINAL_TYPE (FbColumnsLayout, fb_columns_layout, FB, COLUMNS_LAYOUT, GtkLayoutManager)

GtkLayoutManager *fb_columns_layout_new (FbColumns *columns);

G_END_DECLS
