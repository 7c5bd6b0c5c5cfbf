/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-table-columns.h"

G_BEGIN_DECLS

#define FB_TYPE_COLUMN_CHECKS (fb_column_checks_get_type ())

/** FbColumnChecks: a list in which one chooses what columns of all tables are shown on the page of all measures. */
G_DECLARE_FINAL_TYPE (FbColumnChecks, fb_column_checks, FB, COLUMN_CHECKS, GtkWidget)

GtkWidget *fb_column_checks_new (FbTableColumns *columns);

G_END_DECLS
