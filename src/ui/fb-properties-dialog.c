/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-properties-dialog.h"

#include "ui/fb-form.h"

struct _FbPropertiesDialog
{
  AdwWindow parent_instance;

  AdwClamp *place;

  FbForm *form;
  FbDocument *document;
};

G_DEFINE_FINAL_TYPE (FbPropertiesDialog, fb_properties_dialog, ADW_TYPE_WINDOW)

/* The window behind has the same keys, and is out of reach. */
static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  FbPropertiesDialog *self = FB_PROPERTIES_DIALOG (widget);

  if (g_str_equal (name, "properties.undo"))
    fb_document_undo (self->document);
  else
    fb_document_redo (self->document);
}

static void
fb_properties_dialog_dispose (GObject *object)
{
  FbPropertiesDialog *self = FB_PROPERTIES_DIALOG (object);

  if (self->form != NULL)
    fb_form_bind (self->form, NULL, NULL);
  self->form = NULL;
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (object), FB_TYPE_PROPERTIES_DIALOG);

  G_OBJECT_CLASS (fb_properties_dialog_parent_class)->dispose (object);
}

static void
fb_properties_dialog_class_init (FbPropertiesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fb_properties_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/feldbuch/Feldbuch/ui/fb-properties-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FbPropertiesDialog, place);

  gtk_widget_class_install_action (widget_class, "properties.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "properties.redo", NULL, undo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "properties.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "properties.redo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "properties.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
fb_properties_dialog_init (FbPropertiesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** Returns: (transfer none): a dialog; set what it is transient for */
GtkWidget *
fb_properties_dialog_new (FbDocument *document)
{
  FbPropertiesDialog *self = g_object_new (FB_TYPE_PROPERTIES_DIALOG, NULL);

  self->document = g_object_ref (document);
  self->form = FB_FORM (fb_form_new (FB_FORM_ALL));
  g_signal_connect_object (self->form, "leave", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  fb_form_bind (self->form, document, fb_document_get_root (document));
  adw_clamp_set_child (self->place, GTK_WIDGET (self->form));

  return GTK_WIDGET (self);
}
