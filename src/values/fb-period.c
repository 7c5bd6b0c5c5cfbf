/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "values/fb-period.h"

#include "values/fb-span.h"

#include <glib/gi18n-lib.h>

/* What a word before a date makes of it. */
typedef enum
{
  DIRECTION_NONE,
  DIRECTION_FROM,
  DIRECTION_UNTIL,
  DIRECTION_AFTER,
  DIRECTION_BEFORE,
} Direction;

/* All dates of the words thrown together. Those in brackets are kept apart: they count where there are no others. */
typedef struct
{
  FbDay start;
  FbDay end;
  FbDay until;
  FbDay last_open;
  guint n_spans;
  gboolean single;
  gboolean open;
} Sum;

typedef struct
{
  Sum sums[2];
  gboolean in_brackets;
  gboolean reversed;
  gboolean permanent;
  gboolean recurring;
  gboolean negated;
  gboolean other_words;
  guint stems;
  guint terms;
  Direction direction;
} Reading;

static const char *const term_names[] = { "", "short", "medium", "long" };

static void
take_earlier (FbDay *day, const FbDay *other)
{
  if (!fb_day_is_set (day) || fb_day_first_julian (other) < fb_day_first_julian (day))
    *day = *other;
}

static void
take_later (FbDay *day, const FbDay *other)
{
  if (!fb_day_is_set (day) || fb_day_last_julian (other) > fb_day_last_julian (day))
    *day = *other;
}

/* "bis Ende 2020" is as much as "bis 2020". */
static FbDay
limit_of (const FbSpan *span)
{
  FbDay limit = span->to;

  if (span->ends_year)
    limit.month = 0;

  return limit;
}

static void
add_span (Reading *reading, const FbSpan *span, gboolean opens)
{
  Sum *sum = &reading->sums[reading->in_brackets ? 1 : 0];
  Direction direction = reading->direction;
  FbDay limit = limit_of (span);
  FbDay day;

  sum->n_spans++;
  sum->single = !span->range && span->n_stops == 1;
  reading->reversed |= span->reversed;
  if (span->range && direction != DIRECTION_AFTER && direction != DIRECTION_BEFORE)
    direction = DIRECTION_NONE;
  if (opens && direction != DIRECTION_AFTER)
    direction = DIRECTION_FROM;

  switch (direction)
    {
    case DIRECTION_FROM:
      take_earlier (&sum->start, &span->from);
      take_later (&sum->last_open, &span->from);
      sum->open = TRUE;
      break;
    case DIRECTION_AFTER:
      day = fb_day_next (&limit);
      take_earlier (&sum->start, &day);
      take_later (&sum->last_open, &day);
      sum->open = TRUE;
      break;
    case DIRECTION_UNTIL:
      take_later (&sum->until, &limit);
      break;
    case DIRECTION_BEFORE:
      day = fb_day_previous (&span->from);
      take_later (&sum->until, &day);
      break;
    case DIRECTION_NONE:
      take_earlier (&sum->start, &span->from);
      take_later (&sum->end, span->range ? &limit : &span->to);
      break;
    }
}

/* Behind a date: "2014 ff.", "2014+", "2014 -", "2014 bis offen", "2014 bis auf Weiteres", "2014, dann laufend". */
static gboolean
reads_open_end (const FbToken *tokens, guint *i)
{
  guint at = *i;

  if (fb_token_is_mark (&tokens[at], ',') && !tokens[at + 1].breaks)
    at++;
  if (fb_token_is_word (&tokens[at], FB_WORD_AND))
    at++;
  if (fb_token_is_word (&tokens[at], FB_WORD_ONWARDS))
    {
      *i = at + 1;
      return TRUE;
    }

  at = *i;
  if (fb_token_is_mark (&tokens[at], '+') && tokens[at].glued && tokens[at + 1].breaks)
    {
      *i = at + 1;
      return TRUE;
    }
  if ((fb_token_is_mark (&tokens[at], '-') && !tokens[at].breaks) || fb_token_is_mark (&tokens[at], FB_MARK_DOTS)
      || fb_token_is_word (&tokens[at], FB_WORD_UNTIL))
    {
      gboolean dash = tokens[at].kind == FB_TOKEN_MARK;

      at++;
      while (fb_token_is_word (&tokens[at], FB_WORD_FILLER))
        at++;
      if (tokens[at].kind == FB_TOKEN_WORD
          && (tokens[at].word == FB_WORD_OPEN || tokens[at].word == FB_WORD_NOW || tokens[at].word == FB_WORD_FURTHER
              || tokens[at].word == FB_WORD_PERMANENT || tokens[at].word == FB_WORD_ONWARDS))
        {
          *i = at + 1;
          return TRUE;
        }
      if (fb_token_is_mark (&tokens[at], '?') || fb_token_is_mark (&tokens[at], FB_MARK_DOTS))
        {
          *i = at + 1;
          return TRUE;
        }
      if (dash && (tokens[at].breaks || fb_token_is_mark (&tokens[at], ')') || fb_token_is_mark (&tokens[at], '(')))
        {
          *i = at;
          return TRUE;
        }
    }

  return FALSE;
}

static void
read_term_stem (Reading *reading, const FbToken *tokens, guint *i)
{
  const FbToken *next = &tokens[*i + 1];

  /* "short term", "short-term"; of "kurz-, mittel- und langfristig" the stems wait for their end. */
  if (fb_token_is_mark (next, '-') && next->glued)
    next++;
  if (fb_token_is_word (next, FB_WORD_TERM_NOUN))
    {
      reading->terms |= 1u << tokens[*i].value;
      *i = next - tokens;
      return;
    }
  reading->stems |= 1u << tokens[*i].value;
}

static void
read_word (Reading *reading, const FbToken *tokens, guint *i)
{
  const FbToken *token = &tokens[*i];
  Direction direction = reading->direction;

  switch (token->word)
    {
    case FB_WORD_FROM:
    case FB_WORD_EARLIEST:
      direction = DIRECTION_FROM;
      break;
    case FB_WORD_UNTIL:
      if (fb_token_is_word (&tokens[*i + 1], FB_WORD_FILLER) && fb_token_is_word (&tokens[*i + 2], FB_WORD_FURTHER))
        reading->permanent = TRUE;
      direction = DIRECTION_UNTIL;
      break;
    case FB_WORD_LATEST:
      direction = DIRECTION_UNTIL;
      break;
    case FB_WORD_AFTER:
      direction = DIRECTION_AFTER;
      break;
    case FB_WORD_BEFORE:
      direction = reading->negated ? DIRECTION_FROM : DIRECTION_BEFORE;
      break;
    case FB_WORD_BEGIN:
      if (direction == DIRECTION_NONE)
        direction = DIRECTION_FROM;
      break;
    case FB_WORD_FINISH:
      if (direction == DIRECTION_NONE)
        direction = DIRECTION_UNTIL;
      break;
    case FB_WORD_PERMANENT:
      /* "laufendes Haushaltsjahr" is this year. */
      if (!reading->negated && !fb_token_is_word (&tokens[*i + 1], FB_WORD_YEAR))
        reading->permanent = TRUE;
      break;
    case FB_WORD_RECURRING:
    case FB_WORD_YEARLY:
    case FB_WORD_MONTHLY:
      if (!reading->negated)
        reading->recurring = TRUE;
      break;
    case FB_WORD_TERM:
      if (!reading->negated)
        reading->terms |= 1u << token->value;
      break;
    case FB_WORD_TERM_STEM:
      read_term_stem (reading, tokens, i);
      break;
    case FB_WORD_PART:
      /* "mid-term" */
      if (fb_token_is_word (&tokens[*i + 1], FB_WORD_TERM_NOUN)
          || (fb_token_is_mark (&tokens[*i + 1], '-') && fb_token_is_word (&tokens[*i + 2], FB_WORD_TERM_NOUN)))
        reading->terms |= 1u << FB_TERM_MEDIUM;
      break;
    case FB_WORD_FILLER:
    case FB_WORD_ABOUT:
    case FB_WORD_YEAR:
    case FB_WORD_AND:
    case FB_WORD_NOT:
    case FB_WORD_NO:
      break;
    default:
      reading->other_words = TRUE;
      /* "je nach Bedarf", "vor Ort": without a date at once, these are no dates. */
      if (direction == DIRECTION_AFTER || direction == DIRECTION_BEFORE)
        direction = DIRECTION_NONE;
      break;
    }

  reading->direction = direction;
  reading->negated = token->word == FB_WORD_NOT || token->word == FB_WORD_NO;
}

static void
read_mark (Reading *reading, const FbToken *token)
{
  switch (token->mark)
    {
    case '(':
    case '[':
      reading->in_brackets = TRUE;
      reading->direction = DIRECTION_NONE;
      break;
    case ')':
    case ']':
      reading->in_brackets = FALSE;
      reading->direction = DIRECTION_NONE;
      break;
    case ',':
    case ';':
      reading->direction = DIRECTION_NONE;
      reading->negated = FALSE;
      break;
    default:
      break;
    }
}

static void
read_tokens (Reading *reading, const FbToken *tokens)
{
  guint i = 0;

  while (tokens[i].kind != FB_TOKEN_END)
    {
      FbSpan span;

      if (tokens[i].breaks)
        reading->direction = DIRECTION_NONE;
      if (fb_span_read (tokens, i, &span))
        {
          guint next = span.next;

          add_span (reading, &span, reads_open_end (tokens, &next));
          reading->direction = DIRECTION_NONE;
          i = next;
          continue;
        }
      switch (tokens[i].kind)
        {
        case FB_TOKEN_WORD:
          read_word (reading, tokens, &i);
          i++;
          break;
        case FB_TOKEN_NUMBER:
          /* "ab 18 Jahren": whatever direction there was belongs to this number. */
          reading->direction = DIRECTION_NONE;
          reading->other_words = TRUE;
          i = fb_tokens_skip (tokens, i);
          break;
        default:
          read_mark (reading, &tokens[i]);
          i++;
          break;
        }
    }
}

static void
conclude_dates (const Sum *sum, gboolean permanent, FbPeriod *out)
{
  out->state = FB_PERIOD_DATED;
  out->from = sum->start;
  if (sum->open)
    {
      if (fb_day_is_set (&sum->until) && fb_day_last_julian (&sum->until) >= fb_day_first_julian (&sum->last_open))
        out->to = sum->until;
      return;
    }

  out->to = sum->end;
  if (fb_day_is_set (&sum->until))
    {
      take_later (&out->to, &sum->until);
      /* "bis 2015; 2018 Auswertung": when it began is not said. */
      if (fb_day_is_set (&out->from) && fb_day_last_julian (&sum->until) < fb_day_first_julian (&out->from))
        out->from = (FbDay) { 0 };
    }
  /* "2016, laufend": one date of a permanent task is its start. */
  if (permanent && sum->n_spans == 1 && sum->single && !fb_day_is_set (&sum->until))
    out->to = (FbDay) { 0 };
}

static void
conclude_terms (guint terms, FbPeriod *out)
{
  out->state = FB_PERIOD_TERM;
  for (FbTerm term = FB_TERM_SHORT; term <= FB_TERM_LONG; term++)
    {
      if ((terms & (1u << term)) == 0)
        continue;
      if (out->term_from == FB_TERM_NONE)
        out->term_from = term;
      out->term_to = term;
    }
}

/**
 * fb_period_read:
 * @words: (nullable): the words of a period
 * @out: (out caller-allocates): what they mean
 *
 * Reads when something happens: dates and named parts of years in any number, of which the first start and the last end
 * count; permanent tasks; terms. Each end is given in the precision typed. Words that say nothing of this are passed
 * over, and so are dates in brackets when there are others. Never fails: see #FbPeriodState.
 */
void
fb_period_read (const char *words, FbPeriod *out)
{
  g_auto (FbTokens) tokens;
  Reading reading = { 0 };
  const Sum *sum;

  g_return_if_fail (out != NULL);

  fb_tokens_init (&tokens, words);
  *out = (FbPeriod) { 0 };
  if (tokens.n == 0)
    return;

  read_tokens (&reading, tokens.tokens);
  sum = reading.sums[0].n_spans > 0 ? &reading.sums[0] : &reading.sums[1];
  out->state = FB_PERIOD_UNKNOWN;
  if (reading.reversed)
    return;

  /* A stem by itself is a term only where nothing else is said: "mittel", but not "Mittel für Personal". */
  if (reading.terms != 0 || !reading.other_words)
    reading.terms |= reading.stems;
  if (sum->n_spans > 0)
    conclude_dates (sum, reading.permanent, out);
  else if (reading.permanent)
    out->state = FB_PERIOD_PERMANENT;
  else if (reading.terms != 0)
    conclude_terms (reading.terms, out);
  else if (reading.recurring)
    out->state = FB_PERIOD_PERMANENT;
}

/**
 * fb_period_to_string:
 * @period: a period
 *
 * Returns: (transfer full): the reading in a notation for programs: "2014-05..2016", "2014..", "permanent",
 * "medium..long", "unknown" or "empty"
 */
char *
fb_period_to_string (const FbPeriod *period)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  switch (period->state)
    {
    case FB_PERIOD_EMPTY:
      return g_strdup ("empty");
    case FB_PERIOD_UNKNOWN:
      return g_strdup ("unknown");
    case FB_PERIOD_PERMANENT:
      return g_strdup ("permanent");
    case FB_PERIOD_TERM:
      if (period->term_from == period->term_to)
        return g_strdup (term_names[period->term_from]);
      return g_strdup_printf ("%s..%s", term_names[period->term_from], term_names[period->term_to]);
    case FB_PERIOD_DATED:
      from = fb_day_to_string (&period->from);
      to = fb_day_to_string (&period->to);
      return g_strdup_printf ("%s..%s", from, to);
    }

  g_return_val_if_reached (NULL);
}

static char *
describe_dates (const FbPeriod *period)
{
  g_autofree char *from = fb_day_describe (&period->from);
  g_autofree char *to = fb_day_describe (&period->to);

  if (from == NULL)
    /* Translators: a period of which only the end is known, "until 2020" */
    return g_strdup_printf (_ ("until %s"), to);
  if (to == NULL)
    /* Translators: a period of which only the start is known; in German "2014 bis offen" */
    return g_strdup_printf (_ ("%s, open end"), from);
  if (fb_day_equal (&period->from, &period->to))
    return g_strdup (from);

  /* Translators: a period with start and end, "2013 to 2015" */
  return g_strdup_printf (_ ("%s to %s"), from, to);
}

/**
 * fb_period_describe:
 * @period: a period
 *
 * Returns: (transfer full) (nullable): the reading in small words of the user's language; %NULL when nothing was typed
 */
char *
fb_period_describe (const FbPeriod *period)
{
  static const char *const terms[][4] = {
    [FB_TERM_SHORT] = { NULL, N_ ("short term"), N_ ("short to medium term"), N_ ("short to long term") },
    [FB_TERM_MEDIUM] = { NULL, NULL, N_ ("medium term"), N_ ("medium to long term") },
    [FB_TERM_LONG] = { NULL, NULL, NULL, N_ ("long term") },
  };

  switch (period->state)
    {
    case FB_PERIOD_EMPTY:
      return NULL;
    case FB_PERIOD_UNKNOWN:
      return g_strdup (_ ("not understood as a period"));
    case FB_PERIOD_PERMANENT:
      return g_strdup (_ ("permanent task"));
    case FB_PERIOD_TERM:
      return g_strdup (_ (terms[period->term_from][period->term_to]));
    case FB_PERIOD_DATED:
      return describe_dates (period);
    }

  g_return_val_if_reached (NULL);
}

static int
compare_numbers (guint32 a, guint32 b)
{
  return a < b ? -1 : a > b;
}

/**
 * fb_period_compare:
 * @a: a period
 * @b: another
 *
 * For sorting: dates first, by start (an open one is the earliest) and then by end (an open one is the latest); then
 * permanent tasks, terms, what was not understood, and nothing typed.
 *
 * Returns: negative, 0 or positive as for strcmp()
 */
int
fb_period_compare (const FbPeriod *a, const FbPeriod *b)
{
  static const int ranks[] = {
    [FB_PERIOD_DATED] = 0,   [FB_PERIOD_PERMANENT] = 1, [FB_PERIOD_TERM] = 2,
    [FB_PERIOD_UNKNOWN] = 3, [FB_PERIOD_EMPTY] = 4,
  };
  int order;

  if (a->state != b->state)
    return ranks[a->state] - ranks[b->state];
  if (a->state == FB_PERIOD_TERM)
    return a->term_from != b->term_from ? (int) a->term_from - (int) b->term_from : (int) a->term_to - (int) b->term_to;
  if (a->state != FB_PERIOD_DATED)
    return 0;

  order = compare_numbers (fb_day_first_julian (&a->from), fb_day_first_julian (&b->from));
  if (order == 0)
    order = compare_numbers (fb_day_is_set (&a->to) ? fb_day_last_julian (&a->to) : G_MAXUINT32,
                             fb_day_is_set (&b->to) ? fb_day_last_julian (&b->to) : G_MAXUINT32);

  return order;
}
