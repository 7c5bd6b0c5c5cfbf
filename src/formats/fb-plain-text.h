/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/fb-html-fragment.h"

G_BEGIN_DECLS

FbText *fb_plain_text_read  (const char   *words);
char   *fb_plain_text_write (const FbText *text,
                             FbLabelFunc   label,
                             gpointer      data);

G_END_DECLS
