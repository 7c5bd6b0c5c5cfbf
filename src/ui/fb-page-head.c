/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-page-head.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-compat.h"

struct _FbPageHead
{
  GtkWidget parent_instance;

  FbDocument *document;
  FbNode *node;
  const FbProperty *title;
  gulong changed_id;
  gboolean updating;

  GtkWidget *box;
  GtkWidget *above;
  GtkWidget *view;
  GtkWidget *placeholder;
  GtkTextBuffer *buffer; /* owned by the view */
};

G_DEFINE_FINAL_TYPE (FbPageHead, fb_page_head, GTK_TYPE_WIDGET)

static char *
dup_shown (FbPageHead *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

static void
update (FbPageHead *self)
{
  const char *number = self->node != NULL ? fb_node_get_number (self->node) : NULL;
  const char *kind = self->node != NULL ? fb_kind_get_label (fb_node_get_kind (self->node)) : "";
  const char *title = self->title != NULL ? fb_value_get_words (fb_node_get_value (self->node, self->title)) : NULL;
  g_autofree char *above = number != NULL ? g_strdup_printf ("%s %s", kind, number) : g_strdup (kind);
  g_autofree char *shown = dup_shown (self);

  gtk_label_set_label (GTK_LABEL (self->above), above);
  /* A register is called by its kind until somebody gives it a title. */
  gtk_label_set_label (GTK_LABEL (self->placeholder), kind);
  gtk_widget_set_visible (self->placeholder, self->title != NULL && (title == NULL || *title == '\0'));
  gtk_widget_set_visible (self->above, self->node != NULL && !fb_kind_is_register (fb_node_get_kind (self->node)));
  if (g_strcmp0 (shown, title != NULL ? title : "") == 0)
    return;

  self->updating = TRUE;
  gtk_text_buffer_set_text (self->buffer, title != NULL ? title : "", -1);
  self->updating = FALSE;
}

static void
buffer_changed_cb (FbPageHead *self)
{
  g_autofree char *words = NULL;
  g_autoptr (FbValue) value = NULL;

  if (self->updating || self->title == NULL)
    return;

  words = dup_shown (self);
  value = fb_value_new_words (words);
  fb_document_set (self->document, self->node, self->title, value);
}

/* Return goes on to the page; a title has no line breaks of its own but by Shift. */
static gboolean
key_pressed_cb (FbPageHead      *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || (state & GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;

  if (parent != NULL)
    gtk_widget_child_focus (parent, GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

static void
release (FbPageHead *self)
{
  if (self->node != NULL)
    g_clear_signal_handler (&self->changed_id, self->node);
  g_clear_object (&self->node);
  g_clear_object (&self->document);
  self->title = NULL;
}

static void
fb_page_head_dispose (GObject *object)
{
  FbPageHead *self = FB_PAGE_HEAD (object);

  release (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (fb_page_head_parent_class)->dispose (object);
}

static void
fb_page_head_class_init (FbPageHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fb_page_head_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
fb_page_head_init (FbPageHead *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *overlay;

  self->above = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, "css-classes",
                              (const char *[]) { "dim-label", NULL }, NULL);
  self->view = g_object_new (GTK_TYPE_TEXT_VIEW, "accepts-tab", FALSE, "wrap-mode", GTK_WRAP_WORD_CHAR, "css-classes",
                             (const char *[]) { "page-title", NULL }, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Title"), -1);
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  /* Undo is the document's. */
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (buffer_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->view, keys);
  fb_text_view_measure_again (GTK_TEXT_VIEW (self->view));

  self->box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 4, "css-classes",
                            (const char *[]) { "page-head", NULL }, NULL);
  gtk_box_append (GTK_BOX (self->box), self->above);
  self->placeholder = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, "can-target",
                                    FALSE, "css-classes",
                                    (const char *[]) { "page-title-placeholder", "dim-label", NULL }, NULL);
  overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->view);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->placeholder);
  gtk_box_append (GTK_BOX (self->box), overlay);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/** Returns: (transfer floating): the top of a page of nothing. */
GtkWidget *
fb_page_head_new (void)
{
  return g_object_new (FB_TYPE_PAGE_HEAD, NULL);
}

/** Shows kind, number and title of @node (nullable). */
void
fb_page_head_bind (FbPageHead *self,
                   FbDocument *document,
                   FbNode     *node)
{
  if (self->node == node && self->document == document)
    return;

  release (self);
  if (node != NULL)
    {
      self->document = g_object_ref (document);
      self->node = g_object_ref (node);
      self->title = fb_kind_get_title (fb_node_get_kind (node));
      self->changed_id = g_signal_connect_swapped (node, "changed", G_CALLBACK (update), self);
    }
  gtk_widget_set_visible (self->view, self->title != NULL);
  update (self);
}

/** Focuses the title and selects bytes [@start, @end) of it. */
void
fb_page_head_reveal (FbPageHead *self,
                     guint       start,
                     guint       end)
{
  g_autofree char *shown = dup_shown (self);
  gsize length = strlen (shown);
  GtkTextIter from;
  GtkTextIter to;

  gtk_widget_grab_focus (self->view);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &from,
                                      g_utf8_pointer_to_offset (shown, shown + MIN (start, length)));
  gtk_text_buffer_get_iter_at_offset (self->buffer, &to, g_utf8_pointer_to_offset (shown, shown + MIN (end, length)));
  gtk_text_buffer_select_range (self->buffer, &from, &to);
}
