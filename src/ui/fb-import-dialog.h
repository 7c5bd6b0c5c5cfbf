/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "concept/fb-document.h"
#include "formats/fb-table-preview.h"

G_BEGIN_DECLS

#define FB_TYPE_IMPORT_DIALOG (fb_import_dialog_get_type ())

/**
 * FbImportDialog:
 *
 * Shows what reading a table would do, row by row, and what was not understood; and does it when the user agrees.
 *
 * Signal imported (FbImportDialog *self, GPtrArray *rows): it has been done; these FbNodes are new or changed.
 */
G_DECLARE_FINAL_TYPE (FbImportDialog, fb_import_dialog, FB, IMPORT_DIALOG, AdwWindow)

GtkWidget *fb_import_dialog_new  (FbTablePreview *preview,
                                  const char     *label);
void       fb_import_dialog_open (GtkWindow      *parent,
                                  FbDocument     *document,
                                  FbNode         *table);

G_END_DECLS
