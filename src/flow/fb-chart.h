/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-document.h"
#include "flow/fb-flow.h"

G_BEGIN_DECLS

/**
 * FbChart:
 *
 * A figure made of a concept: rows with bars over one scale, and a table that says the same. It knows nothing of
 * colours and sizes: fb_chart_to_svg() draws it for print, the pages of the editor draw it on the screen.
 *
 * A chart is a picture of one moment: immutable and atomically reference-counted, so that it can be drawn in a thread
 * while the document changes. Structs and strings that it hands out are its own and live as long as it.
 */
typedef struct _FbChart FbChart;

typedef enum
{
  FB_MARK_BAR,
  FB_MARK_POINT, /* at start */
  FB_MARK_LIMIT, /* a line at start that a bar should not cross */
} FbMarkShape;

/** FbMarkTone: what a mark is; each drawing gives it a look. */
typedef enum
{
  FB_TONE_PLAIN,
  FB_TONE_SOFT,      /* a part of what the row above shows */
  FB_TONE_PERMANENT, /* goes on without dates */
  FB_TONE_EVENT,
  FB_TONE_OVER,      /* above a limit */
  FB_N_TONES
} FbMarkTone;

/** FbMark: places are parts of the width of the scale, from 0 to 1. */
typedef struct
{
  FbMarkShape shape;
  FbMarkTone tone;
  double start;
  double end;
  gboolean open_start; /* begins earlier, or nobody knows when */
  gboolean open_end;
} FbMark;

/** FbTick: a place on the scale. */
typedef struct
{
  double place;
  const char *label; /* NULL for a line without words */
  double label_place; /* the middle of the label */
} FbTick;

/** FbZone: a stretch of the scale with a meaning of its own, such as the term of the concept. */
typedef struct
{
  double start;
  double end;
  const char *label;
  gboolean apart; /* no part of the scale: what has no date stands there */
} FbZone;

typedef struct
{
  const char *id;     /* of the node it is about, or NULL */
  guint level;        /* 0 a heading, 1 an entry, 2 a part of the entry above */
  const char *number; /* or NULL */
  const char *label;
  const char *detail;      /* a few words behind the bar, or NULL */
  const char *description; /* all that the row shows, in words */
  gboolean alert;          /* something is missing, or too much */
  guint n_marks;
  const FbMark *marks;
} FbChartRow;

typedef struct
{
  const char *heading;
  FbColumnRole role;
  gboolean row_heading;
} FbChartColumn;

/** FbChartLine: a row of the table. */
typedef struct
{
  const char *id;           /* of the node it is about, or NULL */
  const char *const *cells; /* one for each column, NULL where nothing is known */
} FbChartLine;

FbChart             *fb_chart_new_costs    (FbDocument    *document,
                                            const char    *language);
FbChart             *fb_chart_new_timeline (FbDocument    *document,
                                            const char    *language);
FbChart             *fb_chart_new_coverage (FbDocument    *document,
                                            const char    *language);
FbChart             *fb_chart_ref          (FbChart       *chart);
void                 fb_chart_unref        (FbChart       *chart);
const char          *fb_chart_get_title    (FbChart       *chart);
const char          *fb_chart_get_summary  (FbChart       *chart);
const char *const   *fb_chart_get_notes    (FbChart       *chart);
const FbTick        *fb_chart_get_ticks    (FbChart       *chart,
                                            guint         *n_ticks);
const FbZone        *fb_chart_get_zones    (FbChart       *chart,
                                            guint         *n_zones);
guint                fb_chart_get_n_rows   (FbChart       *chart);
const FbChartRow    *fb_chart_get_row      (FbChart       *chart,
                                            guint          index);
const FbChartColumn *fb_chart_get_columns  (FbChart       *chart,
                                            guint         *n_columns);
guint                fb_chart_get_n_lines  (FbChart       *chart);
const FbChartLine   *fb_chart_get_line     (FbChart       *chart,
                                            guint          index);
gboolean             fb_chart_row_equal    (const FbChartRow *a,
                                            const FbChartRow *b);
gboolean             fb_chart_find_day     (FbChart       *chart,
                                            guint32        julian,
                                            double        *place);

char                *fb_chart_to_svg       (FbChart       *chart,
                                            guint          first,
                                            guint          n_rows,
                                            const char    *title,
                                            const char    *description);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FbChart, fb_chart_unref)

G_END_DECLS
