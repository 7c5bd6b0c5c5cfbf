/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "flow/fb-chart-private.h"

#include <string.h>

/* Draws a chart for print: dark on white, with generic fonts, and nothing that a word processor's reader of SVG does
 * not know. What a colour says is said by form as well. Lengths are in pixels of 1/96 inch; the width is that of A4
 * between its margins. */

#define WIDTH 640.0
#define LABELS 205.0 /* the names at the left */
#define PLOT 325.0
#define DETAILS (WIDTH - LABELS - PLOT - 2 * SPACE)
#define SPACE 8.0
#define INDENT 12.0
#define TEXT_SIZE 11.0
#define SMALL_SIZE 10.0
#define LINE 13.0
#define ROW_SPACE 7.0
#define BAR 11.0
#define ARROW 6.0
#define MAX_LINES 2

#define INK "#1a1a1a"
#define DIM "#555555"
#define GRID "#d5d5d5"
#define TERM "#e6eef6"
#define APART "#f3efe4"

static const struct
{
  const char *colour;
  double height;
} tones[FB_N_TONES] = {
  [FB_TONE_PLAIN] = { "#1c5d99", BAR }, [FB_TONE_SOFT] = { "#4f88bb", 6 },   [FB_TONE_PERMANENT] = { "#4d7c6f", 6 },
  [FB_TONE_EVENT] = { "#7b3f8c", BAR }, [FB_TONE_OVER] = { "#b3261e", BAR },
};

/* The parts of an em that letters take in the usual sans-serif fonts, rather too much than too little. */
static const struct
{
  const char *letters;
  double width;
} letter_widths[] = {
  { "ijlI.,:;'|!", 0.29 }, { " ftr()[]-/", 0.36 }, { "mwMW@%", 0.92 }, { "ABCDEFGHKLNOPQRSTUVXYZÄÖÜ&", 0.74 },
};

static double
measure_letter (gunichar c)
{
  char utf8[7] = { 0 };

  g_unichar_to_utf8 (c, utf8);
  for (guint i = 0; i < G_N_ELEMENTS (letter_widths); i++)
    if (strstr (letter_widths[i].letters, utf8) != NULL)
      return letter_widths[i].width;

  return g_unichar_iswide (c) ? 1 : 0.58;
}

static void
add_number (GString    *svg,
            const char *name,
            double      value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  /* With a point in every locale. */
  g_ascii_formatd (digits, sizeof digits, "%.1f", value);
  g_string_append_printf (svg, " %s=\"%s\"", name, digits);
}

static void
add_text (GString    *svg,
          double      x,
          double      y,
          const char *anchor,
          double      size,
          const char *colour,
          gboolean    bold,
          const char *words,
          gsize       length)
{
  g_autofree char *escaped = g_markup_escape_text (words, length);

  g_string_append (svg, "<text");
  add_number (svg, "x", x);
  add_number (svg, "y", y);
  add_number (svg, "font-size", size);
  g_string_append_printf (svg, " text-anchor=\"%s\" fill=\"%s\"%s>%s</text>\n", anchor, colour,
                          bold ? " font-weight=\"bold\"" : "", escaped);
}

static void
add_rect (GString    *svg,
          double      x,
          double      y,
          double      width,
          double      height,
          const char *colour)
{
  g_string_append (svg, "<rect");
  add_number (svg, "x", x);
  add_number (svg, "y", y);
  add_number (svg, "width", width);
  add_number (svg, "height", height);
  g_string_append_printf (svg, " fill=\"%s\"/>\n", colour);
}

static void
add_line (GString    *svg,
          double      x,
          double      y,
          double      to_y,
          double      width,
          const char *colour)
{
  g_string_append (svg, "<line");
  add_number (svg, "x1", x);
  add_number (svg, "y1", y);
  add_number (svg, "x2", x);
  add_number (svg, "y2", to_y);
  add_number (svg, "stroke-width", width);
  g_string_append_printf (svg, " stroke=\"%s\"/>\n", colour);
}

static void
add_polygon (GString      *svg,
             const double *points,
             guint         n_points,
             const char   *colour)
{
  g_string_append (svg, "<polygon points=\"");
  for (guint i = 0; i < n_points; i++)
    {
      char x[G_ASCII_DTOSTR_BUF_SIZE];
      char y[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (x, sizeof x, "%.1f", points[2 * i]);
      g_ascii_formatd (y, sizeof y, "%.1f", points[2 * i + 1]);
      g_string_append_printf (svg, "%s%s,%s", i > 0 ? " " : "", x, y);
    }
  g_string_append_printf (svg, "\" fill=\"%s\"/>\n", colour);
}

/* Breaks words into lines that fit; the last one that is allowed ends with an ellipsis where there is more. */
static GPtrArray *
break_lines (const char *words,
             double      width,
             double      size)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  const char *start = words;

  while (*start != '\0' && lines->len < MAX_LINES)
    {
      const char *p = start;
      const char *space = NULL;
      double used = 0;
      double room = width - (lines->len + 1 == MAX_LINES ? size : 0);
      const char *fitting = NULL; /* as far as it fits beside an ellipsis */

      for (; *p != '\0'; p = g_utf8_next_char (p))
        {
          if (*p == ' ' && p > start)
            space = p;
          used += measure_letter (g_utf8_get_char (p)) * size;
          if (used > room && fitting == NULL)
            fitting = p;
          if (used > width)
            break;
        }
      if (*p == '\0')
        {
          g_ptr_array_add (lines, g_strdup (start));
          return lines;
        }
      if (lines->len + 1 == MAX_LINES)
        {
          g_autofree char *part = g_strchomp (g_strndup (start, MAX (fitting, g_utf8_next_char (start)) - start));

          g_ptr_array_add (lines, g_strconcat (part, "…", NULL));
          return lines;
        }
      if (space == NULL)
        space = MAX (p, g_utf8_next_char (start));
      g_ptr_array_add (lines, g_strndup (start, space - start));
      start = space + strspn (space, " ");
    }

  return lines;
}

static void
add_lines (GString    *svg,
           GPtrArray  *lines,
           double      x,
           double      y,
           const char *anchor,
           double      size,
           const char *colour,
           gboolean    bold)
{
  for (guint i = 0; i < lines->len; i++)
    add_text (svg, x, y + i * LINE, anchor, size, colour, bold, g_ptr_array_index (lines, i), -1);
}

static void
add_bar (GString      *svg,
         const FbMark *mark,
         double        y)
{
  double start = LABELS + SPACE + mark->start * PLOT;
  double end = LABELS + SPACE + mark->end * PLOT;
  double half = tones[mark->tone].height / 2;
  double points[20];
  guint n = 0;

  /* However short it is, it can be seen. */
  if (end - start < 2)
    end = start + 2;

#define POINT(px, py) (points[2 * n] = (px), points[2 * n + 1] = (py), n++)
  if (mark->open_start)
    {
      double inner = MIN (start + ARROW, end);

      POINT (inner, y - half);
      POINT (inner, y - half - 2);
      POINT (start, y);
      POINT (inner, y + half + 2);
      POINT (inner, y + half);
    }
  else
    {
      POINT (start, y - half);
      POINT (start, y + half);
    }
  if (mark->open_end)
    {
      double inner = MAX (end - ARROW, start);

      POINT (inner, y + half);
      POINT (inner, y + half + 2);
      POINT (end, y);
      POINT (inner, y - half - 2);
      POINT (inner, y - half);
    }
  else
    {
      POINT (end, y + half);
      POINT (end, y - half);
    }
#undef POINT
  add_polygon (svg, points, n, tones[mark->tone].colour);
}

static void
add_marks (GString          *svg,
           const FbChartRow *row,
           double            y)
{
  for (guint i = 0; i < row->n_marks; i++)
    {
      const FbMark *mark = &row->marks[i];
      double x = LABELS + SPACE + mark->start * PLOT;
      const double diamond[] = { x, y - 6, x + 5, y, x, y + 6, x - 5, y };

      switch (mark->shape)
        {
        case FB_MARK_BAR:
          add_bar (svg, mark, y);
          break;
        case FB_MARK_POINT:
          add_polygon (svg, diamond, 4, tones[mark->tone].colour);
          break;
        case FB_MARK_LIMIT:
          add_line (svg, x, y - 9, y + 9, 2.5, INK);
          break;
        }
    }
}

static double
add_row (GString          *svg,
         const FbChartRow *row,
         double            y)
{
  gboolean heading = row->level == 0;
  double indent = row->level > 1 ? (row->level - 1) * INDENT : 0;
  double size = row->level > 1 ? SMALL_SIZE : TEXT_SIZE;
  g_autofree char *name
      = row->number != NULL ? g_strconcat (row->number, " ", row->label, NULL) : g_strdup (row->label);
  g_autoptr (GPtrArray) labels
      = break_lines (name, heading ? WIDTH : LABELS - indent, heading ? TEXT_SIZE * 1.06 : size);
  g_autoptr (GPtrArray) details = break_lines (row->detail != NULL ? row->detail : "", DETAILS, SMALL_SIZE);
  guint n_lines = MAX (MAX (labels->len, details->len), 1);
  double height = n_lines * LINE + ROW_SPACE + (heading ? 4 : 0);
  double baseline = y + ROW_SPACE / 2 + LINE - 3 + (heading ? 4 : 0);

  /* A heading stands on the lines of the scale. */
  if (heading)
    add_rect (svg, 0, y, WIDTH, height, "#ffffff");
  add_lines (svg, labels, indent, baseline, "start", size, row->level > 1 ? DIM : INK, heading);
  add_lines (svg, details, LABELS + PLOT + 2 * SPACE, baseline, "start", SMALL_SIZE, DIM, FALSE);
  add_marks (svg, row, baseline - 4);

  return height;
}

static void
add_scale (FbChart *chart,
           GString *svg,
           double   top,
           double   bottom)
{
  guint n_ticks, n_zones;
  const FbTick *ticks = fb_chart_get_ticks (chart, &n_ticks);
  const FbZone *zones = fb_chart_get_zones (chart, &n_zones);

  for (guint i = 0; i < n_zones; i++)
    {
      double start = LABELS + SPACE + zones[i].start * PLOT;
      double width = (zones[i].end - zones[i].start) * PLOT;

      add_rect (svg, start, top, MAX (width - (zones[i].apart ? 1 : 0), 0), bottom - top,
                zones[i].apart ? APART : TERM);
      if (zones[i].apart)
        add_text (svg, start + width / 2, top - 5, "middle", SMALL_SIZE - 1, DIM, FALSE, zones[i].label, -1);
      else
        add_text (svg, start + width / 2, top - 5 - LINE, "middle", SMALL_SIZE - 1, DIM, FALSE, zones[i].label, -1);
    }
  for (guint i = 0; i < n_ticks; i++)
    {
      add_line (svg, LABELS + SPACE + ticks[i].place * PLOT, top, bottom, 1, GRID);
      if (ticks[i].label != NULL)
        add_text (svg, LABELS + SPACE + ticks[i].label_place * PLOT, top - 5, "middle", SMALL_SIZE - 1, DIM, FALSE,
                  ticks[i].label, -1);
    }
}

/**
 * fb_chart_to_svg:
 * @first: the first row to draw
 * @n_rows: how many, or as many as there are
 * @title: what the figure is called
 * @description: what it shows, in words
 *
 * Returns: (transfer full): rows of the chart below their scale, as an SVG 1.1 document
 */
char *
fb_chart_to_svg (FbChart    *chart,
                 guint       first,
                 guint       n_rows,
                 const char *title,
                 const char *description)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GString) scale = g_string_new (NULL);
  g_autofree char *safe_title = g_markup_escape_text (title, -1);
  g_autofree char *safe_description = g_markup_escape_text (description, -1);
  guint n_zones;
  const FbZone *zones = fb_chart_get_zones (chart, &n_zones);
  double top = 20 + (n_zones > 0 && !zones[0].apart ? LINE : 0);
  double y = top + 2;
  GString *svg;

  for (guint i = first; i < chart->rows->len && i - first < n_rows; i++)
    y += add_row (rows, g_ptr_array_index (chart->rows, i), y);
  y += 4;
  add_scale (chart, scale, top, y);

  svg = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\"");
  add_number (svg, "width", WIDTH);
  add_number (svg, "height", y);
  g_string_append_printf (svg,
                          " viewBox=\"0 0 %d %d\" font-family=\"Liberation Sans, Arial, Helvetica, sans-serif\">\n",
                          (int) WIDTH, (int) y);
  g_string_append_printf (svg, "<title>%s</title>\n<desc>%s</desc>\n", safe_title, safe_description);
  add_rect (svg, 0, 0, WIDTH, y, "#ffffff");
  g_string_append (svg, scale->str);
  g_string_append (svg, rows->str);
  g_string_append (svg, "</svg>\n");

  return g_string_free (svg, FALSE);
}
