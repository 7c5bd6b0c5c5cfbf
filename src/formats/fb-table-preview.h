/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-document.h"
#include "formats/fb-table-mapping.h"

G_BEGIN_DECLS

/**
 * FbTablePreview:
 *
 * What reading a grid into a document would do, before anything is done: rows whose id is known change their measure,
 * rows without an id become new ones, and nothing is ever removed. What cannot be understood is listed; in a new
 * measure it goes into the remarks. fb_table_preview_apply() does it, as one entry of the history.
 *
 * A picture of one moment: make a new one when the document has changed.
 */
typedef struct _FbTablePreview FbTablePreview;

typedef enum
{
  FB_CELL_EMPTY,   /* says nothing, and nothing was there */
  FB_CELL_SAME,    /* what is there already */
  FB_CELL_CHANGED, /* takes the place of what is there */
  FB_CELL_NEW,     /* of a new row */
  FB_CELL_UNKNOWN, /* not understood */
  FB_CELL_LEFT_OUT, /* of a column that is not read */
} FbCellStatus;

typedef enum
{
  FB_ROW_SAME,
  FB_ROW_CHANGED,
  FB_ROW_NEW,
  FB_ROW_REFUSED, /* see the problems */
} FbRowStatus;

FbTablePreview *fb_table_preview_new            (FbDocument      *document,
                                                 FbNode          *table,
                                                 FbGrid          *grid);
void            fb_table_preview_free           (FbTablePreview  *self);
void            fb_table_preview_set_place      (FbTablePreview  *self,
                                                 FbNode          *behind);
void            fb_table_preview_set_mapping    (FbTablePreview  *self,
                                                 const FbTableMapping *mapping);
void            fb_table_preview_set_headed     (FbTablePreview  *self,
                                                 gboolean         headed);
const FbTableMapping *fb_table_preview_get_mapping (FbTablePreview *self);
GPtrArray      *fb_table_preview_list_choices   (FbTablePreview  *self);
char           *fb_table_preview_describe_choice (FbTablePreview *self,
                                                 const FbColumnTarget *choice);
guint           fb_table_preview_get_n_columns  (FbTablePreview  *self);
const char     *fb_table_preview_get_heading    (FbTablePreview  *self,
                                                 guint            column);
gboolean        fb_table_preview_is_understood  (FbTablePreview  *self,
                                                 guint            column);
guint           fb_table_preview_get_n_rows     (FbTablePreview  *self);
FbRowStatus     fb_table_preview_get_row        (FbTablePreview  *self,
                                                 guint            row,
                                                 guint           *line,
                                                 FbKind          *kind);
const char     *fb_table_preview_get_cell       (FbTablePreview  *self,
                                                 guint            row,
                                                 guint            column,
                                                 FbCellStatus    *status);
GPtrArray      *fb_table_preview_get_problems   (FbTablePreview  *self);
guint           fb_table_preview_count          (FbTablePreview  *self,
                                                 FbRowStatus      status);
char           *fb_table_preview_describe       (FbTablePreview  *self);
GPtrArray      *fb_table_preview_apply          (FbTablePreview  *self,
                                                 const char      *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FbTablePreview, fb_table_preview_free)

G_END_DECLS
