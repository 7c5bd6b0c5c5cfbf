/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "concept/fb-sums.h"

static FbNode *
add (FbNode     *parent,
     FbKind      kind,
     const char *cost,
     const char *period)
{
  g_autoptr (FbNode) node = fb_node_new (kind, NULL);

  fb_node_build_words (node, "cost", cost);
  fb_node_build_words (node, "period", period);
  fb_node_build_child (parent, node);
  return node;
}

static void
test_sum (void)
{
  g_autoptr (FbNode) table = fb_node_new (FB_KIND_MEASURES, NULL);
  g_autoptr (FbValue) yes = fb_value_new_flag (TRUE);
  g_autofree char *words = NULL;
  FbNode *own_total = add (table, FB_KIND_MEASURE, "640.000 €", NULL);
  FbNode *by_steps = add (table, FB_KIND_MEASURE, NULL, NULL);
  FbNode *uncounted = add (table, FB_KIND_MEASURE, "1.000 €", NULL);
  FbSum sum = { 0 };

  add (own_total, FB_KIND_STEP, "640.000 €", NULL);
  add (own_total, FB_KIND_STEP, "80.000 €", NULL);
  add (by_steps, FB_KIND_STEP, "5.000 €", NULL);
  add (by_steps, FB_KIND_STEP, "noch offen", NULL);
  add (by_steps, FB_KIND_STEP, "500,50 €", NULL);
  fb_node_build_value (uncounted, fb_kind_get_property (FB_KIND_MEASURE, "uncounted"), yes);
  add (table, FB_KIND_MEASURE, "0 €", NULL);
  add (table, FB_KIND_MEASURE, "keine", NULL);
  add (table, FB_KIND_MEASURE, "noch offen", NULL);
  add (table, FB_KIND_MEASURE, NULL, NULL);
  add (table, FB_KIND_MEASURE, "im Rahmen vorhandener Mittel", NULL);

  fb_sums_add (table, &sum);
  g_assert_cmpint (sum.cents, ==, 64550050);
  g_assert_cmpuint (sum.n_measures, ==, 8);
  g_assert_cmpuint (sum.n_amounts, ==, 3);
  g_assert_cmpuint (sum.n_partial, ==, 1);
  g_assert_cmpuint (sum.n_none, ==, 1);
  g_assert_cmpuint (sum.n_open, ==, 1);
  g_assert_cmpuint (sum.n_unknown, ==, 2);
  g_assert_cmpuint (sum.n_uncounted, ==, 1);
  words = fb_sum_describe (&sum);
  g_assert_nonnull (g_strrstr (words, "3 measures without an amount"));
  g_assert_nonnull (g_strrstr (words, "1 measure with an amount only in part"));
}

static gint64
year_of (GArray *years,
         int     year)
{
  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, FbYearSum, i).year == year)
      return g_array_index (years, FbYearSum, i).cents;
  return -1;
}

static void
test_years (void)
{
  g_autoptr (FbNode) table = fb_node_new (FB_KIND_MEASURES, NULL);
  g_autoptr (GArray) years = NULL;

  add (table, FB_KIND_MEASURE, "jeweils 100.000 € für die Haushaltsjahre 2016 und 2017", NULL);
  add (table, FB_KIND_MEASURE, "10.000 €", "2017");
  add (table, FB_KIND_MEASURE, "5.000 € p. a.", "2017 bis 2019");
  add (table, FB_KIND_MEASURE, "90.000 €", "2017 bis 2019");
  add (table, FB_KIND_MEASURE, "7.000 € p. a.", "ab 2017");
  years = fb_sums_by_year (table);

  g_assert_cmpuint (years->len, ==, 5);
  g_assert_cmpint (year_of (years, 0), ==, 9000000);
  g_assert_cmpint (year_of (years, 2016), ==, 10000000);
  g_assert_cmpint (year_of (years, 2017), ==, 11500000);
  g_assert_cmpint (year_of (years, 2018), ==, 500000);
  g_assert_cmpint (year_of (years, 2019), ==, 500000);
}

/* Only what is not known makes an amount one in part: a step that costs nothing is known, a total is the whole. */
static void
test_partial (void)
{
  static const struct
  {
    const char *own;
    const char *steps[3];
    gint64 euros;
    guint n_amounts;
    guint n_partial;
  } rows[] = {
    { NULL, { "5.000 €", "noch offen", "500 €" }, 5500, 1, 1 },
    { NULL, { "5.000 €", NULL, NULL }, 5000, 1, 1 },
    { NULL, { "5.000 €", "1.000 €/Monat", "500 €" }, 5500, 1, 1 },
    { NULL, { "5.000 €", "keine", "0 €" }, 5000, 1, 0 },
    { NULL, { NULL, "noch offen", "500 Flyer" }, 0, 0, 0 },
    { "9.000 €", { "5.000 €", NULL, NULL }, 9000, 1, 0 },
    { "im Rahmen vorhandener Mittel", { "5.000 €", "500 €", NULL }, 5500, 1, 1 },
    { NULL, { "5.000 €", "1.000 € einmalig, 500 € im Jahr", "0 €" }, 6000, 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (FbNode) table = fb_node_new (FB_KIND_MEASURES, NULL);
      FbNode *measure = add (table, FB_KIND_MEASURE, rows[i].own, NULL);
      FbSum sum = { 0 };

      for (guint j = 0; j < G_N_ELEMENTS (rows[i].steps); j++)
        add (measure, FB_KIND_STEP, rows[i].steps[j], NULL);
      fb_sums_add (table, &sum);
      g_test_message ("row %u", i);
      g_assert_cmpint (sum.cents, ==, rows[i].euros * 100);
      g_assert_cmpuint (sum.n_amounts, ==, rows[i].n_amounts);
      g_assert_cmpuint (sum.n_partial, ==, rows[i].n_partial);
      g_assert_cmpuint (sum.n_amounts + sum.n_unknown, ==, 1);
    }
}

/* What is paid once falls into the first year; what comes every year has no end where the period has none. */
static void
test_once_and_yearly (void)
{
  static const struct
  {
    const char *cost;
    const char *period;
    gint64 euros;
    gint64 in_2017;
    gint64 in_2019;
    gint64 in_none;
    guint n_partial;
  } rows[] = {
    { "10.000 € einmalig, 5.000 € im Jahr", "2017 bis 2019", 25000, 15000, 5000, -1, 0 },
    { "5.000 € jährlich zzgl. 10.000 € einmalig", "2017 bis 2019", 25000, 15000, 5000, -1, 0 },
    { "10.000 € einmalig, 5.000 € im Jahr", "2017", 15000, 15000, -1, -1, 0 },
    { "10.000 € einmalig, 5.000 € im Jahr", "ab 2017", 10000, 10000, -1, -1, 1 },
    { "10.000 € einmalig, 5.000 € im Jahr", "bis 2019", 10000, -1, -1, 10000, 1 },
    { "10.000 € einmalig, 5.000 € im Jahr", "Daueraufgabe", 10000, -1, -1, 10000, 1 },
    { "10.000 € einmalig, 5.000 € im Jahr", NULL, 10000, -1, -1, 10000, 1 },
    { "10.000 € einmalig, mindestens 5.000 € im Jahr", "2017 bis 2019", 10000, 10000, -1, -1, 1 },
    { "2019: einmalig 10.000 €, 5.000 € im Jahr", "2017 bis 2019", 25000, 5000, 15000, -1, 0 },
    { "einmalig 20.000 €, 5.000 € jährlich 2017 bis 2019", "2017 bis 2019", 35000, 25000, 5000, -1, 0 },
    { "einmalig 10.000 bis 20.000 €, jährlich 5.000 €", "2017 bis 2019", 35000, 25000, 5000, -1, 0 },
    { "500.000 € (= 50.000 €/a)", "2017 bis 2019", 500000, -1, -1, 500000, 0 },
    { "15.000 €, 5.000 € im Jahr", "2017 bis 2019", 15000, -1, -1, 15000, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (FbNode) table = fb_node_new (FB_KIND_MEASURES, NULL);
      g_autoptr (GArray) years = NULL;
      FbSum sum = { 0 };

      add (table, FB_KIND_MEASURE, rows[i].cost, rows[i].period);
      fb_sums_add (table, &sum);
      years = fb_sums_by_year (table);
      g_test_message ("%s, %s", rows[i].cost, rows[i].period);
      g_assert_cmpuint (sum.n_amounts, ==, 1);
      g_assert_cmpuint (sum.n_partial, ==, rows[i].n_partial);
      g_assert_cmpint (sum.cents, ==, rows[i].euros * 100);
      g_assert_cmpint (year_of (years, 2017), ==, rows[i].in_2017 < 0 ? -1 : rows[i].in_2017 * 100);
      g_assert_cmpint (year_of (years, 2019), ==, rows[i].in_2019 < 0 ? -1 : rows[i].in_2019 * 100);
      g_assert_cmpint (year_of (years, 0), ==, rows[i].in_none < 0 ? -1 : rows[i].in_none * 100);
    }
}

/* The years come to the sum, whatever the words. */
static void
test_years_add_up (void)
{
  static const struct
  {
    const char *cost;
    const char *period;
    gint64 euros;
    gint64 open; /* of it, over several years or in none */
  } rows[] = {
    { "10.000 €", "2017", 10000, 0 },
    { "10.000 €", "2017 bis 2018", 10000, 10000 },
    { "200.000 €, davon 2016 50.000 €", "2016 bis 2019", 200000, 150000 },
    { "5.000 € im Jahr", "2017 bis 2019", 15000, 0 },
    { "5.000 € im Jahr", "ab 2017", -1, -1 },
    { "5.000 € im Jahr Personal, 3.000 € im Jahr Sachkosten", "2017 bis 2019", 24000, 0 },
    { "2016: 10.000 €, 2017: 20.000 €", NULL, 30000, 0 },
    { "20.000 bis 45.000 €", "2018", 45000, 0 },
    { "10.000 € einmalig, 5.000 € im Jahr", "2017 bis 2019", 25000, 0 },
    { "10.000 € einmalig, 5.000 € im Jahr", "ab 2017", 10000, 0 },
    { "10.000 € einmalig, 5.000 € im Jahr", NULL, 10000, 10000 },
    { "0 €", "2018", 0, 0 },
    { "keine", "2018", -1, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (FbNode) table = fb_node_new (FB_KIND_MEASURES, NULL);
      g_autoptr (GArray) years = NULL;
      FbSum sum = { 0 };
      gint64 all = 0;

      add (table, FB_KIND_MEASURE, rows[i].cost, rows[i].period);
      fb_sums_add (table, &sum);
      years = fb_sums_by_year (table);
      g_test_message ("%s, %s", rows[i].cost, rows[i].period);
      g_assert_cmpuint (sum.n_amounts, ==, rows[i].euros >= 0);
      g_assert_cmpint (sum.cents, ==, MAX (rows[i].euros, 0) * 100);
      for (guint j = 0; j < years->len; j++)
        all += g_array_index (years, FbYearSum, j).cents;
      g_assert_cmpint (all, ==, sum.cents);
      g_assert_cmpint (MAX (year_of (years, 0), 0), ==, MAX (rows[i].open, 0) * 100);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sums/sum", test_sum);
  g_test_add_func ("/sums/partial", test_partial);
  g_test_add_func ("/sums/once-and-yearly", test_once_and_yearly);
  g_test_add_func ("/sums/years", test_years);
  g_test_add_func ("/sums/years-add-up", test_years_add_up);

  return g_test_run ();
}
