/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "review/fb-finding.h"

G_BEGIN_DECLS

#define FB_TYPE_REVIEW (fb_review_get_type ())

/**
 * FbReview:
 *
 * What the checks have to say about a document, always up to date: a GListModel of FbFinding in reading order. After
 * an edit only what the edit can touch is checked again, when the program has nothing better to do.
 *
 * What is set aside in the document, and what is off in the phase, is not in the list.
 *
 * Property "phase" (int, FbPhase, read and write, notified).
 *
 * Signal updated (FbReview *self): something is in the list, or among what is set aside, that was not, or the reverse;
 * emitted when both are as they should be.
 */
G_DECLARE_FINAL_TYPE (FbReview, fb_review, FB, REVIEW, GObject)

FbReview  *fb_review_new           (FbDocument *document);
FbPhase    fb_review_get_phase     (FbReview   *self);
void       fb_review_set_phase     (FbReview   *self,
                                    FbPhase     phase);
void       fb_review_flush         (FbReview   *self);
guint      fb_review_count         (FbReview   *self,
                                    FbSeverity  at_least);
GPtrArray *fb_review_get_set_aside (FbReview   *self);
guint64    fb_review_get_n_checks  (FbReview   *self);

G_END_DECLS
