/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-document.h"

G_BEGIN_DECLS

/* Where measures stand: the tables of a concept, the fields of action around them, and what these are called. */

FbNode           *fb_place_next_table   (FbNode *table,
                                         FbNode *within);
GPtrArray        *fb_place_get_tables   (FbNode *within);
FbNode           *fb_place_get_field    (FbNode *node);
char             *fb_place_dup_path     (FbNode *container);
char             *fb_place_dup_heading  (FbNode *table);
guint             fb_place_count        (FbNode *container);
const FbProperty *fb_place_get_property (void);
char             *fb_place_dup_words    (FbNode *node);

G_END_DECLS
