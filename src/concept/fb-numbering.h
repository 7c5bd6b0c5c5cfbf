/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "concept/fb-node.h"

G_BEGIN_DECLS

FbNode  *fb_numbering_get_scope (FbNode           *parent);
void     fb_numbering_update    (FbNode           *scope);
gboolean fb_numbering_touches   (const FbProperty *property);

G_END_DECLS
