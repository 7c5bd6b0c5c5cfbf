/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "values/fb-day.h"

G_BEGIN_DECLS

/**
 * FbPeriodState:
 * @FB_PERIOD_EMPTY: nothing was typed
 * @FB_PERIOD_UNKNOWN: something was typed that is not understood as a period
 * @FB_PERIOD_DATED: at least one end has a date
 * @FB_PERIOD_PERMANENT: a task without end and without a date
 * @FB_PERIOD_TERM: short, medium or long term
 */
typedef enum
{
  FB_PERIOD_EMPTY,
  FB_PERIOD_UNKNOWN,
  FB_PERIOD_DATED,
  FB_PERIOD_PERMANENT,
  FB_PERIOD_TERM,
} FbPeriodState;

typedef enum
{
  FB_TERM_NONE,
  FB_TERM_SHORT,
  FB_TERM_MEDIUM,
  FB_TERM_LONG,
} FbTerm;

/**
 * FbPeriod:
 * @state: what was understood
 * @from: (DATED) the first day, or unset when the start is open
 * @to: (DATED) the last day, or unset when the end is open
 * @term_from: (TERM) the nearer term
 * @term_to: (TERM) the farther term; the same as @term_from for a single one
 *
 * What the words of a period mean. A plain value: copy it freely, there is nothing to free.
 */
typedef struct
{
  FbPeriodState state;
  FbDay from;
  FbDay to;
  FbTerm term_from;
  FbTerm term_to;
} FbPeriod;

void  fb_period_read      (const char *words, FbPeriod *out);
char *fb_period_to_string (const FbPeriod *period);
char *fb_period_describe  (const FbPeriod *period);
int   fb_period_compare   (const FbPeriod *a, const FbPeriod *b);

G_END_DECLS
