/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "cli/fb-cli.h"
#include "store/fb-writer.h"

/** Loads a concept and saves it. */
FbCliExit
fb_cli_rewrite (const FbCliVerb *verb,
                int              argc,
                char           **argv)
{
  g_auto (GStrv) files = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Where to write"), N_("OUTPUT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };
  g_autoptr (FbNode) root = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!fb_cli_parse (verb, entries, NULL, argc, argv))
    return FB_CLI_USAGE;
  if (files == NULL || g_strv_length (files) != 1)
    return fb_cli_usage (verb, _("One file is needed."));
  if (output == NULL)
    return fb_cli_usage (verb, _("The option -o is needed."));

  root = fb_cli_load_root (files[0]);
  if (root == NULL)
    return FB_CLI_FAULT;

  bytes = fb_writer_write (root);
  return fb_cli_write (output, bytes) ? FB_CLI_FINE : FB_CLI_FAULT;
}
