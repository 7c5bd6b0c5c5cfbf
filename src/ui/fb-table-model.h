/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

#define FB_TYPE_TABLE_MODEL (fb_table_model_get_type ())

/**
 * FbTableModel:
 *
 * The rows of a container as a list of GtkTreeListRow, whose items are FbNode: bands with their measures, goals as a
 * tree, the entries of a register, all tables of a concept with what is in them; in the order of the document, or
 * filtered and sorted. It knows where the row of a node is, and which rows are closed, also after they have moved.
 */
G_DECLARE_FINAL_TYPE (FbTableModel, fb_table_model, FB, TABLE_MODEL, GObject)

FbTableModel *fb_table_model_new           (FbNode       *container);
GListModel   *fb_table_model_get_rows      (FbTableModel *self);
gboolean      fb_table_model_update_tables (FbTableModel *self);
gboolean      fb_table_model_is_empty      (FbTableModel *self);
FbNode       *fb_table_model_get_node      (FbTableModel *self,
                                            guint         position);
guint         fb_table_model_find          (FbTableModel *self,
                                            FbNode       *node);
GtkBitset    *fb_table_model_find_all      (FbTableModel *self,
                                            GPtrArray    *nodes);
gboolean      fb_table_model_get_expanded  (FbTableModel *self,
                                            FbNode       *node);
gboolean      fb_table_model_is_expandable (FbTableModel *self,
                                            FbNode       *node);
void          fb_table_model_set_expanded  (FbTableModel *self,
                                            FbNode       *node,
                                            gboolean      expanded);
void          fb_table_model_expand_above  (FbTableModel *self,
                                            FbNode       *node);
void          fb_table_model_close_again   (FbTableModel *self,
                                            GPtrArray    *nodes);
void          fb_table_model_set_order     (FbTableModel *self,
                                            GtkFilter    *filter,
                                            GtkSorter    *sorter);
gboolean      fb_table_model_is_ordered    (FbTableModel *self);

G_END_DECLS
