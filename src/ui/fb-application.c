/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-application.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-preferences.h"
#include "ui/fb-settings.h"
#include "ui/fb-shortcuts.h"
#include "ui/fb-tooltips.h"
#include "ui/fb-ui.h"
#include "ui/fb-window-files.h"
#include "ui/fb-window.h"

struct _FbApplication
{
  AdwApplication parent_instance;

  GtkCssProvider *prose_style;
};

G_DEFINE_FINAL_TYPE (FbApplication, fb_application, ADW_TYPE_APPLICATION)

static void
color_scheme_cb (FbApplication *self)
{
  static const AdwColorScheme schemes[]
      = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };
  guint scheme = g_settings_get_enum (fb_settings_get (), "color-scheme");

  g_return_if_fail (scheme < G_N_ELEMENTS (schemes));
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[scheme]);
}

static void
prose_font_scale_cb (FbApplication *self)
{
  double scale = g_settings_get_double (fb_settings_get (), "prose-font-scale");
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *css = NULL;

  /* CSS wants a point, whatever the language writes. */
  g_ascii_formatd (number, sizeof number, "%.2f", scale);
  css = g_strdup_printf ("textview.prose { font-size: %sem; }", number);
  gtk_css_provider_load_from_data (self->prose_style, css, -1);
}

static FbWindow *
get_active_window (GtkApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (application);

  while (window != NULL && !FB_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);

  return (FbWindow *) window;
}

static void
new_window_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  gtk_window_present (GTK_WINDOW (fb_window_new (data)));
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  GtkWidget *preferences = fb_preferences_new ();

  gtk_window_set_transient_for (GTK_WINDOW (preferences), GTK_WINDOW (get_active_window (data)));
  gtk_window_present (GTK_WINDOW (preferences));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  static const char *const developers[] = { "The Feldbuch authors", NULL };

  adw_show_about_window (GTK_WINDOW (get_active_window (data)), "application-name", "Feldbuch", "application-icon",
                         FB_APPLICATION_ID, "version", FB_VERSION, "developer-name", "The Feldbuch authors",
                         "developers", developers, "license-type", GTK_LICENSE_GPL_3_0, "copyright",
                         "© The Feldbuch authors", "comments",
                         _("Write municipal concepts with their fields of action, goals and measures."),
                         /* Translators: put your names here, one a line */
                         "translator-credits", _("translator-credits"), NULL);
}

static gpointer
copy_window (gconstpointer window,
             gpointer      data)
{
  return g_object_ref ((gpointer) window);
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  /* A window takes its dialogs along when it goes. */
  g_autolist (GtkWindow) windows = g_list_copy_deep (gtk_application_get_windows (data), copy_window, NULL);

  for (GList *l = windows; l != NULL; l = l->next)
    if (FB_IS_WINDOW (l->data))
      gtk_window_close (l->data);
}

static const GActionEntry actions[] = {
  { "new-window", new_window_action },
  { "preferences", preferences_action },
  { "about", about_action },
  { "quit", quit_action },
};

static void
fb_application_activate (GApplication *application)
{
  FbWindow *window = get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = fb_window_new (GTK_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (window));
}

static void
fb_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    fb_window_open_file (GTK_APPLICATION (application), get_active_window (GTK_APPLICATION (application)), files[i]);
}

static void
fb_application_startup (GApplication *application)
{
  FbApplication *self = FB_APPLICATION (application);
  GSettings *settings = fb_settings_get ();

  G_APPLICATION_CLASS (fb_application_parent_class)->startup (application);

  fb_tooltips_let_clicks_through ();
  fb_ui_init ();
  gtk_window_set_default_icon_name (FB_APPLICATION_ID);
  fb_shortcuts_install (GTK_APPLICATION (application));

  self->prose_style = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (self->prose_style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  g_signal_connect_object (settings, "changed::color-scheme", G_CALLBACK (color_scheme_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::prose-font-scale", G_CALLBACK (prose_font_scale_cb), self,
                           G_CONNECT_SWAPPED);
  color_scheme_cb (self);
  prose_font_scale_cb (self);
}

static void
fb_application_finalize (GObject *object)
{
  FbApplication *self = FB_APPLICATION (object);

  g_clear_object (&self->prose_style);

  G_OBJECT_CLASS (fb_application_parent_class)->finalize (object);
}

static void
fb_application_class_init (FbApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fb_application_finalize;
  application_class->activate = fb_application_activate;
  application_class->open = fb_application_open;
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
