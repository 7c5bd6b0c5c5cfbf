/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "review/fb-review.h"

G_BEGIN_DECLS

typedef enum
{
  FB_FINDING_ITEM_HEADING, /* over a group */
  FB_FINDING_ITEM_OPEN,
  FB_FINDING_ITEM_SET_ASIDE,
} FbFindingItemType;

typedef enum
{
  FB_FINDING_GROUPS_SEVERITY,
  FB_FINDING_GROUPS_PLACE,
} FbFindingGroups;

#define FB_TYPE_FINDING_ITEM (fb_finding_item_get_type ())

/** FbFindingItem: a row of the panel of findings. Immutable. */
G_DECLARE_FINAL_TYPE (FbFindingItem, fb_finding_item, FB, FINDING_ITEM, GObject)

FbFindingItemType fb_finding_item_get_item_type (FbFindingItem   *self);
FbFinding        *fb_finding_item_get_finding   (FbFindingItem   *self);
FbSeverity        fb_finding_item_get_severity  (FbFindingItem   *self);
const char       *fb_finding_item_get_label     (FbFindingItem   *self);
gboolean          fb_finding_item_equal         (FbFindingItem   *a,
                                                 FbFindingItem   *b);
GPtrArray        *fb_finding_items_new          (FbReview        *review,
                                                 FbFindingGroups  groups);

G_END_DECLS
