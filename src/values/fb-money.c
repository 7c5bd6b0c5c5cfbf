/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "values/fb-money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * fb_money_clear:
 * @money: money
 *
 * Frees what @money holds and makes it empty.
 */
void
fb_money_clear (FbMoney *money)
{
  g_clear_pointer (&money->items, g_free);
  *money = (FbMoney)FB_MONEY_INIT;
}

static void
append_cents (GString *text, gint64 cents)
{
  g_string_append_printf (text, "%" G_GINT64_FORMAT, cents / 100);
  if (cents % 100 != 0)
    g_string_append_printf (text, ".%02d", (int) (cents % 100));
}

static void
append_item (GString *text, const FbMoneyItem *item)
{
  static const char *const suffixes[] = {
    [FB_MONEY_TOTAL] = "",
    [FB_MONEY_PER_YEAR] = "/a",
    [FB_MONEY_PER_MONTH] = "/m",
    [FB_MONEY_PER_UNIT] = "/each",
  };

  if (item->year != 0)
    g_string_append_printf (text, "%d: ", item->year);
  if (item->has_min)
    append_cents (text, item->min);
  if (!item->has_min || !item->has_max || item->min != item->max)
    {
      g_string_append (text, "..");
      if (item->has_max)
        append_cents (text, item->max);
    }
  g_string_append (text, suffixes[item->per]);
}

/**
 * fb_money_to_string:
 * @money: money
 *
 * Returns: (transfer full): the reading in a notation for programs: amounts in euro with "." before cents, "/a" a year,
 * "/m" a month, "/each", "2016: " before the amount of a year, "5000..10000", joined by "; "; or "none", "open",
 * "unknown", "empty"
 */
char *
fb_money_to_string (const FbMoney *money)
{
  static const char *const names[] = {
    [FB_MONEY_EMPTY] = "empty",
    [FB_MONEY_UNKNOWN] = "unknown",
    [FB_MONEY_NONE] = "none",
    [FB_MONEY_OPEN] = "open",
  };
  GString *text;

  if (money->state != FB_MONEY_KNOWN)
    return g_strdup (names[money->state]);

  text = g_string_new (NULL);
  for (guint i = 0; i < money->n_items; i++)
    {
      if (i > 0)
        g_string_append (text, "; ");
      append_item (text, &money->items[i]);
    }

  return g_string_free (text, FALSE);
}

/**
 * fb_money_format_digits:
 * @cents: an amount
 * @separator: the sign between groups of three digits
 * @point: the sign before decimals
 *
 * Returns: (transfer full): the amount with these signs, followed by a no-break space and "€"; cents only where there
 * are any
 */
char *
fb_money_format_digits (gint64 cents, const char *separator, const char *point)
{
  guint64 rest = cents < 0 ? -(guint64) cents : (guint64) cents;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, rest / 100);
  gsize length = strlen (digits);

  if (cents < 0)
    g_string_append_unichar (text, 0x2212);
  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (text, separator);
      g_string_append_c (text, digits[i]);
    }
  if (rest % 100 != 0)
    g_string_append_printf (text, "%s%02d", point, (int) (rest % 100));
  g_string_append (text, "\xc2\xa0€");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * fb_money_format:
 * @cents: an amount
 *
 * Returns: (transfer full): the amount in euro as the user's language writes it: "50.000 €" in German, with no-break
 * space; cents only where there are any
 */
char *
fb_money_format (gint64 cents)
{
  /* Translators: the sign between groups of three digits: "," in English, "." in German */
  const char *separator = C_ ("number", ",");
  /* Translators: the sign before decimals: "." in English, "," in German */
  const char *point = C_ ("number", ".");

  return fb_money_format_digits (cents, separator, point);
}

static char *
describe_item (const FbMoneyItem *item)
{
  g_autofree char *min = fb_money_format (item->min);
  g_autofree char *max = fb_money_format (item->max);
  g_autofree char *amount = NULL;
  g_autofree char *per = NULL;

  if (!item->has_min)
    /* Translators: an upper limit, "up to 5,000 €" */
    amount = g_strdup_printf (_ ("up to %s"), max);
  else if (!item->has_max)
    /* Translators: a lower limit, "at least 5,000 €" */
    amount = g_strdup_printf (_ ("at least %s"), min);
  else if (item->min != item->max)
    /* Translators: two amounts, "20,000 € to 45,000 €" */
    amount = g_strdup_printf (C_ ("money", "%s to %s"), min, max);
  else
    amount = g_steal_pointer (&min);

  switch (item->per)
    {
    case FB_MONEY_PER_YEAR:
      /* Translators: an amount, "50,000 € a year" */
      per = g_strdup_printf (_ ("%s a year"), amount);
      break;
    case FB_MONEY_PER_MONTH:
      /* Translators: an amount, "500 € a month" */
      per = g_strdup_printf (_ ("%s a month"), amount);
      break;
    case FB_MONEY_PER_UNIT:
      /* Translators: an amount, "500 € each", in German "je 500 €" */
      per = g_strdup_printf (_ ("%s each"), amount);
      break;
    case FB_MONEY_TOTAL:
      per = g_steal_pointer (&amount);
      break;
    }
  if (item->year != 0)
    /* Translators: a year and the amount for it */
    return g_strdup_printf (_ ("%d: %s"), item->year, per);

  return g_steal_pointer (&per);
}

/**
 * fb_money_describe:
 * @money: money
 *
 * Returns: (transfer full) (nullable): the reading in small words of the user's language; %NULL when nothing was typed
 */
char *
fb_money_describe (const FbMoney *money)
{
  g_autoptr (GString) text = NULL;

  switch (money->state)
    {
    case FB_MONEY_EMPTY:
      return NULL;
    case FB_MONEY_UNKNOWN:
      return g_strdup (_ ("not understood as an amount"));
    case FB_MONEY_NONE:
      return g_strdup (_ ("no cost"));
    case FB_MONEY_OPEN:
      return g_strdup (C_ ("cost", "still open"));
    case FB_MONEY_KNOWN:
      break;
    }

  text = g_string_new (NULL);
  for (guint i = 0; i < money->n_items; i++)
    {
      g_autofree char *item = describe_item (&money->items[i]);

      if (i > 0)
        /* Translators: between the amounts of a list */
        g_string_append (text, C_ ("list", "; "));
      g_string_append (text, item);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What has to be planned for: of a range its upper end. */
static gint64
weigh_item (const FbMoneyItem *item)
{
  return item->has_max ? item->max : item->min;
}

static gboolean
add_cents (gint64 *sum, gint64 cents)
{
  if (cents > G_MAXINT64 - *sum)
    return FALSE;
  *sum += cents;

  return TRUE;
}

/**
 * fb_money_get_total:
 * @money: money
 * @cents: (out): the sum
 *
 * The one sum to count: what is called the whole, else the amounts that belong to no year, else those of the years; of
 * a range its upper end. Amounts a year, a month or a piece are no sum, and neither are alternatives or several ranges.
 * Amounts a year that come on top are not in it: how many years there are is not known here.
 *
 * Returns: whether there is such a sum; FALSE is unknown and never zero
 */
gboolean
fb_money_get_total (const FbMoney *money, gint64 *cents)
{
  gint64 plain = 0;
  gint64 years = 0;
  guint n_plain = 0;
  guint n_years = 0;
  gboolean ranges = FALSE;

  *cents = 0;
  if (money->state != FB_MONEY_KNOWN)
    return FALSE;

  for (guint i = 0; i < money->n_items; i++)
    {
      const FbMoneyItem *item = &money->items[i];

      if (item->per != FB_MONEY_TOTAL)
        continue;
      if (item->is_sum && item->year == 0)
        {
          *cents = weigh_item (item);
          return TRUE;
        }
      if (!add_cents (item->year == 0 ? &plain : &years, weigh_item (item)))
        return FALSE;
      ranges |= item->has_min && item->has_max && item->min != item->max;
      if (item->year == 0)
        n_plain++;
      else
        n_years++;
    }

  if (n_plain + n_years == 0 || (n_plain > 1 && (money->alternatives || ranges)))
    return FALSE;

  /* "200.000 €, davon 2016 50.000 €": the years are parts of it; an amount that cannot hold them comes on top, and so
   * do those of "200.000 € einmalig, 5.000 € jährlich 2016 bis 2018". */
  if (n_plain == 0 || plain < years || money->yearly_on_top)
    {
      if (!add_cents (&plain, years))
        return FALSE;
    }
  *cents = plain;

  return TRUE;
}

/**
 * fb_money_compare:
 * @a: money
 * @b: other money
 *
 * For sorting: no cost first, then amounts by size, then open, not understood, and nothing typed. An amount that is no
 * sum (a year, a month) sorts by itself.
 *
 * Returns: negative, 0 or positive as for strcmp()
 */
int
fb_money_compare (const FbMoney *a, const FbMoney *b)
{
  static const int ranks[] = {
    [FB_MONEY_NONE] = 0, [FB_MONEY_KNOWN] = 1, [FB_MONEY_OPEN] = 2, [FB_MONEY_UNKNOWN] = 3, [FB_MONEY_EMPTY] = 4,
  };
  gint64 left, right;

  if (a->state != b->state)
    return ranks[a->state] - ranks[b->state];
  if (a->state != FB_MONEY_KNOWN)
    return 0;
  if (!fb_money_get_total (a, &left))
    left = weigh_item (&a->items[0]);
  if (!fb_money_get_total (b, &right))
    right = weigh_item (&b->items[0]);

  return left < right ? -1 : left > right;
}
