/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/fb-window.h"

G_BEGIN_DECLS

void fb_window_class_install_actions (GtkWidgetClass *widget_class);
void fb_window_update_actions        (FbWindow       *self);

G_END_DECLS
