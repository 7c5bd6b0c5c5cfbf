/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fb-ui-test.h"

#include "ui/fb-outline-row.h"
#include "ui/fb-outline.h"

typedef struct
{
  FbDocument *document;
  FbOutline *outline;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = fb_ui_test_sample ();
  fixture->outline = FB_OUTLINE (fb_outline_new ());
  fb_outline_set_document (fixture->outline, fixture->document);
  fixture->window = fb_ui_test_present (GTK_WIDGET (fixture->outline));
  fb_ui_test_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer outline;

  fb_ui_test_watch (fixture->outline, &outline);
  fb_ui_test_close (fixture->window);
  fb_ui_test_assert_finalized (outline);
  g_assert_finalize_object (fixture->document);
}

static FbNode *
get (Fixture    *fixture,
     const char *id)
{
  FbNode *node = fb_document_lookup (fixture->document, id);

  g_assert_nonnull (node);
  return node;
}

static void
activate (Fixture    *fixture,
          const char *name)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->outline), name, NULL));
  fb_ui_test_settle ();
}

/* The row that shows @node, or NULL. */
static FbOutlineRow *
find_row (GtkWidget *widget,
          FbNode    *node)
{
  if (FB_IS_OUTLINE_ROW (widget))
    return fb_outline_row_get_node (FB_OUTLINE_ROW (widget)) == node ? FB_OUTLINE_ROW (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      FbOutlineRow *row = find_row (child, node);

      if (row != NULL)
        return row;
    }
  return NULL;
}

static gboolean
is_shown (Fixture    *fixture,
          const char *id)
{
  FbOutlineRow *row = find_row (GTK_WIDGET (fixture->outline), get (fixture, id));

  return row != NULL && gtk_widget_get_mapped (GTK_WIDGET (row));
}

static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  FbNode *measures = get (fixture, "t-table1");
  FbNode *chapter = get (fixture, "c-fields");
  guint index;

  /* Selecting a part unfolds what is above it; moving a branch leaves it unfolded. */
  fb_outline_set_selected (fixture->outline, measures);
  fb_ui_test_settle ();
  g_assert_true (is_shown (fixture, "t-table1"));

  fb_outline_set_selected (fixture->outline, chapter);
  index = fb_node_get_index (chapter);
  activate (fixture, "outline.move-up");
  g_assert_cmpuint (fb_node_get_index (chapter), ==, index - 1);
  g_assert_true (fb_outline_get_selected (fixture->outline) == chapter);
  g_assert_true (is_shown (fixture, "t-table1"));

  fb_document_undo (fixture->document);
  fb_ui_test_settle ();
  g_assert_cmpuint (fb_node_get_index (chapter), ==, index);
  g_assert_true (fb_outline_get_selected (fixture->outline) == chapter);
  g_assert_true (is_shown (fixture, "t-table1"));
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  FbNode *field = get (fixture, "f-engage");

  fb_outline_set_selected (fixture->outline, field);
  activate (fixture, "outline.delete");
  g_assert_null (fb_document_lookup (fixture->document, "f-engage"));
  g_assert_nonnull (fb_outline_get_selected (fixture->outline));
  g_assert_true (fb_outline_get_selected (fixture->outline) != field);

  fb_document_undo (fixture->document);
  fb_ui_test_settle ();
  g_assert_true (is_shown (fixture, "f-engage"));

  /* The title page cannot go. */
  fb_outline_set_selected (fixture->outline, fb_document_get_root (fixture->document));
  gtk_widget_activate_action (GTK_WIDGET (fixture->outline), "outline.delete", NULL);
  g_assert_nonnull (fb_document_lookup (fixture->document, "f-engage"));
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  FbNode *field = get (fixture, "f-engage");
  FbNode *parent = fb_node_get_parent (field);
  guint n = fb_node_get_n_children (parent);
  FbNode *copy;

  fb_outline_set_selected (fixture->outline, field);
  activate (fixture, "outline.copy");
  activate (fixture, "outline.paste");
  fb_ui_test_settle ();
  g_assert_cmpuint (fb_node_get_n_children (parent), ==, n + 1);
  copy = fb_outline_get_selected (fixture->outline);
  g_assert_true (copy != field);
  g_assert_cmpstr (fb_node_get_title (copy), ==, fb_node_get_title (field));
  g_assert_cmpstr (fb_node_get_id (copy), !=, fb_node_get_id (field));

  /* What is cut and pasted keeps its ids. */
  fb_outline_set_selected (fixture->outline, field);
  activate (fixture, "outline.cut");
  g_assert_null (fb_document_lookup (fixture->document, "f-engage"));
  activate (fixture, "outline.paste");
  fb_ui_test_settle ();
  g_assert_nonnull (fb_document_lookup (fixture->document, "f-engage"));
  g_assert_nonnull (fb_document_lookup (fixture->document, "t-table1"));
}

static void
test_rename (Fixture       *fixture,
             gconstpointer  data)
{
  FbNode *chapter = get (fixture, "c-fields");
  FbOutlineRow *row;

  fb_outline_set_selected (fixture->outline, chapter);
  fb_ui_test_settle ();
  row = find_row (GTK_WIDGET (fixture->outline), chapter);
  g_assert_nonnull (row);
  fb_outline_row_rename (row);
  g_assert_true (fb_outline_row_is_editing (row));
  g_signal_emit_by_name (row, "renamed", "Ein anderer Titel");
  g_assert_cmpstr (fb_node_get_title (chapter), ==, "Ein anderer Titel");
  fb_document_undo (fixture->document);
  g_assert_cmpstr (fb_node_get_title (chapter), !=, "Ein anderer Titel");
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  FbNode *field = get (fixture, "f-engage");
  FbNode *added;

  fb_outline_set_selected (fixture->outline, field);
  gtk_widget_activate_action (GTK_WIDGET (fixture->outline), "outline.add", "(sb)", "field", FALSE);
  fb_ui_test_settle ();
  added = fb_outline_get_selected (fixture->outline);
  g_assert_cmpint (fb_node_get_kind (added), ==, FB_KIND_FIELD);
  g_assert_cmpuint (fb_node_get_index (added), ==, fb_node_get_index (field) + 1);

  gtk_widget_activate_action (GTK_WIDGET (fixture->outline), "outline.add", "(sb)", "goals", TRUE);
  fb_ui_test_settle ();
  g_assert_true (fb_node_get_parent (fb_outline_get_selected (fixture->outline)) == added);
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  FbNode *field = get (fixture, "f-engage");
  GtkWidget *entry = fb_ui_test_find (GTK_WIDGET (fixture->outline), GTK_TYPE_SEARCH_ENTRY, NULL);
  g_autofree char *part = g_utf8_substring (fb_node_get_title (field), 0, 8);

  fb_outline_set_selected (fixture->outline, field);
  fb_outline_search (fixture->outline);
  gtk_editable_set_text (GTK_EDITABLE (entry), part);
  g_signal_emit_by_name (entry, "search-changed");
  fb_ui_test_settle ();
  g_assert_true (is_shown (fixture, "f-engage"));
  g_assert_null (find_row (GTK_WIDGET (fixture->outline), fb_document_get_root (fixture->document)));

  gtk_editable_set_text (GTK_EDITABLE (entry), "nichts dergleichen");
  g_signal_emit_by_name (entry, "search-changed");
  fb_ui_test_settle ();
  g_assert_null (find_row (GTK_WIDGET (fixture->outline), field));

  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_signal_emit_by_name (entry, "search-changed");
  fb_ui_test_settle ();
  g_assert_true (is_shown (fixture, "f-engage"));
  g_assert_true (fb_outline_get_selected (fixture->outline) == field);
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  fb_ui_test_check_names (fixture->window);
}

int
main (int    argc,
      char **argv)
{
  fb_ui_test_init (&argc, &argv);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/outline/move", test_move);
  ADD ("/outline/delete", test_delete);
  ADD ("/outline/copy", test_copy);
  ADD ("/outline/rename", test_rename);
  ADD ("/outline/add", test_add);
  ADD ("/outline/filter", test_filter);
  ADD ("/outline/names", test_names);
#undef ADD

  return g_test_run ();
}
