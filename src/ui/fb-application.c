/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-application.h"

#include "ui/fb-ui.h"
#include "ui/fb-window.h"

struct _FbApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (FbApplication, fb_application, ADW_TYPE_APPLICATION)

/* Every action has a key. */
static const struct
{
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "app.new-window", { "<Control>n" } },
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.show-outline", { "F9" } },
  { "win.show-inspector", { "F8" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
};

static void
new_window_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  gtk_window_present (GTK_WINDOW (fb_window_new (data)));
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static const GActionEntry actions[] = {
  { "new-window", new_window_action },
  { "quit", quit_action },
};

static void
fb_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (fb_window_new (GTK_APPLICATION (application)));
  gtk_window_present (window);
}

static void
fb_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (fb_application_parent_class)->startup (application);

  fb_ui_init ();
  gtk_window_set_default_icon_name (FB_APPLICATION_ID);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action, accelerators[i].keys);
}

static void
fb_application_class_init (FbApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = fb_application_activate;
  application_class->startup = fb_application_startup;
}

static void
fb_application_init (FbApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/** Returns: (transfer full): the program */
FbApplication *
fb_application_new (void)
{
  return g_object_new (FB_TYPE_APPLICATION, "application-id", FB_APPLICATION_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
