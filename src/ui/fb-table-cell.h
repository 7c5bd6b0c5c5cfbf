/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "concept/fb-kind.h"

G_BEGIN_DECLS

#define FB_TYPE_TABLE_CELL (fb_table_cell_get_type ())

/**
 * FbTableCell:
 *
 * Words in a row of a table. A list has some two hundred rows at hand, of which some are bound anew with every step of
 * scrolling; so a cell lays out its words once, where a label would do it for every size it is asked for, and other
 * words of the same height leave the rest of the table alone.
 */
G_DECLARE_FINAL_TYPE (FbTableCell, fb_table_cell, FB, TABLE_CELL, GtkWidget)

GtkWidget  *fb_table_cell_new         (int               lines,
                                       const char       *class);
GtkWidget  *fb_table_cell_new_pill    (void);
void        fb_table_cell_set_text    (FbTableCell      *self,
                                       const char       *text);
const char *fb_table_cell_get_text    (FbTableCell      *self);
void        fb_table_cell_show_choice (FbTableCell      *self,
                                       const FbProperty *property,
                                       const char       *choice,
                                       gboolean          implied);

G_END_DECLS
