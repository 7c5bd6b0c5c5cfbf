/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-table-title.h"

#include "ui/fb-cell.h"
#include "ui/fb-table-cell.h"
#include "ui/fb-table-row.h"
#include "ui/fb-ui.h"

/* The space behind the arrow and between the lines, in pixels. */
#define ARROW_SPACE 4
#define LINE_SPACE 2

struct _FbTableTitle
{
  GtkWidget parent_instance;

  GtkWidget *arrow; /* NULL until a row needs it */
  GtkWidget *title;
  GtkWidget *summary;
  GtkWidget *badge; /* NULL until a row needs it */
};

G_DEFINE_FINAL_TYPE (FbTableTitle, fb_table_title, GTK_TYPE_WIDGET)

/* The arrow */

static void
arrow_pressed_cb (GtkWidget *arrow)
{
  GtkWidget *row = gtk_widget_get_ancestor (arrow, FB_TYPE_TABLE_ROW);
  FbNode *node = row != NULL ? fb_table_row_get_node (FB_TABLE_ROW (row)) : NULL;

  if (node != NULL)
    gtk_widget_activate_action (arrow, "table.toggle", "s", fb_node_get_id (node));
}

/** Returns: (transfer floating): an arrow that opens and closes the row that it stands in. */
GtkWidget *
fb_table_arrow_new (void)
{
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "pan-down-symbolic", "valign", GTK_ALIGN_START,
                                   "css-classes", (const char *[]) { "row-arrow", NULL }, NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (arrow_pressed_cb), arrow);
  gtk_widget_add_controller (arrow, GTK_EVENT_CONTROLLER (click));
  return arrow;
}

/** Points @arrow, and tells what reads the row whether it is open. */
void
fb_table_arrow_show (GtkWidget *arrow,
                     gboolean   expanded)
{
  GtkWidget *row = gtk_widget_get_ancestor (arrow, FB_TYPE_TABLE_ROW);
  GtkWidget *item = row != NULL ? gtk_widget_get_parent (row) : NULL;
  /* RTL is the business of the icon theme. */
  const char *icon = expanded ? "pan-down-symbolic" : "pan-end-symbolic";

  if (g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (arrow)), icon) != 0)
    gtk_image_set_from_icon_name (GTK_IMAGE (arrow), icon);
  if (item != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
}

/* What is shown */

static void
show_arrow (FbTableTitle   *self,
            FbNode         *node,
            GtkTreeListRow *row)
{
  gboolean tree = row != NULL && gtk_tree_list_row_is_expandable (row);
  guint depth = row != NULL ? gtk_tree_list_row_get_depth (row) : 0;
  gboolean below = fb_node_get_kind (node) == FB_KIND_GOAL && fb_node_get_n_children (node) > 0;

  /* A measure below a band stands as far left as one without. */
  if (fb_node_get_kind (node) == FB_KIND_MEASURE)
    depth = 0;
  if (self->arrow == NULL && (tree || depth > 0))
    {
      self->arrow = fb_table_arrow_new ();
      gtk_widget_insert_after (self->arrow, GTK_WIDGET (self), NULL);
    }
  if (self->arrow == NULL)
    return;

  gtk_widget_set_margin_start (self->arrow, depth * FB_TABLE_INDENT);
  gtk_widget_set_visible (self->arrow, tree || depth > 0);
  gtk_widget_set_opacity (self->arrow, tree && below ? 1 : 0);
  if (tree)
    fb_table_arrow_show (self->arrow, gtk_tree_list_row_get_expanded (row));
}

static void
show_badge (FbTableTitle *self,
            FbNode       *node,
            gboolean      status)
{
  gboolean implied = FALSE;
  const char *choice = status ? fb_cell_get_status (node, &implied) : NULL;

  if (self->badge == NULL && choice != NULL)
    {
      self->badge = fb_table_cell_new_pill ();
      gtk_widget_insert_before (self->badge, GTK_WIDGET (self), NULL);
    }
  if (self->badge != NULL)
    fb_table_cell_show_choice (FB_TABLE_CELL (self->badge), fb_kind_get_property (fb_node_get_kind (node), "status"),
                               choice, implied);
}

/* The lines below each other: where they begin, and how high they are; both may be asked for. */

static int
get_indent (FbTableTitle *self)
{
  int width;

  if (self->arrow == NULL || !gtk_widget_should_layout (self->arrow))
    return 0;

  gtk_widget_measure (self->arrow, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  return width + ARROW_SPACE;
}

static int
place_lines (FbTableTitle *self,
             int           width,
             gboolean      allocate)
{
  GtkWidget *lines[] = { self->title, self->summary, self->badge };
  int indent = get_indent (self);
  int room = MAX (0, width - indent);
  int y = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      int height;

      if (lines[i] == NULL || !gtk_widget_should_layout (lines[i]))
        continue;
      if (y > 0)
        y += LINE_SPACE;
      gtk_widget_measure (lines[i], GTK_ORIENTATION_VERTICAL, room, &height, NULL, NULL, NULL);
      if (allocate)
        fb_ui_allocate (GTK_WIDGET (self), lines[i], indent, y, room, height);
      y += height;
    }

  return y;
}

static GtkSizeRequestMode
fb_table_title_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
fb_table_title_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  FbTableTitle *self = FB_TABLE_TITLE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = get_indent (self);
  else
    *minimum = *natural = place_lines (self, for_size, FALSE);
}

static void
fb_table_title_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  FbTableTitle *self = FB_TABLE_TITLE (widget);
  int arrow = get_indent (self) - ARROW_SPACE;

  if (arrow >= 0)
    fb_ui_allocate (widget, self->arrow, 0, 0, arrow, height);
  place_lines (self, width, TRUE);
}

static void
fb_table_title_dispose (GObject *object)
{
  FbTableTitle *self = FB_TABLE_TITLE (object);

  g_clear_pointer (&self->arrow, gtk_widget_unparent);
  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->summary, gtk_widget_unparent);
  g_clear_pointer (&self->badge, gtk_widget_unparent);

  G_OBJECT_CLASS (fb_table_title_parent_class)->dispose (object);
}

static void
fb_table_title_class_init (FbTableTitleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fb_table_title_dispose;
  widget_class->get_request_mode = fb_table_title_get_request_mode;
  widget_class->measure = fb_table_title_measure;
  widget_class->size_allocate = fb_table_title_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "titlecell");
}

static void
fb_table_title_init (FbTableTitle *self)
{
  self->title = fb_table_cell_new (2, "row-title");
  self->summary = fb_table_cell_new (2, "row-summary");
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  gtk_widget_set_parent (self->summary, GTK_WIDGET (self));
}

/** Returns: (transfer floating): a cell of no title. */
GtkWidget *
fb_table_title_new (void)
{
  return g_object_new (FB_TYPE_TABLE_TITLE, NULL);
}

/**
 * fb_table_title_show:
 * @row: (nullable): its row in the tree
 * @status: whether the status belongs here
 */
void
fb_table_title_show (FbTableTitle   *self,
                     FbNode         *node,
                     GtkTreeListRow *row,
                     gboolean        status)
{
  const char *title = fb_node_get_title (node);
  g_autofree char *label = title == NULL ? fb_node_dup_label (node) : NULL;
  g_autofree char *summary = fb_cell_dup_summary (node);

  g_return_if_fail (FB_IS_TABLE_TITLE (self));

  fb_table_cell_set_text (FB_TABLE_CELL (self->title), title != NULL ? title : label);
  if (title == NULL)
    gtk_widget_add_css_class (self->title, "dim-label");
  else
    gtk_widget_remove_css_class (self->title, "dim-label");
  gtk_widget_set_visible (self->summary, *summary != '\0');
  if (*summary != '\0')
    fb_table_cell_set_text (FB_TABLE_CELL (self->summary), summary);

  show_arrow (self, node, row);
  show_badge (self, node, status);
}
