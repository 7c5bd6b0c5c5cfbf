/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "values/fb-day.h"

G_BEGIN_DECLS

/**
 * FbDate:
 * @day: the date in the precision typed; always set
 * @start: offset of its first byte in the words, a typed weekday included
 * @end: offset behind its last byte
 * @weekday: the weekday typed with it, 1 Monday to 7 Sunday, or 0 when none was typed
 *
 * One date found in words. Whether @weekday fits is a question for fb_day_get_weekday().
 */
typedef struct
{
  FbDay day;
  gsize start;
  gsize end;
  int weekday;
} FbDate;

GArray *fb_dates_read      (const char *words);
char   *fb_dates_to_string (const char *words);
char   *fb_dates_describe  (const char *words);

G_END_DECLS
