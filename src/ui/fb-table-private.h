/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-table.h"

G_BEGIN_DECLS

/* Between the table and its actions. */

void       fb_table_class_install_actions (GtkWidgetClass *widget_class);
void       fb_table_update_actions        (FbTable        *self);
GMenu     *fb_table_make_menu             (FbTable        *self);
GtkWidget *fb_table_get_row_widget        (FbTable        *self,
                                           FbNode         *node);
void       fb_table_set_expanded          (FbTable        *self,
                                           FbNode         *node,
                                           gboolean        expanded);
gboolean   fb_table_get_expanded          (FbTable        *self,
                                           FbNode         *node);
void       fb_table_popup                 (FbTable        *self,
                                           double          x,
                                           double          y);
void       fb_table_edit                  (FbTable        *self,
                                           const char     *property);

G_END_DECLS
