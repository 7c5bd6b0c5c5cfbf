/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"
#include "store/fb-reader.h"
#include "store/fb-writer.h"

/* Whatever can be read can be written, read again, and is the same bytes from then on. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FbNode) root = fb_reader_read (bytes, "fuzz", &warnings, &error);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (FbNode) back = NULL;
  g_autoptr (GBytes) again = NULL;

  if (root == NULL)
    {
      g_assert_true (error != NULL && error->domain == FB_READER_ERROR && warnings == NULL);
      g_assert_true (g_str_has_prefix (error->message, "fuzz:"));
      return 0;
    }

  g_assert_true (error == NULL && warnings != NULL);
  written = fb_writer_write (root);
  back = fb_reader_read (written, "written", NULL, &error);
  if (back == NULL)
    g_error ("%s in\n%s", error->message, (const char *) g_bytes_get_data (written, NULL));
  again = fb_writer_write (back);
  if (!g_bytes_equal (written, again))
    g_error ("not the same:\n%.*s\n%.*s", (int) g_bytes_get_size (written),
             (const char *) g_bytes_get_data (written, NULL), (int) g_bytes_get_size (again),
             (const char *) g_bytes_get_data (again, NULL));

  return 0;
}
