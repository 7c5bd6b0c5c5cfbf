/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/fb-grid.h"

typedef struct
{
  char *words; /* NULL for none */
  FbGridCover cover;
} Cell;

typedef struct
{
  guint line;
  GArray *cells; /* Cell */
} Row;

struct _FbGrid
{
  GPtrArray *rows;  /* Row */
  GPtrArray *notes; /* char * */
  guint n_columns;
};

G_DEFINE_QUARK (fb-grid-error-quark, fb_grid_error)

static void
clear_cell (gpointer data)
{
  g_free (((Cell *) data)->words);
}

static void
free_row (gpointer data)
{
  Row *row = data;

  g_array_unref (row->cells);
  g_free (row);
}

/** Returns: (transfer full): a grid without rows */
FbGrid *
fb_grid_new (void)
{
  FbGrid *grid = g_new0 (FbGrid, 1);

  grid->rows = g_ptr_array_new_with_free_func (free_row);
  grid->notes = g_ptr_array_new_with_free_func (g_free);

  return grid;
}

void
fb_grid_free (FbGrid *grid)
{
  g_ptr_array_unref (grid->rows);
  g_ptr_array_unref (grid->notes);
  g_free (grid);
}

/** Begins a row; @line is the number by which messages call it. */
void
fb_grid_add_row (FbGrid *grid,
                 guint   line)
{
  Row *row = g_new0 (Row, 1);

  row->line = line;
  row->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  g_array_set_clear_func (row->cells, clear_cell);
  g_ptr_array_add (grid->rows, row);
}

static void
add_cell (FbGrid     *grid,
          const char *words,
          FbGridCover cover)
{
  Row *row;
  Cell cell = { words != NULL && *words != '\0' ? g_strdup (words) : NULL, cover };

  g_assert (grid->rows->len > 0);

  row = g_ptr_array_index (grid->rows, grid->rows->len - 1);
  g_array_append_val (row->cells, cell);
  grid->n_columns = MAX (grid->n_columns, row->cells->len);
}

/** Adds a cell (nullable) to the row just begun. */
void
fb_grid_add_cell (FbGrid     *grid,
                  const char *words)
{
  add_cell (grid, words, FB_GRID_CELL_PLAIN);
}

/** Adds a cell that another lies over. */
void
fb_grid_add_covered (FbGrid      *grid,
                     FbGridCover  cover)
{
  add_cell (grid, NULL, cover);
}

/** Keeps a sentence for the user. */
void
fb_grid_add_note (FbGrid     *grid,
                  const char *words)
{
  g_ptr_array_add (grid->notes, g_strdup (words));
}

guint
fb_grid_get_n_rows (const FbGrid *grid)
{
  return grid->rows->len;
}

/** Returns: the number of cells in the longest row */
guint
fb_grid_get_n_columns (const FbGrid *grid)
{
  return grid->n_columns;
}

guint
fb_grid_get_line (const FbGrid *grid,
                  guint         row)
{
  g_return_val_if_fail (row < grid->rows->len, 0);

  return ((const Row *) g_ptr_array_index (grid->rows, row))->line;
}

static const Cell *
find_cell (const FbGrid *grid,
           guint         row,
           guint         column)
{
  const Row *found;

  if (row >= grid->rows->len)
    return NULL;

  found = g_ptr_array_index (grid->rows, row);

  return column < found->cells->len ? &g_array_index (found->cells, Cell, column) : NULL;
}

/** Returns: the words of a cell, "" where there are none */
const char *
fb_grid_get (const FbGrid *grid,
             guint         row,
             guint         column)
{
  const Cell *cell = find_cell (grid, row, column);

  return cell != NULL && cell->words != NULL ? cell->words : "";
}

FbGridCover
fb_grid_get_cover (const FbGrid *grid,
                   guint         row,
                   guint         column)
{
  const Cell *cell = find_cell (grid, row, column);

  return cell != NULL ? cell->cover : FB_GRID_CELL_PLAIN;
}

/** Returns: whether a row is one cell over the whole width: "Bereits umgesetzt" */
gboolean
fb_grid_is_spanned (const FbGrid *grid,
                    guint         row)
{
  if (grid->n_columns < 2 || *fb_grid_get (grid, row, 0) == '\0')
    return FALSE;

  for (guint i = 1; i < grid->n_columns; i++)
    if (fb_grid_get_cover (grid, row, i) != FB_GRID_CELL_COVERED)
      return FALSE;

  return TRUE;
}

/** Returns: (transfer none) (element-type utf8): what could not be read as it should */
GPtrArray *
fb_grid_get_notes (const FbGrid *grid)
{
  return grid->notes;
}
