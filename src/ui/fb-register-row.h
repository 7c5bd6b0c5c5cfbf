/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "concept/fb-node.h"

G_BEGIN_DECLS

#define FB_TYPE_REGISTER_ROW (fb_register_row_get_type ())

/**
 * FbRegisterRow:
 *
 * A row below the outline: a register with the number of its entries, or an overview of the whole concept.
 */
G_DECLARE_FINAL_TYPE (FbRegisterRow, fb_register_row, FB, REGISTER_ROW, GtkListBoxRow)

GtkWidget  *fb_register_row_new          (FbNode        *node);
GtkWidget  *fb_register_row_new_overview (const char    *name,
                                          const char    *label,
                                          const char    *icon);
FbNode     *fb_register_row_get_node     (FbRegisterRow *self);
const char *fb_register_row_get_name     (FbRegisterRow *self);

G_END_DECLS
