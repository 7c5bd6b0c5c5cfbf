/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/fb-table-columns.h"

G_BEGIN_DECLS

#define FB_TYPE_TABLE_VIEW (fb_table_view_get_type ())

/**
 * FbTableView:
 *
 * The rows of a container, which is a table of measures with its bands, a set of goals as a tree, or a register; or a
 * concept, whose tables are bands with their measures.
 *
 * Signal selected (FbTableView *self): other rows are selected. Signal edit (FbTableView *self, const char *property):
 * the current row wants to be edited, beginning with @property if that is not NULL.
 */
G_DECLARE_FINAL_TYPE (FbTableView, fb_table_view, FB, TABLE_VIEW, GtkWidget)

GtkWidget      *fb_table_view_new           (void);
void            fb_table_view_set_container (FbTableView *self,
                                             FbDocument  *document,
                                             FbNode      *container);
FbDocument     *fb_table_view_get_document  (FbTableView *self);
FbNode         *fb_table_view_get_container (FbTableView *self);
FbTableColumns *fb_table_view_get_columns   (FbTableView *self);
GPtrArray      *fb_table_view_get_selected  (FbTableView *self);
FbNode         *fb_table_view_get_current   (FbTableView *self);
FbNode         *fb_table_view_get_next      (FbTableView *self);
void            fb_table_view_select        (FbTableView *self,
                                             GPtrArray   *rows,
                                             gboolean     focus);
void            fb_table_view_select_one    (FbTableView *self,
                                             FbNode      *row,
                                             gboolean     focus);
void            fb_table_view_focus         (FbTableView *self);
void            fb_table_view_sort          (FbTableView      *self,
                                             const FbProperty *property,
                                             gboolean          descending);
gboolean        fb_table_view_is_ordered    (FbTableView *self);
void            fb_table_view_set_filtering (FbTableView *self,
                                             gboolean     filtering);

G_END_DECLS
