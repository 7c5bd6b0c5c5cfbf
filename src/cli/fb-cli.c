/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/fb-cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "store/fb-file.h"
#include "store/fb-reader.h"

#define PIECE (1024 * 1024)

/* Documents and messages are UTF-8 whatever the locale: g_print() would put question marks into what goes on to
 * other programs. */

void
fb_cli_error (const char *format,
              ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "%s\n", message);
}

/**
 * fb_cli_usage:
 *
 * Says what is wrong with the command line, and where help is.
 *
 * Returns: %FB_CLI_USAGE
 */
FbCliExit
fb_cli_usage (const FbCliVerb *verb,
              const char      *format,
              ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fb_cli_error ("%s", message);
  fb_cli_error (_("Usage: feldbuch-cli %s %s"), verb->name, verb->arguments);

  return FB_CLI_USAGE;
}

/**
 * fb_cli_parse:
 * @entries: the options of the verb, the last one for what remains
 * @description: (nullable): translated words to print behind the options in the help
 *
 * Reads the options. With --help it prints the help and ends the program.
 *
 * Returns: whether the command line is right; if not, that has been said
 */
gboolean
fb_cli_parse (const FbCliVerb    *verb,
              const GOptionEntry *entries,
              const char         *description,
              int                 argc,
              char              **argv)
{
  g_autofree char *program = g_strconcat ("feldbuch-cli ", verb->name, NULL);
  g_autoptr (GOptionContext) context = g_option_context_new (verb->arguments);
  g_autoptr (GError) error = NULL;

  g_set_prgname (program);
  g_option_context_set_summary (context, _(verb->summary));
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (g_option_context_parse (context, &argc, &argv, &error))
    return TRUE;

  fb_cli_usage (verb, "%s", error->message);
  return FALSE;
}

/** Returns: (transfer full): what to call @path in messages. */
char *
fb_cli_display_name (const char *path)
{
  return g_str_equal (path, FB_CLI_STANDARD) ? g_strdup (_("standard input")) : g_filename_display_name (path);
}

static GBytes *
read_standard_input (void)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autofree guint8 *piece = g_malloc (PIECE);
  gsize n;

  /* One byte over the limit is enough for the reader to refuse it. */
  while (array->len <= FB_READER_MAX_BYTES && (n = fread (piece, 1, PIECE, stdin)) > 0)
    g_byte_array_append (array, piece, n);
  if (ferror (stdin))
    {
      fb_cli_error (_("Standard input could not be read: %s"), g_strerror (errno));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&array));
}

/** Returns: (transfer full) (nullable): the bytes of a file; if there are none, that has been said. */
GBytes *
fb_cli_read (const char *path)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  if (g_str_equal (path, FB_CLI_STANDARD))
    return read_standard_input ();

  file = g_file_new_for_commandline_arg (path);
  bytes = g_file_load_bytes (file, NULL, NULL, &error);
  if (bytes == NULL)
    fb_cli_error ("%s", error->message);
  return bytes;
}

/**
 * fb_cli_load_root:
 *
 * Reads a concept and says on standard error what is wrong with it.
 *
 * Returns: (transfer full) (nullable): its root
 */
FbNode *
fb_cli_load_root (const char *path)
{
  g_autoptr (GBytes) bytes = fb_cli_read (path);
  g_autofree char *name = fb_cli_display_name (path);
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (GError) error = NULL;
  FbNode *root;

  if (bytes == NULL)
    return NULL;

  root = fb_reader_read (bytes, name, &warnings, &error);
  if (root == NULL)
    fb_cli_error ("%s", error->message);
  for (guint i = 0; root != NULL && i < warnings->len; i++)
    fb_cli_error ("%s", (const char *) warnings->pdata[i]);

  return root;
}

/** Returns: (transfer full) (nullable): the document; see fb_cli_load_root() */
FbDocument *
fb_cli_load (const char *path)
{
  g_autoptr (FbNode) root = fb_cli_load_root (path);

  return root != NULL ? fb_document_new (root) : NULL;
}

/** Returns: whether the bytes have been written; if not, that has been said. */
gboolean
fb_cli_write (const char *path,
              GBytes     *bytes)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_str_equal (path, FB_CLI_STANDARD))
    {
      if ((size == 0 || fwrite (data, 1, size, stdout) == size) && fflush (stdout) == 0)
        return TRUE;
      fb_cli_error (_("Standard output could not be written: %s"), g_strerror (errno));
      return FALSE;
    }

  file = g_file_new_for_commandline_arg (path);
  if (fb_file_write_bytes (file, bytes, NULL, &error))
    return TRUE;
  fb_cli_error ("%s", error->message);
  return FALSE;
}
