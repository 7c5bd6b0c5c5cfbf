/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "concept/fb-coverage.h"

struct _FbCoverage
{
  GPtrArray *goals;
  GPtrArray *measures;
  GHashTable *serving; /* goal to GPtrArray of measures */
  GHashTable *served;  /* measure to GPtrArray of goals */
};

static void
link_nodes (GHashTable *table,
            FbNode     *from,
            FbNode     *to)
{
  GPtrArray *nodes = g_hash_table_lookup (table, from);

  if (nodes == NULL)
    {
      nodes = g_ptr_array_new ();
      g_hash_table_insert (table, from, nodes);
    }
  if (!g_ptr_array_find (nodes, to, NULL))
    g_ptr_array_add (nodes, to);
}

static void
add_service (FbCoverage *self,
             FbNode     *measure,
             FbNode     *goal)
{
  link_nodes (self->serving, goal, measure);
  link_nodes (self->served, measure, goal);
}

/** Returns: (transfer full): who serves what in @document now; its nodes belong to the document. */
FbCoverage *
fb_coverage_new (FbDocument *document)
{
  FbCoverage *self = g_new0 (FbCoverage, 1);
  FbNode *root = fb_document_get_root (document);

  self->goals = g_ptr_array_new ();
  self->measures = g_ptr_array_new ();
  self->serving = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->served = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    {
      const char *const *serves;
      FbNode *above;

      if (fb_node_get_kind (node) == FB_KIND_GOAL)
        g_ptr_array_add (self->goals, node);
      if (fb_node_get_kind (node) != FB_KIND_MEASURE)
        continue;

      g_ptr_array_add (self->measures, node);
      above = fb_node_get_ancestor (node, FB_KIND_GOAL);
      if (above != NULL)
        add_service (self, node, above);
      serves = fb_node_get_refs (node, "serves");
      for (guint i = 0; serves[i] != NULL; i++)
        {
          FbNode *goal = fb_document_lookup (document, serves[i]);

          if (goal != NULL && fb_node_get_kind (goal) == FB_KIND_GOAL)
            add_service (self, node, goal);
        }
    }

  return self;
}

void
fb_coverage_free (FbCoverage *self)
{
  g_ptr_array_unref (self->goals);
  g_ptr_array_unref (self->measures);
  g_hash_table_unref (self->serving);
  g_hash_table_unref (self->served);
  g_free (self);
}

/** Returns: (transfer none) (element-type FbNode): all goals, in reading order. */
GPtrArray *
fb_coverage_get_goals (FbCoverage *self)
{
  return self->goals;
}

/** Returns: (transfer none) (element-type FbNode): all measures, in reading order. */
GPtrArray *
fb_coverage_get_measures (FbCoverage *self)
{
  return self->measures;
}

/** Returns: (transfer none) (nullable): the measures that serve @goal itself; %NULL for none. */
GPtrArray *
fb_coverage_get_serving (FbCoverage *self,
                         FbNode     *goal)
{
  return g_hash_table_lookup (self->serving, goal);
}

/** Returns: (transfer none) (nullable): the goals that @measure serves; %NULL for none. */
GPtrArray *
fb_coverage_get_served (FbCoverage *self,
                        FbNode     *measure)
{
  return g_hash_table_lookup (self->served, measure);
}

/** Returns: whether a measure serves @goal or a goal below it. */
gboolean
fb_coverage_is_covered (FbCoverage *self,
                        FbNode     *goal)
{
  for (FbNode *node = goal; node != NULL; node = fb_node_get_next (node, goal))
    if (fb_coverage_get_serving (self, node) != NULL)
      return TRUE;
  return FALSE;
}
