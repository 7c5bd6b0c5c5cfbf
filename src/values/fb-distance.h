/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint fb_distance (const char *a,
                   const char *b,
                   guint       limit);

G_END_DECLS
