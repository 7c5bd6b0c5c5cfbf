/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/fb-html.h"

#include <math.h>
#include <string.h>

#include "flow/fb-words.h"
#include "formats/fb-html-private.h"

#define STYLE_SHEET "/org/feldbuch/core/house-style/page.css"
#define TEXT_ID "text"
#define CONTENTS_TITLE_ID "contents-title"
#define DEEPEST 6 /* h6 */

static const char *const title_classes[FB_N_TITLE_ROLES] = {
  [FB_TITLE_AUTHORITY] = "authority",
  [FB_TITLE_OWN] = "own-title",
  [FB_TITLE_SUBTITLE] = "subtitle",
  [FB_TITLE_EDITION] = "edition",
  [FB_TITLE_TERM] = "term",
  [FB_TITLE_OCCASION] = "occasion",
  [FB_TITLE_AS_OF] = "as-of",
  [FB_TITLE_PHASE] = "phase",
  [FB_TITLE_TEXT] = "title-text",
};

static const char *const headings[] = { "h1", "h2", "h3", "h4", "h5", "h6" };

static const FbBlock *
find_block (FbFlow      *flow,
            FbBlockType  type)
{
  const FbBlock *block;

  for (guint i = 0; (block = fb_flow_get_block (flow, i)) != NULL; i++)
    if (block->type == type)
      return block;

  return NULL;
}

/* The house style, and the widths that the columns of this flow ask for. */
static GString *
make_style (FbFlow *flow)
{
  g_autoptr (GBytes) sheet = g_resources_lookup_data (STYLE_SHEET, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GString *style = g_string_new ("\n");
  gboolean used[101] = { FALSE };
  const FbBlock *block;

  g_string_append_len (style, g_bytes_get_data (sheet, NULL), g_bytes_get_size (sheet));
  for (guint i = 0; (block = fb_flow_get_block (flow, i)) != NULL; i++)
    for (guint j = 0; block->table != NULL && j < block->table->n_columns; j++)
      used[CLAMP ((int) round (block->table->columns[j].width * 100), 0, 100)] = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (used); i++)
    if (used[i])
      g_string_append_printf (style, ".w%u { inline-size: %u%%; }\n", i, i);

  return style;
}

static void
write_meta (FbHtml     *html,
            const char *name,
            const char *content)
{
  if (content == NULL)
    return;
  fb_markup_empty (html->page, "meta", "name", name, "content", content, NULL);
  fb_markup_newline (html->page);
}

static void
write_head (FbHtml *html)
{
  g_autoptr (GString) style = make_style (html->flow);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  g_autofree char *base64 = NULL;
  g_autofree char *policy = NULL;

  /* The page brings everything it needs, and nothing else may run or load. */
  g_checksum_update (checksum, (const guchar *) style->str, style->len);
  g_checksum_get_digest (checksum, digest, &length);
  base64 = g_base64_encode (digest, length);
  policy = g_strdup_printf ("default-src 'none'; img-src data:; style-src 'sha256-%s'; base-uri 'none'; "
                            "form-action 'none'", base64);

  fb_markup_open (html->page, "head", NULL);
  fb_markup_newline (html->page);
  fb_markup_empty (html->page, "meta", "charset", "utf-8", NULL);
  fb_markup_newline (html->page);
  fb_markup_empty (html->page, "meta", "http-equiv", "Content-Security-Policy", "content", policy, NULL);
  fb_markup_newline (html->page);
  write_meta (html, "viewport", "width=device-width, initial-scale=1");
  fb_markup_element (html->page, "title", fb_flow_get_meta (html->flow, FB_META_TITLE));
  fb_markup_newline (html->page);
  write_meta (html, "author", fb_flow_get_meta (html->flow, FB_META_AUTHORITY));
  write_meta (html, "description", fb_flow_get_meta (html->flow, FB_META_SUBJECT));
  write_meta (html, "date", fb_flow_get_meta (html->flow, FB_META_DATE));
  write_meta (html, "generator", "Feldbuch " FB_VERSION);
  write_meta (html, "color-scheme", "light dark");
  fb_markup_open (html->page, "style", NULL);
  fb_markup_raw (html->page, style->str, style->len);
  fb_markup_close (html->page);
  fb_markup_newline (html->page);
  fb_markup_close (html->page);
  fb_markup_newline (html->page);
}

/* The page's one heading of the first level, with the title page around it where there is one. */
static void
write_cover (FbHtml *html)
{
  const FbBlock *block = find_block (html->flow, FB_BLOCK_TITLE_PAGE);
  gboolean titled = FALSE;

  fb_markup_open (html->page, "header", "class", "cover", "id", block != NULL ? block->anchor : NULL, NULL);
  for (guint i = 0; block != NULL && i < block->n_lines; i++)
    {
      const FbTitleLine *line = &block->lines[i];

      fb_markup_newline (html->page);
      if (line->role == FB_TITLE_TEXT)
        {
          fb_markup_open (html->page, "div", "class", title_classes[line->role], NULL);
          _fb_html_paragraphs (html, line->text);
        }
      else
        {
          gboolean main_title = line->role == FB_TITLE_MAIN && !titled;

          fb_markup_open (html->page, main_title ? "h1" : "p", "class", title_classes[line->role], NULL);
          _fb_html_line (html, line->text);
          titled |= main_title;
        }
      fb_markup_close (html->page);
    }
  if (!titled)
    {
      const char *mark = fb_flow_get_meta (html->flow, FB_META_MARK);

      fb_markup_newline (html->page);
      fb_markup_element (html->page, "h1", fb_flow_get_meta (html->flow, FB_META_TITLE));
      if (mark != NULL)
        fb_markup_element (html->page, "p", mark);
    }
  fb_markup_newline (html->page);
  fb_markup_close (html->page);
  fb_markup_newline (html->page);
}

static void
write_entry (FbHtml        *html,
             const FbBlock *heading)
{
  g_autofree char *address = g_strconcat ("#", heading->anchor, NULL);
  g_autofree char *words = _fb_html_plain (heading->text);

  fb_markup_open (html->page, "a", "href", address, FB_HTML_LANGUAGE (heading->language), NULL);
  fb_markup_open (html->page, "span", "class", "number", NULL);
  fb_markup_text (html->page, heading->number != NULL ? heading->number : "", -1);
  fb_markup_close (html->page);
  fb_markup_text (html->page, " ", 1);
  fb_markup_open (html->page, "span", "class", "entry", NULL);
  fb_markup_text (html->page, words, -1);
  fb_markup_close (html->page);
  fb_markup_close (html->page);
}

static void
write_contents (FbHtml        *html,
                const FbBlock *contents)
{
  const FbBlock *block;
  guint depth = 0;

  fb_markup_open (html->page, "nav", "class", "contents", "aria-labelledby", CONTENTS_TITLE_ID, NULL);
  fb_markup_newline (html->page);
  fb_markup_open (html->page, "h2", "id", CONTENTS_TITLE_ID, NULL);
  _fb_html_line (html, contents->text);
  fb_markup_close (html->page);
  for (guint i = 0; (block = fb_flow_get_block (html->flow, i)) != NULL; i++)
    {
      guint level;

      if (block->type != FB_BLOCK_HEADING || !block->in_contents || block->anchor == NULL
          || block->level > contents->level)
        continue;

      level = MIN (block->level, depth + 1);
      for (; depth > level; depth--)
        {
          fb_markup_close (html->page); /* item */
          fb_markup_close (html->page); /* list */
        }
      if (depth == level)
        fb_markup_close (html->page);
      else
        fb_markup_open (html->page, "ol", NULL);
      depth = level;
      fb_markup_newline (html->page);
      fb_markup_open (html->page, "li", NULL);
      write_entry (html, block);
    }
  for (; depth > 0; depth--)
    {
      fb_markup_close (html->page);
      fb_markup_close (html->page);
    }
  fb_markup_newline (html->page);
  fb_markup_close (html->page);
  fb_markup_newline (html->page);
}

static void
write_heading (FbHtml        *html,
               const FbBlock *block,
               guint         *last)
{
  /* The title is h1, and a reader's table of headings wants no step left out. */
  guint level = MIN (MIN (block->level + 1, *last + 1), DEEPEST);

  *last = level;
  fb_markup_open (html->page, headings[level - 1], "id", block->anchor, FB_HTML_LANGUAGE (block->language), NULL);
  if (block->number != NULL)
    {
      fb_markup_open (html->page, "span", "class", "number", NULL);
      fb_markup_text (html->page, block->number, -1);
      fb_markup_close (html->page);
      fb_markup_text (html->page, " ", 1);
    }
  _fb_html_line (html, block->text);
  fb_markup_close (html->page);
}

static void
write_text (FbHtml        *html,
            const FbBlock *block)
{
  static const char *const classes[FB_N_TEXT_ROLES] = {
    [FB_TEXT_BODY] = "text",
    [FB_TEXT_LABEL] = "label",
    [FB_TEXT_DETAILS] = "details",
  };

  fb_markup_open (html->page, "div", "class", classes[block->role], "id", block->anchor,
                  FB_HTML_LANGUAGE (block->language), NULL);
  _fb_html_paragraphs (html, block->text);
  fb_markup_close (html->page);
}

static void
write_block (FbHtml        *html,
             const FbBlock *block,
             guint          index,
             guint         *last_heading)
{
  switch (block->type)
    {
    case FB_BLOCK_HEADING:
      write_heading (html, block, last_heading);
      break;
    case FB_BLOCK_TEXT:
      write_text (html, block);
      break;
    case FB_BLOCK_TABLE:
      _fb_html_table (html, block, index);
      break;
    case FB_BLOCK_FIGURE:
      _fb_html_figure (html, block);
      break;
    case FB_BLOCK_TITLE_PAGE:
    case FB_BLOCK_CONTENTS:
    case FB_BLOCK_PAGE_BREAK:
      /* The first two have a place of their own; a web page has no pages. */
      return;
    }
  fb_markup_newline (html->page);
}

static void
write_foot (FbHtml *html)
{
  const char *authority = fb_flow_get_meta (html->flow, FB_META_AUTHORITY);

  fb_markup_open (html->page, "footer", "class", "foot", NULL);
  fb_markup_open (html->page, "p", NULL);
  fb_markup_text (html->page, fb_flow_get_meta (html->flow, FB_META_TITLE), -1);
  if (authority != NULL)
    fb_markup_printf (html->page, " · %s", authority);
  fb_markup_close (html->page);
  fb_markup_close (html->page);
  fb_markup_newline (html->page);
}

/**
 * fb_html_write:
 *
 * Writes @flow as one HTML5 file that meets WCAG 2.2 AA and needs nothing beside it: no script, nothing to load.
 *
 * Returns: (transfer full): the page, NULL with @error set when cancelled
 */
GBytes *
fb_html_write (FbFlow          *flow,
               GCancellable    *cancellable,
               FbProgressFunc   progress,
               gpointer         data,
               GError         **error)
{
  g_autoptr (FbMarkup) page = fb_markup_new (FB_MARKUP_HTML);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  FbHtml html = { flow, fb_flow_get_language (flow), page, notes, FALSE };
  const FbBlock *contents = find_block (flow, FB_BLOCK_CONTENTS);
  guint n_blocks = fb_flow_get_n_blocks (flow);
  guint last_heading = 1;

  fb_markup_raw (page, "<!DOCTYPE html>\n", strlen ("<!DOCTYPE html>\n"));
  fb_markup_open (page, "html", FB_HTML_LANGUAGE (html.language), NULL);
  fb_markup_newline (page);
  write_head (&html);
  fb_markup_open (page, "body", NULL);
  fb_markup_newline (page);
  fb_markup_open (page, "a", "class", "skip", "href", "#" TEXT_ID, NULL);
  fb_markup_text (page, fb_words_get (html.language, "Skip to the text"), -1);
  fb_markup_close (page);
  fb_markup_newline (page);
  write_cover (&html);
  fb_markup_open (page, "div", "class", contents != NULL ? "sheet with-contents" : "sheet", NULL);
  fb_markup_newline (page);
  if (contents != NULL)
    write_contents (&html, contents);
  fb_markup_open (page, "main", "id", TEXT_ID, NULL);
  fb_markup_newline (page);
  for (guint i = 0; i < n_blocks; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      write_block (&html, fb_flow_get_block (flow, i), i, &last_heading);
      if (progress != NULL)
        progress ((i + 1.0) / n_blocks, data);
    }
  _fb_html_notes (&html);
  fb_markup_close (page);
  fb_markup_newline (page);
  fb_markup_close (page);
  fb_markup_newline (page);
  write_foot (&html);

  return g_string_free_to_bytes (fb_markup_end (g_steal_pointer (&page)));
}
