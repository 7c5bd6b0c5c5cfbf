/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-form-row.h"

G_BEGIN_DECLS

#define FB_TYPE_REFS_ROW (fb_refs_row_get_type ())

/** FbRefsRow: a set of references: one can go to each, remove it, and add further ones with a search. */
G_DECLARE_FINAL_TYPE (FbRefsRow, fb_refs_row, FB, REFS_ROW, FbFormRow)

G_END_DECLS
