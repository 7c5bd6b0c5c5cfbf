/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-chart-item.h"

struct _FbChartItem
{
  GObject parent_instance;

  FbChart *chart;
  guint index;
  gboolean line;
};

G_DEFINE_FINAL_TYPE (FbChartItem, fb_chart_item, G_TYPE_OBJECT)

static void
fb_chart_item_finalize (GObject *object)
{
  g_clear_pointer (&FB_CHART_ITEM (object)->chart, fb_chart_unref);

  G_OBJECT_CLASS (fb_chart_item_parent_class)->finalize (object);
}

static void
fb_chart_item_class_init (FbChartItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fb_chart_item_finalize;
}

static void
fb_chart_item_init (FbChartItem *self)
{
}

/**
 * fb_chart_item_new:
 * @line: whether @index is that of a line of the table rather than of a row
 *
 * Returns: (transfer full): an item
 */
FbChartItem *
fb_chart_item_new (FbChart *chart,
                   guint    index,
                   gboolean line)
{
  FbChartItem *self = g_object_new (FB_TYPE_CHART_ITEM, NULL);

  self->chart = fb_chart_ref (chart);
  self->index = index;
  self->line = line;

  return self;
}

/** Returns: (transfer none): the chart it belongs to */
FbChart *
fb_chart_item_get_chart (FbChartItem *self)
{
  return self->chart;
}

/** Returns: (nullable): the row; NULL for a line of the table */
const FbChartRow *
fb_chart_item_get_row (FbChartItem *self)
{
  return self->line ? NULL : fb_chart_get_row (self->chart, self->index);
}

/** Returns: (nullable): the line of the table; NULL for a row of the figure */
const FbChartLine *
fb_chart_item_get_line (FbChartItem *self)
{
  return self->line ? fb_chart_get_line (self->chart, self->index) : NULL;
}

/** Returns: (nullable): the id of the node it is about */
const char *
fb_chart_item_get_id (FbChartItem *self)
{
  return self->line ? fb_chart_item_get_line (self)->id : fb_chart_item_get_row (self)->id;
}
