/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *fb_words_get        (const char *language,
                                 const char *word) G_GNUC_FORMAT (2);
gboolean    fb_words_has        (const char *language,
                                 const char *word);
gboolean    fb_words_run_left   (const char *language);

G_END_DECLS
