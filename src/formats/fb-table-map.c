/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/fb-table-map.h"

#include <string.h>

#include "flow/fb-words.h"

#define K(kind) FB_KIND_MASK (FB_KIND_##kind)
#define KINDS (K (GROUP) | K (MEASURE) | K (STEP) | K (REPORT) | K (INDICATOR))

/* Measures come first: their labels name the columns that several kinds share. */
static const FbKind kind_order[] = { FB_KIND_MEASURE, FB_KIND_STEP, FB_KIND_GROUP, FB_KIND_REPORT, FB_KIND_INDICATOR };

/* The kinds whose columns are always there, so that an emptied one does not vanish. */
#define ALWAYS (K (GROUP) | K (MEASURE) | K (STEP))

static const char *const yes[] = { "x", "yes", "ja", "true", "wahr", "1", "✓", NULL };
static const char *const no[] = { "no", "nein", "false", "falsch", "0", "-", NULL };

/* The language in which all that is exchanged is. */
const char *
fb_table_map_get_language (FbDocument *document)
{
  const char *language = fb_value_get_words (fb_node_get (fb_document_get_root (document), "xml:lang"));

  return language != NULL ? language : "en";
}

/* The kinds of node that a table may have rows for; whose labels are asked first comes first. */
const FbKind *
fb_table_map_list_kinds (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kind_order);

  return kind_order;
}

/* The same as a mask. */
guint64
fb_table_map_get_kinds (void)
{
  return KINDS;
}

/* What rows of @kind are called in a cell: in the language of the document, as all that is exchanged is. */
const char *
fb_table_map_kind_name (FbDocument *document,
                        FbKind      kind)
{
  return fb_words_get (fb_table_map_get_language (document), fb_kind_get_info (kind)->label);
}

/* Words for comparing: without regard to case, to blanks and to a colon or star behind them. */
char *
fb_table_map_fold (const char *words)
{
  g_autofree char *folded = g_utf8_casefold (words, -1);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_string_append_printf (plain, "%s%s", plain->len > 0 ? " " : "", parts[i]);
  while (plain->len > 0 && strchr (":*", plain->str[plain->len - 1]) != NULL)
    g_string_truncate (plain, plain->len - 1);

  return g_string_free (g_steal_pointer (&plain), FALSE);
}

/* Whether @words (nullable) are @folded. */
gboolean
fb_table_map_same (const char *folded,
      const char *words)
{
  g_autofree char *other = words != NULL ? fb_table_map_fold (words) : NULL;

  return g_strcmp0 (folded, other) == 0;
}

/* Whether @words is one of the names that @english has: as it is, and in the languages of document and program. */
gboolean
fb_table_map_is_called (FbDocument *document,
           const char *folded,
           const char *english,
           const char *translated)
{
  return fb_table_map_same (folded, english) || fb_table_map_same (folded, translated)
         || fb_table_map_same (folded, fb_words_get (fb_table_map_get_language (document), english));
}

gboolean
fb_table_map_find_kind (FbDocument *document,
                        const char *words,
                        FbKind     *kind)
{
  g_autofree char *folded = fb_table_map_fold (words);

  for (FbKind one = 0; one < FB_N_KINDS; one++)
    if ((KINDS & FB_KIND_MASK (one)) != 0
        && (fb_table_map_same (folded, fb_kind_get_info (one)->element)
            || fb_table_map_is_called (document, folded, fb_kind_get_info (one)->label, fb_kind_get_label (one))))
      {
        *kind = one;
        return TRUE;
      }

  return FALSE;
}

static gboolean
has_target (GPtrArray   *columns,
            FbTargetType type,
            const char  *name)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const FbColumnTarget *target = g_ptr_array_index (columns, i);

      if (target->type == type && g_strcmp0 (target->name, name) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_heading (GPtrArray  *columns,
             const char *heading)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_strcmp0 (((const FbColumnTarget *) g_ptr_array_index (columns, i))->heading, heading) == 0)
      return TRUE;

  return FALSE;
}

static FbNode *
get_table (FbNode *node)
{
  return fb_node_get_kind (node) == FB_KIND_MEASURES ? node : fb_node_get_ancestor (node, FB_KIND_MEASURES);
}

/* The own column of a title, if there is exactly one in the table. */
FbNode *
fb_table_map_find_own_column (FbNode     *table,
                 const char *title)
{
  FbNode *found = NULL;

  for (guint i = 0; table != NULL && i < fb_node_get_n_children (table); i++)
    {
      FbNode *column = fb_node_get_child (table, i);

      if (fb_node_get_kind (column) != FB_KIND_COLUMN || fb_node_get_words (column, "shows") != NULL
          || g_strcmp0 (fb_node_get_title (column), title) != 0)
        continue;
      if (found != NULL)
        return NULL;
      found = column;
    }

  return found;
}

static void
add_by_id (GPtrArray  *columns,
           FbDocument *document,
           const char *id)
{
  FbNode *column = fb_document_lookup (document, id);
  const char *title = column != NULL ? fb_node_get_title (column) : NULL;
  g_autofree char *heading = NULL;

  if (has_target (columns, FB_TARGET_OWN_ID, id))
    return;

  heading = title != NULL ? g_strdup_printf ("%s [%s]", title, id) : g_strdup_printf ("[%s]", id);
  g_ptr_array_add (columns, fb_column_target_new (FB_TARGET_OWN_ID, id, heading));
}

static void
add_own_column (GPtrArray  *columns,
                FbDocument *document,
                FbNode     *column)
{
  const char *title = fb_node_get_title (column);

  if (title != NULL && has_target (columns, FB_TARGET_OWN, title))
    return;
  if (title != NULL && title[strspn (title, " \t\n")] != '\0' && !has_heading (columns, title)
      && strchr (title, '[') == NULL && fb_table_map_find_own_column (fb_node_get_parent (column), title) == column)
    {
      g_autoptr (FbColumnTarget) known = fb_table_map_recognise (document, fb_node_get_parent (column), title);

      if (known->type == FB_TARGET_OWN)
        {
          g_ptr_array_add (columns, fb_column_target_new (FB_TARGET_OWN, title, title));
          return;
        }
    }
  add_by_id (columns, document, fb_node_get_id (column));
}

/**
 * fb_table_map_columns:
 * @table: (nullable): a table of measures, NULL for all
 *
 * Returns: (transfer full) (element-type FbColumnTarget): the columns in which it is written. They depend on the
 *   columns and the kinds that the table has, never on which cells are filled.
 */
GPtrArray *
fb_table_map_columns (FbDocument *document,
                      FbNode     *table)
{
  FbNode *root = table != NULL ? table : fb_document_get_root (document);
  const char *language = fb_table_map_get_language (document);
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) fb_column_target_free);
  guint64 kinds = ALWAYS;

  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    if (get_table (node) != NULL)
      kinds |= FB_KIND_MASK (fb_node_get_kind (node)) & KINDS;

  g_ptr_array_add (columns, fb_column_target_new (FB_TARGET_ID, NULL, "id"));
  g_ptr_array_add (columns, fb_column_target_new (FB_TARGET_KIND, NULL, fb_words_get (language, "Kind")));
  g_ptr_array_add (columns, fb_column_target_new (FB_TARGET_PARENT, NULL, fb_words_get (language, "Belongs to")));
  /* Words come before choices and references: that is what is read. */
  for (guint words = 2; words-- > 0;)
    for (guint i = 0; i < G_N_ELEMENTS (kind_order); i++)
      for (const FbProperty *property = fb_kind_get_info (kind_order[i])->properties;
           (kinds & FB_KIND_MASK (kind_order[i])) != 0 && property->name != NULL; property++)
        if ((property->type == FB_VALUE_WORDS || property->type == FB_VALUE_RICH) == words
            && !has_target (columns, FB_TARGET_PROPERTY, property->name))
          g_ptr_array_add (columns, fb_column_target_new (FB_TARGET_PROPERTY, property->name,
                                                          fb_words_get (language, property->label)));

  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    if (fb_node_get_kind (node) == FB_KIND_COLUMN && fb_node_get_words (node, "shows") == NULL)
      add_own_column (columns, document, node);
  /* Values of columns that are gone, or that belong to another table. */
  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    if (fb_node_get_kind (node) == FB_KIND_MEASURE)
      {
        g_autoptr (GPtrArray) own = fb_node_get_own_properties (node);

        for (guint i = 0; i < own->len; i++)
          {
            const FbProperty *property = g_ptr_array_index (own, i);
            FbNode *column = fb_document_lookup (document, property->name);
            gboolean here = column != NULL && fb_node_get_parent (column) == get_table (node);

            if (!here || !has_target (columns, FB_TARGET_OWN, fb_node_get_title (column)))
              add_by_id (columns, document, property->name);
          }
      }

  return columns;
}

/**
 * fb_table_map_property:
 * @table: the table the row stands in
 *
 * Returns: (nullable): the property of a node of @kind that the column holds
 */
const FbProperty *
fb_table_map_property (FbDocument           *document,
                       const FbColumnTarget *target,
                       FbKind                kind,
                       FbNode               *table)
{
  FbNode *column;

  switch ((int) target->type)
    {
    case FB_TARGET_PROPERTY:
      return fb_kind_get_property (kind, target->name);
    case FB_TARGET_OWN:
      column = kind == FB_KIND_MEASURE ? fb_table_map_find_own_column (table, target->name) : NULL;
      return column != NULL ? fb_property_for_column (fb_node_get_id (column)) : NULL;
    case FB_TARGET_OWN_ID:
      return kind == FB_KIND_MEASURE ? fb_property_for_column (target->name) : NULL;
    default:
      return NULL;
    }
}

/** Returns: (transfer full): @value (nullable) as the words of a cell */
char *
fb_table_map_write (FbDocument       *document,
                    const FbProperty *property,
                    FbValue          *value)
{
  const FbChoice *choice;

  if (value == NULL)
    return g_strdup ("");

  switch ((int) property->type)
    {
    case FB_VALUE_CHOICE:
      choice = fb_property_find_choice (property, fb_value_get_words (value));
      return g_strdup (choice != NULL ? fb_words_get (fb_table_map_get_language (document), choice->label)
                                      : fb_value_get_words (value));
    case FB_VALUE_FLAG:
      return g_strdup ("x");
    case FB_VALUE_IMAGE:
      return g_strdup ("");
    default:
      return fb_value_to_words (value, property);
    }
}

/* Footnotes and references are not among the words of a cell: those of the paragraphs that are replaced go on at the
 * end of what replaces them. */
static FbText *
keep_objects (FbText *before,
              guint   first,
              guint   n,
              FbText *plain)
{
  g_autoptr (FbText) replaced = n > 0 ? fb_text_slice (before, first, n) : NULL;
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();

  fb_text_builder_append_text (builder, plain);
  for (guint i = 0; replaced != NULL && i < fb_text_get_n_runs (replaced); i++)
    {
      const FbRun *run = fb_text_get_run (replaced, i);

      if (run->kind == FB_RUN_NOTE)
        fb_text_builder_note (builder, run->note);
      else if (run->kind == FB_RUN_REFERENCE)
        fb_text_builder_reference (builder, run->target);
    }

  return fb_text_builder_end (builder);
}

/* A text with other words: paragraphs that stay the same keep their form. */
static FbText *
rewrite (FbText     *before,
         const char *words)
{
  g_autoptr (FbText) after = fb_text_new_plain (words);
  guint n_before, n_after, head = 0, tail = 0;
  g_autoptr (FbText) middle = NULL;

  if (before == NULL)
    return g_steal_pointer (&after);

  n_before = fb_text_get_n_paragraphs (before);
  n_after = fb_text_get_n_paragraphs (after);
  while (head < MIN (n_before, n_after))
    {
      g_autoptr (FbText) one = fb_text_slice (before, head, 1);
      g_autoptr (FbText) other = fb_text_slice (after, head, 1);
      g_autofree char *x = fb_text_to_words (one);
      g_autofree char *y = fb_text_to_words (other);

      if (!g_str_equal (x, y))
        break;
      head++;
    }
  while (tail < MIN (n_before, n_after) - head)
    {
      g_autoptr (FbText) one = fb_text_slice (before, n_before - tail - 1, 1);
      g_autoptr (FbText) other = fb_text_slice (after, n_after - tail - 1, 1);
      g_autofree char *x = fb_text_to_words (one);
      g_autofree char *y = fb_text_to_words (other);

      if (!g_str_equal (x, y))
        break;
      tail++;
    }
  if (n_after - head - tail > 0)
    {
      g_autoptr (FbText) plain = fb_text_slice (after, head, n_after - head - tail);

      middle = keep_objects (before, head, n_before - head - tail, plain);
    }

  return fb_text_splice (before, head, n_before - head - tail, middle);
}

static gboolean
is_listed (const char        *folded,
           const char *const *words)
{
  return g_strv_contains (words, folded);
}

/**
 * fb_table_map_read:
 * @words: the words of a cell
 * @refs: who is meant by the words of references
 * @before: (nullable): the value that the property has now
 * @value: (out): the value that the cell means, NULL for none; @before itself where nothing changes
 * @problem: (out) (transfer full) (nullable): a sentence about what is wrong, where there is more to say than that the
 *   cell is not understood
 *
 * Returns: whether the cell was understood
 */
gboolean
fb_table_map_read (FbDocument       *document,
                   FbTableRefs      *refs,
                   const FbProperty *property,
                   const char       *words,
                   FbValue          *before,
                   FbValue         **value,
                   char            **problem)
{
  g_autofree char *written = fb_table_map_write (document, property, before);
  g_autofree char *folded = NULL;
  g_autoptr (FbText) text = NULL;

  *value = NULL;
  *problem = NULL;
  /* Files know one kind of line break in a cell. */
  if (strchr (written, '\r') != NULL)
    {
      g_auto (GStrv) lines = g_strsplit (written, "\r\n", -1);

      g_free (written);
      written = g_strjoinv ("\n", lines);
      g_strdelimit (written, "\r", '\n');
    }
  if (g_str_equal (written, words))
    {
      *value = before != NULL ? fb_value_ref (before) : NULL;
      return TRUE;
    }

  folded = fb_table_map_fold (words);
  switch (property->type)
    {
    case FB_VALUE_WORDS:
      *value = fb_value_new_words (words);
      return TRUE;
    case FB_VALUE_RICH:
      text = rewrite (fb_value_get_text (before), words);
      *value = *words != '\0' ? fb_value_new_rich (text) : NULL;
      return TRUE;
    case FB_VALUE_CHOICE:
      if (*folded == '\0')
        return TRUE;
      for (const FbChoice *choice = property->choices; choice->name != NULL; choice++)
        if (fb_table_map_same (folded, choice->name)
            || fb_table_map_is_called (document, folded, choice->label, fb_choice_get_label (choice)))
          {
            *value = fb_value_new_choice (choice->name);
            return TRUE;
          }
      return FALSE;
    case FB_VALUE_REFS:
      *value = *folded != '\0' ? fb_table_refs_read (refs, property, words, before, problem) : NULL;
      return *value != NULL || *folded == '\0';
    case FB_VALUE_FLAG:
      *value = fb_value_new_flag (is_listed (folded, yes));
      return *value != NULL || *folded == '\0' || is_listed (folded, no);
    case FB_VALUE_LANGUAGE:
    case FB_VALUE_IMAGE:
      break;
    }

  return FALSE;
}
