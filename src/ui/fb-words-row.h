/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-form-row.h"

G_BEGIN_DECLS

#define FB_TYPE_WORDS_ROW (fb_words_row_get_type ())

/** FbWordsRow: words of several lines, in an area that grows with them. */
G_DECLARE_DERIVABLE_TYPE (FbWordsRow, fb_words_row, FB, WORDS_ROW, FbFormRow)

struct _FbWordsRowClass
{
  FbFormRowClass parent_class;

  /* Nullable: somebody has typed, and the field has it. */
  void (*typed) (FbWordsRow *self);
};

G_END_DECLS
