/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-prose-link.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/fb-address.h"
#include "ui/fb-prose-edit.h"
#include "ui/fb-prose-view-private.h"

struct _FbProseLink
{
  GtkPopover parent_instance;

  GtkWidget *entry;
  GtkWidget *hint;
  GtkWidget *apply;
  FbProseView *view; /* whose child this is */
};

G_DEFINE_FINAL_TYPE (FbProseLink, fb_prose_link, GTK_TYPE_POPOVER)

/**
 * fb_prose_link_complete:
 * @typed: what a user typed as an address
 *
 * Adds what people leave out: "www.monheim.de" and "amt51@monheim.de" are addresses too.
 *
 * Returns: (transfer full) (nullable): an address that may be followed, or %NULL if it is none
 */
char *
fb_prose_link_complete (const char *typed)
{
  g_autofree char *words = g_strstrip (g_strdup (typed));
  g_autofree char *address = fb_address_clean (words);
  g_autofree char *guess = NULL;
  const char *at = strchr (words, '@');

  if (address != NULL)
    return g_steal_pointer (&address);
  if (*words == '\0' || strpbrk (words, " \t\n") != NULL || strstr (words, ":") != NULL)
    return NULL;

  if (at != NULL && at != words && strchr (at, '.') != NULL)
    guess = g_strconcat ("mailto:", words, NULL);
  else if (at == NULL && strchr (words, '.') != NULL && *words != '.')
    guess = g_strconcat ("https://", words, NULL);

  return guess != NULL ? fb_address_clean (guess) : NULL;
}

static void
changed_cb (FbProseLink *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *address = fb_prose_link_complete (typed);

  gtk_widget_set_sensitive (self->apply, address != NULL);
  gtk_widget_set_visible (self->hint, *typed != '\0' && address == NULL);
}

static void
apply_cb (FbProseLink *self)
{
  g_autofree char *address = fb_prose_link_complete (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  FbProseBuffer *buffer = fb_prose_view_get_buffer (self->view);
  GtkTextIter start, end;
  const char *target;

  if (address == NULL)
    return;

  if (gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (buffer), &start, &end) ||
      fb_prose_find_run (buffer, FB_RUN_LINK, &start, &end, &target))
    {
      fb_prose_set_run (buffer, FB_RUN_LINK, address);
    }
  else
    {
      g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();
      g_autoptr (FbText) words = NULL;

      /* Without words to stand on, the address is its own. */
      fb_text_builder_push (builder, FB_RUN_LINK, address);
      fb_text_builder_append (builder, g_str_has_prefix (address, "mailto:") ? address + 7 : address, -1);
      words = fb_text_builder_end (builder);
      fb_prose_insert_text (buffer, words);
    }
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
remove_cb (FbProseLink *self)
{
  fb_prose_set_run (fb_prose_view_get_buffer (self->view), FB_RUN_LINK, NULL);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
open_cb (FbProseLink *self)
{
  g_autofree char *address = fb_prose_link_complete (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (address != NULL)
    fb_prose_view_follow (self->view, address);
}

static void
fb_prose_link_class_init (FbProseLinkClass *klass)
{
}

static void
fb_prose_link_init (FbProseLink *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic (_("_Address"));

  self->entry = gtk_entry_new ();
  gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_URL);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), "https://");
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 36);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->entry);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  self->hint = gtk_label_new (_("A web address, an e-mail address, or # and the identifier of a part."));
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (self->hint), 36);
  gtk_widget_add_css_class (self->hint, "caption");
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_widget_set_visible (self->hint, FALSE);

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->hint);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Link"), -1);

  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (apply_cb), self);
}

/** Returns: (transfer floating): a popover over the link at the caret of @view. */
GtkWidget *
fb_prose_link_new (FbProseView *view)
{
  FbProseLink *self = g_object_new (FB_TYPE_PROSE_LINK, NULL);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkTextIter start, end;
  const char *target = NULL;

  self->view = view;
  if (fb_prose_find_run (fb_prose_view_get_buffer (view), FB_RUN_LINK, &start, &end, &target))
    {
      GtkWidget *remove = gtk_button_new_with_mnemonic (_("_Remove"));
      GtkWidget *open = gtk_button_new_with_mnemonic (_("_Open"));

      g_signal_connect_swapped (remove, "clicked", G_CALLBACK (remove_cb), self);
      g_signal_connect_swapped (open, "clicked", G_CALLBACK (open_cb), self);
      gtk_box_append (GTK_BOX (buttons), remove);
      gtk_box_append (GTK_BOX (buttons), open);
    }
  self->apply = gtk_button_new_with_mnemonic (_("_Apply"));
  gtk_widget_add_css_class (self->apply, "suggested-action");
  gtk_widget_set_hexpand (self->apply, TRUE);
  gtk_widget_set_halign (self->apply, GTK_ALIGN_END);
  g_signal_connect_swapped (self->apply, "clicked", G_CALLBACK (apply_cb), self);
  gtk_box_append (GTK_BOX (buttons), self->apply);
  gtk_box_append (GTK_BOX (gtk_popover_get_child (GTK_POPOVER (self))), buttons);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), target != NULL ? target : "");
  changed_cb (self);
  return GTK_WIDGET (self);
}
