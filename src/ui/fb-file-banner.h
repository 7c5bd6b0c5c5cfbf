/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

#define FB_TYPE_FILE_BANNER (fb_file_banner_get_type ())

/**
 * FbFileBanner:
 *
 * Says that another program has written the file of the document, and offers to read it again ("win.reload").
 */
G_DECLARE_FINAL_TYPE (FbFileBanner, fb_file_banner, FB, FILE_BANNER, GtkWidget)

GtkWidget *fb_file_banner_new          (void);
void       fb_file_banner_set_document (FbFileBanner *self,
                                        FbDocument   *document,
                                        GFile        *file);
void       fb_file_banner_check        (FbFileBanner *self);

G_END_DECLS
