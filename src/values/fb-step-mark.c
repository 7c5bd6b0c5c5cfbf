/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "values/fb-step-mark.h"

/* Steps of a measure are numbered by hand; what is higher is a year, a department or a paragraph. */
#define MAX_STEP 99

typedef enum
{
  STYLE_NONE,
  STYLE_BRACKETS, /* (1) */
  STYLE_BRACKET,  /* 1) and 1.1) */
  STYLE_STOP,     /* 1. */
} Style;

static gboolean
is_glued_mark (const FbToken *token, guint32 mark)
{
  return fb_token_is_mark (token, mark) && token->glued;
}

static gboolean
is_step_number (const FbToken *token)
{
  return token->kind == FB_TOKEN_NUMBER && token->digits <= 2 && token->number >= 1 && token->number <= MAX_STEP;
}

/* "1. Juni", "2. Quartal" begin a line without numbering it. */
static gboolean
belongs_to_date (const FbToken *token)
{
  if (token->kind != FB_TOKEN_WORD || token->breaks)
    return FALSE;

  return token->word == FB_WORD_MONTH || token->word == FB_WORD_QUARTER || token->word == FB_WORD_HALF
         || token->word == FB_WORD_WEEK;
}

static Style
read_mark (const FbToken *tokens, guint i, FbStepMark *mark)
{
  guint last = i;

  mark->first = i;
  if (fb_token_is_mark (&tokens[i], '('))
    {
      if (!is_step_number (&tokens[i + 1]) || !tokens[i + 1].glued || !is_glued_mark (&tokens[i + 2], ')'))
        return STYLE_NONE;
      mark->number = tokens[i + 1].number;
      mark->next = i + 3;
      return STYLE_BRACKETS;
    }
  if (!tokens[i].breaks || !is_step_number (&tokens[i]))
    return STYLE_NONE;

  while (is_glued_mark (&tokens[last + 1], '.') && is_step_number (&tokens[last + 2]) && tokens[last + 2].glued)
    last += 2;
  mark->number = tokens[last].number;
  mark->next = last + 2;
  if (is_glued_mark (&tokens[last + 1], ')'))
    return STYLE_BRACKET;
  if (last == i && is_glued_mark (&tokens[i + 1], '.') && !belongs_to_date (&tokens[i + 2])
      && !(tokens[i + 2].kind == FB_TOKEN_NUMBER && tokens[i + 2].glued))
    return STYLE_STOP;

  return STYLE_NONE;
}

/* "(1) - (3)": the second stands for the steps up to it, although it does not count on. */
static gboolean
ends_range (const FbTokens *tokens, const FbStepMark *before, const FbStepMark *mark)
{
  const FbToken *link = &tokens->tokens[before->next];

  return mark->first == before->next + 1 && mark->number > before->number
         && (fb_token_is_mark (link, '-') || fb_token_is_word (link, FB_WORD_UNTIL));
}

/* The index of the last "(2)", before which a "(1)" inside a line counts. */
static guint
find_last_second (const FbTokens *tokens)
{
  FbStepMark mark;

  for (guint i = tokens->n; i-- > 0;)
    if (read_mark (tokens->tokens, i, &mark) == STYLE_BRACKETS && mark.number == 2)
      return i;

  return 0;
}

/* Behind a comma, a semicolon or at the beginning of a line. */
static gboolean
is_set_off (const FbTokens *tokens, guint i)
{
  return tokens->tokens[i].breaks
         || (i > 0
             && (fb_token_is_mark (&tokens->tokens[i - 1], ',') || fb_token_is_mark (&tokens->tokens[i - 1], ';')));
}

/* "(1) A, (3) B": the text begins with a number, and each further one is set off and new. Then they need not count on;
 * one amid the words or named again refers to a step, and leaves it to find_brackets(). */
static GArray *
find_set_off (const FbTokens *tokens)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (FbStepMark));
  gboolean seen[MAX_STEP + 1] = { FALSE };

  for (guint i = 0; i < tokens->n; i++)
    {
      FbStepMark mark;

      if (read_mark (tokens->tokens, i, &mark) != STYLE_BRACKETS)
        {
          if (i == 0)
            return NULL;
          continue;
        }
      if (!is_set_off (tokens, i) || seen[mark.number])
        return NULL;
      seen[mark.number] = TRUE;
      g_array_append_val (marks, mark);
      i = mark.next - 1;
    }

  return marks->len > 1 ? g_steal_pointer (&marks) : NULL;
}

static GArray *
find_brackets (const FbTokens *tokens)
{
  GArray *marks = NULL;
  FbStepMark before = { 0 };
  guint last_second = G_MAXUINT;

  for (guint i = 0; i < tokens->n; i++)
    {
      FbStepMark mark;
      gboolean counts_on;

      if (read_mark (tokens->tokens, i, &mark) != STYLE_BRACKETS)
        continue;
      counts_on = mark.number == before.number + 1 || (before.number > 0 && ends_range (tokens, &before, &mark));
      if (!tokens->tokens[i].breaks && before.number == 0)
        {
          if (last_second == G_MAXUINT)
            last_second = find_last_second (tokens);
          counts_on &= last_second > i;
        }
      if (!tokens->tokens[i].breaks && !counts_on)
        continue;

      if (marks == NULL)
        marks = g_array_new (FALSE, FALSE, sizeof (FbStepMark));
      g_array_append_val (marks, mark);
      before = mark;
      i = mark.next - 1;
    }

  return marks;
}

/* Numbers before lines. With a full stop they have to count, or every "51. Amt" would be a step. */
static GArray *
find_lines (const FbTokens *tokens, Style style)
{
  GArray *marks = NULL;

  for (guint i = 0; i < tokens->n; i++)
    {
      FbStepMark mark;

      if (!tokens->tokens[i].breaks || read_mark (tokens->tokens, i, &mark) != style)
        continue;
      if (style == STYLE_STOP && marks != NULL
          && mark.number != g_array_index (marks, FbStepMark, marks->len - 1).number + 1)
        continue;
      if (marks == NULL)
        marks = g_array_new (FALSE, FALSE, sizeof (FbStepMark));
      g_array_append_val (marks, mark);
    }
  if (style == STYLE_STOP && marks != NULL && marks->len < 2)
    g_clear_pointer (&marks, g_array_unref);

  return marks;
}

/* Of "1.2)" the number is 2; where "2.1)" follows, that would number two parts alike, so they are counted instead. */
static void
count_anew (GArray *marks)
{
  gboolean rises = TRUE;

  for (guint i = 1; i < marks->len; i++)
    if (g_array_index (marks, FbStepMark, i).number <= g_array_index (marks, FbStepMark, i - 1).number)
      rises = FALSE;
  for (guint i = 0; !rises && i < marks->len; i++)
    g_array_index (marks, FbStepMark, i).number = i + 1;
}

/**
 * fb_step_marks_find:
 * @tokens: words
 *
 * Finds the numbers of the parts: "(1)" at the beginning of a line, and inside it where the numbers count on from 1 or
 * where the text begins with one and all others are set off by a comma, a semicolon or a line; "1)" and "1.1)" at the
 * beginning of lines; "1." there when at least two count.
 *
 * Returns: (transfer full) (nullable) (element-type FbStepMark): the marks in their order, %NULL when there are none
 */
GArray *
fb_step_marks_find (const FbTokens *tokens)
{
  GArray *marks = find_set_off (tokens);

  if (marks == NULL)
    marks = find_brackets (tokens);
  if (marks != NULL)
    return marks;
  marks = find_lines (tokens, STYLE_BRACKET);
  if (marks != NULL)
    {
      count_anew (marks);
      return marks;
    }

  return find_lines (tokens, STYLE_STOP);
}
