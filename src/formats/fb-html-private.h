/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "flow/fb-flow.h"
#include "formats/fb-markup.h"

G_BEGIN_DECLS

/* What the files of the HTML writer share. */

typedef struct
{
  FbFlow *flow;
  const char *language;
  FbMarkup *page;
  GPtrArray *notes; /* FbText, of the footnotes met so far */
  gboolean in_note;
} FbHtml;

/* The attributes of a passage in the language TAG, none where it is NULL. */
#define FB_HTML_LANGUAGE(tag) "lang", (tag), "dir", _fb_html_direction (tag)

const char *_fb_html_direction (const char *language);
char *_fb_html_plain      (const FbText *text);
void  _fb_html_inline     (FbHtml       *html,
                           const FbText *text,
                           guint         paragraph);
void  _fb_html_line       (FbHtml       *html,
                           const FbText *text);
void  _fb_html_paragraphs (FbHtml       *html,
                           const FbText *text);
void  _fb_html_notes      (FbHtml       *html);
void  _fb_html_table      (FbHtml        *html,
                           const FbBlock *block,
                           guint          index);
void  _fb_html_figure     (FbHtml        *html,
                           const FbBlock *block);

G_END_DECLS
