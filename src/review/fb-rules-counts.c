/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "review/fb-rules-private.h"

/* "vier Handlungsfelder": a number word or digits, up to two adjectives, and a noun that the data can answer for. */

static const char *const number_words[] = {
  "null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
};

typedef guint (*CountFunc) (FbNode *branch);

static guint
count_kind (FbNode *branch, FbKind kind, const char *property, const char *choice)
{
  guint n = 0;

  for (FbNode *node = branch; node != NULL; node = fb_node_get_next (node, branch))
    if (fb_node_get_kind (node) == kind
        && (choice == NULL || g_strcmp0 (fb_node_get_words (node, property), choice) == 0))
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

/* How sure one can be that a number is meant of all there are. */
typedef enum
{
  CLAIM_ALWAYS, /* a part of them would be called so */
  CLAIM_TOTAL,  /* only in a sentence that speaks of the whole */
} ClaimWhen;

static const struct
{
  const char *noun;   /* a regular expression */
  const char *needle; /* in what it matches */
  CountFunc count;
  ClaimWhen when;
} nouns[] = {
  { "Handlungsfeldern?|Themenfeldern?", "feld", count_fields, CLAIM_ALWAYS },
  { "Arbeitsgruppen", "gruppen", count_groups, CLAIM_TOTAL },
  { "Leitzielen?", "eitziel", count_guiding, CLAIM_TOTAL },
  { "Handlungszielen?", "ungsziel", count_action, CLAIM_TOTAL },
  { "Maßnahmen", "nahmen", count_measures, CLAIM_TOTAL },
};

static GRegex *
get_regex (guint index)
{
  static GRegex *regexes[G_N_ELEMENTS (nouns)];

  if (regexes[index] == NULL)
    {
      g_autofree char *pattern = g_strdup_printf (
          "(?<![\\w.,/"
          "-])(null|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\\d{1,3})((?:\\s+\\w+e[nr]?){0,2}?)"
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
  return (guint)g_ascii_strtoull (word, NULL, 10);
}

/* Adjectives and words before it that make a number one of some of them, or no number of things at all. */
static gboolean
is_of_some (const char *between, const char *before)
{
  static GRegex *adjectives;
  static GRegex *openings;

  if (g_once_init_enter (&adjectives))
    g_once_init_leave (&adjectives,
                       g_regex_new ("\\b(?:weitere|neue|andere|erste|letzte|zusätzliche|einzelne|vorrangige|prioritäre|"
                                    "ausgewählte|beispielhafte|wichtige|genannte|städtische)[nrs]?\\b",
                                    G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL));
  if (g_once_init_enter (&openings))
    g_once_init_leave (
        &openings,
        g_regex_new (
            "(?:\\b(?:mindestens|höchstens|maximal|nur|noch|je|jeweils|davon|bis(?: zu)?|etwa|rund|ca\\.|circa|"
            "über|unter|fast|knapp|gut|als|von|ersten|weiteren|anderen|folgenden|Kapitel|Abschnitt|"
            "Punkt|Ziffer|Seite|Anlage|Nr\\.|Handlungsfelder|und)|§)\\s+$",
            G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL));

  return g_regex_match (adjectives, between, 0, NULL) || g_regex_match (openings, before, 0, NULL);
}

static gboolean
speaks_of_whole (const char *sentence)
{
  static GRegex *regex;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex,
                       g_regex_new ("\\b(?:insgesamt|umfass|enthält|enthalten|beinhalt|besteh|gliedert|unterteilt|"
                                    "zählt|alle[nr]?\\b|Arbeitsgruppen erarbeite)",
                                    G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL));
  return g_regex_match (regex, sentence, 0, NULL);
}

/* Whether a year is named that is not one of this edition: the claim is of another then. */
static gboolean
speaks_of_other_year (FbNode *root, const char *sentence)
{
  static const char *const own[] = { "title", "own-title", "subtitle", "edition", "as-of", "term" };
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("\\b(?:19|20)\\d\\d\\b", G_REGEX_OPTIMIZE, 0, NULL));

  g_regex_match (regex, sentence, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *year = g_match_info_fetch (match, 0);
      gboolean is_own = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (own) && !is_own; i++)
        is_own = fb_node_get_words (root, own[i]) != NULL && strstr (fb_node_get_words (root, own[i]), year) != NULL;
      if (!is_own)
        return TRUE;
    }

  return FALSE;
}

/* The sentence around a place: between full stops that end one, or within the line. */
static char *
dup_sentence (const FbWords *words, gsize start, gsize end)
{
  const char *text = words->words;

  while (start > 0 && text[start - 1] != '\n'
         && !(strchr (".!?", text[start - 1]) != NULL && text[start] == ' ' && start > 1
              && !g_ascii_isdigit (text[start - 2])))
    start--;
  while (end < words->length && text[end] != '\n'
         && !(strchr (".!?", text[end]) != NULL && (text[end + 1] == ' ' || text[end + 1] == '\0')
              && !g_ascii_isdigit (text[end - 1])))
    end++;
  return g_strndup (text + start, end - start);
}

static void
collect_claims (FbCheck *check, const FbWords *words, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      if (strstr (words->words, nouns[i].needle) == NULL
          || !g_regex_match_full (get_regex (i), words->words, words->length, 0, 0, &match, NULL))
        continue;

      for (; g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *word = g_match_info_fetch (match, 1);
          g_autofree char *between = g_match_info_fetch (match, 2);
          g_autofree char *sentence = NULL;
          g_autofree char *before = NULL;
          int start, end;

          g_match_info_fetch_pos (match, 0, &start, &end);
          sentence = dup_sentence (words, start, end);
          before = g_strndup (words->words, start);
          /* "4 Handlungsfelder" as a heading is a number that was typed. */
          if (is_of_some (between, before) || (nouns[i].when == CLAIM_TOTAL && !speaks_of_whole (sentence))
              || (start == 0 && g_ascii_isdigit (*word)
                  && words->property == fb_kind_get_title (fb_node_get_kind (words->node))))
            continue;
          fb_check_collect (check, words->node, words->property, start, end, i * 1000 + read_number (word), sentence);
        }
    }
}

/* FACTS: each claim; what is the noun, times a thousand, and the number; its name is the sentence. */
void
fb_collect_claims (FbCheck *check, FbNode *node)
{
  /* What this edition is called is not what it says. */
  if (fb_node_get_kind (node) != FB_KIND_EDITION)
    fb_check_foreach_words (check, node, collect_claims, NULL);
}

static void
check_claim (FbCheck *check, const FbFact *fact, gpointer data)
{
  FbNode *root = fb_document_get_root (check->document);
  FbNode *field = fb_node_get_ancestor (fact->node, FB_KIND_FIELD);
  CountFunc count = nouns[fact->what / 1000].count;
  guint claimed = fact->what % 1000;
  guint *there = (guint *)data + fact->what / 1000;

  if (*there == G_MAXUINT)
    *there = count (root);
  /* Of what is not there at all yet nothing can be said. */
  if (claimed == *there || *there == 0 || (field != NULL && count (field) == claimed)
      || speaks_of_other_year (root, fact->name))
    return;

  fb_check_report_fact (check, fact,
                        ngettext ("The text says %u, but there is %u", "The text says %u, but there are %u", *there),
                        claimed, *there);
}

void
fb_check_claimed_counts (FbCheck *check, FbNode *root)
{
  guint there[G_N_ELEMENTS (nouns)];

  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    there[i] = G_MAXUINT;
  fb_check_foreach_fact (check, check_claim, there);
}
