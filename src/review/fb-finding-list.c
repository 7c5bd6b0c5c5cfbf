/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/fb-finding-list.h"

#include "review/fb-order.h"

FbFindingList *
fb_finding_list_new (void)
{
  FbFindingList *self = g_new (FbFindingList, 1);

  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->set_aside = g_ptr_array_new_with_free_func (g_object_unref);
  self->added = g_ptr_array_new_with_free_func (g_object_unref);
  self->dropped = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);

  return self;
}

void
fb_finding_list_free (FbFindingList *self)
{
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->set_aside);
  g_ptr_array_unref (self->added);
  g_hash_table_unref (self->dropped);
  g_free (self);
}

void
fb_finding_list_add (FbFindingList *self, FbFinding *finding)
{
  g_ptr_array_add (self->added, g_object_ref (finding));
}

void
fb_finding_list_drop (FbFindingList *self, FbFinding *finding)
{
  g_hash_table_add (self->dropped, g_object_ref (finding));
}

/** Forgets the order and what is set aside: the list is to be made anew of @findings (transfer full). */
void
fb_finding_list_reset (FbFindingList *self, GPtrArray *findings)
{
  for (guint i = 0; i < self->shown->len; i++)
    fb_finding_list_drop (self, self->shown->pdata[i]);
  g_ptr_array_set_size (self->set_aside, 0);
  g_ptr_array_unref (self->added);
  self->added = findings;
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  return fb_order_compare_findings (*(FbFinding *const *)a, *(FbFinding *const *)b);
}

/* What stays of @before, with @added (sorted) at their places. */
static GPtrArray *
merge (FbFindingList *self, GPtrArray *before, GPtrArray *added)
{
  GPtrArray *after = g_ptr_array_new_full (before->len + added->len, g_object_unref);
  guint next = 0;

  for (guint i = 0; i < before->len; i++)
    if (!g_hash_table_contains (self->dropped, before->pdata[i]))
      g_ptr_array_add (after, g_object_ref (before->pdata[i]));

  /* A few are put in one by one, many are merged. */
  if (added->len < 8)
    {
      for (; next < added->len; next++)
        {
          guint low = 0;
          guint high = after->len;

          while (low < high)
            {
              guint middle = (low + high) / 2;

              if (fb_order_compare_findings (after->pdata[middle], added->pdata[next]) < 0)
                low = middle + 1;
              else
                high = middle;
            }
          g_ptr_array_insert (after, low, g_object_ref (added->pdata[next]));
        }
    }
  else if (after->len == 0)
    {
      for (; next < added->len; next++)
        g_ptr_array_add (after, g_object_ref (added->pdata[next]));
    }
  else
    {
      GPtrArray *merged = g_ptr_array_new_full (after->len + added->len, g_object_unref);

      for (guint i = 0; i < after->len || next < added->len;)
        if (next == added->len
            || (i < after->len && fb_order_compare_findings (after->pdata[i], added->pdata[next]) < 0))
          g_ptr_array_add (merged, g_object_ref (after->pdata[i++]));
        else
          g_ptr_array_add (merged, g_object_ref (added->pdata[next++]));
      g_ptr_array_unref (after);
      after = merged;
    }

  return after;
}

/* Takes @after as the list, and tells of what is different. */
static void
replace_shown (FbFindingList *self, GPtrArray *after, FbFindingListFunc func, gpointer data)
{
  g_autoptr (GPtrArray) before = self->shown;
  guint shorter = MIN (before->len, after->len);
  guint prefix = 0;
  guint suffix = 0;

  while (prefix < shorter && before->pdata[prefix] == after->pdata[prefix])
    prefix++;
  while (suffix < shorter - prefix && before->pdata[before->len - 1 - suffix] == after->pdata[after->len - 1 - suffix])
    suffix++;

  self->shown = after;
  if (before->len != after->len || prefix < shorter)
    func (data, prefix, before->len - prefix - suffix, after->len - prefix - suffix);
}

/**
 * fb_finding_list_update:
 * @waivers: an index of fb_waivers_index()
 * @func: called once if what is shown is different now
 *
 * Brings the list up to date.
 *
 * Returns: whether there was something to do
 */
gboolean
fb_finding_list_update (FbFindingList *self, FbPhase phase, GHashTable *waivers, FbFindingListFunc func, gpointer data)
{
  g_autoptr (GPtrArray) added = self->added;
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autoptr (GPtrArray) set_aside = g_ptr_array_new ();
  GPtrArray *before;
  GPtrArray *after;

  if (added->len == 0 && g_hash_table_size (self->dropped) == 0)
    {
      g_steal_pointer (&added);
      return FALSE;
    }

  self->added = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < added->len; i++)
    if (fb_finding_get_severity (added->pdata[i], phase) == FB_SEVERITY_OFF)
      continue;
    else if (fb_waivers_find (waivers, added->pdata[i]) != NULL)
      g_ptr_array_add (set_aside, added->pdata[i]);
    else
      g_ptr_array_add (shown, added->pdata[i]);
  g_ptr_array_sort (shown, compare_findings);
  g_ptr_array_sort (set_aside, compare_findings);

  before = self->set_aside;
  self->set_aside = merge (self, before, set_aside);
  g_ptr_array_unref (before);
  after = merge (self, self->shown, shown);
  g_hash_table_remove_all (self->dropped);
  replace_shown (self, after, func, data);
  return TRUE;
}
