/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ui/fb-chart-item.h"

G_BEGIN_DECLS

#define FB_TYPE_CHART_LIST (fb_chart_list_get_type ())

/**
 * FbChartList:
 *
 * The rows of a chart, or the lines of its table, as a list model whose items are made when they are asked for. When
 * another chart takes the place of one, only the rows that differ are announced.
 */
G_DECLARE_FINAL_TYPE (FbChartList, fb_chart_list, FB, CHART_LIST, GObject)

FbChartList *fb_chart_list_new       (gboolean     lines);
FbChart     *fb_chart_list_get_chart (FbChartList *self);
void         fb_chart_list_set_chart (FbChartList *self,
                                      FbChart     *chart);

G_END_DECLS
