/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-tab-stop.h"

struct _FbTabStop
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (FbTabStop, fb_tab_stop, ADW_TYPE_BIN)

static gboolean
has_focus_inside (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static gboolean
fb_tab_stop_focus (GtkWidget        *widget,
                   GtkDirectionType  direction)
{
  if ((direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD) && has_focus_inside (widget))
    return FALSE;

  return GTK_WIDGET_CLASS (fb_tab_stop_parent_class)->focus (widget, direction);
}

static void
fb_tab_stop_class_init (FbTabStopClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = fb_tab_stop_focus;
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
