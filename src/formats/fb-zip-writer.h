/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** FbZipWriter: puts a package together in memory. The same entries give the same bytes, on any day. */
typedef struct _FbZipWriter FbZipWriter;

FbZipWriter *fb_zip_writer_new  (void);
void         fb_zip_writer_free (FbZipWriter  *writer);
void         fb_zip_writer_add  (FbZipWriter  *writer,
                                 const char   *name,
                                 GBytes       *bytes,
                                 gboolean      compress);
GBytes      *fb_zip_writer_end  (FbZipWriter  *writer,
                                 GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FbZipWriter, fb_zip_writer_free)

G_END_DECLS
