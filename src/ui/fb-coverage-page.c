/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-coverage-page.h"

#include <glib/gi18n-lib.h>

#include "flow/fb-chart.h"

struct _FbCoveragePage
{
  FbChartPage parent_instance;
};

G_DEFINE_FINAL_TYPE (FbCoveragePage, fb_coverage_page, FB_TYPE_CHART_PAGE)

static void
fb_coverage_page_class_init (FbCoveragePageClass *klass)
{
  FbChartPageClass *page_class = FB_CHART_PAGE_CLASS (klass);

  page_class->make_chart = fb_chart_new_coverage;
  page_class->icon = "fb-coverage-symbolic";
  page_class->nothing = N_("No goals and no measures yet");
}

static void
fb_coverage_page_init (FbCoveragePage *self)
{
}

/** Returns: (transfer floating): a page of no document */
GtkWidget *
fb_coverage_page_new (void)
{
  return g_object_new (FB_TYPE_COVERAGE_PAGE, NULL);
}
