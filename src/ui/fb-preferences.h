/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FB_TYPE_PREFERENCES (fb_preferences_get_type ())

/** FbPreferences: the window of the program's settings; each change counts at once, for all windows. */
G_DECLARE_FINAL_TYPE (FbPreferences, fb_preferences, FB, PREFERENCES, AdwPreferencesWindow)

GtkWidget *fb_preferences_new (void);

G_END_DECLS
