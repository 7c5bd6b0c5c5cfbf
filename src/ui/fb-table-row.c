/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-table-row.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-cell.h"
#include "ui/fb-place.h"
#include "ui/fb-table-cell.h"
#include "ui/fb-table-columns-layout.h"
#include "ui/fb-table-title.h"

/* Lines of a cell, so that one long text does not fill the window. */
#define CELL_LINES 5

struct _FbTableRow
{
  GtkWidget parent_instance;

  FbTableColumns *columns;
  FbDocument *document;
  FbNode *node;
  GtkTreeListRow *row;
  gulong changed_id;
  gulong expanded_id;
  gulong children_id;

  GtkWidget *cells; /* as many as columns; laid out by them */
  GtkWidget *band;  /* NULL, as are its parts, until the row shows one */
  GtkWidget *band_arrow;
  GtkWidget *band_title;
  GtkWidget *band_count;
};

G_DEFINE_FINAL_TYPE (FbTableRow, fb_table_row, GTK_TYPE_WIDGET)

/* A row of cells, laid out by the columns. */
#define FB_TYPE_TABLE_CELLS (fb_table_cells_get_type ())
G_DECLARE_FINAL_TYPE (FbTableCells, fb_table_cells, FB, TABLE_CELLS, GtkWidget)

struct _FbTableCells
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (FbTableCells, fb_table_cells, GTK_TYPE_WIDGET)

static void
fb_table_cells_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (fb_table_cells_parent_class)->dispose (object);
}

static void
fb_table_cells_class_init (FbTableCellsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fb_table_cells_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "cells");
}

static void
fb_table_cells_init (FbTableCells *self)
{
}

static gboolean
is_title (const FbTableColumn *column)
{
  return g_str_equal (column->property->name, "title") || g_str_equal (column->property->name, "name");
}

/* Cells for the columns as they are now. */
static void
make_cells (FbTableRow *self)
{
  gboolean has_title = FALSE;
  GtkWidget *cell;

  while ((cell = gtk_widget_get_first_child (self->cells)) != NULL)
    gtk_widget_unparent (cell);

  for (guint i = 0; i < fb_table_columns_get_n (self->columns); i++)
    {
      const FbTableColumn *column = fb_table_columns_get (self->columns, i);

      if (is_title (column) && !has_title)
        {
          cell = fb_table_title_new ();
          has_title = TRUE;
        }
      else if (column->property->type == FB_VALUE_CHOICE)
        cell = fb_table_cell_new_pill ();
      else
        cell = fb_table_cell_new (CELL_LINES, column->property->reads == FB_READS_ORDINAL ? "row-number" : "row-cell");
      gtk_widget_add_css_class (cell, "cell");
      gtk_widget_set_parent (cell, self->cells);
    }
}

static void
show_cells (FbTableRow *self,
            gboolean    only_number)
{
  GtkWidget *cell = gtk_widget_get_first_child (self->cells);

  for (guint i = 0; cell != NULL; cell = gtk_widget_get_next_sibling (cell), i++)
    {
      const FbProperty *property = fb_table_column_get_property (fb_table_columns_get (self->columns, i), self->node);
      const FbProperty *own = fb_kind_get_property (fb_node_get_kind (self->node), property->name);
      gboolean implied = FALSE;

      if (only_number && (own == NULL || own->reads != FB_READS_ORDINAL))
        continue;

      if (FB_IS_TABLE_TITLE (cell))
        {
          fb_table_title_show (FB_TABLE_TITLE (cell), self->node, self->row,
                               !fb_table_columns_has (self->columns, "status"));
        }
      else if (property->type == FB_VALUE_CHOICE)
        {
          const char *choice = own == NULL ? NULL
                               : g_str_equal (property->name, "status")
                                 ? fb_cell_get_status (self->node, &implied)
                                 : fb_value_get_words (fb_node_get_value (self->node, own));

          fb_table_cell_show_choice (FB_TABLE_CELL (cell), own, choice, implied);
        }
      else
        {
          g_autofree char *words = fb_cell_dup_words (self->document, self->node, property);

          fb_table_cell_set_text (FB_TABLE_CELL (cell), words);
        }
    }
}

/* A table is a band where all tables of a concept are shown. */
static gboolean
is_band (FbTableRow *self)
{
  FbKind kind = fb_node_get_kind (self->node);

  return kind == FB_KIND_GROUP ||
         (kind == FB_KIND_MEASURES && self->row != NULL && gtk_tree_list_row_is_expandable (self->row));
}

static char *
dup_band_label (FbTableRow *self)
{
  return fb_node_get_kind (self->node) == FB_KIND_MEASURES ? fb_place_dup_heading (self->node)
                                                           : fb_node_dup_label (self->node);
}

static void
make_band (FbTableRow *self)
{
  self->band = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (self->band, "band");
  self->band_arrow = fb_table_arrow_new ();
  gtk_widget_set_valign (self->band_arrow, GTK_ALIGN_CENTER);
  self->band_title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "hexpand", TRUE, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "width-chars", 3, "css-classes",
                                   (const char *[]) { "heading", NULL }, NULL);
  self->band_count = g_object_new (GTK_TYPE_LABEL, "css-classes",
                                   (const char *[]) { "dim-label", "heading", NULL }, NULL);
  gtk_box_append (GTK_BOX (self->band), self->band_arrow);
  gtk_box_append (GTK_BOX (self->band), self->band_title);
  gtk_box_append (GTK_BOX (self->band), self->band_count);
  gtk_widget_set_parent (self->band, GTK_WIDGET (self));
}

/* A label that is set to what it says already is laid out again for nothing. */
static void
set_label (GtkWidget  *label,
           const char *words)
{
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), words) != 0)
    gtk_label_set_label (GTK_LABEL (label), words);
}

static void
show_band (FbTableRow *self)
{
  g_autofree char *label = dup_band_label (self);
  g_autofree char *count = g_strdup_printf ("%u", fb_place_count (self->node));
  guint depth = self->row != NULL ? gtk_tree_list_row_get_depth (self->row) : 0;

  gtk_widget_set_margin_start (self->band_arrow, depth * FB_TABLE_INDENT);
  set_label (self->band_title, label);
  set_label (self->band_count, count);
  fb_table_arrow_show (self->band_arrow, gtk_tree_list_row_get_expanded (self->row));
}

/* What a screen reader says of the row: all cells in one sentence would be long; number and title are what one
 * seeks. */
static void
show_name (FbTableRow *self)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  const char *number = fb_node_get_number (self->node);
  gboolean band = is_band (self);
  g_autofree char *label = band ? dup_band_label (self) : fb_node_dup_label (self->node);
  guint count = band ? fb_place_count (self->node) : 0;
  g_autofree char *name = NULL;

  if (item == NULL)
    return;

  if (band)
    /* Translators: a band of a table, its title and how many measures it holds */
    name = g_strdup_printf (ngettext ("Band “%s”, %u measure", "Band “%s”, %u measures", count), label, count);
  else
    name = number != NULL ? g_strdup_printf ("%s %s", number, label) : g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* A row that comes or goes gives all behind it other numbers, and changes nothing else of them. */
static void
changed_cb (FbTableRow       *self,
            const FbProperty *property)
{
  if (property != NULL || is_band (self))
    {
      fb_table_row_refresh (self);
      return;
    }
  show_cells (self, TRUE);
  show_name (self);
}

static void
columns_changed_cb (FbTableRow *self)
{
  make_cells (self);
  fb_table_row_refresh (self);
}

static void
columns_resized_cb (FbTableRow *self)
{
  gtk_widget_queue_resize (self->cells);
}

static void
release (FbTableRow *self)
{
  if (self->node != NULL)
    {
      g_clear_signal_handler (&self->changed_id, self->node);
      g_clear_signal_handler (&self->children_id, self->node);
    }
  if (self->row != NULL)
    g_clear_signal_handler (&self->expanded_id, self->row);
  g_clear_object (&self->row);
  g_clear_object (&self->node);
  g_clear_object (&self->document);
}

static void
fb_table_row_dispose (GObject *object)
{
  FbTableRow *self = FB_TABLE_ROW (object);

  release (self);
  if (self->columns != NULL)
    g_signal_handlers_disconnect_by_data (self->columns, self);
  g_clear_object (&self->columns);
  g_clear_pointer (&self->cells, gtk_widget_unparent);
  g_clear_pointer (&self->band, gtk_widget_unparent);

  G_OBJECT_CLASS (fb_table_row_parent_class)->dispose (object);
}

static void
fb_table_row_class_init (FbTableRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fb_table_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tablerow");
}

static void
fb_table_row_init (FbTableRow *self)
{
}

/** Returns: (transfer floating): a row that shows nothing yet. */
GtkWidget *
fb_table_row_new (FbTableColumns *columns)
{
  FbTableRow *self = g_object_new (FB_TYPE_TABLE_ROW, NULL);

  self->columns = g_object_ref (columns);
  g_signal_connect_swapped (columns, "changed", G_CALLBACK (columns_changed_cb), self);
  g_signal_connect_swapped (columns, "resized", G_CALLBACK (columns_resized_cb), self);
  self->cells = g_object_new (FB_TYPE_TABLE_CELLS, NULL);
  gtk_widget_set_layout_manager (self->cells, fb_table_columns_layout_new (columns));
  gtk_widget_set_parent (self->cells, GTK_WIDGET (self));
  make_cells (self);

  return GTK_WIDGET (self);
}

/**
 * fb_table_row_bind:
 * @document: (nullable): the document of the node
 * @row: (nullable): the row of the tree, whose item is an FbNode; %NULL lets go
 */
void
fb_table_row_bind (FbTableRow     *self,
                   FbDocument     *document,
                   GtkTreeListRow *row)
{
  release (self);
  if (row == NULL)
    return;

  self->row = g_object_ref (row);
  self->document = g_object_ref (document);
  self->node = gtk_tree_list_row_get_item (row);
  self->changed_id = g_signal_connect_swapped (self->node, "changed", G_CALLBACK (changed_cb), self);
  if (gtk_tree_list_row_is_expandable (row))
    {
      self->expanded_id = g_signal_connect_swapped (row, "notify::expanded", G_CALLBACK (fb_table_row_refresh), self);
      self->children_id = g_signal_connect_swapped (self->node, "items-changed", G_CALLBACK (fb_table_row_refresh),
                                                    self);
    }
  else if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    {
      /* The widget may have shown a band before, which was open or closed. */
      gtk_accessible_reset_state (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                  GTK_ACCESSIBLE_STATE_EXPANDED);
    }
  fb_table_row_refresh (self);
}

/** Returns: (transfer none) (nullable): the node that is shown. */
FbNode *
fb_table_row_get_node (FbTableRow *self)
{
  return self->node;
}

/** Shows the node again, as after a change of one of its steps. */
void
fb_table_row_refresh (FbTableRow *self)
{
  gboolean band;

  if (self->node == NULL)
    return;

  band = is_band (self);
  if (band && self->band == NULL)
    make_band (self);
  if (self->band != NULL)
    gtk_widget_set_visible (self->band, band);
  gtk_widget_set_visible (self->cells, !band);
  if (band)
    show_band (self);
  else
    show_cells (self, FALSE);
  show_name (self);
}
