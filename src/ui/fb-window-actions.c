/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-window-actions.h"

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  fb_document_undo (fb_window_get_document (FB_WINDOW (widget)));
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  fb_document_redo (fb_window_get_document (FB_WINDOW (widget)));
}

static void
go_to_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  FbWindow *self = FB_WINDOW (widget);
  FbNode *node = fb_document_lookup (fb_window_get_document (self), g_variant_get_string (parameter, NULL));

  if (node != NULL)
    fb_editor_go_to (fb_window_get_editor (self), node, NULL, 0, 0);
}

/* All that a window can do: name, type of the parameter, function, and whether it takes a document. */
static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
  gboolean needs_document;
} actions[] = {
  { "win.undo", NULL, undo_action, TRUE },
  { "win.redo", NULL, redo_action, TRUE },
  { "win.go-to", "s", go_to_action, TRUE },
};

/** Installs the actions of #FbWindow. */
void
fb_window_class_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}

/** Recomputes which actions can be used: the one place where that is decided. */
void
fb_window_update_actions (FbWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  FbDocument *document = fb_window_get_document (self);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (widget, actions[i].name, !actions[i].needs_document || document != NULL);

  gtk_widget_action_set_enabled (widget, "win.undo", document != NULL && fb_document_can_undo (document));
  gtk_widget_action_set_enabled (widget, "win.redo", document != NULL && fb_document_can_redo (document));
}
