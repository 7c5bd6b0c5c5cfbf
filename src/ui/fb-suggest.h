/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-register.h"

G_BEGIN_DECLS

/* What the register has to offer for words that are being typed. */

GPtrArray *fb_suggest_complete (FbRegister *actors,
                                const char *words,
                                gsize       caret,
                                gsize      *start);
char      *fb_suggest_near     (FbRegister *actors,
                                const char *word);

G_END_DECLS
