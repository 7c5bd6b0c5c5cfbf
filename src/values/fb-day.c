/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "values/fb-day.h"

#include <glib/gi18n-lib.h>

/**
 * fb_day_is_set:
 * @day: a day
 *
 * Returns: whether there is a day at all
 */
gboolean
fb_day_is_set (const FbDay *day)
{
  return day->year != 0;
}

/**
 * fb_day_equal:
 * @a: a day
 * @b: another
 *
 * Returns: whether both are the same day in the same precision
 */
gboolean
fb_day_equal (const FbDay *a, const FbDay *b)
{
  return a->year == b->year && a->month == b->month && a->day == b->day;
}

/**
 * fb_day_compare:
 * @a: a day
 * @b: another
 *
 * Earlier first; of "2014", "2014-01" and "2014-01-01" the less precise first; no day at all before every day.
 *
 * Returns: negative, 0 or positive as for strcmp()
 */
int
fb_day_compare (const FbDay *a, const FbDay *b)
{
  if (a->year != b->year)
    return a->year < b->year ? -1 : 1;
  if (a->month != b->month)
    return a->month < b->month ? -1 : 1;
  if (a->day != b->day)
    return a->day < b->day ? -1 : 1;

  return 0;
}

/* The civil calendar's day number: GDate asks a calendar table and validates on every call, and sorting asks often. */
static guint32
julian (int year, int month, int day)
{
  int y = year - (month <= 2);
  int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

  /* 305 days from 1 March of year 0 to the first day of GDate's count, 1 January of year 1, which is 1. */
  return 365 * y + y / 4 - y / 100 + y / 400 + of_year - 305;
}

/**
 * fb_day_first_julian:
 * @day: a day
 *
 * Returns: the first calendar day that @day may mean, counted as GDate does; 0 when @day is not set
 */
guint32
fb_day_first_julian (const FbDay *day)
{
  if (!fb_day_is_set (day))
    return 0;

  return julian (day->year, MAX (day->month, 1), MAX (day->day, 1));
}

/**
 * fb_day_last_julian:
 * @day: a day
 *
 * Returns: the last calendar day that @day may mean, counted as GDate does; 0 when @day is not set
 */
guint32
fb_day_last_julian (const FbDay *day)
{
  if (!fb_day_is_set (day))
    return 0;
  if (day->month == 0)
    return julian (day->year, 12, 31);
  if (day->day == 0)
    return julian (day->year, day->month, g_date_get_days_in_month (day->month, day->year));

  return julian (day->year, day->month, day->day);
}

/**
 * fb_day_get_weekday:
 * @day: a day
 *
 * Returns: 1 for Monday to 7 for Sunday, or 0 when @day is less precise than a day
 */
int
fb_day_get_weekday (const FbDay *day)
{
  if (!fb_day_is_set (day) || day->day == 0)
    return 0;

  /* GDate's day 1 is a Monday. */
  return (fb_day_first_julian (day) - 1) % 7 + 1;
}

static FbDay
from_julian (guint32 number)
{
  GDate date;
  FbDay day;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, number);
  day.year = g_date_get_year (&date);
  day.month = g_date_get_month (&date);
  day.day = g_date_get_day (&date);

  return day;
}

/**
 * fb_day_next:
 * @day: a day
 *
 * Returns: the year, month or day that follows, in the precision of @day
 */
FbDay
fb_day_next (const FbDay *day)
{
  FbDay next = *day;

  if (!fb_day_is_set (day))
    return next;
  if (day->day != 0)
    return from_julian (fb_day_first_julian (day) + 1);

  if (day->month == 0 || day->month == 12)
    next.year++;
  if (day->month != 0)
    next.month = day->month % 12 + 1;

  return next;
}

/**
 * fb_day_previous:
 * @day: a day
 *
 * Returns: the year, month or day before, in the precision of @day
 */
FbDay
fb_day_previous (const FbDay *day)
{
  FbDay previous = *day;

  if (!fb_day_is_set (day))
    return previous;
  if (day->day != 0)
    return from_julian (fb_day_first_julian (day) - 1);

  if (day->month <= 1)
    previous.year--;
  if (day->month != 0)
    previous.month = day->month == 1 ? 12 : day->month - 1;

  return previous;
}

/**
 * fb_day_to_string:
 * @day: a day
 *
 * Returns: (transfer full): @day as ISO 8601 writes it, in its precision: "2014", "2014-05" or "2014-05-03"; "" for
 * none
 */
char *
fb_day_to_string (const FbDay *day)
{
  if (!fb_day_is_set (day))
    return g_strdup ("");
  if (day->month == 0)
    return g_strdup_printf ("%04d", day->year);
  if (day->day == 0)
    return g_strdup_printf ("%04d-%02d", day->year, day->month);

  return g_strdup_printf ("%04d-%02d-%02d", day->year, day->month, day->day);
}

/**
 * fb_day_describe:
 * @day: a day
 *
 * Returns: (transfer full) (nullable): @day for people, in the user's language; %NULL when it is not set
 */
char *
fb_day_describe (const FbDay *day)
{
  g_autoptr (GDateTime) time = NULL;

  if (!fb_day_is_set (day))
    return NULL;
  if (day->month == 0)
    return g_strdup_printf ("%d", day->year);

  time = g_date_time_new_utc (day->year, day->month, MAX (day->day, 1), 0, 0, 0);
  if (day->day == 0)
    /* Translators: a month of a year ("May 2014"), in the format of g_date_time_format(). */
    return g_date_time_format (time, _ ("%OB %Y"));

  /* Translators: a day ("3 May 2014"), in the format of g_date_time_format(); in German "%-d. %B %Y". */
  return g_date_time_format (time, _ ("%-d %B %Y"));
}
