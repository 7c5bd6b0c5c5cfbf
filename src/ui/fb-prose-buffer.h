/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

#define FB_TYPE_PROSE_BUFFER (fb_prose_buffer_get_type ())

/**
 * FbProseBuffer:
 *
 * A text buffer over an #FbText: either the rich property of a node, or a text that stands alone, such as a footnote.
 * A line of the buffer is a paragraph, a character one of the text. Runs are tags, footnotes and cross-references
 * are #FbProseAnchor, and the levels of lists are kept beside the buffer, because an empty last line carries no tag.
 *
 * After each user action only the lines it touched are read again, spliced into the text and set in the document. A
 * text that changes elsewhere (undo, replace all) patches the buffer where it differs, so that caret and view stay.
 *
 * Signals:
 * edited (self): the user has changed the text.
 * patched (self, guint start, guint end): the text has changed elsewhere; characters from start to end are new.
 * state-changed (self): the caret, the text or the marks for the next letter have changed.
 */
G_DECLARE_FINAL_TYPE (FbProseBuffer, fb_prose_buffer, FB, PROSE_BUFFER, GtkTextBuffer)

FbProseBuffer    *fb_prose_buffer_new            (void);
void              fb_prose_buffer_bind           (FbProseBuffer     *self,
                                                  FbDocument        *document,
                                                  FbNode            *node,
                                                  const FbProperty  *property);
FbDocument       *fb_prose_buffer_get_document   (FbProseBuffer     *self);
FbNode           *fb_prose_buffer_get_node       (FbProseBuffer     *self);
const FbProperty *fb_prose_buffer_get_property   (FbProseBuffer     *self);
FbText           *fb_prose_buffer_get_text       (FbProseBuffer     *self);
void              fb_prose_buffer_set_text       (FbProseBuffer     *self,
                                                  FbText            *text);
FbText           *fb_prose_buffer_read           (FbProseBuffer     *self);
FbText           *fb_prose_buffer_read_range     (FbProseBuffer     *self,
                                                  const GtkTextIter *start,
                                                  const GtkTextIter *end);
void              fb_prose_buffer_get_iter_at_byte (FbProseBuffer   *self,
                                                  GtkTextIter       *iter,
                                                  guint              offset);

G_END_DECLS
