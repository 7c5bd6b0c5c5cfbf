/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The one place for differences between versions of GLib, GTK and libadwaita. The floor is GTK 4.8 with libadwaita
 * 1.2; a newer function is used where it is there at run time of the compiler, and replaced where it is not. */

/** Sets the string at @target to a copy of @value. Returns: whether that changed it. g_set_str() is of GLib 2.76. */
static inline gboolean
fb_set_str (char       **target,
            const char  *value)
{
  char *copy;

  if (g_strcmp0 (*target, value) == 0)
    return FALSE;

  copy = g_strdup (value);
  g_free (*target);
  *target = copy;

  return TRUE;
}

/** Scrolls @list to the row @position. gtk_list_view_scroll_to() is of GTK 4.12. */
static inline void
fb_list_view_scroll_to (GtkWidget *list,
                        guint      position)
{
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}

/** Names the button inside @drop_down, which takes the focus and which GTK 4.8 leaves without a name. */
static inline void
fb_drop_down_set_label (GtkWidget  *drop_down,
                        const char *label)
{
  GtkWidget *button = gtk_widget_get_first_child (drop_down);

  if (button != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/** Lets a screen reader say @message. Where GTK cannot (before 4.14), nothing is said. */
static inline void
fb_announce (GtkWidget  *widget,
             const char *message)
{
#if GTK_CHECK_VERSION (4, 14, 0)
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
#endif
}

/** FbMeasuring: frames in which a text view is still measured again. */
typedef struct
{
  guint n_frames;
} FbMeasuring;

static inline gboolean
fb_text_view_measure_tick_cb (GtkWidget     *view,
                              GdkFrameClock *clock,
                              gpointer       data)
{
  FbMeasuring *measuring = data;

  gtk_widget_queue_resize (view);
  return --measuring->n_frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static inline void
fb_text_view_measure_cb (GtkWidget   *view,
                         FbMeasuring *measuring)
{
  if (measuring->n_frames == 0)
    gtk_widget_add_tick_callback (view, fb_text_view_measure_tick_cb, measuring, NULL);
  measuring->n_frames = 3;
}

static inline void
fb_text_view_measure_buffer_cb (GtkTextBuffer *buffer,
                                GtkWidget     *view)
{
  fb_text_view_measure_cb (view, (FbMeasuring *) g_object_get_data (G_OBJECT (view), "fb-measuring"));
}

/**
 * Has @view, which nothing scrolls, ask for the room that its words need. A text view learns their height when it is
 * idle, and does not ask again then (seen on GTK 4.8): so it is asked over the frames behind a change or its first
 * show.
 */
static inline void
fb_text_view_measure_again (GtkTextView *view)
{
  FbMeasuring *measuring = g_new0 (FbMeasuring, 1);

  g_object_set_data_full (G_OBJECT (view), "fb-measuring", measuring, g_free);
  g_signal_connect (view, "map", G_CALLBACK (fb_text_view_measure_cb), measuring);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (fb_text_view_measure_buffer_cb),
                           view, (GConnectFlags) 0);
}

G_END_DECLS
