/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "review/fb-rule.h"

G_BEGIN_DECLS

#define FB_TYPE_FINDING (fb_finding_get_type ())

/** FbFinding: one place where a rule has something to say. Immutable, but for being set aside. */
G_DECLARE_FINAL_TYPE (FbFinding, fb_finding, FB, FINDING, GObject)

FbFinding        *fb_finding_new          (const FbRule     *rule,
                                           FbNode           *node,
                                           const FbProperty *property,
                                           guint             start,
                                           guint             end,
                                           const char       *found,
                                           const char       *message);
const FbRule     *fb_finding_get_rule     (FbFinding        *self);
FbNode           *fb_finding_get_node     (FbFinding        *self);
const FbProperty *fb_finding_get_property (FbFinding        *self);
void              fb_finding_get_range    (FbFinding        *self,
                                           guint            *start,
                                           guint            *end);
const char       *fb_finding_get_found    (FbFinding        *self);
const char       *fb_finding_get_message  (FbFinding        *self);
FbSeverity        fb_finding_get_severity (FbFinding        *self,
                                           FbPhase           phase);
gboolean          fb_finding_equal        (FbFinding        *a,
                                           FbFinding        *b);
guint             fb_finding_hash         (FbFinding        *self);
char             *fb_finding_dup_place    (FbFinding        *self);
gboolean          fb_finding_can_repair   (FbFinding        *self);
gboolean          fb_finding_repair       (FbFinding        *self,
                                           FbDocument       *document);

G_END_DECLS
