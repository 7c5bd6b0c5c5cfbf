/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "values/fb-day.h"

static void
test_julian (void)
{
  GDate date;

  g_date_clear (&date, 1);
  for (int year = 1896; year <= 2204; year++)
    for (int month = 1; month <= 12; month++)
      {
        FbDay whole = { year, month, 0 };
        int n_days = g_date_get_days_in_month (month, year);

        for (int day = 1; day <= n_days; day++)
          {
            FbDay one = { year, month, day };

            g_date_set_dmy (&date, day, month, year);
            g_assert_cmpuint (fb_day_first_julian (&one), ==, g_date_get_julian (&date));
            g_assert_cmpuint (fb_day_last_julian (&one), ==, g_date_get_julian (&date));
            g_assert_cmpint (fb_day_get_weekday (&one), ==, g_date_get_weekday (&date));
          }
        g_assert_cmpuint (fb_day_last_julian (&whole) - fb_day_first_julian (&whole) + 1, ==, n_days);
      }
}

static void
test_precision (void)
{
  FbDay none = { 0 };
  FbDay year = { 2016, 0, 0 };
  FbDay month = { 2016, 1, 0 };
  FbDay day = { 2016, 1, 1 };

  g_assert_false (fb_day_is_set (&none));
  g_assert_true (fb_day_is_set (&year));
  g_assert_cmpuint (fb_day_first_julian (&none), ==, 0);
  g_assert_cmpuint (fb_day_last_julian (&none), ==, 0);
  g_assert_cmpuint (fb_day_last_julian (&year) - fb_day_first_julian (&year), ==, 365);
  g_assert_cmpint (fb_day_get_weekday (&month), ==, 0);
  g_assert_cmpint (fb_day_compare (&none, &year), <, 0);
  g_assert_cmpint (fb_day_compare (&year, &month), <, 0);
  g_assert_cmpint (fb_day_compare (&month, &day), <, 0);
  g_assert_cmpint (fb_day_compare (&day, &day), ==, 0);
  g_assert_true (fb_day_equal (&day, &day));
  g_assert_false (fb_day_equal (&day, &month));
}

static void
test_neighbours (void)
{
  static const struct
  {
    FbDay day;
    FbDay next;
  } rows[] = {
    { { 2016, 0, 0 }, { 2017, 0, 0 } },   { { 2016, 5, 0 }, { 2016, 6, 0 } },   { { 2016, 12, 0 }, { 2017, 1, 0 } },
    { { 2016, 2, 28 }, { 2016, 2, 29 } }, { { 2016, 12, 31 }, { 2017, 1, 1 } }, { { 0, 0, 0 }, { 0, 0, 0 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      FbDay next = fb_day_next (&rows[i].day);
      FbDay previous = fb_day_previous (&rows[i].next);

      g_assert_true (fb_day_equal (&next, &rows[i].next));
      g_assert_true (fb_day_equal (&previous, &rows[i].day));
    }
}

static void
test_words (void)
{
  static const struct
  {
    FbDay day;
    const char *string;
    const char *description;
  } rows[] = {
    { { 2014, 0, 0 }, "2014", "2014" },
    { { 2014, 5, 0 }, "2014-05", "May 2014" },
    { { 2014, 5, 3 }, "2014-05-03", "3 May 2014" },
    { { 0, 0, 0 }, "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *string = fb_day_to_string (&rows[i].day);
      g_autofree char *description = fb_day_describe (&rows[i].day);

      g_assert_cmpstr (string, ==, rows[i].string);
      g_assert_cmpstr (description, ==, rows[i].description);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/day/julian", test_julian);
  g_test_add_func ("/day/precision", test_precision);
  g_test_add_func ("/day/neighbours", test_neighbours);
  g_test_add_func ("/day/words", test_words);

  return g_test_run ();
}
