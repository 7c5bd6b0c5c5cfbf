/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-file-chooser.h"

/* A dialog that is open. */
typedef struct
{
  GtkFileChooserNative *chooser;
  GtkWidget *owner;
  FbFilesChosen chosen;
  gpointer data;
  GDestroyNotify destroy;
} Run;

static void
end (Run *run)
{
  g_signal_handlers_disconnect_by_data (run->owner, run);
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (run->chooser));
  g_object_unref (run->chooser);
  if (run->destroy != NULL)
    run->destroy (run->data);
  g_free (run);
}

/* Nobody is left who would want to know. */
static void
owner_destroy_cb (Run *run)
{
  g_signal_handlers_disconnect_by_data (run->chooser, run);
  end (run);
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             Run             *run)
{
  g_autoptr (GtkWidget) owner = g_object_ref (run->owner);
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_hide (dialog);
  g_signal_handlers_disconnect_by_data (owner, run);
  if (files != NULL && g_list_model_get_n_items (files) > 0)
    run->chosen (owner, files, run->data);
  end (run);
}

/**
 * fb_file_chooser_run:
 * @chooser: (transfer full): a dialog that is not shown yet
 * @owner: who asks; if it is destroyed before an answer, the dialog goes with it
 * @chosen: told of the files, and not called where none is chosen
 * @destroy: (nullable): frees @data in any case
 *
 * Asks the user for files, in a modal dialog.
 */
void
fb_file_chooser_run (GtkFileChooserNative *chooser,
                     GtkWidget            *owner,
                     FbFilesChosen         chosen,
                     gpointer              data,
                     GDestroyNotify        destroy)
{
  Run *run = g_new0 (Run, 1);

  run->chooser = chooser;
  run->owner = owner;
  run->chosen = chosen;
  run->data = data;
  run->destroy = destroy;
  g_signal_connect_swapped (owner, "destroy", G_CALLBACK (owner_destroy_cb), run);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), run);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * fb_file_chooser_set_folder:
 * @uri: (nullable): the folder to begin in, unless there is a file
 * @beside: (nullable): a file in whose folder to begin
 *
 * Says where @chooser begins, if that is still there.
 */
void
fb_file_chooser_set_folder (GtkFileChooser *chooser,
                            const char     *uri,
                            GFile          *beside)
{
  g_autoptr (GFile) folder = beside != NULL ? g_file_get_parent (beside) : NULL;

  if (folder == NULL && uri != NULL && *uri != '\0')
    folder = g_file_new_for_uri (uri);
  if (folder != NULL && g_file_query_exists (folder, NULL))
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}
