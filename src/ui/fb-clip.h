/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

/* Branches of a document on their way through the clipboard or a drag. */

/** The media type: that of a file, so that what is copied can be pasted anywhere a concept is understood. */
#define FB_CLIP_MEDIA_TYPE "application/x-konzept+xml"

GBytes    *fb_clip_to_bytes   (GPtrArray   *nodes);
GPtrArray *fb_clip_from_bytes (FbDocument  *document,
                               GBytes      *bytes,
                               guint64      kinds,
                               GError     **error);

G_END_DECLS
