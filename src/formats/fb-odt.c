/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/fb-odt.h"

#include <string.h>

#include "flow/fb-words.h"
#include "formats/fb-odt-private.h"
#include "formats/fb-zip-writer.h"

#define MEDIA_TYPE "application/vnd.oasis.opendocument.text"
#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

/* Text this short goes along when the heading above it and the table below it turn to landscape. */
#define SHORT_TEXT 400

/* Automatic styles that every document has: the cells and rows of tables, and the frame of a picture. */
#define CELL_STYLES \
  "<style:style style:name=\"Row\" style:family=\"table-row\">" \
  "<style:table-row-properties fo:keep-together=\"always\"/></style:style>\n" \
  "<style:style style:name=\"RowLong\" style:family=\"table-row\">" \
  "<style:table-row-properties fo:keep-together=\"auto\"/></style:style>\n" \
  "<style:style style:name=\"Cell\" style:family=\"table-cell\"><style:table-cell-properties " \
  "fo:padding-left=\"0.15cm\" fo:padding-right=\"0.15cm\" fo:padding-top=\"0.14cm\" fo:padding-bottom=\"0.1cm\" " \
  "fo:border=\"0.5pt solid #9fb0b9\"/></style:style>\n" \
  "<style:style style:name=\"CellLabel\" style:family=\"table-cell\"><style:table-cell-properties " \
  "fo:padding-left=\"0.15cm\" fo:padding-right=\"0.15cm\" fo:padding-top=\"0.14cm\" fo:padding-bottom=\"0.1cm\" " \
  "fo:border=\"0.5pt solid #9fb0b9\" fo:background-color=\"#e6eef1\"/></style:style>\n" \
  "<style:style style:name=\"CellHead\" style:family=\"table-cell\"><style:table-cell-properties " \
  "fo:padding-left=\"0.15cm\" fo:padding-right=\"0.15cm\" fo:padding-top=\"0.14cm\" fo:padding-bottom=\"0.14cm\" " \
  "style:vertical-align=\"bottom\" fo:border=\"0.5pt solid #9fb0b9\" fo:border-bottom=\"1.25pt solid #154a63\" " \
  "fo:background-color=\"#e6eef1\"/></style:style>\n" \
  "<style:style style:name=\"Picture\" style:family=\"graphic\" style:parent-style-name=\"Graphics\">" \
  "<style:graphic-properties style:vertical-pos=\"top\" style:vertical-rel=\"baseline\"/></style:style>\n" \
  "<style:style style:name=\"Section\" style:family=\"section\"><style:section-properties " \
  "style:editable=\"false\"/></style:style>\n"

#define NAMESPACES \
  "xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0", \
  "xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0", \
  "xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0", \
  "xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0", \
  "xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", \
  "xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", \
  "xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", \
  "xmlns:xlink", "http://www.w3.org/1999/xlink", \
  "xmlns:dc", "http://purl.org/dc/elements/1.1/", \
  "xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0", \
  "office:version", "1.3"

static const char *const title_styles[FB_N_TITLE_ROLES] = {
  [FB_TITLE_AUTHORITY] = "Title_20_Authority",
  [FB_TITLE_MAIN] = "Title",
  [FB_TITLE_OWN] = "Title_20_Own",
  [FB_TITLE_SUBTITLE] = "Subtitle",
  [FB_TITLE_EDITION] = "Title_20_Edition",
  [FB_TITLE_TERM] = "Title_20_Details",
  [FB_TITLE_OCCASION] = "Title_20_Details",
  [FB_TITLE_AS_OF] = "Title_20_Details",
  [FB_TITLE_PHASE] = "Title_20_Details",
};

static const FbOdtParagraphs title_text_styles = { "Title_20_Text", "List_20_Item", "List_20_Item_20_Last" };

static const FbOdtParagraphs text_styles[FB_N_TEXT_ROLES] = {
  [FB_TEXT_BODY] = { "Text_20_body", "List_20_Item", "List_20_Item_20_Last" },
  [FB_TEXT_LABEL] = { "Label", "Label", "Label" },
  [FB_TEXT_DETAILS] = { "Details", "Details", "Details" },
};

static void
write_title_page (FbOdt         *odt,
                  const FbBlock *block)
{
  for (guint i = 0; i < block->n_lines; i++)
    {
      const FbTitleLine *line = &block->lines[i];

      if (line->role == FB_TITLE_TEXT)
        {
          _fb_odt_text (odt, line->text, &title_text_styles);
        }
      else
        {
          _fb_odt_open_paragraph (odt, title_styles[line->role], NULL);
          _fb_odt_line (odt, line->text);
          fb_markup_close (odt->body);
        }
      fb_markup_newline (odt->body);
    }
}

static void
write_entry_template (FbOdt *odt,
                      guint  level)
{
  g_autofree char *number = g_strdup_printf ("%u", level);
  g_autofree char *style = g_strdup_printf ("Contents_20_%u", level);

  fb_markup_open (odt->body, "text:table-of-content-entry-template", "text:outline-level", number, "text:style-name",
                  style, NULL);
  fb_markup_empty (odt->body, "text:index-entry-link-start", "text:style-name", "Index_20_Link", NULL);
  fb_markup_empty (odt->body, "text:index-entry-chapter", NULL);
  fb_markup_element (odt->body, "text:index-entry-span", "\t");
  fb_markup_empty (odt->body, "text:index-entry-text", NULL);
  fb_markup_empty (odt->body, "text:index-entry-tab-stop", "style:type", "right", "style:leader-char", ".", NULL);
  fb_markup_empty (odt->body, "text:index-entry-page-number", NULL);
  fb_markup_empty (odt->body, "text:index-entry-link-end", NULL);
  fb_markup_close (odt->body);
}

/* An entry, as filled in as when the word processor had made it: its page number is a reference, which is right as soon
 * as the document is opened. */
static void
write_entry (FbOdt         *odt,
             const FbBlock *heading)
{
  g_autofree char *style = g_strdup_printf ("Contents_20_%u", heading->level);
  g_autofree char *address = g_strconcat ("#", heading->anchor, NULL);
  g_autofree char *words = _fb_odt_plain (heading->text);

  fb_markup_open (odt->body, "text:p", "text:style-name", style, NULL);
  fb_markup_open (odt->body, "text:a", "xlink:type", "simple", "xlink:href", address, "text:style-name",
                  "Index_20_Link", "text:visited-style-name", "Index_20_Link", NULL);
  if (heading->number != NULL)
    fb_markup_text (odt->body, heading->number, -1);
  fb_markup_empty (odt->body, "text:tab", NULL);
  fb_markup_text (odt->body, words, -1);
  fb_markup_close (odt->body);
  fb_markup_empty (odt->body, "text:tab", NULL);
  fb_markup_open (odt->body, "text:bookmark-ref", "text:reference-format", "page", "text:ref-name", heading->anchor,
                  NULL);
  fb_markup_text (odt->body, "?", 1);
  fb_markup_close (odt->body);
  fb_markup_close (odt->body);
  fb_markup_newline (odt->body);
}

static void
write_contents (FbOdt         *odt,
                const FbBlock *block)
{
  g_autofree char *title = _fb_odt_plain (block->text);
  g_autofree char *depth = g_strdup_printf ("%u", block->level);
  const FbBlock *heading;

  fb_markup_open (odt->body, "text:table-of-content", "text:style-name", "Section", "text:protected", "false",
                  "text:name", "Contents", NULL);
  fb_markup_open (odt->body, "text:table-of-content-source", "text:outline-level", depth, "text:use-index-marks",
                  "false", NULL);
  fb_markup_open (odt->body, "text:index-title-template", "text:style-name", "Contents_20_Heading", NULL);
  fb_markup_text (odt->body, title, -1);
  fb_markup_close (odt->body);
  for (guint i = 1; i <= block->level; i++)
    write_entry_template (odt, i);
  fb_markup_close (odt->body);
  fb_markup_open (odt->body, "text:index-body", NULL);
  fb_markup_open (odt->body, "text:index-title", "text:style-name", "Section", "text:name", "Contents_Head", NULL);
  _fb_odt_open_paragraph (odt, "Contents_20_Heading", NULL);
  fb_markup_text (odt->body, title, -1);
  fb_markup_close (odt->body);
  fb_markup_close (odt->body);
  fb_markup_newline (odt->body);
  for (guint i = 0; (heading = fb_flow_get_block (odt->flow, i)) != NULL; i++)
    if (heading->type == FB_BLOCK_HEADING && heading->in_contents && heading->anchor != NULL
        && heading->level <= block->level)
      write_entry (odt, heading);
  fb_markup_close (odt->body);
  fb_markup_close (odt->body);
  fb_markup_newline (odt->body);
}

/* A heading stays with what it heads. One that heads nothing stays with nothing: a row of them would be a block that
 * fits no page. */
static gboolean
heads_something (FbFlow *flow,
                 guint   index)
{
  const FbBlock *block = fb_flow_get_block (flow, index);
  const FbBlock *next = fb_flow_get_block (flow, index + 1);

  return next != NULL && (next->type != FB_BLOCK_HEADING || next->level > block->level);
}

static void
write_heading (FbOdt         *odt,
               const FbBlock *block,
               guint          index)
{
  static const char *const endings[] = {
    [FB_ODT_NUMBER_NONE] = "_20_Plain",
    [FB_ODT_NUMBER_COUNTED] = "",
    [FB_ODT_NUMBER_SET] = "",
    [FB_ODT_NUMBER_WORDS] = "_20_Own",
  };
  FbOdtNumber numbering = g_array_index (odt->numbering, FbOdtNumber, index);
  g_autofree char *level = g_strdup_printf ("%u", block->level);
  g_autofree char *style = g_strdup_printf ("Heading_20_%u%s", block->level, endings[numbering]);
  const char *last = block->number != NULL ? strrchr (block->number, '.') : NULL;
  const char *start = numbering == FB_ODT_NUMBER_SET ? (last != NULL ? last + 1 : block->number) : NULL;

  odt->let_go = !heads_something (odt->flow, index);
  fb_markup_open (odt->body, "text:h", "text:style-name", _fb_odt_paragraph_style (odt, style, block->language),
                  "text:outline-level", level, "text:restart-numbering", start != NULL ? "true" : NULL,
                  "text:start-value", start, NULL);
  if (numbering == FB_ODT_NUMBER_WORDS)
    {
      fb_markup_text (odt->body, block->number, -1);
      fb_markup_empty (odt->body, "text:tab", NULL);
    }
  if (block->anchor != NULL)
    fb_markup_empty (odt->body, "text:bookmark-start", "text:name", block->anchor, NULL);
  _fb_odt_line (odt, block->text);
  if (block->anchor != NULL)
    fb_markup_empty (odt->body, "text:bookmark-end", "text:name", block->anchor, NULL);
  fb_markup_close (odt->body);
  fb_markup_newline (odt->body);
}

static void
write_block (FbOdt         *odt,
             const FbBlock *block,
             guint          index)
{
  odt->block_language = block->language;
  odt->anchor = fb_flow_is_linked (odt->flow, block->anchor) ? block->anchor : NULL;

  switch (block->type)
    {
    case FB_BLOCK_TITLE_PAGE:
      write_title_page (odt, block);
      break;
    case FB_BLOCK_CONTENTS:
      write_contents (odt, block);
      break;
    case FB_BLOCK_HEADING:
      odt->anchor = NULL; /* it has a bookmark around its words */
      write_heading (odt, block, index);
      break;
    case FB_BLOCK_TEXT:
      _fb_odt_text (odt, block->text, &text_styles[block->role]);
      fb_markup_newline (odt->body);
      break;
    case FB_BLOCK_TABLE:
      _fb_odt_table (odt, block);
      break;
    case FB_BLOCK_FIGURE:
      _fb_odt_figure (odt, block);
      break;
    case FB_BLOCK_PAGE_BREAK:
      odt->new_page = TRUE;
      break;
    }
}

static gboolean
is_short (const FbBlock *block)
{
  gsize length;

  fb_text_get_buffer (block->text, &length);

  return length <= SHORT_TEXT;
}

/* Returns: the index of the first of the headings over the block at @index, with only a few words between; @index
 * itself where other things come before it. */
static guint
find_lead (FbFlow *flow,
           guint   index)
{
  guint first = index;
  guint level;

  while (first > 0 && fb_flow_get_block (flow, first - 1)->type == FB_BLOCK_TEXT
         && is_short (fb_flow_get_block (flow, first - 1)))
    first--;
  if (first == 0 || fb_flow_get_block (flow, first - 1)->type != FB_BLOCK_HEADING)
    return index;

  level = fb_flow_get_block (flow, --first)->level;
  while (first > 0 && fb_flow_get_block (flow, first - 1)->type == FB_BLOCK_HEADING
         && fb_flow_get_block (flow, first - 1)->level < level)
    level = fb_flow_get_block (flow, --first)->level;

  return first;
}

/*
 * A wide table lies across the page, and takes the headings and the few words that lead to it along.
 *
 * Returns: (element-type FbOdtPage) (transfer full): the page each block stands on
 */
static GArray *
choose_pages (FbFlow *flow)
{
  guint n_blocks = fb_flow_get_n_blocks (flow);
  GArray *pages = g_array_new (FALSE, TRUE, sizeof (FbOdtPage));

  g_array_set_size (pages, n_blocks);
  for (guint i = 0; i < n_blocks; i++)
    {
      const FbBlock *block = fb_flow_get_block (flow, i);
      guint first;

      if (block->type == FB_BLOCK_TITLE_PAGE)
        g_array_index (pages, FbOdtPage, i) = FB_ODT_PAGE_COVER;
      if (block->table == NULL || !block->table->landscape)
        continue;

      for (first = find_lead (flow, i); first <= i; first++)
        g_array_index (pages, FbOdtPage, first) = FB_ODT_PAGE_LANDSCAPE;
    }

  return pages;
}

static void
declare_series (FbOdt *odt)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  const FbBlock *block;

  fb_markup_open (odt->body, "text:sequence-decls", NULL);
  for (guint i = 0; (block = fb_flow_get_block (odt->flow, i)) != NULL; i++)
    {
      const char *series = NULL;

      if (block->table != NULL)
        series = block->table->series;
      else if (block->figure != NULL)
        series = block->figure->series;
      if (series != NULL && g_hash_table_add (known, (gpointer) series))
        fb_markup_empty (odt->body, "text:sequence-decl", "text:display-outline-level", "0", "text:name", series, NULL);
    }
  fb_markup_close (odt->body);
  fb_markup_newline (odt->body);
}

static gboolean
write_blocks (FbOdt           *odt,
              GCancellable    *cancellable,
              FbProgressFunc   progress,
              gpointer         data,
              GError         **error)
{
  guint n_blocks = fb_flow_get_n_blocks (odt->flow);
  g_autoptr (GArray) pages = choose_pages (odt->flow);

  for (guint i = 0; i < n_blocks; i++)
    {
      FbOdtPage page = g_array_index (pages, FbOdtPage, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (page != odt->page)
        {
          odt->page = page;
          odt->new_page = TRUE;
        }
      write_block (odt, fb_flow_get_block (odt->flow, i), i);
      if (progress != NULL)
        progress (0.9 * (i + 1) / n_blocks, data);
    }

  return TRUE;
}

static GBytes *
finish_part (FbMarkup *part)
{
  return g_string_free_to_bytes (fb_markup_end (part));
}

static FbMarkup *
begin_part (void)
{
  FbMarkup *part = fb_markup_new (FB_MARKUP_XML);

  fb_markup_raw (part, DECLARATION, strlen (DECLARATION));

  return part;
}

static GBytes *
make_content (FbOdt   *odt,
              GString *body)
{
  FbMarkup *content = begin_part ();
  GString *styles = fb_markup_end (g_steal_pointer (&odt->styles));

  fb_markup_open (content, "office:document-content", NAMESPACES, NULL);
  fb_markup_newline (content);
  fb_markup_open (content, "office:automatic-styles", NULL);
  fb_markup_newline (content);
  fb_markup_raw (content, CELL_STYLES, strlen (CELL_STYLES));
  fb_markup_raw (content, styles->str, styles->len);
  fb_markup_close (content);
  fb_markup_newline (content);
  fb_markup_open (content, "office:body", NULL);
  fb_markup_open (content, "office:text", NULL);
  fb_markup_newline (content);
  fb_markup_raw (content, body->str, body->len);
  g_string_free (styles, TRUE);

  return finish_part (content);
}

static GBytes *
make_meta (FbFlow *flow)
{
  FbMarkup *meta = begin_part ();
  const char *subject = fb_flow_get_meta (flow, FB_META_SUBJECT);
  const char *authority = fb_flow_get_meta (flow, FB_META_AUTHORITY);
  const char *date = fb_flow_get_meta (flow, FB_META_DATE);

  fb_markup_open (meta, "office:document-meta", NAMESPACES, NULL);
  fb_markup_open (meta, "office:meta", NULL);
  fb_markup_element (meta, "meta:generator", "Feldbuch/" FB_VERSION);
  fb_markup_element (meta, "dc:title", fb_flow_get_meta (flow, FB_META_TITLE));
  if (subject != NULL)
    fb_markup_element (meta, "dc:subject", subject);
  if (authority != NULL)
    {
      fb_markup_element (meta, "meta:initial-creator", authority);
      fb_markup_element (meta, "dc:creator", authority);
    }
  if (date != NULL)
    {
      g_autofree char *midnight = g_strconcat (date, "T00:00:00", NULL);

      fb_markup_element (meta, "meta:creation-date", midnight);
      fb_markup_element (meta, "dc:date", midnight);
    }
  fb_markup_element (meta, "dc:language", fb_flow_get_language (flow));

  return finish_part (meta);
}

static void
write_manifest_entry (FbMarkup   *manifest,
                      const char *path,
                      const char *media_type,
                      const char *version)
{
  fb_markup_empty (manifest, "manifest:file-entry", "manifest:full-path", path, "manifest:version", version,
                   "manifest:media-type", media_type, NULL);
  fb_markup_newline (manifest);
}

static GBytes *
make_manifest (GPtrArray *pictures)
{
  static const char *const parts[] = { "content.xml", "styles.xml", "meta.xml" };
  FbMarkup *manifest = begin_part ();

  fb_markup_open (manifest, "manifest:manifest", "xmlns:manifest",
                  "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest:version", "1.3", NULL);
  fb_markup_newline (manifest);
  write_manifest_entry (manifest, "/", MEDIA_TYPE, "1.3");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    write_manifest_entry (manifest, parts[i], "text/xml", NULL);
  for (guint i = 0; i < pictures->len; i++)
    {
      const FbOdtPicture *picture = g_ptr_array_index (pictures, i);

      write_manifest_entry (manifest, picture->path, picture->figure->media_type, NULL);
    }

  return finish_part (manifest);
}

static void
add_part (FbZipWriter *zip,
          const char  *name,
          GBytes      *bytes)
{
  fb_zip_writer_add (zip, name, bytes, TRUE);
  g_bytes_unref (bytes);
}

static GBytes *
make_package (FbOdt    *odt,
              GString  *body,
              GError  **error)
{
  g_autoptr (FbZipWriter) zip = fb_zip_writer_new ();
  g_autoptr (GBytes) mimetype = g_bytes_new_static (MEDIA_TYPE, strlen (MEDIA_TYPE));
  char *styles = _fb_odt_house_style (odt->flow);

  /* First and stored, so that the kind of file shows in its first bytes (OpenDocument 1.3, part 2, 3.3). */
  fb_zip_writer_add (zip, "mimetype", mimetype, FALSE);
  add_part (zip, "content.xml", make_content (odt, body));
  add_part (zip, "styles.xml", g_bytes_new_take (styles, strlen (styles)));
  add_part (zip, "meta.xml", make_meta (odt->flow));
  for (guint i = 0; i < odt->pictures->len; i++)
    {
      const FbOdtPicture *picture = g_ptr_array_index (odt->pictures, i);

      fb_zip_writer_add (zip, picture->path, picture->figure->image, TRUE);
    }
  add_part (zip, "META-INF/manifest.xml", make_manifest (odt->pictures));

  return fb_zip_writer_end (zip, error);
}

static void
free_picture (gpointer data)
{
  FbOdtPicture *picture = data;

  g_free (picture->path);
  g_free (picture);
}

static GHashTable *
index_anchors (FbFlow *flow)
{
  GHashTable *anchors = g_hash_table_new (g_str_hash, g_str_equal);
  const FbBlock *block;

  for (guint i = 0; (block = fb_flow_get_block (flow, i)) != NULL; i++)
    if (block->anchor != NULL)
      g_hash_table_insert (anchors, (gpointer) block->anchor, GUINT_TO_POINTER (i + 1));

  return anchors;
}

/**
 * fb_odt_write:
 *
 * Writes @flow as an OpenDocument text, version 1.3. The same flow gives the same bytes.
 *
 * Returns: (transfer full): the package, NULL with @error set
 */
GBytes *
fb_odt_write (FbFlow          *flow,
              GCancellable    *cancellable,
              FbProgressFunc   progress,
              gpointer         data,
              GError         **error)
{
  g_autoptr (GHashTable) style_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) anchors = index_anchors (flow);
  g_autoptr (GArray) numbering = _fb_odt_count_headings (flow);
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func (free_picture);
  g_autoptr (FbMarkup) body = fb_markup_new (FB_MARKUP_XML);
  g_autoptr (FbMarkup) styles = fb_markup_new (FB_MARKUP_XML);
  g_autoptr (GString) written = NULL;
  GBytes *package;
  FbOdt odt = {
    .flow = flow,
    .language = fb_flow_get_language (flow),
    .body = body,
    .styles = styles,
    .style_names = style_names,
    .anchors = anchors,
    .numbering = numbering,
    .pictures = pictures,
  };

  declare_series (&odt);
  if (!write_blocks (&odt, cancellable, progress, data, error))
    return NULL;

  written = fb_markup_end (g_steal_pointer (&body));
  styles = NULL;
  package = make_package (&odt, written, error);
  if (package != NULL && progress != NULL)
    progress (1, data);

  return package;
}
