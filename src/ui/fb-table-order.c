/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-table-order.h"

#include <string.h>

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
  FbTableColumns *columns;
  const FbProperty *property; /* of the column; that of a row may be another */
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
  g_object_unref (order->columns);
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
  const FbTableColumn *column = fb_table_columns_find (order->columns, order->property);
  const FbProperty *property = column != NULL ? fb_table_column_get_property (column, node) : order->property;
  g_autofree char *words = fb_cell_dup_words (order->document, node, property);

  key->empty = *words == '\0';
  if (property->type == FB_VALUE_CHOICE)
    {
      const char *name = g_str_equal (property->name, "status")
                           ? fb_cell_get_status (node, NULL)
                           : fb_value_get_words (fb_node_get_value (node, property));

      key->empty = name == NULL;
      key->place = get_place (property, name);
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
 * @columns: the columns of the table
 * @property: what one of the columns shows
 *
 * Returns: (transfer full): a sorter of GtkTreeListRow by what their nodes' words mean: periods by their years, costs
 *   by their amounts, choices by their order. It reads each node once.
 */
GtkSorter *
fb_table_order_new_sorter (FbDocument       *document,
                           FbTableColumns   *columns,
                           const FbProperty *property,
                           gboolean          descending)
{
  Order *order = g_new0 (Order, 1);

  order->document = g_object_ref (document);
  order->columns = g_object_ref (columns);
  order->property = property;
  order->reads = fb_reading_get_reads (document, property);
  order->descending = descending;
  order->keys = g_hash_table_new_full (NULL, NULL, g_object_unref, key_free);
  return GTK_SORTER (gtk_custom_sorter_new (compare_rows, order, order_free));
}
