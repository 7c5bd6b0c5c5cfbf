/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-table-columns.h"

G_BEGIN_DECLS

#define FB_TYPE_TABLE_ROW (fb_table_row_get_type ())

/**
 * FbTableRow:
 *
 * A row of a table: cells in the columns that all rows share, or the title of a band across them. It follows its
 * node with one handler.
 */
G_DECLARE_FINAL_TYPE (FbTableRow, fb_table_row, FB, TABLE_ROW, GtkWidget)

GtkWidget *fb_table_row_new      (FbTableColumns *columns);
void       fb_table_row_bind     (FbTableRow     *self,
                                  FbDocument     *document,
                                  GtkTreeListRow *row);
FbNode    *fb_table_row_get_node (FbTableRow     *self);
void       fb_table_row_refresh  (FbTableRow     *self);

G_END_DECLS
