/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

/** FbColumn: one column of a table. */
typedef struct
{
  const FbProperty *property; /* what its cells show; of the row's kind, or own */
  FbNode *node;               /* the column node, or NULL where the columns are the usual ones; not owned */
  char *title;                /* what the header says */
  double weight;              /* its part of the width; the sum of all is 1 */
} FbColumn;

/** Narrower than this no column gets, in pixels. */
#define FB_COLUMN_MINIMUM 44

#define FB_TYPE_COLUMNS (fb_columns_get_type ())

/**
 * FbColumns:
 *
 * The columns that the header and all rows of a table share: what they show and how wide they are.
 *
 * Signal changed (FbColumns *self): there are other columns. Signal resized (FbColumns *self): their widths changed.
 */
G_DECLARE_FINAL_TYPE (FbColumns, fb_columns, FB, COLUMNS, GObject)

FbColumns      *fb_columns_new        (void);
void            fb_columns_load       (FbColumns  *self,
                                       FbDocument *document,
                                       FbNode     *container,
                                       FbKind      row_kind);
void            fb_columns_clear      (FbColumns  *self);
guint           fb_columns_get_n      (FbColumns  *self);
const FbColumn *fb_columns_get        (FbColumns  *self,
                                       guint       index);
gboolean        fb_columns_has        (FbColumns  *self,
                                       const char *property);
void            fb_columns_get_extent (FbColumns  *self,
                                       guint       index,
                                       int         width,
                                       int        *start,
                                       int        *size);
void            fb_columns_resize     (FbColumns  *self,
                                       guint       index,
                                       int         width,
                                       int         size);
void            fb_columns_store      (FbColumns  *self,
                                       FbDocument *document,
                                       FbNode     *container);

G_END_DECLS
