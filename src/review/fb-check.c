/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/fb-check.h"

#include <string.h>

static void
report (FbCheck          *check,
        FbNode           *node,
        const FbProperty *property,
        guint             start,
        guint             end,
        const char       *found,
        const char       *format,
        va_list           arguments)
{
  g_autofree char *message = g_strdup_vprintf (format, arguments);

  g_ptr_array_add (check->findings, fb_finding_new (check->rule, node, property, start, end, found, message));
}

/**
 * fb_check_report:
 * @property: (nullable): where, or %NULL for the node as a whole
 * @found: (nullable): by what the finding is known again
 * @format: translated: what is wrong here
 *
 * Adds a finding of the rule that runs.
 */
void
fb_check_report (FbCheck          *check,
                 FbNode           *node,
                 const FbProperty *property,
                 guint             start,
                 guint             end,
                 const char       *found,
                 const char       *format,
                 ...)
{
  va_list arguments;

  va_start (arguments, format);
  report (check, node, property, start, end, found, format, arguments);
  va_end (arguments);
}

/** Adds a finding at the bytes from @start to @end of @words. */
void
fb_check_report_words (FbCheck       *check,
                       const FbWords *words,
                       gsize          start,
                       gsize          end,
                       const char    *format,
                       ...)
{
  g_autofree char *found = g_strndup (words->words + start, end - start);
  va_list arguments;

  va_start (arguments, format);
  report (check, words->node, words->property, start, end, found, format, arguments);
  va_end (arguments);
}

/** Calls @func for the words of each property of @node that is printed. */
void
fb_check_foreach_words (FbCheck     *check,
                        FbNode      *node,
                        FbWordsFunc  func,
                        gpointer     data)
{
  for (const FbProperty *property = fb_node_get_info (node)->properties; property->name != NULL; property++)
    {
      FbValue *value;
      FbWords words = { node, property, NULL, 0, NULL };

      if ((property->type != FB_VALUE_WORDS && property->type != FB_VALUE_RICH) ||
          (property->flags & FB_PROPERTY_INTERNAL) != 0)
        continue;
      value = fb_node_get_value (node, property);
      if (value == NULL)
        continue;

      words.text = fb_value_get_text (value);
      words.words = words.text != NULL ? fb_text_get_buffer (words.text, &words.length) : fb_value_get_words (value);
      if (words.text == NULL)
        words.length = strlen (words.words);
      func (check, &words, data);
    }
}

/** Calls @func for the words of each node of @branch, but for what is internal. */
void
fb_check_foreach_words_below (FbCheck     *check,
                              FbNode      *branch,
                              FbWordsFunc  func,
                              gpointer     data)
{
  for (FbNode *node = branch; node != NULL; node = fb_node_get_next (node, branch))
    if (!fb_node_get_info (node)->internal)
      fb_check_foreach_words (check, node, func, data);
}

/**
 * fb_check_distance:
 * @limit: beyond which it does not matter
 *
 * The number of characters to insert, delete or exchange, or neighbours to swap, to make @a of @b (optimal string
 * alignment distance).
 *
 * Returns: the distance, or @limit + 1 if it is greater than @limit
 */
guint
fb_check_distance (const char *a,
                   const char *b,
                   guint       limit)
{
  glong n_a, n_b;
  g_autofree gunichar *chars_a = g_utf8_to_ucs4_fast (a, -1, &n_a);
  g_autofree gunichar *chars_b = g_utf8_to_ucs4_fast (b, -1, &n_b);
  g_autofree guint *rows = NULL;
  guint *before, *last, *now;

  if (ABS (n_a - n_b) > (glong) limit)
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
