/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-chart-list.h"

struct _FbChartList
{
  GObject parent_instance;

  FbChart *chart;
  gboolean lines;
};

static void list_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FbChartList,
                               fb_chart_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_iface_init))

static guint
count (FbChartList *self,
       FbChart     *chart)
{
  if (chart == NULL)
    return 0;

  return self->lines ? fb_chart_get_n_lines (chart) : fb_chart_get_n_rows (chart);
}

static gboolean
line_equal (FbChart *a,
            guint    i,
            FbChart *b,
            guint    j)
{
  const FbChartLine *x = fb_chart_get_line (a, i);
  const FbChartLine *y = fb_chart_get_line (b, j);
  guint n_columns;

  fb_chart_get_columns (a, &n_columns);
  for (guint k = 0; k < n_columns; k++)
    if (g_strcmp0 (x->cells[k], y->cells[k]) != 0)
      return FALSE;

  return g_strcmp0 (x->id, y->id) == 0;
}

static gboolean
same_columns (FbChart *a,
              FbChart *b)
{
  guint n, m;
  const FbChartColumn *x = fb_chart_get_columns (a, &n);
  const FbChartColumn *y = fb_chart_get_columns (b, &m);

  for (guint i = 0; i < n && n == m; i++)
    if (g_strcmp0 (x[i].heading, y[i].heading) != 0)
      return FALSE;

  return n == m;
}

/* Whether the row @i of one chart can go on standing for the row @j of another. The lines of the scale are drawn in
 * every row. */
static gboolean
item_equal (FbChartList *self,
            FbChart     *a,
            guint        i,
            FbChart     *b,
            guint        j)
{
  if (self->lines)
    return line_equal (a, i, b, j);

  return fb_chart_row_equal (fb_chart_get_row (a, i), fb_chart_get_row (b, j));
}

static gboolean
same_scale (FbChart *a,
            FbChart *b)
{
  guint n, m, n_zones, m_zones;
  const FbTick *x = fb_chart_get_ticks (a, &n);
  const FbTick *y = fb_chart_get_ticks (b, &m);
  const FbZone *v = fb_chart_get_zones (a, &n_zones);
  const FbZone *w = fb_chart_get_zones (b, &m_zones);

  for (guint i = 0; i < n && n == m; i++)
    if (x[i].place != y[i].place)
      return FALSE;
  for (guint i = 0; i < n_zones && n_zones == m_zones; i++)
    if (v[i].start != w[i].start || v[i].end != w[i].end)
      return FALSE;

  return n == m && n_zones == m_zones;
}

static GType
fb_chart_list_get_item_type (GListModel *model)
{
  return FB_TYPE_CHART_ITEM;
}

static guint
fb_chart_list_get_n_items (GListModel *model)
{
  FbChartList *self = FB_CHART_LIST (model);

  return count (self, self->chart);
}

static gpointer
fb_chart_list_get_item (GListModel *model,
                        guint       position)
{
  FbChartList *self = FB_CHART_LIST (model);

  if (position >= count (self, self->chart))
    return NULL;

  return fb_chart_item_new (self->chart, position, self->lines);
}

static void
list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = fb_chart_list_get_item_type;
  iface->get_n_items = fb_chart_list_get_n_items;
  iface->get_item = fb_chart_list_get_item;
}

static void
fb_chart_list_finalize (GObject *object)
{
  g_clear_pointer (&FB_CHART_LIST (object)->chart, fb_chart_unref);

  G_OBJECT_CLASS (fb_chart_list_parent_class)->finalize (object);
}

static void
fb_chart_list_class_init (FbChartListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fb_chart_list_finalize;
}

static void
fb_chart_list_init (FbChartList *self)
{
}

/**
 * fb_chart_list_new:
 * @lines: whether it lists the lines of the table rather than the rows of the figure
 *
 * Returns: (transfer full): the list of no chart
 */
FbChartList *
fb_chart_list_new (gboolean lines)
{
  FbChartList *self = g_object_new (FB_TYPE_CHART_LIST, NULL);

  self->lines = lines;

  return self;
}

/** Returns: (transfer none) (nullable): the chart */
FbChart *
fb_chart_list_get_chart (FbChartList *self)
{
  g_return_val_if_fail (FB_IS_CHART_LIST (self), NULL);

  return self->chart;
}

/** Lists the rows of @chart (nullable). */
void
fb_chart_list_set_chart (FbChartList *self,
                         FbChart     *chart)
{
  FbChart *before;
  guint n_before, n_after;
  guint start = 0;
  guint end = 0;

  g_return_if_fail (FB_IS_CHART_LIST (self));

  before = self->chart;
  n_before = count (self, before);
  n_after = count (self, chart);
  if (before != NULL && chart != NULL && (self->lines ? same_columns (before, chart) : same_scale (before, chart)))
    {
      while (start < MIN (n_before, n_after) && item_equal (self, before, start, chart, start))
        start++;
      while (end < MIN (n_before, n_after) - start
             && item_equal (self, before, n_before - end - 1, chart, n_after - end - 1))
        end++;
    }

  self->chart = chart != NULL ? fb_chart_ref (chart) : NULL;
  if (n_before - start - end > 0 || n_after - start - end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, n_before - start - end, n_after - start - end);
  g_clear_pointer (&before, fb_chart_unref);
}
