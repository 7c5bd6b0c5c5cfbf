/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "concept/fb-kind.h"
#include "flow/fb-words.h"

static void
test_languages (void)
{
  g_assert_cmpstr (fb_words_get ("de", "Table"), ==, "Tabelle");
  g_assert_cmpstr (fb_words_get ("de-AT", "As of"), ==, "Stand");
  g_assert_cmpstr (fb_words_get ("DE", "Term"), ==, "Laufzeit");
  g_assert_cmpstr (fb_words_get ("en", "Table"), ==, "Table");
  g_assert_cmpstr (fb_words_get ("den", "Table"), ==, "Table");
  g_assert_cmpstr (fb_words_get ("tr", "Table"), ==, "Table");
  g_assert_cmpstr (fb_words_get ("", "Table"), ==, "Table");
  g_assert_cmpstr (fb_words_get ("de", "a word that nobody knows"), ==, "a word that nobody knows");
}

static void
test_direction (void)
{
  g_assert_true (fb_words_run_left ("ar"));
  g_assert_true (fb_words_run_left ("fa-IR"));
  g_assert_false (fb_words_run_left ("de"));
  g_assert_false (fb_words_run_left ("arn"));
  g_assert_false (fb_words_run_left (""));
}

/* Whatever prints of a kind must have its label, and the labels of its choices, in the language of the document. */
static void
test_complete (void)
{
  static const FbKind chosen[] = { FB_KIND_MEASURE, FB_KIND_STEP, FB_KIND_REPORT, FB_KIND_GOAL, FB_KIND_EVENT };

  for (FbKind kind = 0; kind < FB_N_KINDS; kind++)
    for (const FbProperty *property = fb_kind_get_info (kind)->properties; property->name != NULL; property++)
      if ((property->flags & FB_PROPERTY_PRINTED) && !fb_words_has ("de", property->label))
        g_test_message ("no German for the label %s", property->label), g_test_fail ();

  for (guint i = 0; i < G_N_ELEMENTS (chosen); i++)
    for (const FbProperty *property = fb_kind_get_info (chosen[i])->properties; property->name != NULL; property++)
      for (const FbChoice *choice = property->choices; choice != NULL && choice->name != NULL; choice++)
        if (!fb_words_has ("de", choice->label))
          g_test_message ("no German for the choice %s", choice->label), g_test_fail ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/languages", test_languages);
  g_test_add_func ("/words/direction", test_direction);
  g_test_add_func ("/words/complete", test_complete);

  return g_test_run ();
}
