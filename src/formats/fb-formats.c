/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/fb-formats.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/fb-html.h"
#include "formats/fb-odt.h"
#include "formats/fb-table-export.h"

G_DEFINE_QUARK (fb-formats-error-quark, fb_formats_error)

/* The table of measures that is asked for, or all of them. */
static GBytes *
take_csv (FbDocument       *document,
          const FbPrintout *printout)
{
  const FbGridOptions options = FB_GRID_OPTIONS_DEFAULT;
  FbNode *branch = printout->scope == FB_SCOPE_BRANCH ? fb_document_lookup (document, printout->subject) : NULL;
  FbNode *table = branch != NULL && fb_node_get_kind (branch) != FB_KIND_MEASURES
                      ? fb_node_get_ancestor (branch, FB_KIND_MEASURES)
                      : branch;

  return fb_table_export_csv (document, table != NULL ? table : branch, &options);
}

/* The one table of formats: a new writer is a new row. */
static const FbFormat formats[] = {
  { "odt", "odt", "application/vnd.oasis.opendocument.text", N_("OpenDocument text"), fb_odt_write },
  { "html", "html", "text/html", N_("Web page"), fb_html_write },
  { "csv", "csv", "text/csv", N_("Tables of measures, for spreadsheets"), NULL, take_csv },
};

/** Returns: (array length=n_formats): the formats there are. */
const FbFormat *
fb_formats_get_all (guint *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);

  return formats;
}

/** Returns: (nullable): the format called @name. */
const FbFormat *
fb_formats_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (formats[i].name, name) == 0)
      return &formats[i];

  return NULL;
}

/** Returns: (nullable): the format that files named like @filename have, whatever the case. */
const FbFormat *
fb_formats_find_by_extension (const char *filename)
{
  const char *dot = strrchr (filename, '.');

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (formats[i].extension, dot + 1) == 0)
      return &formats[i];

  return NULL;
}

/** Returns: the translated name of @format. */
const char *
fb_format_get_label (const FbFormat *format)
{
  return _(format->label);
}

/**
 * fb_formats_write:
 * @progress: (nullable) (scope call) (closure data): told how far it is
 *
 * Writes @flow in memory. May run in any thread.
 *
 * Returns: (transfer full): the bytes of the file, NULL with @error set
 */
GBytes *
fb_formats_write (FbFlow          *flow,
                  const FbFormat  *format,
                  GCancellable    *cancellable,
                  FbProgressFunc   progress,
                  gpointer         data,
                  GError         **error)
{
  g_return_val_if_fail (flow != NULL && format != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (format->write == NULL)
    {
      g_set_error (error, FB_FORMATS_ERROR, FB_FORMATS_ERROR_UNKNOWN, _("“%s” is not made of pages"), _(format->label));
      return NULL;
    }

  return format->write (flow, cancellable, progress, data, error);
}

/**
 * fb_formats_save:
 *
 * Writes @bytes into @file. They take its place only when all of them are on the disk: whatever fails leaves an older
 * file whole. May run in any thread.
 *
 * Returns: whether it went well; if not, @error is set
 */
gboolean
fb_formats_save (GBytes        *bytes,
                 GFile         *file,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  gsize length;
  gconstpointer content;

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  if (stream == NULL)
    return FALSE;

  content = g_bytes_get_data (bytes, &length);
  if (!g_output_stream_write_all (G_OUTPUT_STREAM (stream), content, length, NULL, cancellable, error))
    {
      g_autoptr (GCancellable) give_up = g_cancellable_new ();

      /* A close that is cancelled drops the new file; a plain one would put half a file in the place of the old. */
      g_cancellable_cancel (give_up);
      g_output_stream_close (G_OUTPUT_STREAM (stream), give_up, NULL);
      return FALSE;
    }

  return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
}

/**
 * fb_formats_export:
 * @progress: (nullable) (scope call) (closure data): told how far it is
 *
 * Writes @flow into @file. The bytes are complete before the file is touched; see fb_formats_save(). May run in any
 * thread.
 *
 * Returns: whether it went well; if not, @error is set
 */
gboolean
fb_formats_export (FbFlow          *flow,
                   const FbFormat  *format,
                   GFile           *file,
                   GCancellable    *cancellable,
                   FbProgressFunc   progress,
                   gpointer         data,
                   GError         **error)
{
  g_autoptr (GBytes) bytes = fb_formats_write (flow, format, cancellable, progress, data, error);

  return bytes != NULL && fb_formats_save (bytes, file, cancellable, error);
}
