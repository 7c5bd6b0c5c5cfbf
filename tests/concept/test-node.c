/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "concept/fb-document.h"
#include "concept/fb-id.h"

#include <string.h>

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  GPtrArray  *shadow)
{
  if (removed > 0)
    g_ptr_array_remove_range (shadow, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (shadow, position + i, g_list_model_get_item (model, position + i));
}

static void
assert_same (GListModel *model,
             GPtrArray  *shadow)
{
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, shadow->len);
  for (guint i = 0; i < shadow->len; i++)
    {
      g_autoptr (FbNode) item = g_list_model_get_item (model, i);

      g_assert_true (item == shadow->pdata[i]);
      g_assert_cmpuint (fb_node_get_index (item), ==, i);
    }
  g_assert_null (g_list_model_get_item (model, shadow->len));
}

/* A list view that only hears of what changes always has the same rows as the model. */
static void
test_list_model (void)
{
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, NULL);
  g_autoptr (FbDocument) document = fb_document_new (root);
  g_autoptr (GPtrArray) shadow = g_ptr_array_new_with_free_func (g_object_unref);

  g_signal_connect (root, "items-changed", G_CALLBACK (items_changed_cb), shadow);
  for (guint round = 0; round < 400; round++)
    {
      guint n = fb_node_get_n_children (root);
      guint at = g_test_rand_int_range (0, n + 1);
      guint length = n > at ? g_test_rand_int_range (0, MIN (n - at, 5) + 1) : 0;

      switch (g_test_rand_int_range (0, 5))
        {
        case 0:
        case 1:
          {
            g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (g_object_unref);

            for (gint i = g_test_rand_int_range (0, 6); i > 0; i--)
              g_ptr_array_add (nodes, fb_document_create_node (document, FB_KIND_CHAPTER));
            g_assert_true (
              fb_document_insert (document, root, at, (FbNode **) nodes->pdata, nodes->len, NULL));
            break;
          }
        case 2:
          fb_document_remove (document, root, at, length);
          break;
        case 3:
          g_assert_true (
            fb_document_move (document, root, at, length, root, g_test_rand_int_range (0, n - length + 1), NULL));
          break;
        default:
          fb_document_undo (document);
        }
      assert_same (G_LIST_MODEL (root), shadow);
    }
}

static void
test_copy (void)
{
  g_autoptr (FbNode) table = fb_node_new (FB_KIND_MEASURES, NULL);
  g_autoptr (FbNode) column = fb_node_new (FB_KIND_COLUMN, NULL);
  g_autoptr (FbNode) first = fb_node_new (FB_KIND_MEASURE, NULL);
  g_autoptr (FbNode) second = fb_node_new (FB_KIND_MEASURE, NULL);
  g_autoptr (FbNode) copy = NULL;
  g_autoptr (FbNode) picture = fb_node_copy (first, TRUE);
  const char *ids[] = { "m-abroad", fb_node_get_id (first), NULL };
  g_autoptr (FbValue) related = fb_value_new_refs (ids);
  g_autoptr (FbValue) own = fb_value_new_words ("12 t");
  const char *const *refs;
  FbNode *copied;

  fb_node_build_child (table, column);
  fb_node_build_child (table, first);
  fb_node_build_child (table, second);
  fb_node_build_value (second, fb_kind_get_property (FB_KIND_MEASURE, "related"), related);
  fb_node_build_value (first, fb_property_for_column (fb_node_get_id (column)), own);
  copy = fb_node_copy (table, FALSE);

  g_assert_cmpstr (fb_node_get_id (copy), !=, fb_node_get_id (table));
  copied = fb_node_get_child (copy, 1);
  refs = fb_node_get_refs (fb_node_get_child (copy, 2), "related");
  g_assert_true (g_strv_contains (refs, fb_node_get_id (copied)));
  g_assert_true (g_strv_contains (refs, "m-abroad"));
  g_assert_cmpstr (fb_value_get_words (fb_node_get_value (
                     copied, fb_property_for_column (fb_node_get_id (fb_node_get_child (copy, 0))))),
                   ==, "12 t");
  g_assert_cmpstr (fb_node_get_id (picture), ==, fb_node_get_id (first));
}

static void
test_labels (void)
{
  g_autoptr (FbNode) measure = fb_node_new (FB_KIND_MEASURE, NULL);
  g_autofree char *kind = fb_node_dup_label (measure);
  g_autofree char *period = NULL;
  g_autofree char *title = NULL;

  g_assert_cmpstr (kind, ==, "Measure");
  fb_node_build_words (measure, "period", "ab\n2014");
  period = fb_node_dup_label (measure);
  g_assert_cmpstr (period, ==, "ab 2014");
  fb_node_build_words (measure, "title", "Paten");
  title = fb_node_dup_label (measure);
  g_assert_cmpstr (title, ==, "Paten");
}

static void
test_empty_values (void)
{
  g_autoptr (FbText) nothing = fb_text_new_plain ("");
  const char *none[] = { "", NULL };

  g_assert_null (fb_value_new_words (""));
  g_assert_null (fb_value_new_words ("\x01"));
  g_assert_null (fb_value_new_rich (nothing));
  g_assert_null (fb_value_new_refs (none));
  g_assert_null (fb_value_new_flag (FALSE));
}

static void
test_ids (void)
{
  g_autofree char *id = fb_id_new (FB_KIND_MEASURE);

  g_assert_true (g_str_has_prefix (id, "m-"));
  g_assert_cmpuint (strlen (id), ==, 8);
  g_assert_true (fb_id_is_valid (id));
  g_assert_false (fb_id_is_valid ("9a"));
  g_assert_false (fb_id_is_valid (""));
  g_assert_false (fb_id_is_valid ("m 1"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/node/list-model", test_list_model);
  g_test_add_func ("/node/copy", test_copy);
  g_test_add_func ("/node/labels", test_labels);
  g_test_add_func ("/node/empty-values", test_empty_values);
  g_test_add_func ("/node/ids", test_ids);

  return g_test_run ();
}
