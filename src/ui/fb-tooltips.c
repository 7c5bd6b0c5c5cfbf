/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-tooltips.h"

/* The type is private to GTK, and there is no other way to the surface of a tooltip. */
#define TYPE_NAME "GtkTooltipWindow"

static gboolean
mapped_cb (GSignalInvocationHint *hint,
           guint                  n_values,
           const GValue          *values,
           gpointer               data)
{
  GtkWidget *widget = g_value_get_object (values);

  if (GTK_IS_NATIVE (widget) && g_str_equal (G_OBJECT_TYPE_NAME (widget), TYPE_NAME))
    {
      cairo_region_t *nothing = cairo_region_create ();

      gdk_surface_set_input_region (gtk_native_get_surface (GTK_NATIVE (widget)), nothing);
      cairo_region_destroy (nothing);
    }
  return G_SOURCE_CONTINUE;
}

/**
 * fb_tooltips_let_clicks_through:
 *
 * From now on the mouse goes to what is below a tooltip. GTK 4.8 on X11 gives a press on a tooltip to the tooltip,
 * which goes away by it, and then to the memory where it has been: the program would end there.
 */
void
fb_tooltips_let_clicks_through (void)
{
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
}
