/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "concept/fb-document.h"

G_BEGIN_DECLS

/** FbDirection: where a person moves a node by keyboard. */
typedef enum
{
  FB_DIRECTION_UP,
  FB_DIRECTION_DOWN,
  FB_DIRECTION_PROMOTE, /* out of its parent, behind it */
  FB_DIRECTION_DEMOTE,  /* into the sibling before it, as the last child */
} FbDirection;

/** FbPlace: a place in the tree; index is counted without the node that is to go there. */
typedef struct
{
  FbNode *parent;
  guint index;
} FbPlace;

/** FbAddition: a kind that could be added, and where. */
typedef struct
{
  FbKind kind;
  FbPlace place;
  gboolean inside; /* below the node it was asked for, not behind it */
} FbAddition;

gboolean  fb_arrange_find_place    (FbDocument  *document,
                                    FbNode      *node,
                                    FbDirection  direction,
                                    guint64      among,
                                    FbPlace     *place);
gboolean  fb_arrange_move          (FbDocument  *document,
                                    FbNode      *node,
                                    FbDirection  direction,
                                    guint64      among);
GArray   *fb_arrange_get_additions (FbDocument  *document,
                                    FbNode      *node,
                                    guint64      among);
gboolean  fb_arrange_find_paste    (FbDocument  *document,
                                    FbNode      *node,
                                    FbKind       kind,
                                    FbPlace     *place);
gboolean  fb_arrange_drop          (FbDocument  *document,
                                    FbNode      *node,
                                    FbNode      *parent,
                                    guint        before,
                                    GError     **error);

G_END_DECLS
