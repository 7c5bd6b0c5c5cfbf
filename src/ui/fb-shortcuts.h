/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void       fb_shortcuts_install    (GtkApplication *application);
GtkWidget *fb_shortcuts_new_window (void);

G_END_DECLS
