/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** FbTokenType: what stands at one place of an XML file, seen as bytes. */
typedef enum
{
  FB_TOKEN_END_OF_FILE,
  FB_TOKEN_TEXT, /* character data and CDATA sections */
  FB_TOKEN_START,
  FB_TOKEN_END,
  FB_TOKEN_COMMENT,
  FB_TOKEN_INSTRUCTION, /* a processing instruction or the XML declaration */
  FB_TOKEN_DOCTYPE,
  FB_TOKEN_BROKEN, /* begins like a token and does not end */
} FbTokenType;

/**
 * FbScan:
 *
 * Finds the tokens of an XML file as stretches of its bytes. It judges nothing: that is the parser's work, which in
 * turn does not say where exactly something stands. The two go side by side over one file, so that foreign XML can
 * be kept byte for byte, and limits hold before the parser spends time or memory.
 */
typedef struct
{
  const char *bytes;
  gsize length;
  gsize next;      /* where the next token begins */
  guint next_line; /* the line of that place */

  FbTokenType type;
  gsize start; /* the token is [start, end) of the bytes */
  gsize end;
  guint line;     /* the line of its start, from 1 */
  gboolean empty; /* a start tag that is an end tag too */
} FbScan;

/** FbScanAttribute: one attribute of a start tag, as bytes. */
typedef struct
{
  const char *name;
  gsize name_length;
  const char *value; /* without its quotes */
  gsize value_length;
  const char *end; /* behind the closing quote */
} FbScanAttribute;

void     fb_scan_init           (FbScan          *self,
                                 const char      *bytes,
                                 gsize            length);
gboolean fb_scan_next           (FbScan          *self);
gboolean fb_scan_next_attribute (const char     **position,
                                 const char      *end,
                                 FbScanAttribute *attribute);

G_END_DECLS
