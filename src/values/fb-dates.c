/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "values/fb-dates.h"

#include "values/fb-span.h"

#include <glib/gi18n-lib.h>

/* More weekdays than this before a date are a timetable. */
#define MAX_WEEKDAYS 7

/* Weekdays that stand before a date: "Freitag, 30.06.", "Fr./Sa., den 30.06. und 01.07." */
typedef struct
{
  int days[MAX_WEEKDAYS];
  guint n;
  guint first;
} Weekdays;

static guint
read_weekdays (const FbToken *tokens, guint i, Weekdays *weekdays)
{
  weekdays->n = 0;
  weekdays->first = i;

  while (fb_token_is_word (&tokens[i], FB_WORD_WEEKDAY) && weekdays->n < MAX_WEEKDAYS)
    {
      weekdays->days[weekdays->n++] = tokens[i].value;
      i = i + 1;
      if (fb_token_is_mark (&tokens[i], '.') && tokens[i].glued)
        i++;
      if (fb_token_is_mark (&tokens[i], '/') || fb_token_is_mark (&tokens[i], ',') || fb_token_is_mark (&tokens[i], '-')
          || fb_token_is_word (&tokens[i], FB_WORD_AND) || fb_token_is_word (&tokens[i], FB_WORD_UNTIL))
        {
          if (!tokens[i + 1].breaks)
            i++;
        }
      while (fb_token_is_word (&tokens[i], FB_WORD_FILLER) && !tokens[i].breaks)
        i++;
    }

  return i;
}

static void
add_stops (GArray *dates, const FbToken *tokens, const FbSpan *span, const Weekdays *weekdays)
{
  for (guint s = 0; s < span->n_stops; s++)
    {
      const FbSpanStop *stop = &span->stops[s];
      FbDate date = { stop->day, tokens[stop->first].start, tokens[stop->next - 1].end, 0 };

      /* "Freitag und Samstag, 30. Juni und 1. Juli": one for each, or one for the first. */
      if (weekdays->n == span->n_stops)
        date.weekday = weekdays->days[s];
      else if (s == 0 && weekdays->n == 1)
        date.weekday = weekdays->days[0];
      /* "…, Samstag 1. Juli 2017" inside a list */
      if (s > 0 && date.weekday == 0)
        {
          guint before = stop->first - 1;

          while (before > span->stops[s - 1].next
                 && (fb_token_is_mark (&tokens[before], ',') || fb_token_is_mark (&tokens[before], '.')
                     || fb_token_is_word (&tokens[before], FB_WORD_FILLER)))
            before--;
          if (before >= span->stops[s - 1].next && fb_token_is_word (&tokens[before], FB_WORD_WEEKDAY))
            {
              date.weekday = tokens[before].value;
              date.start = tokens[before].start;
            }
        }
      if (s == 0 && weekdays->n > 0)
        date.start = tokens[weekdays->first].start;
      /* "30.06.2017 (Freitag)" */
      if (s + 1 == span->n_stops && date.weekday == 0 && fb_token_is_mark (&tokens[stop->next], '(')
          && fb_token_is_word (&tokens[stop->next + 1], FB_WORD_WEEKDAY)
          && (fb_token_is_mark (&tokens[stop->next + 2], ')') || fb_token_is_mark (&tokens[stop->next + 3], ')')))
        date.weekday = tokens[stop->next + 1].value;
      if (date.day.day == 0)
        date.weekday = 0;

      /* "Frühjahr bis Herbst 2018" is one year in this precision. */
      if (s > 0 && date.day.month == 0 && fb_day_equal (&date.day, &span->stops[s - 1].day))
        {
          g_array_index (dates, FbDate, dates->len - 1).end = date.end;
          continue;
        }

      g_array_append_val (dates, date);
    }
}

/**
 * fb_dates_read:
 * @words: (nullable): words, a list of dates or prose
 *
 * Finds the dates in @words, each in the precision typed; of a range its two ends. A day without a year is none, and
 * neither is a number ("4.2", "§ 3", "02173 951-0"). A bare year is a date in the precision of a year: whoever reads
 * prose for days has to ask for a month.
 *
 * Returns: (transfer full) (element-type FbDate): the dates in the order of the words; empty when there are none
 */
GArray *
fb_dates_read (const char *words)
{
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (FbDate));
  g_auto (FbTokens) tokens;
  guint i = 0;

  fb_tokens_init (&tokens, words);
  while (i < tokens.n)
    {
      Weekdays weekdays;
      guint at = read_weekdays (tokens.tokens, i, &weekdays);
      FbSpan span;

      if (fb_span_read (tokens.tokens, at, &span))
        {
          add_stops (dates, tokens.tokens, &span, &weekdays);
          i = span.next;
        }
      else
        {
          i = at > i ? at : fb_tokens_skip (tokens.tokens, i);
        }
    }

  return dates;
}

static gboolean
is_blank (const char *words)
{
  FbTokens tokens;
  gboolean blank;

  fb_tokens_init (&tokens, words);
  blank = tokens.n == 0;
  fb_tokens_clear (&tokens);

  return blank;
}

static char *
join_dates (GArray *dates, const char *separator, char *(*format) (const FbDay *day))
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dates->len; i++)
    {
      g_autofree char *day = format (&g_array_index (dates, FbDate, i).day);

      if (i > 0)
        g_string_append (text, separator);
      g_string_append (text, day);
    }

  return g_string_free (text, FALSE);
}

/**
 * fb_dates_to_string:
 * @words: (nullable): words
 *
 * Returns: (transfer full): the reading in a notation for programs: "2016-03-22, 2016-08", "unknown" or "empty"
 */
char *
fb_dates_to_string (const char *words)
{
  g_autoptr (GArray) dates = fb_dates_read (words);

  if (dates->len == 0)
    return g_strdup (is_blank (words) ? "empty" : "unknown");

  return join_dates (dates, ", ", fb_day_to_string);
}

/**
 * fb_dates_describe:
 * @words: (nullable): words
 *
 * Returns: (transfer full) (nullable): the reading in the user's language; %NULL when nothing was typed
 */
char *
fb_dates_describe (const char *words)
{
  g_autoptr (GArray) dates = fb_dates_read (words);

  if (dates->len == 0)
    return is_blank (words) ? NULL : g_strdup (_ ("not understood as a date"));

  /* Translators: between the dates of a list */
  return join_dates (dates, C_ ("list", ", "), fb_day_describe);
}
