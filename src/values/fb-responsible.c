/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "values/fb-responsible.h"

#include "values/fb-piece.h"
#include "values/fb-step-mark.h"

#include <string.h>

/* Names joined by more than this many words are a sentence, and nobody's register answers for it. */
#define MAX_JOINTS 8

/* A bracket that is still open after so many tokens was never closed. */
#define MAX_BRACKETED 200

typedef struct
{
  const char *words;
  const FbToken *tokens;
  FbKnownWord known;
  gpointer data;
  GPtrArray *bodies;
} Reader;

static void
free_body (gpointer data)
{
  FbBody *body = data;

  g_free (body->name);
  g_free (body);
}

static void
free_group (gpointer data)
{
  FbResponsibleGroup *group = data;

  g_ptr_array_unref (group->bodies);
  g_free (group);
}

static FbResponsibleGroup *
add_group (GPtrArray *groups, int step)
{
  FbResponsibleGroup *group = g_new0 (FbResponsibleGroup, 1);

  group->step = step;
  group->bodies = g_ptr_array_new_with_free_func (free_body);
  g_ptr_array_add (groups, group);

  return group;
}

static void
add_body (Reader *reader, guint first, guint next)
{
  FbBody *body;
  gboolean named = FALSE;

  /* A dash in an empty cell is nobody. */
  for (guint i = first; i < next && !named; i++)
    named = reader->tokens[i].kind != FB_TOKEN_MARK;
  if (!named)
    return;

  body = g_new (FbBody, 1);
  body->start = reader->tokens[first].start;
  body->end = reader->tokens[next - 1].end;
  body->name = g_strndup (reader->words + body->start, body->end - body->start);
  g_ptr_array_add (reader->bodies, body);
}

static gboolean
is_known (const Reader *reader, guint first, guint next)
{
  g_autofree char *name = NULL;
  gsize start;

  if (reader->known == NULL || first >= next)
    return FALSE;
  start = reader->tokens[first].start;
  name = g_strndup (reader->words + start, reader->tokens[next - 1].end - start);

  return reader->known (name, reader->data);
}

/* "und", "mit" and their like: they join two bodies or are part of a name, and only the register knows. */
static gboolean
is_joint (const FbToken *token)
{
  return fb_token_is_word (token, FB_WORD_AND) || fb_token_is_word (token, FB_WORD_WITH)
         || fb_token_is_mark (token, '+');
}

static gboolean
add_joined (Reader *reader, guint first, guint next, guint depth)
{
  if (depth > MAX_JOINTS)
    return FALSE;

  for (guint i = first + 1; i + 1 < next; i++)
    {
      guint right;

      if (!is_joint (&reader->tokens[i]) || !is_known (reader, first, i))
        continue;
      right = fb_piece_skip_stop (reader->tokens, i + 1);
      if (is_known (reader, right, next))
        {
          add_body (reader, first, i);
          add_body (reader, right, next);
          return TRUE;
        }
      /* The first one waits until the rest is known to divide. */
      if (add_joined (reader, right, next, depth + 1))
        {
          FbBody *body;

          add_body (reader, first, i);
          body = g_ptr_array_steal_index (reader->bodies, reader->bodies->len - 1);
          for (guint at = 0;; at++)
            if (at == reader->bodies->len || ((FbBody *) g_ptr_array_index (reader->bodies, at))->start > body->start)
              {
                g_ptr_array_insert (reader->bodies, at, body);
                break;
              }
          return TRUE;
        }
    }

  return FALSE;
}

static void
add_part (Reader *reader, guint first, guint next)
{
  if (first >= next)
    return;
  if (is_known (reader, first, next) || !add_joined (reader, first, next, 0))
    add_body (reader, first, next);
}

/* Endings behind a slash that make another form of the word before it: "Partner/innen", "jede/r". */
static gboolean
is_ending (const Reader *reader, const FbToken *token)
{
  static const char *const endings[] = { "innen", "in", "n", "en", "r", "er", "e", "es", "s", "m" };
  gsize length = token->end - token->start;

  if (token->kind != FB_TOKEN_WORD || !token->glued)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (length == strlen (endings[i]) && memcmp (reader->words + token->start, endings[i], length) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
divides (const Reader *reader, guint i)
{
  const FbToken *tokens = reader->tokens;

  if (!fb_token_is_mark (&tokens[i], '/'))
    return FALSE;
  if (tokens[i].glued && is_ending (reader, &tokens[i + 1]))
    return FALSE;
  /* "und/oder" */
  if (i > 0 && fb_token_is_word (&tokens[i - 1], FB_WORD_AND) && fb_token_is_word (&tokens[i + 1], FB_WORD_OR))
    return FALSE;

  return TRUE;
}

/* The index of the bracket that closes the one at @i on the same line, @i itself when there is none. */
static guint
skip_brackets (const FbToken *tokens, guint i, guint next)
{
  guint depth = 0;

  next = MIN (next, i + MAX_BRACKETED);
  for (guint at = i; at < next && (at == i || !tokens[at].breaks); at++)
    {
      if (fb_token_is_mark (&tokens[at], '('))
        depth++;
      else if (fb_token_is_mark (&tokens[at], ')') && --depth == 0)
        return at;
    }

  return i;
}

/* What stands between commas and line breaks. */
static void
add_entry (Reader *reader, guint first, guint next)
{
  guint start;

  /* "• 51", "- 51" */
  while (first < next && reader->tokens[first].kind == FB_TOKEN_MARK && reader->tokens[first].breaks
         && !fb_token_is_mark (&reader->tokens[first], '('))
    first++;
  /* "Federführung: 51", but not "Partner:innen" */
  if (first + 1 < next && fb_token_is_word (&reader->tokens[first], FB_WORD_ROLE)
      && fb_token_is_mark (&reader->tokens[first + 1], ':') && !reader->tokens[first + 2].glued)
    first += 2;
  if (first >= next)
    return;
  if (is_known (reader, first, next))
    {
      add_body (reader, first, next);
      return;
    }

  start = first;
  for (guint i = first; i < next; i++)
    {
      if (fb_token_is_mark (&reader->tokens[i], '('))
        i = skip_brackets (reader->tokens, i, next);
      else if (divides (reader, i))
        {
          add_part (reader, start, i);
          start = i + 1;
        }
    }
  add_part (reader, start, next);
}

static void
read_bodies (Reader *reader, guint first, guint next)
{
  guint start = first;

  for (guint i = first; i < next; i++)
    {
      const FbToken *token = &reader->tokens[i];

      if (token->breaks && i > start)
        {
          add_entry (reader, start, i);
          start = i;
        }
      if (fb_token_is_mark (token, '('))
        {
          i = skip_brackets (reader->tokens, i, next);
        }
      else if (fb_token_is_mark (token, ',') || fb_token_is_mark (token, ';'))
        {
          add_entry (reader, start, i);
          start = i + 1;
        }
    }
  add_entry (reader, start, next);
}

/* Between "(1)" and "(2)" stands nothing but "," or "und": what comes behind is for both. */
static gboolean
is_link (const FbToken *tokens, guint first, guint next)
{
  if (first >= next)
    return FALSE;
  for (guint i = first; i < next; i++)
    if (tokens[i].kind == FB_TOKEN_NUMBER
        || (tokens[i].kind == FB_TOKEN_WORD && tokens[i].word != FB_WORD_AND && tokens[i].word != FB_WORD_UNTIL))
      return FALSE;

  return TRUE;
}

static gboolean
is_range_link (const FbToken *tokens, guint first, guint next)
{
  return next == first + 1
         && (fb_token_is_mark (&tokens[first], '-') || fb_token_is_word (&tokens[first], FB_WORD_UNTIL));
}

static void
read_groups (Reader *reader, GPtrArray *groups, const FbTokens *tokens, GArray *marks)
{
  guint shared = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const FbStepMark *mark = &g_array_index (marks, FbStepMark, i);
      gboolean last = i + 1 == marks->len;
      guint next = last ? tokens->n : g_array_index (marks, FbStepMark, i + 1).first;

      add_group (groups, mark->number);
      if (!last && is_link (tokens->tokens, mark->next, next))
        {
          int end = g_array_index (marks, FbStepMark, i + 1).number;

          shared++;
          if (is_range_link (tokens->tokens, mark->next, next))
            for (int step = mark->number + 1; step < end; step++, shared++)
              add_group (groups, step);
          continue;
        }
      for (; shared > 0; shared--)
        {
          reader->bodies = ((FbResponsibleGroup *) g_ptr_array_index (groups, groups->len - 1 - shared))->bodies;
          read_bodies (reader, mark->next, next);
        }
      reader->bodies = ((FbResponsibleGroup *) g_ptr_array_index (groups, groups->len - 1))->bodies;
      read_bodies (reader, mark->next, next);
    }
}

/**
 * fb_responsible_read:
 * @words: (nullable): the words that say who is responsible
 * @known: (nullable) (scope call): whether a name is known
 * @data: data for @known
 *
 * Divides @words into names: at commas, semicolons, slashes and line breaks, not inside brackets, and at "und" and
 * "mit" where both sides are known. A name that is known as a whole is never divided. "(1) …, (2) …" makes a group for
 * each step.
 *
 * Returns: (transfer full) (element-type FbResponsibleGroup): the groups in the order typed; empty when nobody is named
 */
GPtrArray *
fb_responsible_read (const char *words, FbKnownWord known, gpointer data)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (free_group);
  Reader reader = { .words = words, .known = known, .data = data };
  g_auto (FbTokens) tokens;
  g_autoptr (GArray) marks = NULL;
  guint lead;

  fb_tokens_init (&tokens, words);
  reader.tokens = tokens.tokens;
  marks = fb_step_marks_find (&tokens);

  lead = marks != NULL ? g_array_index (marks, FbStepMark, 0).first : tokens.n;
  if (lead > 0)
    {
      reader.bodies = add_group (groups, 0)->bodies;
      read_bodies (&reader, 0, lead);
      if (reader.bodies->len == 0)
        g_ptr_array_set_size (groups, 0);
    }
  if (marks != NULL)
    read_groups (&reader, groups, &tokens, marks);

  return groups;
}

/**
 * fb_responsible_to_string:
 * @groups: (element-type FbResponsibleGroup): groups
 *
 * Returns: (transfer full): the reading in a notation for programs: "Amt 61 | VVO", "1: 51 | 32; 2: 51", or "empty"
 */
char *
fb_responsible_to_string (GPtrArray *groups)
{
  GString *text;

  if (groups->len == 0)
    return g_strdup ("empty");

  text = g_string_new (NULL);
  for (guint i = 0; i < groups->len; i++)
    {
      const FbResponsibleGroup *group = g_ptr_array_index (groups, i);

      if (i > 0)
        g_string_append (text, "; ");
      if (group->step != 0)
        g_string_append_printf (text, group->bodies->len > 0 ? "%d: " : "%d:", group->step);
      for (guint b = 0; b < group->bodies->len; b++)
        {
          const FbBody *body = g_ptr_array_index (group->bodies, b);

          g_string_append_printf (text, b > 0 ? " | %s" : "%s", body->name);
        }
    }

  return g_string_free (text, FALSE);
}
