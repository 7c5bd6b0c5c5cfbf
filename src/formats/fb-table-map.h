/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-document.h"

G_BEGIN_DECLS

/* How the cells of a spreadsheet stand for measures: what a column means, and how a value is written in a cell and read
 * from it. Private to the files that read and write tables of measures. */

typedef enum
{
  FB_TARGET_NOTHING,  /* not understood */
  FB_TARGET_ID,
  FB_TARGET_KIND,
  FB_TARGET_PARENT,
  FB_TARGET_PROPERTY, /* of that name, of whatever kind the row is */
  FB_TARGET_OWN,      /* the own column of that title, in the table of the row */
  FB_TARGET_OWN_ID,   /* the own column of that id */
  FB_TARGET_COUNTED,  /* numbers that the program counts itself */
  FB_TARGET_BODY,     /* title, text and steps in one cell, as they are printed */
} FbTargetType;

/** FbColumnTarget: what a column of a spreadsheet holds. */
typedef struct
{
  FbTargetType type;
  char *name;    /* of the property, title or id of the own column, or NULL */
  char *heading; /* what stands above the column */
} FbColumnTarget;

void              fb_column_target_free  (FbColumnTarget         *target);
GPtrArray        *fb_table_map_columns   (FbDocument             *document,
                                          FbNode                 *table);
FbColumnTarget   *fb_table_map_recognise (FbDocument             *document,
                                          FbNode                 *table,
                                          const char             *heading);
const FbProperty *fb_table_map_property  (FbDocument             *document,
                                          const FbColumnTarget   *target,
                                          FbKind                  kind,
                                          FbNode                 *table);
char             *fb_table_map_write     (FbDocument             *document,
                                          const FbProperty       *property,
                                          FbValue                *value);
gboolean          fb_table_map_read      (FbDocument             *document,
                                          const FbProperty       *property,
                                          const char             *words,
                                          FbValue                *before,
                                          FbValue               **value);
guint64           fb_table_map_get_kinds (void);
const char       *fb_table_map_kind_name (FbDocument             *document,
                                          FbKind                  kind);
gboolean          fb_table_map_find_kind (FbDocument             *document,
                                          const char             *words,
                                          FbKind                 *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FbColumnTarget, fb_column_target_free)

G_END_DECLS
