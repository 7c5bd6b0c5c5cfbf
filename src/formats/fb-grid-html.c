/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/fb-grid.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <string.h>

#include "concept/fb-text.h"
#include "formats/fb-markup.h"

/* Tables on their way through the clipboard: spreadsheets and word processors put them there as HTML. */

#define MAX_DEPTH 200
#define MAX_SPAN 200

/* What begins a line of its own inside a cell. */
static const char *const blocks[] = { "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", NULL };
/* What has no words for the reader. */
static const char *const silent[] = { "script", "style", "head", "title", "template", NULL };

typedef struct
{
  FbGrid *grid;
  GArray *below; /* guint: how many more rows a merged cell covers each column */
  GArray *wide;  /* gboolean: it began in a column further left */
  guint n_tables;
  guint n_merged;
  gsize n_cells;
} Reader;

static gboolean
is_one_of (const xmlNode     *node,
           const char *const *names)
{
  return node->type == XML_ELEMENT_NODE && g_strv_contains (names, (const char *) node->name);
}

static gboolean
is_element (const xmlNode *node,
            const char    *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

static void
break_line (GString *words)
{
  while (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);
  if (words->len > 0 && words->str[words->len - 1] != '\n')
    g_string_append_c (words, '\n');
}

/* White space of the source is one space; that of the page, as no-break spaces, is what it is. */
static void
append_words (GString    *words,
              const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isspace (*p))
        g_string_append_c (words, *p);
      else if (words->len > 0 && words->str[words->len - 1] != ' ' && words->str[words->len - 1] != '\n')
        g_string_append_c (words, ' ');
    }
}

static void
read_words (const xmlNode *node,
            GString       *words,
            guint          depth)
{
  for (const xmlNode *child = node->children; child != NULL && depth < MAX_DEPTH; child = child->next)
    {
      if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) && child->content != NULL)
        {
          append_words (words, (const char *) child->content);
          continue;
        }
      if (child->type != XML_ELEMENT_NODE || is_one_of (child, silent))
        continue;
      if (is_element (child, "br"))
        {
          g_string_append_c (words, '\n');
          continue;
        }
      if (is_one_of (child, blocks))
        break_line (words);
      if ((is_element (child, "td") || is_element (child, "th")) && child->prev != NULL)
        append_words (words, " ");
      read_words (child, words, depth + 1);
      if (is_one_of (child, blocks))
        break_line (words);
    }
}

static guint
get_span (xmlNode    *cell,
          const char *name)
{
  xmlChar *value = xmlGetProp (cell, (const xmlChar *) name);
  guint64 span = value != NULL ? g_ascii_strtoull ((const char *) value, NULL, 10) : 1;

  xmlFree (value);

  return CLAMP (span, 1, MAX_SPAN);
}

/* Where a cell from a row above reaches into this one. */
static guint
add_covered (Reader *reader,
             guint   column)
{
  while (column < reader->below->len && g_array_index (reader->below, guint, column) > 0)
    {
      g_array_index (reader->below, guint, column)--;
      fb_grid_add_covered (reader->grid, g_array_index (reader->wide, gboolean, column) ? FB_GRID_CELL_COVERED
                                                                                         : FB_GRID_CELL_BELOW);
      column++;
    }

  return column;
}

static void
set_below (Reader  *reader,
           guint    column,
           guint    rows,
           gboolean wide)
{
  if (reader->below->len <= column)
    {
      g_array_set_size (reader->below, column + 1);
      g_array_set_size (reader->wide, column + 1);
    }
  g_array_index (reader->below, guint, column) = rows;
  g_array_index (reader->wide, gboolean, column) = wide;
}

static gboolean
read_row (Reader  *reader,
          xmlNode *row)
{
  guint column = 0;

  if (fb_grid_get_n_rows (reader->grid) >= FB_GRID_MAX_ROWS)
    return FALSE;

  fb_grid_add_row (reader->grid, fb_grid_get_n_rows (reader->grid) + 1);
  for (xmlNode *cell = row->children; cell != NULL; cell = cell->next)
    {
      g_autoptr (GString) words = NULL;
      g_autofree char *clean = NULL;
      guint columns, rows;

      if (!is_element (cell, "td") && !is_element (cell, "th"))
        continue;
      column = add_covered (reader, column);
      words = g_string_new (NULL);
      read_words (cell, words, 0);
      while (words->len > 0 && g_ascii_isspace (words->str[words->len - 1]))
        g_string_truncate (words, words->len - 1);
      clean = fb_utf8_clean (words->str, -1);
      columns = get_span (cell, "colspan");
      rows = get_span (cell, "rowspan");
      reader->n_merged += columns > 1 || rows > 1;
      for (guint i = 0; i < columns; i++, column++)
        {
          if (column >= FB_GRID_MAX_COLUMNS || ++reader->n_cells > FB_GRID_MAX_CELLS)
            return FALSE;
          if (i == 0)
            fb_grid_add_cell (reader->grid, g_strchug (clean));
          else
            fb_grid_add_covered (reader->grid, FB_GRID_CELL_COVERED);
          set_below (reader, column, rows - 1, i > 0);
        }
    }
  add_covered (reader, column);

  return TRUE;
}

/* The rows of the first table there is, and of those behind it: a page break parts a table in some word processors. */
static gboolean
read_tables (Reader  *reader,
             xmlNode *node,
             gboolean inside,
             guint    depth)
{
  for (xmlNode *child = node->children; child != NULL && depth < MAX_DEPTH; child = child->next)
    {
      gboolean table = is_element (child, "table");

      if (child->type != XML_ELEMENT_NODE || is_one_of (child, silent))
        continue;
      if (inside && is_element (child, "tr"))
        {
          if (!read_row (reader, child))
            return FALSE;
          continue;
        }
      reader->n_tables += table;
      if (table)
        g_array_set_size (reader->below, 0);
      if (!read_tables (reader, child, inside || table, depth + 1))
        return FALSE;
    }

  return TRUE;
}

/**
 * fb_grid_read_html:
 * @html: in UTF-8
 *
 * Reads the tables of a page. A merged cell stands in the first of the cells that it covers.
 *
 * Returns: (transfer full): the cells, NULL with @error set
 */
FbGrid *
fb_grid_read_html (const char *html,
                   gsize       length,
                   GError    **error)
{
  const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
                      | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC;
  g_autoptr (FbGrid) grid = fb_grid_new ();
  g_autoptr (GArray) below = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (GArray) wide = g_array_new (FALSE, TRUE, sizeof (gboolean));
  Reader reader = { grid, below, wide, 0, 0, 0 };
  xmlDoc *doc;
  gboolean complete = TRUE;

  if (length > FB_GRID_MAX_BYTES)
    {
      g_set_error (error, FB_GRID_ERROR, FB_GRID_ERROR_TOO_LONG, _("The table is too large"));
      return NULL;
    }
  doc = htmlReadMemory (html, length, NULL, "UTF-8", options);
  if (doc != NULL)
    {
      complete = read_tables (&reader, (xmlNode *) doc, FALSE, 0);
      xmlFreeDoc (doc);
    }
  if (!complete)
    {
      g_set_error (error, FB_GRID_ERROR, FB_GRID_ERROR_TOO_LONG, _("The table is too large"));
      return NULL;
    }
  if (fb_grid_get_n_columns (grid) == 0)
    {
      g_set_error (error, FB_GRID_ERROR, FB_GRID_ERROR_EMPTY, _("There is no table in it"));
      return NULL;
    }
  if (reader.n_merged > 0)
    {
      g_autofree char *note
          = g_strdup_printf (ngettext ("%u merged cell", "%u merged cells", reader.n_merged), reader.n_merged);

      fb_grid_add_note (grid, note);
    }

  return g_steal_pointer (&grid);
}

/** Returns: (transfer full): @grid as a table in HTML, its first row as headings */
char *
fb_grid_write_html (const FbGrid *grid)
{
  FbMarkup *html = fb_markup_new (FB_MARKUP_HTML);
  GString *source;

  fb_markup_open (html, "table", NULL);
  for (guint i = 0; i < fb_grid_get_n_rows (grid); i++)
    {
      fb_markup_open (html, "tr", NULL);
      for (guint j = 0; j < fb_grid_get_n_columns (grid); j++)
        {
          g_auto (GStrv) lines = g_strsplit (fb_grid_get (grid, i, j), "\n", -1);

          fb_markup_open (html, i == 0 ? "th" : "td", NULL);
          for (guint k = 0; lines[k] != NULL; k++)
            {
              if (k > 0)
                fb_markup_empty (html, "br", NULL);
              fb_markup_text (html, lines[k], -1);
            }
          fb_markup_close (html);
        }
      fb_markup_close (html);
      fb_markup_newline (html);
    }
  fb_markup_close (html);
  source = fb_markup_end (html);

  return g_string_free (source, FALSE);
}
