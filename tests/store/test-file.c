/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/fb-file.h"
#include "store/fb-reader.h"
#include "store/fb-resources.h"

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("feldbuch-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "konzept.konzept", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
remove_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  remove_files (fixture);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->file);
}

static void
assert_contents (const char *path,
                 const char *expected)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, expected);
}

static gboolean
write_string (GFile       *file,
              const char  *string,
              GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (string, strlen (string));

  return fb_file_write_bytes (file, bytes, NULL, error);
}

static void
test_save_and_load (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (FbDocument) document = fb_templates_instantiate ("monheim-2016", NULL);
  g_autoptr (FbDocument) back = NULL;
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (GError) error = NULL;

  fb_document_set_words (document, fb_document_get_root (document), "title", "Neu");
  g_assert_true (fb_document_get_modified (document));
  g_assert_true (fb_file_save (document, fixture->file, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (fb_document_get_modified (document));
  g_assert_cmpuint (count_files (fixture), ==, 1);

  back = fb_file_load (fixture->file, &warnings, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (warnings->len, ==, 0);
  g_assert_cmpstr (fb_node_get_words (fb_document_get_root (back), "title"), ==, "Neu");
  g_assert_false (fb_document_get_modified (back));
}

static void
test_load_errors (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) broken = NULL;

  g_assert_null (fb_file_load (fixture->file, &warnings, &missing));
  g_assert_error (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_null (warnings);

  g_assert_true (write_string (fixture->file, "<concept xmlns='urn:feldbuch:konzept:1'/>", NULL));
  g_assert_null (fb_file_load (fixture->file, NULL, &broken));
  g_assert_error (broken, FB_READER_ERROR, FB_READER_ERROR_FORMAT);
  g_assert_cmpstr (broken->message, ==, "konzept.konzept:1: found <concept>, expected the attribute “id”");
}

static void
test_permissions (Fixture       *fixture,
                  gconstpointer  data)
{
  static const mode_t modes[] = { 0600, 0640, 0664, 0755 };
  mode_t mask = umask (027);
  struct stat info;

  g_assert_true (write_string (fixture->file, "neu", NULL));
  g_assert_cmpint (stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0640);
  umask (mask);

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_assert_cmpint (g_chmod (fixture->path, modes[i]), ==, 0);
      g_assert_true (write_string (fixture->file, "anders", NULL));
      g_assert_cmpint (stat (fixture->path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 07777, ==, modes[i]);
    }
}

static void
test_links (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *second = g_build_filename (fixture->folder, "second", NULL);
  g_autofree char *around = g_build_filename (fixture->folder, "around", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (second);
  g_autoptr (GFile) circle = g_file_new_for_path (around);
  g_autoptr (GError) error = NULL;

  /* One link to another, which leads to no file yet. */
  g_assert_cmpint (symlink ("konzept.konzept", link), ==, 0);
  g_assert_cmpint (symlink (link, second), ==, 0);
  g_assert_true (write_string (file, "eins", NULL));
  assert_contents (fixture->path, "eins");
  g_assert_true (write_string (file, "zwei", NULL));
  assert_contents (fixture->path, "zwei");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));

  g_assert_cmpint (symlink ("around", around), ==, 0);
  g_assert_false (write_string (circle, "drei", &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_test (around, G_FILE_TEST_IS_SYMLINK));
}

static void
test_bad_places (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "a.konzept", NULL);
  g_autoptr (GFile) missing = g_file_new_for_path (nowhere);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) null = g_file_new_for_path ("/dev/null");
  g_autoptr (GError) not_found = NULL;
  g_autoptr (GError) is_folder = NULL;
  g_autoptr (GError) denied = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) cancelled = NULL;

  g_assert_false (write_string (missing, "x", &not_found));
  g_assert_error (not_found, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_false (write_string (folder, "x", &is_folder));
  g_assert_error (is_folder, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_true (write_string (null, "x", NULL));

  g_assert_true (write_string (fixture->file, "alt", NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (fb_file_write_bytes (fixture->file, bytes, cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_contents (fixture->path, "alt");
  g_assert_cmpuint (count_files (fixture), ==, 1);

  if (geteuid () == 0)
    return;
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_false (write_string (fixture->file, "neu", &denied));
  g_assert_error (denied, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  assert_contents (fixture->path, "alt");
}

/* What a child process does to the file until it is stopped. */
static void
write_in_child (Fixture *fixture,
                GBytes  *bytes)
{
  _exit (fb_file_write_bytes (fixture->file, bytes, NULL, NULL) ? 0 : 1);
}

static GBytes *
large_bytes (void)
{
  gsize size = 3 * 1024 * 1024;
  char *data = g_malloc (size);

  memset (data, 'n', size);
  return g_bytes_new_take (data, size);
}

/* A disk that is full after some bytes: an error, the old file, nothing left behind. */
static void
test_full_disk (Fixture       *fixture,
                gconstpointer  data)
{
  static const rlim_t limits[] = { 0, 1, 1024 * 1024, 1024 * 1024 + 1, 3 * 1024 * 1024 - 1 };
  g_autoptr (GBytes) bytes = large_bytes ();

  g_assert_true (write_string (fixture->file, "alt", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      pid_t pid = fork ();
      int status;

      if (pid == 0)
        {
          struct rlimit limit = { limits[i], limits[i] };

          signal (SIGXFSZ, SIG_IGN);
          setrlimit (RLIMIT_FSIZE, &limit);
          write_in_child (fixture, bytes);
        }
      g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
      g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 1);
      assert_contents (fixture->path, "alt");
      g_assert_cmpuint (count_files (fixture), ==, 1);
    }
}

/* Kills the child at the system call number @n. Returns whether it got so far. */
static gboolean
kill_at (Fixture *fixture,
         GBytes  *bytes,
         guint    n)
{
  pid_t pid = fork ();
  int status;

  if (pid == 0)
    {
      if (ptrace (PTRACE_TRACEME, 0, NULL, NULL) != 0)
        _exit (2);
      raise (SIGSTOP);
      write_in_child (fixture, bytes);
    }

  waitpid (pid, &status, 0);
  for (guint i = 0; i < n && WIFSTOPPED (status); i++)
    {
      ptrace (PTRACE_SYSCALL, pid, NULL, NULL);
      waitpid (pid, &status, 0);
    }
  if (!WIFSTOPPED (status))
    {
      g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) != 1);
      return FALSE;
    }

  kill (pid, SIGKILL);
  waitpid (pid, &status, 0);
  return TRUE;
}

/* Whenever the program is killed, the old file or the new one is there. */
static void
test_killed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GBytes) bytes = large_bytes ();
  gboolean seen_old = FALSE;
  gboolean seen_new = FALSE;
  guint n = 1;

  g_assert_true (write_string (fixture->file, "alt", NULL));
  for (; kill_at (fixture, bytes, n); n++)
    {
      g_autofree char *contents = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
      seen_old = seen_old || length == 3;
      seen_new = seen_new || length != 3;
      g_assert_true ((length == 3 && g_str_equal (contents, "alt")) ||
                     (length == g_bytes_get_size (bytes) && contents[length - 1] == 'n'));
      remove_files (fixture);
      g_assert_true (write_string (fixture->file, "alt", NULL));
      g_assert_cmpuint (n, <, 1000);
    }
  if (n == 1)
    g_test_skip ("processes cannot be traced here");
  else
    g_assert_true (seen_old && seen_new);
}

typedef struct
{
  GMainLoop *loop;
  gboolean result;
  GError *error;
} Waiting;

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Waiting *waiting = data;

  waiting->result = fb_file_save_finish (FB_DOCUMENT (source), result, &waiting->error);
  g_main_loop_quit (waiting->loop);
}

static void
test_async (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (FbDocument) document = fb_templates_instantiate ("empty", NULL);
  g_autoptr (FbDocument) back = NULL;
  FbNode *root = fb_document_get_root (document);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GFile) nowhere = g_file_get_child (fixture->file, "none");
  Waiting waiting = { loop };

  fb_document_set_words (document, root, "title", "eins");
  fb_file_save_async (document, fixture->file, FB_FILE_SAVE_DEFAULT, NULL, saved_cb, &waiting);
  g_main_loop_run (loop);
  g_assert_true (waiting.result);
  g_assert_false (fb_document_get_modified (document));

  /* Changed before the save is through: what is in the file is the state before. */
  fb_document_set_words (document, root, "title", "zwei");
  fb_file_save_async (document, fixture->file, FB_FILE_SAVE_DEFAULT, NULL, saved_cb, &waiting);
  fb_document_set_words (document, root, "title", "drei");
  g_main_loop_run (loop);
  g_assert_true (waiting.result);
  g_assert_true (fb_document_get_modified (document));
  back = fb_file_load (fixture->file, NULL, NULL);
  g_assert_cmpstr (fb_node_get_words (fb_document_get_root (back), "title"), ==, "zwei");

  fb_file_save_async (document, nowhere, FB_FILE_SAVE_DEFAULT, NULL, saved_cb, &waiting);
  g_main_loop_run (loop);
  g_assert_false (waiting.result);
  g_assert_error (waiting.error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  g_assert_true (fb_document_get_modified (document));
  g_clear_error (&waiting.error);
}

/* A long save that began first does not take the place of a short one that began behind it. */
static void
test_async_order (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (FbDocument) document = fb_templates_instantiate ("empty", NULL);
  g_autoptr (FbDocument) back = NULL;
  g_autofree char *long_title = g_strnfill (32 * 1024 * 1024, 'x');
  FbNode *root = fb_document_get_root (document);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Waiting first = { loop };
  Waiting second = { loop };

  fb_document_set_words (document, root, "title", long_title);
  fb_file_save_async (document, fixture->file, FB_FILE_SAVE_DEFAULT, NULL, saved_cb, &first);
  fb_document_set_words (document, root, "title", "kurz");
  fb_file_save_async (document, fixture->file, FB_FILE_SAVE_DEFAULT, NULL, saved_cb, &second);
  while (!first.result || !second.result)
    g_main_loop_run (loop);

  g_assert_false (fb_document_get_modified (document));
  back = fb_file_load (fixture->file, NULL, NULL);
  g_assert_nonnull (back);
  g_assert_cmpstr (fb_node_get_words (fb_document_get_root (back), "title"), ==, "kurz");
}

static void
write_file (Fixture    *fixture,
            const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, text, -1, &error);
  g_assert_no_error (error);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      changed)
{
  *(int *) changed = fb_file_check_finish (FB_DOCUMENT (source), result);
}

static gboolean
is_changed (FbDocument *document)
{
  int changed = -1;

  fb_file_check_async (document, checked_cb, &changed);
  while (changed < 0)
    g_main_context_iteration (NULL, TRUE);

  return changed;
}

/* What another program has written is not overwritten unasked, and not once in a document's life only. */
static void
test_changed (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (FbDocument) first = fb_templates_instantiate ("empty", NULL);
  g_autoptr (FbDocument) document = NULL;
  g_autoptr (GFile) elsewhere = g_file_resolve_relative_path (fixture->file, "../anders.konzept");
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_file_get_path (elsewhere);
  g_autofree char *text = NULL;
  g_autofree char *kept = NULL;
  struct stat before;
  struct timespec times[2];
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Waiting waiting = { loop };

  g_assert_false (is_changed (first));
  g_assert_true (fb_file_save (first, fixture->file, NULL, NULL));
  g_assert_false (is_changed (first));
  document = fb_file_load (fixture->file, NULL, NULL);
  g_assert_false (is_changed (document));
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));

  /* Written anew with the same words is no change; other words of the same length at the same time are. */
  write_file (fixture, text);
  g_assert_false (is_changed (document));
  g_assert_cmpint (stat (fixture->path, &before), ==, 0);
  text[strlen (text) - 2] = '?';
  write_file (fixture, text);
  g_assert_true (is_changed (document));
  times[0] = before.st_atim;
  times[1] = before.st_mtim;
  g_assert_cmpint (utimensat (AT_FDCWD, fixture->path, times, 0), ==, 0);
  g_assert_false (fb_file_save (document, fixture->file, NULL, &error));
  g_assert_error (error, FB_FILE_ERROR, FB_FILE_ERROR_CHANGED);
  g_assert_nonnull (strstr (error->message, "konzept.konzept"));
  g_assert_true (g_file_get_contents (fixture->path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, text);

  /* Asked, it is; and from then on the file is known again. */
  fb_file_save_async (document, fixture->file, FB_FILE_SAVE_DEFAULT, NULL, saved_cb, &waiting);
  g_main_loop_run (loop);
  g_assert_error (waiting.error, FB_FILE_ERROR, FB_FILE_ERROR_CHANGED);
  g_clear_error (&waiting.error);
  fb_file_save_async (document, fixture->file, FB_FILE_SAVE_OVER, NULL, saved_cb, &waiting);
  g_main_loop_run (loop);
  g_assert_no_error (waiting.error);
  g_assert_false (is_changed (document));
  g_assert_true (fb_file_save (document, fixture->file, NULL, NULL));

  /* Under another name nothing stands in the way; and then that is the file. */
  write_file (fixture, "anders");
  g_assert_true (fb_file_save (document, elsewhere, NULL, NULL));
  g_assert_false (is_changed (document));
  g_assert_true (fb_file_save (document, elsewhere, NULL, NULL));
  g_assert_true (g_file_set_contents (path, "fremd", -1, NULL));
  g_assert_false (fb_file_save (document, elsewhere, NULL, NULL));

  /* What is gone is written again. */
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_false (is_changed (document));
  g_assert_true (fb_file_save (document, elsewhere, NULL, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  /* Processes are forked before there are threads. */
  g_test_add ("/file/full-disk", Fixture, NULL, set_up, test_full_disk, tear_down);
  g_test_add ("/file/killed", Fixture, NULL, set_up, test_killed, tear_down);
  g_test_add ("/file/save-and-load", Fixture, NULL, set_up, test_save_and_load, tear_down);
  g_test_add ("/file/load-errors", Fixture, NULL, set_up, test_load_errors, tear_down);
  g_test_add ("/file/permissions", Fixture, NULL, set_up, test_permissions, tear_down);
  g_test_add ("/file/links", Fixture, NULL, set_up, test_links, tear_down);
  g_test_add ("/file/bad-places", Fixture, NULL, set_up, test_bad_places, tear_down);
  g_test_add ("/file/async", Fixture, NULL, set_up, test_async, tear_down);
  g_test_add ("/file/changed", Fixture, NULL, set_up, test_changed, tear_down);
  g_test_add ("/file/async-order", Fixture, NULL, set_up, test_async_order, tear_down);

  return g_test_run ();
}
