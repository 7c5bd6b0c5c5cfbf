/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "concept/fb-node.h"

G_BEGIN_DECLS

/** FbSum: what the costs of a number of measures come to, and what is not in it. Unknown is never zero. */
typedef struct
{
  gint64 cents;
  guint n_measures;  /* all of them */
  guint n_amounts;   /* in the sum */
  guint n_partial;   /* of these: only a part of the cost is known and in the sum */
  guint n_none;      /* said to cost nothing */
  guint n_open;      /* said to be undecided */
  guint n_unknown; /* nothing typed, or without an amount, or an amount without an end: "50.000 € im Jahr", "ab 2017" */
  guint n_uncounted; /* flagged as not counted */
} FbSum;

/** FbYearSum: what is known to fall into one year; year 0 is what runs over several years or has no year. */
typedef struct
{
  int year;
  gint64 cents;
} FbYearSum;

gboolean fb_sums_get_cost  (FbNode *measure,
                            gint64 *cents);
void     fb_sums_add       (FbNode *branch,
                            FbSum  *sum);
GArray  *fb_sums_by_year   (FbNode *branch);
char    *fb_sum_describe   (const FbSum *sum);

G_END_DECLS
