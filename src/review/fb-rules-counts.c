/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "review/fb-rules-private.h"

/* "vier Handlungsfelder": a number word or digits, up to two adjectives, and a noun that the data can answer for. */

static const char *const number_words[] = {
  "null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
};

typedef guint (*CountFunc) (FbNode *branch);

static guint
count_kind (FbNode     *branch,
            FbKind      kind,
            const char *property,
            const char *choice)
{
  guint n = 0;

  for (FbNode *node = branch; node != NULL; node = fb_node_get_next (node, branch))
    if (fb_node_get_kind (node) == kind &&
        (choice == NULL || g_strcmp0 (fb_node_get_words (node, property), choice) == 0))
      n++;
  return n;
}

static guint
count_fields (FbNode *branch)
{
  return count_kind (branch, FB_KIND_FIELD, NULL, NULL);
}

/* Groups work on the fields where the process does not list them. */
static guint
count_groups (FbNode *branch)
{
  guint n = count_kind (branch, FB_KIND_EVENT, "kind", "working-group");

  return n > 1 ? n : count_fields (branch);
}

static guint
count_guiding (FbNode *branch)
{
  return count_kind (branch, FB_KIND_GOAL, "level", "guiding");
}

static guint
count_action (FbNode *branch)
{
  return count_kind (branch, FB_KIND_GOAL, "level", "action");
}

static guint
count_measures (FbNode *branch)
{
  return count_kind (branch, FB_KIND_MEASURE, NULL, NULL);
}

static const struct
{
  const char *noun; /* a regular expression */
  CountFunc count;
  gboolean may_be_none; /* a claim against no data at all is worth a word */
} nouns[] = {
  { "Handlungsfeldern?|Themenfeldern?", count_fields, TRUE },
  { "Arbeitsgruppen", count_groups, FALSE },
  { "Leitzielen?", count_guiding, FALSE },
  { "Handlungszielen?", count_action, FALSE },
  { "Maßnahmen", count_measures, FALSE },
};

static GRegex *
get_regex (guint index)
{
  static GRegex *regexes[G_N_ELEMENTS (nouns)];

  if (regexes[index] == NULL)
    {
      g_autofree char *pattern = g_strdup_printf (
        "(?<![\\w.,])(null|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\\d{1,3})(?:\\s+\\w+e[nr]?){0,2}?"
        "\\s+(%s)(?!\\w)",
        nouns[index].noun);

      regexes[index] = g_regex_new (pattern, G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);
    }
  return regexes[index];
}

static guint
read_number (const char *word)
{
  g_autofree char *folded = g_utf8_strdown (word, -1);

  for (guint i = 0; i < G_N_ELEMENTS (number_words); i++)
    if (g_str_equal (number_words[i], folded))
      return i;
  return (guint) g_ascii_strtoull (word, NULL, 10);
}

static void
find_claims (FbCheck       *check,
             const FbWords *words,
             gpointer       data)
{
  FbNode *field = fb_node_get_ancestor (words->node, FB_KIND_FIELD);

  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      if (!g_regex_match_full (get_regex (i), words->words, words->length, 0, 0, &match, NULL))
        continue;

      for (; g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *word = g_match_info_fetch (match, 1);
          g_autofree char *noun = g_match_info_fetch (match, 2);
          guint claimed = read_number (word);
          guint there = nouns[i].count (data);
          int start, end;

          if (claimed == there || (there == 0 && !nouns[i].may_be_none) ||
              (field != NULL && nouns[i].count (field) == claimed))
            continue;

          g_match_info_fetch_pos (match, 0, &start, &end);
          /* Translators: the noun is as in the text, such as “Handlungsfelder” */
          fb_check_report_words (check, words, start, end, _("The text says “%s %s”; the concept has %u"), word, noun,
                                 there);
        }
    }
}

void
fb_check_claimed_counts (FbCheck *check,
                         FbNode  *root)
{
  fb_check_foreach_words_below (check, root, find_claims, root);
}
