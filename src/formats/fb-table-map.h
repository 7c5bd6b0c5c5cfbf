/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/fb-column-target.h"
#include "formats/fb-table-refs.h"

G_BEGIN_DECLS

/* How the cells of a spreadsheet stand for measures: what a column means, and how a value is written in a cell and read
 * from it. Private to the files that read and write tables of measures. */

GPtrArray        *fb_table_map_columns         (FbDocument           *document,
                                                FbNode               *table);
const FbProperty *fb_table_map_property        (FbDocument           *document,
                                                const FbColumnTarget *target,
                                                FbKind                kind,
                                                FbNode               *table);
char             *fb_table_map_write           (FbDocument           *document,
                                                const FbProperty     *property,
                                                FbValue              *value);
gboolean          fb_table_map_read            (FbDocument           *document,
                                                FbTableRefs          *refs,
                                                const FbProperty     *property,
                                                const char           *words,
                                                FbValue              *before,
                                                FbValue             **value,
                                                char                **problem);
const FbKind     *fb_table_map_list_kinds      (guint                *n_kinds);
guint64           fb_table_map_get_kinds       (void);
const char       *fb_table_map_kind_name       (FbDocument           *document,
                                                FbKind                kind);
gboolean          fb_table_map_find_kind       (FbDocument           *document,
                                                const char           *words,
                                                FbKind               *kind);
FbNode           *fb_table_map_find_own_column (FbNode               *table,
                                                const char           *title);

/* fb-table-headings.c */
FbColumnTarget   *fb_table_map_recognise       (FbDocument           *document,
                                                FbNode               *table,
                                                const char           *heading);
FbColumnTarget   *fb_table_map_recognise_near  (FbDocument           *document,
                                                FbNode               *table,
                                                const char           *heading);

/* Words, compared. */
const char       *fb_table_map_get_language    (FbDocument           *document);
char             *fb_table_map_fold            (const char           *words);
gboolean          fb_table_map_same            (const char           *folded,
                                                const char           *words);
gboolean          fb_table_map_is_called       (FbDocument           *document,
                                                const char           *folded,
                                                const char           *english,
                                                const char           *translated);

G_END_DECLS
