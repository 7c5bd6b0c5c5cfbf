/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

#define FB_TYPE_UNKNOWN_BODIES (fb_unknown_bodies_get_type ())

/**
 * FbUnknownBodies:
 *
 * A line that says how many bodies the measures name that are not in the register, and lists them to be added. It is
 * hidden where there are none.
 */
G_DECLARE_FINAL_TYPE (FbUnknownBodies, fb_unknown_bodies, FB, UNKNOWN_BODIES, GtkWidget)

GtkWidget *fb_unknown_bodies_new  (void);
void       fb_unknown_bodies_bind (FbUnknownBodies *self,
                                   FbDocument      *document);

G_END_DECLS
