/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-table-drag.h"

#include "ui/fb-rows.h"
#include "ui/fb-table-private.h"

/* Rows are dragged within a table, and onto a table in the outline, which takes nodes too. */

static FbTableView *
get_view (FbTableRow *row)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (row), FB_TYPE_TABLE_VIEW);

  return view != NULL ? FB_TABLE_VIEW (view) : NULL;
}

static GdkContentProvider *
prepare_cb (FbTableRow *row)
{
  FbNode *node = fb_table_row_get_node (row);
  FbTableView *view = get_view (row);

  /* In another order than the document's nothing can be moved. */
  if (node == NULL || view == NULL || fb_table_view_is_ordered (view))
    return NULL;
  /* A table has its place in the outline. */
  if (fb_node_get_kind (node) == FB_KIND_MEASURES && fb_rows_is_whole (fb_table_view_get_container (view)))
    return NULL;

  return gdk_content_provider_new_typed (FB_TYPE_NODE, node);
}

static void
begin_cb (FbTableRow    *row,
          GdkDrag       *drag,
          GtkDragSource *source)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (row));

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

/* A band takes measures into itself, and a table its bands too. */
static gboolean
goes_into (FbNode *on,
           FbNode *node)
{
  FbKind kind = fb_node_get_kind (node);

  return fb_node_get_kind (on) == FB_KIND_GROUP ? kind == FB_KIND_MEASURE
                                                : fb_node_get_kind (on) == FB_KIND_MEASURES &&
                                                    (kind == FB_KIND_MEASURE || kind == FB_KIND_GROUP);
}

static gboolean
is_behind (FbTableRow *row,
           double      y)
{
  return y > gtk_widget_get_height (GTK_WIDGET (row)) / 2.0;
}

static void
show_place (FbTableRow *row,
            const char *class)
{
  static const char *const classes[] = { "drop-before", "drop-behind", "drop-into" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (g_strcmp0 (classes[i], class) == 0)
      gtk_widget_add_css_class (GTK_WIDGET (row), classes[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (row), classes[i]);
}

static GdkDragAction
motion_cb (FbTableRow    *row,
           double         x,
           double         y,
           GtkDropTarget *target)
{
  const GValue *value = gtk_drop_target_get_value (target);
  FbNode *node = value != NULL ? g_value_get_object (value) : NULL;
  FbNode *on = fb_table_row_get_node (row);

  if (on != NULL && node != NULL && goes_into (on, node))
    show_place (row, "drop-into");
  else
    show_place (row, is_behind (row, y) ? "drop-behind" : "drop-before");
  return GDK_ACTION_MOVE;
}

static void
leave_cb (FbTableRow *row)
{
  show_place (row, NULL);
}

static gboolean
drop_cb (FbTableRow   *row,
         const GValue *value,
         double        x,
         double        y)
{
  FbTableView *view = get_view (row);
  FbNode *on = fb_table_row_get_node (row);
  FbNode *node = g_value_get_object (value);
  g_autoptr (GPtrArray) rows = NULL;
  FbDocument *document;
  gboolean moved;

  show_place (row, NULL);
  if (view == NULL || on == NULL || node == NULL || fb_table_view_is_ordered (view))
    return FALSE;

  /* A node from another window is another document's. */
  document = fb_table_view_get_document (view);
  if (fb_document_lookup (document, fb_node_get_id (node)) != node)
    return FALSE;

  /* All that is selected comes along. */
  rows = fb_table_view_get_acted (view);
  if (!g_ptr_array_find (rows, node, NULL))
    {
      g_ptr_array_set_size (rows, 0);
      g_ptr_array_add (rows, g_object_ref (node));
    }
  if (goes_into (on, node))
    moved = fb_rows_move_to (document, rows, on, NULL);
  else
    moved = fb_rows_move_to (document, rows, fb_node_get_parent (on),
                             fb_node_get_child (fb_node_get_parent (on),
                                                fb_node_get_index (on) + (is_behind (row, y) ? 1 : 0)));
  if (moved)
    fb_table_view_select (view, rows, TRUE);
  return moved;
}

/** Lets @row of @view be dragged, and takes rows that are dropped on it. */
void
fb_table_drag_install (FbTableView *view,
                       FbTableRow  *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (FB_TYPE_NODE, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), row);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (begin_cb), row);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (source));

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (motion_cb), row);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), row);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), row);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (target));
}
