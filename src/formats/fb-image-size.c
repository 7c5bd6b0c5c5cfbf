/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/fb-image-size.h"

#include <string.h>

/* Pictures come from anywhere: every offset is checked against the length before it is read. */

static guint
big_endian (const guchar *data,
            guint         n_bytes)
{
  guint value = 0;

  for (guint i = 0; i < n_bytes; i++)
    value = value << 8 | data[i];

  return value;
}

static gboolean
read_png (const guchar *data,
          gsize         length,
          double       *width,
          double       *height)
{
  if (length < 24 || memcmp (data, "\x89PNG\r\n\x1a\n", 8) != 0)
    return FALSE;
  *width = big_endian (data + 16, 4);
  *height = big_endian (data + 20, 4);

  return TRUE;
}

static gboolean
read_gif (const guchar *data,
          gsize         length,
          double       *width,
          double       *height)
{
  if (length < 10 || memcmp (data, "GIF8", 4) != 0)
    return FALSE;
  *width = data[6] | data[7] << 8;
  *height = data[8] | data[9] << 8;

  return TRUE;
}

/* Walks the segments to the frame header (ITU T.81, B.2.2). */
static gboolean
read_jpeg (const guchar *data,
           gsize         length,
           double       *width,
           double       *height)
{
  gsize at = 2;

  if (length < 4 || data[0] != 0xff || data[1] != 0xd8)
    return FALSE;

  while (at + 9 < length && data[at] == 0xff)
    {
      guchar marker = data[at + 1];
      gboolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;

      if (frame)
        {
          *height = big_endian (data + at + 5, 2);
          *width = big_endian (data + at + 7, 2);
          return TRUE;
        }
      at += marker == 0xff ? 1 : 2 + big_endian (data + at + 2, 2);
    }

  return FALSE;
}

static gboolean
find_number (const char *tag,
             const char *attribute,
             double     *value)
{
  g_autofree char *pattern = g_strdup_printf ("\\s%s\\s*=\\s*[\"']\\s*([0-9.]+)\\s*(?:px)?\\s*[\"']", attribute);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *digits = NULL;

  if (!g_regex_match (regex, tag, 0, &match))
    return FALSE;
  digits = g_match_info_fetch (match, 1);
  *value = g_ascii_strtod (digits, NULL);

  return TRUE;
}

/* Width and height in pixels, else the view box. */
static gboolean
read_svg (const guchar *data,
          gsize         length,
          double       *width,
          double       *height)
{
  const char *start = g_strstr_len ((const char *) data, length, "<svg");
  const char *end = start != NULL ? memchr (start, '>', length - (start - (const char *) data)) : NULL;
  g_autofree char *tag = end != NULL ? g_utf8_make_valid (start, end - start) : NULL;
  const char *box;
  double values[4];

  if (tag == NULL)
    return FALSE;
  if (find_number (tag, "width", width) && find_number (tag, "height", height))
    return TRUE;

  box = strstr (tag, "viewBox");
  box = box != NULL ? strpbrk (box, "\"'") : NULL;
  if (box == NULL)
    return FALSE;
  box++;
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      char *rest;

      values[i] = g_ascii_strtod (box, &rest);
      if (rest == box)
        return FALSE;
      box = rest + strspn (rest, ", \t\n");
    }
  *width = values[2];
  *height = values[3];

  return TRUE;
}

/**
 * fb_image_get_size:
 * @image: PNG, JPEG, GIF or SVG
 * @width: (out): in pixels
 * @height: (out): in pixels
 *
 * Returns: whether the size could be read; it is positive then
 */
gboolean
fb_image_get_size (GBytes *image,
                   double *width,
                   double *height)
{
  static gboolean (*const readers[]) (const guchar *, gsize, double *, double *) = {
    read_png,
    read_gif,
    read_jpeg,
    read_svg,
  };
  gsize length;
  const guchar *data = g_bytes_get_data (image, &length);

  for (guint i = 0; data != NULL && i < G_N_ELEMENTS (readers); i++)
    if (readers[i](data, length, width, height))
      return *width > 0 && *height > 0;

  return FALSE;
}
