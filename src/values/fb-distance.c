/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "values/fb-distance.h"

/**
 * fb_distance:
 * @limit: beyond which it does not matter
 *
 * The number of characters to insert, delete or exchange, or neighbours to swap, to make @a of @b (optimal string
 * alignment distance).
 *
 * Returns: the distance, or @limit + 1 if it is greater than @limit
 */
guint
fb_distance (const char *a,
             const char *b,
             guint       limit)
{
  glong n_a, n_b;
  g_autofree gunichar *chars_a = g_utf8_to_ucs4_fast (a, -1, &n_a);
  g_autofree gunichar *chars_b = g_utf8_to_ucs4_fast (b, -1, &n_b);
  g_autofree guint *rows = NULL;
  guint *before, *last, *now;

  if (ABS (n_a - n_b) > (glong)limit)
    return limit + 1;

  rows = g_new0 (guint, 3 * (n_b + 1));
  before = rows;
  last = rows + n_b + 1;
  now = last + n_b + 1;
  for (glong j = 0; j <= n_b; j++)
    last[j] = j;

  for (glong i = 1; i <= n_a; i++)
    {
      guint least = now[0] = i;
      guint *spare;

      for (glong j = 1; j <= n_b; j++)
        {
          guint cost = chars_a[i - 1] != chars_b[j - 1];

          now[j] = MIN (MIN (last[j] + 1, now[j - 1] + 1), last[j - 1] + cost);
          if (i > 1 && j > 1 && chars_a[i - 1] == chars_b[j - 2] && chars_a[i - 2] == chars_b[j - 1])
            now[j] = MIN (now[j], before[j - 2] + 1);
          least = MIN (least, now[j]);
        }
      if (least > limit)
        return limit + 1;
      spare = before;
      before = last;
      last = now;
      now = spare;
    }

  return MIN (last[n_b], limit + 1);
}
