/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-timeline-page.h"

#include <glib/gi18n-lib.h>

#include "flow/fb-chart.h"

struct _FbTimelinePage
{
  FbChartPage parent_instance;
};

G_DEFINE_FINAL_TYPE (FbTimelinePage, fb_timeline_page, FB_TYPE_CHART_PAGE)

static void
fb_timeline_page_class_init (FbTimelinePageClass *klass)
{
  FbChartPageClass *page_class = FB_CHART_PAGE_CLASS (klass);

  page_class->make_chart = fb_chart_new_timeline;
  page_class->icon = "fb-timeline-symbolic";
  page_class->nothing = N_("No measures and no process steps yet");
}

static void
fb_timeline_page_init (FbTimelinePage *self)
{
}

/** Returns: (transfer floating): a page of no document */
GtkWidget *
fb_timeline_page_new (void)
{
  return g_object_new (FB_TYPE_TIMELINE_PAGE, NULL);
}
