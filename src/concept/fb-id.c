/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "concept/fb-id.h"

#include <string.h>

/* No vowels, so that chance writes no words, and no l, which looks like 1. */
static const char alphabet[] = "0123456789bcdfghjkmnpqrstvwxyz";

#define N_RANDOM 6

/**
 * fb_id_new:
 *
 * Returns: (transfer full): the prefix of @kind, a hyphen and six random characters: "m-2r6wfh"
 */
char *
fb_id_new (FbKind kind)
{
  GString *id = g_string_new (fb_kind_get_info (kind)->prefix);

  g_string_append_c (id, '-');
  for (guint i = 0; i < N_RANDOM; i++)
    g_string_append_c (id, alphabet[g_random_int_range (0, strlen (alphabet))]);

  return g_string_free (id, FALSE);
}

/**
 * fb_id_is_valid:
 *
 * An id is opaque once it is given, so any name that XML allows as an id without a colon will do, in ASCII.
 *
 * Returns: whether @id can be the id of a node
 */
gboolean
fb_id_is_valid (const char *id)
{
  if (id == NULL || (!g_ascii_isalpha (*id) && *id != '_'))
    return FALSE;

  for (const char *p = id; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("-_.", *p) == NULL)
      return FALSE;

  return TRUE;
}
