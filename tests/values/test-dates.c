/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "values/fb-dates.h"

#include <string.h>

static const FbDate *
get_date (GArray *dates, guint i)
{
  g_assert_cmpuint (i, <, dates->len);
  return &g_array_index (dates, FbDate, i);
}

static void
assert_range (const char *words, const FbDate *date, const char *expected)
{
  g_autofree char *range = g_strndup (words + date->start, date->end - date->start);

  g_assert_cmpstr (range, ==, expected);
}

static void
test_ranges (void)
{
  const char *words = "Gespräche am 22.03.2016/ 04.08.2016, dann Präsentation (3. Mai 2017) und 2018.";
  g_autoptr (GArray) dates = fb_dates_read (words);

  g_assert_cmpuint (dates->len, ==, 4);
  assert_range (words, get_date (dates, 0), "22.03.2016");
  assert_range (words, get_date (dates, 1), "04.08.2016");
  assert_range (words, get_date (dates, 2), "3. Mai 2017");
  assert_range (words, get_date (dates, 3), "2018");
}

static void
test_weekdays (void)
{
  static const struct
  {
    const char *words;
    int weekdays[3];
    const char *first;
  } rows[] = {
    { "Freitag, 30. Juni 2017", { 5 }, "Freitag, 30. Juni 2017" },
    { "am Mittwoch, dem 3. Mai 2017", { 3 }, "Mittwoch, dem 3. Mai 2017" },
    { "Fr., 30.06.2017", { 5 }, "Fr., 30.06.2017" },
    { "30.06.2017 (Freitag)", { 5 }, "30.06.2017" },
    { "Freitag und Samstag, 30. Juni und 1. Juli 2017", { 5, 6 }, "Freitag und Samstag, 30. Juni" },
    { "Fr./Sa. 30.06./01.07.2017", { 5, 6 }, "Fr./Sa. 30.06." },
    { "Montag, 03.07.2017 und Dienstag, 04.07.2017", { 1, 2 }, "Montag, 03.07.2017" },
    { "Freitag, 30. Juni 2017, Montag, 3. Juli 2017", { 5, 1 }, "Freitag, 30. Juni 2017" },
    { "30.06.2017", { 0 }, "30.06.2017" },
    { "Freitag, Juni 2017", { 0 }, "Freitag, Juni 2017" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) dates = fb_dates_read (rows[i].words);

      g_test_message ("%s", rows[i].words);
      assert_range (rows[i].words, get_date (dates, 0), rows[i].first);
      for (guint d = 0; d < dates->len; d++)
        g_assert_cmpint (get_date (dates, d)->weekday, ==, rows[i].weekdays[d]);
    }
}

static void
test_prose (void)
{
  static const char *const rows[] = {
    "Die Gespräche (4.2) nach § 3 mit 24 Personen; Tel. 02173 951-0, Mo: 09.00 bis 19.00 Uhr.",
    "Handlungsfeld 2.2: Bürgerschaftliches Engagement stärken",
    "mit 2.016 Gästen und 2000 Euro",
    "Nach der Begrüßung am Freitag, so wie im Mai",
    "www.bra.nrw.de/1698107",
    "",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) dates = fb_dates_read (rows[i]);

      g_test_message ("%s", rows[i]);
      g_assert_cmpuint (dates->len, ==, 0);
    }
}

static void
test_many (void)
{
  GString *words = g_string_new (NULL);
  g_autoptr (GArray) dates = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (words, "05.07.2016, ");
  dates = fb_dates_read (words->str);
  g_assert_cmpuint (dates->len, ==, 1000);
  g_string_free (words, TRUE);
}

static void
test_describe (void)
{
  g_autofree char *two = fb_dates_describe ("22.03./04.08.2016");
  g_autofree char *unknown = fb_dates_describe ("Bis Ende August");

  g_assert_cmpstr (two, ==, "22 March 2016, 4 August 2016");
  g_assert_nonnull (unknown);
  g_assert_null (fb_dates_describe (NULL));
  g_assert_null (fb_dates_describe (" \n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dates/ranges", test_ranges);
  g_test_add_func ("/dates/weekdays", test_weekdays);
  g_test_add_func ("/dates/prose", test_prose);
  g_test_add_func ("/dates/many", test_many);
  g_test_add_func ("/dates/describe", test_describe);

  return g_test_run ();
}
