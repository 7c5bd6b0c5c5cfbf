/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-form-row.h"

G_BEGIN_DECLS

#define FB_TYPE_LINE_ROW (fb_line_row_get_type ())

/** FbLineRow: words of one line, or a language tag. */
G_DECLARE_FINAL_TYPE (FbLineRow, fb_line_row, FB, LINE_ROW, FbFormRow)

G_END_DECLS
