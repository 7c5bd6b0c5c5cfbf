/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FbMarkup:
 *
 * Writes XML or HTML from front to back. It escapes what is given, leaves out the characters that XML forbids, and
 * closes what was opened.
 */
typedef struct _FbMarkup FbMarkup;

typedef enum
{
  FB_MARKUP_XML,
  FB_MARKUP_HTML,
} FbMarkupSyntax;

FbMarkup   *fb_markup_new     (FbMarkupSyntax  syntax);
void        fb_markup_free    (FbMarkup       *markup);
void        fb_markup_open    (FbMarkup       *markup,
                               const char     *element,
                               ...) G_GNUC_NULL_TERMINATED;
void        fb_markup_empty   (FbMarkup       *markup,
                               const char     *element,
                               ...) G_GNUC_NULL_TERMINATED;
void        fb_markup_close   (FbMarkup       *markup);
void        fb_markup_text    (FbMarkup       *markup,
                               const char     *text,
                               gssize          length);
void        fb_markup_printf  (FbMarkup       *markup,
                               const char     *format,
                               ...) G_GNUC_PRINTF (2, 3);
void        fb_markup_element (FbMarkup       *markup,
                               const char     *element,
                               const char     *text);
void        fb_markup_raw     (FbMarkup       *markup,
                               const char     *source,
                               gssize          length);
void        fb_markup_newline (FbMarkup       *markup);
GString    *fb_markup_end     (FbMarkup       *markup);
char       *fb_markup_escape  (const char     *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FbMarkup, fb_markup_free)

G_END_DECLS
