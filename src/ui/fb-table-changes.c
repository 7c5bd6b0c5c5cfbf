/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-table-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/fb-rows.h"
#include "ui/fb-table-row.h"

/* What a table does when the document changes: rows are made anew, and what was selected is to be selected again. */

/** Shows a page that says so where there are no rows. */
void
fb_table_view_show_emptiness (FbTableView *self)
{
  gboolean empty = self->selection == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0;
  gboolean none = self->model == NULL || fb_table_model_is_empty (self->model);
  const char *name = empty ? "empty" : "list";

  if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), name) != 0)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), name);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty), none ? _("Nothing Here Yet") : _("Nothing Found"));
  gtk_widget_set_visible (self->header, !none);
}

static gboolean
is_shown (FbTableView *self,
          FbNode      *node)
{
  return self->container != NULL && node != self->container && fb_node_is_ancestor (self->container, node) &&
         (!fb_rows_is_whole (self->container) || fb_node_get_ancestor (node, FB_KIND_MEASURES) != NULL);
}

/* The row of which a node is a part: itself, or the measure of a step. */
static FbNode *
get_row_node (FbNode *node)
{
  FbNode *measure = fb_node_get_ancestor (node, FB_KIND_MEASURE);

  return measure != NULL ? measure : node;
}

static void
refresh_row (FbTableView *self,
             FbNode      *node)
{
  GtkWidget *widget = node != NULL ? g_hash_table_lookup (self->widgets, get_row_node (node)) : NULL;

  if (widget != NULL)
    fb_table_row_refresh (FB_TABLE_ROW (widget));
}

/* Only rows that are on the screen have a widget. */
static void
refresh_all (FbTableView *self)
{
  GHashTableIter iter;
  gpointer widget;

  g_hash_table_iter_init (&iter, self->widgets);
  while (g_hash_table_iter_next (&iter, NULL, &widget))
    fb_table_row_refresh (FB_TABLE_ROW (widget));
}

/* The bands around a place count what is in them. */
static void
refresh_above (FbTableView *self,
               FbNode      *node)
{
  for (; node != NULL && node != self->container; node = fb_node_get_parent (node))
    refresh_row (self, node);
}

/* What is selected after rows have come, gone or moved. The selection model has forgotten rows that moved. */
static void
reselect (FbTableView    *self,
          const FbChange *change)
{
  g_autoptr (GPtrArray) keep = g_ptr_array_new ();

  for (guint i = 0; i < self->selected->len; i++)
    if (is_shown (self, self->selected->pdata[i]))
      g_ptr_array_add (keep, self->selected->pdata[i]);
  if (keep->len > 0 || self->selected->len == 0)
    {
      fb_table_view_select (self, keep, FALSE);
      return;
    }

  /* All that was selected is gone: what stands there now is next. */
  if (change->type != FB_CHANGE_INSERT && (change->parent == self->container || is_shown (self, change->parent)))
    {
      FbNode *next = fb_node_get_child (change->parent, change->index);

      if (next == NULL && change->index > 0)
        next = fb_node_get_child (change->parent, change->index - 1);
      if (next == NULL && change->parent != self->container)
        next = change->parent;
      if (next != NULL && fb_table_model_find (self->model, next) != GTK_INVALID_LIST_POSITION)
        {
          g_ptr_array_add (keep, next);
          fb_table_view_select (self, keep, FALSE);
          return;
        }
    }
  fb_table_view_collect_again (self);
}

/** Takes over the columns of the container. */
void
fb_table_view_load_columns (FbTableView *self)
{
  fb_table_columns_load (self->columns, self->document, self->container,
                         fb_rows_get_kind (fb_node_get_kind (self->container)));
}

static gboolean
is_column_of (FbTableView *self,
              FbNode      *table)
{
  return table != NULL && (table == self->container || fb_rows_is_whole (self->container));
}

/* A value has changed; the row of its own node hears of that itself. */
static void
value_changed (FbTableView *self,
               FbNode      *node)
{
  FbKind kind = fb_node_get_kind (node);

  if (kind == FB_KIND_COLUMN && is_column_of (self, fb_node_get_parent (node)))
    fb_table_view_load_columns (self);
  else if (kind == FB_KIND_STEP)
    refresh_row (self, node);
  else if (kind == FB_KIND_GROUP && is_shown (self, node))
    /* The status of a band is that of its measures. */
    for (guint i = 0; i < fb_node_get_n_children (node); i++)
      refresh_row (self, fb_node_get_child (node, i));
  else if (fb_rows_is_whole (self->container) && !is_shown (self, node))
    /* Bands are called after fields, goals and chapters. */
    refresh_all (self);
}

/** Follows a change of the document. */
void
fb_table_view_applied (FbTableView    *self,
                       const FbChange *change)
{
  FbNode *first;
  gboolean had_focus;
  gboolean others;

  if (change->type == FB_CHANGE_SET)
    {
      value_changed (self, change->node);
      return;
    }

  first = g_ptr_array_index (change->nodes, 0);
  if (fb_node_get_kind (first) == FB_KIND_COLUMN)
    {
      if (is_column_of (self, change->parent) || is_column_of (self, change->to_parent))
        fb_table_view_load_columns (self);
      return;
    }
  if (fb_node_get_kind (first) == FB_KIND_STEP)
    {
      refresh_row (self, change->parent);
      refresh_row (self, change->to_parent);
      return;
    }

  others = fb_table_model_update_tables (self->model);
  if (others)
    {
      fb_table_view_load_columns (self);
      refresh_all (self);
    }
  else if (!(change->parent == self->container || is_shown (self, change->parent) ||
             (change->to_parent != NULL &&
              (change->to_parent == self->container || is_shown (self, change->to_parent)))))
    {
      return;
    }

  had_focus = gtk_widget_get_focus_child (self->list) != NULL;
  fb_table_model_close_again (self->model, change->nodes);
  fb_table_view_show_emptiness (self);
  refresh_above (self, change->parent);
  refresh_above (self, change->to_parent);
  reselect (self, change);
  if (had_focus && change->type == FB_CHANGE_MOVE)
    fb_table_view_focus (self);
}
