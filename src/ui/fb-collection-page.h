/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-page.h"
#include "ui/fb-table-view.h"

G_BEGIN_DECLS

#define FB_TYPE_COLLECTION_PAGE (fb_collection_page_get_type ())

/**
 * FbCollectionPage:
 *
 * The page of a table of measures, of goals or of a register: a table of its rows, and the form of the selected row as
 * inspector; where no row is selected, the form of the collection itself.
 */
G_DECLARE_FINAL_TYPE (FbCollectionPage, fb_collection_page, FB, COLLECTION_PAGE, GtkWidget)

GtkWidget   *fb_collection_page_new       (void);
guint64      fb_collection_page_get_kinds (void);
FbTableView *fb_collection_page_get_table (FbCollectionPage *self);

G_END_DECLS
