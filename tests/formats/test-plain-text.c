/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "formats/fb-plain-text.h"

#include "fb-text-dump.h"

static void
test_read (void)
{
  static const struct
  {
    const char *words;
    const char *text;
  } rows[] = {
    { "", "p|" },
    { "Wort", "p|Wort" },
    { "- Wort", "p|- Wort" },
    { " Wort ", "p| Wort " },
    { "eins\r\n\r\nzwei\r\n", "p|eins\np|zwei" },
    { "Ziele:\n• eins\n• zwei\n", "p|Ziele:\ni1*|eins\ni1*|zwei" },
    { "•\teins\n\to\tzwei\n\t\t§ drei\n•\tvier", "i1*|eins\ni2*|zwei\np|§ drei\ni1*|vier" },
    { "1. eins\n2. zwei\n  a) A\n  b) B\n3. drei", "i11|eins\ni11|zwei\ni2a|A\ni2a|B\ni11|drei" },
    { "(1) eins\n(2) zwei", "i1(|eins\ni1(|zwei" },
    { "2. Kapitel\nEin Satz.", "p|2. Kapitel\np|Ein Satz." },
    { "21. November\n12. Dezember", "p|21. November\np|12. Dezember" },
    { "a\tb\nc\td", "p|a\tb\np|c\td" },
    { "„…“\nx", "p|„…“\np|x" },
    { "a\xff\n\x01" "b", "p|a\xef\xbf\xbd\np|b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (FbText) text = fb_plain_text_read (rows[i].words);
      g_autofree char *found = fb_text_dump (text);

      g_assert_cmpstr (found, ==, rows[i].text);
    }
}

static char *
label_cb (const char *id,
          gpointer    data)
{
  return g_strdup (data);
}

static void
test_write (void)
{
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();
  g_autoptr (FbText) note = fb_text_new_plain ("Fuß\nnote");
  g_autoptr (FbText) text = NULL;
  g_autofree char *words = NULL;

  fb_text_builder_append (builder, "Siehe ", -1);
  fb_text_builder_reference (builder, "c-4f8t2b");
  fb_text_builder_note (builder, note);
  fb_text_builder_line_break (builder);
  fb_text_builder_append (builder, "dort", -1);
  fb_text_builder_paragraph (builder, FB_PARAGRAPH_ITEM, 1, FB_LIST_DECIMAL, 3, NULL);
  fb_text_builder_append (builder, "drei", -1);
  fb_text_builder_paragraph (builder, FB_PARAGRAPH_ITEM, 2, FB_LIST_BULLET, 0, NULL);
  fb_text_builder_append (builder, "tief", -1);
  text = fb_text_builder_end (builder);
  words = fb_plain_text_write (text, label_cb, (gpointer) "2.1");
  g_assert_cmpstr (words, ==, "Siehe 2.1[1]\ndort\n3. drei\n\t◦ tief\n[1] Fuß note");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plain-text/read", test_read);
  g_test_add_func ("/plain-text/write", test_write);
  return g_test_run ();
}
