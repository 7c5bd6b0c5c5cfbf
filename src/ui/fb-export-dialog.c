/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-export-dialog.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ui/fb-export.h"
#include "ui/fb-file-chooser.h"
#include "ui/fb-settings.h"
#include "ui/fb-ui.h"

struct _FbExportDialog
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkWidget *form;
  GtkWidget *working;
  AdwComboRow *format;
  AdwComboRow *scope;
  AdwEntryRow *actor;
  GtkSwitch *title_page;
  GtkSwitch *contents;
  GtkSwitch *internal;
  GtkProgressBar *progress;

  FbDocument *document;
  FbNode *branch;            /* or NULL */
  GFile *source;             /* or NULL: the document has no file */
  GCancellable *cancellable; /* while it works */
};

/* The choices of the row, in its order. */
static const FbScope scopes[] = { FB_SCOPE_DOCUMENT, FB_SCOPE_BRANCH, FB_SCOPE_MEASURES, FB_SCOPE_ACTOR };

enum
{
  EXPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FbExportDialog, fb_export_dialog, ADW_TYPE_WINDOW)

static FbScope
get_scope (FbExportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->scope);

  return scopes[MIN (selected, G_N_ELEMENTS (scopes) - 1)];
}

static const FbFormat *
get_format (FbExportDialog *self)
{
  guint n_formats;
  const FbFormat *formats = fb_formats_get_all (&n_formats);
  guint selected = adw_combo_row_get_selected (self->format);

  return &formats[MIN (selected, n_formats - 1)];
}

static FbPrintout *
create_printout (FbExportDialog *self)
{
  FbScope scope = get_scope (self);
  const char *subject = NULL;
  FbPrintout *printout;

  if (scope == FB_SCOPE_BRANCH)
    subject = fb_node_get_id (self->branch);
  else if (scope == FB_SCOPE_ACTOR)
    subject = gtk_editable_get_text (GTK_EDITABLE (self->actor));

  printout = fb_printout_new (scope, subject);
  printout->title_page = gtk_switch_get_active (self->title_page);
  printout->contents = gtk_switch_get_active (self->contents);
  printout->internal = gtk_switch_get_active (self->internal);

  return printout;
}

static void
update (FbExportDialog *self)
{
  FbScope scope = get_scope (self);
  const char *actor = gtk_editable_get_text (GTK_EDITABLE (self->actor));
  gboolean complete = (scope != FB_SCOPE_BRANCH || self->branch != NULL) && (scope != FB_SCOPE_ACTOR || *actor != '\0');

  gtk_widget_set_visible (GTK_WIDGET (self->actor), scope == FB_SCOPE_ACTOR);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose", complete && self->cancellable == NULL);
}

/* A part of a document usually goes without the pages before it. */
static void
scope_changed_cb (FbExportDialog *self)
{
  g_autoptr (FbPrintout) usual = fb_printout_new (get_scope (self), NULL);

  gtk_switch_set_active (self->title_page, usual->title_page);
  gtk_switch_set_active (self->contents, usual->contents);
  update (self);
}

static void
actor_changed_cb (FbExportDialog *self)
{
  update (self);
}

static void
progress_cb (double   fraction,
             gpointer data)
{
  FbExportDialog *self = data;

  gtk_progress_bar_set_fraction (self->progress, CLAMP (fraction, 0, 1));
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (FbExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = fb_export_finish (FB_DOCUMENT (source), result, &error);
  GFile *file = g_object_get_data (G_OBJECT (self->cancellable), "file");

  if (done)
    g_signal_emit (self, signals[EXPORTED], 0, file);
  g_clear_object (&self->cancellable);

  if (done)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  if (self->stack == NULL)
    return; /* closed in the meantime */

  gtk_stack_set_visible_child (self->stack, self->form);
  update (self);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fb_ui_show_error (GTK_WINDOW (self), _("The Export Failed"), error->message);
}

static void
chosen_cb (GtkWidget  *widget,
           GListModel *files,
           gpointer    data)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri != NULL)
    g_settings_set_string (fb_settings_get (), "last-export-folder", uri);
  fb_export_dialog_start (FB_EXPORT_DIALOG (widget), file);
}

static char *
suggest_name (FbExportDialog *self)
{
  FbNode *root = fb_document_get_root (self->document);
  FbScope scope = get_scope (self);
  g_autofree char *name = NULL;

  if (scope == FB_SCOPE_BRANCH)
    name = fb_node_dup_label (self->branch);
  else if (scope == FB_SCOPE_ACTOR)
    name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->actor)));
  else if (self->source != NULL)
    {
      g_autofree char *base = g_file_get_basename (self->source);
      char *dot;

      name = g_filename_display_name (base);
      dot = strrchr (name, '.');
      if (dot != NULL && dot != name)
        *dot = '\0';
    }
  else
    name = fb_node_dup_label (root);
  g_strdelimit (name, "/\\:*?\"<>|\n", '-');

  return g_strconcat (name, ".", get_format (self)->extension, NULL);
}

static void
choose_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  FbExportDialog *self = FB_EXPORT_DIALOG (widget);
  g_autofree char *suggestion = suggest_name (self);
  g_autofree char *uri = g_settings_get_string (fb_settings_get (), "last-export-folder");
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_("Export Document"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                     _("_Export"), _("_Cancel"));

  fb_file_chooser_set_folder (GTK_FILE_CHOOSER (dialog), uri, *uri == '\0' ? self->source : NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), suggestion);
  fb_file_chooser_run (dialog, GTK_WIDGET (self), chosen_cb, NULL, NULL);
}

/* Stops what is going on, else closes. */
static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  FbExportDialog *self = FB_EXPORT_DIALOG (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
fb_export_dialog_dispose (GObject *object)
{
  FbExportDialog *self = FB_EXPORT_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), FB_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (fb_export_dialog_parent_class)->dispose (object);
}

static void
fb_export_dialog_finalize (GObject *object)
{
  FbExportDialog *self = FB_EXPORT_DIALOG (object);

  g_clear_object (&self->document);
  g_clear_object (&self->branch);
  g_clear_object (&self->source);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (fb_export_dialog_parent_class)->finalize (object);
}

static void
fb_export_dialog_class_init (FbExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fb_export_dialog_dispose;
  object_class->finalize = fb_export_dialog_finalize;

  signals[EXPORTED] = g_signal_new ("exported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/feldbuch/Feldbuch/ui/fb-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FbExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FbExportDialog, form);
  gtk_widget_class_bind_template_child (widget_class, FbExportDialog, working);
  gtk_widget_class_bind_template_child (widget_class, FbExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, FbExportDialog, scope);
  gtk_widget_class_bind_template_child (widget_class, FbExportDialog, actor);
  gtk_widget_class_bind_template_child (widget_class, FbExportDialog, title_page);
  gtk_widget_class_bind_template_child (widget_class, FbExportDialog, contents);
  gtk_widget_class_bind_template_child (widget_class, FbExportDialog, internal);
  gtk_widget_class_bind_template_child (widget_class, FbExportDialog, progress);
  gtk_widget_class_bind_template_callback (widget_class, scope_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, actor_changed_cb);
  gtk_widget_class_install_action (widget_class, "export.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "export.cancel", NULL);
}

static void
fb_export_dialog_init (FbExportDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autofree char *last = g_settings_get_string (fb_settings_get (), "last-export-format");
  guint n_formats;
  const FbFormat *formats = fb_formats_get_all (&n_formats);

  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < n_formats; i++)
    {
      g_autofree char *label =
          /* Translators: a format in a list: its name, and the ending of its files */
          g_strdup_printf (_("%s (.%s)"), fb_format_get_label (&formats[i]), formats[i].extension);

      gtk_string_list_append (labels, label);
    }
  adw_combo_row_set_model (self->format, G_LIST_MODEL (labels));
  for (guint i = 0; i < n_formats; i++)
    if (g_str_equal (formats[i].name, last))
      adw_combo_row_set_selected (self->format, i);
}

/**
 * fb_export_dialog_new:
 * @branch: (nullable): the part of @document that may be exported by itself
 * @source: (nullable): the file of the document
 *
 * Returns: (transfer none): a dialog; set what it is transient for
 */
GtkWidget *
fb_export_dialog_new (FbDocument *document,
                      FbNode     *branch,
                      GFile      *source)
{
  FbExportDialog *self = g_object_new (FB_TYPE_EXPORT_DIALOG, NULL);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autofree char *title = NULL;
  g_autofree char *part = NULL;

  if (branch == fb_document_get_root (document))
    branch = NULL;
  self->document = g_object_ref (document);
  self->branch = branch != NULL ? g_object_ref (branch) : NULL;
  self->source = source != NULL ? g_object_ref (source) : NULL;

  title = branch != NULL ? fb_node_dup_label (branch) : NULL;
  /* Translators: %s is the title of a chapter, a field of action or another part */
  part = title != NULL ? g_strdup_printf (_("Only “%s”"), title) : g_strdup (_("Only the selected part"));
  gtk_string_list_append (labels, _("Whole document"));
  gtk_string_list_append (labels, part);
  gtk_string_list_append (labels, _("Tables of measures"));
  gtk_string_list_append (labels, _("What one body has to do"));
  adw_combo_row_set_model (self->scope, G_LIST_MODEL (labels));
  scope_changed_cb (self);

  return GTK_WIDGET (self);
}

/** Fills the form in for what one body has to do; @actor is its number or name. */
void
fb_export_dialog_set_actor (FbExportDialog *self,
                            const char     *actor)
{
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (scopes[i] == FB_SCOPE_ACTOR)
      adw_combo_row_set_selected (self->scope, i);
  gtk_editable_set_text (GTK_EDITABLE (self->actor), actor);
}

/** Exports to @file as the form says. */
void
fb_export_dialog_start (FbExportDialog *self,
                        GFile          *file)
{
  g_autoptr (FbPrintout) printout = NULL;
  const FbFormat *format = get_format (self);

  g_return_if_fail (FB_IS_EXPORT_DIALOG (self));
  g_return_if_fail (self->cancellable == NULL);

  g_settings_set_string (fb_settings_get (), "last-export-format", format->name);
  printout = create_printout (self);
  self->cancellable = g_cancellable_new ();
  g_object_set_data_full (G_OBJECT (self->cancellable), "file", g_object_ref (file), g_object_unref);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_stack_set_visible_child (self->stack, self->working);
  update (self);
  fb_export_async (self->document, printout, format, file, self->cancellable, progress_cb, self, exported_cb,
                   g_object_ref (self));
}
