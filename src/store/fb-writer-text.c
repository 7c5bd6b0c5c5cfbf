/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "store/fb-format.h"
#include "store/fb-writer-private.h"

/* Depth of what stands inside a line: no line breaks, no indentation. */
#define IN_LINE G_MAXUINT

#define BASE64_LINE 76

typedef struct
{
  GString *out;
  const FbText *text;
  guint n_paragraphs;
} TextWriter;

static void write_text (GString      *out,
                        const FbText *text,
                        guint         depth);

void
fb_write_indent (GString *out,
                 guint    depth)
{
  for (guint i = 0; i < depth; i++)
    g_string_append (out, "  ");
}

void
fb_write_escaped (GString    *out,
                  const char *utf8,
                  gsize       length)
{
  const char *end = utf8 + length;

  while (utf8 < end)
    {
      gsize plain = 0;

      while (utf8 + plain < end && strchr ("&<>\"\r", utf8[plain]) == NULL)
        plain++;
      g_string_append_len (out, utf8, plain);
      utf8 += plain;
      if (utf8 == end)
        break;

      if (*utf8 == '&')
        g_string_append (out, "&amp;");
      else if (*utf8 == '<')
        g_string_append (out, "&lt;");
      else if (*utf8 == '>')
        g_string_append (out, "&gt;");
      else if (*utf8 == '\r')
        g_string_append (out, "&#13;");
      else
        g_string_append_c (out, *utf8);
      utf8++;
    }
}

/* A parser would read a raw tab or newline in an attribute as a space. */
void
fb_write_attribute (GString    *out,
                    const char *name,
                    const char *value)
{
  g_string_append_printf (out, " %s=\"", name);
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append (out, "&quot;");
      else if (*p == '\n' || *p == '\t')
        g_string_append_printf (out, "&#%d;", *p);
      else
        fb_write_escaped (out, p, 1);
    }
  g_string_append_c (out, '"');
}

/** Writes words in a line, a line break as an element. */
void
fb_write_words (GString    *out,
                const char *words)
{
  for (;;)
    {
      gsize length = strcspn (words, "\n");

      fb_write_escaped (out, words, length);
      if (words[length] == '\0')
        break;
      g_string_append (out, "<br/>");
      words += length + 1;
    }
}

static void
write_base64 (GString      *out,
              const guint8 *bytes,
              gsize         size,
              guint         depth)
{
  g_autofree char *base64 = g_base64_encode (bytes, size);
  gsize length = strlen (base64);

  for (gsize i = 0; i < length; i += BASE64_LINE)
    {
      fb_write_indent (out, depth);
      g_string_append_len (out, base64 + i, MIN (length - i, BASE64_LINE));
      g_string_append_c (out, '\n');
    }
}

/** Writes a picture as lines of base64, a long one in several parts. Begins and ends at the start of a line. */
void
fb_write_image (GString *out,
                GBytes  *bytes,
                guint    depth)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size <= FB_FORMAT_IMAGE_PART)
    {
      write_base64 (out, data, size, depth);
      return;
    }

  for (gsize i = 0; i < size; i += FB_FORMAT_IMAGE_PART)
    {
      fb_write_indent (out, depth);
      g_string_append (out, "<part>\n");
      write_base64 (out, data + i, MIN (size - i, FB_FORMAT_IMAGE_PART), depth + 1);
      fb_write_indent (out, depth);
      g_string_append (out, "</part>\n");
    }
}

/* Runs */

/* What a span says of the run in row @i: its target, "" if it has none, NULL if the span is not in such a run. */
static const char *
span_target (const FbSpan *span,
             guint         i)
{
  FbRunKind kind = fb_format_runs[i].kind;

  if (kind == FB_RUN_LINK)
    return span->link;
  if (kind == FB_RUN_LANGUAGE)
    return span->language;
  return (span->marks & (1u << kind)) != 0 ? "" : NULL;
}

static void
close_runs (GString    *out,
            const char *targets[],
            guint       from)
{
  for (guint i = FB_FORMAT_N_RUNS; i-- > from;)
    if (targets[i] != NULL)
      {
        g_string_append_printf (out, "</%s>", fb_format_runs[i].element);
        targets[i] = NULL;
      }
}

static void
write_span_content (GString      *out,
                    const FbSpan *span)
{
  if (span->line_break)
    {
      g_string_append (out, "<br/>");
    }
  else if (span->note != NULL)
    {
      g_string_append (out, "<note>");
      write_text (out, span->note, IN_LINE);
      g_string_append (out, "</note>");
    }
  else if (span->reference != NULL)
    {
      g_string_append (out, "<ref");
      fb_write_attribute (out, "to", span->reference);
      g_string_append (out, "/>");
    }
  else
    {
      fb_write_escaped (out, span->text, span->length);
    }
}

/* Runs may overlap; elements nest in the order of the table, and open and close as late as possible. */
static void
write_inline (GString      *out,
              const FbText *text,
              guint         paragraph)
{
  const char *open[FB_FORMAT_N_RUNS] = { NULL };
  FbSpanIter iter;
  FbSpan span;

  fb_span_iter_init (&iter, text, paragraph);
  while (fb_span_iter_next (&iter, &span))
    {
      guint same = 0;

      while (same < FB_FORMAT_N_RUNS && g_strcmp0 (open[same], span_target (&span, same)) == 0)
        same++;
      close_runs (out, open, same);
      for (guint i = same; i < FB_FORMAT_N_RUNS; i++)
        {
          open[i] = span_target (&span, i);
          if (open[i] == NULL)
            continue;
          g_string_append_printf (out, "<%s", fb_format_runs[i].element);
          if (fb_format_runs[i].attribute != NULL)
            fb_write_attribute (out, fb_format_runs[i].attribute, open[i]);
          g_string_append_c (out, '>');
        }
      write_span_content (out, &span);
    }
  close_runs (out, open, 0);
}

/* Paragraphs */

static void
begin_line (TextWriter *self,
            guint       depth)
{
  if (depth != IN_LINE)
    fb_write_indent (self->out, depth);
}

static void
end_line (TextWriter *self,
          guint       depth)
{
  if (depth != IN_LINE)
    g_string_append_c (self->out, '\n');
}

static guint
deeper (guint depth)
{
  return depth != IN_LINE ? depth + 1 : IN_LINE;
}

static const FbParagraph *
paragraph_at (TextWriter *self,
              guint       index)
{
  return index < self->n_paragraphs ? fb_text_get_paragraph (self->text, index) : NULL;
}

/* A paragraph on a line of its own, as <p> or <li>. */
static void
write_paragraph (TextWriter *self,
                 const char *element,
                 guint       index,
                 guint       depth)
{
  const FbParagraph *paragraph = paragraph_at (self, index);

  begin_line (self, depth);
  g_string_append_printf (self->out, "<%s", element);
  if (paragraph->language != NULL)
    fb_write_attribute (self->out, "xml:lang", paragraph->language);
  if (paragraph->start == paragraph->end)
    {
      g_string_append (self->out, "/>");
    }
  else
    {
      g_string_append_c (self->out, '>');
      write_inline (self->out, self->text, index);
      g_string_append_printf (self->out, "</%s>", element);
    }
  end_line (self, depth);
}

static guint write_list (TextWriter *self,
                         guint       index,
                         guint       level,
                         guint       depth);

/* Whether paragraph @index stands in an item of @level, behind the item's own first paragraph. */
static gboolean
is_in_item (TextWriter *self,
            guint       index,
            guint       level)
{
  const FbParagraph *paragraph = paragraph_at (self, index);

  if (paragraph == NULL || paragraph->kind == FB_PARAGRAPH_PLAIN)
    return FALSE;
  return paragraph->kind == FB_PARAGRAPH_ITEM ? paragraph->level > level : paragraph->level >= level;
}

/* Writes the item of @level that begins at @index; it has no paragraph of its own where the list skips the level. */
static guint
write_item (TextWriter *self,
            guint       index,
            guint       level,
            guint       depth)
{
  gboolean skipped = paragraph_at (self, index)->level > level;

  if (!skipped && !is_in_item (self, index + 1, level))
    {
      write_paragraph (self, "li", index, depth);
      return index + 1;
    }

  begin_line (self, depth);
  g_string_append (self->out, "<li>");
  end_line (self, depth);
  if (!skipped)
    write_paragraph (self, "p", index++, deeper (depth));
  while (is_in_item (self, index, level))
    {
      if (paragraph_at (self, index)->kind == FB_PARAGRAPH_ITEM)
        index = write_list (self, index, level + 1, deeper (depth));
      else
        write_paragraph (self, "p", index++, deeper (depth));
    }
  begin_line (self, depth);
  g_string_append (self->out, "</li>");
  end_line (self, depth);

  return index;
}

/* Writes the list of @level that begins at @index; returns the paragraph behind it. A level that is skipped is a
 * bullet list whose item holds nothing but the deeper one. */
static guint
write_list (TextWriter *self,
            guint       index,
            guint       level,
            guint       depth)
{
  const FbParagraph *paragraph = paragraph_at (self, index);
  gboolean skipped = paragraph->level > level;
  const FbFormatList *list = fb_format_lists;

  while (!skipped && list->style != paragraph->style)
    list++;

  begin_line (self, depth);
  g_string_append_printf (self->out, "<%s", list->element);
  if (list->type != NULL)
    fb_write_attribute (self->out, "type", list->type);
  if (!skipped && paragraph->number != 0)
    g_string_append_printf (self->out, " start=\"%u\"", paragraph->number);
  g_string_append_c (self->out, '>');
  end_line (self, depth);

  do
    {
      index = write_item (self, index, level, deeper (depth));
      paragraph = paragraph_at (self, index);
    }
  while (paragraph != NULL && paragraph->kind == FB_PARAGRAPH_ITEM && paragraph->level == level &&
         paragraph->style == list->style && paragraph->number == 0);

  begin_line (self, depth);
  g_string_append_printf (self->out, "</%s>", list->element);
  end_line (self, depth);

  return index;
}

static void
write_text (GString      *out,
            const FbText *text,
            guint         depth)
{
  TextWriter self = { out, text, fb_text_get_n_paragraphs (text) };
  const FbParagraph *first = paragraph_at (&self, 0);
  guint index = 0;

  /* A footnote of one paragraph stands in its line without more ado. */
  if (depth == IN_LINE && self.n_paragraphs == 1 && first->kind == FB_PARAGRAPH_PLAIN && first->language == NULL)
    {
      write_inline (out, text, 0);
      return;
    }

  while (index < self.n_paragraphs)
    {
      if (paragraph_at (&self, index)->kind == FB_PARAGRAPH_ITEM)
        index = write_list (&self, index, 1, depth);
      else
        write_paragraph (&self, "p", index++, depth);
    }
}

/** Writes the paragraphs and lists of a rich text, one a line. */
void
fb_write_blocks (GString      *out,
                 const FbText *text,
                 guint         depth)
{
  write_text (out, text, depth);
}
