/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The footnotes and cross-references in a view, and what is to be read in their places. */

#include "ui/fb-prose-view-private.h"

#include <glib/gi18n-lib.h>

static void
chip_activated_cb (FbProseView *self,
                   gboolean     follow,
                   FbProseChip *chip)
{
  FbProseAnchor *anchor = fb_prose_chip_get_anchor (chip);
  const char *id = fb_prose_anchor_get_reference (anchor);
  GtkTextIter iter, end;

  if (id != NULL && follow)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "s", id);
      return;
    }

  if (!fb_prose_anchor_get_iter (anchor, GTK_TEXT_BUFFER (self->buffer), &iter))
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  end = iter;
  gtk_text_iter_forward_char (&end);
  if (id != NULL)
    gtk_text_buffer_select_range (GTK_TEXT_BUFFER (self->buffer), &iter, &end);
  else
    gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self->buffer), &end);
  if (id == NULL)
    fb_prose_view_edit_note (self, anchor);
}

static void
chip_gone_cb (gpointer  data,
              GObject  *chip)
{
  FbProseView *self = data;

  g_ptr_array_remove_fast (self->chips, chip);
  self->labels_stale = TRUE;
}

/* Shows what has come to stand at @place. */
void
fb_prose_view_add_chip (FbProseView        *self,
                        GtkTextChildAnchor *place)
{
  FbProseAnchor *anchor = fb_prose_anchor_of (place);
  GtkWidget *chip;

  if (anchor == NULL)
    return;

  chip = fb_prose_chip_new (anchor);
  g_signal_connect_object (chip, "activated", G_CALLBACK (chip_activated_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->chips, chip);
  g_object_weak_ref (G_OBJECT (chip), chip_gone_cb, self);
  gtk_text_view_add_child_at_anchor (GTK_TEXT_VIEW (self), chip, place);
  self->labels_stale = TRUE;
}

/* Before the view goes, and the chips with it. */
void
fb_prose_view_forget_chips (FbProseView *self)
{
  for (guint i = 0; i < self->chips->len; i++)
    g_object_weak_unref (self->chips->pdata[i], chip_gone_cb, self);
  g_ptr_array_set_size (self->chips, 0);
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      buffer)
{
  GtkTextIter iter_a, iter_b;

  fb_prose_anchor_get_iter (fb_prose_chip_get_anchor (*(FbProseChip *const *) a), buffer, &iter_a);
  fb_prose_anchor_get_iter (fb_prose_chip_get_anchor (*(FbProseChip *const *) b), buffer, &iter_b);
  return gtk_text_iter_compare (&iter_a, &iter_b);
}

static void
label_reference (FbProseView *self,
                 FbProseChip *chip)
{
  FbProseAnchor *anchor = fb_prose_chip_get_anchor (chip);
  const char *id = fb_prose_anchor_get_reference (anchor);
  FbNode *node = self->document != NULL ? fb_document_lookup (self->document, id) : NULL;
  g_autofree char *label = NULL;

  fb_prose_chip_set_broken (chip, node == NULL);
  if (node == NULL)
    {
      /* Translators: %s is the identifier of a part of the document that is not there any more */
      label = g_strdup_printf (_("missing: %s"), id);
    }
  else
    {
      const char *number = fb_node_get_number (node);
      g_autofree char *title = fb_node_dup_label (node);

      label = number != NULL ? g_strdup_printf ("%s %s", number, title) : g_strdup (title);
    }
  fb_prose_anchor_set_label (anchor, label);
}

/* Numbers the footnotes in their order, and calls what is referred to by its number and title of now. */
void
fb_prose_view_update_labels (FbProseView *self)
{
  g_autoptr (GPtrArray) living = g_ptr_array_new ();
  guint number = 0;

  self->labels_stale = FALSE;
  for (guint i = 0; i < self->chips->len; i++)
    {
      FbProseChip *chip = self->chips->pdata[i];
      GtkTextIter iter;

      if (fb_prose_anchor_get_iter (fb_prose_chip_get_anchor (chip), GTK_TEXT_BUFFER (self->buffer), &iter))
        g_ptr_array_add (living, chip);
    }
  g_ptr_array_sort_with_data (living, compare_places, self->buffer);
  for (guint i = 0; i < living->len; i++)
    {
      FbProseChip *chip = living->pdata[i];
      g_autofree char *label = NULL;

      if (fb_prose_anchor_get_note (fb_prose_chip_get_anchor (chip)) == NULL)
        {
          label_reference (self, chip);
          continue;
        }
      label = g_strdup_printf ("%u", ++number);
      fb_prose_anchor_set_label (fb_prose_chip_get_anchor (chip), label);
    }
}
