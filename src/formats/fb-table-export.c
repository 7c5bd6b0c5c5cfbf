/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/fb-table-export.h"

#include "flow/fb-words.h"
#include "formats/fb-table-map.h"

/* Tables of measures for spreadsheets. */

static const char *
get_language (FbDocument *document)
{
  const char *language = fb_value_get_words (fb_node_get (fb_document_get_root (document), "xml:lang"));

  return language != NULL ? language : "en";
}

static char *
write_target (FbDocument           *document,
              const FbColumnTarget *target,
              FbNode               *node,
              FbNode               *table)
{
  const FbProperty *property;

  switch ((int) target->type)
    {
    case FB_TARGET_ID:
      return g_strdup (fb_node_get_id (node));
    case FB_TARGET_KIND:
      return g_strdup (fb_table_map_kind_name (document, fb_node_get_kind (node)));
    case FB_TARGET_PARENT:
      return g_strdup (fb_node_get_id (fb_node_get_parent (node)));
    default:
      property = fb_table_map_property (document, target, fb_node_get_kind (node), table);
      return property != NULL ? fb_table_map_write (document, property, fb_node_get_value (node, property))
                              : g_strdup ("");
    }
}

/**
 * fb_table_export:
 * @table: (nullable): a table of measures, or %NULL for all of the document
 *
 * A row for each band, measure, step, progress report and indicator, in reading order, behind a row of headings. The
 * first column is the id, by which #FbTablePreview knows the rows again: what is read back unchanged changes nothing.
 *
 * Returns: (transfer full): the rows
 */
FbGrid *
fb_table_export (FbDocument *document,
                 FbNode     *table)
{
  FbNode *root = table != NULL ? table : fb_document_get_root (document);
  g_autoptr (GPtrArray) columns = fb_table_map_columns (document, table);
  FbGrid *grid = fb_grid_new ();
  guint line = 1;

  fb_grid_add_row (grid, line);
  for (guint i = 0; i < columns->len; i++)
    fb_grid_add_cell (grid, ((const FbColumnTarget *) g_ptr_array_index (columns, i))->heading);
  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    {
      FbNode *of = fb_node_get_ancestor (node, FB_KIND_MEASURES);

      if (of == NULL || (fb_table_map_get_kinds () & FB_KIND_MASK (fb_node_get_kind (node))) == 0)
        continue;
      fb_grid_add_row (grid, ++line);
      for (guint i = 0; i < columns->len; i++)
        {
          g_autofree char *words = write_target (document, g_ptr_array_index (columns, i), node, of);

          fb_grid_add_cell (grid, words);
        }
    }

  return grid;
}

/** Returns: (transfer full): see fb_table_export(), as a CSV file */
GBytes *
fb_table_export_csv (FbDocument          *document,
                     FbNode              *table,
                     const FbGridOptions *options)
{
  g_autoptr (FbGrid) grid = fb_table_export (document, table);

  return fb_grid_write_csv (grid, options);
}

static void
append_line (GString    *words,
             const char *label,
             const char *line)
{
  if (line == NULL || *line == '\0')
    return;

  if (words->len > 0)
    g_string_append_c (words, '\n');
  if (label != NULL)
    g_string_append_printf (words, "%s ", label);
  g_string_append (words, line);
}

static char *
label_step (FbNode *step)
{
  const char *number = fb_node_get_number (step);

  if (number == NULL)
    return NULL;

  return *number == '(' ? g_strdup (number) : g_strdup_printf ("(%s)", number);
}

/* Title, text and "(1) ..." of each step. */
static char *
write_body (FbDocument *document,
            FbNode     *measure)
{
  GString *words = g_string_new (NULL);
  FbText *text = fb_node_get_text (measure, "text");
  g_autofree char *plain = text != NULL ? fb_text_to_words (text) : NULL;

  append_line (words, NULL, fb_node_get_title (measure));
  append_line (words, NULL, plain);
  for (guint i = 0; i < fb_node_get_n_children (measure); i++)
    {
      FbNode *step = fb_node_get_child (measure, i);
      FbText *own = fb_node_get_text (step, "text");
      g_autofree char *label = label_step (step);
      g_autofree char *body = own != NULL ? fb_text_to_words (own) : NULL;
      const char *title = fb_node_get_title (step);

      if (fb_node_get_kind (step) != FB_KIND_STEP)
        continue;
      append_line (words, label, title != NULL ? title : body);
      if (title != NULL)
        append_line (words, NULL, body);
    }

  return g_string_free (words, FALSE);
}

/* The value of the measure, and "(1) ..." of each step. */
static char *
write_stepped (FbDocument *document,
               FbNode     *measure,
               const char *name)
{
  const FbProperty *property = fb_kind_get_property (FB_KIND_MEASURE, name);
  const FbProperty *stepped = fb_kind_get_property (FB_KIND_STEP, name);
  GString *words = g_string_new (NULL);
  g_autofree char *own = NULL;

  if (g_str_equal (name, "number"))
    return g_string_free (g_string_append (words,
                                           fb_node_get_number (measure) != NULL ? fb_node_get_number (measure) : ""),
                          FALSE);

  own = fb_table_map_write (document, property, fb_node_get_value (measure, property));
  append_line (words, NULL, own);
  for (guint i = 0; stepped != NULL && i < fb_node_get_n_children (measure); i++)
    {
      FbNode *step = fb_node_get_child (measure, i);
      g_autofree char *label = NULL;
      g_autofree char *part = NULL;

      if (fb_node_get_kind (step) != FB_KIND_STEP)
        continue;
      label = label_step (step);
      part = fb_table_map_write (document, stepped, fb_node_get_value (step, stepped));
      append_line (words, label, part);
    }

  return g_string_free (words, FALSE);
}

/* A column of what goes to the clipboard: what it shows of the measures of any table. */
typedef struct
{
  const char *shows; /* NULL for an own column */
  const char *heading;
  FbNode *node; /* NULL for a usual column */
} RowColumn;

/* What a measures table prints when it has no columns of its own. */
static const struct
{
  const char *shows;
  const char *heading;
} usual[] = {
  { "number", "No." },
  { "title", "Ideas, measures and steps" },
  { "period", "Period of implementation" },
  { "cost", "Cost" },
  { "responsible", "Implemented by" },
};

/* Whether a column of another table shows already what @node does. */
static gboolean
has_column (GArray *columns,
            FbNode *node)
{
  const char *shows = fb_node_get_words (node, "shows");
  const char *title = fb_node_get_title (node);

  for (guint i = 0; i < columns->len; i++)
    {
      const RowColumn *column = &g_array_index (columns, RowColumn, i);

      if (column->node != NULL && fb_node_get_parent (column->node) == fb_node_get_parent (node))
        continue;
      if (shows != NULL ? g_strcmp0 (column->shows, shows) == 0
                        : column->shows == NULL && title != NULL && g_strcmp0 (column->heading, title) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
add_usual (GArray     *columns,
           const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      RowColumn column = { usual[i].shows, fb_words_get (language, usual[i].heading), NULL };

      g_array_append_val (columns, column);
    }
}

static void
add_columns (GArray     *columns,
             FbNode     *table,
             const char *language)
{
  for (guint i = 0; i < fb_node_get_n_children (table); i++)
    {
      FbNode *node = fb_node_get_child (table, i);
      RowColumn column = { fb_node_get_words (node, "shows"), fb_node_get_title (node), node };

      if (fb_node_get_kind (node) != FB_KIND_COLUMN)
        break;
      if (has_column (columns, node))
        continue;
      if (column.shows != NULL && column.heading == NULL)
        column.heading = fb_words_get (language, fb_kind_get_property (FB_KIND_MEASURE, column.shows)->label);
      g_array_append_val (columns, column);
    }
}

/* One table shows its columns; several show the usual ones, and what any of them has besides. */
static GArray *
choose_columns (GPtrArray  *measures,
                const char *language)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (RowColumn));
  g_autoptr (GHashTable) tables = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < measures->len; i++)
    g_hash_table_add (tables, fb_node_get_ancestor (g_ptr_array_index (measures, i), FB_KIND_MEASURES));
  if (g_hash_table_size (tables) > 1)
    add_usual (columns, language);
  for (guint i = 0; i < measures->len; i++)
    {
      FbNode *table = fb_node_get_ancestor (g_ptr_array_index (measures, i), FB_KIND_MEASURES);

      if (g_hash_table_remove (tables, table))
        add_columns (columns, table, language);
    }
  if (columns->len == 0)
    add_usual (columns, language);

  return columns;
}

/* What a measure says in an own column, or in the one of that name in its own table. */
static const char *
get_own_words (FbNode          *measure,
               const RowColumn *column)
{
  FbNode *table = fb_node_get_ancestor (measure, FB_KIND_MEASURES);

  for (guint i = 0; i < fb_node_get_n_children (table); i++)
    {
      FbNode *node = fb_node_get_child (table, i);

      if (fb_node_get_kind (node) != FB_KIND_COLUMN)
        break;
      if (fb_node_get_parent (column->node) == table ? node == column->node
                                                     : fb_node_get_words (node, "shows") == NULL &&
                                                         g_strcmp0 (fb_node_get_title (node), column->heading) == 0)
        return fb_value_get_words (fb_node_get_value (measure, fb_property_for_column (fb_node_get_id (node))));
    }

  return NULL;
}

/**
 * fb_table_export_rows:
 * @measures: (element-type FbNode): measures of one table or several
 *
 * Measures as their table shows them, for the clipboard: title, text and steps "(1) ..." in one cell, behind a row of
 * headings. Reading it makes new measures.
 *
 * Returns: (transfer full): the rows
 */
FbGrid *
fb_table_export_rows (FbDocument *document,
                      GPtrArray  *measures)
{
  g_autoptr (GArray) columns = choose_columns (measures, get_language (document));
  FbGrid *grid = fb_grid_new ();

  fb_grid_add_row (grid, 1);
  for (guint j = 0; j < columns->len; j++)
    fb_grid_add_cell (grid, g_array_index (columns, RowColumn, j).heading);
  for (guint i = 0; i < measures->len; i++)
    {
      FbNode *measure = g_ptr_array_index (measures, i);

      fb_grid_add_row (grid, i + 2);
      for (guint j = 0; j < columns->len; j++)
        {
          const RowColumn *column = &g_array_index (columns, RowColumn, j);
          g_autofree char *words = NULL;

          if (column->shows == NULL)
            words = g_strdup (get_own_words (measure, column));
          else if (g_str_equal (column->shows, "title"))
            words = write_body (document, measure);
          else
            words = write_stepped (document, measure, column->shows);
          fb_grid_add_cell (grid, words);
        }
    }

  return grid;
}
