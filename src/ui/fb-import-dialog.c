/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-file-chooser.h"
#include "ui/fb-import-table.h"
#include "ui/fb-ui.h"

/* How large the dialog is, in pixels, and what of the window behind it is still seen. */
#define MARGIN 48
#define LEAST_WIDTH 480
#define MOST_WIDTH 1080
#define LEAST_HEIGHT 400
#define MOST_HEIGHT 680
/* The part of the height that the remarks may take. */
#define PROBLEMS_SHARE 6

struct _FbImportDialog
{
  AdwWindow parent_instance;

  GtkWidget *import_button;
  GtkLabel *summary;
  GtkExpander *problems_expander;
  GtkScrolledWindow *problems_scroller;
  GtkTextView *problems;
  GtkSwitch *headed;
  FbImportTable *table;

  FbTablePreview *preview;
  char *label;
};

enum
{
  SIGNAL_IMPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FbImportDialog, fb_import_dialog, ADW_TYPE_WINDOW)

static void
show_problems (FbImportDialog *self)
{
  GPtrArray *problems = fb_table_preview_get_problems (self->preview);
  g_autofree char *title = g_strdup_printf (ngettext ("%u remark", "%u remarks", problems->len), problems->len);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (problems, i));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->problems), words->str, words->len);
  gtk_expander_set_label (self->problems_expander, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->problems_expander), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->problems_expander), problems->len > 0);
}

/* Says what would be done now. */
static void
update (FbImportDialog *self)
{
  g_autofree char *summary = fb_table_preview_describe (self->preview);

  gtk_label_set_label (self->summary, summary);
  gtk_switch_set_active (self->headed, fb_table_preview_get_mapping (self->preview)->headed);
  show_problems (self);
  gtk_widget_set_sensitive (self->import_button, fb_table_preview_count (self->preview, FB_ROW_NEW)
                                                         + fb_table_preview_count (self->preview, FB_ROW_CHANGED)
                                                     > 0);
}

static void
import_cb (FbImportDialog *self)
{
  g_autoptr (GPtrArray) touched = fb_table_preview_apply (self->preview, self->label);

  g_signal_emit (self, signals[SIGNAL_IMPORTED], 0, touched);
  gtk_window_close (GTK_WINDOW (self));
}

static void
headed_cb (FbImportDialog *self)
{
  gboolean headed = gtk_switch_get_active (self->headed);

  if (headed == fb_table_preview_get_mapping (self->preview)->headed)
    return;

  fb_table_preview_set_headed (self->preview, headed);
  fb_import_table_refresh (self->table);
  update (self);
}

/* As large as the window behind it allows. */
static void
fit_cb (FbImportDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  int width = parent != NULL ? gtk_widget_get_width (GTK_WIDGET (parent)) : 0;
  int height = parent != NULL ? gtk_widget_get_height (GTK_WIDGET (parent)) : 0;

  if (width <= 0 || height <= 0)
    return;

  height = CLAMP (height - MARGIN, LEAST_HEIGHT, MOST_HEIGHT);
  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width - MARGIN, LEAST_WIDTH, MOST_WIDTH), height);
  gtk_scrolled_window_set_max_content_height (self->problems_scroller, height / PROBLEMS_SHARE);
}

static void
fb_import_dialog_dispose (GObject *object)
{
  FbImportDialog *self = FB_IMPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), FB_TYPE_IMPORT_DIALOG);
  g_clear_pointer (&self->preview, fb_table_preview_free);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (fb_import_dialog_parent_class)->dispose (object);
}

static void
fb_import_dialog_class_init (FbImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fb_import_dialog_dispose;

  signals[SIGNAL_IMPORTED] = g_signal_new ("imported", FB_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  g_type_ensure (FB_TYPE_IMPORT_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/feldbuch/Feldbuch/ui/fb-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FbImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, FbImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, FbImportDialog, problems_expander);
  gtk_widget_class_bind_template_child (widget_class, FbImportDialog, problems_scroller);
  gtk_widget_class_bind_template_child (widget_class, FbImportDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, FbImportDialog, headed);
  gtk_widget_class_bind_template_child (widget_class, FbImportDialog, table);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, headed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, fit_cb);
}

static void
fb_import_dialog_init (FbImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fb_import_dialog_new:
 * @preview: (transfer full): what would be done
 * @label: what the entry of the history is to be called, translated
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *
fb_import_dialog_new (FbTablePreview *preview,
                      const char     *label)
{
  FbImportDialog *self = g_object_new (FB_TYPE_IMPORT_DIALOG, NULL);

  self->preview = preview;
  self->label = g_strdup (label);
  fb_import_table_set_preview (self->table, preview);
  update (self);

  return GTK_WIDGET (self);
}

/* What the file chooser needs to know when a file has been chosen. */
typedef struct
{
  GWeakRef parent; /* whose end is not put off */
  FbDocument *document;
  FbNode *table;
} Request;

static void
free_request (gpointer data)
{
  Request *request = data;

  g_weak_ref_clear (&request->parent);
  g_object_unref (request->document);
  g_clear_object (&request->table);
  g_free (request);
}

static Request *
new_request (GtkWindow  *parent,
             FbDocument *document,
             FbNode     *table)
{
  Request *request = g_new0 (Request, 1);

  g_weak_ref_init (&request->parent, parent);
  request->document = g_object_ref (document);
  request->table = table != NULL ? g_object_ref (table) : NULL;

  return request;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Request *request = data;
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&request->parent);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (parent == NULL)
    {
      free_request (request);
      return;
    }

  if (g_file_load_contents_finish (G_FILE (source), result, &contents, &length, NULL, &error))
    {
      g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&contents), length);
      FbGrid *grid = fb_grid_read_csv (bytes, &error);

      if (grid != NULL)
        {
          FbTablePreview *preview = fb_table_preview_new (request->document, request->table, grid);
          GtkWidget *dialog = fb_import_dialog_new (preview, _("Import Table"));

          gtk_window_set_transient_for (GTK_WINDOW (dialog), parent);
          gtk_window_present (GTK_WINDOW (dialog));
        }
    }
  if (error != NULL)
    fb_ui_show_error (parent, _("The table could not be read"), error->message);
  free_request (request);
}

static void
chosen_cb (GtkWidget  *widget,
           GListModel *files,
           gpointer    data)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  Request *request = data;

  g_file_load_contents_async (file, NULL, read_cb,
                              new_request (GTK_WINDOW (widget), request->document, request->table));
}

/**
 * fb_import_dialog_open:
 * @table: (nullable): the table of measures to read into
 *
 * Asks for a file, reads it, and shows what would be done.
 */
void
fb_import_dialog_open (GtkWindow  *parent,
                       FbDocument *document,
                       FbNode     *table)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Import Table"), parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                                               _("_Open"), NULL);
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Tables (CSV)"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "tsv");
  gtk_file_filter_add_suffix (filter, "txt");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  g_object_unref (filter);

  fb_file_chooser_run (chooser, GTK_WIDGET (parent), chosen_cb, new_request (parent, document, table), free_request);
}
