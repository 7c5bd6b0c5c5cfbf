/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-outline.h"

struct _FbOutline
{
  AdwBin parent_instance;

  GtkWidget *list;
  GtkTreeListModel *tree;
  GtkSingleSelection *selection;
  FbDocument *document;
};

enum
{
  PROP_0,
  PROP_SELECTED,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (FbOutline, fb_outline, ADW_TYPE_BIN)

#define K(kind) FB_KIND_MASK (FB_KIND_##kind)
#define PARTS (K (CONCEPT) | K (CHAPTER) | K (FIELD) | K (GOALS) | K (MEASURES) | K (FIGURE))
#define REGISTERS (K (ACTORS) | K (PROCESS) | K (RESOLUTIONS) | K (CEILINGS) | K (EDITIONS))

static gboolean
is_part (gpointer item, gpointer data)
{
  return fb_outline_shows_kind (fb_node_get_kind (item));
}

static GListModel *
create_model (gpointer item, gpointer data)
{
  FbKind kind = fb_node_get_kind (item);
  GtkFilter *filter;

  if (kind != FB_KIND_CHAPTER && kind != FB_KIND_FIELD)
    return NULL;

  filter = GTK_FILTER (gtk_custom_filter_new (is_part, NULL, NULL));

  return G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (item)), filter));
}

static void
selection_changed_cb (FbOutline *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), label);
  gtk_list_item_set_child (item, expander);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  g_autoptr (FbNode) node = gtk_tree_list_row_get_item (row);
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  g_autofree char *label = fb_node_dup_label (node);

  gtk_tree_expander_set_list_row (expander, row);
  gtk_label_set_label (GTK_LABEL (gtk_tree_expander_get_child (expander)), label);
}

static void
fb_outline_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, fb_outline_get_selected (FB_OUTLINE (object)));
}

static void
fb_outline_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  fb_outline_set_selected (FB_OUTLINE (object), g_value_get_object (value));
}

static void
fb_outline_dispose (GObject *object)
{
  FbOutline *self = FB_OUTLINE (object);

  g_clear_object (&self->document);
  g_clear_object (&self->selection);
  g_clear_object (&self->tree);

  G_OBJECT_CLASS (fb_outline_parent_class)->dispose (object);
}

static void
fb_outline_class_init (FbOutlineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fb_outline_get_property;
  object_class->set_property = fb_outline_set_property;
  object_class->dispose = fb_outline_dispose;

  properties[PROP_SELECTED]
      = g_param_spec_object ("selected", NULL, NULL, FB_TYPE_NODE,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
fb_outline_init (FbOutline *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->list = gtk_list_view_new (NULL, factory);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/** Returns: (transfer floating): an outline of no document */
GtkWidget *
fb_outline_new (void)
{
  return g_object_new (FB_TYPE_OUTLINE, NULL);
}

/** Returns: whether nodes of @kind have a row in the outline. */
gboolean
fb_outline_shows_kind (FbKind kind)
{
  return ((PARTS | REGISTERS) & FB_KIND_MASK (kind)) != 0;
}

/** Shows the outline of @document (nullable). */
void
fb_outline_set_document (FbOutline *self, FbDocument *document)
{
  GtkFilter *filter;
  GListModel *children;

  g_return_if_fail (FB_IS_OUTLINE (self));

  if (!g_set_object (&self->document, document))
    return;

  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->tree);
  if (document == NULL)
    return;

  filter = GTK_FILTER (gtk_custom_filter_new (is_part, NULL, NULL));
  children = G_LIST_MODEL (
      gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (fb_document_get_root (document))), filter));
  self->tree = gtk_tree_list_model_new (children, FALSE, FALSE, create_model, NULL, NULL);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->tree)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (self->selection));
}

/** Returns: (transfer none) (nullable): the selected node */
FbNode *
fb_outline_get_selected (FbOutline *self)
{
  GtkTreeListRow *row;
  g_autoptr (FbNode) node = NULL;

  g_return_val_if_fail (FB_IS_OUTLINE (self), NULL);

  row = self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
  if (row != NULL)
    node = gtk_tree_list_row_get_item (row);

  return node; /* the document holds it */
}

/** Selects @node (nullable), unfolding what is above it. */
void
fb_outline_set_selected (FbOutline *self, FbNode *node)
{
  guint position = 0;

  g_return_if_fail (FB_IS_OUTLINE (self));

  if (self->selection == NULL || node == fb_outline_get_selected (self))
    return;

  while (node != NULL && position < g_list_model_get_n_items (G_LIST_MODEL (self->tree)))
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, position);
      g_autoptr (FbNode) item = gtk_tree_list_row_get_item (row);

      if (item == node)
        {
          gtk_single_selection_set_selected (self->selection, position);
          return;
        }
      if (fb_node_is_ancestor (item, node))
        gtk_tree_list_row_set_expanded (row, TRUE);
      position++;
    }
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}
