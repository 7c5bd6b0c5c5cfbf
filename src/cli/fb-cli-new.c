/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/fb-cli.h"
#include "store/fb-resources.h"
#include "store/fb-writer.h"

static void
print_templates (void)
{
  g_autoptr (GPtrArray) templates = fb_templates_list ();

  for (guint i = 0; i < templates->len; i++)
    {
      const FbResource *template = templates->pdata[i];

      printf ("%-16s %s\n", template->name, template->title);
    }
}

/** Makes a new concept from a template. */
FbCliExit
fb_cli_new (const FbCliVerb *verb,
            int              argc,
            char           **argv)
{
  g_auto (GStrv) rest = NULL;
  g_autofree char *output = NULL;
  g_autofree char *template = NULL;
  gboolean list = FALSE;
  const GOptionEntry entries[] = {
    { "template", 't', 0, G_OPTION_ARG_FILENAME, &template, N_("The template to begin with"), N_("NAME") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Where to write"), N_("OUTPUT") },
    { "list", 0, 0, G_OPTION_ARG_NONE, &list, N_("List the templates"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
    { NULL },
  };
  g_autoptr (FbDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!fb_cli_parse (verb, entries, NULL, argc, argv))
    return FB_CLI_USAGE;
  if (rest != NULL)
    return fb_cli_usage (verb, _("“%s” is not understood."), rest[0]);
  if (list)
    {
      print_templates ();
      return FB_CLI_FINE;
    }
  if (template == NULL || output == NULL)
    return fb_cli_usage (verb, _("The options --template and -o are needed."));

  document = fb_templates_instantiate (template, &error);
  if (document == NULL)
    {
      fb_cli_usage (verb, "%s", error->message);
      fb_cli_error (_("“feldbuch-cli new --list” lists the templates."));
      return FB_CLI_USAGE;
    }

  bytes = fb_writer_write (fb_document_get_root (document));
  return fb_cli_write (output, bytes) ? FB_CLI_FINE : FB_CLI_FAULT;
}
