/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-table-filter.h"

#include <string.h>

#include "concept/fb-register.h"
#include "ui/fb-cell.h"
#include "ui/fb-rows.h"

struct _FbTableFilter
{
  GtkFilter parent_instance;

  FbDocument *document;
  char *text; /* casefolded */
  char *status;
  FbNode *actor;
  FbNode *branch;
  gboolean whole;  /* all tables of the concept are shown, so that they are bands too */
  gboolean leaves; /* without bands, which mean nothing among sorted measures */

  GHashTable *words;    /* FbNode to what it and its steps say, casefolded */
  GHashTable *naming;   /* FbNode to whether it names the actor */
  GHashTable *admitted; /* FbNode: kept whatever is sought */
};

G_DEFINE_FINAL_TYPE (FbTableFilter, fb_table_filter, GTK_TYPE_FILTER)

static void
append_words (FbTableFilter *self,
              GString       *string,
              FbNode        *node)
{
  g_autoptr (GPtrArray) properties = fb_document_get_properties (self->document, fb_node_get_kind (node));

  for (guint i = 0; i < properties->len; i++)
    {
      const FbProperty *property = g_ptr_array_index (properties, i);
      g_autofree char *words = NULL;
      g_autofree char *folded = NULL;

      if (fb_node_get_value (node, property) == NULL || property->type == FB_VALUE_IMAGE ||
          property->type == FB_VALUE_FLAG)
        continue;
      words = fb_cell_dup_words (self->document, node, property);
      folded = g_utf8_casefold (words, -1);
      /* What is sought has no such character, and so is never found across two values. */
      g_string_append (string, folded);
      g_string_append_c (string, '\x1f');
    }
}

/* What the node says, and each of its steps. */
static const char *
get_words (FbTableFilter *self,
           FbNode        *node)
{
  char *words = g_hash_table_lookup (self->words, node);

  if (words == NULL)
    {
      GString *string = g_string_new (NULL);

      append_words (self, string, node);
      for (guint i = 0; fb_node_get_kind (node) == FB_KIND_MEASURE && i < fb_node_get_n_children (node); i++)
        append_words (self, string, fb_node_get_child (node, i));
      words = g_string_free (string, FALSE);
      g_hash_table_insert (self->words, g_object_ref (node), words);
    }
  return words;
}

static gboolean
names_actor (FbTableFilter *self,
             FbNode        *node)
{
  FbRegister *actors = fb_register_get_for_document (self->document);
  gpointer known;
  gboolean names;

  if (g_hash_table_lookup_extended (self->naming, node, NULL, &known))
    return GPOINTER_TO_INT (known);

  names = fb_register_names (actors, node, self->actor);
  for (guint i = 0; !names && i < fb_node_get_n_children (node); i++)
    names = fb_register_names (actors, fb_node_get_child (node, i), self->actor);
  g_hash_table_insert (self->naming, g_object_ref (node), GINT_TO_POINTER (names));
  return names;
}

static gboolean
is_band (FbTableFilter *self,
         FbNode        *node)
{
  FbKind kind = fb_node_get_kind (node);

  return kind == FB_KIND_GROUP || (self->whole && kind == FB_KIND_MEASURES);
}

/* A band is shown where one of its measures is, a goal where it or one below it is. */
static gboolean
branch_matches (FbTableFilter *self,
                FbNode        *node)
{
  gboolean holds_rows = is_band (self, node) || fb_node_get_kind (node) == FB_KIND_GOAL;

  if (!is_band (self, node) && fb_table_filter_matches (self, node))
    return TRUE;
  for (guint i = 0; holds_rows && i < fb_node_get_n_children (node); i++)
    if (branch_matches (self, fb_node_get_child (node, i)))
      return TRUE;
  return FALSE;
}

static gboolean
fb_table_filter_match (GtkFilter *filter,
                       gpointer   item)
{
  FbTableFilter *self = FB_TABLE_FILTER (filter);
  g_autoptr (FbNode) node = gtk_tree_list_row_get_item (item);

  if (self->leaves && is_band (self, node))
    return FALSE;
  return branch_matches (self, node);
}

static GtkFilterMatch
fb_table_filter_get_strictness (GtkFilter *filter)
{
  FbTableFilter *self = FB_TABLE_FILTER (filter);

  return self->leaves || !fb_table_filter_is_empty (self) ? GTK_FILTER_MATCH_SOME : GTK_FILTER_MATCH_ALL;
}

/* Words that are shown elsewhere too, such as a title in a reference, make all that is known doubtful. */
static void
applied_cb (FbTableFilter  *self,
            const FbChange *change)
{
  FbNode *row = change->type == FB_CHANGE_SET ? fb_node_get_ancestor (change->node, FB_KIND_MEASURE) : NULL;

  if (row != NULL && change->property != fb_kind_get_title (fb_node_get_kind (change->node)))
    {
      g_hash_table_remove (self->words, row);
      g_hash_table_remove (self->naming, row);
      return;
    }

  g_hash_table_remove_all (self->words);
  g_hash_table_remove_all (self->naming);
}

static void
fb_table_filter_dispose (GObject *object)
{
  FbTableFilter *self = FB_TABLE_FILTER (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_object (&self->actor);
  g_clear_object (&self->branch);
  g_hash_table_remove_all (self->words);
  g_hash_table_remove_all (self->naming);
  g_hash_table_remove_all (self->admitted);

  G_OBJECT_CLASS (fb_table_filter_parent_class)->dispose (object);
}

static void
fb_table_filter_finalize (GObject *object)
{
  FbTableFilter *self = FB_TABLE_FILTER (object);

  g_free (self->text);
  g_free (self->status);
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->naming);
  g_hash_table_unref (self->admitted);

  G_OBJECT_CLASS (fb_table_filter_parent_class)->finalize (object);
}

static void
fb_table_filter_class_init (FbTableFilterClass *klass)
{
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fb_table_filter_dispose;
  G_OBJECT_CLASS (klass)->finalize = fb_table_filter_finalize;
  filter_class->match = fb_table_filter_match;
  filter_class->get_strictness = fb_table_filter_get_strictness;
}

static void
fb_table_filter_init (FbTableFilter *self)
{
  self->words = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  self->naming = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->admitted = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

/**
 * fb_table_filter_new:
 * @container: whose rows are shown
 *
 * Returns: (transfer full): a filter that keeps all rows
 */
FbTableFilter *
fb_table_filter_new (FbDocument *document,
                     FbNode     *container)
{
  FbTableFilter *self = g_object_new (FB_TYPE_TABLE_FILTER, NULL);

  self->document = g_object_ref (document);
  self->whole = fb_rows_is_whole (container);
  g_signal_connect_swapped (document, "applied", G_CALLBACK (applied_cb), self);
  return self;
}

/**
 * fb_table_filter_set_criteria:
 * @criteria: what is sought from now on; an empty one seeks nothing
 * @leaves: whether bands are left out
 */
void
fb_table_filter_set_criteria (FbTableFilter         *self,
                              const FbTableCriteria *criteria,
                              gboolean               leaves)
{
  g_autofree char *before = g_steal_pointer (&self->text);
  gboolean others = self->leaves != leaves || self->actor != criteria->actor || self->branch != criteria->branch ||
                    g_strcmp0 (self->status, criteria->status) != 0;
  GtkFilterChange change = GTK_FILTER_CHANGE_DIFFERENT;

  self->text = criteria->text != NULL ? g_utf8_casefold (criteria->text, -1) : NULL;
  if (!others && g_strcmp0 (before, self->text) == 0)
    return;

  /* Those that were kept all the same may go, whichever way the words have changed. */
  others |= g_hash_table_size (self->admitted) > 0;
  g_hash_table_remove_all (self->admitted);

  /* One letter more keeps fewer rows, one less keeps more. */
  if (!others && self->text != NULL && (before == NULL || strstr (self->text, before) != NULL))
    change = GTK_FILTER_CHANGE_MORE_STRICT;
  else if (!others && before != NULL && (self->text == NULL || strstr (before, self->text) != NULL))
    change = GTK_FILTER_CHANGE_LESS_STRICT;
  if (g_set_object (&self->actor, criteria->actor))
    g_hash_table_remove_all (self->naming);
  g_set_object (&self->branch, criteria->branch);
  g_free (self->status);
  self->status = g_strdup (criteria->status);
  self->leaves = leaves;
  gtk_filter_changed (GTK_FILTER (self), change);
}

/** Keeps @nodes, which have just come, until something else is sought: an empty row would be gone at once. */
void
fb_table_filter_admit (FbTableFilter *self,
                       GPtrArray     *nodes)
{
  gboolean more = FALSE;

  for (guint i = 0; i < nodes->len; i++)
    if (!fb_table_filter_matches (self, g_ptr_array_index (nodes, i)))
      more |= g_hash_table_add (self->admitted, g_object_ref (g_ptr_array_index (nodes, i)));
  if (more)
    gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_LESS_STRICT);
}

/** Returns: whether nothing is sought, so that all measures are kept. */
gboolean
fb_table_filter_is_empty (FbTableFilter *self)
{
  return self->text == NULL && self->status == NULL && self->actor == NULL && self->branch == NULL;
}

/** Returns: whether a row is one of those sought; bands and goals count only themselves here. */
gboolean
fb_table_filter_matches (FbTableFilter *self,
                         FbNode        *node)
{
  const char *status = self->status != NULL && *self->status != '\0' ? self->status : NULL;

  if (g_hash_table_contains (self->admitted, node))
    return TRUE;
  /* What is cheap to say comes first. */
  if (self->branch != NULL && !fb_node_is_ancestor (self->branch, node))
    return FALSE;
  if (self->status != NULL && g_strcmp0 (fb_cell_get_status (node, NULL), status) != 0)
    return FALSE;
  if (self->actor != NULL && !names_actor (self, node))
    return FALSE;
  return self->text == NULL || strstr (get_words (self, node), self->text) != NULL;
}
