/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "concept/fb-text.h"

G_BEGIN_DECLS

/* The names of the file format that stand in no kinds table; the writer and the reader share them. */

/** The namespace without its last part, the major version. */
#define FB_FORMAT_NAMESPACE_STEM "urn:feldbuch:konzept:"
#define FB_FORMAT_MAJOR 1
#define FB_FORMAT_MINOR 0
#define FB_FORMAT_NAMESPACE FB_FORMAT_NAMESPACE_STEM "1"

#define FB_FORMAT_OWN "own"
#define FB_FORMAT_COLUMN "column"

/** A picture whose base64 is longer is written in several parts: parsers refuse a longer text (10 MB in libxml2). */
#define FB_FORMAT_IMAGE_PART (4 * 1024 * 1024)

/** FbFormatRun: an inline element; the order of the table is the order in which they nest, outermost first. */
typedef struct
{
  const char *element;
  FbRunKind kind;
  const char *attribute; /* that holds the target, or NULL */
} FbFormatRun;

/** FbFormatList: how a style of list is written. */
typedef struct
{
  FbListStyle style;
  const char *element;
  const char *type; /* the attribute type, or NULL: none */
} FbFormatList;

#define FB_FORMAT_N_RUNS 6
#define FB_FORMAT_N_LISTS 4

extern const FbFormatRun fb_format_runs[FB_FORMAT_N_RUNS];
extern const FbFormatList fb_format_lists[FB_FORMAT_N_LISTS];

G_END_DECLS
