/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-rows.h"

#include <glib/gi18n-lib.h>

/* A place in the tree: behind how many children of a node. */
typedef struct
{
  FbNode *parent;
  guint index;
} Place;

/** Returns: whether a container stands for the measures of all tables of a concept. */
gboolean
fb_rows_is_whole (FbNode *container)
{
  return fb_node_get_kind (container) == FB_KIND_CONCEPT;
}

/** Returns: the kind of row that a container is for: a measure in a table of measures, an actor among actors. */
FbKind
fb_rows_get_kind (FbKind container)
{
  if (container == FB_KIND_MEASURES || container == FB_KIND_GROUP || container == FB_KIND_CONCEPT)
    return FB_KIND_MEASURE;

  for (FbKind kind = 0; kind < FB_N_KINDS; kind++)
    if (fb_kind_allows_child (container, kind))
      return kind;

  g_return_val_if_reached (FB_N_KINDS);
}

/**
 * fb_rows_get_table:
 * @current: (nullable): the row that is selected
 *
 * Returns: (nullable): the container that new rows go into: @container, or where that is a concept the table of the
 *   selected row
 */
FbNode *
fb_rows_get_table (FbNode *container,
                   FbNode *current)
{
  if (!fb_rows_is_whole (container))
    return container;
  return current != NULL ? fb_node_get_ancestor (current, FB_KIND_MEASURES) : NULL;
}

static gboolean
is_row (FbNode *node)
{
  return node != NULL && fb_node_get_kind (node) != FB_KIND_COLUMN;
}

/* Where a new row of @kind goes: inside the current row if that holds such rows, else behind it or the row around it
 * that has a neighbour of this kind. */
static Place
find_place (FbDocument *document,
            FbNode     *container,
            FbNode     *current,
            FbKind      kind)
{
  Place place = { container, fb_node_get_n_children (container) };
  FbNode *last = fb_node_get_child (container, place.index - 1);

  for (FbNode *node = current; node != NULL && node != container; node = fb_node_get_parent (node))
    {
      /* A goal goes beside a goal, though it could go below. */
      if (fb_node_get_kind (node) != kind && fb_node_get_kind (node) != FB_KIND_MEASURE &&
          fb_document_can_insert (document, node, kind))
        return (Place) { node, fb_node_get_n_children (node) };
      if (fb_document_can_insert (document, fb_node_get_parent (node), kind))
        return (Place) { fb_node_get_parent (node), fb_node_get_index (node) + 1 };
    }

  /* At the end of a table of bands a measure goes into the last band. */
  if (place.index > 0 && fb_node_get_kind (last) == FB_KIND_GROUP && fb_document_can_insert (document, last, kind))
    return (Place) { last, fb_node_get_n_children (last) };

  return place;
}

/**
 * fb_rows_insert:
 * @current: (nullable): the row behind or in which the nodes go; %NULL is at the end
 * @nodes: (element-type FbNode): nodes in no tree
 * @label: translated, for the history
 *
 * Inserts those nodes that fit here.
 *
 * Returns: (transfer full) (element-type FbNode): what was inserted
 */
GPtrArray *
fb_rows_insert (FbDocument *document,
                FbNode     *container,
                FbNode     *current,
                GPtrArray  *nodes,
                const char *label)
{
  GPtrArray *inserted = g_ptr_array_new_with_free_func (g_object_unref);

  fb_document_begin (document, label);
  for (guint i = 0; i < nodes->len; i++)
    {
      FbNode *node = g_ptr_array_index (nodes, i);
      Place place = find_place (document, container, current, fb_node_get_kind (node));

      if (!fb_document_insert_one (document, place.parent, place.index, node, NULL))
        continue;
      current = node;
      g_ptr_array_add (inserted, g_object_ref (node));
    }
  fb_document_end (document);

  return inserted;
}

/**
 * fb_rows_add:
 * @current: (nullable): the row behind or in which the new one goes
 *
 * Returns: (transfer none) (nullable): the new row, %NULL if @kind has no place here
 */
FbNode *
fb_rows_add (FbDocument *document,
             FbNode     *container,
             FbNode     *current,
             FbKind      kind)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) inserted = NULL;
  /* Translators: %s is a kind of part, such as “Measure” */
  g_autofree char *label = g_strdup_printf (_("Add %s"), fb_kind_get_label (kind));

  g_ptr_array_add (nodes, fb_document_create_node (document, kind));
  inserted = fb_rows_insert (document, container, current, nodes, label);
  return inserted->len > 0 ? g_ptr_array_index (inserted, 0) : NULL;
}

/** Returns: (transfer container): the rows that do not stand below another of them, in the same order. */
GPtrArray *
fb_rows_get_tops (GPtrArray *rows)
{
  g_autoptr (GHashTable) set = g_hash_table_new (NULL, NULL);
  GPtrArray *tops = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (set, g_ptr_array_index (rows, i));
  for (guint i = 0; i < rows->len; i++)
    {
      FbNode *above = fb_node_get_parent (g_ptr_array_index (rows, i));

      while (above != NULL && !g_hash_table_contains (set, above))
        above = fb_node_get_parent (above);
      if (above == NULL)
        g_ptr_array_add (tops, g_object_ref (g_ptr_array_index (rows, i)));
    }

  return tops;
}

/**
 * fb_rows_duplicate:
 * @rows: (element-type FbNode): rows in reading order
 *
 * Copies each row behind itself, with new ids and without its own number, which would be there twice.
 *
 * Returns: (transfer full) (element-type FbNode): the copies
 */
GPtrArray *
fb_rows_duplicate (FbDocument *document,
                   GPtrArray  *rows)
{
  static const char *const own_numbers[] = { "number", "code" };
  g_autoptr (GPtrArray) tops = fb_rows_get_tops (rows);
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_object_unref);

  fb_document_begin (document, _("Duplicate"));
  for (guint i = 0; i < tops->len; i++)
    {
      FbNode *row = g_ptr_array_index (tops, i);
      FbNode *copy = fb_document_copy_node (document, row);

      for (guint j = 0; j < G_N_ELEMENTS (own_numbers); j++)
        {
          const FbProperty *property = fb_kind_get_property (fb_node_get_kind (row), own_numbers[j]);

          /* Only where numbers are counted; a resolution's or an actor's is part of what is copied. */
          if (property != NULL && fb_node_get_number (row) != NULL)
            fb_node_build_value (copy, property, NULL);
        }
      g_ptr_array_add (copies, copy);
      fb_document_insert_one (document, fb_node_get_parent (row), fb_node_get_index (row) + 1, copy, NULL);
    }
  fb_document_end (document);

  return copies;
}

/** Removes rows with all that is below them. */
void
fb_rows_delete (FbDocument *document,
                GPtrArray  *rows,
                const char *label)
{
  g_autoptr (GPtrArray) tops = fb_rows_get_tops (rows);

  fb_document_begin (document, label);
  for (guint i = 0; i < tops->len;)
    {
      FbNode *parent = fb_node_get_parent (g_ptr_array_index (tops, i));
      guint index = fb_node_get_index (g_ptr_array_index (tops, i));
      guint n = 1;

      /* A run of siblings goes at once: views are told once. */
      while (i + n < tops->len && fb_node_get_child (parent, index + n) == g_ptr_array_index (tops, i + n))
        n++;
      fb_document_remove (document, parent, index, n);
      i += n;
    }
  fb_document_end (document);
}

/* The neighbour of a band or goal that holds nodes of @kind too. */
static FbNode *
find_neighbour (FbDocument *document,
                FbNode     *node,
                int         step,
                FbKind      kind)
{
  FbNode *parent = fb_node_get_parent (node);
  FbNode *neighbour;

  if (parent == NULL)
    return NULL;
  neighbour = fb_node_get_child (parent, fb_node_get_index (node) + step);
  return neighbour != NULL && fb_node_get_kind (neighbour) == fb_node_get_kind (node) &&
           fb_document_can_insert (document, neighbour, kind)
           ? neighbour
           : NULL;
}

/* Where one row goes when it is moved one line up or down; the index counts without it. */
static gboolean
find_line (FbDocument *document,
           FbNode     *row,
           int         step,
           Place      *place)
{
  FbNode *parent = fb_node_get_parent (row);
  guint index = fb_node_get_index (row);
  FbNode *sibling = fb_node_get_child (parent, index + step);
  gboolean in_band = fb_node_get_kind (parent) == FB_KIND_GROUP;
  FbNode *neighbour;

  /* Past a sibling; a measure goes into a band that it meets. */
  if (is_row (sibling))
    {
      if (fb_node_get_kind (sibling) == FB_KIND_GROUP && fb_node_get_kind (row) == FB_KIND_MEASURE)
        *place = (Place) { sibling, step < 0 ? fb_node_get_n_children (sibling) : 0 };
      else
        *place = (Place) { parent, index + step };
      return TRUE;
    }
  if (!in_band && fb_node_get_kind (parent) != FB_KIND_GOAL)
    return FALSE;

  /* From the edge of a band or goal into the next one, else out of the band. */
  neighbour = find_neighbour (document, parent, step, fb_node_get_kind (row));
  if (neighbour != NULL)
    *place = (Place) { neighbour, step < 0 ? fb_node_get_n_children (neighbour) : 0 };
  else if (in_band)
    *place = (Place) { fb_node_get_parent (parent), fb_node_get_index (parent) + (step < 0 ? 0 : 1) };

  return neighbour != NULL || in_band;
}

static gboolean
find_level (FbDocument      *document,
            FbNode          *row,
            FbRowsDirection  direction,
            Place           *place)
{
  FbNode *parent = fb_node_get_parent (row);
  guint index = fb_node_get_index (row);
  FbNode *target;

  if (direction == FB_ROWS_OUT)
    {
      target = fb_node_get_kind (parent) == FB_KIND_GOAL ? fb_node_get_parent (parent) : NULL;
      if (target == NULL || !fb_document_can_insert (document, target, fb_node_get_kind (row)))
        return FALSE;
      *place = (Place) { target, fb_node_get_index (parent) + 1 };
      return TRUE;
    }

  target = index > 0 ? fb_node_get_child (parent, index - 1) : NULL;
  if (target == NULL || fb_node_get_kind (target) != FB_KIND_GOAL ||
      !fb_document_can_insert (document, target, fb_node_get_kind (row)))
    return FALSE;
  *place = (Place) { target, fb_node_get_n_children (target) };
  return TRUE;
}

static gboolean
find_target (FbDocument      *document,
             FbNode          *row,
             FbRowsDirection  direction,
             Place           *place)
{
  if (fb_node_get_parent (row) == NULL)
    return FALSE;
  if (direction == FB_ROWS_UP || direction == FB_ROWS_DOWN)
    return find_line (document, row, direction == FB_ROWS_UP ? -1 : 1, place);
  return find_level (document, row, direction, place);
}

/** Returns: whether fb_rows_move() would do anything. */
gboolean
fb_rows_can_move (FbDocument      *document,
                  GPtrArray       *rows,
                  FbRowsDirection  direction)
{
  g_autoptr (GPtrArray) tops = fb_rows_get_tops (rows);
  gboolean backwards = direction == FB_ROWS_DOWN || direction == FB_ROWS_OUT;
  Place place;

  return tops->len > 0 &&
         find_target (document, g_ptr_array_index (tops, backwards ? tops->len - 1 : 0), direction, &place);
}

/**
 * fb_rows_move:
 * @rows: (element-type FbNode): rows in reading order
 *
 * Moves rows by one line, from band to band too, or by one level of goals.
 *
 * Returns: whether anything was moved
 */
gboolean
fb_rows_move (FbDocument      *document,
              GPtrArray       *rows,
              FbRowsDirection  direction)
{
  g_autoptr (GPtrArray) tops = fb_rows_get_tops (rows);
  /* The one in front clears the way for those behind it. */
  gboolean backwards = direction == FB_ROWS_DOWN || direction == FB_ROWS_OUT;
  gboolean moved = FALSE;

  fb_document_begin (document, _("Move Rows"));
  for (guint i = 0; i < tops->len; i++)
    {
      FbNode *row = g_ptr_array_index (tops, backwards ? tops->len - 1 - i : i);
      Place place;

      if (!find_target (document, row, direction, &place) ||
          !fb_document_move (document, fb_node_get_parent (row), fb_node_get_index (row), 1, place.parent, place.index,
                             NULL))
        break;
      moved = TRUE;
    }
  fb_document_end (document);

  return moved;
}

/** Returns: (transfer container): the same rows in the order of the document, in whatever order they are shown. */
GPtrArray *
fb_rows_in_order (GPtrArray *rows)
{
  g_autoptr (GHashTable) set = g_hash_table_new (NULL, NULL);
  GPtrArray *ordered = g_ptr_array_new_with_free_func (g_object_unref);
  FbNode *root = rows->len > 0 ? fb_node_get_root (g_ptr_array_index (rows, 0)) : NULL;

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (set, g_ptr_array_index (rows, i));
  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    if (g_hash_table_contains (set, node))
      g_ptr_array_add (ordered, g_object_ref (node));

  return ordered;
}

static FbNode *
find_own_column (FbNode *table,
                 FbNode *like)
{
  const char *title = fb_node_get_title (like);

  for (guint i = 0; title != NULL && i < fb_node_get_n_children (table); i++)
    {
      FbNode *column = fb_node_get_child (table, i);

      if (fb_node_get_kind (column) == FB_KIND_COLUMN && fb_node_get_words (column, "shows") == NULL &&
          g_strcmp0 (fb_node_get_title (column), title) == 0 &&
          g_strcmp0 (fb_node_get_words (column, "type"), fb_node_get_words (like, "type")) == 0)
        return column;
    }
  return NULL;
}

/* What a measure says in an own column of the table that it comes from goes into the column of that name here. */
static void
take_own_values (FbDocument *document,
                 FbNode     *row,
                 FbNode     *from,
                 FbNode     *to)
{
  if (from == NULL || to == NULL || from == to)
    return;

  for (FbNode *node = row; node != NULL; node = fb_node_get_next (node, row))
    {
      g_autoptr (GPtrArray) own = fb_node_get_kind (node) == FB_KIND_MEASURE ? fb_node_get_own_properties (node) : NULL;

      for (guint i = 0; own != NULL && i < own->len; i++)
        {
          const FbProperty *property = g_ptr_array_index (own, i);
          FbNode *column = fb_document_lookup (document, property->name);
          FbNode *other = column != NULL && fb_node_get_parent (column) == from ? find_own_column (to, column) : NULL;
          const FbProperty *target = other != NULL ? fb_property_for_column (fb_node_get_id (other)) : NULL;

          if (target == NULL || fb_node_get_value (node, target) != NULL)
            continue;
          fb_document_set (document, node, target, fb_node_get_value (node, property));
          fb_document_set (document, node, property, NULL);
        }
    }
}

/**
 * fb_rows_move_to:
 * @rows: (element-type FbNode): rows in reading order, of this or other tables
 * @parent: a table, band or goal
 * @before: (nullable): the child of @parent in front of which they go; %NULL is at the end
 *
 * Moves rows. Where a table has an own column of the same name and type as the one that a row comes from, its words go
 * along.
 *
 * Returns: whether anything was moved; rows that have no place there stay where they are
 */
gboolean
fb_rows_move_to (FbDocument *document,
                 GPtrArray  *rows,
                 FbNode     *parent,
                 FbNode     *before)
{
  g_autoptr (GPtrArray) tops = fb_rows_get_tops (rows);
  FbNode *to = fb_node_get_ancestor (parent, FB_KIND_MEASURES);
  gboolean moved = FALSE;

  /* What is moved cannot say where it goes. */
  while (before != NULL && g_ptr_array_find (tops, before, NULL))
    before = fb_node_get_child (parent, fb_node_get_index (before) + 1);

  fb_document_begin (document, _("Move Rows"));
  for (guint i = 0, n; i < tops->len; i += n)
    {
      FbNode *row = g_ptr_array_index (tops, i);
      FbNode *from = fb_node_get_parent (row);
      FbNode *table = fb_node_get_ancestor (row, FB_KIND_MEASURES);
      guint index = before != NULL ? fb_node_get_index (before) : fb_node_get_n_children (parent);
      guint first = fb_node_get_index (row);

      n = 1;
      if (from == NULL || !fb_document_can_move (document, row, parent))
        continue;
      /* A run of siblings goes at once: views are told once. */
      while (i + n < tops->len && fb_node_get_child (from, first + n) == g_ptr_array_index (tops, i + n) &&
             fb_document_can_move (document, g_ptr_array_index (tops, i + n), parent))
        n++;
      if (from == parent && first < index)
        index -= n;
      if (!fb_document_move (document, from, first, n, parent, index, NULL))
        continue;
      moved = TRUE;
      for (guint j = 0; j < n; j++)
        take_own_values (document, g_ptr_array_index (tops, i + j), table, to);
    }
  fb_document_end (document);

  return moved;
}

/**
 * fb_rows_wrap:
 * @rows: (element-type FbNode): rows in reading order; may be empty
 *
 * Adds a band; the measures among @rows go into it.
 *
 * Returns: (transfer none) (nullable): the band
 */
FbNode *
fb_rows_wrap (FbDocument *document,
              FbNode     *container,
              GPtrArray  *rows)
{
  g_autoptr (FbNode) band = NULL;
  g_autoptr (GPtrArray) measures = g_ptr_array_new ();
  guint index = fb_node_get_n_children (container);
  FbNode *top;

  if (!fb_document_can_insert (document, container, FB_KIND_GROUP))
    return NULL;

  for (guint i = 0; i < rows->len; i++)
    if (fb_node_get_kind (g_ptr_array_index (rows, i)) == FB_KIND_MEASURE)
      g_ptr_array_add (measures, g_ptr_array_index (rows, i));
  if (rows->len > 0)
    {
      top = g_ptr_array_index (rows, 0);
      while (fb_node_get_parent (top) != container && fb_node_get_parent (top) != NULL)
        top = fb_node_get_parent (top);
      /* Measures of a band that are split off go behind it, and so does an empty new band. */
      index = fb_node_get_index (top) + (fb_node_get_kind (top) == FB_KIND_GROUP ? 1 : 0);
    }

  fb_document_begin (document, _("Add Band"));
  band = fb_document_create_node (document, FB_KIND_GROUP);
  fb_document_insert_one (document, container, index, band, NULL);
  fb_rows_move_to (document, measures, band, NULL);
  fb_document_end (document);

  return band;
}
