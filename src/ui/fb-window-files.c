/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-window-files.h"

#include <glib/gi18n-lib.h>

#include "store/fb-file.h"
#include "store/fb-resources.h"
#include "ui/fb-file-chooser.h"
#include "ui/fb-session-state.h"
#include "ui/fb-settings.h"
#include "ui/fb-ui.h"

#define MIME_TYPE "application/x-konzept+xml"

/* How many remarks about a file a dialog shows. */
#define MAX_REMARKS 12

/** Puts @file among those that were used last. */
void
fb_window_remember_file (GFile *file)
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
  g_autofree char *name = fb_ui_dup_file_name (file);
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
  g_autofree char *name = fb_ui_dup_file_name (file);
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

/* Whether two names are those of one file, be it by a link. */
static gboolean
is_same (GFile *file,
         GFile *other)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInfo) other_info = NULL;
  const char *id;

  if (g_file_equal (file, other))
    return TRUE;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  id = info != NULL ? g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ID_FILE) : NULL;
  if (id == NULL)
    return FALSE;
  other_info = g_file_query_info (other, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return other_info != NULL
         && g_strcmp0 (id, g_file_info_get_attribute_string (other_info, G_FILE_ATTRIBUTE_ID_FILE)) == 0;
}

/** Returns: (transfer none) (nullable): the window in which @file is open */
FbWindow *
fb_window_find_for_file (GtkApplication *application,
                         GFile          *file)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (FB_IS_WINDOW (l->data))
      {
        GFile *other = fb_window_get_file (l->data);

        if (other != NULL && is_same (other, file))
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
  FbWindow *window = fb_window_find_for_file (application, file);
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
  fb_window_remember_file (file);
  selected = fb_session_state_dup_selected (file);
  if (selected != NULL && fb_document_lookup (document, selected) != NULL)
    fb_editor_select (fb_window_get_editor (window), fb_document_lookup (document, selected));
  gtk_window_present (GTK_WINDOW (window));
  if (remarks != NULL && remarks->len > 0)
    show_remarks (window, file, remarks);
}

/* Reading again */

static void
reload (FbWindow *self)
{
  g_autoptr (GFile) file = g_object_ref (fb_window_get_file (self));
  FbNode *node = fb_editor_get_selected (fb_window_get_editor (self));
  g_autofree char *selected = node != NULL ? g_strdup (fb_node_get_id (node)) : NULL;
  g_autoptr (GPtrArray) remarks = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FbDocument) document = fb_file_load (file, &remarks, &error);

  if (document == NULL)
    {
      show_open_error (self, file, error);
      return;
    }

  fb_window_set_document (self, document, file);
  if (selected != NULL && fb_document_lookup (document, selected) != NULL)
    fb_editor_select (fb_window_get_editor (self), fb_document_lookup (document, selected));
  if (remarks != NULL && remarks->len > 0)
    show_remarks (self, file, remarks);
}

static void
reload_response_cb (AdwMessageDialog *dialog,
                    const char       *response,
                    FbWindow         *self)
{
  if (g_str_equal (response, "reload") && fb_window_get_file (self) != NULL)
    reload (self);
}

/** Reads the file of the window again; who has changed the document is asked first. */
void
fb_window_reload (FbWindow *self)
{
  GFile *file = fb_window_get_file (self);
  g_autofree char *name = NULL;
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  g_return_if_fail (file != NULL);

  fb_window_commit (self);
  if (!fb_document_get_modified (fb_window_get_document (self)))
    {
      reload (self);
      return;
    }

  name = fb_ui_dup_file_name (file);
  /* Translators: %s is the name of a file */
  body = g_strdup_printf (_("“%s” has changes that are not saved. They are lost if you read the file again."), name);
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Discard Changes?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "reload",
                                    _("_Discard and Reload"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "reload", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (reload_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
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

/** Lets @chooser begin beside @file (nullable), or where one was last, and with what this program writes. */
void
fb_window_prepare_chooser (GtkFileChooser *chooser,
                           GFile          *file)
{
  g_autofree char *uri = g_settings_get_string (fb_settings_get (), "last-open-folder");
  g_autoptr (GtkFileFilter) ours = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (ours, _("Concepts"));
  gtk_file_filter_add_suffix (ours, "konzept");
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, ours);
  gtk_file_chooser_add_filter (chooser, all);
  fb_file_chooser_set_folder (chooser, uri, file);
}

static void
open_cb (GtkWidget  *widget,
         GListModel *files,
         gpointer    data)
{
  FbWindow *self = FB_WINDOW (widget);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      fb_window_open_file (gtk_window_get_application (GTK_WINDOW (self)), self, file);
    }
}

/** Lets the user choose documents, and opens them. */
void
fb_window_choose_file (FbWindow *self)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Open Documents"), GTK_WINDOW (self),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  fb_window_prepare_chooser (GTK_FILE_CHOOSER (chooser), fb_window_get_file (self));
  fb_file_chooser_run (chooser, GTK_WIDGET (self), open_cb, NULL, NULL);
}
