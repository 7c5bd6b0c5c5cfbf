/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "flow/fb-flow-private.h"

static void
free_table (FbTable *table)
{
  for (guint i = 0; i < table->n_rows; i++)
    {
      FbRow *row = (FbRow *) table->rows[i];

      for (guint j = 0; j < table->n_columns; j++)
        g_clear_pointer (&row->cells[j], fb_text_unref);
      g_free (row->cells);
      g_free (row);
    }
  g_free ((gpointer) table->rows);
  g_free ((gpointer) table->columns);
  g_free (table);
}

static void
free_figure (FbFigure *figure)
{
  g_clear_pointer (&figure->image, g_bytes_unref);
  g_free (figure);
}

static void
free_block (gpointer data)
{
  FbBlock *block = data;

  g_clear_pointer (&block->text, fb_text_unref);
  for (guint i = 0; i < block->n_lines; i++)
    fb_text_unref (block->lines[i].text);
  g_free ((gpointer) block->lines);
  if (block->table != NULL)
    free_table ((FbTable *) block->table);
  if (block->figure != NULL)
    free_figure ((FbFigure *) block->figure);
  g_free (block);
}

/* An empty flow, for a builder to fill. */
FbFlow *
_fb_flow_new (const char *language)
{
  FbFlow *flow = g_new0 (FbFlow, 1);

  g_atomic_ref_count_init (&flow->ref_count);
  flow->strings = g_string_chunk_new (4096);
  flow->language = g_string_chunk_insert_const (flow->strings, language);
  flow->blocks = g_ptr_array_new_with_free_func (free_block);
  flow->targets = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  flow->linked = g_hash_table_new (g_str_hash, g_str_equal);

  return flow;
}

/** Returns: (transfer full): @flow with one more reference, from any thread. */
FbFlow *
fb_flow_ref (FbFlow *flow)
{
  g_atomic_ref_count_inc (&flow->ref_count);

  return flow;
}

/** Drops a reference, from any thread. */
void
fb_flow_unref (FbFlow *flow)
{
  if (!g_atomic_ref_count_dec (&flow->ref_count))
    return;

  g_ptr_array_unref (flow->blocks);
  g_hash_table_unref (flow->targets);
  g_hash_table_unref (flow->linked);
  g_string_chunk_free (flow->strings);
  g_free (flow);
}

/** Returns: the BCP 47 tag of the language the flow is written in. */
const char *
fb_flow_get_language (FbFlow *flow)
{
  return flow->language;
}

/** Returns: (nullable): what is said of the whole. The title is never NULL. */
const char *
fb_flow_get_meta (FbFlow *flow,
                  FbMeta  meta)
{
  g_return_val_if_fail (meta < FB_N_META, NULL);

  return meta == FB_META_TITLE && flow->meta[meta] == NULL ? "" : flow->meta[meta];
}

/** Returns: how many blocks there are. */
guint
fb_flow_get_n_blocks (FbFlow *flow)
{
  return flow->blocks->len;
}

/** Returns: (nullable) (transfer none): the block at @index, NULL behind the last. */
const FbBlock *
fb_flow_get_block (FbFlow *flow,
                   guint   index)
{
  return index < flow->blocks->len ? g_ptr_array_index (flow->blocks, index) : NULL;
}

/**
 * fb_flow_get_target:
 * @id: what a run of kind FB_RUN_REFERENCE names
 *
 * Returns: (nullable) (transfer none): what to print there, NULL where the reference leads nowhere
 */
const FbTarget *
fb_flow_get_target (FbFlow     *flow,
                    const char *id)
{
  return g_hash_table_lookup (flow->targets, id);
}

/** Returns: whether a cross-reference leads to @anchor. Headings are also linked to by the contents. */
gboolean
fb_flow_is_linked (FbFlow     *flow,
                   const char *anchor)
{
  return anchor != NULL && g_hash_table_contains (flow->linked, anchor);
}

/** Returns: whether a column of @table has a heading. */
gboolean
fb_table_has_header (const FbTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (*table->columns[i].heading != '\0')
      return TRUE;

  return FALSE;
}
