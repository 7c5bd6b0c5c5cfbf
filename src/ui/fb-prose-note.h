/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-prose-anchor.h"
#include "ui/fb-prose-view.h"

G_BEGIN_DECLS

#define FB_TYPE_PROSE_NOTE (fb_prose_note_get_type ())

/**
 * FbProseNote:
 *
 * A popover in which the text of a footnote is written.
 */
G_DECLARE_FINAL_TYPE (FbProseNote, fb_prose_note, FB, PROSE_NOTE, GtkPopover)

GtkWidget   *fb_prose_note_new      (FbProseView   *view,
                                     FbProseAnchor *anchor);
FbProseView *fb_prose_note_get_view (FbProseNote   *self);

G_END_DECLS
