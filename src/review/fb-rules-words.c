/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "review/fb-rules-private.h"

/* What is looked at in words, for its form alone. Rules of the German language where nothing else is said. */

typedef void (*LineFunc) (FbCheck *check, const FbWords *words, gsize start, gsize end);

/* Calls a function for each line, which in rich text is a paragraph. */
static void
foreach_line (FbCheck *check, const FbWords *words, gpointer data)
{
  LineFunc func = *(LineFunc *)data;

  for (const char *line = words->words; line <= words->words + words->length;)
    {
      const char *end = strchr (line, '\n');

      if (end == NULL)
        end = words->words + words->length;
      if (end > line)
        func (check, words, line - words->words, end - words->words);
      line = end + 1;
    }
}

static void
check_lines (FbCheck *check, FbNode *node, LineFunc func)
{
  fb_check_foreach_words (check, node, foreach_line, &func);
}

/* Words behind which a sentence cannot end. Not among them are those behind which a verb that is parted ends it ("lädt
 * … ein"), and those that may stand for a thing ("So geht das"). */
static const char *const openers[] = {
  "bzw.",  "beim", "dem",  "der",  "des",   "die",    "einem",  "einen",    "einer", "eines", "für",
  "gegen", "im",   "in",   "ins",  "ohne",  "oder",   "sowie",  "und",      "vom",   "von",   "wenn",
  "zum",   "zur",  "dass", "weil", "deren", "dessen", "sowohl", "zwischen", NULL,
};

/* Words by which an item of a list leads on to the next one. */
static const char *const joiners[] = { "und", "oder", "sowie", "bzw.", NULL };

/* Whether what begins here goes on in a list: "Die Stadt sorgt für die" and its items, "Beratung und" and the next. */
static gboolean
leads_on (const FbWords *words, gsize start, const char *word)
{
  for (guint i = 0; words->text != NULL && i + 1 < fb_text_get_n_paragraphs (words->text); i++)
    {
      const FbParagraph *paragraph = fb_text_get_paragraph (words->text, i);
      const FbParagraph *next = fb_text_get_paragraph (words->text, i + 1);

      if (paragraph->start == start)
        return next->level > paragraph->level
               || (next->level == paragraph->level && next->level > 0 && g_strv_contains (joiners, word));
    }

  return FALSE;
}

static void
check_end (FbCheck *check, const FbWords *words, gsize start, gsize end)
{
  const char *line = words->words + start;
  const char *last = words->words + end;
  const char *begin;
  g_autofree char *word = NULL;

  /* A line of words is no sentence yet; a paragraph is. */
  if (words->text == NULL && end < words->length)
    return;

  while (last > line && g_ascii_isspace (last[-1]))
    last--;
  for (begin = last; begin > line && !g_ascii_isspace (begin[-1]);)
    begin--;
  word = g_strndup (begin, last - begin);
  /* One word is no sentence. */
  if (begin == line || leads_on (words, start, word))
    return;

  if (g_strv_contains (openers, word))
    fb_check_report_words (check, words, start, last - words->words, _ ("The sentence breaks off behind “%s”"), word);
  else if (strlen (word) > 3 && word[strlen (word) - 1] == '-' && g_ascii_isalpha (word[strlen (word) - 2]))
    fb_check_report_words (check, words, start, last - words->words, _ ("The word “%s” breaks off"), word);
}

void
fb_check_cut_off (FbCheck *check, FbNode *node)
{
  check_lines (check, node, check_end);
}

/* Brackets */

/* "1.1)", "a)", "iv)": what is before the bracket goes back to a space or the beginning, and is short. */
static gboolean
is_list_mark (const char *words, gsize at)
{
  const char *end = words + at;
  const char *p = end;

  while (p > words && (g_ascii_isalnum (p[-1]) || p[-1] == '.'))
    p--;
  if (p == end || (p > words && !g_ascii_isspace (p[-1])))
    return FALSE;
  if (end - p == 1 || strspn (p, "0123456789.") == (gsize)(end - p))
    return end - p <= 5;
  return strspn (p, "ivx") == (gsize)(end - p);
}

static void
check_brackets (FbCheck *check, const FbWords *words, gsize start, gsize end)
{
  static const char pairs[] = "()[]{}";
  gsize open[32];
  guint depth = 0;

  for (gsize i = start; i < end; i++)
    {
      const char *found = words->words[i] != '\0' ? strchr (pairs, words->words[i]) : NULL;
      gboolean opens = found != NULL && (found - pairs) % 2 == 0;

      if (found == NULL)
        continue;
      if (opens)
        {
          if (depth < G_N_ELEMENTS (open))
            open[depth] = i;
          depth++;
        }
      else if (depth > 0)
        {
          depth--;
        }
      else if (!is_list_mark (words->words + start, i - start))
        {
          fb_check_report_words (check, words, i, i + 1, _ ("“%c” closes a bracket that was not opened"), *found);
        }
    }
  for (guint i = 0; i < MIN (depth, G_N_ELEMENTS (open)); i++)
    fb_check_report_words (check, words, open[i], open[i] + 1, _ ("“%c” opens a bracket that is not closed"),
                           words->words[open[i]]);
}

/* A bracket may go over line breaks, but not over paragraphs. */
static void
check_brackets_of (FbCheck *check, const FbWords *words, gpointer data)
{
  LineFunc func = check_brackets;

  if (words->text != NULL)
    foreach_line (check, words, &func);
  else
    check_brackets (check, words, 0, words->length);
}

void
fb_check_brackets (FbCheck *check, FbNode *node)
{
  fb_check_foreach_words (check, node, check_brackets_of, NULL);
}

/* Double words */

/* In German a relative pronoun may meet its article ("Menschen, die die Sprache lernen"), and names are doubled. */
static const char *const may_repeat[] = { "die", "der", "das", "den", "dem", "sie", "ihr", "es", NULL };
/* These may also stand before and behind a bracket. */
static const char *const may_surround[]
    = { "und", "oder", "in", "an", "zu", "für", "von", "mit", "bei", "auf", "im", "am", "aus", "bis", "je", NULL };

static void
find_double_words (FbCheck *check, const FbWords *words, gsize start, gsize end)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;
  const char *line = words->words + start;

  /* "der der", and "statt (z.B. …) statt": a word that stands again behind a bracket. */
  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("(?<![\\w-])(\\p{L}{2,})(?: \\([^()]*\\))?[ \\x{2028}]+\\1(?![\\w-])",
                                            G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL));

  g_regex_match_full (regex, line, end - start, 0, 0, &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *word = g_match_info_fetch (match, 1);
      g_autofree char *folded = g_utf8_strdown (word, -1);
      int from, to;

      g_match_info_fetch_pos (match, 0, &from, &to);
      if (!g_strv_contains (may_repeat, folded)
          && !(memchr (line + from, ')', to - from) != NULL && g_strv_contains (may_surround, folded)))
        fb_check_report_words (check, words, start + from, start + to, _ ("“%s” stands twice"), word);
    }
}

void
fb_check_double_words (FbCheck *check, FbNode *node)
{
  check_lines (check, node, find_double_words);
}

/* Spaces */

static void
find_double_spaces (FbCheck *check, const FbWords *words, gsize start, gsize end)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;

  /* Between words; a no-break space counts, as word processors put one beside the other. */
  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("(?<=\\S)[ \\x{a0}]{2,}(?=\\S)", G_REGEX_OPTIMIZE, 0, NULL));

  g_regex_match_full (regex, words->words + start, end - start, 0, 0, &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      int from, to;

      g_match_info_fetch_pos (match, 0, &from, &to);
      fb_check_report_words (check, words, start + from, start + to, _ ("Two spaces stand together"));
    }
}

void
fb_check_double_spaces (FbCheck *check, FbNode *node)
{
  check_lines (check, node, find_double_spaces);
}

char *
fb_repair_double_spaces (const char *found)
{
  return g_strdup (" ");
}
