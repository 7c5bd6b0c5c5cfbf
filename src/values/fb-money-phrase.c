/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "values/fb-money-phrase.h"

static gboolean
ends_clause (const FbToken *token)
{
  if (token->kind == FB_TOKEN_END || token->breaks)
    return TRUE;

  return token->kind == FB_TOKEN_MARK
         && (token->mark == ',' || token->mark == ';' || token->mark == ':' || token->mark == '('
             || token->mark == '.');
}

static gboolean
is_passed_over (const FbToken *token)
{
  return token->kind == FB_TOKEN_WORD
         && (token->word == FB_WORD_FILLER || token->word == FB_WORD_ABOUT || token->word == FB_WORD_ADDITIONAL);
}

/* "keine", "keine zusätzlichen Kosten", "kostenneutral": the clause says that nothing is to be paid, and says nothing
 * else. Returns the index of its end, or 0. */
static guint
read_none (const FbToken *tokens, guint i)
{
  while (is_passed_over (&tokens[i]))
    i++;
  if (fb_token_is_word (&tokens[i], FB_WORD_FREE))
    {
      i++;
    }
  else if (fb_token_is_word (&tokens[i], FB_WORD_NO))
    {
      i++;
      while (is_passed_over (&tokens[i]))
        i++;
      if (fb_token_is_word (&tokens[i], FB_WORD_COST) && tokens[i].value == 1)
        i++;
    }
  else
    {
      return 0;
    }
  while (!ends_clause (&tokens[i]) && is_passed_over (&tokens[i]))
    i++;

  return ends_clause (&tokens[i]) ? i : 0;
}

/* What stands behind "keine" may take it back: "keine, aber 0,5 Stellen", "keine Sachkosten; Personalkosten". */
static gboolean
takes_back (const FbToken *token)
{
  if (token->kind == FB_TOKEN_NUMBER)
    return TRUE;
  if (token->kind != FB_TOKEN_WORD)
    return FALSE;

  switch (token->word)
    {
    case FB_WORD_BUT:
    case FB_WORD_COST:
    case FB_WORD_UNIT:
    case FB_WORD_EURO:
      return TRUE;
    default:
      return FALSE;
    }
}

/* "Kosten: keine" */
static guint
skip_heading (const FbToken *tokens)
{
  guint i = 0;

  while (fb_token_is_word (&tokens[i], FB_WORD_COST) || fb_token_is_word (&tokens[i], FB_WORD_TOTAL)
         || is_passed_over (&tokens[i]))
    i++;

  return i > 0 && fb_token_is_mark (&tokens[i], ':') ? i + 1 : 0;
}

/**
 * fb_money_phrase_read:
 * @tokens: words without an amount
 *
 * Returns: %FB_MONEY_OPEN when they say that it is undecided, %FB_MONEY_NONE when they say that there is nothing to
 * pay, else %FB_MONEY_UNKNOWN
 */
FbMoneyState
fb_money_phrase_read (const FbToken *tokens)
{
  gboolean still = FALSE;
  guint end;

  for (guint i = 0; tokens[i].kind != FB_TOKEN_END; i++)
    {
      still |= fb_token_is_word (&tokens[i], FB_WORD_STILL);
      if (fb_token_is_word (&tokens[i], FB_WORD_OPEN))
        return FB_MONEY_OPEN;
      /* "noch nicht beziffert" and "wird noch ermittelt" are undecided, "nicht bezifferbar" is just unknown. */
      if (fb_token_is_word (&tokens[i], FB_WORD_SETTLED) && still)
        return FB_MONEY_OPEN;
    }

  end = read_none (tokens, skip_heading (tokens));
  if (end == 0)
    return FB_MONEY_UNKNOWN;
  for (; tokens[end].kind != FB_TOKEN_END; end++)
    if (takes_back (&tokens[end]))
      return FB_MONEY_UNKNOWN;

  return FB_MONEY_NONE;
}

/**
 * fb_money_phrase_is_lone_number:
 * @tokens: words
 * @i: the index of a number
 * @n_tokens: how many tokens there are
 *
 * Returns: whether there is nothing but this number and words like "ca."
 */
gboolean
fb_money_phrase_is_lone_number (const FbToken *tokens, guint i, guint n_tokens)
{
  for (guint t = 0; t < n_tokens; t++)
    if (t != i && !fb_token_is_word (&tokens[t], FB_WORD_ABOUT) && !fb_token_is_mark (&tokens[t], '.'))
      return FALSE;

  return TRUE;
}
