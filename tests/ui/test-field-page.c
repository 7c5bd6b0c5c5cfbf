/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fb-ui-test.h"

#include "ui/fb-field-page.h"

static const char *
get_part_id (GtkWidget *page)
{
  return fb_node_get_id (fb_field_page_get_part (FB_FIELD_PAGE (page)));
}

/* The page with its head above it, as an editor shows them. */
static GtkWidget *
present (GtkWidget *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), fb_page_get_head (FB_PAGE (page)));
  gtk_box_append (GTK_BOX (box), page);
  return fb_ui_test_present (box);
}

static void
test_parts (void)
{
  g_autoptr (FbDocument) document = fb_ui_test_sample ();
  FbNode *field = fb_document_lookup (document, "f-engage");
  FbNode *measures = fb_document_lookup (document, "t-table1");
  GtkWidget *page = fb_field_page_new ();
  GtkWidget *window = present (page);
  gpointer watched;

  fb_page_set_node (FB_PAGE (page), document, field);
  g_assert_true (fb_page_get_node (FB_PAGE (page)) == field);
  g_assert_cmpstr (get_part_id (page), ==, "c-streng");
  fb_ui_test_settle ();

  /* The part that was shown last is shown again. */
  fb_page_set_node (FB_PAGE (page), document, measures);
  g_assert_cmpstr (get_part_id (page), ==, "t-table1");
  fb_page_set_node (FB_PAGE (page), document, field);
  g_assert_cmpstr (get_part_id (page), ==, "t-table1");

  gtk_widget_activate_action (page, "field.previous-part", NULL);
  g_assert_cmpstr (get_part_id (page), ==, "y-goals1");
  gtk_widget_activate_action (page, "field.next-part", NULL);
  gtk_widget_activate_action (page, "field.next-part", NULL);
  g_assert_cmpstr (get_part_id (page), ==, "c-streng");
  fb_ui_test_settle ();

  /* A field's own text is a part where somebody asks for it. */
  gtk_widget_activate_action (page, "field.introduction", NULL);
  g_assert_cmpstr (get_part_id (page), ==, "f-engage");
  fb_ui_test_check_names (window);

  g_assert_true (fb_page_reveal (FB_PAGE (page), fb_document_lookup (document, "m-first1"), NULL, 0, 0));
  g_assert_cmpstr (get_part_id (page), ==, "t-table1");
  fb_ui_test_settle ();

  fb_ui_test_watch (page, &watched);
  fb_ui_test_close (window);
  fb_ui_test_assert_finalized (watched);
}

static void
test_changes (void)
{
  g_autoptr (FbDocument) document = fb_ui_test_sample ();
  FbNode *field = fb_document_lookup (document, "f-engage");
  FbNode *measures = fb_document_lookup (document, "t-table1");
  GtkWidget *page = fb_field_page_new ();
  GtkWidget *window = present (page);

  fb_page_set_node (FB_PAGE (page), document, field);
  fb_field_page_set_part (FB_FIELD_PAGE (page), measures);
  g_assert_nonnull (fb_ui_test_find (window, GTK_TYPE_LABEL, "3"));
  fb_document_remove_one (document, fb_document_lookup (document, "m-third1"));
  g_assert_nonnull (fb_ui_test_find (window, GTK_TYPE_LABEL, "2"));
  fb_document_set_words (document, measures, "title", "Unsere Ideen");
  g_assert_nonnull (fb_ui_test_find (window, GTK_TYPE_LABEL, "Unsere Ideen"));

  /* When the part goes, another is shown; when it comes back, it is there to be chosen. */
  fb_document_remove_one (document, measures);
  g_assert_cmpstr (get_part_id (page), !=, "t-table1");
  g_assert_null (fb_ui_test_find (window, GTK_TYPE_LABEL, "Unsere Ideen"));
  fb_document_undo (document);
  g_assert_nonnull (fb_ui_test_find (window, GTK_TYPE_LABEL, "Unsere Ideen"));
  fb_ui_test_settle ();

  gtk_widget_activate_action (page, "field.add-part", "s", "measures");
  g_assert_cmpuint (fb_node_get_n_children (field), ==, 4);
  g_assert_cmpint (fb_node_get_kind (fb_field_page_get_part (FB_FIELD_PAGE (page))), ==, FB_KIND_MEASURES);
  fb_ui_test_settle ();
  fb_ui_test_close (window);
}

int
main (int argc, char **argv)
{
  fb_ui_test_init (&argc, &argv);
  g_test_add_func ("/field-page/parts", test_parts);
  g_test_add_func ("/field-page/changes", test_changes);

  return g_test_run ();
}
