/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "values/fb-distance.h"

static void
test_distance (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    guint limit;
    guint distance;
  } rows[] = {
    { "", "", 2, 0 },
    { "Kosten", "Kosten", 2, 0 },
    { "Kosten", "Kostn", 2, 1 },
    { "Kosten", "Ksoten", 2, 1 },
    { "Zuständigkeit", "Zustandigkeiten", 2, 3 },
    { "Maßnahme", "Massnahme", 2, 2 },
    { "Ziel", "Zeit", 2, 2 },
    { "Ziel", "Zeitraum", 2, 3 },
    { "ä", "", 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpuint (fb_distance (rows[i].a, rows[i].b, rows[i].limit), ==, rows[i].distance);
      g_assert_cmpuint (fb_distance (rows[i].b, rows[i].a, rows[i].limit), ==, rows[i].distance);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/distance/distance", test_distance);

  return g_test_run ();
}
