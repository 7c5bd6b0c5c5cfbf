/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "review/fb-rule.h"

G_BEGIN_DECLS

GtkListItemFactory *fb_finding_row_factory_new (void);
const char         *fb_finding_row_get_icon    (FbSeverity severity);

G_END_DECLS
