/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "flow/fb-chart-private.h"

#include <glib/gi18n-lib.h>

#include "concept/fb-coverage.h"
#include "flow/fb-words.h"

/* Which measure serves which goal: a matrix with a row for each goal and a place on the scale for each measure. */

typedef struct
{
  FbChart *chart;
  FbCoverage *coverage;
  GHashTable *places; /* measure -> its index on the scale, plus one */
  guint n_bare;       /* goals that nothing serves, neither directly nor below them */
  guint n_idle;       /* measures that serve nothing */
} Matrix;

static char *
join_label (FbChart *chart,
            FbNode  *node)
{
  g_autofree char *label = fb_node_dup_label (node);

  return _fb_chart_join (chart, fb_node_get_number (node), label);
}

/* The measures stand in reading order, field by field. */
static void
make_scale (Matrix *matrix)
{
  GPtrArray *measures = fb_coverage_get_measures (matrix->coverage);
  FbNode *field = NULL;
  guint start = 0;

  for (guint i = 0; i < measures->len; i++)
    g_hash_table_insert (matrix->places, g_ptr_array_index (measures, i), GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i <= measures->len && measures->len > 0; i++)
    {
      FbNode *next = i < measures->len ? fb_node_get_ancestor (g_ptr_array_index (measures, i), FB_KIND_FIELD) : NULL;

      if (i > 0 && (next != field || i == measures->len))
        {
          const char *number = field != NULL ? fb_node_get_number (field) : NULL;

          _fb_chart_tick (matrix->chart, (double) start / measures->len, (start + i) / 2.0 / measures->len, number);
          start = i;
        }
      field = next;
    }
  if (measures->len > 0)
    _fb_chart_tick (matrix->chart, 1, 1, NULL);
}

static char *
count_measures (FbChart *chart,
                guint    n)
{
  if (chart->language == NULL)
    return g_strdup_printf (ngettext ("%u measure", "%u measures", n), n);
  if (n == 1)
    return g_strdup_printf (fb_words_get (chart->language, "%u measure"), n);

  return g_strdup_printf (fb_words_get (chart->language, "%u measures"), n);
}

static void
add_goal (Matrix *matrix,
          FbNode *goal)
{
  FbChart *chart = matrix->chart;
  guint n_measures = fb_coverage_get_measures (matrix->coverage)->len;
  GPtrArray *serving = fb_coverage_get_serving (matrix->coverage, goal);
  gboolean nested = fb_node_get_kind (fb_node_get_parent (goal)) == FB_KIND_GOAL;
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (FbMark));
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *label = fb_node_dup_label (goal);
  g_autofree char *name = join_label (chart, goal);
  g_autofree char *detail = NULL;
  g_autofree char *description = NULL;
  FbChartRow *row = _fb_chart_row (chart, fb_node_get_id (goal), nested ? 2 : 1, fb_node_get_number (goal), label);

  for (guint i = 0; serving != NULL && i < serving->len; i++)
    {
      FbNode *measure = g_ptr_array_index (serving, i);
      double place = (GPOINTER_TO_UINT (g_hash_table_lookup (matrix->places, measure)) - 0.5) / n_measures;
      FbMark mark = { FB_MARK_POINT, nested ? FB_TONE_SOFT : FB_TONE_PLAIN, place, place, FALSE, FALSE };
      g_autofree char *one = join_label (chart, measure);

      g_array_append_val (marks, mark);
      g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", one);
    }
  _fb_chart_marks (row, marks);
  if (serving != NULL)
    detail = count_measures (chart, serving->len);
  else if (fb_coverage_is_covered (matrix->coverage, goal))
    detail = g_strdup (_fb_chart_word (chart, N_("through goals below it")));
  else
    detail = g_strdup (_fb_chart_word (chart, N_("no measures")));
  row->alert = !fb_coverage_is_covered (matrix->coverage, goal);
  matrix->n_bare += row->alert;
  row->detail = _fb_chart_keep (chart, detail);
  description = names->len > 0 ? g_strdup_printf ("%s: %s: %s", name, detail, names->str)
                               : g_strdup_printf ("%s: %s", name, detail);
  row->description = _fb_chart_keep (chart, description);

  {
    const char *cells[] = { row->number, row->label, names->len > 0 ? names->str : detail };

    _fb_chart_line (chart, row->id, cells);
  }
}

static void
add_idle (Matrix *matrix,
          FbNode *measure)
{
  FbChart *chart = matrix->chart;
  g_autofree char *label = fb_node_dup_label (measure);
  g_autofree char *name = join_label (chart, measure);
  FbNode *field = fb_node_get_ancestor (measure, FB_KIND_FIELD);
  g_autofree char *place = field != NULL ? join_label (chart, field) : NULL;
  g_autofree char *description = NULL;
  FbChartRow *row;

  if (matrix->n_idle++ == 0)
    _fb_chart_row (chart, NULL, 0, NULL, _fb_chart_word (chart, N_("Measures without a goal")));
  row = _fb_chart_row (chart, fb_node_get_id (measure), 1, fb_node_get_number (measure), label);
  row->detail = _fb_chart_one_line (chart, place);
  description = g_strdup_printf ("%s: %s", name, _fb_chart_word (chart, N_("serves no goal")));
  row->description = _fb_chart_keep (chart, description);

  {
    const char *cells[] = { NULL, _fb_chart_word (chart, N_("Measures without a goal")), name };

    _fb_chart_line (chart, row->id, cells);
  }
}

static void
add_note (FbChart    *chart,
          const char *words,
          guint       n,
          guint       of)
{
  g_autofree char *note = NULL;

  /* Translators: a count, and the number of all: "3 of 12" */
  note = g_strdup_printf (chart->language != NULL ? fb_words_get (chart->language, "%s: %u of %u") : _("%s: %u of %u"),
                          words, n, of);
  _fb_chart_note (chart, note);
}

/**
 * fb_chart_new_coverage:
 * @language: (nullable): the language of the document, for print; NULL is the program's, for the screen
 *
 * Returns: (transfer full): which measures serve which goals, goals without measures and measures without goals
 */
FbChart *
fb_chart_new_coverage (FbDocument *document,
                       const char *language)
{
  g_autoptr (FbCoverage) coverage = fb_coverage_new (document);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  GPtrArray *goals = fb_coverage_get_goals (coverage);
  GPtrArray *measures = fb_coverage_get_measures (coverage);
  Matrix matrix = { _fb_chart_new (language), coverage, places, 0, 0 };
  FbChart *chart = matrix.chart;
  g_autofree char *summary = NULL;
  FbNode *field = NULL;

  chart->title = _fb_chart_keep (chart, _fb_chart_word (chart, N_("Goals and measures: coverage")));
  chart->summary = chart->title;
  if (goals->len == 0 && measures->len == 0)
    return chart;

  _fb_chart_column (chart, FB_COLUMN_NUMBER, _fb_chart_word (chart, N_("No.")), FALSE);
  _fb_chart_column (chart, FB_COLUMN_PROSE, _fb_chart_word (chart, N_("Goal")), TRUE);
  _fb_chart_column (chart, FB_COLUMN_PROSE, _fb_chart_word (chart, N_("Measures")), FALSE);
  make_scale (&matrix);
  for (guint i = 0; i < goals->len; i++)
    {
      FbNode *goal = g_ptr_array_index (goals, i);
      FbNode *of = fb_node_get_ancestor (goal, FB_KIND_FIELD);

      if (of != field && of != NULL)
        {
          g_autofree char *label = fb_node_dup_label (of);

          _fb_chart_row (chart, fb_node_get_id (of), 0, fb_node_get_number (of), label);
        }
      field = of;
      add_goal (&matrix, goal);
    }
  for (guint i = 0; i < measures->len; i++)
    if (fb_coverage_get_served (coverage, g_ptr_array_index (measures, i)) == NULL)
      add_idle (&matrix, g_ptr_array_index (measures, i));

  add_note (chart, _fb_chart_word (chart, N_("Goals without measures")), matrix.n_bare, goals->len);
  add_note (chart, _fb_chart_word (chart, N_("Measures without a goal")), matrix.n_idle, measures->len);
  summary = g_strdup_printf ("%s. %s. %s.", chart->title, fb_chart_get_notes (chart)[0], fb_chart_get_notes (chart)[1]);
  chart->summary = _fb_chart_keep (chart, summary);

  return chart;
}
