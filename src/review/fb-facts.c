/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/fb-facts.h"

#include "review/fb-order.h"

/** Returns: (transfer full): a fact; see fb_check_collect(). */
FbFact *
fb_fact_new (FbNode *node, const FbProperty *property, guint start, guint end, guint what, const char *name)
{
  FbFact *fact = g_new (FbFact, 1);

  *fact = (FbFact){ node, property, start, end, what, name != NULL ? g_ref_string_new_intern (name) : NULL };
  return fact;
}

void
fb_fact_free (FbFact *fact)
{
  g_clear_pointer (&fact->name, g_ref_string_release);
  g_free (fact);
}

/** Returns: below 0, 0 or above 0 as @a stands before, at or behind @b in the document. */
int
fb_fact_compare (const FbFact *a, const FbFact *b)
{
  if (a->node != b->node)
    return fb_order_compare (a->node, b->node);
  if (a->property != b->property)
    return a->property < b->property ? -1 : 1;
  return a->start < b->start ? -1 : a->start > b->start;
}

FbFacts *
fb_facts_new (void)
{
  FbFacts *self = g_rc_box_new0 (FbFacts);

  self->by_node = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  self->by_name
      = g_hash_table_new_full (NULL, NULL, (GDestroyNotify)g_ref_string_release, (GDestroyNotify)g_hash_table_unref);
  return self;
}

FbFacts *
fb_facts_ref (FbFacts *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (FbFacts *self)
{
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_node);
}

void
fb_facts_unref (FbFacts *self)
{
  g_rc_box_release_full (self, (GDestroyNotify)clear);
}

static gboolean
say_the_same (const GPtrArray *a, const GPtrArray *b)
{
  guint n_a = a != NULL ? a->len : 0;
  guint n_b = b != NULL ? b->len : 0;

  if (n_a != n_b)
    return FALSE;

  for (guint i = 0; i < n_a; i++)
    {
      const FbFact *fact_a = a->pdata[i];
      const FbFact *fact_b = b->pdata[i];

      if (fact_a->property != fact_b->property || fact_a->start != fact_b->start || fact_a->end != fact_b->end
          || fact_a->what != fact_b->what || fact_a->name != fact_b->name)
        return FALSE;
    }

  return TRUE;
}

static void
add_name (FbFacts *self, FbFact *fact)
{
  GHashTable *set = g_hash_table_lookup (self->by_name, fact->name);

  if (set == NULL)
    {
      set = g_hash_table_new (NULL, NULL);
      g_hash_table_insert (self->by_name, g_ref_string_acquire (fact->name), set);
    }
  g_hash_table_add (set, fact);
}

static void
remove_name (FbFacts *self, FbFact *fact)
{
  GHashTable *set = g_hash_table_lookup (self->by_name, fact->name);

  g_hash_table_remove (set, fact);
  if (g_hash_table_size (set) == 0)
    g_hash_table_remove (self->by_name, fact->name);
}

/**
 * fb_facts_set:
 * @facts: (nullable) (element-type FbFact): all that is to be known of @node; %NULL is nothing
 *
 * Returns: whether something else was known before
 */
gboolean
fb_facts_set (FbFacts *self, FbNode *node, GPtrArray *facts)
{
  GPtrArray *before = g_hash_table_lookup (self->by_node, node);

  if (say_the_same (before, facts))
    return FALSE;

  for (guint i = 0; before != NULL && i < before->len; i++)
    if (((FbFact *)before->pdata[i])->name != NULL)
      remove_name (self, before->pdata[i]);
  for (guint i = 0; facts != NULL && i < facts->len; i++)
    if (((FbFact *)facts->pdata[i])->name != NULL)
      add_name (self, facts->pdata[i]);

  if (facts != NULL && facts->len > 0)
    g_hash_table_insert (self->by_node, node, g_ptr_array_ref (facts));
  else
    g_hash_table_remove (self->by_node, node);
  return TRUE;
}

/** Returns: whether something is known of @node. */
gboolean
fb_facts_contains (FbFacts *self, FbNode *node)
{
  return g_hash_table_contains (self->by_node, node);
}

/** Returns: how often there is a fact of that name. */
guint
fb_facts_count_name (FbFacts *self, const char *name)
{
  g_autoptr (GRefString) interned = g_ref_string_new_intern (name);
  GHashTable *set = g_hash_table_lookup (self->by_name, interned);

  return set != NULL ? g_hash_table_size (set) : 0;
}
