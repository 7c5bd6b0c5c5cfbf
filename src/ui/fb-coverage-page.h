/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-chart-page.h"

G_BEGIN_DECLS

#define FB_TYPE_COVERAGE_PAGE (fb_coverage_page_get_type ())

/** FbCoveragePage: Which measure serves which goal, and what is left over on both sides. */
G_DECLARE_FINAL_TYPE (FbCoveragePage, fb_coverage_page, FB, COVERAGE_PAGE, FbChartPage)

GtkWidget *fb_coverage_page_new (void);

G_END_DECLS
