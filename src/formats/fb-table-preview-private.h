/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/fb-table-map.h"
#include "formats/fb-table-preview.h"

G_BEGIN_DECLS

/* What the reading of cells, the plan and its execution share. */

/* What is to become of one property. */
typedef struct
{
  const FbProperty *property;
  FbValue *value; /* or NULL: nothing */
} FbTableSetting;

/* A new step, from "(1) ..." in the cells of its measure. */
typedef struct
{
  int number;
  GArray *settings;
} FbTableStep;

typedef struct
{
  guint index; /* in the grid */
  FbRowStatus status;
  FbKind kind;
  FbNode *node;      /* what is there already, or NULL */
  FbNode *parent;    /* of a new row: a node that is there ... */
  guint parent_row;  /* ... or else the row that makes it, plus one */
  GArray *settings;  /* FbTableSetting */
  GPtrArray *steps;  /* FbTableStep */
  GString *remains;  /* what a new row says and no property takes */
  FbCellStatus *cells;
} FbTablePlan;

struct _FbTablePreview
{
  FbDocument *document;
  FbNode *table; /* or NULL: any */
  FbNode *behind;
  FbGrid *source; /* owned: as it came */
  FbGrid *grid;   /* owned: without merged cells */
  FbTableMapping *mapping;
  gboolean own; /* written by us: there are kinds, and no cell has to be split */
  FbTableRefs *refs;
  GPtrArray *rows;
  GPtrArray *problems;
  GHashTable *columns; /* table -> GPtrArray of FbNode: the own columns that can be made in it ... */
  GHashTable *used;    /* ... and those that are needed */
};

GArray *fb_table_settings_new (void);
void fb_table_settings_add_words (GArray *settings,
                                  FbKind kind,
                                  const char *name,
                                  const char *words);
void fb_table_step_free (gpointer data);
void fb_table_plan_free (gpointer data);
void fb_table_preview_add_problem (FbTablePreview *self,
                                   const FbTablePlan *row,
                                   const char *words);
const char *fb_table_preview_get_words (FbTablePreview *self,
                                        const FbTablePlan *row,
                                        FbTargetType type);
FbNode *fb_table_preview_get_new_column (FbTablePreview *self,
                                         FbNode *table,
                                         guint column);
void fb_table_preview_read_cells (FbTablePreview *self,
                                  FbTablePlan *row);

G_END_DECLS
