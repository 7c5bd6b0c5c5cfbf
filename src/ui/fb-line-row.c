/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-line-row.h"

struct _FbLineRow
{
  FbFormRow parent_instance;

  GtkWidget *text;
};

G_DEFINE_FINAL_TYPE (FbLineRow, fb_line_row, FB_TYPE_FORM_ROW)

/* Line breaks from a file or the clipboard are shown as one space, and kept until somebody types. */
static char *
to_one_line (const char *words)
{
  return g_strdelimit (g_strdup (words), "\n\r\t", ' ');
}

static void
text_changed_cb (FbLineRow *self)
{
  if (!fb_form_row_is_updating (FB_FORM_ROW (self)))
    fb_field_set_words (fb_form_row_get_field (FB_FORM_ROW (self)), gtk_editable_get_text (GTK_EDITABLE (self->text)));
}

static void
text_activate_cb (FbLineRow *self)
{
  GtkWidget *form = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_BOX);

  gtk_widget_child_focus (form != NULL ? form : GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
fb_line_row_update (FbFormRow *row)
{
  FbLineRow *self = FB_LINE_ROW (row);
  g_autofree char *line = to_one_line (fb_field_get_words (fb_form_row_get_field (row)));
  const char *shown = gtk_editable_get_text (GTK_EDITABLE (self->text));
  int cursor;

  if (g_str_equal (shown, line))
    return;

  cursor = gtk_editable_get_position (GTK_EDITABLE (self->text));
  gtk_editable_set_text (GTK_EDITABLE (self->text), line);
  gtk_editable_set_position (GTK_EDITABLE (self->text), gtk_widget_has_focus (self->text) ? cursor : 0);
}

static void
fb_line_row_reveal (FbFormRow *row,
                    guint      start,
                    guint      end)
{
  FbLineRow *self = FB_LINE_ROW (row);
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->text));
  gsize length = strlen (words);

  if (end == 0)
    {
      gtk_text_grab_focus_without_selecting (GTK_TEXT (self->text));
      gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
      return;
    }

  gtk_widget_grab_focus (self->text);
  gtk_editable_select_region (GTK_EDITABLE (self->text), g_utf8_pointer_to_offset (words, words + MIN (start, length)),
                              g_utf8_pointer_to_offset (words, words + MIN (end, length)));
}

static void
fb_line_row_class_init (FbLineRowClass *klass)
{
  FB_FORM_ROW_CLASS (klass)->update = fb_line_row_update;
  FB_FORM_ROW_CLASS (klass)->reveal = fb_line_row_reveal;
}

static void
fb_line_row_init (FbLineRow *self)
{
  /* Undo is the document's. */
  self->text = g_object_new (GTK_TYPE_TEXT, "enable-undo", FALSE, "hexpand", TRUE, NULL);
  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (text_changed_cb), self);
  g_signal_connect_swapped (self->text, "activate", G_CALLBACK (text_activate_cb), self);
  fb_form_row_set_editor (FB_FORM_ROW (self), self->text, FB_FORM_ROW_BELOW);
}
