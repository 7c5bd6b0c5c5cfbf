/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/fb-address.h"

static void
test_clean (void)
{
  static const struct
  {
    const char *address;
    const char *expected;
  } forms[] = {
    { "https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e" },
    { "HTTP://example.org", "HTTP://example.org" },
    { "mailto:rathaus@example.org", "mailto:rathaus@example.org" },
    { "#f-000001", "#f-000001" },
    { " https://exa mple.org\n", "https://example.org" },
    { "javascript:alert(1)", NULL },
    { "JavaScript:alert(1)", NULL },
    { "java\nscript:alert(1)", NULL },
    { "\x01javascript:alert(1)", NULL },
    { "data:text/html,x", NULL },
    { "file:///etc/passwd", NULL },
    { "//example.org", NULL },
    { "example.org", NULL },
    { "https://", NULL },
    { "#", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *clean = fb_address_clean (forms[i].address);

      g_assert_cmpstr (clean, ==, forms[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/address/clean", test_clean);

  return g_test_run ();
}
