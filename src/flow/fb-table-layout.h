/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "flow/fb-flow.h"

G_BEGIN_DECLS

gboolean fb_table_layout (FbColumn     *columns,
                          guint         n_columns,
                          FbRow *const *rows,
                          guint         n_rows);

G_END_DECLS
