/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "flow/fb-composer.h"

#include "flow/fb-measure-columns.h"

/* The properties of a table of measures, a measure and a step that are printed at a place of their own. */
static const char *const table_placed[] = { "title", "number", "caption", "text", NULL };

static void
compose_rest (FbComposer *composer,
              FbNode     *node)
{
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();

  if (_fb_composer_append_rest (composer, builder, node, table_placed))
    {
      g_autoptr (FbText) rest = fb_text_builder_end (builder);

      _fb_composer_text (composer, node, FB_TEXT_DETAILS, rest);
    }
}

static gboolean
is_tabular (FbNode *table)
{
  const char *layout = fb_node_get_words (table, "layout");

  return layout == NULL || g_str_equal (layout, "table");
}

/* On a sheet the heading says the title; what is left of that column is a description. */
static const char *
get_sheet_label (FbComposer            *composer,
                 const FbMeasureColumn *column)
{
  if (column->place == FB_MEASURE_TITLE && !column->chosen)
    return _fb_composer_word (composer, "Description");

  return column->heading;
}

static GPtrArray *
collect_measures (FbNode *parent)
{
  GPtrArray *measures = g_ptr_array_new ();

  for (guint i = 0; i < fb_node_get_n_children (parent); i++)
    {
      FbNode *child = fb_node_get_child (parent, i);

      if (fb_node_get_kind (child) == FB_KIND_MEASURE)
        g_ptr_array_add (measures, child);
    }

  return measures;
}

/* One table: the measures of a band, or those that stand in none. */
static void
compose_table (FbComposer *composer,
               FbNode     *table,
               FbNode     *band,
               GPtrArray  *measures,
               GPtrArray  *columns,
               const char *caption)
{
  const char *name = _fb_composer_spell (fb_node_get_title (table));

  fb_flow_builder_table (composer->builder, fb_node_get_id (band != NULL ? band : table),
                         name != NULL ? name : _fb_composer_word (composer, "Measures"));
  fb_flow_builder_table_caption (composer->builder, _fb_composer_word (composer, "Table"), caption);
  if (band != NULL)
    fb_flow_builder_table_band (composer->builder, fb_node_get_title (band));
  _fb_measure_columns_begin (composer, columns);
  for (guint i = 0; i < measures->len; i++)
    _fb_measure_columns_row (composer, columns, g_ptr_array_index (measures, i));
}

static void
compose_sheet_of (FbComposer *composer,
                  FbNode     *measure,
                  GPtrArray  *columns,
                  guint       level)
{
  g_autofree char *label = fb_node_dup_label (measure);
  gboolean headed = _fb_composer_heading (composer, measure, level, FALSE);

  fb_flow_builder_table (composer->builder, headed ? NULL : fb_node_get_id (measure), label);
  fb_flow_builder_column (composer->builder, FB_COLUMN_LABEL, "", 0, TRUE);
  fb_flow_builder_column (composer->builder, FB_COLUMN_PROSE, "", 0, FALSE);
  for (guint i = 0; i < columns->len; i++)
    {
      const FbMeasureColumn *column = g_ptr_array_index (columns, i);
      g_autoptr (FbText) heading = _fb_composer_words (get_sheet_label (composer, column));
      g_autoptr (FbText) value = NULL;
      FbText *cells[2];

      /* Number and title are in the heading already. */
      if (headed && column->place == FB_MEASURE_NUMBER)
        continue;
      value = _fb_measure_column_value (composer, columns, column, measure, !headed);
      if (value == NULL && !column->chosen)
        continue;
      cells[0] = heading;
      cells[1] = value;
      fb_flow_builder_row (composer->builder, NULL, cells);
    }
}

static void
compose_item (FbComposer *composer,
              FbNode     *measure,
              GPtrArray  *columns,
              guint       level)
{
  g_autoptr (FbTextBuilder) details = fb_text_builder_new ();
  gboolean headed = _fb_composer_heading (composer, measure, level, FALSE);
  gboolean any = FALSE;

  for (guint i = 0; i < columns->len; i++)
    {
      const FbMeasureColumn *column = g_ptr_array_index (columns, i);
      g_autoptr (FbText) value = NULL;

      if (headed && column->place == FB_MEASURE_NUMBER)
        continue;
      value = _fb_measure_column_value (composer, columns, column, measure, !headed);
      if (value == NULL)
        continue;
      if (column->place == FB_MEASURE_TITLE)
        {
          _fb_composer_text (composer, measure, FB_TEXT_BODY, value);
          continue;
        }
      _fb_composer_append_label (details, column->heading, value);
      any = TRUE;
    }
  if (any)
    {
      g_autoptr (FbText) text = fb_text_builder_end (details);

      _fb_composer_text (composer, measure, FB_TEXT_DETAILS, text);
    }
}

/* The measures of one band or of none, in the layout of their table. */
static void
compose_run (FbComposer *composer,
             FbNode     *table,
             FbNode     *band,
             GPtrArray  *measures,
             GPtrArray  *columns,
             guint       level,
             const char *caption)
{
  const char *layout = fb_node_get_words (table, "layout");
  gboolean sheets = g_strcmp0 (layout, "sheets") == 0;
  gboolean list = g_strcmp0 (layout, "list") == 0;

  if (!sheets && !list && measures->len > 0)
    {
      compose_table (composer, table, band, measures, columns, caption);
      return;
    }

  /* No table to carry them: caption and band stand by themselves. */
  if (caption != NULL)
    {
      g_autoptr (FbText) text = _fb_composer_words (caption);

      _fb_composer_text (composer, table, FB_TEXT_LABEL, text);
    }
  if (band != NULL && _fb_composer_spell (fb_node_get_title (band)) != NULL)
    {
      if (measures->len > 0)
        {
          _fb_composer_heading (composer, band, level++, FALSE);
        }
      else
        {
          g_autoptr (FbText) text = _fb_composer_words (fb_node_get_title (band));

          _fb_composer_text (composer, band, FB_TEXT_LABEL, text);
        }
    }
  for (guint i = 0; i < measures->len; i++)
    (sheets ? compose_sheet_of : compose_item) (composer, g_ptr_array_index (measures, i), columns, level);
}

/* A table of measures behind its heading, or one band of it. */
void
_fb_composer_measures (FbComposer *composer,
                       FbNode     *node,
                       guint       level)
{
  gboolean one_band = fb_node_get_kind (node) == FB_KIND_GROUP;
  FbNode *table = one_band ? fb_node_get_parent (node) : node;
  g_autoptr (GPtrArray) columns = _fb_measure_columns_new (composer, table, !is_tabular (table));
  g_autoptr (GPtrArray) plain = collect_measures (node);
  const char *caption = _fb_composer_spell (fb_node_get_words (table, "caption"));

  if (one_band)
    {
      compose_run (composer, table, node, plain, columns, level, caption);
      return;
    }

  if (composer->printout->scope != FB_SCOPE_MEASURES)
    {
      _fb_composer_text (composer, node, FB_TEXT_BODY, fb_node_get_text (node, "text"));
      compose_rest (composer, node);
    }
  if (plain->len > 0 || (caption != NULL && fb_node_get_child_of_kind (node, FB_KIND_GROUP) == NULL))
    {
      compose_run (composer, node, NULL, plain, columns, level, caption);
      caption = NULL;
    }
  for (guint i = 0; i < fb_node_get_n_children (node); i++)
    {
      FbNode *band = fb_node_get_child (node, i);
      g_autoptr (GPtrArray) measures = NULL;

      if (fb_node_get_kind (band) != FB_KIND_GROUP)
        continue;
      measures = collect_measures (band);
      compose_run (composer, node, band, measures, columns, level, caption);
      caption = NULL;
    }
}

/* One measure by itself. */
void
_fb_composer_sheet (FbComposer *composer,
                    FbNode     *measure,
                    guint       level)
{
  g_autoptr (GPtrArray) columns = _fb_measure_columns_new (composer, fb_node_get_ancestor (measure, FB_KIND_MEASURES),
                                                           TRUE);

  compose_sheet_of (composer, measure, columns, level);
}
