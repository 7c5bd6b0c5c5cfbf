/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-document.h"

G_BEGIN_DECLS

gboolean fb_step_split_can   (FbNode     *measure);
guint    fb_step_split_apply (FbDocument *document,
                              FbNode     *measure);

G_END_DECLS
