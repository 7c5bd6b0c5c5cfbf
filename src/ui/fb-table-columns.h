/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

/** FbTableColumn: one column of a table. */
typedef struct
{
  const FbProperty *property; /* what its cells show; of the row's kind, or own */
  FbNode *node;               /* the column node, or NULL where the columns are the usual ones; not owned */
  char *title;                /* what the header says */
  GPtrArray *others;          /* FbNode: columns of further tables that are shown in this one, or NULL */
  double weight;              /* its part of the width; the sum of all is 1 */
} FbTableColumn;

/** Narrower than this no column gets, in pixels. */
#define FB_TABLE_COLUMN_MINIMUM 44

#define FB_TYPE_TABLE_COLUMNS (fb_table_columns_get_type ())

/**
 * FbTableColumns:
 *
 * The columns that the header and all rows of a table share: what they show and how wide they are. For all tables of a
 * concept together there may be more than are shown at first; the others are offered.
 *
 * Signal changed (FbTableColumns *self): there are other columns. Signal resized (FbTableColumns *self): their widths
 * are others.
 */
G_DECLARE_FINAL_TYPE (FbTableColumns, fb_table_columns, FB, TABLE_COLUMNS, GObject)

FbTableColumns      *fb_table_columns_new        (void);
void                 fb_table_columns_load       (FbTableColumns *self,
                                                  FbDocument     *document,
                                                  FbNode         *container,
                                                  FbKind          row_kind);
void                 fb_table_columns_clear      (FbTableColumns *self);
guint                fb_table_columns_get_n      (FbTableColumns *self);
const FbTableColumn *fb_table_columns_get        (FbTableColumns *self,
                                                  guint           index);
const FbTableColumn *fb_table_columns_find       (FbTableColumns   *self,
                                                  const FbProperty *property);
GArray              *fb_table_columns_get_offered (FbTableColumns *self);
void                 fb_table_columns_set_shown  (FbTableColumns   *self,
                                                  const FbProperty *property,
                                                  gboolean          shown);
gboolean             fb_table_columns_has        (FbTableColumns *self,
                                                  const char     *property);
int                  fb_table_columns_get_width  (FbTableColumns *self);
void                 fb_table_columns_set_width  (FbTableColumns *self,
                                                  int             width);
void                 fb_table_columns_get_extent (FbTableColumns *self,
                                                  guint           index,
                                                  int             width,
                                                  int            *start,
                                                  int            *size);
void                 fb_table_columns_resize     (FbTableColumns *self,
                                                  guint           index,
                                                  int             width,
                                                  int             size);
void                 fb_table_columns_ensure     (FbTableColumns *self,
                                                  FbDocument     *document,
                                                  FbNode         *container);
void                 fb_table_columns_store      (FbTableColumns *self,
                                                  FbDocument     *document,
                                                  FbNode         *container);

const FbProperty    *fb_table_column_get_property (const FbTableColumn *column,
                                                   FbNode              *row);

G_END_DECLS
