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

static void
add_cell_problem (FbTablePreview *self,
                  const FbTablePlan      *row,
                  guint           column,
                  const char     *words)
{
  const FbColumnTarget *target = g_ptr_array_index (self->targets, column);
  g_autofree char *problem = NULL;

  if (target->heading != NULL && *target->heading != '\0')
    /* Translators: the heading of a column, and the words of a cell in it */
    problem = g_strdup_printf (_("%s: “%s” is not understood"), target->heading, words);
  else
    problem = g_strdup_printf (_("“%s” is not understood"), words);
  fb_table_preview_add_problem (self, row, problem);
}

const char *
fb_table_preview_get_words (FbTablePreview *self,
           const FbTablePlan      *row,
           FbTargetType    type)
{
  for (guint i = 0; i < self->targets->len; i++)
    if (((const FbColumnTarget *) g_ptr_array_index (self->targets, i))->type == type)
      return fb_grid_get (self->grid, row->index, i);

  return "";
}

static void
add_setting (GArray           *settings,
             const FbProperty *property,
             FbValue          *value)
{
  FbTableSetting setting = { property, value != NULL ? fb_value_ref (value) : NULL };

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

  if (!fb_table_map_read (self->document, property, words, before, &value))
    {
      add_cell_problem (self, row, column, words);
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

  if (*words == '\0')
    return FB_CELL_EMPTY;
  if (target->type == FB_TARGET_BODY && row->kind == FB_KIND_MEASURE)
    {
      read_body (row, words);
      return FB_CELL_NEW;
    }
  if (property == NULL)
    {
      add_cell_problem (self, row, column, words);
      add_remains (row, target->heading, words);
      return FB_CELL_UNKNOWN;
    }
  if (!self->own && row->kind == FB_KIND_MEASURE && fb_kind_get_property (FB_KIND_STEP, property->name) != NULL
      && (property->type == FB_VALUE_WORDS || property->type == FB_VALUE_RICH) && !g_str_equal (property->name, "number")
      && split_steps (row, words, property->name, &lead))
    {
      fb_table_settings_add_words (row->settings, FB_KIND_MEASURE, property->name, lead);
      return FB_CELL_NEW;
    }
  if (!fb_table_map_read (self->document, property, words, NULL, &value))
    {
      add_cell_problem (self, row, column, words);
      add_remains (row, target->heading, words);
      return FB_CELL_UNKNOWN;
    }
  add_setting (row->settings, property, value);

  return FB_CELL_NEW;
}

void
fb_table_preview_read_cells (FbTablePreview *self,
            FbTablePlan            *row)
{
  FbNode *table = get_table_of (self, row);

  for (guint i = 0; i < self->targets->len; i++)
    {
      const FbColumnTarget *target = g_ptr_array_index (self->targets, i);
      const FbProperty *property = fb_table_map_property (self->document, target, row->kind, table);
      const char *words = fb_grid_get (self->grid, row->index, i);

      if (target->type == FB_TARGET_COUNTED)
        continue;
      if (target->type == FB_TARGET_ID || target->type == FB_TARGET_KIND || target->type == FB_TARGET_PARENT)
        {
          row->cells[i] = *words == '\0' ? FB_CELL_EMPTY : row->node != NULL ? FB_CELL_SAME : FB_CELL_NEW;
          continue;
        }
      if (row->node == NULL)
        {
          row->cells[i] = read_new (self, row, i, target, property, words);
          continue;
        }
      if (property != NULL)
        {
          row->cells[i] = read_known (self, row, i, property, words);
          continue;
        }
      row->cells[i] = *words != '\0' ? FB_CELL_UNKNOWN : FB_CELL_EMPTY;
      if (*words != '\0')
        add_cell_problem (self, row, i, words);
    }
}
