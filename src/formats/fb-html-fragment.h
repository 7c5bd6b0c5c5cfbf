/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-text.h"

G_BEGIN_DECLS

/** FbLabelFunc: what to write for a cross-reference to @id, transfer full; NULL where it leads nowhere. */
typedef char *(*FbLabelFunc) (const char *id,
                              gpointer    data);

char *fb_html_fragment_write     (const FbText *text,
                                  FbLabelFunc   label,
                                  gpointer      data);
char *fb_html_fragment_write_own (const FbText *text);

G_END_DECLS
