/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

/* In which order, and which of them, a view shows rows. The order of the document is never touched. */

/** FbTableCriteria: what rows are sought; what is NULL does not matter. */
typedef struct
{
  const char *text;   /* in any words of the row and its steps, without regard to case */
  const char *status; /* name of the choice; "" is: none */
  FbNode *actor;      /* responsible or partner, in the row or a step */
} FbTableCriteria;

GtkSorter *fb_table_order_new_sorter (FbDocument            *document,
                                      const FbProperty      *property,
                                      gboolean               descending);
GtkFilter *fb_table_order_new_filter (FbDocument            *document,
                                      const FbTableCriteria *criteria);
GtkFilter *fb_table_order_new_leaves (GtkFilter             *among);
gboolean   fb_table_order_matches    (FbDocument            *document,
                                      const FbTableCriteria *criteria,
                                      FbNode                *node);

G_END_DECLS
