/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/tree.h>

#include "concept/fb-text.h"

G_BEGIN_DECLS

/** FbHtmlLook: what the style of an element says that is more than a look. */
typedef struct
{
  guint set;       /* 1 << FbRunKind of the marks it sets */
  guint cleared;   /* ... and takes back */
  gboolean hidden;
  gboolean preserved; /* white space counts */
  guint word_level;   /* Word's list paragraph: its level, else 0 */
  gboolean word_marker; /* Word's text of a bullet or number */
  gboolean word_note;   /* Word's body of a footnote */
} FbHtmlLook;

char       *_fb_html_prepare   (const char   *html,
                                gsize         length);
gboolean    _fb_html_is        (xmlNode      *node,
                                const char   *names);
char       *_fb_html_attribute (xmlNode      *node,
                                const char   *name);
void        _fb_html_look      (xmlNode      *node,
                                FbHtmlLook   *look);
gboolean    _fb_html_word_marker (const char *marker,
                                FbListStyle  *style,
                                guint        *number);

G_END_DECLS
