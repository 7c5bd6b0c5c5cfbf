/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/fb-file-track.h"

#include <glib/gi18n-lib.h>

#include "store/fb-file.h"

#define ATTRIBUTES \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_TIME_MODIFIED \
                                 "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC

struct _FbFileTrack
{
  GMutex mutex; /* guards all the rest */
  GFile *file;  /* or NULL: none yet */
  guint64 modified;
  guint32 modified_usec;
  goffset size;
  GBytes *bytes;  /* NULL once their checksum is known */
  char *checksum; /* of @bytes, worked out by the first who asks: opening a file does not wait for it */
};

static void
clear (FbFileTrack *self)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->checksum);
  g_mutex_clear (&self->mutex);
}

/** Returns: (transfer none): the track of @document, made where there is none */
FbFileTrack *
fb_file_track_for (FbDocument *document)
{
  static GQuark quark;
  FbFileTrack *self;

  if (quark == 0)
    quark = g_quark_from_static_string ("fb-file-track");
  self = g_object_get_qdata (G_OBJECT (document), quark);
  if (self != NULL)
    return self;

  self = g_atomic_rc_box_new0 (FbFileTrack);
  g_mutex_init (&self->mutex);
  g_object_set_qdata_full (G_OBJECT (document), quark, self, (GDestroyNotify) fb_file_track_unref);

  return self;
}

FbFileTrack *
fb_file_track_ref (FbFileTrack *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
fb_file_track_unref (FbFileTrack *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

static void
note (FbFileTrack *self,
      GFile       *file,
      GBytes      *bytes)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  g_set_object (&self->file, file);
  g_clear_pointer (&self->checksum, g_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = g_bytes_ref (bytes);
  self->size = g_bytes_get_size (bytes);
  /* Where the time is not known, the bytes are compared. */
  self->modified = 0;
  self->modified_usec = 0;
  if (info != NULL)
    {
      self->modified = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED);
      self->modified_usec = g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC);
    }
}

/** Notes that @bytes have just been read from @file. */
void
fb_file_track_note (FbFileTrack *self,
                    GFile       *file,
                    GBytes      *bytes)
{
  g_mutex_lock (&self->mutex);
  note (self, file, bytes);
  g_mutex_unlock (&self->mutex);
}

/* In the place of the bytes, which would take their room for as long as the document is open. */
static const char *
get_checksum (FbFileTrack *self)
{
  if (self->checksum == NULL)
    self->checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->bytes);
  g_clear_pointer (&self->bytes, g_bytes_unref);

  return self->checksum;
}

static gboolean
has_same_time (FbFileTrack *self,
               GFileInfo   *info)
{
  return self->modified != 0
         && g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED) == self->modified
         && g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC) == self->modified_usec;
}

/* What is gone, is a pipe or cannot be asked for is not overwritten either, and counts as unchanged. Before something
 * is overwritten it is looked at @closely, whatever its time says. */
static gboolean
is_changed (FbFileTrack *self,
            gboolean     closely)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *checksum = NULL;
  const char *before;
  gboolean same_time;

  if (self->file == NULL)
    return FALSE;
  before = get_checksum (self);
  info = g_file_query_info (self->file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return FALSE;
  if (g_file_info_get_size (info) != self->size)
    return TRUE;
  same_time = has_same_time (self, info);
  if (same_time && !closely)
    return FALSE;

  /* Written anew with the same words is no change. */
  bytes = g_file_load_bytes (self->file, NULL, NULL, NULL);
  checksum = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;

  return checksum != NULL ? !g_str_equal (checksum, before) : !same_time;
}

/** Returns: whether another program has written the file since. May have to read it. */
gboolean
fb_file_track_is_changed (FbFileTrack *self)
{
  gboolean changed;

  g_mutex_lock (&self->mutex);
  changed = is_changed (self, FALSE);
  g_mutex_unlock (&self->mutex);

  return changed;
}

/**
 * fb_file_track_write:
 * @over: whether what another program has written there since may be overwritten
 *
 * Writes @bytes and notes it. Errors are of the domains %G_IO_ERROR and %FB_FILE_ERROR.
 *
 * Returns: whether they are on the disk
 */
gboolean
fb_file_track_write (FbFileTrack   *self,
                     GFile         *file,
                     GBytes        *bytes,
                     gboolean       over,
                     GCancellable  *cancellable,
                     GError       **error)
{
  gboolean fine = FALSE;

  g_mutex_lock (&self->mutex);
  if (!over && self->file != NULL && g_file_equal (self->file, file) && is_changed (self, TRUE))
    {
      g_autofree char *base = g_file_get_basename (file);
      g_autofree char *name = g_filename_display_name (base);

      g_set_error (error, FB_FILE_ERROR, FB_FILE_ERROR_CHANGED,
                   /* Translators: %s is the name of a file */
                   _("“%s” was changed by another program since you opened it."), name);
    }
  else
    {
      fine = fb_file_write_bytes (file, bytes, cancellable, error);
      if (fine)
        note (self, file, bytes);
    }
  g_mutex_unlock (&self->mutex);

  return fine;
}
