/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "formats/fb-html-fragment.h"
#include "formats/fb-html-reader.h"
#include "formats/fb-plain-text.h"
#include "fuzz.h"

static void
check (FbText *text)
{
  g_autofree char *own = NULL;
  g_autofree char *html = NULL;
  g_autofree char *words = NULL;
  g_autoptr (FbText) back = NULL;
  gsize length;
  const char *buffer;

  if (text == NULL)
    return;

  buffer = fb_text_get_buffer (text, &length);
  g_assert_true (g_utf8_validate_len (buffer, length, NULL));
  own = fb_html_fragment_write_own (text);
  html = fb_html_fragment_write (text, NULL, NULL);
  words = fb_plain_text_write (text, NULL, NULL);
  back = fb_html_reader_read (own, strlen (own), FB_HTML_OWN);
  if (back == NULL || !fb_text_equal (text, back))
    g_error ("not the same: %s", own);
}

/* Whatever is pasted becomes a text, and copying and pasting it within the program changes nothing more. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *string = g_strndup ((const char *) data, size);
  g_autoptr (FbText) foreign = fb_html_reader_read ((const char *) data, size, FB_HTML_FOREIGN);
  g_autoptr (FbText) own = fb_html_reader_read ((const char *) data, size, FB_HTML_OWN);
  g_autoptr (FbText) plain = fb_plain_text_read (string);

  check (foreign);
  check (own);
  check (plain);
  return 0;
}
