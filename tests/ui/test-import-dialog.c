/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fb-ui-test.h"

#include <string.h>

#include "ui/fb-import-dialog.h"
#include "ui/fb-table-clipboard.h"

static FbTablePreview *
make_preview (FbDocument *document,
              const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  FbGrid *grid = fb_grid_read_csv (bytes, NULL);

  g_assert_nonnull (grid);

  return fb_table_preview_new (document, fb_document_lookup (document, "t-table1"), grid);
}

static void
imported_cb (GtkWidget *dialog,
             GPtrArray *rows,
             guint     *n)
{
  *n += rows->len;
}

static void
test_import (void)
{
  g_autoptr (FbDocument) document = fb_ui_test_sample ();
  FbTablePreview *preview = make_preview (document, "id;Title;Colour\nm-first1;Plattformen;\n;Neu;rot\nm-weg;x;\n");
  GtkWidget *dialog = fb_import_dialog_new (preview, "Import");
  gpointer watched;
  guint n = 0;

  fb_ui_test_watch (dialog, &watched);
  g_signal_connect (dialog, "imported", G_CALLBACK (imported_cb), &n);
  gtk_window_present (GTK_WINDOW (dialog));
  fb_ui_test_settle ();
  fb_ui_test_check_names (dialog);
  g_assert_nonnull (fb_ui_test_find (dialog, GTK_TYPE_EXPANDER, "2 remarks"));
  g_assert_false (fb_document_can_undo (document));
  g_signal_emit_by_name (fb_ui_test_find (dialog, GTK_TYPE_BUTTON, "_Import"), "clicked");
  fb_ui_test_settle ();
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (fb_node_get_title (fb_document_lookup (document, "m-first1")), ==, "Plattformen");
  g_assert_cmpstr (fb_document_get_undo_label (document), ==, "Import");
  fb_document_undo (document);
  g_assert_false (fb_document_can_undo (document));
  fb_ui_test_assert_finalized (watched);
}

static void
test_nothing_to_do (void)
{
  g_autoptr (FbDocument) document = fb_ui_test_sample ();
  GtkWidget *dialog
      = fb_import_dialog_new (make_preview (document, "id;Title\nm-first1;Austauschplattformen\n"), "Import");
  gpointer watched;

  fb_ui_test_watch (dialog, &watched);
  gtk_window_present (GTK_WINDOW (dialog));
  fb_ui_test_settle ();
  g_assert_false (gtk_widget_get_sensitive (fb_ui_test_find (dialog, GTK_TYPE_BUTTON, "_Import")));
  gtk_window_destroy (GTK_WINDOW (dialog));
  fb_ui_test_settle ();
  fb_ui_test_assert_finalized (watched);
}

/* The list above a column, by what is chosen there. */
static GtkDropDown *
find_drop_down (GtkWidget  *widget,
                const char *chosen)
{
  if (GTK_IS_DROP_DOWN (widget))
    {
      GtkStringObject *item = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (widget));
      const char *words = item != NULL ? gtk_string_object_get_string (item) : NULL;

      return g_strcmp0 (words, chosen) == 0 ? GTK_DROP_DOWN (widget) : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkDropDown *found = find_drop_down (child, chosen);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
choose (GtkDropDown *drop_down,
        const char  *label)
{
  GListModel *labels = gtk_drop_down_get_model (drop_down);

  for (guint i = 0; i < g_list_model_get_n_items (labels); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (labels, i);

      if (g_str_equal (gtk_string_object_get_string (item), label))
        {
          gtk_drop_down_set_selected (drop_down, i);
          fb_ui_test_settle ();
          return;
        }
    }
  g_error ("there is no choice “%s”", label);
}

/* What a column holds is said above it; summary and remarks follow. */
static void
test_mapping (void)
{
  g_autoptr (FbDocument) document = fb_ui_test_sample ();
  FbTablePreview *preview = make_preview (document, "Title;Colour;Shape\nNeu;rot;rund\n");
  GtkWidget *dialog = fb_import_dialog_new (preview, "Import");
  FbNode *table = fb_document_lookup (document, "t-table1");
  guint n_before = fb_node_get_n_children (table);
  gpointer watched;
  FbNode *column, *added;
  FbValue *value;

  fb_ui_test_watch (dialog, &watched);
  gtk_window_present (GTK_WINDOW (dialog));
  fb_ui_test_settle ();
  g_assert_nonnull (fb_ui_test_find (dialog, GTK_TYPE_EXPANDER, "2 remarks"));
  choose (find_drop_down (dialog, "Not understood (into the remarks)"), "New own column");
  g_assert_nonnull (fb_ui_test_find (dialog, GTK_TYPE_EXPANDER, "1 remark"));
  choose (find_drop_down (dialog, "Not understood (into the remarks)"), "Leave out");
  g_assert_null (find_drop_down (dialog, "Not understood (into the remarks)"));
  g_assert_nonnull (fb_ui_test_find (dialog, GTK_TYPE_LABEL,
                                     "1 new row · 0 changed rows · 0 unchanged rows · not read: “Shape”"));
  fb_ui_test_check_names (dialog);
  g_signal_emit_by_name (fb_ui_test_find (dialog, GTK_TYPE_BUTTON, "_Import"), "clicked");
  fb_ui_test_settle ();
  column = fb_node_get_child_of_kind (table, FB_KIND_COLUMN);
  while (g_strcmp0 (fb_node_get_title (column), "Colour") != 0)
    column = fb_node_get_child (table, fb_node_get_index (column) + 1);
  added = fb_node_get_child (table, fb_node_get_n_children (table) - 1);
  g_assert_cmpstr (fb_node_get_title (added), ==, "Neu");
  value = fb_node_get_value (added, fb_property_for_column (fb_node_get_id (column)));
  g_assert_cmpstr (fb_value_get_words (value), ==, "rot");
  fb_document_undo (document);
  g_assert_cmpuint (fb_node_get_n_children (table), ==, n_before);
  g_assert_false (fb_document_can_undo (document));
  fb_ui_test_assert_finalized (watched);
}

/* The first row becomes a measure, and headings again. */
static void
test_headed (void)
{
  g_autoptr (FbDocument) document = fb_ui_test_sample ();
  GtkWidget *dialog = fb_import_dialog_new (make_preview (document, "Title;Period\nNeu;2017\n"), "Import");
  GtkWidget *headed;
  gpointer watched;

  fb_ui_test_watch (dialog, &watched);
  gtk_window_present (GTK_WINDOW (dialog));
  fb_ui_test_settle ();
  headed = fb_ui_test_find (dialog, GTK_TYPE_SWITCH, NULL);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (headed)));
  gtk_switch_set_active (GTK_SWITCH (headed), FALSE);
  fb_ui_test_settle ();
  g_assert_nonnull (fb_ui_test_find (dialog, GTK_TYPE_LABEL, "2 new rows · 0 changed rows · 0 unchanged rows"));
  g_assert_nonnull (fb_ui_test_find (dialog, GTK_TYPE_LABEL, "Column 2"));
  g_assert_nonnull (find_drop_down (dialog, "Title, text and steps"));
  gtk_switch_set_active (GTK_SWITCH (headed), TRUE);
  fb_ui_test_settle ();
  g_assert_nonnull (fb_ui_test_find (dialog, GTK_TYPE_LABEL, "1 new row · 0 changed rows · 0 unchanged rows"));
  g_assert_nonnull (find_drop_down (dialog, "Period"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  fb_ui_test_settle ();
  fb_ui_test_assert_finalized (watched);
}

static guint n_pasted;

static void
pasted_cb (GtkWidget *widget,
           GPtrArray *rows)
{
  n_pasted = rows->len;
}

static gboolean
has_pasted (gpointer data)
{
  return n_pasted > 0;
}

/* Rows go to the clipboard and come back, as a table in HTML and as text. */
static void
test_clipboard (void)
{
  g_autoptr (FbDocument) document = fb_ui_test_sample ();
  FbNode *table = fb_document_lookup (document, "t-table1");
  FbNode *measure = fb_document_lookup (document, "m-secnd1");
  g_autoptr (GPtrArray) measures = g_ptr_array_new ();
  GtkWidget *label = gtk_label_new ("Ziel");
  GtkWidget *window = fb_ui_test_present (label);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (label);
  FbNode *pasted;

  g_ptr_array_add (measures, measure);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GdkContentProvider) provider = fb_table_clipboard_copy (document, measures);

      n_pasted = 0;
      if (i == 0)
        gdk_clipboard_set_content (clipboard, provider);
      else
        gdk_clipboard_set_text (clipboard, "\tNeu\t2017\t5 €\t51\n");
      fb_table_clipboard_paste (label, document, table, measure, pasted_cb);
      g_assert_true (fb_ui_test_wait (has_pasted, NULL));
      g_assert_cmpuint (n_pasted, ==, 1);
      pasted = fb_node_get_child (fb_node_get_parent (measure), fb_node_get_index (measure) + 1);
      g_assert_cmpstr (fb_node_get_title (pasted), ==, i == 0 ? fb_node_get_title (measure) : "Neu");
      g_assert_cmpuint (fb_node_get_n_children (pasted), ==, i == 0 ? 1 : 0);
      fb_document_undo (document);
      g_assert_false (fb_document_can_undo (document));
    }
  fb_ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  fb_ui_test_init (&argc, &argv);

  g_test_add_func ("/import-dialog/import", test_import);
  g_test_add_func ("/import-dialog/nothing-to-do", test_nothing_to_do);
  g_test_add_func ("/import-dialog/mapping", test_mapping);
  g_test_add_func ("/import-dialog/headed", test_headed);
  g_test_add_func ("/import-dialog/clipboard", test_clipboard);

  return g_test_run ();
}
