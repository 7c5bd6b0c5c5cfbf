/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include <glib/gi18n-lib.h>

#include "ui/fb-application.h"

int
main (int argc, char **argv)
{
  g_autoptr (FbApplication) application = NULL;
  const char *locale_dir = g_getenv ("FB_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : FB_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = fb_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
