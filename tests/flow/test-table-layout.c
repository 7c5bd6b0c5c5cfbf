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

static double
add_up (const FbColumn *columns,
        guint           n_columns)
{
  double sum = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      g_assert_cmpfloat (columns[i].width, >, 0);
      sum += columns[i].width;
    }

  return sum;
}

static void
test_usual (void)
{
  FbColumn columns[G_N_ELEMENTS (usual)];

  fill (columns, 5);
  g_assert_false (fb_table_layout (columns, 5, NULL, 0));
  g_assert_cmpfloat_with_epsilon (add_up (columns, 5), 1, 1e-9);
  /* The prose gets most, the number least. */
  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpfloat (columns[1].width, >=, columns[i].width);
      g_assert_cmpfloat (columns[0].width, <=, columns[i].width);
    }

  fill (columns, 7);
  g_assert_true (fb_table_layout (columns, 7, NULL, 0));
  g_assert_cmpfloat_with_epsilon (add_up (columns, 7), 1, 1e-9);
}

static void
test_long_words (void)
{
  FbColumn plain[2], filled[2];
  g_autoptr (FbText) amount = fb_text_new_plain ("1.250.000 €");
  FbText *cells[] = { NULL, amount };
  FbRow row = { NULL, NULL, cells };
  FbRow *rows[] = { &row };

  plain[0] = filled[0] = (FbColumn) { FB_COLUMN_PROSE, "Maßnahme", 0, FALSE };
  plain[1] = filled[1] = (FbColumn) { FB_COLUMN_MONEY, "Kosten", 0, FALSE };
  fb_table_layout (plain, 2, NULL, 0);
  fb_table_layout (filled, 2, rows, 1);
  g_assert_cmpfloat (filled[1].width, >, plain[1].width);
  g_assert_cmpfloat (filled[1].width, <, 0.3);
}

static void
test_own_widths (void)
{
  FbColumn columns[3];

  fill (columns, 3);
  columns[0].width = 20;
  fb_table_layout (columns, 3, NULL, 0);
  g_assert_cmpfloat_with_epsilon (columns[0].width, 0.2, 0.02);
  g_assert_cmpfloat_with_epsilon (add_up (columns, 3), 1, 1e-9);

  /* Whatever was asked for, the table is as wide as the page. */
  for (guint i = 0; i < 3; i++)
    columns[i].width = 90;
  fb_table_layout (columns, 3, NULL, 0);
  g_assert_cmpfloat_with_epsilon (columns[2].width, 1.0 / 3, 1e-9);
  columns[0].width = columns[1].width = columns[2].width = 1;
  fb_table_layout (columns, 3, NULL, 0);
  g_assert_cmpfloat_with_epsilon (add_up (columns, 3), 1, 1e-9);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table-layout/usual", test_usual);
  g_test_add_func ("/table-layout/long-words", test_long_words);
  g_test_add_func ("/table-layout/own-widths", test_own_widths);

  return g_test_run ();
}
