/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "values/fb-vocabulary.h"

G_BEGIN_DECLS

typedef enum
{
  FB_TOKEN_END,
  FB_TOKEN_WORD,
  FB_TOKEN_NUMBER,
  FB_TOKEN_MARK,
} FbTokenKind;

/* Two full stops in a row, and the ellipsis. */
#define FB_MARK_DOTS 0x2026

/**
 * FbToken:
 * @kind: a word, a run of digits, any other character, or the end
 * @glued: there is nothing between this token and the one before
 * @breaks: there is a line break before it, or it is the first
 * @capital: (word) begins with a capital letter
 * @word: (word) what it means, see #FbWord
 * @value: (word) which one of them
 * @digits: (number) how many digits, at most 255
 * @mark: (mark) the character; every dash is "-", every slash "/", every apostrophe "'"
 * @start: offset of its first byte
 * @end: offset behind its last byte
 * @number: (number) the value, G_MAXINT64 when it is too large
 */
typedef struct
{
  guint8 kind;
  guint8 glued : 1;
  guint8 breaks : 1;
  guint8 capital : 1;
  guint8 word;
  guint8 digits;
  gint16 value;
  guint32 mark;
  gsize start;
  gsize end;
  gint64 number;
} FbToken;

#define FB_TOKENS_INLINE 48

/* Tokens end with a few of kind FB_TOKEN_END, so that a reader may look ahead without asking. */
#define FB_TOKENS_AHEAD 4

/**
 * FbTokens:
 * @tokens: the tokens
 * @n: how many, without the ends
 *
 * Words in pieces, for the readers of this room. fb_tokens_init() and fb_tokens_clear() enclose its use.
 */
typedef struct
{
  FbToken *tokens;
  guint n;
  guint allocated;
  FbToken few[FB_TOKENS_INLINE];
} FbTokens;

void  fb_tokens_init  (FbTokens *tokens, const char *words);
void  fb_tokens_clear (FbTokens *tokens);
guint fb_tokens_skip  (const FbToken *tokens, guint i);

static inline gboolean
fb_token_is_word (const FbToken *token, FbWord word)
{
  return token->kind == FB_TOKEN_WORD && token->word == word;
}

static inline gboolean
fb_token_is_mark (const FbToken *token, guint32 mark)
{
  return token->kind == FB_TOKEN_MARK && token->mark == mark;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FbTokens, fb_tokens_clear)

G_END_DECLS
