/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-outline-tree.h"

#include <string.h>

/* The rows of the outline: the concept itself, which stands for the title page, and its branches. */

typedef struct
{
  guint64 kinds;
  char *search; /* folded, or NULL */
} Filter;

static void
filter_free (gpointer data)
{
  Filter *filter = data;

  g_free (filter->search);
  g_free (filter);
}

static Filter *
filter_copy (const Filter *filter)
{
  Filter *copy = g_new0 (Filter, 1);

  copy->kinds = filter->kinds;
  copy->search = g_strdup (filter->search);
  return copy;
}

static gboolean
label_matches (FbNode     *node,
               const char *search)
{
  g_autofree char *label = fb_node_dup_label (node);
  g_autofree char *folded = g_utf8_casefold (label, -1);
  const char *number = fb_node_get_number (node);

  return strstr (folded, search) != NULL || (number != NULL && g_str_has_prefix (number, search));
}

static gboolean
matches (gpointer item,
         gpointer data)
{
  const Filter *filter = data;

  if ((filter->kinds & FB_KIND_MASK (fb_node_get_kind (item))) == 0)
    return FALSE;
  if (filter->search == NULL || label_matches (item, filter->search))
    return TRUE;

  /* A branch is shown for the sake of what is found below it. */
  for (guint i = 0; i < fb_node_get_n_children (item); i++)
    if (matches (fb_node_get_child (item, i), data))
      return TRUE;
  return FALSE;
}

static GListModel *
filter_children (FbNode       *node,
                 const Filter *filter)
{
  GtkFilter *custom = GTK_FILTER (gtk_custom_filter_new (matches, filter_copy (filter), filter_free));

  return G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (node)), custom));
}

/* Answered by the kind: a NULL given because there is no child yet would be final. */
static GListModel *
create_model (gpointer item,
              gpointer data)
{
  const Filter *filter = data;
  FbKind kind = fb_node_get_kind (item);

  if (kind == FB_KIND_CONCEPT || (fb_kind_get_info (kind)->children & filter->kinds) == 0)
    return NULL;
  return filter_children (item, filter);
}

/**
 * fb_outline_tree_new:
 * @kinds: FB_KIND_MASK()s of what has a row
 * @search: (nullable): what the label of a row must contain, or of one below it
 *
 * Returns: (transfer full): the rows; unfolded where something is searched for
 */
GtkTreeListModel *
fb_outline_tree_new (FbNode     *root,
                     guint64     kinds,
                     const char *search)
{
  gboolean searching = search != NULL && *search != '\0';
  g_autofree char *folded = searching ? g_utf8_casefold (search, -1) : NULL;
  Filter filter = { kinds, folded };
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GListStore) front = g_list_store_new (FB_TYPE_NODE);
  g_autoptr (GListModel) children = filter_children (root, &filter);

  if (!searching)
    g_list_store_append (front, root);
  g_list_store_append (parts, front);
  g_list_store_append (parts, children);

  return gtk_tree_list_model_new (G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts))), FALSE, searching,
                                  create_model, filter_copy (&filter), filter_free);
}

/** Returns: (transfer none) (nullable): the node at @position; its document holds it. */
FbNode *
fb_outline_tree_get (GtkTreeListModel *tree,
                     guint             position)
{
  g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (tree, position);
  g_autoptr (FbNode) node = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return node;
}

/** Returns: the position of @node, or GTK_INVALID_LIST_POSITION if it has no row or a folded one above it. */
guint
fb_outline_tree_find (GtkTreeListModel *tree,
                      FbNode           *node)
{
  for (guint position = 0; position < g_list_model_get_n_items (G_LIST_MODEL (tree)); position++)
    if (fb_outline_tree_get (tree, position) == node)
      return position;

  return GTK_INVALID_LIST_POSITION;
}

/** Unfolds the rows of the nodes in @expanded, a set of ids. */
void
fb_outline_tree_expand (GtkTreeListModel *tree,
                        GHashTable       *expanded)
{
  for (guint position = 0; position < g_list_model_get_n_items (G_LIST_MODEL (tree)); position++)
    if (g_hash_table_contains (expanded, fb_node_get_id (fb_outline_tree_get (tree, position))))
      {
        g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (tree, position);

        gtk_tree_list_row_set_expanded (row, TRUE);
      }
}
