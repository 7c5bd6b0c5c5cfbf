/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "store/fb-scan.h"

/* The tokens of a piece of XML, each as a letter, its line and its bytes. */
static char *
describe (const char *xml)
{
  static const char letters[] = "-tsecid!";
  GString *tokens = g_string_new (NULL);
  FbScan scan;
  gboolean more = TRUE;

  fb_scan_init (&scan, xml, strlen (xml));
  while (more)
    {
      more = fb_scan_next (&scan);
      if (scan.type != FB_TOKEN_END_OF_FILE)
        g_string_append_printf (tokens, "%c%u%s[%.*s]", letters[scan.type], scan.line, scan.empty ? "/" : "",
                                (int) (scan.end - scan.start), xml + scan.start);
    }
  return g_string_free (tokens, FALSE);
}

static void
test_tokens (void)
{
  static const struct
  {
    const char *xml;
    const char *tokens;
  } rows[] = {
    { "", "" },
    { "a", "t1[a]" },
    { "\xef\xbb\xbf<a/>", "s1/[<a/>]" },
    { "<?xml?>\n<a>\nb</a >", "i1[<?xml?>]t1[\n]s2[<a>]t2[\nb]e3[</a >]" },
    { "<a b='>'/>", "s1/[<a b='>'/>]" },
    { "<a b=\"'>\n\" c='/>'>", "s1[<a b=\"'>\n\" c='/>'>]" },
    { "<a b='/'>", "s1[<a b='/'>]" },
    { "<!-- <a> -- > -->x", "c1[<!-- <a> -- > -->]t1[x]" },
    { "<!-->-->", "c1[<!-->-->]" },
    { "<![CDATA[<a>]]]]>]]>", "t1[<![CDATA[<a>]]]]>]t1[]]>]" },
    { "<?a ?b?><!DOCTYPE c>", "i1[<?a ?b?>]d1[<!DOCTYPE c>]" },
    { "<a b='c", "!1[<a b='c]" },
    { "x<", "t1[x]!1[<]" },
    { "<!--", "!1[<!--]" },
    { "<!", "!1[<!]" },
    { "</", "!1[</]" },
    { "<>", "s1[<>]" },
    { "</>", "e1[</>]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *tokens = describe (rows[i].xml);

      g_assert_cmpstr (tokens, ==, rows[i].tokens);
    }
}

static void
test_attributes (void)
{
  static const struct
  {
    const char *tag;
    const char *attributes;
  } rows[] = {
    { "<a>", "" },
    { "<a/>", "" },
    { "<a b='c'>", "b=c;" },
    { "<a b = \"'\"\n  xmlns:c='d>'/>", "b=';xmlns:c=d>;" },
    { " b='' c=\"=\"", "b=;c==;" },
    { "<a b=c>", "" },
    { "<a b='c>", "" },
    { "<a b>", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GString *found = g_string_new (NULL);
      const char *position = rows[i].tag;
      FbScanAttribute attribute;

      while (fb_scan_next_attribute (&position, rows[i].tag + strlen (rows[i].tag), &attribute))
        g_string_append_printf (found, "%.*s=%.*s;", (int) attribute.name_length, attribute.name,
                                (int) attribute.value_length, attribute.value);
      g_assert_cmpstr (found->str, ==, rows[i].attributes);
      g_string_free (found, TRUE);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scan/tokens", test_tokens);
  g_test_add_func ("/scan/attributes", test_attributes);

  return g_test_run ();
}
