/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-chart-cells.h"

#include "ui/fb-ui.h"

#define GAP 12
#define ROW_SPACE 8

/* What a column of each role needs, in pixels, and its part in what is left over. */
static const struct
{
  int least;
  int growth;
} roles[FB_N_COLUMN_ROLES] = {
  [FB_COLUMN_NUMBER] = { 64, 1 }, [FB_COLUMN_PROSE] = { 140, 6 },  [FB_COLUMN_PERIOD] = { 96, 2 },
  [FB_COLUMN_MONEY] = { 96, 1 },  [FB_COLUMN_BODIES] = { 110, 2 }, [FB_COLUMN_WORDS] = { 110, 3 },
  [FB_COLUMN_LABEL] = { 110, 3 },
};

struct _FbChartCells
{
  GtkWidget parent_instance;

  FbChart *chart;
  gboolean headings;
};

G_DEFINE_FINAL_TYPE (FbChartCells, fb_chart_cells, GTK_TYPE_WIDGET)

static int
measure_least (FbChartCells *self)
{
  guint n_columns = 0;
  const FbChartColumn *columns = self->chart != NULL ? fb_chart_get_columns (self->chart, &n_columns) : NULL;
  int least = 0;

  for (guint i = 0; i < n_columns; i++)
    least += roles[columns[i].role].least + (i > 0 ? GAP : 0);

  return least;
}

/* Where the column @index begins, and how wide it is. */
static void
get_extent (FbChartCells *self,
            guint         index,
            int           width,
            int          *start,
            int          *size)
{
  guint n_columns;
  const FbChartColumn *columns = fb_chart_get_columns (self->chart, &n_columns);
  int left = MAX (width - measure_least (self), 0);
  int growth = 0;

  for (guint i = 0; i < n_columns; i++)
    growth += roles[columns[i].role].growth;
  *start = *size = 0;
  for (guint i = 0; i <= index; i++)
    {
      *start += i > 0 ? *size + GAP : 0;
      *size = roles[columns[i].role].least + left * roles[columns[i].role].growth / growth;
    }
}

static GtkSizeRequestMode
fb_chart_cells_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
fb_chart_cells_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  FbChartCells *self = FB_CHART_CELLS (widget);
  int least = measure_least (self);
  guint index = 0;

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? least : 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL || self->chart == NULL)
    return;

  for (GtkWidget *cell = gtk_widget_get_first_child (widget); cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    {
      int start, size, height;

      get_extent (self, index++, MAX (for_size, least), &start, &size);
      gtk_widget_measure (cell, orientation, size, &height, NULL, NULL, NULL);
      *minimum = MAX (*minimum, height + ROW_SPACE);
    }
  *natural = *minimum;
}

static void
fb_chart_cells_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  FbChartCells *self = FB_CHART_CELLS (widget);
  guint index = 0;

  for (GtkWidget *cell = gtk_widget_get_first_child (widget); cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    {
      int start, size;

      get_extent (self, index++, width, &start, &size);
      fb_ui_allocate (widget, cell, start, 0, size, height);
    }
}

static void
clear_cells (FbChartCells *self)
{
  GtkWidget *cell;

  while ((cell = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (cell);
}

static void
fb_chart_cells_dispose (GObject *object)
{
  FbChartCells *self = FB_CHART_CELLS (object);

  clear_cells (self);
  g_clear_pointer (&self->chart, fb_chart_unref);

  G_OBJECT_CLASS (fb_chart_cells_parent_class)->dispose (object);
}

static void
fb_chart_cells_class_init (FbChartCellsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fb_chart_cells_dispose;

  widget_class->get_request_mode = fb_chart_cells_get_request_mode;
  widget_class->measure = fb_chart_cells_measure;
  widget_class->size_allocate = fb_chart_cells_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "chartcells");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fb_chart_cells_init (FbChartCells *self)
{
}

/** Returns: (transfer floating): an empty line */
GtkWidget *
fb_chart_cells_new (void)
{
  return g_object_new (FB_TYPE_CHART_CELLS, NULL);
}

/* As many labels as there are columns: kept from one line to the next, for rows are bound over and over. */
static void
set_chart (FbChartCells *self,
           FbChart      *chart)
{
  guint n_columns = 0;
  const FbChartColumn *columns = chart != NULL ? fb_chart_get_columns (chart, &n_columns) : NULL;
  GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&self->chart, fb_chart_unref);
  self->chart = chart != NULL ? fb_chart_ref (chart) : NULL;
  for (guint i = 0; i < n_columns; i++)
    {
      gboolean end = columns[i].role == FB_COLUMN_MONEY;

      if (cell == NULL)
        {
          cell = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "yalign", 0.0f, NULL);
          gtk_widget_set_parent (cell, GTK_WIDGET (self));
        }
      gtk_label_set_xalign (GTK_LABEL (cell), end ? 1 : 0);
      gtk_label_set_justify (GTK_LABEL (cell), end ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
      cell = gtk_widget_get_next_sibling (cell);
    }
  while (cell != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (cell);

      gtk_widget_unparent (cell);
      cell = next;
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/** Shows the line of @item (nullable). */
void
fb_chart_cells_set_item (FbChartCells *self,
                         FbChartItem  *item)
{
  const FbChartLine *line;
  guint i = 0;

  g_return_if_fail (FB_IS_CHART_CELLS (self));

  set_chart (self, item != NULL ? fb_chart_item_get_chart (item) : NULL);
  line = item != NULL ? fb_chart_item_get_line (item) : NULL;
  for (GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (self)); line != NULL && cell != NULL;
       cell = gtk_widget_get_next_sibling (cell), i++)
    gtk_label_set_label (GTK_LABEL (cell), line->cells[i] != NULL ? line->cells[i] : "");
}

/** Shows the headings of the table of @chart (nullable). */
void
fb_chart_cells_set_headings (FbChartCells *self,
                             FbChart      *chart)
{
  guint n_columns;
  const FbChartColumn *columns;
  guint i = 0;

  g_return_if_fail (FB_IS_CHART_CELLS (self));

  set_chart (self, chart);
  columns = chart != NULL ? fb_chart_get_columns (chart, &n_columns) : NULL;
  for (GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (self)); columns != NULL && cell != NULL;
       cell = gtk_widget_get_next_sibling (cell), i++)
    gtk_label_set_label (GTK_LABEL (cell), columns[i].heading);
}

/** Returns: (transfer full): all that the line of @item says, each cell behind the heading of its column */
char *
fb_chart_cells_describe (FbChartItem *item)
{
  const FbChartLine *line = fb_chart_item_get_line (item);
  guint n_columns;
  const FbChartColumn *columns = fb_chart_get_columns (fb_chart_item_get_chart (item), &n_columns);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < n_columns; i++)
    if (line->cells[i] != NULL && *line->cells[i] != '\0')
      g_string_append_printf (words, "%s%s: %s", words->len > 0 ? "; " : "", columns[i].heading, line->cells[i]);

  return g_string_free (words, FALSE);
}
