/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/fb-columns.h"

G_BEGIN_DECLS

#define FB_TYPE_TABLE (fb_table_get_type ())

/**
 * FbTable:
 *
 * The rows of a container, which is a table of measures with its bands, a set of goals as a tree, or a register.
 *
 * Signal selected (FbTable *self): other rows are selected. Signal edit (FbTable *self, const char *property): the
 * current row wants to be edited, beginning with @property if that is not NULL.
 */
G_DECLARE_FINAL_TYPE (FbTable, fb_table, FB, TABLE, GtkWidget)

GtkWidget  *fb_table_new           (void);
void        fb_table_set_container (FbTable    *self,
                                    FbDocument *document,
                                    FbNode     *container);
FbDocument *fb_table_get_document  (FbTable    *self);
FbNode     *fb_table_get_container (FbTable    *self);
FbColumns  *fb_table_get_columns   (FbTable    *self);
GPtrArray  *fb_table_get_selected  (FbTable    *self);
FbNode     *fb_table_get_current   (FbTable    *self);
void        fb_table_select        (FbTable    *self,
                                    GPtrArray  *rows,
                                    gboolean    focus);
void        fb_table_select_one    (FbTable    *self,
                                    FbNode     *row,
                                    gboolean    focus);
void        fb_table_focus         (FbTable    *self);

G_END_DECLS
