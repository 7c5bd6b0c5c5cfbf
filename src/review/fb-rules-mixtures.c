/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "review/fb-rules-private.h"

/* Forms of one thing that are mixed in a document. */

typedef struct
{
  const char *label; /* untranslated */
  const char *pattern;
  const char *needles[5]; /* without one of them the pattern need not be tried */
} Form;

static gboolean
has_needle (const Form *form, const char *words)
{
  for (guint i = 0; form->needles[i] != NULL; i++)
    if (strstr (words, form->needles[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
compile (const Form *forms, guint n_forms, GRegex **regexes)
{
  for (guint i = 0; i < n_forms; i++)
    if (regexes[i] == NULL)
      regexes[i] = g_regex_new (forms[i].pattern, G_REGEX_OPTIMIZE, 0, NULL);
}

/* Reports the rarest form once, at its first place, and names all. FACTS: each form; its name is the label. */
static void
check_mixture (FbCheck *check, const Form *forms, guint n_forms)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n_used = 0;
  guint least = G_MAXUINT;
  GHashTable *rarest = NULL;
  const char *name_of_rarest = NULL;

  for (guint i = 0; i < n_forms; i++)
    {
      g_autoptr (GRefString) name = g_ref_string_new_intern (forms[i].label);
      GHashTable *facts = g_hash_table_lookup (check->facts->by_name, name);

      if (facts == NULL)
        continue;
      if (g_hash_table_size (facts) < least)
        {
          least = g_hash_table_size (facts);
          rarest = facts;
          name_of_rarest = forms[i].label;
        }
      g_string_append_printf (list, "%s%s (%u)", n_used > 0 ? ", " : "", _ (forms[i].label), g_hash_table_size (facts));
      n_used++;
    }
  if (n_used > 1)
    {
      g_autoptr (GRefString) name = g_ref_string_new_intern (name_of_rarest);

      /* Translators: a list of forms with the number of each */
      fb_check_report_fact (check, fb_check_get_first (check, name, rarest), _ ("Mixed: %s"), list->str);
    }
}

/* Gender */

/* A person or several, so that "an/in", "Ort: in" and "LinkedIn" are none. */
#define ENDINGS "er|or|eur|ist|ent|ant|at|og|ekt"
#define PERSONS(mark)                                                                                                  \
  "\\b\\p{Lu}\\p{L}+" mark "innen\\b|"                                                                                 \
  "\\b(?:\\p{Lu}\\p{L}*(?:" ENDINGS                                                                                    \
  ")|\\p{L}*(?i:kolleg|kund|ärzt|freund|beamt|expert|nachbar|anwält|köch|wirt))" mark "in\\b"

static const Form genders[] = {
  { N_ ("both words"),
    "\\b(\\p{Lu}\\p{L}+innen|\\p{Lu}\\p{L}+in) (?:und|oder|sowie|bzw\\.) (\\p{Lu}\\p{L}+)|"
    "\\b(\\p{Lu}\\p{L}+) (?:und|oder|sowie|bzw\\.) (\\p{Lu}\\p{L}+innen)\\b",
    { "innen", "in und ", "in oder ", "in bzw. " } },
  { N_ ("slash"), PERSONS ("/-?"), { "/in", "/-in" } },
  { N_ ("star"), PERSONS ("\\*"), { "*in" } },
  { N_ ("colon"), PERSONS (":"), { ":in" } },
  { N_ ("gap"), PERSONS ("_"), { "_in" } },
  { N_ ("inner capital"), "\\b\\p{Lu}\\p{Ll}{2,}(?:Innen|(?:" ENDINGS ")In)\\b", { "In" } },
  { N_ ("brackets"), "\\b\\p{Lu}\\p{L}+\\((?:innen|in)\\)", { "(in" } },
};

static GRegex *gender_regexes[G_N_ELEMENTS (genders)];

/* "Bürgerinnen und Bürger", "Ärztinnen und Ärzte": without its ending the one begins the other, without regard to an
 * umlaut. "Berlin und Bernau" do not. */
static gboolean
is_pair (const char *feminine, const char *masculine)
{
  g_autofree char *stem = g_str_to_ascii (feminine, "C");
  g_autofree char *other = g_str_to_ascii (masculine, "C");
  gsize length = strlen (stem);

  length -= g_str_has_suffix (stem, "innen") ? strlen ("innen") : strlen ("in");
  return length >= 3 && !g_str_equal (stem, other) && g_ascii_strncasecmp (stem, other, length) == 0;
}

static void
collect_genders (FbCheck *check, const FbWords *words, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (genders); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      if (!has_needle (&genders[i], words->words))
        continue;
      g_regex_match_full (gender_regexes[i], words->words, words->length, 0, 0, &match, NULL);
      for (; g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          int start, end;

          if (i == 0)
            {
              g_autofree char *first = g_match_info_fetch (match, 1);
              g_autofree char *second = g_match_info_fetch (match, 2);
              g_autofree char *third = g_match_info_fetch (match, 3);
              g_autofree char *fourth = g_match_info_fetch (match, 4);
              gboolean is_turned = first == NULL || *first == '\0';

              if (!is_pair (is_turned ? fourth : first, is_turned ? third : second))
                continue;
            }
          g_match_info_fetch_pos (match, 0, &start, &end);
          fb_check_collect (check, words->node, words->property, start, end, 0, genders[i].label);
        }
    }
}

void
fb_collect_genders (FbCheck *check, FbNode *node)
{
  compile (genders, G_N_ELEMENTS (genders), gender_regexes);
  fb_check_foreach_words (check, node, collect_genders, NULL);
}

void
fb_check_mixed_gender (FbCheck *check, FbNode *root)
{
  check_mixture (check, genders, G_N_ELEMENTS (genders));
}

/* Quotation marks */

/* An opening straight mark does not stand behind a letter: that is the end of another form, or inches. */
static const Form quotes[] = {
  { N_ ("„German“"), "„[^„“”\"\\n]*“", { "„" } },
  { N_ ("\"straight\""), "(?<![\\p{L}\\d.,!?)])\"[^\"„“”\\n]*\"", { "\"" } },
  { N_ ("»guillemets«"), "»[^»«\\n]*«|«[^»«\\n]*»", { "»" } },
  { N_ ("“English”"), "(?<![\\p{L}\\d.,!?)])“[^“„”\\n]*”", { "”" } },
  { N_ ("„mixed\""), "„[^„“”\"\\n]*[\"”]", { "„" } },
};

static GRegex *quote_regexes[G_N_ELEMENTS (quotes)];

static void
collect_quotes (FbCheck *check, const FbWords *words, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      if (!has_needle (&quotes[i], words->words))
        continue;
      g_regex_match_full (quote_regexes[i], words->words, words->length, 0, 0, &match, NULL);
      for (; g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          int start, end;

          g_match_info_fetch_pos (match, 0, &start, &end);
          fb_check_collect (check, words->node, words->property, start, end, 0, quotes[i].label);
        }
    }
}

void
fb_collect_quotes (FbCheck *check, FbNode *node)
{
  compile (quotes, G_N_ELEMENTS (quotes), quote_regexes);
  fb_check_foreach_words (check, node, collect_quotes, NULL);
}

void
fb_check_mixed_quotes (FbCheck *check, FbNode *root)
{
  check_mixture (check, quotes, G_N_ELEMENTS (quotes));
}
