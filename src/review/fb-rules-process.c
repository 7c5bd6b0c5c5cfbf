/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "review/fb-rules-private.h"
#include "values/fb-dates.h"

/* The steps of a process in the order in which they began. */
void
fb_check_chronology (FbCheck *check, FbNode *process)
{
  const FbProperty *property = fb_kind_get_property (FB_KIND_EVENT, "dates");
  FbDay latest = { 0 };
  FbNode *latest_event = NULL;

  for (guint i = 0; i < fb_node_get_n_children (process); i++)
    {
      FbNode *event = fb_node_get_child (process, i);
      const char *words = fb_node_get_words (event, "dates");
      g_autoptr (GArray) dates = fb_dates_read (words);
      const FbDay *day = dates->len > 0 ? &g_array_index (dates, FbDate, 0).day : NULL;

      /* "30. Juni" without a year could be any. */
      if (day == NULL || day->year == 0)
        continue;
      if (latest_event != NULL && fb_day_last_julian (day) < fb_day_first_julian (&latest))
        {
          g_autofree char *label = fb_node_dup_label (latest_event);

          fb_check_report (check, event, property, 0, strlen (words), words, _ ("“%s” stands behind “%s” of %s"), words,
                           label, fb_node_get_words (latest_event, "dates"));
        }
      else
        {
          latest = *day;
          latest_event = event;
        }
    }
}

static void
find_wrong_weekdays (FbCheck *check, const FbWords *words, gpointer data)
{
  g_autoptr (GArray) dates = NULL;

  /* Without a digit there is no date. */
  if (strpbrk (words->words, "0123456789") == NULL)
    return;

  dates = fb_dates_read (words->words);
  for (guint i = 0; i < dates->len; i++)
    {
      const FbDate *date = &g_array_index (dates, FbDate, i);
      g_autofree char *typed = NULL;
      GDate real;
      char name[64];

      if (date->weekday == 0 || date->day.day == 0 || date->day.year == 0
          || fb_day_get_weekday (&date->day) == date->weekday)
        continue;

      typed = g_strndup (words->words + date->start, date->end - date->start);
      g_date_clear (&real, 1);
      g_date_set_julian (&real, fb_day_first_julian (&date->day));
      g_date_strftime (name, sizeof name, "%A", &real);
      fb_check_report_words (check, words, date->start, date->end, _ ("“%s” was a %s"), typed, name);
    }
}

void
fb_check_weekdays (FbCheck *check, FbNode *node)
{
  fb_check_foreach_words (check, node, find_wrong_weekdays, NULL);
}

/* Numbers of persons in words. */
static GMatchInfo *
match_persons (const char *words)
{
  static GRegex *regex;
  GMatchInfo *match = NULL;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("(?<![\\d.,/-])(\\d{1,4})\\s+(?:Personen|Teilnehm|Interview|Befragte)",
                                            G_REGEX_OPTIMIZE, 0, NULL));
  g_regex_match (regex, words, 0, &match);
  return match;
}

/* The text may name other numbers, too; but none that is the one entered is suspicious. */
static void
check_persons (FbCheck *check, FbNode *event, const FbProperty *property, const char *text)
{
  const char *participants = fb_node_get_words (event, "participants");
  g_autoptr (GMatchInfo) entered = match_persons (participants != NULL ? participants : "");
  g_autoptr (GMatchInfo) printed = match_persons (text);
  g_autofree char *number = g_match_info_fetch (entered, 1);
  g_autofree char *found = g_match_info_fetch (printed, 1);
  int start, end;

  if (number == NULL || found == NULL)
    return;

  g_match_info_fetch_pos (printed, 1, &start, &end);
  for (; g_match_info_matches (printed); g_match_info_next (printed, NULL))
    {
      g_autofree char *other = g_match_info_fetch (printed, 1);

      if (g_str_equal (other, number))
        return;
    }
  fb_check_report (check, event, property, start, end, found, _ ("The text says “%s”, the number entered is “%s”"),
                   found, participants);
}

static gboolean
is_same_day (const FbDay *a, const FbDay *b)
{
  return a->day == b->day && a->month == b->month && (a->year == b->year || a->year == 0 || b->year == 0);
}

static void
check_days (FbCheck *check, FbNode *event, const FbProperty *property, const char *text)
{
  const char *words = fb_node_get_words (event, "dates");
  g_autoptr (GArray) entered = fb_dates_read (words);
  g_autoptr (GArray) printed = fb_dates_read (text);
  const FbDate *first = NULL;
  g_autofree char *found = NULL;
  gboolean has_days = FALSE;

  for (guint i = 0; i < entered->len; i++)
    has_days |= g_array_index (entered, FbDate, i).day.day != 0;
  if (!has_days)
    return;

  for (guint i = 0; i < printed->len; i++)
    {
      const FbDate *date = &g_array_index (printed, FbDate, i);

      /* A year or a month alone need not be when it took place. */
      if (date->day.day == 0)
        continue;
      if (first == NULL)
        first = date;
      for (guint j = 0; j < entered->len; j++)
        if (is_same_day (&date->day, &g_array_index (entered, FbDate, j).day))
          return;
    }
  if (first == NULL)
    return;

  found = g_strndup (text + first->start, first->end - first->start);
  fb_check_report (check, event, property, first->start, first->end, found,
                   _ ("The text says “%s”, the date entered is “%s”"), found, words);
}

/* The text as printed against the number of participants and the dates. */
void
fb_check_event_text (FbCheck *check, FbNode *event)
{
  const FbProperty *property = fb_kind_get_property (FB_KIND_EVENT, "text");
  FbText *text = fb_node_get_text (event, "text");

  if (text == NULL)
    return;

  check_persons (check, event, property, fb_text_get_buffer (text, NULL));
  check_days (check, event, property, fb_text_get_buffer (text, NULL));
}
