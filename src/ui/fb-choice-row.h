/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-form-row.h"

G_BEGIN_DECLS

#define FB_TYPE_CHOICE_ROW (fb_choice_row_get_type ())

/** FbChoiceRow: one of the choices of a property, of the words that a user's own column offers, a language, or
 * nothing. */
G_DECLARE_FINAL_TYPE (FbChoiceRow, fb_choice_row, FB, CHOICE_ROW, FbFormRow)

G_END_DECLS
