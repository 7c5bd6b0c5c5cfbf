/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-prose-note.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-prose-edit.h"

struct _FbProseNote
{
  GtkPopover parent_instance;

  GtkWidget *title;
  GtkWidget *text; /* FbProseView */
  FbProseView *view;
  FbProseAnchor *anchor;
};

G_DEFINE_FINAL_TYPE (FbProseNote, fb_prose_note, GTK_TYPE_POPOVER)

static void
edited_cb (FbProseNote   *self,
           FbProseBuffer *buffer)
{
  fb_prose_set_note (fb_prose_view_get_buffer (self->view), self->anchor, fb_prose_buffer_get_text (buffer));
}

/* The footnote says something else: the user typed, or undid. */
static void
note_changed_cb (FbProseNote *self)
{
  fb_prose_buffer_set_text (fb_prose_view_get_buffer (FB_PROSE_VIEW (self->text)),
                            fb_prose_anchor_get_note (self->anchor));
}

static void
label_changed_cb (FbProseNote *self)
{
  const char *label = fb_prose_anchor_get_label (self->anchor);
  g_autofree char *title = NULL;

  /* Translators: %s is a number */
  title = g_strdup_printf (_("Footnote %s"), label != NULL ? label : "");
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
remove_cb (FbProseNote *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (fb_prose_view_get_buffer (self->view));
  GtkTextIter start, end;

  if (fb_prose_anchor_get_iter (self->anchor, buffer, &start))
    {
      end = start;
      gtk_text_iter_forward_char (&end);
      gtk_text_buffer_begin_user_action (buffer);
      gtk_text_buffer_delete (buffer, &start, &end);
      gtk_text_buffer_end_user_action (buffer);
    }
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* A footnote that is undone away closes. */
static void
patched_cb (FbProseNote *self)
{
  GtkTextIter iter;

  if (!fb_prose_anchor_get_iter (self->anchor, GTK_TEXT_BUFFER (fb_prose_view_get_buffer (self->view)), &iter))
    gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
key_pressed_cb (FbProseNote     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if ((state & GDK_CONTROL_MASK) == 0 || (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter))
    return GDK_EVENT_PROPAGATE;

  gtk_popover_popdown (GTK_POPOVER (self));
  return GDK_EVENT_STOP;
}

static void
fb_prose_note_dispose (GObject *object)
{
  FbProseNote *self = FB_PROSE_NOTE (object);

  g_clear_object (&self->anchor);

  G_OBJECT_CLASS (fb_prose_note_parent_class)->dispose (object);
}

static void
fb_prose_note_class_init (FbProseNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fb_prose_note_dispose;
}

static void
fb_prose_note_init (FbProseNote *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "prose-note");
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

/** Returns: (transfer floating): a popover over the footnote @anchor in @view. */
GtkWidget *
fb_prose_note_new (FbProseView   *view,
                   FbProseAnchor *anchor)
{
  FbProseNote *self = g_object_new (FB_TYPE_PROSE_NOTE, NULL);
  FbProseBuffer *buffer = fb_prose_view_get_buffer (view);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  FbProseBuffer *text;

  self->view = view;
  self->anchor = g_object_ref (anchor);
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_widget_set_tooltip_text (remove, _("Remove the footnote"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove the footnote"), -1);
  gtk_widget_add_css_class (remove, "flat");
  gtk_box_append (GTK_BOX (header), self->title);
  gtk_box_append (GTK_BOX (header), remove);

  self->text = fb_prose_view_new_for_note (buffer);
  text = fb_prose_view_get_buffer (FB_PROSE_VIEW (self->text));
  fb_prose_buffer_set_text (text, fb_prose_anchor_get_note (anchor));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->text);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_widget_set_size_request (scrolled, 380, 120);

  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (self), box);

  g_signal_connect_object (text, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "patched", G_CALLBACK (patched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (anchor, "notify::note", G_CALLBACK (note_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (anchor, "notify::label", G_CALLBACK (label_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  label_changed_cb (self);
  g_signal_connect_object (self, "map", G_CALLBACK (gtk_widget_grab_focus), self->text,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return GTK_WIDGET (self);
}

/** Returns: (transfer none): the view of the footnote's text. */
FbProseView *
fb_prose_note_get_view (FbProseNote *self)
{
  return FB_PROSE_VIEW (self->text);
}
