/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-text.h"

G_BEGIN_DECLS

/* What the parts of the writer share. Depth is counted in steps of indentation. */

void fb_write_indent    (GString      *out,
                         guint         depth);
void fb_write_escaped   (GString      *out,
                         const char   *utf8,
                         gsize         length);
void fb_write_attribute (GString      *out,
                         const char   *name,
                         const char   *value);
void fb_write_words     (GString      *out,
                         const char   *words);
void fb_write_image     (GString      *out,
                         GBytes       *bytes,
                         guint         depth);
void fb_write_blocks    (GString      *out,
                         const FbText *text,
                         guint         depth);

G_END_DECLS
