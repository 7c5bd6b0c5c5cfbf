/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "flow/fb-measure-columns.h"

/* The columns of a table that says nothing else. */
static const struct
{
  const char *shows;
  const char *heading; /* a fixed word */
} defaults[] = {
  { "number", "No." },
  { "title", "Ideas, measures and steps" },
  { "period", "Period of implementation" },
  { "cost", "Cost" },
  { "responsible", "Implemented by" },
};

/* What the roles of columns are, where the property's reader does not say it. */
static const FbColumnRole roles[] = {
  [FB_READS_NOTHING] = FB_COLUMN_WORDS,      [FB_READS_PERIOD] = FB_COLUMN_PERIOD,
  [FB_READS_DATES] = FB_COLUMN_PERIOD,       [FB_READS_MONEY] = FB_COLUMN_MONEY,
  [FB_READS_RESPONSIBLE] = FB_COLUMN_BODIES, [FB_READS_ORDINAL] = FB_COLUMN_NUMBER,
};

/* The types of a user's own column. */
static const struct
{
  const char *type;
  FbColumnRole role;
} own_roles[] = {
  { "period", FB_COLUMN_PERIOD },
  { "money", FB_COLUMN_MONEY },
};

static void
free_column (gpointer data)
{
  FbMeasureColumn *column = data;

  g_free (column->heading);
  g_free (column);
}

static void
add_column (GPtrArray  *columns,
            const char *shows,
            const char *heading)
{
  FbMeasureColumn *column = g_new0 (FbMeasureColumn, 1);

  column->heading = g_strdup (heading);
  column->property = fb_kind_get_property (FB_KIND_MEASURE, shows);
  if (g_str_equal (shows, "number"))
    {
      column->place = FB_MEASURE_NUMBER;
      column->role = FB_COLUMN_NUMBER;
    }
  else if (g_str_equal (shows, "title"))
    {
      column->place = FB_MEASURE_TITLE;
      column->role = FB_COLUMN_PROSE;
    }
  else
    {
      column->place = fb_kind_get_property (FB_KIND_STEP, shows) != NULL ? FB_MEASURE_STEPPED : FB_MEASURE_VALUE;
      column->role = column->property->type == FB_VALUE_RICH ? FB_COLUMN_PROSE : roles[column->property->reads];
    }
  g_ptr_array_add (columns, column);
}

static void
add_own_column (GPtrArray *columns,
                FbNode    *node)
{
  FbMeasureColumn *column = g_new0 (FbMeasureColumn, 1);
  const char *type = fb_node_get_words (node, "type");

  column->heading = g_strdup (fb_node_get_title (node) != NULL ? fb_node_get_title (node) : "");
  column->property = fb_property_for_column (fb_node_get_id (node));
  column->place = FB_MEASURE_VALUE;
  column->role = FB_COLUMN_WORDS;
  for (guint i = 0; i < G_N_ELEMENTS (own_roles); i++)
    if (g_strcmp0 (own_roles[i].type, type) == 0)
      column->role = own_roles[i].role;
  g_ptr_array_add (columns, column);
}

static const char *
get_default_heading (FbComposer *composer,
                     const char *shows)
{
  const FbProperty *property = fb_kind_get_property (FB_KIND_MEASURE, shows);

  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    if (g_str_equal (defaults[i].shows, shows))
      return _fb_composer_word (composer, defaults[i].heading);

  return _fb_composer_label (composer, property);
}

static gboolean
is_placed (GPtrArray        *columns,
           const FbProperty *property)
{
  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    if (g_str_equal (defaults[i].shows, property->name))
      return TRUE;
  for (guint i = 0; i < columns->len; i++)
    if (((const FbMeasureColumn *) g_ptr_array_index (columns, i))->property == property)
      return TRUE;

  return g_str_equal (property->name, "text");
}

/* Adds what measures say besides. A usual column that the user has taken out stays out. */
static void
add_rest (FbComposer *composer,
          GPtrArray  *columns)
{
  g_autoptr (GPtrArray) properties = fb_document_get_properties (composer->document, FB_KIND_MEASURE);

  for (guint i = 0; i < properties->len; i++)
    {
      const FbProperty *property = g_ptr_array_index (properties, i);
      FbMeasureColumn *column;

      if (!_fb_composer_prints (composer, property) || is_placed (columns, property))
        continue;
      column = g_new0 (FbMeasureColumn, 1);
      column->property = property;
      column->place = FB_MEASURE_VALUE;
      column->role = FB_COLUMN_WORDS;
      column->heading = g_strdup (_fb_composer_label (composer, property));
      g_ptr_array_add (columns, column);
    }
}

/*
 * _fb_measure_columns_new:
 * @table: (nullable): a table of measures; NULL for the columns by default
 * @complete: whether whatever else a measure says has a place of its own, too, as on a sheet
 *
 * Returns: (element-type FbMeasureColumn) (transfer full): the columns the table asks for, else those by default
 */
GPtrArray *
_fb_measure_columns_new (FbComposer *composer,
                         FbNode     *table,
                         gboolean    complete)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (free_column);

  for (guint i = 0; table != NULL && i < fb_node_get_n_children (table); i++)
    {
      FbNode *node = fb_node_get_child (table, i);
      const char *shows, *title, *width;
      FbMeasureColumn *column;

      if (fb_node_get_kind (node) != FB_KIND_COLUMN)
        continue;
      shows = fb_node_get_words (node, "shows");
      title = _fb_composer_spell (fb_node_get_title (node));
      width = fb_node_get_words (node, "width");
      if (shows != NULL)
        add_column (columns, shows, title != NULL ? title : get_default_heading (composer, shows));
      else
        add_own_column (columns, node);
      column = g_ptr_array_index (columns, columns->len - 1);
      column->chosen = TRUE;
      column->width = width != NULL ? CLAMP (g_ascii_strtod (width, NULL), 0, 100) : 0;
    }
  if (columns->len == 0)
    for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
      add_column (columns, defaults[i].shows, _fb_composer_word (composer, defaults[i].heading));
  if (complete)
    add_rest (composer, columns);

  return columns;
}

/* Gives the table just begun its columns. A number names a row more briefly than the title with all its text. */
void
_fb_measure_columns_begin (FbComposer *composer,
                           GPtrArray  *columns)
{
  FbMeasurePlace naming = FB_MEASURE_TITLE;

  for (guint i = 0; i < columns->len; i++)
    if (((const FbMeasureColumn *) g_ptr_array_index (columns, i))->place == FB_MEASURE_NUMBER)
      naming = FB_MEASURE_NUMBER;

  for (guint i = 0; i < columns->len; i++)
    {
      const FbMeasureColumn *column = g_ptr_array_index (columns, i);

      fb_flow_builder_column (composer->builder, column->role, column->heading, column->width,
                              column->place == naming);
    }
}

/* Begins a paragraph "(1) ", to be gone on with. */
static void
begin_step (FbTextBuilder *builder,
            FbNode        *step)
{
  g_autofree char *label = _fb_composer_step_label (step);

  fb_text_builder_paragraph (builder, FB_PARAGRAPH_PLAIN, 0, FB_LIST_BULLET, 0, NULL);
  if (label != NULL)
    {
      fb_text_builder_append (builder, label, -1);
      fb_text_builder_append (builder, " ", 1);
    }
}

/* What a measure says, and then each of its steps: "(1) Ehrenamtsbörse, 32". NULL where none says anything. */
FbText *
_fb_composer_stepped (FbComposer       *composer,
                      FbNode           *measure,
                      const FbProperty *property)
{
  const FbProperty *of_step = fb_kind_get_property (FB_KIND_STEP, property->name);
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();
  g_autoptr (FbText) own = _fb_composer_value (composer, measure, property);
  gboolean any = own != NULL;

  if (own != NULL)
    fb_text_builder_append_text (builder, own);
  for (guint i = 0; i < fb_node_get_n_children (measure); i++)
    {
      FbNode *step = fb_node_get_child (measure, i);
      g_autoptr (FbText) value = NULL;

      if (!_fb_composer_shows_step (composer, step))
        continue;
      value = _fb_composer_value (composer, step, of_step);
      if (value == NULL)
        continue;
      begin_step (builder, step);
      _fb_composer_append_inline (builder, value);
      any = TRUE;
    }

  return any ? fb_text_builder_end (builder) : NULL;
}

/* "Sachstand 3/2017, laufend: ..." for each report of a measure or step. */
static void
append_reports (FbComposer    *composer,
                FbTextBuilder *builder,
                FbNode        *node)
{
  const FbProperty *status = fb_kind_get_property (FB_KIND_REPORT, "status");

  for (guint i = 0; i < fb_node_get_n_children (node); i++)
    {
      FbNode *report = fb_node_get_child (node, i);
      g_autoptr (GString) label = NULL;
      const FbChoice *choice;
      const char *date;

      if (fb_node_get_kind (report) != FB_KIND_REPORT)
        continue;
      label = g_string_new (_fb_composer_word (composer, "Progress"));
      date = _fb_composer_spell (fb_node_get_words (report, "date"));
      choice = fb_property_find_choice (status, fb_node_get_words (report, "status"));
      if (date != NULL)
        g_string_append_printf (label, " %s", date);
      if (choice != NULL)
        g_string_append_printf (label, ", %s", _fb_composer_word (composer, choice->label));
      _fb_composer_append_label (builder, label->str, fb_node_get_text (report, "text"));
    }
}

static void
append_step (FbComposer    *composer,
             FbTextBuilder *builder,
             FbNode        *step)
{
  static const char *const placed[] = { "number", "title", "text", "responsible", "period", "cost", NULL };
  const char *title = _fb_composer_spell (fb_node_get_title (step));
  FbText *text = fb_node_get_text (step, "text");

  begin_step (builder, step);
  if (title != NULL)
    {
      fb_text_builder_push (builder, FB_RUN_STRONG, NULL);
      fb_text_builder_append (builder, title, -1);
      fb_text_builder_pop (builder);
      if (text != NULL)
        fb_text_builder_line_break (builder);
    }
  _fb_composer_append_inline (builder, text);
  _fb_composer_append_rest (composer, builder, step, placed);
  append_reports (composer, builder, step);
}

static void
append_indicators (FbComposer    *composer,
                   FbTextBuilder *builder,
                   FbNode        *measure)
{
  static const char *const placed[] = { "title", NULL };

  for (guint i = 0; i < fb_node_get_n_children (measure); i++)
    {
      FbNode *indicator = fb_node_get_child (measure, i);
      g_autoptr (FbText) title = NULL;

      if (fb_node_get_kind (indicator) != FB_KIND_INDICATOR)
        continue;
      title = _fb_composer_words (fb_node_get_title (indicator));
      _fb_composer_append_label (builder, _fb_composer_word (composer, "Indicator"), title);
      _fb_composer_append_rest (composer, builder, indicator, placed);
    }
}

/* What the properties without a column say, in the cell of the title. */
static void
append_rest (FbComposer    *composer,
             FbTextBuilder *builder,
             GPtrArray     *columns,
             FbNode        *measure)
{
  g_autoptr (GPtrArray) properties = fb_document_get_properties (composer->document, FB_KIND_MEASURE);
  g_autoptr (GPtrArray) placed = g_ptr_array_new ();

  for (guint i = 0; i < properties->len; i++)
    if (is_placed (columns, g_ptr_array_index (properties, i)))
      g_ptr_array_add (placed, (gpointer) ((const FbProperty *) g_ptr_array_index (properties, i))->name);
  g_ptr_array_add (placed, NULL);
  _fb_composer_append_rest (composer, builder, measure, (const char *const *) placed->pdata);
}

static gboolean
is_empty (const FbText *text)
{
  gsize length;

  fb_text_get_buffer (text, &length);

  return length == 0;
}

static FbText *
make_title (FbComposer *composer,
            GPtrArray  *columns,
            FbNode     *measure,
            gboolean    titled)
{
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();
  const char *title = _fb_composer_spell (fb_node_get_title (measure));
  FbText *text = fb_node_get_text (measure, "text");
  FbText *whole;

  if (titled && title != NULL)
    {
      fb_text_builder_push (builder, FB_RUN_STRONG, NULL);
      fb_text_builder_append (builder, title, -1);
      fb_text_builder_pop (builder);
    }
  if (text != NULL)
    fb_text_builder_append_text (builder, text);
  for (guint i = 0; i < fb_node_get_n_children (measure); i++)
    if (_fb_composer_shows_step (composer, fb_node_get_child (measure, i)))
      append_step (composer, builder, fb_node_get_child (measure, i));
  append_reports (composer, builder, measure);
  append_indicators (composer, builder, measure);
  append_rest (composer, builder, columns, measure);

  whole = fb_text_builder_end (builder);
  if (is_empty (whole))
    g_clear_pointer (&whole, fb_text_unref);

  return whole;
}

/*
 * _fb_measure_column_value:
 * @titled: whether the cell of the title says the title, too; a sheet has it as heading
 *
 * Returns: (transfer full) (nullable): what stands in the column
 */
FbText *
_fb_measure_column_value (FbComposer            *composer,
                          GPtrArray             *columns,
                          const FbMeasureColumn *column,
                          FbNode                *measure,
                          gboolean               titled)
{
  switch (column->place)
    {
    case FB_MEASURE_NUMBER:
      return _fb_composer_words (fb_node_get_number (measure));
    case FB_MEASURE_TITLE:
      return make_title (composer, columns, measure, titled);
    case FB_MEASURE_STEPPED:
      return _fb_composer_stepped (composer, measure, column->property);
    case FB_MEASURE_VALUE:
      return _fb_composer_value (composer, measure, column->property);
    }

  return NULL;
}

/* Adds the row of a measure to the table. */
void
_fb_measure_columns_row (FbComposer *composer,
                         GPtrArray  *columns,
                         FbNode     *measure)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  for (guint i = 0; i < columns->len; i++)
    g_ptr_array_add (cells, _fb_measure_column_value (composer, columns, g_ptr_array_index (columns, i), measure,
                                                      TRUE));
  fb_flow_builder_row (composer->builder, fb_node_get_id (measure), (FbText **) cells->pdata);
  for (guint i = 0; i < cells->len; i++)
    g_clear_pointer (&g_ptr_array_index (cells, i), fb_text_unref);
}
