/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-prose-chip.h"

#include <glib/gi18n-lib.h>

/* How far the number of a footnote stands above the base line, in pixels. */
#define NOTE_RAISE 4

struct _FbProseChip
{
  GtkWidget parent_instance;

  GtkWidget *label;
  FbProseAnchor *anchor;
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FbProseChip, fb_prose_chip, GTK_TYPE_WIDGET)

static gboolean
is_note (FbProseChip *self)
{
  return fb_prose_anchor_get_note (self->anchor) != NULL;
}

static void
update (FbProseChip *self)
{
  const char *label = fb_prose_anchor_get_label (self->anchor);
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  gtk_label_set_label (GTK_LABEL (self->label), label != NULL ? label : "");
  if (is_note (self))
    {
      words = fb_text_to_words (fb_prose_anchor_get_note (self->anchor));
      g_strstrip (words);
      /* Translators: the number of a footnote, and what it says */
      name = g_strdup_printf (_("Footnote %s: %s"), label != NULL ? label : "", words);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self), *words != '\0' ? words : _("Empty footnote"));
    }
  else
    {
      /* Translators: %s is the number and the title of a chapter, goal or the like */
      name = g_strdup_printf (_("Cross-reference to %s"), label != NULL ? label : "");
      words = g_strdup_printf ("%s\n%s", label != NULL ? label : "", _("Ctrl+click to go there"));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
pressed_cb (FbProseChip     *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[ACTIVATED], 0, (state & GDK_CONTROL_MASK) != 0);
}

/* Widget */

static void
fb_prose_chip_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  FbProseChip *self = FB_PROSE_CHIP (widget);
  int least, best, baseline;

  gtk_widget_measure (self->label, orientation, orientation == GTK_ORIENTATION_VERTICAL ? for_size : -1, &least, &best,
                      NULL, &baseline);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    best = (baseline >= 0 ? baseline : best) + (is_note (self) ? NOTE_RAISE : 0);
  *minimum = best;
  *natural = best;
}

static void
fb_prose_chip_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  FbProseChip *self = FB_PROSE_CHIP (widget);
  int full;

  gtk_widget_measure (self->label, GTK_ORIENTATION_VERTICAL, width, NULL, &full, NULL, NULL);
  gtk_widget_allocate (self->label, width, full, -1, NULL);
}

static void
fb_prose_chip_dispose (GObject *object)
{
  FbProseChip *self = FB_PROSE_CHIP (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  if (self->anchor != NULL)
    g_signal_handlers_disconnect_by_data (self->anchor, self);
  g_clear_object (&self->anchor);

  G_OBJECT_CLASS (fb_prose_chip_parent_class)->dispose (object);
}

static void
fb_prose_chip_class_init (FbProseChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fb_prose_chip_dispose;
  widget_class->measure = fb_prose_chip_measure;
  widget_class->size_allocate = fb_prose_chip_size_allocate;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_css_name (widget_class, "chip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LINK);
}

static void
fb_prose_chip_init (FbProseChip *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), 40);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/** Returns: (transfer floating): what is to be seen of @anchor. */
GtkWidget *
fb_prose_chip_new (FbProseAnchor *anchor)
{
  FbProseChip *self = g_object_new (FB_TYPE_PROSE_CHIP, NULL);

  self->anchor = g_object_ref (anchor);
  gtk_widget_add_css_class (GTK_WIDGET (self), is_note (self) ? "note" : "reference");
  g_signal_connect_swapped (anchor, "notify", G_CALLBACK (update), self);
  update (self);
  return GTK_WIDGET (self);
}

FbProseAnchor *
fb_prose_chip_get_anchor (FbProseChip *self)
{
  return self->anchor;
}

/** Shows that what is referred to is not there. */
void
fb_prose_chip_set_broken (FbProseChip *self,
                          gboolean     broken)
{
  if (broken)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}
