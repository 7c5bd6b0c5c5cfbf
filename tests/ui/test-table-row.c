/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fb-ui-test.h"

#include "ui/fb-table-cell.h"
#include "ui/fb-table-private.h"
#include "ui/fb-table-row.h"

typedef struct
{
  FbDocument *document;
  FbTableView *view;
  GtkWidget *window;
} Fixture;

static void
setup (Fixture       *fixture,
       gconstpointer  container)
{
  fixture->document = fb_ui_test_sample ();
  fixture->view = FB_TABLE_VIEW (fb_table_view_new ());
  fixture->window = fb_ui_test_present (GTK_WIDGET (fixture->view));
  fb_table_view_set_container (fixture->view, fixture->document, fb_document_lookup (fixture->document, container));
  fb_ui_test_settle ();
}

static void
teardown (Fixture       *fixture,
          gconstpointer  container)
{
  gpointer view;

  fb_ui_test_watch (fixture->view, &view);
  fb_ui_test_close (fixture->window);
  fb_ui_test_assert_finalized (view);
  g_object_unref (fixture->document);
}

static FbNode *
lookup (Fixture    *fixture,
        const char *id)
{
  return fb_document_lookup (fixture->document, id);
}

static void
append_words (GtkWidget *widget,
              GString   *words)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (FB_IS_TABLE_CELL (widget))
    {
      const char *text = fb_table_cell_get_text (FB_TABLE_CELL (widget));

      gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, text);
      g_string_append_printf (words, "%s|", text);
    }
  for (GtkWidget *w = gtk_widget_get_first_child (widget); w != NULL; w = gtk_widget_get_next_sibling (w))
    append_words (w, words);
}

/* What the cells of a row say, and what a screen reader says of the row. */
static void
assert_row (Fixture    *fixture,
            const char *id,
            const char *name,
            const char *expected)
{
  GtkWidget *row = fb_table_view_get_row_widget (fixture->view, lookup (fixture, id));
  g_autoptr (GString) words = g_string_new (NULL);

  g_assert_nonnull (row);
  append_words (row, words);
  g_assert_cmpstr (words->str, ==, expected);
  gtk_test_accessible_assert_property (gtk_widget_get_parent (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
test_words (Fixture       *fixture,
            gconstpointer  container)
{
  FbNode *second = lookup (fixture, "m-secnd1");

  assert_row (fixture, "m-first1", "1 Austauschplattformen",
              "1|Austauschplattformen|||beratungsCentrum, SKFM, 51, 32|");
  assert_row (fixture, "m-secnd1", "2 Handlungskonzept zur Gewinnung",
              "2|Handlungskonzept zur Gewinnung|(1) Überblick über bestehende Anlaufstellen|2016–2018||"
              "(1) Ehrenamtsbörse, 32|");

  fb_document_set_words (fixture->document, second, "title", NULL);
  fb_document_set_words (fixture->document, lookup (fixture, "u-step01"), "responsible", "41");
  fb_document_set_words (fixture->document, second, "cost", "5.000 €");
  fb_document_set_words (fixture->document, second, "status", "done");
  assert_row (fixture, "m-secnd1", "2 2016–2018",
              "2|2016–2018|(1) Überblick über bestehende Anlaufstellen|2016–2018|5.000 €|(1) 41|Done|");

  fb_document_undo (fixture->document);
  fb_document_undo (fixture->document);
  fb_document_undo (fixture->document);
  fb_document_undo (fixture->document);
  assert_row (fixture, "m-secnd1", "2 Handlungskonzept zur Gewinnung",
              "2|Handlungskonzept zur Gewinnung|(1) Überblick über bestehende Anlaufstellen|2016–2018||"
              "(1) Ehrenamtsbörse, 32|");
}

/* The status of a band is that of its measures, which say so. */
static void
test_band (Fixture       *fixture,
           gconstpointer  container)
{
  FbNode *band = lookup (fixture, "b-band01");

  fb_document_set_words (fixture->document, band, "status", "running");
  assert_row (fixture, "m-first1", "1 Austauschplattformen",
              "1|Austauschplattformen|||beratungsCentrum, SKFM, 51, 32|Running|");
  assert_row (fixture, "b-band01", "Band “Bereits umgesetzt”, 2 measures", "");
}

static void
bind (Fixture    *fixture,
      GtkWidget  *widget,
      const char *id)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (fb_table_model_get_rows (fixture->view->model),
                                                          fb_table_model_find (fixture->view->model,
                                                                               lookup (fixture, id)));

  fb_table_row_bind (FB_TABLE_ROW (widget), fixture->document, row);
}

/* A widget shows a band, and after a while of scrolling a measure: that is not open or closed. */
static void
test_recycled (Fixture       *fixture,
               gconstpointer  container)
{
  GtkWidget *widget = fb_table_view_get_row_widget (fixture->view, lookup (fixture, "b-band01"));
  GtkWidget *item = gtk_widget_get_parent (widget);

  g_assert_true (gtk_test_accessible_has_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_EXPANDED));
  bind (fixture, widget, "m-first1");
  g_assert_false (gtk_test_accessible_has_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_EXPANDED));
  bind (fixture, widget, "b-band01");
  g_assert_true (gtk_test_accessible_has_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_EXPANDED));
}

/* Other numbers, of rows that nothing else happens to. */
static void
test_numbers (Fixture       *fixture,
              gconstpointer  container)
{
  fb_document_remove_one (fixture->document, lookup (fixture, "m-first1"));
  assert_row (fixture, "m-secnd1", "1 Handlungskonzept zur Gewinnung",
              "1|Handlungskonzept zur Gewinnung|(1) Überblick über bestehende Anlaufstellen|2016–2018||"
              "(1) Ehrenamtsbörse, 32|");
  assert_row (fixture, "m-third1", "2 Patenschaften für Neuzugewanderte", "2|Patenschaften für Neuzugewanderte||||");

  fb_document_undo (fixture->document);
  assert_row (fixture, "m-third1", "3 Patenschaften für Neuzugewanderte", "3|Patenschaften für Neuzugewanderte||||");
  fb_document_set_words (fixture->document, lookup (fixture, "m-first1"), "number", "7");
  assert_row (fixture, "m-third1", "9 Patenschaften für Neuzugewanderte", "9|Patenschaften für Neuzugewanderte||||");
}

static void
test_goals (Fixture       *fixture,
            gconstpointer  container)
{
  g_autoptr (FbNode) goal = fb_document_create_node (fixture->document, FB_KIND_GOAL);
  g_autofree char *number = g_strdup (fb_node_get_number (lookup (fixture, "z-goal01")));
  g_autofree char *name = g_strdup_printf ("%s Ehrenamt interkulturell öffnen", number);
  g_autofree char *words = g_strdup_printf ("%s|Ehrenamt interkulturell öffnen|", number);
  g_autofree char *new_name = g_strdup_printf ("%s Goal", number);
  g_autofree char *new_words = g_strdup_printf ("%s|Goal|", number);

  assert_row (fixture, "z-goal01", name, words);
  assert_row (fixture, "i-indic1", "Zahl der Ehrenamtlichen", "|Zahl der Ehrenamtlichen|");

  g_assert_true (fb_document_insert_one (fixture->document, lookup (fixture, container), 0, goal, NULL));
  g_assert_cmpstr (fb_node_get_number (lookup (fixture, "z-goal01")), !=, number);
  assert_row (fixture, fb_node_get_id (goal), new_name, new_words);
}

#define ADD(path, container, test) g_test_add (path, Fixture, container, setup, test, teardown)

int
main (int    argc,
      char **argv)
{
  fb_ui_test_init (&argc, &argv);
  ADD ("/table-row/words", "t-table1", test_words);
  ADD ("/table-row/band", "t-table1", test_band);
  ADD ("/table-row/recycled", "t-table1", test_recycled);
  ADD ("/table-row/numbers", "t-table1", test_numbers);
  ADD ("/table-row/goals", "y-goals1", test_goals);

  return g_test_run ();
}
