/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "concept/fb-document.h"
#include "store/fb-reader.h"
#include "store/fb-writer.h"

/* The document as it would be written: whatever undo forgets shows in a file. */
static char *
picture (FbDocument *document)
{
  g_autoptr (GBytes) bytes = fb_writer_write (fb_document_get_root (document));

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static FbNode *
random_node (FbDocument *document)
{
  FbNode *root = fb_document_get_root (document);
  FbNode *node = root;

  while (fb_node_get_n_children (node) > 0 && g_test_rand_int_range (0, 4) > 0)
    node = fb_node_get_child (node, g_test_rand_int_range (0, fb_node_get_n_children (node)));
  return node;
}

static void
random_edit (FbDocument *document)
{
  static const char *const words[] = { "1", "2.1", "24a", "Titel", "ab 2014\n(Tarif)", NULL };
  FbNode *node = random_node (document);
  FbNode *parent = fb_node_get_parent (node);

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
    case 1:
      for (guint tries = 0; tries < 10; tries++)
        {
          FbKind kind = g_test_rand_int_range (0, FB_N_KINDS);

          if (fb_document_can_insert (document, node, kind))
            {
              g_autoptr (FbNode) added = fb_document_create_node (document, kind);

              g_assert_true (fb_document_insert_one (
                document, node, g_test_rand_int_range (0, fb_node_get_n_children (node) + 1), added, NULL));
              break;
            }
        }
      break;
    case 2:
      if (parent != NULL && g_test_rand_bit ())
        fb_document_remove_one (document, node);
      break;
    case 3:
      {
        FbNode *to = random_node (document);

        if (fb_document_can_move (document, node, to))
          g_assert_true (fb_document_move (
            document, parent, fb_node_get_index (node), 1, to,
            g_test_rand_int_range (0, fb_node_get_n_children (to) + (parent == to ? 0 : 1)), NULL));
        break;
      }
    default:
      {
        const FbProperty *rows = fb_node_get_info (node)->properties;

        for (const FbProperty *row = rows; row->name != NULL; row++)
          if (row->type == FB_VALUE_WORDS && g_test_rand_int_range (0, 4) == 0)
            fb_document_set_words (document, node, row->name,
                                   words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
      }
    }
}

/* Whatever is done, undo goes back through every state, and redo forth. */
static void
test_random (void)
{
  for (guint round = 0; round < 30; round++)
    {
      g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, NULL);
      g_autoptr (FbDocument) document = fb_document_new (root);
      g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (states, picture (document));
      for (guint i = 0; i < 60; i++)
        {
          gboolean could_undo;
          char *state;

          fb_document_begin (document, "edit");
          for (gint n = g_test_rand_int_range (1, 4); n > 0; n--)
            random_edit (document);
          fb_document_end (document);
          could_undo = fb_document_can_undo (document);
          state = picture (document);
          if (!g_str_equal (state, states->pdata[states->len - 1]))
            {
              g_assert_true (could_undo);
              g_ptr_array_add (states, state);
            }
          else
            {
              /* Done and taken back in one group still is an entry; take it out of the count. */
              g_free (state);
            }
        }

      for (gint i = states->len - 1; fb_document_can_undo (document);)
        {
          g_autofree char *state = NULL;

          fb_document_undo (document);
          state = picture (document);
          if (!g_str_equal (state, states->pdata[i]))
            i--;
          g_assert_cmpint (i, >=, 0);
          g_assert_cmpstr (state, ==, states->pdata[i]);
          if (!fb_document_can_undo (document))
            g_assert_cmpint (i, ==, 0);
        }
      for (guint i = 0; fb_document_can_redo (document);)
        {
          g_autofree char *state = NULL;

          fb_document_redo (document);
          state = picture (document);
          if (!g_str_equal (state, states->pdata[i]))
            i++;
          g_assert_cmpuint (i, <, states->len);
          g_assert_cmpstr (state, ==, states->pdata[i]);
          if (!fb_document_can_redo (document))
            g_assert_cmpuint (i, ==, states->len - 1);
        }

      for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
        g_assert_true (fb_document_lookup (document, fb_node_get_id (node)) == node);
    }
}

static void
test_refusals (void)
{
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, NULL);
  g_autoptr (FbDocument) document = fb_document_new (root);
  g_autoptr (FbNode) chapter = fb_node_new (FB_KIND_CHAPTER, "c-000001");
  g_autoptr (FbNode) below = fb_node_new (FB_KIND_CHAPTER, "c-000002");
  g_autoptr (FbNode) again = fb_node_new (FB_KIND_CHAPTER, "c-000002");
  g_autoptr (FbNode) measure = fb_node_new (FB_KIND_MEASURE, NULL);
  g_autoptr (FbNode) actors = fb_node_new (FB_KIND_ACTORS, NULL);
  g_autoptr (FbNode) more_actors = fb_node_new (FB_KIND_ACTORS, NULL);
  FbNode *twice[] = { actors, more_actors };
  g_autoptr (GError) error = NULL;

  g_assert_false (fb_document_insert (document, root, 0, twice, G_N_ELEMENTS (twice), &error));
  g_assert_error (error, FB_DOCUMENT_ERROR, FB_DOCUMENT_ERROR_DUPLICATE_ID);
  g_clear_error (&error);

  fb_node_build_child (chapter, below);
  g_assert_true (fb_document_insert_one (document, root, 0, chapter, NULL));
  g_assert_true (fb_document_insert_one (document, root, 1, actors, NULL));

  g_assert_false (fb_document_insert_one (document, root, 0, measure, &error));
  g_assert_error (error, FB_DOCUMENT_ERROR, FB_DOCUMENT_ERROR_KIND);
  g_clear_error (&error);
  g_assert_false (fb_document_insert_one (document, root, 0, again, &error));
  g_assert_error (error, FB_DOCUMENT_ERROR, FB_DOCUMENT_ERROR_DUPLICATE_ID);
  g_clear_error (&error);
  g_assert_false (fb_document_insert_one (document, root, 0, more_actors, &error));
  g_assert_error (error, FB_DOCUMENT_ERROR, FB_DOCUMENT_ERROR_DUPLICATE_ID);
  g_clear_error (&error);
  g_assert_false (fb_document_move (document, root, 0, 1, below, 0, &error));
  g_assert_error (error, FB_DOCUMENT_ERROR, FB_DOCUMENT_ERROR_CYCLE);
  g_assert_cmpuint (fb_node_get_n_children (root), ==, 2);
}

/* What is nested too deeply could be saved, but never opened again. */
static void
test_depth (void)
{
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, NULL);
  g_autoptr (FbDocument) document = fb_document_new (root);
  g_autoptr (FbNode) branch = fb_node_new (FB_KIND_CHAPTER, "c-000001");
  g_autoptr (FbNode) below = fb_node_new (FB_KIND_CHAPTER, "c-000002");
  g_autoptr (FbNode) more = fb_node_new (FB_KIND_CHAPTER, "c-000003");
  g_autoptr (FbText) text = fb_text_new_plain ("Am tiefsten Ort");
  g_autoptr (FbValue) value = fb_value_new_rich (text);
  g_autoptr (FbNode) opened = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  FbNode *deepest = root;

  fb_node_build_child (branch, below);
  g_assert_true (fb_document_insert_one (document, root, 0, branch, NULL));
  for (guint depth = 1; depth < FB_DOCUMENT_MAX_DEPTH - 1; depth++)
    {
      g_autoptr (FbNode) chapter = fb_document_create_node (document, FB_KIND_CHAPTER);

      g_assert_true (fb_document_insert_one (document, deepest, fb_node_get_n_children (deepest), chapter, NULL));
      deepest = chapter;
    }

  g_assert_false (fb_document_can_move (document, branch, deepest));
  g_assert_false (fb_document_move (document, root, 0, 1, deepest, 0, &error));
  g_assert_error (error, FB_DOCUMENT_ERROR, FB_DOCUMENT_ERROR_DEPTH);
  g_clear_error (&error);
  g_assert_true (fb_document_move (document, branch, 0, 1, deepest, 0, &error));
  g_assert_no_error (error);

  g_assert_false (fb_document_can_insert (document, below, FB_KIND_CHAPTER));
  g_assert_false (fb_document_insert_one (document, below, 0, more, &error));
  g_assert_error (error, FB_DOCUMENT_ERROR, FB_DOCUMENT_ERROR_DEPTH);
  g_clear_error (&error);
  g_assert_cmpuint (fb_node_get_n_children (below), ==, 0);

  /* Beside it there is room, and the order of siblings is no matter of depth. */
  g_assert_true (fb_document_insert_one (document, deepest, 0, more, &error));
  g_assert_no_error (error);
  g_assert_true (fb_document_move (document, deepest, 0, 1, deepest, 1, &error));
  g_assert_no_error (error);

  fb_document_set (document, below, fb_kind_get_property (FB_KIND_CHAPTER, "text"), value);
  bytes = fb_writer_write (root);
  opened = fb_reader_read (bytes, "deep", NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (opened);
}

typedef struct
{
  FbChangeType types[8];
  guint n;
} Applied;

static void
applied_cb (FbDocument     *document,
            const FbChange *change,
            Applied        *applied)
{
  applied->types[applied->n++] = change->type;
}

static void
test_applied (void)
{
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, NULL);
  g_autoptr (FbDocument) document = fb_document_new (root);
  g_autoptr (FbNode) chapter = fb_document_create_node (document, FB_KIND_CHAPTER);
  Applied applied = { 0 };

  g_signal_connect (document, "applied", G_CALLBACK (applied_cb), &applied);
  fb_document_begin (document, "group");
  fb_document_insert_one (document, root, 0, chapter, NULL);
  fb_document_set_words (document, chapter, "title", "a");
  fb_document_set_words (document, chapter, "title", "a");
  fb_document_end (document);
  g_assert_cmpuint (applied.n, ==, 2);
  fb_document_undo (document);
  g_assert_cmpuint (applied.n, ==, 4);
  g_assert_cmpint (applied.types[2], ==, FB_CHANGE_SET);
  g_assert_cmpint (applied.types[3], ==, FB_CHANGE_REMOVE);
  g_assert_null (fb_document_lookup (document, fb_node_get_id (chapter)));
}

static void
test_own_columns (void)
{
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, NULL);
  g_autoptr (FbNode) table = fb_node_new (FB_KIND_MEASURES, NULL);
  g_autoptr (FbNode) column = fb_node_new (FB_KIND_COLUMN, "s-co2000");
  g_autoptr (FbDocument) document = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  const FbProperty *property = fb_property_for_column ("s-co2000");

  fb_node_build_words (column, "title", "THG-Einsparung");
  fb_node_build_child (table, column);
  fb_node_build_child (root, table);
  document = fb_document_new (root);

  before = fb_document_get_properties (document, FB_KIND_MEASURE);
  g_assert_true (before->pdata[before->len - 1] == property);
  g_assert_cmpstr (fb_document_get_property_label (document, property), ==, "THG-Einsparung");

  fb_document_set_words (document, column, "shows", "cost");
  after = fb_document_get_properties (document, FB_KIND_MEASURE);
  g_assert_cmpuint (after->len, ==, before->len - 1);
}

static void
test_referrers (void)
{
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, NULL);
  g_autoptr (FbNode) chapter = fb_node_new (FB_KIND_CHAPTER, "c-000001");
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();
  g_autoptr (FbText) text = NULL;
  g_autoptr (FbValue) value = NULL;
  g_autoptr (FbDocument) document = NULL;
  g_autoptr (GPtrArray) referrers = NULL;

  fb_text_builder_reference (builder, "c-000002");
  text = fb_text_builder_end (builder);
  value = fb_value_new_rich (text);
  fb_node_build_value (chapter, fb_kind_get_property (FB_KIND_CHAPTER, "text"), value);
  fb_node_build_child (root, chapter);
  document = fb_document_new (root);

  referrers = fb_document_get_referrers (document, "c-000002");
  g_assert_cmpuint (referrers->len, ==, 1);
  g_assert_true (referrers->pdata[0] == chapter);
}

static void
test_finalised (void)
{
  FbNode *root = fb_node_new (FB_KIND_CONCEPT, NULL);
  FbDocument *document = fb_document_new (root);
  FbNode *chapter = fb_document_create_node (document, FB_KIND_CHAPTER);

  fb_document_insert_one (document, root, 0, chapter, NULL);
  fb_document_remove_one (document, chapter);
  g_object_add_weak_pointer (G_OBJECT (root), (gpointer *) &root);
  g_object_add_weak_pointer (G_OBJECT (chapter), (gpointer *) &chapter);
  g_object_unref (chapter);
  g_object_unref (root);
  g_assert_nonnull (chapter);
  g_object_unref (document);
  g_assert_null (root);
  g_assert_null (chapter);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/random", test_random);
  g_test_add_func ("/document/refusals", test_refusals);
  g_test_add_func ("/document/depth", test_depth);
  g_test_add_func ("/document/applied", test_applied);
  g_test_add_func ("/document/own-columns", test_own_columns);
  g_test_add_func ("/document/referrers", test_referrers);
  g_test_add_func ("/document/finalised", test_finalised);

  return g_test_run ();
}
