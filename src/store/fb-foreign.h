/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FbForeignLookup:
 * @prefix: a prefix that a piece of XML uses and does not declare; "" is the default namespace
 *
 * Returns: (nullable): the namespace to declare for it, %NULL to leave it to what is around the piece
 */
typedef const char *(*FbForeignLookup) (const char *prefix,
                                        gpointer    data);

char    *fb_foreign_bind       (const char     *xml,
                                gsize           length,
                                FbForeignLookup lookup,
                                gpointer        data);
char    *fb_foreign_bind_attributes (const char     *attributes,
                                FbForeignLookup lookup,
                                gpointer        data);
gboolean fb_foreign_declares   (const char     *attributes,
                                const char     *prefix);

G_END_DECLS
