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

G_END_DECLS
