/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-table-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/fb-compat.h"
#include "ui/fb-rows.h"
#include "ui/fb-table-header.h"
#include "ui/fb-table-private.h"
#include "ui/fb-table-row.h"

struct _FbTableView
{
  GtkWidget parent_instance;

  FbDocument *document;
  FbNode *container;
  FbTableColumns *columns;
  GtkTreeListModel *tree;
  GtkMultiSelection *selection;
  GHashTable *widgets;  /* FbNode to FbTableRow, of the rows that are on the screen; neither owned */
  GPtrArray *selected;  /* FbNode, in reading order */
  GHashTable *collapsed; /* ids */
  gboolean selecting;

  GtkWidget *header;
  GtkWidget *stack;
  GtkWidget *list;
  GtkWidget *empty;
  GtkWidget *adders;
};

enum
{
  SELECTED,
  EDIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FbTableView, fb_table_view, GTK_TYPE_WIDGET)

/* The tree: bands and goals have rows below them; that is answered by the kind, because NULL is final. */

static GListModel *
create_children (gpointer item,
                 gpointer data)
{
  FbKind kind = fb_node_get_kind (item);

  return kind == FB_KIND_GROUP || kind == FB_KIND_GOAL ? G_LIST_MODEL (g_object_ref (item)) : NULL;
}

static gboolean
is_row (gpointer item,
        gpointer data)
{
  return fb_node_get_kind (item) != FB_KIND_COLUMN;
}

/* Where the row of a node is; GTK_INVALID_LIST_POSITION where it is not shown. */
static GtkTreeListRow *
find_row (FbTableView *self,
          FbNode      *node)
{
  FbNode *parent = node != NULL ? fb_node_get_parent (node) : NULL;
  g_autoptr (GtkTreeListRow) above = NULL;
  guint index;

  if (parent == NULL || self->tree == NULL || fb_node_get_kind (node) == FB_KIND_COLUMN)
    return NULL;

  index = fb_node_get_index (node);
  if (parent != self->container)
    {
      above = find_row (self, parent);
      return above != NULL ? gtk_tree_list_row_get_child_row (above, index) : NULL;
    }

  for (guint i = 0, n = index; i < n; i++)
    if (fb_node_get_kind (fb_node_get_child (parent, i)) == FB_KIND_COLUMN)
      index--;
    else
      break; /* columns come first */
  return gtk_tree_list_model_get_child_row (self->tree, index);
}

static guint
find_position (FbTableView *self,
               FbNode      *node)
{
  g_autoptr (GtkTreeListRow) row = find_row (self, node);

  return row != NULL ? gtk_tree_list_row_get_position (row) : GTK_INVALID_LIST_POSITION;
}

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
  gtk_list_item_set_child (item, fb_table_row_new (self->columns));
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
  g_autoptr (GtkTreeListRow) row = find_row (self, current);

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || row == NULL || (keyval != open && keyval != close))
    return GDK_EVENT_PROPAGATE;

  if (gtk_tree_list_row_is_expandable (row) && gtk_tree_list_row_get_expanded (row) != (keyval == open))
    fb_table_view_set_expanded (self, current, keyval == open);
  else if (keyval == close && fb_node_get_parent (current) != self->container)
    fb_table_view_select_one (self, fb_node_get_parent (current), TRUE);
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

/* The document */

static void
show_emptiness (FbTableView *self)
{
  gboolean empty = self->tree == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->tree)) == 0;
  const char *name = empty ? "empty" : "list";

  if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), name) != 0)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), name);
  gtk_widget_set_visible (self->header, !empty);
}

/* Rows are made anew by a move, open again; those that were closed are closed again. */
static void
collapse_again (FbTableView *self,
                GPtrArray   *nodes)
{
  if (g_hash_table_size (self->collapsed) == 0)
    return;

  for (guint i = 0; i < nodes->len; i++)
    for (FbNode *top = nodes->pdata[i], *node = top; node != NULL; node = fb_node_get_next (node, top))
      if (g_hash_table_contains (self->collapsed, fb_node_get_id (node)))
        {
          g_autoptr (GtkTreeListRow) row = find_row (self, node);

          if (row != NULL)
            gtk_tree_list_row_set_expanded (row, FALSE);
        }
}

static gboolean
is_shown (FbTableView *self,
          FbNode      *node)
{
  return self->container != NULL && node != self->container && fb_node_is_ancestor (self->container, node);
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
  if (change->type == FB_CHANGE_REMOVE && (change->parent == self->container || is_shown (self, change->parent)))
    {
      FbNode *next = fb_node_get_child (change->parent, change->index);

      if (next == NULL && change->index > 0)
        next = fb_node_get_child (change->parent, change->index - 1);
      if (next == NULL && change->parent != self->container)
        next = change->parent;
      if (next != NULL && find_position (self, next) != GTK_INVALID_LIST_POSITION)
        {
          g_ptr_array_add (keep, next);
          fb_table_view_select (self, keep, FALSE);
          return;
        }
    }
  collect_selected (self);
  fb_table_view_update_actions (self);
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
load_columns (FbTableView *self)
{
  fb_table_columns_load (self->columns, self->document, self->container,
                   fb_rows_get_kind (fb_node_get_kind (self->container)));
}

static void
applied_cb (FbTableView    *self,
            const FbChange *change)
{
  FbNode *first;
  gboolean had_focus;

  if (change->type == FB_CHANGE_SET)
    {
      if (fb_node_get_kind (change->node) == FB_KIND_COLUMN && fb_node_get_parent (change->node) == self->container)
        load_columns (self);
      else if (fb_node_get_kind (change->node) == FB_KIND_STEP)
        refresh_row (self, change->node);
      else if (fb_node_get_kind (change->node) == FB_KIND_GROUP && is_shown (self, change->node))
        /* The status of a band is that of its measures. */
        for (guint i = 0; i < fb_node_get_n_children (change->node); i++)
          refresh_row (self, fb_node_get_child (change->node, i));
      return;
    }

  first = g_ptr_array_index (change->nodes, 0);
  if (fb_node_get_kind (first) == FB_KIND_COLUMN)
    {
      if (change->parent == self->container || change->to_parent == self->container)
        load_columns (self);
      return;
    }
  if (fb_node_get_kind (first) == FB_KIND_STEP)
    {
      refresh_row (self, change->parent);
      refresh_row (self, change->to_parent);
      return;
    }
  if (!(change->parent == self->container || is_shown (self, change->parent) ||
        (change->to_parent != NULL &&
         (change->to_parent == self->container || is_shown (self, change->to_parent)))))
    return;

  had_focus = gtk_widget_get_focus_child (self->list) != NULL;
  collapse_again (self, change->nodes);
  show_emptiness (self);
  reselect (self, change);
  if (had_focus && change->type == FB_CHANGE_MOVE)
    fb_table_view_focus (self);
}

static void
release (FbTableView *self)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  self->selecting = TRUE;
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  self->selecting = FALSE;
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->tree);
  g_hash_table_remove_all (self->widgets);
  g_ptr_array_set_size (self->selected, 0);
  g_clear_object (&self->container);
  g_clear_object (&self->document);
}

/* The buttons below the rows: what may be added here, from the kinds table. */
static void
fill_adders (FbTableView *self)
{
  GtkWidget *child;
  FbKind container;
  FbKind row;

  while ((child = gtk_widget_get_first_child (self->adders)) != NULL)
    gtk_box_remove (GTK_BOX (self->adders), child);
  if (self->container == NULL)
    return;

  container = fb_node_get_kind (self->container);
  row = fb_rows_get_kind (container);
  for (FbKind kind = 0; kind < FB_N_KINDS; kind++)
    {
      gboolean below = container == FB_KIND_GOALS && fb_kind_allows_child (row, kind) && kind != row;
      g_autofree char *name = NULL;
      GtkWidget *button;
      GtkWidget *content;

      if ((!fb_kind_allows_child (container, kind) && !below) || kind == FB_KIND_COLUMN)
        continue;

      content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("list-add-symbolic"));
      gtk_box_append (GTK_BOX (content), gtk_label_new (fb_kind_get_label (kind)));
      button = g_object_new (GTK_TYPE_BUTTON, "child", content, "action-name", "table.add-kind", "action-target",
                             g_variant_new_string (fb_kind_get_info (kind)->element), "css-classes",
                             (const char *[]) { "flat", kind == row ? "add-row" : "dim-label", NULL }, NULL);
      /* Translators: %s is a kind of part, such as “Measure” */
      name = g_strdup_printf (_("Add %s"), fb_kind_get_label (kind));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      if (kind == row)
        {
          gtk_widget_set_tooltip_text (button, _("Add Behind the Selected Row (Insert or Ctrl+Return)"));
          gtk_box_prepend (GTK_BOX (self->adders), button);
        }
      else
        {
          gtk_box_append (GTK_BOX (self->adders), button);
        }
    }
}

/* The rows take the height that they need and no more, so that the buttons stand right below them. A list asks for the
 * height of its narrowest rows, so they are asked themselves, as far as there is room. */
static int
measure_rows (FbTableView *self,
              int          width,
              int          room)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint n_measured = 0;
  int sum = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL && sum < room;
       row = gtk_widget_get_next_sibling (row))
    {
      int minimum;

      gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
      sum += minimum;
      n_measured++;
    }

  return n_measured < n ? MAX (sum, room) : sum;
}

static GtkSizeRequestMode
fb_table_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
fb_table_view_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  FbTableView *self = FB_TABLE_VIEW (widget);
  GtkWidget *parts[] = { self->header, self->stack, self->adders };

  *minimum = *natural = 0;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      int part_minimum;
      int part_natural;

      if (!gtk_widget_should_layout (parts[i]))
        continue;
      gtk_widget_measure (parts[i], orientation, for_size, &part_minimum, &part_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          *minimum = MAX (*minimum, part_minimum);
          *natural = MAX (*natural, part_natural);
        }
      else
        {
          *minimum += part_minimum;
          *natural += part_natural;
        }
    }
}

static void
fb_table_view_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  FbTableView *self = FB_TABLE_VIEW (widget);
  gboolean empty = !gtk_widget_should_layout (self->header);
  int header = 0;
  int adders = 0;
  int least;
  int wanted;
  int given;

  if (!empty)
    gtk_widget_measure (self->header, GTK_ORIENTATION_VERTICAL, width, &header, NULL, NULL, NULL);
  gtk_widget_measure (self->adders, GTK_ORIENTATION_VERTICAL, width, &adders, NULL, NULL, NULL);
  gtk_widget_measure (self->stack, GTK_ORIENTATION_VERTICAL, width, &least, &wanted, NULL, NULL);
  if (!empty)
    wanted = measure_rows (self, width, height - header - adders);
  given = MAX (least, MIN (wanted, height - header - adders));

  if (!empty)
    gtk_widget_size_allocate (self->header, &(GtkAllocation) { 0, 0, width, header }, -1);
  gtk_widget_size_allocate (self->stack, &(GtkAllocation) { 0, header, width, given }, -1);
  gtk_widget_size_allocate (self->adders, &(GtkAllocation) { 0, header + given, width, adders }, -1);
}

static void
fb_table_view_dispose (GObject *object)
{
  FbTableView *self = FB_TABLE_VIEW (object);

  if (self->list != NULL)
    release (self);
  self->list = NULL;
  g_clear_object (&self->columns);
  g_clear_pointer (&self->header, gtk_widget_unparent);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->adders, gtk_widget_unparent);

  G_OBJECT_CLASS (fb_table_view_parent_class)->dispose (object);
}

static void
fb_table_view_finalize (GObject *object)
{
  FbTableView *self = FB_TABLE_VIEW (object);

  g_hash_table_unref (self->widgets);
  g_hash_table_unref (self->collapsed);
  g_ptr_array_unref (self->selected);

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

  widget_class->get_request_mode = fb_table_view_get_request_mode;
  widget_class->measure = fb_table_view_measure;
  widget_class->size_allocate = fb_table_view_size_allocate;
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
  self->widgets = g_hash_table_new (NULL, NULL);
  self->collapsed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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
  scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", self->list, NULL);
  self->empty = adw_status_page_new ();
  gtk_widget_add_css_class (self->empty, "compact");
  self->stack = g_object_new (GTK_TYPE_STACK, "vhomogeneous", FALSE, NULL);
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "list");
  gtk_stack_add_named (GTK_STACK (self->stack), self->empty, "empty");
  self->adders = g_object_new (GTK_TYPE_BOX, "spacing", 6, "css-classes", (const char *[]) { "adders", NULL }, NULL);

  click = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (secondary_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_widget_set_parent (self->header, GTK_WIDGET (self));
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  gtk_widget_set_parent (self->adders, GTK_WIDGET (self));
}

/** Returns: (transfer floating): a table of nothing. */
GtkWidget *
fb_table_view_new (void)
{
  return g_object_new (FB_TYPE_TABLE_VIEW, NULL);
}

/**
 * fb_table_view_set_container:
 * @container: (nullable): a table of measures, goals or a register
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
  GtkFilter *filter;
  FbKind row_kind;

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
      load_columns (self);

      filter = GTK_FILTER (gtk_custom_filter_new (is_row, NULL, NULL));
      self->tree = gtk_tree_list_model_new (
        G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (container)), filter)), FALSE, TRUE,
        create_children, NULL, NULL);
      self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->tree)));
      g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self);
      gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (self->selection));
      g_signal_connect_object (document, "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);

      title = fb_node_dup_label (container);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->empty), info->icon);
      adw_status_page_set_title (ADW_STATUS_PAGE (self->empty), _("Nothing Here Yet"));
    }
  show_emptiness (self);
  fill_adders (self);
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

GtkWidget *
fb_table_view_get_row_widget (FbTableView *self,
                              FbNode      *node)
{
  return node != NULL ? g_hash_table_lookup (self->widgets, node) : NULL;
}

/* Opens what is around a node, so that its row can be shown. */
static void
expand_above (FbTableView *self,
              FbNode      *node)
{
  FbNode *parent = fb_node_get_parent (node);

  if (parent == NULL || parent == self->container)
    return;

  expand_above (self, parent);
  fb_table_view_set_expanded (self, parent, TRUE);
}

gboolean
fb_table_view_get_expanded (FbTableView *self,
                            FbNode      *node)
{
  g_autoptr (GtkTreeListRow) row = find_row (self, node);

  return row != NULL && gtk_tree_list_row_get_expanded (row);
}

void
fb_table_view_set_expanded (FbTableView *self,
                            FbNode      *node,
                            gboolean     expanded)
{
  g_autoptr (GtkTreeListRow) row = find_row (self, node);

  if (row == NULL || gtk_tree_list_row_get_expanded (row) == expanded)
    return;

  if (expanded)
    g_hash_table_remove (self->collapsed, fb_node_get_id (node));
  else
    g_hash_table_add (self->collapsed, g_strdup (fb_node_get_id (node)));
  gtk_tree_list_row_set_expanded (row, expanded);
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
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) mask = NULL;
  guint first = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (FB_IS_TABLE_VIEW (self));

  if (self->selection == NULL)
    return;

  for (guint i = 0; i < rows->len; i++)
    expand_above (self, g_ptr_array_index (rows, i));
  for (guint i = 0; i < rows->len; i++)
    {
      guint position = find_position (self, g_ptr_array_index (rows, i));

      if (position != GTK_INVALID_LIST_POSITION)
        gtk_bitset_add (selected, position);
    }
  mask = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->selection)));

  self->selecting = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), selected, mask);
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

/** Focuses the current row, or the list where nothing is selected. */
void
fb_table_view_focus (FbTableView *self)
{
  FbNode *current = self->selected->len > 0 ? g_ptr_array_index (self->selected, 0) : NULL;
  guint position = find_position (self, current);
  GtkWidget *widget;

  if (position != GTK_INVALID_LIST_POSITION)
    fb_list_view_scroll_to (self->list, position);
  widget = fb_table_view_get_row_widget (self, current);
  if (widget != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (widget));
  else if (gtk_widget_get_visible (self->header))
    gtk_widget_grab_focus (self->list);
  else
    gtk_widget_child_focus (self->adders, GTK_DIR_TAB_FORWARD);
}

void
fb_table_view_edit (FbTableView *self,
                    const char  *property)
{
  if (self->selected->len > 0)
    g_signal_emit (self, signals[EDIT], 0, property);
}
