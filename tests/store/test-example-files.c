/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The examples and templates that travel inside the programs: each is read without a warning, comes back byte for
 * byte, and counts as its source does. */

#include "concept/fb-document.h"
#include "store/fb-reader.h"
#include "store/fb-writer.h"

#define RESOURCES "/org/feldbuch/core/"

static FbNode *
read_resource (const char *path,
               GBytes    **bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) warnings = NULL;
  FbNode *root;

  *bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);

  root = fb_reader_read (*bytes, path, &warnings, &error);
  g_assert_no_error (error);
  g_assert_nonnull (root);
  if (warnings != NULL)
    g_assert_cmpuint (warnings->len, ==, 0);

  return root;
}

static void
test_round_trip (gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (FbNode) root = read_resource (data, &bytes);
  g_autoptr (GBytes) written = fb_writer_write (root);

  g_assert_cmpmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written), g_bytes_get_data (bytes, NULL),
                   g_bytes_get_size (bytes));
}

/* Every reference names a node of the kind it should. */
static void
test_references (gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (FbNode) root = read_resource (data, &bytes);
  g_autoptr (FbDocument) document = fb_document_new (root);

  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    for (const FbProperty *property = fb_node_get_info (node)->properties; property->name != NULL; property++)
      {
        const char *const *refs = property->type == FB_VALUE_REFS ? fb_node_get_refs (node, property->name) : NULL;

        for (guint i = 0; refs != NULL && refs[i] != NULL; i++)
          {
            FbNode *target = fb_document_lookup (document, refs[i]);

            g_assert_nonnull (target);
            g_assert_cmpuint (property->targets & FB_KIND_MASK (fb_node_get_kind (target)), !=, 0);
          }
      }
}

/* The numbers that the source prints, against those that are counted. */
static void
test_numbers (void)
{
  static const struct
  {
    FbKind kind;
    const char *title;
    const char *number;
  } printed[] = {
    { FB_KIND_CHAPTER, "Vorwort", "1" },
    { FB_KIND_CHAPTER, "Prozessschritte", "2.1" },
    { FB_KIND_CHAPTER, "Monheimer Integrationsverständnis", "3.1" },
    { FB_KIND_CHAPTER, "Milieuspezifischer Blick", "3.2" },
    { FB_KIND_CHAPTER, "Voraussetzungen gelingender Integration", "3.3" },
    { FB_KIND_FIELD, "Für ein gelingendes Miteinander einsetzen – Dialogkultur weiterentwickeln", "4.1" },
    { FB_KIND_FIELD, "Stärkung des bürgerschaftlichen Engagements", "4.2" },
    { FB_KIND_MEASURE, "Austauschplattformen zwischen Ehren- und Hauptamtlichen weiterentwickeln", "1" },
    { FB_KIND_FIELD, "Arbeitsmarktintegration", "4.5" },
    { FB_KIND_CHAPTER, "Anhang", "5" },
  };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (FbNode) root = read_resource (RESOURCES "examples/monheim-2016.konzept", &bytes);
  g_autoptr (FbDocument) document = fb_document_new (root);
  guint next = 0;

  g_assert_nonnull (document);
  for (FbNode *node = root; node != NULL && next < G_N_ELEMENTS (printed); node = fb_node_get_next (node, root))
    if (fb_node_get_kind (node) == printed[next].kind
        && g_strcmp0 (fb_node_get_title (node), printed[next].title) == 0)
      g_assert_cmpstr (fb_node_get_number (node), ==, printed[next++].number);
  if (next < G_N_ELEMENTS (printed))
    g_test_message ("not in its place: %s", printed[next].title);
  g_assert_cmpuint (next, ==, G_N_ELEMENTS (printed));
}

int
main (int   argc,
      char *argv[])
{
  static const char *const folders[] = { "examples", "templates" };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_strconcat (RESOURCES, folders[i], NULL);
      g_auto (GStrv) names = g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      for (guint j = 0; names != NULL && names[j] != NULL; j++)
        {
          char *path = g_strconcat (folder, "/", names[j], NULL);
          g_autofree char *round_trip = g_strdup_printf ("/%s/%s/round-trip", folders[i], names[j]);
          g_autofree char *references = g_strdup_printf ("/%s/%s/references", folders[i], names[j]);

          g_test_add_data_func (round_trip, path, test_round_trip);
          g_test_add_data_func_full (references, path, test_references, g_free);
        }
    }
  g_test_add_func ("/examples/numbers", test_numbers);

  return g_test_run ();
}
