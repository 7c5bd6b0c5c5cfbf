/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"
#include "concept/fb-text.h"
#include "values/fb-explain.h"

/* Every reader of words makes something of everything. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *words = fb_utf8_clean ((const char *) data, size);

  for (const char *const *name = fb_explain_get_names (); *name != NULL; name++)
    {
      g_autofree char *reading = fb_explain (*name, words);

      g_assert_true (reading != NULL && g_utf8_validate (reading, -1, NULL));
    }

  return 0;
}
