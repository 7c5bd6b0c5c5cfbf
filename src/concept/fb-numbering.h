/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "concept/fb-node.h"

G_BEGIN_DECLS

void     fb_numbering_update  (FbNode           *root);
gboolean fb_numbering_touches (const FbProperty *property);

G_END_DECLS
