/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/fb-html-private.h"

#include <math.h>

#include "flow/fb-words.h"
#include "formats/fb-image-size.h"

static const char *const role_classes[FB_N_COLUMN_ROLES] = {
  [FB_COLUMN_NUMBER] = "role-number",
  [FB_COLUMN_MONEY] = "role-money",
};

/* How much room the table asks for before it scrolls. */
static const char *
find_class (const FbTable *table)
{
  if (!fb_table_has_header (table))
    return "sheet-table";
  if (table->landscape)
    return "wide";
  if (table->n_columns >= 5)
    return "many";

  return table->n_columns >= 3 ? "some" : NULL;
}

static void
write_caption (FbHtml        *html,
               const FbTable *table,
               const char    *id)
{
  const char *class = NULL;

  if (table->caption == NULL)
    class = table->band != NULL ? "band" : "hidden";

  fb_markup_open (html->page, "caption", "id", id, "class", class, NULL);
  if (table->number > 0)
    {
      fb_markup_open (html->page, "span", "class", "series", NULL);
      fb_markup_printf (html->page, "%s %u:", table->series, table->number);
      fb_markup_close (html->page);
      fb_markup_text (html->page, " ", 1);
    }
  if (table->caption != NULL)
    fb_markup_text (html->page, table->caption, -1);
  if (table->caption != NULL && table->band != NULL)
    {
      fb_markup_text (html->page, " ", 1);
      fb_markup_open (html->page, "span", "class", "band", NULL);
      fb_markup_text (html->page, table->band, -1);
      fb_markup_close (html->page);
    }
  else if (table->caption == NULL)
    fb_markup_text (html->page, table->band != NULL ? table->band : table->name, -1);
  fb_markup_close (html->page);
}

static void
write_header (FbHtml        *html,
              const FbTable *table)
{
  fb_markup_open (html->page, "thead", NULL);
  fb_markup_open (html->page, "tr", NULL);
  for (guint i = 0; i < table->n_columns; i++)
    {
      /* A heading without words heads nothing. */
      gboolean filled = *table->columns[i].heading != '\0';

      fb_markup_open (html->page, filled ? "th" : "td", "scope", filled ? "col" : NULL, "class",
                      role_classes[table->columns[i].role], NULL);
      fb_markup_text (html->page, table->columns[i].heading, -1);
      fb_markup_close (html->page);
    }
  fb_markup_close (html->page);
  fb_markup_close (html->page);
  fb_markup_newline (html->page);
}

static void
write_row (FbHtml        *html,
           const FbTable *table,
           const FbRow   *row)
{
  fb_markup_open (html->page, "tr", "id", row->anchor, "class", row->breaks ? "long" : NULL, NULL);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const FbColumn *column = &table->columns[i];
      gboolean heading = column->row_heading && row->cells[i] != NULL;

      fb_markup_open (html->page, heading ? "th" : "td", "scope", heading ? "row" : NULL, "class",
                      role_classes[column->role], NULL);
      if (row->cells[i] != NULL)
        _fb_html_paragraphs (html, row->cells[i]);
      fb_markup_close (html->page);
    }
  fb_markup_close (html->page);
  fb_markup_newline (html->page);
}

/* A table in a section that scrolls, can be reached by keyboard and says its name. */
void
_fb_html_table (FbHtml        *html,
                const FbBlock *block,
                guint          index)
{
  const FbTable *table = block->table;
  g_autofree char *caption = g_strdup_printf ("caption-%u", index);

  fb_markup_open (html->page, "section", "class", "table", "id", block->anchor,
                  FB_HTML_LANGUAGE (block->language), "tabindex", "0", "aria-labelledby", caption, NULL);
  fb_markup_newline (html->page);
  fb_markup_open (html->page, "table", "class", find_class (table), NULL);
  write_caption (html, table, caption);
  fb_markup_newline (html->page);
  fb_markup_open (html->page, "colgroup", NULL);
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *class = g_strdup_printf ("w%d", (int) round (table->columns[i].width * 100));

      fb_markup_empty (html->page, "col", "class", class, NULL);
    }
  fb_markup_close (html->page);
  fb_markup_newline (html->page);
  if (fb_table_has_header (table))
    write_header (html, table);
  fb_markup_open (html->page, "tbody", NULL);
  fb_markup_newline (html->page);
  for (guint i = 0; i < table->n_rows; i++)
    write_row (html, table, table->rows[i]);
  fb_markup_close (html->page);
  fb_markup_close (html->page);
  fb_markup_close (html->page);
}

static void
write_figure_caption (FbHtml         *html,
                      const FbFigure *figure)
{
  if (figure->caption == NULL && figure->source == NULL && figure->licence == NULL)
    return;

  fb_markup_open (html->page, "figcaption", NULL);
  if (figure->number > 0)
    {
      fb_markup_open (html->page, "span", "class", "series", NULL);
      fb_markup_printf (html->page, "%s %u:", figure->series, figure->number);
      fb_markup_close (html->page);
      fb_markup_text (html->page, " ", 1);
    }
  if (figure->caption != NULL)
    fb_markup_text (html->page, figure->caption, -1);
  if (figure->source != NULL || figure->licence != NULL)
    {
      fb_markup_text (html->page, " ", 1);
      fb_markup_open (html->page, "span", "class", "origin", NULL);
      if (figure->source != NULL)
        fb_markup_printf (html->page, "%s: %s", fb_words_get (html->language, "Source"), figure->source);
      if (figure->source != NULL && figure->licence != NULL)
        fb_markup_text (html->page, " · ", -1);
      if (figure->licence != NULL)
        fb_markup_printf (html->page, "%s: %s", fb_words_get (html->language, "Licence"), figure->licence);
      fb_markup_close (html->page);
    }
  fb_markup_close (html->page);
}

/* A picture that travels in the page itself. */
void
_fb_html_figure (FbHtml        *html,
                 const FbBlock *block)
{
  const FbFigure *figure = block->figure;
  const char *alternative = figure->alternative != NULL ? figure->alternative : figure->caption;
  gsize length;
  gconstpointer bytes = g_bytes_get_data (figure->image, &length);
  g_autofree char *base64 = g_base64_encode (bytes, length);
  g_autofree char *source = g_strdup_printf ("data:%s;base64,%s", figure->media_type, base64);
  g_autofree char *width = NULL;
  g_autofree char *height = NULL;
  double w, h;

  if (fb_image_get_size (figure->image, &w, &h))
    {
      width = g_strdup_printf ("%d", MAX ((int) round (w), 1));
      height = g_strdup_printf ("%d", MAX ((int) round (h), 1));
    }
  if (figure->decorative || alternative == NULL)
    alternative = "";

  fb_markup_open (html->page, "figure", "id", block->anchor, FB_HTML_LANGUAGE (block->language), NULL);
  fb_markup_empty (html->page, "img", "src", source, "alt", alternative, "width", width, "height", height, NULL);
  write_figure_caption (html, figure);
  fb_markup_close (html->page);
}
