/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FbMoneyState:
 * @FB_MONEY_EMPTY: nothing was typed
 * @FB_MONEY_UNKNOWN: something was typed that names no amount
 * @FB_MONEY_NONE: said to cost nothing ("keine"); not the same as an amount of 0 €
 * @FB_MONEY_OPEN: said to be undecided ("noch offen")
 * @FB_MONEY_KNOWN: at least one amount
 */
typedef enum
{
  FB_MONEY_EMPTY,
  FB_MONEY_UNKNOWN,
  FB_MONEY_NONE,
  FB_MONEY_OPEN,
  FB_MONEY_KNOWN,
} FbMoneyState;

/**
 * FbMoneyPer:
 * @FB_MONEY_TOTAL: the sum as it is
 * @FB_MONEY_PER_YEAR: each year again
 * @FB_MONEY_PER_MONTH: each month again
 * @FB_MONEY_PER_UNIT: for each of something ("je Workshop"); how many is not known here
 */
typedef enum
{
  FB_MONEY_TOTAL,
  FB_MONEY_PER_YEAR,
  FB_MONEY_PER_MONTH,
  FB_MONEY_PER_UNIT,
} FbMoneyPer;

/**
 * FbMoneyItem:
 * @has_min: whether there is a lower bound
 * @has_max: whether there is an upper bound
 * @is_sum: whether the words call it the whole ("insgesamt")
 * @per: what the amount is for
 * @year: the year it is meant for, or 0
 * @min: cents; equal to @max for a plain amount
 * @max: cents
 */
typedef struct
{
  gboolean has_min;
  gboolean has_max;
  gboolean is_sum;
  FbMoneyPer per;
  int year;
  gint64 min;
  gint64 max;
} FbMoneyItem;

/**
 * FbMoney:
 * @state: what was understood
 * @alternatives: whether the amounts exclude each other ("oder")
 * @yearly_on_top: whether the amounts a year come on top of the one sum ("10.000 € einmalig, 5.000 € im Jahr"), and do
 * not say it again ("500.000 € (= 50.000 €/a)")
 * @n_items: how many amounts
 * @items: (array length=n_items): the amounts in the order typed
 *
 * What the words of a cost mean. Start with `FbMoney money = { 0 };` or %FB_MONEY_INIT and end with fb_money_clear().
 */
typedef struct
{
  FbMoneyState state;
  gboolean alternatives;
  gboolean yearly_on_top;
  guint n_items;
  FbMoneyItem *items;
} FbMoney;

#define FB_MONEY_INIT { FB_MONEY_EMPTY, FALSE, FALSE, 0, NULL }

void     fb_money_read      (const char *words, FbMoney *out);
void     fb_money_clear     (FbMoney *money);
char    *fb_money_to_string (const FbMoney *money);
char    *fb_money_describe  (const FbMoney *money);
gboolean fb_money_get_total (const FbMoney *money, gint64 *cents);
int      fb_money_compare   (const FbMoney *a, const FbMoney *b);
char    *fb_money_format    (gint64 cents);
char    *fb_money_format_digits (gint64 cents, const char *separator, const char *point);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FbMoney, fb_money_clear)

G_END_DECLS
