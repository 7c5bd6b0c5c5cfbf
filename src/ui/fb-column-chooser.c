/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-column-chooser.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-form.h"
#include "ui/fb-rows.h"
#include "ui/fb-table-columns.h"

struct _FbColumnChooser
{
  GtkWidget parent_instance;

  FbDocument *document;
  FbNode *container;
  FbTableColumns *columns; /* as the table has them */
  GtkWidget *box;
  GtkWidget *list;
  GtkWidget *form;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (FbColumnChooser, fb_column_chooser, GTK_TYPE_WIDGET)

/* What a row of the list stands for: a column that is shown, or a property that could be. */

static FbNode *
get_node (GtkWidget *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "fb-node") : NULL;
}

static const FbProperty *
get_property (GtkWidget *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "fb-property") : NULL;
}

static GtkWidget *
get_current (FbColumnChooser *self)
{
  return GTK_WIDGET (gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)));
}

static guint
count_columns (FbColumnChooser *self)
{
  guint n = 0;

  while (n < fb_node_get_n_children (self->container) &&
         fb_node_get_kind (fb_node_get_child (self->container, n)) == FB_KIND_COLUMN)
    n++;
  return n;
}

static void fill (FbColumnChooser *self, const FbProperty *select);

/* Changing */

static void
set_shown (FbColumnChooser  *self,
           const FbProperty *property,
           gboolean          shown)
{
  FbNode *found = NULL;

  fb_document_begin (self->document, shown ? _("Show Column") : _("Hide Column"));
  fb_table_columns_ensure (self->columns, self->document, self->container);
  for (guint i = 0; i < count_columns (self); i++)
    {
      FbNode *node = fb_node_get_child (self->container, i);

      if (g_strcmp0 (fb_node_get_words (node, "shows"), property->name) == 0 ||
          g_str_equal (fb_node_get_id (node), property->name))
        found = node;
    }
  if (!shown && found != NULL && count_columns (self) > 1)
    {
      fb_document_remove_one (self->document, found);
    }
  else if (shown && found == NULL)
    {
      g_autoptr (FbNode) node = fb_document_create_node (self->document, FB_KIND_COLUMN);

      fb_node_build_words (node, "shows", property->name);
      fb_document_insert_one (self->document, self->container, count_columns (self), node, NULL);
    }
  fb_document_end (self->document);
}

static void
check_toggled_cb (FbColumnChooser *self,
                  GtkCheckButton  *check)
{
  const FbProperty *property = get_property (gtk_widget_get_ancestor (GTK_WIDGET (check), GTK_TYPE_LIST_BOX_ROW));

  if (!self->filling)
    set_shown (self, property, gtk_check_button_get_active (check));
}

static void
add_own_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  FbColumnChooser *self = FB_COLUMN_CHOOSER (widget);
  g_autoptr (FbNode) node = NULL;

  if (self->container == NULL)
    return;

  node = fb_document_create_node (self->document, FB_KIND_COLUMN);
  fb_node_build_words (node, "title", _("Own column"));
  fb_node_build_words (node, "type", "words");
  fb_document_begin (self->document, _("Add Column"));
  fb_table_columns_ensure (self->columns, self->document, self->container);
  fb_document_insert_one (self->document, self->container, count_columns (self), node, NULL);
  fb_document_end (self->document);
  fill (self, fb_property_for_column (fb_node_get_id (node)));
  fb_form_focus (FB_FORM (self->form), "title");
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  FbColumnChooser *self = FB_COLUMN_CHOOSER (widget);
  const FbProperty *property = get_property (get_current (self));
  int step = g_str_equal (name, "columns.move-up") ? -1 : 1;
  guint n;
  guint index = 0;

  if (property == NULL)
    return;

  fb_document_begin (self->document, _("Move Column"));
  fb_table_columns_ensure (self->columns, self->document, self->container);
  n = count_columns (self);
  while (index < n)
    {
      FbNode *node = fb_node_get_child (self->container, index);

      if (g_strcmp0 (fb_node_get_words (node, "shows"), property->name) == 0 ||
          g_str_equal (fb_node_get_id (node), property->name))
        break;
      index++;
    }
  if (index < n && index + step < n)
    fb_document_move (self->document, self->container, index, 1, self->container, index + step, NULL);
  fb_document_end (self->document);
  fill (self, property);
}

/* The list */

static void
add_row (FbColumnChooser  *self,
         const FbProperty *property,
         FbNode           *node,
         const char       *title,
         gboolean          shown)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0f, "hexpand", TRUE, "ellipsize",
                                   PANGO_ELLIPSIZE_END, "width-chars", 8, NULL);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (check_toggled_cb), self);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "fb-property", (gpointer) property);
  if (node != NULL)
    g_object_set_data_full (G_OBJECT (row), "fb-node", g_object_ref (node), g_object_unref);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* What a column can show: the choices of the property “shows”. */
static void
add_hidden_rows (FbColumnChooser *self)
{
  const FbProperty *shows = fb_kind_get_property (FB_KIND_COLUMN, "shows");

  for (const FbChoice *choice = shows->choices; choice->name != NULL; choice++)
    {
      const FbProperty *property = fb_kind_get_property (fb_rows_get_kind (fb_node_get_kind (self->container)),
                                                         choice->name);

      if (property != NULL && !fb_table_columns_has (self->columns, property->name))
        add_row (self, property, NULL, fb_property_get_label (property), FALSE);
    }
}

static void
show_form (FbColumnChooser *self)
{
  FbNode *node = get_node (get_current (self));

  fb_form_bind (FB_FORM (self->form), node != NULL ? self->document : NULL, node);
  gtk_widget_set_visible (self->form, node != NULL);
}

static void
fill (FbColumnChooser  *self,
      const FbProperty *select)
{
  GtkWidget *row;

  self->filling = TRUE;
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  if (self->container != NULL)
    {
      fb_table_columns_load (self->columns, self->document, self->container,
                             fb_rows_get_kind (fb_node_get_kind (self->container)));
      for (guint i = 0; i < fb_table_columns_get_n (self->columns); i++)
        {
          const FbTableColumn *column = fb_table_columns_get (self->columns, i);

          add_row (self, column->property, column->node, column->title, TRUE);
        }
      add_hidden_rows (self);
    }
  self->filling = FALSE;

  for (row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (select != NULL && get_property (row) == select)
      {
        gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
        if (gtk_widget_get_mapped (row))
          gtk_widget_grab_focus (row);
      }
  show_form (self);
}

static void
row_selected_cb (FbColumnChooser *self)
{
  if (!self->filling)
    show_form (self);
}

static void
applied_cb (FbColumnChooser *self,
            const FbChange  *change)
{
  FbNode *first = change->type == FB_CHANGE_SET ? change->node : g_ptr_array_index (change->nodes, 0);
  GtkWidget *row = get_current (self);

  if (fb_node_get_kind (first) != FB_KIND_COLUMN)
    return;
  /* The form writes into the column that is selected: its row keeps the place, and only says something else. */
  if (change->type == FB_CHANGE_SET && get_node (row) == first && g_str_equal (change->property->name, "title"))
    {
      GtkWidget *label = gtk_widget_get_last_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));
      const char *title = fb_node_get_title (first);

      gtk_label_set_label (GTK_LABEL (label), title != NULL ? title : fb_property_get_label (get_property (row)));
    }
  else if (change->type != FB_CHANGE_SET && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      fill (self, get_property (row));
    }
}

static void
map_cb (FbColumnChooser *self)
{
  fill (self, get_property (get_current (self)));
}

static void
fb_column_chooser_dispose (GObject *object)
{
  FbColumnChooser *self = FB_COLUMN_CHOOSER (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_object (&self->container);
  g_clear_object (&self->columns);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (fb_column_chooser_parent_class)->dispose (object);
}

static void
fb_column_chooser_class_init (FbColumnChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fb_column_chooser_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "columns.add-own", NULL, add_own_action);
  gtk_widget_class_install_action (widget_class, "columns.move-up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "columns.move-down", NULL, move_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "columns.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "columns.move-down", NULL);
}

static GtkWidget *
make_button (const char *icon,
             const char *tooltip,
             const char *action)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "icon-name", icon, "tooltip-text", tooltip, "action-name", action,
                                    "css-classes", (const char *[]) { "flat", NULL }, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  return button;
}

static void
fb_column_chooser_init (FbColumnChooser *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *add = g_object_new (GTK_TYPE_BUTTON, "label", _("Add Own Column"), "hexpand", TRUE, "halign",
                                 GTK_ALIGN_START, "action-name", "columns.add-own", "css-classes",
                                 (const char *[]) { "flat", NULL }, NULL);
  GtkWidget *scroller;
  GtkWidget *form_scroller;

  self->columns = fb_table_columns_new ();
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "css-classes", (const char *[]) { "boxed-list", "choices", NULL },
                             NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Columns"), -1);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
  self->form = fb_form_new (FB_FORM_ALL);
  fb_form_omit (FB_FORM (self->form), "shows");

  gtk_box_append (GTK_BOX (buttons), add);
  gtk_box_append (GTK_BOX (buttons), make_button ("go-up-symbolic", _("Move Up (Alt+Up)"), "columns.move-up"));
  gtk_box_append (GTK_BOX (buttons), make_button ("go-down-symbolic", _("Move Down (Alt+Down)"), "columns.move-down"));
  scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", self->list,
                           "propagate-natural-height", TRUE, "max-content-height", 280, NULL);
  form_scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", self->form,
                                "propagate-natural-height", TRUE, "max-content-height", 260, NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_size_request (self->box, 300, -1);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_box_append (GTK_BOX (self->box), buttons);
  gtk_box_append (GTK_BOX (self->box), form_scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

/** Returns: (transfer floating): a chooser for no table. */
GtkWidget *
fb_column_chooser_new (void)
{
  return g_object_new (FB_TYPE_COLUMN_CHOOSER, NULL);
}

/** Offers the columns of @container (nullable), a table of measures. */
void
fb_column_chooser_bind (FbColumnChooser *self,
                        FbDocument      *document,
                        FbNode          *container)
{
  if (self->document == document && self->container == container)
    return;

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  fb_form_bind (FB_FORM (self->form), NULL, NULL);
  g_set_object (&self->document, document);
  g_set_object (&self->container, container);
  if (document != NULL)
    g_signal_connect_swapped (document, "applied", G_CALLBACK (applied_cb), self);
  /* The rows are made when somebody looks at them. */
  if (container == NULL || gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self, NULL);
}
