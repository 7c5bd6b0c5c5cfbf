/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-table-header.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-table-columns-layout.h"

/* How far an arrow key moves a line, in pixels. */
#define KEY_STEP 12

struct _FbTableHeader
{
  GtkWidget parent_instance;

  FbTableColumns *columns;
  int drag_size; /* of the column when the drag began */
  gboolean resized; /* by keys, since the focus came */
  const FbProperty *sorted; /* or NULL */
  gboolean descending;
};

enum
{
  STORE,
  SORT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FbTableHeader, fb_table_header, GTK_TYPE_WIDGET)

static guint
get_index (GtkWidget *handle)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (handle), "fb-column"));
}

static int
get_size (FbTableHeader *self,
          guint          index)
{
  int start;
  int size;

  fb_table_columns_get_extent (self->columns, index, gtk_widget_get_width (GTK_WIDGET (self)), &start, &size);
  return size;
}

static void
drag_begin_cb (FbTableHeader  *self,
               double          x,
               double          y,
               GtkGestureDrag *drag)
{
  GtkWidget *handle = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (drag));

  self->drag_size = get_size (self, get_index (handle));
}

static void
drag_update_cb (FbTableHeader  *self,
                double          x,
                double          y,
                GtkGestureDrag *drag)
{
  GtkWidget *handle = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (drag));
  gboolean mirrored = gtk_widget_get_direction (handle) == GTK_TEXT_DIR_RTL;
  double start_x;
  double now;

  /* The handle moves with the drag: count from where it was in the header. */
  gtk_gesture_drag_get_start_point (drag, &start_x, NULL);
  gtk_widget_translate_coordinates (handle, GTK_WIDGET (self), start_x + x, 0, &now, NULL);
  {
    int start;
    int size;
    int width = gtk_widget_get_width (GTK_WIDGET (self));

    fb_table_columns_get_extent (self->columns, get_index (handle), width, &start, &size);
    fb_table_columns_resize (self->columns, get_index (handle), width, (int) (mirrored ? width - now : now) - start);
  }
}

static void
drag_end_cb (FbTableHeader *self)
{
  g_signal_emit (self, signals[STORE], 0);
}

static gboolean
key_pressed_cb (FbTableHeader         *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *keys)
{
  GtkWidget *handle = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  gboolean mirrored = gtk_widget_get_direction (handle) == GTK_TEXT_DIR_RTL;
  guint index = get_index (handle);
  int step = keyval == GDK_KEY_Left ? -KEY_STEP : KEY_STEP;

  if ((keyval != GDK_KEY_Left && keyval != GDK_KEY_Right) || !(state & GDK_SHIFT_MASK) ||
      index + 1 >= fb_table_columns_get_n (self->columns))
    return GDK_EVENT_PROPAGATE;

  fb_table_columns_resize (self->columns, index, gtk_widget_get_width (GTK_WIDGET (self)),
                     get_size (self, index) + (mirrored ? -step : step));
  self->resized = TRUE;
  return GDK_EVENT_STOP;
}

static void
key_leave_cb (FbTableHeader *self)
{
  /* One entry of the history for the whole way that the line was moved. */
  if (self->resized)
    g_signal_emit (self, signals[STORE], 0);
  self->resized = FALSE;
}

static GtkWidget *
make_handle (FbTableHeader *self,
             guint          index)
{
  GtkWidget *handle = g_object_new (GTK_TYPE_SEPARATOR, "orientation", GTK_ORIENTATION_VERTICAL, "halign",
                                    GTK_ALIGN_END, "css-classes", (const char *[]) { "column-handle", NULL }, NULL);
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_object_set_data (G_OBJECT (handle), "fb-column", GUINT_TO_POINTER (index));
  gtk_widget_set_cursor_from_name (handle, "col-resize");
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (drag));
  return handle;
}

static void
clicked_cb (FbTableHeader *self,
            GtkWidget     *button)
{
  g_signal_emit (self, signals[SORT], 0, get_index (button));
}

static GtkWidget *
make_title (FbTableHeader       *self,
            guint                index,
            const FbTableColumn *column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", column->title, "xalign", 0.0f, "ellipsize",
                                   PANGO_ELLIPSIZE_END, "width-chars", 3, NULL);
  g_autofree char *tooltip = g_strdup_printf (_("Sort by “%s” (Shift+Left or Shift+Right: narrower or wider)"),
                                              column->title);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "child", box, "tooltip-text", tooltip, "css-classes",
                                    (const char *[]) { "flat", "column-title", "cell", NULL }, NULL);
  gboolean sorted = column->property == self->sorted;

  gtk_box_append (GTK_BOX (box), label);
  if (sorted)
    gtk_box_append (GTK_BOX (box),
                    gtk_image_new_from_icon_name (self->descending ? "pan-down-symbolic" : "pan-up-symbolic"));
  g_object_set_data (G_OBJECT (button), "fb-column", GUINT_TO_POINTER (index));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, column->title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  !sorted            ? _("Not sorted")
                                  : self->descending ? _("Sorted in descending order")
                                                     : _("Sorted in ascending order"),
                                  -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (button, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (key_leave_cb), self);
  gtk_widget_add_controller (button, focus);
  return button;
}

static void
columns_changed_cb (FbTableHeader *self)
{
  guint n = fb_table_columns_get_n (self->columns);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  for (guint i = 0; i < n; i++)
    {
      const FbTableColumn *column = fb_table_columns_get (self->columns, i);
      GtkWidget *cell = gtk_overlay_new ();

      gtk_overlay_set_child (GTK_OVERLAY (cell), make_title (self, i, column));
      if (i + 1 < n)
        gtk_overlay_add_overlay (GTK_OVERLAY (cell), make_handle (self, i));
      gtk_widget_set_parent (cell, GTK_WIDGET (self));
    }
}

static void
columns_resized_cb (FbTableHeader *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
fb_table_header_dispose (GObject *object)
{
  FbTableHeader *self = FB_TABLE_HEADER (object);
  GtkWidget *child;

  self->resized = FALSE;
  if (self->columns != NULL)
    g_signal_handlers_disconnect_by_data (self->columns, self);
  g_clear_object (&self->columns);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (fb_table_header_parent_class)->dispose (object);
}

/* Tab enters the header once; the arrow keys walk in it. */
static gboolean
fb_table_header_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL &&
      (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD))
    return FALSE;

  return GTK_WIDGET_CLASS (fb_table_header_parent_class)->focus (widget, direction);
}

static void
fb_table_header_class_init (FbTableHeaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fb_table_header_dispose;
  GTK_WIDGET_CLASS (klass)->focus = fb_table_header_focus;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "tableheader");

  /**
   * FbTableHeader::store:
   *
   * A resizing has ended, so that the widths can be kept.
   */
  signals[STORE] = g_signal_new ("store", FB_TYPE_TABLE_HEADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * FbTableHeader::sort:
   * @index: the column
   *
   * The title of a column was activated.
   */
  signals[SORT] = g_signal_new ("sort", FB_TYPE_TABLE_HEADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_UINT);
}

static void
fb_table_header_init (FbTableHeader *self)
{
}

/** Returns: (transfer floating): a header that follows @columns. */
GtkWidget *
fb_table_header_new (FbTableColumns *columns)
{
  FbTableHeader *self = g_object_new (FB_TYPE_TABLE_HEADER, NULL);

  gtk_widget_set_layout_manager (GTK_WIDGET (self), fb_table_columns_layout_new (columns));
  self->columns = g_object_ref (columns);
  g_signal_connect_swapped (columns, "changed", G_CALLBACK (columns_changed_cb), self);
  g_signal_connect_swapped (columns, "resized", G_CALLBACK (columns_resized_cb), self);
  columns_changed_cb (self);
  return GTK_WIDGET (self);
}

/** Marks the column of @property (nullable) as the one that is sorted by. */
void
fb_table_header_set_sort (FbTableHeader    *self,
                          const FbProperty *property,
                          gboolean          descending)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  GtkWidget *cell;

  if (self->sorted == property && self->descending == descending)
    return;

  self->sorted = property;
  self->descending = descending;
  columns_changed_cb (self);

  /* The titles are made anew: the focus goes to where it was. */
  if (focus == NULL)
    return;
  cell = gtk_widget_get_first_child (GTK_WIDGET (self));
  for (guint i = 0; cell != NULL && property != NULL; i++, cell = gtk_widget_get_next_sibling (cell))
    if (fb_table_columns_get (self->columns, i)->property == property)
      break;
  if (cell != NULL)
    gtk_widget_child_focus (cell, GTK_DIR_TAB_FORWARD);
}
