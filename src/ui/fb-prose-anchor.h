/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "concept/fb-text.h"

G_BEGIN_DECLS

#define FB_TYPE_PROSE_ANCHOR (fb_prose_anchor_get_type ())

/**
 * FbProseAnchor:
 *
 * A footnote or a cross-reference in a text buffer, and its place there, which is one character. It lives as long as
 * the place does.
 *
 * Properties: "note" (what the footnote says), "label" (what is to be read in its place).
 */
G_DECLARE_FINAL_TYPE (FbProseAnchor, fb_prose_anchor, FB, PROSE_ANCHOR, GObject)

GtkTextChildAnchor *fb_prose_anchor_new_note      (FbText             *note);
GtkTextChildAnchor *fb_prose_anchor_new_reference (const char         *id);
FbProseAnchor      *fb_prose_anchor_of            (GtkTextChildAnchor *place);
FbProseAnchor      *fb_prose_anchor_at            (const GtkTextIter  *iter);
gboolean            fb_prose_anchor_get_iter      (FbProseAnchor      *self,
                                                   GtkTextBuffer      *buffer,
                                                   GtkTextIter        *iter);
FbText             *fb_prose_anchor_get_note      (FbProseAnchor      *self);
void                fb_prose_anchor_set_note      (FbProseAnchor      *self,
                                                   FbText             *note);
const char         *fb_prose_anchor_get_reference (FbProseAnchor      *self);
const char         *fb_prose_anchor_get_label     (FbProseAnchor      *self);
void                fb_prose_anchor_set_label     (FbProseAnchor      *self,
                                                   const char         *label);

G_END_DECLS
