/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "formats/fb-image-size.h"

#define PNG "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\x90\0\0\0\x78"
#define GIF "GIF89a\x10\0\x20\0"
#define JPEG "\xff\xd8\xff\xe0\0\4ab\xff\xc4\0\2\xff\xff\xc0\0\x11\x08\0\x30\0\x40\3\1"
#define SVG "<?xml version=\"1.0\"?><svg xmlns='http://www.w3.org/2000/svg' width='30px' height='20'>"
#define SVG_BOX "<svg viewBox=\"0 0 40.5,10\">"

static const struct
{
  const char *name;
  const char *bytes;
  gsize length;
  double width;
  double height;
} images[] = {
  { "png", PNG, sizeof PNG - 1, 400, 120 },
  { "gif", GIF, sizeof GIF - 1, 16, 32 },
  { "jpeg", JPEG, sizeof JPEG - 1, 64, 48 },
  { "svg", SVG, sizeof SVG - 1, 30, 20 },
  { "svg by its box", SVG_BOX, sizeof SVG_BOX - 1, 40.5, 10 },
};

static void
test_sizes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (images); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (images[i].bytes, images[i].length);
      double width = 0, height = 0;

      g_test_message ("%s", images[i].name);
      g_assert_true (fb_image_get_size (bytes, &width, &height));
      g_assert_cmpfloat (width, ==, images[i].width);
      g_assert_cmpfloat (height, ==, images[i].height);
    }
}

/* Every beginning of every picture, in memory of just that size; the sanitizers look on. */
static void
test_cut_off (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (images); i++)
    for (gsize length = 0; length < images[i].length; length++)
      {
        g_autoptr (GBytes) bytes = g_bytes_new (images[i].bytes, length);
        double width = 1, height = 1;

        if (fb_image_get_size (bytes, &width, &height))
          g_assert_true (width > 0 && height > 0);
      }
}

static void
test_strange (void)
{
  static const char *const strange[] = {
    "", "text", "<svg", "<svg>", "<svg viewBox='1 2'>", "<svg width='0' height='0'>", "<svg viewBox='0 0 -3 -4'>",
    "GIF89a\0\0\0\0",
  };

  for (guint i = 0; i < G_N_ELEMENTS (strange); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (strange[i], MAX (strlen (strange[i]), 1));
      double width, height;

      g_assert_false (fb_image_get_size (bytes, &width, &height));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/image-size/sizes", test_sizes);
  g_test_add_func ("/image-size/cut-off", test_cut_off);
  g_test_add_func ("/image-size/strange", test_strange);

  return g_test_run ();
}
