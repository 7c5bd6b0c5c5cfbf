/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-settings.h"

/**
 * fb_settings_get:
 *
 * Returns: (transfer none): the settings of the program, one object for all
 */
GSettings *
fb_settings_get (void)
{
  static GSettings *settings;

  if (settings == NULL)
    settings = g_settings_new (FB_APPLICATION_ID);

  return settings;
}
