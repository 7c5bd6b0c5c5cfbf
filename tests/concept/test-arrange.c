/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "concept/fb-arrange.h"

#define AMONG (FB_KIND_MASK (FB_KIND_CHAPTER) | FB_KIND_MASK (FB_KIND_FIELD))

typedef struct
{
  FbDocument *document;
  FbNode *root, *first, *actors, *second, *below, *field;
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

  fixture->root = root;
  fixture->first = add (root, FB_KIND_CHAPTER);
  fixture->actors = add (root, FB_KIND_ACTORS);
  fixture->second = add (root, FB_KIND_CHAPTER);
  fixture->below = add (fixture->second, FB_KIND_CHAPTER);
  fixture->field = add (root, FB_KIND_FIELD);
  fixture->document = fb_document_new (root);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->document);
}

static void
test_up_and_down (Fixture       *fixture,
                  gconstpointer  data)
{
  FbDocument *document = fixture->document;

  g_assert_false (fb_arrange_move (document, fixture->first, FB_DIRECTION_UP, AMONG));
  g_assert_false (fb_arrange_move (document, fixture->field, FB_DIRECTION_DOWN, AMONG));
  g_assert_false (fb_arrange_move (document, fixture->root, FB_DIRECTION_UP, AMONG));

  /* The register between does not count. */
  g_assert_true (fb_arrange_move (document, fixture->first, FB_DIRECTION_DOWN, AMONG));
  g_assert_cmpuint (fb_node_get_index (fixture->second), <, fb_node_get_index (fixture->first));
  g_assert_true (fb_arrange_move (document, fixture->first, FB_DIRECTION_UP, AMONG));
  g_assert_cmpuint (fb_node_get_index (fixture->second), >, fb_node_get_index (fixture->first));
}

static void
test_promote_and_demote (Fixture       *fixture,
                         gconstpointer  data)
{
  FbDocument *document = fixture->document;

  g_assert_false (fb_arrange_move (document, fixture->first, FB_DIRECTION_PROMOTE, AMONG));
  g_assert_false (fb_arrange_move (document, fixture->first, FB_DIRECTION_DEMOTE, AMONG));

  g_assert_true (fb_arrange_move (document, fixture->below, FB_DIRECTION_PROMOTE, AMONG));
  g_assert_true (fb_node_get_parent (fixture->below) == fixture->root);
  g_assert_cmpuint (fb_node_get_index (fixture->below), ==, fb_node_get_index (fixture->second) + 1);

  g_assert_true (fb_arrange_move (document, fixture->below, FB_DIRECTION_DEMOTE, AMONG));
  g_assert_true (fb_node_get_parent (fixture->below) == fixture->second);

  /* A chapter takes a field, a field no field. */
  g_assert_true (fb_arrange_move (document, fixture->field, FB_DIRECTION_DEMOTE, AMONG));
  g_assert_true (fb_node_get_parent (fixture->field) == fixture->second);
}

static gboolean
offers (GArray   *additions,
        FbKind    kind,
        gboolean  inside)
{
  for (guint i = 0; i < additions->len; i++)
    {
      const FbAddition *addition = &g_array_index (additions, FbAddition, i);

      if (addition->kind == kind && addition->inside == inside)
        return TRUE;
    }
  return FALSE;
}

static void
test_additions (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GArray) at_field = fb_arrange_get_additions (fixture->document, fixture->field, G_MAXUINT64);
  g_autoptr (GArray) at_root = fb_arrange_get_additions (fixture->document, fixture->root, G_MAXUINT64);

  g_assert_true (offers (at_field, FB_KIND_GOALS, TRUE));
  g_assert_true (offers (at_field, FB_KIND_FIELD, FALSE));
  g_assert_false (offers (at_field, FB_KIND_FIELD, TRUE));
  g_assert_true (offers (at_root, FB_KIND_PROCESS, TRUE));
  /* There is one already. */
  g_assert_false (offers (at_root, FB_KIND_ACTORS, TRUE));
}

static void
test_paste (Fixture       *fixture,
            gconstpointer  data)
{
  FbPlace place;

  g_assert_true (fb_arrange_find_paste (fixture->document, fixture->below, FB_KIND_CHAPTER, &place));
  g_assert_true (place.parent == fixture->second);
  g_assert_cmpuint (place.index, ==, 1);
  g_assert_true (fb_arrange_find_paste (fixture->document, fixture->actors, FB_KIND_ACTOR, &place));
  g_assert_true (place.parent == fixture->actors);
  g_assert_false (fb_arrange_find_paste (fixture->document, fixture->below, FB_KIND_STEP, &place));
}

static void
test_drop (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (fb_arrange_drop (fixture->document, fixture->first, fixture->root, 4, NULL));
  g_assert_cmpuint (fb_node_get_index (fixture->first), ==, 3);
  g_assert_false (fb_arrange_drop (fixture->document, fixture->second, fixture->below, 0, &error));
  g_assert_error (error, FB_DOCUMENT_ERROR, FB_DOCUMENT_ERROR_CYCLE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/arrange/up-and-down", test_up_and_down);
  ADD ("/arrange/promote-and-demote", test_promote_and_demote);
  ADD ("/arrange/additions", test_additions);
  ADD ("/arrange/paste", test_paste);
  ADD ("/arrange/drop", test_drop);
#undef ADD

  return g_test_run ();
}
