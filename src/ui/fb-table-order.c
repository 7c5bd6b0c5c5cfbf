/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-table-order.h"

#include <string.h>

#include "concept/fb-register.h"
#include "ui/fb-cell.h"
#include "ui/fb-reading.h"
#include "values/fb-dates.h"
#include "values/fb-money.h"
#include "values/fb-ordinal.h"
#include "values/fb-period.h"

/* What a row is sorted by. It is read once, for a sort of thousands of rows compares each many times. */
typedef struct
{
  gboolean empty;
  char *words;   /* for collation; or the words as they are, for numbers */
  FbPeriod period;
  FbMoney money;
  guint place;   /* of a choice in its list; of a date, its day */
} Key;

typedef struct
{
  FbDocument *document;
  const FbProperty *property;
  FbReads reads;
  gboolean descending;
  GHashTable *keys; /* FbNode to Key */
} Order;

static void
key_free (gpointer data)
{
  Key *key = data;

  g_free (key->words);
  fb_money_clear (&key->money);
  g_free (key);
}

static void
order_free (gpointer data)
{
  Order *order = data;

  g_hash_table_unref (order->keys);
  g_object_unref (order->document);
  g_free (order);
}

static guint
get_place (const FbProperty *property,
           const char       *name)
{
  guint place = 0;

  for (const FbChoice *choice = property->choices; choice != NULL && choice->name != NULL; choice++, place++)
    if (g_strcmp0 (choice->name, name) == 0)
      return place;
  return place;
}

static Key *
read_key (Order  *order,
          FbNode *node)
{
  Key *key = g_new0 (Key, 1);
  g_autofree char *words = fb_cell_dup_words (order->document, node, order->property);

  key->empty = *words == '\0';
  if (order->property->type == FB_VALUE_CHOICE)
    {
      const char *name = g_str_equal (order->property->name, "status")
                           ? fb_cell_get_status (node, NULL)
                           : fb_value_get_words (fb_node_get_value (node, order->property));

      key->empty = name == NULL;
      key->place = get_place (order->property, name);
    }
  else if (order->reads == FB_READS_PERIOD)
    {
      fb_period_read (words, &key->period);
    }
  else if (order->reads == FB_READS_MONEY)
    {
      fb_money_read (words, &key->money);
    }
  else if (order->reads == FB_READS_DATES)
    {
      g_autoptr (GArray) dates = fb_dates_read (words);

      key->empty = dates->len == 0;
      key->place = dates->len > 0 ? fb_day_first_julian (&g_array_index (dates, FbDate, 0).day) : 0;
    }
  else if (order->reads == FB_READS_ORDINAL)
    {
      key->words = g_steal_pointer (&words);
    }
  else
    {
      g_autofree char *folded = g_utf8_casefold (words, -1);

      key->words = g_utf8_collate_key (folded, -1);
    }

  return key;
}

static Key *
get_key (Order  *order,
         FbNode *node)
{
  Key *key = g_hash_table_lookup (order->keys, node);

  if (key == NULL)
    {
      key = read_key (order, node);
      g_hash_table_insert (order->keys, g_object_ref (node), key);
    }
  return key;
}

static int
compare_keys (Order     *order,
              const Key *a,
              const Key *b)
{
  if (order->property->type == FB_VALUE_CHOICE || order->reads == FB_READS_DATES)
    return a->place < b->place ? -1 : a->place > b->place;
  if (order->reads == FB_READS_PERIOD)
    return fb_period_compare (&a->period, &b->period);
  if (order->reads == FB_READS_MONEY)
    return fb_money_compare (&a->money, &b->money);
  if (order->reads == FB_READS_ORDINAL)
    return fb_ordinal_compare (a->words, b->words);
  return strcmp (a->words, b->words);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  Order *order = data;
  g_autoptr (FbNode) first = gtk_tree_list_row_get_item ((GtkTreeListRow *) a);
  g_autoptr (FbNode) second = gtk_tree_list_row_get_item ((GtkTreeListRow *) b);
  Key *first_key = get_key (order, first);
  Key *second_key = get_key (order, second);
  int result;

  /* Nothing is neither small nor large: it comes last either way. */
  if (first_key->empty || second_key->empty)
    return first_key->empty - second_key->empty;

  result = compare_keys (order, first_key, second_key);
  return order->descending ? -result : result;
}

/**
 * fb_table_order_new_sorter:
 * @property: a property of the rows
 *
 * Returns: (transfer full): a sorter of GtkTreeListRow by what their nodes' words mean: periods by their years, costs
 *   by their amounts, choices by their order. It reads each node once.
 */
GtkSorter *
fb_table_order_new_sorter (FbDocument       *document,
                           const FbProperty *property,
                           gboolean          descending)
{
  Order *order = g_new0 (Order, 1);

  order->document = g_object_ref (document);
  order->property = property;
  order->reads = fb_reading_get_reads (document, property);
  order->descending = descending;
  order->keys = g_hash_table_new_full (NULL, NULL, g_object_unref, key_free);
  return GTK_SORTER (gtk_custom_sorter_new (compare_rows, order, order_free));
}

/* Filtering */

typedef struct
{
  FbDocument *document;
  char *text;
  char *status;
  FbNode *actor;
} Criteria;

static void
criteria_free (gpointer data)
{
  Criteria *criteria = data;

  g_object_unref (criteria->document);
  g_clear_object (&criteria->actor);
  g_free (criteria->text);
  g_free (criteria->status);
  g_free (criteria);
}

static gboolean
contains (FbDocument *document,
          FbNode     *node,
          const char *folded)
{
  g_autoptr (GPtrArray) properties = fb_document_get_properties (document, fb_node_get_kind (node));

  for (guint i = 0; i < properties->len; i++)
    {
      const FbProperty *property = g_ptr_array_index (properties, i);
      FbValue *value = fb_node_get_value (node, property);
      g_autofree char *words = NULL;
      g_autofree char *words_folded = NULL;

      if (value == NULL || property->type == FB_VALUE_IMAGE || property->type == FB_VALUE_FLAG)
        continue;
      words = fb_cell_dup_words (document, node, property);
      words_folded = g_utf8_casefold (words, -1);
      if (strstr (words_folded, folded) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* The node, or one of its steps. */
static gboolean
any_contains (FbDocument *document,
              FbNode     *node,
              const char *folded)
{
  if (contains (document, node, folded))
    return TRUE;
  for (guint i = 0; fb_node_get_kind (node) == FB_KIND_MEASURE && i < fb_node_get_n_children (node); i++)
    if (contains (document, fb_node_get_child (node, i), folded))
      return TRUE;
  return FALSE;
}

static gboolean
any_names (FbDocument *document,
           FbNode     *node,
           FbNode     *actor)
{
  FbRegister *actors = fb_register_get_for_document (document);

  if (fb_register_names (actors, node, actor))
    return TRUE;
  for (guint i = 0; i < fb_node_get_n_children (node); i++)
    if (fb_register_names (actors, fb_node_get_child (node, i), actor))
      return TRUE;
  return FALSE;
}

static gboolean
matches_folded (FbDocument *document,
                const char *folded,
                const char *status,
                FbNode     *actor,
                FbNode     *node)
{
  if (status != NULL && g_strcmp0 (fb_cell_get_status (node, NULL), *status != '\0' ? status : NULL) != 0)
    return FALSE;
  if (actor != NULL && !any_names (document, node, actor))
    return FALSE;
  return folded == NULL || any_contains (document, node, folded);
}

/** Returns: whether a row is one of those sought; bands and goals count only themselves here. */
gboolean
fb_table_order_matches (FbDocument            *document,
                        const FbTableCriteria *criteria,
                        FbNode                *node)
{
  g_autofree char *folded = criteria->text != NULL ? g_utf8_casefold (criteria->text, -1) : NULL;

  return matches_folded (document, folded, criteria->status, criteria->actor, node);
}

static gboolean
holds_rows (FbNode *node)
{
  return fb_node_get_kind (node) == FB_KIND_GROUP || fb_node_get_kind (node) == FB_KIND_GOAL;
}

/* A band is shown where one of its measures is, a goal where it or one below it is. */
static gboolean
branch_matches (Criteria *criteria,
                FbNode   *node)
{
  if (fb_node_get_kind (node) != FB_KIND_GROUP &&
      matches_folded (criteria->document, criteria->text, criteria->status, criteria->actor, node))
    return TRUE;
  for (guint i = 0; holds_rows (node) && i < fb_node_get_n_children (node); i++)
    if (branch_matches (criteria, fb_node_get_child (node, i)))
      return TRUE;
  return FALSE;
}

static gboolean
match_row (gpointer item,
           gpointer data)
{
  g_autoptr (FbNode) node = gtk_tree_list_row_get_item (item);

  return branch_matches (data, node);
}

/**
 * fb_table_order_new_filter:
 *
 * Returns: (transfer full): a filter of GtkTreeListRow that keeps what is sought, and the bands and goals around it
 */
GtkFilter *
fb_table_order_new_filter (FbDocument            *document,
                           const FbTableCriteria *criteria)
{
  Criteria *copy = g_new0 (Criteria, 1);

  copy->document = g_object_ref (document);
  copy->text = criteria->text != NULL ? g_utf8_casefold (criteria->text, -1) : NULL;
  copy->status = g_strdup (criteria->status);
  copy->actor = criteria->actor != NULL ? g_object_ref (criteria->actor) : NULL;
  return GTK_FILTER (gtk_custom_filter_new (match_row, copy, criteria_free));
}

static gboolean
is_leaf (gpointer item,
         gpointer data)
{
  g_autoptr (FbNode) node = gtk_tree_list_row_get_item (item);

  return fb_node_get_kind (node) != FB_KIND_GROUP;
}

/** Returns: (transfer full): a filter that also leaves out bands, which mean nothing among sorted measures. */
GtkFilter *
fb_table_order_new_leaves (GtkFilter *among)
{
  GtkEveryFilter *every = gtk_every_filter_new ();

  gtk_multi_filter_append (GTK_MULTI_FILTER (every), GTK_FILTER (gtk_custom_filter_new (is_leaf, NULL, NULL)));
  if (among != NULL)
    gtk_multi_filter_append (GTK_MULTI_FILTER (every), g_object_ref (among));
  return GTK_FILTER (every);
}
