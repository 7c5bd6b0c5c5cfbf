/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "review/fb-rules-private.h"

/* Forms of one thing that are mixed in a document. */

#define MAX_FORMS 8

typedef struct
{
  const char *label; /* untranslated */
  const char *pattern;
} Form;

static void
compile (const Form *forms,
         guint       n_forms,
         GRegex    **regexes)
{
  for (guint i = 0; i < n_forms; i++)
    if (regexes[i] == NULL)
      regexes[i] = g_regex_new (forms[i].pattern, G_REGEX_OPTIMIZE, 0, NULL);
}

/* Reports the rarest form once, at its first place, and names all. */
typedef struct
{
  const FbFact *first[MAX_FORMS];
  guint count[MAX_FORMS];
} Mixture;

static void
count_form (FbCheck      *check,
            const FbFact *fact,
            gpointer      data)
{
  Mixture *mixture = data;

  if (mixture->count[fact->what]++ == 0)
    mixture->first[fact->what] = fact;
}

static void
check_mixture (FbCheck    *check,
               const Form *forms,
               guint       n_forms)
{
  Mixture mixture = { 0 };
  g_autoptr (GString) list = g_string_new (NULL);
  guint n_used = 0;
  guint rarest = 0;

  g_assert (n_forms <= MAX_FORMS);
  fb_check_foreach_fact (check, count_form, &mixture);
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
    fb_check_report_fact (check, mixture.first[rarest], _("Mixed: %s"), list->str);
}

/* Gender */

/* A person or several, so that "an/in", "Ort: in" and "LinkedIn" are none. */
#define ENDINGS "er|or|eur|ist|ent|ant|at|og|ekt"
#define PERSONS(mark) \
  "\\b\\p{Lu}\\p{L}+" mark "innen\\b|" \
  "\\b(?:\\p{Lu}\\p{L}*(?:" ENDINGS ")|\\p{L}*(?i:kolleg|kund|ärzt|freund|beamt|expert|nachbar|anwält|köch|wirt))" mark "in\\b"

static const Form genders[] = {
  { N_("both words"), "\\b(\\p{Lu}\\p{L}+innen|\\p{Lu}\\p{L}+in) (?:und|oder|sowie|bzw\\.|/) (\\p{Lu}\\p{L}+)|"
                      "\\b(\\p{Lu}\\p{L}+) (?:und|oder|sowie|bzw\\.|/) (\\p{Lu}\\p{L}+innen|\\p{Lu}\\p{L}+in)\\b" },
  { N_("slash"), PERSONS ("/-?") },
  { N_("star"), PERSONS ("\\*") },
  { N_("colon"), PERSONS (":") },
  { N_("gap"), PERSONS ("_") },
  { N_("inner capital"), "\\b\\p{Lu}\\p{Ll}{2,}(?:Innen|(?:" ENDINGS ")In)\\b" },
  { N_("brackets"), "\\b\\p{Lu}\\p{L}+\\((?:innen|in)\\)" },
};

static GRegex *gender_regexes[G_N_ELEMENTS (genders)];

/* "Bürgerinnen und Bürger", "Ärztinnen und Ärzte": without its ending the one begins the other, without regard to an
 * umlaut. "Berlin und Bernau" do not. */
static gboolean
is_pair (const char *feminine,
         const char *masculine)
{
  g_autofree char *stem = g_str_to_ascii (feminine, "C");
  g_autofree char *other = g_str_to_ascii (masculine, "C");
  gsize length = strlen (stem);

  length -= g_str_has_suffix (stem, "innen") ? strlen ("innen") : strlen ("in");
  return length >= 3 && !g_str_equal (stem, other) && g_ascii_strncasecmp (stem, other, length) == 0;
}

static void
collect_genders (FbCheck       *check,
                 const FbWords *words,
                 gpointer       data)
{
  /* All forms have it. */
  if (strstr (words->words, "in") == NULL && strstr (words->words, "In") == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (genders); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

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
          fb_check_collect (check, words->node, words->property, start, end, i, NULL);
        }
    }
}

/* FACTS: each form; what is its place in the table. */
void
fb_collect_genders (FbCheck *check,
                    FbNode  *node)
{
  compile (genders, G_N_ELEMENTS (genders), gender_regexes);
  fb_check_foreach_words (check, node, collect_genders, NULL);
}

void
fb_check_mixed_gender (FbCheck *check,
                       FbNode  *root)
{
  check_mixture (check, genders, G_N_ELEMENTS (genders));
}

/* Quotation marks */

/* An opening straight mark does not stand behind a letter: that is the end of another form, or inches. */
static const Form quotes[] = {
  { N_("„German“"), "„[^„“”\"\\n]*“" },
  { N_("\"straight\""), "(?<![\\p{L}\\d.,!?)])\"[^\"„“”\\n]*\"" },
  { N_("»guillemets«"), "»[^»«\\n]*«|«[^»«\\n]*»" },
  { N_("“English”"), "(?<![\\p{L}\\d.,!?)])“[^“„”\\n]*”" },
  { N_("„mixed\""), "„[^„“”\"\\n]*[\"”]" },
};

static GRegex *quote_regexes[G_N_ELEMENTS (quotes)];

static void
collect_quotes (FbCheck       *check,
                const FbWords *words,
                gpointer       data)
{
  if (strpbrk (words->words, "\"\xe2\xc2") == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      g_regex_match_full (quote_regexes[i], words->words, words->length, 0, 0, &match, NULL);
      for (; g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          int start, end;

          g_match_info_fetch_pos (match, 0, &start, &end);
          fb_check_collect (check, words->node, words->property, start, end, i, NULL);
        }
    }
}

/* FACTS: as above. */
void
fb_collect_quotes (FbCheck *check,
                   FbNode  *node)
{
  compile (quotes, G_N_ELEMENTS (quotes), quote_regexes);
  fb_check_foreach_words (check, node, collect_quotes, NULL);
}

void
fb_check_mixed_quotes (FbCheck *check,
                       FbNode  *root)
{
  check_mixture (check, quotes, G_N_ELEMENTS (quotes));
}
