/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-document.h"

G_BEGIN_DECLS

const char *fb_cell_get_status  (FbNode           *node,
                                 gboolean         *implied);
char       *fb_cell_dup_words   (FbDocument       *document,
                                 FbNode           *node,
                                 const FbProperty *property);
char       *fb_cell_dup_summary (FbNode           *node);
char       *fb_cell_dup_step_number (FbNode       *step);
char       *fb_cell_dup_step_label  (FbNode       *step);

G_END_DECLS
