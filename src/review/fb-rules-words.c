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
foreach_line (FbCheck       *check,
              const FbWords *words,
              gpointer       data)
{
  LineFunc func = *(LineFunc *) data;

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
check_lines (FbCheck  *check,
             FbNode   *node,
             LineFunc  func)
{
  fb_check_foreach_words (check, node, foreach_line, &func);
}

/* Words behind which a sentence cannot end. */
static const char *const openers[] = {
  "am",   "an",    "auf",  "aus",  "bei",  "beim", "bzw.", "das",  "dem",    "den",  "der",    "des",   "die",
  "durch", "ein",  "eine", "einem", "einen", "einer", "eines", "für", "gegen", "im",  "in",     "ins",  "mit",
  "nach", "ohne", "oder", "sowie", "über", "um",   "und",  "unter", "vom",   "von",  "wegen",  "wenn",  "zum",
  "zur",  "zwischen", "dass", "weil", "deren", "dessen", "sowohl", "als", NULL,
};

/* Verbs are parted from these at the end of a main clause ("lädt … ein"). */
static const char *const particles[] = { "am", "an", "auf", "aus", "bei", "durch", "ein", "mit", "nach", "über",
                                         "um", "unter", NULL };

static void
check_end (FbCheck       *check,
           const FbWords *words,
           gsize          start,
           gsize          end)
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
  /* One word is no sentence; and behind a particle may have been a verb. */
  if (begin == line || !g_strv_contains (openers, word) || g_strv_contains (particles, word))
    return;

  fb_check_report_words (check, words, start, last - words->words, _("The sentence breaks off behind “%s”"), word);
}

void
fb_check_cut_off (FbCheck *check,
                  FbNode  *node)
{
  check_lines (check, node, check_end);
}

/* Brackets */

static gboolean
is_list_mark (const FbWords *words,
              gsize          start,
              gsize          at)
{
  const char *line = words->words + start;
  const char *p = words->words + at;

  /* "1.1)", "a)": what is before the bracket goes back to a space or the beginning, and is short. */
  while (p > line && (g_ascii_isdigit (p[-1]) || p[-1] == '.'))
    p--;
  if (p == words->words + at && p > line && g_ascii_isalpha (p[-1]))
    p--;
  return p < words->words + at && words->words + at - p <= 5 && (p == line || g_ascii_isspace (p[-1]));
}

static void
check_brackets (FbCheck       *check,
                const FbWords *words,
                gsize          start,
                gsize          end)
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
      else if (!is_list_mark (words, start, i))
        {
          fb_check_report_words (check, words, i, i + 1, _("“%c” closes a bracket that was not opened"), *found);
        }
    }
  for (guint i = 0; i < MIN (depth, G_N_ELEMENTS (open)); i++)
    fb_check_report_words (check, words, open[i], open[i] + 1, _("“%c” opens a bracket that is not closed"),
                           words->words[open[i]]);
}

void
fb_check_brackets (FbCheck *check,
                   FbNode  *node)
{
  check_lines (check, node, check_brackets);
}

/* Double words */

/* In German a relative pronoun may meet its article: "die, die", "das das". */
static const char *const may_repeat[] = { "die", "der", "das", "den", "dem", "sie", "ist", NULL };

static void
find_double_words (FbCheck       *check,
                   const FbWords *words,
                   gsize          start,
                   gsize          end)
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
      if (!g_strv_contains (may_repeat, folded))
        fb_check_report_words (check, words, start + from, start + to, _("“%s” stands twice"), word);
    }
}

void
fb_check_double_words (FbCheck *check,
                       FbNode  *node)
{
  check_lines (check, node, find_double_words);
}

/* Spaces */

static void
find_double_spaces (FbCheck       *check,
                    const FbWords *words,
                    gsize          start,
                    gsize          end)
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
      fb_check_report_words (check, words, start + from, start + to, _("Two spaces stand together"));
    }
}

void
fb_check_double_spaces (FbCheck *check,
                        FbNode  *node)
{
  check_lines (check, node, find_double_spaces);
}

char *
fb_repair_double_spaces (const char *found)
{
  return g_strdup (" ");
}

/* Forms of one thing that are mixed in a document */

typedef struct
{
  const char *label; /* untranslated */
  const char *pattern;
} Form;

/* The place of the first of each form, and how many there are. */
typedef struct
{
  const Form *forms;
  guint n_forms;
  GRegex **regexes;
  FbWords first[8];
  int start[8];
  int end[8];
  guint count[8];
} Mixture;

static void
count_forms (FbCheck       *check,
             const FbWords *words,
             gpointer       data)
{
  Mixture *mixture = data;

  for (guint i = 0; i < mixture->n_forms; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      g_regex_match_full (mixture->regexes[i], words->words, words->length, 0, 0, &match, NULL);
      for (; g_match_info_matches (match); g_match_info_next (match, NULL))
        if (mixture->count[i]++ == 0)
          {
            mixture->first[i] = *words;
            g_match_info_fetch_pos (match, 0, &mixture->start[i], &mixture->end[i]);
          }
    }
}

/* Reports the rarest form once, at its first place, and names all. */
static void
check_mixture (FbCheck    *check,
               FbNode     *root,
               const Form *forms,
               guint       n_forms,
               GRegex    **regexes)
{
  Mixture mixture = { .forms = forms, .n_forms = n_forms, .regexes = regexes };
  g_autoptr (GString) list = g_string_new (NULL);
  guint n_used = 0;
  guint rarest = 0;

  g_assert (n_forms <= G_N_ELEMENTS (mixture.first));
  for (guint i = 0; i < n_forms; i++)
    if (regexes[i] == NULL)
      regexes[i] = g_regex_new (forms[i].pattern, G_REGEX_OPTIMIZE, 0, NULL);

  fb_check_foreach_words_below (check, root, count_forms, &mixture);
  for (guint i = 0; i < n_forms; i++)
    {
      if (mixture.count[i] == 0)
        continue;
      if (n_used == 0 || mixture.count[i] < mixture.count[rarest])
        rarest = i;
      g_string_append_printf (list, "%s%s (%u)", n_used > 0 ? ", " : "", _(forms[i].label), mixture.count[i]);
      n_used++;
    }
  if (n_used > 1)
    /* Translators: a list of forms with the number of each */
    fb_check_report_words (check, &mixture.first[rarest], mixture.start[rarest], mixture.end[rarest], _("Mixed: %s"),
                           list->str);
}

void
fb_check_mixed_gender (FbCheck *check,
                       FbNode  *root)
{
  static const Form forms[] = {
    { N_("both words"), "\\b\\p{L}+innen (?:und|oder|sowie) (?!\\p{Ll})\\p{L}+|\\b\\p{Lu}\\p{L}+ (?:und|oder) "
                        "\\p{Lu}\\p{L}+innen\\b" },
    { N_("slash"), "\\p{L}/-?(?:innen|in)\\b" },
    { N_("star"), "\\p{L}\\*(?:innen|in)\\b" },
    { N_("colon"), "\\p{L}:(?:innen|in)\\b" },
    { N_("gap"), "\\p{L}_(?:innen|in)\\b" },
    { N_("inner capital"), "\\p{Ll}(?:Innen|In)\\b" },
  };
  static GRegex *regexes[G_N_ELEMENTS (forms)];

  check_mixture (check, root, forms, G_N_ELEMENTS (forms), regexes);
}

void
fb_check_mixed_quotes (FbCheck *check,
                       FbNode  *root)
{
  static const Form forms[] = {
    { N_("„German“"), "„[^„\"]*“" },
    { N_("\"straight\""), "\"[^\"]*\"" },
    { N_("»guillemets«"), "»[^»«]*«|«[^»«]*»" },
    { N_("“English”"), "“[^“„”]*”" },
    { N_("„mixed\""), "„[^„“]*\"" },
  };
  static GRegex *regexes[G_N_ELEMENTS (forms)];

  check_mixture (check, root, forms, G_N_ELEMENTS (forms), regexes);
}
