/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "random-tree.h"
#include "store/fb-reader.h"
#include "store/fb-writer.h"

#define N_TREES 200
#define N_TEXTS 5000

static void
assert_same_bytes (GBytes *a,
                   GBytes *b)
{
  gsize size_a, size_b;
  const char *text_a = g_bytes_get_data (a, &size_a);
  const char *text_b = g_bytes_get_data (b, &size_b);
  gsize at = 0;

  if (g_bytes_equal (a, b))
    return;
  while (at < size_a && at < size_b && text_a[at] == text_b[at])
    at++;
  g_test_message ("written %.*s\nread and written %.*s", (int) MIN (size_a - at, 300), text_a + at,
                  (int) MIN (size_b - at, 300), text_b + at);
  g_test_fail ();
}

static FbNode *
read_or_fail (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  FbNode *node = fb_reader_read (bytes, "random.konzept", NULL, &error);

  if (node == NULL)
    g_test_message ("%.*s", (int) g_bytes_get_size (bytes), (const char *) g_bytes_get_data (bytes, NULL));
  g_assert_no_error (error);
  return node;
}

static void
assert_same (FbNode *a,
             FbNode *b)
{
  g_autoptr (GPtrArray) own = fb_node_get_own_properties (a);

  g_assert_cmpint (fb_node_get_kind (a), ==, fb_node_get_kind (b));
  g_assert_cmpstr (fb_node_get_id (a), ==, fb_node_get_id (b));
  for (const FbProperty *property = fb_node_get_info (a)->properties; property->name != NULL; property++)
    if (!fb_value_equal (fb_node_get_value (a, property), fb_node_get_value (b, property)))
      {
        g_test_message ("%s of %s differs", property->name, fb_node_get_id (a));
        g_test_fail ();
      }
  for (guint i = 0; i < own->len; i++)
    g_assert_true (fb_value_equal (fb_node_get_value (a, own->pdata[i]), fb_node_get_value (b, own->pdata[i])));
  for (guint i = 0; i < FB_N_FOREIGN; i++)
    g_assert_cmpstr (fb_node_get_foreign (a, i), ==, fb_node_get_foreign (b, i));
  g_assert_cmpuint (fb_node_get_n_children (a), ==, fb_node_get_n_children (b));
  for (guint i = 0; i < fb_node_get_n_children (a); i++)
    assert_same (fb_node_get_child (a, i), fb_node_get_child (b, i));
}

static void
test_trees (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < N_TREES && !g_test_failed (); i++)
    {
      g_autoptr (FbNode) tree = random_node (rand, FB_KIND_CONCEPT, i % 6);
      g_autoptr (GBytes) written = fb_writer_write (tree);
      g_autoptr (FbNode) back = read_or_fail (written);
      g_autoptr (GBytes) again = fb_writer_write (back);

      assert_same (tree, back);
      assert_same_bytes (written, again);
    }
}

static void
test_texts (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < N_TEXTS && !g_test_failed (); i++)
    {
      g_autoptr (FbNode) tree = fb_node_new (FB_KIND_CONCEPT, "k-1");
      g_autoptr (FbText) text = random_text (rand, 0);
      g_autoptr (FbValue) value = fb_value_new_rich (text);
      g_autoptr (GBytes) written = NULL;
      g_autoptr (FbNode) back = NULL;

      fb_node_build_value (tree, fb_kind_get_property (FB_KIND_CONCEPT, "text"), value);
      written = fb_writer_write (tree);
      back = read_or_fail (written);
      if (!fb_value_equal (value, fb_node_get (back, "text")))
        {
          g_autoptr (GBytes) again = fb_writer_write (back);

          g_test_message ("not the text of\n%s", (const char *) g_bytes_get_data (written, NULL));
          assert_same_bytes (written, again);
          g_test_fail ();
        }
    }
}

/* A property that exists is written and read without a line of code of its own. */
static void
test_every_property (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint kind = 0; kind < FB_N_KINDS; kind++)
    for (const FbProperty *property = fb_kind_get_info (kind)->properties; property->name != NULL; property++)
      {
        g_autoptr (FbNode) node = fb_node_new (kind, NULL);
        g_autoptr (FbValue) value = NULL;
        g_autoptr (GBytes) written = NULL;
        g_autofree char *text = NULL;

        while (value == NULL)
          value = random_value (rand, property);
        fb_node_build_value (node, property, value);
        written = fb_writer_write (node);
        text = g_strndup (g_bytes_get_data (written, NULL), g_bytes_get_size (written));
        if (strstr (text, property->name) == NULL)
          g_error ("%s of %s is not in %s", property->name, fb_kind_get_info (kind)->element, text);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/round-trip/texts", test_texts);
  g_test_add_func ("/round-trip/trees", test_trees);
  g_test_add_func ("/round-trip/every-property", test_every_property);

  return g_test_run ();
}
