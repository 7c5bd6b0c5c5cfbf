/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-table-columns.h"

G_BEGIN_DECLS

#define FB_TYPE_TABLE_COLUMNS_LAYOUT (fb_table_columns_layout_get_type ())

/** FbTableColumnsLayout: places the children of a row, the first in the first column and so on. */
G_DECLARE_FINAL_TYPE (FbTableColumnsLayout, fb_table_columns_layout, FB, TABLE_COLUMNS_LAYOUT, GtkLayoutManager)

GtkLayoutManager *fb_table_columns_layout_new (FbTableColumns *columns);

G_END_DECLS
