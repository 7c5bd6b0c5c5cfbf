/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-form-row.h"

G_BEGIN_DECLS

#define FB_TYPE_FLAG_ROW (fb_flag_row_get_type ())

/** FbFlagRow: yes or no. */
G_DECLARE_FINAL_TYPE (FbFlagRow, fb_flag_row, FB, FLAG_ROW, FbFormRow)

G_END_DECLS
