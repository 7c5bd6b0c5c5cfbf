/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a single word can mean to the readers of this room. FB_WORD_OTHER is a word that none of them knows. */
typedef enum
{
  FB_WORD_OTHER,

  /* Parts of the calendar; the value says which. */
  FB_WORD_MONTH,
  FB_WORD_WEEKDAY,
  FB_WORD_SEASON,
  FB_WORD_PART,
  FB_WORD_QUARTER,
  FB_WORD_HALF,
  FB_WORD_WEEK,
  FB_WORD_SCHOOL_YEAR,
  FB_WORD_SCHOOL,
  FB_WORD_YEAR,
  FB_WORD_ROMAN,
  FB_WORD_ORDINAL,
  FB_WORD_ORDINAL_SUFFIX,

  /* Where a span starts and ends. */
  FB_WORD_FROM,
  FB_WORD_UNTIL,
  FB_WORD_AFTER,
  FB_WORD_BEFORE,
  FB_WORD_BEGIN,
  FB_WORD_FINISH,
  FB_WORD_LATEST,
  FB_WORD_EARLIEST,
  FB_WORD_BETWEEN,
  FB_WORD_ONWARDS,
  FB_WORD_NOW,
  FB_WORD_FURTHER,

  /* Without a date. */
  FB_WORD_PERMANENT,
  FB_WORD_RECURRING,
  FB_WORD_YEARLY,
  FB_WORD_MONTHLY,
  FB_WORD_TERM,
  FB_WORD_TERM_STEM,
  FB_WORD_TERM_NOUN,

  /* Money. */
  FB_WORD_EURO,
  FB_WORD_FOREIGN,
  FB_WORD_SCALE,
  FB_WORD_SCALED_EURO,
  FB_WORD_UNIT,
  FB_WORD_COST,
  FB_WORD_MONTH_NOUN,
  FB_WORD_PER,
  FB_WORD_EACH,
  FB_WORD_TOTAL,
  FB_WORD_ONCE,
  FB_WORD_AT_LEAST,
  FB_WORD_AT_MOST,
  FB_WORD_OF_WHICH,
  FB_WORD_PLUS,
  FB_WORD_MINUS,
  FB_WORD_OR,
  FB_WORD_LABEL,

  /* What is said where there is no amount. */
  FB_WORD_NO,
  FB_WORD_NOT,
  FB_WORD_STILL,
  FB_WORD_FREE,
  FB_WORD_OPEN,
  FB_WORD_SETTLED,
  FB_WORD_ADDITIONAL,
  FB_WORD_BUT,

  /* Glue. */
  FB_WORD_AND,
  FB_WORD_WITH,
  FB_WORD_OF,
  FB_WORD_IN,
  FB_WORD_ABOUT,
  FB_WORD_FILLER,
  FB_WORD_LETTER_A,
  FB_WORD_LETTER_P,
  FB_WORD_LETTER_Q,
  FB_WORD_LETTER_H,
  FB_WORD_LETTER_K,
  FB_WORD_LETTER_T,
  FB_WORD_LETTER_J,

  /* Headings before the names of bodies ("Federführung: 51"). */
  FB_WORD_ROLE,
} FbWord;

/* Values of FB_WORD_SEASON. */
enum
{
  FB_SEASON_SPRING = 1,
  FB_SEASON_SUMMER,
  FB_SEASON_AUTUMN,
  FB_SEASON_WINTER,
  FB_SEASON_SUMMER_TERM,
  FB_SEASON_WINTER_TERM,
};

/* Values of FB_WORD_PART. */
enum
{
  FB_PART_BEGINNING = 1,
  FB_PART_MIDDLE,
  FB_PART_END,
};

/* Room for the folded form of a word; longer words are none of ours, but their ending may be. */
#define FB_WORD_LENGTH 64

FbWord fb_vocabulary_look_up (const char *folded, gsize length, int *value);

G_END_DECLS
