/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "values/fb-explain.h"
#include "values/fb-ordinal.h"
#include "values/fb-steps.h"

#include <string.h>

static void
test_readers (void)
{
  static const struct
  {
    const char *what;
    const char *words;
    const char *reading;
  } rows[] = {
    { "period", "ab 2014", "2014.." },
    { "dates", "05.07.2016", "2016-07-05" },
    { "cost", "470 Tsd. Euro", "470000" },
    { "responsible", "51, 32", "51 | 32" },
    { "period", NULL, "empty" },
    { "dates", NULL, "empty" },
    { "cost", NULL, "empty" },
    { "responsible", NULL, "empty" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *reading = fb_explain (rows[i].what, rows[i].words);

      g_assert_cmpstr (reading, ==, rows[i].reading);
    }
  g_assert_null (fb_explain ("weather", "sunny"));
  g_assert_cmpuint (g_strv_length ((GStrv) fb_explain_get_names ()), ==, 4);
}

/* What people type, in no order at all: the readers take it, say the same twice, and hold on to their promises. */
static void
test_random_words (void)
{
  static const char *const pieces[] = {
    "2016",
    "2017/18",
    "2014-05-03",
    "01.02.2012",
    "30.",
    "3",
    "12",
    "99999999999999999999",
    "1.334.250",
    ",--",
    "38.551,41",
    "0",
    "€",
    "Euro",
    "Tsd.",
    "Mio.",
    "T€",
    "DM",
    "%",
    "/a",
    "p. a.",
    "jährlich",
    "monatlich",
    "je",
    "jeweils",
    "pro Jahr",
    "insgesamt",
    "davon",
    "inkl.",
    "zzgl.",
    "oder",
    "keine",
    "offen",
    "noch",
    "nicht",
    "bekannt",
    "ab",
    "bis",
    "bis zu",
    "nach",
    "vor",
    "seit",
    "Anfang",
    "Mitte",
    "Ende",
    "Herbst",
    "Winter",
    "Schuljahr",
    "Quartal",
    "III.",
    "Halbjahr",
    "KW",
    "Q3",
    "Mai",
    "Juni",
    "Freitag",
    "Daueraufgabe",
    "kurz-",
    "langfristig",
    "und",
    "mit",
    "Amt",
    "Ehrenamtsbörse",
    "(1)",
    "(2)",
    "(",
    ")",
    "/",
    ",",
    ";",
    ":",
    ".",
    "-",
    "–",
    "…",
    "..",
    "=",
    "+",
    "'",
    "\n",
    "\t",
    " ",
    " ",
    " ",
    "\302\240",
    "\302\255",
    "\342\200\257",
    "🙂",
    "a\314\210",
    "\342\202",
    "\377",
    "ff",
    "§",
    "Nr.",
  };

  for (guint run = 0; run < 20000; run++)
    {
      g_autoptr (GString) words = g_string_new (NULL);
      g_autoptr (GPtrArray) parts = NULL;
      g_autofree char *next = NULL;

      for (int i = g_test_rand_int_range (1, 20); i > 0; i--)
        {
          g_string_append (words, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
          if (g_test_rand_bit ())
            g_string_append_c (words, ' ');
        }
      for (const char *const *what = fb_explain_get_names (); *what != NULL; what++)
        {
          g_autofree char *once = fb_explain (*what, words->str);
          g_autofree char *twice = fb_explain (*what, words->str);

          g_assert_cmpstr (once, ==, twice);
          g_assert_cmpstr (once, !=, "");
          if (strpbrk (words->str, "0123456789") == NULL && strcmp (*what, "cost") == 0)
            g_assert_null (strpbrk (once, "0123456789"));
        }
      parts = fb_steps_split (words->str, NULL);
      next = fb_ordinal_next (words->str);
      if (next != NULL)
        g_assert_cmpint (fb_ordinal_compare (words->str, next), !=, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/explain/readers", test_readers);
  g_test_add_func ("/explain/random-words", test_random_words);

  return g_test_run ();
}
