/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/fb-chart-item.h"

G_BEGIN_DECLS

#define FB_TYPE_CHART_STRIP (fb_chart_strip_get_type ())

/**
 * FbChartStrip:
 *
 * A row of a chart: its name, its marks over the scale, and a few words behind them. Without an item it is the scale
 * itself, which stands above the rows. Strips of one width share their columns.
 */
G_DECLARE_FINAL_TYPE (FbChartStrip, fb_chart_strip, FB, CHART_STRIP, GtkWidget)

GtkWidget *fb_chart_strip_new       (void);
void       fb_chart_strip_set_item  (FbChartStrip *self,
                                     FbChartItem  *item);
void       fb_chart_strip_set_scale (FbChartStrip *self,
                                     FbChart      *chart);

G_END_DECLS
