/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "values/fb-span.h"

#include "values/fb-piece.h"

#include <string.h>

/* How a stretch of time is read: words give pieces ("1.", "Herbst", "05.07.", "2018/19"), separators chain them, and
 * what a piece lacks it takes from its neighbours: in "1. bis 3. Quartal 2018" the first has neither a unit nor a year.
 */

/* The first and the last month of the named parts of a year; months above 12 lie in the next year. */
static const struct
{
  gint8 first;
  gint8 last;
} parts[] = { { 0, 0 }, { 1, 4 }, { 5, 8 }, { 9, 12 } },
  seasons[] = { { 0, 0 }, { 3, 5 }, { 6, 8 }, { 9, 11 }, { 12, 14 }, { 4, 9 }, { 10, 15 } };

static guint
read_link (const FbToken *tokens, guint i, FbLink *link)
{
  const FbToken *token = &tokens[i];

  *link = FB_LINK_NONE;
  if (token->kind == FB_TOKEN_MARK)
    {
      switch (token->mark)
        {
        case '-':
          /* A dash that begins a line is a bullet. */
          if (token->breaks)
            return i;
          *link = FB_LINK_RANGE;
          return i + 1;
        case FB_MARK_DOTS:
          *link = FB_LINK_RANGE;
          return i + 1;
        case '/':
        case ',':
        case '+':
          *link = FB_LINK_LIST;
          return i + 1;
        default:
          return i;
        }
    }
  if (token->kind != FB_TOKEN_WORD)
    return i;

  switch (token->word)
    {
    case FB_WORD_UNTIL:
      *link = FB_LINK_RANGE;
      break;
    case FB_WORD_AND:
    case FB_WORD_OR:
      *link = FB_LINK_LIST;
      break;
    default:
      return i;
    }
  i++;
  while (tokens[i].kind == FB_TOKEN_WORD
         && (tokens[i].word == FB_WORD_FILLER || tokens[i].word == FB_WORD_YEAR || tokens[i].word == FB_WORD_ABOUT
             || tokens[i].word == FB_WORD_LATEST || tokens[i].word == FB_WORD_WEEKDAY))
    i = fb_piece_skip_stop (tokens, i + 1);

  return i;
}

static FbDay
make_day (int year, int month, int day)
{
  FbDay result = { year + (month > 12), month > 12 ? month - 12 : month, day };

  return result;
}

static FbDay
monday_of_week (int year, int week)
{
  /* The fourth of January lies in week 1. */
  FbDay fourth = { year, 1, 4 };
  GDate date;
  FbDay day;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, fb_day_first_julian (&fourth) - (fb_day_get_weekday (&fourth) - 1) + 7 * (week - 1));
  day.year = g_date_get_year (&date);
  day.month = g_date_get_month (&date);
  day.day = g_date_get_day (&date);

  return day;
}

/* Returns FALSE for a day that the calendar does not have. */
static gboolean
resolve_piece (const FbPiece *piece, FbDay *from, FbDay *to, FbDay *stop)
{
  int year = piece->year;

  *stop = make_day (year, 0, 0);
  switch (piece->kind)
    {
    case FB_PIECE_DAY:
      if (!g_date_valid_dmy (piece->number, piece->month, year))
        return FALSE;
      *from = *to = *stop = make_day (year, piece->month, piece->number);
      return TRUE;
    case FB_PIECE_MONTH:
      *from = *to = *stop = make_day (year, piece->number, 0);
      return TRUE;
    case FB_PIECE_PART:
      *from = make_day (year, parts[piece->number].first, 0);
      *to = make_day (year, parts[piece->number].last, 0);
      return TRUE;
    case FB_PIECE_SEASON:
      *from = make_day (year, seasons[piece->number].first, 0);
      *to = make_day (year, seasons[piece->number].last, 0);
      return TRUE;
    case FB_PIECE_QUARTER:
      *from = make_day (year, piece->number * 3 - 2, 0);
      *to = make_day (year, piece->number * 3, 0);
      return TRUE;
    case FB_PIECE_HALF:
      *from = make_day (year, piece->number * 6 - 5, 0);
      *to = make_day (year, piece->number * 6, 0);
      return TRUE;
    case FB_PIECE_WEEK:
      *from = monday_of_week (year, piece->number);
      *to = *from;
      for (guint i = 0; i < 6; i++)
        *to = fb_day_next (to);
      return TRUE;
    case FB_PIECE_SCHOOL_YEAR:
      *from = make_day (year, 8, 0);
      *to = make_day (year, 19, 0);
      return TRUE;
    case FB_PIECE_YEAR:
      *from = *to = *stop;
      return TRUE;
    case FB_PIECE_BARE:
      return FALSE;
    }

  return FALSE;
}

/* The month in which a piece without a year begins, to see whether it lies before or behind its neighbour. */
static int
month_of_piece (const FbPiece *piece)
{
  FbPiece dated = *piece;
  FbDay from = { 0 };
  FbDay to, stop;

  dated.year = 2000;
  resolve_piece (&dated, &from, &to, &stop);

  return from.month;
}

static void
inherit_unit (FbPiece *piece, const FbPiece *right)
{
  if (piece->kind != FB_PIECE_BARE)
    return;
  if (right->kind == FB_PIECE_DAY && !piece->roman)
    {
      piece->kind = FB_PIECE_DAY;
      piece->month = right->month;
    }
  else if (right->kind == FB_PIECE_QUARTER || right->kind == FB_PIECE_HALF || right->kind == FB_PIECE_WEEK)
    {
      piece->kind = right->kind;
    }
  else
    {
      return;
    }
  if (piece->number < 1 || piece->number > fb_piece_highest (piece->kind))
    piece->kind = FB_PIECE_BARE;
}

/* Gives the pieces what they lack. Returns how many of them, from the first, have a date then. */
static guint
complete_pieces (FbPiece *pieces, guint n)
{
  guint dated = 0;

  for (guint i = n; i-- > 0;)
    {
      FbPiece *piece = &pieces[i];
      const FbPiece *right = &pieces[i + 1];

      if (i + 1 == n)
        continue;
      inherit_unit (piece, right);
      if (piece->year != 0 || right->year == 0 || piece->kind == FB_PIECE_BARE)
        continue;
      piece->year = right->year;
      if (right->link == FB_LINK_RANGE && right->kind != FB_PIECE_YEAR
          && month_of_piece (piece) > month_of_piece (right))
        piece->year--;
    }

  while (dated < n && pieces[dated].kind != FB_PIECE_BARE)
    {
      FbPiece *piece = &pieces[dated];

      if (piece->year == 0)
        {
          const FbPiece *left = &pieces[MAX (dated, 1) - 1];

          /* "Januar 2018 bis März" */
          if (dated == 0 || left->kind == FB_PIECE_YEAR)
            break;
          piece->year = left->year;
          if (piece->link == FB_LINK_RANGE && month_of_piece (piece) < month_of_piece (left))
            piece->year++;
        }
      dated++;
    }

  return dated;
}

/* Reads pieces from @i on as long as separators join them. Returns how many. */
static guint
read_pieces (const FbToken *tokens, guint i, FbPiece *pieces)
{
  guint n = 0;
  guint at = i;
  FbLink link = FB_LINK_NONE;

  while (n < FB_SPAN_STOPS)
    {
      FbPiece *piece = &pieces[n];
      guint next = 0;

      memset (piece, 0, sizeof *piece);
      if (n > 0)
        {
          next = fb_piece_read_short_year (tokens, at, &pieces[n - 1], piece);
          /* "Schuljahr 2017/18 bis 2018/19" */
          if (next == 0 && pieces[n - 1].kind == FB_PIECE_SCHOOL_YEAR && fb_piece_year (tokens, at) != 0)
            {
              piece->first = at;
              piece->kind = FB_PIECE_SCHOOL_YEAR;
              piece->year = tokens[at].number;
              next = piece->next = fb_piece_skip_second_year (tokens, at + 1, piece->year);
            }
        }
      if (next == 0 && n > 0 && pieces[n - 1].year == 0)
        next = fb_piece_read_same (tokens, at, pieces[n - 1].kind, piece);
      if (next == 0)
        next = fb_piece_read (tokens, at, piece);
      if (next == 0)
        break;
      piece->link = link;
      n++;
      at = read_link (tokens, next, &link);
      if (link == FB_LINK_NONE)
        break;
    }

  return n;
}

/**
 * fb_span_read:
 * @tokens: tokens
 * @i: where to read
 * @span: (out caller-allocates): what stands there
 *
 * Reads the stretch of time that begins exactly at @i. Without a year there is none.
 *
 * Returns: whether there is one
 */
gboolean
fb_span_read (const FbToken *tokens, guint i, FbSpan *span)
{
  FbPiece pieces[FB_SPAN_STOPS];
  FbDay last_from = { 0 };
  guint32 first = 0;
  guint32 last = 0;
  guint n;

  if (tokens[i].kind != FB_TOKEN_NUMBER
      && (tokens[i].kind != FB_TOKEN_WORD
          || ((tokens[i].word < FB_WORD_MONTH || tokens[i].word > FB_WORD_ORDINAL) && tokens[i].word != FB_WORD_LETTER_Q
              && tokens[i].word != FB_WORD_LETTER_H)))
    return FALSE;

  n = complete_pieces (pieces, read_pieces (tokens, i, pieces));
  if (n == 0)
    return FALSE;

  span->n_stops = 0;
  span->range = FALSE;
  span->reversed = FALSE;
  for (guint p = 0; p < n; p++)
    {
      const FbPiece *piece = &pieces[p];
      FbSpanStop *stop = &span->stops[p];
      FbDay from, to;

      if (!resolve_piece (piece, &from, &to, &stop->day))
        {
          if (p == 0)
            return FALSE;
          break;
        }
      if (piece->link == FB_LINK_RANGE)
        {
          span->range = TRUE;
          if (fb_day_first_julian (&last_from) > fb_day_last_julian (&to))
            span->reversed = TRUE;
        }
      if (p == 0 || fb_day_first_julian (&from) < first)
        {
          span->from = from;
          first = fb_day_first_julian (&from);
        }
      if (p == 0 || fb_day_last_julian (&to) > last)
        {
          span->to = to;
          span->ends_year = piece->kind == FB_PIECE_PART && piece->number == FB_PART_END;
          last = fb_day_last_julian (&to);
        }
      last_from = from;
      stop->first = piece->first;
      stop->next = piece->next;
      span->next = piece->next;
      span->n_stops++;
    }

  return TRUE;
}
