/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-form-row.h"

G_BEGIN_DECLS

#define FB_TYPE_IMAGE_ROW (fb_image_row_get_type ())

/** FbImageRow: a picture, chosen from a file or dropped. */
G_DECLARE_FINAL_TYPE (FbImageRow, fb_image_row, FB, IMAGE_ROW, FbFormRow)

G_END_DECLS
