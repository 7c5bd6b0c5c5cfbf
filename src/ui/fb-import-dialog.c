/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-ui.h"

struct _FbImportDialog
{
  AdwWindow parent_instance;

  GtkWidget *import_button;
  GtkLabel *summary;
  GtkExpander *problems_expander;
  GtkListView *problems;
  GtkListView *rows;

  FbTablePreview *preview;
  char *label;
};

/* How the rows look, and what a screen reader says of them. */
static const struct
{
  const char *icon;
  const char *name;
} looks[] = {
  [FB_ROW_SAME] = { "object-select-symbolic", N_("unchanged") },
  [FB_ROW_CHANGED] = { "document-edit-symbolic", N_("changed") },
  [FB_ROW_NEW] = { "list-add-symbolic", N_("new") },
  [FB_ROW_REFUSED] = { "dialog-warning-symbolic", N_("left out") },
};

enum
{
  SIGNAL_IMPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FbImportDialog, fb_import_dialog, ADW_TYPE_WINDOW)

static void
import_cb (FbImportDialog *self)
{
  g_autoptr (GPtrArray) touched = fb_table_preview_apply (self->preview, self->label);

  g_signal_emit (self, signals[SIGNAL_IMPORTED], 0, touched);
  gtk_window_close (GTK_WINDOW (self));
}

/* "Title: Sprachkurs · Cost: 5 €": of a row that changes, what changes; what is not understood is marked. */
static char *
describe_row (FbImportDialog *self,
              guint           position)
{
  FbRowStatus status = fb_table_preview_get_row (self->preview, position, NULL, NULL);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < fb_table_preview_get_n_columns (self->preview); i++)
    {
      FbCellStatus cell;
      const char *text = fb_table_preview_get_cell (self->preview, position, i, &cell);
      const char *heading = fb_table_preview_get_heading (self->preview, i);
      g_autofree char *line = g_strdelimit (g_strdup (text), "\n\t", ' ');

      if (*text == '\0' && cell != FB_CELL_CHANGED)
        continue;
      if (status == FB_ROW_CHANGED && cell != FB_CELL_CHANGED && cell != FB_CELL_UNKNOWN)
        continue;
      if (words->len > 0)
        g_string_append (words, " · ");
      if (cell == FB_CELL_UNKNOWN)
        g_string_append (words, "⚠ ");
      if (*heading != '\0' && status != FB_ROW_SAME)
        g_string_append_printf (words, "%s: ", heading);
      g_string_append (words, *text != '\0' ? line : _("empty"));
    }

  return g_string_free (words, FALSE);
}

static void
setup_row_cb (FbImportDialog *self,
              GtkListItem    *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *line = gtk_label_new (NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines", 3,
                                   "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", 8, "hexpand", TRUE, NULL);

  gtk_label_set_width_chars (GTK_LABEL (line), 5);
  gtk_label_set_xalign (GTK_LABEL (line), 1);
  gtk_widget_add_css_class (line, "dim-label");
  gtk_widget_add_css_class (line, "numeric");
  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_row_cb (FbImportDialog *self,
             GtkListItem    *item)
{
  guint position = gtk_list_item_get_position (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *image = gtk_widget_get_first_child (box);
  GtkWidget *number = gtk_widget_get_next_sibling (image);
  g_autofree char *words = describe_row (self, position);
  g_autofree char *digits = NULL;
  g_autofree char *name = NULL;
  guint line;
  FbRowStatus status = fb_table_preview_get_row (self->preview, position, &line, NULL);

  digits = g_strdup_printf ("%u", line);
  gtk_image_set_from_icon_name (GTK_IMAGE (image), looks[status].icon);
  gtk_widget_set_tooltip_text (image, _(looks[status].name));
  gtk_label_set_label (GTK_LABEL (number), digits);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (number)), words);
  /* Translators: the number of a row, what becomes of it ("new"), and its cells */
  name = g_strdup_printf (_("Row %u, %s: %s"), line, _(looks[status].name), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
setup_problem_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *item)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                                               PANGO_WRAP_WORD_CHAR, NULL));
}

static void
bind_problem_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  const char *words = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
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

  gtk_widget_class_set_template_from_resource (widget_class, "/org/feldbuch/Feldbuch/ui/fb-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FbImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, FbImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, FbImportDialog, problems_expander);
  gtk_widget_class_bind_template_child (widget_class, FbImportDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, FbImportDialog, rows);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
}

static void
fb_import_dialog_init (FbImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A list of as many rows as there are; what a row shows is asked of the preview by its position. */
static GListModel *
make_positions (guint n)
{
  GListStore *store = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  g_autoptr (GtkStringObject) any = gtk_string_object_new ("");
  g_autofree gpointer *items = g_new (gpointer, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    items[i] = any;
  g_list_store_splice (store, 0, 0, items, n);

  return G_LIST_MODEL (store);
}

static void
show_problems (FbImportDialog *self)
{
  GPtrArray *problems = fb_table_preview_get_problems (self->preview);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autoptr (GtkNoSelection) selection = NULL;
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autofree char *title
      = g_strdup_printf (ngettext ("%u remark", "%u remarks", problems->len), problems->len);

  for (guint i = 0; i < problems->len; i++)
    gtk_string_list_append (list, g_ptr_array_index (problems, i));
  selection = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&list)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_problem_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_problem_cb), NULL);
  gtk_list_view_set_factory (self->problems, factory);
  gtk_list_view_set_model (self->problems, GTK_SELECTION_MODEL (selection));
  gtk_expander_set_label (self->problems_expander, title);
  gtk_widget_set_visible (GTK_WIDGET (self->problems_expander), problems->len > 0);
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
  g_autofree char *summary = fb_table_preview_describe (preview);
  g_autoptr (GtkNoSelection) selection = NULL;
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->preview = preview;
  self->label = g_strdup (label);
  gtk_label_set_label (self->summary, summary);
  show_problems (self);

  selection = gtk_no_selection_new (make_positions (fb_table_preview_get_n_rows (preview)));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->rows, factory);
  gtk_list_view_set_model (self->rows, GTK_SELECTION_MODEL (selection));

  gtk_widget_set_sensitive (self->import_button, fb_table_preview_count (preview, FB_ROW_NEW)
                                                         + fb_table_preview_count (preview, FB_ROW_CHANGED)
                                                     > 0);

  return GTK_WIDGET (self);
}

/* What the file chooser needs to know when a file has been chosen. */
typedef struct
{
  GtkWindow *parent;
  FbDocument *document;
  FbNode *table;
} Request;

static void
free_request (gpointer  data,
              GClosure *closure)
{
  Request *request = data;

  g_object_unref (request->parent);
  g_object_unref (request->document);
  g_clear_object (&request->table);
  g_free (request);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Request *request = data;
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (g_file_load_contents_finish (G_FILE (source), result, &contents, &length, NULL, &error))
    {
      g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&contents), length);
      FbGrid *grid = fb_grid_read_csv (bytes, &error);

      if (grid != NULL)
        {
          FbTablePreview *preview = fb_table_preview_new (request->document, request->table, grid);
          GtkWidget *dialog = fb_import_dialog_new (preview, _("Import Table"));

          gtk_window_set_transient_for (GTK_WINDOW (dialog), request->parent);
          gtk_window_present (GTK_WINDOW (dialog));
        }
    }
  if (error != NULL)
    fb_ui_show_error (request->parent, _("The table could not be read"), error->message);
  free_request (request, NULL);
}

static void
response_cb (GtkNativeDialog *chooser,
             int              response,
             Request         *request)
{
  g_autoptr (GFile) file = NULL;
  Request *copy;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      copy = g_new0 (Request, 1);
      copy->parent = g_object_ref (request->parent);
      copy->document = g_object_ref (request->document);
      copy->table = request->table != NULL ? g_object_ref (request->table) : NULL;
      g_file_load_contents_async (file, NULL, read_cb, copy);
    }
  g_object_unref (chooser);
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
  Request *request = g_new0 (Request, 1);

  gtk_file_filter_set_name (filter, _("Tables (CSV)"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "tsv");
  gtk_file_filter_add_suffix (filter, "txt");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  g_object_unref (filter);

  request->parent = g_object_ref (parent);
  request->document = g_object_ref (document);
  request->table = table != NULL ? g_object_ref (table) : NULL;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_data (chooser, "response", G_CALLBACK (response_cb), request, free_request, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
