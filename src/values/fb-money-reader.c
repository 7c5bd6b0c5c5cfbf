/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "values/fb-money.h"

#include "values/fb-amount.h"
#include "values/fb-money-phrase.h"
#include "values/fb-piece.h"
#include "values/fb-span.h"

/* How costs are read: amounts become entries, one after the other. Words before an amount ("jährlich", "bis zu",
 * "2016:") wait for it; words behind it ("p. a.", "für 2016") go to the last entry, until a comma, a line or an "und"
 * ends its reach. */

#define MAX_YEARS 31

/* How many tokens a word may stand before its amount. */
#define REACH 40

typedef struct
{
  gint16 years[MAX_YEARS];
  guint n;
} Years;

/* Which limit an amount is. */
typedef enum
{
  BOUND_NONE,
  BOUND_MIN,
  BOUND_MAX,
} Bound;

/* What an amount is to the one before it. */
typedef enum
{
  LINK_NONE,
  LINK_PLUS,
  LINK_OR,
} Link;

typedef struct
{
  FbMoneyItem item;
  Years years;
  Link link;
  gboolean once;
  gboolean each;
  gboolean part;
  gboolean in_brackets;
} Entry;

/* What waits for the next amount. */
typedef struct
{
  FbMoneyPer per;
  Years years;
  Bound bound;
  Link link;
  gboolean weak_bound;
  gboolean once;
  gboolean each;
  gboolean total;
  gboolean part;
  gboolean alternative;
  gboolean between;
} Pending;

typedef struct
{
  const FbToken *tokens;
  guint n_tokens;
  GArray *entries;
  int last;
  Pending pending;
  gboolean in_brackets;
  gboolean brackets_split;
  gboolean parts_follow;
  gboolean alternatives;
} Reader;

static Entry *
last_entry (Reader *reader)
{
  return reader->last < 0 ? NULL : &g_array_index (reader->entries, Entry, reader->last);
}

static gboolean
is_separator (const FbToken *token)
{
  if (token->kind == FB_TOKEN_END || token->breaks)
    return TRUE;
  if (token->kind == FB_TOKEN_MARK)
    return token->mark == ',' || token->mark == ';' || token->mark == '(' || token->mark == ')' || token->mark == '+';

  return fb_token_is_word (token, FB_WORD_AND) || fb_token_is_word (token, FB_WORD_OR)
         || fb_token_is_word (token, FB_WORD_PLUS);
}

/* Whether the number may stand for money although no euro is named: big enough, and not a count, a key or a year. */
static gboolean
is_bare_money (const Reader *reader, const FbAmount *amount)
{
  const FbToken *tokens = reader->tokens;
  const FbToken *next = &tokens[amount->next];
  guint first = amount->first;

  if (amount->cents < 10000 || amount->padded)
    return FALSE;
  /* "1.000 Flyer" */
  if (next->kind == FB_TOKEN_WORD && !next->breaks && next->word == FB_WORD_OTHER)
    return FALSE;
  if (first > 0)
    {
      const FbToken *before = &tokens[first - 1];
      gboolean after_stop = (fb_token_is_mark (before, '.') || fb_token_is_mark (before, ':')) && first > 1;

      /* "E13", "Kostenstelle 4711", "Nr. 4711" */
      if (tokens[first].glued && before->kind == FB_TOKEN_WORD && before->word != FB_WORD_AT_LEAST
          && before->word != FB_WORD_AT_MOST)
        return FALSE;
      if (fb_token_is_word (before, FB_WORD_LABEL)
          || (after_stop && fb_token_is_word (&tokens[first - 2], FB_WORD_LABEL)))
        return FALSE;
      if (amount->grouped || amount->scale > 0)
        return TRUE;
      if (fb_token_is_word (before, FB_WORD_OTHER) && !tokens[first].breaks)
        return FALSE;
      if (tokens[first].glued && before->kind == FB_TOKEN_MARK && before->mark != ':' && before->mark != '(')
        return FALSE;
    }
  if (amount->grouped || amount->scale > 0)
    return TRUE;

  /* A year is one only where there is more than it: "2000" alone is money. */
  return fb_piece_year (tokens, first) == 0 || fb_money_phrase_is_lone_number (tokens, first, reader->n_tokens);
}

static guint
skip_link_words (const FbToken *tokens, guint i)
{
  while (tokens[i].kind == FB_TOKEN_WORD && !tokens[i].breaks
         && (tokens[i].word == FB_WORD_FILLER || tokens[i].word == FB_WORD_ABOUT || tokens[i].word == FB_WORD_AT_MOST))
    i = fb_piece_skip_stop (tokens, i + 1);

  return i;
}

/* Behind a lower end: "- 45.000", "bis 45.000", "und 45.000" after "zwischen", ", bis zu 45.000" after "mindestens". */
static gboolean
read_upper_end (const Reader *reader, guint i, FbAmount *upper)
{
  const FbToken *tokens = reader->tokens;
  gboolean linked = FALSE;
  guint at = i;

  if (reader->pending.bound == BOUND_MIN
      && (fb_token_is_mark (&tokens[at], ',') || fb_token_is_word (&tokens[at], FB_WORD_AND)))
    {
      at++;
      if (!fb_token_is_word (&tokens[at], FB_WORD_UNTIL) && !fb_token_is_word (&tokens[at], FB_WORD_AT_MOST))
        return FALSE;
      linked = TRUE;
    }
  if ((fb_token_is_mark (&tokens[at], '-') && !tokens[at].breaks) || fb_token_is_mark (&tokens[at], FB_MARK_DOTS)
      || fb_token_is_word (&tokens[at], FB_WORD_UNTIL)
      || (reader->pending.between && fb_token_is_word (&tokens[at], FB_WORD_AND)))
    {
      at++;
      linked = TRUE;
    }
  if (!linked)
    return FALSE;

  at = skip_link_words (tokens, at);
  if (!fb_amount_read (tokens, at, upper) || !upper->valid || upper->counted || upper->foreign)
    return FALSE;
  /* The dash of the range is no sign. */
  upper->negative = FALSE;

  return upper->euro || is_bare_money (reader, upper);
}

static gboolean
is_money (const Reader *reader, const FbAmount *amount)
{
  FbAmount upper;

  if (!amount->valid || amount->foreign || amount->counted || amount->negative)
    return FALSE;
  if (amount->euro || is_bare_money (reader, amount))
    return TRUE;

  /* "20 bis 45 Tsd. Euro" and "2000 - 3000 €", but in "2016 - 50.000 €" the first is a year. */
  if (amount->grouped || amount->padded || !read_upper_end (reader, amount->next, &upper) || !upper.euro)
    return FALSE;

  return !upper.grouped || fb_piece_year (reader->tokens, amount->first) == 0;
}

/* Whether an amount comes before anything that would end the reach of the words before it. */
static gboolean
amount_follows (const Reader *reader, guint i)
{
  guint end = i + REACH;

  while (i < end && !is_separator (&reader->tokens[i]))
    {
      FbAmount amount;

      if (fb_amount_read (reader->tokens, i, &amount))
        {
          if (is_money (reader, &amount))
            return TRUE;
          i = amount.next;
        }
      else
        {
          i++;
        }
    }

  return FALSE;
}

/* "/a", "p. a.", "pro Jahr", "im Jahr", "jährlich", "/Monat", "je Workshop". Returns the index behind it, @i when there
 * is none. */
static guint
read_per (const FbToken *tokens, guint i, FbMoneyPer *per)
{
  const FbToken *token = &tokens[i];
  const FbToken *next = &tokens[i + 1];

  if (fb_token_is_mark (token, '/'))
    {
      if (next->kind != FB_TOKEN_WORD)
        return i;
      *per = next->word == FB_WORD_YEAR || next->word == FB_WORD_LETTER_A || next->word == FB_WORD_LETTER_J
                 ? FB_MONEY_PER_YEAR
             : next->word == FB_WORD_MONTH_NOUN ? FB_MONEY_PER_MONTH
                                                : FB_MONEY_PER_UNIT;
      return i + 2;
    }
  if (token->kind != FB_TOKEN_WORD)
    return i;

  switch (token->word)
    {
    case FB_WORD_YEARLY:
      *per = FB_MONEY_PER_YEAR;
      return fb_piece_skip_stop (tokens, i + 1);
    case FB_WORD_MONTHLY:
      *per = FB_MONEY_PER_MONTH;
      return fb_piece_skip_stop (tokens, i + 1);
    case FB_WORD_RECURRING:
      *per = FB_MONEY_PER_UNIT;
      return i + 1;
      case FB_WORD_LETTER_P: {
        guint at = fb_piece_skip_stop (tokens, i + 1);

        if (fb_token_is_word (&tokens[at], FB_WORD_LETTER_A) || fb_token_is_word (&tokens[at], FB_WORD_LETTER_P))
          {
            *per = fb_token_is_word (&tokens[at], FB_WORD_LETTER_A) ? FB_MONEY_PER_YEAR : FB_MONEY_PER_UNIT;
            return fb_piece_skip_stop (tokens, at + 1);
          }
        return i;
      }
    case FB_WORD_PER:
    case FB_WORD_EACH:
    case FB_WORD_IN:
    case FB_WORD_LETTER_A:
      if (next->kind != FB_TOKEN_WORD || next->breaks || (token->word == FB_WORD_EACH && token->value == 0))
        return i;
      if (next->word == FB_WORD_YEAR && fb_piece_year (tokens, i + 2) == 0)
        *per = FB_MONEY_PER_YEAR;
      else if (next->word == FB_WORD_MONTH_NOUN)
        *per = FB_MONEY_PER_MONTH;
      else if (token->word == FB_WORD_PER || token->word == FB_WORD_EACH)
        *per = FB_MONEY_PER_UNIT;
      else
        return i;
      return i + 2;
    default:
      return i;
    }
}

static guint
add_amount (Reader *reader, const FbAmount *amount)
{
  const Pending *pending = &reader->pending;
  FbMoneyPer per = FB_MONEY_TOTAL;
  FbAmount lower = *amount;
  FbAmount upper;
  Entry entry = { 0 };
  guint next = lower.next;
  guint behind;

  behind = reader->tokens[next].breaks ? next : read_per (reader->tokens, next, &per);
  if (behind != next && amount_follows (reader, behind) && !read_upper_end (reader, behind, &upper))
    {
      /* "450.000 € bzw. jährlich 50.000 €" without the "bzw.": the word belongs to what follows. */
      behind = next;
      per = FB_MONEY_TOTAL;
    }
  next = behind;

  if (read_upper_end (reader, next, &upper))
    {
      FbMoneyPer upper_per = FB_MONEY_TOTAL;

      if (upper.scale > 0 && lower.scale == 0 && !lower.euro && !lower.grouped && lower.cents < 100000)
        fb_amount_scale (&lower, upper.scale);
      entry.item.has_min = entry.item.has_max = TRUE;
      entry.item.min = MIN (lower.cents, upper.cents);
      entry.item.max = MAX (lower.cents, upper.cents);
      next = upper.next;
      if (!reader->tokens[next].breaks)
        next = read_per (reader->tokens, next, &upper_per);
      if (upper_per != FB_MONEY_TOTAL)
        per = upper_per;
    }
  else
    {
      entry.item.has_min = pending->bound != BOUND_MAX;
      entry.item.has_max = pending->bound != BOUND_MIN;
      entry.item.min = entry.item.has_min ? lower.cents : 0;
      entry.item.max = entry.item.has_max ? lower.cents : 0;
    }

  entry.item.per = per != FB_MONEY_TOTAL ? per : pending->per;
  entry.item.is_sum = pending->total;
  entry.years = pending->years;
  entry.link = pending->link;
  entry.once = pending->once;
  entry.each = pending->each;
  entry.part = pending->part || reader->parts_follow || (reader->in_brackets && reader->brackets_split);
  entry.in_brackets = reader->in_brackets;
  if (pending->alternative && reader->entries->len > 0 && entry.item.per == FB_MONEY_TOTAL
      && g_array_index (reader->entries, Entry, reader->entries->len - 1).item.per == FB_MONEY_TOTAL)
    reader->alternatives = TRUE;

  g_array_append_val (reader->entries, entry);
  reader->last = reader->entries->len - 1;
  reader->pending = (Pending) { 0 };

  return next;
}

static void
add_year (Years *years, int year)
{
  for (guint i = 0; i < years->n; i++)
    if (years->years[i] == year)
      return;
  if (years->n < MAX_YEARS)
    years->years[years->n++] = year;
}

/* Which years an amount is said to be for. Days are not: they say when somebody estimated it. */
static gboolean
collect_years (const FbSpan *span, Years *years)
{
  years->n = 0;
  for (guint i = 0; i < span->n_stops; i++)
    {
      if (span->stops[i].day.day != 0)
        return FALSE;
      add_year (years, span->stops[i].day.year);
    }
  if (span->range)
    {
      if (span->reversed || span->to.year - span->from.year >= MAX_YEARS)
        return FALSE;
      years->n = 0;
      for (int year = span->from.year; year <= span->to.year; year++)
        add_year (years, year);
    }

  return TRUE;
}

static void
bind_years (Reader *reader, const FbSpan *span)
{
  const FbToken *behind = &reader->tokens[span->next];
  Entry *last = last_entry (reader);
  Years years;

  if (reader->pending.bound != BOUND_NONE && reader->pending.weak_bound)
    {
      /* "ab 2016 5.000 €": no limit of the amount, and no year of its own either. */
      reader->pending.bound = BOUND_NONE;
      return;
    }
  if (!collect_years (span, &years))
    return;
  if (last != NULL && last->years.n == 0 && !fb_token_is_mark (behind, ':') && !fb_token_is_mark (behind, '='))
    last->years = years;
  else
    reader->pending.years = years;
}

static void
bind_per (Reader *reader, guint i, guint next, FbMoneyPer per)
{
  Entry *last = last_entry (reader);
  gboolean waits = amount_follows (reader, next);

  /* "(eine Kampagne pro Jahr)" tells of something else than the amount before the brackets. */
  if (!waits && last != NULL && reader->in_brackets && !last->in_brackets
      && !fb_token_is_mark (&reader->tokens[i - 1], '('))
    return;
  if (waits || last == NULL)
    {
      if (per == FB_MONEY_PER_UNIT)
        reader->pending.each = TRUE;
      else
        reader->pending.per = per;
    }
  else if (last->item.per == FB_MONEY_TOTAL)
    {
      last->item.per = per;
    }
}

static void
end_reach (Reader *reader)
{
  reader->last = -1;
}

/* "und" and "/" join amounts only where they stand between two; elsewhere they join other words. */
static void
link_amounts (Reader *reader, guint i, Link link)
{
  if (last_entry (reader) != NULL && amount_follows (reader, i + 1))
    reader->pending.link = link;
}

static void
set_bound (Reader *reader, Bound bound, gboolean weak)
{
  reader->pending.bound = bound;
  reader->pending.weak_bound = weak;
}

static guint
read_word (Reader *reader, guint i)
{
  const FbToken *token = &reader->tokens[i];
  FbMoneyPer per;
  guint next;

  switch (token->word)
    {
    case FB_WORD_FROM:
      set_bound (reader, BOUND_MIN, TRUE);
      return i + 1;
    case FB_WORD_UNTIL:
      set_bound (reader, BOUND_MAX, TRUE);
      return i + 1;
    case FB_WORD_AT_LEAST:
      set_bound (reader, BOUND_MIN, token->value == 1);
      return i + 1;
    case FB_WORD_AT_MOST:
      set_bound (reader, BOUND_MAX, token->value == 1);
      return i + 1;
    case FB_WORD_BETWEEN:
      reader->pending.between = TRUE;
      return i + 1;
    case FB_WORD_TOTAL:
      if (last_entry (reader) != NULL && !amount_follows (reader, i + 1))
        last_entry (reader)->item.is_sum = TRUE;
      else
        reader->pending.total = TRUE;
      return i + 1;
    case FB_WORD_ONCE:
      if (last_entry (reader) != NULL && last_entry (reader)->item.per == FB_MONEY_TOTAL)
        last_entry (reader)->once = TRUE;
      else
        reader->pending.once = TRUE;
      reader->pending.per = FB_MONEY_TOTAL;
      return i + 1;
    case FB_WORD_OF_WHICH:
      end_reach (reader);
      if (token->value == 1)
        reader->pending.part = TRUE;
      else
        reader->parts_follow = TRUE;
      return i + 1;
    case FB_WORD_MINUS:
      end_reach (reader);
      reader->pending.part = TRUE;
      return i + 1;
    case FB_WORD_PLUS:
      end_reach (reader);
      reader->pending.part = reader->parts_follow = reader->brackets_split = FALSE;
      reader->pending.link = LINK_PLUS;
      return i + 1;
    case FB_WORD_AND:
      link_amounts (reader, i, LINK_PLUS);
      end_reach (reader);
      return i + 1;
    case FB_WORD_OR:
      end_reach (reader);
      reader->pending.alternative = TRUE;
      reader->pending.link = LINK_OR;
      return i + 1;
    case FB_WORD_OTHER:
      if (reader->pending.weak_bound)
        reader->pending.bound = BOUND_NONE;
      return i + 1;
    default:
      break;
    }

  next = read_per (reader->tokens, i, &per);
  if (next != i && token->word != FB_WORD_IN && token->word != FB_WORD_LETTER_A)
    {
      bind_per (reader, i, next, per);
      return next;
    }
  if (token->word == FB_WORD_EACH)
    {
      if (last_entry (reader) != NULL && !amount_follows (reader, i + 1))
        last_entry (reader)->each = TRUE;
      else
        reader->pending.each = TRUE;
    }

  return i + 1;
}

static void
read_mark (Reader *reader, guint i)
{
  const FbToken *token = &reader->tokens[i];
  const FbToken *next = &reader->tokens[i + 1];

  switch (token->mark)
    {
    case '(':
      reader->in_brackets = TRUE;
      /* "100.000 € (Personal 60.000 €, Sachkosten 40.000 €)": the brackets split what stands before them. */
      reader->brackets_split
          = reader->entries->len > 0 && !fb_token_is_mark (next, '+') && !fb_token_is_word (next, FB_WORD_PLUS);
      break;
    case ')':
      reader->in_brackets = FALSE;
      reader->brackets_split = FALSE;
      break;
    case '=':
      if (!reader->in_brackets)
        reader->pending.total = TRUE;
      break;
    case ';':
      end_reach (reader);
      reader->parts_follow = FALSE;
      reader->pending.years.n = 0;
      reader->pending.link = LINK_NONE;
      break;
    case ',':
    case '+':
      end_reach (reader);
      reader->pending.link = token->mark == '+' ? LINK_PLUS : LINK_NONE;
      break;
    case '/':
      link_amounts (reader, i, LINK_OR);
      reader->pending.alternative = TRUE;
      break;
    default:
      break;
    }
}

static void
begin_line (Reader *reader, guint i)
{
  if (i == 0)
    return;

  end_reach (reader);
  reader->parts_follow = FALSE;
  if (!fb_token_is_mark (&reader->tokens[i - 1], ':'))
    reader->pending.years.n = 0;
}

static guint
read_number (Reader *reader, guint i)
{
  FbAmount amount;
  FbSpan span;

  fb_amount_read (reader->tokens, i, &amount);
  if (is_money (reader, &amount))
    return add_amount (reader, &amount);
  if (fb_span_read (reader->tokens, i, &span))
    {
      bind_years (reader, &span);
      return span.next;
    }

  /* "über 3 Jahre": the limit was for this number. */
  reader->pending.bound = BOUND_NONE;
  return MAX (amount.next, i + 1);
}

static void
read_tokens (Reader *reader)
{
  guint i = 0;

  while (i < reader->n_tokens)
    {
      const FbToken *token = &reader->tokens[i];
      FbAmount amount;
      FbSpan span;

      if (token->breaks)
        begin_line (reader, i);
      if (token->kind == FB_TOKEN_NUMBER)
        {
          i = read_number (reader, i);
        }
      else if (token->kind == FB_TOKEN_MARK)
        {
          read_mark (reader, i);
          i++;
        }
      else if (fb_amount_read (reader->tokens, i, &amount) && is_money (reader, &amount))
        {
          i = add_amount (reader, &amount);
        }
      else if (fb_span_read (reader->tokens, i, &span))
        {
          bind_years (reader, &span);
          i = span.next;
        }
      else
        {
          i = read_word (reader, i);
        }
    }

  /* "50.000 €, jährlich" */
  if (reader->entries->len == 1 && reader->pending.per != FB_MONEY_TOTAL)
    {
      Entry *only = &g_array_index (reader->entries, Entry, 0);

      if (only->item.per == FB_MONEY_TOTAL)
        only->item.per = reader->pending.per;
    }
}

static void
append_items (GArray *items, const Entry *entry)
{
  FbMoneyItem item = entry->item;

  if (entry->part && entry->years.n == 0 && item.per == FB_MONEY_TOTAL)
    return;

  if (entry->years.n > 1 && (entry->each || item.per == FB_MONEY_PER_YEAR))
    {
      item.per = FB_MONEY_TOTAL;
      for (guint i = 0; i < entry->years.n; i++)
        {
          item.year = entry->years.years[i];
          g_array_append_val (items, item);
        }
      return;
    }
  if (item.per == FB_MONEY_TOTAL && entry->years.n == 1)
    item.year = entry->years.years[0];
  else if (item.per == FB_MONEY_TOTAL && entry->each)
    item.per = FB_MONEY_PER_UNIT;
  g_array_append_val (items, item);
}

/* Whether the amounts a year come on top of the others: because those are paid once, or because a word adds the one to
 * the other. Where nothing says so, "500.000 €, 50.000 €/a" may be the same sum twice. */
static gboolean
is_yearly_on_top (const Reader *reader)
{
  guint n_yearly = 0;
  gboolean added = FALSE;
  gboolean plain = FALSE;
  gboolean dated = FALSE;

  for (guint i = 0; i < reader->entries->len; i++)
    {
      const Entry *entry = &g_array_index (reader->entries, Entry, i);
      gboolean yearly = entry->item.per == FB_MONEY_PER_YEAR;

      if (yearly && (entry->part || entry->link == LINK_OR))
        return FALSE;
      if (entry->item.is_sum && !entry->once)
        return FALSE;
      n_yearly += yearly;
      plain |= entry->item.per == FB_MONEY_TOTAL && entry->years.n == 0;
      dated |= entry->item.per == FB_MONEY_TOTAL && entry->years.n > 0;
      added |= entry->item.per == FB_MONEY_TOTAL && entry->once;
      if (i > 0 && entry->link == LINK_PLUS)
        added |= yearly != (entry[-1].item.per == FB_MONEY_PER_YEAR);
    }

  /* Amounts of single years may be parts of the one without a year. */
  return added && n_yearly > 0 && n_yearly < reader->entries->len && !(plain && dated) && !reader->alternatives;
}

/**
 * fb_money_read:
 * @words: (nullable): the words of a cost
 * @out: (out caller-allocates): what they mean; free with fb_money_clear(). What it held before is not freed.
 *
 * Reads the amounts in @words with what is said of them: a range or a limit, a year each, how often. "ca." and the like
 * are passed over. A bare number is money from 100 on; below it is a class and unknown. Other currencies are unknown.
 * Never fails, and never takes words for zero: see #FbMoneyState.
 */
void
fb_money_read (const char *words, FbMoney *out)
{
  g_auto (FbTokens) tokens;
  Reader reader = { .last = -1 };

  g_return_if_fail (out != NULL);

  *out = (FbMoney)FB_MONEY_INIT;
  fb_tokens_init (&tokens, words);
  if (tokens.n == 0)
    return;

  reader.tokens = tokens.tokens;
  reader.n_tokens = tokens.n;
  reader.entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  read_tokens (&reader);

  if (reader.entries->len > 0)
    {
      GArray *items = g_array_new (FALSE, FALSE, sizeof (FbMoneyItem));

      for (guint i = 0; i < reader.entries->len; i++)
        append_items (items, &g_array_index (reader.entries, Entry, i));
      out->n_items = items->len;
      out->items = (FbMoneyItem *) g_array_free (items, items->len == 0);
    }
  out->yearly_on_top = out->n_items > 0 && is_yearly_on_top (&reader);
  g_array_unref (reader.entries);

  out->alternatives = reader.alternatives;
  out->state = out->n_items > 0 ? FB_MONEY_KNOWN : fb_money_phrase_read (tokens.tokens);
}
