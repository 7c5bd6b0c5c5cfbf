/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-table-view.h"

G_BEGIN_DECLS

/* Between the table and its actions. */

void       fb_table_view_class_install_actions (GtkWidgetClass *widget_class);
void       fb_table_view_update_actions        (FbTableView    *self);
GMenu     *fb_table_view_make_menu             (FbTableView    *self);
GtkWidget *fb_table_view_get_row_widget        (FbTableView    *self,
                                                FbNode         *node);
void       fb_table_view_toggle                (FbTableView    *self,
                                                FbNode         *node);
void       fb_table_view_popup                 (FbTableView    *self,
                                                double          x,
                                                double          y);
gboolean   fb_table_view_get_filtering         (FbTableView    *self);
void       fb_table_view_edit                  (FbTableView    *self,
                                                const char     *property);

G_END_DECLS
