/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/fb-waivers.h"

#include <glib/gi18n-lib.h>

/* What is set aside is kept in the document, in nodes of a kind of their own: the rule, the place, what was found and
 * the reason. A finding that says the same at another place, or something else here, is not set aside with it. */

static char *
make_key (const char *rule, const char *place, const char *found)
{
  return g_strjoin ("\n", rule, place, found, NULL);
}

/** Returns: (transfer full): the waivers of @document by what they set aside, for fb_waivers_find(). */
GHashTable *
fb_waivers_index (FbDocument *document)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  FbNode *list = fb_node_get_child_of_kind (fb_document_get_root (document), FB_KIND_WAIVERS);

  for (guint i = 0; list != NULL && i < fb_node_get_n_children (list); i++)
    {
      FbNode *waiver = fb_node_get_child (list, i);
      const char *rule = fb_node_get_words (waiver, "rule");
      const char *found = fb_node_get_words (waiver, "found");
      const char *const *places = fb_node_get_refs (waiver, "place");

      for (guint j = 0; rule != NULL && places[j] != NULL; j++)
        g_hash_table_insert (index, make_key (rule, places[j], found != NULL ? found : ""), waiver);
    }

  return index;
}

/** Returns: (transfer none) (nullable): the node that says that @finding is set aside. */
FbNode *
fb_waivers_find (GHashTable *index, FbFinding *finding)
{
  g_autofree char *key = NULL;

  if (g_hash_table_size (index) == 0)
    return NULL;

  key = make_key (fb_finding_get_rule (finding)->id, fb_node_get_id (fb_finding_get_node (finding)),
                  fb_finding_get_found (finding));
  return g_hash_table_lookup (index, key);
}

/**
 * fb_waivers_add:
 * @reason: (nullable): why this is right as it is
 *
 * Stores in @document that the finding is to be left alone, in one step of the history.
 */
void
fb_waivers_add (FbDocument *document, FbFinding *finding, const char *reason)
{
  FbNode *root = fb_document_get_root (document);
  FbNode *list = fb_node_get_child_of_kind (root, FB_KIND_WAIVERS);
  const char *ids[] = { fb_node_get_id (fb_finding_get_node (finding)), NULL };
  g_autoptr (FbValue) place = fb_value_new_refs (ids);
  g_autoptr (FbNode) waiver = fb_document_create_node (document, FB_KIND_WAIVER);

  fb_node_build_value (waiver, fb_kind_get_property (FB_KIND_WAIVER, "place"), place);
  fb_node_build_words (waiver, "rule", fb_finding_get_rule (finding)->id);
  fb_node_build_words (waiver, "found", fb_finding_get_found (finding));
  fb_node_build_words (waiver, "reason", reason);

  fb_document_begin (document, _ ("Set finding aside"));
  if (list == NULL)
    {
      g_autoptr (FbNode) added = fb_document_create_node (document, FB_KIND_WAIVERS);

      fb_document_insert_one (document, root, fb_node_get_n_children (root), added, NULL);
      list = added;
    }
  fb_document_insert_one (document, list, fb_node_get_n_children (list), waiver, NULL);
  fb_document_end (document);
}

/** Takes up again what was set aside, in one step of the history. Returns: whether it was. */
gboolean
fb_waivers_remove (FbDocument *document, FbFinding *finding)
{
  g_autoptr (GHashTable) index = fb_waivers_index (document);
  FbNode *waiver = fb_waivers_find (index, finding);

  if (waiver == NULL)
    return FALSE;

  fb_document_begin (document, _ ("Take finding up again"));
  fb_document_remove_one (document, waiver);
  fb_document_end (document);
  return TRUE;
}
