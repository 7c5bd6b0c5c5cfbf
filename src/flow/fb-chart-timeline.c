/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "flow/fb-chart-private.h"

#include <glib/gi18n-lib.h>

#include "flow/fb-words.h"
#include "values/fb-dates.h"

/* Measures, their steps and the steps of the process over time. */

#define MAX_TICKS 10
#define MAX_YEARS 20   /* a scale longer than this is cut back to what stands round the middle */
#define YEARS_BEFORE 5 /* what is left of it before that, and behind it */
#define YEARS_BEHIND 10
#define SLOT 0.09 /* the width of a term, which has no date */
#define GAP 0.02

typedef enum
{
  TIME_UNKNOWN,
  TIME_DATED,
  TIME_PERMANENT,
  TIME_TERM,
} TimeState;

/* A node that is drawn. */
typedef struct
{
  FbNode *node;
  FbNode *field; /* or NULL */
  guint level;
  const char *words; /* as typed, in one line, or NULL */
  TimeState state;
  FbPeriod period; /* a measure, a step */
  GArray *dates;   /* an event: FbDate; or NULL */
} Entry;

typedef struct
{
  FbDocument *document;
  FbChart *chart;
  GPtrArray *entries; /* in reading order */
  guint n_events;
  guint n_measures;
  guint n_undated;  /* measures */
  gboolean terms;   /* there is something in the short, medium or long term */
  FbPeriod term;    /* of the concept */
} Timeline;

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->dates, g_array_unref);
  g_free (entry);
}

static Entry *
add_entry (Timeline   *timeline,
           FbNode     *node,
           guint       level,
           const char *property)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->node = node;
  entry->field = fb_node_get_ancestor (node, FB_KIND_FIELD);
  entry->level = level;
  entry->words = _fb_chart_one_line (timeline->chart, fb_node_get_words (node, property));
  g_ptr_array_add (timeline->entries, entry);

  return entry;
}

static void
add_event (Timeline *timeline,
           FbNode   *node)
{
  Entry *entry = add_entry (timeline, node, 1, "dates");

  entry->dates = fb_dates_read (fb_node_get_words (node, "dates"));
  entry->state = entry->dates->len > 0 ? TIME_DATED : TIME_UNKNOWN;
  timeline->n_events++;
}

/* Reads the period of a measure or step. A step that says nothing of its own time is not drawn. */
static void
add_task (Timeline *timeline,
          FbNode   *node)
{
  static const TimeState states[] = {
    [FB_PERIOD_EMPTY] = TIME_UNKNOWN,       [FB_PERIOD_UNKNOWN] = TIME_UNKNOWN, [FB_PERIOD_DATED] = TIME_DATED,
    [FB_PERIOD_PERMANENT] = TIME_PERMANENT, [FB_PERIOD_TERM] = TIME_TERM,
  };
  gboolean measure = fb_node_get_kind (node) == FB_KIND_MEASURE;
  Entry *entry;
  FbPeriod period;

  fb_period_read (fb_node_get_words (node, "period"), &period);
  if (!measure && period.state == FB_PERIOD_EMPTY)
    return;

  entry = add_entry (timeline, node, measure ? 1 : 2, "period");
  entry->period = period;
  entry->state = states[period.state];
  timeline->terms |= entry->state == TIME_TERM;
  if (measure)
    {
      timeline->n_measures++;
      timeline->n_undated += entry->state == TIME_UNKNOWN;
    }
}

static void
collect (Timeline *timeline)
{
  FbNode *root = fb_document_get_root (timeline->document);

  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    switch ((int) fb_node_get_kind (node))
      {
      case FB_KIND_EVENT:
        add_event (timeline, node);
        break;
      case FB_KIND_MEASURE:
      case FB_KIND_STEP:
        add_task (timeline, node);
        break;
      default:
        break;
      }
}

static void
add_year (GArray *years,
          int     year)
{
  if (year > 0)
    g_array_append_val (years, year);
}

static int
compare_ints (gconstpointer a,
              gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* The years of the scale: from the first to the last that is named, but for a few that stand far off. */
static gboolean
find_years (Timeline *timeline,
            int      *from,
            int      *to)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  int middle_from, middle_to;

  for (guint i = 0; i < timeline->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (timeline->entries, i);

      if (entry->state != TIME_DATED)
        continue;
      add_year (years, entry->period.from.year);
      add_year (years, entry->period.to.year);
      for (guint j = 0; entry->dates != NULL && j < entry->dates->len; j++)
        add_year (years, g_array_index (entry->dates, FbDate, j).day.year);
    }
  if (timeline->term.state == FB_PERIOD_DATED && years->len + timeline->terms > 0)
    {
      add_year (years, timeline->term.from.year);
      add_year (years, timeline->term.to.year);
    }
  if (years->len == 0)
    return FALSE;

  g_array_sort (years, compare_ints);
  *from = g_array_index (years, int, 0);
  *to = g_array_index (years, int, years->len - 1);
  if (*to - *from < MAX_YEARS)
    return TRUE;

  middle_from = middle_to = g_array_index (years, int, years->len / 2);
  if (timeline->term.state == FB_PERIOD_DATED && timeline->term.from.year > 0)
    middle_from = middle_to = timeline->term.from.year;
  if (timeline->term.state == FB_PERIOD_DATED && timeline->term.to.year > middle_from)
    middle_to = timeline->term.to.year;
  *from = MAX (*from, middle_from - YEARS_BEFORE);
  *to = MIN (*to, MAX (middle_to, middle_from + YEARS_BEHIND) + YEARS_BEFORE);

  return TRUE;
}

static double
place_day (Timeline *timeline,
           guint32   julian)
{
  FbChart *chart = timeline->chart;

  if (chart->last_day <= chart->first_day)
    return 0;

  return (julian - chart->first_day) / (chart->last_day - chart->first_day) * chart->days_width;
}

static void
add_year_ticks (Timeline *timeline,
                int       from,
                int       to)
{
  static const int steps[] = { 1, 2, 5, 10, 20, 50, 100 };
  int step = steps[0];

  for (guint i = 0; i < G_N_ELEMENTS (steps) && (to - from + 1) / step > MAX_TICKS; i++)
    step = steps[i];
  for (int year = from; year <= to + 1; year++)
    {
      const FbDay start = { .year = year };
      double place = MIN (place_day (timeline, fb_day_first_julian (&start)), timeline->chart->days_width);
      g_autofree char *label = g_strdup_printf ("%d", year);
      gboolean named = year <= to && (year - from) % step == 0;
      const FbDay next = { .year = year + 1 };
      double width = place_day (timeline, fb_day_first_julian (&next)) - place;

      if (step == 1 || named || year == to + 1)
        _fb_chart_tick (timeline->chart, place, step == 1 ? place + width / 2 : place, named ? label : NULL);
    }
}

static void
make_scale (Timeline *timeline)
{
  static const char *const terms[] = { N_("short"), N_("medium"), N_("long") };
  FbChart *chart = timeline->chart;
  double slots = timeline->terms ? G_N_ELEMENTS (terms) * SLOT : 0;
  int from, to;

  chart->days_width = 1;
  if (find_years (timeline, &from, &to))
    {
      const FbDay first = { .year = from };
      const FbDay last = { .year = to };

      chart->first_day = fb_day_first_julian (&first);
      chart->last_day = fb_day_last_julian (&last) + 1;
      chart->days_width = timeline->terms ? 1 - slots - GAP : 1;
      if (timeline->term.state == FB_PERIOD_DATED && fb_day_is_set (&timeline->term.from)
          && fb_day_is_set (&timeline->term.to))
        _fb_chart_zone (chart, CLAMP (place_day (timeline, fb_day_first_julian (&timeline->term.from)), 0, 1),
                        CLAMP (place_day (timeline, fb_day_last_julian (&timeline->term.to) + 1), 0, chart->days_width),
                        FALSE, _fb_chart_word (chart, N_("Term of the concept")));
      add_year_ticks (timeline, from, to);
    }
  else if (timeline->terms)
    {
      chart->days_width = 0;
      slots = 1;
    }
  for (guint i = 0; timeline->terms && i < G_N_ELEMENTS (terms); i++)
    {
      double width = slots / G_N_ELEMENTS (terms);
      double start = 1 - slots + i * width;

      _fb_chart_zone (chart, start, start + width, TRUE, _fb_chart_word (chart, terms[i]));
    }
}

/* A bar or point from one day to another, cut where the scale ends. A day that is not set is an open end. */
static void
add_mark (Timeline    *timeline,
          GArray      *marks,
          FbMarkShape  shape,
          FbMarkTone   tone,
          const FbDay *from,
          const FbDay *to)
{
  FbChart *chart = timeline->chart;
  guint32 first = fb_day_is_set (from) ? fb_day_first_julian (from) : 0;
  guint32 last = fb_day_is_set (to) ? fb_day_last_julian (to) + 1 : G_MAXUINT32;
  FbMark mark = { shape, tone, 0, 0, first < chart->first_day, last > chart->last_day };

  /* Off the scale there is nothing but the arrow that points there. */
  mark.start = CLAMP (place_day (timeline, first), 0, chart->days_width);
  mark.end = CLAMP (place_day (timeline, last), 0, chart->days_width);
  if (shape == FB_MARK_POINT)
    mark.start = mark.end = (mark.start + mark.end) / 2;
  g_array_append_val (marks, mark);
}

static void
mark_entry (Timeline    *timeline,
            const Entry *entry,
            GArray      *marks)
{
  FbMarkTone tone = entry->level > 1 ? FB_TONE_SOFT : FB_TONE_PLAIN;
  guint n_zones;
  const FbZone *zones = fb_chart_get_zones (timeline->chart, &n_zones);
  FbMark mark = { FB_MARK_BAR, FB_TONE_PERMANENT, 0, timeline->chart->days_width, TRUE, TRUE };

  switch (entry->state)
    {
    case TIME_UNKNOWN:
      return;
    case TIME_DATED:
      for (guint i = 0; entry->dates != NULL && i < entry->dates->len; i++)
        {
          const FbDay *day = &g_array_index (entry->dates, FbDate, i).day;

          add_mark (timeline, marks, FB_MARK_POINT, FB_TONE_EVENT, day, day);
        }
      if (entry->dates == NULL)
        add_mark (timeline, marks, FB_MARK_BAR, tone, &entry->period.from, &entry->period.to);
      return;
    case TIME_PERMANENT:
      if (mark.end == 0)
        mark.end = 1;
      break;
    case TIME_TERM:
      n_zones -= 3;
      mark.tone = tone;
      mark.open_start = mark.open_end = FALSE;
      mark.start = zones[n_zones + entry->period.term_from - FB_TERM_SHORT].start;
      mark.end = zones[n_zones + entry->period.term_to - FB_TERM_SHORT].end;
      break;
    }
  g_array_append_val (marks, mark);
}

/* What the row says of its time; "ab 2014 (Tarifanpassung)" where that is no period. */
static char *
describe_time (Timeline    *timeline,
               const Entry *entry)
{
  FbChart *chart = timeline->chart;
  g_autoptr (GString) words = NULL;

  if (entry->state == TIME_UNKNOWN)
    return g_strdup (_fb_chart_word (chart, N_("not dated")));
  if (entry->dates == NULL)
    return _fb_chart_period (chart, &entry->period);

  words = g_string_new (NULL);
  for (guint i = 0; i < entry->dates->len; i++)
    {
      g_autofree char *day = _fb_chart_day (chart, &g_array_index (entry->dates, FbDate, i).day);

      g_string_append_printf (words, "%s%s", i > 0 ? "; " : "", day);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
add_row (Timeline    *timeline,
         const Entry *entry,
         guint        level)
{
  FbChart *chart = timeline->chart;
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (FbMark));
  g_autofree char *label = fb_node_dup_label (entry->node);
  g_autofree char *time = describe_time (timeline, entry);
  g_autofree char *description = NULL;
  g_autofree char *name = NULL;
  FbChartRow *row = _fb_chart_row (chart, fb_node_get_id (entry->node), level, fb_node_get_number (entry->node), label);

  mark_entry (timeline, entry, marks);
  _fb_chart_marks (row, marks);
  row->detail = entry->words != NULL ? entry->words : _fb_chart_keep (chart, time);
  name = _fb_chart_join (chart, row->number, row->label);
  if (entry->words != NULL && g_strcmp0 (entry->words, time) != 0)
    description = g_strdup_printf ("%s: %s (%s)", name, entry->words, time);
  else
    description = g_strdup_printf ("%s: %s", name, time);
  row->description = _fb_chart_keep (chart, description);
}

static void
add_heading (Timeline *timeline,
             FbNode   *field,
             gboolean  event)
{
  FbChart *chart = timeline->chart;
  const char *title = field != NULL ? fb_node_get_title (field) : NULL;

  if (title == NULL)
    title = _fb_chart_word (chart, event           ? N_("Process steps")
                                   : field != NULL ? N_("Field of action")
                                                   : N_("Outside of the fields of action"));
  _fb_chart_row (chart, field != NULL ? fb_node_get_id (field) : NULL, 0,
                 field != NULL ? fb_node_get_number (field) : NULL, title);
}

/* Events first, then the measures by field, and last of all what has no date. */
static void
add_rows (Timeline *timeline)
{
  gboolean headed = FALSE;
  gboolean any_field = FALSE;
  FbNode *field = NULL;

  for (guint i = 0; i < timeline->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (timeline->entries, i);

      any_field |= entry->field != NULL;
      if (entry->dates == NULL || entry->state == TIME_UNKNOWN)
        continue;
      if (!headed)
        add_heading (timeline, NULL, TRUE);
      headed = TRUE;
      add_row (timeline, entry, 1);
    }

  headed = !any_field && !headed;
  for (guint i = 0; i < timeline->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (timeline->entries, i);

      if (entry->dates != NULL || entry->state == TIME_UNKNOWN)
        continue;
      if (!headed || entry->field != field)
        add_heading (timeline, entry->field, FALSE);
      headed = TRUE;
      field = entry->field;
      add_row (timeline, entry, entry->level);
    }

  headed = FALSE;
  for (guint i = 0; i < timeline->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (timeline->entries, i);

      if (entry->state != TIME_UNKNOWN)
        continue;
      if (!headed)
        _fb_chart_row (timeline->chart, NULL, 0, NULL, _fb_chart_word (timeline->chart, N_("Not dated")));
      headed = TRUE;
      add_row (timeline, entry, 1);
    }
}

static void
add_table (Timeline *timeline)
{
  FbChart *chart = timeline->chart;

  _fb_chart_column (chart, FB_COLUMN_WORDS, _fb_chart_word (chart, N_("Field of action")), FALSE);
  _fb_chart_column (chart, FB_COLUMN_NUMBER, _fb_chart_word (chart, N_("No.")), FALSE);
  _fb_chart_column (chart, FB_COLUMN_PROSE, _fb_chart_word (chart, N_("Measure, step or event")), TRUE);
  _fb_chart_column (chart, FB_COLUMN_PERIOD, _fb_chart_word (chart, N_("Period")), FALSE);
  _fb_chart_column (chart, FB_COLUMN_PERIOD, _fb_chart_word (chart, N_("Understood as")), FALSE);
  for (guint i = 0; i < timeline->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (timeline->entries, i);
      const char *title = entry->field != NULL ? fb_node_get_title (entry->field) : NULL;
      const char *number = entry->field != NULL ? fb_node_get_number (entry->field) : NULL;
      g_autofree char *field = title != NULL ? _fb_chart_join (chart, number, title) : NULL;
      g_autofree char *label = fb_node_dup_label (entry->node);
      g_autofree char *time = describe_time (timeline, entry);
      const char *cells[] = {
        entry->dates != NULL ? _fb_chart_word (chart, N_("Process steps")) : field,
        fb_node_get_number (entry->node),
        _fb_chart_one_line (chart, label),
        entry->words,
        time,
      };

      _fb_chart_line (chart, fb_node_get_id (entry->node), cells);
    }
}

static void
summarise (Timeline *timeline)
{
  FbChart *chart = timeline->chart;
  g_autoptr (GString) words = g_string_new (NULL);

  /* Translators: the title of a figure, and two counts */
  g_string_append_printf (words,
                          chart->language != NULL
                              ? fb_words_get (chart->language, "%s: %u measures, of them %u not dated")
                              : _("%s: %u measures, of them %u not dated"),
                          chart->title, timeline->n_measures, timeline->n_undated);
  g_string_append (words, ". ");
  if (timeline->n_events > 0)
    {
      g_string_append_printf (
          words, chart->language != NULL ? fb_words_get (chart->language, "Events: %u") : _("Events: %u"),
          timeline->n_events);
      g_string_append (words, ". ");
    }
  g_string_append (words, _fb_chart_word (chart, N_("The table behind the figure says the same.")));
  chart->summary = _fb_chart_keep (chart, words->str);
}

/**
 * fb_chart_new_timeline:
 * @language: (nullable): the language of the document, for print; NULL is the program's, for the screen
 *
 * Returns: (transfer full): the measures, steps and events of @document over time
 */
FbChart *
fb_chart_new_timeline (FbDocument *document,
                       const char *language)
{
  FbNode *root = fb_document_get_root (document);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (free_entry);
  Timeline timeline = { .document = document, .chart = _fb_chart_new (language), .entries = entries };
  FbChart *chart = timeline.chart;

  chart->title = _fb_chart_keep (chart, _fb_chart_word (chart, N_("Measures and process steps over time")));
  chart->summary = chart->title;
  fb_period_read (fb_node_get_words (root, "term"), &timeline.term);
  collect (&timeline);
  if (entries->len == 0)
    return chart;

  make_scale (&timeline);
  add_rows (&timeline);
  add_table (&timeline);
  summarise (&timeline);

  return chart;
}
