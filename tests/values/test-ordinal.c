/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "values/fb-ordinal.h"

#include <string.h>

static void
test_nothing (void)
{
  g_assert_cmpint (fb_ordinal_compare (NULL, NULL), ==, 0);
  g_assert_cmpint (fb_ordinal_compare (NULL, ""), ==, 0);
  g_assert_cmpint (fb_ordinal_compare ("", "1"), >, 0);
  g_assert_cmpint (fb_ordinal_compare ("1", NULL), <, 0);
  g_assert_null (fb_ordinal_next ("AW"));
  g_assert_null (fb_ordinal_next ("…"));
}

/* Sorting relies on it: whatever the ordinals, the order is total. */
static void
test_total_order (void)
{
  static const char *const rows[] = {
    "1",   "1.", "01", "1a", "1.1",  "A",    "C",    "H",
    "I",   "I.", "II", "IX", "J",    "L",    "M",    "V",
    "X",   "XL", "Ü1", "U1", "u1",   "AW 1", "AW1",  "-",
    "(1)", "2",  "10", "é",  "🙂", "",     "\377", "99999999999999999999999",
  };
  gsize n = G_N_ELEMENTS (rows);

  for (gsize a = 0; a < n; a++)
    for (gsize b = 0; b < n; b++)
      {
        int order = fb_ordinal_compare (rows[a], rows[b]);
        int reverse = fb_ordinal_compare (rows[b], rows[a]);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (reverse < 0) - (reverse > 0));
        g_assert_cmpint (order == 0, ==, a == b);
        for (gsize c = 0; c < n; c++)
          if (order < 0 && fb_ordinal_compare (rows[b], rows[c]) < 0)
            g_assert_cmpint (fb_ordinal_compare (rows[a], rows[c]), <, 0);
      }
}

static void
test_next_is_greater (void)
{
  static const char *const rows[] = { "1", "9", "24a", "AW 1.9", "(3)", "I", "VIII.", "XXXIX", "A", "2.4.9", "099" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *next = fb_ordinal_next (rows[i]);

      g_assert_nonnull (next);
      g_assert_cmpint (fb_ordinal_compare (rows[i], next), <, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ordinal/nothing", test_nothing);
  g_test_add_func ("/ordinal/total-order", test_total_order);
  g_test_add_func ("/ordinal/next-is-greater", test_next_is_greater);

  return g_test_run ();
}
