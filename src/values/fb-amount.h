/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "values/fb-token.h"

G_BEGIN_DECLS

/**
 * FbAmount:
 * @valid: the digits make a number that fits
 * @euro: typed with a currency that is the euro
 * @foreign: typed with another one
 * @counted: a number of something else: "1,0 VZÄ", "80 %"
 * @grouped: typed like money: with groups of three digits, cents or ",-"
 * @negative: a minus stands glued before it
 * @padded: begins with a zero that counts nothing, like a key
 * @scale: zeros of the word behind it: 3 for "Tsd."
 * @cents: the amount
 * @first: index of its first token
 * @next: index behind its last token
 *
 * A number as it stands in a text about money, with its scale and its currency. Whether it is money its reader decides.
 */
typedef struct
{
  gboolean valid;
  gboolean euro;
  gboolean foreign;
  gboolean counted;
  gboolean grouped;
  gboolean negative;
  gboolean padded;
  int scale;
  gint64 cents;
  guint first;
  guint next;
} FbAmount;

gboolean fb_amount_read  (const FbToken *tokens, guint i, FbAmount *amount);
void     fb_amount_scale (FbAmount *amount, int scale);

G_END_DECLS
