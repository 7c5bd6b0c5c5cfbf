/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "values/fb-token.h"

G_BEGIN_DECLS

/**
 * FbStepMark:
 * @number: the number
 * @first: index of its first token
 * @next: index behind its last token
 *
 * A number that begins a part of a text: "(1)", "1.", "1)", "1.1)".
 */
typedef struct
{
  int number;
  guint first;
  guint next;
} FbStepMark;

GArray *fb_step_marks_find (const FbTokens *tokens);

G_END_DECLS
