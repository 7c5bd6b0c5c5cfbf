/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "values/fb-day.h"
#include "values/fb-token.h"

G_BEGIN_DECLS

#define FB_SPAN_STOPS 12

/**
 * FbSpanStop:
 * @day: a date of the span in the precision typed; of a named part of a year ("Herbst 2018") only the year
 * @first: index of its first token
 * @next: index behind its last token
 */
typedef struct
{
  FbDay day;
  guint first;
  guint next;
} FbSpanStop;

/**
 * FbSpan:
 * @from: the first day
 * @to: the last day
 * @ends_year: @to was typed as the end of its year ("Ende 2020"), which as a limit means the whole year
 * @range: typed as a range ("2013 bis 2015"), not as a list ("2013, 2015")
 * @reversed: a range whose end lies before its start
 * @next: index of the token behind it
 * @n_stops: how many dates it is made of
 * @stops: they
 *
 * A stretch of time as it stands in words, from "2016" to "1. bis 3. Quartal 2018".
 */
typedef struct
{
  FbDay from;
  FbDay to;
  gboolean ends_year;
  gboolean range;
  gboolean reversed;
  guint next;
  guint n_stops;
  FbSpanStop stops[FB_SPAN_STOPS];
} FbSpan;

gboolean fb_span_read (const FbToken *tokens, guint i, FbSpan *span);

G_END_DECLS
