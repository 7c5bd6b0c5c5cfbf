/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-table-model.h"

#include "ui/fb-place.h"
#include "ui/fb-rows.h"

struct _FbTableModel
{
  GObject parent_instance;

  FbNode *container;
  GListStore *tables; /* FbNode: those of the whole concept; NULL where the container is one itself */
  GtkTreeListModel *tree;
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;
  GHashTable *closed; /* ids */
};

G_DEFINE_FINAL_TYPE (FbTableModel, fb_table_model, G_TYPE_OBJECT)

/* Bands and goals have rows below them; that is answered by the kind, because NULL is final. */
static GListModel *
create_children (gpointer item,
                 gpointer data)
{
  FbKind kind = fb_node_get_kind (item);

  return kind == FB_KIND_GROUP || kind == FB_KIND_GOAL ? G_LIST_MODEL (g_object_ref (item)) : NULL;
}

static gboolean
is_row (gpointer item,
        gpointer data)
{
  return fb_node_get_kind (item) != FB_KIND_COLUMN;
}

static GListModel *
make_rows (FbNode *container)
{
  GtkFilter *rows = GTK_FILTER (gtk_custom_filter_new (is_row, NULL, NULL));

  return G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (container)), rows));
}

/* The same, where tables are rows too. */
static GListModel *
create_table_children (gpointer item,
                       gpointer data)
{
  if (fb_node_get_kind (item) == FB_KIND_MEASURES)
    return make_rows (item);
  return create_children (item, data);
}

/* Whether the row of @node is at the top. */
static gboolean
is_top (FbTableModel *self,
        FbNode       *node)
{
  return self->tables != NULL ? fb_node_get_kind (node) == FB_KIND_MEASURES
                              : fb_node_get_parent (node) == self->container;
}

static GtkTreeListRow *
find_row (FbTableModel *self,
          FbNode       *node)
{
  FbNode *parent = node != NULL ? fb_node_get_parent (node) : NULL;
  g_autoptr (GtkTreeListRow) above = NULL;
  guint index;

  if (parent == NULL || fb_node_get_kind (node) == FB_KIND_COLUMN)
    return NULL;
  if (self->tables != NULL && is_top (self, node))
    return g_list_store_find (self->tables, node, &index) ? gtk_tree_list_model_get_child_row (self->tree, index)
                                                          : NULL;

  /* Columns have no rows, and come first. */
  index = fb_node_get_index (node);
  for (guint i = 0, n = index; i < n && fb_node_get_kind (fb_node_get_child (parent, i)) == FB_KIND_COLUMN; i++)
    index--;
  if (is_top (self, node))
    return gtk_tree_list_model_get_child_row (self->tree, index);

  above = find_row (self, parent);
  return above != NULL ? gtk_tree_list_row_get_child_row (above, index) : NULL;
}

static void
fb_table_model_dispose (GObject *object)
{
  FbTableModel *self = FB_TABLE_MODEL (object);

  g_clear_object (&self->sorted);
  g_clear_object (&self->filtered);
  g_clear_object (&self->tree);
  g_clear_object (&self->tables);
  g_clear_object (&self->container);
  g_clear_pointer (&self->closed, g_hash_table_unref);

  G_OBJECT_CLASS (fb_table_model_parent_class)->dispose (object);
}

static void
fb_table_model_class_init (FbTableModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fb_table_model_dispose;
}

static void
fb_table_model_init (FbTableModel *self)
{
  self->closed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static gboolean
is_at (GListStore *list,
       guint       position,
       FbNode     *node)
{
  g_autoptr (FbNode) item = g_list_model_get_item (G_LIST_MODEL (list), position);

  return item == node;
}

/**
 * fb_table_model_new:
 * @container: a table of measures, goals or a register; or a concept, whose tables are the rows at the top
 *
 * Returns: (transfer full): its rows, all open
 */
FbTableModel *
fb_table_model_new (FbNode *container)
{
  FbTableModel *self = g_object_new (FB_TYPE_TABLE_MODEL, NULL);
  GListModel *children;

  self->container = g_object_ref (container);
  if (fb_rows_is_whole (container))
    {
      self->tables = g_list_store_new (FB_TYPE_NODE);
      fb_table_model_update_tables (self);
      children = G_LIST_MODEL (g_object_ref (self->tables));
    }
  else
    {
      children = make_rows (container);
    }
  self->tree = gtk_tree_list_model_new (children, FALSE, TRUE,
                                        self->tables != NULL ? create_table_children : create_children, NULL, NULL);
  self->filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->tree)), NULL);
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->filtered)), NULL);
  return self;
}

/**
 * fb_table_model_update_tables:
 *
 * Looks for the tables of a concept again, after parts of it have come, gone or moved. Where there was no such change,
 * or the container is not a concept, nothing happens.
 *
 * Returns: whether there are others now, or in another order
 */
gboolean
fb_table_model_update_tables (FbTableModel *self)
{
  g_autoptr (GPtrArray) now = NULL;
  guint n_before = self->tables != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->tables)) : 0;
  guint start = 0;
  guint end = 0;

  if (self->tables == NULL)
    return FALSE;

  now = fb_place_get_tables (self->container);
  while (start < n_before && start < now->len && is_at (self->tables, start, now->pdata[start]))
    start++;
  while (end < n_before - start && end < now->len - start &&
         is_at (self->tables, n_before - 1 - end, now->pdata[now->len - 1 - end]))
    end++;
  if (start == n_before && start == now->len)
    return FALSE;

  g_list_store_splice (self->tables, start, n_before - start - end, now->pdata + start, now->len - start - end);
  return TRUE;
}

/** Returns: (transfer none): the list of GtkTreeListRow. */
GListModel *
fb_table_model_get_rows (FbTableModel *self)
{
  return G_LIST_MODEL (self->sorted);
}

/** Returns: whether there are no rows at all, whatever is filtered. */
gboolean
fb_table_model_is_empty (FbTableModel *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->tree)) == 0;
}

/** Returns: where the row of @node is, GTK_INVALID_LIST_POSITION where it is not shown. */
guint
fb_table_model_find (FbTableModel *self,
                     FbNode       *node)
{
  g_autoptr (GtkTreeListRow) row = find_row (self, node);
  guint n;

  if (row == NULL || !fb_table_model_is_ordered (self))
    return row != NULL ? gtk_tree_list_row_get_position (row) : GTK_INVALID_LIST_POSITION;

  n = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkTreeListRow) shown = g_list_model_get_item (G_LIST_MODEL (self->sorted), i);

      if (shown == row)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/** Returns: (transfer none) (nullable): the node of the row at @position. */
FbNode *
fb_table_model_get_node (FbTableModel *self,
                         guint         position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (fb_table_model_get_rows (self), position);
  g_autoptr (FbNode) node = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return node;
}

/**
 * fb_table_model_find_all:
 * @nodes: (element-type FbNode): nodes
 *
 * Returns: (transfer full): where their rows are, of those that are shown
 */
GtkBitset *
fb_table_model_find_all (FbTableModel *self,
                         GPtrArray    *nodes)
{
  GtkBitset *positions = gtk_bitset_new_empty ();
  g_autoptr (GHashTable) rows = NULL;
  guint n = nodes->len > 0 ? g_list_model_get_n_items (G_LIST_MODEL (self->sorted)) : 0;

  if (!fb_table_model_is_ordered (self))
    {
      for (guint i = 0; i < nodes->len; i++)
        {
          guint position = fb_table_model_find (self, g_ptr_array_index (nodes, i));

          if (position != GTK_INVALID_LIST_POSITION)
            gtk_bitset_add (positions, position);
        }
      return positions;
    }

  /* In another order a row does not know its place: one look at all of them. */
  rows = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < nodes->len; i++)
    g_hash_table_add (rows, g_ptr_array_index (nodes, i));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->sorted), i);
      g_autoptr (FbNode) node = gtk_tree_list_row_get_item (row);

      if (g_hash_table_contains (rows, node))
        gtk_bitset_add (positions, i);
    }
  return positions;
}

gboolean
fb_table_model_get_expanded (FbTableModel *self,
                             FbNode       *node)
{
  g_autoptr (GtkTreeListRow) row = find_row (self, node);

  return row != NULL && gtk_tree_list_row_get_expanded (row);
}

gboolean
fb_table_model_is_expandable (FbTableModel *self,
                              FbNode       *node)
{
  g_autoptr (GtkTreeListRow) row = find_row (self, node);

  return row != NULL && gtk_tree_list_row_is_expandable (row);
}

/** Opens or closes a band or goal. */
void
fb_table_model_set_expanded (FbTableModel *self,
                             FbNode       *node,
                             gboolean      expanded)
{
  g_autoptr (GtkTreeListRow) row = find_row (self, node);

  if (row == NULL || gtk_tree_list_row_get_expanded (row) == expanded)
    return;

  if (expanded)
    g_hash_table_remove (self->closed, fb_node_get_id (node));
  else
    g_hash_table_add (self->closed, g_strdup (fb_node_get_id (node)));
  gtk_tree_list_row_set_expanded (row, expanded);
}

/** Opens what is around a node, so that its row can be shown. */
void
fb_table_model_expand_above (FbTableModel *self,
                             FbNode       *node)
{
  FbNode *parent = fb_node_get_parent (node);

  if (parent == NULL || is_top (self, node))
    return;

  fb_table_model_expand_above (self, parent);
  fb_table_model_set_expanded (self, parent, TRUE);
}

/** Closes what was closed: a move makes rows anew, and those are open. */
void
fb_table_model_close_again (FbTableModel *self,
                            GPtrArray    *nodes)
{
  if (g_hash_table_size (self->closed) == 0)
    return;

  for (guint i = 0; i < nodes->len; i++)
    for (FbNode *top = nodes->pdata[i], *node = top; node != NULL; node = fb_node_get_next (node, top))
      if (g_hash_table_contains (self->closed, fb_node_get_id (node)))
        {
          g_autoptr (GtkTreeListRow) row = find_row (self, node);

          if (row != NULL)
            gtk_tree_list_row_set_expanded (row, FALSE);
        }
}

static void
open_all (FbTableModel *self)
{
  if (g_hash_table_size (self->closed) == 0)
    return;

  g_hash_table_remove_all (self->closed);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, i);

      if (gtk_tree_list_row_is_expandable (row))
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

/**
 * fb_table_model_set_order:
 * @filter: (nullable): of GtkTreeListRow
 * @sorter: (nullable): of GtkTreeListRow
 *
 * Shows only some rows, or in another order. All is opened then, for what is closed could hold what is sought.
 */
void
fb_table_model_set_order (FbTableModel *self,
                          GtkFilter    *filter,
                          GtkSorter    *sorter)
{
  if (filter != NULL || sorter != NULL)
    open_all (self);
  gtk_sort_list_model_set_sorter (self->sorted, sorter);
  gtk_filter_list_model_set_filter (self->filtered, filter);
}

/** Returns: whether the rows are filtered or sorted. */
gboolean
fb_table_model_is_ordered (FbTableModel *self)
{
  return gtk_filter_list_model_get_filter (self->filtered) != NULL ||
         gtk_sort_list_model_get_sorter (self->sorted) != NULL;
}
