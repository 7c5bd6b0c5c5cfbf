/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "flow/fb-table-layout.h"

#include <math.h>

/* Widths between the margins of A4. All lengths here are in centimetres. */
#define PORTRAIT 17.0
#define LANDSCAPE 25.7

/* A letter and a line in a cell, and the padding of a cell, as the house style sets them; in a dense table they are
 * smaller by a part. */
#define LETTER 0.21
#define LINE 0.42
#define PADDING 0.4
#define DENSE 0.85

/* Rows higher than this may break over pages: kept together they would leave half a page white. */
#define HIGH_PORTRAIT 9.0
#define HIGH_LANDSCAPE 6.0

/* How wide a column of each role is at least and at most, whatever its words are; what it counts for when it is asked
 * whether the table fits on the short side; and its part in what is left over. */
static const struct
{
  double least;
  double most;
  double usual;
  double growth;
} roles[FB_N_COLUMN_ROLES] = {
  [FB_COLUMN_NUMBER] = { 1.3, 2.4, 1.3, 0 },     [FB_COLUMN_PROSE] = { 5.6, 5.6, 5.6, 6 },
  [FB_COLUMN_PERIOD] = { 2.0, 3.0, 2.4, 0.2 },   [FB_COLUMN_MONEY] = { 1.8, 2.9, 2.0, 0.3 },
  [FB_COLUMN_BODIES] = { 2.4, 3.9, 3.2, 0.5 },   [FB_COLUMN_WORDS] = { 1.5, 3.4, 2.4, 1 },
  [FB_COLUMN_LABEL] = { 4.2, 4.2, 4.2, 0 },
};

/* The longest stretch that should not be broken; "2.000 €" is one word to the eye. */
static guint
find_longest_word (const char *words,
                   guint       longest)
{
  guint length = 0;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

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
  guint longest;

  if (roles[column->role].most <= roles[column->role].least)
    return roles[column->role].least;

  longest = find_longest_word (column->heading, 0);
  for (guint i = 0; i < n_rows; i++)
    if (rows[i]->cells[index] != NULL)
      longest = find_longest_word (fb_text_get_buffer (rows[i]->cells[index], NULL), longest);

  return CLAMP (longest * LETTER + PADDING, roles[column->role].least, roles[column->role].most);
}

/* Where there is too little room, prose, numbers and what the user has set keep theirs as long as that is fair. */
static gboolean
can_be_pressed (const FbColumn *column,
                gboolean        set)
{
  return !set && column->role != FB_COLUMN_PROSE && column->role != FB_COLUMN_NUMBER;
}

/* Gives each column its width, and says whether they had to be pressed. */
static gboolean
share_out (FbColumn       *columns,
           const gboolean *set,
           guint           n_columns,
           double          width)
{
  double taken = 0, pressed = 0, growth = 0, sum = 0;
  double left, factor = 1;

  for (guint i = 0; i < n_columns; i++)
    {
      taken += columns[i].width;
      growth += set[i] ? 0 : roles[columns[i].role].growth;
      pressed += can_be_pressed (&columns[i], set[i]) ? columns[i].width : 0;
    }
  left = width - taken;
  if (left < 0 && pressed > 0)
    factor = MAX ((pressed + left) / pressed, 0.6);

  for (guint i = 0; i < n_columns; i++)
    {
      if (left < 0 && can_be_pressed (&columns[i], set[i]))
        columns[i].width *= factor;
      else if (left > 0 && !set[i] && growth > 0)
        columns[i].width += left * roles[columns[i].role].growth / growth;
      sum += columns[i].width;
    }
  /* Shares that do not come out are scaled: a user's widths may add up to anything. */
  for (guint i = 0; i < n_columns; i++)
    columns[i].width /= sum;

  return left < 0;
}

/* About how high the text of a cell is, in a column of that width. */
static double
estimate_height (const FbText *text,
                 double        width,
                 gboolean      dense)
{
  double part = dense ? DENSE : 1;
  double letters_in_line = MAX ((width - PADDING) / (LETTER * part), 4);
  double lines = 0;

  for (guint i = 0; i < fb_text_get_n_paragraphs (text); i++)
    {
      const FbParagraph *paragraph = fb_text_get_paragraph (text, i);

      lines += MAX (ceil ((paragraph->end - paragraph->start) / letters_in_line), 1);
    }

  return lines * LINE * part;
}

static gboolean
is_high (const FbRow    *row,
         const FbColumn *columns,
         const FbTable  *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (row->cells[i] != NULL
        && estimate_height (row->cells[i], columns[i].width * (table->landscape ? LANDSCAPE : PORTRAIT), table->dense)
             > (table->landscape ? HIGH_LANDSCAPE : HIGH_PORTRAIT))
      return TRUE;

  return FALSE;
}

/*
 * fb_table_layout:
 * @columns: those of @table; the width of one is 0 or, where the user has set it, the hundredths of the table it is
 *   to have. On return the widths add up to 1
 * @rows: those of @table
 *
 * Decides how a table lies on paper: across or not, smaller or not, how wide its columns are and which rows may break.
 */
void
fb_table_layout (FbTable      *table,
                 FbColumn     *columns,
                 FbRow *const *rows)
{
  g_autofree gboolean *set = g_new0 (gboolean, table->n_columns + 1);
  double usual = 0, width;

  for (guint i = 0; i < table->n_columns; i++)
    usual += roles[columns[i].role].usual;
  table->landscape = usual > PORTRAIT;
  width = table->landscape ? LANDSCAPE : PORTRAIT;

  for (guint i = 0; i < table->n_columns; i++)
    {
      set[i] = columns[i].width > 0;
      columns[i].width = set[i] ? columns[i].width * width / 100 : find_room (&columns[i], i, rows, table->n_rows);
    }
  table->dense = share_out (columns, set, table->n_columns, width) && table->landscape;
  for (guint i = 0; i < table->n_rows; i++)
    rows[i]->breaks = is_high (rows[i], columns, table);
}
