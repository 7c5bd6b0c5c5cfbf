/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fb-ui-test-page.h"

#include "ui/fb-collection-page.h"
#include "ui/fb-column-checks.h"
#include "ui/fb-editor.h"
#include "ui/fb-filter-bar.h"
#include "ui/fb-form-row.h"
#include "ui/fb-inspector.h"
#include "ui/fb-node-picker.h"
#include "ui/fb-place.h"
#include "ui/fb-rows.h"
#include "ui/fb-several.h"
#include "ui/fb-table-filter.h"

/* The page of the measures of all tables. */

typedef FbUiTestPage Fixture;

static FbNode *
lookup (Fixture    *fixture,
        const char *id)
{
  FbNode *node = fb_document_lookup (fixture->document, id);

  g_assert_nonnull (node);
  return node;
}

static FbNode *
insert (Fixture    *fixture,
        const char *parent,
        FbKind      kind,
        const char *id,
        const char *title)
{
  FbNode *node = fb_node_new (kind, id);

  if (title != NULL)
    fb_node_build_words (node, fb_kind_get_title (kind)->name, title);
  fb_document_insert_one (fixture->document, lookup (fixture, parent),
                          fb_node_get_n_children (lookup (fixture, parent)), node, NULL);
  g_object_unref (node);
  return node;
}

/* A second field with a table, and a table in no field. */
static void
setup (Fixture       *fixture,
       gconstpointer  data)
{
  fixture->document = fb_ui_test_sample ();
  insert (fixture, "c-fields", FB_KIND_FIELD, "f-secnd1", "Bildung und Prävention");
  insert (fixture, "f-secnd1", FB_KIND_MEASURES, "t-table2", "Ideen und Maßnahmen");
  insert (fixture, "t-table2", FB_KIND_MEASURE, "m-fourt1", "Elterncafé in der Schule");
  insert (fixture, "c-intro1", FB_KIND_MEASURES, "t-table3", "Sofortmaßnahmen");
  insert (fixture, "t-table3", FB_KIND_MEASURE, "m-fifth1", "Dolmetscherpool");
  fb_document_set_words (fixture->document, lookup (fixture, "m-fourt1"), "cost", "1.000 €");
  fb_document_set_words (fixture->document, lookup (fixture, "m-fifth1"), "cost", "200 €");
  fb_document_set_words (fixture->document, lookup (fixture, "m-fourt1"), "responsible", "51");
  fb_document_mark_saved (fixture->document);

  fb_ui_test_page_open (fixture, fixture->document, fb_node_get_id (fb_document_get_root (fixture->document)));
}

static void
teardown (Fixture       *fixture,
          gconstpointer  data)
{
  fb_ui_test_page_close (fixture);
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
select_rows (Fixture    *fixture,
             const char *ids)
{
  g_auto (GStrv) names = g_strsplit (ids, " ", -1);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (rows, lookup (fixture, names[i]));
  fb_table_view_select (fixture->table, rows, TRUE);
  fb_ui_test_settle ();
}

static void
assert_selected (Fixture    *fixture,
                 const char *expected)
{
  g_autoptr (GPtrArray) selected = fb_table_view_get_selected (fixture->table);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < selected->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", fb_node_get_id (selected->pdata[i]));
  g_assert_cmpstr (ids->str, ==, expected);
}

#define ALL "t-table3 m-fifth1 t-table1 b-band01 m-first1 m-secnd1 m-third1 t-table2 m-fourt1"

static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *sole = fb_place_dup_heading (lookup (fixture, "t-table2"));
  g_autofree char *other = fb_place_dup_heading (lookup (fixture, "t-table3"));
  g_autofree char *path = fb_place_dup_path (lookup (fixture, "b-band01"));
  FbTableColumns *columns = fb_table_view_get_columns (fixture->table);
  GtkWidget *label = fb_ui_test_find (fb_page_get_head (FB_PAGE (fixture->page)), GTK_TYPE_LABEL,
                                      "5 measures · 2 fields of action");

  assert_rows (fixture, ALL);
  g_assert_nonnull (label);
  g_assert_cmpstr (sole, ==, "3.2 Bildung und Prävention");
  g_assert_cmpstr (other, ==, "2 Einführung › Sofortmaßnahmen");
  g_assert_cmpstr (path, ==,
                   "3.1 Stärkung des bürgerschaftlichen Engagements › Ideen und Maßnahmen › Bereits umgesetzt");
  g_assert_true (fb_table_columns_get (columns, 0)->property == fb_place_get_property ());

  /* The form is that of the row; the concept has its own page. */
  g_assert_null (fb_inspector_get_node (fixture->inspector));
  select_rows (fixture, "m-fourt1");
  g_assert_true (fb_inspector_get_node (fixture->inspector) == lookup (fixture, "m-fourt1"));
  select_rows (fixture, "t-table1");
  g_assert_true (fb_inspector_get_node (fixture->inspector) == lookup (fixture, "t-table1"));
}

/* What comes and goes anywhere in the document is followed. */
static void
test_follow (Fixture       *fixture,
             gconstpointer  data)
{
  FbNode *field = lookup (fixture, "f-secnd1");
  FbNode *fields = lookup (fixture, "c-fields");

  select_rows (fixture, "m-fourt1");
  fb_document_move (fixture->document, fields, fb_node_get_index (field), 1, fields, 0, NULL);
  fb_ui_test_settle ();
  assert_rows (fixture, "t-table3 m-fifth1 t-table2 m-fourt1 t-table1 b-band01 m-first1 m-secnd1 m-third1");
  assert_selected (fixture, "m-fourt1");

  fb_document_remove_one (fixture->document, field);
  fb_ui_test_settle ();
  assert_rows (fixture, "t-table3 m-fifth1 t-table1 b-band01 m-first1 m-secnd1 m-third1");
  assert_selected (fixture, "");
  fb_document_undo (fixture->document);
  fb_document_undo (fixture->document);
  fb_ui_test_settle ();
  assert_rows (fixture, ALL);

  /* A table below a goal, closed bands, and a chapter without any table. */
  insert (fixture, "z-goal01", FB_KIND_MEASURES, "t-table4", "Zum Ziel");
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "table.toggle", "s", "t-table1");
  insert (fixture, "t-table4", FB_KIND_MEASURE, "m-sixth1", "Lotsen");
  insert (fixture, "k-sample", FB_KIND_CHAPTER, "c-annex1", "Anhang");
  fb_ui_test_settle ();
  assert_rows (fixture, "t-table3 m-fifth1 t-table4 m-sixth1 t-table1 t-table2 m-fourt1");
  fb_document_set_words (fixture->document, lookup (fixture, "z-goal01"), "title", "Ehrenamt öffnen");
  fb_ui_test_settle ();
}

static void
seek (Fixture    *fixture,
      const char *text)
{
  GtkWidget *search = fb_ui_test_find (GTK_WIDGET (fixture->table), GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (search), text);
  g_signal_emit_by_name (search, "search-changed");
}

static GtkDropDown *
find_drop_down (Fixture    *fixture,
                const char *tooltip)
{
  GtkWidget *bar = fb_ui_test_find (GTK_WIDGET (fixture->table), FB_TYPE_FILTER_BAR, NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (gtk_widget_get_first_child (bar)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_DROP_DOWN (child) && g_strcmp0 (gtk_widget_get_tooltip_text (child), tooltip) == 0)
      return GTK_DROP_DOWN (child);
  g_assert_not_reached ();
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  GtkDropDown *fields;

  act (fixture, "table.filter");
  fields = find_drop_down (fixture, "Field");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fields)));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (fields)), ==, 4);

  gtk_drop_down_set_selected (fields, 2);
  assert_rows (fixture, "t-table1 b-band01 m-first1 m-secnd1 m-third1");
  gtk_drop_down_set_selected (find_drop_down (fixture, "Body"), 1);
  assert_rows (fixture, "t-table1 b-band01 m-first1");
  gtk_drop_down_set_selected (fields, 3);
  assert_rows (fixture, "t-table2 m-fourt1");
  gtk_drop_down_set_selected (fields, 0);
  assert_rows (fixture, "t-table1 b-band01 m-first1 t-table2 m-fourt1");
  gtk_drop_down_set_selected (find_drop_down (fixture, "Body"), 0);

  /* Letter by letter, forth and back; the title of a table is no hit. */
  seek (fixture, "e");
  seek (fixture, "el");
  seek (fixture, "elt");
  assert_rows (fixture, "t-table2 m-fourt1");
  seek (fixture, "el");
  seek (fixture, "elternx");
  assert_rows (fixture, "");
  seek (fixture, "ideen und");
  assert_rows (fixture, "");
  seek (fixture, "pool");
  assert_rows (fixture, "t-table3 m-fifth1");
  /* What is known of a row does not outlive its change. */
  fb_document_set_words (fixture->document, lookup (fixture, "m-third1"), "place", "Car-Pool");
  seek (fixture, "-pool");
  assert_rows (fixture, "t-table1 m-third1");

  act (fixture, "table.filter");
  assert_rows (fixture, ALL);
  fb_document_undo (fixture->document);
  g_assert_false (fb_document_get_modified (fixture->document));
}

/* Where there is little room the words that are sought get a line of their own. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *bar;
  int least;
  int one;
  int two;

  act (fixture, "table.filter");
  bar = fb_ui_test_find (GTK_WIDGET (fixture->table), FB_TYPE_FILTER_BAR, NULL);
  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, 900, &one, NULL, NULL, NULL);
  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, least, &two, NULL, NULL, NULL);
  g_assert_cmpint (least, <, 330);
  g_assert_cmpint (two, >, one + 20);

  /* A long name of a field does not make the bar wider. */
  gtk_drop_down_set_selected (find_drop_down (fixture, "Field"), 2);
  fb_ui_test_settle ();
  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, &one, NULL, NULL, NULL);
  g_assert_cmpint (one, <, 330);
}

/* What was sought is sought again when one comes back. */
static void
test_come_back (Fixture       *fixture,
                gconstpointer  data)
{
  FbPage *page = FB_PAGE (fixture->page);
  FbNode *root = fb_document_get_root (fixture->document);

  act (fixture, "table.filter");
  gtk_drop_down_set_selected (find_drop_down (fixture, "Field"), 2);
  gtk_drop_down_set_selected (find_drop_down (fixture, "Status"), 1);
  seek (fixture, "aus");
  fb_table_view_sort (fixture->table, fb_kind_get_property (FB_KIND_MEASURE, "title"), FALSE);
  select_rows (fixture, "m-first1");
  fb_page_set_node (page, fixture->document, lookup (fixture, "t-table1"));
  fb_ui_test_settle ();
  assert_rows (fixture, "b-band01 m-first1 m-secnd1 m-third1");
  fb_page_set_node (page, fixture->document, root);
  fb_ui_test_settle ();
  assert_rows (fixture, "m-first1");
  assert_selected (fixture, "m-first1");
  g_assert_cmpuint (gtk_drop_down_get_selected (find_drop_down (fixture, "Status")), ==, 1);
  fb_table_view_sort (fixture->table, NULL, FALSE);
  act (fixture, "table.filter");
  assert_rows (fixture, ALL);

  /* But not in a field that is gone. */
  act (fixture, "table.filter");
  gtk_drop_down_set_selected (find_drop_down (fixture, "Field"), 3);
  fb_page_set_node (page, NULL, NULL);
  fb_document_remove_one (fixture->document, lookup (fixture, "f-secnd1"));
  fb_page_set_node (page, fixture->document, root);
  fb_ui_test_settle ();
  assert_rows (fixture, "t-table3 m-fifth1 t-table1 b-band01 m-first1 m-secnd1 m-third1");
}

static void
test_sort (Fixture       *fixture,
           gconstpointer  data)
{
  const FbProperty *title = fb_kind_get_property (FB_KIND_MEASURE, "title");

  select_rows (fixture, "m-first1");
  fb_table_view_sort (fixture->table, title, FALSE);
  assert_rows (fixture, "m-first1 m-fifth1 m-fourt1 m-secnd1 m-third1");
  assert_selected (fixture, "m-first1");
  fb_table_view_sort (fixture->table, fb_place_get_property (), TRUE);
  assert_rows (fixture, "m-fourt1 m-first1 m-secnd1 m-third1 m-fifth1");
  fb_table_view_sort (fixture->table, NULL, FALSE);
  assert_rows (fixture, ALL);
  g_assert_false (fb_document_get_modified (fixture->document));
}

static gboolean
sums_the_rest (gpointer table)
{
  return fb_ui_test_find (table, GTK_TYPE_LABEL, "200\u00a0€") != NULL;
}

static void
test_sum (Fixture       *fixture,
          gconstpointer  data)
{
  g_assert_nonnull (fb_ui_test_find (GTK_WIDGET (fixture->table), GTK_TYPE_LABEL, "1,200\u00a0€"));
  act (fixture, "table.filter");
  seek (fixture, "pool");
  g_assert_true (fb_ui_test_wait (sums_the_rest, fixture->table));
  g_assert_nonnull (fb_ui_test_find (GTK_WIDGET (fixture->table), GTK_TYPE_LABEL, "1 of 5"));
  act (fixture, "table.filter");
  g_assert_null (fb_ui_test_find (GTK_WIDGET (fixture->table), GTK_TYPE_LABEL, "1 of 5"));
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  /* Nothing says in which table. */
  act (fixture, "table.add");
  assert_rows (fixture, ALL);

  select_rows (fixture, "m-fifth1");
  act (fixture, "table.add");
  g_assert_cmpuint (fb_node_get_n_children (lookup (fixture, "t-table3")), ==, 2);
  fb_document_undo (fixture->document);

  /* Of a table with a band, behind what is there. */
  select_rows (fixture, "t-table2");
  act (fixture, "table.add");
  g_assert_cmpuint (fb_node_get_n_children (lookup (fixture, "t-table2")), ==, 2);
  fb_document_undo (fixture->document);

  select_rows (fixture, "m-third1 m-fourt1");
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "table.add-kind", "s", "group");
  fb_ui_test_settle ();
  fb_document_undo (fixture->document);
  g_assert_false (fb_document_get_modified (fixture->document));
}

static void
pick (Fixture    *fixture,
      const char *text,
      guint       n_hits)
{
  GtkWidget *picker = fb_ui_test_find (GTK_WIDGET (fixture->table), FB_TYPE_NODE_PICKER, NULL);
  GtkWidget *search;
  GtkWidget *list;
  GListModel *hits;

  g_assert_nonnull (picker);
  search = fb_ui_test_find (picker, GTK_TYPE_SEARCH_ENTRY, NULL);
  list = fb_ui_test_find (picker, GTK_TYPE_LIST_VIEW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), text);
  hits = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  g_assert_cmpuint (g_list_model_get_n_items (hits), ==, n_hits);
  g_signal_emit_by_name (search, "activate");
  fb_ui_test_settle ();
}

/* A new row is seen, though it says nothing of what is sought, until something else is sought. */
static void
test_add_among_some (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *rows = NULL;
  FbNode *added;

  act (fixture, "table.filter");
  seek (fixture, "pool");
  select_rows (fixture, "m-fifth1");
  act (fixture, "table.add");
  added = fb_node_get_child (lookup (fixture, "t-table3"), 1);
  rows = g_strdup_printf ("t-table3 m-fifth1 %s", fb_node_get_id (added));
  assert_rows (fixture, rows);
  assert_selected (fixture, fb_node_get_id (added));
  g_assert_true (fb_inspector_get_node (fixture->inspector) == added);
  seek (fixture, "poo");
  assert_rows (fixture, "t-table3 m-fifth1");

  /* Rows that are moved away from the field that is shown are still to be seen. */
  seek (fixture, "");
  gtk_drop_down_set_selected (find_drop_down (fixture, "Field"), 3);
  select_rows (fixture, "m-fourt1");
  act (fixture, "table.move-to");
  pick (fixture, "bereits", 1);
  assert_rows (fixture, "t-table1 b-band01 m-fourt1 t-table2");
  assert_selected (fixture, "m-fourt1");
}

/* A table is no row that a key may delete, and neither is a band of which only a part is shown. */
static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  select_rows (fixture, "t-table2");
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "table.delete", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "table.move-up", NULL);
  g_assert_false (fb_document_get_modified (fixture->document));

  act (fixture, "table.filter");
  seek (fixture, "austausch");
  assert_rows (fixture, "t-table1 b-band01 m-first1");
  select_rows (fixture, "t-table1 b-band01 m-first1");
  act (fixture, "table.delete");
  assert_children (fixture, "b-band01", "m-secnd1");
  fb_document_undo (fixture->document);
  assert_children (fixture, "b-band01", "m-first1 m-secnd1");
  g_assert_false (fb_document_can_undo (fixture->document) && fb_document_get_modified (fixture->document));
}

/* Bands that are selected along with measures do not hinder. */
static void
test_several (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *several;
  GtkWidget *label;
  GtkWidget *drop_down;

  select_rows (fixture, "t-table1 b-band01 m-first1 m-fourt1");
  several = fb_ui_test_find (GTK_WIDGET (fixture->inspector), FB_TYPE_SEVERAL, NULL);
  g_assert_nonnull (fb_ui_test_find (several, GTK_TYPE_LABEL, "2 rows selected"));
  label = fb_ui_test_find (several, GTK_TYPE_LABEL, "Status");
  drop_down = fb_form_row_get_editor (FB_FORM_ROW (gtk_widget_get_ancestor (label, FB_TYPE_FORM_ROW)));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 2);
  select_rows (fixture, "m-third1");
  g_assert_cmpstr (fb_node_get_words (lookup (fixture, "m-first1"), "status"), ==, "running");
  g_assert_cmpstr (fb_node_get_words (lookup (fixture, "m-fourt1"), "status"), ==, "running");
  g_assert_null (fb_node_get_words (lookup (fixture, "b-band01"), "status"));
  fb_document_undo (fixture->document);
  g_assert_false (fb_document_get_modified (fixture->document));
}

static void
set_own (Fixture    *fixture,
         const char *row,
         const char *column,
         const char *words)
{
  g_autoptr (FbValue) value = fb_value_new_words (words);

  fb_document_set (fixture->document, lookup (fixture, row), fb_property_for_column (column), value);
}

static const char *
get_own (Fixture    *fixture,
         const char *row,
         const char *column)
{
  return fb_value_get_words (fb_node_get_value (lookup (fixture, row), fb_property_for_column (column)));
}

static void
add_own_column (Fixture    *fixture,
                const char *table,
                const char *id)
{
  g_autoptr (FbNode) node = fb_node_new (FB_KIND_COLUMN, id);

  fb_node_build_words (node, "title", "Punkte");
  fb_document_insert_one (fixture->document, lookup (fixture, table), 0, node, NULL);
}

/* Own columns of one name are one column here, and what they say goes along. */
static void
test_own_columns (Fixture       *fixture,
                  gconstpointer  data)
{
  FbTableColumns *columns = fb_table_view_get_columns (fixture->table);
  guint n = fb_table_columns_get_n (columns);
  const FbTableColumn *column;
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  add_own_column (fixture, "t-table1", "s-first1");
  add_own_column (fixture, "t-table2", "s-secnd1");
  g_assert_cmpuint (fb_table_columns_get_offered (columns)->len, ==, n + 1);
  column = &g_array_index (fb_table_columns_get_offered (columns), FbTableColumn, n);
  fb_table_columns_set_shown (columns, column->property, TRUE);
  column = fb_table_columns_get (columns, n);
  g_assert_cmpstr (column->title, ==, "Punkte");
  set_own (fixture, "m-third1", "s-first1", "7");
  set_own (fixture, "m-fourt1", "s-secnd1", "10");
  g_assert_true (fb_table_column_get_property (column, lookup (fixture, "m-fourt1")) ==
                 fb_property_for_column ("s-secnd1"));
  fb_table_view_sort (fixture->table, column->property, FALSE);
  assert_rows (fixture, "m-fourt1 m-third1 m-fifth1 m-first1 m-secnd1");

  g_ptr_array_add (rows, lookup (fixture, "m-third1"));
  g_assert_true (fb_rows_move_to (fixture->document, rows, lookup (fixture, "t-table2"), NULL));
  g_assert_cmpstr (get_own (fixture, "m-third1", "s-secnd1"), ==, "7");
  g_assert_null (get_own (fixture, "m-third1", "s-first1"));
  fb_document_undo (fixture->document);
  g_assert_cmpstr (get_own (fixture, "m-third1", "s-first1"), ==, "7");
  fb_ui_test_settle ();
}

/* Which columns are shown here is no matter of the document. */
static void
test_choose_columns (Fixture       *fixture,
                     gconstpointer  data)
{
  FbTableColumns *columns = fb_table_view_get_columns (fixture->table);
  const FbProperty *cost = fb_kind_get_property (FB_KIND_MEASURE, "cost");
  GtkWidget *checks = fb_column_checks_new (columns);
  GtkWidget *window;
  GtkWidget *check;
  guint n;

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (FbNode) node = fb_document_create_node (fixture->document, FB_KIND_COLUMN);
      g_autofree char *title = g_strdup_printf ("Eigene %u", i);

      fb_node_build_words (node, "title", title);
      fb_document_insert_one (fixture->document, lookup (fixture, "t-table1"), i, node, NULL);
    }
  fb_document_mark_saved (fixture->document);
  n = fb_table_columns_get_n (columns);
  g_assert_cmpuint (fb_table_columns_get_offered (columns)->len, >, n);

  window = fb_ui_test_present (checks);
  fb_table_view_sort (fixture->table, cost, FALSE);
  check = gtk_widget_get_parent (fb_ui_test_find (checks, GTK_TYPE_LABEL, "Cost"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_null (fb_table_columns_find (columns, cost));
  g_assert_false (fb_table_view_is_ordered (fixture->table));
  check = gtk_widget_get_parent (fb_ui_test_find (checks, GTK_TYPE_LABEL, "Eigene 3"));
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_cmpuint (fb_table_columns_get_n (columns), ==, n);
  g_assert_cmpstr (fb_table_columns_get (columns, n - 1)->title, ==, "Eigene 3");
  g_assert_false (fb_document_get_modified (fixture->document));

  /* And it stays so when a table has another column. */
  fb_document_remove_one (fixture->document, fb_node_get_child (lookup (fixture, "t-table1"), 0));
  g_assert_null (fb_table_columns_find (columns, cost));
  g_assert_cmpstr (fb_table_columns_get (columns, fb_table_columns_get_n (columns) - 1)->title, ==, "Eigene 3");
  fb_ui_test_close (window);
}

static void
test_move_to (Fixture       *fixture,
              gconstpointer  data)
{
  /* In the order of the document, whatever the order shown. */
  fb_table_view_sort (fixture->table, fb_kind_get_property (FB_KIND_MEASURE, "title"), TRUE);
  select_rows (fixture, "m-first1 m-third1 m-fifth1");
  act (fixture, "table.move-to");
  pick (fixture, "bildung", 1);
  assert_children (fixture, "t-table2", "m-fourt1 m-fifth1 m-first1 m-third1");
  assert_selected (fixture, "m-third1 m-fifth1 m-first1");
  g_assert_nonnull (fb_ui_test_find (fixture->window, GTK_TYPE_LABEL,
                                     "3 rows moved to “3.2 Bildung und Prävention › Ideen und Maßnahmen”"));
  fb_table_view_sort (fixture->table, NULL, FALSE);
  assert_rows (fixture, "t-table3 t-table1 b-band01 m-secnd1 t-table2 m-fourt1 m-fifth1 m-first1 m-third1");
  fb_document_undo (fixture->document);
  fb_ui_test_settle ();
  assert_rows (fixture, ALL);
  g_assert_false (fb_document_get_modified (fixture->document));

  /* Into a band; where a row stands already is not offered, and a band goes into no band. */
  select_rows (fixture, "m-fourt1");
  act (fixture, "table.move-to");
  pick (fixture, "bereits", 1);
  assert_children (fixture, "b-band01", "m-first1 m-secnd1 m-fourt1");
  act (fixture, "table.move-to");
  pick (fixture, "bereits", 0);
  select_rows (fixture, "b-band01");
  act (fixture, "table.move-to");
  pick (fixture, "", 2);
  assert_children (fixture, "t-table3", "m-fifth1 b-band01");
}

/* From the page of one table rows go away, and the next one is selected. */
static void
test_move_away (Fixture       *fixture,
                gconstpointer  data)
{
  fb_page_set_node (FB_PAGE (fixture->page), fixture->document, lookup (fixture, "t-table1"));
  select_rows (fixture, "m-first1");
  act (fixture, "table.move-to");
  pick (fixture, "sofort", 1);
  assert_children (fixture, "t-table3", "m-fifth1 m-first1");
  assert_rows (fixture, "b-band01 m-secnd1 m-third1");
  assert_selected (fixture, "m-secnd1");
  fb_document_undo (fixture->document);
  assert_children (fixture, "b-band01", "m-first1 m-secnd1");
}

typedef struct
{
  char *text;
  gboolean done;
} Clip;

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  Clip *clip = data;

  clip->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  clip->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Clip *) data)->done;
}

static gboolean
has_two (gpointer data)
{
  return fb_node_get_n_children (data) == 2;
}

/* Rows of several tables are copied as one, and go behind the row that is selected. */
static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  Clip clip = { NULL, FALSE };

  select_rows (fixture, "t-table1 m-third1 m-fourt1");
  act (fixture, "table.copy");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->page), NULL, text_read_cb, &clip);
  g_assert_true (fb_ui_test_wait (is_done, &clip));
  g_assert_nonnull (strstr (clip.text, "Patenschaften"));
  g_assert_nonnull (strstr (clip.text, "Elterncafé"));
  g_assert_null (strstr (clip.text, "Austausch"));
  g_free (clip.text);

  select_rows (fixture, "m-fourt1");
  act (fixture, "table.cut");
  select_rows (fixture, "m-fifth1");
  act (fixture, "table.paste");
  g_assert_true (fb_ui_test_wait (has_two, lookup (fixture, "t-table3")));
  assert_children (fixture, "t-table3", "m-fifth1 m-fourt1");
  fb_ui_test_settle ();
}

/* The page goes while the picker is open. */
static void
test_picker_stays_open (Fixture       *fixture,
                        gconstpointer  data)
{
  select_rows (fixture, "m-fourt1");
  act (fixture, "table.move-to");
}

static void
test_editor (void)
{
  g_autoptr (FbDocument) document = fb_ui_test_sample ();
  GtkWidget *editor = fb_editor_new ();
  GtkWidget *window = fb_ui_test_present (editor);
  FbNode *measure = fb_document_lookup (document, "m-secnd1");
  FbPage *page;

  fb_editor_set_document (FB_EDITOR (editor), document);
  fb_outline_set_overview (fb_editor_get_outline (FB_EDITOR (editor)), "measures");
  fb_ui_test_settle ();
  page = fb_editor_get_page (FB_EDITOR (editor));
  g_assert_true (FB_IS_COLLECTION_PAGE (page));
  g_assert_true (fb_page_get_node (page) == fb_document_get_root (document));
  g_assert_nonnull (gtk_widget_get_root (fb_page_get_inspector (page)));

  /* A finding goes to the page of the field. */
  fb_editor_go_to (FB_EDITOR (editor), measure, NULL, 0, 0);
  fb_ui_test_settle ();
  g_assert_null (fb_outline_get_overview (fb_editor_get_outline (FB_EDITOR (editor))));
  g_assert_true (fb_editor_get_selected (FB_EDITOR (editor)) == fb_document_lookup (document, "t-table1"));
  fb_outline_set_overview (fb_editor_get_outline (FB_EDITOR (editor)), "measures");
  fb_ui_test_settle ();
  fb_editor_set_document (FB_EDITOR (editor), NULL);
  fb_ui_test_close (window);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, setup, test, teardown)

int
main (int argc, char **argv)
{
  fb_ui_test_init (&argc, &argv);
  ADD ("/all-measures/rows", test_rows);
  ADD ("/all-measures/follow", test_follow);
  ADD ("/all-measures/filter", test_filter);
  ADD ("/all-measures/narrow", test_narrow);
  ADD ("/all-measures/come-back", test_come_back);
  ADD ("/all-measures/sort", test_sort);
  ADD ("/all-measures/sum", test_sum);
  ADD ("/all-measures/add", test_add);
  ADD ("/all-measures/add-among-some", test_add_among_some);
  ADD ("/all-measures/delete", test_delete);
  ADD ("/all-measures/several", test_several);
  ADD ("/all-measures/own-columns", test_own_columns);
  ADD ("/all-measures/choose-columns", test_choose_columns);
  ADD ("/all-measures/move-to", test_move_to);
  ADD ("/all-measures/move-away", test_move_away);
  ADD ("/all-measures/copy", test_copy);
  ADD ("/all-measures/picker-stays-open", test_picker_stays_open);
  g_test_add_func ("/all-measures/editor", test_editor);

  return g_test_run ();
}
