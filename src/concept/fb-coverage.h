/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "concept/fb-document.h"

G_BEGIN_DECLS

/**
 * FbCoverage:
 *
 * Which measure serves which goal: by its references, or by standing in a table below the goal. A picture of one
 * moment; make a new one after a change.
 */
typedef struct _FbCoverage FbCoverage;

FbCoverage *fb_coverage_new          (FbDocument *document);
void        fb_coverage_free         (FbCoverage *self);
GPtrArray  *fb_coverage_get_goals    (FbCoverage *self);
GPtrArray  *fb_coverage_get_measures (FbCoverage *self);
GPtrArray  *fb_coverage_get_serving  (FbCoverage *self,
                                      FbNode     *goal);
GPtrArray  *fb_coverage_get_served   (FbCoverage *self,
                                      FbNode     *measure);
gboolean    fb_coverage_is_covered   (FbCoverage *self,
                                      FbNode     *goal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FbCoverage, fb_coverage_free)

G_END_DECLS
