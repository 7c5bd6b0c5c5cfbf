/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-flag-row.h"

struct _FbFlagRow
{
  FbFormRow parent_instance;

  GtkWidget *check;
};

G_DEFINE_FINAL_TYPE (FbFlagRow, fb_flag_row, FB_TYPE_FORM_ROW)

static void
active_cb (FbFlagRow *self)
{
  g_autoptr (FbValue) value = NULL;

  if (fb_form_row_is_updating (FB_FORM_ROW (self)))
    return;

  value = fb_value_new_flag (gtk_switch_get_active (GTK_SWITCH (self->check)));
  fb_field_set_value (fb_form_row_get_field (FB_FORM_ROW (self)), value);
}

static void
activate_cb (FbFlagRow *self)
{
  gtk_switch_set_active (GTK_SWITCH (self->check), !gtk_switch_get_active (GTK_SWITCH (self->check)));
}

static void
fb_flag_row_update (FbFormRow *row)
{
  gtk_switch_set_active (GTK_SWITCH (FB_FLAG_ROW (row)->check),
                         fb_value_get_flag (fb_field_get_value (fb_form_row_get_field (row))));
}

static void
fb_flag_row_class_init (FbFlagRowClass *klass)
{
  FB_FORM_ROW_CLASS (klass)->update = fb_flag_row_update;
}

static void
fb_flag_row_init (FbFlagRow *self)
{
  self->check = g_object_new (GTK_TYPE_SWITCH, "valign", GTK_ALIGN_CENTER, NULL);
  g_signal_connect_swapped (self->check, "notify::active", G_CALLBACK (active_cb), self);
  g_signal_connect (self, "activate", G_CALLBACK (activate_cb), NULL);
  fb_form_row_set_editor (FB_FORM_ROW (self), self->check, FB_FORM_ROW_BESIDE);
}
