/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-table-columns.h"

G_BEGIN_DECLS

#define FB_TYPE_TABLE_BAR (fb_table_bar_get_type ())

/** FbTableBar: the buttons below the rows of a table: what may be added here, the filter and the columns. */
G_DECLARE_FINAL_TYPE (FbTableBar, fb_table_bar, FB, TABLE_BAR, GtkWidget)

GtkWidget *fb_table_bar_new           (FbTableColumns *columns);
void       fb_table_bar_bind          (FbTableBar *self,
                                       FbDocument *document,
                                       FbNode     *container);
void       fb_table_bar_set_filtering (FbTableBar *self,
                                       gboolean    filtering);
void       fb_table_bar_set_count     (FbTableBar *self,
                                       guint       n_shown,
                                       guint       n_all);

G_END_DECLS
