/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "flow/fb-words.h"
#include "formats/fb-address.h"
#include "formats/fb-html-private.h"
#include "formats/fb-text-walk.h"

/* Outermost first. */
static const struct
{
  FbRunKind kind;
  const char *element;
} marks[] = {
  { FB_RUN_STRONG, "strong" },
  { FB_RUN_EMPHASIS, "em" },
  { FB_RUN_SUPERSCRIPT, "sup" },
  { FB_RUN_SUBSCRIPT, "sub" },
};

static void
write_note_mark (FbHtml *html,
                 FbText *note)
{
  g_autofree char *mark = NULL;
  g_autofree char *place = NULL;
  g_autofree char *address = NULL;
  g_autofree char *label = NULL;

  g_ptr_array_add (html->notes, note);
  mark = g_strdup_printf ("%u", html->notes->len);
  place = g_strdup_printf ("note-mark-%s", mark);
  address = g_strdup_printf ("#note-%s", mark);
  label = g_strdup_printf ("%s %s", fb_words_get (html->language, "Footnote"), mark);
  fb_markup_open (html->page, "sup", NULL);
  fb_markup_open (html->page, "a", "href", address, "id", place, "role", "doc-noteref", "aria-label", label, NULL);
  fb_markup_text (html->page, mark, -1);
  fb_markup_close (html->page);
  fb_markup_close (html->page);
}

static void
write_reference (FbHtml     *html,
                 const char *id,
                 gboolean    in_link)
{
  const FbTarget *target = fb_flow_get_target (html->flow, id);

  if (target == NULL)
    {
      fb_markup_text (html->page, "[?]", -1);
    }
  else if (target->anchor == NULL || in_link)
    {
      fb_markup_text (html->page, target->label, -1);
    }
  else
    {
      g_autofree char *address = g_strconcat ("#", target->anchor, NULL);

      fb_markup_open (html->page, "a", "href", address, "title", target->title, NULL);
      fb_markup_text (html->page, target->label, -1);
      fb_markup_close (html->page);
    }
}

static void
write_span (FbHtml       *html,
            const FbSpan *span)
{
  guint n_open = 0;

  if (span->line_break)
    {
      fb_markup_empty (html->page, "br", NULL);
      return;
    }

  if (span->language != NULL)
    {
      fb_markup_open (html->page, "span", FB_HTML_LANGUAGE (span->language), NULL);
      n_open++;
    }
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (span->marks & (1u << marks[i].kind))
      {
        fb_markup_open (html->page, marks[i].element, NULL);
        n_open++;
      }

  /* A note in a note has no place to stand; its words follow in brackets. */
  if (span->note != NULL && html->in_note)
    {
      g_autofree char *words = _fb_html_plain (span->note);

      fb_markup_printf (html->page, " [%s]", words);
    }
  else if (span->note != NULL)
    write_note_mark (html, span->note);
  else if (span->reference != NULL)
    write_reference (html, span->reference, span->link != NULL);
  else
    fb_markup_text (html->page, span->text, span->length);

  while (n_open-- > 0)
    fb_markup_close (html->page);
}

/* Returns: the value of an element's "dir", NULL for no language. */
const char *
_fb_html_direction (const char *language)
{
  if (language == NULL)
    return NULL;

  return fb_words_run_left (language) ? "rtl" : "ltr";
}

/* What a text says, on one line and without form. */
char *
_fb_html_plain (const FbText *text)
{
  return g_strdelimit (fb_text_to_words (text), "\n", ' ');
}

/* The words of a paragraph with their marks. Spans of one link are one link. */
void
_fb_html_inline (FbHtml       *html,
                 const FbText *text,
                 guint         paragraph)
{
  FbSpanIter iter;
  FbSpan span;
  g_autofree char *link = NULL;

  fb_span_iter_init (&iter, text, paragraph);
  while (fb_span_iter_next (&iter, &span))
    {
      /* A footnote's mark is a link itself, and links do not nest. */
      const char *wanted = span.note == NULL ? span.link : NULL;
      g_autofree char *address = NULL;

      if (link != NULL && g_strcmp0 (link, wanted) != 0)
        {
          fb_markup_close (html->page);
          g_clear_pointer (&link, g_free);
        }
      address = link == NULL && wanted != NULL ? fb_address_clean (wanted) : NULL;
      if (address != NULL)
        {
          fb_markup_open (html->page, "a", "href", address, NULL);
          link = g_strdup (wanted);
        }
      write_span (html, &span);
    }
  if (link != NULL)
    fb_markup_close (html->page);
}

/* A text where there is room for words only, such as a heading: paragraphs become lines. */
void
_fb_html_line (FbHtml       *html,
               const FbText *text)
{
  for (guint i = 0; i < fb_text_get_n_paragraphs (text); i++)
    {
      if (i > 0)
        fb_markup_empty (html->page, "br", NULL);
      _fb_html_inline (html, text, i);
    }
}

static void
open_list (gpointer    data,
           FbListStyle style,
           guint       level,
           guint       number)
{
  static const struct
  {
    const char *element;
    const char *class;
  } lists[] = {
    [FB_LIST_BULLET] = { "ul", NULL },
    [FB_LIST_DECIMAL] = { "ol", NULL },
    [FB_LIST_LETTER] = { "ol", "letters" },
    [FB_LIST_PAREN] = { "ol", "parenthesised" },
  };
  FbHtml *html = data;
  g_autofree char *start = number > 0 && style != FB_LIST_BULLET ? g_strdup_printf ("%u", number) : NULL;

  fb_markup_open (html->page, lists[style].element, "class", lists[style].class, "start", start, NULL);
}

static void
open_item (gpointer data,
           guint    number,
           gboolean bare)
{
  FbHtml *html = data;

  fb_markup_open (html->page, "li", "class", bare ? "bare" : NULL, NULL);
}

static void
close_element (gpointer data)
{
  FbHtml *html = data;

  fb_markup_close (html->page);
}

static void
write_paragraph (gpointer      data,
                 const FbText *text,
                 guint         index,
                 guint         in_list)
{
  FbHtml *html = data;
  const FbParagraph *paragraph = fb_text_get_paragraph (text, index);

  fb_markup_open (html->page, "p", FB_HTML_LANGUAGE (paragraph->language), NULL);
  _fb_html_inline (html, text, index);
  fb_markup_close (html->page);
}

static const FbTextVisitor visitor = { open_list, close_element, open_item, close_element, write_paragraph };

/* The paragraphs and lists of a text. */
void
_fb_html_paragraphs (FbHtml       *html,
                     const FbText *text)
{
  fb_text_walk (text, &visitor, html);
}

/* The footnotes met so far, as a section of their own. */
void
_fb_html_notes (FbHtml *html)
{
  if (html->notes->len == 0)
    return;

  html->in_note = TRUE;
  fb_markup_open (html->page, "section", "class", "notes", "role", "doc-endnotes", "aria-labelledby", "notes-title",
                  NULL);
  fb_markup_open (html->page, "h2", "id", "notes-title", NULL);
  fb_markup_text (html->page, fb_words_get (html->language, "Footnotes"), -1);
  fb_markup_close (html->page);
  fb_markup_open (html->page, "ol", NULL);
  for (guint i = 0; i < html->notes->len; i++)
    {
      FbText *note = g_ptr_array_index (html->notes, i);
      g_autofree char *place = g_strdup_printf ("note-%u", i + 1);
      g_autofree char *address = g_strdup_printf ("#note-mark-%u", i + 1);

      fb_markup_newline (html->page);
      fb_markup_open (html->page, "li", "id", place, NULL);
      _fb_html_paragraphs (html, note);
      fb_markup_open (html->page, "p", NULL);
      fb_markup_open (html->page, "a", "href", address, "role", "doc-backlink", NULL);
      fb_markup_printf (html->page, "%s (%u)", fb_words_get (html->language, "Back to the text"), i + 1);
      fb_markup_close (html->page);
      fb_markup_close (html->page);
      fb_markup_close (html->page);
    }
  fb_markup_close (html->page);
  fb_markup_close (html->page);
  html->in_note = FALSE;
}
