/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-text.h"

/*
 * A text in a form that a test can state: a line for each paragraph, with its kind (p, i or c), level, style of list
 * (* 1 a ( ), "=" and its number, "@" and its language, then "|" and the words: <bi^_:marks>, [address:link],
 * {tag:language}, (note ...), (ref ...), "/" for a line break.
 */
static inline char *
fb_text_dump (FbText *text)
{
  static const char kinds[] = { 'p', 'i', 'c' };
  static const char styles[] = { '*', '1', 'a', '(' };
  static const char marks[] = { 'b', 'i', '^', '_' };
  GString *lines = g_string_new (NULL);

  for (guint i = 0; text != NULL && i < fb_text_get_n_paragraphs (text); i++)
    {
      const FbParagraph *paragraph = fb_text_get_paragraph (text, i);
      FbSpanIter iter;
      FbSpan span;

      g_string_append_printf (lines, "%s%c", i > 0 ? "\n" : "", kinds[paragraph->kind]);
      if (paragraph->kind != FB_PARAGRAPH_PLAIN)
        g_string_append_printf (lines, "%u", paragraph->level);
      if (paragraph->kind == FB_PARAGRAPH_ITEM)
        g_string_append_c (lines, styles[paragraph->style]);
      if (paragraph->number > 0)
        g_string_append_printf (lines, "=%u", paragraph->number);
      if (paragraph->language != NULL)
        g_string_append_printf (lines, "@%s", paragraph->language);
      g_string_append_c (lines, '|');
      fb_span_iter_init (&iter, text, i);
      while (fb_span_iter_next (&iter, &span))
        {
          g_autofree char *words = g_strndup (span.text, span.length);
          g_autofree char *note = span.note != NULL ? fb_text_to_words (span.note) : NULL;

          if (span.marks != 0)
            {
              g_string_append_c (lines, '<');
              for (guint j = 0; j < G_N_ELEMENTS (marks); j++)
                if ((span.marks & (1u << j)) != 0)
                  g_string_append_c (lines, marks[j]);
              g_string_append_c (lines, ':');
            }
          if (span.link != NULL)
            g_string_append_printf (lines, "[%s:", span.link);
          if (span.language != NULL)
            g_string_append_printf (lines, "{%s:", span.language);
          if (span.line_break)
            g_string_append_c (lines, '/');
          else if (note != NULL)
            g_string_append_printf (lines, "(note %s)", note);
          else if (span.reference != NULL)
            g_string_append_printf (lines, "(ref %s)", span.reference);
          else
            g_string_append (lines, words);
          if (span.language != NULL)
            g_string_append_c (lines, '}');
          if (span.link != NULL)
            g_string_append_c (lines, ']');
          if (span.marks != 0)
            g_string_append_c (lines, '>');
        }
    }
  return g_string_free (lines, FALSE);
}
