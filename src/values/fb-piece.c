/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "values/fb-piece.h"

/**
 * fb_piece_highest:
 * @kind: a kind of piece
 *
 * Returns: the highest number that such a piece can have, 0 for kinds that are not counted
 */
int
fb_piece_highest (FbPieceKind kind)
{
  switch (kind)
    {
    case FB_PIECE_DAY:
      return 31;
    case FB_PIECE_QUARTER:
      return 4;
    case FB_PIECE_HALF:
      return 2;
    case FB_PIECE_WEEK:
      return 53;
    default:
      return 0;
    }
}

/* Two digits mean the century people live in: concepts look forty years back and far ahead. */
static int
complete_year (int two_digits)
{
  return two_digits < 80 ? 2000 + two_digits : 1900 + two_digits;
}

static gboolean
is_number (const FbToken *token, guint min_digits, guint max_digits)
{
  return token->kind == FB_TOKEN_NUMBER && token->digits >= min_digits && token->digits <= max_digits;
}

static gboolean
is_glued_mark (const FbToken *token, guint32 mark)
{
  return fb_token_is_mark (token, mark) && token->glued;
}

static gboolean
is_glued_number (const FbToken *token, guint min_digits, guint max_digits)
{
  return is_number (token, min_digits, max_digits) && token->glued;
}

/* What may stand glued to the front of a year without making another word of it. */
static gboolean
may_precede_glued (const FbToken *token)
{
  switch (token->word)
    {
    case FB_WORD_FROM:
    case FB_WORD_UNTIL:
    case FB_WORD_HALF:
    case FB_WORD_QUARTER:
    case FB_WORD_MONTH:
    case FB_WORD_SEASON:
    case FB_WORD_SCHOOL_YEAR:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * fb_piece_year:
 * @tokens: tokens
 * @i: one of them
 *
 * Returns: the year (1900 to 2199) when the token is one, standing for itself: not a part of a number or of a
 *   reference, not an amount, not a count; else 0
 */
int
fb_piece_year (const FbToken *tokens, guint i)
{
  const FbToken *token = &tokens[i];
  const FbToken *next = &tokens[i + 1];

  if (!is_number (token, 4, 4) || token->number < 1900 || token->number > 2199)
    return 0;

  if (i > 0)
    {
      const FbToken *before = &tokens[i - 1];

      if (before->kind == FB_TOKEN_WORD && token->glued && !may_precede_glued (before))
        return 0;
      if (fb_token_is_word (before, FB_WORD_LABEL) || fb_token_is_mark (before, 0xa7))
        return 0;
      /* "Nr. 2016" */
      if (fb_token_is_mark (before, '.') && i > 1 && fb_token_is_word (&tokens[i - 2], FB_WORD_LABEL))
        return 0;
    }

  if (next->kind == FB_TOKEN_WORD)
    {
      switch (next->word)
        {
        case FB_WORD_EURO:
        case FB_WORD_FOREIGN:
        case FB_WORD_SCALE:
        case FB_WORD_SCALED_EURO:
        case FB_WORD_UNIT:
          return 0;
        default:
          if (next->glued && next->word != FB_WORD_ONWARDS && next->word != FB_WORD_LETTER_Q)
            return 0;
        }
    }

  if (next->kind == FB_TOKEN_MARK && next->glued && is_glued_number (&tokens[i + 2], 1, 255))
    {
      const FbToken *after = &tokens[i + 2];

      if (next->mark == '.' || (next->mark == ',' && after->digits != 4))
        return 0;
      /* "2016/123" is the number of a paper, "2016/2017" and "2016/17" are years. */
      if (next->mark == '/' && after->digits > 2
          && !(after->digits == 4 && after->number >= 1900 && after->number <= 2199))
        return 0;
    }
  if (next->kind == FB_TOKEN_MARK && next->glued && next->mark == ',' && fb_token_is_mark (&tokens[i + 2], '-')
      && tokens[i + 2].glued)
    return 0;

  return token->number;
}

/* Words between a piece and its year: "3. Quartal des Jahres 2018", "Mai, 2018", "Q3/2018", "Anfang of 2018". */
static guint
read_year (const FbToken *tokens, guint i, gboolean two_digits, int *year)
{
  guint at = i;

  if ((fb_token_is_mark (&tokens[at], '/') || fb_token_is_mark (&tokens[at], ',') || is_glued_mark (&tokens[at], '-'))
      && !tokens[at].breaks)
    at++;
  if (is_glued_mark (&tokens[at], '\'')
      || (fb_token_is_mark (&tokens[at], '\'') && is_glued_number (&tokens[at + 1], 2, 2)))
    {
      if (!is_glued_number (&tokens[at + 1], 2, 2))
        return 0;
      *year = complete_year (tokens[at + 1].number);
      return at + 2;
    }
  for (guint skipped = 0; skipped < 3; skipped++)
    {
      const FbToken *token = &tokens[at];

      if (token->breaks || token->kind != FB_TOKEN_WORD
          || (token->word != FB_WORD_FILLER && token->word != FB_WORD_YEAR && token->word != FB_WORD_OF
              && token->word != FB_WORD_IN))
        break;
      at++;
    }

  *year = fb_piece_year (tokens, at);
  if (*year != 0)
    return at + 1;

  /* "Q3/18" */
  if (two_digits && at == i + 1 && is_glued_mark (&tokens[i], '/') && is_glued_number (&tokens[at], 2, 2)
      && tokens[at + 1].kind != FB_TOKEN_NUMBER && !is_glued_mark (&tokens[at + 1], '/'))
    {
      *year = complete_year (tokens[at].number);
      return at + 1;
    }

  return 0;
}

/**
 * fb_piece_skip_second_year:
 * @tokens: tokens
 * @i: the index behind a year
 * @year: that year
 *
 * Winters, winter terms and school years are named after both of their years.
 *
 * Returns: the index behind "/18" or "/2018" when the year that follows @year stands there, else @i
 */
guint
fb_piece_skip_second_year (const FbToken *tokens, guint i, int year)
{
  const FbToken *second = &tokens[i + 1];

  if (!fb_token_is_mark (&tokens[i], '/') && !is_glued_mark (&tokens[i], '-'))
    return i;
  if (is_number (second, 2, 2) && second->number == (year + 1) % 100)
    return i + 2;
  if (is_number (second, 4, 4) && second->number == year + 1)
    return i + 2;

  return i;
}

static guint
finish_piece (const FbToken *tokens, FbPiece *piece, FbPieceKind kind, int number, guint next)
{
  int year = 0;
  guint after;

  piece->kind = kind;
  piece->number = number;
  after = read_year (tokens, next, kind != FB_PIECE_DAY && kind != FB_PIECE_MONTH, &year);
  if (after != 0)
    {
      piece->year = year;
      next = after;
      if (kind == FB_PIECE_SCHOOL_YEAR
          || (kind == FB_PIECE_SEASON && (number == FB_SEASON_WINTER || number == FB_SEASON_WINTER_TERM)))
        next = fb_piece_skip_second_year (tokens, next, year);
    }
  piece->next = next;

  return next;
}

static gboolean
unit_of_word (const FbToken *token, FbPieceKind *kind)
{
  if (token->kind != FB_TOKEN_WORD)
    return FALSE;

  switch (token->word)
    {
    case FB_WORD_QUARTER:
    case FB_WORD_LETTER_Q:
      *kind = FB_PIECE_QUARTER;
      return TRUE;
    case FB_WORD_HALF:
      *kind = FB_PIECE_HALF;
      return TRUE;
    case FB_WORD_WEEK:
      *kind = FB_PIECE_WEEK;
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * fb_piece_skip_stop:
 * @tokens: tokens
 * @i: one of them
 *
 * Returns: the index behind the full stop of an abbreviation or an ordinal, @i when there is none
 */
guint
fb_piece_skip_stop (const FbToken *tokens, guint i)
{
  return is_glued_mark (&tokens[i], '.') ? i + 1 : i;
}

/* A number that counts something: behind it, from @i on, comes a unit, a month or the next number of a list. */
static guint
read_counted (const FbToken *tokens, guint i, int number, gboolean roman, FbPiece *piece)
{
  FbPieceKind kind;

  if (fb_token_is_word (&tokens[i], FB_WORD_MONTH) && !roman)
    {
      if (number < 1 || number > 31)
        return 0;
      piece->month = tokens[i].value;
      return finish_piece (tokens, piece, FB_PIECE_DAY, number, fb_piece_skip_stop (tokens, i + 1));
    }
  if (unit_of_word (&tokens[i], &kind))
    {
      if (number < 1 || number > fb_piece_highest (kind))
        return 0;
      return finish_piece (tokens, piece, kind, number, fb_piece_skip_stop (tokens, i + 1));
    }

  piece->kind = FB_PIECE_BARE;
  piece->number = number;
  piece->roman = roman;
  piece->next = i;

  return i;
}

/**
 * fb_piece_read_same:
 * @tokens: tokens
 * @i: where to read
 * @kind: the kind of the piece before the separator
 * @piece: (out): the piece; zeroed before
 *
 * "Q1-3 2018", "KW 12-14/2018": the unit stands before the first number only.
 *
 * Returns: the index behind the number, 0 when there is none that @kind can have
 */
guint
fb_piece_read_same (const FbToken *tokens, guint i, FbPieceKind kind, FbPiece *piece)
{
  const FbToken *token = &tokens[i];
  guint next = fb_piece_skip_stop (tokens, i + 1);
  int number = is_number (token, 1, 2)                   ? (int) token->number
               : fb_token_is_word (token, FB_WORD_ROMAN) ? token->value
                                                         : 0;
  FbPieceKind own;

  if (kind != FB_PIECE_QUARTER && kind != FB_PIECE_HALF && kind != FB_PIECE_WEEK)
    return 0;
  if (number < 1 || number > fb_piece_highest (kind))
    return 0;
  if (unit_of_word (&tokens[next], &own) || fb_token_is_word (&tokens[next], FB_WORD_MONTH)
      || (is_glued_mark (&tokens[i + 1], '.') && is_glued_number (&tokens[i + 2], 1, 255)))
    return 0;

  piece->first = i;
  return finish_piece (tokens, piece, kind, number, next);
}

static guint
read_numeric_date (const FbToken *tokens, guint i, FbPiece *piece)
{
  /* The day, its stop and the month are there. */
  int day = tokens[i].number;
  int month = tokens[i + 2].number;
  guint next = i + 3;

  if (day < 1 || day > 31 || month < 1 || month > 12)
    return 0;

  piece->kind = FB_PIECE_DAY;
  piece->number = day;
  piece->month = month;
  if (!is_glued_mark (&tokens[next], '.'))
    {
      /* "01.02 2012" is a date, "4.2" is not. */
      piece->year = fb_piece_year (tokens, next);
      if (piece->year == 0 || tokens[next].glued)
        return 0;
      return piece->next = next + 1;
    }
  next++;

  if (is_number (&tokens[next], 4, 4))
    {
      piece->year = fb_piece_year (tokens, next);
      if (piece->year == 0)
        return tokens[next].glued ? 0 : (piece->next = next);
      next++;
    }
  else if (is_glued_number (&tokens[next], 2, 2) && !is_glued_mark (&tokens[next + 1], ':'))
    {
      piece->year = complete_year (tokens[next].number);
      next++;
      /* "12.10.08.2": the number of something */
      if (is_glued_mark (&tokens[next], '.') && is_glued_number (&tokens[next + 1], 1, 255))
        return 0;
    }
  else if (is_glued_number (&tokens[next], 1, 255))
    {
      return 0;
    }

  return piece->next = next;
}

static guint
read_small_number (const FbToken *tokens, guint i, FbPiece *piece)
{
  const FbToken *token = &tokens[i];
  guint next = i + 1;

  if (is_glued_mark (&tokens[next], '.'))
    {
      if (is_number (&tokens[i + 2], 1, 2) && (tokens[i + 2].glued || is_glued_mark (&tokens[i + 3], '.')))
        return read_numeric_date (tokens, i, piece);
      if (is_glued_number (&tokens[i + 2], 4, 4) && token->number >= 1 && token->number <= 12)
        {
          piece->kind = FB_PIECE_MONTH;
          piece->number = token->number;
          piece->year = fb_piece_year (tokens, i + 2);
          return piece->year == 0 ? 0 : (piece->next = i + 3);
        }
      if (is_glued_number (&tokens[i + 2], 1, 255))
        return 0;
      next++;
    }
  else if (is_glued_mark (&tokens[next], '/') && is_glued_number (&tokens[i + 2], 4, 4))
    {
      /* "05/2018", but "17/2016" is the number of a paper. */
      piece->kind = FB_PIECE_MONTH;
      piece->number = token->number;
      piece->year = fb_piece_year (tokens, i + 2);
      if (piece->year == 0 || token->number < 1 || token->number > 12 || is_glued_mark (&tokens[i + 3], '/')
          || (i > 0 && fb_token_is_word (&tokens[i - 1], FB_WORD_LABEL))
          || (i > 1 && fb_token_is_mark (&tokens[i - 1], '.') && fb_token_is_word (&tokens[i - 2], FB_WORD_LABEL)))
        return 0;
      return piece->next = i + 3;
    }
  else if (fb_token_is_word (&tokens[next], FB_WORD_ORDINAL_SUFFIX) && tokens[next].glued)
    {
      next++;
      if (fb_token_is_word (&tokens[next], FB_WORD_OF))
        next++;
    }

  return read_counted (tokens, next, token->number, FALSE, piece);
}

static guint
read_year_piece (const FbToken *tokens, guint i, FbPiece *piece)
{
  FbPiece later = { 0 };
  guint at = i + 1;

  /* ISO 8601 */
  if (is_glued_mark (&tokens[i + 1], '-') && is_glued_number (&tokens[i + 2], 2, 2))
    {
      int month = tokens[i + 2].number;

      if (is_glued_mark (&tokens[i + 3], '-') && is_glued_number (&tokens[i + 4], 2, 2))
        {
          piece->kind = FB_PIECE_DAY;
          piece->year = tokens[i].number;
          piece->month = month;
          piece->number = tokens[i + 4].number;
          if (month < 1 || month > 12)
            return 0;
          return piece->next = i + 5;
        }
      /* "2014-05" is a month, "2010-12" three years: people write the second, programs the first. */
      if (tokens[i].number >= 1900 && tokens[i].number <= 2199 && month >= 1 && month <= 12
          && month <= tokens[i].number % 100)
        {
          piece->kind = FB_PIECE_MONTH;
          piece->number = month;
          piece->year = tokens[i].number;
          return piece->next = i + 3;
        }
    }

  piece->kind = FB_PIECE_YEAR;
  piece->year = fb_piece_year (tokens, i);
  piece->next = i + 1;
  if (piece->year == 0)
    return 0;

  /* "2018, 3. Quartal", "2018/II", "2018 Q3" */
  if (is_glued_mark (&tokens[at], '/') || fb_token_is_mark (&tokens[at], ',')
      || (is_glued_mark (&tokens[at], '-') && tokens[at + 1].glued))
    at++;
  if (tokens[at].breaks)
    return piece->next;
  if (is_number (&tokens[at], 1, 1))
    {
      if (read_counted (tokens, fb_piece_skip_stop (tokens, at + 1), tokens[at].number, FALSE, &later) == 0)
        return piece->next;
    }
  else if (tokens[at].kind == FB_TOKEN_WORD)
    {
      if (tokens[at].word == FB_WORD_LETTER_Q && is_glued_number (&tokens[at + 1], 1, 1) && tokens[at + 1].number >= 1
          && tokens[at + 1].number <= 4)
        finish_piece (tokens, &later, FB_PIECE_QUARTER, tokens[at + 1].number, at + 2);
      else if (tokens[at].word == FB_WORD_ROMAN && tokens[at].capital)
        {
          if (read_counted (tokens, fb_piece_skip_stop (tokens, at + 1), tokens[at].value, TRUE, &later) == 0)
            return piece->next;
          if (later.kind == FB_PIECE_BARE && is_glued_mark (&tokens[i + 1], '/'))
            later.kind = FB_PIECE_QUARTER;
        }
    }
  if ((later.kind == FB_PIECE_QUARTER || later.kind == FB_PIECE_HALF) && later.year == 0)
    {
      piece->kind = later.kind;
      piece->number = later.number;
      piece->next = later.next;
    }

  return piece->next;
}

/* "Mitte", "Mitte des Jahres 2018", "Ende Mai 2018", "mid-2018", "end of the 3rd quarter" */
static guint
read_part (const FbToken *tokens, guint i, FbPiece *piece)
{
  FbPiece inner = { 0 };
  guint at = i + 1;
  guint next;

  if (is_glued_mark (&tokens[at], '-') && tokens[at + 1].glued)
    at++;
  while (tokens[at].kind == FB_TOKEN_WORD && !tokens[at].breaks
         && (tokens[at].word == FB_WORD_FILLER || tokens[at].word == FB_WORD_OF))
    at++;
  if (!tokens[at].breaks && tokens[at].kind != FB_TOKEN_END && !fb_token_is_word (&tokens[at], FB_WORD_PART)
      && fb_piece_year (tokens, at) == 0)
    {
      next = fb_piece_read (tokens, at, &inner);
      if (next != 0 && inner.kind != FB_PIECE_BARE && inner.kind != FB_PIECE_YEAR && inner.kind != FB_PIECE_DAY)
        {
          guint first = piece->first;

          *piece = inner;
          piece->first = first;
          return next;
        }
    }

  return finish_piece (tokens, piece, FB_PIECE_PART, tokens[i].value,
                       i + 1 + (at > i + 1 && tokens[i + 1].kind == FB_TOKEN_MARK));
}

static guint
read_month (const FbToken *tokens, guint i, FbPiece *piece)
{
  guint next = fb_piece_skip_stop (tokens, i + 1);
  guint at;

  /* "May 3, 2014", "May 3rd" */
  if (is_number (&tokens[next], 1, 2) && !tokens[next].breaks && tokens[next].number >= 1 && tokens[next].number <= 31
      && next == i + 1)
    {
      int year;

      at = next + 1;
      if (fb_token_is_word (&tokens[at], FB_WORD_ORDINAL_SUFFIX) && tokens[at].glued)
        at++;
      if (read_year (tokens, at, FALSE, &year) != 0)
        {
          piece->month = tokens[i].value;
          return finish_piece (tokens, piece, FB_PIECE_DAY, tokens[next].number, at);
        }
    }

  return finish_piece (tokens, piece, FB_PIECE_MONTH, tokens[i].value, next);
}

static guint
read_word_piece (const FbToken *tokens, guint i, FbPiece *piece)
{
  const FbToken *token = &tokens[i];
  FbPieceKind kind;

  switch (token->word)
    {
    case FB_WORD_MONTH:
      return read_month (tokens, i, piece);
    case FB_WORD_PART:
      return read_part (tokens, i, piece);
    case FB_WORD_SEASON:
      return finish_piece (tokens, piece, FB_PIECE_SEASON, token->value, i + 1);
    case FB_WORD_SCHOOL_YEAR:
      return finish_piece (tokens, piece, FB_PIECE_SCHOOL_YEAR, 0, i + 1);
    case FB_WORD_SCHOOL:
      /* "Kita-Jahr", "school year" */
      if (fb_token_is_word (&tokens[i + 1], FB_WORD_YEAR))
        return finish_piece (tokens, piece, FB_PIECE_SCHOOL_YEAR, 0, i + 2);
      if (is_glued_mark (&tokens[i + 1], '-') && fb_token_is_word (&tokens[i + 2], FB_WORD_YEAR))
        return finish_piece (tokens, piece, FB_PIECE_SCHOOL_YEAR, 0, i + 3);
      return 0;
    case FB_WORD_ROMAN:
      if (!token->capital)
        return 0;
      /* "III/2018" */
      if (is_glued_mark (&tokens[i + 1], '/') && is_glued_number (&tokens[i + 2], 4, 4)
          && fb_piece_year (tokens, i + 2) != 0)
        return finish_piece (tokens, piece, FB_PIECE_QUARTER, token->value, i + 1);
      return read_counted (tokens, fb_piece_skip_stop (tokens, i + 1), token->value, TRUE, piece);
    case FB_WORD_ORDINAL:
      return read_counted (tokens, i + 1, token->value, FALSE, piece);
    case FB_WORD_LETTER_H:
      if (!is_glued_number (&tokens[i + 1], 1, 1) || tokens[i + 1].number < 1 || tokens[i + 1].number > 2)
        return 0;
      return finish_piece (tokens, piece, FB_PIECE_HALF, tokens[i + 1].number, i + 2);
    default:
      break;
    }

  /* "Quartal 3", "Q3", "KW 12", "Halbjahr II" */
  if (unit_of_word (token, &kind))
    {
      const FbToken *counted = &tokens[fb_piece_skip_stop (tokens, i + 1)];
      int number = 0;

      if (is_number (counted, 1, 2))
        number = counted->number;
      else if (fb_token_is_word (counted, FB_WORD_ROMAN))
        number = counted->value;
      if (number >= 1 && number <= fb_piece_highest (kind))
        return finish_piece (tokens, piece, kind, number, counted - tokens + 1);
    }

  return 0;
}

/**
 * fb_piece_read:
 * @tokens: tokens
 * @i: where to read
 * @piece: (out): the piece; zeroed before
 *
 * Returns: the index behind the piece that begins at @i, 0 when there is none
 */
guint
fb_piece_read (const FbToken *tokens, guint i, FbPiece *piece)
{
  const FbToken *token = &tokens[i];

  piece->first = i;
  if (token->kind == FB_TOKEN_WORD)
    return read_word_piece (tokens, i, piece);
  if (token->kind != FB_TOKEN_NUMBER)
    return 0;
  if (i > 0 && token->glued && tokens[i - 1].kind == FB_TOKEN_WORD && !may_precede_glued (&tokens[i - 1]))
    return 0;
  if (token->digits == 4)
    return read_year_piece (tokens, i, piece);
  if (token->digits <= 2)
    return read_small_number (tokens, i, piece);

  return 0;
}

/**
 * fb_piece_read_short_year:
 * @tokens: tokens
 * @i: where to read
 * @before: the piece before the separator
 * @piece: (out): the piece; zeroed before
 *
 * "2013/14", "2021-25": what follows a year may be another one in short.
 *
 * Returns: the index behind it, 0 when there is none
 */
guint
fb_piece_read_short_year (const FbToken *tokens, guint i, const FbPiece *before, FbPiece *piece)
{
  int year;

  if (before->kind != FB_PIECE_YEAR || !is_glued_number (&tokens[i], 2, 2) || is_glued_mark (&tokens[i + 1], '.'))
    return 0;
  if (before->next != before->first + 1)
    return 0;

  year = before->year - before->year % 100 + tokens[i].number;
  if (year <= before->year)
    return 0;
  piece->kind = FB_PIECE_YEAR;
  piece->year = year;
  piece->first = i;
  piece->next = i + 1;

  return piece->next;
}
