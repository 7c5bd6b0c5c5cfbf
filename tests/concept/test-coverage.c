/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "concept/fb-coverage.h"

static FbNode *
add (FbNode     *parent,
     FbKind      kind,
     const char *id)
{
  g_autoptr (FbNode) node = fb_node_new (kind, id);

  fb_node_build_child (parent, node);
  return node;
}

static void
test_coverage (void)
{
  const char *ids[] = { "z-2", "z-gone", NULL };
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, NULL);
  g_autoptr (FbValue) serves = fb_value_new_refs (ids);
  FbNode *goals = add (root, FB_KIND_GOALS, NULL);
  FbNode *guiding = add (goals, FB_KIND_GOAL, "z-1");
  FbNode *action = add (guiding, FB_KIND_GOAL, "z-2");
  FbNode *bare = add (goals, FB_KIND_GOAL, "z-3");
  FbNode *with_table = add (goals, FB_KIND_GOAL, "z-4");
  FbNode *inside = add (add (with_table, FB_KIND_MEASURES, NULL), FB_KIND_MEASURE, NULL);
  FbNode *table = add (root, FB_KIND_MEASURES, NULL);
  FbNode *serving = add (table, FB_KIND_MEASURE, NULL);
  FbNode *idle = add (table, FB_KIND_MEASURE, NULL);
  g_autoptr (FbDocument) document = NULL;
  g_autoptr (FbCoverage) coverage = NULL;

  fb_node_build_value (serving, fb_kind_get_property (FB_KIND_MEASURE, "serves"), serves);
  document = fb_document_new (root);
  coverage = fb_coverage_new (document);

  g_assert_cmpuint (fb_coverage_get_goals (coverage)->len, ==, 4);
  g_assert_cmpuint (fb_coverage_get_measures (coverage)->len, ==, 3);
  g_assert_true (fb_coverage_is_covered (coverage, guiding));
  g_assert_null (fb_coverage_get_serving (coverage, guiding));
  g_assert_cmpuint (fb_coverage_get_serving (coverage, action)->len, ==, 1);
  g_assert_false (fb_coverage_is_covered (coverage, bare));
  g_assert_true (fb_coverage_is_covered (coverage, with_table));
  g_assert_cmpuint (fb_coverage_get_served (coverage, serving)->len, ==, 1);
  g_assert_nonnull (fb_coverage_get_served (coverage, inside));
  g_assert_null (fb_coverage_get_served (coverage, idle));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/coverage/coverage", test_coverage);

  return g_test_run ();
}
