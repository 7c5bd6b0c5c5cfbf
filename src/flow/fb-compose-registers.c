/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "flow/fb-composer.h"

#include "concept/fb-coverage.h"

/* Registers and overviews, where a chapter generates them. */

/* A register and what its entries print besides what the kinds table prints by default. */
static const struct
{
  FbKind kind;
  const char *word; /* what the table is called */
  const char *also[4];
} registers[] = {
  { FB_KIND_ACTORS, "Actors and abbreviations", { "spellings", NULL } },
  { FB_KIND_RESOLUTIONS, "Resolutions", { NULL } },
  { FB_KIND_CEILINGS, "Budget ceilings", { "fields", "resolution", NULL } },
  { FB_KIND_EDITIONS, "Editions", { NULL } },
  { FB_KIND_WAIVERS, "Findings set aside", { "place", NULL } },
};

/* The title of a register is a heading of its own where the chapter is called otherwise. */
static guint
compose_head (FbComposer *composer,
              FbNode     *node,
              FbNode     *chapter,
              guint       level)
{
  const char *title = _fb_composer_spell (fb_node_get_title (node));

  if (title != NULL && (chapter == NULL || g_strcmp0 (title, fb_node_get_title (chapter)) != 0))
    {
      _fb_composer_heading (composer, node, level, FALSE);
      level++;
    }
  _fb_composer_text (composer, node, FB_TEXT_BODY, fb_node_get_text (node, "text"));

  return level;
}

static GPtrArray *
collect (FbNode *node,
         FbKind  kind)
{
  GPtrArray *nodes = g_ptr_array_new ();

  for (FbNode *below = node; below != NULL; below = fb_node_get_next (below, node))
    if (fb_node_get_kind (below) == kind)
      g_ptr_array_add (nodes, below);

  return nodes;
}

static GPtrArray *
collect_children (FbNode *node)
{
  GPtrArray *nodes = g_ptr_array_new ();

  for (guint i = 0; i < fb_node_get_n_children (node); i++)
    g_ptr_array_add (nodes, fb_node_get_child (node, i));

  return nodes;
}

/* "Experten-Workshop (24 Personen), 05.07.2016, Rathaus", for an event that has no text of its own. */
static void
append_event (FbComposer    *composer,
              FbTextBuilder *builder,
              FbNode        *event)
{
  static const char *const placed[] = { "title", "participants", "dates", "venue", "text", NULL };
  const FbProperty *kind = fb_kind_get_property (FB_KIND_EVENT, "kind");
  const char *title = _fb_composer_spell (fb_node_get_title (event));
  const char *participants = _fb_composer_spell (fb_node_get_words (event, "participants"));
  const char *after[] = { fb_node_get_words (event, "dates"), fb_node_get_words (event, "venue") };
  const FbChoice *choice = fb_property_find_choice (kind, fb_node_get_words (event, "kind"));
  g_autoptr (FbTextBuilder) rest = fb_text_builder_new ();

  if (title == NULL && choice != NULL)
    title = _fb_composer_word (composer, choice->label);
  if (title != NULL)
    fb_text_builder_append (builder, title, -1);
  if (participants != NULL)
    {
      fb_text_builder_append (builder, " (", -1);
      fb_text_builder_append (builder, participants, -1);
      fb_text_builder_append (builder, ")", -1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    if (_fb_composer_spell (after[i]) != NULL)
      {
        if (title != NULL || participants != NULL || i > 0)
          fb_text_builder_append (builder, ", ", -1);
        fb_text_builder_append (builder, after[i], -1);
      }
  if (_fb_composer_append_rest (composer, rest, event, placed))
    {
      g_autoptr (FbText) details = fb_text_builder_end (rest);

      _fb_composer_append_nested (builder, details, 1);
    }
}

static void
compose_events (FbComposer *composer,
                FbNode     *process)
{
  g_autoptr (GPtrArray) events = collect_children (process);
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();
  g_autoptr (FbText) whole = NULL;

  if (events->len == 0)
    return;

  for (guint i = 0; i < events->len; i++)
    {
      FbNode *event = g_ptr_array_index (events, i);
      FbText *text = fb_node_get_text (event, "text");

      fb_text_builder_paragraph (builder, FB_PARAGRAPH_ITEM, 1, FB_LIST_BULLET, 0, NULL);
      if (text == NULL)
        {
          append_event (composer, builder, event);
        }
      else
        {
          guint n = fb_text_get_n_paragraphs (text);
          gboolean plain = fb_text_get_paragraph (text, 0)->kind == FB_PARAGRAPH_PLAIN;
          g_autoptr (FbText) more = plain && n > 1 ? fb_text_slice (text, 1, n - 1) : NULL;

          if (plain)
            fb_text_builder_append_inline (builder, text, 0);
          _fb_composer_append_nested (builder, plain ? more : text, 1);
        }
    }
  whole = fb_text_builder_end (builder);
  _fb_composer_text (composer, g_ptr_array_index (events, 0), FB_TEXT_BODY, whole);
}

static void
compose_register_below (FbComposer *composer,
                        FbNode     *node,
                        FbNode     *chapter,
                        guint       level)
{
  g_autoptr (GPtrArray) entries = collect_children (node);

  compose_head (composer, node, chapter, level);
  if (fb_node_get_kind (node) == FB_KIND_PROCESS)
    {
      compose_events (composer, node);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    if (registers[i].kind == fb_node_get_kind (node))
      _fb_composer_node_table (composer, NULL, _fb_composer_word (composer, registers[i].word), entries,
                               registers[i].also);
}

/* A register by itself. */
void
_fb_composer_register (FbComposer *composer,
                       FbNode     *node,
                       guint       level)
{
  compose_register_below (composer, node, NULL, level);
}

static void
generate_register (FbComposer *composer,
                   FbNode     *chapter,
                   guint       level,
                   FbKind      kind)
{
  FbNode *node = fb_node_get_child_of_kind (fb_document_get_root (composer->document), kind);

  if (node != NULL)
    compose_register_below (composer, node, chapter, level);
}

static void
generate_process (FbComposer *composer,
                  FbNode     *chapter,
                  guint       level)
{
  generate_register (composer, chapter, level, FB_KIND_PROCESS);
}

static void
generate_resolutions (FbComposer *composer,
                      FbNode     *chapter,
                      guint       level)
{
  generate_register (composer, chapter, level, FB_KIND_RESOLUTIONS);
}

static void
generate_actors (FbComposer *composer,
                 FbNode     *chapter,
                 guint       level)
{
  generate_register (composer, chapter, level, FB_KIND_ACTORS);
}

static void
generate_editions (FbComposer *composer,
                   FbNode     *chapter,
                   guint       level)
{
  generate_register (composer, chapter, level, FB_KIND_EDITIONS);
}

static void
add_row (FbComposer *composer,
         FbText    **cells,
         guint       n_cells)
{
  fb_flow_builder_row (composer->builder, NULL, cells);
  for (guint i = 0; i < n_cells; i++)
    g_clear_pointer (&cells[i], fb_text_unref);
}

/* The field a node belongs to, as a link to it. */
static FbText *
refer_to_field (FbNode *node)
{
  FbNode *field = fb_node_get_ancestor (node, FB_KIND_FIELD);
  g_autoptr (FbTextBuilder) builder = NULL;

  if (field == NULL)
    return NULL;
  builder = fb_text_builder_new ();
  fb_text_builder_reference (builder, fb_node_get_id (field));

  return fb_text_builder_end (builder);
}

static void
generate_goals (FbComposer *composer,
                FbNode     *chapter,
                guint       level)
{
  g_autoptr (GPtrArray) goals = collect (fb_document_get_root (composer->document), FB_KIND_GOAL);
  const FbProperty *property = fb_kind_get_property (FB_KIND_GOAL, "level");

  if (goals->len == 0)
    return;

  fb_flow_builder_table (composer->builder, NULL, _fb_composer_word (composer, "Overview of goals"));
  fb_flow_builder_column (composer->builder, FB_COLUMN_NUMBER, _fb_composer_word (composer, "No."), 0, FALSE);
  fb_flow_builder_column (composer->builder, FB_COLUMN_PROSE, _fb_composer_word (composer, "Goal"), 0, TRUE);
  fb_flow_builder_column (composer->builder, FB_COLUMN_WORDS, _fb_composer_word (composer, "Level"), 0, FALSE);
  fb_flow_builder_column (composer->builder, FB_COLUMN_WORDS, _fb_composer_word (composer, "Field of action"), 0,
                          FALSE);
  for (guint i = 0; i < goals->len; i++)
    {
      FbNode *goal = g_ptr_array_index (goals, i);
      g_autofree char *label = fb_node_dup_label (goal);
      FbText *cells[] = {
        _fb_composer_words (fb_node_get_number (goal)),
        _fb_composer_words (label),
        _fb_composer_value (composer, goal, property),
        refer_to_field (goal),
      };

      add_row (composer, cells, G_N_ELEMENTS (cells));
    }
}

/* "4.2 Stärkung ..., Nr. 2" as it stands in the table: the measures in the order of the document. */
static void
generate_measures (FbComposer *composer,
                   FbNode     *chapter,
                   guint       level)
{
  g_autoptr (GPtrArray) measures = collect (fb_document_get_root (composer->document), FB_KIND_MEASURE);
  static const char *const shown[] = { "period", "cost", "responsible" };
  static const FbColumnRole roles[] = { FB_COLUMN_PERIOD, FB_COLUMN_MONEY, FB_COLUMN_BODIES };

  if (measures->len == 0)
    return;

  fb_flow_builder_table (composer->builder, NULL, _fb_composer_word (composer, "Overview of measures"));
  fb_flow_builder_column (composer->builder, FB_COLUMN_WORDS, _fb_composer_word (composer, "Field of action"), 0,
                          FALSE);
  fb_flow_builder_column (composer->builder, FB_COLUMN_NUMBER, _fb_composer_word (composer, "No."), 0, FALSE);
  fb_flow_builder_column (composer->builder, FB_COLUMN_PROSE, _fb_composer_word (composer, "Measure"), 0, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    fb_flow_builder_column (composer->builder, roles[i],
                            _fb_composer_label (composer, fb_kind_get_property (FB_KIND_MEASURE, shown[i])), 0, FALSE);
  for (guint i = 0; i < measures->len; i++)
    {
      FbNode *measure = g_ptr_array_index (measures, i);
      g_autofree char *label = fb_node_dup_label (measure);
      FbText *cells[3 + G_N_ELEMENTS (shown)] = {
        refer_to_field (measure),
        _fb_composer_words (fb_node_get_number (measure)),
        _fb_composer_words (label),
      };

      for (guint j = 0; j < G_N_ELEMENTS (shown); j++)
        cells[3 + j] = _fb_composer_stepped (composer, measure, fb_kind_get_property (FB_KIND_MEASURE, shown[j]));
      add_row (composer, cells, G_N_ELEMENTS (cells));
    }
}

static FbText *
refer_to_all (GPtrArray *nodes)
{
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();

  for (guint i = 0; i < nodes->len; i++)
    {
      fb_text_builder_paragraph (builder, FB_PARAGRAPH_PLAIN, 0, FB_LIST_BULLET, 0, NULL);
      fb_text_builder_reference (builder, fb_node_get_id (g_ptr_array_index (nodes, i)));
    }

  return fb_text_builder_end (builder);
}

/* For each goal the measures that serve it, and the measures that serve none. A matrix of twenty goals by fifty
 * measures fits no paper and reads badly aloud; its rows do. */
static void
generate_coverage (FbComposer *composer,
                   FbNode     *chapter,
                   guint       level)
{
  g_autoptr (FbCoverage) coverage = fb_coverage_new (composer->document);
  GPtrArray *goals = fb_coverage_get_goals (coverage);
  GPtrArray *measures = fb_coverage_get_measures (coverage);
  g_autoptr (GPtrArray) idle = g_ptr_array_new ();

  for (guint i = 0; i < measures->len; i++)
    if (fb_coverage_get_served (coverage, g_ptr_array_index (measures, i)) == NULL)
      g_ptr_array_add (idle, g_ptr_array_index (measures, i));
  if (goals->len == 0 && idle->len == 0)
    return;

  fb_flow_builder_table (composer->builder, NULL, _fb_composer_word (composer, "Goals and measures: coverage"));
  fb_flow_builder_column (composer->builder, FB_COLUMN_NUMBER, _fb_composer_word (composer, "No."), 0, FALSE);
  fb_flow_builder_column (composer->builder, FB_COLUMN_PROSE, _fb_composer_word (composer, "Goal"), 0, TRUE);
  fb_flow_builder_column (composer->builder, FB_COLUMN_PROSE, _fb_composer_word (composer, "Measures"), 0, FALSE);
  for (guint i = 0; i < goals->len; i++)
    {
      FbNode *goal = g_ptr_array_index (goals, i);
      GPtrArray *serving = fb_coverage_get_serving (coverage, goal);
      g_autofree char *label = fb_node_dup_label (goal);
      FbText *cells[] = {
        _fb_composer_words (fb_node_get_number (goal)),
        _fb_composer_words (label),
        serving != NULL ? refer_to_all (serving) : _fb_composer_words (_fb_composer_word (composer, "none")),
      };

      add_row (composer, cells, G_N_ELEMENTS (cells));
    }
  if (idle->len > 0)
    {
      FbText *cells[] = {
        NULL,
        _fb_composer_words (_fb_composer_word (composer, "Measures without a goal")),
        refer_to_all (idle),
      };

      add_row (composer, cells, G_N_ELEMENTS (cells));
    }
}

/* What a chapter can generate: the choices of its property "generates". A new overview is a new row. */
static const struct
{
  const char *name;
  FbGenerate generate;
} generators[] = {
  { "process", generate_process },   { "resolutions", generate_resolutions }, { "actors", generate_actors },
  { "goals", generate_goals },       { "measures", generate_measures },       { "coverage", generate_coverage },
  { "costs", _fb_composer_costs },   { "timeline", _fb_composer_timeline },   { "editions", generate_editions },
};

/* Prints the register or overview that a chapter generates, if any. */
void
_fb_composer_generate (FbComposer *composer,
                       FbNode     *chapter,
                       guint       level)
{
  const char *name = fb_node_get_words (chapter, "generates");

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (generators); i++)
    if (g_str_equal (generators[i].name, name))
      generators[i].generate (composer, chapter, level);
}
