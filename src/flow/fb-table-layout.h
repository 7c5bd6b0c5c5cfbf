/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "flow/fb-flow.h"

G_BEGIN_DECLS

void fb_table_layout (FbTable      *table,
                      FbColumn     *columns,
                      FbRow *const *rows);

G_END_DECLS
