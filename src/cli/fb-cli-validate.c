/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/fb-cli.h"

/** Reads files and says whether they are right. */
FbCliExit
fb_cli_validate (const FbCliVerb *verb,
                 int              argc,
                 char           **argv)
{
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };
  FbCliExit result = FB_CLI_FINE;

  if (!fb_cli_parse (verb, entries, _("References that lead nowhere are reported, but are no fault."), argc, argv))
    return FB_CLI_USAGE;
  if (files == NULL)
    return fb_cli_usage (verb, _("At least one file is needed."));

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char *name = fb_cli_display_name (files[i]);
      g_autoptr (FbNode) root = fb_cli_load_root (files[i]);

      if (root == NULL)
        result = FB_CLI_FAULT;
      else
        /* Translators: %s is the name of a file. */
        printf (_("%s: valid\n"), name);
    }

  return result;
}
