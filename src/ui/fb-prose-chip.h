/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/fb-prose-anchor.h"

G_BEGIN_DECLS

#define FB_TYPE_PROSE_CHIP (fb_prose_chip_get_type ())

/**
 * FbProseChip:
 *
 * What is to be seen of a footnote or a cross-reference in the midst of words: a raised number, or number and title of
 * what is meant. It stands on the base line and is as high as what is above it, so that lines keep their distance.
 *
 * Signal activated (FbProseChip *self, gboolean follow): it was clicked; with Control to go where it leads.
 */
G_DECLARE_FINAL_TYPE (FbProseChip, fb_prose_chip, FB, PROSE_CHIP, GtkWidget)

GtkWidget     *fb_prose_chip_new        (FbProseAnchor *anchor);
FbProseAnchor *fb_prose_chip_get_anchor (FbProseChip   *self);
void           fb_prose_chip_set_broken (FbProseChip   *self,
                                         gboolean       broken);

G_END_DECLS
