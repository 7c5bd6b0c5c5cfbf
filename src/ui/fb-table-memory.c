/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-table-private.h"

#include "ui/fb-filter-bar.h"
#include "ui/fb-rows.h"

/* Who goes from all measures to one of them wants to come back to those that were sought. Of other containers nothing
 * is remembered: each is shown whole at first. */

struct _FbTableMemory
{
  char *container; /* ids of nodes, which may be gone */
  char *actor;
  char *branch;
  char *selected;
  char *text;
  char *status;
  const FbProperty *sort;
  gboolean descending;
  gboolean filtering;
};

void
fb_table_memory_free (FbTableMemory *memory)
{
  g_free (memory->container);
  g_free (memory->actor);
  g_free (memory->branch);
  g_free (memory->selected);
  g_free (memory->text);
  g_free (memory->status);
  g_free (memory);
}

static char *
dup_id (FbNode *node)
{
  return node != NULL ? g_strdup (fb_node_get_id (node)) : NULL;
}

/** Keeps what is sought and selected, before something else is shown. */
void
fb_table_view_remember (FbTableView *self)
{
  FbTableCriteria criteria;

  if (self->container == NULL || !fb_rows_is_whole (self->container))
    return;

  g_clear_pointer (&self->memory, fb_table_memory_free);
  self->memory = g_new0 (FbTableMemory, 1);
  fb_filter_bar_get_criteria (FB_FILTER_BAR (self->filter_bar), &criteria);
  self->memory->container = dup_id (self->container);
  self->memory->actor = dup_id (criteria.actor);
  self->memory->branch = dup_id (criteria.branch);
  self->memory->selected = dup_id (fb_table_view_get_current (self));
  self->memory->text = g_strdup (criteria.text);
  self->memory->status = g_strdup (criteria.status);
  self->memory->sort = self->sort;
  self->memory->descending = self->descending;
  self->memory->filtering = gtk_widget_get_visible (self->filter_bar);
}

/** Shows again what was remembered of this container. */
void
fb_table_view_recall (FbTableView *self)
{
  FbTableMemory *memory = self->memory;
  FbTableCriteria criteria;
  FbNode *selected;

  if (memory == NULL || g_strcmp0 (fb_node_get_id (self->container), memory->container) != 0)
    return;

  criteria = (FbTableCriteria) { memory->text, memory->status, fb_document_lookup (self->document, memory->actor),
                                 fb_document_lookup (self->document, memory->branch) };
  fb_table_view_show_filter (self, memory->filtering);
  if (memory->filtering)
    fb_filter_bar_set_criteria (FB_FILTER_BAR (self->filter_bar), &criteria);
  if (memory->sort != NULL && fb_table_columns_find (self->columns, memory->sort) != NULL)
    fb_table_view_sort (self, memory->sort, memory->descending);
  selected = fb_document_lookup (self->document, memory->selected);
  if (selected != NULL)
    fb_table_view_select_one (self, selected, FALSE);
}
