/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-table-columns.h"

G_BEGIN_DECLS

/* Rows as spreadsheets put them on the clipboard: lines of cells divided by tabs, cells with line breaks in quotes. */

char      *fb_rows_text_write (FbDocument     *document,
                               FbTableColumns *columns,
                               GPtrArray      *rows);
GPtrArray *fb_rows_text_read  (FbDocument     *document,
                               FbTableColumns *columns,
                               FbKind          row_kind,
                               const char     *text);

G_END_DECLS
