/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-text.h"

G_BEGIN_DECLS

/** More bytes of HTML than this are no paste. */
#define FB_HTML_READER_LIMIT (32 * 1024 * 1024)

typedef enum
{
  FB_HTML_FOREIGN, /* from a browser or a word processor */
  FB_HTML_OWN,     /* from fb_html_fragment_write(), nothing is lost */
} FbHtmlOrigin;

FbText *fb_html_reader_read  (const char   *html,
                              gsize         length,
                              FbHtmlOrigin  origin);

G_END_DECLS
