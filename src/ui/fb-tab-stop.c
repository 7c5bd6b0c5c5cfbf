/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-tab-stop.h"

struct _FbTabStop
{
  AdwBin parent_instance;

  gboolean has_keyboard;
};

G_DEFINE_FINAL_TYPE (FbTabStop, fb_tab_stop, ADW_TYPE_BIN)

/* A focus that goes to nothing has lost its widget, and changes nothing here. */
static void
focus_moved_cb (FbTabStop *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus != NULL)
    self->has_keyboard = gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
fb_tab_stop_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fb_tab_stop_parent_class)->root (widget);

  g_signal_connect_swapped (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (focus_moved_cb), widget);
}

static void
fb_tab_stop_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_data (gtk_widget_get_root (widget), widget);
  FB_TAB_STOP (widget)->has_keyboard = FALSE;

  GTK_WIDGET_CLASS (fb_tab_stop_parent_class)->unroot (widget);
}

static gboolean
fb_tab_stop_focus (GtkWidget        *widget,
                   GtkDirectionType  direction)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  /* GTK looks for a new focus where one has lost its widget, and may well find it in here. */
  if ((direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD) && focus != NULL &&
      gtk_widget_is_ancestor (focus, widget))
    return FALSE;

  return GTK_WIDGET_CLASS (fb_tab_stop_parent_class)->focus (widget, direction);
}

static void
fb_tab_stop_class_init (FbTabStopClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->root = fb_tab_stop_root;
  widget_class->unroot = fb_tab_stop_unroot;
  widget_class->focus = fb_tab_stop_focus;
}

static void
fb_tab_stop_init (FbTabStop *self)
{
}

/** Returns: (transfer floating): one stop around @child (transfer floating). */
GtkWidget *
fb_tab_stop_new (GtkWidget *child)
{
  return g_object_new (FB_TYPE_TAB_STOP, "child", child, NULL);
}

/** Returns: whether the keyboard is inside, or was until the widget went that had it, as a row does that is moved. */
gboolean
fb_tab_stop_has_keyboard (FbTabStop *self)
{
  g_return_val_if_fail (FB_IS_TAB_STOP (self), FALSE);

  return self->has_keyboard;
}
