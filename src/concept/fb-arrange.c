/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "concept/fb-arrange.h"

/* What the outline, the tables and the goals have in common: where something can go. */

/* The nearest sibling of a kind in @among before or behind @node; those between are passed over. */
static FbNode *
find_sibling (FbNode  *node,
              int      step,
              guint64  among)
{
  FbNode *parent = fb_node_get_parent (node);
  FbNode *sibling = node;

  if (parent == NULL)
    return NULL;

  do
    sibling = fb_node_get_child (parent, fb_node_get_index (sibling) + step);
  while (sibling != NULL && (among & FB_KIND_MASK (fb_node_get_kind (sibling))) == 0);

  return sibling;
}

/**
 * fb_arrange_find_place:
 * @among: FB_KIND_MASK()s of the kinds that count: those that the view shows
 * @place: (out): where the node would go
 *
 * Returns: whether @node can go that way
 */
gboolean
fb_arrange_find_place (FbDocument  *document,
                       FbNode      *node,
                       FbDirection  direction,
                       guint64      among,
                       FbPlace     *place)
{
  FbNode *parent = fb_node_get_parent (node);
  FbNode *sibling;

  if (parent == NULL)
    return FALSE;

  switch (direction)
    {
    case FB_DIRECTION_UP:
    case FB_DIRECTION_DOWN:
      sibling = find_sibling (node, direction == FB_DIRECTION_UP ? -1 : 1, among);
      if (sibling == NULL)
        return FALSE;
      /* Without the node itself, what was behind it stands one place further up. */
      *place = (FbPlace) { parent, fb_node_get_index (sibling) };
      return TRUE;

    case FB_DIRECTION_PROMOTE:
      if (fb_node_get_parent (parent) == NULL)
        return FALSE;
      *place = (FbPlace) { fb_node_get_parent (parent), fb_node_get_index (parent) + 1 };
      break;

    case FB_DIRECTION_DEMOTE:
    default:
      sibling = find_sibling (node, -1, among);
      if (sibling == NULL)
        return FALSE;
      *place = (FbPlace) { sibling, fb_node_get_n_children (sibling) };
    }

  return fb_document_can_move (document, node, place->parent);
}

/** Moves @node that way. Returns: %FALSE if it cannot go there; nothing has changed then. */
gboolean
fb_arrange_move (FbDocument  *document,
                 FbNode      *node,
                 FbDirection  direction,
                 guint64      among)
{
  FbPlace place;

  return fb_arrange_find_place (document, node, direction, among, &place) &&
         fb_document_move (document, fb_node_get_parent (node), fb_node_get_index (node), 1, place.parent,
                           place.index, NULL);
}

/**
 * fb_arrange_get_additions:
 * @node: where a person is
 * @among: FB_KIND_MASK()s of the kinds asked for
 *
 * What can be added here: below @node first, then behind it.
 *
 * Returns: (transfer full) (element-type FbAddition): in the order of the kinds table
 */
GArray *
fb_arrange_get_additions (FbDocument *document,
                          FbNode     *node,
                          guint64     among)
{
  GArray *additions = g_array_new (FALSE, FALSE, sizeof (FbAddition));
  FbNode *parent = fb_node_get_parent (node);

  for (FbKind kind = 0; kind < FB_N_KINDS; kind++)
    {
      FbAddition inside = { kind, { node, fb_node_get_n_children (node) }, TRUE };

      if ((among & FB_KIND_MASK (kind)) != 0 && fb_document_can_insert (document, node, kind))
        g_array_append_val (additions, inside);
    }
  for (FbKind kind = 0; parent != NULL && kind < FB_N_KINDS; kind++)
    {
      FbAddition behind = { kind, { parent, fb_node_get_index (node) + 1 }, FALSE };

      if ((among & FB_KIND_MASK (kind)) != 0 && fb_document_can_insert (document, parent, kind))
        g_array_append_val (additions, behind);
    }

  return additions;
}

/**
 * fb_arrange_find_paste:
 * @node: where a person is
 * @kind: of what is pasted
 * @place: (out): where it goes: behind @node, else into it, else behind the nearest node above that it can follow
 *
 * Returns: whether there is a place
 */
gboolean
fb_arrange_find_paste (FbDocument *document,
                       FbNode     *node,
                       FbKind      kind,
                       FbPlace    *place)
{
  for (FbNode *near = node; near != NULL; near = fb_node_get_parent (near))
    {
      FbNode *parent = fb_node_get_parent (near);

      if (parent != NULL && fb_document_can_insert (document, parent, kind))
        {
          *place = (FbPlace) { parent, fb_node_get_index (near) + 1 };
          return TRUE;
        }
      if (fb_document_can_insert (document, near, kind))
        {
          *place = (FbPlace) { near, fb_node_get_n_children (near) };
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * fb_arrange_drop:
 * @before: index in @parent, counted as it is now, that @node is to stand before
 *
 * Moves @node where it was dropped.
 *
 * Returns: %FALSE with an error of %FB_DOCUMENT_ERROR if it cannot stand there
 */
gboolean
fb_arrange_drop (FbDocument  *document,
                 FbNode      *node,
                 FbNode      *parent,
                 guint        before,
                 GError     **error)
{
  guint index = fb_node_get_index (node);

  if (fb_node_get_parent (node) == parent && before > index)
    before--;
  return fb_document_move (document, fb_node_get_parent (node), index, 1, parent, before, error);
}
