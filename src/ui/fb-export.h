/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "flow/fb-printout.h"
#include "formats/fb-formats.h"

#include "concept/fb-document.h"

G_BEGIN_DECLS

/* An export in a thread, from a picture of the document that is taken at the start. */

typedef void (*FbExportProgress) (double   fraction,
                                  gpointer data);

void     fb_export_async  (FbDocument          *document,
                           const FbPrintout    *printout,
                           const FbFormat      *format,
                           GFile               *file,
                           GCancellable        *cancellable,
                           FbExportProgress     progress,
                           gpointer             progress_data,
                           GAsyncReadyCallback  callback,
                           gpointer             data);
gboolean fb_export_finish (FbDocument          *document,
                           GAsyncResult        *result,
                           GError             **error);

G_END_DECLS
