/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "review/fb-rules-private.h"

/* As FbCoverage has it: a measure serves a goal by naming it, or by standing in a table below it. Only where there are
 * both: a concept without any measures is a draft, not a fault in each goal. */

/* FACTS: each goal that a measure names; its name is the id. */
void
fb_collect_served (FbCheck *check, FbNode *measure)
{
  const char *const *serves = fb_node_get_refs (measure, "serves");

  for (guint i = 0; serves[i] != NULL; i++)
    fb_check_collect (check, measure, fb_kind_get_property (FB_KIND_MEASURE, "serves"), 0, 0, 0, serves[i]);
}

static gboolean
has_measures (FbNode *parent)
{
  for (guint i = 0; i < fb_node_get_n_children (parent); i++)
    {
      FbNode *child = fb_node_get_child (parent, i);
      FbKind kind = fb_node_get_kind (child);

      if (kind == FB_KIND_MEASURE || (kind != FB_KIND_GOAL && has_measures (child)))
        return TRUE;
    }
  return FALSE;
}

/* Reports the goals of a branch that are not covered. Returns: whether one of them is. */
static gboolean
check_goals (FbCheck *check, FbNode *parent)
{
  gboolean any = FALSE;

  for (guint i = 0; i < fb_node_get_n_children (parent); i++)
    {
      FbNode *child = fb_node_get_child (parent, i);
      FbKind kind = fb_node_get_kind (child);
      gboolean is_covered;

      /* No goals stand below a table. */
      if (kind == FB_KIND_MEASURES || fb_kind_is_register (kind))
        continue;

      is_covered = check_goals (check, child);
      if (kind == FB_KIND_GOAL)
        {
          is_covered |= fb_facts_count_name (check->facts, fb_node_get_id (child)) > 0 || has_measures (child);
          if (!is_covered)
            fb_check_report (check, child, NULL, 0, 0, NULL, _ ("No measure serves this goal"));
        }
      any |= is_covered;
    }

  return any;
}

void
fb_check_uncovered_goals (FbCheck *check, FbNode *root)
{
  if (check->n_nodes[FB_KIND_MEASURE] > 0)
    check_goals (check, root);
}

void
fb_check_idle_measure (FbCheck *check, FbNode *measure)
{
  const char *const *serves = fb_node_get_refs (measure, "serves");

  if (check->n_nodes[FB_KIND_GOAL] == 0 || fb_node_get_ancestor (measure, FB_KIND_GOAL) != NULL)
    return;

  for (guint i = 0; serves[i] != NULL; i++)
    {
      FbNode *goal = fb_document_lookup (check->document, serves[i]);

      if (goal != NULL && fb_node_get_kind (goal) == FB_KIND_GOAL)
        return;
    }
  fb_check_report (check, measure, fb_kind_get_property (FB_KIND_MEASURE, "serves"), 0, 0, NULL,
                   _ ("The measure serves no goal"));
}
