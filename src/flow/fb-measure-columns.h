/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "flow/fb-composer.h"

G_BEGIN_DECLS

/* The columns in which measures are printed. Private to this room. */

typedef enum
{
  FB_MEASURE_NUMBER,  /* the number of the measure */
  FB_MEASURE_TITLE,   /* title, text, steps, and what has no column */
  FB_MEASURE_VALUE,   /* what the measure says */
  FB_MEASURE_STEPPED, /* what the measure says, and then each of its steps: "(1) ..." */
} FbMeasurePlace;

typedef struct
{
  FbMeasurePlace place;
  const FbProperty *property;
  FbColumnRole role;
  char *heading;
  double width;    /* hundredths, 0 for what the role needs */
  gboolean chosen; /* asked for by the user rather than there by default */
} FbMeasureColumn;

GPtrArray *_fb_measure_columns_new   (FbComposer            *composer,
                                      FbNode                *table,
                                      gboolean               complete);
void       _fb_measure_columns_begin (FbComposer            *composer,
                                      GPtrArray             *columns);
void       _fb_measure_columns_row   (FbComposer            *composer,
                                      GPtrArray             *columns,
                                      FbNode                *measure);
FbText    *_fb_measure_column_value  (FbComposer            *composer,
                                      GPtrArray             *columns,
                                      const FbMeasureColumn *column,
                                      FbNode                *measure,
                                      gboolean               titled);

G_END_DECLS
