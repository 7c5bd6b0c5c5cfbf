/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-costs-page.h"

#include <glib/gi18n-lib.h>

#include "flow/fb-chart.h"

struct _FbCostsPage
{
  FbChartPage parent_instance;
};

G_DEFINE_FINAL_TYPE (FbCostsPage, fb_costs_page, FB_TYPE_CHART_PAGE)

static void
fb_costs_page_class_init (FbCostsPageClass *klass)
{
  FbChartPageClass *page_class = FB_CHART_PAGE_CLASS (klass);

  page_class->make_chart = fb_chart_new_costs;
  page_class->icon = "fb-costs-symbolic";
  page_class->nothing = N_("No measures and no ceilings yet");
}

static void
fb_costs_page_init (FbCostsPage *self)
{
}

/** Returns: (transfer floating): a page of no document */
GtkWidget *
fb_costs_page_new (void)
{
  return g_object_new (FB_TYPE_COSTS_PAGE, NULL);
}
