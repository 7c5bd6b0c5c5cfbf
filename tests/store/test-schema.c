/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libxml/relaxng.h>
#include <string.h>

#include "random-tree.h"
#include "store/fb-reader.h"
#include "store/fb-writer.h"

/* data/konzept.rng and the kinds table describe the same files: what follows from the table is valid by the schema,
 * and what the reader refuses is not. */

#define NAMESPACE "xmlns=\"urn:feldbuch:konzept:1\""

static xmlRelaxNGPtr schema;

static void
ignore_cb (void       *data,
           const char *format,
           ...)
{
}

static gboolean
fits_schema (const char *xml,
             gsize       length)
{
  xmlDocPtr document = xmlReadMemory (xml, length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);
  xmlRelaxNGValidCtxtPtr context = xmlRelaxNGNewValidCtxt (schema);
  int result;

  g_assert_nonnull (document);
  xmlRelaxNGSetValidErrors (context, ignore_cb, ignore_cb, NULL);
  result = xmlRelaxNGValidateDoc (context, document);
  g_assert_cmpint (result, >=, 0);
  xmlRelaxNGFreeValidCtxt (context);
  xmlFreeDoc (document);

  return result == 0;
}

static void
assert_both (const char *xml,
             gboolean    valid)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  g_autoptr (FbNode) root = fb_reader_read (bytes, "f", NULL, &error);

  if ((root != NULL) != valid)
    g_error ("the reader says “%s” of\n%s", error != NULL ? error->message : "fine", xml);
  if (fits_schema (xml, strlen (xml)) != valid)
    g_error ("the schema %s\n%s", valid ? "refuses" : "takes", xml);
}

/* The nodes above one of @kind, by the first way that the table allows: both ends of the file around it. */
static void
build_around (FbKind   kind,
              GString *before,
              GString *after)
{
  FbKind parent = 0;

  if (kind == FB_KIND_CONCEPT)
    return;
  while (!fb_kind_allows_child (parent, kind) || parent == kind)
    parent++;
  build_around (parent, before, after);
  if (parent == FB_KIND_CONCEPT)
    g_string_append (before, "<concept " NAMESPACE " id=\"k-1\">");
  else
    g_string_append_printf (before, "<%s id=\"x-%u\">", fb_kind_get_info (parent)->element, parent);
  g_string_prepend (after, ">");
  g_string_prepend (after, fb_kind_get_info (parent)->element);
  g_string_prepend (after, "</");
}

static void
check_node (FbKind      kind,
            const char *attributes,
            const char *content,
            gboolean    valid)
{
  g_autoptr (GString) xml = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);
  const char *element = fb_kind_get_info (kind)->element;

  build_around (kind, xml, after);
  g_string_append_printf (xml, "<%s %s id=\"n-1\"%s>%s</%s>", element, kind == FB_KIND_CONCEPT ? NAMESPACE : "",
                          attributes, content, element);
  g_string_append (xml, after->str);
  assert_both (xml->str, valid);
}

static void
check_attribute (FbKind      kind,
                 const char *name,
                 const char *value,
                 gboolean    valid)
{
  g_autofree char *attribute = g_strdup_printf (" %s=\"%s\"", name, value);

  check_node (kind, attribute, "", valid);
}

static void
check_element (FbKind      kind,
               const char *name,
               const char *content,
               gboolean    valid)
{
  const char *type = g_str_equal (name, "image") ? " type=\"image/png\"" : "";
  g_autofree char *element = g_strdup_printf ("<%s%s>%s</%s>", name, type, content, name);
  g_autofree char *twice = g_strconcat (element, element, NULL);

  check_node (kind, "", element, valid);
  if (valid)
    check_node (kind, "", twice, FALSE);
}

static void
check_property (FbKind            kind,
                const FbProperty *property)
{
  switch (property->type)
    {
    case FB_VALUE_CHOICE:
      for (const FbChoice *choice = property->choices; choice->name != NULL; choice++)
        check_attribute (kind, property->name, choice->name, TRUE);
      check_attribute (kind, property->name, "something-else", FALSE);
      check_attribute (kind, property->name, "", FALSE);
      break;
    case FB_VALUE_REFS:
      check_attribute (kind, property->name, "m-1 z-2", TRUE);
      check_attribute (kind, property->name, "", TRUE);
      break;
    case FB_VALUE_FLAG:
      check_attribute (kind, property->name, "yes", TRUE);
      check_attribute (kind, property->name, "no", FALSE);
      break;
    case FB_VALUE_LANGUAGE:
      check_attribute (kind, property->name, "de", TRUE);
      check_attribute (kind, property->name, "sr-Latn-RS", TRUE);
      break;
    case FB_VALUE_WORDS:
      check_element (kind, property->name, "a<br/>b &amp;", TRUE);
      check_element (kind, property->name, "<p>a</p>", FALSE);
      check_attribute (kind, property->name, "a", FALSE);
      break;
    case FB_VALUE_RICH:
      check_element (kind, property->name, "<p>a<br/><strong>b</strong></p><ul><li>c</li></ul>", TRUE);
      check_element (kind, property->name, "a", FALSE);
      break;
    case FB_VALUE_IMAGE:
      check_element (kind, property->name, "iVBORw0K", TRUE);
      check_element (kind, property->name, "<part>iVBORw0K</part><part>AAAA</part>", TRUE);
      check_element (kind, property->name, "<p>a</p>", FALSE);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
test_properties (void)
{
  for (guint kind = 0; kind < FB_N_KINDS; kind++)
    for (const FbProperty *property = fb_kind_get_info (kind)->properties; property->name != NULL; property++)
      check_property (kind, property);
}

/* No kind has the properties of another. */
static void
test_foreign_properties (void)
{
  for (guint kind = 0; kind < FB_N_KINDS; kind++)
    for (guint other = 0; other < FB_N_KINDS; other++)
      for (const FbProperty *property = fb_kind_get_info (other)->properties; property->name != NULL; property++)
        {
          FbKind child;

          if (fb_kind_get_property (kind, property->name) != NULL ||
              (fb_kind_from_element (property->name, &child) && fb_kind_allows_child (kind, child)))
            continue;
          if (property->type == FB_VALUE_WORDS || property->type == FB_VALUE_RICH || property->type == FB_VALUE_IMAGE)
            check_element (kind, property->name, "", FALSE);
          else
            check_attribute (kind, property->name, property->type == FB_VALUE_LANGUAGE ? "de" : "yes", FALSE);
        }
}

static void
test_children (void)
{
  for (guint kind = 0; kind < FB_N_KINDS; kind++)
    for (guint child = 0; child < FB_N_KINDS; child++)
      {
        const char *element = fb_kind_get_info (child)->element;
        gboolean allowed = fb_kind_allows_child (kind, child);
        g_autofree char *one = g_strdup_printf ("<%s id=\"a-1\"/>", element);
        g_autofree char *two = g_strdup_printf ("<!-- a --><%s id=\"a-1\"/><x xmlns=\"urn:x\"/><%s id=\"a-2\"/>",
                                                element, element);
        g_autofree char *nameless = g_strdup_printf ("<%s/>", element);

        /* A word property of that name is fine without an id. */
        if (!allowed && fb_kind_get_property (kind, element) != NULL)
          continue;
        check_node (kind, "", one, allowed);
        check_node (kind, "", nameless, FALSE);
        check_node (kind, "", two, allowed && !fb_kind_get_info (child)->single);
      }
}

/* What stands in the kinds table by no row. */
static void
test_markup (void)
{
  static const struct
  {
    const char *content; /* of a chapter */
    gboolean valid;
  } rows[] = {
    { "<text/>", TRUE },
    { "<text><p xml:lang=\"tr\">a <span xml:lang=\"en\">b</span></p></text>", TRUE },
    { "<text><p><span>b</span></p></text>", FALSE },
    { "<text><p><a href=\"x\"><em>b</em></a><note>c<em>d</em></note><note><p>e</p></note><ref to=\"c-1\"/></p></text>",
      TRUE },
    { "<text><p><a>b</a></p></text>", FALSE },
    { "<text><p><a href=\"x\" target=\"y\">b</a></p></text>", FALSE },
    { "<text><p><ref/></p></text>", FALSE },
    { "<text><p><ref to=\"a\">b</ref></p></text>", FALSE },
    { "<text><p><b>b</b></p></text>", FALSE },
    { "<text><p><p>b</p></p></text>", FALSE },
    { "<text><p class=\"x\">b</p></text>", FALSE },
    { "<text><p><sup>a</sup><sub>b</sub><br/></p></text>", TRUE },
    { "<text><ul><li/><li>a</li><li>a<em>b</em><ul><li>c</li></ul></li></ul></text>", TRUE },
    { "<text><ul><li><p>a</p><ul><li>b</li></ul><p>c</p></li></ul></text>", TRUE },
    { "<text><ul><li><ol start=\"2\" type=\"(1)\"><li>b</li></ol></li></ul></text>", TRUE },
    { "<text><ul start=\"2\"><li>b</li></ul></text>", FALSE },
    { "<text><ol start=\"0\"><li>b</li></ol></text>", FALSE },
    { "<text><ol type=\"i\"><li>b</li></ol></text>", FALSE },
    { "<text><ul><p>b</p></ul></text>", FALSE },
    { "<text><li>b</li></text>", FALSE },
    { "<text><x xmlns=\"urn:x\"/></text>", FALSE },
    { "<text><p>a<x xmlns=\"urn:x\"/></p></text>", FALSE },
    { "<title>a<x xmlns=\"urn:x\"/></title>", FALSE },
    { "<x xmlns=\"urn:x\"><title xmlns=\"urn:feldbuch:konzept:1\"/></x><title>a</title><x xmlns=\"urn:x\"/>", TRUE },
    { "<text/><title>in any order</title>", TRUE },
    { "<figure id=\"p-1\"/><title>behind a child</title>", FALSE },
    { "words", FALSE },
    { "<own column=\"s-1\">a</own>", FALSE },
    { "<measures id=\"t-1\"><measure id=\"m-1\"><own column=\"s-1\">a<br/></own><own column=\"s-2\"/></measure>"
      "</measures>", TRUE },
    { "<measures id=\"t-1\"><measure id=\"m-1\"><own>a</own></measure></measures>", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check_node (FB_KIND_CHAPTER, "", rows[i].content, rows[i].valid);

  check_node (FB_KIND_CONCEPT, " version=\"1.0\"", "", TRUE);
  check_node (FB_KIND_CONCEPT, " version=\"0.1\"", "", FALSE);
  check_node (FB_KIND_CHAPTER, " version=\"1.0\"", "", FALSE);
  check_node (FB_KIND_CHAPTER, " x:y=\"1\" xmlns:x=\"urn:x\"", "", TRUE);
  check_node (FB_KIND_CHAPTER, " xml:space=\"preserve\"", "", FALSE);
}

static void
test_trees (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (FbNode) tree = random_node (rand, FB_KIND_CONCEPT, 3);
      g_autoptr (GBytes) written = fb_writer_write (tree);
      gsize length;
      const char *xml = g_bytes_get_data (written, &length);

      if (!fits_schema (xml, length))
        g_error ("the schema refuses %.*s", (int) length, xml);
    }
}

static void
test_files (void)
{
  static const char *const folders[] = { "/org/feldbuch/core/examples/", "/org/feldbuch/core/templates/" };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_auto (GStrv) names = g_resources_enumerate_children (folders[i], 0, NULL);

      g_assert_nonnull (names);
      for (guint j = 0; names[j] != NULL; j++)
        {
          g_autofree char *path = g_strconcat (folders[i], names[j], NULL);
          g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);

          if (!fits_schema (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)))
            g_error ("the schema refuses %s", path);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *path = NULL;
  xmlRelaxNGParserCtxtPtr parser;
  int result;

  g_test_init (&argc, &argv, NULL);

  path = g_test_build_filename (G_TEST_DIST, "..", "data", "konzept.rng", NULL);
  parser = xmlRelaxNGNewParserCtxt (path);
  schema = xmlRelaxNGParse (parser);
  xmlRelaxNGFreeParserCtxt (parser);
  g_assert_nonnull (schema);

  g_test_add_func ("/schema/properties", test_properties);
  g_test_add_func ("/schema/foreign-properties", test_foreign_properties);
  g_test_add_func ("/schema/children", test_children);
  g_test_add_func ("/schema/markup", test_markup);
  g_test_add_func ("/schema/trees", test_trees);
  g_test_add_func ("/schema/files", test_files);
  result = g_test_run ();
  xmlRelaxNGFree (schema);

  return result;
}
