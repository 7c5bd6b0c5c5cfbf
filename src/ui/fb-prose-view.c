/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-prose-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/fb-compat.h"
#include "ui/fb-prose-buffer-private.h"
#include "ui/fb-prose-view-private.h"

G_DEFINE_FINAL_TYPE (FbProseView, fb_prose_view, GTK_TYPE_TEXT_VIEW)

#define PARENT GTK_TEXT_VIEW_CLASS (fb_prose_view_parent_class)

/* The buffer */

/*
 * An empty last paragraph has no character that could carry its margin, so it stands where the view itself begins.
 * Every other paragraph carries its own.
 */
static void
update_margin (FbProseView *self)
{
  guint last = self->buffer->forms->len - 1;
  int margin = self->margin + (int) fb_prose_buffer_get_form (self->buffer, last)->level * FB_PROSE_INDENT;

  if (gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self)) != margin)
    gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self), margin);
}

static void
update (FbProseView *self)
{
  if (self->labels_stale)
    fb_prose_view_update_labels (self);
  update_margin (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
edited_cb (FbProseView *self)
{
  gboolean space = self->typed_space;

  self->typed_space = FALSE;
  update (self);
  if (space)
    fb_prose_autoformat (self->buffer);
}

static void
patched_cb (FbProseView *self)
{
  self->typed_space = FALSE;
  update (self);
  if (self->document != NULL && fb_document_is_stepping (self->document))
    gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self),
                                        gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer)));
}

static void
insert_text_cb (FbProseView *self,
                GtkTextIter *iter,
                const char  *text,
                int          length)
{
  self->typed_space = self->buffer->raw == 0 && length == 1 && *text == ' ';
}

static void
insert_child_anchor_cb (FbProseView        *self,
                        GtkTextIter        *iter,
                        GtkTextChildAnchor *place)
{
  fb_prose_view_add_chip (self, place);
}

static void
state_changed_cb (FbProseView *self)
{
  if (self->labels_stale)
    fb_prose_view_update_labels (self);
  fb_prose_view_update_actions (self);
  fb_prose_view_offer_selection (self);
}

/* What a cross-reference names may have got another title or number. */
static void
applied_cb (FbProseView    *self,
            const FbChange *change)
{
  if (self->chips->len == 0)
    return;
  if (change->type == FB_CHANGE_SET && change->property != fb_kind_get_title (fb_node_get_kind (change->node)))
    return;

  fb_prose_view_update_labels (self);
}

static void
set_document (FbProseView *self,
              FbDocument  *document)
{
  if (self->document == document)
    return;

  if (self->document != NULL)
    g_clear_signal_handler (&self->applied_handler, self->document);
  g_set_object (&self->document, document);
  if (document != NULL)
    self->applied_handler = g_signal_connect_object (document, "applied", G_CALLBACK (applied_cb), self,
                                                     G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/* Keys */

static void
preedit_changed_cb (FbProseView *self,
                    const char  *preedit)
{
  self->has_preedit = preedit != NULL && *preedit != '\0';
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
return_key (FbProseView     *self,
            GdkModifierType  state)
{
  switch ((guint) state)
    {
    case 0:
      fb_prose_break (self->buffer, FALSE);
      break;
    case GDK_SHIFT_MASK:
      fb_prose_line_break (self->buffer);
      break;
    case GDK_CONTROL_MASK | GDK_SHIFT_MASK:
      fb_prose_break (self->buffer, fb_prose_get_list (self->buffer, NULL, NULL));
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }

  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self),
                                      gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer)));
  return GDK_EVENT_STOP;
}

/* Before GTK, which would put in a plain newline; but behind an input method that is composing something. */
static gboolean
key_pressed_cb (FbProseView     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  state &= GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK;
  if (self->has_preedit || !gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return return_key (self, state);
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      /* Outside of lists Tab goes to the next widget. */
      if ((state & ~GDK_SHIFT_MASK) == 0 && fb_prose_get_list (self->buffer, NULL, NULL))
        {
          fb_prose_shift (self->buffer, (state & GDK_SHIFT_MASK) != 0 ? -1 : 1);
          return GDK_EVENT_STOP;
        }
      return GDK_EVENT_PROPAGATE;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
fb_prose_view_backspace (GtkTextView *view)
{
  if (!fb_prose_outdent_at_start (FB_PROSE_VIEW (view)->buffer))
    PARENT->backspace (view);
}

static void
fb_prose_view_insert_at_cursor (GtkTextView *view,
                                const char  *text)
{
  if (g_strcmp0 (text, "\n") == 0)
    fb_prose_break (FB_PROSE_VIEW (view)->buffer, FALSE);
  else
    PARENT->insert_at_cursor (view, text);
}

static void
fb_prose_view_copy_clipboard (GtkTextView *view)
{
  fb_prose_view_copy (FB_PROSE_VIEW (view));
}

static void
fb_prose_view_cut_clipboard (GtkTextView *view)
{
  FbProseView *self = FB_PROSE_VIEW (view);

  if (!fb_prose_view_copy (self))
    return;
  gtk_text_buffer_delete_selection (GTK_TEXT_BUFFER (self->buffer), TRUE, gtk_text_view_get_editable (view));
  gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer)));
}

static void
fb_prose_view_paste_clipboard (GtkTextView *view)
{
  fb_prose_view_paste (FB_PROSE_VIEW (view), FALSE);
}

/* The menu of GTK offers its own undo, which is off; the document's takes its place. */
static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, g_str_equal (name, "text.undo") ? "win.undo" : "win.redo", NULL);
}

static void
click_cb (FbProseView     *self,
          int              n_press,
          double           x,
          double           y,
          GtkGestureClick *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkTextIter iter, start, end;
  GSList *tags;
  int bx, by;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &bx, &by);
  self->pressed_selection = FALSE;
  if (!gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, bx, by))
    return;

  self->pressed_selection = gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end) &&
                            gtk_text_iter_in_range (&iter, &start, &end);
  if ((state & GDK_CONTROL_MASK) == 0 || n_press != 1)
    return;

  tags = gtk_text_iter_get_tags (&iter);
  for (GSList *l = tags; l != NULL; l = l->next)
    {
      FbRunKind kind;
      const char *target;

      if (!fb_prose_tag_is_run (l->data, &kind, &target) || kind != FB_RUN_LINK)
        continue;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      fb_prose_view_follow (self, target);
    }
  g_slist_free (tags);
}

static gboolean
query_tooltip_cb (FbProseView *self,
                  int          x,
                  int          y,
                  gboolean     keyboard,
                  GtkTooltip  *tooltip)
{
  GtkTextIter iter;
  g_autoptr (GSList) tags = NULL;
  int bx, by;

  if (keyboard)
    return FALSE;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, x, y, &bx, &by);
  if (!gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, bx, by))
    return FALSE;

  tags = gtk_text_iter_get_tags (&iter);
  for (GSList *l = tags; l != NULL; l = l->next)
    {
      FbRunKind kind;
      const char *target;
      g_autofree char *words = NULL;

      if (!fb_prose_tag_is_run (l->data, &kind, &target) || kind != FB_RUN_LINK)
        continue;
      words = g_strdup_printf ("%s\n%s", target, _("Ctrl+click to open"));
      gtk_tooltip_set_text (tooltip, words);
      return TRUE;
    }
  return FALSE;
}

/* Popovers */

static gboolean
unparent_popover_cb (gpointer data)
{
  gtk_widget_unparent (data);
  return G_SOURCE_REMOVE;
}

static void
popover_closed_cb (FbProseView *self,
                   GtkPopover  *popover)
{
  if (self->popover != popover)
    return;

  self->popover = NULL;
  /* It is still busy with closing. */
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_popover_cb, g_object_ref (popover), g_object_unref);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
close_popover (FbProseView *self)
{
  GtkPopover *popover = g_steal_pointer (&self->popover);

  if (popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (popover));
}

/**
 * fb_prose_view_popup:
 * @popover: (transfer floating): a popover of its own for this once
 * @at: where it points to
 *
 * Shows a popover at a place of the text. It goes when it is closed.
 */
void
fb_prose_view_popup (FbProseView       *self,
                     GtkPopover        *popover,
                     const GtkTextIter *at)
{
  GdkRectangle place;

  close_popover (self);
  self->popover = popover;
  gtk_widget_set_parent (GTK_WIDGET (popover), GTK_WIDGET (self));
  g_signal_connect_object (popover, "closed", G_CALLBACK (popover_closed_cb), self, G_CONNECT_SWAPPED);

  gtk_text_view_scroll_to_iter (GTK_TEXT_VIEW (self), (GtkTextIter *) at, 0, FALSE, 0, 0);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), at, &place);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x,
                                         &place.y);
  place.width = MAX (place.width, 1);
  gtk_popover_set_pointing_to (popover, &place);
  gtk_popover_set_position (popover, GTK_POS_BOTTOM);
  gtk_popover_popup (popover);
}

/* Widget */

static void
fb_prose_view_snapshot_layer (GtkTextView      *view,
                              GtkTextViewLayer  layer,
                              GtkSnapshot      *snapshot)
{
  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    return;

  fb_prose_view_draw_markers (FB_PROSE_VIEW (view), snapshot);
  fb_prose_view_draw_placeholder (FB_PROSE_VIEW (view), snapshot);
}

static GtkTextBuffer *
fb_prose_view_create_buffer (GtkTextView *view)
{
  return GTK_TEXT_BUFFER (fb_prose_buffer_new ());
}

static void
fb_prose_view_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  FbProseView *self = FB_PROSE_VIEW (widget);

  GTK_WIDGET_CLASS (fb_prose_view_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (self->popover);
}

static void
fb_prose_view_dispose (GObject *object)
{
  FbProseView *self = FB_PROSE_VIEW (object);

  close_popover (self);
  g_clear_handle_id (&self->offer_source, g_source_remove);
  fb_prose_view_forget_chips (self);
  if (self->buffer != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->buffer, self);
      fb_prose_buffer_bind (self->buffer, NULL, NULL, NULL);
    }
  set_document (self, NULL);

  G_OBJECT_CLASS (fb_prose_view_parent_class)->dispose (object);
}

static void
fb_prose_view_finalize (GObject *object)
{
  FbProseView *self = FB_PROSE_VIEW (object);

  g_ptr_array_unref (self->chips);
  g_free (self->placeholder);
  g_free (self->numbers);
  g_clear_pointer (&self->numbered_text, fb_text_unref);
  g_clear_object (&self->actions);
  g_clear_object (&self->buffer);

  G_OBJECT_CLASS (fb_prose_view_parent_class)->finalize (object);
}

/* The keys of the actions of a view. */
static const struct
{
  guint keyval;
  GdkModifierType modifiers;
  const char *action;
  const char *target;
} keys[] = {
  { GDK_KEY_b, GDK_CONTROL_MASK, "prose.strong", NULL },
  { GDK_KEY_i, GDK_CONTROL_MASK, "prose.emphasis", NULL },
  { GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "prose.superscript", NULL },
  { GDK_KEY_b, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "prose.subscript", NULL },
  { GDK_KEY_m, GDK_CONTROL_MASK, "prose.clear", NULL },
  { GDK_KEY_F12, GDK_SHIFT_MASK, "prose.list", "bullet" },
  { GDK_KEY_F12, 0, "prose.list", "decimal" },
  { GDK_KEY_8, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "prose.list", "bullet" },
  { GDK_KEY_7, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "prose.list", "decimal" },
  { GDK_KEY_9, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "prose.list", "paren" },
  { GDK_KEY_6, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "prose.list", "letter" },
  { GDK_KEY_0, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "prose.list", "none" },
  { GDK_KEY_k, GDK_CONTROL_MASK, "prose.link", NULL },
  { GDK_KEY_f, GDK_CONTROL_MASK | GDK_ALT_MASK, "prose.note", NULL },
  { GDK_KEY_r, GDK_CONTROL_MASK | GDK_ALT_MASK, "prose.reference", NULL },
  { GDK_KEY_v, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "prose.paste-plain", NULL },
};

static void
fb_prose_view_class_init (FbProseViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  object_class->dispose = fb_prose_view_dispose;
  object_class->finalize = fb_prose_view_finalize;
  widget_class->size_allocate = fb_prose_view_size_allocate;
  view_class->create_buffer = fb_prose_view_create_buffer;
  view_class->snapshot_layer = fb_prose_view_snapshot_layer;
  view_class->backspace = fb_prose_view_backspace;
  view_class->insert_at_cursor = fb_prose_view_insert_at_cursor;
  view_class->copy_clipboard = fb_prose_view_copy_clipboard;
  view_class->cut_clipboard = fb_prose_view_cut_clipboard;
  view_class->paste_clipboard = fb_prose_view_paste_clipboard;

  gtk_widget_class_install_action (widget_class, "text.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "text.redo", NULL, undo_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].keyval, keys[i].modifiers, keys[i].action,
                                         keys[i].target != NULL ? "s" : NULL, keys[i].target);
}

static void
fb_prose_view_init (FbProseView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->margin = FB_PROSE_MARGIN;
  self->chips = g_ptr_array_new ();
  self->buffer = g_object_ref (FB_PROSE_BUFFER (gtk_text_view_get_buffer (view)));

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_left_margin (view, FB_PROSE_MARGIN);
  gtk_text_view_set_right_margin (view, FB_PROSE_MARGIN);
  gtk_text_view_set_top_margin (view, 8);
  gtk_text_view_set_bottom_margin (view, 8);
  gtk_text_view_set_pixels_inside_wrap (view, 3);
  gtk_widget_add_css_class (GTK_WIDGET (self), "prose");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  g_signal_connect_object (self->buffer, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "patched", G_CALLBACK (patched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "state-changed", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (insert_text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "insert-child-anchor", G_CALLBACK (insert_child_anchor_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect (self, "preedit-changed", G_CALLBACK (preedit_changed_cb), NULL);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (click_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  fb_prose_view_add_actions (self);
  fb_prose_view_add_drop (self);
  {
    g_autoptr (GMenuModel) menu = fb_prose_actions_new_menu (FALSE);

    gtk_text_view_set_extra_menu (view, menu);
  }
}

/* Public */

GtkWidget *
fb_prose_view_new (void)
{
  return g_object_new (FB_TYPE_PROSE_VIEW, NULL);
}

/**
 * fb_prose_view_new_for_note:
 * @around: the text in which the footnote is
 *
 * Returns: (transfer floating): a view for the text of a footnote, which cannot hold footnotes itself
 */
GtkWidget *
fb_prose_view_new_for_note (FbProseBuffer *around)
{
  FbProseView *self = g_object_new (FB_TYPE_PROSE_VIEW, NULL);
  g_autoptr (GMenuModel) menu = fb_prose_actions_new_menu (TRUE);

  self->is_note = TRUE;
  set_document (self, fb_prose_buffer_get_document (around));
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self), menu);
  fb_prose_view_update_actions (self);
  return GTK_WIDGET (self);
}

/**
 * fb_prose_view_new_compact:
 *
 * Returns: (transfer floating): a view for a row of a form: small, and without margins of its own
 */
GtkWidget *
fb_prose_view_new_compact (void)
{
  FbProseView *self = g_object_new (FB_TYPE_PROSE_VIEW, NULL);
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->margin = 0;
  fb_prose_tags_set_margin (gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self->buffer)), 0, 3);
  gtk_text_view_set_left_margin (view, 0);
  gtk_text_view_set_right_margin (view, 0);
  gtk_text_view_set_top_margin (view, 0);
  gtk_text_view_set_bottom_margin (view, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  return GTK_WIDGET (self);
}

/** Shows a rich property of a node, or nothing where they are %NULL. */
void
fb_prose_view_bind (FbProseView      *self,
                    FbDocument       *document,
                    FbNode           *node,
                    const FbProperty *property)
{
  g_return_if_fail (FB_IS_PROSE_VIEW (self));

  if (fb_prose_buffer_get_node (self->buffer) == node && self->document == document &&
      fb_prose_buffer_get_property (self->buffer) == (node != NULL ? property : NULL))
    return;

  close_popover (self);
  set_document (self, document);
  fb_prose_buffer_bind (self->buffer, document, node, node != NULL ? property : NULL);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self), node != NULL);
  if (node != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    fb_document_get_property_label (document, property), -1);
  update (self);
  fb_prose_view_update_actions (self);
}

/** Returns: (transfer none): the buffer, always the same. */
FbProseBuffer *
fb_prose_view_get_buffer (FbProseView *self)
{
  return self->buffer;
}

/** Returns: (transfer none) (nullable): the document to which the text belongs. */
FbDocument *
fb_prose_view_get_document (FbProseView *self)
{
  return self->document;
}

/** Returns: (transfer none): the actions, to be inserted as "prose" into what holds a toolbar. */
GActionGroup *
fb_prose_view_get_actions (FbProseView *self)
{
  return G_ACTION_GROUP (self->actions);
}

gboolean
fb_prose_view_is_note (FbProseView *self)
{
  return self->is_note;
}

/** Sets what an empty view says, or nothing. */
void
fb_prose_view_set_placeholder (FbProseView *self,
                               const char  *placeholder)
{
  if (!fb_set_str (&self->placeholder, placeholder))
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                  placeholder != NULL ? placeholder : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** Selects bytes [start, end) of the text and scrolls there. */
void
fb_prose_view_reveal (FbProseView *self,
                      guint        start,
                      guint        end)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter from, to;

  fb_prose_buffer_get_iter_at_byte (self->buffer, &from, start);
  fb_prose_buffer_get_iter_at_byte (self->buffer, &to, MAX (start, end));
  gtk_text_buffer_select_range (buffer, &to, &from);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer), 0.1, FALSE, 0, 0);
}
