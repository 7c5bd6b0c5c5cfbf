/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

#define FB_TYPE_COLUMN_CHOOSER (fb_column_chooser_get_type ())

/**
 * FbColumnChooser:
 *
 * Which columns a table of measures has, in which order, and what they are called; and columns of the user's own.
 */
G_DECLARE_FINAL_TYPE (FbColumnChooser, fb_column_chooser, FB, COLUMN_CHOOSER, GtkWidget)

GtkWidget *fb_column_chooser_new  (void);
void       fb_column_chooser_bind (FbColumnChooser *self,
                                   FbDocument      *document,
                                   FbNode          *container);

G_END_DECLS
