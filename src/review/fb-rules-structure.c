/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "review/fb-rules-private.h"

#define K(kind) FB_KIND_MASK (FB_KIND_##kind)
#define HEADINGS (K (CHAPTER) | K (FIELD) | K (GOALS) | K (MEASURES))

/* Numbers by which the text calls a field or a chapter. Groups: the noun, the number. */
static GRegex *
get_call_regex (void)
{
  static GRegex *regex;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("\\b(Handlungsfeld(?:e?s|er|ern|e)?|Kapitel[ns]?|Abschnitt(?:e?s|en?)?)"
                                            "\\s+(\\d+(?:\\.\\d+)*[a-z]?)(?![\\d.]*\\d|\\w)",
                                            G_REGEX_OPTIMIZE, 0, NULL));
  return regex;
}

typedef struct
{
  GHashTable *headings; /* numbers and codes of fields, numbers of all headings */
  GHashTable *fields;   /* numbers and codes of fields */
} Numbers;

static void
add_number (GHashTable *numbers,
            const char *number)
{
  gsize length = number != NULL ? strlen (number) : 0;

  while (length > 0 && number[length - 1] == '.')
    length--;
  if (length > 0)
    g_hash_table_add (numbers, g_strndup (number, length));
}

static void
find_calls (FbCheck       *check,
            const FbWords *words,
            gpointer       data)
{
  const Numbers *numbers = data;
  g_autoptr (GMatchInfo) match = NULL;

  if (!g_regex_match_full (get_call_regex (), words->words, words->length, 0, 0, &match, NULL))
    return;

  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *noun = g_match_info_fetch (match, 1);
      g_autofree char *number = g_match_info_fetch (match, 2);
      gboolean is_field = g_str_has_prefix (noun, "Handlungsfeld");
      FbNode *field = fb_node_get_ancestor (words->node, FB_KIND_FIELD);
      int start, end;

      if (g_hash_table_contains (is_field ? numbers->fields : numbers->headings, number))
        continue;

      g_match_info_fetch_pos (match, 0, &start, &end);
      if (is_field && field != NULL)
        /* Translators: “Handlungsfeld 2.2” is called so, but this is in field 4.2 */
        fb_check_report_words (check, words, start, end, _("There is no “%s %s”; this stands in field %s"), noun,
                               number, fb_node_get_number (field) != NULL ? fb_node_get_number (field) : "");
      else
        fb_check_report_words (check, words, start, end, _("There is no “%s %s” in the concept"), noun, number);
    }
}

/* "Handlungsfeld 2.2" where there is none of that number or code. */
void
fb_check_stale_numbers (FbCheck *check,
                        FbNode  *root)
{
  g_autoptr (GHashTable) headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Numbers numbers = { headings, fields };

  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    {
      if (HEADINGS & FB_KIND_MASK (fb_node_get_kind (node)))
        add_number (headings, fb_node_get_number (node));
      if (fb_node_get_kind (node) == FB_KIND_FIELD)
        {
          add_number (fields, fb_node_get_number (node));
          add_number (fields, fb_node_get_words (node, "code"));
        }
    }
  fb_check_foreach_words_below (check, root, find_calls, &numbers);
}

/* "… Handlungsfeld 2.2: Title" in the caption of a table, against the title of the field that it stands in. */
void
fb_check_stale_titles (FbCheck *check,
                       FbNode  *root)
{
  const FbProperty *property = fb_kind_get_property (FB_KIND_MEASURES, "caption");

  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    {
      FbNode *field = fb_node_get_kind (node) == FB_KIND_MEASURES ? fb_node_get_ancestor (node, FB_KIND_FIELD) : NULL;
      const char *caption = field != NULL ? fb_node_get_words (node, "caption") : NULL;
      const char *title = field != NULL ? fb_node_get_title (field) : NULL;
      const char *colon;
      int at;

      if (caption == NULL || title == NULL)
        continue;
      {
        g_autoptr (GMatchInfo) match = NULL;

        if (!g_regex_match (get_call_regex (), caption, 0, &match) || !g_match_info_fetch_pos (match, 0, NULL, &at))
          continue;
      }
      colon = caption + at;
      while (*colon == ' ')
        colon++;
      if (*colon != ':')
        continue;
      for (colon++; *colon == ' ';)
        colon++;
      if (*colon != '\0' && !g_str_has_prefix (colon, title))
        fb_check_report (check, node, property, colon - caption, strlen (caption), colon,
                         _("The caption says “%s”; the field is called “%s”"), colon, title);
    }
}

/* "2.1 Titel", "a. Titel", "IV. Titel": but not "10 Jahre Integration". */
static GRegex *
get_typed_number_regex (void)
{
  static GRegex *regex;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("^\\s*(?:\\d{1,2}(?:\\.\\d{1,2})+\\.?|\\d{1,2}\\.|[a-hA-H][.)]|\\d{1,2}\\)|"
                                            "(?:IX|IV|V?I{1,3}|V|X)\\.)\\s+(?=\\S)",
                                            G_REGEX_OPTIMIZE, 0, NULL));
  return regex;
}

void
fb_check_typed_number (FbCheck *check,
                       FbNode  *node)
{
  const FbProperty *property = fb_kind_get_title (fb_node_get_kind (node));
  const char *title = fb_node_get_title (node);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *found = NULL;
  int end;

  if (title == NULL || !g_regex_match (get_typed_number_regex (), title, 0, &match))
    return;

  /* The whole title is what is found, so that the repair sees it. */
  g_match_info_fetch_pos (match, 0, NULL, &end);
  found = g_strstrip (g_strndup (title, end));
  fb_check_report (check, node, property, 0, strlen (title), title, _("“%s” is typed into the heading"), found);
}

char *
fb_repair_typed_number (const char *found)
{
  return g_regex_replace_literal (get_typed_number_regex (), found, -1, 0, "", 0, NULL);
}

/* Within what an entry's own number must be the only one of its kind. */
static FbNode *
get_number_space (FbNode *node)
{
  FbNode *table;
  const char *scope;

  switch (fb_node_get_kind (node))
    {
    case FB_KIND_MEASURE:
      table = fb_node_get_ancestor (node, FB_KIND_MEASURES);
      scope = fb_node_get_words (table, "numbering");
      if (g_strcmp0 (scope, "concept") == 0)
        return fb_node_get_root (node);
      if (g_strcmp0 (scope, "field") == 0 && fb_node_get_ancestor (node, FB_KIND_FIELD) != NULL)
        return fb_node_get_ancestor (node, FB_KIND_FIELD);
      return table;
    case FB_KIND_STEP:
    case FB_KIND_ACTOR:
      return fb_node_get_parent (node);
    default:
      return fb_node_get_root (node);
    }
}

void
fb_check_duplicate_numbers (FbCheck *check,
                            FbNode  *root)
{
  static const struct
  {
    FbKind kind;
    const char *property;
  } places[] = {
    { FB_KIND_FIELD, "code" },     { FB_KIND_GOAL, "code" },    { FB_KIND_MEASURE, "number" },
    { FB_KIND_STEP, "number" },    { FB_KIND_ACTOR, "number" },
  };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    for (guint i = 0; i < G_N_ELEMENTS (places); i++)
      {
        const char *own = places[i].kind == fb_node_get_kind (node) ? fb_node_get_words (node, places[i].property)
                                                                    : NULL;

        if (own != NULL &&
            !g_hash_table_add (seen, g_strdup_printf ("%u %p %s", i, (gpointer) get_number_space (node), own)))
          fb_check_report (check, node, fb_kind_get_property (places[i].kind, places[i].property), 0, strlen (own), own,
                           _("“%s” is given to another one as well"), own);
      }
}

/* Whether there is something to print: a text, or an entry of its own kind. */
static gboolean
is_filled (FbNode *node)
{
  if (fb_node_get_text (node, "text") != NULL || fb_node_get (node, "generates") != NULL)
    return TRUE;
  if ((HEADINGS & FB_KIND_MASK (fb_node_get_kind (node))) == 0 && fb_node_get_kind (node) != FB_KIND_COLUMN &&
      fb_node_get_kind (node) != FB_KIND_GROUP)
    return TRUE;

  for (guint i = 0; i < fb_node_get_n_children (node); i++)
    if (is_filled (fb_node_get_child (node, i)))
      return TRUE;
  return FALSE;
}

/* Reported at the uppermost heading that has nothing at all. */
void
fb_check_empty_part (FbCheck *check,
                     FbNode  *node)
{
  FbNode *parent = fb_node_get_parent (node);

  if (is_filled (node) ||
      (parent != NULL && (HEADINGS & FB_KIND_MASK (fb_node_get_kind (parent))) != 0 && !is_filled (parent)))
    return;

  if (fb_node_get_kind (node) == FB_KIND_FIELD)
    fb_check_report (check, node, NULL, 0, 0, NULL, _("The field has no text, goals or measures"));
  else
    fb_check_report (check, node, NULL, 0, 0, NULL, _("There is nothing under this heading"));
}

void
fb_check_alternative (FbCheck *check,
                      FbNode  *node)
{
  if (!fb_node_get_flag (node, "decorative") && fb_node_get (node, "alternative") == NULL)
    fb_check_report (check, node, fb_kind_get_property (FB_KIND_FIGURE, "alternative"), 0, 0, NULL,
                     _("The picture has no alternative text"));
}

void
fb_check_dangling (FbCheck *check,
                   FbNode  *root)
{
  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    for (const FbProperty *property = fb_node_get_info (node)->properties; property->name != NULL; property++)
      {
        FbValue *value = fb_node_get_value (node, property);
        FbText *text = fb_value_get_text (value);
        const char *const *refs = fb_value_get_refs (value);

        /* What was set aside may be gone; and earlier measures are in the earlier edition. */
        if (value == NULL || fb_node_get_kind (node) == FB_KIND_WAIVER || g_str_equal (property->name, "lineage"))
          continue;

        for (guint i = 0; refs[i] != NULL; i++)
          if (fb_document_lookup (check->document, refs[i]) == NULL)
            fb_check_report (check, node, property, 0, 0, refs[i], _("“%s” leads to nothing (%s)"),
                             fb_property_get_label (property), refs[i]);
        for (guint i = 0; text != NULL && i < fb_text_get_n_runs (text); i++)
          {
            const FbRun *run = fb_text_get_run (text, i);

            if (run->kind == FB_RUN_REFERENCE && fb_document_lookup (check->document, run->target) == NULL)
              fb_check_report (check, node, property, run->start, run->end, run->target,
                               _("A cross-reference leads to nothing (%s)"), run->target);
          }
      }
}
