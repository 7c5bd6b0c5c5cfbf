/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-clip.h"

#include <glib/gi18n-lib.h>

#include "store/fb-reader.h"
#include "store/fb-writer.h"

/* Finds the node below which one of @kind can stand, making what is needed between: a step needs a measure in a
 * table. */
static FbNode *
ensure_parent (FbNode *from,
               FbKind  kind,
               guint   depth)
{
  FbNode *last = fb_node_get_child (from, fb_node_get_n_children (from) - 1);

  if (fb_kind_allows_child (fb_node_get_kind (from), kind))
    return from;
  if (depth == 0)
    return NULL;

  for (FbKind between = 0; between < FB_N_KINDS; between++)
    {
      g_autoptr (FbNode) node = NULL;
      FbNode *found;

      if (!fb_kind_allows_child (fb_node_get_kind (from), between))
        continue;
      if (last != NULL && fb_node_get_kind (last) == between && fb_kind_allows_child (between, kind))
        return last;
      node = fb_node_new (between, NULL);
      found = ensure_parent (node, kind, depth - 1);
      if (found == NULL)
        continue;
      fb_node_build_child (from, node);
      return found;
    }

  return NULL;
}

/**
 * fb_clip_to_bytes:
 * @nodes: (element-type FbNode): branches, none within another
 *
 * Returns: (transfer full): a concept that holds copies of the branches, with their ids
 */
GBytes *
fb_clip_to_bytes (GPtrArray *nodes)
{
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, NULL);

  for (guint i = 0; i < nodes->len; i++)
    {
      FbNode *node = g_ptr_array_index (nodes, i);
      g_autoptr (FbNode) copy = fb_node_copy (node, TRUE);
      FbNode *parent = NULL;

      /* The shortest way counts: an indicator goes below a goal, not below a chapter's goal. */
      for (guint depth = 0; parent == NULL && depth < 4; depth++)
        parent = ensure_parent (root, fb_node_get_kind (node), depth);
      g_return_val_if_fail (parent != NULL, NULL);
      fb_node_build_child (parent, copy);
    }

  return fb_writer_write (root);
}

static void
collect (FbNode    *node,
         guint64    kinds,
         GPtrArray *found)
{
  for (guint i = 0; i < fb_node_get_n_children (node); i++)
    {
      FbNode *child = fb_node_get_child (node, i);

      if (kinds & FB_KIND_MASK (fb_node_get_kind (child)))
        g_ptr_array_add (found, child);
      else
        collect (child, kinds, found);
    }
}

static gboolean
is_new (FbDocument *document,
        FbNode     *branch)
{
  for (FbNode *node = branch; node != NULL; node = fb_node_get_next (node, branch))
    if (fb_document_lookup (document, fb_node_get_id (node)) != NULL)
      return FALSE;
  return TRUE;
}

/**
 * fb_clip_from_bytes:
 * @document: where the branches are to go
 * @kinds: FB_KIND_MASK()s of what has a place there
 *
 * Takes the outermost branches of @kinds out of a concept. What was cut keeps its ids, what is in the document still
 * is copied with new ones.
 *
 * Returns: (transfer full) (nullable) (element-type FbNode): the branches, in no tree; %NULL with an error of the
 *   reader
 */
GPtrArray *
fb_clip_from_bytes (FbDocument  *document,
                    GBytes      *bytes,
                    guint64      kinds,
                    GError     **error)
{
  g_autoptr (FbNode) root = fb_reader_read (bytes, _("Clipboard"), NULL, error);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GPtrArray *nodes;

  if (root == NULL)
    return NULL;

  collect (root, kinds, found);
  nodes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < found->len; i++)
    {
      FbNode *node = g_ptr_array_index (found, i);

      g_ptr_array_add (nodes, is_new (document, node) ? fb_node_copy (node, TRUE)
                                                      : fb_document_copy_node (document, node));
    }

  return nodes;
}
