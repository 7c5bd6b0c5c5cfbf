/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-text.h"

G_BEGIN_DECLS

char     *fb_list_marker_format   (FbListStyle   style,
                                   guint         level,
                                   guint         number);
gboolean  fb_list_marker_parse    (const char   *line,
                                   FbListStyle  *style,
                                   guint        *number,
                                   gsize        *length);
guint    *fb_list_marker_count    (const FbText *text);

G_END_DECLS
