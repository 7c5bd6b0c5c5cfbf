/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-words-row.h"

G_BEGIN_DECLS

#define FB_TYPE_BODIES_ROW (fb_bodies_row_get_type ())

/**
 * FbBodiesRow:
 *
 * Words that name bodies: completed from the register while one types. Below it says which ones the register knows,
 * as links to the actors; the others are offered as new actors, or as slips of known ones. The same is in the context
 * menu of the words.
 */
G_DECLARE_FINAL_TYPE (FbBodiesRow, fb_bodies_row, FB, BODIES_ROW, FbWordsRow)

G_END_DECLS
