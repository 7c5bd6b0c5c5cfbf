/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-plain-page.h"

struct _FbPlainPage
{
  AdwBin parent_instance;

  GtkLabel *kind;
  GtkLabel *title;
  GtkListBox *values;

  FbDocument *document;
  FbNode *node;
};

static void page_iface_init (FbPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FbPlainPage,
                               fb_plain_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FB_TYPE_PAGE, page_iface_init))

static void
update (FbPlainPage *self)
{
  g_autoptr (GPtrArray) properties = NULL;
  g_autofree char *label = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->values))) != NULL)
    gtk_list_box_remove (self->values, child);
  gtk_label_set_label (self->kind, self->node != NULL ? fb_kind_get_label (fb_node_get_kind (self->node)) : "");
  label = self->node != NULL ? fb_node_dup_label (self->node) : NULL;
  gtk_label_set_label (self->title, label != NULL ? label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->values), FALSE);
  if (self->node == NULL)
    return;

  properties = fb_document_get_properties (self->document, fb_node_get_kind (self->node));
  for (guint i = 0; i < properties->len; i++)
    {
      const FbProperty *property = g_ptr_array_index (properties, i);
      g_autofree char *words = fb_value_to_words (fb_node_get_value (self->node, property), property);
      GtkWidget *row;

      if (words == NULL || *words == '\0')
        continue;
      row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     fb_document_get_property_label (self->document, property));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
      gtk_list_box_append (self->values, row);
      gtk_widget_set_visible (GTK_WIDGET (self->values), TRUE);
    }
}

static void
disconnect (FbPlainPage *self)
{
  if (self->node != NULL)
    g_signal_handlers_disconnect_by_data (self->node, self);
  g_clear_object (&self->node);
  g_clear_object (&self->document);
}

static void
fb_plain_page_set_node (FbPage     *page,
                        FbDocument *document,
                        FbNode     *node)
{
  FbPlainPage *self = FB_PLAIN_PAGE (page);

  if (self->node == node)
    return;

  disconnect (self);
  if (node != NULL)
    {
      self->document = g_object_ref (document);
      self->node = g_object_ref (node);
      g_signal_connect_swapped (node, "changed", G_CALLBACK (update), self);
    }
  update (self);
}

static FbNode *
fb_plain_page_get_node (FbPage *page)
{
  return FB_PLAIN_PAGE (page)->node;
}

static gboolean
fb_plain_page_reveal (FbPage           *page,
                      FbNode           *node,
                      const FbProperty *property,
                      guint             start,
                      guint             end)
{
  return node == FB_PLAIN_PAGE (page)->node;
}

static void
page_iface_init (FbPageInterface *iface)
{
  iface->set_node = fb_plain_page_set_node;
  iface->get_node = fb_plain_page_get_node;
  iface->reveal = fb_plain_page_reveal;
}

static void
fb_plain_page_dispose (GObject *object)
{
  disconnect (FB_PLAIN_PAGE (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), FB_TYPE_PLAIN_PAGE);

  G_OBJECT_CLASS (fb_plain_page_parent_class)->dispose (object);
}

static void
fb_plain_page_class_init (FbPlainPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fb_plain_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/feldbuch/Feldbuch/ui/fb-plain-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FbPlainPage, kind);
  gtk_widget_class_bind_template_child (widget_class, FbPlainPage, title);
  gtk_widget_class_bind_template_child (widget_class, FbPlainPage, values);
}

static void
fb_plain_page_init (FbPlainPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
