/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "values/fb-explain.h"
#include "values/fb-money.h"
#include "values/fb-ordinal.h"

#include <string.h>

/* Reads every line of a table of forms as the line says. */

static char *
read_total (const char *words)
{
  g_auto (FbMoney) money = FB_MONEY_INIT;
  gint64 cents;

  fb_money_read (words, &money);
  if (!fb_money_get_total (&money, &cents))
    return g_strdup ("unknown");

  return g_strdup_printf ("%" G_GINT64_FORMAT, cents / 100);
}

static char *
check_order (const char *words)
{
  g_auto (GStrv) ordinals = g_strsplit (words, " | ", -1);

  for (guint a = 0; ordinals[a] != NULL; a++)
    for (guint b = 0; ordinals[b] != NULL; b++)
      {
        int order = fb_ordinal_compare (ordinals[a], ordinals[b]);

        if ((a < b && order >= 0) || (a == b && order != 0) || (a > b && order <= 0))
          return g_strdup_printf ("%s against %s: %d", ordinals[a], ordinals[b], order);
      }

  return g_strdup ("sorted");
}

static char *
read_form (const char *kind, const char *words)
{
  char *next;

  if (strcmp (kind, "total") == 0)
    return read_total (words);
  if (strcmp (kind, "ordinal") == 0)
    return check_order (words);
  if (strcmp (kind, "next") == 0)
    {
      next = fb_ordinal_next (words);
      return next != NULL ? next : g_strdup ("-");
    }

  return fb_explain (kind, words);
}

static void
check_table (const char *path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n_wrong = 0;
  guint n_forms = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = NULL;
      g_autofree char *words = NULL;
      g_autofree char *reading = NULL;

      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;
      cells = g_strsplit (lines[i], "\t", -1);
      g_assert_cmpuint (g_strv_length (cells), ==, 3);

      words = g_strcompress (cells[1]);
      reading = read_form (cells[0], words);
      n_forms++;
      if (g_strcmp0 (reading, cells[2]) != 0)
        {
          g_test_message ("%s:%u: %s \"%s\" is %s, expected %s", path, i + 1, cells[0], cells[1], reading, cells[2]);
          n_wrong++;
        }
    }

  g_assert_cmpuint (n_wrong, ==, 0);
  g_assert_cmpuint (n_forms, >, 50);
}

static void
test_own_table (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "value-forms.tsv", NULL);

  check_table (path);
}

/* The collection of real forms lies next to the source tree of those who have it. */
static void
test_shared_table (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "corpus", "value-forms.tsv", NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the collection of real forms is not here");
      return;
    }
  check_table (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/forms/own", test_own_table);
  g_test_add_func ("/forms/shared", test_shared_table);

  return g_test_run ();
}
