/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-table-filter.h"

G_BEGIN_DECLS

#define FB_TYPE_FILTER_BAR (fb_filter_bar_get_type ())

/**
 * FbFilterBar:
 *
 * What one seeks in a table: words, a status, a body of the register, and where there are several of them a field.
 *
 * Signal changed (FbFilterBar *self): something else is sought. Signal close (FbFilterBar *self): Escape was pressed.
 */
G_DECLARE_FINAL_TYPE (FbFilterBar, fb_filter_bar, FB, FILTER_BAR, GtkWidget)

GtkWidget *fb_filter_bar_new          (void);
void       fb_filter_bar_bind         (FbFilterBar     *self,
                                       FbDocument      *document,
                                       FbNode          *container);
gboolean   fb_filter_bar_get_criteria (FbFilterBar     *self,
                                       FbTableCriteria *criteria);
void       fb_filter_bar_set_criteria (FbFilterBar           *self,
                                       const FbTableCriteria *criteria);
void       fb_filter_bar_clear        (FbFilterBar     *self);
void       fb_filter_bar_focus        (FbFilterBar     *self);

G_END_DECLS
