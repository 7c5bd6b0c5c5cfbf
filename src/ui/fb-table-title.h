/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "concept/fb-node.h"

G_BEGIN_DECLS

/** One step of a tree, in pixels. */
#define FB_TABLE_INDENT 18

#define FB_TYPE_TABLE_TITLE (fb_table_title_get_type ())

/**
 * FbTableTitle:
 *
 * The cell of a row that holds its title, the beginning of its text below it, and the status where no column shows it.
 * In a tree an arrow stands before them.
 */
G_DECLARE_FINAL_TYPE (FbTableTitle, fb_table_title, FB, TABLE_TITLE, GtkWidget)

GtkWidget *fb_table_title_new  (void);
void       fb_table_title_show (FbTableTitle   *self,
                                FbNode         *node,
                                GtkTreeListRow *row,
                                gboolean        status);

/* The arrow of a band and of a goal. */
GtkWidget *fb_table_arrow_new  (void);
void       fb_table_arrow_show (GtkWidget      *arrow,
                                gboolean        expanded);

G_END_DECLS
