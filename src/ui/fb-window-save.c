/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-window-files.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "store/fb-file.h"
#include "ui/fb-file-chooser.h"
#include "ui/fb-ui.h"

#define ENDING ".konzept"

/* Documents go into files. */

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

static void start_saving (FbWindow *self, GFile *file, FbFileSaveFlags flags, gboolean then_close);

static void
save_as_response_cb (AdwMessageDialog *dialog,
                     const char       *response,
                     FbWindow         *self)
{
  if (g_str_equal (response, "save-as") && fb_window_get_document (self) != NULL)
    fb_window_save (self, TRUE, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (dialog), "then-close")));
}

/* Says why the document is not saved there, and offers to save it elsewhere. Takes @heading. */
static void
offer_save_as (FbWindow   *self,
               char       *heading,
               const char *body,
               gboolean    then_close)
{
  g_autofree char *owned = heading;
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), owned, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"), "save-as", _("_Save As…"),
                                    NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save-as");
  g_object_set_data (G_OBJECT (dialog), "then-close", GINT_TO_POINTER (then_close));
  g_signal_connect_object (dialog, "response", G_CALLBACK (save_as_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_save_error (FbWindow     *self,
                 GFile        *file,
                 const GError *error,
                 gboolean      then_close)
{
  g_autofree char *name = fb_ui_dup_file_name (file);

  /* Translators: heading of a dialog; %s is the name of a file */
  offer_save_as (self, g_strdup_printf (_("“%s” Could Not Be Saved"), name), error->message, then_close);
}

/* What is to become of a save that another program's changes stand in the way of. */
static void
changed_response_cb (AdwMessageDialog *dialog,
                     const char       *response,
                     FbWindow         *self)
{
  gboolean then_close = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (dialog), "then-close"));

  if (fb_window_get_document (self) == NULL || fb_window_get_file (self) == NULL)
    return;
  if (g_str_equal (response, "save"))
    start_saving (self, fb_window_get_file (self), FB_FILE_SAVE_OVER, then_close);
  else if (g_str_equal (response, "save-as"))
    fb_window_save (self, TRUE, then_close);
}

static void
ask_to_overwrite (FbWindow     *self,
                  const GError *error,
                  gboolean      then_close)
{
  g_autofree char *body = g_strconcat (error->message, "\n",
                                       _("If you save anyway, what that program has written is lost."), NULL);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("The File Has Changed"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "save-as", _("Save _As…"),
                                    "save", _("_Save Anyway"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save-as");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data (G_OBJECT (dialog), "then-close", GINT_TO_POINTER (then_close));
  g_signal_connect_object (dialog, "response", G_CALLBACK (changed_response_cb), self, 0);
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
  gboolean fine = fb_file_save_finish (document, result, &error);

  /* Whoever has thrown the document away meanwhile does not miss it. */
  if (fb_window_get_document (self) != document)
    {
      saving_free (saving);
      return;
    }

  if (fine)
    {
      g_autofree char *name = fb_ui_dup_file_name (saving->file);
      /* Translators: %s is the name of a file */
      g_autofree char *message = g_strdup_printf (_("Saved “%s”"), name);

      fb_window_set_file (self, saving->file);
      fb_window_remember_file (saving->file);
      /* What was typed while the file was being written is asked about again. */
      if (saving->then_close)
        gtk_window_close (GTK_WINDOW (self));
      else
        fb_ui_toast (GTK_WIDGET (fb_window_get_editor (self)), message, NULL, NULL, NULL);
    }
  else if (g_error_matches (error, FB_FILE_ERROR, FB_FILE_ERROR_CHANGED))
    {
      ask_to_overwrite (self, error, saving->then_close);
    }
  else
    {
      show_save_error (self, saving->file, error, saving->then_close);
    }
  saving_free (saving);
}

static void
start_saving (FbWindow        *self,
              GFile           *file,
              FbFileSaveFlags  flags,
              gboolean         then_close)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  Saving *saving = g_new0 (Saving, 1);

  saving->window = g_object_ref (self);
  saving->file = g_object_ref (file);
  saving->then_close = then_close;
  if (application != NULL)
    {
      saving->application = g_object_ref (G_APPLICATION (application));
      g_application_hold (saving->application);
    }
  fb_window_commit (self);
  fb_file_save_async (fb_window_get_document (self), file, flags, NULL, saved_cb, saving);
}

/* A name typed without its ending gets it, unless that would overwrite what nobody was asked about. Takes @chosen. */
static GFile *
add_ending (GFile *chosen)
{
  g_autoptr (GFile) parent = g_file_get_parent (chosen);
  g_autofree char *name = g_file_get_basename (chosen);
  g_autofree char *longer = g_strconcat (name, ENDING, NULL);
  GFile *file = parent != NULL && strchr (name, '.') == NULL ? g_file_get_child (parent, longer) : NULL;

  if (file == NULL || g_file_query_exists (file, NULL))
    {
      g_clear_object (&file);
      return chosen;
    }

  g_object_unref (chosen);
  return file;
}

/* Two windows with one file would write over each other. */
static void
refuse_file (FbWindow *self,
             GFile    *file,
             gboolean  then_close)
{
  g_autofree char *name = fb_ui_dup_file_name (file);

  /* Translators: heading of a dialog; %s is the name of a file */
  offer_save_as (self, g_strdup_printf (_("“%s” Is Open in Another Window"), name),
                 _("Save under another name, or close that window first."), then_close);
}

/**
 * fb_window_save_to:
 * @file: where to save; what is there was asked about, unless another window shows it
 *
 * Saves the document of the window as @file, which is its file from then on.
 */
void
fb_window_save_to (FbWindow *self,
                   GFile    *file,
                   gboolean  then_close)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  FbWindow *other = application != NULL ? fb_window_find_for_file (application, file) : NULL;

  if (other != NULL && other != self)
    refuse_file (self, file, then_close);
  else
    start_saving (self, file, FB_FILE_SAVE_DEFAULT, then_close);
}

static void
save_cb (GtkWidget  *widget,
         GListModel *files,
         gpointer    then_close)
{
  g_autoptr (GFile) file = add_ending (g_list_model_get_item (files, 0));

  if (fb_window_get_document (FB_WINDOW (widget)) != NULL)
    fb_window_save_to (FB_WINDOW (widget), file, GPOINTER_TO_INT (then_close));
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
  GtkFileChooserNative *chooser;
  g_autofree char *name = NULL;

  if (file != NULL && !under_another_name)
    {
      start_saving (self, file, FB_FILE_SAVE_DEFAULT, then_close);
      return;
    }

  name = file != NULL ? fb_ui_dup_file_name (file) : suggest_name (self);
  chooser = gtk_file_chooser_native_new (_("Save Document"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                         _("_Save"), _("_Cancel"));
  fb_window_prepare_chooser (GTK_FILE_CHOOSER (chooser), file);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  fb_file_chooser_run (chooser, GTK_WIDGET (self), save_cb, GINT_TO_POINTER (then_close), NULL);
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

  name = file != NULL ? fb_ui_dup_file_name (file) : fb_window_dup_name (self);
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
