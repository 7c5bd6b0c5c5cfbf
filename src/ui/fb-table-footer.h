/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-table-columns.h"
#include "ui/fb-table-filter.h"

G_BEGIN_DECLS

#define FB_TYPE_TABLE_FOOTER (fb_table_footer_get_type ())

/**
 * FbTableFooter:
 *
 * The sum below the column of costs, of the rows that are shown, and how many are not in it.
 *
 * Signal counted (FbTableFooter *self, guint n_shown, guint n_all): measures have been counted, because only some of
 * them are shown.
 */
G_DECLARE_FINAL_TYPE (FbTableFooter, fb_table_footer, FB, TABLE_FOOTER, GtkWidget)

GtkWidget *fb_table_footer_new        (FbTableColumns *columns);
void       fb_table_footer_bind       (FbTableFooter  *self,
                                       FbDocument     *document,
                                       FbNode         *container);
void       fb_table_footer_set_filter (FbTableFooter  *self,
                                       FbTableFilter  *filter);

G_END_DECLS
