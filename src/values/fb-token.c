/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "values/fb-token.h"

#include <string.h>

/* A character that is not there to a reader: soft hyphen, zero-width space and joiners, byte order mark. */
static gboolean
is_ignorable (gunichar c)
{
  return c == 0xad || (c >= 0x200b && c <= 0x200d) || c == 0x2060 || c == 0xfeff;
}

static gboolean
is_space (gunichar c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f' || (c >= 0x80 && g_unichar_isspace (c));
}

static gboolean
is_break (gunichar c)
{
  return c == '\n' || c == 0x2028 || c == 0x2029;
}

static gboolean
is_digit (gunichar c)
{
  return c >= '0' && c <= '9';
}

static gboolean
is_letter (gunichar c)
{
  if (c < 0x80)
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');

  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

/* Single characters that are words to the readers: currencies, percent, comparison. */
static gboolean
is_sign (gunichar c)
{
  switch (c)
    {
    case '$':
    case '%':
    case '&':
    case '<':
    case '>':
    case 0xa3:   /* £ */
    case 0x20ac: /* € */
    case 0x2030: /* ‰ */
    case 0x2264: /* ≤ */
    case 0x2265: /* ≥ */
      return TRUE;
    default:
      return FALSE;
    }
}

static guint32
normalize_mark (gunichar c)
{
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xfe58 || c == 0xfe63 || c == 0xff0d)
    return '-';
  if (c == 0x2044 || c == 0x2215)
    return '/';
  if (c == 0x2018 || c == 0x2019 || c == 0x201b || c == 0xb4 || c == '`')
    return '\'';

  return c;
}

/* Like g_utf8_get_char(), but a byte that is no UTF-8 is a character by itself instead of undefined behaviour. */
static gunichar
next_character (const char *at, gsize *length)
{
  gunichar c = (guchar) *at;

  *length = 1;
  if (c < 0x80)
    return c;

  c = g_utf8_get_char_validated (at, -1);
  if (c >= 0x110000)
    return 0xfffd;

  *length = g_unichar_to_utf8 (c, NULL);
  return c;
}

static void
fold_character (gunichar c, char *folded, gsize *length)
{
  const char *spelled = NULL;

  if (c < 0x80)
    {
      if (*length < FB_WORD_LENGTH)
        folded[(*length)++] = g_ascii_tolower (c);
      return;
    }

  switch (c)
    {
    case 0xc4:
    case 0xe4:
      spelled = "ae";
      break;
    case 0xd6:
    case 0xf6:
      spelled = "oe";
      break;
    case 0xdc:
    case 0xfc:
      spelled = "ue";
      break;
    case 0xdf:
    case 0x1e9e:
      spelled = "ss";
      break;
    case 0x308:
      /* A combining diaeresis: the letter before it is already there. */
      spelled = "e";
      break;
    default:
      break;
    }

  if (spelled != NULL)
    {
      while (*spelled != '\0' && *length < FB_WORD_LENGTH)
        folded[(*length)++] = *spelled++;
    }
  else if (*length + 6 <= FB_WORD_LENGTH)
    {
      *length += g_unichar_to_utf8 (g_unichar_tolower (c), folded + *length);
    }
}

static FbToken *
append_token (FbTokens *tokens)
{
  if (tokens->n + FB_TOKENS_AHEAD >= tokens->allocated)
    {
      guint allocated = tokens->allocated * 2;

      if (tokens->tokens == tokens->few)
        {
          tokens->tokens = g_new (FbToken, allocated);
          memcpy (tokens->tokens, tokens->few, sizeof tokens->few);
        }
      else
        {
          tokens->tokens = g_renew (FbToken, tokens->tokens, allocated);
        }
      tokens->allocated = allocated;
    }

  memset (&tokens->tokens[tokens->n], 0, sizeof (FbToken));
  return &tokens->tokens[tokens->n++];
}

static gsize
read_word (const char *words, gsize at, FbToken *token)
{
  char folded[FB_WORD_LENGTH];
  gsize folded_length = 0;
  gsize length;
  gunichar c = next_character (words + at, &length);
  int value;

  token->kind = FB_TOKEN_WORD;
  token->capital = c < 0x80 ? g_ascii_isupper (c) : g_unichar_isupper (c);
  do
    {
      if (!is_ignorable (c))
        fold_character (c, folded, &folded_length);
      at += length;
      c = next_character (words + at, &length);
  } while (is_letter (c) || is_ignorable (c));

  token->word = fb_vocabulary_look_up (folded, folded_length, &value);
  token->value = value;

  return at;
}

static gsize
read_number (const char *words, gsize at, FbToken *token)
{
  gint64 number = 0;
  guint digits = 0;

  token->kind = FB_TOKEN_NUMBER;
  for (; is_digit ((guchar) words[at]); at++)
    {
      if (number <= (G_MAXINT64 - 9) / 10)
        number = number * 10 + (words[at] - '0');
      else
        number = G_MAXINT64;
      if (digits < 255)
        digits++;
    }
  token->number = number;
  token->digits = digits;

  return at;
}

static gsize
read_sign (const char *words, gsize at, gsize length, FbToken *token)
{
  int value;

  token->kind = FB_TOKEN_WORD;
  token->word = fb_vocabulary_look_up (words + at, length, &value);
  token->value = value;

  return at + length;
}

static gsize
read_mark (const char *words, gsize at, gsize length, gunichar c, FbToken *token)
{
  token->kind = FB_TOKEN_MARK;
  token->mark = normalize_mark (c);
  at += length;
  if (c == '.' && words[at] == '.')
    {
      token->mark = FB_MARK_DOTS;
      while (words[at] == '.')
        at++;
    }

  return at;
}

/**
 * fb_tokens_init:
 * @tokens: (out caller-allocates): the tokens
 * @words: (nullable): the words; must outlive nothing, tokens hold offsets only
 *
 * Cuts @words into tokens. Takes any bytes; what is no UTF-8 becomes marks that no reader knows.
 */
void
fb_tokens_init (FbTokens *tokens, const char *words)
{
  gboolean glued = FALSE;
  gboolean breaks = TRUE;
  gsize at = 0;

  tokens->tokens = tokens->few;
  tokens->allocated = FB_TOKENS_INLINE;
  tokens->n = 0;

  while (words != NULL && words[at] != '\0')
    {
      FbToken *token;
      gsize length;
      gunichar c = next_character (words + at, &length);

      if (is_ignorable (c) || is_space (c) || is_break (c))
        {
          if (!is_ignorable (c))
            glued = FALSE;
          if (is_break (c))
            breaks = TRUE;
          at += length;
          continue;
        }

      token = append_token (tokens);
      token->glued = glued;
      token->breaks = breaks;
      token->start = at;
      if (is_digit (c))
        at = read_number (words, at, token);
      else if (is_letter (c))
        at = read_word (words, at, token);
      else if (is_sign (c))
        at = read_sign (words, at, length, token);
      else
        at = read_mark (words, at, length, c, token);
      token->end = at;
      glued = TRUE;
      breaks = FALSE;
    }

  memset (&tokens->tokens[tokens->n], 0, FB_TOKENS_AHEAD * sizeof (FbToken));
  for (guint i = 0; i < FB_TOKENS_AHEAD; i++)
    {
      tokens->tokens[tokens->n + i].breaks = TRUE;
      tokens->tokens[tokens->n + i].start = at;
      tokens->tokens[tokens->n + i].end = at;
    }
}

void
fb_tokens_clear (FbTokens *tokens)
{
  if (tokens->tokens != tokens->few)
    g_free (tokens->tokens);
  tokens->tokens = tokens->few;
  tokens->n = 0;
}

/**
 * fb_tokens_skip:
 * @tokens: tokens
 * @i: one of them
 *
 * A number that is nobody's has to be passed as a whole: in "31.02.2016" and "17/2016" no reader may find a 2016.
 *
 * Returns: the index behind the token, or behind the whole group of numbers it begins
 */
guint
fb_tokens_skip (const FbToken *tokens, guint i)
{
  if (tokens[i].kind == FB_TOKEN_END)
    return i;
  if (tokens[i].kind != FB_TOKEN_NUMBER)
    return i + 1;

  for (;;)
    {
      const FbToken *mark = &tokens[i + 1];

      i++;
      if (mark->kind != FB_TOKEN_MARK || !mark->glued || strchr (".,/:'", (int)MIN (mark->mark, 0x7f)) == NULL)
        return i;
      if (tokens[i + 1].kind != FB_TOKEN_NUMBER || !tokens[i + 1].glued)
        return i;
      i++;
    }
}
