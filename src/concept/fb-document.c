/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "concept/fb-document.h"

#include <glib/gi18n-lib.h>

#include "concept/fb-history.h"
#include "concept/fb-node-private.h"
#include "concept/fb-numbering.h"

struct _FbDocument
{
  GObject parent_instance;

  FbNode *root;
  GHashTable *ids; /* id (of the node) to FbNode, neither owned */
  FbHistory *history;
  GPtrArray *own_columns; /* FbProperty, or NULL when it must be collected anew */
  guint depth;            /* of groups and of history steps: numbering waits for their end */
  FbNode *stale;          /* the branch whose numbers are to be counted anew, or NULL */
  gboolean stepping; /* through the history: nobody may record now */

  /* As last notified. */
  gboolean modified;
  char *undo_label;
  char *redo_label;
};

typedef enum
{
  PROP_MODIFIED = 1,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPERTIES
} FbDocumentProperty;

enum
{
  APPLIED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_QUARK (fb-document-error-quark, fb_document_error)
G_DEFINE_FINAL_TYPE (FbDocument, fb_document, G_TYPE_OBJECT)

static void
fb_document_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  FbDocument *self = FB_DOCUMENT (object);

  switch ((FbDocumentProperty) id)
    {
    case PROP_MODIFIED:
      g_value_set_boolean (value, fb_document_get_modified (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, fb_document_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, fb_document_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, fb_document_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, fb_document_get_redo_label (self));
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fb_document_finalize (GObject *object)
{
  FbDocument *self = FB_DOCUMENT (object);

  g_clear_pointer (&self->history, fb_history_free);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->own_columns, g_ptr_array_unref);
  if (self->root != NULL)
    fb_node_set_in_document (self->root, FALSE);
  g_clear_object (&self->stale);
  g_clear_object (&self->root);
  g_free (self->undo_label);
  g_free (self->redo_label);

  G_OBJECT_CLASS (fb_document_parent_class)->finalize (object);
}

static void
fb_document_class_init (FbDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = fb_document_get_property;
  object_class->finalize = fb_document_finalize;

  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * FbDocument::applied:
   * @change: the FbChange that has been done; it belongs to the emission
   */
  signals[APPLIED] = g_signal_new ("applied", FB_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_POINTER);
}

static void
fb_document_init (FbDocument *self)
{
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->history = fb_history_new ();
}

/* Tells of what has changed about the history since the last time. */
static void
notify_state (FbDocument *self)
{
  gboolean modified = fb_document_get_modified (self);
  const char *undo_label = fb_document_get_undo_label (self);
  const char *redo_label = fb_document_get_redo_label (self);
  gboolean could_undo = self->undo_label != NULL;
  gboolean could_redo = self->redo_label != NULL;

  g_object_freeze_notify (G_OBJECT (self));
  if (modified != self->modified)
    {
      self->modified = modified;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
    }
  if (g_strcmp0 (undo_label, self->undo_label) != 0)
    {
      g_free (self->undo_label);
      self->undo_label = g_strdup (undo_label);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
    }
  if (g_strcmp0 (redo_label, self->redo_label) != 0)
    {
      g_free (self->redo_label);
      self->redo_label = g_strdup (redo_label);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
    }
  if (could_undo != (undo_label != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  if (could_redo != (redo_label != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
index_branch (FbDocument *self,
              FbNode     *branch)
{
  for (FbNode *node = branch; node != NULL; node = fb_node_get_next (node, branch))
    g_hash_table_replace (self->ids, (gpointer) fb_node_get_id (node), node);
}

static void
forget_branch (FbDocument *self,
               FbNode     *branch)
{
  for (FbNode *node = branch; node != NULL; node = fb_node_get_next (node, branch))
    g_hash_table_remove (self->ids, fb_node_get_id (node));
}

/**
 * fb_document_new:
 * @root: (transfer none): a concept that is in no document, every id in it once
 *
 * Returns: (transfer full): a document without history
 */
FbDocument *
fb_document_new (FbNode *root)
{
  FbDocument *self;

  g_return_val_if_fail (fb_node_get_kind (root) == FB_KIND_CONCEPT && fb_node_get_parent (root) == NULL, NULL);

  self = g_object_new (FB_TYPE_DOCUMENT, NULL);
  self->root = g_object_ref (root);
  index_branch (self, root);
  fb_numbering_update (root);
  fb_node_set_in_document (root, TRUE);

  return self;
}

/** Returns: (transfer none): the concept. */
FbNode *
fb_document_get_root (FbDocument *self)
{
  return self->root;
}

/** Returns: (transfer none) (nullable): the node called @id. */
FbNode *
fb_document_lookup (FbDocument *self,
                    const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->ids, id) : NULL;
}

/* Own columns */

static void
collect_own_columns (FbNode    *node,
                     GPtrArray *columns)
{
  for (guint i = 0; i < fb_node_get_n_children (node); i++)
    {
      FbNode *child = fb_node_get_child (node, i);
      FbKind kind = fb_node_get_kind (child);

      if (kind == FB_KIND_COLUMN && fb_node_get (child, "shows") == NULL)
        g_ptr_array_add (columns, (gpointer) fb_property_for_column (fb_node_get_id (child)));
      else if (kind != FB_KIND_MEASURE && kind != FB_KIND_GROUP)
        collect_own_columns (child, columns);
    }
}

/**
 * fb_document_get_properties:
 *
 * Returns: (transfer container) (element-type FbProperty): the static rows of @kind, and for measures the user's own
 *   columns of all tables behind them
 */
GPtrArray *
fb_document_get_properties (FbDocument *self,
                            FbKind      kind)
{
  GPtrArray *all = g_ptr_array_new ();

  for (const FbProperty *property = fb_kind_get_info (kind)->properties; property->name != NULL; property++)
    g_ptr_array_add (all, (gpointer) property);

  if (kind == FB_KIND_MEASURE)
    {
      if (self->own_columns == NULL)
        {
          self->own_columns = g_ptr_array_new ();
          collect_own_columns (self->root, self->own_columns);
        }
      g_ptr_array_extend (all, self->own_columns, NULL, NULL);
    }

  return all;
}

/** Returns: the translated label of a row; the title of an own column. */
const char *
fb_document_get_property_label (FbDocument       *self,
                                const FbProperty *property)
{
  FbNode *column = property->flags & FB_PROPERTY_OWN ? fb_document_lookup (self, property->name) : NULL;

  if (column != NULL && fb_node_get_title (column) != NULL)
    return fb_node_get_title (column);
  return property->flags & FB_PROPERTY_OWN ? _("Own column") : fb_property_get_label (property);
}

/* The four primitives */

/* The numbers below @scope are to be counted anew; several branches are counted as one. */
static void
mark_numbers (FbDocument *self,
              FbNode     *scope)
{
  if (self->stale == NULL || fb_node_is_ancestor (scope, self->stale))
    g_set_object (&self->stale, scope);
  else if (!fb_node_is_ancestor (self->stale, scope))
    g_set_object (&self->stale, self->root);
}

static void
update_numbers (FbDocument *self)
{
  g_autoptr (FbNode) scope = NULL;

  if (self->depth > 0 || self->stale == NULL)
    return;

  scope = g_steal_pointer (&self->stale);
  fb_numbering_update (scope);
}

/* Does a change, as new as from the history. */
static void
apply (FbDocument     *self,
       const FbChange *change)
{
  FbNode **nodes = change->nodes != NULL ? (FbNode **) change->nodes->pdata : NULL;
  guint n_nodes = change->nodes != NULL ? change->nodes->len : 0;

  /* A column comes or goes with a node, or with its property "shows". */
  if (change->type != FB_CHANGE_SET || fb_node_get_kind (change->node) == FB_KIND_COLUMN)
    g_clear_pointer (&self->own_columns, g_ptr_array_unref);

  switch (change->type)
    {
    case FB_CHANGE_SET:
      fb_node_set_value (change->node, change->property, change->new_value);
      break;

    case FB_CHANGE_INSERT:
      for (guint i = 0; i < n_nodes; i++)
        index_branch (self, nodes[i]);
      fb_node_add_children (change->parent, change->index, nodes, n_nodes);
      break;

    case FB_CHANGE_REMOVE:
      for (guint i = 0; i < n_nodes; i++)
        forget_branch (self, nodes[i]);
      fb_node_take_children (change->parent, change->index, n_nodes);
      break;

    case FB_CHANGE_MOVE:
    default:
      fb_node_take_children (change->parent, change->index, n_nodes);
      fb_node_add_children (change->to_parent, change->to_index, nodes, n_nodes);
      break;
    }

  if (change->parent != NULL)
    mark_numbers (self, fb_numbering_get_scope (change->parent));
  if (change->to_parent != NULL)
    mark_numbers (self, fb_numbering_get_scope (change->to_parent));
  if (change->type == FB_CHANGE_SET && fb_numbering_touches (change->property))
    mark_numbers (self, self->root);
  update_numbers (self);

  g_signal_emit (self, signals[APPLIED], 0, change);
}

/* Does a new change and records it. Takes @change. */
static void
perform (FbDocument *self,
         FbChange   *change)
{
  if (fb_change_is_noop (change))
    {
      fb_change_free (change);
      return;
    }

  g_return_if_fail (!self->stepping);

  /* Recorded first: whoever hears of the change may ask about the history. The record may merge the change away. */
  g_object_ref (self);
  {
    g_autoptr (FbChange) inverse = fb_change_invert (change);
    g_autoptr (FbChange) done = fb_change_invert (inverse);

    fb_history_record (self->history, change);
    apply (self, done);
  }
  if (!fb_history_in_group (self->history))
    notify_state (self);
  g_object_unref (self);
}

/**
 * fb_document_set:
 * @node: a node of this document
 * @property: a row of its kind, or an own column
 * @value: (nullable): the value, of the property's type; %NULL empties it
 *
 * Sets a value. Nothing happens if it is there already.
 */
void
fb_document_set (FbDocument       *self,
                 FbNode           *node,
                 const FbProperty *property,
                 FbValue          *value)
{
  g_return_if_fail (property != NULL);
  g_return_if_fail (value == NULL || fb_value_get_value_type (value) == property->type);
  g_return_if_fail (fb_document_lookup (self, fb_node_get_id (node)) == node);

  perform (self, fb_change_new_set (node, property, value));
}

static gboolean
check_place (FbNode   *parent,
             FbKind    kind,
             GError  **error)
{
  if (!fb_kind_allows_child (fb_node_get_kind (parent), kind))
    {
      g_set_error (error, FB_DOCUMENT_ERROR, FB_DOCUMENT_ERROR_KIND,
                   /* Translators: both are kinds of node, such as Chapter and Measure */
                   _("“%s” cannot stand in “%s”"), fb_kind_get_label (kind),
                   fb_kind_get_label (fb_node_get_kind (parent)));
      return FALSE;
    }
  return TRUE;
}

/* @others are the kinds that come in with it. */
static gboolean
check_single (FbNode   *parent,
              FbKind    kind,
              guint64   others,
              GError  **error)
{
  if (fb_kind_get_info (kind)->single &&
      ((others & FB_KIND_MASK (kind)) != 0 || fb_node_get_child_of_kind (parent, kind) != NULL))
    {
      g_set_error (error, FB_DOCUMENT_ERROR, FB_DOCUMENT_ERROR_DUPLICATE_ID, _("“%s” is there already"),
                   fb_kind_get_label (kind));
      return FALSE;
    }
  return TRUE;
}

/* How many nodes stand in one another from @node up to the root. */
static guint
get_depth (FbNode *node)
{
  guint depth = 0;

  for (; node != NULL; node = fb_node_get_parent (node))
    depth++;
  return depth;
}

/* @branch is NULL for a node without children. */
static gboolean
check_depth (FbNode  *parent,
             FbNode  *branch,
             GError **error)
{
  guint above = get_depth (parent);
  guint outside = branch != NULL ? get_depth (branch) - 1 : 0;
  guint deepest = 1;

  for (FbNode *node = branch; node != NULL; node = fb_node_get_next (node, branch))
    if (fb_node_get_n_children (node) == 0)
      deepest = MAX (deepest, get_depth (node) - outside);
  if (above + deepest > FB_DOCUMENT_MAX_DEPTH)
    {
      g_set_error (error, FB_DOCUMENT_ERROR, FB_DOCUMENT_ERROR_DEPTH,
                   ngettext ("Parts of a concept may stand in one another at most %d level deep",
                             "Parts of a concept may stand in one another at most %d levels deep",
                             FB_DOCUMENT_MAX_DEPTH),
                   FB_DOCUMENT_MAX_DEPTH);
      return FALSE;
    }
  return TRUE;
}

/** Returns: whether a node of @kind may be inserted into @parent. */
gboolean
fb_document_can_insert (FbDocument *self,
                        FbNode     *parent,
                        FbKind      kind)
{
  return check_place (parent, kind, NULL) && check_single (parent, kind, 0, NULL) && check_depth (parent, NULL, NULL);
}

/* The first id of a branch that is known already, or that the branch has twice. */
static const char *
find_duplicate_id (FbDocument *self,
                   FbNode     *branch,
                   GHashTable *seen)
{
  for (FbNode *node = branch; node != NULL; node = fb_node_get_next (node, branch))
    if (fb_document_lookup (self, fb_node_get_id (node)) != NULL ||
        !g_hash_table_add (seen, (gpointer) fb_node_get_id (node)))
      return fb_node_get_id (node);
  return NULL;
}

/**
 * fb_document_insert:
 * @index: where the first of them will stand
 * @nodes: (transfer none): branches that are in no tree
 *
 * Inserts a run of siblings.
 *
 * Returns: %FALSE with an error of %FB_DOCUMENT_ERROR if one cannot stand there; nothing has changed then
 */
gboolean
fb_document_insert (FbDocument  *self,
                    FbNode      *parent,
                    guint        index,
                    FbNode     **nodes,
                    guint        n_nodes,
                    GError     **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint64 kinds = 0; /* of the nodes before */

  g_return_val_if_fail (fb_document_lookup (self, fb_node_get_id (parent)) == parent, FALSE);
  g_return_val_if_fail (index <= fb_node_get_n_children (parent), FALSE);

  for (guint i = 0; i < n_nodes; i++)
    {
      const char *id;

      g_return_val_if_fail (fb_node_get_parent (nodes[i]) == NULL, FALSE);

      if (!check_place (parent, fb_node_get_kind (nodes[i]), error) ||
          !check_single (parent, fb_node_get_kind (nodes[i]), kinds, error) || !check_depth (parent, nodes[i], error))
        return FALSE;
      kinds |= FB_KIND_MASK (fb_node_get_kind (nodes[i]));
      id = find_duplicate_id (self, nodes[i], seen);
      if (id != NULL)
        {
          g_set_error (error, FB_DOCUMENT_ERROR, FB_DOCUMENT_ERROR_DUPLICATE_ID, _("The id “%s” is there already"),
                       id);
          return FALSE;
        }
    }

  perform (self, fb_change_new_run (FB_CHANGE_INSERT, parent, index, nodes, n_nodes));
  return TRUE;
}

/**
 * fb_document_remove:
 * @index: of the first to go
 *
 * Removes a run of siblings. References to them stay, and dangle until they are back.
 */
void
fb_document_remove (FbDocument *self,
                    FbNode     *parent,
                    guint       index,
                    guint       n_nodes)
{
  g_return_if_fail (fb_document_lookup (self, fb_node_get_id (parent)) == parent);
  g_return_if_fail (index + n_nodes <= fb_node_get_n_children (parent));

  if (n_nodes == 0)
    return;

  {
    g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

    for (guint i = 0; i < n_nodes; i++)
      g_ptr_array_add (nodes, fb_node_get_child (parent, index + i));
    perform (self, fb_change_new_run (FB_CHANGE_REMOVE, parent, index, (FbNode **) nodes->pdata, n_nodes));
  }
}

/** Returns: whether @node, which is not the root, may be moved into @to_parent. */
gboolean
fb_document_can_move (FbDocument *self,
                      FbNode     *node,
                      FbNode     *to_parent)
{
  return fb_node_get_parent (node) != NULL && !fb_node_is_ancestor (node, to_parent) &&
         check_place (to_parent, fb_node_get_kind (node), NULL) &&
         (fb_node_get_parent (node) == to_parent ||
          (check_single (to_parent, fb_node_get_kind (node), 0, NULL) && check_depth (to_parent, node, NULL)));
}

/**
 * fb_document_move:
 * @index: of the first to move
 * @to_index: where the first will stand in @to_parent, counted without the moved ones
 *
 * Moves a run of siblings; ids stay.
 *
 * Returns: %FALSE with an error of %FB_DOCUMENT_ERROR if one cannot stand there; nothing has changed then
 */
gboolean
fb_document_move (FbDocument  *self,
                  FbNode      *parent,
                  guint        index,
                  guint        n_nodes,
                  FbNode      *to_parent,
                  guint        to_index,
                  GError     **error)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  FbChange *change;

  g_return_val_if_fail (fb_document_lookup (self, fb_node_get_id (parent)) == parent, FALSE);
  g_return_val_if_fail (fb_document_lookup (self, fb_node_get_id (to_parent)) == to_parent, FALSE);
  g_return_val_if_fail (index + n_nodes <= fb_node_get_n_children (parent), FALSE);
  g_return_val_if_fail (
    to_index <= fb_node_get_n_children (to_parent) - (parent == to_parent ? n_nodes : 0), FALSE);

  for (guint i = 0; i < n_nodes; i++)
    {
      FbNode *node = fb_node_get_child (parent, index + i);

      if (fb_node_is_ancestor (node, to_parent))
        {
          g_set_error (error, FB_DOCUMENT_ERROR, FB_DOCUMENT_ERROR_CYCLE, _("“%s” cannot be moved into itself"),
                       fb_kind_get_label (fb_node_get_kind (node)));
          return FALSE;
        }
      if (!check_place (to_parent, fb_node_get_kind (node), error) ||
          (to_parent != parent &&
           (!check_single (to_parent, fb_node_get_kind (node), 0, error) || !check_depth (to_parent, node, error))))
        return FALSE;
      g_ptr_array_add (nodes, node);
    }

  change = fb_change_new_run (FB_CHANGE_MOVE, parent, index, (FbNode **) nodes->pdata, n_nodes);
  change->to_parent = g_object_ref (to_parent);
  change->to_index = to_index;
  perform (self, change);
  return TRUE;
}

/* History */

/**
 * fb_document_begin:
 * @label: (nullable): what the group does, translated, to stand behind "Undo:"
 *
 * Begins a group, which is undone as one. Numbers are counted anew at its end.
 */
void
fb_document_begin (FbDocument *self,
                   const char *label)
{
  fb_history_begin (self->history, label);
  self->depth++;
}

void
fb_document_end (FbDocument *self)
{
  g_return_if_fail (self->depth > 0);

  self->depth--;
  fb_history_end (self->history);
  if (self->depth > 0)
    return;

  update_numbers (self);
  notify_state (self);
}

/** Ends the entry that typing is being merged into. */
void
fb_document_seal (FbDocument *self)
{
  fb_history_seal (self->history);
}

static void
step (FbDocument *self,
      gboolean    redo)
{
  g_autoptr (GPtrArray) changes = NULL;

  g_return_if_fail (self->depth == 0);

  changes = fb_history_step (self->history, redo);
  if (changes == NULL)
    return;

  self->depth++;
  self->stepping = TRUE;
  for (guint i = 0; i < changes->len; i++)
    apply (self, changes->pdata[i]);
  self->stepping = FALSE;
  self->depth--;
  update_numbers (self);
  notify_state (self);
}

void
fb_document_undo (FbDocument *self)
{
  step (self, FALSE);
}

void
fb_document_redo (FbDocument *self)
{
  step (self, TRUE);
}

/** Returns: whether an undo or redo is going on, so that a view may show where. */
gboolean
fb_document_is_stepping (FbDocument *self)
{
  return self->stepping;
}

gboolean
fb_document_can_undo (FbDocument *self)
{
  return fb_document_get_undo_label (self) != NULL;
}

gboolean
fb_document_can_redo (FbDocument *self)
{
  return fb_document_get_redo_label (self) != NULL;
}

/** Returns: (nullable): what undo would take back, translated. */
const char *
fb_document_get_undo_label (FbDocument *self)
{
  return fb_history_get_label (self->history, FALSE);
}

/** Returns: (nullable): what redo would do again, translated. */
const char *
fb_document_get_redo_label (FbDocument *self)
{
  return fb_history_get_label (self->history, TRUE);
}

/** Returns: whether the document differs from what was saved last; one that is back there by undo does not. */
gboolean
fb_document_get_modified (FbDocument *self)
{
  return !fb_history_is_saved (self->history);
}

/** Says that the document as it is now is what the file holds. */
void
fb_document_mark_saved (FbDocument *self)
{
  fb_history_mark_saved (self->history);
  notify_state (self);
}
