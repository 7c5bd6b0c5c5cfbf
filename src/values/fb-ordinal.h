/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int   fb_ordinal_compare (const char *a, const char *b);
char *fb_ordinal_next    (const char *words);

G_END_DECLS
