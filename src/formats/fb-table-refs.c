/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/fb-table-refs.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/fb-table-map.h"

struct _FbTableRefs
{
  FbDocument *document;
  guint64 kinds;     /* those whose names are known */
  GHashTable *names; /* folded name -> GPtrArray of nodes */
};

/** Returns: (transfer full): nobody is asked for a name yet, and no time is lost on it */
FbTableRefs *
fb_table_refs_new (FbDocument *document)
{
  FbTableRefs *self = g_new0 (FbTableRefs, 1);

  self->document = g_object_ref (document);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  return self;
}

void
fb_table_refs_free (FbTableRefs *self)
{
  g_object_unref (self->document);
  g_hash_table_unref (self->names);
  g_free (self);
}

static void
add_name (FbTableRefs *self,
          FbNode      *node,
          const char  *name)
{
  g_autofree char *folded = name != NULL ? fb_table_map_fold (name) : NULL;
  GPtrArray *nodes;

  if (folded == NULL || *folded == '\0')
    return;

  nodes = g_hash_table_lookup (self->names, folded);
  if (nodes == NULL)
    {
      nodes = g_ptr_array_new ();
      g_hash_table_insert (self->names, g_steal_pointer (&folded), nodes);
    }
  if (nodes->len == 0 || g_ptr_array_index (nodes, nodes->len - 1) != node)
    g_ptr_array_add (nodes, node);
}

/* What a node is called on paper: "1.2", "Sprache fördern", "1.2 Sprache fördern". */
static void
add_names (FbTableRefs *self,
           FbNode      *node)
{
  const char *number = fb_node_get_number (node);
  const char *title = fb_node_get_title (node);
  g_autofree char *both = number != NULL && title != NULL ? g_strconcat (number, " ", title, NULL) : NULL;
  g_autofree char *parted = number != NULL && title != NULL ? g_strconcat (number, ": ", title, NULL) : NULL;

  add_name (self, node, number);
  add_name (self, node, title);
  add_name (self, node, both);
  add_name (self, node, parted);
}

static void
ensure_names (FbTableRefs *self,
              guint64      kinds)
{
  FbNode *root = fb_document_get_root (self->document);
  guint64 missing = kinds & ~self->kinds;

  if (missing == 0)
    return;

  self->kinds |= missing;
  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    if ((missing & FB_KIND_MASK (fb_node_get_kind (node))) != 0)
      add_names (self, node);
}

static gboolean
is_target (const FbProperty *property,
           FbNode           *node)
{
  return property->targets == 0 || (property->targets & FB_KIND_MASK (fb_node_get_kind (node))) != 0;
}

/* One id; a reference that leads nowhere stays if it was there before. */
static const char *
find_id (FbTableRefs      *self,
         const FbProperty *property,
         const char       *word,
         FbValue          *before)
{
  FbNode *node = fb_document_lookup (self->document, word);
  const char *const *known = fb_value_get_refs (before);

  if (node != NULL)
    return is_target (property, node) ? fb_node_get_id (node) : NULL;
  for (guint i = 0; known != NULL && known[i] != NULL; i++)
    if (g_str_equal (known[i], word))
      return known[i];

  return NULL;
}

/* One id, number or title. NULL with a @problem where several are called so, without one where nothing is. */
static const char *
find_one (FbTableRefs      *self,
          const FbProperty *property,
          const char       *words,
          FbValue          *before,
          char            **problem)
{
  g_autofree char *word = g_strstrip (g_strdup (words));
  g_autofree char *folded = fb_table_map_fold (word);
  const char *id = find_id (self, property, word, before);
  GPtrArray *nodes;
  FbNode *found = NULL;

  if (id != NULL || property->targets == 0)
    return id;

  ensure_names (self, property->targets);
  nodes = g_hash_table_lookup (self->names, folded);
  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    {
      FbNode *node = g_ptr_array_index (nodes, i);

      if (!is_target (property, node))
        continue;
      if (found != NULL)
        {
          /* Translators: the words of a cell that name a goal or a measure */
          *problem = g_strdup_printf (_("several are called “%s”; write number and title, or the id"), word);
          return NULL;
        }
      found = node;
    }

  return found != NULL ? fb_node_get_id (found) : NULL;
}

/* Reads all the parts that @separators make of @words into @ids. */
static gboolean
read_parts (FbTableRefs      *self,
            const FbProperty *property,
            const char       *words,
            const char       *separators,
            FbValue          *before,
            GPtrArray        *ids,
            char            **problem)
{
  g_auto (GStrv) parts = g_strsplit_set (words, separators, -1);
  guint n_before = ids->len;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *id;

      if (parts[i][strspn (parts[i], " \t")] == '\0')
        continue;
      id = find_one (self, property, parts[i], before, problem);
      if (id == NULL)
        {
          g_ptr_array_set_size (ids, n_before);
          return FALSE;
        }
      g_ptr_array_add (ids, (gpointer) id);
    }

  return TRUE;
}

/**
 * fb_table_refs_read:
 * @words: ids, numbers or titles. Semicolons and line breaks part them; commas and blanks, too, where each part is one
 * @before: (nullable): the value that is there now
 * @problem: (out) (transfer full): what is wrong, a sentence in which the row is still to be named
 *
 * Returns: (transfer full) (nullable): the references, or %NULL with a @problem
 */
FbValue *
fb_table_refs_read (FbTableRefs       *self,
                    const FbProperty  *property,
                    const char        *words,
                    FbValue           *before,
                    char             **problem)
{
  static const char *const separators[] = { "\n", ",", ", " };
  g_auto (GStrv) parts = g_strsplit_set (words, ";\n", -1);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  *problem = NULL;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      gboolean understood = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (separators) && !understood && *problem == NULL; j++)
        understood = read_parts (self, property, parts[i], separators[j], before, ids, problem);
      if (understood)
        continue;
      if (*problem == NULL)
        /* Translators: the words of a cell that should name goals or measures */
        *problem = g_strdup_printf (_("“%s” names nothing that it could refer to"), g_strstrip (parts[i]));
      return NULL;
    }
  g_ptr_array_add (ids, NULL);

  return fb_value_new_refs ((const char *const *) ids->pdata);
}
