/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fb-ui-test.h"

#include "concept/fb-register.h"
#include "ui/fb-bodies-row.h"
#include "ui/fb-completion.h"
#include "ui/fb-form.h"
#include "ui/fb-suggest.h"

typedef struct
{
  FbDocument *document;
  FbRegister *actors;
  FbNode *measure;
  GtkWidget *window;
  GtkWidget *form;
  GtkWidget *row;
  GtkWidget *view;
  GtkTextBuffer *buffer;
} Fixture;

static void
setup (Fixture       *fixture,
       gconstpointer  data)
{
  FbNode *actor;

  fixture->document = fb_ui_test_sample ();
  fixture->actors = fb_register_get_for_document (fixture->document);
  fixture->measure = fb_document_lookup (fixture->document, "m-first1");
  actor = fb_register_add (fixture->actors, "Ehrenamtsbörse");
  fb_document_set_words (fixture->document, actor, "spellings", "Börse für Ehrenamt");
  fb_register_add (fixture->actors, "512");
  fixture->form = fb_form_new (FB_FORM_ESSENTIALS);
  fixture->window = fb_ui_test_present (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (adw_window_get_content (ADW_WINDOW (fixture->window))),
                               fixture->form);
  fb_form_bind (FB_FORM (fixture->form), fixture->document, fixture->measure);
  fixture->row = fb_ui_test_find (fixture->form, FB_TYPE_BODIES_ROW, NULL);
  g_assert_nonnull (fixture->row);
  fixture->view = fb_form_row_get_editor (FB_FORM_ROW (fixture->row));
  fixture->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
  fb_form_row_reveal (FB_FORM_ROW (fixture->row), 0, 0);
  fb_ui_test_settle ();
}

static void
teardown (Fixture       *fixture,
          gconstpointer  data)
{
  gpointer row;
  gpointer document;

  fb_ui_test_watch (fixture->row, &row);
  fb_ui_test_watch (fixture->document, &document);
  fb_ui_test_close (fixture->window);
  fb_ui_test_assert_finalized (row);
  g_object_unref (fixture->document);
  fb_ui_test_assert_finalized (document);
}

static void
type (Fixture    *fixture,
      const char *words)
{
  gtk_text_buffer_insert_at_cursor (fixture->buffer, words, -1);
  fb_ui_test_settle ();
}

static void
assert_words (Fixture    *fixture,
              const char *expected)
{
  g_assert_cmpstr (fb_node_get_words (fixture->measure, "responsible"), ==, expected);
}

static FbCompletion *
find_completion (Fixture *fixture)
{
  for (GtkWidget *child = gtk_widget_get_first_child (fixture->row); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (FB_IS_COMPLETION (child) && fb_completion_is_shown (FB_COMPLETION (child)))
      return FB_COMPLETION (child);
  return NULL;
}

/* Whether something takes the key before the text view does. */
static gboolean
press (Fixture *fixture,
       guint    keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->view);
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &taken);
    }
  fb_ui_test_settle ();
  return taken;
}

static void
test_complete (Fixture       *fixture,
               gconstpointer  data)
{
  fb_document_set_words (fixture->document, fixture->measure, "responsible", "(1) SKFM, 32\n(2) 32, ");
  fb_form_row_reveal (FB_FORM_ROW (fixture->row), 0, 0);
  g_assert_null (find_completion (fixture));
  type (fixture, "ehr");
  g_assert_nonnull (find_completion (fixture));
  /* Nothing is written that was not accepted. */
  assert_words (fixture, "(1) SKFM, 32\n(2) 32, ehr");

  g_assert_true (press (fixture, GDK_KEY_Return));
  assert_words (fixture, "(1) SKFM, 32\n(2) 32, Ehrenamtsbörse");
  g_assert_null (find_completion (fixture));
  type (fixture, ", 5");
  assert_words (fixture, "(1) SKFM, 32\n(2) 32, Ehrenamtsbörse, 5");
  g_assert_true (press (fixture, GDK_KEY_Down));
  g_assert_true (press (fixture, GDK_KEY_Tab));
  assert_words (fixture, "(1) SKFM, 32\n(2) 32, Ehrenamtsbörse, 512");

  /* Undo gives back what was typed. */
  fb_document_undo (fixture->document);
  assert_words (fixture, "(1) SKFM, 32\n(2) 32, Ehrenamtsbörse, 5");
  fb_ui_test_settle ();
}

static void
test_refuse (Fixture       *fixture,
             gconstpointer  data)
{
  fb_document_set_words (fixture->document, fixture->measure, "responsible", NULL);
  type (fixture, "Ehr");
  g_assert_true (press (fixture, GDK_KEY_Escape));
  g_assert_null (find_completion (fixture));
  g_assert_false (press (fixture, GDK_KEY_Return));
  assert_words (fixture, "Ehr");

  /* "51" is known: it may be all, and "512" must be chosen. */
  type (fixture, ", 51");
  g_assert_nonnull (find_completion (fixture));
  g_assert_false (press (fixture, GDK_KEY_Tab));
  assert_words (fixture, "Ehr, 51");
  g_assert_null (find_completion (fixture));

  /* The caret goes elsewhere. */
  type (fixture, ", 5");
  g_assert_nonnull (find_completion (fixture));
  fb_form_row_reveal (FB_FORM_ROW (fixture->row), 0, 1);
  fb_ui_test_settle ();
  g_assert_null (find_completion (fixture));
}

static const char *
get_reading (Fixture *fixture)
{
  return gtk_label_get_text (GTK_LABEL (fb_form_row_get_reading (FB_FORM_ROW (fixture->row))));
}

static void
test_offers (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *label = fb_form_row_get_reading (FB_FORM_ROW (fixture->row));
  gboolean taken;

  fb_document_set_words (fixture->document, fixture->measure, "responsible", "51, <SK&FM>, Ehrenamtsböse");
  g_assert_cmpstr (get_reading (fixture), ==,
                   "In the register: 51\nAdd to the register: <SK&FM>, Ehrenamtsböse\n"
                   "Did you mean “Ehrenamtsbörse” instead of “Ehrenamtsböse”?");
  g_assert_nonnull (gtk_text_view_get_extra_menu (GTK_TEXT_VIEW (fixture->view)));

  g_signal_emit_by_name (label, "activate-link", "1", &taken);
  g_assert_true (taken);
  /* Not yet: the label is in its gesture, and loses the link. */
  g_assert_null (fb_register_lookup (fixture->actors, "<SK&FM>"));
  fb_ui_test_settle ();
  g_assert_nonnull (fb_register_lookup (fixture->actors, "<SK&FM>"));
  g_assert_cmpstr (get_reading (fixture), ==,
                   "In the register: 51, <SK&FM>\nAdd to the register: Ehrenamtsböse\n"
                   "Did you mean “Ehrenamtsbörse” instead of “Ehrenamtsböse”?");

  g_signal_emit_by_name (label, "activate-link", "3", &taken);
  fb_ui_test_settle ();
  assert_words (fixture, "51, <SK&FM>, Ehrenamtsbörse");
  g_assert_cmpstr (get_reading (fixture), ==, "In the register: 51, <SK&FM>, Ehrenamtsbörse");
  fb_document_set_words (fixture->document, fixture->measure, "responsible", NULL);
  g_assert_false (gtk_widget_get_visible (label));
  fb_ui_test_settle ();
}

static void
test_suggest (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *words;
    guint caret; /* from the end */
    const char *matches;
    gsize start;
  } cases[] = {
    { "ehr", 0, "Ehrenamtsbörse|Börse für Ehrenamt", 0 },
    { "51 und Ehr", 0, "Ehrenamtsbörse|Börse für Ehrenamt", 7 },
    { "(1) 32, (2)5", 0, "51|512", 11 },
    { "Federführung: Jug", 0, "Jugendamt", 15 },
    { "börse für", 0, "Börse für Ehrenamt", 0 },
    { "Ehr", 1, "", 2 },
    { "51, ", 0, "", 4 },
    { "Verein X", 0, "", 8 },
    { "", 0, "", 0 },
  };
  static const struct
  {
    const char *word;
    const char *near;
  } slips[] = {
    { "Ehrenamtböse", "Ehrenamtsbörse" },
    { "JUGENDAMT", "Jugendamt" },
    { "Jugenamt", "Jugendamt" },
    { "52", NULL },
    { "5123", NULL },
    { "Schulamt", NULL },
    { "AWO", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize start;
      g_autoptr (GPtrArray) found = fb_suggest_complete (fixture->actors, cases[i].words,
                                                         strlen (cases[i].words) - cases[i].caret, &start);
      g_autoptr (GString) joined = g_string_new (NULL);

      for (guint j = 0; j < found->len; j++)
        g_string_append_printf (joined, j > 0 ? "|%s" : "%s", (const char *) found->pdata[j]);
      g_assert_cmpstr (joined->str, ==, cases[i].matches);
      g_assert_cmpuint (start, ==, cases[i].start);
    }
  for (guint i = 0; i < G_N_ELEMENTS (slips); i++)
    {
      g_autofree char *near = fb_suggest_near (fixture->actors, slips[i].word);

      g_assert_cmpstr (near, ==, slips[i].near);
    }
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, setup, test, teardown)

int
main (int argc, char **argv)
{
  fb_ui_test_init (&argc, &argv);
  ADD ("/bodies-row/complete", test_complete);
  ADD ("/bodies-row/refuse", test_refuse);
  ADD ("/bodies-row/offers", test_offers);
  ADD ("/bodies-row/suggest", test_suggest);

  return g_test_run ();
}
