/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-import-table.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-compat.h"
#include "ui/fb-tab-stop.h"
#include "ui/fb-ui.h"

/* As many columns are shown; of more one knows no longer which is which. */
#define MAX_COLUMNS 60

/* How many rows say how wide a column is, and how wide columns are, in pixels. */
#define PROBED_ROWS 50
#define GUTTER 72
#define NARROW 140
#define WIDE 240
#define WIDE_CHARS 24

/* One that is shown. */
typedef struct
{
  guint index; /* in the table */
  gboolean wide;
  GtkWidget *heading;
  GtkWidget *guessed;
  GtkWidget *drop_down;
} Column;

struct _FbImportTable
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *header;
  GtkWidget *scroller; /* of the rows, up and down */
  GtkWidget *bar;
  GtkListView *list;
  GListStore *positions;
  GPtrArray *bound; /* GtkListItem: what is shown */

  FbTablePreview *preview; /* not owned: as long as the dialog */
  GArray *columns;         /* Column */
  guint n_lines;           /* that a row takes */
  GPtrArray *choices;      /* FbColumnTarget, as the lists show them */
  gboolean filling;
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

/* How the cells look. */
static const char *const cell_classes[] = {
  [FB_CELL_EMPTY] = NULL,         [FB_CELL_SAME] = "same",       [FB_CELL_CHANGED] = "changed",
  [FB_CELL_NEW] = NULL,           [FB_CELL_UNKNOWN] = "unknown", [FB_CELL_LEFT_OUT] = "left-out",
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FbImportTable, fb_import_table, GTK_TYPE_WIDGET)

static Column *
get_column (FbImportTable *self,
            guint          index)
{
  return &g_array_index (self->columns, Column, index);
}

/* Rows */

/* "Title: Sprachkurs · Cost: 5 €": of a row that changes, what changes; what is not understood is marked. */
static char *
describe_row (FbImportTable *self,
              guint          position)
{
  FbRowStatus status = fb_table_preview_get_row (self->preview, position, NULL, NULL);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < fb_table_preview_get_n_columns (self->preview); i++)
    {
      FbCellStatus cell;
      const char *text = fb_table_preview_get_cell (self->preview, position, i, &cell);
      const char *heading = fb_table_preview_get_heading (self->preview, i);
      g_autofree char *line = g_strdelimit (g_strdup (text), "\n\t", ' ');

      if ((*text == '\0' && cell != FB_CELL_CHANGED) || cell == FB_CELL_LEFT_OUT)
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

static GtkWidget *
make_gutter (void)
{
  GtkWidget *gutter = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_size_request (gutter, GUTTER, -1);
  gtk_widget_set_hexpand (gutter, FALSE);

  return gutter;
}

static void
setup_row_cb (FbImportTable *self,
              GtkListItem   *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *gutter = make_gutter ();
  GtkWidget *line = gtk_label_new (NULL);

  g_object_set (line, "xalign", 1.0f, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (line, "dim-label");
  gtk_widget_add_css_class (line, "numeric");
  gtk_box_append (GTK_BOX (gutter), gtk_image_new ());
  gtk_box_append (GTK_BOX (gutter), line);
  gtk_box_append (GTK_BOX (box), gutter);
  for (guint i = 0; i < self->columns->len; i++)
    {
      gboolean wide = get_column (self, i)->wide;
      GtkWidget *cell = g_object_new (GTK_TYPE_INSCRIPTION, "width-request", wide ? WIDE : NARROW, "hexpand", TRUE,
                                      "min-lines", self->n_lines, "min-chars", 1, "nat-chars", 1, "text-overflow",
                                      GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, "valign", GTK_ALIGN_START, NULL);

      gtk_box_append (GTK_BOX (box), cell);
    }
  gtk_list_item_set_child (item, box);
}

static void
bind_cell (FbImportTable *self,
           guint          position,
           guint          column,
           GtkWidget     *cell)
{
  FbCellStatus status;
  const char *text = fb_table_preview_get_cell (self->preview, position, column, &status);
  const char *classes[] = { "import-cell", cell_classes[status], NULL };
  g_autofree char *line = g_strconcat (status == FB_CELL_UNKNOWN ? "⚠ " : "", text, NULL);

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), g_strdelimit (line, "\n", ' '));
  gtk_widget_set_css_classes (cell, classes);
  gtk_widget_set_tooltip_text (cell, *text != '\0' ? text : NULL);
}

static void
fill_row (FbImportTable *self,
          GtkListItem   *item)
{
  guint position = gtk_list_item_get_position (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *gutter = gtk_widget_get_first_child (box);
  GtkWidget *image = gtk_widget_get_first_child (gutter);
  GtkWidget *cell = gutter;
  g_autofree char *digits = NULL;
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;
  guint line;
  FbRowStatus status;

  if (position >= fb_table_preview_get_n_rows (self->preview))
    return;

  status = fb_table_preview_get_row (self->preview, position, &line, NULL);
  digits = g_strdup_printf ("%u", line);
  gtk_image_set_from_icon_name (GTK_IMAGE (image), looks[status].icon);
  gtk_widget_set_tooltip_text (image, _(looks[status].name));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (gutter)), digits);
  for (guint i = 0; i < self->columns->len; i++)
    {
      cell = gtk_widget_get_next_sibling (cell);
      bind_cell (self, position, get_column (self, i)->index, cell);
    }

  words = describe_row (self, position);
  /* Translators: the number of a row, what becomes of it ("new"), and its cells */
  name = g_strdup_printf (_("Row %u, %s: %s"), line, _(looks[status].name), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
bind_row_cb (FbImportTable *self,
             GtkListItem   *item)
{
  g_ptr_array_add (self->bound, item);
  fill_row (self, item);
}

static void
unbind_row_cb (FbImportTable *self,
               GtkListItem   *item)
{
  g_ptr_array_remove_fast (self->bound, item);
}

/* The bar for going up and down stands beside what goes to and fro, so that it is always there. */
static void
adjustment_changed_cb (FbImportTable *self,
                       GtkAdjustment *adjustment)
{
  gtk_widget_set_visible (self->bar,
                          gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment));
}

/* Columns */

/* Whether something stands in a column, and whether it is long. */
static gboolean
probe (FbImportTable *self,
       guint          column,
       gboolean      *wide)
{
  guint n_rows = fb_table_preview_get_n_rows (self->preview);
  gboolean filled = *fb_table_preview_get_heading (self->preview, column) != '\0';

  *wide = FALSE;
  for (guint i = 0; i < n_rows && (!filled || i < PROBED_ROWS); i++)
    {
      const char *text = fb_table_preview_get_cell (self->preview, i, column, NULL);

      filled |= *text != '\0';
      *wide |= g_utf8_strlen (text, -1) > WIDE_CHARS;
    }

  return filled;
}

static void
selected_cb (FbImportTable *self,
             GParamSpec    *pspec,
             GtkDropDown   *drop_down)
{
  g_autoptr (FbTableMapping) mapping = NULL;
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (self->filling || selected >= self->choices->len)
    return;

  mapping = fb_table_mapping_copy (fb_table_preview_get_mapping (self->preview));
  for (guint i = 0; i < self->columns->len; i++)
    if (get_column (self, i)->drop_down == GTK_WIDGET (drop_down))
      fb_table_mapping_choose (mapping, get_column (self, i)->index, g_ptr_array_index (self->choices, selected));
  fb_table_preview_set_mapping (self->preview, mapping);
  fb_import_table_refresh (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
make_drop_down (FbImportTable *self)
{
  GtkWidget *drop_down = g_object_new (GTK_TYPE_DROP_DOWN, NULL);

  /* In the button there is as much room as the column has. */
  fb_ui_shorten_drop_down (GTK_DROP_DOWN (drop_down), 4);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);

  return drop_down;
}

static void
add_column (FbImportTable *self,
            guint          index,
            gboolean       wide)
{
  Column column = { index, wide, NULL, NULL, NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_size_request (box, wide ? WIDE : NARROW, -1);
  gtk_widget_set_hexpand (box, TRUE);
  column.heading = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", 4,
                                 "max-width-chars", 4, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (column.heading, "heading");
  /* Translators: beside the heading of a column that only resembles one that is known */
  column.guessed = gtk_label_new (_("guessed"));
  gtk_widget_add_css_class (column.guessed, "caption");
  gtk_widget_add_css_class (column.guessed, "dim-label");
  column.drop_down = make_drop_down (self);
  gtk_box_append (GTK_BOX (line), column.heading);
  gtk_box_append (GTK_BOX (line), column.guessed);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), column.drop_down);
  gtk_box_append (GTK_BOX (self->header), box);
  g_array_append_val (self->columns, column);
}

static void
fill_column (FbImportTable  *self,
             const Column   *column,
             GtkStringList  *labels)
{
  const FbTableMapping *mapping = fb_table_preview_get_mapping (self->preview);
  const FbColumnTarget *target = fb_table_mapping_get (mapping, column->index);
  g_autofree char *name = fb_table_mapping_name_column (mapping, column->index);
  /* Translators: of a column of a table that is read; %s is its heading */
  g_autofree char *label = g_strdup_printf (_("Column “%s” holds"), name);

  gtk_label_set_label (GTK_LABEL (column->heading), name);
  gtk_widget_set_tooltip_text (column->heading, name);
  gtk_widget_set_visible (column->guessed, target->guessed);
  if (labels != NULL)
    gtk_drop_down_set_model (GTK_DROP_DOWN (column->drop_down), G_LIST_MODEL (labels));
  gtk_accessible_update_property (GTK_ACCESSIBLE (column->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  fb_drop_down_set_label (column->drop_down, label);
  for (guint i = 0; i < self->choices->len; i++)
    if (fb_column_target_same (g_ptr_array_index (self->choices, i), target))
      {
        g_autofree char *words = fb_table_preview_describe_choice (self->preview, target);

        gtk_drop_down_set_selected (GTK_DROP_DOWN (column->drop_down), i);
        gtk_widget_set_tooltip_text (column->drop_down, words);
      }
}

/* Returns the words of the choices, or NULL where they are what they were. */
static GtkStringList *
update_choices (FbImportTable *self)
{
  GPtrArray *choices = fb_table_preview_list_choices (self->preview);
  gboolean same = self->choices != NULL && self->choices->len == choices->len;
  GtkStringList *labels;

  for (guint i = 0; same && i < choices->len; i++)
    same = fb_column_target_same (g_ptr_array_index (self->choices, i), g_ptr_array_index (choices, i));
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->choices = choices;
  if (same)
    return NULL;

  labels = gtk_string_list_new (NULL);
  for (guint i = 0; i < choices->len; i++)
    gtk_string_list_take (labels, fb_table_preview_describe_choice (self->preview, g_ptr_array_index (choices, i)));

  return labels;
}

/* Shows the rows anew; as long as there are as many, the same ones stay where they are. */
static void
update_rows (FbImportTable *self)
{
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->positions));
  guint n = fb_table_preview_get_n_rows (self->preview);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (n == n_before)
    {
      for (guint i = 0; i < self->bound->len; i++)
        fill_row (self, g_ptr_array_index (self->bound, i));
      return;
    }

  /* What a row shows is asked of the preview by its position; but a list wants no item twice. */
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, gtk_string_object_new (""));
  g_list_store_splice (self->positions, 0, n_before, items->pdata, n);
}

static void
fb_import_table_dispose (GObject *object)
{
  FbImportTable *self = FB_IMPORT_TABLE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->positions);
  g_clear_pointer (&self->bound, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->choices, g_ptr_array_unref);

  G_OBJECT_CLASS (fb_import_table_parent_class)->dispose (object);
}

static void
fb_import_table_class_init (FbImportTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fb_import_table_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FB_TYPE_IMPORT_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
fb_import_table_init (FbImportTable *self)
{
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *across = gtk_scrolled_window_new ();
  GtkAdjustment *adjustment;

  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  self->n_lines = 1;
  self->positions = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  self->bound = g_ptr_array_new ();

  self->header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->header, "import-header");
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, NULL));
  gtk_list_view_set_show_separators (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "import-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Rows"), -1);

  self->scroller = gtk_scrolled_window_new ();
  g_object_set (self->scroller, "hscrollbar-policy", GTK_POLICY_NEVER, "vscrollbar-policy", GTK_POLICY_EXTERNAL,
                "vexpand", TRUE, "child", self->list, NULL);
  gtk_box_append (GTK_BOX (inner), self->header);
  gtk_box_append (GTK_BOX (inner), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (inner), fb_tab_stop_new (self->scroller));
  g_object_set (across, "vscrollbar-policy", GTK_POLICY_NEVER, "hexpand", TRUE, "child", inner, NULL);

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  self->bar = gtk_scrollbar_new (GTK_ORIENTATION_VERTICAL, adjustment);
  gtk_widget_set_visible (self->bar, FALSE);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (adjustment_changed_cb), self, G_CONNECT_SWAPPED);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->box), across);
  gtk_box_append (GTK_BOX (self->box), self->bar);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/** Returns: (transfer floating): a table that shows nothing yet */
GtkWidget *
fb_import_table_new (void)
{
  return g_object_new (FB_TYPE_IMPORT_TABLE, NULL);
}

/**
 * fb_import_table_set_preview:
 * @preview: (transfer none): what to show, once in the life of the table; it has to live as long
 */
void
fb_import_table_set_preview (FbImportTable  *self,
                             FbTablePreview *preview)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->positions)));

  g_return_if_fail (self->preview == NULL);

  self->preview = preview;
  gtk_box_append (GTK_BOX (self->header), make_gutter ());
  for (guint i = 0; i < fb_table_preview_get_n_columns (preview) && self->columns->len < MAX_COLUMNS; i++)
    {
      gboolean wide;

      if (!probe (self, i, &wide))
        continue;
      add_column (self, i, wide);
      if (wide)
        self->n_lines = 2;
    }

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_row_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  fb_import_table_refresh (self);
}

/** Shows the preview as it is now. */
void
fb_import_table_refresh (FbImportTable *self)
{
  g_autoptr (GtkStringList) labels = update_choices (self);

  self->filling = TRUE;
  for (guint i = 0; i < self->columns->len; i++)
    fill_column (self, get_column (self, i), labels);
  self->filling = FALSE;
  update_rows (self);
}
