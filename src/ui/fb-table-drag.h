/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-table-row.h"
#include "ui/fb-table-view.h"

G_BEGIN_DECLS

void fb_table_drag_install (FbTableView *view,
                            FbTableRow  *row);

G_END_DECLS
