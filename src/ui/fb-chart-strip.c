/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-chart-strip.h"

#include <adwaita.h>

#include "ui/fb-ui.h"

/* Parts of the width, and what they are at least. */
#define NAME_SHARE 0.34
#define NAME_LEAST 120
#define NAME_MOST 380
#define DETAIL_LEAST 84
#define DETAIL_MOST 150
#define DETAIL_SHARE 0.17
#define PLOT_LEAST 96
#define GAP 12
#define INDENT 16
#define ROW_SPACE 8

/* The looks of marks, in pixels. */
#define BAR 12.0
#define THIN_BAR 7.0
#define ARROW 7.0
#define POINT 5.0
#define LIMIT 11.0

struct _FbChartStrip
{
  GtkWidget parent_instance;

  GtkWidget *name;
  GtkWidget *detail;
  FbChart *chart;
  FbChartItem *item; /* NULL: the scale */
};

G_DEFINE_FINAL_TYPE (FbChartStrip, fb_chart_strip, GTK_TYPE_WIDGET)

/* What the tones are called among libadwaita's colours, on light and on dark ground. */
static const struct
{
  const char *light;
  const char *dark;
  double height;
} tones[FB_N_TONES] = {
  [FB_TONE_PLAIN] = { "blue_4", "blue_2", BAR },         [FB_TONE_SOFT] = { "blue_3", "blue_3", THIN_BAR },
  [FB_TONE_PERMANENT] = { "green_5", "green_2", THIN_BAR }, [FB_TONE_EVENT] = { "purple_3", "purple_1", BAR },
  [FB_TONE_OVER] = { "red_3", "red_1", BAR },
};

typedef struct
{
  int name;
  int plot;
  int detail;
} Shares;

static Shares
share (int width)
{
  Shares shares;

  shares.name = CLAMP (width * NAME_SHARE, NAME_LEAST, NAME_MOST);
  shares.detail = CLAMP (width * DETAIL_SHARE, DETAIL_LEAST, DETAIL_MOST);
  shares.plot = MAX (width - shares.name - shares.detail - 2 * GAP, PLOT_LEAST);

  return shares;
}

static const FbChartRow *
get_row (FbChartStrip *self)
{
  return self->item != NULL ? fb_chart_item_get_row (self->item) : NULL;
}

static int
get_indent (FbChartStrip *self)
{
  const FbChartRow *row = get_row (self);

  return row != NULL && row->level > 1 ? (row->level - 1) * INDENT : 0;
}

static gboolean
is_heading (FbChartStrip *self)
{
  return get_row (self) != NULL && get_row (self)->level == 0;
}

static GtkSizeRequestMode
fb_chart_strip_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The height of a line of words, and the two that the scale needs where a zone has a name. */
static int
measure_scale (FbChartStrip *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0");
  guint n_zones = 0;
  const FbZone *zones = self->chart != NULL ? fb_chart_get_zones (self->chart, &n_zones) : NULL;
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return n_zones > 0 && !zones[0].apart ? 2 * height + 4 : height + 4;
}

static void
fb_chart_strip_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  FbChartStrip *self = FB_CHART_STRIP (widget);
  int least = NAME_LEAST + DETAIL_LEAST + PLOT_LEAST + 2 * GAP;
  Shares shares = share (MAX (for_size, least));
  int name, detail;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = 3 * least;
      return;
    }
  if (self->item == NULL)
    {
      *minimum = *natural = measure_scale (self);
      return;
    }

  gtk_widget_measure (self->name, orientation,
                      is_heading (self) ? MAX (for_size, least) : shares.name - get_indent (self), &name, NULL, NULL,
                      NULL);
  gtk_widget_measure (self->detail, orientation, shares.detail, &detail, NULL, NULL, NULL);
  *minimum = *natural = MAX (MAX (name, detail), (int) BAR) + ROW_SPACE;
}

static void
fb_chart_strip_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  FbChartStrip *self = FB_CHART_STRIP (widget);
  Shares shares = share (width);
  int indent = get_indent (self);

  if (self->item == NULL)
    return;

  fb_ui_allocate (widget, self->name, indent, 0, is_heading (self) ? width : shares.name - indent, height);
  if (gtk_widget_get_child_visible (self->detail))
    fb_ui_allocate (widget, self->detail, shares.name + shares.plot + 2 * GAP, 0, shares.detail, height);
}

static GdkRGBA
find_colour (GtkWidget *widget,
             FbMarkTone tone)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (context, dark ? tones[tone].dark : tones[tone].light, &colour))
    gtk_style_context_get_color (context, &colour);

  return colour;
}

static void
set_source (cairo_t       *cr,
            const GdkRGBA *colour,
            double         alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * alpha);
}

static void
draw_bar (cairo_t      *cr,
          const FbMark *mark,
          double        width,
          double        middle)
{
  double start = mark->start * width;
  double end = MAX (mark->end * width, start + 2);
  double half = tones[mark->tone].height / 2;
  double left = mark->open_start ? MIN (start + ARROW, end) : start;
  double right = mark->open_end ? MAX (end - ARROW, start) : end;

  cairo_rectangle (cr, left, middle - half, MAX (right - left, 0), 2 * half);
  cairo_fill (cr);
  if (mark->open_start)
    {
      cairo_move_to (cr, left, middle - half - 3);
      cairo_line_to (cr, start, middle);
      cairo_line_to (cr, left, middle + half + 3);
      cairo_fill (cr);
    }
  if (mark->open_end)
    {
      cairo_move_to (cr, right, middle - half - 3);
      cairo_line_to (cr, end, middle);
      cairo_line_to (cr, right, middle + half + 3);
      cairo_fill (cr);
    }
}

/* The lines of the scale and its zones, behind the marks. */
static void
draw_ground (FbChartStrip  *self,
             cairo_t       *cr,
             const GdkRGBA *ink,
             double         width,
             double         top,
             double         height)
{
  gboolean strong = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  guint n_ticks, n_zones;
  const FbTick *ticks = fb_chart_get_ticks (self->chart, &n_ticks);
  const FbZone *zones = fb_chart_get_zones (self->chart, &n_zones);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDate) today = g_date_new_dmy (g_date_time_get_day_of_month (now), g_date_time_get_month (now),
                                            g_date_time_get_year (now));
  double place;

  for (guint i = 0; i < n_zones; i++)
    {
      set_source (cr, ink, zones[i].apart ? 0.09 : 0.05);
      cairo_rectangle (cr, zones[i].start * width, top, (zones[i].end - zones[i].start) * width - zones[i].apart,
                       height);
      cairo_fill (cr);
    }
  set_source (cr, ink, strong ? 0.5 : 0.15);
  for (guint i = 0; i < n_ticks; i++)
    {
      cairo_rectangle (cr, (int) (ticks[i].place * width), top, 1, height);
      cairo_fill (cr);
    }
  if (fb_chart_find_day (self->chart, g_date_get_julian (today), &place))
    {
      const GdkRGBA colour = find_colour (GTK_WIDGET (self), FB_TONE_OVER);

      set_source (cr, &colour, 0.8);
      cairo_rectangle (cr, (int) (place * width), top, 1, height);
      cairo_fill (cr);
    }
}

static void
draw_marks (FbChartStrip  *self,
            cairo_t       *cr,
            const GdkRGBA *ink,
            double         width,
            double         height)
{
  const FbChartRow *row = get_row (self);
  double middle = height / 2;

  for (guint i = 0; i < row->n_marks; i++)
    {
      const FbMark *mark = &row->marks[i];
      const GdkRGBA colour = mark->shape == FB_MARK_LIMIT ? *ink : find_colour (GTK_WIDGET (self), mark->tone);
      double x = mark->start * width;

      set_source (cr, &colour, 1);
      switch (mark->shape)
        {
        case FB_MARK_BAR:
          draw_bar (cr, mark, width, middle);
          break;
        case FB_MARK_POINT:
          cairo_move_to (cr, x - POINT, middle);
          cairo_line_to (cr, x, middle - POINT);
          cairo_line_to (cr, x + POINT, middle);
          cairo_line_to (cr, x, middle + POINT);
          cairo_fill (cr);
          break;
        case FB_MARK_LIMIT:
          cairo_rectangle (cr, x - 1.5, middle - LIMIT, 3, 2 * LIMIT);
          cairo_fill (cr);
          break;
        }
    }
}

/* Words over the scale, centred on a place and kept within it; a word that would touch the one before is left out. */
static double
draw_word (FbChartStrip *self,
           GtkSnapshot  *snapshot,
           const char   *word,
           double        centre,
           double        before,
           int           left,
           int           right,
           double        y)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), word);
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  int width;
  double x;

  pango_layout_get_pixel_size (layout, &width, NULL);
  x = CLAMP (centre - width / 2.0, left, MAX (right - width, left));
  if (x < before)
    return before;

  gtk_snapshot_render_layout (snapshot, context, x, y, layout);

  return x + width + 4;
}

static void
draw_words (FbChartStrip *self,
            GtkSnapshot  *snapshot,
            int           start,
            int           width,
            int           height)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint n_ticks, n_zones;
  const FbTick *ticks = fb_chart_get_ticks (self->chart, &n_ticks);
  const FbZone *zones = fb_chart_get_zones (self->chart, &n_zones);
  gboolean two = n_zones > 0 && !zones[0].apart;
  double below = two ? height / 2.0 : 0;
  double before = -G_MAXDOUBLE;
  int end = gtk_widget_get_width (GTK_WIDGET (self));

  for (guint i = 0; i < n_zones; i++)
    {
      double middle = (zones[i].start + zones[i].end) / 2;
      double centre = start + (mirrored ? 1 - middle : middle) * width;

      draw_word (self, snapshot, zones[i].label, centre, -G_MAXDOUBLE, 0, end, zones[i].apart ? below : 0);
    }
  for (guint j = 0; j < n_ticks; j++)
    {
      guint i = mirrored ? n_ticks - 1 - j : j;

      if (ticks[i].label != NULL)
        before = draw_word (self, snapshot, ticks[i].label,
                            start + (mirrored ? 1 - ticks[i].label_place : ticks[i].label_place) * width, before, 0,
                            end, below);
    }
}

static void
fb_chart_strip_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  FbChartStrip *self = FB_CHART_STRIP (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  Shares shares = share (width);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int start = mirrored ? width - shares.name - GAP - shares.plot : shares.name + GAP;
  GdkRGBA ink;
  cairo_t *cr;

  if (self->chart == NULL)
    return;
  if (self->item == NULL)
    {
      draw_words (self, snapshot, start, shares.plot, height);
      return;
    }

  if (!is_heading (self))
    {
      gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
      cr = gtk_snapshot_append_cairo (snapshot,
                                      &GRAPHENE_RECT_INIT (start - LIMIT, 0, shares.plot + 2 * LIMIT, height));
      if (mirrored)
        {
          cairo_translate (cr, start + shares.plot, 0);
          cairo_scale (cr, -1, 1);
        }
      else
        {
          cairo_translate (cr, start, 0);
        }
      draw_ground (self, cr, &ink, shares.plot, 0, height);
      draw_marks (self, cr, &ink, shares.plot, height);
      cairo_destroy (cr);
    }
  GTK_WIDGET_CLASS (fb_chart_strip_parent_class)->snapshot (widget, snapshot);
}

static void
fb_chart_strip_dispose (GObject *object)
{
  FbChartStrip *self = FB_CHART_STRIP (object);

  g_clear_pointer (&self->name, gtk_widget_unparent);
  g_clear_pointer (&self->detail, gtk_widget_unparent);
  g_clear_object (&self->item);
  g_clear_pointer (&self->chart, fb_chart_unref);

  G_OBJECT_CLASS (fb_chart_strip_parent_class)->dispose (object);
}

static void
fb_chart_strip_class_init (FbChartStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fb_chart_strip_dispose;

  widget_class->get_request_mode = fb_chart_strip_get_request_mode;
  widget_class->measure = fb_chart_strip_measure;
  widget_class->size_allocate = fb_chart_strip_size_allocate;
  widget_class->snapshot = fb_chart_strip_snapshot;

  gtk_widget_class_set_css_name (widget_class, "chartstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fb_chart_strip_init (FbChartStrip *self)
{
  GtkWidget **labels[] = { &self->name, &self->detail };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      *labels[i] = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                 "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", 4, NULL);
      gtk_widget_set_parent (*labels[i], GTK_WIDGET (self));
    }
  gtk_widget_add_css_class (self->name, "name");
  gtk_widget_add_css_class (self->detail, "detail");
}

/** Returns: (transfer floating): a strip of nothing */
GtkWidget *
fb_chart_strip_new (void)
{
  return g_object_new (FB_TYPE_CHART_STRIP, NULL);
}

static void
set_chart (FbChartStrip *self,
           FbChart      *chart)
{
  g_clear_pointer (&self->chart, fb_chart_unref);
  self->chart = chart != NULL ? fb_chart_ref (chart) : NULL;
}

/** Shows the row of @item (nullable). */
void
fb_chart_strip_set_item (FbChartStrip *self,
                         FbChartItem  *item)
{
  const FbChartRow *row;
  g_autofree char *name = NULL;

  g_return_if_fail (FB_IS_CHART_STRIP (self));

  g_set_object (&self->item, item);
  set_chart (self, item != NULL ? fb_chart_item_get_chart (item) : NULL);
  row = get_row (self);
  if (row == NULL)
    return;

  name = row->number != NULL ? g_strconcat (row->number, " ", row->label, NULL) : g_strdup (row->label);
  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_label_set_label (GTK_LABEL (self->detail), row->detail != NULL ? row->detail : "");
  gtk_widget_set_child_visible (self->detail, row->level > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), row->level > 0 ? row->description : NULL);
  (row->level == 0 ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (GTK_WIDGET (self), "heading");
  (row->alert ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (GTK_WIDGET (self), "alert");
  (row->level > 1 ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (GTK_WIDGET (self), "part");
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/** Shows the scale of @chart (nullable). */
void
fb_chart_strip_set_scale (FbChartStrip *self,
                          FbChart      *chart)
{
  g_return_if_fail (FB_IS_CHART_STRIP (self));

  g_clear_object (&self->item);
  set_chart (self, chart);
  gtk_widget_set_child_visible (self->name, FALSE);
  gtk_widget_set_child_visible (self->detail, FALSE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
