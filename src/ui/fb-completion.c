/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-completion.h"

#include <glib/gi18n-lib.h>

struct _FbCompletion
{
  GtkPopover parent_instance;

  GtkTextView *view; /* outlives the popover, which stands in its row */
  GtkWidget *list;
  FbCompletionDescribe describe;
  gpointer data;
};

enum
{
  ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FbCompletion, fb_completion, GTK_TYPE_POPOVER)

static void
accept (FbCompletion  *self,
        GtkListBoxRow *row)
{
  g_autofree char *word = g_strdup (g_object_get_data (G_OBJECT (row), "fb-word"));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[ACCEPTED], 0, word);
}

static void
choose (FbCompletion *self,
        int           step)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int index = selected != NULL ? gtk_list_box_row_get_index (selected) + step : step > 0 ? 0 : -1;
  GtkListBoxRow *row = index >= 0 ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index) : NULL;

  if (row != NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
}

static gboolean
key_pressed_cb (FbCompletion    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GtkListBoxRow *selected;

  if (!fb_completion_is_shown (self) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  selected = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      choose (self, -1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      choose (self, 1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      if (selected == NULL)
        {
          gtk_popover_popdown (GTK_POPOVER (self));
          return GDK_EVENT_PROPAGATE;
        }
      accept (self, selected);
      return GDK_EVENT_STOP;

    case GDK_KEY_Escape:
      gtk_popover_popdown (GTK_POPOVER (self));
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
focus_left_cb (FbCompletion *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
fb_completion_class_init (FbCompletionClass *klass)
{
  /**
   * FbCompletion::accepted:
   * @word: what is to be written
   */
  signals[ACCEPTED] = g_signal_new ("accepted", FB_TYPE_COMPLETION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
fb_completion_init (FbCompletion *self)
{
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "can-focus", FALSE, "activate-on-single-click", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Suggestions"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (accept), self);
  gtk_popover_set_child (GTK_POPOVER (self), self->list);
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "completion");
}

/**
 * fb_completion_new:
 * @describe: (scope forever): what else is said of a word, transfer full and nullable
 *
 * Returns: (transfer floating): the completion of @view; its owner puts it into the widget around the view, and
 *   unparents it
 */
FbCompletion *
fb_completion_new (GtkTextView          *view,
                   FbCompletionDescribe  describe,
                   gpointer              data)
{
  FbCompletion *self = g_object_new (FB_TYPE_COMPLETION, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = view;
  self->describe = describe;
  self->data = data;
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), focus);

  return self;
}

static void
add_row (FbCompletion *self,
         const char   *word)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *more = self->describe (word, self->data);
  g_autofree char *name = more != NULL ? g_strdup_printf ("%s %s", word, more) : g_strdup (word);

  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", word, "xalign", 0.0f, "ellipsize",
                                               PANGO_ELLIPSIZE_END, "max-width-chars", 40, NULL));
  if (more != NULL)
    gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", more, "xalign", 1.0f, "hexpand", TRUE,
                                                 "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", 24,
                                                 "css-classes", (const char *[]) { "dim-label", NULL }, NULL));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "fb-word", g_strdup (word), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/**
 * fb_completion_show:
 * @words: (element-type utf8): what is offered; nothing closes
 * @select: whether Return and Tab already accept the first, without a Down before
 */
void
fb_completion_show (FbCompletion *self,
                    GPtrArray    *words,
                    gboolean      select)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *row;
  GdkRectangle caret;
  double x, y;

  if (words->len == 0)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < words->len; i++)
    add_row (self, g_ptr_array_index (words, i));
  if (select)
    choose (self, 1);

  gtk_text_view_get_cursor_locations (self->view, NULL, &caret, NULL);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, caret.x, caret.y, &caret.x, &caret.y);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->view), parent, caret.x, caret.y, &x, &y);
  caret.x = (int) x;
  caret.y = (int) y;
  caret.width = 1;
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &caret);
  gtk_popover_popup (GTK_POPOVER (self));
}

gboolean
fb_completion_is_shown (FbCompletion *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self));
}
