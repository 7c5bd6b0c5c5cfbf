/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "store/fb-resources.h"
#include "store/fb-writer.h"

static void
test_lists (void)
{
  g_autoptr (GPtrArray) examples = fb_examples_list ();
  g_autoptr (GPtrArray) templates = fb_templates_list ();
  const FbResource *first = templates->pdata[0];
  gboolean found = FALSE;

  g_assert_cmpuint (examples->len, >=, 5);
  g_assert_cmpuint (templates->len, >=, 6);
  g_assert_cmpstr (first->name, ==, "empty");
  for (guint i = 0; i < examples->len; i++)
    {
      const FbResource *example = examples->pdata[i];

      g_assert_true (*example->title != '\0' && *example->summary != '\0');
      if (!g_str_equal (example->name, "monheim-2016"))
        continue;
      found = TRUE;
      g_assert_cmpstr (example->title, ==, "Fortschreibung des Integrationskonzeptes der Stadt Monheim am Rhein 2016");
      g_assert_cmpstr (example->summary, ==, "Stadt Monheim am Rhein · Fortschreibung 2016");
    }
  g_assert_true (found);
}

static void
collect_ids (FbNode     *node,
             GHashTable *ids)
{
  for (FbNode *next = node; next != NULL; next = fb_node_get_next (next, node))
    g_hash_table_add (ids, g_strdup (fb_node_get_id (next)));
}

static void
test_templates (void)
{
  g_autoptr (GPtrArray) templates = fb_templates_list ();

  for (guint i = 0; i < templates->len; i++)
    {
      const FbResource *template = templates->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (FbDocument) one = fb_templates_instantiate (template->name, &error);
      g_autoptr (FbDocument) two = fb_templates_instantiate (template->name, NULL);
      g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      guint n;

      g_assert_no_error (error);
      g_assert_cmpstr (template->title, !=, fb_node_get_title (fb_document_get_root (one)));
      g_assert_false (fb_document_get_modified (one));
      collect_ids (fb_document_get_root (one), ids);
      n = g_hash_table_size (ids);
      collect_ids (fb_document_get_root (two), ids);
      g_assert_cmpuint (g_hash_table_size (ids), ==, 2 * n);
    }
}

static void
test_examples (void)
{
  g_autoptr (GPtrArray) examples = fb_examples_list ();

  for (guint i = 0; i < examples->len; i++)
    {
      const FbResource *example = examples->pdata[i];
      g_autofree char *path = g_strdup_printf ("/org/feldbuch/core/examples/%s.konzept", example->name);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);
      g_autoptr (FbDocument) document = fb_examples_open (example->name, NULL);
      g_autoptr (GBytes) written = fb_writer_write (fb_document_get_root (document));

      g_assert_true (g_bytes_equal (bytes, written));
    }
}

static void
test_unknown (void)
{
  g_autoptr (GError) template_error = NULL;
  g_autoptr (GError) example_error = NULL;

  g_assert_null (fb_templates_instantiate ("../examples/monheim-2016", &template_error));
  g_assert_error (template_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_null (fb_examples_open ("", &example_error));
  g_assert_error (example_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/resources/lists", test_lists);
  g_test_add_func ("/resources/templates", test_templates);
  g_test_add_func ("/resources/examples", test_examples);
  g_test_add_func ("/resources/unknown", test_unknown);

  return g_test_run ();
}
