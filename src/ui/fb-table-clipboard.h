/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

/* Measures as tables on the clipboard, from and to spreadsheets and word processors. */

/** FbTablePasted: told which rows have been pasted. */
typedef void (*FbTablePasted) (GtkWidget *widget,
                               GPtrArray *rows);

GdkContentProvider *fb_table_clipboard_copy  (FbDocument    *document,
                                              GPtrArray     *measures);
void                fb_table_clipboard_paste (GtkWidget     *widget,
                                              FbDocument    *document,
                                              FbNode        *table,
                                              FbNode        *behind,
                                              FbTablePasted  pasted);

G_END_DECLS
