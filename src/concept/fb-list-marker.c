/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "concept/fb-list-marker.h"

#include <string.h>

#define MAX_NUMBER 999

/* One sign per level, then again from the first. */
static const char *const bullets[] = { "•", "◦", "▪" };

/* What people and word processors set before an item. The private ones are Symbol's and Wingdings' bullets. */
static const char *const bullet_signs[] = {
  "•", "◦", "▪", "▫", "‣", "·", "●", "○", "■", "□", "∙", "–", "—", "-", "*",
  "\xef\x82\xb7", "\xef\x82\xa7", "\xef\x83\x98", "\xef\x83\xbc",
};

/**
 * fb_list_marker_format:
 * @level: from 1; decides between the bullets
 * @number: from 1; no meaning for bullets
 *
 * Returns: (transfer full): what stands before an item: "•", "3.", "c.", "(3)"
 */
char *
fb_list_marker_format (FbListStyle style,
                       guint       level,
                       guint       number)
{
  GString *letters;

  switch (style)
    {
    case FB_LIST_DECIMAL:
      return g_strdup_printf ("%u.", number);
    case FB_LIST_PAREN:
      return g_strdup_printf ("(%u)", number);
    case FB_LIST_LETTER:
      letters = g_string_new (".");
      for (; number > 0; number = (number - 1) / 26)
        g_string_prepend_c (letters, 'a' + (number - 1) % 26);
      return g_string_free (letters, FALSE);
    case FB_LIST_BULLET:
    default:
      return g_strdup (bullets[(MAX (level, 1) - 1) % G_N_ELEMENTS (bullets)]);
    }
}

static const char *
skip_digits (const char *p,
             guint      *number)
{
  *number = 0;
  for (; g_ascii_isdigit (*p) && *number <= MAX_NUMBER; p++)
    *number = *number * 10 + (guint) (*p - '0');
  return p;
}

/* @p behind the sign or number, NULL if there is none. */
static const char *
skip_sign (const char  *line,
           FbListStyle *style,
           guint       *number)
{
  const char *p;

  *style = FB_LIST_BULLET;
  *number = 0;
  for (guint i = 0; i < G_N_ELEMENTS (bullet_signs); i++)
    if (g_str_has_prefix (line, bullet_signs[i]))
      return line + strlen (bullet_signs[i]);

  if (*line == '(')
    {
      *style = FB_LIST_PAREN;
      p = skip_digits (line + 1, number);
      return p > line + 1 && *p == ')' ? p + 1 : NULL;
    }
  if (g_ascii_isdigit (*line))
    {
      *style = FB_LIST_DECIMAL;
      p = skip_digits (line, number);
      return *p == '.' || *p == ')' ? p + 1 : NULL;
    }
  if (g_ascii_islower (*line))
    {
      *style = FB_LIST_LETTER;
      *number = (guint) (*line - 'a') + 1;
      return line[1] == '.' || line[1] == ')' ? line + 2 : NULL;
    }

  return NULL;
}

/**
 * fb_list_marker_parse:
 * @style: (out): the style
 * @number: (out): the number, 0 for bullets
 * @length: (out): bytes of the marker together with the white space behind it
 *
 * Reads a marker such as "- ", "3. ", "a) " or "(1) " at the start of @line. It counts only with white space or the
 * end of the line behind it, so that "1.5" and "a.s.o." are none.
 *
 * Returns: whether there is one
 */
gboolean
fb_list_marker_parse (const char  *line,
                      FbListStyle *style,
                      guint       *number,
                      gsize       *length)
{
  const char *p = skip_sign (line, style, number);
  const char *behind;

  if (p == NULL || (*style != FB_LIST_BULLET && (*number == 0 || *number > MAX_NUMBER)))
    return FALSE;

  for (behind = p; *behind != '\0' && g_unichar_isspace (g_utf8_get_char (behind)); behind = g_utf8_next_char (behind))
    ;
  if (behind == p && *p != '\0')
    return FALSE;

  *length = behind - line;
  return TRUE;
}

/**
 * fb_list_marker_count:
 *
 * Counts the items. A list goes on over deeper lists and continued paragraphs; a plain paragraph, another style or
 * a number of the paragraph's own ends it.
 *
 * Returns: (transfer full): a number for each paragraph, from 1, and 0 where it is no item
 */
guint *
fb_list_marker_count (const FbText *text)
{
  struct
  {
    guint count; /* 0: no list here */
    FbListStyle style;
  } levels[FB_TEXT_MAX_LEVEL + 1] = { { 0 } };
  guint n = fb_text_get_n_paragraphs (text);
  guint *numbers = g_new0 (guint, n);

  for (guint i = 0; i < n; i++)
    {
      const FbParagraph *paragraph = fb_text_get_paragraph (text, i);
      guint level = paragraph->level;

      for (guint deeper = level + 1; deeper <= FB_TEXT_MAX_LEVEL; deeper++)
        levels[deeper].count = 0;
      if (paragraph->kind != FB_PARAGRAPH_ITEM)
        continue;

      if (paragraph->number > 0)
        levels[level].count = paragraph->number;
      else if (levels[level].count == 0 || levels[level].style != paragraph->style)
        levels[level].count = 1;
      else
        levels[level].count++;
      levels[level].style = paragraph->style;
      numbers[i] = levels[level].count;
    }

  return numbers;
}
