/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <libxml/parser.h>
#include <string.h>
#include <zip.h>

#include "everything.h"
#include "formats/fb-odt.h"

static GBytes *
write_package (FbFlow *flow)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = fb_odt_write (flow, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return bytes;
}

static char *
read_part (GBytes     *package,
           const char *name)
{
  zip_error_t problem;
  zip_source_t *source;
  zip_t *zip;
  zip_stat_t stat;
  zip_file_t *file;
  char *text;

  zip_error_init (&problem);
  source = zip_source_buffer_create (g_bytes_get_data (package, NULL), g_bytes_get_size (package), 0, &problem);
  zip = zip_open_from_source (source, ZIP_RDONLY | ZIP_CHECKCONS, &problem);
  g_assert_nonnull (zip);
  g_assert_cmpint (zip_stat (zip, name, 0, &stat), ==, 0);
  text = g_malloc0 (stat.size + 1);
  file = zip_fopen (zip, name, 0);
  g_assert_cmpint (zip_fread (file, text, stat.size), ==, stat.size);
  zip_fclose (file);
  zip_discard (zip);
  zip_error_fini (&problem);

  return text;
}

static void
assert_well_formed (GBytes     *package,
                    const char *name)
{
  g_autofree char *text = read_part (package, name);
  xmlDoc *document = xmlReadMemory (text, strlen (text), name, NULL, XML_PARSE_NONET);

  g_assert_nonnull (document);
  xmlFreeDoc (document);
}

/* The kind of file shows in its first bytes, and nothing in it tells the time. */
static void
test_package (void)
{
  static const char *const parts[] = { "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml" };
  static const char head[] = "PK\3\4\x0a\0\0\0\0\0\0\0\x21\0";
  g_autoptr (FbFlow) flow = compose_everything ();
  g_autoptr (GBytes) package = write_package (flow);
  g_autoptr (GBytes) again = write_package (flow);
  const char *data = g_bytes_get_data (package, NULL);
  g_autofree char *manifest = read_part (package, "META-INF/manifest.xml");
  g_autofree char *picture = read_part (package, "Pictures/1.png");

  g_assert_true (g_bytes_equal (package, again));
  g_assert_cmpmem (data + 4 + 4, 6, head + 8, 6);
  g_assert_cmpmem (data, 4, head, 4);
  g_assert_cmpmem (data + 30, 8, "mimetype", 8);
  g_assert_cmpmem (data + 38, 39, "application/vnd.oasis.opendocument.text", 39);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_well_formed (package, parts[i]);
  g_assert_cmpmem (picture, 4, "\x89PNG", 4);
  assert_contains (manifest, "manifest:full-path=\"Pictures/2.svg\" manifest:media-type=\"image/svg+xml\"");
}

static void
test_content (void)
{
  static const char *const parts[] = {
    /* page kinds */
    "style:parent-style-name=\"Title_20_Authority\" style:master-page-name=\"Cover\"",
    "style:parent-style-name=\"Contents_20_Heading\" style:master-page-name=\"Standard\"",
    "style:parent-style-name=\"Heading_20_3\" style:master-page-name=\"Landscape\"",
    /* contents and headings */
    "<text:sequence-decl text:display-outline-level=\"0\" text:name=\"Tabelle\"/>",
    ">2.1<text:tab/>Sprache und Bildung</text:a><text:tab/><text:bookmark-ref text:reference-format=\"page\" "
    "text:ref-name=\"f-000001\">?</text:bookmark-ref></text:p>",
    "text:outline-level=\"2\"><text:bookmark-start text:name=\"f-000001\"/>Sprache und Bildung<text:bookmark-end "
    "text:name=\"f-000001\"/></text:h>",
    ">a.<text:tab/><text:bookmark-start text:name=\"y-000001\"/>Leitziele und Handlungsziele",
    /* words */
    "<text:span text:style-name=\"Strong_20_Emphasis\">fetter</text:span>",
    "Two <text:s/>spaces",
    "<text:a xlink:type=\"simple\" xlink:href=\"https://example.org/?a=1&amp;b=2\" "
    "text:style-name=\"Internet_20_link\" text:visited-style-name=\"Internet_20_link\">Adresse mit "
    "<text:span text:style-name=\"Strong_20_Emphasis\">Fett</text:span></text:a>",
    "<text:note text:id=\"note1\" text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>",
    "fo:language=\"tr\" fo:country=\"TR\"",
    "style:writing-mode=\"rl-tb\"",
    "Vorlage für den Rat<text:line-break/>am 12. Mai 2022",
    /* references */
    "<text:bookmark-ref text:reference-format=\"number\" text:ref-name=\"f-000001\">2.1</text:bookmark-ref>",
    "<text:sequence-ref text:reference-format=\"category-and-value\" text:ref-name=\"refFigure1\">Abbildung 1<",
    "xlink:href=\"#m-000002\"",
    "<text:bookmark text:name=\"m-000002\"/>",
    " und [?].",
    /* lists */
    "<text:list text:style-name=\"List_20_Letter\"><text:list-item><text:p text:style-name=\"List_20_Item\">Buchstabe<",
    "<text:list-item text:start-value=\"4\"><text:p text:style-name=\"List_20_Item\">Zählt ab vier</text:p>",
    /* tables and figures */
    "<text:span text:style-name=\"Caption_20_Number\">Tabelle <text:sequence text:ref-name=\"refTable1\" "
    "text:name=\"Tabelle\" text:formula=\"ooow:Tabelle+1\" style:num-format=\"1\">1</text:sequence>:</text:span> "
    "Maßnahmen im Feld Sprache</text:p><text:p text:style-name=\"Table_20_Band\">Laufende Maßnahmen</text:p>",
    "<table:table-header-rows><table:table-row table:style-name=\"Row\">",
    "<table:table-row table:style-name=\"RowLong\">",
    "<svg:title>Zuzug im Jahr</svg:title><svg:desc>Säulendiagramm: ",
    "svg:width=\"6.350cm\" svg:height=\"2.381cm\"",
  };
  g_autoptr (FbFlow) flow = compose_everything ();
  g_autoptr (GBytes) package = write_package (flow);
  g_autofree char *content = read_part (package, "content.xml");
  g_autofree char *styles = read_part (package, "styles.xml");
  g_autofree char *meta = read_part (package, "meta.xml");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_contains (content, parts[i]);
  assert_lacks (content, "javascript:");
  assert_lacks (content, "number-columns-spanned");
  assert_contains (styles, "fo:language=\"de\" fo:country=\"DE\"");
  assert_contains (styles, "Seite <text:page-number");
  assert_lacks (styles, "@TITLE@");
  assert_lacks (styles, "@COUNTRY@");
  assert_contains (meta, "<dc:title>Integrationskonzept der Stadt Musterstadt</dc:title>");
  assert_contains (meta, "<dc:date>2022-04-01T00:00:00</dc:date><dc:language>de</dc:language>");
}

/* A heading whose number the word processor would count itself is left to it; any other is written down. */
static void
test_numbers (void)
{
  static const struct
  {
    guint level;
    const char *number;
    const char *expected;
  } headings[] = {
    { 1, "1", "<text:h text:style-name=\"Heading_20_1\" text:outline-level=\"1\">" },
    { 2, "1.1", "<text:h text:style-name=\"Heading_20_2\" text:outline-level=\"2\">" },
    { 2, NULL, "<text:h text:style-name=\"Heading_20_2_20_Plain\" text:outline-level=\"2\">" },
    { 2, "1.2", "<text:h text:style-name=\"Heading_20_2\" text:outline-level=\"2\">" },
    { 2, "1.5", "text:outline-level=\"2\" text:restart-numbering=\"true\" text:start-value=\"5\">" },
    { 2, "1.6", "<text:h text:style-name=\"Heading_20_2\" text:outline-level=\"2\">" },
    { 1, "7", "text:outline-level=\"1\" text:restart-numbering=\"true\" text:start-value=\"7\">" },
    { 2, "7.1", "<text:h text:style-name=\"Heading_20_2\" text:outline-level=\"2\">" },
    { 3, "a.", "text:outline-level=\"3\">a.<text:tab/>" },
    { 1, "A 1", "text:outline-level=\"1\">A 1<text:tab/>" },
    { 1, "08", "text:outline-level=\"1\">08<text:tab/>" },
    { 1, "8", "<text:h text:style-name=\"Heading_20_1\" text:outline-level=\"1\">" },
  };
  FbFlowBuilder *builder = fb_flow_builder_new ("de");
  g_autoptr (FbText) body = fb_text_new_plain ("Text");
  g_autoptr (FbFlow) flow = NULL;
  g_autoptr (GBytes) package = NULL;
  g_autofree char *content = NULL;
  const char *at;

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      g_autofree char *words = g_strdup_printf ("Heading-%u-", i);
      g_autoptr (FbText) text = fb_text_new_plain (words);

      fb_flow_builder_heading (builder, NULL, headings[i].level, headings[i].number, text, TRUE);
      fb_flow_builder_text (builder, NULL, FB_TEXT_BODY, body);
    }
  flow = fb_flow_builder_end (builder);
  package = write_package (flow);
  content = read_part (package, "content.xml");

  at = content;
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      g_autofree char *expected = g_strdup_printf ("%sHeading-%u-", headings[i].expected, i);

      at = strstr (at, expected);
      if (at == NULL)
        g_error ("not there, or not there in order: %s", expected);
    }
}

/* Spaces are kept: OpenDocument drops a second one, and one at the beginning (1.3, 6.1.2). */
static void
test_spaces (void)
{
  FbFlowBuilder *builder = fb_flow_builder_new ("de");
  g_autoptr (FbTextBuilder) words = fb_text_builder_new ();
  g_autoptr (FbText) text = NULL;
  g_autoptr (FbFlow) flow = NULL;
  g_autoptr (GBytes) package = NULL;
  g_autofree char *content = NULL;

  fb_text_builder_append (words, " a  b ", -1);
  fb_text_builder_push (words, FB_RUN_EMPHASIS, NULL);
  fb_text_builder_append (words, " c\td", -1);
  fb_text_builder_pop (words);
  fb_text_builder_append (words, "   e ≠ f", -1);
  text = fb_text_builder_end (words);
  fb_flow_builder_text (builder, NULL, FB_TEXT_BODY, text);
  flow = fb_flow_builder_end (builder);
  package = write_package (flow);
  content = read_part (package, "content.xml");
  assert_contains (content, "<text:p text:style-name=\"Text_20_body\"><text:s/>a <text:s/>b <text:span "
                            "text:style-name=\"Emphasis\"><text:s/>c<text:tab/>d</text:span> <text:s/><text:s/>e "
                            "<text:span text:style-name=\"Operator\">≠</text:span> f<");
}

static void
test_strange (void)
{
  FbFlowBuilder *builder = fb_flow_builder_new ("x-\"<&");
  g_autoptr (FbText) text = fb_text_new_plain ("<text:p>&amp;]]>");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("no picture", 10);
  FbFigure figure = { .image = bytes, .media_type = "image/\"><", .caption = "<&>", .series = "Abb.\"<" };
  g_autoptr (FbFlow) flow = NULL;
  g_autoptr (GBytes) package = NULL;
  g_autofree char *styles = NULL;

  fb_flow_builder_set_meta (builder, FB_META_TITLE, "<@MARK@>&");
  fb_flow_builder_set_meta (builder, FB_META_MARK, "@TITLE@");
  fb_flow_builder_title_page (builder, NULL);
  fb_flow_builder_heading (builder, "a\"<&>b", 1, "<", text, TRUE);
  fb_flow_builder_table (builder, NULL, "<");
  fb_flow_builder_column (builder, FB_COLUMN_PROSE, "<&", 0, FALSE);
  fb_flow_builder_figure (builder, NULL, &figure);
  flow = fb_flow_builder_end (builder);
  package = write_package (flow);
  assert_well_formed (package, "content.xml");
  assert_well_formed (package, "styles.xml");
  assert_well_formed (package, "meta.xml");
  assert_well_formed (package, "META-INF/manifest.xml");
  styles = read_part (package, "styles.xml");
  assert_contains (styles, ">&lt;@MARK@&gt;&amp;<text:tab/>@TITLE@<");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/odt/package", test_package);
  g_test_add_func ("/odt/content", test_content);
  g_test_add_func ("/odt/numbers", test_numbers);
  g_test_add_func ("/odt/spaces", test_spaces);
  g_test_add_func ("/odt/strange", test_strange);

  return g_test_run ();
}
