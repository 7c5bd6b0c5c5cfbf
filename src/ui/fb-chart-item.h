/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "flow/fb-chart.h"

G_BEGIN_DECLS

#define FB_TYPE_CHART_ITEM (fb_chart_item_get_type ())

/** FbChartItem: one row of a chart, or one line of its table. */
G_DECLARE_FINAL_TYPE (FbChartItem, fb_chart_item, FB, CHART_ITEM, GObject)

FbChartItem       *fb_chart_item_new       (FbChart     *chart,
                                            guint        index,
                                            gboolean     line);
FbChart           *fb_chart_item_get_chart (FbChartItem *self);
const FbChartRow  *fb_chart_item_get_row   (FbChartItem *self);
const FbChartLine *fb_chart_item_get_line  (FbChartItem *self);
const char        *fb_chart_item_get_id    (FbChartItem *self);

G_END_DECLS
