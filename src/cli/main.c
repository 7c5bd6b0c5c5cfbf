/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/fb-cli.h"

/* The verbs; a new one is a row here and a file beside this one. */
static const FbCliVerb verbs[] = {
  { "show", "FILE", N_("Print the outline with its numbers, down to measures and their steps."), fb_cli_show },
  { "validate", "FILE…", N_("Read files and say what is wrong with them, and in which line."), fb_cli_validate },
  { "export", "FILE -o OUTPUT", N_("Write a concept in another format."), fb_cli_export },
  { "import", "FILE TABLE.csv -o OUTPUT", N_("Read a table of measures that came from a spreadsheet into a concept."),
    fb_cli_import },
  { "rewrite", "FILE -o OUTPUT", N_("Load a concept and save it in canonical form."), fb_cli_rewrite },
  { "new", "--template NAME -o OUTPUT", N_("Make a new concept from a template."), fb_cli_new },
  { "explain", "period|dates|cost|responsible TEXT", N_("Print what the program understands of words."),
    fb_cli_explain },
  { "check", "FILE", N_("Look for what contradicts itself or is missing."), fb_cli_check },
};

static void
print_help (FILE *stream)
{
  fprintf (stream, "%s\n  feldbuch-cli %s\n\n%s\n", _("Usage:"), _("VERB [OPTION…] …"), _("Verbs:"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    fprintf (stream, "  %-10s %s\n", verbs[i].name, _(verbs[i].summary));
  fprintf (stream, "\n%s\n%s\n%s\n", _("“feldbuch-cli VERB --help” says more about one of them."),
           _("A file “-” is standard input or standard output."),
           _("Exit status: 0 all is fine, 1 the input is at fault, 2 the command line is."));
}

static const FbCliVerb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].name, name))
      return &verbs[i];
  return NULL;
}

int
main (int    argc,
      char **argv)
{
  const char *locale_dir = g_getenv ("FB_LOCALEDIR");
  const FbCliVerb *verb;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : FB_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (argc < 2)
    {
      print_help (stderr);
      return FB_CLI_USAGE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help"))
    {
      print_help (stdout);
      return FB_CLI_FINE;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      printf ("feldbuch-cli %s\n", FB_VERSION);
      return FB_CLI_FINE;
    }

  verb = find_verb (argv[1]);
  if (verb == NULL)
    {
      fb_cli_error (_("There is no verb “%s”."), argv[1]);
      print_help (stderr);
      return FB_CLI_USAGE;
    }

  return verb->run (verb, argc - 1, argv + 1);
}
