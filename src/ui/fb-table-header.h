/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-table-columns.h"

G_BEGIN_DECLS

#define FB_TYPE_TABLE_HEADER (fb_table_header_get_type ())

/**
 * FbTableHeader:
 *
 * The titles of the columns. The lines between them are dragged, or moved with the arrow keys, to resize a column.
 *
 * Signal store (FbTableHeader *self): a resizing has ended. Signal sort (FbTableHeader *self, guint index): the title
 * of a column was activated.
 */
G_DECLARE_FINAL_TYPE (FbTableHeader, fb_table_header, FB, TABLE_HEADER, GtkWidget)

GtkWidget *fb_table_header_new      (FbTableColumns   *columns);
void       fb_table_header_set_sort (FbTableHeader    *self,
                                     const FbProperty *property,
                                     gboolean          descending);

G_END_DECLS
