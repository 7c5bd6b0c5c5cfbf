/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-table-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/fb-compat.h"
#include "ui/fb-filter-bar.h"
#include "ui/fb-rows.h"
#include "ui/fb-tab-stop.h"
#include "ui/fb-table-bar.h"
#include "ui/fb-table-drag.h"
#include "ui/fb-table-footer.h"
#include "ui/fb-table-frame.h"
#include "ui/fb-table-header.h"
#include "ui/fb-table-order.h"
#include "ui/fb-table-private.h"
#include "ui/fb-table-row.h"

enum
{
  SELECTED,
  EDIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FbTableView, fb_table_view, GTK_TYPE_WIDGET)

/* Selection */

static gboolean
collect_selected (FbTableView *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->selected);
  g_autoptr (GtkBitset) positions = NULL;
  GtkBitsetIter iter;
  guint position;
  gboolean same;

  self->selected = g_ptr_array_new_with_free_func (g_object_unref);
  if (self->selection == NULL)
    return before->len > 0;

  positions = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (gtk_bitset_iter_init_first (&iter, positions, &position))
    do
      {
        g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

        if (row != NULL)
          g_ptr_array_add (self->selected, gtk_tree_list_row_get_item (row));
      }
    while (gtk_bitset_iter_next (&iter, &position));

  same = before->len == self->selected->len;
  for (guint i = 0; same && i < before->len; i++)
    same = before->pdata[i] == self->selected->pdata[i];
  return !same;
}

/** Tells everybody what is selected, after rows have gone. */
void
fb_table_view_collect_again (FbTableView *self)
{
  collect_selected (self);
  fb_table_view_update_actions (self);
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
selection_changed_cb (FbTableView *self)
{
  if (self->selecting || !collect_selected (self))
    return;

  fb_table_view_update_actions (self);
  g_signal_emit (self, signals[SELECTED], 0);
}

/* Rows */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          FbTableView              *self)
{
  GtkWidget *row = fb_table_row_new (self->columns);

  fb_table_drag_install (self, FB_TABLE_ROW (row));
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         FbTableView              *self)
{
  FbTableRow *widget = FB_TABLE_ROW (gtk_list_item_get_child (item));
  GtkTreeListRow *row = gtk_list_item_get_item (item);

  fb_table_row_bind (widget, self->document, row);
  if (fb_table_row_get_node (widget) != NULL)
    g_hash_table_insert (self->widgets, fb_table_row_get_node (widget), widget);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           FbTableView              *self)
{
  FbTableRow *widget = FB_TABLE_ROW (gtk_list_item_get_child (item));
  FbNode *node = fb_table_row_get_node (widget);

  if (node != NULL && g_hash_table_lookup (self->widgets, node) == widget)
    g_hash_table_remove (self->widgets, node);
  fb_table_row_bind (widget, NULL, NULL);
}

static void
activate_cb (FbTableView *self)
{
  fb_table_view_edit (self, NULL);
}

static void
store_cb (FbTableView *self)
{
  if (self->container != NULL)
    fb_table_columns_store (self->columns, self->document, self->container);
}

/* Left and right close and open a band or goal, as in any tree. */
static gboolean
list_key_cb (FbTableView    *self,
             guint           keyval,
             guint           keycode,
             GdkModifierType state)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint open = mirrored ? GDK_KEY_Left : GDK_KEY_Right;
  guint close = mirrored ? GDK_KEY_Right : GDK_KEY_Left;
  FbNode *current = fb_table_view_get_current (self);
  FbNode *parent = current != NULL ? fb_node_get_parent (current) : NULL;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || current == NULL || (keyval != open && keyval != close))
    return GDK_EVENT_PROPAGATE;

  if (fb_table_model_is_expandable (self->model, current) &&
      fb_table_model_get_expanded (self->model, current) != (keyval == open))
    fb_table_model_set_expanded (self->model, current, keyval == open);
  else if (keyval == close && fb_table_model_find (self->model, parent) != GTK_INVALID_LIST_POSITION)
    fb_table_view_select_one (self, parent, TRUE);
  return GDK_EVENT_STOP;
}

/* A secondary click selects what it hits, unless that is selected, and opens the menu. */
static void
secondary_cb (FbTableView *self,
              int          n_press,
              double       x,
              double       y)
{
  GtkWidget *hit = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = hit != NULL ? gtk_widget_get_ancestor (hit, FB_TYPE_TABLE_ROW) : NULL;

  if (self->container == NULL)
    return;

  if (row != NULL && !g_ptr_array_find (self->selected, fb_table_row_get_node (FB_TABLE_ROW (row)), NULL))
    fb_table_view_select_one (self, fb_table_row_get_node (FB_TABLE_ROW (row)), TRUE);
  fb_table_view_popup (self, x, y);
}

static void
release (FbTableView *self)
{
  fb_table_view_remember (self);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  self->selecting = TRUE;
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  self->selecting = FALSE;
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  self->sort = NULL;
  g_hash_table_remove_all (self->widgets);
  g_ptr_array_set_size (self->selected, 0);
  g_clear_object (&self->container);
  g_clear_object (&self->document);
}

/* Which rows are shown, and in which order. */

static void
apply_order (FbTableView *self)
{
  FbTableCriteria criteria;
  g_autoptr (GPtrArray) selected = fb_table_view_get_selected (self);
  gboolean sought;

  if (self->model == NULL)
    return;

  sought = fb_filter_bar_get_criteria (FB_FILTER_BAR (self->filter_bar), &criteria);
  self->selecting = TRUE;
  fb_table_filter_set_criteria (self->filter, &criteria, self->sort != NULL);
  fb_table_model_set_order (self->model, sought || self->sort != NULL ? GTK_FILTER (self->filter) : NULL, self->sorter);
  self->selecting = FALSE;
  fb_table_header_set_sort (FB_TABLE_HEADER (self->header), self->sort, self->descending);
  fb_table_footer_set_filter (FB_TABLE_FOOTER (self->footer), sought ? self->filter : NULL);
  if (!sought)
    fb_table_bar_set_count (FB_TABLE_BAR (self->bar), 0, 0);
  fb_table_view_select (self, selected, FALSE);
  fb_table_view_show_emptiness (self);
  fb_table_view_update_actions (self);
}

/* Up, down, and then the order of the document again. */
static void
sort_cb (FbTableView *self,
         guint        index)
{
  const FbProperty *property = fb_table_columns_get (self->columns, index)->property;

  if (property != self->sort)
    fb_table_view_sort (self, property, FALSE);
  else if (!self->descending)
    fb_table_view_sort (self, property, TRUE);
  else
    fb_table_view_sort (self, NULL, FALSE);
}

/* Without its header nobody could take the order back. */
static void
columns_changed_cb (FbTableView *self)
{
  if (self->sort != NULL && fb_table_columns_find (self->columns, self->sort) == NULL)
    fb_table_view_sort (self, NULL, FALSE);
}

static void
filter_close_cb (FbTableView *self)
{
  fb_table_view_set_filtering (self, FALSE);
}

static void
fb_table_view_dispose (GObject *object)
{
  FbTableView *self = FB_TABLE_VIEW (object);
  GtkWidget *child;

  if (self->list != NULL)
    release (self);
  self->list = NULL;
  g_clear_object (&self->columns);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (fb_table_view_parent_class)->dispose (object);
}

static void
fb_table_view_finalize (GObject *object)
{
  FbTableView *self = FB_TABLE_VIEW (object);

  g_hash_table_unref (self->widgets);
  g_ptr_array_unref (self->selected);
  g_clear_pointer (&self->memory, fb_table_memory_free);

  G_OBJECT_CLASS (fb_table_view_parent_class)->finalize (object);
}

static void
fb_table_view_class_init (FbTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fb_table_view_dispose;
  object_class->finalize = fb_table_view_finalize;

  /**
   * FbTableView::selected:
   *
   * Other rows are selected.
   */
  signals[SELECTED] = g_signal_new ("selected", FB_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  /**
   * FbTableView::edit:
   * @property: (nullable): the name of the property to begin with
   *
   * The current row wants to be edited.
   */
  signals[EDIT] = g_signal_new ("edit", FB_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "table");
  fb_table_view_class_install_actions (widget_class);
}

static void
fb_table_view_init (FbTableView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click;
  GtkWidget *scroller;

  self->columns = fb_table_columns_new ();
  /* After the header, which has other titles then. */
  g_signal_connect_object (self->columns, "changed", G_CALLBACK (columns_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  self->widgets = g_hash_table_new (NULL, NULL);
  self->selected = g_ptr_array_new_with_free_func (g_object_unref);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  self->list = gtk_list_view_new (NULL, factory);
  gtk_widget_add_css_class (self->list, "rows");
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (list_key_cb), self);
  gtk_widget_add_controller (self->list, keys);

  self->header = fb_table_header_new (self->columns);
  g_signal_connect_swapped (self->header, "store", G_CALLBACK (store_cb), self);
  g_signal_connect_swapped (self->header, "sort", G_CALLBACK (sort_cb), self);
  scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", self->list, NULL);
  gtk_widget_add_css_class (scroller, "table-rows");
  self->empty = adw_status_page_new ();
  gtk_widget_add_css_class (self->empty, "compact");
  self->stack = g_object_new (GTK_TYPE_STACK, "vhomogeneous", FALSE, NULL);
  gtk_stack_add_named (GTK_STACK (self->stack), fb_tab_stop_new (scroller), "list");
  gtk_stack_add_named (GTK_STACK (self->stack), self->empty, "empty");
  self->filter_bar = fb_filter_bar_new ();
  g_signal_connect_swapped (self->filter_bar, "changed", G_CALLBACK (apply_order), self);
  g_signal_connect_swapped (self->filter_bar, "close", G_CALLBACK (filter_close_cb), self);
  gtk_widget_set_visible (self->filter_bar, FALSE);
  self->footer = fb_table_footer_new (self->columns);
  self->bar = fb_table_bar_new (self->columns);
  g_signal_connect_object (self->footer, "counted", G_CALLBACK (fb_table_bar_set_count), self->bar, G_CONNECT_SWAPPED);

  click = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (secondary_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_widget_set_parent (self->filter_bar, GTK_WIDGET (self));
  gtk_widget_set_parent (self->header, GTK_WIDGET (self));
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  gtk_widget_set_parent (self->footer, GTK_WIDGET (self));
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), fb_table_frame_new (self->stack, self->list));
}

/** Returns: (transfer floating): a table of nothing. */
GtkWidget *
fb_table_view_new (void)
{
  return g_object_new (FB_TYPE_TABLE_VIEW, NULL);
}

/**
 * fb_table_view_set_container:
 * @container: (nullable): a table of measures, goals or a register; or a concept, for the measures of all its tables
 *
 * Shows the rows of @container.
 */
void
fb_table_view_set_container (FbTableView *self,
                             FbDocument  *document,
                             FbNode      *container)
{
  g_autofree char *title = NULL;
  const FbKindInfo *info;
  FbKind row_kind = FB_KIND_MEASURE;

  g_return_if_fail (FB_IS_TABLE_VIEW (self));
  g_return_if_fail (container == NULL || document != NULL);

  if (self->container == container && self->document == document)
    return;

  release (self);
  if (container != NULL)
    {
      self->document = g_object_ref (document);
      self->container = g_object_ref (container);
      row_kind = fb_rows_get_kind (fb_node_get_kind (container));
      info = fb_kind_get_info (row_kind);
      fb_table_view_load_columns (self);

      self->filter = fb_table_filter_new (document, container);
      self->model = fb_table_model_new (container);
      self->selection = gtk_multi_selection_new (g_object_ref (fb_table_model_get_rows (self->model)));
      g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self);
      gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (self->selection));
      g_signal_connect_object (document, "applied", G_CALLBACK (fb_table_view_applied), self, G_CONNECT_SWAPPED);

      title = fb_rows_is_whole (container) ? g_strdup (_("All Measures")) : fb_node_dup_label (container);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->empty), info->icon);
    }
  fb_table_header_set_sort (FB_TABLE_HEADER (self->header), NULL, FALSE);
  fb_filter_bar_bind (FB_FILTER_BAR (self->filter_bar), document, container);
  fb_table_view_show_filter (self, FALSE);
  fb_table_bar_set_count (FB_TABLE_BAR (self->bar), 0, 0);
  fb_table_bar_bind (FB_TABLE_BAR (self->bar), document, container);
  fb_table_footer_bind (FB_TABLE_FOOTER (self->footer), document, container);
  if (container != NULL)
    fb_table_view_recall (self);
  fb_table_view_show_emptiness (self);
  fb_table_view_update_actions (self);
  g_signal_emit (self, signals[SELECTED], 0);
}

/** Returns: (transfer none) (nullable): the document. */
FbDocument *
fb_table_view_get_document (FbTableView *self)
{
  return self->document;
}

/** Returns: (transfer none) (nullable): the node whose rows are shown. */
FbNode *
fb_table_view_get_container (FbTableView *self)
{
  return self->container;
}

/** Returns: (transfer none): the columns. */
FbTableColumns *
fb_table_view_get_columns (FbTableView *self)
{
  return self->columns;
}

static gpointer
copy_node (gconstpointer node,
           gpointer      data)
{
  return g_object_ref ((gpointer) node);
}

/** Returns: (transfer full) (element-type FbNode): the selected rows in the order shown. */
GPtrArray *
fb_table_view_get_selected (FbTableView *self)
{
  return g_ptr_array_copy (self->selected, copy_node, NULL);
}

/** Returns: (transfer none) (nullable): the only selected row, or among several the one with the focus or the last. */
FbNode *
fb_table_view_get_current (FbTableView *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (self->list);
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  if (self->selected->len > 1 && row != NULL && FB_IS_TABLE_ROW (row) &&
      g_ptr_array_find (self->selected, fb_table_row_get_node (FB_TABLE_ROW (row)), NULL))
    return fb_table_row_get_node (FB_TABLE_ROW (row));

  return self->selected->len > 0 ? g_ptr_array_index (self->selected, self->selected->len - 1) : NULL;
}

/* The band or table of a measure, and of a goal the table of goals. */
static FbNode *
get_set (FbNode *row)
{
  FbNode *set = fb_node_get_parent (row);

  while (fb_node_get_kind (set) == fb_node_get_kind (row))
    set = fb_node_get_parent (set);
  return set;
}

/** Returns: (transfer none) (nullable): the next row of the kind of the current one; in the order of the document only
 * one of the same band. */
FbNode *
fb_table_view_get_next (FbTableView *self)
{
  FbNode *current = fb_table_view_get_current (self);
  guint position = current != NULL ? fb_table_model_find (self->model, current) : GTK_INVALID_LIST_POSITION;
  FbNode *node = NULL;

  if (position == GTK_INVALID_LIST_POSITION)
    return NULL;

  do
    node = fb_table_model_get_node (self->model, ++position);
  while (node != NULL && fb_node_get_kind (node) != fb_node_get_kind (current));

  return node != NULL && (fb_table_model_is_ordered (self->model) || get_set (node) == get_set (current)) ? node : NULL;
}

GtkWidget *
fb_table_view_get_row_widget (FbTableView *self,
                              FbNode      *node)
{
  return node != NULL ? g_hash_table_lookup (self->widgets, node) : NULL;
}

void
fb_table_view_toggle (FbTableView *self,
                      FbNode      *node)
{
  fb_table_model_set_expanded (self->model, node, !fb_table_model_get_expanded (self->model, node));
}

/**
 * fb_table_view_select:
 * @rows: (element-type FbNode): rows of the container; may be empty
 * @focus: whether the list takes the focus
 *
 * Selects exactly these rows, opening what is around them, and scrolls to the first.
 */
void
fb_table_view_select (FbTableView *self,
                      GPtrArray   *rows,
                      gboolean     focus)
{
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (GtkBitset) mask = NULL;
  guint first = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (FB_IS_TABLE_VIEW (self));

  if (self->selection == NULL)
    return;

  for (guint i = 0; i < rows->len; i++)
    fb_table_model_expand_above (self->model, g_ptr_array_index (rows, i));
  selected = fb_table_model_find_all (self->model, rows);
  mask = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->selection)));

  self->selecting = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), selected, mask);
  /* The list should know from where Shift extends the selection. */
  if (gtk_bitset_get_size (selected) == 1)
    gtk_widget_activate_action (self->list, "list.select-item", "(ubb)", gtk_bitset_get_minimum (selected), FALSE,
                                FALSE);
  self->selecting = FALSE;
  first = gtk_bitset_get_minimum (selected);
  if (first != G_MAXUINT && (focus || gtk_widget_get_focus_child (self->list) == NULL))
    fb_list_view_scroll_to (self->list, first);
  selection_changed_cb (self);
  if (focus)
    fb_table_view_focus (self);
}

/** Selects one row; see fb_table_view_select(). */
void
fb_table_view_select_one (FbTableView *self,
                          FbNode      *row,
                          gboolean     focus)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  if (row != NULL)
    g_ptr_array_add (rows, row);
  fb_table_view_select (self, rows, focus);
}

/** Selects rows that have just come, also where what is sought would leave them out. */
void
fb_table_view_select_new (FbTableView *self,
                          GPtrArray   *rows)
{
  if (fb_table_view_is_ordered (self))
    fb_table_filter_admit (self->filter, rows);
  fb_table_view_select (self, rows, TRUE);
}

/** Focuses the current row, or the list where nothing is selected. */
void
fb_table_view_focus (FbTableView *self)
{
  FbNode *current = self->selected->len > 0 ? g_ptr_array_index (self->selected, 0) : NULL;
  guint position = self->model != NULL ? fb_table_model_find (self->model, current) : GTK_INVALID_LIST_POSITION;
  GtkWidget *widget;

  if (position != GTK_INVALID_LIST_POSITION)
    fb_list_view_scroll_to (self->list, position);
  widget = fb_table_view_get_row_widget (self, current);
  if (widget != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (widget));
  else if (gtk_widget_get_visible (self->header))
    gtk_widget_grab_focus (self->list);
  else
    gtk_widget_child_focus (self->bar, GTK_DIR_TAB_FORWARD);
}

void
fb_table_view_edit (FbTableView *self,
                    const char  *property)
{
  if (self->selected->len > 0)
    g_signal_emit (self, signals[EDIT], 0, property);
}

/** Returns: whether rows are shown in another order than that of the document, or only some of them. */
gboolean
fb_table_view_is_ordered (FbTableView *self)
{
  return self->model != NULL && fb_table_model_is_ordered (self->model);
}

/** Sorts by @property (nullable); %NULL is the order of the document, which is never changed. */
void
fb_table_view_sort (FbTableView      *self,
                    const FbProperty *property,
                    gboolean          descending)
{
  g_return_if_fail (FB_IS_TABLE_VIEW (self));

  /* What was sorted by is read anew each time, but not for each letter of a filter. */
  g_clear_object (&self->sorter);
  self->sort = property;
  self->descending = descending;
  if (property != NULL)
    self->sorter = fb_table_order_new_sorter (self->document, self->columns, property, descending);
  apply_order (self);
}

void
fb_table_view_show_filter (FbTableView *self,
                           gboolean     shown)
{
  gtk_widget_set_visible (self->filter_bar, shown);
  fb_table_bar_set_filtering (FB_TABLE_BAR (self->bar), shown);
}

/** Shows the bar of the filter, or hides it and shows all rows again. */
void
fb_table_view_set_filtering (FbTableView *self,
                             gboolean     filtering)
{
  g_return_if_fail (FB_IS_TABLE_VIEW (self));

  fb_table_view_show_filter (self, filtering);
  if (filtering)
    {
      fb_filter_bar_focus (FB_FILTER_BAR (self->filter_bar));
      return;
    }
  fb_filter_bar_clear (FB_FILTER_BAR (self->filter_bar));
  fb_table_view_focus (self);
}

gboolean
fb_table_view_get_filtering (FbTableView *self)
{
  return gtk_widget_get_visible (self->filter_bar);
}
