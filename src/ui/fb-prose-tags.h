/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "concept/fb-text.h"

G_BEGIN_DECLS

/** Pixels from the edge of the view to words of level 0, and from one level of a list to the next. */
#define FB_PROSE_MARGIN 18
#define FB_PROSE_INDENT 30

GtkTextTagTable *fb_prose_tags_new         (void);
GtkTextTag      *fb_prose_tags_get_run     (GtkTextTagTable *tags,
                                            FbRunKind        kind,
                                            const char      *target);
GtkTextTag      *fb_prose_tags_get_level   (GtkTextTagTable *tags,
                                            guint            level);
gboolean         fb_prose_tag_is_run       (GtkTextTag      *tag,
                                            FbRunKind       *kind,
                                            const char     **target);
gboolean         fb_prose_tag_is_level     (GtkTextTag      *tag);
void             fb_prose_tags_set_margin  (GtkTextTagTable *tags,
                                            int              margin,
                                            int              distance);
void             fb_prose_tags_set_color   (GtkTextTagTable *tags,
                                            const GdkRGBA   *link);

G_END_DECLS
