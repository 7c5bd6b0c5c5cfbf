/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-image-row.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-ui.h"

/* A picture is stored in the document: a photograph of a good camera still fits. */
#define MAX_BYTES (32 * 1024 * 1024)

struct _FbImageRow
{
  FbFormRow parent_instance;

  GtkWidget *picture;
  GtkWidget *choose;
  GtkWidget *remove;
  GtkFileChooserNative *chooser; /* or NULL while none is open */
  GBytes *shown;
};

G_DEFINE_FINAL_TYPE (FbImageRow, fb_image_row, FB_TYPE_FORM_ROW)

static void
complain (FbImageRow *self,
          const char *message)
{
  fb_ui_toast (GTK_WIDGET (self), message, NULL, NULL, NULL);
}

static void
load_file (FbImageRow *self,
           GFile      *file)
{
  FbField *field = fb_form_row_get_field (FB_FORM_ROW (self));
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FbValue) value = NULL;
  g_autofree char *content_type = NULL;
  g_autofree char *media_type = NULL;
  gsize size;

  bytes = g_file_load_bytes (file, NULL, NULL, &error);
  if (bytes == NULL)
    {
      complain (self, error->message);
      return;
    }
  size = g_bytes_get_size (bytes);
  if (size > MAX_BYTES)
    {
      g_autofree char *limit = g_format_size (MAX_BYTES);
      g_autofree char *message = g_strdup_printf (_("The picture is larger than %s"), limit);

      complain (self, message);
      return;
    }
  texture = gdk_texture_new_from_bytes (bytes, &error);
  if (texture == NULL)
    {
      complain (self, _("This file is not a picture that can be read"));
      return;
    }

  content_type = g_content_type_guess (NULL, g_bytes_get_data (bytes, NULL), size, NULL);
  media_type = g_content_type_get_mime_type (content_type);
  value = fb_value_new_image (bytes, media_type);
  fb_field_set_value (field, value);
}

static void
response_cb (FbImageRow *self,
             int         response)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  if (file != NULL)
    load_file (self, file);
}

static void
choose_cb (FbImageRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (_("Choose a Picture"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Choose"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_filter_set_name (filter, _("Pictures"));
  gtk_file_filter_add_pixbuf_formats (filter);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
remove_cb (FbImageRow *self)
{
  fb_field_set_value (fb_form_row_get_field (FB_FORM_ROW (self)), NULL);
  gtk_widget_grab_focus (self->choose);
}

/* A file that was dropped, see fb-window.c. */
static void
load_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  load_file (FB_IMAGE_ROW (widget), file);
}

static void
fb_image_row_update (FbFormRow *row)
{
  FbImageRow *self = FB_IMAGE_ROW (row);
  GBytes *bytes = fb_value_get_image (fb_field_get_value (fb_form_row_get_field (row)), NULL);
  g_autoptr (GdkTexture) texture = NULL;

  gtk_button_set_label (GTK_BUTTON (self->choose), bytes != NULL ? _("Choose Another…") : _("Choose a Picture…"));
  gtk_widget_set_visible (self->remove, bytes != NULL);
  if (bytes == self->shown)
    return;

  g_clear_pointer (&self->shown, g_bytes_unref);
  self->shown = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  texture = bytes != NULL ? gdk_texture_new_from_bytes (bytes, NULL) : NULL;
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), texture != NULL ? GDK_PAINTABLE (texture) : NULL);
  gtk_widget_set_visible (self->picture, texture != NULL);
}

static void
fb_image_row_reveal (FbFormRow *row,
                     guint      start,
                     guint      end)
{
  gtk_widget_grab_focus (FB_IMAGE_ROW (row)->choose);
}

static void
fb_image_row_dispose (GObject *object)
{
  FbImageRow *self = FB_IMAGE_ROW (object);

  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->shown, g_bytes_unref);

  G_OBJECT_CLASS (fb_image_row_parent_class)->dispose (object);
}

static void
fb_image_row_class_init (FbImageRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fb_image_row_dispose;
  FB_FORM_ROW_CLASS (klass)->update = fb_image_row_update;
  FB_FORM_ROW_CLASS (klass)->reveal = fb_image_row_reveal;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "image.load", "s", load_action);
}

static void
fb_image_row_init (FbImageRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->picture = g_object_new (GTK_TYPE_PICTURE, "height-request", 120, "can-shrink", TRUE, "visible", FALSE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Picture"), -1);
  self->choose = gtk_button_new_with_label ("");
  g_signal_connect_swapped (self->choose, "clicked", G_CALLBACK (choose_cb), self);
  self->remove = gtk_button_new_with_label (_("Remove"));
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (remove_cb), self);

  gtk_box_append (GTK_BOX (buttons), self->choose);
  gtk_box_append (GTK_BOX (buttons), self->remove);
  gtk_box_append (GTK_BOX (box), self->picture);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_set_margin_top (box, 6);
  fb_form_row_set_editor (FB_FORM_ROW (self), box, FB_FORM_ROW_BELOW);
}
