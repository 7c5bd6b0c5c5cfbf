/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fb-ui-test-page.h"

#include "ui/fb-collection-page.h"

/**
 * fb_ui_test_page_open:
 * @document: (transfer full): the document
 * @container: the id of the node that the page shows
 *
 * Fills @fixture, and presents its window.
 */
void
fb_ui_test_page_open (FbUiTestPage *fixture,
                      FbDocument   *document,
                      const char   *container)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *overlay = adw_toast_overlay_new ();

  fixture->document = document;
  fixture->page = fb_collection_page_new ();
  fixture->table = fb_collection_page_get_table (FB_COLLECTION_PAGE (fixture->page));
  fb_page_set_node (FB_PAGE (fixture->page), document, fb_document_lookup (document, container));
  fixture->inspector = FB_INSPECTOR (fb_page_get_inspector (FB_PAGE (fixture->page)));
  gtk_widget_set_size_request (GTK_WIDGET (fixture->inspector), 320, -1);
  gtk_widget_set_hexpand (fixture->page, TRUE);
  gtk_box_append (GTK_BOX (box), fixture->page);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->inspector));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), box);
  fixture->window = fb_ui_test_present (overlay);
}

/** Asserts that all has its name for a screen reader, and that nothing is left when it goes. */
void
fb_ui_test_page_close (FbUiTestPage *fixture)
{
  gpointer page;
  gpointer inspector;
  gpointer document;

  fb_ui_test_check_names (fixture->page);
  fb_ui_test_check_names (GTK_WIDGET (fixture->inspector));
  fb_ui_test_watch (fixture->page, &page);
  fb_ui_test_watch (fixture->inspector, &inspector);
  fb_ui_test_watch (fixture->document, &document);
  fb_ui_test_close (fixture->window);
  fb_ui_test_assert_finalized (page);
  fb_ui_test_assert_finalized (inspector);
  g_object_unref (fixture->document);
  fb_ui_test_assert_finalized (document);
}

/** Returns: (transfer none): the rows of the table, as they are shown */
GListModel *
fb_ui_test_page_get_rows (FbUiTestPage *fixture)
{
  GtkWidget *list = fb_ui_test_find (GTK_WIDGET (fixture->table), GTK_TYPE_LIST_VIEW, NULL);

  g_assert_nonnull (list);
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

/** Returns: (transfer full): the ids of the nodes of a list, or of those in its GtkTreeListRow */
char *
fb_ui_test_dup_ids (GListModel *nodes)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (nodes); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (nodes, i);
      g_autoptr (FbNode) node = GTK_IS_TREE_LIST_ROW (item) ? gtk_tree_list_row_get_item (GTK_TREE_LIST_ROW (item))
                                                            : g_object_ref (FB_NODE (item));

      g_string_append_printf (string, "%s%s", i > 0 ? " " : "", fb_node_get_id (node));
    }
  return g_string_free (string, FALSE);
}
