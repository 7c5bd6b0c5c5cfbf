/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-table-cell.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-compat.h"

/* Of the widths a cell was measured for. */
#define NO_WIDTH -2
#define MANY_WIDTHS -3

struct _FbTableCell
{
  GtkWidget parent_instance;

  char *text;
  int lines; /* of a paragraph, at most; 0: one line and as wide as its words */
  PangoLayout *layout; /* NULL until somebody asks for it */
  int width; /* the only one that GTK remembers a height for, in pixels, or one of the above */
};

G_DEFINE_FINAL_TYPE (FbTableCell, fb_table_cell, GTK_TYPE_WIDGET)

static PangoLayout *
get_layout (FbTableCell *self)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
      if (self->lines > 0)
        pango_layout_set_height (self->layout, -self->lines);
    }
  pango_layout_set_alignment (self->layout, mirrored ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  return self->layout;
}

static void
get_size (FbTableCell *self,
          int          for_width,
          int         *width,
          int         *height)
{
  PangoLayout *layout = get_layout (self);

  pango_layout_set_width (layout, for_width >= 0 ? for_width * PANGO_SCALE : -1);
  pango_layout_get_pixel_size (layout, width, height);
}

static GtkSizeRequestMode
fb_table_cell_get_request_mode (GtkWidget *widget)
{
  return FB_TABLE_CELL (widget)->lines > 0 ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
fb_table_cell_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  FbTableCell *self = FB_TABLE_CELL (widget);
  int width;
  int height;

  /* A column says how wide its words are. */
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->lines > 0)
    return;

  get_size (self, self->lines > 0 ? for_size : -1, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = width;
      return;
    }
  *minimum = *natural = height;
  if (self->width != for_size)
    self->width = self->width == NO_WIDTH ? for_size : MANY_WIDTHS;
}

static void
fb_table_cell_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  FbTableCell *self = FB_TABLE_CELL (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget);
  PangoLayout *layout;
  PangoRectangle words;

  if (self->text == NULL || *self->text == '\0')
    return;

  layout = get_layout (self);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_extents (layout, NULL, &words);
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget),
                              (mirrored ? width - words.width : 0) - words.x, 0, layout);
}

static void
fb_table_cell_finalize (GObject *object)
{
  FbTableCell *self = FB_TABLE_CELL (object);

  g_clear_object (&self->layout);
  g_free (self->text);

  G_OBJECT_CLASS (fb_table_cell_parent_class)->finalize (object);
}

static void
fb_table_cell_class_init (FbTableCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fb_table_cell_finalize;
  widget_class->get_request_mode = fb_table_cell_get_request_mode;
  widget_class->measure = fb_table_cell_measure;
  widget_class->snapshot = fb_table_cell_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_widget_class_set_css_name (widget_class, "tablecell");
}

static void
fb_table_cell_init (FbTableCell *self)
{
  self->width = NO_WIDTH;
}

/**
 * fb_table_cell_new:
 * @lines: how many lines of a paragraph are shown
 * @class: a style class
 *
 * Returns: (transfer floating): a cell without words, which wraps them
 */
GtkWidget *
fb_table_cell_new (int         lines,
                   const char *class)
{
  FbTableCell *self = g_object_new (FB_TYPE_TABLE_CELL, "css-classes", (const char *[]) { class, NULL }, NULL);

  self->lines = lines;
  return GTK_WIDGET (self);
}

/** Returns: (transfer floating): a cell for a choice as a coloured word. */
GtkWidget *
fb_table_cell_new_pill (void)
{
  return g_object_new (FB_TYPE_TABLE_CELL, "halign", GTK_ALIGN_START, "valign", GTK_ALIGN_START, NULL);
}

/* Whether the words still need the place that they had, as far as anybody has asked. */
static gboolean
fits (FbTableCell *self,
      const char  *text)
{
  int before;
  int after;

  if (self->lines == 0 || self->layout == NULL || self->width == NO_WIDTH || self->width == MANY_WIDTHS)
    return FALSE;

  get_size (self, self->width, NULL, &before);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_pixel_size (self->layout, NULL, &after);
  return before == after;
}

void
fb_table_cell_set_text (FbTableCell *self,
                        const char  *text)
{
  g_return_if_fail (FB_IS_TABLE_CELL (self));
  g_return_if_fail (text != NULL);

  if (!fb_set_str (&self->text, text))
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (fits (self, text))
    {
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }
  if (self->layout != NULL)
    pango_layout_set_text (self->layout, text, -1);
  self->width = NO_WIDTH;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/** Returns: (transfer none) (nullable): the words. */
const char *
fb_table_cell_get_text (FbTableCell *self)
{
  return self->text;
}

/**
 * fb_table_cell_show_choice:
 * @property: (nullable): what is chosen
 * @choice: (nullable): the name of a choice; %NULL hides the pill
 * @implied: whether the band says so
 */
void
fb_table_cell_show_choice (FbTableCell      *self,
                           const FbProperty *property,
                           const char       *choice,
                           gboolean          implied)
{
  const FbChoice *row = property != NULL ? fb_property_find_choice (property, choice) : NULL;
  g_autofree char *class = choice != NULL ? g_strconcat (property->name, "-", choice, NULL) : NULL;
  const char *classes[] = { "pill-label", class, implied ? "implied" : NULL, NULL };

  gtk_widget_set_visible (GTK_WIDGET (self), choice != NULL);
  if (choice == NULL)
    return;

  if (implied)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), _("As the band says"));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), implied);
  if (!gtk_widget_has_css_class (GTK_WIDGET (self), class) ||
      gtk_widget_has_css_class (GTK_WIDGET (self), "implied") != implied)
    gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
  fb_table_cell_set_text (self, row != NULL ? fb_choice_get_label (row) : choice);
}
