/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/fb-grid.h"

#include <string.h>

static FbGrid *
read_bytes (const char *data,
            gsize       length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  FbGrid *grid = fb_grid_read_csv (bytes, &error);

  g_assert_no_error (error);

  return grid;
}

static void
test_forms (void)
{
  static const struct
  {
    const char *text;
    guint rows;
    guint columns;
    const char *last; /* the last cell of the last row */
    guint notes;
  } rows[] = {
    { "a;b\r\nc;d\r\n", 2, 2, "d", 0 },
    { "a,b\nc,d", 2, 2, "d", 0 },
    { "a\tb\nc\td\n", 2, 2, "d", 0 },
    { "sep=,\na,b;c\n", 1, 2, "b;c", 0 },
    { "a;b\n\"x\ny\";\"q\"\"r\"\n", 2, 2, "q\"r", 0 },
    { "a;b\r\"x\r\ny\";z\r", 2, 2, "z", 0 },
    { "a;b\nc;\"never closed\nd;e\n", 3, 2, "e", 1 },
    { "a;b\nc;\"d\"e\n", 2, 2, "de", 1 },
    { "a;b\nc;'=1+1\n", 2, 2, "=1+1", 0 },
    { "a;b\nc;''tis\n", 2, 2, "'tis", 0 },
    { "a;b\nc;'tis\n", 2, 2, "'tis", 0 },
    { "a;1,5\nc;2,5\n", 2, 2, "2,5", 0 },
    { "\xef\xbb\xbf" "a;b\nc;d\n", 2, 2, "d", 0 },
    { "one\n", 1, 1, "one", 0 },
    { "a;b;c\nd\n", 2, 3, "", 0 },
    { "Stra\xdf" "e;gr\xfc\xdf" "t\n\x80;\x84hallo\x93\n", 2, 2, "„hallo“", 0 },
    { "\xff\xfe" "a\0;\0b\0\n\0c\0;\0\xe4\0", 2, 2, "ä", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize length = rows[i].text[0] == '\xff' ? 16 : strlen (rows[i].text);
      g_autoptr (FbGrid) grid = read_bytes (rows[i].text, length);

      g_test_message ("%u", i);
      g_assert_cmpuint (fb_grid_get_n_rows (grid), ==, rows[i].rows);
      g_assert_cmpuint (fb_grid_get_n_columns (grid), ==, rows[i].columns);
      g_assert_cmpstr (fb_grid_get (grid, rows[i].rows - 1, rows[i].columns - 1), ==, rows[i].last);
      g_assert_cmpuint (fb_grid_get_notes (grid)->len, ==, rows[i].notes);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *data;
    gsize length;
    int code;
  } rows[] = {
    { "", 0, FB_GRID_ERROR_EMPTY },
    { "\n\n;;\n", 5, FB_GRID_ERROR_EMPTY },
    { "PK\3\4\0\0\1\2\3a", 10, FB_GRID_ERROR_ENCODING },
    { "\xff\xfe\0\xd8" "a\0", 6, FB_GRID_ERROR_ENCODING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (rows[i].data, rows[i].length);
      g_autoptr (GError) error = NULL;

      g_assert_null (fb_grid_read_csv (bytes, &error));
      g_assert_error (error, FB_GRID_ERROR, rows[i].code);
    }
}

/* What is written comes back, with every separator, protected or not. */
static void
test_random (void)
{
  static const char *const pieces[]
      = { "a", "ä", ";", ",", "\t", "\"", "\"\"", "\n", "=", "+", "-", "@", "'", " ", "1", "" };
  static const char separators[] = { ';', ',', '\t' };

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (FbGrid) grid = fb_grid_new ();
      FbGridOptions options = { separators[round % 3], g_test_rand_bit (), g_test_rand_bit () };
      guint n_columns = g_test_rand_int_range (2, 5);
      guint n_rows = g_test_rand_int_range (1, 5);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GBytes) again = NULL;
      g_autoptr (FbGrid) back = NULL;

      for (guint i = 0; i < n_rows; i++)
        {
          fb_grid_add_row (grid, i + 1);
          for (guint j = 0; j < n_columns; j++)
            {
              g_autoptr (GString) words = g_string_new (i == 0 ? "Kopf" : NULL);

              for (int k = i == 0 ? 0 : g_test_rand_int_range (0, 5); k > 0; k--)
                g_string_append (words, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
              fb_grid_add_cell (grid, words->str);
            }
        }
      bytes = fb_grid_write_csv (grid, &options);
      back = read_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_assert_cmpuint (fb_grid_get_n_rows (back), ==, n_rows);
      for (guint i = 0; i < n_rows; i++)
        for (guint j = 0; j < n_columns; j++)
          g_assert_cmpstr (fb_grid_get (back, i, j), ==, fb_grid_get (grid, i, j));
      again = fb_grid_write_csv (back, &options);
      g_assert_true (g_bytes_equal (again, bytes));
    }
}

/* No formula reaches a spreadsheet. */
static void
test_protected (void)
{
  static const char *const formulas[] = { "=1+1", "+49 123", "-5", "@x", "\tx", "'=x" };
  const FbGridOptions options = FB_GRID_OPTIONS_DEFAULT;

  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      g_autoptr (FbGrid) grid = fb_grid_new ();
      g_autoptr (GBytes) bytes = NULL;
      const char *text;

      fb_grid_add_row (grid, 1);
      fb_grid_add_cell (grid, formulas[i]);
      bytes = fb_grid_write_csv (grid, &options);
      text = (const char *) g_bytes_get_data (bytes, NULL) + 3;
      g_assert_cmpint (text[*text == '"'], ==, '\'');
    }
}

/* Whatever the bytes, there is a grid or an error. */
static void
test_noise (void)
{
  static const char signs[] = "\"\";;,,\t\n\r'=a\xe4\0\xff\xfe<td>";

  for (guint round = 0; round < 3000; round++)
    {
      guint length = g_test_rand_int_range (0, 60);
      g_autofree char *data = g_malloc (length + 1);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (FbGrid) grid = NULL;
      g_autoptr (FbGrid) page = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < length; i++)
        data[i] = signs[g_test_rand_int_range (0, sizeof signs - 1)];
      bytes = g_bytes_new (data, length);
      grid = fb_grid_read_csv (bytes, &error);
      g_assert_true ((grid != NULL) != (error != NULL));
      page = fb_grid_read_html (data, length, NULL);
    }
}

static void
test_html (void)
{
  static const char source[]
      = "<!--StartFragment--><table><tr><th>Nr.</th><th>Ma&szlig;nahme</th><th>Kosten</th></tr>"
        "<tr><td colspan=3><b>Bereits umgesetzt</b></td></tr>"
        "<tr><td rowspan=2>1</td><td rowspan='2'><p>Eins</p><p>zwei</p></td><td>5 &euro;</td></tr>"
        "<tr><td>7 €</td></tr><tr><td>2<td>a<br>b  c<td>&lt;</table>";
  g_autoptr (GError) error = NULL;
  g_autoptr (FbGrid) grid = fb_grid_read_html (source, strlen (source), &error);
  g_autoptr (FbGrid) back = NULL;
  g_autofree char *html = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (fb_grid_get_n_rows (grid), ==, 5);
  g_assert_cmpuint (fb_grid_get_n_columns (grid), ==, 3);
  g_assert_cmpstr (fb_grid_get (grid, 0, 1), ==, "Maßnahme");
  g_assert_cmpstr (fb_grid_get (grid, 1, 0), ==, "Bereits umgesetzt");
  g_assert_cmpint (fb_grid_get_cover (grid, 1, 2), ==, FB_GRID_CELL_COVERED);
  g_assert_cmpstr (fb_grid_get (grid, 2, 1), ==, "Eins\nzwei");
  g_assert_cmpint (fb_grid_get_cover (grid, 3, 1), ==, FB_GRID_CELL_BELOW);
  g_assert_cmpstr (fb_grid_get (grid, 3, 2), ==, "7 €");
  g_assert_cmpstr (fb_grid_get (grid, 4, 1), ==, "a\nb c");
  g_assert_cmpstr (fb_grid_get (grid, 4, 2), ==, "<");
  g_assert_cmpuint (fb_grid_get_notes (grid)->len, ==, 1);

  html = fb_grid_write_html (grid);
  back = fb_grid_read_html (html, strlen (html), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 5; i++)
    for (guint j = 0; j < 3; j++)
      g_assert_cmpstr (fb_grid_get (back, i, j), ==, fb_grid_get (grid, i, j));

  g_assert_null (fb_grid_read_html ("<p>kein</p>", 11, &error));
  g_assert_error (error, FB_GRID_ERROR, FB_GRID_ERROR_EMPTY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/forms", test_forms);
  g_test_add_func ("/csv/refused", test_refused);
  g_test_add_func ("/csv/random", test_random);
  g_test_add_func ("/csv/protected", test_protected);
  g_test_add_func ("/csv/noise", test_noise);
  g_test_add_func ("/csv/html", test_html);

  return g_test_run ();
}
