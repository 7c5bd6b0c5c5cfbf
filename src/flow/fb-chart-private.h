/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "flow/fb-chart.h"
#include "values/fb-day.h"
#include "values/fb-period.h"

G_BEGIN_DECLS

/* What the files that make charts share, and nobody else sees. A chart is filled by them and then handed out. */

struct _FbChart
{
  gatomicrefcount ref_count;
  char *language;        /* of a document, or NULL: the program's */
  GStringChunk *strings; /* every string of the chart */
  const char *title;
  const char *summary;
  GPtrArray *notes;   /* const char *, ends with NULL */
  GArray *ticks;      /* FbTick */
  GArray *zones;      /* FbZone */
  GPtrArray *rows;    /* FbChartRow */
  GArray *columns;    /* FbChartColumn */
  GPtrArray *lines;   /* FbChartLine */
  double first_day;   /* the scale in Julian days, both 0 where it has none */
  double last_day;
  double days_width;  /* the part of the width that the days have */
};

FbChart    *_fb_chart_new        (const char    *language);
const char *_fb_chart_keep       (FbChart       *chart,
                                  const char    *words);
const char *_fb_chart_word       (FbChart       *chart,
                                  const char    *english);
char       *_fb_chart_join       (FbChart       *chart,
                                  const char    *number,
                                  const char    *label);
const char *_fb_chart_one_line   (FbChart       *chart,
                                  const char    *words);
char       *_fb_chart_money      (FbChart       *chart,
                                  gint64         cents);
char       *_fb_chart_day        (FbChart       *chart,
                                  const FbDay   *day);
char       *_fb_chart_period     (FbChart        *chart,
                                  const FbPeriod *period);
void        _fb_chart_note       (FbChart       *chart,
                                  const char    *words);
void        _fb_chart_tick       (FbChart       *chart,
                                  double         place,
                                  double         label_place,
                                  const char    *label);
void        _fb_chart_zone       (FbChart       *chart,
                                  double         start,
                                  double         end,
                                  gboolean       apart,
                                  const char    *label);
FbChartRow *_fb_chart_row        (FbChart       *chart,
                                  const char    *id,
                                  guint          level,
                                  const char    *number,
                                  const char    *label);
void        _fb_chart_marks      (FbChartRow    *row,
                                  GArray        *marks);
void        _fb_chart_column     (FbChart       *chart,
                                  FbColumnRole   role,
                                  const char    *heading,
                                  gboolean       row_heading);
void        _fb_chart_line       (FbChart       *chart,
                                  const char    *id,
                                  const char *const *cells);

G_END_DECLS
