/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "flow/fb-table-layout.h"

/* Widths between the margins of A4, in centimetres. */
#define PORTRAIT 17.0
#define LANDSCAPE 25.7

/* A letter in a cell, and the padding of a cell, in centimetres. */
#define LETTER 0.22
#define PADDING 0.4

/* What a column of each role needs before it looks cramped; how far it may grow so that a long word need not be broken;
 * and its part in what is left over. In centimetres. */
static const struct
{
  double room;
  double most;
  double growth;
} roles[FB_N_COLUMN_ROLES] = {
  [FB_COLUMN_NUMBER] = { 1.3, 2.4, 0 },     [FB_COLUMN_PROSE] = { 5.6, 5.6, 6 },
  [FB_COLUMN_PERIOD] = { 2.4, 3.0, 0.2 },   [FB_COLUMN_MONEY] = { 2.0, 2.9, 0.3 },
  [FB_COLUMN_BODIES] = { 3.2, 3.9, 0.5 },   [FB_COLUMN_WORDS] = { 2.4, 3.4, 1 },
  [FB_COLUMN_LABEL] = { 4.2, 4.2, 0 },
};

static guint
find_longest_word (const char *words,
                   guint       longest)
{
  guint length = 0;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* "2.000 €" is one word to the eye. */
      length = (g_unichar_isspace (c) && !g_str_has_prefix (p + 1, "€")) || c == '-' ? 0 : length + 1;
      longest = MAX (longest, length);
    }

  return longest;
}

/* What a column needs for its longest word, within the bounds of its role. */
static double
find_room (const FbColumn *column,
           guint           index,
           FbRow *const   *rows,
           guint           n_rows)
{
  guint longest = 0;

  if (roles[column->role].most <= roles[column->role].room)
    return roles[column->role].room;

  longest = find_longest_word (column->heading, longest);
  for (guint i = 0; i < n_rows; i++)
    if (rows[i]->cells[index] != NULL)
      longest = find_longest_word (fb_text_get_buffer (rows[i]->cells[index], NULL), longest);

  return CLAMP (longest * LETTER + PADDING, roles[column->role].room, roles[column->role].most);
}

/*
 * fb_table_layout:
 *
 * Shares out the width of a table. On entry the width of a column is 0 or, where the user has set it, the
 * hundredths of the table it is to have; on return they add up to 1.
 *
 * Returns: whether the table needs the long side of the paper
 */
gboolean
fb_table_layout (FbColumn     *columns,
                 guint         n_columns,
                 FbRow *const *rows,
                 guint         n_rows)
{
  double least = 0, taken = 0, growth = 0, sum = 0;
  double width, left;
  gboolean landscape;

  for (guint i = 0; i < n_columns; i++)
    least += roles[columns[i].role].room;
  landscape = least > PORTRAIT;
  width = landscape ? LANDSCAPE : PORTRAIT;

  for (guint i = 0; i < n_columns; i++)
    {
      gboolean set = columns[i].width > 0;

      columns[i].width = set ? columns[i].width * width / 100 : find_room (&columns[i], i, rows, n_rows);
      taken += columns[i].width;
      growth += set ? 0 : roles[columns[i].role].growth;
      /* A negative width marks those that may still grow. */
      columns[i].width = set ? columns[i].width : -columns[i].width;
    }

  left = MAX (width - taken, 0);
  for (guint i = 0; i < n_columns; i++)
    {
      if (columns[i].width < 0)
        columns[i].width = -columns[i].width + (growth > 0 ? left * roles[columns[i].role].growth / growth : 0);
      sum += columns[i].width;
    }

  /* Shares that do not come out are scaled: a user's widths may add up to anything. */
  for (guint i = 0; i < n_columns; i++)
    columns[i].width /= sum;

  return landscape;
}
