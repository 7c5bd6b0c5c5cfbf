/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "review/fb-rules-private.h"
#include "values/fb-distance.h"

/* Fields and chapters that the text calls by number or by title: "siehe Kapitel 3.1", "Handlungsfeld 2.2: Titel",
 * "im Handlungsfeld „Bildung“". */

#define K(kind) FB_KIND_MASK (FB_KIND_##kind)
#define HEADINGS (K (CHAPTER) | K (FIELD) | K (GOALS) | K (MEASURES))

#define NOUN "(Handlungsfeld(?:e?s|ern?|e)?|Kapitel[ns]?|Abschnitt(?:e?s|en?)?)"
#define NUMBER "(\\d+(?:\\.\\d+)*[a-z]?)(?![\\d.]*\\d|\\w)"
/* "Kapitel 3 SGB II", "Kapitel 2 des Landesplans", "Abschnitt 4 TIntG": of another text. */
#define NOT_ELSEWHERE "(?!\\s+(?:(?:SGB|GG|BGB|DSGVO)\\b|(?:de[rs]|dieses|vom|aus)\\s|\\p{Lu}\\p{L}*G\\b))"

enum
{
  IS_FIELD = 1 << 0,
  HAS_NUMBER = 1 << 1,
};

static gboolean
is_field_noun (const char *noun)
{
  return g_str_has_prefix (noun, "Handlungsfeld");
}

/* Numbers */

static GRegex *
get_call_regex (void)
{
  static GRegex *regex;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("\\b" NOUN "\\s+" NUMBER NOT_ELSEWHERE, G_REGEX_OPTIMIZE, 0, NULL));
  return regex;
}

/* "Handlungsfelder 1 bis 5": a further number, but not that of the things that follow. */
static GRegex *
get_further_regex (void)
{
  static GRegex *regex;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("\\G\\s*(?:,|und|bis|sowie|–|-)\\s*" NUMBER "(?!\\s+\\p{Lu})",
                                            G_REGEX_OPTIMIZE, 0, NULL));
  return regex;
}

static void
collect_calls (FbCheck *check, const FbWords *words, gpointer data)
{
  g_autoptr (GMatchInfo) match = NULL;

  if (strstr (words->words, "Handlungsfeld") == NULL && strstr (words->words, "Kapitel") == NULL
      && strstr (words->words, "Abschnitt") == NULL)
    return;

  g_regex_match_full (get_call_regex (), words->words, words->length, 0, 0, &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *noun = g_match_info_fetch (match, 1);
      g_autofree char *number = g_match_info_fetch (match, 2);
      int start, end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      fb_check_collect (check, words->node, words->property, start, end, is_field_noun (noun) ? IS_FIELD : 0, number);
      while (g_str_has_prefix (noun, "Handlungsfelder"))
        {
          g_autoptr (GMatchInfo) further = NULL;

          if (!g_regex_match_full (get_further_regex (), words->words, words->length, end, 0, &further, NULL))
            break;
          g_free (number);
          number = g_match_info_fetch (further, 1);
          g_match_info_fetch_pos (further, 1, &start, &end);
          fb_check_collect (check, words->node, words->property, start, end, IS_FIELD, number);
        }
    }
}

/* FACTS: each call by a number; its name is the number. */
void
fb_collect_calls (FbCheck *check, FbNode *node)
{
  fb_check_foreach_words (check, node, collect_calls, NULL);
}

/* Headings by the numbers by which they may be called. */
typedef struct
{
  GHashTable *all;    /* number to FbNode */
  GHashTable *fields; /* likewise; also by codes */
  GPtrArray *nodes;   /* all of them */
  guint n_fields;
  gboolean has_codes;
  gboolean is_decimal; /* whether chapters are called by digits */
} Headings;

static void
add_number (GHashTable *numbers, const char *number, FbNode *node)
{
  gsize length = number != NULL ? strlen (number) : 0;

  while (length > 0 && number[length - 1] == '.')
    length--;
  if (length > 0)
    g_hash_table_insert (numbers, g_strndup (number, length), node);
}

/* "Handlungsfeld 2: Bildung" as the title of a field. Returns: where the title proper begins. */
static const char *
skip_call (const char *title, char **number)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;
  int end;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("^Handlungsfeld\\s+(\\w+(?:\\.\\w+)*)\\.?\\s*[:–-]\\s+", G_REGEX_OPTIMIZE,
                                            0, NULL));
  if (!g_regex_match (regex, title, 0, &match))
    return title;

  if (number != NULL)
    *number = g_match_info_fetch (match, 1);
  g_match_info_fetch_pos (match, 0, NULL, &end);
  return title + end;
}

static void
add_headings (Headings *headings, FbNode *parent)
{
  for (guint i = 0; i < fb_node_get_n_children (parent); i++)
    {
      FbNode *node = fb_node_get_child (parent, i);
      FbKind kind = fb_node_get_kind (node);
      const char *number = fb_node_get_number (node);
      const char *above = fb_node_get_number (parent);

      if ((FB_KIND_MASK (kind) & HEADINGS) == 0)
        continue;

      g_ptr_array_add (headings->nodes, node);
      add_number (headings->all, number, node);
      /* "4.2 a." may be called 4.2a. */
      if (number != NULL && above != NULL && g_ascii_isalpha (*number))
        {
          g_autofree char *joined = g_strconcat (above, number, NULL);

          add_number (headings->all, joined, node);
        }
      if (kind == FB_KIND_FIELD)
        {
          g_autofree char *typed = NULL;

          headings->n_fields++;
          headings->has_codes |= fb_node_get_words (node, "code") != NULL;
          add_number (headings->fields, number, node);
          add_number (headings->fields, fb_node_get_words (node, "code"), node);
          if (fb_node_get_title (node) != NULL)
            skip_call (fb_node_get_title (node), &typed);
          add_number (headings->fields, typed, node);
        }
      if (kind != FB_KIND_MEASURES)
        add_headings (headings, node);
    }
}

/* Where no field has a code they are called first, second, third. */
static void
add_ordinals (Headings *headings)
{
  guint n = 0;

  for (guint i = 0; !headings->has_codes && i < headings->nodes->len; i++)
    if (fb_node_get_kind (headings->nodes->pdata[i]) == FB_KIND_FIELD)
      {
        g_autofree char *ordinal = g_strdup_printf ("%u", ++n);

        if (!g_hash_table_contains (headings->fields, ordinal))
          add_number (headings->fields, ordinal, headings->nodes->pdata[i]);
      }
}

static void
headings_init (Headings *headings, FbNode *root)
{
  const char *style = fb_node_get_words (root, "numbering");

  *headings = (Headings){ .all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                          .fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                          .nodes = g_ptr_array_new (),
                          .is_decimal = style == NULL || g_str_equal (style, "decimal") };
  add_headings (headings, root);
  add_ordinals (headings);
}

static void
headings_clear (Headings *headings)
{
  g_hash_table_unref (headings->all);
  g_hash_table_unref (headings->fields);
  g_ptr_array_unref (headings->nodes);
}

static FbNode *
find_heading (const Headings *headings, const char *number, guint what)
{
  return g_hash_table_lookup (what & IS_FIELD ? headings->fields : headings->all, number);
}

static void
check_call (FbCheck *check, const FbFact *fact, gpointer data)
{
  const Headings *headings = data;
  FbNode *field = fb_node_get_ancestor (fact->node, FB_KIND_FIELD);
  const char *number = field != NULL ? fb_node_get_number (field) : NULL;

  if (find_heading (headings, fact->name, fact->what) != NULL || ((fact->what & IS_FIELD) == 0 && !headings->is_decimal)
      || ((fact->what & IS_FIELD) != 0 && headings->n_fields == 0))
    return;

  if ((fact->what & IS_FIELD) == 0)
    fb_check_report_fact (check, fact, _ ("There is no chapter %s"), fact->name);
  else if (number != NULL)
    fb_check_report_fact (check, fact, _ ("There is no field %s; this stands in field %s"), fact->name, number);
  else
    fb_check_report_fact (check, fact, _ ("There is no field %s"), fact->name);
}

/* "Handlungsfeld 2.2" where there is none of that number or code. */
void
fb_check_stale_numbers (FbCheck *check, FbNode *root)
{
  Headings headings;

  headings_init (&headings, root);
  fb_check_foreach_fact (check, check_call, &headings);
  headings_clear (&headings);
}

/* Titles */

static void
collect_titles (FbCheck *check, const FbWords *words, gpointer data)
{
  static GRegex *quoted;
  static GRegex *captioned;
  g_autoptr (GMatchInfo) match = NULL;
  gboolean is_caption = g_str_equal (words->property->name, "caption");

  if (strstr (words->words, "Handlungsfeld") == NULL && strstr (words->words, "Kapitel") == NULL
      && strstr (words->words, "Abschnitt") == NULL)
    return;

  if (g_once_init_enter (&quoted))
    g_once_init_leave (&quoted,
                       g_regex_new ("\\b" NOUN "\\s+(?:" NUMBER "\\s*:?\\s*)?\\(?[„»“\"]([^“”«\"\\n]{3,200})[“”«\"]",
                                    G_REGEX_OPTIMIZE, 0, NULL));
  if (g_once_init_enter (&captioned))
    g_once_init_leave (&captioned,
                       g_regex_new ("\\b" NOUN "\\s+" NUMBER "\\s*:\\s*([^„»“\"\\s].*)$", G_REGEX_OPTIMIZE, 0, NULL));

  g_regex_match_full (is_caption ? captioned : quoted, words->words, words->length, 0, 0, &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *noun = g_match_info_fetch (match, 1);
      g_autofree char *number = g_match_info_fetch (match, 2);
      guint what = (is_field_noun (noun) ? IS_FIELD : 0) | (*number != '\0' ? HAS_NUMBER : 0);
      int start, end;

      g_match_info_fetch_pos (match, 3, &start, &end);
      fb_check_collect (check, words->node, words->property, start, end, what, number);
    }
}

/* FACTS: each call with a title; its name is the number, or empty. */
void
fb_collect_titles (FbCheck *check, FbNode *node)
{
  fb_check_foreach_words (check, node, collect_titles, NULL);
}

/* Titles are compared without regard to case, spaces and a mark at the end. */
static char *
fold_title (const char *title)
{
  g_autofree char *folded = g_utf8_casefold (title, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \n\t", -1);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", words[i]);
  while (out->len > 0 && strchr (".:,;!?", out->str[out->len - 1]) != NULL)
    g_string_truncate (out, out->len - 1);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gboolean
is_called (FbNode *node, const char *folded)
{
  const char *title = fb_node_get_title (node);
  g_autofree char *whole = title != NULL ? fold_title (title) : NULL;
  g_autofree char *proper = title != NULL ? fold_title (skip_call (title, NULL)) : NULL;

  return title != NULL && (g_str_equal (whole, folded) || g_str_equal (proper, folded));
}

/* The heading that is meant by a title without a number: the one that is called nearly so, if none is called so. */
static FbNode *
find_near (const Headings *headings, const char *folded, guint what)
{
  guint limit = MAX (2, g_utf8_strlen (folded, -1) / 8);
  FbNode *near = NULL;

  for (guint i = 0; i < headings->nodes->len; i++)
    {
      FbNode *node = headings->nodes->pdata[i];
      const char *title = fb_node_get_title (node);
      g_autofree char *other = title != NULL ? fold_title (title) : NULL;

      if (title == NULL || ((what & IS_FIELD) != 0 && fb_node_get_kind (node) != FB_KIND_FIELD))
        continue;
      if (is_called (node, folded))
        return NULL;
      if (near == NULL && fb_distance (other, folded, limit) <= limit)
        near = node;
    }

  return g_utf8_strlen (folded, -1) >= 6 ? near : NULL;
}

static void
check_title (FbCheck *check, const FbFact *fact, gpointer data)
{
  const Headings *headings = data;
  FbValue *value = fb_node_get_value (fact->node, fact->property);
  FbText *text = fb_value_get_text (value);
  const char *words = text != NULL ? fb_text_get_buffer (text, NULL) : fb_value_get_words (value);
  g_autofree char *title = g_strndup (words + fact->start, fact->end - fact->start);
  g_autofree char *folded = fold_title (title);
  FbNode *heading;

  if ((fact->what & HAS_NUMBER) == 0)
    {
      heading = find_near (headings, folded, fact->what);
    }
  else
    {
      heading = find_heading (headings, fact->name, fact->what);
      /* An earlier number of the field it stands in; anything else is not known. */
      if (heading == NULL && (fact->what & IS_FIELD) != 0)
        heading = fb_node_get_ancestor (fact->node, FB_KIND_FIELD);
    }
  if (heading == NULL || fb_node_get_title (heading) == NULL || is_called (heading, folded))
    return;

  if (fb_node_get_kind (heading) == FB_KIND_FIELD)
    fb_check_report_fact (check, fact, _ ("The text says “%s”; the field is called “%s”"), title,
                          fb_node_get_title (heading));
  else
    fb_check_report_fact (check, fact, _ ("The text says “%s”; the chapter is called “%s”"), title,
                          fb_node_get_title (heading));
}

void
fb_check_stale_titles (FbCheck *check, FbNode *root)
{
  Headings headings;

  headings_init (&headings, root);
  fb_check_foreach_fact (check, check_title, &headings);
  headings_clear (&headings);
}
