/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "concept/fb-document.h"
#include "concept/fb-id.h"

/* What can be said of a document in fewer words, by means of what fb-document.c offers to everybody. */

/** Returns: (transfer full): a new node for this document, in no tree yet. */
FbNode *
fb_document_create_node (FbDocument *self,
                         FbKind      kind)
{
  g_autofree char *id = fb_id_new (kind);

  while (fb_document_lookup (self, id) != NULL)
    {
      g_free (id);
      id = fb_id_new (kind);
    }

  return fb_node_new (kind, id);
}

static gboolean
any_id_known (FbDocument *self,
              FbNode     *branch)
{
  for (FbNode *node = branch; node != NULL; node = fb_node_get_next (node, branch))
    if (fb_document_lookup (self, fb_node_get_id (node)) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * fb_document_copy_node:
 * @node: a branch of this or another document, or of none
 *
 * Returns: (transfer full): a copy with ids that are new in this document
 */
FbNode *
fb_document_copy_node (FbDocument *self,
                       FbNode     *node)
{
  FbNode *copy = fb_node_copy (node, FALSE);

  while (any_id_known (self, copy))
    {
      g_object_unref (copy);
      copy = fb_node_copy (node, FALSE);
    }

  return copy;
}

static gboolean
text_names (FbText     *text,
            const char *id)
{
  for (guint i = 0; text != NULL && i < fb_text_get_n_runs (text); i++)
    {
      const FbRun *run = fb_text_get_run (text, i);

      if ((run->kind == FB_RUN_REFERENCE && g_str_equal (run->target, id)) || text_names (run->note, id))
        return TRUE;
    }
  return FALSE;
}

/**
 * fb_document_get_referrers:
 *
 * Returns: (transfer container) (element-type FbNode): the nodes that name @id, in a set of references or in a text
 */
GPtrArray *
fb_document_get_referrers (FbDocument *self,
                           const char *id)
{
  GPtrArray *referrers = g_ptr_array_new ();
  FbNode *root = fb_document_get_root (self);

  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    for (const FbProperty *property = fb_node_get_info (node)->properties; property->name != NULL; property++)
      {
        FbValue *value = fb_node_get_value (node, property);

        if (value != NULL &&
            (g_strv_contains (fb_value_get_refs (value), id) || text_names (fb_value_get_text (value), id)))
          {
            g_ptr_array_add (referrers, node);
            break;
          }
      }

  return referrers;
}

/** Sets words, a choice or a language by the name of its row; see fb_document_set(). */
void
fb_document_set_words (FbDocument *self,
                       FbNode     *node,
                       const char *name,
                       const char *words)
{
  const FbProperty *property = fb_kind_get_property (fb_node_get_kind (node), name);
  g_autoptr (FbValue) value = NULL;

  g_return_if_fail (property != NULL);

  value = fb_value_new_typed (property, words);
  fb_document_set (self, node, property, value);
}

/** Inserts one node; see fb_document_insert(). */
gboolean
fb_document_insert_one (FbDocument  *self,
                        FbNode      *parent,
                        guint        index,
                        FbNode      *node,
                        GError     **error)
{
  return fb_document_insert (self, parent, index, &node, 1, error);
}

/** Removes one node, which is not the root; see fb_document_remove(). */
void
fb_document_remove_one (FbDocument *self,
                        FbNode     *node)
{
  g_return_if_fail (fb_node_get_parent (node) != NULL);

  fb_document_remove (self, fb_node_get_parent (node), fb_node_get_index (node), 1);
}
