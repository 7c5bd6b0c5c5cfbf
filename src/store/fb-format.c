/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/fb-format.h"

const FbFormatRun fb_format_runs[FB_FORMAT_N_RUNS] = {
  { "span", FB_RUN_LANGUAGE, "xml:lang" },
  { "a", FB_RUN_LINK, "href" },
  { "strong", FB_RUN_STRONG, NULL },
  { "em", FB_RUN_EMPHASIS, NULL },
  { "sup", FB_RUN_SUPERSCRIPT, NULL },
  { "sub", FB_RUN_SUBSCRIPT, NULL },
};

const FbFormatList fb_format_lists[FB_FORMAT_N_LISTS] = {
  { FB_LIST_BULLET, "ul", NULL },
  { FB_LIST_DECIMAL, "ol", NULL },
  { FB_LIST_LETTER, "ol", "a" },
  { FB_LIST_PAREN, "ol", "(1)" },
};
