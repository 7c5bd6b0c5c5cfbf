/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "flow/fb-table-layout.h"

/* Widths between the margins of A4, in centimetres. */
#define PORTRAIT 17.0
#define LANDSCAPE 25.7

/* What a column of each role needs before it looks cramped, in centimetres, and its part in what is left over. */
static const struct
{
  double room;
  double growth;
} roles[FB_N_COLUMN_ROLES] = {
  [FB_COLUMN_NUMBER] = { 1.3, 0 },
  [FB_COLUMN_PROSE] = { 5.6, 6 },
  [FB_COLUMN_PERIOD] = { 2.4, 0.2 },
  [FB_COLUMN_MONEY] = { 2.0, 0.4 },
  [FB_COLUMN_BODIES] = { 3.3, 0.6 },
  [FB_COLUMN_WORDS] = { 2.7, 1 },
  [FB_COLUMN_LABEL] = { 4.2, 0 },
};

/*
 * fb_table_layout:
 *
 * Shares out the width of a table. On entry the width of a column is 0 or, where the user has set it, the
 * hundredths of the table it is to have; on return they add up to 1.
 *
 * Returns: whether the table needs the long side of the paper
 */
gboolean
fb_table_layout (FbColumn *columns,
                 guint     n_columns)
{
  gboolean landscape;
  double width, needed = 0, growth = 0, set = 0, sum = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      needed += roles[columns[i].role].room;
      set += columns[i].width;
      if (columns[i].width <= 0)
        growth += roles[columns[i].role].growth;
    }
  landscape = needed > PORTRAIT;
  width = landscape ? LANDSCAPE : PORTRAIT;

  for (guint i = 0; i < n_columns; i++)
    needed -= columns[i].width > 0 ? roles[columns[i].role].room : 0;

  for (guint i = 0; i < n_columns; i++)
    {
      FbColumn *column = &columns[i];

      if (column->width > 0)
        {
          column->width *= width / 100;
        }
      else
        {
          double left = width - needed - set * width / 100;

          column->width = roles[column->role].room;
          if (left > 0)
            column->width += growth > 0 ? left * roles[column->role].growth / growth : 0;
        }
      sum += column->width;
    }

  /* Shares that do not come out are scaled: a user's widths may add up to anything. */
  for (guint i = 0; i < n_columns; i++)
    columns[i].width /= sum;

  return landscape;
}
