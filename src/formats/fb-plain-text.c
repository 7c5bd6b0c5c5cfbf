/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "formats/fb-plain-text.h"

#include <string.h>

#include "concept/fb-list-marker.h"

/* A tab is as wide as this many spaces, and a level of a list too. */
#define TAB 4

/** One line of plain text, and what its beginning tells. */
typedef struct
{
  const char *words; /* behind indentation and marker */
  const char *whole; /* behind the indentation */
  guint indent;      /* in spaces */
  gboolean marked;
  FbListStyle style;
  guint number;
} Line;

static Line
read_line (const char *line)
{
  Line found = { 0 };
  gsize length;

  for (; *line == ' ' || *line == '\t'; line++)
    found.indent += *line == '\t' ? TAB - found.indent % TAB : 1;
  found.whole = line;
  found.words = line;
  found.marked = fb_list_marker_parse (line, &found.style, &found.number, &length);
  /* A word processor writes "o" for a bullet of the second level. */
  if (!found.marked && g_str_has_prefix (line, "o\t"))
    {
      found.marked = TRUE;
      found.style = FB_LIST_BULLET;
      length = 2;
    }
  if (found.marked)
    found.words = line + length;
  return found;
}

/* A number alone makes no list: "2. Kapitel" may be a heading. The line before or behind must go with it. */
static gboolean
in_sequence (const Line *lines,
             guint       n,
             guint       i)
{
  if (!lines[i].marked)
    return FALSE;
  if (lines[i].style == FB_LIST_BULLET)
    return *lines[i].words != '\0';

  for (guint j = i; j-- > 0;)
    {
      if (!lines[j].marked)
        break;
      if (lines[j].indent == lines[i].indent)
        {
          if (lines[j].style == lines[i].style && lines[j].number + 1 == lines[i].number)
            return TRUE;
          break;
        }
    }
  for (guint j = i + 1; j < n; j++)
    {
      if (!lines[j].marked)
        break;
      if (lines[j].indent == lines[i].indent)
        return lines[j].style == lines[i].style && lines[j].number == lines[i].number + 1;
    }
  return FALSE;
}

/**
 * fb_plain_text_read:
 * @words: UTF-8
 *
 * Reads plain text: a line is a paragraph, lines that begin with a bullet or with numbers in a row are items, their
 * indentation is their level. Empty lines, which only make a gap, drop out.
 *
 * Returns: (transfer full): the text
 */
FbText *
fb_plain_text_read (const char *words)
{
  g_autofree char *clean = fb_utf8_clean (words, -1);
  g_auto (GStrv) parts = g_strsplit (clean, "\n", -1);
  guint n = g_strv_length (parts);
  g_autofree Line *lines = g_new0 (Line, n + 1);
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();
  guint indents[FB_TEXT_MAX_LEVEL + 1] = { 0 };
  guint n_lines = 0;
  guint level = 0;
  gboolean several;

  for (guint i = 0; i < n; i++)
    {
      lines[n_lines] = read_line (parts[i]);
      if (*lines[n_lines].whole != '\0')
        n_lines++;
    }
  several = n > 1;

  for (guint i = 0; i < n_lines; i++)
    {
      Line *line = &lines[i];

      if (!several || !in_sequence (lines, n_lines, i))
        {
          level = 0;
          fb_text_builder_paragraph (builder, FB_PARAGRAPH_PLAIN, 0, FB_LIST_BULLET, 0, NULL);
          fb_text_builder_append (builder, several ? line->whole : parts[0], -1);
          continue;
        }
      while (level > 0 && indents[level] > line->indent)
        level--;
      if (level == 0 || (indents[level] < line->indent && level < FB_TEXT_MAX_LEVEL))
        indents[++level] = line->indent;
      fb_text_builder_paragraph (builder, FB_PARAGRAPH_ITEM, level, line->style, 0, NULL);
      fb_text_builder_append (builder, line->words, -1);
    }

  return fb_text_builder_end (builder);
}

/**
 * fb_plain_text_write:
 * @label: (nullable): tells what to write for cross-references
 *
 * Writes a text for programs that know nothing else: a line for each paragraph, with its marker, levels as tabs, and
 * footnotes at the end.
 *
 * Returns: (transfer full): the words
 */
char *
fb_plain_text_write (const FbText *text,
                     FbLabelFunc   label,
                     gpointer      data)
{
  g_autofree guint *numbers = fb_list_marker_count (text);
  g_autoptr (GString) notes = g_string_new (NULL);
  GString *words = g_string_new (NULL);
  guint n_notes = 0;

  for (guint i = 0; i < fb_text_get_n_paragraphs (text); i++)
    {
      const FbParagraph *paragraph = fb_text_get_paragraph (text, i);
      FbSpanIter iter;
      FbSpan span;

      if (i > 0)
        g_string_append_c (words, '\n');
      for (guint level = 1; level < paragraph->level; level++)
        g_string_append_c (words, '\t');
      if (paragraph->kind == FB_PARAGRAPH_ITEM)
        {
          g_autofree char *marker = fb_list_marker_format (paragraph->style, paragraph->level, numbers[i]);

          g_string_append_printf (words, "%s ", marker);
        }
      fb_span_iter_init (&iter, text, i);
      while (fb_span_iter_next (&iter, &span))
        {
          if (span.line_break)
            g_string_append_c (words, '\n');
          else if (span.note != NULL)
            {
              g_autofree char *note = g_strdelimit (fb_text_to_words (span.note), "\n", ' ');

              g_string_append_printf (words, "[%u]", ++n_notes);
              g_string_append_printf (notes, "\n[%u] %s", n_notes, note);
            }
          else if (span.reference != NULL)
            {
              g_autofree char *found = label != NULL ? label (span.reference, data) : NULL;

              g_string_append (words, found != NULL ? found : "[?]");
            }
          else
            g_string_append_len (words, span.text, span.length);
        }
    }
  g_string_append (words, notes->str);
  return g_string_free (words, FALSE);
}
