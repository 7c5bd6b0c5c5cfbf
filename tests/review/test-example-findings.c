/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "review/fb-review.h"
#include "store/fb-resources.h"

/* What is found in the examples and templates as they go to the council: all of it, and nothing else. The expected
 * lines, "rule: place", stand in tests/data/findings; each of them was read by a person and found right. */

static char *
dup_findings (FbDocument *document)
{
  g_autoptr (FbReview) review = fb_review_new (document);
  GString *lines = g_string_new (NULL);

  fb_review_set_phase (review, FB_PHASE_COUNCIL);
  fb_review_flush (review);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (review)); i++)
    {
      g_autoptr (FbFinding) finding = g_list_model_get_item (G_LIST_MODEL (review), i);
      g_autofree char *place = fb_finding_dup_place (finding);

      g_string_append_printf (lines, "%s: %s\n", fb_finding_get_rule (finding)->id, place);
    }
  return g_string_free (lines, FALSE);
}

static void
check_document (const char *folder, const char *name, FbDocument *document)
{
  g_autofree char *file = g_strdup_printf ("%s-%s.txt", folder, name);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "findings", file, NULL);
  g_autofree char *expected = NULL;
  g_autofree char *found = dup_findings (document);
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_test_message ("%s", file);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_examples (void)
{
  g_autoptr (GPtrArray) examples = fb_examples_list ();

  g_assert_cmpuint (examples->len, >, 0);
  for (guint i = 0; i < examples->len; i++)
    {
      const FbResource *example = examples->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (FbDocument) document = fb_examples_open (example->name, &error);

      g_assert_no_error (error);
      check_document ("example", example->name, document);
    }
}

static void
test_templates (void)
{
  g_autoptr (GPtrArray) templates = fb_templates_list ();

  g_assert_cmpuint (templates->len, >, 0);
  for (guint i = 0; i < templates->len; i++)
    {
      const FbResource *template = templates->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (FbDocument) document = fb_templates_instantiate (template->name, &error);

      g_assert_no_error (error);
      check_document ("template", template->name, document);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/example-findings/examples", test_examples);
  g_test_add_func ("/example-findings/templates", test_templates);

  return g_test_run ();
}
