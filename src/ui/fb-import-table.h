/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "formats/fb-table-preview.h"

G_BEGIN_DECLS

#define FB_TYPE_IMPORT_TABLE (fb_import_table_get_type ())

/**
 * FbImportTable:
 *
 * A table that is to be read, row by row: above each column stands what it holds, and can be said otherwise there.
 *
 * Signal changed (FbImportTable *self): the user has said what a column holds; the preview knows it already.
 */
G_DECLARE_FINAL_TYPE (FbImportTable, fb_import_table, FB, IMPORT_TABLE, GtkWidget)

GtkWidget *fb_import_table_new         (void);
void       fb_import_table_set_preview (FbImportTable  *self,
                                        FbTablePreview *preview);
void       fb_import_table_refresh     (FbImportTable  *self);

G_END_DECLS
