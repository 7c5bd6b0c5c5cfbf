/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-table-columns-layout.h"

#include "ui/fb-ui.h"

struct _FbTableColumnsLayout
{
  GtkLayoutManager parent_instance;

  FbTableColumns *columns;
};

G_DEFINE_FINAL_TYPE (FbTableColumnsLayout, fb_table_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The last child takes what columns there are behind it. */
static void
get_extent (FbTableColumnsLayout *self,
            GtkWidget            *child,
            guint                 index,
            int                   width,
            int                  *start,
            int                  *size)
{
  fb_table_columns_get_extent (self->columns, index, width, start, size);
  if (gtk_widget_get_next_sibling (child) == NULL)
    *size = MAX (*size, width - *start);
}

static GtkSizeRequestMode
fb_table_columns_layout_get_request_mode (GtkLayoutManager *manager,
                                          GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
fb_table_columns_layout_measure (GtkLayoutManager *manager,
                                 GtkWidget        *widget,
                                 GtkOrientation    orientation,
                                 int               for_size,
                                 int              *minimum,
                                 int              *natural,
                                 int              *minimum_baseline,
                                 int              *natural_baseline)
{
  FbTableColumnsLayout *self = FB_TABLE_COLUMNS_LAYOUT (manager);
  guint n = fb_table_columns_get_n (self->columns);
  int least = n * FB_TABLE_COLUMN_MINIMUM;
  guint index = 0;

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? least : 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  /* GTK asks for the height without a width to see whether the rows have to scroll. Laying out two hundred rows at
   * their narrowest would be dear and tell nothing; at the width that they have, their height is known. */
  if (for_size < 0)
    for_size = fb_table_columns_get_width (self->columns);
  else
    fb_table_columns_set_width (self->columns, for_size);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && index < n;
       child = gtk_widget_get_next_sibling (child), index++)
    {
      int start;
      int size;
      int child_minimum;
      int child_natural;

      get_extent (self, child, index, MAX (for_size, least), &start, &size);
      gtk_widget_measure (child, orientation, size, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
fb_table_columns_layout_allocate (GtkLayoutManager *manager,
                                  GtkWidget        *widget,
                                  int               width,
                                  int               height,
                                  int               baseline)
{
  FbTableColumnsLayout *self = FB_TABLE_COLUMNS_LAYOUT (manager);
  guint n = fb_table_columns_get_n (self->columns);
  guint index = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && index < n;
       child = gtk_widget_get_next_sibling (child), index++)
    {
      int start;
      int size;

      get_extent (self, child, index, width, &start, &size);
      fb_ui_allocate (widget, child, start, 0, size, height);
    }
}

static void
fb_table_columns_layout_finalize (GObject *object)
{
  g_clear_object (&FB_TABLE_COLUMNS_LAYOUT (object)->columns);

  G_OBJECT_CLASS (fb_table_columns_layout_parent_class)->finalize (object);
}

static void
fb_table_columns_layout_class_init (FbTableColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fb_table_columns_layout_finalize;
  layout_class->get_request_mode = fb_table_columns_layout_get_request_mode;
  layout_class->measure = fb_table_columns_layout_measure;
  layout_class->allocate = fb_table_columns_layout_allocate;
}

static void
fb_table_columns_layout_init (FbTableColumnsLayout *self)
{
}

/** Returns: (transfer full): a layout by @columns; a widget whose columns were resized queues a resize itself. */
GtkLayoutManager *
fb_table_columns_layout_new (FbTableColumns *columns)
{
  FbTableColumnsLayout *self = g_object_new (FB_TYPE_TABLE_COLUMNS_LAYOUT, NULL);

  self->columns = g_object_ref (columns);
  return GTK_LAYOUT_MANAGER (self);
}
