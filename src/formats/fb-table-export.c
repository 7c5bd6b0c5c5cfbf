/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/fb-table-export.h"

#include "flow/fb-words.h"
#include "formats/fb-table-map.h"

/* Tables of measures for spreadsheets. */

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
      return property != NULL ? fb_table_map_write (document, property, fb_node_get_value (node, property)) : g_strdup ("");
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
    return g_string_free (g_string_append (words, fb_node_get_number (measure) != NULL ? fb_node_get_number (measure) : ""),
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

/**
 * fb_table_export_rows:
 * @measures: (element-type FbNode): measures of one table
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
  static const char *const usual[] = { "number", "title", "period", "cost", "responsible" };
  static const char *const headings[] = { "No.", "Ideas, measures and steps", "Period of implementation", "Cost",
                                          "Implemented by" };
  const char *language = fb_value_get_words (fb_node_get (fb_document_get_root (document), "xml:lang"));
  FbNode *table = measures->len > 0 ? fb_node_get_ancestor (g_ptr_array_index (measures, 0), FB_KIND_MEASURES) : NULL;
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  FbGrid *grid = fb_grid_new ();
  guint n_columns;

  for (guint i = 0; table != NULL && i < fb_node_get_n_children (table); i++)
    if (fb_node_get_kind (fb_node_get_child (table, i)) == FB_KIND_COLUMN)
      g_ptr_array_add (columns, fb_node_get_child (table, i));
  n_columns = columns->len > 0 ? columns->len : G_N_ELEMENTS (usual);

  fb_grid_add_row (grid, 1);
  for (guint j = 0; j < n_columns; j++)
    {
      FbNode *column = columns->len > 0 ? g_ptr_array_index (columns, j) : NULL;
      const char *shows = column != NULL ? fb_node_get_words (column, "shows") : usual[j];
      const char *heading = column != NULL ? fb_node_get_title (column) : fb_words_get (language != NULL ? language : "en", headings[j]);

      if (heading == NULL && shows != NULL)
        heading = fb_words_get (language != NULL ? language : "en", fb_kind_get_property (FB_KIND_MEASURE, shows)->label);
      fb_grid_add_cell (grid, heading);
    }
  for (guint i = 0; i < measures->len; i++)
    {
      FbNode *measure = g_ptr_array_index (measures, i);

      fb_grid_add_row (grid, i + 2);
      for (guint j = 0; j < n_columns; j++)
        {
          FbNode *column = columns->len > 0 ? g_ptr_array_index (columns, j) : NULL;
          const char *shows = column != NULL ? fb_node_get_words (column, "shows") : usual[j];
          g_autofree char *words = NULL;

          if (shows == NULL)
            words = g_strdup (fb_value_get_words (
                fb_node_get_value (measure, fb_property_for_column (fb_node_get_id (column)))));
          else if (g_str_equal (shows, "title"))
            words = write_body (document, measure);
          else
            words = write_stepped (document, measure, shows);
          fb_grid_add_cell (grid, words);
        }
    }

  return grid;
}
