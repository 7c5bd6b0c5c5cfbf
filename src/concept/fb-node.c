/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "concept/fb-node.h"

#include <string.h>

#include "concept/fb-id.h"
#include "concept/fb-node-private.h"

/* A value of the user's own column. */
typedef struct
{
  const FbProperty *property;
  FbValue *value;
} OwnValue;

struct _FbNode
{
  GObject parent_instance;

  guint8 kind;
  guint8 n_properties;
  gboolean in_document : 1; /* of the root: the tree belongs to a document */
  guint index_hint;
  char *id;
  char *number;
  FbNode *parent; /* not owned */
  GPtrArray *children; /* or NULL */
  FbValue **values;    /* one a row of the kind, or NULL */
  GArray *own_values;  /* OwnValue, or NULL */
  char **foreign;      /* FB_N_FOREIGN strings, or NULL */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FbNode, fb_node, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
clear_own_value (gpointer data)
{
  fb_value_unref (((OwnValue *) data)->value);
}

static GType
fb_node_get_item_type (GListModel *model)
{
  return FB_TYPE_NODE;
}

static guint
fb_node_get_n_items (GListModel *model)
{
  return fb_node_get_n_children (FB_NODE (model));
}

static gpointer
fb_node_get_item (GListModel *model,
                  guint       position)
{
  FbNode *child = fb_node_get_child (FB_NODE (model), position);

  return child != NULL ? g_object_ref (child) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = fb_node_get_item_type;
  iface->get_n_items = fb_node_get_n_items;
  iface->get_item = fb_node_get_item;
}

static void
fb_node_finalize (GObject *object)
{
  FbNode *self = FB_NODE (object);

  if (self->children != NULL)
    for (guint i = 0; i < self->children->len; i++)
      ((FbNode *) self->children->pdata[i])->parent = NULL;
  g_clear_pointer (&self->children, g_ptr_array_unref);
  if (self->values != NULL)
    for (guint i = 0; i < self->n_properties; i++)
      fb_value_unref (self->values[i]);
  g_free (self->values);
  g_clear_pointer (&self->own_values, g_array_unref);
  if (self->foreign != NULL)
    for (guint i = 0; i < FB_N_FOREIGN; i++)
      g_free (self->foreign[i]);
  g_free (self->foreign);
  g_free (self->id);
  g_free (self->number);

  G_OBJECT_CLASS (fb_node_parent_class)->finalize (object);
}

static void
fb_node_class_init (FbNodeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fb_node_finalize;

  /**
   * FbNode::changed:
   * @property: (nullable): the row that has changed, or %NULL for the counted number
   */
  signals[CHANGED] = g_signal_new ("changed", FB_TYPE_NODE, G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
fb_node_init (FbNode *self)
{
}

/**
 * fb_node_new:
 * @id: (nullable): its permanent id, or %NULL for a new random one
 *
 * Makes a node that is in no document. For one that goes into a document, fb_document_create_node() makes sure that
 * its id is new there.
 *
 * Returns: (transfer full): the node
 */
FbNode *
fb_node_new (FbKind      kind,
             const char *id)
{
  FbNode *self = g_object_new (FB_TYPE_NODE, NULL);
  guint n = 0;

  while (fb_kind_get_info (kind)->properties[n].name != NULL)
    n++;
  self->kind = kind;
  self->n_properties = n;
  self->id = id != NULL ? g_strdup (id) : fb_id_new (kind);

  return self;
}

FbKind
fb_node_get_kind (FbNode *self)
{
  return self->kind;
}

const FbKindInfo *
fb_node_get_info (FbNode *self)
{
  return fb_kind_get_info (self->kind);
}

const char *
fb_node_get_id (FbNode *self)
{
  return self->id;
}

/** Returns: (transfer none) (nullable): the parent. */
FbNode *
fb_node_get_parent (FbNode *self)
{
  return self->parent;
}

FbNode *
fb_node_get_root (FbNode *self)
{
  while (self->parent != NULL)
    self = self->parent;
  return self;
}

/** Returns: (transfer none) (nullable): the nearest node of @kind on the way up, @self included. */
FbNode *
fb_node_get_ancestor (FbNode *self,
                      FbKind  kind)
{
  while (self != NULL && self->kind != kind)
    self = self->parent;
  return self;
}

/** Returns: whether @self is @of or stands above it. */
gboolean
fb_node_is_ancestor (FbNode *self,
                     FbNode *of)
{
  while (of != NULL && of != self)
    of = of->parent;
  return of != NULL;
}

guint
fb_node_get_n_children (FbNode *self)
{
  return self->children != NULL ? self->children->len : 0;
}

/** Returns: (transfer none) (nullable): the child at @index, %NULL behind the last. */
FbNode *
fb_node_get_child (FbNode *self,
                   guint   index)
{
  FbNode *child;

  if (self->children == NULL || index >= self->children->len)
    return NULL;

  child = self->children->pdata[index];
  child->index_hint = index;
  return child;
}

/** Returns: (transfer none) (nullable): the first child of @kind. */
FbNode *
fb_node_get_child_of_kind (FbNode *self,
                           FbKind  kind)
{
  for (guint i = 0; i < fb_node_get_n_children (self); i++)
    if (fb_node_get_child (self, i)->kind == kind)
      return fb_node_get_child (self, i);
  return NULL;
}

/** Returns: the place of @self among its siblings; 0 for a root. */
guint
fb_node_get_index (FbNode *self)
{
  GPtrArray *siblings;

  if (self->parent == NULL)
    return 0;

  /* Usually the hint is right; after an insertion above it is near. */
  siblings = self->parent->children;
  for (guint distance = 0; distance <= siblings->len; distance++)
    {
      guint before = self->index_hint - distance;
      guint behind = self->index_hint + distance;

      if (before < siblings->len && siblings->pdata[before] == self)
        return self->index_hint = before;
      if (behind < siblings->len && siblings->pdata[behind] == self)
        return self->index_hint = behind;
      if (behind >= siblings->len && distance > self->index_hint)
        break;
    }
  for (guint i = 0; i < siblings->len; i++)
    if (siblings->pdata[i] == self)
      return self->index_hint = i;

  g_return_val_if_reached (0);
}

/**
 * fb_node_get_next:
 * @within: the branch to stay in
 *
 * Walks a branch in reading order, parents before children:
 * `for (node = branch; node != NULL; node = fb_node_get_next (node, branch))`.
 *
 * Returns: (transfer none) (nullable): the node behind @self, %NULL at the end of @within
 */
FbNode *
fb_node_get_next (FbNode *self,
                  FbNode *within)
{
  if (fb_node_get_n_children (self) > 0)
    return fb_node_get_child (self, 0);

  while (self != within && self->parent != NULL)
    {
      FbNode *sibling = fb_node_get_child (self->parent, fb_node_get_index (self) + 1);

      if (sibling != NULL)
        return sibling;
      self = self->parent;
    }

  return NULL;
}

/* The index of a static row, or -1 for an own column. */
static int
row_of (FbNode           *self,
        const FbProperty *property)
{
  const FbProperty *rows = fb_kind_get_info (self->kind)->properties;

  if (property->flags & FB_PROPERTY_OWN)
    return -1;

  g_assert (property >= rows && property < rows + self->n_properties);
  return property - rows;
}

static OwnValue *
find_own_value (FbNode           *self,
                const FbProperty *property)
{
  for (guint i = 0; self->own_values != NULL && i < self->own_values->len; i++)
    if (g_array_index (self->own_values, OwnValue, i).property == property)
      return &g_array_index (self->own_values, OwnValue, i);
  return NULL;
}

/** Returns: (transfer none) (nullable): the value, %NULL if it is empty. */
FbValue *
fb_node_get_value (FbNode           *self,
                   const FbProperty *property)
{
  int row = row_of (self, property);
  OwnValue *own;

  if (row >= 0)
    return self->values != NULL ? self->values[row] : NULL;

  own = find_own_value (self, property);
  return own != NULL ? own->value : NULL;
}

/** Returns: (transfer none) (nullable): the value of the row @name; %NULL also where the kind has no such row. */
FbValue *
fb_node_get (FbNode     *self,
             const char *name)
{
  const FbProperty *property = fb_kind_get_property (self->kind, name);

  return property != NULL ? fb_node_get_value (self, property) : NULL;
}

/** Returns: (nullable): words, the name of a choice or a language tag. */
const char *
fb_node_get_words (FbNode     *self,
                   const char *name)
{
  return fb_value_get_words (fb_node_get (self, name));
}

FbText *
fb_node_get_text (FbNode     *self,
                  const char *name)
{
  return fb_value_get_text (fb_node_get (self, name));
}

const char * const *
fb_node_get_refs (FbNode     *self,
                  const char *name)
{
  return fb_value_get_refs (fb_node_get (self, name));
}

gboolean
fb_node_get_flag (FbNode     *self,
                  const char *name)
{
  return fb_value_get_flag (fb_node_get (self, name));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const FbProperty *property_a = *(const FbProperty *const *) a;
  const FbProperty *property_b = *(const FbProperty *const *) b;

  return strcmp (property_a->name, property_b->name);
}

/**
 * fb_node_get_own_properties:
 *
 * Returns: (transfer container): the properties of the user's own columns that have a value here, sorted by the
 * column's id. The column itself may be gone.
 */
GPtrArray *
fb_node_get_own_properties (FbNode *self)
{
  GPtrArray *properties = g_ptr_array_new ();

  for (guint i = 0; self->own_values != NULL && i < self->own_values->len; i++)
    g_ptr_array_add (properties, (gpointer) g_array_index (self->own_values, OwnValue, i).property);
  g_ptr_array_sort (properties, compare_names);

  return properties;
}

/** Returns: (nullable): the title or name, as typed. */
const char *
fb_node_get_title (FbNode *self)
{
  const FbProperty *property = fb_kind_get_title (self->kind);

  return property != NULL ? fb_value_get_words (fb_node_get_value (self, property)) : NULL;
}

/**
 * fb_node_dup_label:
 *
 * What to call the node in a list: its title, else its first words, else its kind. One line.
 *
 * Returns: (transfer full): never empty
 */
char *
fb_node_dup_label (FbNode *self)
{
  const char *title = fb_node_get_title (self);
  char *label = NULL;

  if (title != NULL)
    label = g_strdup (title);
  for (const FbProperty *property = fb_node_get_info (self)->properties; label == NULL && property->name != NULL;
       property++)
    {
      FbValue *value = fb_node_get_value (self, property);

      if (property->type == FB_VALUE_WORDS && value != NULL)
        label = g_strdup (fb_value_get_words (value));
      else if (property->type == FB_VALUE_RICH && value != NULL)
        label = fb_text_dup_first_line (fb_value_get_text (value));
      if (label != NULL && *g_strstrip (label) == '\0')
        g_clear_pointer (&label, g_free);
    }

  return label != NULL ? g_strdelimit (label, "\n", ' ') : g_strdup (fb_kind_get_label (self->kind));
}

/** Returns: (nullable): the number as it is printed, counted or own; %NULL if the node has none. */
const char *
fb_node_get_number (FbNode *self)
{
  return self->number;
}

/* For the document and its numbering. */

void
fb_node_set_in_document (FbNode   *self,
                         gboolean  in_document)
{
  self->in_document = in_document;
}

static void
store_value (FbNode           *self,
             const FbProperty *property,
             FbValue          *value)
{
  int row = row_of (self, property);
  OwnValue *own;

  fb_value_ref (value);
  if (row >= 0)
    {
      if (self->values == NULL)
        self->values = g_new0 (FbValue *, self->n_properties);
      fb_value_unref (self->values[row]);
      self->values[row] = value;
      return;
    }

  own = find_own_value (self, property);
  if (own == NULL)
    {
      OwnValue added = { property, value };

      if (self->own_values == NULL)
        {
          self->own_values = g_array_new (FALSE, FALSE, sizeof (OwnValue));
          g_array_set_clear_func (self->own_values, clear_own_value);
        }
      if (value != NULL)
        g_array_append_val (self->own_values, added);
    }
  else if (value != NULL)
    {
      fb_value_unref (own->value);
      own->value = value;
    }
  else
    {
      g_array_remove_index (self->own_values, own - &g_array_index (self->own_values, OwnValue, 0));
    }
}

void
fb_node_set_value (FbNode           *self,
                   const FbProperty *property,
                   FbValue          *value)
{
  store_value (self, property, value);
  g_signal_emit (self, signals[CHANGED], g_quark_from_static_string (property->name), property);
}

static void
add_children (FbNode  *self,
              guint    index,
              FbNode **nodes,
              guint    n_nodes)
{
  guint n_before = fb_node_get_n_children (self);

  g_assert (index <= n_before);

  if (self->children == NULL)
    self->children = g_ptr_array_new_with_free_func (g_object_unref);

  /* Room for all of them at once: inserting one by one would be quadratic. */
  g_ptr_array_set_size (self->children, n_before + n_nodes);
  memmove (self->children->pdata + index + n_nodes, self->children->pdata + index,
           (n_before - index) * sizeof (gpointer));
  for (guint i = 0; i < n_nodes; i++)
    {
      g_assert (nodes[i]->parent == NULL && !nodes[i]->in_document);
      nodes[i]->parent = self;
      nodes[i]->index_hint = index + i;
      self->children->pdata[index + i] = g_object_ref (nodes[i]);
    }
}

void
fb_node_add_children (FbNode  *self,
                      guint    index,
                      FbNode **nodes,
                      guint    n_nodes)
{
  add_children (self, index, nodes, n_nodes);
  g_list_model_items_changed (G_LIST_MODEL (self), index, 0, n_nodes);
}

void
fb_node_take_children (FbNode *self,
                       guint   index,
                       guint   n_nodes)
{
  g_assert (index + n_nodes <= fb_node_get_n_children (self));

  for (guint i = 0; i < n_nodes; i++)
    ((FbNode *) self->children->pdata[index + i])->parent = NULL;
  if (n_nodes > 0)
    g_ptr_array_remove_range (self->children, index, n_nodes);
  g_list_model_items_changed (G_LIST_MODEL (self), index, n_nodes, 0);
}

/* Returns whether it is another one; says so to nobody, see fb_node_emit_number(). */
gboolean
fb_node_set_number (FbNode     *self,
                    const char *number)
{
  if (g_strcmp0 (self->number, number) == 0)
    return FALSE;

  g_free (self->number);
  self->number = g_strdup (number);
  return TRUE;
}

void
fb_node_emit_number (FbNode *self)
{
  g_signal_emit (self, signals[CHANGED], g_quark_from_static_string (FB_NODE_NUMBER), NULL);
}

/* Building */

/**
 * fb_node_build_value:
 * @value: (nullable): the value, of the property's type
 *
 * Sets a value of a tree that is in no document yet.
 */
void
fb_node_build_value (FbNode           *self,
                     const FbProperty *property,
                     FbValue          *value)
{
  g_return_if_fail (property != NULL);
  g_return_if_fail (!fb_node_get_root (self)->in_document);

  store_value (self, property, value);
}

/** Sets words, a choice or a language by the name of its row; see fb_node_build_value(). */
void
fb_node_build_words (FbNode     *self,
                     const char *name,
                     const char *words)
{
  const FbProperty *property = fb_kind_get_property (self->kind, name);
  g_autoptr (FbValue) value = NULL;

  g_return_if_fail (property != NULL);

  value = fb_value_new_typed (property, words);
  fb_node_build_value (self, property, value);
}

/**
 * fb_node_build_child:
 * @child: (transfer none): a node without a parent
 *
 * Appends a child to a tree that is in no document yet.
 */
void
fb_node_build_child (FbNode *self,
                     FbNode *child)
{
  g_return_if_fail (fb_kind_allows_child (self->kind, child->kind));
  g_return_if_fail (!fb_node_get_root (self)->in_document);

  add_children (self, fb_node_get_n_children (self), &child, 1);
}

/** Returns: (nullable): XML of other namespaces, exactly as it was read. */
const char *
fb_node_get_foreign (FbNode         *self,
                     FbForeignPlace  place)
{
  return self->foreign != NULL ? self->foreign[place] : NULL;
}

/** Sets the foreign XML of a tree that is in no document yet. */
void
fb_node_build_foreign (FbNode         *self,
                       FbForeignPlace  place,
                       const char     *xml)
{
  g_return_if_fail (!fb_node_get_root (self)->in_document);

  if (self->foreign == NULL)
    self->foreign = g_new0 (char *, FB_N_FOREIGN);
  g_free (self->foreign[place]);
  self->foreign[place] = g_strdup (xml);
}

/* Copying */

static void
collect_new_ids (FbNode     *self,
                 GHashTable *ids)
{
  g_hash_table_insert (ids, self->id, fb_id_new (self->kind));
  for (guint i = 0; i < fb_node_get_n_children (self); i++)
    collect_new_ids (fb_node_get_child (self, i), ids);
}

/* A value with the ids that it names exchanged. */
static FbValue *
map_value (FbValue    *value,
           GHashTable *ids)
{
  if (value == NULL || ids == NULL)
    return fb_value_ref (value);

  if (fb_value_get_value_type (value) == FB_VALUE_RICH)
    {
      g_autoptr (FbText) text = fb_text_map_references (fb_value_get_text (value), ids);

      return fb_value_new_rich (text);
    }
  if (fb_value_get_value_type (value) == FB_VALUE_REFS)
    {
      const char *const *refs = fb_value_get_refs (value);
      g_autoptr (GPtrArray) mapped = g_ptr_array_new ();

      for (guint i = 0; refs[i] != NULL; i++)
        {
          const char *id = g_hash_table_lookup (ids, refs[i]);

          g_ptr_array_add (mapped, (gpointer) (id != NULL ? id : refs[i]));
        }
      g_ptr_array_add (mapped, NULL);
      return fb_value_new_refs ((const char *const *) mapped->pdata);
    }

  return fb_value_ref (value);
}

static FbNode *
copy_branch (FbNode     *self,
             GHashTable *ids)
{
  FbNode *copy = fb_node_new (self->kind, ids != NULL ? g_hash_table_lookup (ids, self->id) : self->id);

  for (guint i = 0; self->values != NULL && i < self->n_properties; i++)
    {
      g_autoptr (FbValue) value = map_value (self->values[i], ids);

      store_value (copy, &fb_node_get_info (self)->properties[i], value);
    }
  for (guint i = 0; self->own_values != NULL && i < self->own_values->len; i++)
    {
      OwnValue *own = &g_array_index (self->own_values, OwnValue, i);
      const char *column = ids != NULL ? g_hash_table_lookup (ids, own->property->name) : NULL;

      store_value (copy, column != NULL ? fb_property_for_column (column) : own->property, own->value);
    }
  for (guint i = 0; i < FB_N_FOREIGN; i++)
    if (fb_node_get_foreign (self, i) != NULL)
      fb_node_build_foreign (copy, i, fb_node_get_foreign (self, i));
  for (guint i = 0; i < fb_node_get_n_children (self); i++)
    {
      g_autoptr (FbNode) child = copy_branch (fb_node_get_child (self, i), ids);

      add_children (copy, i, &child, 1);
    }

  return copy;
}

/**
 * fb_node_copy:
 * @keep_ids: whether the copy keeps the ids: for a picture of a tree, never for a second node in a document
 *
 * Copies a branch. With new ids, references from the branch into the branch go to the copies.
 *
 * Returns: (transfer full): the copy, without a parent
 */
FbNode *
fb_node_copy (FbNode   *self,
              gboolean  keep_ids)
{
  g_autoptr (GHashTable) ids = NULL;

  if (!keep_ids)
    {
      ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
      collect_new_ids (self, ids);
    }

  return copy_branch (self, ids);
}
