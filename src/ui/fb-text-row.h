/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-form-row.h"

G_BEGIN_DECLS

#define FB_TYPE_TEXT_ROW (fb_text_row_get_type ())

/** FbTextRow: rich text. */
G_DECLARE_FINAL_TYPE (FbTextRow, fb_text_row, FB, TEXT_ROW, FbFormRow)

G_END_DECLS
