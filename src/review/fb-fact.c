/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/fb-fact.h"

/** Returns: (transfer full): a fact; see fb_check_collect(). */
FbFact *
fb_fact_new (FbNode           *node,
             const FbProperty *property,
             guint             start,
             guint             end,
             guint             what,
             const char       *name)
{
  FbFact *fact = g_new (FbFact, 1);

  *fact = (FbFact) { node, property, start, end, what, name != NULL ? g_ref_string_new_intern (name) : NULL };
  return fact;
}

void
fb_fact_free (FbFact *fact)
{
  g_clear_pointer (&fact->name, g_ref_string_release);
  g_free (fact);
}

/**
 * fb_facts_equal:
 * @a: (nullable) (element-type FbFact): %NULL is none
 * @b: (nullable) (element-type FbFact): likewise
 *
 * Returns: whether both say the same, in the same order
 */
gboolean
fb_facts_equal (const GPtrArray *a,
                const GPtrArray *b)
{
  guint n_a = a != NULL ? a->len : 0;
  guint n_b = b != NULL ? b->len : 0;

  if (n_a != n_b)
    return FALSE;

  for (guint i = 0; i < n_a; i++)
    {
      const FbFact *fact_a = a->pdata[i];
      const FbFact *fact_b = b->pdata[i];

      if (fact_a->node != fact_b->node || fact_a->property != fact_b->property || fact_a->start != fact_b->start ||
          fact_a->end != fact_b->end || fact_a->what != fact_b->what || fact_a->name != fact_b->name)
        return FALSE;
    }

  return TRUE;
}
