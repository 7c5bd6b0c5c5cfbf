/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/fb-table-preview-private.h"
#include "values/fb-steps.h"

/* What the cells of one row say of its properties and steps. */

static void
clear_setting (gpointer data)
{
  g_clear_pointer (&((FbTableSetting *) data)->value, fb_value_unref);
}

GArray *
fb_table_settings_new (void)
{
  GArray *settings = g_array_new (FALSE, FALSE, sizeof (FbTableSetting));

  g_array_set_clear_func (settings, clear_setting);

  return settings;
}

void
fb_table_step_free (gpointer data)
{
  FbTableStep *step = data;

  g_array_unref (step->settings);
  g_free (step);
}

void
fb_table_plan_free (gpointer data)
{
  FbTablePlan *row = data;

  g_array_unref (row->settings);
  g_ptr_array_unref (row->steps);
  g_string_free (row->remains, TRUE);
  g_free (row->cells);
  g_free (row);
}

void
fb_table_preview_add_problem (FbTablePreview *self,
             const FbTablePlan      *row,
             const char     *words)
{
  g_ptr_array_add (self->problems,
                   /* Translators: the number of a row, and what is wrong there */
                   g_strdup_printf (_("Row %u: %s"), fb_grid_get_line (self->grid, row->index), words));
}

/* @detail (nullable) says more of what is wrong. */
static void
add_cell_problem (FbTablePreview    *self,
                  const FbTablePlan *row,
                  guint              column,
                  const char        *words,
                  const char        *detail)
{
  const char *heading = fb_table_mapping_get (self->mapping, column)->heading;
  g_autofree char *problem = NULL;

  if (detail != NULL)
    /* Translators: the heading of a column, and what is wrong in a cell of it */
    problem = *heading != '\0' ? g_strdup_printf (_("%s: %s"), heading, detail) : g_strdup (detail);
  else if (*heading != '\0')
    /* Translators: the heading of a column, and the words of a cell in it */
    problem = g_strdup_printf (_("%s: “%s” is not understood"), heading, words);
  else
    problem = g_strdup_printf (_("“%s” is not understood"), words);
  fb_table_preview_add_problem (self, row, problem);
}

const char *
fb_table_preview_get_words (FbTablePreview *self,
           const FbTablePlan      *row,
           FbTargetType    type)
{
  for (guint i = 0; i < self->mapping->targets->len; i++)
    if (fb_table_mapping_get (self->mapping, i)->type == type)
      return fb_grid_get (self->grid, row->index, i);

  return "";
}

/* What two columns say of one property stands one below the other. */
static void
merge_setting (FbTableSetting *setting,
               FbValue        *value)
{
  g_autofree char *words = fb_value_to_words (setting->value, setting->property);
  g_autofree char *more = fb_value_to_words (value, setting->property);
  g_autofree char *both = g_strjoin ("\n", words, more, NULL);
  FbText *before = fb_value_get_text (setting->value);
  g_autoptr (FbText) text = NULL;

  if (fb_value_equal (setting->value, value))
    return;

  if (before != NULL)
    text = fb_text_splice (before, fb_text_get_n_paragraphs (before), 0, fb_value_get_text (value));
  fb_value_unref (setting->value);
  setting->value = text != NULL ? fb_value_new_rich (text) : fb_value_new_words (both);
}

static void
add_setting (GArray           *settings,
             const FbProperty *property,
             FbValue          *value)
{
  FbTableSetting setting = { property, value != NULL ? fb_value_ref (value) : NULL };

  for (guint i = 0; i < settings->len && value != NULL; i++)
    {
      FbTableSetting *before = &g_array_index (settings, FbTableSetting, i);

      if (before->property == property && before->value != NULL
          && (property->type == FB_VALUE_WORDS || property->type == FB_VALUE_RICH))
        {
          merge_setting (before, value);
          clear_setting (&setting);
          return;
        }
    }
  g_array_append_val (settings, setting);
}

void
fb_table_settings_add_words (GArray     *settings,
           FbKind      kind,
           const char *name,
           const char *words)
{
  const FbProperty *property = fb_kind_get_property (kind, name);
  g_autoptr (FbText) text = NULL;
  g_autoptr (FbValue) value = NULL;

  if (words == NULL || words[strspn (words, " \t\n")] == '\0')
    return;

  if (property->type == FB_VALUE_RICH)
    {
      text = fb_text_new_plain (words);
      value = fb_value_new_rich (text);
    }
  else
    {
      value = fb_value_new_words (words);
    }
  add_setting (settings, property, value);
}

static void
add_remains (FbTablePlan        *row,
             const char *heading,
             const char *words)
{
  if (row->remains->len > 0)
    g_string_append_c (row->remains, '\n');
  if (heading != NULL && *heading != '\0')
    g_string_append_printf (row->remains, "%s: ", heading);
  g_string_append (row->remains, words);
}

static FbTableStep *
ensure_step (FbTablePlan *row,
             int  number)
{
  FbTableStep *step;

  for (guint i = 0; i < row->steps->len; i++)
    {
      step = g_ptr_array_index (row->steps, i);
      if (step->number == number)
        return step;
    }
  step = g_new0 (FbTableStep, 1);
  step->number = number;
  step->settings = fb_table_settings_new ();
  g_ptr_array_add (row->steps, step);

  return step;
}

/* "Lead (1) ... (2) ...": the lead, and each part in its step. Only brackets are trusted: "1. 500 €" is no step. */
static gboolean
split_steps (FbTablePlan        *row,
             const char *words,
             const char *name,
             char      **lead)
{
  g_autoptr (GPtrArray) parts = fb_steps_split (words, lead);
  const FbStepPart *first = parts->len > 0 ? g_ptr_array_index (parts, 0) : NULL;

  if (first == NULL || *first->label != '(' || (parts->len < 2 && first->number != 1))
    return FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      const FbStepPart *part = g_ptr_array_index (parts, i);

      fb_table_settings_add_words (ensure_step (row, part->number)->settings, FB_KIND_STEP, name, part->text);
    }

  return TRUE;
}

/* Title, text and steps in one cell: the title is the first line. */
static void
read_body (FbTablePlan        *row,
           const char *words)
{
  g_autofree char *lead = NULL;
  const char *body = words;
  char *line;

  if (split_steps (row, words, "text", &lead))
    body = lead;
  else
    body = words;

  line = strchr (body, '\n');
  if (line != NULL)
    {
      g_autofree char *title = g_strndup (body, line - body);

      fb_table_settings_add_words (row->settings, FB_KIND_MEASURE, "title", title);
      fb_table_settings_add_words (row->settings, FB_KIND_MEASURE, "text", line + 1);
    }
  else
    {
      fb_table_settings_add_words (row->settings, FB_KIND_MEASURE, "title", body);
    }
}

static FbNode *
get_table_of (FbTablePreview *self,
              const FbTablePlan      *row)
{
  FbNode *node = row->node != NULL ? row->node : row->parent;

  for (; node != NULL; node = fb_node_get_parent (node))
    if (fb_node_get_kind (node) == FB_KIND_MEASURES)
      return node;

  return self->table;
}

static FbCellStatus
read_known (FbTablePreview   *self,
            FbTablePlan              *row,
            guint             column,
            const FbProperty *property,
            const char       *words)
{
  FbValue *before = fb_node_get_value (row->node, property);
  g_autoptr (FbValue) value = NULL;
  g_autofree char *problem = NULL;

  if (!fb_table_map_read (self->document, self->refs, property, words, before, &value, &problem))
    {
      add_cell_problem (self, row, column, words, problem);
      return FB_CELL_UNKNOWN;
    }
  if (fb_value_equal (value, before))
    return before != NULL ? FB_CELL_SAME : FB_CELL_EMPTY;

  add_setting (row->settings, property, value);
  row->status = FB_ROW_CHANGED;

  return FB_CELL_CHANGED;
}

static FbCellStatus
read_new (FbTablePreview       *self,
          FbTablePlan                  *row,
          guint                 column,
          const FbColumnTarget *target,
          const FbProperty     *property,
          const char           *words)
{
  g_autoptr (FbValue) value = NULL;
  g_autofree char *lead = NULL;
  g_autofree char *problem = NULL;

  if (*words == '\0')
    return FB_CELL_EMPTY;
  if (target->type == FB_TARGET_BODY && row->kind == FB_KIND_MEASURE)
    {
      read_body (row, words);
      return FB_CELL_NEW;
    }
  if (property == NULL)
    {
      /* Of a column that is not understood as a whole, that is said once. */
      if (target->type != FB_TARGET_NOTHING)
        add_cell_problem (self, row, column, words, NULL);
      add_remains (row, target->heading, words);
      return FB_CELL_UNKNOWN;
    }
  if (!self->own && row->kind == FB_KIND_MEASURE && fb_kind_get_property (FB_KIND_STEP, property->name) != NULL
      && (property->type == FB_VALUE_WORDS || property->type == FB_VALUE_RICH)
      && !g_str_equal (property->name, "number") && split_steps (row, words, property->name, &lead))
    {
      fb_table_settings_add_words (row->settings, FB_KIND_MEASURE, property->name, lead);
      return FB_CELL_NEW;
    }
  if (!fb_table_map_read (self->document, self->refs, property, words, NULL, &value, &problem))
    {
      add_cell_problem (self, row, column, words, problem);
      add_remains (row, target->heading, words);
      return FB_CELL_UNKNOWN;
    }
  add_setting (row->settings, property, value);

  return FB_CELL_NEW;
}

/* The own column of that title that would be made in @table. */
static FbNode *
find_planned (GPtrArray  *planned,
              const char *title)
{
  for (guint i = 0; i < planned->len; i++)
    if (g_strcmp0 (fb_node_get_title (g_ptr_array_index (planned, i)), title) == 0)
      return g_ptr_array_index (planned, i);

  return NULL;
}

/* The own column of @table that takes a new one: one that is there, or one that is made when the preview is applied. It
 * stays the same as long as the preview lives. */
static FbNode *
plan_column (FbTablePreview *self,
             guint           column,
             FbNode         *table)
{
  g_autofree char *title = fb_table_mapping_name_column (self->mapping, column);
  FbNode *node = fb_table_map_find_own_column (table, title);
  GPtrArray *planned;

  if (node != NULL)
    return node;

  planned = g_hash_table_lookup (self->columns, table);
  if (planned == NULL)
    {
      planned = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->columns, table, planned);
    }
  node = find_planned (planned, title);
  if (node == NULL)
    {
      node = fb_document_create_node (self->document, FB_KIND_COLUMN);
      fb_node_build_words (node, "title", title);
      fb_node_build_words (node, "type", "words");
      g_ptr_array_add (planned, node);
    }
  g_hash_table_add (self->used, node);

  return node;
}

/** Returns: (transfer none) (nullable): the own column that is to be made in @table for a column of the grid */
FbNode *
fb_table_preview_get_new_column (FbTablePreview *self,
                                 FbNode         *table,
                                 guint           column)
{
  g_autofree char *title = fb_table_mapping_name_column (self->mapping, column);
  GPtrArray *planned = g_hash_table_lookup (self->columns, table);
  FbNode *node = planned != NULL ? find_planned (planned, title) : NULL;

  return fb_table_mapping_get (self->mapping, column)->type == FB_TARGET_NEW_OWN && node != NULL
                 && g_hash_table_contains (self->used, node)
             ? node
             : NULL;
}

/* A new own column is made where it has words, and in the table that the whole grid is for. */
static const FbProperty *
find_property (FbTablePreview *self,
               guint           column,
               FbKind          kind,
               FbNode         *table,
               const char     *words)
{
  const FbColumnTarget *target = fb_table_mapping_get (self->mapping, column);

  if (target->type != FB_TARGET_NEW_OWN)
    return fb_table_map_property (self->document, target, kind, table);
  if (kind != FB_KIND_MEASURE || table == NULL || (*words == '\0' && table != self->table))
    return NULL;

  return fb_property_for_column (fb_node_get_id (plan_column (self, column, table)));
}

/* Whether two columns are read as if they were one. */
static gboolean
is_one (FbTablePreview *self,
        guint           column,
        guint           other)
{
  const FbColumnTarget *target = fb_table_mapping_get (self->mapping, column);
  const FbColumnTarget *second = fb_table_mapping_get (self->mapping, other);

  if (!fb_column_target_same (target, second))
    return FALSE;
  if (target->type == FB_TARGET_NEW_OWN)
    return *target->heading != '\0' && g_str_equal (target->heading, second->heading);

  return target->type == FB_TARGET_PROPERTY || target->type == FB_TARGET_BODY || target->type == FB_TARGET_OWN
         || target->type == FB_TARGET_OWN_ID;
}

/* The words of a cell, and below them those of further columns with the same property. */
static char *
join_cells (FbTablePreview    *self,
            const FbTablePlan *row,
            guint              column)
{
  GString *words = g_string_new (fb_grid_get (self->grid, row->index, column));

  for (guint i = column + 1; i < self->mapping->targets->len; i++)
    {
      const char *more = fb_grid_get (self->grid, row->index, i);

      if (*more != '\0' && is_one (self, column, i) && !g_str_equal (words->str, more))
        g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", more);
    }

  return g_string_free (words, FALSE);
}

static FbCellStatus
read_cell (FbTablePreview *self,
           FbTablePlan    *row,
           guint           column,
           FbNode         *table)
{
  const FbColumnTarget *target = fb_table_mapping_get (self->mapping, column);
  g_autofree char *words = join_cells (self, row, column);
  const FbProperty *property;

  if (target->type == FB_TARGET_COUNTED)
    return FB_CELL_EMPTY;
  if (target->type == FB_TARGET_LEFT_OUT)
    return *words != '\0' ? FB_CELL_LEFT_OUT : FB_CELL_EMPTY;
  if (target->type == FB_TARGET_ID || target->type == FB_TARGET_KIND || target->type == FB_TARGET_PARENT)
    return *words == '\0' ? FB_CELL_EMPTY : row->node != NULL ? FB_CELL_SAME : FB_CELL_NEW;

  property = find_property (self, column, row->kind, table, words);
  if (row->node == NULL)
    return read_new (self, row, column, target, property, words);
  if (property != NULL)
    return read_known (self, row, column, property, words);
  if (*words != '\0')
    add_cell_problem (self, row, column, words, NULL);

  return *words != '\0' ? FB_CELL_UNKNOWN : FB_CELL_EMPTY;
}

void
fb_table_preview_read_cells (FbTablePreview *self,
                             FbTablePlan    *row)
{
  FbNode *table = get_table_of (self, row);

  for (guint i = 0; i < self->mapping->targets->len; i++)
    {
      guint first = 0;

      while (first < i && !is_one (self, first, i))
        first++;
      if (first == i)
        row->cells[i] = read_cell (self, row, i, table);
      else if (*fb_grid_get (self->grid, row->index, i) != '\0')
        row->cells[i] = row->cells[first];
    }
}
