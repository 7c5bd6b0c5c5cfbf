/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "review/fb-finding.h"

G_BEGIN_DECLS

GHashTable *fb_waivers_index   (FbDocument *document);
FbNode     *fb_waivers_find    (GHashTable *index,
                                FbFinding  *finding);
void        fb_waivers_add     (FbDocument *document,
                                FbFinding  *finding,
                                const char *reason);
gboolean    fb_waivers_remove  (FbDocument *document,
                                FbFinding  *finding);

G_END_DECLS
