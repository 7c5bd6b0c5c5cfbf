/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "concept/fb-sums.h"

#include <glib/gi18n-lib.h>

#include "values/fb-money.h"
#include "values/fb-period.h"

/* The years of a period with both ends, no more than a concept can have; of another one @from is its year, or 0. */
static gboolean
get_years (FbNode *node,
           int    *from,
           int    *to)
{
  FbPeriod period;

  fb_period_read (fb_node_get_words (node, "period"), &period);
  *from = period.state == FB_PERIOD_DATED ? period.from.year : 0;
  *to = period.to.year;
  return period.state == FB_PERIOD_DATED && *from > 0 && *to >= *from && *to - *from <= 50;
}

static void
add_to_year (GArray *years,
             int     year,
             gint64  cents)
{
  guint i = 0;
  FbYearSum added = { year, cents };

  while (i < years->len && g_array_index (years, FbYearSum, i).year < year)
    i++;
  if (i < years->len && g_array_index (years, FbYearSum, i).year == year)
    g_array_index (years, FbYearSum, i).cents += cents;
  else
    g_array_insert_val (years, i, added);
}

/* Adds a sum to the years that it is known to fall into: those that its amounts name, and for what is left
 * @other_year, or 0. Amounts of years that come to more than their sum contradict it, and stay out of the years. */
static void
split_total (const FbMoney *money,
             gint64         total,
             int            other_year,
             GArray        *years)
{
  gint64 named = 0;
  guint i;

  for (i = 0; i < money->n_items; i++)
    if (money->items[i].year > 0 && money->items[i].per == FB_MONEY_TOTAL)
      named += money->items[i].has_max ? money->items[i].max : money->items[i].min;
  for (i = 0; i < money->n_items && named <= total; i++)
    if (money->items[i].year > 0 && money->items[i].per == FB_MONEY_TOTAL)
      add_to_year (years, money->items[i].year,
                   money->items[i].has_max ? money->items[i].max : money->items[i].min);
  if (named > total)
    named = 0;
  if (named < total || total == 0)
    add_to_year (years, other_year, total - named);
}

/* What comes every year: all the amounts a year together, unless they are alternatives or one of them has no end. */
static gboolean
get_yearly (const FbMoney *money,
            gint64        *cents)
{
  guint n = 0;

  *cents = 0;
  for (guint i = 0; i < money->n_items; i++)
    {
      const FbMoneyItem *item = &money->items[i];

      if (item->per != FB_MONEY_PER_YEAR)
        continue;
      if (!item->has_max || item->max > G_MAXINT64 / 64 - *cents)
        return FALSE;
      *cents += item->max;
      n++;
    }

  return n == 1 || (n > 1 && !money->alternatives);
}

static gboolean
has_yearly (const FbMoney *money)
{
  for (guint i = 0; i < money->n_items; i++)
    if (money->items[i].per == FB_MONEY_PER_YEAR)
      return TRUE;

  return FALSE;
}

/* Adds what comes in each of the years. Returns FALSE, and adds nothing, where that is more than can be counted. */
static gboolean
add_yearly (gint64 *cents,
            gint64  yearly,
            int     from,
            int     to,
            GArray *years)
{
  gint64 all = yearly * (to - from + 1);

  if (*cents > G_MAXINT64 - all)
    return FALSE;

  *cents += all;
  for (int year = from; years != NULL && year <= to; year++)
    add_to_year (years, year, yearly);
  return TRUE;
}

/* What a measure or step itself costs: its total, or yearly amounts over a period with both ends, or both where these
 * come on top. Without both ends nobody knows what yearly amounts come to: they do not count, and the cost is known in
 * part. @years may be NULL. */
static gboolean
get_own_cost (FbNode   *node,
              gint64   *cents,
              gboolean *partial,
              GArray   *years)
{
  g_auto (FbMoney) money = FB_MONEY_INIT;
  gint64 yearly;
  int from = 0, to = 0;
  gboolean dated = FALSE;
  gboolean found;
  gboolean on_top;

  *cents = 0;
  *partial = FALSE;
  fb_money_read (fb_node_get_words (node, "cost"), &money);
  if (money.state == FB_MONEY_KNOWN)
    dated = get_years (node, &from, &to);
  found = fb_money_get_total (&money, cents);
  on_top = found && money.yearly_on_top;
  if (found && years != NULL)
    split_total (&money, *cents, (on_top || (dated && from == to)) ? from : 0, years);

  if (found && (!on_top || !has_yearly (&money)))
    return TRUE;
  if (dated && get_yearly (&money, &yearly) && add_yearly (cents, yearly, from, to, years))
    return TRUE;

  *partial = found;
  return found;
}

/* Whether a step is said to cost nothing. */
static gboolean
is_free (FbNode *step)
{
  g_auto (FbMoney) money = FB_MONEY_INIT;

  fb_money_read (fb_node_get_words (step, "cost"), &money);
  return money.state == FB_MONEY_NONE;
}

/* What a measure costs, and whether that is only a part of it; @years (nullable) gets the parts of it. */
static gboolean
get_cost (FbNode   *measure,
          gint64   *cents,
          gboolean *partial,
          GArray   *years)
{
  gint64 sum = 0;
  gboolean found = FALSE;
  gboolean lacking = FALSE;

  if (get_own_cost (measure, cents, partial, years))
    return TRUE;

  for (guint i = 0; i < fb_node_get_n_children (measure); i++)
    {
      FbNode *child = fb_node_get_child (measure, i);
      gint64 part;
      gboolean part_of_it;

      if (fb_node_get_kind (child) != FB_KIND_STEP)
        continue;
      if (get_own_cost (child, &part, &part_of_it, years))
        {
          sum += part;
          found = TRUE;
          lacking |= part_of_it;
        }
      else
        {
          lacking |= !is_free (child);
        }
    }
  if (found)
    *cents = sum;
  *partial = found && lacking;

  return found;
}

/**
 * fb_sums_get_cost:
 * @cents: (out): the cost
 *
 * What a measure costs. Its own total counts, or its yearly amounts over a period with both ends, or both where they
 * add up; the costs of its steps count only where it has none, and only those that have one.
 *
 * Returns: whether there is an amount
 */
gboolean
fb_sums_get_cost (FbNode *measure,
                  gint64 *cents)
{
  gboolean partial;

  return get_cost (measure, cents, &partial, NULL);
}

/**
 * fb_sums_add:
 * @sum: what to add to; begin with a zeroed one
 *
 * Adds the measures of a branch.
 */
void
fb_sums_add (FbNode *branch,
             FbSum  *sum)
{
  for (FbNode *node = branch; node != NULL; node = fb_node_get_next (node, branch))
    {
      g_auto (FbMoney) money = FB_MONEY_INIT;
      gint64 cents;
      gboolean partial;

      if (fb_node_get_kind (node) != FB_KIND_MEASURE)
        continue;

      sum->n_measures++;
      fb_money_read (fb_node_get_words (node, "cost"), &money);
      if (fb_node_get_flag (node, "uncounted"))
        {
          sum->n_uncounted++;
        }
      else if (get_cost (node, &cents, &partial, NULL))
        {
          sum->cents += cents;
          sum->n_amounts++;
          sum->n_partial += partial;
        }
      else if (money.state == FB_MONEY_NONE)
        {
          sum->n_none++;
        }
      else if (money.state == FB_MONEY_OPEN)
        {
          sum->n_open++;
        }
      else
        {
          sum->n_unknown++;
        }
    }
}

/**
 * fb_sum_describe:
 *
 * Returns: (transfer full): the sum, and how many measures have no amount or only a part of it, in small words
 */
char *
fb_sum_describe (const FbSum *sum)
{
  g_autofree char *amount = fb_money_format (sum->cents);
  guint n_without = sum->n_unknown + sum->n_open;
  g_autoptr (GString) words = g_string_new (NULL);

  if (sum->n_amounts > 0)
    /* Translators: %s is a sum of money */
    g_string_append_printf (words, _("Sum %s"), amount);
  else
    g_string_append (words, _("No amounts"));
  if (n_without > 0)
    {
      g_string_append (words, "; ");
      g_string_append_printf (words,
                              ngettext ("%u measure without an amount", "%u measures without an amount", n_without),
                              n_without);
    }
  if (sum->n_partial > 0)
    {
      g_string_append (words, "; ");
      g_string_append_printf (words,
                              /* Translators: what some of its steps cost, or for how many years, is not known */
                              ngettext ("%u measure with an amount only in part",
                                        "%u measures with an amount only in part", sum->n_partial),
                              sum->n_partial);
    }
  if (sum->n_uncounted > 0)
    {
      g_string_append (words, "; ");
      g_string_append_printf (words, ngettext ("%u not counted", "%u not counted", sum->n_uncounted),
                              sum->n_uncounted);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * fb_sums_by_year:
 *
 * The costs of the measures of a branch by year: amounts that name their year, amounts of measures that last one year,
 * yearly amounts over a period with both ends, and in its first year what is paid once beside them. Nothing is spread
 * by guessing: an amount over several years is under year 0. The years come to the sum of fb_sums_add().
 *
 * Returns: (transfer full) (element-type FbYearSum): sorted by year
 */
GArray *
fb_sums_by_year (FbNode *branch)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (FbYearSum));

  for (FbNode *node = branch; node != NULL; node = fb_node_get_next (node, branch))
    {
      gint64 cents;
      gboolean partial;

      if (fb_node_get_kind (node) == FB_KIND_MEASURE && !fb_node_get_flag (node, "uncounted"))
        get_cost (node, &cents, &partial, years);
    }

  return years;
}
