/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FbGrid:
 *
 * Cells of words in rows and columns, as they come from a spreadsheet, a word processor or a file and go there. It
 * knows nothing of concepts. Whatever could not be read as it should is in its notes.
 */
typedef struct _FbGrid FbGrid;

#define FB_GRID_ERROR (fb_grid_error_quark ())
typedef enum
{
  FB_GRID_ERROR_EMPTY,    /* no cell at all */
  FB_GRID_ERROR_TOO_LONG, /* more than FB_GRID_MAX_BYTES, rows or columns */
  FB_GRID_ERROR_ENCODING, /* no text */
} FbGridError;
GQuark fb_grid_error_quark (void);

#define FB_GRID_MAX_BYTES (64 * 1024 * 1024)
#define FB_GRID_MAX_ROWS 200000
#define FB_GRID_MAX_COLUMNS 1000
#define FB_GRID_MAX_CELLS 4000000

typedef enum
{
  FB_GRID_CELL_PLAIN,
  FB_GRID_CELL_COVERED, /* by the merged cell to the left of it */
  FB_GRID_CELL_BELOW,   /* by the merged cell above it */
} FbGridCover;

/** FbGridOptions: how a file is written. */
typedef struct
{
  char separator;   /* ';', ',' or '\t' */
  gboolean mark;    /* begin with a byte order mark, by which spreadsheets know UTF-8 */
  gboolean protect; /* set an apostrophe before what a spreadsheet would run as a formula; reading takes it away */
} FbGridOptions;

/** What spreadsheets on German desktops open without a question. */
#define FB_GRID_OPTIONS_DEFAULT { ';', TRUE, TRUE }

FbGrid     *fb_grid_new           (void);
void        fb_grid_free          (FbGrid              *grid);
void        fb_grid_add_row       (FbGrid              *grid,
                                   guint                line);
void        fb_grid_add_cell      (FbGrid              *grid,
                                   const char          *words);
void        fb_grid_add_covered   (FbGrid              *grid,
                                   FbGridCover          cover);
void        fb_grid_add_note      (FbGrid              *grid,
                                   const char          *words);
guint       fb_grid_get_n_rows    (const FbGrid        *grid);
guint       fb_grid_get_n_columns (const FbGrid        *grid);
guint       fb_grid_get_line      (const FbGrid        *grid,
                                   guint                row);
const char *fb_grid_get           (const FbGrid        *grid,
                                   guint                row,
                                   guint                column);
FbGridCover fb_grid_get_cover     (const FbGrid        *grid,
                                   guint                row,
                                   guint                column);
gboolean    fb_grid_is_spanned    (const FbGrid        *grid,
                                   guint                row);
GPtrArray  *fb_grid_get_notes     (const FbGrid        *grid);

FbGrid     *fb_grid_read_csv      (GBytes              *bytes,
                                   GError             **error);
FbGrid     *fb_grid_read_tsv      (const char          *text,
                                   GError             **error);
FbGrid     *fb_grid_read_html     (const char          *html,
                                   gsize                length,
                                   GError             **error);
GBytes     *fb_grid_write_csv     (const FbGrid        *grid,
                                   const FbGridOptions *options);
char       *fb_grid_write_html    (const FbGrid        *grid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FbGrid, fb_grid_free)

G_END_DECLS
