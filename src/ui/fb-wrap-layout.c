/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-wrap-layout.h"

#include "ui/fb-ui.h"

struct _FbWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (FbWrapLayout, fb_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
get_natural_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* Whether the children of @widget fit on one line of @width; the only child always does. */
static gboolean
fits (FbWrapLayout *self,
      GtkWidget    *widget,
      int           width)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *last = gtk_widget_get_last_child (widget);

  return first == last || get_natural_width (first) + self->spacing + get_natural_width (last) <= width;
}

static GtkSizeRequestMode
fb_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                 GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
fb_wrap_layout_measure (GtkLayoutManager *manager,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  FbWrapLayout *self = FB_WRAP_LAYOUT (manager);
  gboolean horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;
  gboolean one_line = horizontal || for_size < 0 || fits (self, widget, for_size);

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, orientation, one_line ? -1 : for_size, &child_minimum, &child_natural, NULL, NULL);
      if (horizontal)
        *natural += child_natural + (*natural > 0 ? self->spacing : 0);
      else
        *natural = one_line ? MAX (*natural, child_natural) : *natural + child_natural;
      *minimum = horizontal || one_line ? MAX (*minimum, child_minimum) : *minimum + child_minimum;
    }
}

static void
fb_wrap_layout_allocate (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         int               width,
                         int               height,
                         int               baseline)
{
  FbWrapLayout *self = FB_WRAP_LAYOUT (manager);
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *last = gtk_widget_get_last_child (widget);
  int last_width = MIN (get_natural_width (last), width);
  int first_height;

  if (first == last)
    {
      fb_ui_allocate (widget, first, 0, 0, width, height);
      return;
    }
  if (fits (self, widget, width))
    {
      fb_ui_allocate (widget, first, 0, 0, width - self->spacing - last_width, height);
      fb_ui_allocate (widget, last, width - last_width, 0, last_width, height);
      return;
    }

  gtk_widget_measure (first, GTK_ORIENTATION_VERTICAL, width, NULL, &first_height, NULL, NULL);
  fb_ui_allocate (widget, first, 0, 0, width, first_height);
  fb_ui_allocate (widget, last, width - last_width, first_height, last_width, height - first_height);
}

static void
fb_wrap_layout_class_init (FbWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = fb_wrap_layout_get_request_mode;
  layout_class->measure = fb_wrap_layout_measure;
  layout_class->allocate = fb_wrap_layout_allocate;
}

static void
fb_wrap_layout_init (FbWrapLayout *self)
{
}

/**
 * fb_wrap_layout_new:
 * @spacing: the least room between the two on one line, in pixels
 *
 * Returns: (transfer full): a layout for a widget of one or two children
 */
GtkLayoutManager *
fb_wrap_layout_new (int spacing)
{
  FbWrapLayout *self = g_object_new (FB_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
