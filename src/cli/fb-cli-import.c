/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "cli/fb-cli.h"
#include "formats/fb-table-preview.h"
#include "store/fb-writer.h"

typedef struct
{
  char **files;
  char *output;
  char *table;
  char *headings;
  char **maps;
  gboolean dry_run;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->files);
  g_free (options->output);
  g_free (options->table);
  g_free (options->headings);
  g_strfreev (options->maps);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* The table to read into: the one that was named, or NULL for all. */
static gboolean
find_table (FbDocument    *document,
            const Options *options,
            FbNode       **table)
{
  *table = options->table != NULL ? fb_document_lookup (document, options->table) : NULL;
  if (options->table == NULL || (*table != NULL && fb_node_get_kind (*table) == FB_KIND_MEASURES))
    return TRUE;

  fb_cli_error (_("There is no table of measures “%s” in the concept."), options->table);

  return FALSE;
}

/* What the columns hold: as the user says, and for the rest as their headings say. */
static gboolean
map_columns (FbTablePreview *preview,
             FbDocument     *document,
             FbNode         *table,
             const char     *name,
             const Options  *options)
{
  g_autoptr (FbTableMapping) mapping = NULL;

  if (options->headings != NULL)
    fb_table_preview_set_headed (preview, g_str_equal (options->headings, "yes"));
  mapping = fb_table_mapping_copy (fb_table_preview_get_mapping (preview));
  for (guint i = 0; options->maps != NULL && options->maps[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!fb_table_mapping_parse (mapping, document, table, options->maps[i], &error))
        {
          fb_cli_error ("%s: %s", name, error->message);
          return FALSE;
        }
    }
  fb_table_preview_set_mapping (preview, mapping);
  for (guint i = 0; i < mapping->targets->len; i++)
    if (fb_table_mapping_get (mapping, i)->guessed)
      {
        const FbColumnTarget *target = fb_table_mapping_get (mapping, i);
        g_autofree char *words = fb_table_preview_describe_choice (preview, target);

        /* Translators: a file, the heading of a column, and what the column is believed to hold, such as “Cost” */
        fb_cli_error (_("%s: The column “%s” is taken for “%s”"), name, target->heading, words);
      }

  return TRUE;
}

/** Reads a table of measures into a concept: known ids are updated, rows without an id are added. */
FbCliExit
fb_cli_import (const FbCliVerb *verb,
               int              argc,
               char           **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("Where to write"), N_("OUTPUT") },
    { "table", 0, 0, G_OPTION_ARG_STRING, &options.table, N_("The id of the table to read into"), N_("ID") },
    { "map", 'm', 0, G_OPTION_ARG_STRING_ARRAY, &options.maps,
      N_("What a column holds: a property, “own” for a new own column, or “none”"), N_("HEADING=PROPERTY") },
    { "headings", 0, 0, G_OPTION_ARG_STRING, &options.headings, N_("Whether the first row holds headings"), "yes|no" },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &options.dry_run, N_("Only say what would be done"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.files, NULL, NULL },
    { NULL },
  };
  g_autoptr (FbDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (FbTablePreview) preview = NULL;
  g_autoptr (GPtrArray) touched = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *name = NULL;
  GPtrArray *problems;
  FbGrid *grid;
  FbNode *table;

  if (!fb_cli_parse (verb, entries, _("The exit status is 1 if something was not understood; the rest is imported."),
                     argc, argv))
    return FB_CLI_USAGE;
  if (options.files == NULL || g_strv_length (options.files) != 2)
    return fb_cli_usage (verb, _("A concept and a table are needed."));
  if (options.output == NULL && !options.dry_run)
    return fb_cli_usage (verb, _("The option -o is needed."));
  if (options.headings != NULL && !g_str_equal (options.headings, "yes") && !g_str_equal (options.headings, "no"))
    return fb_cli_usage (verb, _("--headings is yes or no."));

  document = fb_cli_load (options.files[0]);
  if (document == NULL || !find_table (document, &options, &table))
    return FB_CLI_FAULT;
  bytes = fb_cli_read (options.files[1]);
  if (bytes == NULL)
    return FB_CLI_FAULT;
  name = fb_cli_display_name (options.files[1]);
  grid = fb_grid_read_csv (bytes, &error);
  if (grid == NULL)
    {
      fb_cli_error ("%s: %s", name, error->message);
      return FB_CLI_FAULT;
    }

  preview = fb_table_preview_new (document, table, grid);
  if (!map_columns (preview, document, table, name, &options))
    return FB_CLI_FAULT;
  problems = fb_table_preview_get_problems (preview);
  for (guint i = 0; i < problems->len; i++)
    fb_cli_error ("%s: %s", name, (const char *) g_ptr_array_index (problems, i));
  summary = fb_table_preview_describe (preview);
  fb_cli_error ("%s: %s", name, summary);
  if (!options.dry_run)
    {
      touched = fb_table_preview_apply (preview, _("Import Table"));
      written = fb_writer_write (fb_document_get_root (document));
      if (!fb_cli_write (options.output, written))
        return FB_CLI_FAULT;
    }

  return problems->len > 0 ? FB_CLI_FAULT : FB_CLI_FINE;
}
