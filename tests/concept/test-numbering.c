/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "concept/fb-document.h"
#include "concept/fb-numbering.h"

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

static char *
dup_numbers (FbNode *root)
{
  GString *string = g_string_new (NULL);

  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    g_string_append_printf (string, "%s %s\n", fb_node_get_id (node), fb_node_get_number (node));
  return g_string_free (string, FALSE);
}

static FbNode *
pick (FbNode *root,
      guint   kinds)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    if (kinds & FB_KIND_MASK (fb_node_get_kind (node)))
      g_ptr_array_add (found, node);
  return found->len > 0 ? found->pdata[g_test_rand_int_range (0, found->len)] : NULL;
}

static void
edit_table (FbDocument *document,
            FbNode     *root)
{
  static const char *const scopes[] = { "table", "field", "concept", NULL };
  static const FbKind kinds[] = { FB_KIND_GROUP, FB_KIND_MEASURE, FB_KIND_STEP };
  const guint homes = FB_KIND_MASK (FB_KIND_MEASURES) | FB_KIND_MASK (FB_KIND_GROUP) | FB_KIND_MASK (FB_KIND_MEASURE);
  const guint rows = FB_KIND_MASK (FB_KIND_GROUP) | FB_KIND_MASK (FB_KIND_MEASURE) | FB_KIND_MASK (FB_KIND_STEP);
  FbNode *home = pick (root, homes);
  FbNode *row = pick (root, rows);

  switch (home != NULL ? g_test_rand_int_range (0, 10) : 10)
    {
    case 0:
      fb_document_set_words (document, pick (root, FB_KIND_MASK (FB_KIND_MEASURES)), "numbering",
                             scopes[g_test_rand_int_range (0, 4)]);
      break;
    case 1:
      if (row != NULL && fb_node_get_kind (row) == FB_KIND_MEASURE)
        fb_document_set_words (document, row, "number", g_test_rand_bit () ? "7" : NULL);
      break;
    case 2:
      fb_document_move (document, root, 0, 1, root, 1, NULL);
      break;
    case 3:
      if (row != NULL)
        fb_document_remove_one (document, row);
      break;
    case 4:
    case 5:
      if (row != NULL && fb_document_can_move (document, row, home))
        fb_document_move (document, fb_node_get_parent (row), fb_node_get_index (row), 1, home, 0, NULL);
      break;
    default:
      {
        FbKind kind = kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))];
        g_autoptr (FbNode) added = fb_document_create_node (document, kind);

        if (fb_document_can_insert (document, home, kind))
          fb_document_insert_one (document, home, g_test_rand_int_range (0, fb_node_get_n_children (home) + 1), added,
                                  NULL);
      }
    }
}

/* What a change cannot touch is not counted again, and that is never too little. */
static void
test_scope (void)
{
  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, NULL);
      g_autoptr (FbDocument) document = NULL;

      for (guint i = 0; i < 2; i++)
        {
          FbNode *field = add (root, FB_KIND_FIELD, NULL, NULL);

          add (field, FB_KIND_MEASURES, "numbering", "field");
          add (field, FB_KIND_MEASURES, NULL, NULL);
        }
      document = fb_document_new (root);
      for (guint i = 0; i < 80; i++)
        {
          g_autofree char *numbers = NULL;
          g_autofree char *counted = NULL;

          fb_document_begin (document, "edit");
          for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
            edit_table (document, root);
          fb_document_end (document);
          if (i % 7 == 0)
            fb_document_undo (document);

          numbers = dup_numbers (root);
          fb_numbering_update (root);
          counted = dup_numbers (root);
          g_assert_cmpstr (numbers, ==, counted);
        }
    }
}

/* The steps of a measure, and the rows of a table that counts by itself. */
static void
test_scopes (void)
{
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, NULL);
  FbNode *field = add (root, FB_KIND_FIELD, NULL, NULL);
  FbNode *table = add (field, FB_KIND_MEASURES, NULL, NULL);
  FbNode *group = add (table, FB_KIND_GROUP, NULL, NULL);
  FbNode *measure = add (group, FB_KIND_MEASURE, NULL, NULL);
  FbNode *other = add (field, FB_KIND_MEASURES, "numbering", "concept");
  FbNode *there = add (other, FB_KIND_MEASURE, NULL, NULL);

  g_assert_true (fb_numbering_get_scope (measure) == measure);
  g_assert_true (fb_numbering_get_scope (there) == there);
  g_assert_true (fb_numbering_get_scope (group) == table);
  g_assert_true (fb_numbering_get_scope (table) == table);
  g_assert_true (fb_numbering_get_scope (other) == root);
  g_assert_true (fb_numbering_get_scope (field) == root);
  g_assert_true (fb_numbering_get_scope (root) == root);
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
  g_test_add_func ("/numbering/scope", test_scope);
  g_test_add_func ("/numbering/scopes", test_scopes);

  return g_test_run ();
}
