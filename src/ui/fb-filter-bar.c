/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-filter-layout.h"
#include "ui/fb-node-picker.h"
#include "ui/fb-place.h"
#include "ui/fb-rows.h"
#include "ui/fb-ui.h"

struct _FbFilterBar
{
  GtkWidget parent_instance;

  FbDocument *document;
  FbNode *container;
  FbKind row_kind;
  GtkWidget *box;
  GtkWidget *search;
  GtkWidget *fields;
  GtkWidget *statuses;
  GtkWidget *bodies;
  GPtrArray *actors; /* FbNode, by position less one */
  GPtrArray *places; /* FbNode, by position less one: fields, and tables in none */
  gboolean filling;
};

enum
{
  CHANGED,
  CLOSE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FbFilterBar, fb_filter_bar, GTK_TYPE_WIDGET)

static void
changed_cb (FbFilterBar *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
stop_search_cb (FbFilterBar *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  g_signal_emit (widget, signals[CLOSE], 0);
  return GDK_EVENT_STOP;
}

static void
fb_filter_bar_dispose (GObject *object)
{
  FbFilterBar *self = FB_FILTER_BAR (object);

  g_clear_object (&self->document);
  g_clear_object (&self->container);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->actors, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);

  G_OBJECT_CLASS (fb_filter_bar_parent_class)->dispose (object);
}

static void
fb_filter_bar_class_init (FbFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fb_filter_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  /**
   * FbFilterBar::changed:
   *
   * Something else is sought.
   */
  signals[CHANGED] = g_signal_new ("changed", FB_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   0);
  /**
   * FbFilterBar::close:
   *
   * Escape was pressed.
   */
  signals[CLOSE] = g_signal_new ("close", FB_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static GtkWidget *
make_drop_down (FbFilterBar *self,
                const char  *name)
{
  GtkWidget *drop_down = g_object_new (GTK_TYPE_DROP_DOWN, "tooltip-text", name, NULL);

  /* The name of a field may be longer than the page is wide. */
  fb_ui_shorten_drop_down (GTK_DROP_DOWN (drop_down), 20);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (changed_cb), self);
  return drop_down;
}

static void
fb_filter_bar_init (FbFilterBar *self)
{
  self->actors = g_ptr_array_new_with_free_func (g_object_unref);
  self->places = g_ptr_array_new_with_free_func (g_object_unref);
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Rows That Contain …"), "hexpand", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Rows that contain"), -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (stop_search_cb), self);
  self->fields = make_drop_down (self, _("Field"));
  self->statuses = make_drop_down (self, _("Status"));
  self->bodies = make_drop_down (self, _("Body"));

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->box, fb_filter_layout_new ());
  gtk_widget_add_css_class (self->box, "filter-bar");
  gtk_box_append (GTK_BOX (self->box), self->search);
  gtk_box_append (GTK_BOX (self->box), self->fields);
  gtk_box_append (GTK_BOX (self->box), self->statuses);
  gtk_box_append (GTK_BOX (self->box), self->bodies);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/** Returns: (transfer floating): a bar that seeks nothing. */
GtkWidget *
fb_filter_bar_new (void)
{
  return g_object_new (FB_TYPE_FILTER_BAR, NULL);
}

static void
fill_statuses (FbFilterBar *self)
{
  const FbProperty *property = fb_kind_get_property (self->row_kind, "status");
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("Any Status"));
  gtk_string_list_append (labels, _("No Status"));
  for (const FbChoice *choice = property != NULL ? property->choices : NULL; choice != NULL && choice->name != NULL;
       choice++)
    gtk_string_list_append (labels, fb_choice_get_label (choice));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->statuses), G_LIST_MODEL (labels));
  gtk_widget_set_visible (self->statuses, property != NULL);
}

/* Where rows can stand; a single field is no choice. */
static void
fill_fields (FbFilterBar *self)
{
  g_autoptr (GPtrArray) tables = fb_rows_is_whole (self->container) ? fb_place_get_tables (self->container) : NULL;
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->places, 0);
  gtk_string_list_append (labels, _("Any Field"));
  for (guint i = 0; tables != NULL && i < tables->len; i++)
    {
      FbNode *field = fb_place_get_field (g_ptr_array_index (tables, i));
      g_autofree char *label = NULL;

      if (g_ptr_array_find (self->places, field, NULL))
        continue;
      label = fb_node_get_kind (field) == FB_KIND_FIELD ? fb_node_picker_dup_name (field) : fb_place_dup_path (field);
      g_ptr_array_add (self->places, g_object_ref (field));
      gtk_string_list_append (labels, label);
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->fields), G_LIST_MODEL (labels));
  gtk_widget_set_visible (self->fields, self->places->len > 1);
}

static void
fill_bodies (FbFilterBar *self)
{
  FbNode *actors = fb_node_get_child_of_kind (fb_document_get_root (self->document), FB_KIND_ACTORS);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->actors, 0);
  gtk_string_list_append (labels, _("Any Body"));
  for (guint i = 0; actors != NULL && i < fb_node_get_n_children (actors); i++)
    {
      FbNode *actor = fb_node_get_child (actors, i);
      const char *number = fb_node_get_words (actor, "number");
      g_autofree char *label = fb_node_dup_label (actor);
      g_autofree char *both = number != NULL ? g_strdup_printf ("%s %s", number, label) : g_strdup (label);

      g_ptr_array_add (self->actors, g_object_ref (actor));
      gtk_string_list_append (labels, both);
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->bodies), G_LIST_MODEL (labels));
  gtk_widget_set_visible (self->bodies, self->actors->len > 0 &&
                                          fb_kind_get_property (self->row_kind, "responsible") != NULL);
}

/** Offers what rows of @container have in @document (both nullable), and seeks nothing. */
void
fb_filter_bar_bind (FbFilterBar *self,
                    FbDocument  *document,
                    FbNode      *container)
{
  g_set_object (&self->document, document);
  g_set_object (&self->container, container);

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  if (container != NULL)
    {
      self->row_kind = fb_rows_get_kind (fb_node_get_kind (container));
      fill_fields (self);
      fill_statuses (self);
      fill_bodies (self);
    }
  self->filling = FALSE;
}

/**
 * fb_filter_bar_get_criteria:
 * @criteria: (out): what is sought; its words are valid until the bar changes
 *
 * Returns: whether anything is sought
 */
gboolean
fb_filter_bar_get_criteria (FbFilterBar     *self,
                            FbTableCriteria *criteria)
{
  const FbProperty *property = fb_kind_get_property (self->row_kind, "status");
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  guint status = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->statuses));
  guint body = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->bodies));
  guint field = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->fields));

  *criteria = (FbTableCriteria) { NULL };
  if (*text != '\0')
    criteria->text = text;
  if (property != NULL && status == 1)
    criteria->status = "";
  else if (property != NULL && status > 1 && status != GTK_INVALID_LIST_POSITION)
    criteria->status = property->choices[status - 2].name;
  if (body > 0 && body <= self->actors->len)
    criteria->actor = g_ptr_array_index (self->actors, body - 1);
  if (field > 0 && field <= self->places->len)
    criteria->branch = g_ptr_array_index (self->places, field - 1);

  return criteria->text != NULL || criteria->status != NULL || criteria->actor != NULL || criteria->branch != NULL;
}

static void
select_node (GtkWidget *drop_down,
             GPtrArray *nodes,
             FbNode    *node)
{
  guint index;

  if (node != NULL && g_ptr_array_find (nodes, node, &index))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), index + 1);
}

/** Seeks what is sought by @criteria, as far as it is offered. */
void
fb_filter_bar_set_criteria (FbFilterBar           *self,
                            const FbTableCriteria *criteria)
{
  const FbProperty *property = fb_kind_get_property (self->row_kind, "status");

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), criteria->text != NULL ? criteria->text : "");
  select_node (self->fields, self->places, criteria->branch);
  select_node (self->bodies, self->actors, criteria->actor);
  if (criteria->status != NULL && *criteria->status == '\0')
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->statuses), 1);
  for (guint i = 0; criteria->status != NULL && property != NULL && property->choices[i].name != NULL; i++)
    if (g_str_equal (property->choices[i].name, criteria->status))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->statuses), i + 2);
  self->filling = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/** Seeks nothing any more. */
void
fb_filter_bar_clear (FbFilterBar *self)
{
  fb_filter_bar_bind (self, self->document, self->container);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
fb_filter_bar_focus (FbFilterBar *self)
{
  /* Actors and fields may have come and gone since. */
  self->filling = TRUE;
  if (self->container != NULL && gtk_drop_down_get_selected (GTK_DROP_DOWN (self->bodies)) == 0)
    fill_bodies (self);
  if (self->container != NULL && gtk_drop_down_get_selected (GTK_DROP_DOWN (self->fields)) == 0)
    fill_fields (self);
  self->filling = FALSE;
  gtk_widget_grab_focus (self->search);
}
