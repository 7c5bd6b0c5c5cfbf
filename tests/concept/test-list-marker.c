/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "concept/fb-list-marker.h"

#include <string.h>

static void
test_parse (void)
{
  static const struct
  {
    const char *line;
    gboolean found;
    FbListStyle style;
    guint number;
    const char *rest;
  } rows[] = {
    { "- Sprache", TRUE, FB_LIST_BULLET, 0, "Sprache" },
    { "•\tSprache", TRUE, FB_LIST_BULLET, 0, "Sprache" },
    { "–  Sprache", TRUE, FB_LIST_BULLET, 0, "Sprache" },
    { "1. Sprache", TRUE, FB_LIST_DECIMAL, 1, "Sprache" },
    { "12) Sprache", TRUE, FB_LIST_DECIMAL, 12, "Sprache" },
    { "c. Sprache", TRUE, FB_LIST_LETTER, 3, "Sprache" },
    { "(4) Sprache", TRUE, FB_LIST_PAREN, 4, "Sprache" },
    { "-", TRUE, FB_LIST_BULLET, 0, "" },
    { "-Sprache", FALSE, 0, 0, NULL },
    { "1.5 Millionen", FALSE, 0, 0, NULL },
    { "2016. Ein Jahr", FALSE, 0, 0, NULL },
    { "0. Nichts", FALSE, 0, 0, NULL },
    { "z.B. hier", FALSE, 0, 0, NULL },
    { "(1 Sprache", FALSE, 0, 0, NULL },
    { "()", FALSE, 0, 0, NULL },
    { "99999999999999999999. viel", FALSE, 0, 0, NULL },
    { "", FALSE, 0, 0, NULL },
    { "Sprache", FALSE, 0, 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      FbListStyle style;
      guint number;
      gsize length;

      g_test_message ("%s", rows[i].line);
      g_assert_cmpint (fb_list_marker_parse (rows[i].line, &style, &number, &length), ==, rows[i].found);
      if (!rows[i].found)
        continue;
      g_assert_cmpint (style, ==, rows[i].style);
      g_assert_cmpuint (number, ==, rows[i].number);
      g_assert_cmpstr (rows[i].line + length, ==, rows[i].rest);
    }
}

static void
test_format (void)
{
  static const struct
  {
    FbListStyle style;
    guint level;
    guint number;
    const char *marker;
  } rows[] = {
    { FB_LIST_BULLET, 1, 7, "•" },    { FB_LIST_BULLET, 2, 1, "◦" },     { FB_LIST_BULLET, 4, 1, "•" },
    { FB_LIST_DECIMAL, 1, 12, "12." }, { FB_LIST_PAREN, 2, 3, "(3)" },    { FB_LIST_LETTER, 1, 1, "a." },
    { FB_LIST_LETTER, 1, 26, "z." },  { FB_LIST_LETTER, 1, 27, "aa." }, { FB_LIST_LETTER, 1, 703, "aaa." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *marker = fb_list_marker_format (rows[i].style, rows[i].level, rows[i].number);

      g_assert_cmpstr (marker, ==, rows[i].marker);
    }
}

static void
test_count (void)
{
  static const struct
  {
    FbParagraphKind kind;
    guint level;
    FbListStyle style;
    guint number;
    guint counted;
  } rows[] = {
    { FB_PARAGRAPH_PLAIN, 0, 0, 0, 0 },
    { FB_PARAGRAPH_ITEM, 1, FB_LIST_DECIMAL, 0, 1 },
    { FB_PARAGRAPH_CONTINUED, 1, 0, 0, 0 },
    { FB_PARAGRAPH_ITEM, 2, FB_LIST_LETTER, 0, 1 },
    { FB_PARAGRAPH_ITEM, 2, FB_LIST_LETTER, 0, 2 },
    { FB_PARAGRAPH_ITEM, 1, FB_LIST_DECIMAL, 0, 2 },
    { FB_PARAGRAPH_ITEM, 2, FB_LIST_LETTER, 0, 1 },
    { FB_PARAGRAPH_ITEM, 1, FB_LIST_PAREN, 0, 1 },
    { FB_PARAGRAPH_ITEM, 1, FB_LIST_PAREN, 7, 7 },
    { FB_PARAGRAPH_ITEM, 1, FB_LIST_PAREN, 0, 8 },
    { FB_PARAGRAPH_PLAIN, 0, 0, 0, 0 },
    { FB_PARAGRAPH_ITEM, 1, FB_LIST_PAREN, 0, 1 },
  };
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();
  g_autoptr (FbText) text = NULL;
  g_autofree guint *numbers = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    fb_text_builder_paragraph (builder, rows[i].kind, rows[i].level, rows[i].style, rows[i].number, NULL);
  text = fb_text_builder_end (builder);
  numbers = fb_list_marker_count (text);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (numbers[i], ==, rows[i].counted);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-marker/parse", test_parse);
  g_test_add_func ("/list-marker/format", test_format);
  g_test_add_func ("/list-marker/count", test_count);
  return g_test_run ();
}
