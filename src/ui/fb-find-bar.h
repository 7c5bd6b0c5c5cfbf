/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ui/fb-editor.h"

G_BEGIN_DECLS

#define FB_TYPE_FIND_BAR (fb_find_bar_get_type ())

/**
 * FbFindBar:
 *
 * Finds and replaces words everywhere in the document of an editor: an entry, the hits as a list, and on demand what
 * takes their place.
 *
 * Properties: "match-case", "whole-words", "in-branch" (boolean): how and where is searched; "shows-hits" (boolean):
 * whether the list is shown; "has-hits" (boolean, read-only, notified).
 */
G_DECLARE_FINAL_TYPE (FbFindBar, fb_find_bar, FB, FIND_BAR, AdwBin)

GtkWidget *fb_find_bar_new        (void);
void       fb_find_bar_set_editor (FbFindBar *self,
                                   FbEditor  *editor);
void       fb_find_bar_open       (FbFindBar *self,
                                   gboolean   replace);
void       fb_find_bar_close      (FbFindBar *self);
void       fb_find_bar_step       (FbFindBar *self,
                                   gboolean   forward);

G_END_DECLS
