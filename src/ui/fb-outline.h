/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

#define FB_TYPE_OUTLINE (fb_outline_get_type ())

/**
 * FbOutline:
 *
 * The outline of a document: chapters, fields and their parts, and below them the registers.
 *
 * Property "selected" (FbNode, read and write, notified): the selected node; NULL where there is none.
 */
G_DECLARE_FINAL_TYPE (FbOutline, fb_outline, FB, OUTLINE, AdwBin)

GtkWidget *fb_outline_new          (void);
void       fb_outline_set_document (FbOutline  *self,
                                    FbDocument *document);
FbNode    *fb_outline_get_selected (FbOutline  *self);
void       fb_outline_set_selected (FbOutline  *self,
                                    FbNode     *node);
gboolean   fb_outline_shows_kind   (FbKind      kind);

G_END_DECLS
