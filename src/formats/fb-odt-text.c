/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "formats/fb-address.h"
#include "formats/fb-odt-private.h"
#include "formats/fb-text-walk.h"

static const char *const list_styles[] = {
  [FB_LIST_BULLET] = "List_20_Bullet",
  [FB_LIST_DECIMAL] = "List_20_Decimal",
  [FB_LIST_LETTER] = "List_20_Letter",
  [FB_LIST_PAREN] = "List_20_Parenthesis",
};

/* What a text says, on one line and without form. */
char *
_fb_odt_plain (const FbText *text)
{
  return g_strdelimit (fb_text_to_words (text), "\n", ' ');
}

/* U+2200 to U+22FF, the mathematical operators. */
static gboolean
is_operator (const char *p,
             const char *end)
{
  return end - p >= 3 && (guchar) p[0] == 0xe2 && (guchar) p[1] >= 0x88 && (guchar) p[1] <= 0x8b;
}

/* Writes what is not plain words at @p, and says how many bytes that is; 0 for plain words. */
static gsize
write_special (FbOdt      *odt,
               const char *p,
               const char *end,
               gboolean   *after_space)
{
  static const struct
  {
    char character;
    const char *element;
    gboolean drops_space; /* a space behind it would be lost */
  } elements[] = {
    { ' ', "text:s", TRUE },
    { '\t', "text:tab", FALSE },
    { '\n', "text:line-break", TRUE },
  };

  if (is_operator (p, end))
    {
      /* Noto Sans has no "≠" and would put it together from two signs that do not fit. */
      fb_markup_open (odt->body, "text:span", "text:style-name", "Operator", NULL);
      fb_markup_text (odt->body, p, 3);
      fb_markup_close (odt->body);
      *after_space = FALSE;
      return 3;
    }
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (elements[i].character == *p)
      {
        fb_markup_empty (odt->body, elements[i].element, NULL);
        *after_space = elements[i].drops_space;
        return 1;
      }

  return 0;
}

/*
 * _fb_odt_words:
 * @after_space: (inout): whether a space, or nothing, stands before; OpenDocument drops a space then (1.3, 6.1.2)
 *
 * Writes words so that each of their spaces is kept.
 */
void
_fb_odt_words (FbOdt      *odt,
               const char *words,
               gssize      length,
               gboolean   *after_space)
{
  const char *end = words + (length < 0 ? (gssize) strlen (words) : length);
  const char *from = words;

  for (const char *p = words; p < end;)
    {
      if ((guchar) *p > ' ' && !is_operator (p, end))
        {
          *after_space = FALSE;
          p++;
        }
      else if (*p == ' ' && !*after_space)
        {
          *after_space = TRUE;
          p++;
        }
      else
        {
          gsize special;

          fb_markup_text (odt->body, from, p - from);
          special = write_special (odt, p, end, after_space);
          p += MAX (special, 1);
          from = p;
        }
    }
  fb_markup_text (odt->body, from, end - from);
}

/* Puts down the name to link to that is due. */
void
_fb_odt_bookmark (FbOdt *odt)
{
  if (odt->anchor != NULL)
    fb_markup_empty (odt->body, "text:bookmark", "text:name", odt->anchor, NULL);
  odt->anchor = NULL;
}

/* Opens a paragraph, with the page, the language and the bookmark that are due. */
void
_fb_odt_open_paragraph (FbOdt      *odt,
                        const char *style,
                        const char *language)
{
  if (language == NULL)
    language = odt->block_language;
  fb_markup_open (odt->body, "text:p", "text:style-name", _fb_odt_paragraph_style (odt, style, language), NULL);
  _fb_odt_bookmark (odt);
}

static void
write_note (FbOdt  *odt,
            FbText *note)
{
  g_autofree char *id = g_strdup_printf ("note%u", ++odt->n_notes);
  g_autofree char *number = g_strdup_printf ("%u", odt->n_notes);
  static const FbOdtParagraphs in_note = { "Footnote", "Footnote", "Footnote" };
  const FbOdtParagraphs around = odt->paragraphs;

  fb_markup_open (odt->body, "text:note", "text:id", id, "text:note-class", "footnote", NULL);
  fb_markup_element (odt->body, "text:note-citation", number);
  fb_markup_open (odt->body, "text:note-body", NULL);
  odt->in_note = TRUE;
  _fb_odt_text (odt, note, &in_note);
  odt->in_note = FALSE;
  odt->paragraphs = around;
  fb_markup_close (odt->body);
  fb_markup_close (odt->body);
}

/* A reference that the word processor keeps up to date where it can: to a number it counts, to the words of a heading,
 * to a counted table. */
static gboolean
write_live_reference (FbOdt          *odt,
                      const FbTarget *target)
{
  /* Rows are no blocks: their bookmark can only be linked to. */
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (odt->anchors, target->anchor));
  const FbBlock *block = place > 0 ? fb_flow_get_block (odt->flow, place - 1) : NULL;
  guint count = 0;

  if (block == NULL)
    return FALSE;

  if (block->table != NULL)
    count = block->table->number;
  else if (block->figure != NULL)
    count = block->figure->number;
  if (count > 0)
    {
      g_autofree char *name = g_strdup_printf (block->table != NULL ? "refTable%u" : "refFigure%u", count);

      fb_markup_open (odt->body, "text:sequence-ref", "text:reference-format", "category-and-value", "text:ref-name",
                      name, NULL);
      fb_markup_text (odt->body, target->label, -1);
      fb_markup_close (odt->body);
      return TRUE;
    }

  if (g_strcmp0 (block->number, target->label) == 0
      && g_array_index (odt->numbering, FbOdtNumber, place - 1) != FB_ODT_NUMBER_WORDS)
    {
      fb_markup_open (odt->body, "text:bookmark-ref", "text:reference-format", "number", "text:ref-name",
                      target->anchor, NULL);
      fb_markup_text (odt->body, target->label, -1);
      fb_markup_close (odt->body);
      return TRUE;
    }

  return FALSE;
}

static void
write_reference (FbOdt      *odt,
                 const char *id,
                 gboolean    in_link)
{
  const FbTarget *target = fb_flow_get_target (odt->flow, id);
  g_autofree char *address = NULL;

  if (target == NULL)
    {
      fb_markup_text (odt->body, "[?]", -1);
      return;
    }
  if (target->anchor == NULL || in_link)
    {
      fb_markup_text (odt->body, target->label, -1);
      return;
    }
  if (write_live_reference (odt, target))
    return;

  address = g_strconcat ("#", target->anchor, NULL);
  fb_markup_open (odt->body, "text:a", "xlink:type", "simple", "xlink:href", address, "text:style-name",
                  "Index_20_Link", "text:visited-style-name", "Index_20_Link", NULL);
  fb_markup_text (odt->body, target->label, -1);
  fb_markup_close (odt->body);
}

static void
write_span (FbOdt        *odt,
            const FbSpan *span,
            gboolean     *after_space)
{
  const char *style = span->note == NULL ? _fb_odt_text_style (odt, span->marks, span->language) : NULL;

  if (span->line_break)
    {
      fb_markup_empty (odt->body, "text:line-break", NULL);
      *after_space = TRUE;
      return;
    }

  if (style != NULL)
    fb_markup_open (odt->body, "text:span", "text:style-name", style, NULL);
  /* OpenDocument has no notes in notes; what one says follows in brackets. */
  if (span->note != NULL && odt->in_note)
    {
      g_autofree char *words = _fb_odt_plain (span->note);

      fb_markup_printf (odt->body, " [%s]", words);
    }
  else if (span->note != NULL)
    write_note (odt, span->note);
  else if (span->reference != NULL)
    write_reference (odt, span->reference, span->link != NULL);
  else
    _fb_odt_words (odt, span->text, span->length, after_space);
  if (span->note != NULL || span->reference != NULL)
    *after_space = FALSE;
  if (style != NULL)
    fb_markup_close (odt->body);
}

/* The words of a paragraph with their marks. Spans of one link are one link; a footnote stands outside of it. */
static void
write_inline (FbOdt        *odt,
              const FbText *text,
              guint         paragraph,
              gboolean     *after_space)
{
  FbSpanIter iter;
  FbSpan span;
  g_autofree char *link = NULL;

  fb_span_iter_init (&iter, text, paragraph);
  while (fb_span_iter_next (&iter, &span))
    {
      const char *wanted = span.note == NULL ? span.link : NULL;
      g_autofree char *address = NULL;

      if (link != NULL && g_strcmp0 (link, wanted) != 0)
        {
          fb_markup_close (odt->body);
          g_clear_pointer (&link, g_free);
        }
      address = link == NULL && wanted != NULL ? fb_address_clean (wanted) : NULL;
      if (address != NULL)
        {
          fb_markup_open (odt->body, "text:a", "xlink:type", "simple", "xlink:href", address, "text:style-name",
                          "Internet_20_link", "text:visited-style-name", "Internet_20_link", NULL);
          link = g_strdup (wanted);
        }
      write_span (odt, &span, after_space);
    }
  if (link != NULL)
    fb_markup_close (odt->body);
}

/* A text where there is room for one paragraph, such as a heading: paragraphs become lines. */
void
_fb_odt_line (FbOdt        *odt,
              const FbText *text)
{
  gboolean after_space = TRUE;

  for (guint i = 0; i < fb_text_get_n_paragraphs (text); i++)
    {
      if (i > 0)
        fb_markup_empty (odt->body, "text:line-break", NULL);
      write_inline (odt, text, i, &after_space);
    }
}

static void
open_list (gpointer    data,
           FbListStyle style,
           guint       level,
           guint       number)
{
  FbOdt *odt = data;

  fb_markup_open (odt->body, "text:list", "text:style-name", list_styles[style], NULL);
}

static void
open_item (gpointer data,
           guint    number,
           gboolean bare)
{
  FbOdt *odt = data;
  g_autofree char *start = number > 0 ? g_strdup_printf ("%u", number) : NULL;

  fb_markup_open (odt->body, "text:list-item", "text:start-value", start, NULL);
}

static void
close_element (gpointer data)
{
  FbOdt *odt = data;

  fb_markup_close (odt->body);
}

static void
write_paragraph (gpointer      data,
                 const FbText *text,
                 guint         index,
                 guint         in_list)
{
  FbOdt *odt = data;
  const FbParagraph *paragraph = fb_text_get_paragraph (text, index);
  gboolean last = index + 1 == fb_text_get_n_paragraphs (text)
                  || fb_text_get_paragraph (text, index + 1)->kind == FB_PARAGRAPH_PLAIN;
  const char *style = odt->paragraphs.plain;
  gboolean after_space = TRUE;

  if (in_list > 0)
    style = last ? odt->paragraphs.last_in_list : odt->paragraphs.in_list;
  _fb_odt_open_paragraph (odt, style, paragraph->language);
  write_inline (odt, text, index, &after_space);
  fb_markup_close (odt->body);
}

static const FbTextVisitor visitor = { open_list, close_element, open_item, close_element, write_paragraph };

/* The paragraphs and lists of a text, in the given styles. */
void
_fb_odt_text (FbOdt                 *odt,
              const FbText          *text,
              const FbOdtParagraphs *paragraphs)
{
  odt->paragraphs = *paragraphs;
  fb_text_walk (text, &visitor, odt);
}
