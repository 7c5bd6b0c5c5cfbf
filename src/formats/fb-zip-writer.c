/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/fb-zip-writer.h"

#include <glib/gi18n-lib.h>
#include <zip.h>

#include "formats/fb-formats.h"

/* The first of January 1980, midnight: the earliest time a package can hold. */
#define DOS_TIME 0
#define DOS_DATE 0x21

struct _FbZipWriter
{
  zip_source_t *source; /* the package in memory */
  zip_t *zip;
  GPtrArray *entries; /* GBytes: libzip reads them when it closes */
  char *message;      /* of the first thing that went wrong */
};

static void
fail (FbZipWriter *writer,
      const char  *message)
{
  if (writer->message == NULL)
    writer->message = g_strdup (message);
}

/** Returns: (transfer full): an empty package. */
FbZipWriter *
fb_zip_writer_new (void)
{
  FbZipWriter *writer = g_new0 (FbZipWriter, 1);
  zip_error_t problem;

  zip_error_init (&problem);
  writer->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  writer->source = zip_source_buffer_create (NULL, 0, 0, &problem);
  if (writer->source != NULL)
    {
      zip_source_keep (writer->source);
      writer->zip = zip_open_from_source (writer->source, ZIP_CREATE | ZIP_TRUNCATE, &problem);
    }
  if (writer->zip == NULL)
    fail (writer, zip_error_strerror (&problem));
  zip_error_fini (&problem);

  return writer;
}

/** Drops the package. */
void
fb_zip_writer_free (FbZipWriter *writer)
{
  if (writer->zip != NULL)
    zip_discard (writer->zip);
  if (writer->source != NULL)
    zip_source_free (writer->source);
  g_ptr_array_unref (writer->entries);
  g_free (writer->message);
  g_free (writer);
}

/** Adds an entry. What goes wrong is reported by fb_zip_writer_end(). */
void
fb_zip_writer_add (FbZipWriter *writer,
                   const char  *name,
                   GBytes      *bytes,
                   gboolean     compress)
{
  zip_source_t *source;
  zip_int64_t index;
  gsize length;
  gconstpointer data;

  if (writer->message != NULL)
    return;

  data = g_bytes_get_data (bytes, &length);
  g_ptr_array_add (writer->entries, g_bytes_ref (bytes));
  source = zip_source_buffer (writer->zip, data, length, 0);
  index = source != NULL ? zip_file_add (writer->zip, name, source, ZIP_FL_ENC_UTF_8) : -1;
  if (index < 0)
    {
      if (source != NULL)
        zip_source_free (source);
      fail (writer, zip_strerror (writer->zip));
      return;
    }

  zip_set_file_compression (writer->zip, index, compress ? ZIP_CM_DEFLATE : ZIP_CM_STORE, compress ? 6 : 0);
  zip_file_set_dostime (writer->zip, index, DOS_TIME, DOS_DATE, 0);
  zip_file_set_external_attributes (writer->zip, index, 0, ZIP_OPSYS_DOS, 0);
}

static GBytes *
read_source (FbZipWriter *writer)
{
  zip_stat_t stat;
  g_autofree char *data = NULL;
  zip_int64_t length;

  if (zip_source_stat (writer->source, &stat) < 0 || zip_source_open (writer->source) < 0)
    return NULL;
  data = g_malloc (stat.size);
  length = zip_source_read (writer->source, data, stat.size);
  zip_source_close (writer->source);
  if (length < 0 || (zip_uint64_t) length != stat.size)
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&data), length);
}

/**
 * fb_zip_writer_end:
 *
 * Puts the package together. Free the writer all the same.
 *
 * Returns: (transfer full): the package, NULL with FB_FORMATS_ERROR_PACKAGE set
 */
GBytes *
fb_zip_writer_end (FbZipWriter  *writer,
                   GError      **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (writer->message == NULL)
    {
      if (zip_close (writer->zip) == 0)
        writer->zip = NULL;
      else
        fail (writer, zip_strerror (writer->zip));
    }
  if (writer->message == NULL)
    bytes = read_source (writer);
  if (bytes == NULL)
    g_set_error (error, FB_FORMATS_ERROR, FB_FORMATS_ERROR_PACKAGE, _("The package could not be put together: %s"),
                 writer->message != NULL ? writer->message : _("its bytes cannot be read"));

  return g_steal_pointer (&bytes);
}
