/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "flow/fb-chart-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "flow/fb-words.h"
#include "values/fb-money.h"

static void
free_row (gpointer data)
{
  FbChartRow *row = data;

  g_free ((gpointer) row->marks);
  g_free (row);
}

static void
free_line (gpointer data)
{
  FbChartLine *line = data;

  g_free ((gpointer) line->cells);
  g_free (line);
}

/* An empty chart, whose words are those of @language, or where that is NULL those of the program. */
FbChart *
_fb_chart_new (const char *language)
{
  FbChart *chart = g_new0 (FbChart, 1);

  g_atomic_ref_count_init (&chart->ref_count);
  chart->language = g_strdup (language);
  chart->strings = g_string_chunk_new (4096);
  chart->title = "";
  chart->summary = "";
  chart->notes = g_ptr_array_new ();
  g_ptr_array_add (chart->notes, NULL);
  chart->ticks = g_array_new (FALSE, FALSE, sizeof (FbTick));
  chart->zones = g_array_new (FALSE, FALSE, sizeof (FbZone));
  chart->rows = g_ptr_array_new_with_free_func (free_row);
  chart->columns = g_array_new (FALSE, FALSE, sizeof (FbChartColumn));
  chart->lines = g_ptr_array_new_with_free_func (free_line);

  return chart;
}

/* A copy of @words that lives as long as the chart; NULL stays NULL. */
const char *
_fb_chart_keep (FbChart    *chart,
                const char *words)
{
  return words != NULL ? g_string_chunk_insert_const (chart->strings, words) : NULL;
}

/* A fixed word of the page; mark it with N_(). */
const char *
_fb_chart_word (FbChart    *chart,
                const char *english)
{
  return chart->language != NULL ? fb_words_get (chart->language, english) : _(english);
}

/* "2.1 Title". */
char *
_fb_chart_join (FbChart    *chart,
                const char *number,
                const char *label)
{
  return number != NULL ? g_strconcat (number, " ", label, NULL) : g_strdup (label);
}

/* @words with spaces in place of line breaks; NULL for words that say nothing. */
const char *
_fb_chart_one_line (FbChart    *chart,
                    const char *words)
{
  g_autofree char *copy = g_strdup (words);

  if (copy == NULL)
    return NULL;

  g_strdelimit (copy, "\n\t\r", ' ');
  g_strstrip (copy);

  return *copy != '\0' ? _fb_chart_keep (chart, copy) : NULL;
}

char *
_fb_chart_money (FbChart *chart,
                 gint64   cents)
{
  if (chart->language == NULL)
    return fb_money_format (cents);

  return fb_money_format_digits (cents, fb_words_get (chart->language, ","), fb_words_get (chart->language, "."));
}

/* NULL for a day that is not set. */
char *
_fb_chart_day (FbChart     *chart,
               const FbDay *day)
{
  g_autoptr (GDateTime) time = NULL;

  if (chart->language == NULL || !fb_day_is_set (day))
    return fb_day_describe (day);
  if (day->month == 0)
    return g_strdup_printf ("%d", day->year);

  time = g_date_time_new_utc (day->year, day->month, MAX (day->day, 1), 0, 0, 0);

  return g_date_time_format (time, fb_words_get (chart->language, day->day == 0 ? "%Y-%m" : "%Y-%m-%d"));
}

/* What was understood of a period; NULL where nothing was. */
char *
_fb_chart_period (FbChart        *chart,
                  const FbPeriod *period)
{
  static const char *const terms[][4] = {
    [FB_TERM_SHORT] = { NULL, "short term", "short to medium term", "short to long term" },
    [FB_TERM_MEDIUM] = { NULL, NULL, "medium term", "medium to long term" },
    [FB_TERM_LONG] = { NULL, NULL, NULL, "long term" },
  };
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (period->state == FB_PERIOD_EMPTY || period->state == FB_PERIOD_UNKNOWN)
    return NULL;
  if (chart->language == NULL)
    return fb_period_describe (period);
  if (period->state == FB_PERIOD_PERMANENT)
    return g_strdup (fb_words_get (chart->language, "permanent task"));
  if (period->state == FB_PERIOD_TERM)
    return g_strdup (fb_words_get (chart->language, terms[period->term_from][period->term_to]));

  from = _fb_chart_day (chart, &period->from);
  to = _fb_chart_day (chart, &period->to);
  if (from == NULL)
    return g_strdup_printf (fb_words_get (chart->language, "until %s"), to);
  if (to == NULL)
    return g_strdup_printf (fb_words_get (chart->language, "%s, open end"), from);
  if (fb_day_equal (&period->from, &period->to))
    return g_steal_pointer (&from);

  return g_strdup_printf (fb_words_get (chart->language, "%s to %s"), from, to);
}

/* Adds a line below the figure. */
void
_fb_chart_note (FbChart    *chart,
                const char *words)
{
  chart->notes->pdata[chart->notes->len - 1] = (gpointer) _fb_chart_keep (chart, words);
  g_ptr_array_add (chart->notes, NULL);
}

void
_fb_chart_tick (FbChart    *chart,
                double      place,
                double      label_place,
                const char *label)
{
  FbTick tick = { place, _fb_chart_keep (chart, label), label_place };

  g_array_append_val (chart->ticks, tick);
}

void
_fb_chart_zone (FbChart    *chart,
                double      start,
                double      end,
                gboolean    apart,
                const char *label)
{
  FbZone zone = { start, end, _fb_chart_keep (chart, label), apart };

  g_array_append_val (chart->zones, zone);
}

/* Adds a row; its detail and its description are still to be set. */
FbChartRow *
_fb_chart_row (FbChart    *chart,
               const char *id,
               guint       level,
               const char *number,
               const char *label)
{
  FbChartRow *row = g_new0 (FbChartRow, 1);

  row->id = _fb_chart_keep (chart, id);
  row->level = level;
  row->number = _fb_chart_keep (chart, number);
  row->label = _fb_chart_one_line (chart, label);
  if (row->label == NULL)
    row->label = "";
  row->description = row->label;
  g_ptr_array_add (chart->rows, row);

  return row;
}

/* Gives a row its marks. */
void
_fb_chart_marks (FbChartRow *row,
                 GArray     *marks)
{
  g_free ((gpointer) row->marks);
  row->n_marks = marks->len;
  row->marks = g_memdup2 (marks->data, marks->len * sizeof (FbMark));
}

void
_fb_chart_column (FbChart      *chart,
                  FbColumnRole  role,
                  const char   *heading,
                  gboolean      row_heading)
{
  FbChartColumn column = { _fb_chart_keep (chart, heading), role, row_heading };

  g_array_append_val (chart->columns, column);
}

/* Adds a row to the table; all columns must be there. */
void
_fb_chart_line (FbChart           *chart,
                const char        *id,
                const char *const *cells)
{
  FbChartLine *line = g_new0 (FbChartLine, 1);
  const char **own = g_new0 (const char *, chart->columns->len);

  line->id = _fb_chart_keep (chart, id);
  for (guint i = 0; i < chart->columns->len; i++)
    own[i] = _fb_chart_keep (chart, cells[i]);
  line->cells = own;
  g_ptr_array_add (chart->lines, line);
}

FbChart *
fb_chart_ref (FbChart *chart)
{
  g_atomic_ref_count_inc (&chart->ref_count);

  return chart;
}

void
fb_chart_unref (FbChart *chart)
{
  if (!g_atomic_ref_count_dec (&chart->ref_count))
    return;

  g_free (chart->language);
  g_string_chunk_free (chart->strings);
  g_ptr_array_unref (chart->notes);
  g_array_unref (chart->ticks);
  g_array_unref (chart->zones);
  g_ptr_array_unref (chart->rows);
  g_array_unref (chart->columns);
  g_ptr_array_unref (chart->lines);
  g_free (chart);
}

const char *
fb_chart_get_title (FbChart *chart)
{
  return chart->title;
}

/** Returns: what the figure shows, in a few sentences. */
const char *
fb_chart_get_summary (FbChart *chart)
{
  return chart->summary;
}

/** Returns: (array zero-terminated): what the figure leaves out, a sentence each. */
const char *const *
fb_chart_get_notes (FbChart *chart)
{
  return (const char *const *) chart->notes->pdata;
}

/** Returns: (array length=n_ticks): the places of the scale that are marked; none where nothing can be measured. */
const FbTick *
fb_chart_get_ticks (FbChart *chart,
                    guint   *n_ticks)
{
  *n_ticks = chart->ticks->len;

  return (const FbTick *) chart->ticks->data;
}

const FbZone *
fb_chart_get_zones (FbChart *chart,
                    guint   *n_zones)
{
  *n_zones = chart->zones->len;

  return (const FbZone *) chart->zones->data;
}

guint
fb_chart_get_n_rows (FbChart *chart)
{
  return chart->rows->len;
}

const FbChartRow *
fb_chart_get_row (FbChart *chart,
                  guint    index)
{
  g_return_val_if_fail (index < chart->rows->len, NULL);

  return g_ptr_array_index (chart->rows, index);
}

const FbChartColumn *
fb_chart_get_columns (FbChart *chart,
                      guint   *n_columns)
{
  *n_columns = chart->columns->len;

  return (const FbChartColumn *) chart->columns->data;
}

guint
fb_chart_get_n_lines (FbChart *chart)
{
  return chart->lines->len;
}

const FbChartLine *
fb_chart_get_line (FbChart *chart,
                   guint    index)
{
  g_return_val_if_fail (index < chart->lines->len, NULL);

  return g_ptr_array_index (chart->lines, index);
}

/** Returns: whether two rows, of one chart or of two, look and read the same. */
gboolean
fb_chart_row_equal (const FbChartRow *a,
                    const FbChartRow *b)
{
  if (a->level != b->level || a->alert != b->alert || a->n_marks != b->n_marks || g_strcmp0 (a->id, b->id) != 0
      || g_strcmp0 (a->number, b->number) != 0 || g_strcmp0 (a->label, b->label) != 0
      || g_strcmp0 (a->detail, b->detail) != 0 || g_strcmp0 (a->description, b->description) != 0)
    return FALSE;

  for (guint i = 0; i < a->n_marks; i++)
    {
      const FbMark *x = &a->marks[i];
      const FbMark *y = &b->marks[i];

      if (x->shape != y->shape || x->tone != y->tone || x->start != y->start || x->end != y->end
          || x->open_start != y->open_start || x->open_end != y->open_end)
        return FALSE;
    }

  return TRUE;
}

/**
 * fb_chart_find_day:
 * @julian: a day
 * @place: (out): where it stands, from 0 to 1
 *
 * Returns: whether the scale of the chart has that day
 */
gboolean
fb_chart_find_day (FbChart *chart,
                   guint32  julian,
                   double  *place)
{
  if (julian < chart->first_day || julian >= chart->last_day)
    return FALSE;

  *place = (julian - chart->first_day) / (chart->last_day - chart->first_day) * chart->days_width;

  return TRUE;
}
