/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "concept/fb-numbering.h"

#include <string.h>

#include "concept/fb-node-private.h"

/* Numbers are counted in one pass over the tree and never stored. A number of the user's own is printed as it is;
 * where it ends in digits, counting goes on from there, so that 1, 2, "7", 8. "24a" leaves the count alone. */

#define HEADINGS \
  (FB_KIND_MASK (FB_KIND_CHAPTER) | FB_KIND_MASK (FB_KIND_FIELD) | FB_KIND_MASK (FB_KIND_GOALS) | \
   FB_KIND_MASK (FB_KIND_MEASURES))

typedef struct
{
  GPtrArray *changed;
  guint concept_goals;
  guint concept_measures;
  guint field_goals;
  guint field_measures;
} Pass;

static void number_children (FbNode *parent, Pass *pass);

static char *
letters (guint n)
{
  GString *string = g_string_new (NULL);

  for (; n > 0; n = (n - 1) / 26)
    g_string_prepend_c (string, 'a' + (n - 1) % 26);
  return g_string_free (string, FALSE);
}

static char *
roman (guint n)
{
  static const struct
  {
    guint value;
    const char *digits;
  } digits[] = {
    { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" }, { 90, "XC" }, { 50, "L" },
    { 40, "XL" },  { 10, "X" },   { 9, "IX" },  { 5, "V" },    { 4, "IV" },  { 1, "I" },
  };
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    for (; n >= digits[i].value; n -= digits[i].value)
      g_string_append (string, digits[i].digits);
  return g_string_free (string, FALSE);
}

/* prefix.n, without the full stop that an own number or a letter may end in. */
static char *
compose (const char *prefix,
         guint       n)
{
  gsize length = prefix != NULL ? strlen (prefix) : 0;

  while (length > 0 && prefix[length - 1] == '.')
    length--;
  return length > 0 ? g_strdup_printf ("%.*s.%u", (int) length, prefix, n) : g_strdup_printf ("%u", n);
}

static void
count_from_own (const char *own,
                guint      *counter)
{
  gsize length = strlen (own);
  gsize start;

  while (length > 0 && (own[length - 1] == '.' || own[length - 1] == ')' || own[length - 1] == ' '))
    length--;
  for (start = length; start > 0 && g_ascii_isdigit (own[start - 1]);)
    start--;
  if (start < length && length - start < 9)
    *counter = (guint) g_ascii_strtoull (own + start, NULL, 10);
}

static void
set_number (FbNode     *node,
            const char *number,
            Pass       *pass)
{
  if (fb_node_set_number (node, number))
    g_ptr_array_add (pass->changed, g_object_ref (node));
}

/* Sets the own number, if there is one. */
static gboolean
set_own (FbNode     *node,
         const char *property,
         guint      *counter,
         Pass       *pass)
{
  const char *own = fb_node_get_words (node, property);

  if (own == NULL)
    return FALSE;

  count_from_own (own, counter);
  set_number (node, own, pass);
  return TRUE;
}

static void
number_heading (FbNode *node,
                FbNode *parent,
                guint  *counter,
                Pass   *pass)
{
  const char *style = fb_node_get_words (parent, "numbering");
  const char *above = fb_node_get_number (parent);
  g_autofree char *digits = NULL;
  g_autofree char *number = NULL;

  if (set_own (node, "number", counter, pass))
    return;
  if (fb_node_get_flag (node, "unnumbered") || fb_node_get_kind (parent) == FB_KIND_GOAL ||
      (fb_node_get_kind (parent) != FB_KIND_CONCEPT && above == NULL))
    {
      set_number (node, NULL, pass);
      return;
    }

  ++*counter;
  if (g_strcmp0 (style, "letters") == 0 || g_strcmp0 (style, "roman") == 0)
    {
      digits = *style == 'l' ? letters (*counter) : roman (*counter);
      number = g_strconcat (digits, ".", NULL);
    }
  else
    {
      number = compose (above, *counter);
    }
  set_number (node, number, pass);
}

static void
number_goal (FbNode *node,
             FbNode *parent,
             guint  *counter,
             Pass   *pass)
{
  FbNode *goals = fb_node_get_ancestor (node, FB_KIND_GOALS);
  FbNode *field = fb_node_get_ancestor (node, FB_KIND_FIELD);
  const char *scheme = fb_node_get_words (goals, "numbering");
  const char *prefix = NULL;
  g_autofree char *number = NULL;

  if (fb_node_get_kind (parent) == FB_KIND_GOAL)
    prefix = fb_node_get_number (parent);
  else if (g_strcmp0 (scheme, "running") == 0)
    counter = &pass->concept_goals;
  else if (field != NULL)
    {
      prefix = fb_node_get_words (field, "code");
      if (prefix == NULL)
        prefix = fb_node_get_number (field);
      counter = &pass->field_goals;
    }

  if (set_own (node, "code", counter, pass))
    return;
  if (g_strcmp0 (scheme, "free") == 0)
    {
      set_number (node, NULL, pass);
      return;
    }

  ++*counter;
  number = compose (prefix, *counter);
  set_number (node, number, pass);
}

static void
number_plainly (FbNode *node,
                guint  *counter,
                Pass   *pass)
{
  g_autofree char *number = NULL;

  if (set_own (node, "number", counter, pass))
    return;

  number = g_strdup_printf ("%u", ++*counter);
  set_number (node, number, pass);
}

static void
number_measures (FbNode *parent,
                 guint  *counter,
                 Pass   *pass)
{
  for (guint i = 0; i < fb_node_get_n_children (parent); i++)
    {
      FbNode *child = fb_node_get_child (parent, i);

      if (fb_node_get_kind (child) == FB_KIND_GROUP)
        {
          number_measures (child, counter, pass);
        }
      else if (fb_node_get_kind (child) == FB_KIND_MEASURE)
        {
          number_plainly (child, counter, pass);
          number_children (child, pass);
        }
    }
}

static void
number_table (FbNode *measures,
              Pass   *pass)
{
  const char *scope = fb_node_get_words (measures, "numbering");
  guint table_counter = 0;
  guint *counter = &table_counter;

  if (g_strcmp0 (scope, "field") == 0)
    counter = &pass->field_measures;
  else if (g_strcmp0 (scope, "concept") == 0)
    counter = &pass->concept_measures;
  number_measures (measures, counter, pass);
}

static void
number_children (FbNode *parent,
                 Pass   *pass)
{
  guint headings = 0;
  guint goals = 0;
  guint steps = 0;

  for (guint i = 0; i < fb_node_get_n_children (parent); i++)
    {
      FbNode *child = fb_node_get_child (parent, i);
      FbKind kind = fb_node_get_kind (child);

      if (HEADINGS & FB_KIND_MASK (kind))
        number_heading (child, parent, &headings, pass);
      else if (kind == FB_KIND_GOAL)
        number_goal (child, parent, &goals, pass);
      else if (kind == FB_KIND_STEP)
        number_plainly (child, &steps, pass);

      if (kind == FB_KIND_FIELD)
        pass->field_goals = pass->field_measures = 0;

      if (kind == FB_KIND_MEASURES)
        number_table (child, pass);
      else
        number_children (child, pass);
    }
}

/**
 * fb_numbering_get_scope:
 * @parent: a node of a concept, whose children come, go or change places
 *
 * Returns: (transfer none): the smallest branch that holds all numbers that this can change: a measure for its steps,
 *   a table that counts by itself, or the whole concept
 */
FbNode *
fb_numbering_get_scope (FbNode *parent)
{
  FbNode *table = parent;
  const char *counted;

  if (fb_node_get_kind (parent) == FB_KIND_MEASURE)
    return parent;
  if (fb_node_get_kind (parent) == FB_KIND_GROUP)
    table = fb_node_get_parent (parent);
  if (fb_node_get_kind (table) != FB_KIND_MEASURES)
    return fb_node_get_root (parent);

  counted = fb_node_get_words (table, "numbering");
  return counted == NULL || g_str_equal (counted, "table") ? table : fb_node_get_root (parent);
}

/**
 * fb_numbering_update:
 * @scope: a concept, or what fb_numbering_get_scope() gave for all that has changed
 *
 * Counts all numbers in @scope anew, and then tells of those that have changed.
 */
void
fb_numbering_update (FbNode *scope)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (g_object_unref);
  Pass pass = { .changed = changed };

  if (fb_node_get_kind (scope) == FB_KIND_MEASURES)
    number_table (scope, &pass);
  else
    number_children (scope, &pass);
  for (guint i = 0; i < changed->len; i++)
    fb_node_emit_number (changed->pdata[i]);
}

/** Returns: whether a change of @property can change numbers. */
gboolean
fb_numbering_touches (const FbProperty *property)
{
  static const char *const names[] = { "numbering", "unnumbered", "number", "code", NULL };

  return g_strv_contains (names, property->name);
}
