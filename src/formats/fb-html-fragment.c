/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "formats/fb-html-fragment.h"

#include <string.h>

#include "formats/fb-address.h"
#include "formats/fb-markup.h"
#include "formats/fb-text-walk.h"

typedef struct
{
  FbMarkup *markup;
  gboolean own;
  FbLabelFunc label;
  gpointer data;
  GPtrArray *notes; /* FbText; NULL inside of a footnote */
} Writer;

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

/* As LibreOffice writes footnotes, and reads them. */
static void
write_note (Writer *self,
            FbText *note)
{
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;
  g_autofree char *address = NULL;

  if (self->own)
    {
      g_autofree char *html = fb_html_fragment_write_own (note);

      fb_markup_open (self->markup, "span", "data-note", html, NULL);
      fb_markup_close (self->markup);
      return;
    }
  if (self->notes == NULL)
    return;

  g_ptr_array_add (self->notes, note);
  number = g_strdup_printf ("%u", self->notes->len);
  name = g_strdup_printf ("sdfootnote%sanc", number);
  address = g_strdup_printf ("#sdfootnote%ssym", number);
  fb_markup_open (self->markup, "a", "class", "sdfootnoteanc", "name", name, "href", address, NULL);
  fb_markup_element (self->markup, "sup", number);
  fb_markup_close (self->markup);
}

static void
write_reference (Writer     *self,
                 const char *id)
{
  if (self->own)
    {
      fb_markup_open (self->markup, "span", "data-ref", id, NULL);
      fb_markup_close (self->markup);
    }
  else
    {
      g_autofree char *label = self->label != NULL ? self->label (id, self->data) : NULL;

      fb_markup_text (self->markup, label != NULL ? label : "[?]", -1);
    }
}

static void
write_inline (Writer       *self,
              const FbText *text,
              guint         index)
{
  FbSpanIter iter;
  FbSpan span;

  fb_span_iter_init (&iter, text, index);
  while (fb_span_iter_next (&iter, &span))
    {
      g_autofree char *clean = span.link != NULL && !self->own ? fb_address_clean (span.link) : NULL;
      const char *link = self->own ? span.link : clean;
      guint n = 0;

      if (link != NULL && (self->own || span.note == NULL))
        {
          fb_markup_open (self->markup, "a", "href", link, NULL);
          n++;
        }
      if (span.language != NULL)
        {
          fb_markup_open (self->markup, "span", "lang", span.language, NULL);
          n++;
        }
      for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        if ((span.marks & (1u << marks[i].kind)) != 0)
          {
            fb_markup_open (self->markup, marks[i].element, NULL);
            n++;
          }
      if (span.line_break)
        fb_markup_empty (self->markup, "br", NULL);
      else if (span.note != NULL)
        write_note (self, span.note);
      else if (span.reference != NULL)
        write_reference (self, span.reference);
      else
        fb_markup_text (self->markup, span.text, span.length);
      while (n-- > 0)
        fb_markup_close (self->markup);
    }
}

static void
open_list_cb (gpointer    data,
              FbListStyle style,
              guint       level,
              guint       number)
{
  Writer *self = data;
  g_autofree char *start = number > 0 && style != FB_LIST_BULLET ? g_strdup_printf ("%u", number) : NULL;

  fb_markup_open (self->markup, style == FB_LIST_BULLET ? "ul" : "ol", "type", style == FB_LIST_LETTER ? "a" : NULL,
                  "class", style == FB_LIST_PAREN ? "parenthesised" : NULL, "start", start, NULL);
}

static void
open_item_cb (gpointer data,
              guint    number,
              gboolean bare)
{
  fb_markup_open (((Writer *) data)->markup, "li", NULL);
}

static void
close_cb (gpointer data)
{
  fb_markup_close (((Writer *) data)->markup);
}

static void
paragraph_cb (gpointer      data,
              const FbText *text,
              guint         index,
              guint         in_list)
{
  Writer *self = data;

  fb_markup_open (self->markup, "p", "lang", fb_text_get_paragraph (text, index)->language, NULL);
  write_inline (self, text, index);
  fb_markup_close (self->markup);
}

static const FbTextVisitor visitor = { open_list_cb, close_cb, open_item_cb, close_cb, paragraph_cb };

static void
write_notes (Writer *self)
{
  g_autoptr (GPtrArray) notes = g_steal_pointer (&self->notes);

  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("sdfootnote%u", i + 1);
      g_autofree char *name = g_strdup_printf ("sdfootnote%usym", i + 1);
      g_autofree char *address = g_strdup_printf ("#sdfootnote%uanc", i + 1);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      fb_markup_open (self->markup, "div", "id", id, NULL);
      fb_markup_open (self->markup, "a", "class", "sdfootnotesym", "name", name, "href", address, NULL);
      fb_markup_text (self->markup, number, -1);
      fb_markup_close (self->markup);
      fb_text_walk (notes->pdata[i], &visitor, self);
      fb_markup_close (self->markup);
    }
}

/**
 * fb_html_fragment_write:
 * @label: (nullable): tells what to write for cross-references
 *
 * Writes a piece of text for the clipboard, as word processors understand it: real lists, no looks.
 *
 * Returns: (transfer full): a small HTML page
 */
char *
fb_html_fragment_write (const FbText *text,
                        FbLabelFunc   label,
                        gpointer      data)
{
  FbMarkup *markup = fb_markup_new (FB_MARKUP_HTML);
  Writer self = { markup, FALSE, label, data, g_ptr_array_new () };
  GString *page;

  fb_markup_open (markup, "html", NULL);
  fb_markup_open (markup, "head", NULL);
  fb_markup_empty (markup, "meta", "charset", "utf-8", NULL);
  fb_markup_close (markup);
  fb_markup_open (markup, "body", NULL);
  /* A part of a paragraph is to flow into another one. */
  if (fb_text_get_n_paragraphs (text) == 1 && fb_text_get_paragraph (text, 0)->kind == FB_PARAGRAPH_PLAIN)
    write_inline (&self, text, 0);
  else
    fb_text_walk (text, &visitor, &self);
  write_notes (&self);
  fb_markup_close (markup);
  fb_markup_close (markup);
  page = fb_markup_end (markup);
  return g_string_free (page, FALSE);
}

/**
 * fb_html_fragment_write_own:
 *
 * Writes a piece of text so that fb_html_reader_read() gives back the same, with %FB_HTML_OWN.
 *
 * Returns: (transfer full): a small HTML page
 */
char *
fb_html_fragment_write_own (const FbText *text)
{
  static const char *const styles[] = { "bullet", "decimal", "letter", "paren" };
  static const char *const kinds[] = { "plain", "item", "continued" };
  FbMarkup *markup = fb_markup_new (FB_MARKUP_HTML);
  Writer self = { markup, TRUE, NULL, NULL, NULL };
  GString *page;

  fb_markup_open (markup, "html", NULL);
  fb_markup_open (markup, "body", NULL);
  for (guint i = 0; i < fb_text_get_n_paragraphs (text); i++)
    {
      const FbParagraph *paragraph = fb_text_get_paragraph (text, i);
      g_autofree char *form = g_strdup_printf ("%s %u %s %u", kinds[paragraph->kind], paragraph->level,
                                               styles[paragraph->style], paragraph->number);

      fb_markup_open (markup, "p", "data-form", form, "lang", paragraph->language, NULL);
      write_inline (&self, text, i);
      fb_markup_close (markup);
    }
  fb_markup_close (markup);
  fb_markup_close (markup);
  page = fb_markup_end (markup);
  return g_string_free (page, FALSE);
}
