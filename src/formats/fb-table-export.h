/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-document.h"
#include "formats/fb-grid.h"

G_BEGIN_DECLS

FbGrid *fb_table_export       (FbDocument          *document,
                               FbNode              *table);
GBytes *fb_table_export_csv   (FbDocument          *document,
                               FbNode              *table,
                               const FbGridOptions *options);
FbGrid *fb_table_export_rows  (FbDocument          *document,
                               GPtrArray           *measures);

G_END_DECLS
