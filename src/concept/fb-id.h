/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "concept/fb-kind.h"

G_BEGIN_DECLS

char    *fb_id_new      (FbKind      kind);
gboolean fb_id_is_valid (const char *id);

G_END_DECLS
