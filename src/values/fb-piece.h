/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "values/fb-token.h"

G_BEGIN_DECLS

/**
 * FbPieceKind:
 * @FB_PIECE_BARE: a number of nothing yet: "1." in "1. bis 3. Quartal"
 *
 * The other kinds are what their names say.
 */
typedef enum
{
  FB_PIECE_BARE,
  FB_PIECE_DAY,
  FB_PIECE_MONTH,
  FB_PIECE_PART,
  FB_PIECE_SEASON,
  FB_PIECE_QUARTER,
  FB_PIECE_HALF,
  FB_PIECE_WEEK,
  FB_PIECE_SCHOOL_YEAR,
  FB_PIECE_YEAR,
} FbPieceKind;

typedef enum
{
  FB_LINK_NONE,
  FB_LINK_LIST,
  FB_LINK_RANGE,
} FbLink;

/**
 * FbPiece:
 * @kind: what it is
 * @number: which one: of a day the day, of a season one of FB_SEASON_*, of a part one of FB_PART_*
 * @month: (day) the month
 * @year: the year, 0 when it has none of its own
 * @roman: (bare) the number was roman, so it is no day
 * @link: how it hangs on the piece before
 * @first: index of its first token
 * @next: index behind its last token
 *
 * The smallest part of a stretch of time: "1.", "Herbst", "05.07.", "2018". See fb-span.c for how pieces come together.
 */
typedef struct
{
  FbPieceKind kind;
  int number;
  int month;
  int year;
  gboolean roman;
  FbLink link;
  guint first;
  guint next;
} FbPiece;

guint fb_piece_read             (const FbToken *tokens, guint i, FbPiece *piece);
guint fb_piece_read_short_year  (const FbToken *tokens, guint i, const FbPiece *before, FbPiece *piece);
guint fb_piece_read_same        (const FbToken *tokens, guint i, FbPieceKind kind, FbPiece *piece);
guint fb_piece_skip_second_year (const FbToken *tokens, guint i, int year);
guint fb_piece_skip_stop        (const FbToken *tokens, guint i);
int   fb_piece_highest          (FbPieceKind kind);
int   fb_piece_year             (const FbToken *tokens, guint i);

G_END_DECLS
