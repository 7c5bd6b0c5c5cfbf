/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-window-files.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "store/fb-file.h"
#include "store/fb-resources.h"
#include "ui/fb-session-state.h"
#include "ui/fb-settings.h"
#include "ui/fb-ui.h"

#define MIME_TYPE "application/x-konzept+xml"
#define ENDING ".konzept"

/* How many remarks about a file a dialog shows. */
#define MAX_REMARKS 12

/* A save under way. */
typedef struct
{
  FbWindow *window;
  GFile *file;
  GApplication *application; /* held, so that it does not end before the file is written; or NULL */
  gboolean then_close;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->window);
  g_clear_object (&saving->file);
  if (saving->application != NULL)
    g_application_release (saving->application);
  g_clear_object (&saving->application);
  g_free (saving);
}

static char *
get_display_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base);
}

static void
remember_file (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  GtkRecentData data = { NULL };

  data.mime_type = (char *)MIME_TYPE;
  data.app_name = (char *)"Feldbuch";
  data.app_exec = (char *)"feldbuch %u";
  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);

  if (folder != NULL)
    {
      g_autofree char *folder_uri = g_file_get_uri (folder);

      g_settings_set_string (fb_settings_get (), "last-open-folder", folder_uri);
    }
}

/* Opening */

static void
show_error (FbWindow     *self,
            const char   *heading,
            const GError *error)
{
  fb_ui_show_error (GTK_WINDOW (self), heading, error->message);
}

static void
show_open_error (FbWindow     *self,
                 GFile        *file,
                 const GError *error)
{
  g_autofree char *name = get_display_name (file);
  /* Translators: heading of a dialog; %s is the name of a file */
  g_autofree char *heading = g_strdup_printf (_("“%s” Could Not Be Opened"), name);

  show_error (self, heading, error);
}

/* What is odd in a file and was kept. */
static void
show_remarks (FbWindow  *self,
              GFile     *file,
              GPtrArray *remarks)
{
  g_autofree char *name = get_display_name (file);
  g_autofree char *heading = NULL;
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < MIN (remarks->len, MAX_REMARKS); i++)
    g_string_append_printf (body, "%s%s", i > 0 ? "\n" : "", (char *) g_ptr_array_index (remarks, i));
  if (remarks->len > MAX_REMARKS)
    {
      guint more = remarks->len - MAX_REMARKS;

      g_string_append_c (body, '\n');
      /* Translators: below a list of remarks that is too long to be shown in full */
      g_string_append_printf (body, ngettext ("and %u more", "and %u more", more), more);
    }
  /* Translators: heading of a dialog that lists what is odd in a file; nothing of it is lost; %s is its name */
  heading = g_strdup_printf (_("“%s” Was Opened With Remarks"), name);
  fb_ui_show_error (GTK_WINDOW (self), heading, body->str);
}

static FbWindow *
find_window (GtkApplication *application,
             GFile          *file)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (FB_IS_WINDOW (l->data))
      {
        GFile *other = fb_window_get_file (l->data);

        if (other != NULL && g_file_equal (other, file))
          return l->data;
      }

  return NULL;
}

/* A window that shows no document is taken, otherwise there is a new one. */
static FbWindow *
get_free_window (GtkApplication *application,
                 FbWindow       *from)
{
  return from != NULL && fb_window_get_document (from) == NULL ? from : fb_window_new (application);
}

/**
 * fb_window_open_file:
 * @from: (nullable): the window from which it is opened
 * @file: a .konzept file
 *
 * Opens @file in a window of its own; a file that is open already is brought to the front. What cannot be read is
 * told, and leaves @from as it was.
 */
void
fb_window_open_file (GtkApplication *application,
                     FbWindow       *from,
                     GFile          *file)
{
  FbWindow *window = find_window (application, file);
  g_autoptr (GPtrArray) remarks = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FbDocument) document = NULL;
  g_autofree char *selected = NULL;

  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }

  document = fb_file_load (file, &remarks, &error);
  if (document == NULL)
    {
      window = from != NULL ? from : fb_window_new (application);
      gtk_window_present (GTK_WINDOW (window));
      show_open_error (window, file, error);
      return;
    }

  window = get_free_window (application, from);
  fb_window_set_document (window, document, file);
  remember_file (file);
  selected = fb_session_state_dup_selected (file);
  if (selected != NULL && fb_document_lookup (document, selected) != NULL)
    fb_editor_select (fb_window_get_editor (window), fb_document_lookup (document, selected));
  gtk_window_present (GTK_WINDOW (window));
  if (remarks != NULL && remarks->len > 0)
    show_remarks (window, file, remarks);
}

static void
open_made (FbWindow   *self,
           FbDocument *document,
           GError     *error)
{
  FbWindow *window;

  if (document == NULL)
    {
      show_error (self, _("The Document Could Not Be Made"), error);
      return;
    }

  window = get_free_window (gtk_window_get_application (GTK_WINDOW (self)), self);
  fb_window_set_document (window, document, NULL);
  gtk_window_present (GTK_WINDOW (window));
}

/** Opens the example @name, as a document without a file. */
void
fb_window_open_example (FbWindow   *self,
                        const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FbDocument) document = fb_examples_open (name, &error);

  open_made (self, document, error);
}

/** Opens a new document made from the template @name. */
void
fb_window_open_template (FbWindow   *self,
                         const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FbDocument) document = fb_templates_instantiate (name, &error);

  open_made (self, document, error);
}

static void
set_folder (GtkFileChooser *chooser,
            GFile          *file)
{
  g_autofree char *uri = g_settings_get_string (fb_settings_get (), "last-open-folder");
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  if (folder == NULL && *uri != '\0')
    folder = g_file_new_for_uri (uri);
  if (folder != NULL && g_file_query_exists (folder, NULL))
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) ours = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (ours, _("Concepts"));
  gtk_file_filter_add_suffix (ours, "konzept");
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, ours);
  gtk_file_chooser_add_filter (chooser, all);
}

static void
open_response_cb (GtkNativeDialog *dialog,
                  int              response,
                  FbWindow        *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      for (guint i = 0; i < g_list_model_get_n_items (files); i++)
        {
          g_autoptr (GFile) file = g_list_model_get_item (files, i);

          fb_window_open_file (gtk_window_get_application (GTK_WINDOW (self)), self, file);
        }
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/** Lets the user choose documents, and opens them. */
void
fb_window_choose_file (FbWindow *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Open Documents"), GTK_WINDOW (self),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  add_filters (GTK_FILE_CHOOSER (dialog));
  set_folder (GTK_FILE_CHOOSER (dialog), fb_window_get_file (self));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (open_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* Saving */

static void
save_failed_response_cb (AdwMessageDialog *dialog,
                         const char       *response,
                         FbWindow         *self)
{
  if (g_str_equal (response, "save-as"))
    fb_window_save (self, TRUE, FALSE);
}

static void
show_save_error (FbWindow     *self,
                 GFile        *file,
                 const GError *error)
{
  g_autofree char *name = get_display_name (file);
  /* Translators: heading of a dialog; %s is the name of a file */
  g_autofree char *heading = g_strdup_printf (_("“%s” Could Not Be Saved"), name);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, error->message);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"), "save-as", _("_Save As…"),
                                    NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save-as");
  g_signal_connect_object (dialog, "response", G_CALLBACK (save_failed_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Saving *saving = data;
  FbWindow *self = saving->window;
  FbDocument *document = FB_DOCUMENT (source);
  g_autoptr (GError) error = NULL;

  if (!fb_file_save_finish (document, result, &error))
    {
      /* Whoever has thrown the document away meanwhile does not miss it. */
      if (fb_window_get_document (self) == document)
        show_save_error (self, saving->file, error);
    }
  else if (fb_window_get_document (self) == document)
    {
      g_autofree char *name = get_display_name (saving->file);
      /* Translators: %s is the name of a file */
      g_autofree char *message = g_strdup_printf (_("Saved “%s”"), name);

      fb_window_set_file (self, saving->file);
      remember_file (saving->file);
      /* What was typed while the file was being written is asked about again. */
      if (saving->then_close)
        gtk_window_close (GTK_WINDOW (self));
      else
        fb_ui_toast (GTK_WIDGET (fb_window_get_editor (self)), message, NULL, NULL, NULL);
    }
  saving_free (saving);
}

static void
start_saving (Saving *saving)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (saving->window));

  if (application != NULL)
    {
      saving->application = g_object_ref (G_APPLICATION (application));
      g_application_hold (saving->application);
    }
  fb_window_commit (saving->window);
  fb_file_save_async (fb_window_get_document (saving->window), saving->file, NULL, saved_cb, saving);
}

/* A name typed without its ending gets it, unless that would overwrite what nobody was asked about. Takes @chosen. */
static GFile *
add_ending (GFile *chosen)
{
  g_autoptr (GFile) parent = g_file_get_parent (chosen);
  g_autofree char *name = g_file_get_basename (chosen);
  g_autofree char *longer = g_strconcat (name, ".konzept", NULL);
  GFile *file = parent != NULL && strchr (name, '.') == NULL ? g_file_get_child (parent, longer) : NULL;

  if (file == NULL || g_file_query_exists (file, NULL))
    {
      g_clear_object (&file);
      return chosen;
    }

  g_object_unref (chosen);
  return file;
}

static void
save_response_cb (GtkNativeDialog *dialog,
                  int              response,
                  Saving          *saving)
{
  if (response == GTK_RESPONSE_ACCEPT && fb_window_get_document (saving->window) != NULL)
    {
      saving->file = add_ending (gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)));
      start_saving (saving);
    }
  else
    {
      saving_free (saving);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/* The title of the document, without what file systems refuse. */
static char *
suggest_name (FbWindow *self)
{
  FbNode *root = fb_document_get_root (fb_window_get_document (self));
  const char *edition = fb_node_get_words (root, "edition");
  g_autofree char *title = fb_window_dup_name (self);
  g_autofree char *name = NULL;

  if (edition != NULL && *edition != '\0' && strstr (title, edition) == NULL)
    name = g_strconcat (title, " ", edition, NULL);
  else
    name = g_strdup (title);
  g_strdelimit (name, "/\\:*?\"<>|\n", '-');

  return g_strconcat (name, ENDING, NULL);
}

/**
 * fb_window_save:
 * @under_another_name: whether to ask for a name even where there is one
 * @then_close: whether the window closes once the document is on the disk
 *
 * Saves the document of the window.
 */
void
fb_window_save (FbWindow *self,
                gboolean  under_another_name,
                gboolean  then_close)
{
  GFile *file = fb_window_get_file (self);
  Saving *saving = g_new0 (Saving, 1);
  GtkFileChooserNative *dialog;
  g_autofree char *name = NULL;

  saving->window = g_object_ref (self);
  saving->then_close = then_close;
  if (file != NULL && !under_another_name)
    {
      saving->file = g_object_ref (file);
      start_saving (saving);
      return;
    }

  name = file != NULL ? get_display_name (file) : suggest_name (self);
  dialog = gtk_file_chooser_native_new (_("Save Document"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                        _("_Save"), _("_Cancel"));
  add_filters (GTK_FILE_CHOOSER (dialog));
  set_folder (GTK_FILE_CHOOSER (dialog), file);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (save_response_cb), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
close_response_cb (AdwMessageDialog *dialog,
                   const char       *response,
                   FbWindow         *self)
{
  if (g_str_equal (response, "save"))
    fb_window_save (self, FALSE, TRUE);
  else if (g_str_equal (response, "discard"))
    {
      /* The dialog is still in its signal, and must not look for a window that is gone. */
      gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
      gtk_window_destroy (GTK_WINDOW (self));
    }
}

/* The dialog over the window that has to be answered first. */
static GtkWindow *
find_modal (FbWindow *self)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (self) && gtk_window_get_modal (window) &&
          gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

/** Returns: whether the window has to stay for now, because the user is asked what becomes of unsaved changes */
gboolean
fb_window_ask_to_close (FbWindow *self)
{
  FbDocument *document = fb_window_get_document (self);
  GFile *file = fb_window_get_file (self);
  g_autofree char *name = NULL;
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  fb_window_commit (self);
  if (document == NULL || !fb_document_get_modified (document))
    return FALSE;
  /* Who quits twice is asked once. */
  if (find_modal (self) != NULL)
    {
      gtk_window_present (find_modal (self));
      return TRUE;
    }

  name = file != NULL ? get_display_name (file) : fb_window_dup_name (self);
  /* Translators: %s is the name of a file, or the title of a document that has none yet */
  body = g_strdup_printf (_("“%s” has changes that are not saved. They are lost if you close it without saving."),
                          name);
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Save Changes?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "discard", _("_Discard"),
                                    "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));

  return TRUE;
}
