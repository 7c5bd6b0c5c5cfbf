/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "flow/fb-compose.h"
#include "store/fb-file.h"

/* The flow of a concept that holds a bit of everything. */
static inline FbFlow *
compose_everything (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "formats", "data", "everything.konzept", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FbDocument) document = fb_file_load (file, &warnings, &error);
  g_autoptr (FbPrintout) printout = fb_printout_new (FB_SCOPE_DOCUMENT, NULL);

  g_assert_no_error (error);

  return fb_compose (document, printout);
}

#define assert_contains(text, part) \
  G_STMT_START \
  { \
    if (strstr (text, part) == NULL) \
      g_test_message ("not there: %s", part), g_test_fail (); \
  } \
  G_STMT_END

#define assert_lacks(text, part) \
  G_STMT_START \
  { \
    if (strstr (text, part) != NULL) \
      g_test_message ("there: %s", part), g_test_fail (); \
  } \
  G_STMT_END
