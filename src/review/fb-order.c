/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/fb-order.h"

static guint
get_depth (FbNode *node)
{
  guint depth = 0;

  for (; node != NULL; node = fb_node_get_parent (node))
    depth++;
  return depth;
}

/** Returns: below 0, 0 or above 0 as @a stands before, is, or stands behind @b in their document. */
int
fb_order_compare (FbNode *a, FbNode *b)
{
  guint depth_a, depth_b;
  FbNode *above_a = a;
  FbNode *above_b = b;

  if (a == b)
    return 0;

  depth_a = get_depth (a);
  depth_b = get_depth (b);
  for (guint i = depth_b; i < depth_a; i++)
    above_a = fb_node_get_parent (above_a);
  for (guint i = depth_a; i < depth_b; i++)
    above_b = fb_node_get_parent (above_b);
  /* One is above the other, and stands before it. */
  if (above_a == above_b)
    return depth_a < depth_b ? -1 : 1;

  while (fb_node_get_parent (above_a) != fb_node_get_parent (above_b))
    {
      above_a = fb_node_get_parent (above_a);
      above_b = fb_node_get_parent (above_b);
    }
  return fb_node_get_index (above_a) < fb_node_get_index (above_b) ? -1 : 1;
}

#define COMPARE(a, b)                                                                                                  \
  if ((a) != (b))                                                                                                      \
  return (a) < (b) ? -1 : 1

/** In reading order; at one node as its properties stand in the table, the node as a whole first. */
int
fb_order_compare_findings (FbFinding *a, FbFinding *b)
{
  guint start_a, start_b, end_a, end_b;
  int result = fb_order_compare (fb_finding_get_node (a), fb_finding_get_node (b));

  if (result != 0)
    return result;
  COMPARE (fb_finding_get_property (a), fb_finding_get_property (b));
  fb_finding_get_range (a, &start_a, &end_a);
  fb_finding_get_range (b, &start_b, &end_b);
  COMPARE (start_a, start_b);
  COMPARE (end_a, end_b);
  COMPARE (fb_finding_get_rule (a), fb_finding_get_rule (b));
  return g_strcmp0 (fb_finding_get_message (a), fb_finding_get_message (b));
}
