/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "flow/fb-flow.h"

static FbText *
refer_to (const char *id)
{
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();
  g_autoptr (FbTextBuilder) inner = fb_text_builder_new ();
  g_autoptr (FbText) note = NULL;

  fb_text_builder_reference (inner, "in-note");
  note = fb_text_builder_end (inner);
  fb_text_builder_append (builder, "See ", -1);
  fb_text_builder_reference (builder, id);
  fb_text_builder_note (builder, note);

  return fb_text_builder_end (builder);
}

static void
add_table (FbFlowBuilder *builder,
           const char    *id,
           const char    *caption,
           guint          n_rows)
{
  g_autoptr (FbText) cell = fb_text_new_plain ("cell");
  FbText *cells[] = { cell, NULL };

  fb_flow_builder_table (builder, id, "A name");
  fb_flow_builder_table_caption (builder, "Tabelle", caption);
  fb_flow_builder_column (builder, FB_COLUMN_NUMBER, "No.", 0, TRUE);
  fb_flow_builder_column (builder, FB_COLUMN_PROSE, "", 0, FALSE);
  for (guint i = 0; i < n_rows; i++)
    fb_flow_builder_row (builder, i == 0 ? "row" : NULL, cells);
}

static void
test_blocks (void)
{
  FbFlowBuilder *builder = fb_flow_builder_new ("de");
  g_autoptr (FbText) title = fb_text_new_plain ("Titel");
  g_autoptr (FbFlow) flow = NULL;
  const FbBlock *block;

  fb_flow_builder_set_meta (builder, FB_META_TITLE, "Konzept");
  fb_flow_builder_set_meta (builder, FB_META_SUBJECT, "");
  fb_flow_builder_title_page (builder, "k");
  fb_flow_builder_title_line (builder, FB_TITLE_MAIN, title);
  fb_flow_builder_title_line (builder, FB_TITLE_EDITION, title);
  fb_flow_builder_contents (builder, "Inhalt", 99);
  fb_flow_builder_set_language (builder, "tr");
  fb_flow_builder_heading (builder, "c", 99, "", title, TRUE);
  fb_flow_builder_set_language (builder, "de");
  fb_flow_builder_text (builder, "c", FB_TEXT_BODY, title);
  fb_flow_builder_text (builder, "c", FB_TEXT_BODY, NULL);
  flow = fb_flow_builder_end (builder);

  g_assert_cmpstr (fb_flow_get_language (flow), ==, "de");
  g_assert_cmpstr (fb_flow_get_meta (flow, FB_META_TITLE), ==, "Konzept");
  g_assert_null (fb_flow_get_meta (flow, FB_META_SUBJECT));
  g_assert_cmpuint (fb_flow_get_n_blocks (flow), ==, 4);
  g_assert_null (fb_flow_get_block (flow, 4));

  block = fb_flow_get_block (flow, 0);
  g_assert_cmpint (block->type, ==, FB_BLOCK_TITLE_PAGE);
  g_assert_cmpuint (block->n_lines, ==, 2);
  g_assert_cmpint (block->lines[1].role, ==, FB_TITLE_EDITION);

  block = fb_flow_get_block (flow, 1);
  g_assert_cmpuint (block->level, ==, FB_FLOW_MAX_LEVEL);

  block = fb_flow_get_block (flow, 2);
  g_assert_cmpuint (block->level, ==, FB_FLOW_MAX_LEVEL);
  g_assert_null (block->number);
  g_assert_cmpstr (block->language, ==, "tr");
  g_assert_cmpstr (block->anchor, ==, "c");
  g_assert_true (block->text == title);

  /* The second place of a node keeps its id and gets no anchor; the flow's own language is none of its own. */
  block = fb_flow_get_block (flow, 3);
  g_assert_cmpstr (block->id, ==, "c");
  g_assert_null (block->anchor);
  g_assert_null (block->language);
}

static void
test_tables (void)
{
  FbFlowBuilder *builder = fb_flow_builder_new ("de");
  g_autoptr (FbFlow) flow = NULL;
  const FbTable *table;

  add_table (builder, "t1", "Erste", 2);
  add_table (builder, "t2", "", 0);
  add_table (builder, "t3", "Dritte", 1);
  flow = fb_flow_builder_end (builder);

  table = fb_flow_get_block (flow, 0)->table;
  g_assert_cmpuint (table->number, ==, 1);
  g_assert_cmpuint (table->n_columns, ==, 2);
  g_assert_cmpuint (table->n_rows, ==, 2);
  g_assert_cmpstr (table->rows[0]->anchor, ==, "row");
  g_assert_null (table->rows[1]->cells[1]);
  g_assert_true (fb_table_has_header (table));
  g_assert_false (table->rows[0]->breaks);
  g_assert_cmpfloat_with_epsilon (table->columns[0].width + table->columns[1].width, 1, 1e-9);

  table = fb_flow_get_block (flow, 1)->table;
  g_assert_null (table->caption);
  g_assert_null (table->series);
  g_assert_cmpuint (table->number, ==, 0);
  g_assert_cmpuint (table->n_rows, ==, 0);

  /* A caption that is not there counts for nothing. */
  table = fb_flow_get_block (flow, 2)->table;
  g_assert_cmpuint (table->number, ==, 2);
  g_assert_null (table->rows[0]->anchor);
}

static void
test_targets (void)
{
  FbFlowBuilder *builder = fb_flow_builder_new ("de");
  g_autoptr (FbText) reference = refer_to ("t1");
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (FbFlow) flow = NULL;
  const FbTarget *target;

  fb_flow_builder_text (builder, NULL, FB_TEXT_BODY, reference);
  add_table (builder, "t1", "Erste", 1);
  ids = fb_flow_builder_get_references (builder);
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (ids, 0), ==, "t1");
  g_assert_cmpstr (g_ptr_array_index (ids, 1), ==, "in-note");
  g_assert_true (fb_flow_builder_has_place (builder, "row"));
  g_assert_false (fb_flow_builder_has_place (builder, "in-note"));

  fb_flow_builder_target (builder, "t1", "t1", "b.", "b. Title");
  fb_flow_builder_target (builder, "u1", "row", "(1)", NULL);
  fb_flow_builder_target (builder, "gone", "nowhere", "Gone", NULL);
  flow = fb_flow_builder_end (builder);

  target = fb_flow_get_target (flow, "t1");
  g_assert_cmpstr (target->label, ==, "Tabelle 1");
  g_assert_cmpstr (target->anchor, ==, "t1");
  g_assert_cmpstr (target->title, ==, "b. Title");
  target = fb_flow_get_target (flow, "u1");
  g_assert_cmpstr (target->label, ==, "(1)");
  g_assert_cmpstr (target->anchor, ==, "row");
  g_assert_null (fb_flow_get_target (flow, "gone")->anchor);
  g_assert_null (fb_flow_get_target (flow, "in-note"));
  g_assert_true (fb_flow_is_linked (flow, "row"));
  g_assert_false (fb_flow_is_linked (flow, "u1"));
  g_assert_false (fb_flow_is_linked (flow, NULL));
}

static gpointer
read_in_thread (gpointer data)
{
  g_autoptr (FbFlow) flow = data;
  guint n_cells = 0;

  for (guint i = 0; i < fb_flow_get_n_blocks (flow); i++)
    {
      const FbTable *table = fb_flow_get_block (flow, i)->table;

      for (guint j = 0; j < table->n_rows; j++)
        n_cells += table->rows[j]->cells[0] != NULL;
    }

  return GUINT_TO_POINTER (n_cells);
}

static void
test_thread (void)
{
  FbFlowBuilder *builder = fb_flow_builder_new ("de");
  FbFlow *flow;
  GThread *threads[4];

  add_table (builder, NULL, NULL, 500);
  flow = fb_flow_builder_end (builder);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_in_thread, fb_flow_ref (flow));
  fb_flow_unref (flow);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 500);
}

/* A builder that is given up frees what it holds; the sanitizers look on. */
static void
test_abandon (void)
{
  g_autoptr (FbFlowBuilder) builder = fb_flow_builder_new ("de");
  g_autoptr (FbText) title = fb_text_new_plain ("Titel");

  add_table (builder, NULL, "Eins", 3);
  fb_flow_builder_title_page (builder, NULL);
  fb_flow_builder_title_line (builder, FB_TITLE_MAIN, title);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/flow/blocks", test_blocks);
  g_test_add_func ("/flow/tables", test_tables);
  g_test_add_func ("/flow/targets", test_targets);
  g_test_add_func ("/flow/thread", test_thread);
  g_test_add_func ("/flow/abandon", test_abandon);

  return g_test_run ();
}
