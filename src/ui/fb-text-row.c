/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-text-row.h"

#include "ui/fb-prose-buffer.h"

struct _FbTextRow
{
  FbFormRow parent_instance;

  GtkWidget *view;
  FbProseBuffer *buffer; /* owned by the view; it follows the document itself */
};

G_DEFINE_FINAL_TYPE (FbTextRow, fb_text_row, FB_TYPE_FORM_ROW)

static void
fb_text_row_update (FbFormRow *row)
{
  FbTextRow *self = FB_TEXT_ROW (row);
  FbField *field = fb_form_row_get_field (row);

  if (fb_prose_buffer_get_node (self->buffer) != fb_field_get_node (field) ||
      fb_prose_buffer_get_document (self->buffer) != fb_field_get_document (field))
    fb_prose_buffer_bind (self->buffer, fb_field_get_document (field), fb_field_get_node (field),
                          fb_field_get_property (field));
}

static void
fb_text_row_reveal (FbFormRow *row,
                    guint      start,
                    guint      end)
{
  FbTextRow *self = FB_TEXT_ROW (row);
  GtkTextIter from;
  GtkTextIter to;

  gtk_widget_grab_focus (self->view);
  fb_prose_buffer_get_iter_at_byte (self->buffer, &from, start);
  fb_prose_buffer_get_iter_at_byte (self->buffer, &to, end);
  if (end > 0)
    gtk_text_buffer_select_range (GTK_TEXT_BUFFER (self->buffer), &from, &to);
}

static void
fb_text_row_class_init (FbTextRowClass *klass)
{
  FB_FORM_ROW_CLASS (klass)->update = fb_text_row_update;
  FB_FORM_ROW_CLASS (klass)->reveal = fb_text_row_reveal;
}

static void
fb_text_row_init (FbTextRow *self)
{
  self->buffer = fb_prose_buffer_new ();
  self->view = g_object_new (GTK_TYPE_TEXT_VIEW, "buffer", self->buffer, "accepts-tab", FALSE, "wrap-mode",
                             GTK_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);
  g_object_unref (self->buffer);
  fb_form_row_set_editor (FB_FORM_ROW (self), self->view, FB_FORM_ROW_BELOW);
}
