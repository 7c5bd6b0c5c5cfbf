/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "cli/fb-cli.h"
#include "flow/fb-compose.h"
#include "formats/fb-formats.h"

typedef struct
{
  char **files;
  char *output;
  char *format;
  char *actor;
  char *part;
  gboolean measures;
  gboolean internal;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->files);
  g_free (options->output);
  g_free (options->format);
  g_free (options->actor);
  g_free (options->part);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static char *
describe_formats (void)
{
  guint n_formats;
  const FbFormat *formats = fb_formats_get_all (&n_formats);
  GString *description = g_string_new (_("Formats:"));

  for (guint i = 0; i < n_formats; i++)
    g_string_append_printf (description, "\n  %-8s %s", formats[i].name, fb_format_get_label (&formats[i]));
  return g_string_free (description, FALSE);
}

/* By its name, or by the ending of the file to write. */
static const FbFormat *
find_format (const FbCliVerb *verb,
             const Options   *options)
{
  const FbFormat *format = options->format != NULL ? fb_formats_find (options->format)
                                                   : fb_formats_find_by_extension (options->output);

  if (format == NULL && options->format != NULL)
    fb_cli_usage (verb, _("There is no format “%s”."), options->format);
  else if (format == NULL)
    fb_cli_usage (verb, _("“%s” does not say in which format: give it an ending, or use --format."), options->output);

  return format;
}

static gboolean
check_options (const FbCliVerb *verb,
               const Options   *options)
{
  int n_parts = (options->actor != NULL) + (options->part != NULL) + options->measures;

  if (options->files == NULL || g_strv_length (options->files) != 1)
    fb_cli_usage (verb, _("One file is needed."));
  else if (options->output == NULL)
    fb_cli_usage (verb, _("The option -o is needed."));
  else if (n_parts > 1)
    fb_cli_usage (verb, _("Only one of --actor, --part and --measures can be had."));
  else
    return TRUE;

  return FALSE;
}

/* What to print, or NULL if that is not in the document. */
static FbPrintout *
make_printout (FbDocument    *document,
               const Options *options)
{
  FbPrintout *printout;

  if (options->part != NULL && fb_document_lookup (document, options->part) == NULL)
    {
      fb_cli_error (_("There is no part “%s” in the concept."), options->part);
      return NULL;
    }

  if (options->actor != NULL)
    printout = fb_printout_new (FB_SCOPE_ACTOR, options->actor);
  else if (options->part != NULL)
    printout = fb_printout_new (FB_SCOPE_BRANCH, options->part);
  else
    printout = fb_printout_new (options->measures ? FB_SCOPE_MEASURES : FB_SCOPE_DOCUMENT, NULL);
  printout->internal = options->internal;

  return printout;
}

/** Writes a concept, or a part of it, in another format. */
FbCliExit
fb_cli_export (const FbCliVerb *verb,
               int              argc,
               char           **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("Where to write"), N_("OUTPUT") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format, N_("The format, where the ending does not say it"),
      N_("NAME") },
    { "actor", 0, 0, G_OPTION_ARG_STRING, &options.actor, N_("Only what one body has to do, such as 51"), N_("BODY") },
    { "part", 0, 0, G_OPTION_ARG_STRING, &options.part, N_("Only the part with this id"), N_("ID") },
    { "measures", 0, 0, G_OPTION_ARG_NONE, &options.measures, N_("Only the tables of measures"), NULL },
    { "internal", 0, 0, G_OPTION_ARG_NONE, &options.internal, N_("What is internal, too"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.files, NULL, NULL },
    { NULL },
  };
  g_autofree char *description = describe_formats ();
  g_autoptr (FbDocument) document = NULL;
  g_autoptr (FbPrintout) printout = NULL;
  g_autoptr (FbFlow) flow = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const FbFormat *format;

  if (!fb_cli_parse (verb, entries, description, argc, argv) || !check_options (verb, &options))
    return FB_CLI_USAGE;
  format = find_format (verb, &options);
  if (format == NULL)
    return FB_CLI_USAGE;

  document = fb_cli_load (options.files[0]);
  if (document == NULL)
    return FB_CLI_FAULT;
  printout = make_printout (document, &options);
  if (printout == NULL)
    return FB_CLI_FAULT;

  if (format->take != NULL)
    {
      bytes = format->take (document, printout);
    }
  else
    {
      flow = fb_compose (document, printout);
      bytes = fb_formats_write (flow, format, NULL, NULL, NULL, &error);
    }
  if (bytes == NULL)
    {
      fb_cli_error ("%s", error->message);
      return FB_CLI_FAULT;
    }

  return fb_cli_write (options.output, bytes) ? FB_CLI_FINE : FB_CLI_FAULT;
}
