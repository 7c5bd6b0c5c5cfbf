/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-chart-page.h"

G_BEGIN_DECLS

#define FB_TYPE_TIMELINE_PAGE (fb_timeline_page_get_type ())

/** FbTimelinePage: Measures, steps and the process over time. */
G_DECLARE_FINAL_TYPE (FbTimelinePage, fb_timeline_page, FB, TIMELINE_PAGE, FbChartPage)

GtkWidget *fb_timeline_page_new (void);

G_END_DECLS
