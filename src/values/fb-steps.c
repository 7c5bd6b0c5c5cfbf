/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "values/fb-steps.h"

#include "values/fb-step-mark.h"

static void
free_part (gpointer data)
{
  FbStepPart *part = data;

  g_free (part->label);
  g_free (part->text);
  g_free (part);
}

static char *
copy_range (const char *words, gsize start, gsize end)
{
  return g_strndup (words + start, end - start);
}

/**
 * fb_steps_split:
 * @words: (nullable): pasted text
 * @lead: (out) (optional) (transfer full): what stands before the first number; all of @words when there is none
 *
 * Splits "(1) … (2) …" into its parts. Nothing is lost but the white space around the parts: @lead, labels and texts
 * together are
 * @words.
 *
 * Returns: (transfer full) (element-type FbStepPart): the parts; empty when @words is not numbered
 */
GPtrArray *
fb_steps_split (const char *words, char **lead)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (free_part);
  g_auto (FbTokens) tokens;
  g_autoptr (GArray) marks = NULL;

  fb_tokens_init (&tokens, words);
  marks = fb_step_marks_find (&tokens);
  if (marks == NULL)
    {
      if (lead != NULL)
        *lead = g_strdup (words != NULL ? words : "");
      return parts;
    }

  if (lead != NULL)
    {
      const FbStepMark *mark = &g_array_index (marks, FbStepMark, 0);
      gsize end = mark->first > 0 ? tokens.tokens[mark->first - 1].end : 0;

      *lead = copy_range (words, mark->first > 0 ? tokens.tokens[0].start : 0, end);
    }
  for (guint i = 0; i < marks->len; i++)
    {
      const FbStepMark *mark = &g_array_index (marks, FbStepMark, i);
      guint next = i + 1 < marks->len ? g_array_index (marks, FbStepMark, i + 1).first : tokens.n;
      FbStepPart *part = g_new0 (FbStepPart, 1);

      part->number = mark->number;
      part->label = copy_range (words, tokens.tokens[mark->first].start, tokens.tokens[mark->next - 1].end);
      part->start = part->end = tokens.tokens[mark->next - 1].end;
      if (next > mark->next)
        {
          part->start = tokens.tokens[mark->next].start;
          part->end = tokens.tokens[next - 1].end;
        }
      part->text = copy_range (words, part->start, part->end);
      g_ptr_array_add (parts, part);
    }

  return parts;
}
