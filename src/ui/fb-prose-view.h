/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-prose-buffer.h"

G_BEGIN_DECLS

#define FB_TYPE_PROSE_VIEW (fb_prose_view_get_type ())

/**
 * FbProseView:
 *
 * A text view over an #FbProseBuffer: rich text with lists, footnotes and cross-references. It can stand on a page, in
 * a form or in a popover. What it can do is in its group of actions, "prose", which a toolbar shows.
 */
G_DECLARE_FINAL_TYPE (FbProseView, fb_prose_view, FB, PROSE_VIEW, GtkTextView)

GtkWidget     *fb_prose_view_new          (void);
GtkWidget     *fb_prose_view_new_compact  (void);
GtkWidget     *fb_prose_view_new_for_note (FbProseBuffer     *around);
void           fb_prose_view_bind         (FbProseView       *self,
                                           FbDocument        *document,
                                           FbNode            *node,
                                           const FbProperty  *property);
FbProseBuffer *fb_prose_view_get_buffer   (FbProseView       *self);
FbDocument    *fb_prose_view_get_document (FbProseView       *self);
GActionGroup  *fb_prose_view_get_actions  (FbProseView       *self);
gboolean       fb_prose_view_is_note      (FbProseView       *self);
void           fb_prose_view_set_placeholder (FbProseView    *self,
                                           const char        *placeholder);
void           fb_prose_view_reveal       (FbProseView       *self,
                                           guint              start,
                                           guint              end);
void           fb_prose_view_popup        (FbProseView       *self,
                                           GtkPopover        *popover,
                                           const GtkTextIter *at);

G_END_DECLS
