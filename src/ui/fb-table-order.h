/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-table-columns.h"

G_BEGIN_DECLS

/* In which order a view shows rows. The order of the document is never touched. */

GtkSorter *fb_table_order_new_sorter (FbDocument       *document,
                                      FbTableColumns   *columns,
                                      const FbProperty *property,
                                      gboolean          descending);

G_END_DECLS
