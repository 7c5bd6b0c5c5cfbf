/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "values/fb-period.h"

static void
test_states (void)
{
  FbPeriod period;

  fb_period_read (NULL, &period);
  g_assert_cmpint (period.state, ==, FB_PERIOD_EMPTY);
  fb_period_read ("sobald Voraussetzungen bestehen", &period);
  g_assert_cmpint (period.state, ==, FB_PERIOD_UNKNOWN);
  g_assert_false (fb_day_is_set (&period.from));
  fb_period_read ("ab 2014", &period);
  g_assert_cmpint (period.state, ==, FB_PERIOD_DATED);
  g_assert_cmpint (period.from.year, ==, 2014);
  g_assert_false (fb_day_is_set (&period.to));
  fb_period_read ("mittel- bis langfristig", &period);
  g_assert_cmpint (period.state, ==, FB_PERIOD_TERM);
  g_assert_cmpint (period.term_from, ==, FB_TERM_MEDIUM);
  g_assert_cmpint (period.term_to, ==, FB_TERM_LONG);
}

/* Each row sorts before the next. */
static void
test_order (void)
{
  static const char *const rows[] = {
    "bis 2020", "bis 2021",     "2013",        "2013 bis 2015",         "ab 2013",       "Mai 2013",
    "2014",     "Daueraufgabe", "kurzfristig", "kurz- bis langfristig", "mittelfristig", "sobald möglich",
    "",
  };

  for (gsize a = 0; a < G_N_ELEMENTS (rows); a++)
    for (gsize b = 0; b < G_N_ELEMENTS (rows); b++)
      {
        FbPeriod left, right;
        int order;

        fb_period_read (rows[a], &left);
        fb_period_read (rows[b], &right);
        order = fb_period_compare (&left, &right);
        g_test_message ("%s against %s", rows[a], rows[b]);
        g_assert_cmpint ((order > 0) - (order < 0), ==, a < b ? -1 : a > b);
      }
}

static void
test_describe (void)
{
  static const struct
  {
    const char *words;
    const char *description;
  } rows[] = {
    { "ab 2014 (Tarifanpassung)", "2014, open end" },
    { "bis 2020", "until 2020" },
    { "2013/2014", "2013 to 2014" },
    { "2016", "2016" },
    { "Mitte 2017", "May 2017 to August 2017" },
    { "25.06.2012", "25 June 2012" },
    { "Daueraufgabe", "permanent task" },
    { "kurzfristig", "short term" },
    { "mittel- bis langfristig", "medium to long term" },
    { "in Umplanung", "not understood as a period" },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *description = NULL;
      FbPeriod period;

      fb_period_read (rows[i].words, &period);
      description = fb_period_describe (&period);
      g_assert_cmpstr (description, ==, rows[i].description);
    }
}

/* What the program writes down for itself it also reads. */
static void
test_notation (void)
{
  static const char *const rows[] = {
    "2013..2015", "2014..", "2012-02-01..2014-12-31", "2017-05..2017-08", "2017-05-01..",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *string = NULL;
      FbPeriod period;

      fb_period_read (rows[i], &period);
      string = fb_period_to_string (&period);
      g_assert_cmpstr (string, ==, rows[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/period/states", test_states);
  g_test_add_func ("/period/order", test_order);
  g_test_add_func ("/period/describe", test_describe);
  g_test_add_func ("/period/notation", test_notation);

  return g_test_run ();
}
