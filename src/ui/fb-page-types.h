/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "concept/fb-node.h"

G_BEGIN_DECLS

GType fb_page_types_get      (FbNode *node);
GType fb_page_types_get_part (FbNode *node);
GType fb_page_types_get_overview (const char *name);

G_END_DECLS
