/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-filter-layout.h"

#include "ui/fb-ui.h"

/* Between the children and between the lines, in pixels. */
#define SPACING 6
/* With less than this nobody sees what he types. */
#define ENTRY_WIDTH 180

struct _FbFilterLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (FbFilterLayout, fb_filter_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
next_visible (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
get_next (GtkWidget *child)
{
  return next_visible (gtk_widget_get_next_sibling (child));
}

/* The width of the choices beside each other, and how many there are. */
static guint
measure_choices (GtkWidget *entry,
                 int       *minimum,
                 int       *natural)
{
  guint n = 0;

  *minimum = *natural = 0;
  for (GtkWidget *child = get_next (entry); child != NULL; child = get_next (child), n++)
    {
      int least;
      int wanted;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum += least + (n > 0 ? SPACING : 0);
      *natural += wanted + (n > 0 ? SPACING : 0);
    }
  return n;
}

static gboolean
needs_two_lines (GtkWidget *entry,
                 int        width)
{
  int minimum;
  int natural;

  return measure_choices (entry, &minimum, &natural) > 0 && width < ENTRY_WIDTH + SPACING + natural;
}

static int
measure_height (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
get_line_height (GtkWidget *first)
{
  int height = 0;

  for (GtkWidget *child = first; child != NULL; child = get_next (child))
    height = MAX (height, measure_height (child));
  return height;
}

static GtkSizeRequestMode
fb_filter_layout_get_request_mode (GtkLayoutManager *manager,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
fb_filter_layout_measure (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  GtkWidget *entry = next_visible (gtk_widget_get_first_child (widget));
  GtkWidget *choice = entry != NULL ? get_next (entry) : NULL;
  int least;
  int wanted;

  *minimum = *natural = 0;
  if (entry == NULL)
    return;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (entry, orientation, -1, minimum, natural, NULL, NULL);
      measure_choices (entry, &least, &wanted);
      *minimum = MAX (*minimum, least);
      *natural += SPACING + wanted;
    }
  else if (for_size >= 0 && needs_two_lines (entry, for_size))
    {
      *minimum = *natural = measure_height (entry) + SPACING + get_line_height (choice);
    }
  else
    {
      *minimum = *natural = get_line_height (entry);
    }
}

/* Gives each choice what it needs; where there is less room, each gives up the same part of what it can. */
static void
allocate_choices (GtkWidget *widget,
                  GtkWidget *entry,
                  int        x,
                  int        y,
                  int        width)
{
  int minimum;
  int natural;
  int height = get_line_height (get_next (entry));
  double share;

  measure_choices (entry, &minimum, &natural);
  share = width < natural && minimum < natural ? MAX (0, width - minimum) / (double) (natural - minimum) : 1;
  for (GtkWidget *child = get_next (entry); child != NULL; child = get_next (child))
    {
      int least;
      int wanted;
      int given;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      given = least + (int) (share * (wanted - least));
      fb_ui_allocate (widget, child, x, y, given, height);
      x += given + SPACING;
    }
}

static void
fb_filter_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  GtkWidget *entry = next_visible (gtk_widget_get_first_child (widget));
  int minimum;
  int natural;
  int first;

  if (entry == NULL)
    return;

  if (needs_two_lines (entry, width))
    {
      first = measure_height (entry);
      fb_ui_allocate (widget, entry, 0, 0, width, first);
      allocate_choices (widget, entry, 0, first + SPACING, width);
      return;
    }

  first = width;
  if (measure_choices (entry, &minimum, &natural) > 0)
    first -= natural + SPACING;
  fb_ui_allocate (widget, entry, 0, 0, first, height);
  allocate_choices (widget, entry, first + SPACING, 0, natural);
}

static void
fb_filter_layout_class_init (FbFilterLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = fb_filter_layout_get_request_mode;
  layout_class->measure = fb_filter_layout_measure;
  layout_class->allocate = fb_filter_layout_allocate;
}

static void
fb_filter_layout_init (FbFilterLayout *self)
{
}

/** Returns: (transfer full): a layout for an entry and the choices behind it */
GtkLayoutManager *
fb_filter_layout_new (void)
{
  return g_object_new (FB_TYPE_FILTER_LAYOUT, NULL);
}
