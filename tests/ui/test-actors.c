/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fb-ui-test.h"

#include "concept/fb-register.h"
#include "ui/fb-actor-rename.h"
#include "ui/fb-actor-tasks.h"
#include "ui/fb-collection-page.h"
#include "ui/fb-form-row.h"
#include "ui/fb-inspector.h"
#include "ui/fb-node-picker.h"
#include "ui/fb-unknown-bodies.h"

typedef struct
{
  FbDocument *document;
  FbRegister *actors;
  FbNode *youth;
  GtkWidget *window;
  GtkWidget *page;
  GtkWidget *inspector;
} Fixture;

static void
setup (Fixture       *fixture,
       gconstpointer  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *overlay = adw_toast_overlay_new ();

  fixture->document = fb_ui_test_sample ();
  fixture->actors = fb_register_get_for_document (fixture->document);
  fixture->youth = fb_document_lookup (fixture->document, "a-youth1");
  fixture->page = fb_collection_page_new ();
  fb_page_set_node (FB_PAGE (fixture->page), fixture->document, fb_document_lookup (fixture->document, "l-actors"));
  fixture->inspector = fb_page_get_inspector (FB_PAGE (fixture->page));
  gtk_widget_set_size_request (fixture->inspector, 320, -1);
  gtk_widget_set_hexpand (fixture->page, TRUE);
  gtk_box_append (GTK_BOX (box), fixture->page);
  gtk_box_append (GTK_BOX (box), fixture->inspector);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), box);
  fixture->window = fb_ui_test_present (overlay);
}

static void
teardown (Fixture       *fixture,
          gconstpointer  data)
{
  gpointer page;
  gpointer inspector;
  gpointer document;

  fb_ui_test_check_names (fixture->page);
  fb_ui_test_check_names (fixture->inspector);
  fb_ui_test_watch (fixture->page, &page);
  fb_ui_test_watch (fixture->inspector, &inspector);
  fb_ui_test_watch (fixture->document, &document);
  fb_ui_test_close (fixture->window);
  fb_ui_test_assert_finalized (page);
  fb_ui_test_assert_finalized (inspector);
  g_object_unref (fixture->document);
  fb_ui_test_assert_finalized (document);
}

static void
select_youth (Fixture *fixture)
{
  fb_table_view_select_one (fb_collection_page_get_table (FB_COLLECTION_PAGE (fixture->page)), fixture->youth, TRUE);
}

static gboolean
says_two (gpointer inspector)
{
  return fb_ui_test_find (inspector, GTK_TYPE_LABEL, "Everything 51 Has to Do (2)") != NULL;
}

static gboolean
says_one (gpointer inspector)
{
  return fb_ui_test_find (inspector, GTK_TYPE_LABEL, "Everything 51 Has to Do (1)") != NULL;
}

static void
test_tasks (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_null (fb_ui_test_find (fixture->inspector, FB_TYPE_ACTOR_TASKS, NULL));
  select_youth (fixture);
  g_assert_true (fb_ui_test_wait (says_one, fixture->inspector));
  g_assert_nonnull (fb_ui_test_find (fixture->inspector, GTK_TYPE_LABEL, "1 Austauschplattformen"));

  /* It lives. */
  fb_document_set_words (fixture->document, fb_document_lookup (fixture->document, "u-step01"), "responsible",
                         "Jugendamt, 32");
  g_assert_true (fb_ui_test_wait (says_two, fixture->inspector));
  fb_page_set_node (FB_PAGE (fixture->page), fixture->document, fb_document_lookup (fixture->document, "w-proces"));
  g_assert_null (fb_ui_test_find (fixture->inspector, FB_TYPE_ACTOR_TASKS, NULL));
  fb_ui_test_settle ();
}

static void
test_merge (Fixture       *fixture,
            gconstpointer  data)
{
  FbNode *other = fb_register_add (fixture->actors, "Amt für Jugend");
  GtkWidget *button;
  GtkWidget *picker;

  select_youth (fixture);
  g_assert_true (fb_ui_test_wait (says_one, fixture->inspector));
  button = fb_ui_test_find (fixture->inspector, GTK_TYPE_MENU_BUTTON, "_Merge With…");
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  fb_ui_test_settle ();
  picker = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  g_assert_true (FB_IS_NODE_PICKER (picker));
  gtk_popover_popdown (GTK_POPOVER (picker));
  g_signal_emit_by_name (picker, "picked", other);
  fb_ui_test_settle ();
  g_assert_null (fb_document_lookup (fixture->document, "a-youth1"));
  g_assert_true (fb_register_lookup (fixture->actors, "51") == other);

  fb_document_undo (fixture->document);
  g_assert_true (fb_register_lookup (fixture->actors, "51") == fixture->youth);
  fb_ui_test_settle ();
}

static void
test_rename (Fixture       *fixture,
             gconstpointer  data)
{
  FbNode *measure = fb_document_lookup (fixture->document, "m-first1");
  GtkWidget *dialog;
  GtkWidget *entry;
  gpointer watched;

  fb_register_add (fixture->actors, "32");
  dialog = fb_actor_rename_new (fixture->document, fixture->youth, fixture->page);
  gtk_window_present (GTK_WINDOW (dialog));
  fb_ui_test_settle ();
  entry = fb_ui_test_find (dialog, ADW_TYPE_ENTRY_ROW, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "51");
  g_assert_nonnull (fb_ui_test_find (dialog, GTK_TYPE_LABEL, "Besides the register, 1 field will change."));
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "rename"));

  /* Another's word is refused. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "32");
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "rename"));
  gtk_editable_set_text (GTK_EDITABLE (entry), " 5.1 ");
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "rename"));

  fb_ui_test_watch (dialog, &watched);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "rename");
  gtk_window_destroy (GTK_WINDOW (dialog));
  fb_ui_test_settle ();
  fb_ui_test_assert_finalized (watched);
  g_assert_cmpstr (fb_node_get_words (measure, "responsible"), ==, "beratungsCentrum, SKFM, 5.1, 32");
  g_assert_cmpstr (fb_node_get_words (fixture->youth, "number"), ==, "5.1");
  fb_document_undo (fixture->document);
  g_assert_cmpstr (fb_node_get_words (measure, "responsible"), ==, "beratungsCentrum, SKFM, 51, 32");
  g_assert_cmpstr (fb_node_get_words (fixture->youth, "number"), ==, "51");
}

static gboolean
says_four (gpointer page)
{
  return fb_ui_test_find (page, GTK_TYPE_LABEL, "4 bodies are named in measures, but not in the register") != NULL;
}

static gboolean
says_three (gpointer page)
{
  return fb_ui_test_find (page, GTK_TYPE_LABEL, "3 bodies are named in measures, but not in the register") != NULL;
}

static gboolean
says_nothing (gpointer page)
{
  return fb_ui_test_find (page, FB_TYPE_UNKNOWN_BODIES, NULL) == NULL;
}

static void
test_unknown (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *button;
  GtkWidget *popover;
  GtkWidget *add;

  g_assert_true (fb_ui_test_wait (says_four, fixture->page));
  button = fb_ui_test_find (fixture->page, GTK_TYPE_MENU_BUTTON, "_Unknown Bodies");
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  fb_ui_test_settle ();
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  /* What is named most comes first. */
  g_assert_nonnull (fb_ui_test_find (popover, GTK_TYPE_LABEL, "2 times"));
  add = fb_ui_test_find (popover, GTK_TYPE_BUTTON, "list-add-symbolic");
  g_signal_emit_by_name (add, "clicked");
  g_assert_true (fb_ui_test_wait (says_three, fixture->page));
  g_assert_nonnull (fb_register_lookup (fixture->actors, "32"));

  add = fb_ui_test_find (popover, GTK_TYPE_BUTTON, "Add _All");
  g_signal_emit_by_name (add, "clicked");
  g_assert_true (fb_ui_test_wait (says_nothing, fixture->page));
  g_assert_nonnull (fb_register_lookup (fixture->actors, "SKFM"));

  /* All of them are one step. */
  fb_document_undo (fixture->document);
  g_assert_true (fb_ui_test_wait (says_three, fixture->page));
  g_assert_null (fb_register_lookup (fixture->actors, "SKFM"));
}

/* What the registers hold is read as what the measures hold is. */
static void
test_readings (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    FbKind list;
    FbKind kind;
    const char *property;
    const char *words;
  } cases[] = {
    { FB_KIND_PROCESS, FB_KIND_EVENT, "dates", "21.11.16" },
    { FB_KIND_CEILINGS, FB_KIND_CEILING, "amount", "50.000 € im Jahr" },
    { FB_KIND_CEILINGS, FB_KIND_CEILING, "year", "2016" },
    { FB_KIND_RESOLUTIONS, FB_KIND_RESOLUTION, "date", "21.11.16" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FbNode *root = fb_document_get_root (fixture->document);
      FbNode *list = fb_node_get_child_of_kind (root, cases[i].list);
      g_autoptr (FbNode) node = fb_document_create_node (fixture->document, cases[i].kind);
      const FbProperty *property = fb_kind_get_property (cases[i].kind, cases[i].property);
      GtkWidget *focus;
      GtkWidget *row;

      if (list == NULL)
        {
          g_autoptr (FbNode) added = fb_document_create_node (fixture->document, cases[i].list);

          g_assert_true (fb_document_insert_one (fixture->document, root, 0, added, NULL));
          list = added;
        }
      g_assert_true (fb_document_insert_one (fixture->document, list, 0, node, NULL));
      fb_document_set_words (fixture->document, node, cases[i].property, cases[i].words);
      fb_page_set_node (FB_PAGE (fixture->page), fixture->document, list);
      g_assert_true (fb_page_reveal (FB_PAGE (fixture->page), node, property, 0, 1));
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      row = gtk_widget_get_ancestor (focus, FB_TYPE_FORM_ROW);
      g_assert_nonnull (row);
      g_assert_true (gtk_widget_get_visible (fb_form_row_get_reading (FB_FORM_ROW (row))));
      g_assert_false (gtk_widget_has_css_class (fb_form_row_get_reading (FB_FORM_ROW (row)), "not-understood"));
      fb_ui_test_settle ();
    }
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, setup, test, teardown)

int
main (int argc, char **argv)
{
  fb_ui_test_init (&argc, &argv);
  ADD ("/actors/tasks", test_tasks);
  ADD ("/actors/merge", test_merge);
  ADD ("/actors/rename", test_rename);
  ADD ("/actors/unknown", test_unknown);
  ADD ("/actors/readings", test_readings);

  return g_test_run ();
}
