/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

/** FbTableCriteria: what rows are sought; what is NULL does not matter. */
typedef struct
{
  const char *text;   /* in any words of the row and its steps, without regard to case */
  const char *status; /* name of the choice; "" is: none */
  FbNode *actor;      /* responsible or partner, in the row or a step */
  FbNode *branch;     /* a field or table in which the row stands */
} FbTableCriteria;

#define FB_TYPE_TABLE_FILTER (fb_table_filter_get_type ())

/**
 * FbTableFilter:
 *
 * Keeps those GtkTreeListRow whose nodes are sought, and the tables, bands and goals around them. What the rows say is
 * read once, so that a further letter only looks at words that are known. The document is never touched.
 */
G_DECLARE_FINAL_TYPE (FbTableFilter, fb_table_filter, FB, TABLE_FILTER, GtkFilter)

FbTableFilter *fb_table_filter_new          (FbDocument            *document,
                                             FbNode                *container);
void           fb_table_filter_set_criteria (FbTableFilter         *self,
                                             const FbTableCriteria *criteria,
                                             gboolean               leaves);
void           fb_table_filter_admit        (FbTableFilter         *self,
                                             GPtrArray             *nodes);
gboolean       fb_table_filter_is_empty     (FbTableFilter         *self);
gboolean       fb_table_filter_matches      (FbTableFilter         *self,
                                             FbNode                *node);

G_END_DECLS
