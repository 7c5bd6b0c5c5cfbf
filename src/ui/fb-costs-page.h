/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-chart-page.h"

G_BEGIN_DECLS

#define FB_TYPE_COSTS_PAGE (fb_costs_page_get_type ())

/** FbCostsPage: Costs by field and year, against the ceilings. */
G_DECLARE_FINAL_TYPE (FbCostsPage, fb_costs_page, FB, COSTS_PAGE, FbChartPage)

GtkWidget *fb_costs_page_new (void);

G_END_DECLS
