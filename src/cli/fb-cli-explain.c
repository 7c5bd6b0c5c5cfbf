/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/fb-cli.h"
#include "values/fb-explain.h"

/** Prints how words are understood. */
FbCliExit
fb_cli_explain (const FbCliVerb *verb,
                int              argc,
                char           **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_autofree char *words = NULL;
  g_autofree char *reading = NULL;

  /* The words may begin with a hyphen, so only what stands before them is looked at for options. */
  if (argc < 2 || *argv[1] == '-')
    {
      if (!fb_cli_parse (verb, entries, NULL, argc, argv))
        return FB_CLI_USAGE;
      return fb_cli_usage (verb, _("A reader and a text are needed."));
    }
  if (argc != 3)
    return fb_cli_usage (verb, _("A reader and a text are needed."));

  words = fb_utf8_clean (argv[2], -1);
  reading = fb_explain (argv[1], words);
  if (reading == NULL)
    return fb_cli_usage (verb, _("There is no reader “%s”."), argv[1]);
  printf ("%s\n", reading);

  return FB_CLI_FINE;
}
