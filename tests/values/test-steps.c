/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "values/fb-steps.h"

#include <string.h>

/* Lead and parts in one line: "lead|1 (1)=text|2 (2)=text". */
static char *
split_to_string (const char *words)
{
  g_autofree char *lead = NULL;
  g_autoptr (GPtrArray) parts = fb_steps_split (words, &lead);
  GString *text = g_string_new (lead);

  for (guint i = 0; i < parts->len; i++)
    {
      const FbStepPart *part = g_ptr_array_index (parts, i);

      g_string_append_printf (text, "|%d %s=%s", part->number, part->label, part->text);
    }

  return g_string_free (text, FALSE);
}

static void
test_forms (void)
{
  static const struct
  {
    const char *words;
    const char *expected;
  } rows[] = {
    { "(1) Eins\n(2) Zwei", "|1 (1)=Eins|2 (2)=Zwei" },
    { "(1) Eins (2) Zwei (3) Drei", "|1 (1)=Eins|2 (2)=Zwei|3 (3)=Drei" },
    { "Vorweg: (1) Eins (2) Zwei", "Vorweg:|1 (1)=Eins|2 (2)=Zwei" },
    { "Vorweg\n\n(1) Eins\nnoch eins\n(2) Zwei\n", "Vorweg|1 (1)=Eins\nnoch eins|2 (2)=Zwei" },
    { "(1)Eins(2)Zwei", "|1 (1)=Eins|2 (2)=Zwei" },
    { "(2) Zwei", "|2 (2)=Zwei" },
    { "(1) Eins, (3) Drei", "|1 (1)=Eins,|3 (3)=Drei" },
    { "(3) Drei; (1) Eins", "|3 (3)=Drei;|1 (1)=Eins" },
    { "(2) Zwei, (3) Drei\n(1) Eins", "|2 (2)=Zwei,|3 (3)=Drei|1 (1)=Eins" },
    { "(1) Eins, siehe (3)", "|1 (1)=Eins, siehe (3)" },
    { "(1) Eins, (3) Drei wie (4)", "|1 (1)=Eins, (3) Drei wie (4)" },
    { "(1) Eins, (1) noch eins", "|1 (1)=Eins, (1) noch eins" },
    { "Vorweg (1) Eins, (3) Drei", "Vorweg (1) Eins, (3) Drei" },
    { "(1) Eins mit (3) und (5)", "|1 (1)=Eins mit (3) und (5)" },
    { "Siehe Anlage (1) und (3)", "Siehe Anlage (1) und (3)" },
    { "Siehe Anlage (1)", "Siehe Anlage (1)" },
    { "1. Eins\n2. Zwei", "|1 1.=Eins|2 2.=Zwei" },
    { "1) Eins\n2) Zwei", "|1 1)=Eins|2 2)=Zwei" },
    { "1) Eins", "|1 1)=Eins" },
    { "1.1) 2022 - 2023\n1.2) 2023 – 2026", "|1 1.1)=2022 - 2023|2 1.2)=2023 – 2026" },
    { "1.1) a\n1.2) b\n2.1) c", "|1 1.1)=a|2 1.2)=b|3 2.1)=c" },
    { "1. Juni 2018\n2. Juli 2018", "1. Juni 2018\n2. Juli 2018" },
    { "51. Amt", "51. Amt" },
    { "1. Eins\nzwei\n3. Drei", "1. Eins\nzwei\n3. Drei" },
    { "1.5 Stellen\n2.5 Stellen", "1.5 Stellen\n2.5 Stellen" },
    { "(2016) Studie", "(2016) Studie" },
    { "(1)\n(2) Zwei", "|1 (1)=|2 (2)=Zwei" },
    { "Text ohne Nummern", "Text ohne Nummern" },
    { "", "" },
    { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = split_to_string (rows[i].words);

      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
append_visible (GString *out, const char *text)
{
  for (; *text != '\0'; text++)
    if (!g_ascii_isspace (*text))
      g_string_append_c (out, *text);
}

/* Whatever is pasted, every character of it is in the lead, a label or a text. */
static void
test_nothing_is_lost (void)
{
  static const char *const pieces[]
      = { "(1)", "(2)", "(3)", "1.", "2.", "1)", "1.1)", "\n", " ", "Text", "ü", "32", ",", "(", ")", "-" };

  for (guint run = 0; run < 2000; run++)
    {
      g_autoptr (GString) words = g_string_new (NULL);
      g_autoptr (GString) before = g_string_new (NULL);
      g_autoptr (GString) after = g_string_new (NULL);
      g_autoptr (GPtrArray) parts = NULL;
      g_autofree char *lead = NULL;

      for (int i = g_test_rand_int_range (0, 25); i > 0; i--)
        g_string_append (words, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      parts = fb_steps_split (words->str, &lead);

      append_visible (before, words->str);
      append_visible (after, lead);
      for (guint i = 0; i < parts->len; i++)
        {
          const FbStepPart *part = g_ptr_array_index (parts, i);

          append_visible (after, part->label);
          append_visible (after, part->text);
          g_assert_cmpint (strncmp (words->str + part->start, part->text, part->end - part->start), ==, 0);
        }
      g_assert_cmpstr (after->str, ==, before->str);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/steps/forms", test_forms);
  g_test_add_func ("/steps/nothing-is-lost", test_nothing_is_lost);

  return g_test_run ();
}
