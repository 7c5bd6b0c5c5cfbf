/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/fb-markup.h"

static void
assert_written (FbMarkup   *markup,
                const char *expected)
{
  g_autoptr (GString) written = fb_markup_end (markup);

  g_assert_cmpstr (written->str, ==, expected);
}

static void
test_elements (void)
{
  FbMarkup *markup = fb_markup_new (FB_MARKUP_XML);

  fb_markup_open (markup, "a", "x", "1", "left-out", NULL, "y", "", NULL);
  fb_markup_empty (markup, "b", NULL);
  fb_markup_open (markup, "c", NULL);
  fb_markup_close (markup);
  fb_markup_element (markup, "d", "words");
  fb_markup_printf (markup, "%d & %s", 7, "<");
  fb_markup_raw (markup, "<e/>", 4);
  fb_markup_open (markup, "f", NULL);
  assert_written (markup, "<a x=\"1\" y=\"\"><b/><c/><d>words</d>7 &amp; &lt;<e/><f/></a>");
}

/* HTML has void elements, and empty ones that are not. */
static void
test_html (void)
{
  FbMarkup *markup = fb_markup_new (FB_MARKUP_HTML);

  fb_markup_open (markup, "p", NULL);
  fb_markup_empty (markup, "br", NULL);
  fb_markup_open (markup, "span", NULL);
  assert_written (markup, "<p><br><span></span></p>");
}

static void
test_escapes (void)
{
  FbMarkup *markup = fb_markup_new (FB_MARKUP_XML);
  g_autofree char *escaped = fb_markup_escape ("\"a\" < b & c");

  fb_markup_open (markup, "a", "x", "<&>\"'\n\t\x01\xef\xbf\xbf", NULL);
  fb_markup_text (markup, "<&>\"'\n\x1f\xef\xbf\xbe\xef\xbf\xbc ü", -1);
  fb_markup_text (markup, "cut here", 3);
  assert_written (markup, "<a x=\"&lt;&amp;&gt;&quot;'&#10;&#9;\">&lt;&amp;&gt;\"'\n\xef\xbf\xbc ücut</a>");
  g_assert_cmpstr (escaped, ==, "&quot;a&quot; &lt; b &amp; c");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markup/elements", test_elements);
  g_test_add_func ("/markup/html", test_html);
  g_test_add_func ("/markup/escapes", test_escapes);

  return g_test_run ();
}
