/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/fb-outline.h"

G_BEGIN_DECLS

void fb_outline_class_install_actions (GtkWidgetClass *widget_class);
void fb_outline_update_actions        (FbOutline      *self);
void fb_outline_fill_add_menu         (FbOutline      *self,
                                       GMenu          *menu);
void fb_outline_add_keys              (GtkWidget      *list);
void fb_outline_drop_node             (FbOutline      *self,
                                       FbNode         *node,
                                       FbNode         *on,
                                       int             where);

G_END_DECLS
