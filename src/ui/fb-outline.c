/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-outline.h"

#include "ui/fb-compat.h"
#include "ui/fb-outline-actions.h"
#include "ui/fb-outline-row.h"
#include "ui/fb-outline-tree.h"
#include "ui/fb-register-list.h"
#include "ui/fb-tab-stop.h"
#include "ui/fb-ui.h"

struct _FbOutline
{
  AdwBin parent_instance;

  FbTabStop *rows;
  GtkWidget *list;
  FbRegisterList *registers;
  GtkWidget *nothing_found;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkMenuButton *add_button;
  GMenu *add_menu;
  GMenu *add_section;
  GMenuModel *context_menu;

  FbDocument *document;
  GtkTreeListModel *tree;
  GtkSingleSelection *selection;
  FbNode *selected;     /* what the user has selected; the rows of a moved branch come and go below it */
  const char *overview; /* static, or NULL */
  GHashTable *expanded; /* ids of unfolded nodes */
  GHashTable *badges;   /* FbNode to a number, or NULL */
  gboolean restoring;
};

enum
{
  PROP_0,
  PROP_SELECTED,
  PROP_OVERVIEW,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (FbOutline, fb_outline, ADW_TYPE_BIN)

#define K(kind) FB_KIND_MASK (FB_KIND_##kind)
#define PARTS (K (CONCEPT) | K (CHAPTER) | K (FIELD) | K (GOALS) | K (MEASURES) | K (FIGURE))
#define REGISTERS (K (ACTORS) | K (PROCESS) | K (RESOLUTIONS) | K (CEILINGS) | K (EDITIONS))

/* Rows */

static gboolean
drop_cb (FbOutlineRow *row,
         FbNode       *node,
         int           where,
         FbOutline    *self)
{
  fb_outline_drop_node (self, node, fb_outline_row_get_node (row), where);
  return TRUE;
}

static void
renamed_cb (FbOutlineRow *row,
            const char   *title,
            FbOutline    *self)
{
  FbNode *node = fb_outline_row_get_node (row);
  const FbProperty *property = fb_kind_get_title (fb_node_get_kind (node));

  fb_document_seal (self->document);
  fb_document_set_words (self->document, node, property->name, title);
}

static void
expanded_cb (GtkTreeListRow *row,
             GParamSpec     *pspec,
             FbOutline      *self)
{
  g_autoptr (FbNode) node = gtk_tree_list_row_get_item (row);

  if (self->restoring || node == NULL)
    return;

  if (gtk_tree_list_row_get_expanded (row))
    g_hash_table_add (self->expanded, g_strdup (fb_node_get_id (node)));
  else
    g_hash_table_remove (self->expanded, fb_node_get_id (node));
}

/* The menu belongs to the outline and not to the row, which a change may take away while the menu is open. */
static void
open_context_menu (FbOutline *self,
                   GtkWidget *row,
                   double     x,
                   double     y)
{
  double self_x;
  double self_y;

  if (!gtk_widget_translate_coordinates (row, GTK_WIDGET (self), x, y, &self_x, &self_y))
    return;
  fb_outline_fill_add_menu (self, self->add_section);
  fb_ui_popup_menu (GTK_WIDGET (self), self->context_menu, self_x, self_y);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            FbOutline       *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  FbNode *node = fb_outline_row_get_node (FB_OUTLINE_ROW (row));

  if (node == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  fb_outline_set_selected (self, node);
  open_context_menu (self, row, x, y);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          FbOutline          *self)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *row = fb_outline_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (row, "drop", G_CALLBACK (drop_cb), self, 0);
  g_signal_connect_object (row, "renamed", G_CALLBACK (renamed_cb), self, 0);
  gtk_widget_set_hexpand (row, TRUE);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), row);
  gtk_list_item_set_child (item, expander);
}

static FbOutlineRow *
get_row (GtkListItem *item)
{
  return FB_OUTLINE_ROW (gtk_tree_expander_get_child (GTK_TREE_EXPANDER (gtk_list_item_get_child (item))));
}

static void
update_badge (FbOutline    *self,
              FbOutlineRow *row)
{
  FbNode *node = fb_outline_row_get_node (row);

  fb_outline_row_set_badge (row, self->badges != NULL && node != NULL
                                   ? GPOINTER_TO_UINT (g_hash_table_lookup (self->badges, node))
                                   : 0);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         FbOutline          *self)
{
  GtkTreeListRow *tree_row = gtk_list_item_get_item (item);
  g_autoptr (FbNode) node = gtk_tree_list_row_get_item (tree_row);
  GtkWidget *expander = gtk_list_item_get_child (item);
  gboolean is_leaf = fb_node_get_n_children (node) == 0;

  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (expander), tree_row);
  if (is_leaf)
    gtk_widget_add_css_class (expander, "empty");
  else
    gtk_widget_remove_css_class (expander, "empty");
  fb_outline_row_set_node (get_row (item), node);
  update_badge (self, get_row (item));
  g_signal_connect (tree_row, "notify::expanded", G_CALLBACK (expanded_cb), self);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *item,
           FbOutline          *self)
{
  GtkTreeListRow *tree_row = gtk_list_item_get_item (item);

  g_signal_handlers_disconnect_by_data (tree_row, self);
  fb_outline_row_set_node (get_row (item), NULL);
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), NULL);
}

typedef void (*RowFunc) (FbOutline *self, FbOutlineRow *row, gpointer data);

/* Calls @func for each row that is there now. */
static void
foreach_row (FbOutline *self,
             RowFunc    func,
             gpointer   data)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->list); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *expander = gtk_widget_get_first_child (child);
      GtkWidget *row = GTK_IS_TREE_EXPANDER (expander) ? gtk_tree_expander_get_child (GTK_TREE_EXPANDER (expander))
                                                       : NULL;

      if (row != NULL)
        func (self, FB_OUTLINE_ROW (row), data);
    }
}

/* Selection */

static void
set_current (FbOutline  *self,
             FbNode     *node,
             const char *overview)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (self->overview != overview)
    {
      self->overview = overview;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OVERVIEW]);
    }
  if (g_set_object (&self->selected, node))
    {
      fb_outline_update_actions (self);
      fb_outline_fill_add_menu (self, self->add_menu);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

static void
selection_changed_cb (FbOutline *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  /* Nothing is selected while a row is being made anew; the choice stays what it was. */
  if (self->restoring || position == GTK_INVALID_LIST_POSITION)
    return;

  fb_register_list_select (self->registers, NULL, NULL);
  set_current (self, fb_outline_tree_get (self->tree, position), NULL);
}

static void
register_chosen_cb (FbOutline  *self,
                    FbNode     *node,
                    const char *overview)
{
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  set_current (self, node, fb_register_list_find_overview (overview));
}

static void
focus_if_selected (FbOutline    *self,
                   FbOutlineRow *row,
                   gpointer      data)
{
  if (self->selected != NULL && fb_outline_row_get_node (row) == self->selected)
    gtk_widget_grab_focus (gtk_widget_get_ancestor (GTK_WIDGET (row), GTK_TYPE_TREE_EXPANDER));
}

static void
focus_later (gpointer data)
{
  g_autoptr (FbOutline) self = data;

  foreach_row (self, focus_if_selected, NULL);
}

/* The row of a moved node is made anew in the next frame; where the keyboard was, it is to be again. */
static void
keep_focus (FbOutline *self)
{
  if (fb_tab_stop_has_keyboard (self->rows))
    g_idle_add_once (focus_later, g_object_ref (self));
}

/* Shows in both lists what is selected and unfolded; rows may have been made anew. */
static void
restore (FbOutline *self)
{
  guint position;

  if (self->tree == NULL)
    return;

  self->restoring = TRUE;
  fb_outline_tree_expand (self->tree, self->expanded);
  position = self->selected != NULL ? fb_outline_tree_find (self->tree, self->selected) : GTK_INVALID_LIST_POSITION;
  gtk_single_selection_set_selected (self->selection, position);

  fb_register_list_select (self->registers, self->selected, self->overview);
  self->restoring = FALSE;

  gtk_widget_set_visible (self->nothing_found, g_list_model_get_n_items (G_LIST_MODEL (self->tree)) == 0);
}

static void
update_leaf (FbOutline    *self,
             FbOutlineRow *row,
             gpointer      data)
{
  FbNode *node = fb_outline_row_get_node (row);
  GtkWidget *expander = gtk_widget_get_parent (GTK_WIDGET (row));

  if (node != NULL && fb_node_get_n_children (node) > 0)
    gtk_widget_remove_css_class (expander, "empty");
  else
    gtk_widget_add_css_class (expander, "empty");
}

static void
applied_cb (FbDocument     *document,
            const FbChange *change,
            FbOutline      *self)
{
  if (change->type == FB_CHANGE_SET)
    return;

  foreach_row (self, update_leaf, NULL);

  if (self->selected != NULL && fb_document_lookup (document, fb_node_get_id (self->selected)) != self->selected)
    set_current (self, NULL, NULL);
  restore (self);
  keep_focus (self);
  fb_outline_update_actions (self);
  fb_outline_fill_add_menu (self, self->add_menu);
}

/* Tree */

static void
clear_tree (FbOutline *self)
{
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->tree);
}

static void
make_tree (FbOutline *self)
{
  const char *search = gtk_search_bar_get_search_mode (self->search_bar) ? gtk_editable_get_text (self->search_entry)
                                                                         : NULL;

  clear_tree (self);
  if (self->document == NULL)
    return;

  self->tree = fb_outline_tree_new (fb_document_get_root (self->document), PARTS, search);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->tree)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (self->selection));
  restore (self);
}

static void
search_changed_cb (FbOutline *self)
{
  make_tree (self);
}

/* Return in the filter goes to the first hit. */
static void
search_activate_cb (FbOutline *self)
{
  if (self->tree != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->tree)) > 0)
    {
      gtk_widget_grab_focus (self->list);
      gtk_single_selection_set_selected (self->selection, 0);
    }
}

static void
search_mode_cb (FbOutline *self)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar))
    make_tree (self);
}

/* The first levels are unfolded in a document that is opened. */
static void
expand_at_first (FbOutline *self)
{
  FbNode *root = fb_document_get_root (self->document);

  for (guint i = 0; i < fb_node_get_n_children (root); i++)
    {
      FbNode *child = fb_node_get_child (root, i);

      if (fb_node_get_n_children (child) > 0)
        g_hash_table_add (self->expanded, g_strdup (fb_node_get_id (child)));
    }
}

static gboolean
menu_key_cb (GtkWidget *list,
             GVariant  *arguments,
             gpointer   data)
{
  FbOutline *self = FB_OUTLINE (gtk_widget_get_ancestor (list, FB_TYPE_OUTLINE));
  GtkWidget *row = gtk_root_get_focus (gtk_widget_get_root (list));

  if (self->selected == NULL || row == NULL)
    return GDK_EVENT_PROPAGATE;

  open_context_menu (self, row, 40, gtk_widget_get_height (row));
  return GDK_EVENT_STOP;
}

/* Right unfolds the selected row and left folds it; left on a folded row goes to the one it is a part of. */
static gboolean
list_key_cb (FbOutline      *self,
             guint           keyval,
             guint           keycode,
             GdkModifierType state)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint unfolding = mirrored ? GDK_KEY_Left : GDK_KEY_Right;
  guint folding = mirrored ? GDK_KEY_Right : GDK_KEY_Left;
  GtkTreeListRow *row = self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || row == NULL ||
      (keyval != unfolding && keyval != folding))
    return GDK_EVENT_PROPAGATE;

  if (gtk_tree_list_row_is_expandable (row) && gtk_tree_list_row_get_expanded (row) != (keyval == unfolding))
    gtk_tree_list_row_set_expanded (row, keyval == unfolding);
  else if (keyval == folding && gtk_tree_list_row_get_depth (row) > 0)
    {
      fb_outline_set_selected (self, fb_node_get_parent (self->selected));
      keep_focus (self);
    }
  return GDK_EVENT_STOP;
}

static void
activate_cb (GtkListView *list,
             guint        position,
             FbOutline   *self)
{
  g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, position);

  if (row != NULL && gtk_tree_list_row_is_expandable (row))
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

static void
fb_outline_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  FbOutline *self = FB_OUTLINE (object);

  switch (id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    case PROP_OVERVIEW:
      g_value_set_string (value, self->overview);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fb_outline_set_property (GObject      *object,
                         guint         id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  FbOutline *self = FB_OUTLINE (object);

  switch (id)
    {
    case PROP_SELECTED:
      fb_outline_set_selected (self, g_value_get_object (value));
      break;
    case PROP_OVERVIEW:
      fb_outline_set_overview (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fb_outline_dispose (GObject *object)
{
  FbOutline *self = FB_OUTLINE (object);
  GtkWidget *menu;

  fb_outline_set_document (self, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  while ((menu = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (menu);
  gtk_widget_dispose_template (GTK_WIDGET (self), FB_TYPE_OUTLINE);

  G_OBJECT_CLASS (fb_outline_parent_class)->dispose (object);
}

static void
fb_outline_finalize (GObject *object)
{
  FbOutline *self = FB_OUTLINE (object);

  g_clear_pointer (&self->expanded, g_hash_table_unref);
  g_clear_pointer (&self->badges, g_hash_table_unref);

  G_OBJECT_CLASS (fb_outline_parent_class)->finalize (object);
}

static void
fb_outline_class_init (FbOutlineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fb_outline_get_property;
  object_class->set_property = fb_outline_set_property;
  object_class->dispose = fb_outline_dispose;
  object_class->finalize = fb_outline_finalize;

  properties[PROP_SELECTED] =
    g_param_spec_object ("selected", NULL, NULL, FB_TYPE_NODE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_OVERVIEW] =
    g_param_spec_string ("overview", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/feldbuch/Feldbuch/ui/fb-outline.ui");
  gtk_widget_class_bind_template_child (widget_class, FbOutline, rows);
  gtk_widget_class_bind_template_child (widget_class, FbOutline, list);
  gtk_widget_class_bind_template_child (widget_class, FbOutline, registers);
  gtk_widget_class_bind_template_child (widget_class, FbOutline, nothing_found);
  gtk_widget_class_bind_template_child (widget_class, FbOutline, search_bar);
  gtk_widget_class_bind_template_child (widget_class, FbOutline, search_entry);
  gtk_widget_class_bind_template_child (widget_class, FbOutline, add_button);
  gtk_widget_class_bind_template_child (widget_class, FbOutline, add_menu);
  gtk_widget_class_bind_template_child (widget_class, FbOutline, add_section);
  gtk_widget_class_bind_template_child (widget_class, FbOutline, context_menu);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, register_chosen_cb);

  g_type_ensure (FB_TYPE_REGISTER_LIST);
  g_type_ensure (FB_TYPE_TAB_STOP);
  fb_outline_class_install_actions (widget_class);
}

static void
fb_outline_init (FbOutline *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *menu_keys = gtk_shortcut_controller_new ();

  self->expanded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  g_object_unref (factory);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activate_cb), self, 0);

  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  g_signal_connect_object (self->search_bar, "notify::search-mode-enabled", G_CALLBACK (search_mode_cb), self,
                           G_CONNECT_SWAPPED);

  fb_outline_add_keys (self->list);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (list_key_cb), self);
  gtk_widget_add_controller (self->list, keys);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (menu_keys),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                      gtk_callback_action_new (menu_key_cb, NULL, NULL)));
  gtk_widget_add_controller (self->list, menu_keys);
  fb_outline_update_actions (self);
}

/** Returns: (transfer floating): an outline of no document. */
GtkWidget *
fb_outline_new (void)
{
  return g_object_new (FB_TYPE_OUTLINE, NULL);
}

/** Returns: (transfer none) (nullable): the document. */
FbDocument *
fb_outline_get_document (FbOutline *self)
{
  return self->document;
}

/** Shows the outline of @document (nullable). */
void
fb_outline_set_document (FbOutline  *self,
                         FbDocument *document)
{
  g_return_if_fail (FB_IS_OUTLINE (self));

  if (self->document == document)
    return;

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  fb_register_list_set_document (self->registers, NULL);
  clear_tree (self);
  g_clear_object (&self->selected);
  self->overview = NULL;
  g_hash_table_remove_all (self->expanded);
  g_clear_pointer (&self->badges, g_hash_table_unref);
  g_set_object (&self->document, document);

  fb_register_list_set_document (self->registers, document);
  if (document != NULL)
    {
      expand_at_first (self);
      g_signal_connect_object (document, "applied", G_CALLBACK (applied_cb), self, 0);
      make_tree (self);
    }
  fb_outline_update_actions (self);
  fb_outline_fill_add_menu (self, self->add_menu);
}

/** Returns: (transfer none) (nullable): the selected node. */
FbNode *
fb_outline_get_selected (FbOutline *self)
{
  g_return_val_if_fail (FB_IS_OUTLINE (self), NULL);

  return self->selected;
}

/** Selects @node (nullable), unfolding what is above it. */
void
fb_outline_set_selected (FbOutline *self,
                         FbNode    *node)
{
  g_return_if_fail (FB_IS_OUTLINE (self));

  if (node == self->selected && self->overview == NULL)
    return;

  for (FbNode *above = node != NULL ? fb_node_get_parent (node) : NULL; above != NULL;
       above = fb_node_get_parent (above))
    g_hash_table_add (self->expanded, g_strdup (fb_node_get_id (above)));
  set_current (self, node, NULL);
  restore (self);
  if (self->selection != NULL && gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION)
    fb_list_view_scroll_to (self->list, gtk_single_selection_get_selected (self->selection));
}

/** Returns: (nullable): the name of the selected overview. */
const char *
fb_outline_get_overview (FbOutline *self)
{
  return self->overview;
}

/** Selects the overview called @name (nullable), in place of a node. */
void
fb_outline_set_overview (FbOutline  *self,
                         const char *name)
{
  const char *overview = fb_register_list_find_overview (name);

  if (overview == NULL || overview == self->overview)
    return;

  set_current (self, NULL, overview);
  restore (self);
}

static void
update_badge_cb (FbOutline    *self,
                 FbOutlineRow *row,
                 gpointer      data)
{
  update_badge (self, row);
}

/**
 * fb_outline_set_badges:
 * @badges: (nullable): FbNode to the number of findings at it, as GUINT_TO_POINTER
 *
 * Shows the findings of each row and of what is below it.
 */
void
fb_outline_set_badges (FbOutline  *self,
                       GHashTable *badges)
{
  GHashTableIter iter;
  gpointer node, number;

  g_clear_pointer (&self->badges, g_hash_table_unref);
  if (badges != NULL)
    {
      self->badges = g_hash_table_new (NULL, NULL);
      g_hash_table_iter_init (&iter, badges);
      while (g_hash_table_iter_next (&iter, &node, &number))
        for (FbNode *above = node; above != NULL && fb_node_get_kind (above) != FB_KIND_CONCEPT;
             above = fb_node_get_parent (above))
          if (fb_outline_shows_kind (fb_node_get_kind (above)))
            {
              guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->badges, above));

              g_hash_table_insert (self->badges, above, GUINT_TO_POINTER (n + GPOINTER_TO_UINT (number)));
            }
    }
  foreach_row (self, update_badge_cb, NULL);
}

static void
rename_if_selected (FbOutline    *self,
                    FbOutlineRow *row,
                    gpointer      data)
{
  if (fb_outline_row_get_node (row) == self->selected && self->selected != NULL)
    fb_outline_row_rename (row);
}

static void
rename_later (gpointer data)
{
  g_autoptr (FbOutline) self = data;

  foreach_row (self, rename_if_selected, NULL);
}

/** Lets the user edit the title of the selected node in place. */
void
fb_outline_rename_selected (FbOutline *self)
{
  /* The row of a node that has just been added is made in the next frame. */
  g_timeout_add_once (50, rename_later, g_object_ref (self));
}

/** Gives the keyboard to the rows of the outline. */
void
fb_outline_focus (FbOutline *self)
{
  g_return_if_fail (FB_IS_OUTLINE (self));

  gtk_widget_grab_focus (self->list);
}

/** Opens the menu of what can be added at the selected node. */
void
fb_outline_show_additions (FbOutline *self)
{
  gtk_menu_button_popup (self->add_button);
}

/** Opens the filter. */
void
fb_outline_search (FbOutline *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/** Returns: FB_KIND_MASK()s of what has a row in the outline. */
guint64
fb_outline_get_kinds (void)
{
  return PARTS | REGISTERS;
}

/** Returns: whether nodes of @kind have a row in the outline. */
gboolean
fb_outline_shows_kind (FbKind kind)
{
  return (fb_outline_get_kinds () & FB_KIND_MASK (kind)) != 0;
}
