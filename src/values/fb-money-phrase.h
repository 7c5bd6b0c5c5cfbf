/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "values/fb-money.h"
#include "values/fb-token.h"

G_BEGIN_DECLS

FbMoneyState fb_money_phrase_read           (const FbToken *tokens);
gboolean     fb_money_phrase_is_lone_number (const FbToken *tokens, guint i, guint n_tokens);

G_END_DECLS
