/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/fb-address.h"

#include <string.h>

static const char *const schemes[] = { "http://", "https://", "mailto:", "#" };

/**
 * fb_address_clean:
 * @address: the address of a link, as it stands in a document
 *
 * Readers drop spaces and control characters from an address before they follow it, so they are dropped before
 * its scheme is looked at.
 *
 * Returns: (transfer full) (nullable): the address, NULL where it is of a kind that should not be followed
 */
char *
fb_address_clean (const char *address)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *p = address; *p != '\0'; p++)
    if ((guchar) *p > ' ' && *p != 0x7f)
      g_string_append_c (clean, *p);

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (clean->str, schemes[i], strlen (schemes[i])) == 0 && clean->len > strlen (schemes[i]))
      return g_strdup (clean->str);

  return NULL;
}
