/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "flow/fb-flow-private.h"
#include "flow/fb-table-layout.h"

struct _FbFlowBuilder
{
  FbFlow *flow;
  const char *language;     /* of the next block, NULL: the flow's */
  GHashTable *anchors;      /* id that names a place -> the FbBlock it is in */
  GHashTable *references;   /* ids that something refers to */
  GPtrArray *reference_ids; /* the same in the order of their appearance */
  GHashTable *series;       /* word -> last number */

  /* What is being put together; it is complete when the next block begins. */
  FbBlock *open;
  FbTable *table;
  GArray *columns; /* FbColumn */
  GPtrArray *rows; /* FbRow */
  GArray *lines;   /* FbTitleLine */
};

static const char *
keep (FbFlowBuilder *builder,
      const char    *string)
{
  return string != NULL ? g_string_chunk_insert_const (builder->flow->strings, string) : NULL;
}

static const char *
keep_filled (FbFlowBuilder *builder,
             const char    *string)
{
  return string != NULL && *string != '\0' ? keep (builder, string) : NULL;
}

/* The first place that comes from a node is the one that is linked to. */
static const char *
claim_anchor (FbFlowBuilder *builder,
              const char    *id,
              FbBlock       *block)
{
  if (id == NULL || g_hash_table_contains (builder->anchors, id))
    return NULL;
  g_hash_table_insert (builder->anchors, (gpointer) id, block);

  return id;
}

static void
note_references (FbFlowBuilder *builder,
                 const FbText  *text)
{
  for (guint i = 0; i < fb_text_get_n_runs (text); i++)
    {
      const FbRun *run = fb_text_get_run (text, i);

      if (run->kind == FB_RUN_NOTE && run->note != NULL)
        {
          note_references (builder, run->note);
        }
      else if (run->kind == FB_RUN_REFERENCE)
        {
          const char *id = keep (builder, run->target);

          if (g_hash_table_add (builder->references, (gpointer) id))
            g_ptr_array_add (builder->reference_ids, (gpointer) id);
        }
    }
}

static FbText *
take_text (FbFlowBuilder *builder,
           FbText        *text)
{
  note_references (builder, text);

  return fb_text_ref (text);
}

static void
finish_table (FbFlowBuilder *builder)
{
  FbTable *table = builder->table;

  if (table == NULL)
    return;

  table->n_columns = builder->columns->len;
  table->n_rows = builder->rows->len;
  fb_table_layout (table, (FbColumn *) (gpointer) builder->columns->data, (FbRow *const *) builder->rows->pdata);
  table->columns = (const FbColumn *) (gpointer) g_array_free (g_steal_pointer (&builder->columns), FALSE);
  table->rows = (const FbRow *const *) g_ptr_array_free (g_steal_pointer (&builder->rows), FALSE);
  builder->table = NULL;
}

static void
finish_lines (FbFlowBuilder *builder)
{
  if (builder->lines == NULL)
    return;

  builder->open->n_lines = builder->lines->len;
  builder->open->lines = (const FbTitleLine *) (gpointer) g_array_free (g_steal_pointer (&builder->lines), FALSE);
}

static FbBlock *
add_block (FbFlowBuilder *builder,
           FbBlockType    type,
           const char    *id)
{
  FbBlock *block = g_new0 (FbBlock, 1);

  finish_table (builder);
  finish_lines (builder);

  block->type = type;
  block->id = keep (builder, id);
  block->anchor = claim_anchor (builder, block->id, block);
  block->language = builder->language;
  g_ptr_array_add (builder->flow->blocks, block);
  builder->open = block;

  return block;
}

static guint
count (FbFlowBuilder *builder,
       const char    *series)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (builder->series, series)) + 1;

  g_hash_table_insert (builder->series, (gpointer) series, GUINT_TO_POINTER (number));

  return number;
}

/**
 * fb_flow_builder_new:
 * @language: the BCP 47 tag of the language of the whole
 *
 * Returns: (transfer full): a builder, to be ended with fb_flow_builder_end() or freed
 */
FbFlowBuilder *
fb_flow_builder_new (const char *language)
{
  FbFlowBuilder *builder = g_new0 (FbFlowBuilder, 1);

  builder->flow = _fb_flow_new (language);
  builder->anchors = g_hash_table_new (g_str_hash, g_str_equal);
  builder->references = g_hash_table_new (g_str_hash, g_str_equal);
  builder->reference_ids = g_ptr_array_new ();
  builder->series = g_hash_table_new (g_str_hash, g_str_equal);

  return builder;
}

/** Says something of the whole; empty words are as good as none. */
void
fb_flow_builder_set_meta (FbFlowBuilder *builder,
                          FbMeta         meta,
                          const char    *words)
{
  g_return_if_fail (meta < FB_N_META);

  builder->flow->meta[meta] = keep_filled (builder, words);
}

/** Gives the blocks that follow a language of their own; NULL goes back to the flow's. */
void
fb_flow_builder_set_language (FbFlowBuilder *builder,
                              const char    *language)
{
  builder->language = keep_filled (builder, language);
  if (builder->language != NULL && g_str_equal (builder->language, builder->flow->language))
    builder->language = NULL;
}

/** Begins a title page; its lines follow with fb_flow_builder_title_line(). */
void
fb_flow_builder_title_page (FbFlowBuilder *builder,
                            const char    *id)
{
  add_block (builder, FB_BLOCK_TITLE_PAGE, id);
  builder->lines = g_array_new (FALSE, FALSE, sizeof (FbTitleLine));
}

/** Adds a line to the title page just begun. */
void
fb_flow_builder_title_line (FbFlowBuilder *builder,
                            FbTitleRole    role,
                            FbText        *text)
{
  FbTitleLine line = { role, NULL };

  g_return_if_fail (builder->lines != NULL && text != NULL);

  line.text = take_text (builder, text);
  g_array_append_val (builder->lines, line);
}

/** Adds a table of contents of the headings down to level @depth. */
void
fb_flow_builder_contents (FbFlowBuilder *builder,
                          const char    *title,
                          guint          depth)
{
  FbBlock *block = add_block (builder, FB_BLOCK_CONTENTS, NULL);

  block->text = fb_text_new_plain (title);
  block->level = CLAMP (depth, 1, FB_FLOW_MAX_LEVEL);
}

/**
 * fb_flow_builder_heading:
 * @level: from 1
 * @number: (nullable): as printed, "4.2"
 * @in_contents: whether the table of contents and the outline list it
 *
 * Adds a heading.
 */
void
fb_flow_builder_heading (FbFlowBuilder *builder,
                         const char    *id,
                         guint          level,
                         const char    *number,
                         FbText        *text,
                         gboolean       in_contents)
{
  FbBlock *block = add_block (builder, FB_BLOCK_HEADING, id);

  block->level = CLAMP (level, 1, FB_FLOW_MAX_LEVEL);
  block->number = keep_filled (builder, number);
  block->text = take_text (builder, text);
  block->in_contents = in_contents;
}

/** Adds prose: the paragraphs and lists of @text. NULL adds nothing. */
void
fb_flow_builder_text (FbFlowBuilder *builder,
                      const char    *id,
                      FbTextRole     role,
                      FbText        *text)
{
  FbBlock *block;

  if (text == NULL)
    return;

  block = add_block (builder, FB_BLOCK_TEXT, id);
  block->role = role;
  block->text = take_text (builder, text);
}

/** What follows begins on a new page. */
void
fb_flow_builder_page_break (FbFlowBuilder *builder)
{
  add_block (builder, FB_BLOCK_PAGE_BREAK, NULL);
}

/** Adds a figure; everything in @figure but its number is copied. */
void
fb_flow_builder_figure (FbFlowBuilder  *builder,
                        const char     *id,
                        const FbFigure *figure)
{
  FbBlock *block;
  FbFigure *own;

  g_return_if_fail (figure->image != NULL);

  block = add_block (builder, FB_BLOCK_FIGURE, id);
  own = g_new0 (FbFigure, 1);
  own->image = g_bytes_ref (figure->image);
  own->media_type = keep (builder, figure->media_type != NULL ? figure->media_type : "application/octet-stream");
  own->caption = keep_filled (builder, figure->caption);
  own->series = own->caption != NULL ? keep_filled (builder, figure->series) : NULL;
  own->number = own->series != NULL ? count (builder, own->series) : 0;
  own->alternative = keep_filled (builder, figure->alternative);
  own->decorative = figure->decorative;
  own->source = keep_filled (builder, figure->source);
  own->licence = keep_filled (builder, figure->licence);
  block->figure = own;
}

/**
 * fb_flow_builder_table:
 * @name: what to call the table where it has no caption
 *
 * Begins a table; its caption, its columns and then its rows follow.
 */
void
fb_flow_builder_table (FbFlowBuilder *builder,
                       const char    *id,
                       const char    *name)
{
  FbBlock *block = add_block (builder, FB_BLOCK_TABLE, id);

  builder->table = g_new0 (FbTable, 1);
  builder->table->name = keep (builder, name != NULL ? name : "");
  builder->columns = g_array_new (FALSE, FALSE, sizeof (FbColumn));
  builder->rows = g_ptr_array_new ();
  block->table = builder->table;
}

/**
 * fb_flow_builder_table_caption:
 * @series: (nullable): the word before the number, NULL for a caption that is not counted
 *
 * Gives the table just begun a caption. An empty one is none, and counts for nothing.
 */
void
fb_flow_builder_table_caption (FbFlowBuilder *builder,
                               const char    *series,
                               const char    *caption)
{
  FbTable *table = builder->table;

  g_return_if_fail (table != NULL);

  table->caption = keep_filled (builder, caption);
  if (table->caption == NULL)
    return;
  table->series = keep_filled (builder, series);
  table->number = table->series != NULL ? count (builder, table->series) : 0;
}

/** Says which band of a larger table the table just begun holds. */
void
fb_flow_builder_table_band (FbFlowBuilder *builder,
                            const char    *band)
{
  g_return_if_fail (builder->table != NULL);

  builder->table->band = keep_filled (builder, band);
}

/**
 * fb_flow_builder_column:
 * @weight: hundredths of the table's width, 0 for what the role needs
 * @row_heading: whether the column's cells name their rows
 *
 * Adds a column to the table just begun, before its first row.
 */
void
fb_flow_builder_column (FbFlowBuilder *builder,
                        FbColumnRole   role,
                        const char    *heading,
                        double         weight,
                        gboolean       row_heading)
{
  FbColumn column = { role, NULL, MAX (weight, 0), row_heading };

  g_return_if_fail (builder->table != NULL && builder->rows->len == 0);

  column.heading = keep (builder, heading != NULL ? heading : "");
  g_array_append_val (builder->columns, column);
}

/**
 * fb_flow_builder_row:
 * @cells: one text for each column, NULL where the cell is empty
 *
 * Adds a row to the table just begun, behind its columns.
 */
void
fb_flow_builder_row (FbFlowBuilder *builder,
                     const char    *id,
                     FbText       **cells)
{
  FbRow *row;
  guint n_columns;

  g_return_if_fail (builder->table != NULL && builder->columns->len > 0);

  n_columns = builder->columns->len;
  row = g_new0 (FbRow, 1);
  row->id = keep (builder, id);
  row->anchor = claim_anchor (builder, row->id, builder->open);
  row->cells = g_new0 (FbText *, n_columns);
  for (guint i = 0; i < n_columns; i++)
    row->cells[i] = cells[i] != NULL ? take_text (builder, cells[i]) : NULL;
  g_ptr_array_add (builder->rows, row);
}

/** Returns: (transfer container) (element-type utf8): the ids that the texts so far refer to, without targets. */
GPtrArray *
fb_flow_builder_get_references (FbFlowBuilder *builder)
{
  GPtrArray *open = g_ptr_array_new ();

  for (guint i = 0; i < builder->reference_ids->len; i++)
    if (!g_hash_table_contains (builder->flow->targets, g_ptr_array_index (builder->reference_ids, i)))
      g_ptr_array_add (open, g_ptr_array_index (builder->reference_ids, i));

  return open;
}

/** Returns: whether something built so far comes from the node @id and can be linked to. */
gboolean
fb_flow_builder_has_place (FbFlowBuilder *builder,
                           const char    *id)
{
  return g_hash_table_contains (builder->anchors, id);
}

/* "Tabelle 3", where @id is a table or a figure that is counted. */
static char *
count_label (FbFlowBuilder *builder,
             const char    *id)
{
  const FbBlock *block = g_hash_table_lookup (builder->anchors, id);

  if (block == NULL || g_strcmp0 (block->anchor, id) != 0)
    return NULL;
  if (block->table != NULL && block->table->number > 0)
    return g_strdup_printf ("%s %u", block->table->series, block->table->number);
  if (block->figure != NULL && block->figure->number > 0)
    return g_strdup_printf ("%s %u", block->figure->series, block->figure->number);

  return NULL;
}

/**
 * fb_flow_builder_target:
 * @place: (nullable): the id to link to: @id itself, or that of what holds it
 * @label: what a reference to @id prints; a counted table or figure is called by its count instead
 * @title: (nullable): the target in full
 *
 * Says what references to @id print. Call it behind the last block.
 */
void
fb_flow_builder_target (FbFlowBuilder *builder,
                        const char    *id,
                        const char    *place,
                        const char    *label,
                        const char    *title)
{
  FbTarget *target = g_new0 (FbTarget, 1);
  g_autofree char *counted = count_label (builder, id);

  target->label = keep (builder, counted != NULL ? counted : label);
  target->title = keep_filled (builder, title);
  if (place != NULL && g_hash_table_contains (builder->anchors, place))
    {
      target->anchor = keep (builder, place);
      g_hash_table_add (builder->flow->linked, (gpointer) target->anchor);
    }
  g_hash_table_replace (builder->flow->targets, (gpointer) keep (builder, id), target);
}

/** Returns: (transfer full): the flow. The builder is gone with it. */
FbFlow *
fb_flow_builder_end (FbFlowBuilder *builder)
{
  FbFlow *flow;

  finish_table (builder);
  finish_lines (builder);
  flow = g_steal_pointer (&builder->flow);
  fb_flow_builder_free (builder);

  return flow;
}

/** Drops @builder and what has been built. */
void
fb_flow_builder_free (FbFlowBuilder *builder)
{
  finish_table (builder);
  finish_lines (builder);
  g_clear_pointer (&builder->flow, fb_flow_unref);
  g_hash_table_unref (builder->anchors);
  g_hash_table_unref (builder->references);
  g_hash_table_unref (builder->series);
  g_ptr_array_unref (builder->reference_ids);
  g_free (builder);
}
