/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "everything.h"
#include "formats/fb-html.h"

static char *
write_page (FbFlow *flow)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = fb_html_write (flow, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;

  return n;
}

static void
test_parts (void)
{
  static const char *const parts[] = {
    "<html lang=\"de\" dir=\"ltr\">",
    "<title>Integrationskonzept der Stadt Musterstadt</title>",
    "<meta name=\"date\" content=\"2022-04-01\">",
    "<a class=\"skip\" href=\"#text\">Zum Text springen</a>",
    "<h1>Integrationskonzept der Stadt Musterstadt</h1>",
    "<p class=\"own-title\">Vielfalt gestalten &amp; leben</p>",
    "<nav class=\"contents\" aria-labelledby=\"contents-title\">",
    "<a href=\"#f-000001\"><span class=\"number\">2.1</span> <span class=\"entry\">Sprache und Bildung</span></a>",
    "<h3 id=\"f-000001\"><span class=\"number\">2.1</span> Sprache und Bildung</h3>",
    /* emphasis, links, notes, references */
    "<strong>fetter</strong>, <em>kursiver</em> und <strong><em>beider</em></strong>",
    "m<sup>2</sup> und CO<sub>2</sub>",
    "<a href=\"https://example.org/?a=1&amp;b=2\">Adresse mit <strong>Fett</strong></a>",
    "<sup><a href=\"#note-1\" id=\"note-mark-1\" role=\"doc-noteref\" aria-label=\"Fußnote 1\">1</a></sup>",
    "<a href=\"#note-mark-1\" role=\"doc-backlink\">",
    "<a href=\"#f-000001\" title=\"2.1 Sprache und Bildung\">2.1</a>",
    "<a href=\"#p-000001\" title=\"Zuzug im Jahr\">Abbildung 1</a>",
    " und [?].",
    /* languages */
    "<p lang=\"en\" dir=\"ltr\">Two  spaces",
    "<span lang=\"tr\" dir=\"ltr\">Türkçe bir söz</span>",
    "<p lang=\"ar\" dir=\"rtl\">",
    /* lists */
    "<ol class=\"letters\"><li><p>Buchstabe</p></li>",
    "<ol class=\"parenthesised\"><li><p>Klammer</p></li>",
    "<ol start=\"4\"><li><p>Zählt ab vier</p></li>",
    "<li><p>Zweiter Punkt</p><p>mit einem weiteren Absatz</p><ol",
    /* figures */
    "alt=\"Säulendiagramm: der Zuzug steigt in sechs Jahren auf das Sechsfache.\" width=\"240\" height=\"90\">",
    "<span class=\"series\">Abbildung 1:</span> Zuzug im Jahr",
    "Quelle: Melderegister · Lizenz: CC BY 4.0",
    "alt=\"\" width=\"400\" height=\"120\">",
    /* tables */
    "<span class=\"series\">Tabelle 1:</span> Maßnahmen im Feld Sprache <span class=\"band\">Laufende Maßnahmen</span>",
    "class=\"band\">Neue Maßnahmen</caption>",
    "<th scope=\"col\" class=\"role-number\">Lfd. Nr.</th>",
    "<tr id=\"m-000002\"><th scope=\"row\" class=\"role-number\"><p>2</p></th>",
    "<td><p>(1) 51</p><p>(2) Volkshochschule</p></td>",
  };
  g_autoptr (FbFlow) flow = compose_everything ();
  g_autofree char *page = write_page (flow);

  g_assert_true (g_utf8_validate (page, -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_contains (page, parts[i]);
  assert_lacks (page, "javascript:");
  assert_lacks (page, "<script");
  g_assert_cmpuint (count (page, "<h1"), ==, 1);
  g_assert_cmpuint (count (page, "<main"), ==, 1);
}

/* Every name once, and no link into the void. */
static void
test_anchors (void)
{
  g_autoptr (FbFlow) flow = compose_everything ();
  g_autofree char *page = write_page (flow);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRegex) named = g_regex_new (" id=\"([^\"]*)\"", 0, 0, NULL);
  g_autoptr (GRegex) linked = g_regex_new (" (?:href=\"#|aria-labelledby=\")([^\"]*)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GMatchInfo) links = NULL;

  for (g_regex_match (named, page, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    g_assert_true (g_hash_table_add (ids, g_match_info_fetch (match, 1)));
  for (g_regex_match (linked, page, 0, &links); g_match_info_matches (links); g_match_info_next (links, NULL))
    {
      g_autofree char *id = g_match_info_fetch (links, 1);

      if (!g_hash_table_contains (ids, id))
        g_test_message ("no place for %s", id), g_test_fail ();
    }
}

static void
test_heading_levels (void)
{
  FbFlowBuilder *builder = fb_flow_builder_new ("en");
  g_autoptr (FbText) text = fb_text_new_plain ("Heading");
  g_autoptr (FbFlow) flow = NULL;
  g_autofree char *page = NULL;

  fb_flow_builder_heading (builder, NULL, 3, NULL, text, TRUE);
  fb_flow_builder_heading (builder, NULL, 9, NULL, text, TRUE);
  fb_flow_builder_heading (builder, NULL, 1, NULL, text, TRUE);
  flow = fb_flow_builder_end (builder);
  page = write_page (flow);

  /* No step is left out on the way down. */
  assert_contains (page, "<h2>Heading</h2>\n<h3>Heading</h3>\n<h2>Heading</h2>");
}

/* What is typed is never markup. */
static void
test_escapes (void)
{
  FbFlowBuilder *builder = fb_flow_builder_new ("en\"><script>");
  g_autoptr (FbText) text = fb_text_new_plain ("</main><script>alert(1)</script>");
  FbText *cells[] = { text };
  g_autoptr (FbFlow) flow = NULL;
  g_autofree char *page = NULL;

  fb_flow_builder_set_meta (builder, FB_META_TITLE, "</title><script>");
  fb_flow_builder_heading (builder, "\"><script>", 1, "<script>", text, TRUE);
  fb_flow_builder_text (builder, NULL, FB_TEXT_BODY, text);
  fb_flow_builder_table (builder, NULL, "<script>");
  fb_flow_builder_table_caption (builder, "<script>", "<script>");
  fb_flow_builder_table_band (builder, "<script>");
  fb_flow_builder_column (builder, FB_COLUMN_PROSE, "<script>", 0, FALSE);
  fb_flow_builder_row (builder, NULL, cells);
  flow = fb_flow_builder_end (builder);
  page = write_page (flow);
  assert_lacks (page, "<script");
}

static void
test_nothing (void)
{
  FbFlowBuilder *builder = fb_flow_builder_new ("en");
  g_autoptr (FbFlow) flow = fb_flow_builder_end (builder);
  g_autofree char *page = write_page (flow);

  assert_contains (page, "<h1></h1>");
  g_assert_true (g_str_has_suffix (page, "</body></html>"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html/parts", test_parts);
  g_test_add_func ("/html/anchors", test_anchors);
  g_test_add_func ("/html/heading-levels", test_heading_levels);
  g_test_add_func ("/html/escapes", test_escapes);
  g_test_add_func ("/html/nothing", test_nothing);

  return g_test_run ();
}
