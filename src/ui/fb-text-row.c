/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-text-row.h"

#include "ui/fb-compat.h"
#include "ui/fb-prose-view.h"

struct _FbTextRow
{
  FbFormRow parent_instance;

  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (FbTextRow, fb_text_row, FB_TYPE_FORM_ROW)

static void
fb_text_row_update (FbFormRow *row)
{
  FbTextRow *self = FB_TEXT_ROW (row);
  FbField *field = fb_form_row_get_field (row);

  fb_prose_view_bind (FB_PROSE_VIEW (self->view), fb_field_get_document (field), fb_field_get_node (field),
                      fb_field_get_property (field));
}

static void
fb_text_row_reveal (FbFormRow *row,
                    guint      start,
                    guint      end)
{
  FbTextRow *self = FB_TEXT_ROW (row);

  gtk_widget_grab_focus (self->view);
  if (end > 0)
    fb_prose_view_reveal (FB_PROSE_VIEW (self->view), start, end);
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
  self->view = fb_prose_view_new_compact ();
  fb_text_view_measure_again (GTK_TEXT_VIEW (self->view));
  gtk_widget_set_hexpand (self->view, TRUE);
  fb_form_row_set_editor (FB_FORM_ROW (self), self->view, FB_FORM_ROW_BELOW);
}
