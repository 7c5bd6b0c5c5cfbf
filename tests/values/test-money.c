/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "values/fb-money.h"

static void
test_states (void)
{
  static const struct
  {
    const char *words;
    FbMoneyState state;
  } rows[] = {
    { NULL, FB_MONEY_EMPTY },          { "", FB_MONEY_EMPTY },     { " \n", FB_MONEY_EMPTY },
    { "keine", FB_MONEY_NONE },        { "0 €", FB_MONEY_KNOWN },  { "noch offen", FB_MONEY_OPEN },
    { "im Rahmen", FB_MONEY_UNKNOWN }, { "5000", FB_MONEY_KNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (FbMoney) money = FB_MONEY_INIT;

      fb_money_read (rows[i].words, &money);
      g_assert_cmpint (money.state, ==, rows[i].state);
      g_assert_cmpint (money.n_items > 0, ==, rows[i].state == FB_MONEY_KNOWN);
    }
}

static void
test_items (void)
{
  g_auto (FbMoney) money = FB_MONEY_INIT;

  fb_money_read ("Insgesamt: 38.551,41 €\nbzw. jährlich: Von 20.000 €/a bis 45.000 €/a; 2016: bis zu 5 T€", &money);
  g_assert_cmpuint (money.n_items, ==, 3);

  g_assert_true (money.items[0].is_sum);
  g_assert_true (money.items[0].has_min);
  g_assert_true (money.items[0].has_max);
  g_assert_cmpint (money.items[0].min, ==, 3855141);
  g_assert_cmpint (money.items[0].max, ==, 3855141);
  g_assert_cmpint (money.items[0].per, ==, FB_MONEY_TOTAL);

  g_assert_false (money.items[1].is_sum);
  g_assert_cmpint (money.items[1].min, ==, 2000000);
  g_assert_cmpint (money.items[1].max, ==, 4500000);
  g_assert_cmpint (money.items[1].per, ==, FB_MONEY_PER_YEAR);

  g_assert_false (money.items[2].has_min);
  g_assert_cmpint (money.items[2].max, ==, 500000);
  g_assert_cmpint (money.items[2].year, ==, 2016);

  fb_money_clear (&money);
  g_assert_cmpint (money.state, ==, FB_MONEY_EMPTY);
  g_assert_null (money.items);
}

/* Amounts a year come on top only where the words say so; else they may say the same sum again. */
static void
test_yearly_on_top (void)
{
  static const struct
  {
    const char *words;
    gboolean on_top;
    gint64 euros; /* what is paid once */
  } rows[] = {
    { "10.000 € einmalig, 5.000 € im Jahr", TRUE, 10000 },
    { "einmalig 10.000 €, jährlich 5.000 €", TRUE, 10000 },
    { "einmalig: 10.000 €; laufend: 5.000 €/Jahr", TRUE, 10000 },
    { "10.000 € (einmalig), 5.000 € p. a.", TRUE, 10000 },
    { "10.000 € einmalig 5.000 € jährlich", TRUE, 10000 },
    { "5.000 € im Jahr, einmalig 10.000 €", TRUE, 10000 },
    { "5.000 € jährlich zzgl. 10.000 € einmalig", TRUE, 10000 },
    { "5.000 € jährlich zzgl. 10.000 €", TRUE, 10000 },
    { "Anschaffung einmalig 10.000 €\nBetrieb 5.000 € im Jahr", TRUE, 10000 },
    { "10.000 € zzgl. 5.000 € im Jahr", TRUE, 10000 },
    { "10.000 € (zzgl. 5.000 € im Jahr)", TRUE, 10000 },
    { "10.000 € + 5.000 €/a", TRUE, 10000 },
    { "10.000 € und jährlich 5.000 €", TRUE, 10000 },
    { "einmalig 10.000 bis 20.000 €, jährlich 5.000 €", TRUE, 20000 },
    { "einmalig 10.000 €, 2.000 € für Flyer/Plakate, jährlich 5.000 €", TRUE, 12000 },
    { "einmalig 20.000 €, 5.000 € jährlich 2017 bis 2019", TRUE, 35000 },
    { "10.000 €, 5.000 € im Jahr", FALSE, 10000 },
    { "10.000 € zzgl. MwSt., 5.000 € im Jahr", FALSE, 10000 },
    { "10.000 € zzgl. 2.000 €, 3.000 € im Jahr", FALSE, 12000 },
    { "500.000 € (= 50.000 €/a)", FALSE, 500000 },
    { "Insgesamt: 450.000 €\nbzw. jährlich: 50.000 €/a", FALSE, 450000 },
    { "Insgesamt 450.000 € und jährlich 50.000 €", FALSE, 450000 },
    { "100.000 € einmalig (20.000 € im Jahr)", FALSE, 100000 },
    { "10.000 € einmalig, davon 5.000 € im Jahr", FALSE, 10000 },
    { "10.000 € einmalig oder 5.000 € im Jahr", FALSE, 10000 },
    { "10.000 € einmalig, 5.000 € im Jahr = 60.000 €", FALSE, 60000 },
    { "200.000 € einmalig, davon 2016 50.000 €; 5.000 € im Jahr", FALSE, 200000 },
    { "2016: 10.000 € zzgl. 5.000 € im Jahr", TRUE, 10000 },
    { "10.000 € einmalig", FALSE, 10000 },
    { "10.000 € zzgl. 5.000 € einmalig", FALSE, 15000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (FbMoney) money = FB_MONEY_INIT;
      gint64 cents;

      g_test_message ("%s", rows[i].words);
      fb_money_read (rows[i].words, &money);
      g_assert_cmpint (money.yearly_on_top, ==, rows[i].on_top);
      g_assert_true (fb_money_get_total (&money, &cents));
      g_assert_cmpint (cents, ==, rows[i].euros * 100);
    }
}

/* However many digits somebody leans on, nothing overflows, and nothing becomes zero or negative. */
static void
test_absurd (void)
{
  for (guint n = 1; n < 400; n++)
    {
      static const char *const tails[] = { " €", " Tsd. Euro", " Mrd. €", ",99 Mio. €", ".000.000.000.000 €" };

      for (gsize i = 0; i < G_N_ELEMENTS (tails); i++)
        {
          g_auto (FbMoney) money = FB_MONEY_INIT;
          g_autofree char *digits = g_strnfill (n, '9');
          g_autofree char *words = g_strconcat (digits, tails[i], " + ", digits, tails[i], NULL);
          gint64 cents;

          fb_money_read (words, &money);
          if (fb_money_get_total (&money, &cents))
            g_assert_cmpint (cents, >, 0);
          else
            g_assert_cmpint (cents, ==, 0);
        }
    }
}

static void
test_sum_overflow (void)
{
  FbMoneyItem items[] = {
    { TRUE, TRUE, FALSE, FB_MONEY_TOTAL, 0, G_MAXINT64, G_MAXINT64 },
    { TRUE, TRUE, FALSE, FB_MONEY_TOTAL, 0, 1, 1 },
  };
  FbMoney money = { .state = FB_MONEY_KNOWN, .n_items = 2, .items = items };
  gint64 cents;

  g_assert_false (fb_money_get_total (&money, &cents));
  money.n_items = 1;
  g_assert_true (fb_money_get_total (&money, &cents));
  g_assert_cmpint (cents, ==, G_MAXINT64);
}

/* Each row sorts before the next. */
static void
test_order (void)
{
  static const char *const rows[]
      = { "keine", "0 €", "500 €", "1.000 € jährlich", "2.000 €", "offen", "im Rahmen", "" };

  for (gsize a = 0; a < G_N_ELEMENTS (rows); a++)
    for (gsize b = 0; b < G_N_ELEMENTS (rows); b++)
      {
        g_auto (FbMoney) left = FB_MONEY_INIT;
        g_auto (FbMoney) right = FB_MONEY_INIT;
        int order;

        fb_money_read (rows[a], &left);
        fb_money_read (rows[b], &right);
        order = fb_money_compare (&left, &right);
        g_assert_cmpint ((order > 0) - (order < 0), ==, a < b ? -1 : a > b);
      }
}

static void
test_format (void)
{
  static const struct
  {
    gint64 cents;
    const char *text;
  } rows[] = {
    { 0, "0\302\240€" },
    { 5, "0.05\302\240€" },
    { 99900, "999\302\240€" },
    { 100000, "1,000\302\240€" },
    { 123456789, "1,234,567.89\302\240€" },
    { -5000000, "\342\210\22250,000\302\240€" },
    { G_MININT64, "\342\210\22292,233,720,368,547,758.08\302\240€" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = fb_money_format (rows[i].cents);

      g_assert_cmpstr (text, ==, rows[i].text);
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
    { "1.000 € jährlich", "1,000\302\240€ a year" },
    { "500 €/Monat", "500\302\240€ a month" },
    { "jeweils 500 €", "500\302\240€ each" },
    { "bis zu 5.000 €", "up to 5,000\302\240€" },
    { "mindestens 5.000 €", "at least 5,000\302\240€" },
    { "2016: 20 bis 45 T€", "2016: 20,000\302\240€ to 45,000\302\240€" },
    { "100 € + 200 €", "100\302\240€; 200\302\240€" },
    { "keine", "no cost" },
    { "noch offen", "still open" },
    { "n.q.", "not understood as an amount" },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (FbMoney) money = FB_MONEY_INIT;
      g_autofree char *description = NULL;

      fb_money_read (rows[i].words, &money);
      description = fb_money_describe (&money);
      g_assert_cmpstr (description, ==, rows[i].description);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/money/states", test_states);
  g_test_add_func ("/money/items", test_items);
  g_test_add_func ("/money/yearly-on-top", test_yearly_on_top);
  g_test_add_func ("/money/absurd", test_absurd);
  g_test_add_func ("/money/sum-overflow", test_sum_overflow);
  g_test_add_func ("/money/order", test_order);
  g_test_add_func ("/money/format", test_format);
  g_test_add_func ("/money/describe", test_describe);

  return g_test_run ();
}
