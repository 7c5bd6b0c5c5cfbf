/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "flow/fb-table-layout.h"

static const FbColumnRole usual[] = { FB_COLUMN_NUMBER, FB_COLUMN_PROSE, FB_COLUMN_PERIOD, FB_COLUMN_MONEY,
                                      FB_COLUMN_BODIES, FB_COLUMN_WORDS, FB_COLUMN_WORDS };

static void
fill (FbColumn *columns,
      guint     n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    columns[i] = (FbColumn) { usual[i], "", 0, FALSE };
}

/* Lays out a table of one row, or of none where @row is NULL. */
static FbTable
lay_out (FbColumn *columns,
         guint     n_columns,
         FbRow    *row)
{
  FbTable table = { .n_columns = n_columns, .n_rows = row != NULL ? 1 : 0 };
  FbRow *rows[] = { row };
  double sum = 0;

  fb_table_layout (&table, columns, rows);
  for (guint i = 0; i < n_columns; i++)
    {
      g_assert_cmpfloat (columns[i].width, >, 0);
      sum += columns[i].width;
    }
  g_assert_cmpfloat_with_epsilon (sum, 1, 1e-9);

  return table;
}

static void
test_usual (void)
{
  FbColumn columns[G_N_ELEMENTS (usual)];

  fill (columns, 5);
  g_assert_false (lay_out (columns, 5, NULL).landscape);
  /* The prose gets most, the number least. */
  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpfloat (columns[1].width, >=, columns[i].width);
      g_assert_cmpfloat (columns[0].width, <=, columns[i].width);
    }

  fill (columns, 7);
  g_assert_true (lay_out (columns, 7, NULL).landscape);
}

static void
test_long_words (void)
{
  FbColumn plain[2], filled[2];
  g_autoptr (FbText) amount = fb_text_new_plain ("1.250.000 €");
  FbText *cells[] = { NULL, amount };
  FbRow row = { .cells = cells };

  plain[0] = filled[0] = (FbColumn) { FB_COLUMN_PROSE, "Maßnahme", 0, FALSE };
  plain[1] = filled[1] = (FbColumn) { FB_COLUMN_MONEY, "Kosten", 0, FALSE };
  lay_out (plain, 2, NULL);
  lay_out (filled, 2, &row);
  g_assert_cmpfloat (filled[1].width, >, plain[1].width);
  g_assert_cmpfloat (filled[1].width, <, 0.3);
}

/* More columns than fit: the letters are smaller, and the prose is not what is pressed. */
static void
test_crowded (void)
{
  FbColumn columns[12];

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    columns[i] = (FbColumn) { FB_COLUMN_WORDS, "Minderungspotenzial", 0, FALSE };
  columns[1].role = FB_COLUMN_PROSE;
  g_assert_true (lay_out (columns, G_N_ELEMENTS (columns), NULL).dense);
  g_assert_cmpfloat (columns[1].width, >, 2 * columns[0].width);
}

static void
test_high_rows (void)
{
  g_autofree char *words = g_strnfill (900, 'x');
  g_autoptr (FbText) text = fb_text_new_plain (words);
  FbText *wide_cells[] = { text };
  FbText *narrow_cells[] = { NULL, text };
  FbRow wide = { .cells = wide_cells };
  FbRow narrow = { .cells = narrow_cells };
  FbColumn columns[2];

  columns[0] = (FbColumn) { FB_COLUMN_PROSE, "", 0, FALSE };
  lay_out (columns, 1, &wide);
  g_assert_false (wide.breaks);

  columns[0] = (FbColumn) { FB_COLUMN_PROSE, "", 80, FALSE };
  columns[1] = (FbColumn) { FB_COLUMN_PROSE, "", 20, FALSE };
  lay_out (columns, 2, &narrow);
  g_assert_true (narrow.breaks);
}

static void
test_own_widths (void)
{
  FbColumn columns[3];

  fill (columns, 3);
  columns[0].width = 20;
  lay_out (columns, 3, NULL);
  g_assert_cmpfloat_with_epsilon (columns[0].width, 0.2, 0.02);

  /* Whatever was asked for, the table is as wide as the page. */
  for (guint i = 0; i < 3; i++)
    columns[i].width = 90;
  lay_out (columns, 3, NULL);
  g_assert_cmpfloat_with_epsilon (columns[2].width, 1.0 / 3, 1e-9);
  columns[0].width = columns[1].width = columns[2].width = 1;
  lay_out (columns, 3, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table-layout/usual", test_usual);
  g_test_add_func ("/table-layout/long-words", test_long_words);
  g_test_add_func ("/table-layout/crowded", test_crowded);
  g_test_add_func ("/table-layout/high-rows", test_high_rows);
  g_test_add_func ("/table-layout/own-widths", test_own_widths);

  return g_test_run ();
}
