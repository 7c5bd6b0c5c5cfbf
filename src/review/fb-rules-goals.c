/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "concept/fb-coverage.h"
#include "review/fb-rules-private.h"

/* Only where there are both: a concept without any measures is a draft, not a fault in each goal. */

void
fb_check_uncovered_goals (FbCheck *check,
                          FbNode  *root)
{
  g_autoptr (FbCoverage) coverage = fb_coverage_new (check->document);
  GPtrArray *goals = fb_coverage_get_goals (coverage);

  if (fb_coverage_get_measures (coverage)->len == 0)
    return;

  for (guint i = 0; i < goals->len; i++)
    if (!fb_coverage_is_covered (coverage, goals->pdata[i]))
      fb_check_report (check, goals->pdata[i], NULL, 0, 0, NULL, _("No measure serves this goal"));
}

void
fb_check_idle_measures (FbCheck *check,
                        FbNode  *root)
{
  g_autoptr (FbCoverage) coverage = fb_coverage_new (check->document);
  GPtrArray *measures = fb_coverage_get_measures (coverage);

  if (fb_coverage_get_goals (coverage)->len == 0)
    return;

  for (guint i = 0; i < measures->len; i++)
    if (fb_coverage_get_served (coverage, measures->pdata[i]) == NULL)
      fb_check_report (check, measures->pdata[i], fb_kind_get_property (FB_KIND_MEASURE, "serves"), 0, 0, NULL,
                       _("The measure serves no goal"));
}
