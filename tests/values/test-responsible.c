/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "values/fb-responsible.h"

#include <string.h>

static gboolean
is_listed (const char *word, gpointer data)
{
  return g_strv_contains (data, word);
}

static void
assert_reading (const char *words, const char *const *known, const char *expected)
{
  g_autoptr (GPtrArray) groups = fb_responsible_read (words, known != NULL ? is_listed : NULL, (gpointer) known);
  g_autofree char *string = fb_responsible_to_string (groups);

  g_assert_cmpstr (string, ==, expected);

  /* The offsets say where each name stands. */
  for (guint i = 0; i < groups->len; i++)
    {
      const FbResponsibleGroup *group = g_ptr_array_index (groups, i);

      for (guint b = 0; b < group->bodies->len; b++)
        {
          const FbBody *body = g_ptr_array_index (group->bodies, b);
          g_autofree char *name = g_strndup (words + body->start, body->end - body->start);

          g_assert_cmpstr (body->name, ==, name);
        }
    }
}

static void
test_known_joints (void)
{
  static const char *const known[] = { "Stadt Dresden", "Radebeul", "51", "32", "VVO", NULL };

  assert_reading ("Stadt Dresden und Radebeul", known, "Stadt Dresden | Radebeul");
  assert_reading ("Stadt Dresden mit Radebeul", known, "Stadt Dresden | Radebeul");
  assert_reading ("Stadt Dresden mit weiteren Partnern", known, "Stadt Dresden mit weiteren Partnern");
  assert_reading ("51 und 32 und VVO", known, "51 | 32 | VVO");
  assert_reading ("51 & 32", known, "51 | 32");
  assert_reading ("51 u. 32, Jugend und Soziales", known, "51 | 32 | Jugend und Soziales");
  assert_reading ("51 und", known, "51 und");
  assert_reading ("und 51", known, "und 51");
  assert_reading ("Stadt Dresden und Radebeul", NULL, "Stadt Dresden und Radebeul");
}

static void
test_known_wholes (void)
{
  static const char *const known[] = { "DB/VVO", "Jugend und Soziales", "Jugend", "Soziales", "Amt 50, 51", NULL };

  assert_reading ("DB/VVO, 51", known, "DB/VVO | 51");
  assert_reading ("DB / VVO", known, "DB | VVO");
  assert_reading ("Jugend und Soziales", known, "Jugend und Soziales");
  assert_reading ("51/Jugend und Soziales", known, "51 | Jugend und Soziales");
}

static void
test_many_joints (void)
{
  static const char *const known[] = { "a", NULL };
  GString *words = g_string_new ("a");
  g_autoptr (GPtrArray) groups = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (words, " und a");
  groups = fb_responsible_read (words->str, is_listed, (gpointer) known);
  g_assert_cmpuint (groups->len, ==, 1);
  g_string_free (words, TRUE);
}

static void
test_groups (void)
{
  g_autoptr (GPtrArray) groups = fb_responsible_read ("(1) Ehrenamtsbörse, 32\n(3)\n(4) 51", NULL, NULL);
  const FbResponsibleGroup *group;

  g_assert_cmpuint (groups->len, ==, 3);
  group = g_ptr_array_index (groups, 0);
  g_assert_cmpint (group->step, ==, 1);
  g_assert_cmpuint (group->bodies->len, ==, 2);
  group = g_ptr_array_index (groups, 1);
  g_assert_cmpint (group->step, ==, 3);
  g_assert_cmpuint (group->bodies->len, ==, 0);
}

static void
test_nobody (void)
{
  static const char *const rows[] = { NULL, "", " \n ", "-", "–", "…, /" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) groups = fb_responsible_read (rows[i], NULL, NULL);

      g_assert_cmpuint (groups->len, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/responsible/known-joints", test_known_joints);
  g_test_add_func ("/responsible/known-wholes", test_known_wholes);
  g_test_add_func ("/responsible/many-joints", test_many_joints);
  g_test_add_func ("/responsible/groups", test_groups);
  g_test_add_func ("/responsible/nobody", test_nobody);

  return g_test_run ();
}
