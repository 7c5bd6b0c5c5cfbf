/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "concept/fb-node.h"

G_BEGIN_DECLS

typedef enum
{
  FB_CHANGE_SET,
  FB_CHANGE_INSERT,
  FB_CHANGE_REMOVE,
  FB_CHANGE_MOVE,
} FbChangeType;

/** FbChange: what has been done, in the direction in which it was done. Fields that a type does not use are NULL
 * or 0. */
typedef struct
{
  FbChangeType type;
  FbNode *node;               /* set: the node */
  const FbProperty *property; /* set */
  FbValue *old_value;         /* set */
  FbValue *new_value;         /* set */
  GPtrArray *nodes;           /* insert, remove, move: the run of siblings */
  FbNode *parent;             /* insert, remove: the parent; move: the parent before */
  guint index;                /* insert, remove: of the first; move: of the first before */
  FbNode *to_parent;          /* move: the parent after */
  guint to_index;             /* move: of the first after, counted without the moved ones */
} FbChange;

FbChange *fb_change_new_set     (FbNode           *node,
                                 const FbProperty *property,
                                 FbValue          *value);
FbChange *fb_change_new_run     (FbChangeType      type,
                                 FbNode           *parent,
                                 guint             index,
                                 FbNode          **nodes,
                                 guint             n_nodes);
FbChange *fb_change_invert      (const FbChange   *change);
gboolean  fb_change_is_noop     (const FbChange   *change);
char     *fb_change_dup_label   (const FbChange   *change);
void      fb_change_free        (FbChange         *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FbChange, fb_change_free)

G_END_DECLS
