/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-document.h"

G_BEGIN_DECLS

#define FB_FILE_ERROR (fb_file_error_quark ())
typedef enum
{
  FB_FILE_ERROR_CHANGED, /* another program has written the file since it was read or saved */
} FbFileError;
GQuark      fb_file_error_quark  (void);

typedef enum
{
  FB_FILE_SAVE_DEFAULT = 0,
  FB_FILE_SAVE_OVER = 1 << 0, /* even over what another program has written there since */
} FbFileSaveFlags;

FbDocument *fb_file_load         (GFile               *file,
                                  GPtrArray          **warnings,
                                  GError             **error);
gboolean    fb_file_save         (FbDocument          *document,
                                  GFile               *file,
                                  GCancellable        *cancellable,
                                  GError             **error);
void        fb_file_save_async   (FbDocument          *document,
                                  GFile               *file,
                                  FbFileSaveFlags      flags,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             data);
gboolean    fb_file_save_finish  (FbDocument          *document,
                                  GAsyncResult        *result,
                                  GError             **error);
void        fb_file_check_async  (FbDocument          *document,
                                  GAsyncReadyCallback  callback,
                                  gpointer             data);
gboolean    fb_file_check_finish (FbDocument          *document,
                                  GAsyncResult        *result);
gboolean    fb_file_write_bytes  (GFile               *file,
                                  GBytes              *bytes,
                                  GCancellable        *cancellable,
                                  GError             **error);

G_END_DECLS
