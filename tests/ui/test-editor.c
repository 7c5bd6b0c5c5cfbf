/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fb-ui-test.h"

#include "ui/fb-editor.h"

static void
test_select (void)
{
  g_autoptr (FbDocument) document = fb_ui_test_sample ();
  GtkWidget *editor = fb_editor_new ();
  GtkWidget *window;
  FbNode *measure = fb_document_lookup (document, "m-secnd1");
  FbNode *chapter = fb_document_lookup (document, "c-steps1");

  fb_editor_set_document (FB_EDITOR (editor), document);
  window = fb_ui_test_present (editor);
  g_assert_true (fb_editor_get_selected (FB_EDITOR (editor)) == fb_document_get_root (document));

  fb_editor_select (FB_EDITOR (editor), chapter);
  g_assert_true (fb_editor_get_selected (FB_EDITOR (editor)) == chapter);
  g_assert_true (fb_outline_get_selected (fb_editor_get_outline (FB_EDITOR (editor))) == chapter);
  g_assert_true (fb_page_get_node (fb_editor_get_page (FB_EDITOR (editor))) == chapter);

  /* A measure has no row in the outline: its table is shown. */
  fb_editor_go_to (FB_EDITOR (editor), measure, NULL, 0, 0);
  g_assert_cmpstr (fb_node_get_id (fb_editor_get_selected (FB_EDITOR (editor))), ==, "t-table1");

  fb_ui_test_settle ();
  fb_ui_test_close (window);
}

static void
test_removed (void)
{
  g_autoptr (FbDocument) document = fb_ui_test_sample ();
  GtkWidget *editor = fb_editor_new ();
  GtkWidget *window;
  FbNode *field = fb_document_lookup (document, "f-engage");
  FbNode *measures = fb_document_lookup (document, "t-table1");

  fb_editor_set_document (FB_EDITOR (editor), document);
  window = fb_ui_test_present (editor);
  fb_editor_select (FB_EDITOR (editor), measures);

  fb_document_remove_one (document, field);
  fb_ui_test_settle ();
  g_assert_cmpstr (fb_node_get_id (fb_editor_get_selected (FB_EDITOR (editor))), ==, "c-fields");

  fb_document_undo (document);
  fb_ui_test_settle ();
  fb_editor_select (FB_EDITOR (editor), measures);
  g_assert_true (fb_editor_get_selected (FB_EDITOR (editor)) == measures);

  fb_ui_test_close (window);
}

static void
test_every_kind (void)
{
  g_autoptr (FbDocument) document = fb_ui_test_sample ();
  GtkWidget *editor = fb_editor_new ();
  GtkWidget *window;
  FbNode *root = fb_document_get_root (document);

  fb_editor_set_document (FB_EDITOR (editor), document);
  window = fb_ui_test_present (editor);
  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    {
      fb_editor_go_to (FB_EDITOR (editor), node, NULL, 0, 0);
      fb_ui_test_settle ();
      fb_ui_test_check_names (window);
    }

  fb_editor_set_document (FB_EDITOR (editor), NULL);
  g_assert_null (fb_editor_get_selected (FB_EDITOR (editor)));
  fb_ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  fb_ui_test_init (&argc, &argv);
  g_test_add_func ("/editor/select", test_select);
  g_test_add_func ("/editor/removed", test_removed);
  g_test_add_func ("/editor/every-kind", test_every_kind);

  return g_test_run ();
}
