/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "formats/fb-html-reader.h"

#include <string.h>

#include "fb-text-dump.h"
#include "formats/fb-html-fragment.h"

static void
assert_read (const char *html,
             gsize       length,
             const char *expected)
{
  g_autoptr (FbText) text = fb_html_reader_read (html, length, FB_HTML_FOREIGN);
  g_autofree char *found = fb_text_dump (text);

  g_assert_cmpstr (found, ==, expected);
}

/* What programs put on the clipboard. */
static void
test_program (gconstpointer data)
{
  g_autofree char *html_name = g_strconcat (data, ".html", NULL);
  g_autofree char *text_name = g_strconcat (data, ".txt", NULL);
  g_autofree char *html_path = g_test_build_filename (G_TEST_DIST, "data", "paste", html_name, NULL);
  g_autofree char *text_path = g_test_build_filename (G_TEST_DIST, "data", "paste", text_name, NULL);
  g_autofree char *html = NULL;
  g_autofree char *expected = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (html_path, &html, &length, NULL));
  g_assert_true (g_file_get_contents (text_path, &expected, NULL, NULL));
  assert_read (html, length, g_strchomp (expected));
}

static void
test_pieces (void)
{
  static const struct
  {
    const char *html;
    const char *text;
  } rows[] = {
    { "", "" },
    { " \n ", "" },
    { "Wort", "p|Wort" },
    { "a <b>b </b>c", "p|a <b:b >c" },
    { "a<b> b</b>", "p|a<b: b>" },
    { "<p>a</p><p>&nbsp;</p><p> </p><p>b", "p|a\np|b" },
    { "a<br>b<br>", "p|a/b" },
    { "a<br><br>b", "p|a\np|b" },
    { "<ul><li>a<ul><li>b</ul><li>c</ul>d", "i1*|a\ni2*|b\ni1*|c\np|d" },
    { "<ul><li><ul><li>tief</ul></ul>", "i2*|tief" },
    { "<ol type=a start=3><li>c</ol>", "i1a=3|c" },
    { "<a href=javascript:x>a</a> <a href='data:text/html,x'>b</a>", "p|a b" },
    { "<a href='java\nscript:x'>a</a>", "p|a" },
    { "<p style='font-weight:BOLD; x'>a <span style='font-weight:normal'>b</span></p>", "p|<b:a >b" },
    { "x<script>y</script><style>z</style><textarea>w</textarea>", "p|x" },
    { "<!-- a --> b <!-- c", "p|b" },
    { "a<![if x]>b<![endif]>c", "p|abc" },
    { "a &amp; b &lt;p&gt; &unknown; &#xD800;&#x1;", "p|a & b <p> &unknown;" },
    { "<p>„Guten Tag …“ – sagte er</p>", "p|„Guten Tag …“ – sagte er" },
    { "a\xef\xbf\xbc" "b", "p|ab" },
    { "<table><tr><td><p>a</p><p>b</p></td></tr></table>", "p|a\np|b" },
    { "<table><tr><th>a<td><td>c</table>", "p|<b:a>\tc" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      assert_read (rows[i].html, strlen (rows[i].html), rows[i].text);
    }
}

static void
test_encodings (void)
{
  static const char latin[] = "<meta charset=iso-8859-1><p>Gr\xfc\xdf" "e</p>";
  static const char windows[] = "<p>\x84Gr\xfc\xdf" "e\x93 5 \x80</p>";
  static const char liar[] = "<meta charset=utf-8><p>Gr\xfc\xdf" "e</p>";
  static const char page[] = "<p>Grüße “x”</p>";
  g_autofree char *utf16 = NULL;
  gsize length;

  assert_read (latin, sizeof latin - 1, "p|Grüße");
  assert_read (windows, sizeof windows - 1, "p|„Grüße“ 5 €");
  assert_read (liar, sizeof liar - 1, "p|Grüße");
  utf16 = g_convert (page, -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  assert_read (utf16, length, "p|Grüße “x”");
  g_free (utf16);
  utf16 = g_convert (page, -1, "UTF-16", "UTF-8", NULL, &length, NULL);
  assert_read (utf16, length, "p|Grüße “x”");
}

static void
test_hostile (void)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (FbText) text = NULL;

  /* Deep, long and broken: what matters is that it ends, and keeps what it can. */
  for (guint i = 0; i < 5000; i++)
    g_string_append (html, "<div><b><ul><li>");
  g_string_append (html, "tief");
  text = fb_html_reader_read (html->str, html->len, FB_HTML_FOREIGN);
  g_clear_pointer (&text, fb_text_unref);

  g_string_truncate (html, 0);
  for (guint i = 0; i < 20000; i++)
    g_string_append (html, "<i>x</b></i></p></td>");
  text = fb_html_reader_read (html->str, html->len, FB_HTML_FOREIGN);
  g_assert_nonnull (text);
  g_clear_pointer (&text, fb_text_unref);

  g_string_truncate (html, 0);
  for (guint i = 0; i < 300; i++)
    g_string_append (html, "<a href='#sdfootnote1sym'>1</a><div id=sdfootnote1><a href='#sdfootnote1sym'>x</a></div>");
  text = fb_html_reader_read (html->str, html->len, FB_HTML_FOREIGN);
  g_clear_pointer (&text, fb_text_unref);

  assert_read ("a\0b", 3, "p|a b");
  text = fb_html_reader_read ("\xff\xfe\x00", 3, FB_HTML_FOREIGN);
  g_clear_pointer (&text, fb_text_unref);
  g_assert_null (fb_html_reader_read ("a", (gsize) FB_HTML_READER_LIMIT + 1, FB_HTML_FOREIGN));
}

/* Bytes that come as they will. */
static void
test_random (void)
{
  static const char *const parts[] = {
    "<p>",
    "</p>",
    "<ul>",
    "<ol start=7>",
    "<li>",
    "</ul>",
    "<b>",
    "</b>",
    "<a href='https://a.b'>",
    "<table><tr><td>",
    "<td>",
    "<!--",
    "-->",
    "<![if x]>",
    "<br>",
    "\xff",
    "\xc3",
    "Wort ",
    "&nbsp;",
    "&#0;",
    "<p style='mso-list:l0 level99 lfo1'>",
    "<span style='mso-list:Ignore'>1.</span>",
    "<sup>",
    "\n",
    "<div id=sdfootnote1>",
    "<a href='#sdfootnote1sym'>",
    "<",
    ">",
    "'",
    "<p data-form='item 9 paren 4'>",
    "<span data-note='&lt;p>x'>",
    "<span data-ref='c-1'>",
    "</span>",
  };

  for (guint i = 0; i < 1500; i++)
    {
      g_autoptr (GString) html = g_string_new (NULL);
      g_autoptr (FbText) foreign = NULL;
      g_autoptr (FbText) own = NULL;

      for (int j = g_test_rand_int_range (0, 30); j > 0; j--)
        g_string_append (html, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      foreign = fb_html_reader_read (html->str, html->len, FB_HTML_FOREIGN);
      own = fb_html_reader_read (html->str, html->len, FB_HTML_OWN);
      if (foreign != NULL)
        g_assert_true (g_utf8_validate (fb_text_get_buffer (foreign, NULL), -1, NULL));
    }
}

static FbText *
random_text (gboolean notes)
{
  static const char *const words[]
      = { "a", " ", "  ", "Wort ", "„…“", "\t", "<&>\"'", "😀", "\xc2\xa0", "\xe2\x80\xa8", "ä" };
  static const char *const targets[] = { NULL, NULL, NULL, NULL, "https://a.b/?c=d&e=\"", "ar" };
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();

  for (int i = g_test_rand_int_range (0, 6); i >= 0; i--)
    {
      fb_text_builder_paragraph (builder, g_test_rand_int_range (0, 3), (guint) g_test_rand_int_range (0, 9),
                                 g_test_rand_int_range (0, 4), (guint) g_test_rand_int_range (0, 3),
                                 g_test_rand_int_range (0, 4) == 0 ? "tr" : NULL);
      for (int j = g_test_rand_int_range (0, 5); j > 0; j--)
        {
          FbRunKind kind = g_test_rand_int_range (0, FB_RUN_NOTE);
          g_autoptr (FbText) note = notes ? random_text (FALSE) : NULL;

          fb_text_builder_push (builder, kind, targets[kind]);
          fb_text_builder_append (builder, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))], -1);
          if (g_test_rand_bit ())
            fb_text_builder_pop (builder);
          if (note != NULL && g_test_rand_int_range (0, 4) == 0)
            fb_text_builder_note (builder, note);
          if (g_test_rand_int_range (0, 4) == 0)
            fb_text_builder_reference (builder, "c-4f8t2b");
        }
    }
  return fb_text_builder_end (builder);
}

/* The own format loses nothing. */
static void
test_own (void)
{
  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (FbText) text = random_text (TRUE);
      g_autofree char *html = fb_html_fragment_write_own (text);
      g_autoptr (FbText) back = fb_html_reader_read (html, strlen (html), FB_HTML_OWN);
      g_autofree char *expected = fb_text_dump (text);
      g_autofree char *found = fb_text_dump (back);

      g_assert_cmpstr (found, ==, expected);
      g_assert_true (fb_text_equal (text, back));
    }
}

static char *
label_cb (const char *id,
          gpointer    data)
{
  return g_strdup_printf ("2.1 %s", id);
}

/* What goes out to others comes back with its lists, marks, links and footnotes. */
static void
test_fragment (void)
{
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();
  g_autoptr (FbText) note = fb_text_new_plain ("Fußnote.");
  g_autoptr (FbText) text = NULL;
  g_autofree char *html = NULL;

  fb_text_builder_append (builder, "Siehe ", -1);
  fb_text_builder_reference (builder, "c-4f8t2b");
  fb_text_builder_note (builder, note);
  fb_text_builder_push (builder, FB_RUN_LINK, "javascript:x");
  fb_text_builder_append (builder, "x", -1);
  fb_text_builder_pop (builder);
  fb_text_builder_paragraph (builder, FB_PARAGRAPH_ITEM, 1, FB_LIST_PAREN, 4, NULL);
  fb_text_builder_push (builder, FB_RUN_STRONG, NULL);
  fb_text_builder_append (builder, "vier", -1);
  fb_text_builder_pop (builder);
  fb_text_builder_paragraph (builder, FB_PARAGRAPH_ITEM, 2, FB_LIST_LETTER, 0, NULL);
  fb_text_builder_append (builder, "tief", -1);
  fb_text_builder_paragraph (builder, FB_PARAGRAPH_CONTINUED, 2, FB_LIST_LETTER, 0, NULL);
  fb_text_builder_append (builder, "weiter", -1);
  text = fb_text_builder_end (builder);
  html = fb_html_fragment_write (text, label_cb, NULL);
  g_assert_null (strstr (html, "javascript"));
  assert_read (html, strlen (html),
               "p|Siehe 2.1 c-4f8t2b(note Fußnote.)x\ni1(=4|<b:vier>\ni2a|tief\nc2|weiter");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/html-reader/libreoffice", "libreoffice", test_program);
  g_test_add_data_func ("/html-reader/word", "word", test_program);
  g_test_add_data_func ("/html-reader/browser", "browser", test_program);
  g_test_add_func ("/html-reader/pieces", test_pieces);
  g_test_add_func ("/html-reader/encodings", test_encodings);
  g_test_add_func ("/html-reader/hostile", test_hostile);
  g_test_add_func ("/html-reader/random", test_random);
  g_test_add_func ("/html-reader/own", test_own);
  g_test_add_func ("/html-reader/fragment", test_fragment);
  return g_test_run ();
}
