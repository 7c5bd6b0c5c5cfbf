/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-node.h"

G_BEGIN_DECLS

/* Limits on what is read, so that no file can cost unbounded time or memory. */

/** Longest file, in bytes. */
#define FB_READER_MAX_BYTES (512 * 1024 * 1024)
/** Longest start tag, in bytes: parsers compare its attributes one by one. */
#define FB_READER_MAX_TAG (64 * 1024)
/** Deepest nesting of elements. */
#define FB_READER_MAX_DEPTH 200
/** Most elements. */
#define FB_READER_MAX_ELEMENTS (8 * 1000 * 1000)

#define FB_READER_ERROR (fb_reader_error_quark ())
typedef enum
{
  FB_READER_ERROR_XML,      /* no well-formed XML in UTF-8 */
  FB_READER_ERROR_LIMIT,    /* beyond one of the limits above, or a document type declaration */
  FB_READER_ERROR_VERSION,  /* made by a later version with another major format */
  FB_READER_ERROR_FORMAT,   /* XML, but no concept */
} FbReaderError;
GQuark  fb_reader_error_quark (void);

FbNode *fb_reader_read        (GBytes      *bytes,
                               const char  *name,
                               GPtrArray  **warnings,
                               GError     **error);

G_END_DECLS
