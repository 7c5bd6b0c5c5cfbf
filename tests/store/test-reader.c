/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "store/fb-reader.h"
#include "store/fb-writer.h"

#define BEGIN "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define ROOT "<concept xmlns=\"urn:feldbuch:konzept:1\" id=\"k-1\""

static FbNode *
read_string (const char  *xml,
             GPtrArray  **warnings,
             GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));

  return fb_reader_read (bytes, "f", warnings, error);
}

static char *
rewrite (const char *xml)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FbNode) root = read_string (xml, NULL, &error);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  bytes = fb_writer_write (root);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Words as they may be typed into a file, and what they are. */
static void
test_words (void)
{
  static const struct
  {
    const char *xml;
    const char *words;
  } rows[] = {
    { "<title>a b</title>", "a b" },
    { "<title> a  b </title>", " a  b " },
    { "<title>a\nb</title>", "a b" },
    { "<title>a  \n    b</title>", "a b" },
    { "<title>a\r\n\r\n    b</title>", "a b" },
    { "<title>\n  a\n</title>", "a" },
    { "<title>a<br/>\n  b</title>", "a\nb" },
    { "<title>a\n<br/>b</title>", "a\nb" },
    { "<title><br/><br></br></title>", "\n\n" },
    { "<title>a\n</title>", "a" },
    { "<title>  </title>", "  " },
    { "<title>\ta\t</title>", "\ta\t" },
    { "<title><![CDATA[<a> &]]> b</title>", "<a> & b" },
    { "<title>&lt;&#228;&#x2260;&amp;</title>", "<ä≠&" },
    { "<title/>", NULL },
    { "<title></title>", NULL },
    { "<title>\n\n</title>", NULL },
    { "<k:title xmlns:k=\"urn:feldbuch:konzept:1\">mit Präfix</k:title>", "mit Präfix" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *xml = g_strconcat (ROOT ">", rows[i].xml, "</concept>", NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (FbNode) root = read_string (xml, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (fb_node_get_words (root, "title"), ==, rows[i].words);
    }
}

/* The parser hands out long text in pieces; none may get lost, and no space at a seam. */
static void
test_long_words (void)
{
  for (gsize length = 200; length < 200000; length = length * 2 + 1)
    {
      GString *words = g_string_new (NULL);
      g_autofree char *xml = NULL;
      g_autoptr (FbNode) root = NULL;

      while (words->len < length)
        g_string_append (words, words->len % 7 == 0 ? "  " : "ä");
      g_string_append_c (words, '.');
      xml = g_strconcat (ROOT "><title>", words->str, "</title></concept>", NULL);
      root = read_string (xml, NULL, NULL);
      g_assert_cmpstr (fb_node_get_words (root, "title"), ==, words->str);
      g_string_free (words, TRUE);
    }
}

/* Rich text as it may be typed into a file, and as it is written. */
static void
test_rich (void)
{
  static const struct
  {
    const char *xml;
    const char *written;
  } rows[] = {
    { "<p>a</p><p/><p>\n b\n c </p>", "<p>a</p><p/><p>b c </p>" },
    { "<p>a\n<strong>b</strong>\nc</p>", "<p>a <strong>b</strong> c</p>" },
    { "<p><em>a<strong>b</strong></em></p>", "<p><em>a</em><strong><em>b</em></strong></p>" },
    { "<p><strong>a</strong><strong>b</strong></p>", "<p><strong>ab</strong></p>" },
    { "<p><strong/>a<em></em></p>", "<p>a</p>" },
    { "<p xml:lang=\"tr\">a <span xml:lang=\"en\">b</span></p>",
      "<p xml:lang=\"tr\">a <span xml:lang=\"en\">b</span></p>" },
    { "<p>a<br/>\n  b</p>", "<p>a<br/>b</p>" },
    { "<p>a<note> b </note></p>", "<p>a<note> b </note></p>" },
    { "<p>a<note>\n  <p>b</p>\n  <p>c</p>\n</note></p>", "<p>a<note><p>b</p><p>c</p></note></p>" },
    { "<p>a<note><p>b</p></note><note/></p>", "<p>a<note>b</note><note></note></p>" },
    { "<p><a href=\"https://x/?a=1&amp;b=&quot;\">a</a></p>", "<p><a href=\"https://x/?a=1&amp;b=&quot;\">a</a></p>" },
    { "<p>H<sub>2</sub>O m<sup>2</sup></p>", "<p>H<sub>2</sub>O m<sup>2</sup></p>" },
    { "<ul><li>a</li></ul><ul><li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>" },
    { "<ol><li>a</li></ol><ol><li>b</li></ol>", "<ol><li>a</li></ol><ol start=\"1\"><li>b</li></ol>" },
    { "<ol type=\"1\"><li>a</li></ol><ol type=\"a\"><li>b</li></ol>",
      "<ol><li>a</li></ol><ol type=\"a\"><li>b</li></ol>" },
    { "<ul><li> a\n  <ul><li>b</li></ul></li></ul>", "<ul><li><p> a</p><ul><li>b</li></ul></li></ul>" },
    { "<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li><p>a</p><p>b</p></li></ul>" },
    { "<ul><li><p>a</p></li><li/><li> </li><li>\n</li></ul>", "<ul><li>a</li><li/><li> </li><li/></ul>" },
    { "<ul><li><ul><li>b</li></ul></li></ul>", "<ul><li><ul><li>b</li></ul></li></ul>" },
    { "<ul><li><p>a</p><ul><li>b</li></ul><p>c</p></li></ul>",
      "<ul><li><p>a</p><ul><li>b</li></ul><p>c</p></li></ul>" },
    { "<ul><li xml:lang=\"tr\"><p>a</p><p xml:lang=\"en\">b</p></li></ul>",
      "<ul><li><p xml:lang=\"tr\">a</p><p xml:lang=\"en\">b</p></li></ul>" },
    { "<ul></ul>", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *xml = g_strconcat (ROOT "><text>", rows[i].xml, "</text></concept>", NULL);
      g_autofree char *written = rewrite (xml);
      g_autofree char *again = rewrite (written);
      g_autofree char *flat = NULL;
      g_autofree char *expected =
        rows[i].written != NULL ? g_strconcat (BEGIN ROOT "><text>", rows[i].written, "</text></concept>", NULL)
                                : g_strdup (BEGIN ROOT "/>");
      g_autoptr (GRegex) indentation = g_regex_new ("(?<=>)\n *", 0, 0, NULL);

      g_assert_cmpstr (written, ==, again);
      flat = g_regex_replace (indentation, written + strlen (BEGIN), -1, 0, "", 0, NULL);
      g_assert_cmpstr (flat, ==, expected + strlen (BEGIN));
    }
}

static void
test_canonical (void)
{
  const char *handmade = "<?xml version='1.0'?>\n"
                         "<?style sheet?>\n"
                         "<k:concept genre='action' xmlns:k='urn:feldbuch:konzept:1' id='k-1' xml:lang='de'\n"
                         "    xmlns:x=\"urn:x\" x:a='\"'>\n"
                         "  <k:text><k:p>b</k:p></k:text>\n"
                         "  <!-- vor dem Titel -->\n"
                         "  <k:title>a</k:title> <x:note><x:b/></x:note><!--\n"
                         " zwei Zeilen -->\n"
                         "  <plain><k:title>fremd</k:title></plain>\n"
                         "  <k:chapter id='c-1' xmlns:y='urn:y'>\n"
                         "    <y:z/>\n"
                         "    <k:figure id='p-1' decorative='yes' y:b='1'/> <y:z/>\n"
                         "  </k:chapter>\n"
                         "</k:concept>\n"
                         "<!-- Ende -->\n";
  const char *canonical = BEGIN "<?style sheet?>\n" ROOT
                                " xml:lang=\"de\" genre=\"action\" xmlns:k='urn:feldbuch:konzept:1'"
                                " xmlns:x=\"urn:x\" x:a='\"'>\n"
                                "  <title>a</title>\n"
                                "  <text>\n"
                                "    <p>b</p>\n"
                                "  </text>\n"
                                "  <!-- vor dem Titel -->\n"
                                "  <x:note><x:b/></x:note><!--\n"
                                " zwei Zeilen -->\n"
                                "  <plain xmlns=\"\"><k:title>fremd</k:title></plain>\n"
                                "  <chapter id=\"c-1\" xmlns:y='urn:y'>\n"
                                "    <y:z xmlns:y=\"urn:y\"/>\n"
                                "    <figure id=\"p-1\" decorative=\"yes\" y:b='1' xmlns:y=\"urn:y\"/>\n"
                                "    <y:z xmlns:y=\"urn:y\"/>\n"
                                "  </chapter>\n"
                                "</concept>\n"
                                "<!-- Ende -->\n";
  g_autofree char *written = rewrite (handmade);
  g_autofree char *again = rewrite (written);

  g_assert_cmpstr (written, ==, canonical);
  g_assert_cmpstr (again, ==, canonical);
}

/* Foreign XML that has been copied away from the declaration of its prefix. */
static void
test_lost_prefix (void)
{
  g_autoptr (FbNode) from = read_string (ROOT " xmlns:x='urn:x'><chapter id='c-1'/><x:a><x:b/></x:a><chapter id='c-2' "
                                              "x:c='1'/></concept>", NULL, NULL);
  g_autoptr (FbNode) copy = fb_node_copy (fb_node_get_child (from, 1), FALSE);
  g_autoptr (FbNode) to = fb_node_new (FB_KIND_CONCEPT, "k-1");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *written = NULL;
  g_autofree char *again = NULL;

  fb_node_build_child (to, copy);
  bytes = fb_writer_write (to);
  written = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (strstr (written, "<x:a xmlns:x=\"urn:feldbuch:unbound:x\"><x:b/></x:a>"));
  g_assert_nonnull (strstr (written, "x:c='1' xmlns:x=\"urn:feldbuch:unbound:x\""));
  again = rewrite (written);
  g_assert_cmpstr (again, ==, written);
}

static void
test_newer_minor (void)
{
  const char *newer = BEGIN ROOT " phase=\"draft\" version=\"1.7\" mood=\"good\">\n"
                                 "  <title>Titel</title>\n"
                                 "  <text>\n"
                                 "    <p>Text mit <blink>Neuem</blink></p>\n"
                                 "  </text>\n"
                                 "  <slogan>neu</slogan>\n"
                                 "  <chapter id=\"c-1\" role=\"epilogue\">\n"
                                 "    <text>\n"
                                 "      <ol type=\"I\"><li>x</li></ol>\n"
                                 "    </text>\n"
                                 "    <measure id=\"m-1\"/>\n"
                                 "  </chapter>\n"
                                 "  <section id=\"s-1\"/>\n"
                                 "</concept>\n";
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FbNode) root = read_string (newer, &warnings, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (FbText) text = fb_text_new_plain ("von Hand");
  g_autoptr (FbValue) value = fb_value_new_rich (text);
  g_autofree char *written = rewrite (newer);
  g_autofree char *changed = NULL;
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (warnings->len, ==, 1);
  g_assert_nonnull (strstr (warnings->pdata[0], "f:2: found format 1.7"));
  g_assert_cmpstr (written, ==, newer);
  g_assert_cmpstr (fb_node_get_words (root, "title"), ==, "Titel");
  g_assert_null (fb_node_get_text (root, "text"));

  /* What is set here stands beside what is unknown, and a choice takes the place of an unknown one. */
  fb_node_build_value (root, fb_kind_get_property (FB_KIND_CONCEPT, "text"), value);
  fb_node_build_words (fb_node_get_child (root, 0), "role", "summary");
  bytes = fb_writer_write (root);
  changed = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (strstr (changed, "von Hand"));
  g_assert_nonnull (strstr (changed, "<blink>"));
  g_assert_nonnull (strstr (changed, "<chapter id=\"c-1\" role=\"summary\">"));
  again = rewrite (changed);
  g_assert_cmpstr (again, ==, changed);
}

static void
test_warnings (void)
{
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (FbNode) root = read_string (ROOT " xml:lang='de_DE x'>\n"
                                              "<text><p>siehe <ref to='c-9'/></p></text>\n"
                                              "<measures id='t-1'>\n"
                                              "<measure id='m-1' related='t-1 m-2'>\n"
                                              "<own column='s-9'>x</own>\n"
                                              "</measure></measures></concept>", &warnings, NULL);
  const char *expected[] = {
    "f:1: found “de_DE x”, expected a language tag such as “de”",
    "f:2: found a reference to “c-9”, which is not in the file",
    "f:4: found a reference to “m-2”, which is not in the file",
    "f:4: found a reference to “t-1”, which is a <measures>",
    "f:5: found a reference to “s-9”, which is not in the file",
  };
  g_autoptr (GBytes) bytes = NULL;
  FbNode *measure;

  g_assert_nonnull (root);
  g_assert_cmpuint (warnings->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (warnings->pdata[i], ==, expected[i]);

  measure = fb_node_get_child (fb_node_get_child (root, 0), 0);
  g_assert_cmpstr (fb_node_get_refs (measure, "related")[0], ==, "m-2");
  g_assert_cmpstr (fb_value_get_words (fb_node_get_value (measure, fb_property_for_column ("s-9"))), ==, "x");
}

/* tests/data/broken: each file with the one line that reading it gives. */
static void
test_broken (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "broken", NULL);
  g_autofree char *list = g_build_filename (folder, "expected.txt", NULL);
  g_autofree char *expected = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_files = 0;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_true (g_file_get_contents (list, &expected, NULL, NULL));
  lines = g_strsplit (g_strchomp (expected), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *file = g_strndup (lines[i], strcspn (lines[i], ":"));
      g_autofree char *path = g_build_filename (folder, file, NULL);
      g_autofree char *contents = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GPtrArray) warnings = NULL;
      g_autoptr (GError) error = NULL;
      const char *parser = strstr (lines[i], "faulty XML (");
      gsize length;

      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      bytes = g_bytes_new_take (g_steal_pointer (&contents), length);
      g_assert_null (fb_reader_read (bytes, file, &warnings, &error));
      g_assert_null (warnings);
      /* The words of the parser change with its version. */
      if (parser != NULL && strlen (error->message) > (gsize) (parser - lines[i]))
        error->message[parser - lines[i]] = lines[i][parser - lines[i]] = '\0';
      g_assert_cmpstr (error->message, ==, lines[i]);
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    n_files += g_str_has_suffix (name, ".konzept");
  g_assert_cmpuint (n_files, ==, g_strv_length (lines));
}

static void
test_error_codes (void)
{
  static const struct
  {
    const char *xml;
    FbReaderError code;
  } rows[] = {
    { "", FB_READER_ERROR_XML },
    { "<a", FB_READER_ERROR_XML },
    { ROOT, FB_READER_ERROR_XML },
    { "<!DOCTYPE a><a/>", FB_READER_ERROR_LIMIT },
    { "<concept xmlns='urn:feldbuch:konzept:7'/>", FB_READER_ERROR_VERSION },
    { ROOT " version='3'/>", FB_READER_ERROR_VERSION },
    { ROOT " version='0.9'/>", FB_READER_ERROR_FORMAT },
    { ROOT "><measure id='m-1'/></concept>", FB_READER_ERROR_FORMAT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_string (rows[i].xml, NULL, &error));
      g_assert_error (error, FB_READER_ERROR, (int) rows[i].code);
      g_assert_null (read_string (rows[i].xml, NULL, NULL));
    }
}

/* Files made to cost time or memory; each is refused before it does. */
static void
test_limits (void)
{
  GString *deep = g_string_new (ROOT ">");
  GString *attributes = g_string_new (ROOT);
  GString *nested_goals = g_string_new (ROOT "><goals id='y-1'>");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) attribute_error = NULL;
  g_autoptr (GError) entity_error = NULL;
  g_autoptr (GError) goals_error = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 100000; i++)
    {
      g_string_append_printf (deep, "<x xmlns='urn:x'>");
      g_string_append_printf (attributes, " a%u='1'", i);
    }
  for (guint i = 0; i < 250; i++)
    g_string_append_printf (nested_goals, "<goal id='z-%u'>", i);

  g_assert_null (read_string (deep->str, NULL, &error));
  g_assert_cmpstr (error->message, ==, "f:1: found more than 200 elements inside one another, expected fewer");
  g_assert_null (read_string (nested_goals->str, NULL, &goals_error));
  g_assert_error (goals_error, FB_READER_ERROR, FB_READER_ERROR_LIMIT);
  g_string_append (attributes, "/>");
  g_assert_null (read_string (attributes->str, NULL, &attribute_error));
  g_assert_cmpstr (attribute_error->message, ==, "f:1: found a tag of more than 64 kB, expected a shorter one");
  g_assert_null (read_string ("<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
                              "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]><x>&c;</x>", NULL, &entity_error));
  g_assert_error (entity_error, FB_READER_ERROR, FB_READER_ERROR_LIMIT);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
  g_string_free (deep, TRUE);
  g_string_free (attributes, TRUE);
  g_string_free (nested_goals, TRUE);
}

/* A picture of more than the parser takes in one text. */
static void
test_large_image (void)
{
  gsize size = 20 * 1000 * 1000 + 1;
  guint8 *data = g_malloc (size);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (FbValue) value = NULL;
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, "k-1");
  g_autoptr (FbNode) figure = fb_node_new (FB_KIND_FIGURE, "p-1");
  g_autoptr (FbNode) back = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < size; i++)
    data[i] = (guint8) (i * 31 + i / 251);
  bytes = g_bytes_new_take (data, size);
  value = fb_value_new_image (bytes, "image/jpeg");
  fb_node_build_value (figure, fb_kind_get_property (FB_KIND_FIGURE, "image"), value);
  fb_node_build_child (root, figure);

  written = fb_writer_write (root);
  back = fb_reader_read (written, "f", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (fb_value_equal (fb_node_get (fb_node_get_child (back, 0), "image"), value));
}

/* An address that is too long for a tag must not make a file that cannot be read again. */
static void
test_long_address (void)
{
  g_autofree char *address = g_strnfill (FB_TEXT_MAX_TARGET, '&');
  g_autofree char *too_long = g_strconcat (address, "&", NULL);
  const char *addresses[] = { address, too_long };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();
      g_autoptr (FbText) text = NULL;
      g_autoptr (FbValue) value = NULL;
      g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, "k-1");
      g_autoptr (FbNode) back = NULL;
      g_autoptr (GBytes) written = NULL;
      g_autoptr (GError) error = NULL;

      fb_text_builder_push (builder, FB_RUN_LINK, addresses[i]);
      fb_text_builder_append (builder, "Bild", -1);
      text = fb_text_builder_end (builder);
      g_assert_cmpuint (fb_text_get_n_runs (text), ==, 1 - i);
      value = fb_value_new_rich (text);
      fb_node_build_value (root, fb_kind_get_property (FB_KIND_CONCEPT, "text"), value);
      written = fb_writer_write (root);
      back = fb_reader_read (written, "f", NULL, &error);
      g_assert_no_error (error);
      g_assert_true (fb_value_equal (value, fb_node_get (back, "text")));
    }
}

/* Many lines, and a fault behind them. */
static void
test_far_line (void)
{
  GString *xml = g_string_new (ROOT ">\n");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (xml, "<chapter id='c-%u'/>\n", i);
  g_string_append (xml, "<chapter id='c-0'/></concept>");
  g_assert_null (read_string (xml->str, NULL, &error));
  g_assert_true (g_str_has_prefix (error->message, "f:100002: found id=\"c-0\""));
  g_string_free (xml, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reader/words", test_words);
  g_test_add_func ("/reader/long-words", test_long_words);
  g_test_add_func ("/reader/rich", test_rich);
  g_test_add_func ("/reader/canonical", test_canonical);
  g_test_add_func ("/reader/lost-prefix", test_lost_prefix);
  g_test_add_func ("/reader/newer-minor", test_newer_minor);
  g_test_add_func ("/reader/warnings", test_warnings);
  g_test_add_func ("/reader/broken", test_broken);
  g_test_add_func ("/reader/error-codes", test_error_codes);
  g_test_add_func ("/reader/limits", test_limits);
  g_test_add_func ("/reader/large-image", test_large_image);
  g_test_add_func ("/reader/long-address", test_long_address);
  g_test_add_func ("/reader/far-line", test_far_line);

  return g_test_run ();
}
