/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fb-ui-test.h"

#include "ui/fb-field.h"
#include "ui/fb-form.h"
#include "ui/fb-line-row.h"
#include "ui/fb-step-split.h"
#include "ui/fb-words-row.h"

static void
count_cb (guint *count)
{
  ++*count;
}

static void
test_field (void)
{
  g_autoptr (FbDocument) document = fb_ui_test_sample ();
  g_autoptr (FbField) field = fb_field_new (fb_kind_get_property (FB_KIND_MEASURE, "period"));
  FbNode *node = fb_document_lookup (document, "m-secnd1");
  guint count = 0;

  g_signal_connect_swapped (field, "changed", G_CALLBACK (count_cb), &count);
  g_assert_cmpstr (fb_field_get_words (field), ==, "");
  fb_field_set_words (field, "lost");

  fb_field_bind (field, document, node);
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpstr (fb_field_get_words (field), ==, "2016–2018");

  /* Nothing is said, and nothing recorded, where nothing changes. */
  fb_field_set_words (field, "2016–2018");
  g_assert_cmpuint (count, ==, 1);
  g_assert_false (fb_document_can_undo (document));

  fb_field_set_words (field, "ab 2017");
  g_assert_cmpuint (count, ==, 2);
  g_assert_cmpstr (fb_node_get_words (node, "period"), ==, "ab 2017");
  fb_document_set_words (document, node, "cost", "5.000 €");
  g_assert_cmpuint (count, ==, 2);
  fb_document_undo (document);
  fb_document_undo (document);
  g_assert_cmpuint (count, ==, 3);
  g_assert_cmpstr (fb_field_get_words (field), ==, "2016–2018");

  fb_field_bind (field, NULL, NULL);
  g_assert_cmpuint (count, ==, 4);
}

static GtkWidget *
find_row (GtkWidget  *form,
          const char *label)
{
  GtkWidget *found = fb_ui_test_find (form, GTK_TYPE_LABEL, label);

  g_assert_nonnull (found);
  return gtk_widget_get_ancestor (found, FB_TYPE_FORM_ROW);
}

static void
test_rows (void)
{
  g_autoptr (FbDocument) document = fb_ui_test_sample ();
  FbNode *first = fb_document_lookup (document, "m-first1");
  FbNode *second = fb_document_lookup (document, "m-secnd1");
  GtkWidget *form = fb_form_new (FB_FORM_ALL);
  GtkWidget *window = fb_ui_test_present (form);
  GtkWidget *period;
  GtkWidget *title;
  GtkWidget *status;
  GtkTextBuffer *buffer;
  gpointer watched;

  fb_form_bind (FB_FORM (form), document, second);
  fb_ui_test_settle ();
  period = find_row (form, "Period");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fb_form_row_get_editor (FB_FORM_ROW (period)))), ==,
                   "2016–2018");

  /* Typing sets, and an undo shows. */
  gtk_editable_set_text (GTK_EDITABLE (fb_form_row_get_editor (FB_FORM_ROW (period))), "laufend");
  g_assert_cmpstr (fb_node_get_words (second, "period"), ==, "laufend");
  while (fb_document_can_undo (document))
    fb_document_undo (document);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fb_form_row_get_editor (FB_FORM_ROW (period)))), ==,
                   "2016–2018");

  status = fb_form_row_get_editor (FB_FORM_ROW (find_row (form, "Status")));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (status), 2);
  g_assert_cmpstr (fb_node_get_words (second, "status"), ==, "running");

  title = fb_form_row_get_editor (FB_FORM_ROW (find_row (form, "Title")));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (title));
  gtk_text_buffer_set_text (buffer, "Größe\nändern", -1);
  g_assert_cmpstr (fb_node_get_title (second), ==, "Größe\nändern");
  fb_document_set_words (document, second, "title", "Größen\nändern");
  {
    GtkTextIter start;
    GtkTextIter end;
    g_autofree char *words = NULL;

    gtk_text_buffer_get_bounds (buffer, &start, &end);
    words = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
    g_assert_cmpstr (words, ==, "Größen\nändern");
  }

  /* Another node takes the same rows, and binding changes nothing. */
  fb_document_mark_saved (document);
  fb_form_bind (FB_FORM (form), document, first);
  g_assert_true (find_row (form, "Period") == period);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fb_form_row_get_editor (FB_FORM_ROW (period)))), ==, "");
  g_assert_false (fb_document_get_modified (document));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (status)), ==, 0);

  fb_ui_test_watch (form, &watched);
  fb_ui_test_close (window);
  fb_ui_test_assert_finalized (watched);
}

/* Every kind has a form, which can be bound, revealed and left. */
static void
test_every_kind (void)
{
  g_autoptr (FbDocument) document = fb_ui_test_sample ();
  FbNode *root = fb_document_get_root (document);
  GtkWidget *form = fb_form_new (FB_FORM_ALL);
  GtkWidget *window = fb_ui_test_present (form);

  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    {
      fb_form_bind (FB_FORM (form), document, node);
      for (const FbProperty *property = fb_node_get_info (node)->properties; property->name != NULL; property++)
        g_assert_true (fb_form_reveal (FB_FORM (form), property, 0, 3));
      g_assert_true (fb_form_focus (FB_FORM (form), NULL));
      fb_ui_test_check_names (form);
    }
  g_assert_false (fb_document_get_modified (document));
  fb_form_bind (FB_FORM (form), NULL, NULL);
  fb_ui_test_close (window);
}

static GtkDropDown *
find_choice (GtkWidget  *form,
             const char *label)
{
  GtkWidget *row = gtk_widget_get_ancestor (fb_ui_test_find (form, GTK_TYPE_LABEL, label), FB_TYPE_FORM_ROW);

  return GTK_DROP_DOWN (fb_form_row_get_editor (FB_FORM_ROW (row)));
}

static const char *
get_chosen (GtkDropDown *drop_down)
{
  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (drop_down));
}

/* A language is chosen by its name, and a tag that is not offered stays; a measure says the status of its band. */
static void
test_choices (void)
{
  g_autoptr (FbDocument) document = fb_ui_test_sample ();
  FbNode *chapter = fb_document_lookup (document, "c-intro1");
  FbNode *band = fb_document_lookup (document, "b-band01");
  const FbProperty *language = fb_kind_get_property (FB_KIND_CHAPTER, "xml:lang");
  g_autoptr (FbValue) value = fb_value_new_language ("sco");
  g_autoptr (FbValue) running = fb_value_new_choice ("running");
  GtkWidget *form = fb_form_new (FB_FORM_ALL);
  GtkWidget *window = fb_ui_test_present (form);
  GtkDropDown *choice;

  fb_document_set (document, chapter, language, value);
  fb_form_bind (FB_FORM (form), document, chapter);
  choice = find_choice (form, "Language");
  g_assert_cmpstr (get_chosen (choice), ==, "sco");
  gtk_drop_down_set_selected (choice, 1);
  g_assert_cmpstr (get_chosen (choice), ==, "German");
  g_assert_cmpstr (fb_value_get_words (fb_node_get_value (chapter, language)), ==, "de");

  fb_document_set (document, band, fb_kind_get_property (FB_KIND_GROUP, "status"), running);
  fb_form_bind (FB_FORM (form), document, fb_document_lookup (document, "m-first1"));
  g_assert_cmpstr (get_chosen (find_choice (form, "Status")), ==, "As the band: Running");
  fb_form_bind (FB_FORM (form), document, fb_document_lookup (document, "m-third1"));
  g_assert_cmpstr (get_chosen (find_choice (form, "Status")), ==, "Not set");

  /* The band says something else, or the measure moves into it. */
  fb_document_move (document, fb_node_get_parent (band), 1, 1, band, 0, NULL);
  g_assert_cmpstr (get_chosen (find_choice (form, "Status")), ==, "As the band: Running");
  fb_document_set (document, band, fb_kind_get_property (FB_KIND_GROUP, "status"), NULL);
  g_assert_cmpstr (get_chosen (find_choice (form, "Status")), ==, "Not set");

  fb_form_bind (FB_FORM (form), NULL, NULL);
  fb_ui_test_close (window);
}

/* A measure moves to another table, which has another column. */
static void
test_moved (void)
{
  g_autoptr (FbDocument) document = fb_ui_test_sample ();
  g_autoptr (FbNode) table = fb_document_create_node (document, FB_KIND_MEASURES);
  g_autoptr (FbNode) column = fb_document_create_node (document, FB_KIND_COLUMN);
  FbNode *before = fb_document_lookup (document, "t-table1");
  GtkWidget *form = fb_form_new (FB_FORM_ALL);
  GtkWidget *window = fb_ui_test_present (form);

  fb_node_build_words (column, "title", "Punkte");
  fb_node_build_child (table, column);
  fb_document_insert_one (document, fb_node_get_parent (before), 0, table, NULL);
  fb_form_bind (FB_FORM (form), document, fb_document_lookup (document, "m-third1"));
  g_assert_null (fb_ui_test_find (form, GTK_TYPE_LABEL, "Punkte"));
  fb_document_move (document, before, 1, 1, table, 1, NULL);
  fb_ui_test_settle ();
  g_assert_nonnull (fb_ui_test_find (form, GTK_TYPE_LABEL, "Punkte"));
  fb_document_undo (document);
  fb_ui_test_settle ();
  g_assert_null (fb_ui_test_find (form, GTK_TYPE_LABEL, "Punkte"));

  fb_form_bind (FB_FORM (form), NULL, NULL);
  fb_ui_test_close (window);
}

static void
test_parts (void)
{
  g_autoptr (FbDocument) document = fb_ui_test_sample ();
  FbNode *root = fb_document_get_root (document);
  FbNode *measure = fb_document_lookup (document, "m-first1");
  GtkWidget *essentials = fb_form_new (FB_FORM_ESSENTIALS);
  GtkWidget *rest = fb_form_new (FB_FORM_REST);
  GtkWidget *all = fb_form_new (FB_FORM_ALL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *window;

  gtk_box_append (GTK_BOX (box), essentials);
  gtk_box_append (GTK_BOX (box), rest);
  gtk_box_append (GTK_BOX (box), all);
  window = fb_ui_test_present (box);
  /* Of every kind each property is in one of the two parts. */
  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    {
      fb_form_bind (FB_FORM (essentials), document, node);
      fb_form_bind (FB_FORM (rest), document, node);
      for (const FbProperty *property = fb_node_get_info (node)->properties; property->name != NULL; property++)
        g_assert_true (fb_form_reveal (FB_FORM (essentials), property, 0, 0) !=
                       fb_form_reveal (FB_FORM (rest), property, 0, 0));
    }

  fb_form_omit (FB_FORM (all), "title text");
  fb_form_bind (FB_FORM (all), document, measure);
  g_assert_false (fb_form_reveal (FB_FORM (all), fb_kind_get_property (FB_KIND_MEASURE, "text"), 0, 0));
  g_assert_true (fb_form_reveal (FB_FORM (all), fb_kind_get_property (FB_KIND_MEASURE, "cost"), 0, 0));

  fb_ui_test_close (window);
}

static void
test_own_column (void)
{
  g_autoptr (FbDocument) document = fb_ui_test_sample ();
  FbNode *measure = fb_document_lookup (document, "m-first1");
  FbNode *table = fb_document_lookup (document, "t-table1");
  GtkWidget *form = fb_form_new (FB_FORM_ALL);
  GtkWidget *window = fb_ui_test_present (form);
  g_autoptr (FbNode) column = fb_document_create_node (document, FB_KIND_COLUMN);
  GtkWidget *row;

  fb_form_bind (FB_FORM (form), document, measure);
  fb_node_build_words (column, "title", "Wirkung");
  g_assert_true (fb_document_insert_one (document, table, 0, column, NULL));
  row = find_row (form, "Wirkung");
  g_assert_true (FB_IS_WORDS_ROW (row));

  fb_document_set_words (document, column, "choices", "hoch\nniedrig");
  fb_document_set_words (document, column, "type", "choice");
  fb_document_set_words (document, column, "title", "Nutzen");
  row = find_row (form, "Nutzen");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (fb_form_row_get_editor (FB_FORM_ROW (row))), 2);
  g_assert_cmpstr (fb_value_get_words (
                     fb_node_get_value (measure, fb_property_for_column (fb_node_get_id (column)))),
                   ==, "niedrig");

  fb_document_undo (document);
  fb_ui_test_close (window);
}

static void
test_split (void)
{
  g_autoptr (FbDocument) document = fb_ui_test_sample ();
  FbNode *measure = fb_document_lookup (document, "m-first1");
  const FbProperty *property = fb_kind_get_property (FB_KIND_MEASURE, "text");
  g_autoptr (FbText) text = fb_text_new_plain ("Umsetzungsschritte:\n(1) Ein Überblick besteht.\n(2) Die Ausrichtung "
                                               "wird entwickelt.");
  g_autoptr (FbValue) value = fb_value_new_rich (text);
  g_autofree char *rest = NULL;
  g_autofree char *second = NULL;

  g_assert_false (fb_step_split_can (measure));
  fb_document_set (document, measure, property, value);
  fb_document_set_words (document, measure, "responsible", "(1) Ehrenamtsbörse, 32 (2) SKFM");
  g_assert_true (fb_step_split_can (measure));
  g_assert_cmpuint (fb_step_split_apply (document, measure), ==, 2);

  rest = fb_text_to_words (fb_node_get_text (measure, "text"));
  g_assert_cmpstr (rest, ==, "Umsetzungsschritte:");
  second = fb_text_to_words (fb_node_get_text (fb_node_get_child (measure, 1), "text"));
  g_assert_cmpstr (second, ==, "Die Ausrichtung wird entwickelt.");
  g_assert_cmpstr (fb_node_get_words (fb_node_get_child (measure, 0), "responsible"), ==, "Ehrenamtsbörse, 32");
  g_assert_cmpstr (fb_node_get_words (fb_node_get_child (measure, 1), "responsible"), ==, "SKFM");
  g_assert_null (fb_node_get_words (measure, "responsible"));
  g_assert_false (fb_step_split_can (measure));

  fb_document_undo (document);
  g_assert_cmpuint (fb_node_get_n_children (measure), ==, 0);
  g_assert_cmpstr (fb_node_get_words (measure, "responsible"), ==, "(1) Ehrenamtsbörse, 32 (2) SKFM");
}

/* Steps that are typed out of order get the bodies of their number, not of their place. */
static void
test_split_out_of_order (void)
{
  g_autoptr (FbDocument) document = fb_ui_test_sample ();
  FbNode *measure = fb_document_lookup (document, "m-first1");
  g_autoptr (FbText) text = fb_text_new_plain ("(1) Ein Überblick besteht;\n(3) Die Ausrichtung wird entwickelt.");
  g_autoptr (FbValue) value = fb_value_new_rich (text);

  fb_document_set (document, measure, fb_kind_get_property (FB_KIND_MEASURE, "text"), value);
  fb_document_set_words (document, measure, "responsible", "(3) SKFM, (1) 32, (2) 51");
  g_assert_cmpuint (fb_step_split_apply (document, measure), ==, 2);
  g_assert_cmpstr (fb_node_get_words (fb_node_get_child (measure, 0), "responsible"), ==, "32");
  g_assert_cmpstr (fb_node_get_words (fb_node_get_child (measure, 1), "responsible"), ==, "SKFM");
  g_assert_cmpstr (fb_node_get_words (measure, "responsible"), ==, "(2) 51");
}

int
main (int argc, char **argv)
{
  fb_ui_test_init (&argc, &argv);
  g_test_add_func ("/form/field", test_field);
  g_test_add_func ("/form/rows", test_rows);
  g_test_add_func ("/form/every-kind", test_every_kind);
  g_test_add_func ("/form/choices", test_choices);
  g_test_add_func ("/form/moved", test_moved);
  g_test_add_func ("/form/parts", test_parts);
  g_test_add_func ("/form/own-column", test_own_column);
  g_test_add_func ("/form/split", test_split);
  g_test_add_func ("/form/split-out-of-order", test_split_out_of_order);

  return g_test_run ();
}
