/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "concept/fb-change.h"

G_BEGIN_DECLS

/**
 * FbHistory:
 *
 * What has been done to a document and can be taken back: a plain structure of FbDocument, which alone uses it.
 * An entry is one or more changes under one label.
 */
typedef struct _FbHistory FbHistory;

FbHistory  *fb_history_new            (void);
void        fb_history_free           (FbHistory  *self);
void        fb_history_record         (FbHistory  *self,
                                       FbChange   *change);
void        fb_history_begin          (FbHistory  *self,
                                       const char *label);
void        fb_history_end            (FbHistory  *self);
gboolean    fb_history_in_group       (FbHistory  *self);
void        fb_history_seal           (FbHistory  *self);
GPtrArray  *fb_history_step           (FbHistory  *self,
                                       gboolean    redo);
const char *fb_history_get_label      (FbHistory  *self,
                                       gboolean    redo);
void        fb_history_mark_saved     (FbHistory  *self);
gboolean    fb_history_is_saved       (FbHistory  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FbHistory, fb_history_free)

G_END_DECLS
