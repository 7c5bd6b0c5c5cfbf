/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/fb-column-target.h"
#include "formats/fb-grid.h"

G_BEGIN_DECLS

/**
 * FbTableMapping:
 *
 * What the columns of a foreign table mean: a plain value, guessed from the headings and changed by the user.
 */
typedef struct
{
  gboolean headed;    /* the first row holds headings */
  GPtrArray *targets; /* (element-type FbColumnTarget): one for each column */
} FbTableMapping;

#define FB_TABLE_MAPPING_ERROR (fb_table_mapping_error_quark ())
typedef enum
{
  FB_TABLE_MAPPING_ERROR_FORM,     /* no HEADING=PROPERTY */
  FB_TABLE_MAPPING_ERROR_COLUMN,   /* no such heading */
  FB_TABLE_MAPPING_ERROR_PROPERTY, /* no such property */
} FbTableMappingError;
GQuark fb_table_mapping_error_quark (void);

FbTableMapping       *fb_table_mapping_guess        (FbDocument           *document,
                                                     FbNode               *table,
                                                     const FbGrid         *grid);
FbTableMapping       *fb_table_mapping_guess_as     (FbDocument           *document,
                                                     FbNode               *table,
                                                     const FbGrid         *grid,
                                                     gboolean              headed);
FbTableMapping       *fb_table_mapping_copy         (const FbTableMapping *self);
void                  fb_table_mapping_free         (FbTableMapping       *self);
const FbColumnTarget *fb_table_mapping_get          (const FbTableMapping *self,
                                                     guint                 column);
void                  fb_table_mapping_choose       (FbTableMapping       *self,
                                                     guint                 column,
                                                     const FbColumnTarget *choice);
gboolean              fb_table_mapping_is_own       (const FbTableMapping *self);
gboolean              fb_table_mapping_is_guessed   (const FbTableMapping *self);
GPtrArray            *fb_table_mapping_list_choices (const FbTableMapping *self,
                                                     FbDocument           *document,
                                                     FbNode               *table);
gboolean              fb_table_mapping_parse        (FbTableMapping       *self,
                                                     FbDocument           *document,
                                                     FbNode               *table,
                                                     const char           *words,
                                                     GError              **error);
char                 *fb_table_mapping_name_column  (const FbTableMapping *self,
                                                     guint                 column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FbTableMapping, fb_table_mapping_free)

G_END_DECLS
