/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/fb-odt-private.h"

#include "flow/fb-words.h"
#include "formats/fb-image-size.h"

/* Between the margins of the house style, in centimetres. */
#define UPRIGHT_WIDTH 17.0
#define LANDSCAPE_WIDTH 25.7
#define PICTURE_HEIGHT 19.0
#define CM_PER_PIXEL (2.54 / 96)

/* Lengths are written with a point in every locale. */
static char *
format_cm (double cm)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strconcat (g_ascii_formatd (digits, sizeof digits, "%.3f", cm), "cm", NULL);
}

/* "Tabelle 3: ", counted by the word processor. */
static void
write_series (FbOdt      *odt,
              const char *series,
              guint       number,
              const char *ref_format)
{
  g_autofree char *ref = NULL;
  g_autofree char *formula = g_strdup_printf ("ooow:%s+1", series);

  if (number == 0)
    return;

  ref = g_strdup_printf ("%s%u", ref_format, number);
  fb_markup_open (odt->body, "text:span", "text:style-name", "Caption_20_Number", NULL);
  fb_markup_printf (odt->body, "%s ", series);
  fb_markup_open (odt->body, "text:sequence", "text:ref-name", ref, "text:name", series, "text:formula", formula,
                  "style:num-format", "1", NULL);
  fb_markup_printf (odt->body, "%u", number);
  fb_markup_close (odt->body);
  fb_markup_text (odt->body, ":", 1);
  fb_markup_close (odt->body);
  fb_markup_text (odt->body, " ", 1);
}

static void
write_words (FbOdt      *odt,
             const char *words)
{
  gboolean after_space = TRUE;

  _fb_odt_words (odt, words, -1, &after_space);
}

static void
write_captions (FbOdt         *odt,
                const FbTable *table)
{
  if (table->caption != NULL)
    {
      _fb_odt_open_paragraph (odt, "Table", NULL);
      write_series (odt, table->series, table->number, "refTable");
      write_words (odt, table->caption);
      fb_markup_close (odt->body);
    }
  if (table->band != NULL)
    {
      _fb_odt_open_paragraph (odt, "Table_20_Band", NULL);
      write_words (odt, table->band);
      fb_markup_close (odt->body);
    }
}

static void
write_table_style (FbOdt         *odt,
                   const FbTable *table,
                   const char    *name)
{
  double width = table->landscape ? LANDSCAPE_WIDTH : UPRIGHT_WIDTH;
  g_autofree char *whole = format_cm (width);

  /* A table that nothing stands before turns the page itself. */
  fb_markup_open (odt->styles, "style:style", "style:name", name, "style:family", "table", "style:master-page-name",
                  odt->new_page ? (odt->page == FB_ODT_PAGE_LANDSCAPE ? "Landscape" : "Standard") : NULL, NULL);
  odt->new_page = FALSE;
  fb_markup_empty (odt->styles, "style:table-properties", "style:width", whole, "table:align", "margins",
                   "fo:margin-bottom", "0.5cm", "table:border-model", "collapsing", "style:may-break-between-rows",
                   "true", NULL);
  fb_markup_close (odt->styles);
  fb_markup_newline (odt->styles);
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *column = g_strdup_printf ("%s.%u", name, i + 1);
      g_autofree char *own = format_cm (width * table->columns[i].width);
      g_autofree char *share = g_strdup_printf ("%d*", (int) (table->columns[i].width * 65535));

      fb_markup_open (odt->styles, "style:style", "style:name", column, "style:family", "table-column", NULL);
      fb_markup_empty (odt->styles, "style:table-column-properties", "style:column-width", own,
                       "style:rel-column-width", share, NULL);
      fb_markup_close (odt->styles);
      fb_markup_newline (odt->styles);
    }
}

static void
write_header (FbOdt         *odt,
              const FbTable *table)
{
  fb_markup_open (odt->body, "table:table-header-rows", NULL);
  fb_markup_open (odt->body, "table:table-row", "table:style-name", "Row", NULL);
  for (guint i = 0; i < table->n_columns; i++)
    {
      fb_markup_open (odt->body, "table:table-cell", "table:style-name", "CellHead", "office:value-type", "string",
                      NULL);
      _fb_odt_open_paragraph (odt, table->dense ? "Table_20_Heading_20_Dense" : "Table_20_Heading", NULL);
      write_words (odt, table->columns[i].heading);
      fb_markup_close (odt->body);
      fb_markup_close (odt->body);
    }
  fb_markup_close (odt->body);
  fb_markup_close (odt->body);
  fb_markup_newline (odt->body);
}

static void
write_cell (FbOdt          *odt,
            const FbColumn *column,
            const FbText   *text,
            gboolean        dense)
{
  const char *paragraph = dense ? "Table_20_Contents_20_Dense" : "Table_20_Contents";

  if (column->role == FB_COLUMN_LABEL)
    paragraph = "Table_20_Label";
  else if (column->role == FB_COLUMN_NUMBER && column->row_heading && !dense)
    paragraph = "Table_20_Number";

  fb_markup_open (odt->body, "table:table-cell", "table:style-name",
                  column->role == FB_COLUMN_LABEL ? "CellLabel" : "Cell", "office:value-type", "string", NULL);
  if (text != NULL)
    {
      const char *in_list = dense ? paragraph : "Table_20_List";
      const FbOdtParagraphs paragraphs = { paragraph, in_list, in_list };

      _fb_odt_text (odt, text, &paragraphs);
    }
  else
    {
      _fb_odt_open_paragraph (odt, paragraph, NULL);
      fb_markup_close (odt->body);
    }
  fb_markup_close (odt->body);
}

static void
write_row (FbOdt         *odt,
           const FbTable *table,
           const FbRow   *row)
{
  const char *style = row->breaks ? "RowLong" : "Row";

  if (fb_flow_is_linked (odt->flow, row->anchor))
    odt->anchor = row->anchor;
  fb_markup_open (odt->body, "table:table-row", "table:style-name", style, NULL);
  for (guint i = 0; i < table->n_columns; i++)
    write_cell (odt, &table->columns[i], row->cells[i], table->dense);
  fb_markup_close (odt->body);
  fb_markup_newline (odt->body);
}

/* A table, with its caption before it. */
void
_fb_odt_table (FbOdt         *odt,
               const FbBlock *block)
{
  const FbTable *table = block->table;
  g_autofree char *name = g_strdup_printf ("Table%u", ++odt->n_tables);

  write_captions (odt, table);
  write_table_style (odt, table, name);
  fb_markup_open (odt->body, "table:table", "table:name", name, "table:style-name", name, NULL);
  fb_markup_element (odt->body, "table:title", table->caption != NULL ? table->caption
                                               : table->band != NULL  ? table->band
                                                                      : table->name);
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *column = g_strdup_printf ("%s.%u", name, i + 1);

      fb_markup_empty (odt->body, "table:table-column", "table:style-name", column, NULL);
    }
  fb_markup_newline (odt->body);
  if (fb_table_has_header (table))
    write_header (odt, table);
  for (guint i = 0; i < table->n_rows; i++)
    write_row (odt, table, table->rows[i]);
  if (table->n_rows == 0)
    {
      /* A table has at least one row (OpenDocument 1.3, 9.1.2). */
      FbText **none = g_newa0 (FbText *, table->n_columns);
      const FbRow empty = { .cells = none };

      write_row (odt, table, &empty);
    }
  fb_markup_close (odt->body);
  fb_markup_newline (odt->body);
}

static const char *
find_extension (const char *media_type)
{
  static const struct
  {
    const char *media_type;
    const char *extension;
  } types[] = {
    { "image/png", "png" },     { "image/jpeg", "jpg" }, { "image/gif", "gif" },
    { "image/svg+xml", "svg" }, { "image/webp", "webp" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].media_type, media_type))
      return types[i].extension;

  return "bin";
}

static void
find_picture_size (const FbFigure *figure,
                   double         *width,
                   double         *height)
{
  double shrink;

  if (!fb_image_get_size (figure->image, width, height))
    {
      *width = 400;
      *height = 300;
    }
  *width *= CM_PER_PIXEL;
  *height *= CM_PER_PIXEL;
  shrink = MAX (1, MAX (*width / UPRIGHT_WIDTH, *height / PICTURE_HEIGHT));
  *width /= shrink;
  *height /= shrink;
}

static void
write_origin (FbOdt          *odt,
              const FbFigure *figure)
{
  if (figure->source == NULL && figure->licence == NULL)
    return;

  _fb_odt_open_paragraph (odt, "Figure_20_Source", NULL);
  if (figure->source != NULL)
    fb_markup_printf (odt->body, "%s: %s", fb_words_get (odt->language, "Source"), figure->source);
  if (figure->source != NULL && figure->licence != NULL)
    fb_markup_text (odt->body, " · ", -1);
  if (figure->licence != NULL)
    fb_markup_printf (odt->body, "%s: %s", fb_words_get (odt->language, "Licence"), figure->licence);
  fb_markup_close (odt->body);
}

/* A picture with its caption behind it. */
void
_fb_odt_figure (FbOdt         *odt,
                const FbBlock *block)
{
  const FbFigure *figure = block->figure;
  FbOdtPicture *picture = g_new0 (FbOdtPicture, 1);
  guint number = odt->pictures->len + 1;
  g_autofree char *name = g_strdup_printf ("Picture%u", number);
  g_autofree char *width_cm = NULL;
  g_autofree char *height_cm = NULL;
  double width, height;

  picture->figure = figure;
  picture->path = g_strdup_printf ("Pictures/%u.%s", number, find_extension (figure->media_type));
  g_ptr_array_add (odt->pictures, picture);
  find_picture_size (figure, &width, &height);
  width_cm = format_cm (width);
  height_cm = format_cm (height);

  /* The picture stays with its caption. Without one it stays with nothing. */
  odt->let_go = figure->caption == NULL && figure->source == NULL && figure->licence == NULL;
  _fb_odt_open_paragraph (odt, "Figure_20_Frame", NULL);
  fb_markup_open (odt->body, "draw:frame", "draw:style-name", "Picture", "draw:name", name, "text:anchor-type",
                  "as-char", "svg:width", width_cm, "svg:height", height_cm, NULL);
  fb_markup_empty (odt->body, "draw:image", "xlink:href", picture->path, "xlink:type", "simple", "xlink:show", "embed",
                   "xlink:actuate", "onLoad", "draw:mime-type", figure->media_type, NULL);
  if (!figure->decorative && figure->caption != NULL)
    fb_markup_element (odt->body, "svg:title", figure->caption);
  if (!figure->decorative && figure->alternative != NULL)
    fb_markup_element (odt->body, "svg:desc", figure->alternative);
  fb_markup_close (odt->body);
  fb_markup_close (odt->body);
  if (figure->caption != NULL)
    {
      _fb_odt_open_paragraph (odt, "Figure", NULL);
      write_series (odt, figure->series, figure->number, "refFigure");
      write_words (odt, figure->caption);
      fb_markup_close (odt->body);
    }
  write_origin (odt, figure);
  fb_markup_newline (odt->body);
}
