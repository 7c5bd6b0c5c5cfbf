/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/fb-table-preview-private.h"

/* Doing what a preview says, through the primitives of the document. */

static void
build (FbNode *node,
       GArray *settings)
{
  for (guint i = 0; i < settings->len; i++)
    {
      const FbTableSetting *setting = &g_array_index (settings, FbTableSetting, i);

      fb_node_build_value (node, setting->property, setting->value);
    }
}

/* What no property took goes where it can be read: into the remarks, behind what is there, or into the text. */
static void
build_remains (FbNode  *node,
               GString *remains)
{
  const FbProperty *property = fb_kind_get_property (fb_node_get_kind (node), "remarks");
  g_autoptr (FbTextBuilder) builder = NULL;
  g_autoptr (FbText) added = NULL;
  g_autoptr (FbText) text = NULL;
  g_autoptr (FbValue) value = NULL;
  FbText *before;

  if (property == NULL)
    property = fb_kind_get_property (fb_node_get_kind (node), "text");
  if (remains->len == 0 || property == NULL)
    return;

  added = fb_text_new_plain (remains->str);
  before = fb_node_get_text (node, property->name);
  if (before != NULL)
    text = fb_text_splice (before, fb_text_get_n_paragraphs (before), 0, added);
  else
    text = fb_text_ref (added);
  value = fb_value_new_rich (text);
  fb_node_build_value (node, property, value);
}

static FbNode *
make_node (FbTablePreview *self,
           const FbTablePlan      *row)
{
  FbNode *node = fb_document_create_node (self->document, row->kind);

  build (node, row->settings);
  build_remains (node, row->remains);
  for (guint i = 0; i < row->steps->len; i++)
    {
      g_autoptr (FbNode) step = fb_document_create_node (self->document, FB_KIND_STEP);

      build (step, ((const FbTableStep *) g_ptr_array_index (row->steps, i))->settings);
      fb_node_build_child (node, step);
    }

  return node;
}

/* Behind the last row of the import that stands there, else behind the place asked for, else behind the last of its
 * kind. */
static guint
find_index (FbTablePreview *self,
            FbNode         *parent,
            FbKind          kind,
            FbNode         *last)
{
  guint index = fb_node_get_n_children (parent);

  for (; last != NULL && last != parent; last = fb_node_get_parent (last))
    if (fb_node_get_parent (last) == parent)
      return fb_node_get_index (last) + 1;
  for (FbNode *behind = self->behind; behind != NULL && behind != parent; behind = fb_node_get_parent (behind))
    if (fb_node_get_parent (behind) == parent)
      return fb_node_get_index (behind) + 1;
  while (index > 0 && fb_node_get_kind (fb_node_get_child (parent, index - 1)) != kind
         && fb_node_get_kind (fb_node_get_child (parent, index - 1)) > kind)
    index--;

  return index;
}

static guint
count_columns (FbNode *table)
{
  guint n = 0;

  while (n < fb_node_get_n_children (table) && fb_node_get_kind (fb_node_get_child (table, n)) == FB_KIND_COLUMN)
    n++;

  return n;
}

static void
insert_column (FbTablePreview *self,
               FbNode         *table,
               FbNode         *column)
{
  g_autoptr (GError) error = NULL;

  if (!fb_document_insert_one (self->document, table, count_columns (table), column, &error))
    g_warning ("A column was not added: %s", error->message);
}

/* A table without columns shows the usual ones: it goes on to do so beside its first own one. */
static void
insert_usual_columns (FbTablePreview *self,
                      FbNode         *table)
{
  static const char *const usual[] = { "number", "title", "period", "cost", "responsible" };

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      g_autoptr (FbNode) column = fb_document_create_node (self->document, FB_KIND_COLUMN);

      fb_node_build_words (column, "shows", usual[i]);
      insert_column (self, table, column);
    }
}

/* Makes the own columns that are used, in the order of the grid. */
static void
make_columns (FbTablePreview *self)
{
  GHashTableIter iter;
  gpointer table, planned;

  g_hash_table_iter_init (&iter, self->columns);
  while (g_hash_table_iter_next (&iter, &table, &planned))
    for (guint i = 0; i < self->mapping->targets->len; i++)
      {
        FbNode *column = fb_table_preview_get_new_column (self, table, i);

        if (column == NULL || fb_node_get_parent (column) != NULL)
          continue;
        if (count_columns (table) == 0)
          insert_usual_columns (self, table);
        insert_column (self, table, column);
      }
}

/**
 * fb_table_preview_apply:
 * @label: what the entry of the history is called, translated
 *
 * Does it, as one entry of the history. Afterwards the preview is of no more use.
 *
 * Returns: (transfer full) (element-type FbNode): the rows that are new or changed
 */
GPtrArray *
fb_table_preview_apply (FbTablePreview *self,
                        const char     *label)
{
  GPtrArray *touched = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) made = g_hash_table_new (NULL, NULL);
  FbNode *last = NULL;

  fb_document_begin (self->document, label);
  make_columns (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      FbTablePlan *row = g_ptr_array_index (self->rows, i);

      if (row->status == FB_ROW_NEW)
        {
          FbNode *parent
              = row->parent_row > 0 ? g_hash_table_lookup (made, GUINT_TO_POINTER (row->parent_row)) : row->parent;
          g_autoptr (FbNode) node = make_node (self, row);
          g_autoptr (GError) error = NULL;

          if (parent == NULL
              || !fb_document_insert_one (self->document, parent, find_index (self, parent, row->kind, last), node,
                                          &error))
            {
              g_warning ("A row was not added: %s", error != NULL ? error->message : "it has no place");
              continue;
            }
          g_hash_table_insert (made, GUINT_TO_POINTER (i + 1), node);
          g_ptr_array_add (touched, g_object_ref (node));
          last = node;
        }
      else if (row->node != NULL && row->status != FB_ROW_REFUSED)
        {
          for (guint j = 0; j < row->settings->len; j++)
            {
              const FbTableSetting *setting = &g_array_index (row->settings, FbTableSetting, j);

              fb_document_set (self->document, row->node, setting->property, setting->value);
            }
          if (row->status == FB_ROW_CHANGED)
            g_ptr_array_add (touched, g_object_ref (row->node));
          last = row->node;
        }
    }
  fb_document_end (self->document);

  return touched;
}
