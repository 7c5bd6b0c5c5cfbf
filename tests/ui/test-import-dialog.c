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
  GtkWidget *dialog = fb_import_dialog_new (make_preview (document, "id;Title\nm-first1;Austauschplattformen\n"), "Import");
  gpointer watched;

  fb_ui_test_watch (dialog, &watched);
  gtk_window_present (GTK_WINDOW (dialog));
  fb_ui_test_settle ();
  g_assert_false (gtk_widget_get_sensitive (fb_ui_test_find (dialog, GTK_TYPE_BUTTON, "_Import")));
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
  g_test_add_func ("/import-dialog/clipboard", test_clipboard);

  return g_test_run ();
}
