/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fb-ui-test-page.h"

#include "ui/fb-collection-page.h"
#include "ui/fb-column-chooser.h"
#include "ui/fb-inspector.h"
#include "ui/fb-form-row.h"
#include "ui/fb-rows-text.h"
#include "ui/fb-several.h"

typedef FbUiTestPage Fixture;

static void
setup (Fixture       *fixture,
       gconstpointer  container)
{
  fb_ui_test_page_open (fixture, fb_ui_test_sample (), container);
}

static void
teardown (Fixture       *fixture,
          gconstpointer  container)
{
  fb_ui_test_page_close (fixture);
}

static FbNode *
lookup (Fixture    *fixture,
        const char *id)
{
  FbNode *node = fb_document_lookup (fixture->document, id);

  g_assert_nonnull (node);
  return node;
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->table), action, NULL));
  fb_ui_test_settle ();
}

#define assert_rows(fixture, expected) fb_ui_test_assert_ids (fb_ui_test_page_get_rows (fixture), expected)
#define assert_children(fixture, id, expected) fb_ui_test_assert_ids (G_LIST_MODEL (lookup (fixture, id)), expected)

static void
assert_selected (Fixture    *fixture,
                 const char *id)
{
  g_autoptr (GPtrArray) selected = fb_table_view_get_selected (fixture->table);

  g_assert_cmpuint (selected->len, ==, 1);
  g_assert_cmpstr (fb_node_get_id (g_ptr_array_index (selected, 0)), ==, id);
}

static void
test_select (Fixture       *fixture,
             gconstpointer  container)
{
  /* With no row selected the form is that of the table. */
  g_assert_true (fb_inspector_get_node (fixture->inspector) == lookup (fixture, "t-table1"));

  fb_table_view_select_one (fixture->table, lookup (fixture, "m-secnd1"), TRUE);
  assert_selected (fixture, "m-secnd1");
  g_assert_true (fb_inspector_get_node (fixture->inspector) == lookup (fixture, "m-secnd1"));

  fb_table_view_select_one (fixture->table, lookup (fixture, "b-band01"), TRUE);
  g_assert_true (fb_inspector_get_node (fixture->inspector) == lookup (fixture, "b-band01"));
  fb_ui_test_settle ();
}

static void
test_add_and_delete (Fixture       *fixture,
                     gconstpointer  container)
{
  FbNode *band = lookup (fixture, "b-band01");
  FbNode *added;

  fb_table_view_select_one (fixture->table, lookup (fixture, "m-first1"), TRUE);
  act (fixture, "table.add");
  g_assert_cmpuint (fb_node_get_n_children (band), ==, 3);
  added = fb_node_get_child (band, 1);
  g_assert_true (fb_inspector_get_node (fixture->inspector) == added);
  g_assert_cmpint (fb_node_get_kind (added), ==, FB_KIND_MEASURE);

  act (fixture, "table.delete");
  assert_children (fixture, "b-band01", "m-first1 m-secnd1");
  assert_selected (fixture, "m-secnd1");

  fb_document_undo (fixture->document);
  fb_ui_test_settle ();
  g_assert_cmpuint (fb_node_get_n_children (band), ==, 3);
  fb_document_undo (fixture->document);
  fb_ui_test_settle ();
  assert_children (fixture, "b-band01", "m-first1 m-secnd1");
}

static void
test_duplicate (Fixture       *fixture,
                gconstpointer  container)
{
  FbNode *band = lookup (fixture, "b-band01");
  FbNode *copy;

  fb_document_set_words (fixture->document, lookup (fixture, "m-secnd1"), "number", "7");
  fb_table_view_select_one (fixture->table, lookup (fixture, "m-secnd1"), TRUE);
  act (fixture, "table.duplicate");
  g_assert_cmpuint (fb_node_get_n_children (band), ==, 3);
  copy = fb_node_get_child (band, 2);
  g_assert_cmpstr (fb_node_get_id (copy), !=, "m-secnd1");
  g_assert_cmpstr (fb_node_get_title (copy), ==, "Handlungskonzept zur Gewinnung");
  g_assert_cmpstr (fb_node_get_number (copy), ==, "8");
  g_assert_cmpuint (fb_node_get_n_children (copy), ==, 1);
  assert_selected (fixture, fb_node_get_id (copy));
}

static void
test_move (Fixture       *fixture,
           gconstpointer  container)
{
  FbNode *third = lookup (fixture, "m-third1");

  fb_table_view_select_one (fixture->table, third, TRUE);
  act (fixture, "table.move-up");
  assert_children (fixture, "b-band01", "m-first1 m-secnd1 m-third1");
  assert_selected (fixture, "m-third1");
  act (fixture, "table.move-up");
  assert_children (fixture, "b-band01", "m-first1 m-third1 m-secnd1");
  act (fixture, "table.move-up");
  act (fixture, "table.move-up");
  /* Out of the band, above it, and no further. */
  assert_children (fixture, "t-table1", "m-third1 b-band01");
  act (fixture, "table.move-up");
  assert_children (fixture, "t-table1", "m-third1 b-band01");
  assert_selected (fixture, "m-third1");

  for (guint i = 0; i < 4; i++)
    fb_document_undo (fixture->document);
  fb_ui_test_settle ();
  assert_children (fixture, "t-table1", "b-band01 m-third1");
  assert_selected (fixture, "m-third1");
}

static void
test_collapsed_band_stays (Fixture       *fixture,
                           gconstpointer  container)
{
  GtkListView *list = GTK_LIST_VIEW (fb_ui_test_find (GTK_WIDGET (fixture->table), GTK_TYPE_LIST_VIEW, NULL));
  GListModel *rows = G_LIST_MODEL (gtk_list_view_get_model (list));

  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 4);
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "table.toggle", "s", "b-band01");
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 2);

  fb_table_view_select_one (fixture->table, lookup (fixture, "b-band01"), TRUE);
  act (fixture, "table.move-down");
  assert_children (fixture, "t-table1", "m-third1 b-band01");
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 2);
  assert_selected (fixture, "b-band01");

  /* What is to be seen opens it. */
  fb_page_reveal (FB_PAGE (fixture->page), lookup (fixture, "m-first1"), NULL, 0, 0);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 4);
}

static gboolean
has_three (gpointer data)
{
  return fb_node_get_n_children (data) == 3;
}

static void
test_clipboard (Fixture       *fixture,
                gconstpointer  container)
{
  FbNode *band = lookup (fixture, "b-band01");

  fb_table_view_select_one (fixture->table, lookup (fixture, "m-third1"), TRUE);
  act (fixture, "table.cut");
  g_assert_null (fb_document_lookup (fixture->document, "m-third1"));
  fb_table_view_select_one (fixture->table, lookup (fixture, "m-first1"), TRUE);
  act (fixture, "table.paste");
  g_assert_true (fb_ui_test_wait (has_three, band));
  /* A move by the clipboard is a move: the id stays. */
  assert_children (fixture, "b-band01", "m-first1 m-third1 m-secnd1");
  fb_ui_test_settle ();
}

static void
test_text (Fixture       *fixture,
           gconstpointer  container)
{
  FbTableColumns *columns = fb_table_view_get_columns (fixture->table);
  g_autoptr (GPtrArray) rows = fb_rows_text_read (fixture->document, columns, FB_KIND_MEASURE,
                                                  "Period\tTitle\tGibt es nicht\r\n"
                                                  "ab 2017\t\"Zwei\nZeilen, \"\"so\"\"\"\tbleibt\n"
                                                  "\t\t\n"
                                                  "laufend\tEinfach");
  g_autoptr (GPtrArray) none = fb_rows_text_read (fixture->document, columns, FB_KIND_MEASURE, "");
  g_autoptr (GPtrArray) plain = fb_rows_text_read (fixture->document, columns, FB_KIND_MEASURE, "Nur ein Titel");
  g_autofree char *kept = NULL;
  g_autofree char *written = NULL;
  g_autoptr (GPtrArray) again = NULL;

  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (fb_node_get_title (rows->pdata[0]), ==, "Zwei\nZeilen, \"so\"");
  g_assert_cmpstr (fb_node_get_words (rows->pdata[0], "period"), ==, "ab 2017");
  kept = fb_text_to_words (fb_node_get_text (rows->pdata[0], "text"));
  g_assert_cmpstr (kept, ==, "bleibt");
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (plain->len, ==, 1);
  g_assert_cmpstr (fb_node_get_title (plain->pdata[0]), ==, "Nur ein Titel");

  /* What goes out comes back. */
  written = fb_rows_text_write (fixture->document, columns, rows);
  again = fb_rows_text_read (fixture->document, columns, FB_KIND_MEASURE, written);
  g_assert_cmpuint (again->len, ==, 2);
  g_assert_cmpstr (fb_node_get_title (again->pdata[0]), ==, "Zwei\nZeilen, \"so\"");
  g_assert_cmpstr (fb_node_get_words (again->pdata[1], "period"), ==, "laufend");
}

static void
test_several (Fixture       *fixture,
              gconstpointer  container)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GtkWidget *several;
  GtkWidget *label;
  GtkWidget *drop_down;

  g_ptr_array_add (rows, lookup (fixture, "m-first1"));
  g_ptr_array_add (rows, lookup (fixture, "m-third1"));
  fb_table_view_select (fixture->table, rows, TRUE);
  several = fb_ui_test_find (GTK_WIDGET (fixture->inspector), FB_TYPE_SEVERAL, NULL);
  label = fb_ui_test_find (several, GTK_TYPE_LABEL, "Status");
  drop_down = fb_form_row_get_editor (FB_FORM_ROW (gtk_widget_get_ancestor (label, FB_TYPE_FORM_ROW)));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 2);

  /* What was set is in all of them at the latest when something else is selected, in one step. */
  fb_table_view_select_one (fixture->table, lookup (fixture, "m-secnd1"), TRUE);
  g_assert_cmpstr (fb_node_get_words (lookup (fixture, "m-first1"), "status"), ==, "running");
  g_assert_cmpstr (fb_node_get_words (lookup (fixture, "m-third1"), "status"), ==, "running");
  g_assert_null (fb_node_get_words (lookup (fixture, "m-secnd1"), "status"));
  g_assert_cmpstr (fb_node_get_words (lookup (fixture, "m-first1"), "responsible"), ==,
                   "beratungsCentrum, SKFM, 51, 32");
  fb_document_undo (fixture->document);
  g_assert_null (fb_node_get_words (lookup (fixture, "m-first1"), "status"));
  g_assert_false (fb_document_can_undo (fixture->document));
}

static void
test_band (Fixture       *fixture,
           gconstpointer  container)
{
  FbNode *table = lookup (fixture, "t-table1");
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  g_ptr_array_add (rows, lookup (fixture, "m-secnd1"));
  g_ptr_array_add (rows, lookup (fixture, "m-third1"));
  fb_table_view_select (fixture->table, rows, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "table.add-kind", "s", "group");
  fb_ui_test_settle ();
  g_assert_cmpuint (fb_node_get_n_children (table), ==, 2);
  assert_children (fixture, fb_node_get_id (fb_node_get_child (table, 1)), "m-secnd1 m-third1");
}

static void
test_reveal_step (Fixture       *fixture,
                  gconstpointer  container)
{
  FbNode *step = lookup (fixture, "u-step01");
  const FbProperty *responsible = fb_kind_get_property (FB_KIND_STEP, "responsible");

  g_assert_true (fb_page_reveal (FB_PAGE (fixture->page), step, responsible, 0, 12));
  assert_selected (fixture, "m-secnd1");
  fb_ui_test_settle ();
  fb_document_set_words (fixture->document, step, "responsible", "32");
  fb_document_remove_one (fixture->document, step);
  fb_ui_test_settle ();
}

static void
test_goals (Fixture       *fixture,
            gconstpointer  container)
{
  FbNode *goals = lookup (fixture, "y-goals1");
  FbNode *second;

  fb_table_view_select_one (fixture->table, lookup (fixture, "z-goal01"), TRUE);
  act (fixture, "table.add");
  g_assert_cmpuint (fb_node_get_n_children (goals), ==, 2);
  second = fb_node_get_child (goals, 1);
  act (fixture, "table.demote");
  g_assert_true (fb_node_get_parent (second) == lookup (fixture, "z-goal01"));
  assert_selected (fixture, fb_node_get_id (second));
  act (fixture, "table.promote");
  g_assert_true (fb_node_get_parent (second) == goals);
  act (fixture, "table.add-below");
  g_assert_cmpuint (fb_node_get_n_children (second), ==, 1);
}

static void
test_register (Fixture       *fixture,
               gconstpointer  container)
{
  FbNode *actors = lookup (fixture, "l-actors");

  fb_table_view_select_one (fixture->table, lookup (fixture, "a-youth1"), TRUE);
  fb_document_set_words (fixture->document, lookup (fixture, "a-youth1"), "name", "Amt für Jugend");
  act (fixture, "table.add");
  g_assert_cmpuint (fb_node_get_n_children (actors), ==, 2);
  fb_page_set_node (FB_PAGE (fixture->page), fixture->document, lookup (fixture, "w-proces"));
  fb_ui_test_settle ();
  g_assert_true (fb_inspector_get_node (fixture->inspector) == lookup (fixture, "w-proces"));
}

static void
test_sort (Fixture       *fixture,
           gconstpointer  container)
{
  const FbProperty *period = fb_kind_get_property (FB_KIND_MEASURE, "period");
  const FbProperty *cost = fb_kind_get_property (FB_KIND_MEASURE, "cost");

  fb_document_set_words (fixture->document, lookup (fixture, "m-third1"), "period", "ab 2014");
  fb_document_set_words (fixture->document, lookup (fixture, "m-third1"), "cost", "20.000 €");
  fb_document_set_words (fixture->document, lookup (fixture, "m-first1"), "cost", "3.000 €");
  fb_document_mark_saved (fixture->document);
  fb_table_view_select_one (fixture->table, lookup (fixture, "m-first1"), TRUE);

  /* By what the words mean, without bands, and what says nothing last either way. */
  fb_table_view_sort (fixture->table, period, FALSE);
  assert_rows (fixture, "m-third1 m-secnd1 m-first1");
  fb_table_view_sort (fixture->table, period, TRUE);
  assert_rows (fixture, "m-secnd1 m-third1 m-first1");
  fb_table_view_sort (fixture->table, cost, FALSE);
  assert_rows (fixture, "m-first1 m-third1 m-secnd1");
  assert_selected (fixture, "m-first1");

  /* There is no moving up in a sorted table. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "table.move-down", NULL);
  g_assert_false (fb_document_get_modified (fixture->document));

  fb_table_view_sort (fixture->table, NULL, FALSE);
  assert_rows (fixture, "b-band01 m-first1 m-secnd1 m-third1");
  assert_selected (fixture, "m-first1");
  g_assert_false (fb_document_get_modified (fixture->document));
}

/* The column by which a table is sorted goes: nobody could take the order back. */
static void
test_sort_without_column (Fixture       *fixture,
                          gconstpointer  container)
{
  g_autoptr (FbNode) column = fb_document_create_node (fixture->document, FB_KIND_COLUMN);

  fb_node_build_words (column, "shows", "title");
  fb_table_view_sort (fixture->table, fb_kind_get_property (FB_KIND_MEASURE, "period"), FALSE);
  g_assert_true (fb_table_view_is_ordered (fixture->table));
  fb_document_insert_one (fixture->document, lookup (fixture, "t-table1"), 0, column, NULL);
  g_assert_false (fb_table_view_is_ordered (fixture->table));
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  container)
{
  GtkWidget *search;

  act (fixture, "table.filter");
  search = fb_ui_test_find (GTK_WIDGET (fixture->table), GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_nonnull (search);

  /* In the words of a step, and with the band around what is found. */
  gtk_editable_set_text (GTK_EDITABLE (search), "ANLAUFSTELLEN");
  g_signal_emit_by_name (search, "search-changed");
  assert_rows (fixture, "b-band01 m-secnd1");
  gtk_editable_set_text (GTK_EDITABLE (search), "patenschaft");
  g_signal_emit_by_name (search, "search-changed");
  assert_rows (fixture, "m-third1");
  fb_ui_test_settle ();

  /* What has just come stays until something else is sought, be it more. */
  act (fixture, "table.add");
  g_assert_cmpuint (g_list_model_get_n_items (fb_ui_test_page_get_rows (fixture)), ==, 2);
  gtk_editable_delete_text (GTK_EDITABLE (search), strlen ("patensch"), -1);
  g_signal_emit_by_name (search, "search-changed");
  assert_rows (fixture, "m-third1");
  fb_document_undo (fixture->document);

  gtk_editable_set_text (GTK_EDITABLE (search), "nirgends");
  g_signal_emit_by_name (search, "search-changed");
  fb_ui_test_settle ();
  g_assert_nonnull (fb_ui_test_find (GTK_WIDGET (fixture->table), GTK_TYPE_LABEL, "Nothing Found"));

  act (fixture, "table.filter");
  assert_rows (fixture, "b-band01 m-first1 m-secnd1 m-third1");
}

static void
test_columns (Fixture       *fixture,
              gconstpointer  container)
{
  FbNode *table = lookup (fixture, "t-table1");
  FbTableColumns *columns = fb_table_view_get_columns (fixture->table);
  GtkWidget *chooser = fb_column_chooser_new ();
  GtkWidget *window;
  GtkWidget *check;
  guint n = fb_table_columns_get_n (columns);

  fb_column_chooser_bind (FB_COLUMN_CHOOSER (chooser), fixture->document, table);
  window = fb_ui_test_present (chooser);

  /* What is shown is written down when something else shall be. */
  check = gtk_widget_get_prev_sibling (fb_ui_test_find (chooser, GTK_TYPE_LABEL, "Remarks"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_cmpuint (fb_table_columns_get_n (columns), ==, n + 1);
  g_assert_true (fb_table_columns_has (columns, "remarks"));
  g_assert_cmpint (fb_node_get_kind (fb_node_get_child (table, 0)), ==, FB_KIND_COLUMN);
  check = gtk_widget_get_prev_sibling (fb_ui_test_find (chooser, GTK_TYPE_LABEL, "Cost"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_false (fb_table_columns_has (columns, "cost"));

  gtk_widget_activate_action (chooser, "columns.add-own", NULL);
  fb_ui_test_settle ();
  g_assert_cmpuint (fb_table_columns_get_n (columns), ==, n + 1);
  g_assert_cmpstr (fb_table_columns_get (columns, n)->title, ==, "Own column");
  gtk_widget_activate_action (chooser, "columns.move-up", NULL);
  g_assert_cmpstr (fb_table_columns_get (columns, n - 1)->title, ==, "Own column");

  while (fb_document_can_undo (fixture->document))
    fb_document_undo (fixture->document);
  g_assert_cmpuint (fb_table_columns_get_n (columns), ==, n);
  assert_children (fixture, "t-table1", "b-band01 m-third1");
  fb_ui_test_settle ();
  fb_ui_test_close (window);
}

/* The page goes while the menu is open. */
static void
test_menu (Fixture       *fixture,
           gconstpointer  container)
{
  act (fixture, "table.menu");
}

/* Ctrl+Return in the form goes through the rows of a band, at the same property, and behind the last adds one. */
static void
test_next (Fixture       *fixture,
           gconstpointer  container)
{
  GtkWidget *focus;
  GtkWidget *row;

  fb_table_view_select_one (fixture->table, lookup (fixture, "m-first1"), FALSE);
  g_signal_emit_by_name (fixture->inspector, "next", "period");
  fb_ui_test_settle ();
  assert_selected (fixture, "m-secnd1");
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  row = gtk_widget_get_ancestor (focus, FB_TYPE_FORM_ROW);
  g_assert_cmpstr (fb_field_get_property (fb_form_row_get_field (FB_FORM_ROW (row)))->name, ==, "period");

  g_signal_emit_by_name (fixture->inspector, "next", "period");
  fb_ui_test_settle ();
  g_assert_cmpuint (fb_node_get_n_children (lookup (fixture, "b-band01")), ==, 3);
  g_assert_cmpuint (fb_node_get_n_children (lookup (fixture, "t-table1")), ==, 2);

  /* In another order there are no bands to stop at. */
  fb_document_undo (fixture->document);
  fb_table_view_sort (fixture->table, fb_kind_get_property (FB_KIND_MEASURE, "title"), FALSE);
  fb_table_view_select_one (fixture->table, lookup (fixture, "m-secnd1"), FALSE);
  g_signal_emit_by_name (fixture->inspector, "next", "period");
  fb_ui_test_settle ();
  assert_selected (fixture, "m-third1");
}

#define ADD(path, container, test) g_test_add (path, Fixture, container, setup, test, teardown)

int
main (int argc, char **argv)
{
  fb_ui_test_init (&argc, &argv);
  ADD ("/collection-page/select", "t-table1", test_select);
  ADD ("/collection-page/add-and-delete", "t-table1", test_add_and_delete);
  ADD ("/collection-page/duplicate", "t-table1", test_duplicate);
  ADD ("/collection-page/move", "t-table1", test_move);
  ADD ("/collection-page/collapsed-band-stays", "t-table1", test_collapsed_band_stays);
  ADD ("/collection-page/clipboard", "t-table1", test_clipboard);
  ADD ("/collection-page/text", "t-table1", test_text);
  ADD ("/collection-page/several", "t-table1", test_several);
  ADD ("/collection-page/band", "t-table1", test_band);
  ADD ("/collection-page/reveal-step", "t-table1", test_reveal_step);
  ADD ("/collection-page/sort", "t-table1", test_sort);
  ADD ("/collection-page/sort-without-column", "t-table1", test_sort_without_column);
  ADD ("/collection-page/filter", "t-table1", test_filter);
  ADD ("/collection-page/columns", "t-table1", test_columns);
  ADD ("/collection-page/next", "t-table1", test_next);
  ADD ("/collection-page/menu", "t-table1", test_menu);
  ADD ("/collection-page/goals", "y-goals1", test_goals);
  ADD ("/collection-page/register", "l-actors", test_register);

  return g_test_run ();
}
