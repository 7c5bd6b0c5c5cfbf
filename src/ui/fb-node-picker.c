/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-node-picker.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-tab-stop.h"

struct _FbNodePicker
{
  GtkPopover parent_instance;

  GtkWidget *search;
  GtkWidget *list;
  GtkWidget *stack;
  GListStore *nodes;
  GtkFilter *filter;
  GtkSingleSelection *selection;
  char *sought; /* casefolded */
  FbNodePickerName dup_name;
  FbNodePickerName dup_place;
};

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FbNodePicker, fb_node_picker, GTK_TYPE_POPOVER)

static void
pick (FbNodePicker *self,
      FbNode       *node)
{
  g_autoptr (FbNode) picked = node != NULL ? g_object_ref (node) : NULL;

  gtk_popover_popdown (GTK_POPOVER (self));
  if (picked != NULL)
    g_signal_emit (self, signals[PICKED], 0, picked);
}

static void
list_activate_cb (FbNodePicker *self,
                  guint         position)
{
  g_autoptr (FbNode) node = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  pick (self, node);
}

static void
search_activate_cb (FbNodePicker *self)
{
  pick (self, gtk_single_selection_get_selected_item (self->selection));
}

static gboolean
matches (gpointer item,
         gpointer data)
{
  FbNodePicker *self = data;
  g_autofree char *name = NULL;
  g_autofree char *folded = NULL;

  if (self->sought == NULL)
    return TRUE;

  name = self->dup_name (item);
  folded = g_utf8_casefold (name, -1);
  return strstr (folded, self->sought) != NULL;
}

static void
show_whether_empty (FbNodePicker *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), empty ? "empty" : "list");
}

static void
search_changed_cb (FbNodePicker *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_free (self->sought);
  self->sought = *text != '\0' ? g_utf8_casefold (text, -1) : NULL;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_single_selection_set_selected (self->selection, 0);
  show_whether_empty (self);
}

/* Up and down move through the hits while one goes on typing. */
static gboolean
search_key_cb (FbNodePicker    *self,
               guint            keyval,
               guint            keycode,
               GdkModifierType  state)
{
  guint selected = gtk_single_selection_get_selected (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Down && selected + 1 < n)
    selected++;
  else if (keyval == GDK_KEY_Up && selected > 0 && selected != GTK_INVALID_LIST_POSITION)
    selected--;
  gtk_single_selection_set_selected (self->selection, selected);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", selected);
  return GDK_EVENT_STOP;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, "lines", 3, "wrap",
                                  TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars", 8, NULL);
  GtkWidget *place = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", 8,
                                   "css-classes", (const char *[]) { "caption", "dim-label", NULL }, NULL);

  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), place);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         FbNodePicker             *self)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *name = gtk_widget_get_first_child (box);
  FbNode *node = gtk_list_item_get_item (item);
  g_autofree char *words = self->dup_name (node);
  g_autofree char *place = self->dup_place (node);

  gtk_label_set_label (GTK_LABEL (name), words);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (name)), place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}

static void
fb_node_picker_map (GtkWidget *widget)
{
  FbNodePicker *self = FB_NODE_PICKER (widget);

  GTK_WIDGET_CLASS (fb_node_picker_parent_class)->map (widget);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (self->search);
}

static void
fb_node_picker_dispose (GObject *object)
{
  FbNodePicker *self = FB_NODE_PICKER (object);

  gtk_popover_set_child (GTK_POPOVER (self), NULL);
  g_clear_object (&self->nodes);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (fb_node_picker_parent_class)->dispose (object);
}

static void
fb_node_picker_finalize (GObject *object)
{
  g_free (FB_NODE_PICKER (object)->sought);

  G_OBJECT_CLASS (fb_node_picker_parent_class)->finalize (object);
}

static void
fb_node_picker_class_init (FbNodePickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fb_node_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = fb_node_picker_finalize;
  GTK_WIDGET_CLASS (klass)->map = fb_node_picker_map;

  /**
   * FbNodePicker::picked:
   * @node: the node
   */
  signals[PICKED] = g_signal_new ("picked", FB_TYPE_NODE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  FB_TYPE_NODE);
}

static void
fb_node_picker_init (FbNodePicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller;
  GtkWidget *empty;
  GtkListItemFactory *factory;
  GtkEventController *keys;

  self->dup_name = fb_node_picker_dup_name;
  self->dup_place = fb_node_picker_dup_place;
  self->nodes = g_list_store_new (FB_TYPE_NODE);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (
    gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->nodes)), self->filter)));

  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Hits"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (list_activate_cb), self);
  scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", self->list,
                           "propagate-natural-height", TRUE, "max-content-height", 320, NULL);
  empty = g_object_new (GTK_TYPE_LABEL, "label", _("Nothing found"), "margin-top", 12, "margin-bottom", 12,
                        "css-classes", (const char *[]) { "dim-label", NULL }, NULL);
  self->stack = g_object_new (GTK_TYPE_STACK, "vhomogeneous", FALSE, NULL);
  gtk_stack_add_named (GTK_STACK (self->stack), fb_tab_stop_new (scroller), "list");
  gtk_stack_add_named (GTK_STACK (self->stack), empty, "empty");

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Search"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search"), -1);
  g_signal_connect_swapped (self->search, "changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (search_activate_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), self);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_widget_add_controller (self->search, keys);

  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), self->stack);
  gtk_widget_set_size_request (box, 300, -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "node-picker");
}

GtkWidget *
fb_node_picker_new (void)
{
  return g_object_new (FB_TYPE_NODE_PICKER, NULL);
}

/** Calls nodes otherwise than by number and title, and place: at greater length. What is searched for is in the
 * name. */
void
fb_node_picker_set_names (FbNodePicker     *self,
                          FbNodePickerName  dup_name,
                          FbNodePickerName  dup_place)
{
  self->dup_name = dup_name;
  self->dup_place = dup_place;
  gtk_widget_set_size_request (gtk_popover_get_child (GTK_POPOVER (self)), 440, -1);
  gtk_scrolled_window_set_min_content_height (
    GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (self->list, GTK_TYPE_SCROLLED_WINDOW)), 240);
}

/**
 * fb_node_picker_fill:
 * @kinds: FB_KIND_MASK()s of what is offered; 0 is any
 * @except: (nullable): ids that are not offered, because they are picked already
 *
 * Offers the nodes of a document in reading order.
 */
void
fb_node_picker_fill (FbNodePicker       *self,
                     FbDocument         *document,
                     guint64             kinds,
                     const char * const *except)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  FbNode *root = fb_document_get_root (document);

  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    if ((kinds == 0 || (kinds & FB_KIND_MASK (fb_node_get_kind (node)))) &&
        (except == NULL || !g_strv_contains (except, fb_node_get_id (node))))
      g_ptr_array_add (nodes, node);

  g_list_store_splice (self->nodes, 0, g_list_model_get_n_items (G_LIST_MODEL (self->nodes)), nodes->pdata, nodes->len);
  show_whether_empty (self);
}

/** Returns: (transfer full): number and title of a node, as one calls it when one picks it. */
char *
fb_node_picker_dup_name (FbNode *node)
{
  const char *number = fb_node_get_number (node);
  g_autofree char *label = fb_node_dup_label (node);

  return number != NULL && *number != '\0' ? g_strdup_printf ("%s %s", number, label) : g_strdup (label);
}

/** Returns: (transfer full): where a node stands: its kind or level, and the field of action around it. */
char *
fb_node_picker_dup_place (FbNode *node)
{
  FbNode *field = fb_node_get_parent (node) != NULL ? fb_node_get_ancestor (fb_node_get_parent (node), FB_KIND_FIELD)
                                                    : NULL;
  const FbProperty *level = fb_kind_get_property (fb_node_get_kind (node), "level");
  g_autofree char *words = level != NULL ? fb_value_to_words (fb_node_get_value (node, level), level) : NULL;
  const char *kind = words != NULL && *words != '\0' ? words : fb_kind_get_label (fb_node_get_kind (node));
  g_autofree char *name = NULL;

  if (field == NULL)
    return g_strdup (kind);

  name = fb_node_picker_dup_name (field);
  /* Translators: a kind of part, such as a goal, and the field of action that it stands in */
  return g_strdup_printf (_("%s · %s"), kind, name);
}
