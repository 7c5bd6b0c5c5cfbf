/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "concept/fb-kind.h"

static void
test_names_are_unique (void)
{
  g_autoptr (GHashTable) elements = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) prefixes = g_hash_table_new (g_str_hash, g_str_equal);

  for (FbKind kind = 0; kind < FB_N_KINDS; kind++)
    {
      const FbKindInfo *info = fb_kind_get_info (kind);
      g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
      FbKind found;

      g_assert_true (g_hash_table_add (elements, (gpointer) info->element));
      g_assert_true (g_hash_table_add (prefixes, (gpointer) info->prefix));
      g_assert_true (fb_kind_from_element (info->element, &found));
      g_assert_cmpint (found, ==, kind);

      for (const FbProperty *property = info->properties; property->name != NULL; property++)
        g_assert_true (g_hash_table_add (names, (gpointer) property->name));
      /* A child's element must not be taken for a property. */
      for (FbKind child = 0; child < FB_N_KINDS; child++)
        if (fb_kind_allows_child (kind, child))
          {
            const FbProperty *property = fb_kind_get_property (kind, fb_kind_get_info (child)->element);

            g_assert_true (property == NULL || property->type == FB_VALUE_CHOICE || property->type == FB_VALUE_REFS);
          }
    }
  g_assert_false (fb_kind_from_element ("table", &(FbKind) { 0 }));
}

static void
test_rows_are_complete (void)
{
  for (FbKind kind = 0; kind < FB_N_KINDS; kind++)
    for (const FbProperty *property = fb_kind_get_info (kind)->properties; property->name != NULL; property++)
      {
        g_assert_nonnull (property->label);
        g_assert_cmpint (property->type == FB_VALUE_CHOICE, ==, property->choices != NULL);
        if (property->reads != FB_READS_NOTHING)
          g_assert_cmpint (property->type, ==, FB_VALUE_WORDS);
        if (property->flags & FB_PROPERTY_TRANSLATABLE)
          g_assert_true (property->type == FB_VALUE_WORDS || property->type == FB_VALUE_RICH);
      }
}

/* A column can show each property of a measure that is worth one. */
static void
test_columns_show_rows (void)
{
  const FbProperty *shows = fb_kind_get_property (FB_KIND_COLUMN, "shows");

  for (const FbChoice *choice = shows->choices; choice->name != NULL; choice++)
    g_assert_nonnull (fb_kind_get_property (FB_KIND_MEASURE, choice->name));
}

static void
test_own_columns (void)
{
  const FbProperty *property = fb_property_for_column ("s-123456");

  g_assert_true (property == fb_property_for_column ("s-123456"));
  g_assert_true (property != fb_property_for_column ("s-123457"));
  g_assert_cmpstr (property->name, ==, "s-123456");
  g_assert_true (property->flags & FB_PROPERTY_OWN);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kind/names-are-unique", test_names_are_unique);
  g_test_add_func ("/kind/rows-are-complete", test_rows_are_complete);
  g_test_add_func ("/kind/columns-show-rows", test_columns_show_rows);
  g_test_add_func ("/kind/own-columns", test_own_columns);

  return g_test_run ();
}
