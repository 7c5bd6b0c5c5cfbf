/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-preferences.h"

#include "ui/fb-settings.h"

struct _FbPreferences
{
  AdwPreferencesWindow parent_instance;

  AdwComboRow *color_scheme;
  GtkAdjustment *prose_size;
  GtkSwitch *spelling;
};

G_DEFINE_FINAL_TYPE (FbPreferences, fb_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* The order of the choices is that of the enumeration in the schema. */
static gboolean
get_scheme (GValue   *value,
            GVariant *variant,
            gpointer  data)
{
  g_value_set_uint (value, g_settings_get_enum (fb_settings_get (), "color-scheme"));

  return TRUE;
}

static GVariant *
set_scheme (const GValue       *value,
            const GVariantType *type,
            gpointer            data)
{
  static const char *const nicks[] = { "follow", "light", "dark" };
  guint selected = g_value_get_uint (value);

  return selected < G_N_ELEMENTS (nicks) ? g_variant_new_string (nicks[selected]) : NULL;
}

/* Shown as a percentage. */
static gboolean
get_percent (GValue   *value,
             GVariant *variant,
             gpointer  data)
{
  g_value_set_double (value, g_variant_get_double (variant) * 100);

  return TRUE;
}

static GVariant *
set_percent (const GValue       *value,
             const GVariantType *type,
             gpointer            data)
{
  return g_variant_new_double (g_value_get_double (value) / 100);
}

static void
fb_preferences_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FB_TYPE_PREFERENCES);

  G_OBJECT_CLASS (fb_preferences_parent_class)->dispose (object);
}

static void
fb_preferences_class_init (FbPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fb_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/feldbuch/Feldbuch/ui/fb-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, FbPreferences, color_scheme);
  gtk_widget_class_bind_template_child (widget_class, FbPreferences, prose_size);
  gtk_widget_class_bind_template_child (widget_class, FbPreferences, spelling);
}

static void
fb_preferences_init (FbPreferences *self)
{
  GSettings *settings = fb_settings_get ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_settings_bind_with_mapping (settings, "color-scheme", self->color_scheme, "selected", G_SETTINGS_BIND_DEFAULT,
                                get_scheme, set_scheme, NULL, NULL);
  g_settings_bind_with_mapping (settings, "prose-font-scale", self->prose_size, "value", G_SETTINGS_BIND_DEFAULT,
                                get_percent, set_percent, NULL, NULL);
  g_settings_bind (settings, "check-spelling", self->spelling, "active", G_SETTINGS_BIND_DEFAULT);
}

/** Returns: (transfer none): the window of the settings */
GtkWidget *
fb_preferences_new (void)
{
  return g_object_new (FB_TYPE_PREFERENCES, NULL);
}
