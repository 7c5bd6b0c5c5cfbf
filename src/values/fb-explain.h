/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char              *fb_explain           (const char *what, const char *words);
const char *const *fb_explain_get_names (void);

G_END_DECLS
