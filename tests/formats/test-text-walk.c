/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/fb-text-walk.h"

/* The visitor writes what it is told: a list as its style's letter and brackets, an item as <>, a paragraph by its
 * number. */

static void
open_list (gpointer    data,
           FbListStyle style,
           guint       level,
           guint       number)
{
  g_string_append_printf (data, "%c%u", "bdlp"[style], level);
  if (number > 0)
    g_string_append_printf (data, "=%u", number);
  g_string_append_c (data, '[');
}

static void
close_list (gpointer data)
{
  g_string_append_c (data, ']');
}

static void
open_item (gpointer data,
           guint    number,
           gboolean bare)
{
  g_string_append (data, bare ? "<-" : "<");
}

static void
close_item (gpointer data)
{
  g_string_append_c (data, '>');
}

static void
write_paragraph (gpointer      data,
                 const FbText *text,
                 guint         index,
                 guint         in_list)
{
  g_string_append_printf (data, "%u", index);
}

static void
test_lists (void)
{
  /* A paragraph as its kind (p plain, i item, c continued), level, style and number. */
  static const struct
  {
    const char *paragraphs;
    const char *expected;
  } texts[] = {
    { "p0b0", "0" },
    { "i1b0 i1b0 p0b0", "b1[<0><1>]2" },
    { "i1b0 i2b0 i2b0 i1b0", "b1[<0b2[<1><2>]><3>]" },
    { "i1b0 c1b0 i2d0 c2d0 c1b0", "b1[<01d2[<23>]4>]" },
    { "i1d0 i1l0", "d1[<0>]l1[<1>]" },
    { "i1d4 i1d0 i1d1", "d1=4[<0><1>]d1=1[<2>]" },
    { "i1d0 p0b0 i1d0", "d1[<0>]1d1[<2>]" },
    { "i3p7", "p1[<-p2[<-p3=7[<0>]>]>]" },
    { "i1b0 i3b0 i2b0", "b1[<0b2[<-b3[<1>]><2>]>]" },
  };
  static const FbTextVisitor visitor = { open_list, close_list, open_item, close_item, write_paragraph };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();
      g_autoptr (GString) told = g_string_new (NULL);
      g_autoptr (FbText) text = NULL;
      g_auto (GStrv) paragraphs = g_strsplit (texts[i].paragraphs, " ", -1);

      for (guint j = 0; paragraphs[j] != NULL; j++)
        {
          FbParagraphKind kind = FB_PARAGRAPH_PLAIN;
          FbListStyle style = FB_LIST_BULLET;

          if (paragraphs[j][0] != 'p')
            kind = paragraphs[j][0] == 'i' ? FB_PARAGRAPH_ITEM : FB_PARAGRAPH_CONTINUED;
          while ("bdlp"[style] != paragraphs[j][2])
            style++;
          fb_text_builder_paragraph (builder, kind, paragraphs[j][1] - '0', style, paragraphs[j][3] - '0', NULL);
          fb_text_builder_append (builder, "x", 1);
        }
      text = fb_text_builder_end (builder);
      fb_text_walk (text, &visitor, told);
      g_assert_cmpstr (told->str, ==, texts[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-walk/lists", test_lists);

  return g_test_run ();
}
