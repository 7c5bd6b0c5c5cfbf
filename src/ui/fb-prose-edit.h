/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-prose-anchor.h"
#include "ui/fb-prose-buffer.h"

G_BEGIN_DECLS

/* What a user does to an #FbProseBuffer besides typing: each is one change of the text at the caret or selection. */

guint          fb_prose_get_marks        (FbProseBuffer     *buffer);
void           fb_prose_toggle_mark      (FbProseBuffer     *buffer,
                                          FbRunKind          kind);
gboolean       fb_prose_find_run         (FbProseBuffer     *buffer,
                                          FbRunKind          kind,
                                          GtkTextIter       *start,
                                          GtkTextIter       *end,
                                          const char       **target);
void           fb_prose_set_run          (FbProseBuffer     *buffer,
                                          FbRunKind          kind,
                                          const char        *target);
void           fb_prose_clear            (FbProseBuffer     *buffer);

gboolean       fb_prose_get_list         (FbProseBuffer     *buffer,
                                          FbListStyle       *style,
                                          guint             *level);
void           fb_prose_set_list         (FbProseBuffer     *buffer,
                                          gboolean           list,
                                          FbListStyle        style);
gboolean       fb_prose_can_shift        (FbProseBuffer     *buffer,
                                          int                by);
gboolean       fb_prose_shift            (FbProseBuffer     *buffer,
                                          int                by);
gboolean       fb_prose_set_number       (FbProseBuffer     *buffer,
                                          guint              number);
void           fb_prose_set_language     (FbProseBuffer     *buffer,
                                          const char        *language);
const char    *fb_prose_get_language     (FbProseBuffer     *buffer);

void           fb_prose_break            (FbProseBuffer     *buffer,
                                          gboolean           continued);
void           fb_prose_line_break       (FbProseBuffer     *buffer);
gboolean       fb_prose_outdent_at_start (FbProseBuffer     *buffer);
gboolean       fb_prose_autoformat       (FbProseBuffer     *buffer);

FbProseAnchor *fb_prose_insert_note      (FbProseBuffer     *buffer);
void           fb_prose_set_note         (FbProseBuffer     *buffer,
                                          FbProseAnchor     *anchor,
                                          FbText            *note);
void           fb_prose_insert_reference (FbProseBuffer     *buffer,
                                          const char        *id);
void           fb_prose_insert_text      (FbProseBuffer     *buffer,
                                          FbText            *text);
FbText        *fb_prose_get_selection    (FbProseBuffer     *buffer);

G_END_DECLS
