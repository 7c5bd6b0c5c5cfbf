/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/fb-chart-item.h"

G_BEGIN_DECLS

#define FB_TYPE_CHART_CELLS (fb_chart_cells_get_type ())

/** FbChartCells: a line of the table of a chart, or its headings. Lines of one width share their columns. */
G_DECLARE_FINAL_TYPE (FbChartCells, fb_chart_cells, FB, CHART_CELLS, GtkWidget)

GtkWidget *fb_chart_cells_new          (void);
void       fb_chart_cells_set_item     (FbChartCells *self,
                                        FbChartItem  *item);
void       fb_chart_cells_set_headings (FbChartCells *self,
                                        FbChart      *chart);
char      *fb_chart_cells_describe     (FbChartItem  *item);

G_END_DECLS
