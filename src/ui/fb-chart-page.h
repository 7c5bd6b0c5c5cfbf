/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/fb-page.h"

G_BEGIN_DECLS

/* Of flow/fb-chart.h, which not everybody who shows a page needs. */
typedef struct _FbChart FbChart;

#define FB_TYPE_CHART_PAGE (fb_chart_page_get_type ())

/**
 * FbChartPage:
 *
 * An overview of the whole concept: a chart, and the same as a table. It follows the document; a row leads to what it
 * is about. Its subclasses say which chart. The node of the page is the root of the document.
 */
G_DECLARE_DERIVABLE_TYPE (FbChartPage, fb_chart_page, FB, CHART_PAGE, AdwBin)

struct _FbChartPageClass
{
  AdwBinClass parent_class;

  FbChart *(*make_chart) (FbDocument *document,
                          const char *language);
  const char *icon;
  const char *nothing; /* untranslated: what is missing where there is no chart */
};

gboolean fb_chart_page_get_table_shown (FbChartPage *self);
void     fb_chart_page_set_table_shown (FbChartPage *self,
                                        gboolean     shown);
FbChart *fb_chart_page_get_chart       (FbChartPage *self);

G_END_DECLS
