/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "values/fb-amount.h"

/* More cents than this are nobody's money, and sums of many stay within a gint64. */
#define MAX_CENTS (G_GINT64_CONSTANT (1000000000) * 100000000)

/* What was typed of a number, before it is worth something. */
typedef struct
{
  gint64 whole;
  gint64 fraction;
  guint fraction_digits;
} Digits;

static gboolean
is_glued_mark (const FbToken *token, guint32 mark)
{
  return fb_token_is_mark (token, mark) && token->glued;
}

static gboolean
is_glued_number (const FbToken *token)
{
  return token->kind == FB_TOKEN_NUMBER && token->glued;
}

/* The character between groups of three digits: '.' "1.000", ',' "1,000", '\'' "1'000", ' ' "1 000"; 0 for none. */
static guint32
group_separator (const FbToken *tokens, guint i)
{
  const FbToken *next = &tokens[i + 1];

  if (tokens[i].digits > 3)
    return 0;
  if (next->kind == FB_TOKEN_NUMBER && !next->glued && !next->breaks && next->digits == 3)
    return ' ';
  if (next->kind == FB_TOKEN_MARK && next->glued && (next->mark == '.' || next->mark == ',' || next->mark == '\'')
      && is_glued_number (&tokens[i + 2]) && tokens[i + 2].digits == 3)
    return next->mark;

  return 0;
}

static guint
read_groups (const FbToken *tokens, guint i, guint32 separator, Digits *digits, FbAmount *amount)
{
  for (;;)
    {
      guint group;

      if (separator == ' ')
        {
          group = i;
          if (tokens[group].kind != FB_TOKEN_NUMBER || tokens[group].glued || tokens[group].breaks)
            return i;
        }
      else
        {
          group = i + 1;
          if (!is_glued_mark (&tokens[i], separator) || !is_glued_number (&tokens[group]))
            return i;
        }
      if (tokens[group].digits != 3)
        return i;
      if (digits->whole > MAX_CENTS / 1000)
        amount->valid = FALSE;
      else
        digits->whole = digits->whole * 1000 + tokens[group].number;
      amount->grouped = TRUE;
      i = group + 1;
    }
}

/* "50", "--" or "-" behind the decimal sign. */
static guint
read_fraction (const FbToken *tokens, guint i, guint32 separator, Digits *digits, FbAmount *amount)
{
  guint at = i + 1;

  if (tokens[i].kind != FB_TOKEN_MARK || !tokens[i].glued || (tokens[i].mark != ',' && tokens[i].mark != '.'))
    return i;

  /* "5.000,--" and "5.000 ,-" */
  if (is_glued_mark (&tokens[at], '-'))
    {
      while (is_glued_mark (&tokens[at], '-'))
        at++;
      amount->grouped = TRUE;
      return at;
    }
  if (tokens[i].mark == separator || !is_glued_number (&tokens[at]))
    return i;
  if (tokens[at].digits > 9)
    amount->valid = FALSE;
  else
    digits->fraction = tokens[at].number;
  digits->fraction_digits = tokens[at].digits;
  if (digits->fraction_digits == 2)
    amount->grouped = TRUE;

  return at + 1;
}

static gint64
power_of_ten (int exponent)
{
  gint64 power = 1;

  while (exponent-- > 0)
    power *= 10;

  return power;
}

static gboolean
is_scale (const FbToken *tokens, guint i)
{
  return !tokens[i].breaks && fb_token_is_word (&tokens[i], FB_WORD_SCALE);
}

/* "Tsd. Euro", "T€", "TEUR", "Mio.", "€" before or behind the number; behind it also what else is counted. */
static guint
read_unit (const FbToken *tokens, guint i, gboolean behind, FbAmount *amount)
{
  if (tokens[i].kind != FB_TOKEN_WORD || (behind && tokens[i].breaks))
    return i;

  switch (tokens[i].word)
    {
    case FB_WORD_SCALE:
      amount->scale = tokens[i].value;
      i++;
      if (is_glued_mark (&tokens[i], '.'))
        i++;
      return fb_token_is_word (&tokens[i], FB_WORD_SCALE) ? i : read_unit (tokens, i, behind, amount);
    case FB_WORD_SCALED_EURO:
      amount->scale = tokens[i].value;
      amount->euro = TRUE;
      return i + 1;
    case FB_WORD_LETTER_T:
    case FB_WORD_LETTER_K:
      if (fb_token_is_word (&tokens[i + 1], FB_WORD_EURO))
        {
          amount->scale = 3;
          amount->euro = TRUE;
          return i + 2;
        }
      amount->counted = behind;
      return i;
    case FB_WORD_EURO:
      amount->euro = TRUE;
      return i + 1;
    case FB_WORD_FOREIGN:
      amount->foreign = TRUE;
      return i + 1;
    case FB_WORD_UNIT:
      amount->counted = behind;
      return i;
    default:
      return i;
    }
}

static void
set_cents (FbAmount *amount, const Digits *digits)
{
  int exponent = amount->scale + 2;
  int surplus = (int) digits->fraction_digits - exponent;
  gint64 fraction;

  if (!amount->valid || digits->whole > MAX_CENTS / power_of_ten (exponent))
    {
      amount->valid = FALSE;
      return;
    }
  if (surplus <= 0)
    fraction = digits->fraction * power_of_ten (-surplus);
  else
    fraction = (digits->fraction + power_of_ten (surplus) / 2) / power_of_ten (surplus);
  amount->cents = digits->whole * power_of_ten (exponent) + fraction;
}

/**
 * fb_amount_read:
 * @tokens: tokens
 * @i: where to read
 * @amount: (out caller-allocates): the number that begins at @i
 *
 * Understands "1.334.250,--", "38.551,41", "50 000", "50'000", "50,000.00", "1,15 Mio. Euro", "€ 5.000", "470 T€".
 * Digits that make no number ("01.02.2012", "2.4.2", absurdly many) are an amount that is not valid, taken as a whole.
 *
 * Returns: whether a number begins at @i
 */
gboolean
fb_amount_read (const FbToken *tokens, guint i, FbAmount *amount)
{
  Digits digits = { 0 };
  guint32 separator;
  guint at = i;
  guint number;

  *amount = (FbAmount) { .valid = TRUE, .first = i };
  if (tokens[at].kind == FB_TOKEN_WORD)
    {
      at = read_unit (tokens, at, FALSE, amount);
      /* A scale by itself ("Tsd. 50") does not stand before numbers. */
      if (at == i || (!amount->euro && !amount->foreign) || tokens[at].breaks)
        return FALSE;
    }
  if (tokens[at].kind != FB_TOKEN_NUMBER)
    return FALSE;

  number = at;
  amount->negative
      = at > 0 && tokens[at].glued && fb_token_is_mark (&tokens[at - 1], '-') && (at < 2 || !tokens[at - 1].glued);
  amount->padded = tokens[at].digits > 1 && tokens[at].number < power_of_ten (MIN (tokens[at].digits, 18) - 1);
  if (tokens[at].digits > 17)
    amount->valid = FALSE;
  digits.whole = amount->valid ? tokens[at].number : 0;

  separator = group_separator (tokens, at);
  /* "1,150 Millionen" is a decimal, "50,000 €" comes from English. */
  if (separator == ',' && (is_scale (tokens, at + 3) || tokens[at].number == 0))
    separator = 0;
  at++;
  if (separator != 0)
    at = read_groups (tokens, at, separator, &digits, amount);
  at = read_fraction (tokens, at, separator, &digits, amount);

  /* A number that goes on is no number: a date, a chapter, a time. */
  if (tokens[at].kind == FB_TOKEN_MARK && tokens[at].glued && is_glued_number (&tokens[at + 1])
      && (tokens[at].mark == '.' || tokens[at].mark == ',' || tokens[at].mark == ':'
          || (tokens[at].mark == '/' && !amount->grouped)))
    {
      amount->valid = FALSE;
      amount->next = fb_tokens_skip (tokens, number);
      return TRUE;
    }

  at = read_unit (tokens, at, TRUE, amount);
  amount->next = at;
  set_cents (amount, &digits);

  return TRUE;
}

/**
 * fb_amount_scale:
 * @amount: an amount without a scale
 * @scale: zeros to add
 *
 * In "20 bis 45 Tsd. Euro" both numbers are thousands.
 */
void
fb_amount_scale (FbAmount *amount, int scale)
{
  if (amount->cents > MAX_CENTS / power_of_ten (scale))
    amount->valid = FALSE;
  else
    amount->cents *= power_of_ten (scale);
  amount->scale = scale;
}
