/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fb-ui-test.h"

#include "ui/fb-editor.h"
#include "ui/fb-find-bar.h"

typedef struct
{
  FbDocument *document;
  FbEditor *editor;
  FbFindBar *bar;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = fb_ui_test_sample ();
  fixture->editor = FB_EDITOR (fb_editor_new ());
  fixture->bar = FB_FIND_BAR (fb_find_bar_new ());
  fb_find_bar_set_editor (fixture->bar, fixture->editor);
  fb_editor_set_top (fixture->editor, GTK_WIDGET (fixture->bar));
  fb_editor_set_document (fixture->editor, fixture->document);
  fixture->window = fb_ui_test_present (GTK_WIDGET (fixture->editor));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  fb_ui_test_close (fixture->window);
  g_assert_finalize_object (fixture->document);
}

static void
type (Fixture    *fixture,
      const char *words)
{
  GtkWidget *entry = fb_ui_test_find (GTK_WIDGET (fixture->bar), GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  for (guint i = 0; i < 6; i++)
    fb_ui_test_settle ();
}

static void
assert_shows (Fixture    *fixture,
              const char *position,
              const char *selected)
{
  if (fb_ui_test_find (GTK_WIDGET (fixture->bar), GTK_TYPE_LABEL, position) == NULL)
    g_error ("the find bar does not show “%s”", position);
  g_assert_cmpstr (fb_node_get_id (fb_editor_get_selected (fixture->editor)), ==, selected);
}

static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  fb_find_bar_open (fixture->bar, FALSE);
  fb_ui_test_settle ();
  fb_ui_test_check_names (GTK_WIDGET (fixture->bar));
  type (fixture, "Integration");
  assert_shows (fixture, "1 of 2", "k-sample");
  fb_find_bar_step (fixture->bar, TRUE);
  assert_shows (fixture, "2 of 2", "c-foreword");
  fb_find_bar_step (fixture->bar, TRUE);
  assert_shows (fixture, "1 of 2", "k-sample");
  fb_find_bar_step (fixture->bar, FALSE);
  assert_shows (fixture, "2 of 2", "c-foreword");

  /* One part only. */
  g_object_set (fixture->bar, "in-branch", TRUE, NULL);
  assert_shows (fixture, "1 of 1", "c-foreword");
  g_object_set (fixture->bar, "in-branch", FALSE, "match-case", TRUE, NULL);
  assert_shows (fixture, "2 of 2", "c-foreword");
  g_object_set (fixture->bar, "whole-words", TRUE, NULL);
  assert_shows (fixture, "1 of 1", "c-foreword");
  type (fixture, "nirgends");
  assert_shows (fixture, "No hits", "c-foreword");

  /* Steps and closing do no harm without hits. */
  fb_find_bar_step (fixture->bar, TRUE);
  fb_find_bar_close (fixture->bar);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->bar)));
}

static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  FbNode *goal = fb_document_lookup (fixture->document, "z-goal01");
  GtkWidget *entry;

  fb_find_bar_open (fixture->bar, TRUE);
  fb_ui_test_settle ();
  type (fixture, "ehrenamt");
  assert_shows (fixture, "1 of 3", "y-goals1");
  entry = fb_ui_test_find (GTK_WIDGET (fixture->bar), GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Ehrenamt!");

  /* What was put in holds the word itself, and is not found again at once. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->bar), "find.replace", NULL);
  g_assert_cmpstr (fb_node_get_title (goal), ==, "Ehrenamt! interkulturell öffnen");
  assert_shows (fixture, "2 of 3", "y-goals1");

  gtk_widget_activate_action (GTK_WIDGET (fixture->bar), "find.replace-all", NULL);
  g_assert_cmpstr (fb_node_get_title (goal), ==, "Ehrenamt!! interkulturell öffnen");
  fb_document_undo (fixture->document);
  g_assert_cmpstr (fb_node_get_title (goal), ==, "Ehrenamt! interkulturell öffnen");
  fb_document_undo (fixture->document);
  g_assert_cmpstr (fb_node_get_title (goal), ==, "Ehrenamt interkulturell öffnen");
}

/* The hits follow what is written. */
static void
test_follow (Fixture       *fixture,
             gconstpointer  data)
{
  fb_find_bar_open (fixture->bar, FALSE);
  fb_ui_test_settle ();
  type (fixture, "Vorwort");
  assert_shows (fixture, "1 of 1", "c-foreword");
  fb_document_remove_one (fixture->document, fb_document_lookup (fixture->document, "c-foreword"));
  for (guint i = 0; i < 6; i++)
    fb_ui_test_settle ();
  g_assert_nonnull (fb_ui_test_find (GTK_WIDGET (fixture->bar), GTK_TYPE_LABEL, "No hits"));
  fb_document_undo (fixture->document);
  for (guint i = 0; i < 6; i++)
    fb_ui_test_settle ();
  g_assert_nonnull (fb_ui_test_find (GTK_WIDGET (fixture->bar), GTK_TYPE_LABEL, "1 hit"));
}

int
main (int    argc,
      char **argv)
{
  fb_ui_test_init (&argc, &argv);
  g_test_add ("/find-bar/find", Fixture, NULL, set_up, test_find, tear_down);
  g_test_add ("/find-bar/replace", Fixture, NULL, set_up, test_replace, tear_down);
  g_test_add ("/find-bar/follow", Fixture, NULL, set_up, test_follow, tear_down);

  return g_test_run ();
}
