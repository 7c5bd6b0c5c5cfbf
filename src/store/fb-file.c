/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/fb-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/fb-file-track.h"
#include "store/fb-reader.h"
#include "store/fb-writer.h"

/* Written at once; between two pieces one can cancel. */
#define PIECE (1024 * 1024)
#define MAX_LINKS 40

G_DEFINE_QUARK (fb-file-error-quark, fb_file_error)

/* Loading */

/**
 * fb_file_load:
 * @warnings: (out) (optional): see fb_reader_read()
 *
 * Loads a file. Errors are of the domain %G_IO_ERROR or %FB_READER_ERROR.
 *
 * Returns: (transfer full) (nullable): the document
 */
FbDocument *
fb_file_load (GFile      *file,
              GPtrArray **warnings,
              GError    **error)
{
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, error);
  g_autofree char *path = g_file_get_basename (file);
  g_autofree char *name = path != NULL ? g_filename_display_name (path) : g_file_get_uri (file);
  g_autoptr (FbNode) root = NULL;
  FbDocument *document;

  if (warnings != NULL)
    *warnings = NULL;
  if (bytes == NULL)
    return NULL;

  root = fb_reader_read (bytes, name, warnings, error);
  if (root == NULL)
    return NULL;

  document = fb_document_new (root);
  fb_file_track_note (fb_file_track_for (document), file, bytes);

  return document;
}

/* Writing */

static gboolean
fail (const char *path,
      int         code,
      GError    **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _("“%s” could not be written: %s"), name,
               g_strerror (code));
  return FALSE;
}

/* Where the bytes will lie: behind the symbolic links, also where the last one leads to no file yet. */
static char *
follow_links (const char *path)
{
  g_autofree char *followed = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *target = g_file_read_link (followed, NULL);
      g_autofree char *folder = g_path_get_dirname (followed);

      if (target == NULL)
        break;
      g_free (followed);
      followed = g_path_is_absolute (target) ? g_steal_pointer (&target) : g_build_filename (folder, target, NULL);
    }

  return g_steal_pointer (&followed);
}

static gboolean
write_all (int           fd,
           GBytes       *bytes,
           const char   *path,
           GCancellable *cancellable,
           GError      **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (gsize written = 0; written < size;)
    {
      gssize n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      n = write (fd, data + written, MIN (size - written, PIECE));
      if (n < 0 && errno != EINTR)
        return fail (path, errno, error);
      written += MAX (n, 0);
    }

  return TRUE;
}

/* For what is no plain file, such as a pipe, and cannot be replaced. */
static gboolean
write_in_place (const char   *path,
                GBytes       *bytes,
                GCancellable *cancellable,
                GError      **error)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  gboolean fine;

  if (fd < 0)
    return fail (path, errno, error);

  fine = write_all (fd, bytes, path, cancellable, error);
  if (close (fd) != 0 && fine)
    fine = fail (path, errno, error);
  return fine;
}

static void
sync_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  /* Not every file system can; the file itself is safe by now. */
  (void) fsync (fd);
  close (fd);
}

static gboolean
fill_temporary (int                fd,
                const struct stat *old,
                GBytes            *bytes,
                const char        *path,
                GCancellable      *cancellable,
                GError           **error)
{
  if (!write_all (fd, bytes, path, cancellable, error))
    return FALSE;

  /* The owner can only be kept by who may give files away. A change of owner takes bits of the mode, so it is first. */
  if (old != NULL && fchown (fd, old->st_uid, old->st_gid) != 0 && fchown (fd, -1, old->st_gid) != 0)
    g_debug ("the owner of %s cannot be kept", path);
  if (old != NULL && fchmod (fd, old->st_mode & 07777) != 0)
    return fail (path, errno, error);
  if (fsync (fd) != 0)
    return fail (path, errno, error);

  return TRUE;
}

/* The new file is whole and on the disk before it takes the name of the old one. */
static gboolean
replace (const char        *path,
         const struct stat *old,
         GBytes            *bytes,
         GCancellable      *cancellable,
         GError           **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, ".feldbuch-XXXXXX", NULL);
  int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666);
  gboolean fine;

  if (fd < 0)
    return fail (path, errno, error);

  fine = fill_temporary (fd, old, bytes, path, cancellable, error);
  if (close (fd) != 0 && fine)
    fine = fail (path, errno, error);
  if (fine && g_rename (temporary, path) != 0)
    fine = fail (path, errno, error);
  if (fine)
    sync_folder (folder);
  else
    g_unlink (temporary);

  return fine;
}

/**
 * fb_file_write_bytes:
 *
 * Writes a file so that at every moment the old one or the new one is there whole. Keeps the permissions, and writes
 * where symbolic links lead to. May run in any thread. Errors are of the domain %G_IO_ERROR.
 *
 * Returns: whether the new file is on the disk
 */
gboolean
fb_file_write_bytes (GFile         *file,
                     GBytes        *bytes,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autofree char *native = g_file_get_path (file);
  g_autofree char *path = native != NULL ? follow_links (native) : NULL;
  struct stat old;
  gsize size;
  const char *data;

  if (path == NULL)
    {
      data = g_bytes_get_data (bytes, &size);
      return g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, error);
    }

  if (stat (path, &old) != 0)
    return errno == ENOENT ? replace (path, NULL, bytes, cancellable, error) : fail (path, errno, error);
  if (S_ISDIR (old.st_mode))
    return fail (path, EISDIR, error);
  if (!S_ISREG (old.st_mode))
    return write_in_place (path, bytes, cancellable, error);
  if (g_access (path, W_OK) != 0)
    return fail (path, errno, error);
  return replace (path, &old, bytes, cancellable, error);
}

/* Saving */

/**
 * fb_file_save:
 *
 * Saves the document, and marks it as saved. Errors are of the domains %G_IO_ERROR and %FB_FILE_ERROR.
 *
 * Returns: whether it is on the disk; if not, the old file is as it was
 */
gboolean
fb_file_save (FbDocument    *document,
              GFile         *file,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GBytes) bytes = fb_writer_write (fb_document_get_root (document));

  if (!fb_file_track_write (fb_file_track_for (document), file, bytes, FALSE, cancellable, error))
    return FALSE;

  fb_document_mark_saved (document);
  return TRUE;
}

typedef struct
{
  FbFileTrack *track;
  GFile *file;
  GBytes *bytes;
  gboolean over;
  gboolean changed; /* since the bytes were taken */
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  fb_file_track_unref (saving->track);
  g_object_unref (saving->file);
  g_bytes_unref (saving->bytes);
  g_free (saving);
}

static void
applied_cb (FbDocument     *document,
            const FbChange *change,
            GTask          *task)
{
  ((Saving *) g_task_get_task_data (task))->changed = TRUE;
}

/* Takes the task. */
static void
save_in_thread (gpointer data,
                gpointer unused)
{
  g_autoptr (GTask) task = data;
  Saving *saving = g_task_get_task_data (task);
  GError *error = NULL;

  if (fb_file_track_write (saving->track, saving->file, saving->bytes, saving->over, g_task_get_cancellable (task),
                           &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* One after another: an older state must not take the place of a newer one whose writing was quicker. */
static GThreadPool *
get_writers (void)
{
  static GThreadPool *writers;

  if (g_once_init_enter (&writers))
    g_once_init_leave (&writers, g_thread_pool_new (save_in_thread, NULL, 1, FALSE, NULL));

  return writers;
}

/**
 * fb_file_save_async:
 *
 * Saves the document as it is now; it may be changed while that goes on. What another program has written to the file
 * since it was read or saved is not overwritten unless @flags say so.
 */
void
fb_file_save_async (FbDocument          *document,
                    GFile               *file,
                    FbFileSaveFlags      flags,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (document, cancellable, callback, data);
  Saving *saving = g_new0 (Saving, 1);

  saving->track = fb_file_track_ref (fb_file_track_for (document));
  saving->file = g_object_ref (file);
  saving->over = (flags & FB_FILE_SAVE_OVER) != 0;
  saving->bytes = fb_writer_write (fb_document_get_root (document));
  fb_document_seal (document);
  g_task_set_task_data (task, saving, saving_free);
  g_signal_connect_object (document, "applied", G_CALLBACK (applied_cb), task, 0);
  /* What has been written counts, even if one cancels just then. */
  g_task_set_check_cancellable (task, FALSE);
  g_thread_pool_push (get_writers (), g_steal_pointer (&task), NULL);
}

/**
 * fb_file_save_finish:
 *
 * Marks the document as saved, unless it has been changed since.
 *
 * Returns: whether it is on the disk; if not, the old file is as it was
 */
gboolean
fb_file_save_finish (FbDocument    *document,
                     GAsyncResult  *result,
                     GError       **error)
{
  Saving *saving;

  g_return_val_if_fail (g_task_is_valid (result, document), FALSE);

  saving = g_task_get_task_data (G_TASK (result));
  g_signal_handlers_disconnect_by_data (document, result);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  if (!saving->changed)
    fb_document_mark_saved (document);
  return TRUE;
}

/* Checking */

static void
check_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      track,
                 GCancellable *cancellable)
{
  g_task_return_boolean (task, fb_file_track_is_changed (track));
}

/** Looks whether another program has written the file of @document since it was read or saved. */
void
fb_file_check_async (FbDocument          *document,
                     GAsyncReadyCallback  callback,
                     gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (document, NULL, callback, data);

  g_task_set_task_data (task, fb_file_track_ref (fb_file_track_for (document)), (GDestroyNotify) fb_file_track_unref);
  g_task_run_in_thread (task, check_in_thread);
}

/** Returns: whether it has; what is gone or cannot be read counts as unchanged */
gboolean
fb_file_check_finish (FbDocument   *document,
                      GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, document), FALSE);

  return g_task_propagate_boolean (G_TASK (result), NULL);
}
