/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

#define FB_TYPE_EXPORT_DIALOG (fb_export_dialog_get_type ())

/**
 * FbExportDialog:
 *
 * Asks in which format and how much of a document is exported, asks where to, and does it, with progress.
 *
 * Signal exported (FbExportDialog *self, GFile *file): the file is there.
 */
G_DECLARE_FINAL_TYPE (FbExportDialog, fb_export_dialog, FB, EXPORT_DIALOG, AdwWindow)

GtkWidget *fb_export_dialog_new   (FbDocument     *document,
                                   FbNode         *branch,
                                   GFile          *source);
void       fb_export_dialog_set_actor (FbExportDialog *self,
                                       const char     *actor);
void       fb_export_dialog_start (FbExportDialog *self,
                                   GFile          *file);

G_END_DECLS
