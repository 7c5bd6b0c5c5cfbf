/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "review/fb-rules-private.h"
#include "values/fb-dates.h"

/* The steps of a process in the order in which they began. */
void
fb_check_chronology (FbCheck *check,
                     FbNode  *process)
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

          fb_check_report (check, event, property, 0, strlen (words), words, _("“%s” stands behind “%s” of %s"), words,
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
find_wrong_weekdays (FbCheck       *check,
                     const FbWords *words,
                     gpointer       data)
{
  g_autoptr (GArray) dates = fb_dates_read (words->words);

  for (guint i = 0; i < dates->len; i++)
    {
      const FbDate *date = &g_array_index (dates, FbDate, i);
      g_autofree char *typed = NULL;
      GDate real;
      char name[64];

      if (date->weekday == 0 || date->day.day == 0 || date->day.year == 0 ||
          fb_day_get_weekday (&date->day) == date->weekday)
        continue;

      typed = g_strndup (words->words + date->start, date->end - date->start);
      g_date_clear (&real, 1);
      g_date_set_julian (&real, fb_day_first_julian (&date->day));
      g_date_strftime (name, sizeof name, "%A", &real);
      fb_check_report_words (check, words, date->start, date->end, _("“%s” was a %s"), typed, name);
    }
}

void
fb_check_weekdays (FbCheck *check,
                   FbNode  *root)
{
  fb_check_foreach_words_below (check, root, find_wrong_weekdays, NULL);
}
