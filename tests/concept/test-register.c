/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "concept/fb-register.h"

typedef struct
{
  FbDocument *document;
  FbRegister *actors;
  FbNode *youth;   /* 51, Jugendamt */
  FbNode *exchange; /* Ehrenamtsbörse */
  FbNode *measure;
  FbNode *step;
} Fixture;

static FbNode *
add (FbNode *parent,
     FbKind  kind)
{
  g_autoptr (FbNode) node = fb_node_new (kind, NULL);

  fb_node_build_child (parent, node);
  return node;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, NULL);
  FbNode *list = add (root, FB_KIND_ACTORS);
  FbNode *table = add (root, FB_KIND_MEASURES);

  fixture->youth = add (list, FB_KIND_ACTOR);
  fb_node_build_words (fixture->youth, "number", "51");
  fb_node_build_words (fixture->youth, "spellings", "Amt  51\njugendamt");
  fixture->exchange = add (list, FB_KIND_ACTOR);
  fb_node_build_words (fixture->exchange, "name", "Ehrenamtsbörse");
  fixture->measure = add (table, FB_KIND_MEASURE);
  fb_node_build_words (fixture->measure, "responsible", "beratungsCentrum, SKFM, 51, 32");
  fixture->step = add (fixture->measure, FB_KIND_STEP);
  fb_node_build_words (fixture->step, "responsible", "Ehrenamtsbörse, Jugendamt, SKFM");
  fixture->document = fb_document_new (root);
  fixture->actors = fb_register_get_for_document (fixture->document);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->document);
}

static void
test_lookup (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_true (fb_register_lookup (fixture->actors, "51") == fixture->youth);
  g_assert_true (fb_register_lookup (fixture->actors, " AMT 51 ") == fixture->youth);
  g_assert_true (fb_register_lookup (fixture->actors, "Jugendamt") == fixture->youth);
  g_assert_null (fb_register_lookup (fixture->actors, "5"));
  g_assert_null (fb_register_lookup (fixture->actors, "SKFM"));

  fb_document_set_words (fixture->document, fixture->exchange, "spellings", "SKFM");
  g_assert_true (fb_register_lookup (fixture->actors, "SKFM") == fixture->exchange);
  fb_document_undo (fixture->document);
  g_assert_null (fb_register_lookup (fixture->actors, "SKFM"));
}

static void
test_describe (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *both = fb_register_describe (fixture->actors, "SKFM, 51");
  g_autofree char *known = fb_register_describe (fixture->actors, "(1) 51\n(2) 51");
  g_autofree char *none = fb_register_describe (fixture->actors, "");

  g_assert_cmpstr (both, ==, "51 in the register; not in it: SKFM");
  g_assert_cmpstr (known, ==, "51 in the register");
  g_assert_null (none);
}

static void
test_tasks (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) youth = fb_register_get_tasks (fixture->actors, fixture->youth);
  g_autoptr (GPtrArray) exchange = fb_register_get_tasks (fixture->actors, fixture->exchange);

  g_assert_cmpuint (youth->len, ==, 2);
  g_assert_true (youth->pdata[0] == fixture->measure);
  g_assert_true (youth->pdata[1] == fixture->step);
  g_assert_cmpuint (exchange->len, ==, 1);
  g_assert_true (fb_register_names (fixture->actors, fixture->measure, fixture->exchange));
}

static void
test_unknown (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GHashTable) unknown = fb_register_count_unknown (fixture->actors);
  FbNode *added;

  g_assert_cmpuint (g_hash_table_size (unknown), ==, 3);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (unknown, "SKFM")), ==, 2);

  added = fb_register_add (fixture->actors, "32");
  g_assert_cmpstr (fb_node_get_words (added, "number"), ==, "32");
  g_assert_true (fb_register_lookup (fixture->actors, "32") == added);
  fb_document_undo (fixture->document);
  g_assert_null (fb_register_lookup (fixture->actors, "32"));
}

static void
test_rename (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_cmpuint (fb_register_rename (fixture->actors, fixture->youth, "51", "II.51"), ==, 1);
  g_assert_cmpstr (fb_node_get_words (fixture->measure, "responsible"), ==, "beratungsCentrum, SKFM, II.51, 32");
  g_assert_cmpstr (fb_node_get_words (fixture->youth, "number"), ==, "II.51");
  fb_document_undo (fixture->document);
  g_assert_cmpstr (fb_node_get_words (fixture->measure, "responsible"), ==, "beratungsCentrum, SKFM, 51, 32");
  g_assert_false (fb_document_can_undo (fixture->document));
}

static void
test_merge (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_cmpuint (fb_register_merge (fixture->actors, fixture->exchange, fixture->youth), ==, 1);
  g_assert_true (fb_register_lookup (fixture->actors, "Ehrenamtsbörse") == fixture->youth);
  g_assert_cmpstr (fb_node_get_words (fixture->step, "responsible"), ==, "Ehrenamtsbörse, Jugendamt, SKFM");
  fb_document_undo (fixture->document);
  g_assert_true (fb_register_lookup (fixture->actors, "Ehrenamtsbörse") == fixture->exchange);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/register/lookup", test_lookup);
  ADD ("/register/describe", test_describe);
  ADD ("/register/tasks", test_tasks);
  ADD ("/register/unknown", test_unknown);
  ADD ("/register/rename", test_rename);
  ADD ("/register/merge", test_merge);
#undef ADD

  return g_test_run ();
}
