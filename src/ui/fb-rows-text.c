/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-rows-text.h"

#include <string.h>

#include "ui/fb-cell.h"

static void
append_cell (GString    *string,
             const char *words)
{
  if (strpbrk (words, "\t\n\"") == NULL)
    {
      g_string_append (string, words);
      return;
    }

  g_string_append_c (string, '"');
  for (const char *p = words; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (string, '"');
      g_string_append_c (string, *p);
    }
  g_string_append_c (string, '"');
}

/**
 * fb_rows_text_write:
 * @rows: (element-type FbNode): rows; a band is a line of its own with its title
 *
 * Returns: (transfer full): a line with the titles of the columns, and a line for each row
 */
char *
fb_rows_text_write (FbDocument     *document,
                    FbTableColumns *columns,
                    GPtrArray      *rows)
{
  guint n = fb_table_columns_get_n (columns);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (string, '\t');
      append_cell (string, fb_table_columns_get (columns, i)->title);
    }
  g_string_append_c (string, '\n');

  for (guint i = 0; i < rows->len; i++)
    {
      FbNode *row = g_ptr_array_index (rows, i);

      for (guint j = 0; j < n; j++)
        {
          g_autofree char *words = fb_cell_dup_words (document, row, fb_table_columns_get (columns, j)->property);

          if (j > 0)
            g_string_append_c (string, '\t');
          append_cell (string, words);
        }
      g_string_append_c (string, '\n');
    }

  return g_string_free (string, FALSE);
}

/* One line of cells; moves @text behind it. */
static GPtrArray *
read_line (const char **text)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *p = *text;
  gboolean quoted = FALSE;

  for (; *p != '\0' && (quoted || *p != '\n'); p++)
    {
      if (quoted && p[0] == '"' && p[1] == '"')
        g_string_append_c (cell, *p++);
      else if (*p == '"' && (quoted || cell->len == 0))
        quoted = !quoted;
      else if (*p == '\t' && !quoted)
        {
          g_ptr_array_add (cells, g_strdup (cell->str));
          g_string_truncate (cell, 0);
        }
      else if (*p != '\r')
        g_string_append_c (cell, *p);
    }
  g_ptr_array_add (cells, g_strdup (cell->str));
  *text = *p == '\n' ? p + 1 : p;
  return cells;
}

static gboolean
same_words (const char *a,
            const char *b)
{
  g_autofree char *x = g_utf8_casefold (a, -1);
  g_autofree char *y = g_utf8_casefold (b, -1);

  return strcmp (g_strstrip (x), g_strstrip (y)) == 0;
}

/* Which column each cell of a line of titles names; NULL where it is no such line. */
static GPtrArray *
read_titles (FbTableColumns *columns,
             FbKind          row_kind,
             GPtrArray      *cells)
{
  g_autoptr (GPtrArray) properties = g_ptr_array_new ();
  guint n_known = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const char *cell = g_ptr_array_index (cells, i);
      const FbProperty *found = NULL;

      for (guint j = 0; found == NULL && j < fb_table_columns_get_n (columns); j++)
        if (same_words (fb_table_columns_get (columns, j)->title, cell))
          found = fb_table_columns_get (columns, j)->property;
      for (const FbProperty *property = fb_kind_get_info (row_kind)->properties;
           found == NULL && property->name != NULL; property++)
        if (same_words (fb_property_get_label (property), cell))
          found = property;
      n_known += found != NULL;
      g_ptr_array_add (properties, (gpointer) found);
    }

  return n_known * 2 > cells->len ? g_steal_pointer (&properties) : NULL;
}

static GPtrArray *
get_usual (FbTableColumns *columns)
{
  GPtrArray *properties = g_ptr_array_new ();

  for (guint i = 0; i < fb_table_columns_get_n (columns); i++)
    g_ptr_array_add (properties, (gpointer) fb_table_columns_get (columns, i)->property);
  return properties;
}

/* Sets a cell; returns FALSE where its words are none that the property can hold. */
static gboolean
set_cell (FbNode           *node,
          const FbProperty *property,
          const char       *words)
{
  g_autoptr (FbValue) value = NULL;

  if (property == NULL)
    return FALSE;

  if (property->type == FB_VALUE_WORDS)
    value = fb_value_new_words (words);
  else if (property->type == FB_VALUE_RICH)
    {
      g_autoptr (FbText) text = fb_text_new_plain (words);

      value = fb_value_new_rich (text);
    }
  for (const FbChoice *choice = property->choices; choice != NULL && choice->name != NULL; choice++)
    if (same_words (fb_choice_get_label (choice), words) || same_words (choice->name, words))
      value = fb_value_new_choice (choice->name);
  if (value == NULL)
    return FALSE;

  fb_node_build_value (node, property, value);
  return TRUE;
}

/* What has no place is kept in the text of the row, or behind its title. */
static void
keep (FbNode     *node,
      const char *rest)
{
  const FbProperty *text = fb_kind_get_property (fb_node_get_kind (node), "text");
  const FbProperty *title = fb_kind_get_title (fb_node_get_kind (node));
  g_autofree char *words = NULL;

  if (*rest == '\0')
    return;
  if (text != NULL && text->type == FB_VALUE_RICH)
    {
      set_cell (node, text, rest);
      return;
    }
  words = g_strdup_printf ("%s %s", fb_node_get_title (node) != NULL ? fb_node_get_title (node) : "", rest);
  fb_node_build_words (node, title->name, g_strstrip (words));
}

/**
 * fb_rows_text_read:
 * @text: lines of cells; where the first names columns, the cells go there, else they go by the order of the columns
 *
 * Returns: (transfer full) (element-type FbNode): rows of @row_kind, in no tree. Cells without a column are kept in the
 *   text of their row.
 */
GPtrArray *
fb_rows_text_read (FbDocument     *document,
                   FbTableColumns *columns,
                   FbKind          row_kind,
                   const char     *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) properties = NULL;
  gboolean first = TRUE;

  while (*text != '\0')
    {
      g_autoptr (GPtrArray) cells = read_line (&text);
      g_autoptr (FbNode) row = NULL;
      g_autoptr (GString) rest = g_string_new (NULL);
      gboolean any = FALSE;

      if (first)
        {
          first = FALSE;
          properties = read_titles (columns, row_kind, cells);
          if (properties != NULL)
            continue;
          properties = get_usual (columns);
        }

      row = fb_document_create_node (document, row_kind);
      for (guint i = 0; i < cells->len; i++)
        {
          char *words = g_strstrip (g_ptr_array_index (cells, i));
          const FbProperty *property = i < properties->len ? g_ptr_array_index (properties, i) : NULL;

          /* A single cell is a title, not a number. */
          if (cells->len == 1)
            property = fb_kind_get_title (row_kind);
          if (*words == '\0')
            continue;
          any = TRUE;
          if (!set_cell (row, property, words))
            g_string_append_printf (rest, "%s%s", rest->len > 0 ? "\n" : "", words);
        }
      keep (row, rest->str);
      if (any)
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }

  return rows;
}
