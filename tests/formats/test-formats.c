/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "formats/fb-formats.h"

static FbFlow *
make_flow (void)
{
  FbFlowBuilder *builder = fb_flow_builder_new ("de");
  g_autoptr (FbText) text = fb_text_new_plain ("Ein Satz.");

  fb_flow_builder_set_meta (builder, FB_META_TITLE, "Konzept");
  for (guint i = 0; i < 20; i++)
    fb_flow_builder_text (builder, NULL, FB_TEXT_BODY, text);

  return fb_flow_builder_end (builder);
}

static void
test_table (void)
{
  guint n_formats;
  const FbFormat *formats = fb_formats_get_all (&n_formats);

  g_assert_cmpuint (n_formats, >=, 2);
  for (guint i = 0; i < n_formats; i++)
    {
      g_autofree char *filename = g_strdup_printf ("Mein Konzept.v2.%s", formats[i].extension);

      g_assert_true (fb_formats_find (formats[i].name) == &formats[i]);
      g_assert_true (fb_formats_find_by_extension (filename) == &formats[i]);
      g_assert_cmpstr (fb_format_get_label (&formats[i]), !=, "");
    }
  g_assert_nonnull (fb_formats_find_by_extension ("A.ODT"));
  g_assert_null (fb_formats_find_by_extension ("odt"));
  g_assert_null (fb_formats_find_by_extension ("a.odt.bak"));
  g_assert_null (fb_formats_find_by_extension (""));
  g_assert_null (fb_formats_find ("wordstar"));
}

static void
note_progress (double   fraction,
               gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
cancel_soon (double   fraction,
             gpointer data)
{
  if (fraction > 0.3)
    g_cancellable_cancel (data);
}

/* The same flow gives the same bytes, and tells how far it is. */
static void
test_write (void)
{
  g_autoptr (FbFlow) flow = make_flow ();
  guint n_formats;
  const FbFormat *formats = fb_formats_get_all (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    {
      g_autoptr (GError) error = NULL;
      double last = 0;
      g_autoptr (GBytes) first = NULL;
      g_autoptr (GBytes) second = NULL;

      g_assert_true ((formats[i].write != NULL) != (formats[i].take != NULL));
      first = fb_formats_write (flow, &formats[i], NULL, note_progress, &last, &error);
      if (formats[i].write == NULL)
        {
          g_assert_null (first);
          g_assert_error (error, FB_FORMATS_ERROR, FB_FORMATS_ERROR_UNKNOWN);
          continue;
        }
      second = fb_formats_write (flow, &formats[i], NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (first, second));
      g_assert_cmpfloat (last, ==, 1);
    }
}

typedef struct
{
  char *folder;
  GFile *file;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("feldbuch-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "out.odt", NULL);
  fixture->file = g_file_new_for_path (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_file_delete (fixture->file, NULL, NULL);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_clear_object (&fixture->file);
  g_free (fixture->folder);
}

static void
assert_content (GFile      *file,
                const char *expected,
                gsize       length)
{
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);

  g_assert_nonnull (bytes);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), MIN (g_bytes_get_size (bytes), length), expected, length);
}

static void
test_export (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (FbFlow) flow = make_flow ();
  g_autoptr (GError) error = NULL;

  g_assert_true (fb_formats_export (flow, fb_formats_find ("odt"), fixture->file, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_content (fixture->file, "PK", 2);
  g_assert_true (fb_formats_export (flow, fb_formats_find ("html"), fixture->file, NULL, NULL, NULL, &error));
  assert_content (fixture->file, "<!DOCTYPE html>", 15);
}

/* An export that is cancelled leaves the old file, and nothing beside it. */
static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (FbFlow) flow = make_flow ();
  guint n_formats;
  const FbFormat *formats = fb_formats_get_all (&n_formats);

  g_assert_true (g_file_replace_contents (fixture->file, "old", 3, NULL, FALSE, 0, NULL, NULL, NULL));
  for (guint i = 0; i < n_formats; i++)
    {
      g_autoptr (GCancellable) soon = g_cancellable_new ();
      g_autoptr (GCancellable) already = g_cancellable_new ();
      g_autoptr (GError) error = NULL;

      if (formats[i].write == NULL)
        continue;
      g_assert_false (fb_formats_export (flow, &formats[i], fixture->file, soon, cancel_soon, soon, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&error);
      g_cancellable_cancel (already);
      g_assert_false (fb_formats_export (flow, &formats[i], fixture->file, already, NULL, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  assert_content (fixture->file, "old", 3);
}

static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (FbFlow) flow = make_flow ();
  g_autoptr (GFile) file = g_file_get_child (fixture->file, "below.odt");
  g_autoptr (GError) error = NULL;

  g_assert_false (fb_formats_export (flow, fb_formats_find ("odt"), file, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/table", test_table);
  g_test_add_func ("/formats/write", test_write);
  g_test_add ("/formats/export", Fixture, NULL, set_up, test_export, tear_down);
  g_test_add ("/formats/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/formats/no-folder", Fixture, NULL, set_up, test_no_folder, tear_down);

  return g_test_run ();
}
