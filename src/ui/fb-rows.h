/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-document.h"

G_BEGIN_DECLS

/* What one does with the rows of a table, as changes of the document. Each is one step of the history. A row is a
 * node below a container: a table of measures, a set of goals or a register; or a concept, which stands for the
 * measures of all its tables. */

typedef enum
{
  FB_ROWS_UP,
  FB_ROWS_DOWN,
  FB_ROWS_OUT, /* a goal becomes one of the level above */
  FB_ROWS_IN,  /* a goal goes below the one before it */
} FbRowsDirection;

gboolean   fb_rows_is_whole   (FbNode          *container);
FbKind     fb_rows_get_kind   (FbKind           container);
FbNode    *fb_rows_get_table  (FbNode          *container,
                               FbNode          *current);
FbNode    *fb_rows_add        (FbDocument      *document,
                               FbNode          *container,
                               FbNode          *current,
                               FbKind           kind);
GPtrArray *fb_rows_insert     (FbDocument      *document,
                               FbNode          *container,
                               FbNode          *current,
                               GPtrArray       *nodes,
                               const char      *label);
GPtrArray *fb_rows_duplicate  (FbDocument      *document,
                               GPtrArray       *rows);
void       fb_rows_delete     (FbDocument      *document,
                               GPtrArray       *rows,
                               const char      *label);
gboolean   fb_rows_can_move   (FbDocument      *document,
                               GPtrArray       *rows,
                               FbRowsDirection  direction);
gboolean   fb_rows_move       (FbDocument      *document,
                               GPtrArray       *rows,
                               FbRowsDirection  direction);
gboolean   fb_rows_move_to    (FbDocument      *document,
                               GPtrArray       *rows,
                               FbNode          *parent,
                               FbNode          *before);
GPtrArray *fb_rows_get_tops   (GPtrArray       *rows);
GPtrArray *fb_rows_in_order   (GPtrArray       *rows);
FbNode    *fb_rows_wrap       (FbDocument      *document,
                               FbNode          *container,
                               GPtrArray       *rows);

G_END_DECLS
