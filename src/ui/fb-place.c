/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-place.h"

#include <glib/gi18n-lib.h>

/* What a place is named by, besides the chapter of a table that stands in no field. */
#define NAMED                                                                                                          \
  (FB_KIND_MASK (FB_KIND_FIELD) | FB_KIND_MASK (FB_KIND_GOAL) | FB_KIND_MASK (FB_KIND_MEASURES) |                      \
   FB_KIND_MASK (FB_KIND_GROUP))

/* The next node in reading order that is not below @node. */
static FbNode *
skip (FbNode *node,
      FbNode *within)
{
  while (node != NULL && node != within)
    {
      FbNode *next = fb_node_get_child (fb_node_get_parent (node), fb_node_get_index (node) + 1);

      if (next != NULL)
        return next;
      node = fb_node_get_parent (node);
    }
  return NULL;
}

/**
 * fb_place_next_table:
 * @table: (nullable): a table of measures; %NULL asks for the first
 * @within: the branch to look in
 *
 * Goes from table to table in reading order, without a look at what is in them.
 *
 * Returns: (transfer none) (nullable): the next table of measures, %NULL behind the last
 */
FbNode *
fb_place_next_table (FbNode *table,
                     FbNode *within)
{
  FbNode *node = table != NULL ? skip (table, within) : within;

  while (node != NULL && fb_node_get_kind (node) != FB_KIND_MEASURES)
    node = fb_kind_is_register (fb_node_get_kind (node)) || fb_node_get_n_children (node) == 0
             ? skip (node, within)
             : fb_node_get_child (node, 0);
  return node;
}

/** Returns: (transfer full) (element-type FbNode): the tables of measures of a branch, in reading order. */
GPtrArray *
fb_place_get_tables (FbNode *within)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func (g_object_unref);

  for (FbNode *table = fb_place_next_table (NULL, within); table != NULL; table = fb_place_next_table (table, within))
    g_ptr_array_add (tables, g_object_ref (table));
  return tables;
}

/** Returns: (transfer none) (nullable): the field of action around @node, or its table where that is in no field. */
FbNode *
fb_place_get_field (FbNode *node)
{
  FbNode *field = fb_node_get_ancestor (node, FB_KIND_FIELD);

  return field != NULL ? field : fb_node_get_ancestor (node, FB_KIND_MEASURES);
}

static char *
dup_name (FbNode *node)
{
  FbKind kind = fb_node_get_kind (node);
  const char *number = kind != FB_KIND_MEASURES && kind != FB_KIND_GROUP ? fb_node_get_number (node) : NULL;
  g_autofree char *label = fb_node_dup_label (node);

  return number != NULL && *number != '\0' ? g_strdup_printf ("%s %s", number, label) : g_strdup (label);
}

/**
 * fb_place_dup_path:
 * @container: a table of measures or a band
 *
 * Returns: (transfer full): its name behind those of what it stands in: "2 Field › Table › Band"
 */
char *
fb_place_dup_path (FbNode *container)
{
  g_autofree char *path = dup_name (container);
  gboolean has_field = fb_node_get_ancestor (container, FB_KIND_FIELD) != NULL;
  guint64 named = NAMED | (has_field ? 0 : FB_KIND_MASK (FB_KIND_CHAPTER));

  for (FbNode *node = fb_node_get_parent (container); node != NULL; node = fb_node_get_parent (node))
    {
      FbKind kind = fb_node_get_kind (node);
      g_autofree char *name = NULL;
      g_autofree char *below = NULL;

      if (!(named & FB_KIND_MASK (kind)))
        continue;
      name = dup_name (node);
      below = g_steal_pointer (&path);
      /* Translators: what stands in something, behind the name of that */
      path = g_strdup_printf (_("%s › %s"), name, below);
      /* The nearest of each kind is enough, and around a field there is nothing that one would name. */
      named &= ~FB_KIND_MASK (kind);
      if (kind == FB_KIND_FIELD || kind == FB_KIND_CHAPTER)
        break;
    }

  return g_steal_pointer (&path);
}

/** Returns: (transfer full): what stands above the rows of @table: its field, where that has no other table. */
char *
fb_place_dup_heading (FbNode *table)
{
  FbNode *field = fb_node_get_ancestor (table, FB_KIND_FIELD);

  if (field != NULL && fb_place_next_table (NULL, field) == table && fb_place_next_table (table, field) == NULL)
    return dup_name (field);

  return fb_place_dup_path (table);
}

/** Returns: how many measures stand in a table or band. */
guint
fb_place_count (FbNode *container)
{
  guint n = 0;

  for (guint i = 0; i < fb_node_get_n_children (container); i++)
    {
      FbNode *child = fb_node_get_child (container, i);

      if (fb_node_get_kind (child) == FB_KIND_MEASURE)
        n++;
      else if (fb_node_get_kind (child) == FB_KIND_GROUP)
        n += fb_place_count (child);
    }
  return n;
}

/** Returns: what a column shows that says in which field a row stands. No node has a value of it. */
const FbProperty *
fb_place_get_property (void)
{
  static const FbProperty property = { "@field", N_("Field"), FB_VALUE_WORDS, FB_PROPERTY_NONE, FB_READS_ORDINAL, NULL,
                                       0, NULL };

  return &property;
}

/** Returns: (transfer full): the number of the field in which a row stands, its title without one; "" for no field. */
char *
fb_place_dup_words (FbNode *node)
{
  FbNode *field = fb_node_get_ancestor (node, FB_KIND_FIELD);
  const char *number = field != NULL ? fb_node_get_number (field) : NULL;

  if (field == NULL)
    return g_strdup ("");
  return number != NULL && *number != '\0' ? g_strdup (number) : fb_node_dup_label (field);
}
