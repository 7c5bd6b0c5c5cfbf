/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fb-ui-test.h"

#include "store/fb-resources.h"
#include "ui/fb-findings-panel.h"

typedef struct
{
  FbDocument *document;
  FbEditor *editor;
  FbFindingsPanel *panel;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = fb_ui_test_sample ();
  fb_document_set_words (fixture->document, fb_document_lookup (fixture->document, "c-intro1"), "title",
                         "zwei  Wege  hin)");
  fixture->editor = FB_EDITOR (fb_editor_new ());
  fixture->panel = FB_FINDINGS_PANEL (fb_findings_panel_new ());
  fb_findings_panel_set_editor (fixture->panel, fixture->editor);
  fb_editor_set_bottom (fixture->editor, GTK_WIDGET (fixture->panel));
  fb_editor_set_document (fixture->editor, fixture->document);
  fb_findings_panel_set_document (fixture->panel, fixture->document);
  fixture->window = fb_ui_test_present (GTK_WIDGET (fixture->editor));
  fb_review_flush (fb_findings_panel_get_review (fixture->panel));
  g_object_set (fixture->panel, "open", TRUE, NULL);
  fb_ui_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fb_findings_panel_set_document (fixture->panel, NULL);
  fb_ui_test_close (fixture->window);
  g_assert_finalize_object (fixture->document);
}

static GtkWidget *
find (Fixture *fixture, GType type, const char *label)
{
  return fb_ui_test_find (GTK_WIDGET (fixture->panel), type, label);
}

static void
click (Fixture *fixture, const char *label)
{
  GtkWidget *button = find (fixture, GTK_TYPE_BUTTON, label);

  if (button == NULL)
    g_error ("there is no button “%s”", label);
  g_signal_emit_by_name (button, "clicked");
  fb_ui_test_settle ();
}

/* Selects the row of the first finding of a rule. */
static void
select_rule (Fixture *fixture, const char *message)
{
  GtkListView *list = GTK_LIST_VIEW (find (fixture, GTK_TYPE_LIST_VIEW, NULL));
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (list));
  GListModel *items = gtk_single_selection_get_model (selection);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      gtk_single_selection_set_selected (selection, i);
      fb_ui_test_settle ();
      if (find (fixture, GTK_TYPE_BUTTON, "_Go There") != NULL && find (fixture, GTK_TYPE_LABEL, message) != NULL
          && gtk_widget_has_css_class (find (fixture, GTK_TYPE_LABEL, message), "heading"))
        return;
      /* The message also stands in the row itself: look at the details. */
      {
        GtkWidget *go = find (fixture, GTK_TYPE_BUTTON, "_Go There");
        GtkWidget *details = go != NULL ? gtk_widget_get_parent (go) : NULL;

        if (details != NULL && fb_ui_test_find (details, GTK_TYPE_LABEL, message) != NULL)
          return;
      }
    }
  g_error ("there is no finding “%s”", message);
}

static char *
get_button_label (Fixture *fixture)
{
  GtkWidget *content = fb_ui_test_find (GTK_WIDGET (fixture->editor), ADW_TYPE_BUTTON_CONTENT, NULL);

  return g_strdup (adw_button_content_get_label (ADW_BUTTON_CONTENT (content)));
}

static gboolean
is_selected_focused (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW) != NULL
         && gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->panel))
         && (gtk_widget_get_state_flags (focus) & GTK_STATE_FLAG_SELECTED) != 0;
}

/* The keyboard begins at the finding that is selected, and stays in the list when one goes. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  g_assert_true (is_selected_focused (fixture));
  select_rule (fixture, "Two spaces stand together");
  g_object_set (fixture->panel, "open", FALSE, NULL);
  g_object_set (fixture->panel, "open", TRUE, NULL);
  g_assert_true (is_selected_focused (fixture));
  click (fixture, "_Repair");
  fb_ui_test_settle ();
  g_assert_true (is_selected_focused (fixture));
}

static void
test_show (Fixture *fixture, gconstpointer data)
{
  g_autofree char *label = get_button_label (fixture);
  FbReview *review = fb_findings_panel_get_review (fixture->panel);
  g_autofree char *count = g_strdup_printf ("%u", fb_review_count (review, FB_SEVERITY_WARNING));

  g_assert_cmpstr (label, ==, count);
  fb_ui_test_check_names (GTK_WIDGET (fixture->panel));
  select_rule (fixture, "“)” closes a bracket that was not opened");
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "A bracket is opened and not closed, or closed and not opened."));
  g_assert_null (find (fixture, GTK_TYPE_BUTTON, "_Repair"));

  click (fixture, "_Go There");
  g_assert_cmpstr (fb_node_get_id (fb_editor_get_selected (fixture->editor)), ==, "c-intro1");

  /* Stricter, there are more. */
  fb_review_set_phase (review, FB_PHASE_COUNCIL);
  fb_ui_test_settle ();
  g_clear_pointer (&label, g_free);
  label = get_button_label (fixture);
  g_assert_cmpint (atoi (label), >, atoi (count));
}

static void
test_repair (Fixture *fixture, gconstpointer data)
{
  FbNode *chapter = fb_document_lookup (fixture->document, "c-intro1");

  select_rule (fixture, "Two spaces stand together");
  click (fixture, "_Repair");
  g_assert_cmpstr (fb_node_get_title (chapter), ==, "zwei Wege  hin)");
  fb_document_undo (fixture->document);
  fb_review_flush (fb_findings_panel_get_review (fixture->panel));
  select_rule (fixture, "Two spaces stand together");
  click (fixture, "Repair _All 2 Alike");
  g_assert_cmpstr (fb_node_get_title (chapter), ==, "zwei Wege hin)");
  fb_document_undo (fixture->document);
  g_assert_cmpstr (fb_node_get_title (chapter), ==, "zwei  Wege  hin)");
}

static void
test_set_aside (Fixture *fixture, gconstpointer data)
{
  FbReview *review = fb_findings_panel_get_review (fixture->panel);
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  AdwMessageDialog *dialog = NULL;

  select_rule (fixture, "“)” closes a bracket that was not opened");
  click (fixture, "_Set Aside…");
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        dialog = ADW_MESSAGE_DIALOG (window);
    }
  g_assert_nonnull (dialog);
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "set-aside"));
  gtk_editable_set_text (GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog)), "Das Bild schließt sie");
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "set-aside"));
  adw_message_dialog_response (dialog, "set-aside");
  gtk_window_destroy (GTK_WINDOW (dialog));
  fb_ui_test_settle ();
  g_assert_cmpuint (fb_review_get_set_aside (review)->len, ==, 1);

  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "1 set aside"));
  select_rule (fixture, "“)” closes a bracket that was not opened");
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Set aside: Das Bild schließt sie"));
  click (fixture, "Take _Up Again");
  g_assert_cmpuint (fb_review_get_set_aside (review)->len, ==, 0);
}

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (fb_findings_panel_get_review (fixture->panel)));
  GtkWidget *list = find (fixture, GTK_TYPE_LIST_VIEW, NULL);
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  /* Through all of them, and around. */
  for (guint i = 0; i <= n; i++)
    {
      fb_findings_panel_step (fixture->panel, TRUE);
      g_hash_table_add (seen, gtk_single_selection_get_selected_item (selection));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, n);
  fb_findings_panel_step (fixture->panel, FALSE);
  g_assert_true (g_hash_table_contains (seen, gtk_single_selection_get_selected_item (selection)));
}

/* By place, and with the place gone: nothing is left that leads nowhere. */
static void
test_place (Fixture *fixture, gconstpointer data)
{
  FbReview *review = fb_findings_panel_get_review (fixture->panel);

  for (GtkWidget *drop_down = find (fixture, GTK_TYPE_DROP_DOWN, NULL); drop_down != NULL;
       drop_down = gtk_widget_get_next_sibling (drop_down))
    if (GTK_IS_DROP_DOWN (drop_down))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 1);
  fb_ui_test_settle ();
  g_assert_cmpint (fb_review_get_phase (review), ==, FB_PHASE_CONSULTATION);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "2 zwei  Wege  hin)"));
  fb_document_remove_one (fixture->document, fb_document_lookup (fixture->document, "c-intro1"));
  fb_findings_panel_step (fixture->panel, TRUE);
  fb_review_flush (review);
  fb_ui_test_settle ();
  g_assert_null (find (fixture, GTK_TYPE_LABEL, "2 zwei  Wege  hin)"));
  g_object_set (fixture->panel, "open", FALSE, NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->panel)));
}

int
main (int argc, char **argv)
{
  fb_ui_test_init (&argc, &argv);

#define ADD(name, function) g_test_add ("/findings-panel/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("focus", test_focus);
  ADD ("show", test_show);
  ADD ("repair", test_repair);
  ADD ("set-aside", test_set_aside);
  ADD ("steps", test_steps);
  ADD ("place", test_place);

  return g_test_run ();
}
