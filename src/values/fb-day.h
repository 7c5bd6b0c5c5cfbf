/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FbDay:
 * @year: the year, or 0 when there is no day at all
 * @month: 1 to 12, or 0 when only the year was typed
 * @day: 1 to 31, or 0 when only the month was typed
 *
 * A day in the precision in which somebody typed it: "2014", "May 2014" and "3 May 2014" stay three things.
 */
typedef struct
{
  gint16 year;
  gint8 month;
  gint8 day;
} FbDay;

gboolean fb_day_is_set       (const FbDay *day);
gboolean fb_day_equal        (const FbDay *a, const FbDay *b);
int      fb_day_compare      (const FbDay *a, const FbDay *b);
guint32  fb_day_first_julian (const FbDay *day);
guint32  fb_day_last_julian  (const FbDay *day);
int      fb_day_get_weekday  (const FbDay *day);
FbDay    fb_day_next         (const FbDay *day);
FbDay    fb_day_previous     (const FbDay *day);
char    *fb_day_to_string    (const FbDay *day);
char    *fb_day_describe     (const FbDay *day);

G_END_DECLS
