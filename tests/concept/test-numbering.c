/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "concept/fb-document.h"

/* Appends a node; @values are names and words, ending with NULL. */
static FbNode *
add (FbNode     *parent,
     FbKind      kind,
     const char *name,
     const char *words)
{
  g_autoptr (FbNode) node = fb_node_new (kind, NULL);

  if (name != NULL && g_str_equal (name, "unnumbered"))
    {
      g_autoptr (FbValue) yes = fb_value_new_flag (TRUE);

      fb_node_build_value (node, fb_kind_get_property (kind, name), yes);
    }
  else if (name != NULL)
    {
      fb_node_build_words (node, name, words);
    }
  fb_node_build_child (parent, node);
  return node;
}

static void
test_headings (void)
{
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, NULL);
  FbNode *one = add (root, FB_KIND_CHAPTER, NULL, NULL);
  FbNode *plain = add (root, FB_KIND_CHAPTER, "unnumbered", NULL);
  FbNode *below_plain = add (plain, FB_KIND_CHAPTER, NULL, NULL);
  FbNode *own = add (root, FB_KIND_CHAPTER, "number", "7.");
  FbNode *below_own = add (own, FB_KIND_CHAPTER, NULL, NULL);
  FbNode *eight = add (root, FB_KIND_CHAPTER, "numbering", "letters");
  FbNode *a = add (eight, FB_KIND_CHAPTER, NULL, NULL);
  FbNode *field = add (root, FB_KIND_FIELD, "numbering", "roman");
  FbNode *part = add (field, FB_KIND_GOALS, NULL, NULL);
  FbNode *inserted = add (root, FB_KIND_CHAPTER, "number", "24a");
  FbNode *ten = add (root, FB_KIND_CHAPTER, NULL, NULL);
  g_autoptr (FbDocument) document = fb_document_new (root);

  g_assert_cmpstr (fb_node_get_number (root), ==, NULL);
  g_assert_cmpstr (fb_node_get_number (one), ==, "1");
  g_assert_cmpstr (fb_node_get_number (plain), ==, NULL);
  g_assert_cmpstr (fb_node_get_number (below_plain), ==, NULL);
  g_assert_cmpstr (fb_node_get_number (own), ==, "7.");
  g_assert_cmpstr (fb_node_get_number (below_own), ==, "7.1");
  g_assert_cmpstr (fb_node_get_number (eight), ==, "8");
  g_assert_cmpstr (fb_node_get_number (a), ==, "a.");
  g_assert_cmpstr (fb_node_get_number (field), ==, "9");
  g_assert_cmpstr (fb_node_get_number (part), ==, "I.");
  g_assert_cmpstr (fb_node_get_number (inserted), ==, "24a");
  g_assert_cmpstr (fb_node_get_number (ten), ==, "10");
}

static void
test_goals (void)
{
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, NULL);
  FbNode *first = add (root, FB_KIND_FIELD, NULL, NULL);
  FbNode *coded = add (root, FB_KIND_FIELD, "code", "AW");
  FbNode *goals = add (first, FB_KIND_GOALS, NULL, NULL);
  FbNode *more = add (first, FB_KIND_GOALS, NULL, NULL);
  FbNode *coded_goals = add (coded, FB_KIND_GOALS, NULL, NULL);
  FbNode *running = add (coded, FB_KIND_GOALS, "numbering", "running");
  FbNode *running_too = add (first, FB_KIND_GOALS, "numbering", "running");
  FbNode *freely = add (coded, FB_KIND_GOALS, "numbering", "free");
  FbNode *goal = add (goals, FB_KIND_GOAL, NULL, NULL);
  FbNode *below = add (goal, FB_KIND_GOAL, NULL, NULL);
  FbNode *second = add (more, FB_KIND_GOAL, NULL, NULL);
  FbNode *coded_goal = add (coded_goals, FB_KIND_GOAL, NULL, NULL);
  FbNode *two = add (running, FB_KIND_GOAL, NULL, NULL);
  FbNode *one = add (running_too, FB_KIND_GOAL, NULL, NULL);
  FbNode *none = add (freely, FB_KIND_GOAL, NULL, NULL);
  FbNode *own = add (freely, FB_KIND_GOAL, "code", "Z 3");
  g_autoptr (FbDocument) document = fb_document_new (root);

  g_assert_cmpstr (fb_node_get_number (goal), ==, "1.1");
  g_assert_cmpstr (fb_node_get_number (below), ==, "1.1.1");
  g_assert_cmpstr (fb_node_get_number (second), ==, "1.2");
  g_assert_cmpstr (fb_node_get_number (coded_goal), ==, "AW.1");
  g_assert_cmpstr (fb_node_get_number (one), ==, "1");
  g_assert_cmpstr (fb_node_get_number (two), ==, "2");
  g_assert_cmpstr (fb_node_get_number (none), ==, NULL);
  g_assert_cmpstr (fb_node_get_number (own), ==, "Z 3");
}

static void
test_measures (void)
{
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, NULL);
  FbNode *field = add (root, FB_KIND_FIELD, NULL, NULL);
  FbNode *other_field = add (root, FB_KIND_FIELD, NULL, NULL);
  FbNode *table = add (field, FB_KIND_MEASURES, NULL, NULL);
  FbNode *group = add (table, FB_KIND_GROUP, NULL, NULL);
  FbNode *one = add (group, FB_KIND_MEASURE, NULL, NULL);
  FbNode *two = add (table, FB_KIND_MEASURE, NULL, NULL);
  FbNode *step = add (two, FB_KIND_STEP, NULL, NULL);
  FbNode *own_step = add (two, FB_KIND_STEP, "number", "4");
  FbNode *last_step = add (two, FB_KIND_STEP, NULL, NULL);
  FbNode *through = add (field, FB_KIND_MEASURES, "numbering", "field");
  FbNode *through_too = add (field, FB_KIND_MEASURES, "numbering", "field");
  FbNode *field_one = add (through, FB_KIND_MEASURE, NULL, NULL);
  FbNode *field_two = add (through_too, FB_KIND_MEASURE, NULL, NULL);
  FbNode *elsewhere = add (add (other_field, FB_KIND_MEASURES, "numbering", "field"), FB_KIND_MEASURE, NULL, NULL);
  FbNode *all_one = add (add (field, FB_KIND_MEASURES, "numbering", "concept"), FB_KIND_MEASURE, NULL, NULL);
  FbNode *all_two = add (add (other_field, FB_KIND_MEASURES, "numbering", "concept"), FB_KIND_MEASURE, NULL, NULL);
  g_autoptr (FbDocument) document = fb_document_new (root);

  g_assert_cmpstr (fb_node_get_number (group), ==, NULL);
  g_assert_cmpstr (fb_node_get_number (one), ==, "1");
  g_assert_cmpstr (fb_node_get_number (two), ==, "2");
  g_assert_cmpstr (fb_node_get_number (step), ==, "1");
  g_assert_cmpstr (fb_node_get_number (own_step), ==, "4");
  g_assert_cmpstr (fb_node_get_number (last_step), ==, "5");
  g_assert_cmpstr (fb_node_get_number (field_one), ==, "1");
  g_assert_cmpstr (fb_node_get_number (field_two), ==, "2");
  g_assert_cmpstr (fb_node_get_number (elsewhere), ==, "1");
  g_assert_cmpstr (fb_node_get_number (all_one), ==, "1");
  g_assert_cmpstr (fb_node_get_number (all_two), ==, "2");
}

static void
count_cb (FbNode           *node,
          const FbProperty *property,
          guint            *count)
{
  g_assert_null (property);
  (*count)++;
}

static void
test_live (void)
{
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, NULL);
  FbNode *one = add (root, FB_KIND_CHAPTER, NULL, NULL);
  FbNode *two = add (root, FB_KIND_CHAPTER, NULL, NULL);
  g_autoptr (FbDocument) document = fb_document_new (root);
  guint count = 0;

  g_signal_connect (two, "changed::" FB_NODE_NUMBER, G_CALLBACK (count_cb), &count);

  g_assert_true (fb_document_move (document, root, 1, 1, root, 0, NULL));
  g_assert_cmpstr (fb_node_get_number (two), ==, "1");
  g_assert_cmpstr (fb_node_get_number (one), ==, "2");
  g_assert_cmpuint (count, ==, 1);

  fb_document_set_words (document, one, "title", "Ein Titel ändert keine Nummer");
  g_assert_cmpuint (count, ==, 1);

  /* In a group, once at the end. */
  fb_document_begin (document, "group");
  g_assert_true (fb_document_move (document, root, 1, 1, root, 0, NULL));
  g_assert_true (fb_document_move (document, root, 1, 1, root, 0, NULL));
  g_assert_true (fb_document_move (document, root, 1, 1, root, 0, NULL));
  g_assert_cmpuint (count, ==, 1);
  fb_document_end (document);
  g_assert_cmpuint (count, ==, 2);
  g_assert_cmpstr (fb_node_get_number (two), ==, "2");

  fb_document_undo (document);
  g_assert_cmpuint (count, ==, 3);
  g_assert_cmpstr (fb_node_get_number (two), ==, "1");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/numbering/headings", test_headings);
  g_test_add_func ("/numbering/goals", test_goals);
  g_test_add_func ("/numbering/measures", test_measures);
  g_test_add_func ("/numbering/live", test_live);

  return g_test_run ();
}
