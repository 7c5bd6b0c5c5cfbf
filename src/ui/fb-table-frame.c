/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-table-frame.h"

struct _FbTableFrame
{
  GtkLayoutManager parent_instance;

  GtkWidget *scroller; /* the child that scrolls; not owned */
  GtkWidget *list;     /* the list in it; not owned */
};

G_DEFINE_FINAL_TYPE (FbTableFrame, fb_table_frame, GTK_TYPE_LAYOUT_MANAGER)

/* What a list of rows is given at the least, in pixels, unless its rows are lower. */
#define LEAST_HEIGHT 96

static gboolean
has_rows (FbTableFrame *self)
{
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (self->list));

  return model != NULL && g_list_model_get_n_items (G_LIST_MODEL (model)) > 0;
}

/* The scroller of a list is not asked for its height: it would measure some 200 rows, and at their narrowest. */
static void
measure_child (FbTableFrame   *self,
               GtkWidget      *child,
               GtkOrientation  orientation,
               int             for_size,
               int            *minimum,
               int            *natural)
{
  if (child == self->scroller && orientation == GTK_ORIENTATION_VERTICAL && has_rows (self))
    *minimum = *natural = LEAST_HEIGHT;
  else
    gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
}

/* The rows are asked for their height themselves, as far as there is room. */
static int
measure_rows (FbTableFrame *self,
              int           width,
              int           room)
{
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (self->list));
  guint n = model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
  guint n_measured = 0;
  int sum = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL && sum < room;
       row = gtk_widget_get_next_sibling (row))
    {
      int minimum;

      gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
      sum += minimum;
      n_measured++;
    }

  return n_measured < n ? MAX (sum, room) : sum;
}

static GtkSizeRequestMode
fb_table_frame_get_request_mode (GtkLayoutManager *manager,
                                 GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
fb_table_frame_measure (GtkLayoutManager *manager,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  FbTableFrame *self = FB_TABLE_FRAME (manager);

  /* No row is narrower for being higher: to find that out, all would be laid out at their narrowest. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    for_size = -1;

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;
      int child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      measure_child (self, child, orientation, for_size, &child_minimum, &child_natural);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, child_natural);
        }
      else
        {
          *minimum += child_minimum;
          *natural += child_natural;
        }
    }
}

static void
fb_table_frame_allocate (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         int               width,
                         int               height,
                         int               baseline)
{
  FbTableFrame *self = FB_TABLE_FRAME (manager);
  int others = 0;
  int least = 0;
  int wanted = 0;
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum;
      int natural;

      if (!gtk_widget_should_layout (child))
        continue;
      measure_child (self, child, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural);
      if (child != self->scroller)
        others += minimum;
      else
        {
          least = minimum;
          wanted = natural;
        }
    }
  if (has_rows (self))
    wanted = measure_rows (self, width, height - others);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int given;

      if (!gtk_widget_should_layout (child))
        continue;
      if (child == self->scroller)
        given = MIN (MAX (wanted, has_rows (self) ? 0 : least), MAX (least, height - others));
      else
        gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &given, NULL, NULL, NULL);
      gtk_widget_size_allocate (child, &(GtkAllocation) { 0, y, width, given }, -1);
      y += given;
    }
}

static void
fb_table_frame_class_init (FbTableFrameClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = fb_table_frame_get_request_mode;
  layout_class->measure = fb_table_frame_measure;
  layout_class->allocate = fb_table_frame_allocate;
}

static void
fb_table_frame_init (FbTableFrame *self)
{
}

/**
 * fb_table_frame_new:
 * @scroller: the child of the widget that scrolls
 * @list: the list view in it; both live as long as the layout
 *
 * Returns: (transfer full): a layout for the parts of one table
 */
GtkLayoutManager *
fb_table_frame_new (GtkWidget *scroller,
                    GtkWidget *list)
{
  FbTableFrame *self = g_object_new (FB_TYPE_TABLE_FRAME, NULL);

  self->scroller = scroller;
  self->list = list;
  return GTK_LAYOUT_MANAGER (self);
}
