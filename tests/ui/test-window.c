/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fb-ui-test.h"

#include <glib/gstdio.h>

#include "store/fb-file.h"
#include "ui/fb-application.h"
#include "ui/fb-export-dialog.h"
#include "ui/fb-file-banner.h"
#include "ui/fb-import-dialog.h"
#include "ui/fb-preferences.h"
#include "ui/fb-shortcuts.h"
#include "ui/fb-start-page.h"
#include "ui/fb-window-files.h"
#include "ui/fb-window.h"

static GtkApplication *application;
static char *folder;

static GFile *
get_file (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_new_for_path (path);
}

static FbWindow *
open_window (void)
{
  FbWindow *window = fb_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  fb_ui_test_settle ();

  return window;
}

static GtkWidget *
find_dialog (FbWindow *window,
             GType     type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (g_type_is_a (G_OBJECT_TYPE (toplevel), type)
          && gtk_window_get_transient_for (GTK_WINDOW (toplevel)) == GTK_WINDOW (window))
        return toplevel;
    }

  return NULL;
}

static gboolean
is_saved (gpointer data)
{
  return !fb_document_get_modified (data);
}

static void
test_start_page (void)
{
  FbWindow *window = open_window ();
  GtkWidget *page = fb_ui_test_find (GTK_WIDGET (window), FB_TYPE_START_PAGE, NULL);

  g_assert_nonnull (page);
  g_assert_nonnull (fb_ui_test_find (page, GTK_TYPE_LABEL, "Empty concept"));
  fb_ui_test_check_names (page);

  /* What takes a document cannot be used. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find", NULL);
  g_assert_null (fb_window_get_document (window));

  /* A template fills the window that is empty. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-from-template", "s", "monheim-2016");
  fb_ui_test_settle ();
  g_assert_nonnull (fb_window_get_document (window));
  g_assert_null (fb_window_get_file (window));
  g_assert_false (fb_document_get_modified (fb_window_get_document (window)));

  /* The next one gets a window of its own. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-example", "s", "monheim-2016");
  fb_ui_test_settle ();
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (application)), ==, 2);
  fb_ui_test_close (GTK_WIDGET (gtk_application_get_active_window (application)));
  fb_ui_test_close (GTK_WIDGET (gtk_application_get_windows (application)->data));
}

static void
test_open_save (void)
{
  g_autoptr (FbDocument) sample = fb_ui_test_sample ();
  g_autoptr (GFile) file = get_file ("sample.konzept");
  g_autoptr (GError) error = NULL;
  g_autoptr (FbDocument) again = NULL;
  FbWindow *window = open_window ();
  FbDocument *document;
  FbNode *root;

  fb_file_save (sample, file, NULL, &error);
  g_assert_no_error (error);
  fb_window_open_file (application, window, file);
  document = fb_window_get_document (window);
  g_assert_nonnull (document);
  root = fb_document_get_root (document);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Integrationskonzept Beispielstadt");

  /* Opening it once more brings the window to the front. */
  fb_window_open_file (application, NULL, file);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (application)), ==, 1);

  /* The title says what is edited, and the file gets what was changed. */
  fb_document_set_words (document, root, "edition", "Fortschreibung 2017");
  fb_ui_test_settle ();
  g_assert_nonnull (fb_ui_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Fortschreibung 2017 – edited"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  g_assert_true (fb_ui_test_wait (is_saved, document));
  fb_ui_test_settle ();
  g_assert_nonnull (fb_ui_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Fortschreibung 2017"));
  again = fb_file_load (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fb_node_get_words (fb_document_get_root (again), "edition"), ==, "Fortschreibung 2017");

  /* The selection is remembered. */
  fb_editor_select (fb_window_get_editor (window), fb_document_lookup (document, "t-table1"));
  fb_ui_test_close (GTK_WIDGET (window));
  fb_window_open_file (application, NULL, file);
  window = FB_WINDOW (gtk_application_get_windows (application)->data);
  fb_ui_test_settle ();
  g_assert_cmpstr (fb_node_get_id (fb_editor_get_selected (fb_window_get_editor (window))), ==, "t-table1");
  fb_ui_test_close (GTK_WIDGET (window));
}

static void
test_broken (void)
{
  g_autoptr (GFile) file = get_file ("broken.konzept");
  g_autoptr (GFile) missing = get_file ("missing.konzept");
  FbWindow *window = open_window ();
  GtkWidget *dialog;

  g_assert_true (
      g_file_replace_contents (file, "<concept>\n<x", 12, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
  fb_window_open_file (application, window, file);
  fb_ui_test_settle ();
  dialog = find_dialog (window, ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), "broken.konzept"));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "broken.konzept:"));
  g_assert_null (fb_window_get_document (window));
  gtk_window_destroy (GTK_WINDOW (dialog));

  /* A window with a document keeps it. */
  fb_window_open_template (window, "empty");
  fb_window_open_file (application, window, missing);
  fb_ui_test_settle ();
  g_assert_nonnull (fb_window_get_document (window));
  dialog = find_dialog (window, ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (application)), ==, 1);
  fb_ui_test_close (GTK_WIDGET (window));
}

static void
test_close (void)
{
  FbWindow *window = open_window ();
  FbDocument *document;
  GtkWidget *dialog;
  gpointer watched;
  guint n_toplevels;

  fb_window_open_template (window, "monheim-2016");
  document = fb_window_get_document (window);
  fb_document_set_words (document, fb_document_get_root (document), "title", "Mein Konzept");

  gtk_window_close (GTK_WINDOW (window));
  fb_ui_test_settle ();
  dialog = find_dialog (window, ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "Mein Konzept"));

  /* Who quits then is not asked twice. */
  n_toplevels = g_list_model_get_n_items (gtk_window_get_toplevels ());
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  fb_ui_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, n_toplevels);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_true (fb_window_get_document (window) == document);

  gtk_window_close (GTK_WINDOW (window));
  fb_ui_test_settle ();
  dialog = find_dialog (window, ADW_TYPE_MESSAGE_DIALOG);
  fb_ui_test_watch (window, &watched);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "discard");
  fb_ui_test_settle ();
  fb_ui_test_assert_finalized (watched);
}

/* A window with the sample, saved as @name. */
static FbWindow *
open_sample (GFile *file)
{
  g_autoptr (FbDocument) sample = fb_ui_test_sample ();
  g_autoptr (GError) error = NULL;

  fb_file_save (sample, file, NULL, &error);
  g_assert_no_error (error);
  fb_window_open_file (application, NULL, file);
  fb_ui_test_settle ();

  return FB_WINDOW (gtk_application_get_windows (application)->data);
}

/* Another program gives the concept another edition. */
static void
change_file (GFile      *file,
             const char *edition)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FbDocument) document = fb_file_load (file, NULL, &error);

  g_assert_no_error (error);
  fb_document_set_words (document, fb_document_get_root (document), "edition", edition);
  fb_file_save (document, file, NULL, &error);
  g_assert_no_error (error);
}

static char *
read_edition (GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FbDocument) document = fb_file_load (file, NULL, &error);

  g_assert_no_error (error);

  return g_strdup (fb_node_get_words (fb_document_get_root (document), "edition"));
}

static gboolean
has_message (gpointer window)
{
  return find_dialog (window, ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static void
answer (FbWindow   *window,
        const char *heading,
        const char *response)
{
  GtkWidget *dialog;

  g_assert_true (fb_ui_test_wait (has_message, window));
  dialog = find_dialog (window, ADW_TYPE_MESSAGE_DIALOG);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==, heading);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  if (find_dialog (window, ADW_TYPE_MESSAGE_DIALOG) == dialog)
    gtk_window_destroy (GTK_WINDOW (dialog));
}

/* What another program has written is overwritten only if the user says so. */
static void
test_changed (void)
{
  g_autoptr (GFile) file = get_file ("changed.konzept");
  FbWindow *window = open_sample (file);
  FbDocument *document = fb_window_get_document (window);
  g_autofree char *kept = NULL;
  g_autofree char *overwritten = NULL;
  g_autofree char *again = NULL;

  fb_document_set_words (document, fb_document_get_root (document), "edition", "hier");
  change_file (file, "anderswo");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  answer (window, "The File Has Changed", "cancel");
  kept = read_edition (file);
  g_assert_cmpstr (kept, ==, "anderswo");
  g_assert_true (fb_document_get_modified (document));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  answer (window, "The File Has Changed", "save");
  g_assert_true (fb_ui_test_wait (is_saved, document));
  overwritten = read_edition (file);
  g_assert_cmpstr (overwritten, ==, "hier");

  /* Then there is nothing more to ask. */
  fb_document_set_words (document, fb_document_get_root (document), "edition", "noch einmal");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  g_assert_true (fb_ui_test_wait (is_saved, document));
  again = read_edition (file);
  g_assert_cmpstr (again, ==, "noch einmal");
  fb_ui_test_settle ();
  fb_ui_test_close (GTK_WIDGET (window));
}

/* Closing and saving: who does not want to overwrite still has the window. */
static void
test_changed_close (void)
{
  g_autoptr (GFile) file = get_file ("changed-close.konzept");
  FbWindow *window = open_sample (file);
  FbDocument *document = fb_window_get_document (window);
  gpointer watched;

  fb_ui_test_watch (window, &watched);
  fb_document_set_words (document, fb_document_get_root (document), "edition", "hier");
  change_file (file, "anderswo");
  gtk_window_close (GTK_WINDOW (window));
  answer (window, "Save Changes?", "save");
  answer (window, "The File Has Changed", "cancel");
  fb_ui_test_settle ();
  g_assert_nonnull (watched);
  gtk_window_close (GTK_WINDOW (window));
  answer (window, "Save Changes?", "save");
  answer (window, "The File Has Changed", "save");
  for (guint i = 0; i < 50 && watched != NULL; i++)
    fb_ui_test_settle ();
  fb_ui_test_assert_finalized (watched);
}

static gboolean
is_revealed (gpointer banner)
{
  return gtk_revealer_get_reveal_child (GTK_REVEALER (gtk_widget_get_first_child (banner)));
}

/* The window tells what has happened to its file, and reads it again. */
static void
test_reload (void)
{
  g_autoptr (GFile) file = get_file ("reload.konzept");
  FbWindow *window = open_sample (file);
  GtkWidget *banner = fb_ui_test_find (GTK_WIDGET (window), FB_TYPE_FILE_BANNER, NULL);
  FbDocument *document;

  g_assert_nonnull (banner);
  g_assert_null (fb_ui_test_find (banner, GTK_TYPE_BUTTON, NULL));
  fb_editor_select (fb_window_get_editor (window), fb_document_lookup (fb_window_get_document (window), "t-table1"));
  fb_file_banner_check (FB_FILE_BANNER (banner));
  fb_ui_test_settle ();
  g_assert_false (is_revealed (banner));

  change_file (file, "anderswo");
  fb_file_banner_check (FB_FILE_BANNER (banner));
  g_assert_true (fb_ui_test_wait (is_revealed, banner));
  fb_ui_test_check_names (banner);
  g_assert_nonnull (fb_ui_test_find (banner, GTK_TYPE_LABEL, "“reload.konzept” was changed by another program."));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
  fb_ui_test_settle ();
  document = fb_window_get_document (window);
  g_assert_cmpstr (fb_node_get_words (fb_document_get_root (document), "edition"), ==, "anderswo");
  g_assert_cmpstr (fb_node_get_id (fb_editor_get_selected (fb_window_get_editor (window))), ==, "t-table1");
  g_assert_false (is_revealed (banner));

  /* Who has changed something is asked first. */
  fb_document_set_words (document, fb_document_get_root (document), "edition", "hier");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
  answer (window, "Discard Changes?", "cancel");
  g_assert_true (fb_window_get_document (window) == document);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
  answer (window, "Discard Changes?", "reload");
  fb_ui_test_settle ();
  document = fb_window_get_document (window);
  g_assert_cmpstr (fb_node_get_words (fb_document_get_root (document), "edition"), ==, "anderswo");

  /* A file that cannot be read leaves the window as it was. */
  g_assert_true (g_file_replace_contents (file, "<oops", 5, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
  answer (window, "“reload.konzept” Could Not Be Opened", "close");
  g_assert_true (fb_window_get_document (window) == document);
  fb_ui_test_close (GTK_WIDGET (window));
}

/* A file that another window shows is not written over, nor opened twice under the name of a link. */
static void
test_open_elsewhere (void)
{
  g_autoptr (GFile) file = get_file ("elsewhere.konzept");
  g_autoptr (GFile) link = get_file ("link.konzept");
  FbWindow *first = open_sample (file);
  FbWindow *window = open_window ();
  g_autofree char *path = g_file_get_path (link);
  g_autofree char *edition = NULL;

  g_assert_true (g_file_make_symbolic_link (link, "elsewhere.konzept", NULL, NULL));
  fb_window_open_template (window, "empty");
  fb_window_save_to (window, file, FALSE);
  answer (window, "“elsewhere.konzept” Is Open in Another Window", "close");
  fb_window_save_to (window, link, FALSE);
  answer (window, "“link.konzept” Is Open in Another Window", "close");
  g_assert_null (fb_window_get_file (window));
  fb_window_open_file (application, NULL, link);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (application)), ==, 2);
  edition = read_edition (file);
  g_assert_cmpstr (edition, ==, fb_node_get_words (fb_document_get_root (fb_window_get_document (first)), "edition"));

  /* Once that window is gone, it may be. */
  fb_ui_test_close (GTK_WIDGET (first));
  fb_window_save_to (window, file, FALSE);
  for (guint i = 0; i < 50 && fb_window_get_file (window) == NULL; i++)
    fb_ui_test_settle ();
  g_assert_true (g_file_equal (fb_window_get_file (window), file));
  fb_ui_test_close (GTK_WIDGET (window));
}

/* A window that goes takes its file dialog along. */
static void
test_chooser (void)
{
#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("the toolkit's dialog itself leaks when it goes while it reads a folder");
  return;
#endif

  for (guint i = 0; i < 3; i++)
    {
      FbWindow *window = open_window ();
      GtkWidget *dialog;
      gpointer watched;
      gpointer watched_dialog;

      fb_window_open_template (window, "empty");
      if (i == 0)
        fb_window_choose_file (window);
      else if (i == 1)
        fb_window_save (window, TRUE, FALSE);
      else
        fb_import_dialog_open (GTK_WINDOW (window), fb_window_get_document (window), NULL);
      fb_ui_test_settle ();
      dialog = find_dialog (window, GTK_TYPE_FILE_CHOOSER_DIALOG);
      g_assert_nonnull (dialog);
      fb_ui_test_watch (window, &watched);
      fb_ui_test_watch (dialog, &watched_dialog);
      gtk_window_destroy (GTK_WINDOW (window));
      for (guint j = 0; j < 50 && (watched != NULL || watched_dialog != NULL); j++)
        fb_ui_test_settle ();
      fb_ui_test_assert_finalized (watched);
      fb_ui_test_assert_finalized (watched_dialog);
    }
}

/* Saving while one types in an entry leaves the cursor where it is: the next key must not replace all. */
static void
test_commit (void)
{
  FbWindow *window = open_window ();
  GtkWidget *text;
  int start;
  int end;

  fb_window_open_template (window, "monheim-2016");
  fb_ui_test_settle ();
  text = fb_ui_test_find (GTK_WIDGET (window), GTK_TYPE_TEXT, NULL);
  g_assert_nonnull (text);
  gtk_widget_grab_focus (text);
  gtk_editable_set_text (GTK_EDITABLE (text), "Monheim");
  gtk_editable_set_position (GTK_EDITABLE (text), 4);

  fb_window_commit (window);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == text);
  g_assert_false (gtk_editable_get_selection_bounds (GTK_EDITABLE (text), &start, &end));
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (text)), ==, 4);
  gtk_editable_set_text (GTK_EDITABLE (text), "");

  fb_ui_test_close (GTK_WIDGET (window));
}

static void
test_undo (void)
{
  FbWindow *window = open_window ();
  FbDocument *document;
  FbNode *root;

  fb_window_open_template (window, "empty");
  document = fb_window_get_document (window);
  root = fb_document_get_root (document);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);

  fb_document_begin (document, "Name the concept");
  fb_document_set_words (document, root, "title", "Neu");
  fb_document_end (document);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Neu");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  g_assert_null (fb_node_get_title (root));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Unnamed Concept");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL));
  g_assert_cmpstr (fb_node_get_title (root), ==, "Neu");
  fb_ui_test_close (GTK_WIDGET (window));
}

static void
count_cb (GtkWidget *dialog,
          GFile     *file,
          int       *count)
{
  (*count)++;
}

static gboolean
is_counted (gpointer data)
{
  return *(int *) data > 0;
}

static void
test_export (void)
{
  g_autoptr (FbDocument) document = fb_ui_test_sample ();
  g_autoptr (GFile) file = get_file ("export.odt");
  GtkWidget *dialog = fb_export_dialog_new (document, fb_document_lookup (document, "f-engage"), NULL);
  int count = 0;
  gpointer watched;

  fb_ui_test_watch (dialog, &watched);
  g_signal_connect (dialog, "exported", G_CALLBACK (count_cb), &count);
  gtk_window_present (GTK_WINDOW (dialog));
  fb_ui_test_settle ();
  fb_ui_test_check_names (dialog);
  fb_export_dialog_start (FB_EXPORT_DIALOG (dialog), file);
  g_assert_true (fb_ui_test_wait (is_counted, &count));
  fb_ui_test_settle ();
  g_assert_true (g_file_query_exists (file, NULL));
  fb_ui_test_assert_finalized (watched);
}

static void
test_export_fails (void)
{
  g_autoptr (FbDocument) document = fb_ui_test_sample ();
  g_autoptr (GFile) file = get_file ("no/such/folder/export.odt");
  GtkWidget *dialog = fb_export_dialog_new (document, NULL, NULL);
  GtkWidget *message = NULL;

  gtk_window_present (GTK_WINDOW (dialog));
  fb_export_dialog_start (FB_EXPORT_DIALOG (dialog), file);
  for (guint i = 0; i < 50 && message == NULL; i++)
    {
      fb_ui_test_settle ();
      message = find_dialog ((FbWindow *) dialog, ADW_TYPE_MESSAGE_DIALOG);
    }
  g_assert_nonnull (message);
  gtk_window_destroy (GTK_WINDOW (message));
  fb_ui_test_close (dialog);
}

/* Closing the dialog stops what is going on. */
static void
test_export_closed (void)
{
  g_autoptr (FbDocument) document = fb_ui_test_sample ();
  g_autoptr (GFile) file = get_file ("closed.odt");
  GtkWidget *dialog = fb_export_dialog_new (document, NULL, NULL);
  gpointer watched;

  fb_ui_test_watch (dialog, &watched);
  gtk_window_present (GTK_WINDOW (dialog));
  fb_export_dialog_start (FB_EXPORT_DIALOG (dialog), file);
  gtk_window_destroy (GTK_WINDOW (dialog));
  for (guint i = 0; i < 50 && watched != NULL; i++)
    fb_ui_test_settle ();
  fb_ui_test_assert_finalized (watched);
}

static void
test_dialogs (void)
{
  GtkWidget *dialogs[] = { fb_shortcuts_new_window (), fb_preferences_new () };

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_test_message ("dialog %u", i);
      gtk_window_present (GTK_WINDOW (dialogs[i]));
      fb_ui_test_settle ();
      fb_ui_test_close (dialogs[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  fb_ui_test_init (&argc, &argv);
  folder = g_dir_make_tmp ("feldbuch-XXXXXX", NULL);
  application = GTK_APPLICATION (fb_application_new ());
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add_func ("/window/start-page", test_start_page);
  g_test_add_func ("/window/open-save", test_open_save);
  g_test_add_func ("/window/broken", test_broken);
  g_test_add_func ("/window/close", test_close);
  g_test_add_func ("/window/changed", test_changed);
  g_test_add_func ("/window/changed-close", test_changed_close);
  g_test_add_func ("/window/reload", test_reload);
  g_test_add_func ("/window/open-elsewhere", test_open_elsewhere);
  g_test_add_func ("/window/chooser", test_chooser);
  g_test_add_func ("/window/commit", test_commit);
  g_test_add_func ("/window/undo", test_undo);
  g_test_add_func ("/window/export", test_export);
  g_test_add_func ("/window/export-fails", test_export_fails);
  g_test_add_func ("/window/export-closed", test_export_closed);
  g_test_add_func ("/window/dialogs", test_dialogs);
  status = g_test_run ();

  g_object_unref (application);
  g_free (folder);

  return status;
}
