/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "flow/fb-composer.h"

#include <string.h>

#include "flow/fb-chart.h"

/* Money and time at a glance, where a chapter generates them: the figure, what it leaves out, and the table that says
 * the same. */

/* Rows that fit on a page together; a longer figure goes on in the next, from a heading where one is near. */
#define ROWS_A_PAGE 30

/* How many rows the figure that begins with @first has. */
static guint
count_rows (FbChart *chart,
            guint    first)
{
  guint n_rows = fb_chart_get_n_rows (chart);
  guint heading = 0;

  if (n_rows - first <= ROWS_A_PAGE)
    return n_rows - first;

  for (guint i = first + 1; i < first + ROWS_A_PAGE; i++)
    if (fb_chart_get_row (chart, i)->level == 0)
      heading = i;
  if (heading > 0)
    return heading - first;

  /* Never part what belongs to one entry, as long as that fits. */
  for (guint i = first + ROWS_A_PAGE; i > first + 1; i--)
    if (fb_chart_get_row (chart, i)->level <= 1)
      return i - first;

  return ROWS_A_PAGE;
}

/* "Costs by field and year: 4.1 ..., 4.2 ...", where the figure is one of several. */
static char *
name_figure (FbChart *chart,
             guint    first,
             guint    n_rows)
{
  GString *name = g_string_new (fb_chart_get_title (chart));
  const FbChartRow *heading = NULL;
  guint n = 0;

  if (n_rows == fb_chart_get_n_rows (chart))
    return g_string_free (name, FALSE);

  for (guint i = first + 1; i > 0 && heading == NULL; i--)
    if (fb_chart_get_row (chart, i - 1)->level == 0)
      heading = fb_chart_get_row (chart, i - 1);
  for (guint i = first; i < first + n_rows; i++)
    {
      const FbChartRow *row = fb_chart_get_row (chart, i);

      /* What begins in the middle of a part is called by it as well. */
      if (row->level > 0 && (i > first || heading == NULL))
        continue;
      if (row->level == 0)
        heading = row;
      g_string_append_printf (name, "%s%s%s%s", n++ == 0 ? ": " : ", ", heading->number != NULL ? heading->number : "",
                              heading->number != NULL ? " " : "", heading->label);
    }

  return g_string_free (name, FALSE);
}

static char *
describe_figure (FbChart    *chart,
                 guint       first,
                 guint       n_rows,
                 const char *name)
{
  GString *words;

  if (n_rows == fb_chart_get_n_rows (chart))
    return g_strdup (fb_chart_get_summary (chart));

  words = g_string_new (name);
  for (guint i = first; i < first + n_rows; i++)
    {
      const FbChartRow *row = fb_chart_get_row (chart, i);

      if (row->level == 1)
        g_string_append_printf (words, ". %s", row->description);
    }
  g_string_append_c (words, '.');

  return g_string_free (words, FALSE);
}

static void
compose_figures (FbComposer *composer,
                 FbChart    *chart)
{
  guint n_rows;

  for (guint first = 0; first < fb_chart_get_n_rows (chart); first += n_rows)
    {
      g_autofree char *name = NULL;
      g_autofree char *description = NULL;
      g_autoptr (GBytes) image = NULL;
      char *svg;
      FbFigure figure = { 0 };

      n_rows = count_rows (chart, first);
      name = name_figure (chart, first, n_rows);
      description = describe_figure (chart, first, n_rows, name);
      svg = fb_chart_to_svg (chart, first, n_rows, name, description);
      image = g_bytes_new_take (svg, strlen (svg));
      figure.image = image;
      figure.media_type = "image/svg+xml";
      figure.caption = name;
      figure.series = _fb_composer_word (composer, "Figure");
      figure.alternative = description;
      fb_flow_builder_figure (composer->builder, NULL, &figure);
    }
}

static void
compose_notes (FbComposer *composer,
               FbChart    *chart)
{
  const char *const *notes = fb_chart_get_notes (chart);
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();
  g_autoptr (FbText) text = NULL;

  if (notes[0] == NULL)
    return;

  for (guint i = 0; notes[i] != NULL; i++)
    {
      fb_text_builder_paragraph (builder, FB_PARAGRAPH_ITEM, 1, FB_LIST_BULLET, 0, NULL);
      fb_text_builder_append (builder, notes[i], -1);
    }
  text = fb_text_builder_end (builder);
  fb_flow_builder_text (composer->builder, NULL, FB_TEXT_BODY, text);
}

static void
compose_table (FbComposer *composer,
               FbChart    *chart)
{
  guint n_columns;
  const FbChartColumn *columns = fb_chart_get_columns (chart, &n_columns);
  g_autofree FbText **cells = g_new0 (FbText *, n_columns);

  fb_flow_builder_table (composer->builder, NULL, fb_chart_get_title (chart));
  for (guint i = 0; i < n_columns; i++)
    fb_flow_builder_column (composer->builder, columns[i].role, columns[i].heading, 0, columns[i].row_heading);
  for (guint i = 0; i < fb_chart_get_n_lines (chart); i++)
    {
      const FbChartLine *line = fb_chart_get_line (chart, i);

      for (guint j = 0; j < n_columns; j++)
        cells[j] = _fb_composer_words (line->cells[j]);
      fb_flow_builder_row (composer->builder, NULL, cells);
      for (guint j = 0; j < n_columns; j++)
        g_clear_pointer (&cells[j], fb_text_unref);
    }
}

static void
compose_chart (FbComposer *composer,
               FbChart    *chart)
{
  if (fb_chart_get_n_rows (chart) == 0)
    return;

  compose_figures (composer, chart);
  compose_notes (composer, chart);
  compose_table (composer, chart);
}

void
_fb_composer_costs (FbComposer *composer,
                    FbNode     *chapter,
                    guint       level)
{
  g_autoptr (FbChart) chart = fb_chart_new_costs (composer->document, composer->language);

  compose_chart (composer, chart);
}

void
_fb_composer_timeline (FbComposer *composer,
                       FbNode     *chapter,
                       guint       level)
{
  g_autoptr (FbChart) chart = fb_chart_new_timeline (composer->document, composer->language);

  compose_chart (composer, chart);
}
