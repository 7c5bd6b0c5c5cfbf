/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-document.h"

G_BEGIN_DECLS

FbDocument *fb_file_load         (GFile               *file,
                                  GPtrArray          **warnings,
                                  GError             **error);
gboolean    fb_file_save         (FbDocument          *document,
                                  GFile               *file,
                                  GCancellable        *cancellable,
                                  GError             **error);
void        fb_file_save_async   (FbDocument          *document,
                                  GFile               *file,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             data);
gboolean    fb_file_save_finish  (FbDocument          *document,
                                  GAsyncResult        *result,
                                  GError             **error);
gboolean    fb_file_write_bytes  (GFile               *file,
                                  GBytes              *bytes,
                                  GCancellable        *cancellable,
                                  GError             **error);

G_END_DECLS
