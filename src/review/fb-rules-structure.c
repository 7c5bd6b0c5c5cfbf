/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "review/fb-rules-private.h"

#define K(kind) FB_KIND_MASK (FB_KIND_##kind)
#define HEADINGS (K (CHAPTER) | K (FIELD) | K (GOALS) | K (MEASURES))

/* "2.1 Titel", "a. Titel", "IV. Titel": but not "10 Jahre Integration" nor "2. Fortschreibung". */
#define COUNTED                                                                                                        \
  "fortschreibung|sitzung|workshop|konferenz|auflage|tag|preis|phase|schritt|stufe|abschnitt|quartal|halbjahr|klasse|" \
  "jahrgang|woche|generation|arbeitsmarkt|chance|treffen|forum|runde|bericht|entwurf|fassung|ausgabe|version|edition|" \
  "nachtrag|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember"
static GRegex *
get_typed_number_regex (void)
{
  static GRegex *regex;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex,
                       g_regex_new ("^\\s*(?:\\d{1,2}(?:\\.\\d{1,2})+\\.?|\\d{1,2}\\.(?!\\s+(?i:\\p{L}*(?:" COUNTED
                                    ")s?)\\b)|[a-hA-H][.)]|\\d{1,2}\\)|(?:IX|IV|V?I{1,3}|V|X)\\.)\\s+(?=\\S)",
                                    G_REGEX_OPTIMIZE, 0, NULL));
  return regex;
}

void
fb_check_typed_number (FbCheck *check, FbNode *node)
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
  fb_check_report (check, node, property, 0, strlen (title), title, _ ("“%s” is typed into the heading"), found);
}

char *
fb_repair_typed_number (const char *found)
{
  return g_regex_replace_literal (get_typed_number_regex (), found, -1, 0, "", 0, NULL);
}

/* The whole title is what is found, as above. */
void
fb_check_heading_colon (FbCheck *check, FbNode *node)
{
  const char *title = fb_node_get_title (node);
  gsize length = title != NULL ? strlen (title) : 0;

  if (length > 1 && title[length - 1] == ':')
    fb_check_report (check, node, fb_kind_get_title (fb_node_get_kind (node)), 0, length, title,
                     _ ("The heading ends with a colon"));
}

char *
fb_repair_heading_colon (const char *found)
{
  char *title = g_strdup (found);
  gsize length = strlen (title);

  while (length > 0 && (title[length - 1] == ':' || title[length - 1] == ' '))
    title[--length] = '\0';
  return title;
}

/* A goal may be a sentence of text alone. */
void
fb_check_untitled (FbCheck *check, FbNode *node)
{
  FbKind kind = fb_node_get_kind (node);

  if (fb_node_get_title (node) == NULL && (kind != FB_KIND_GOAL || fb_node_get_text (node, "text") == NULL))
    /* Translators: %s is a kind, such as “Chapter” */
    fb_check_report (check, node, fb_kind_get_title (kind), 0, 0, NULL, _ ("%s without a title"),
                     fb_kind_get_label (kind));
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

/* FACTS: each number of one's own. */
void
fb_collect_numbers (FbCheck *check, FbNode *node)
{
  FbKind kind = fb_node_get_kind (node);
  const char *name = kind == FB_KIND_FIELD || kind == FB_KIND_GOAL ? "code" : "number";
  const char *own = fb_node_get_words (node, name);

  if (own != NULL)
    fb_check_collect (check, node, fb_kind_get_property (kind, name), 0, strlen (own), kind, own);
}

static int
compare_facts (gconstpointer a, gconstpointer b)
{
  return fb_fact_compare (*(const FbFact *const *)a, *(const FbFact *const *)b);
}

static void
check_number (FbCheck *check, const char *name, GHashTable *facts, gpointer data)
{
  g_autofree const FbFact **sorted = NULL;
  GHashTable *spaces[FB_N_KINDS] = { NULL };
  guint n;

  if (g_hash_table_size (facts) < 2)
    return;

  sorted = (const FbFact **)g_hash_table_get_keys_as_array (facts, &n);
  qsort (sorted, n, sizeof *sorted, compare_facts);
  for (guint i = 0; i < n; i++)
    {
      FbKind kind = sorted[i]->what;

      if (spaces[kind] == NULL)
        spaces[kind] = g_hash_table_new (NULL, NULL);
      if (!g_hash_table_add (spaces[kind], get_number_space (sorted[i]->node)))
        fb_check_report_fact (check, sorted[i], _ ("“%s” is given to another one as well"), name);
    }
  for (guint i = 0; i < FB_N_KINDS; i++)
    g_clear_pointer (&spaces[i], g_hash_table_unref);
}

void
fb_check_duplicate_numbers (FbCheck *check, FbNode *root)
{
  fb_check_foreach_name (check, check_number, NULL);
}

/* "BS 4.3" and "bs4.3" are one. */
static char *
fold_number (const char *number)
{
  g_autofree char *folded = g_utf8_casefold (number, -1);
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (out, *p);
  while (out->len > 0 && out->str[out->len - 1] == '.')
    g_string_truncate (out, out->len - 1);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Where most of the steps have numbers that begin with that of the measure, all should. */
void
fb_check_step_numbers (FbCheck *check, FbNode *measure)
{
  const char *number = fb_node_get_number (measure);
  g_autofree char *folded = number != NULL ? fold_number (number) : NULL;
  g_autofree char *prefix = g_strconcat (folded != NULL ? folded : "", ".", NULL);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  guint n_fitting = 0;

  if (number == NULL)
    return;

  for (guint i = 0; i < fb_node_get_n_children (measure); i++)
    {
      FbNode *step = fb_node_get_child (measure, i);
      const char *own = fb_node_get_kind (step) == FB_KIND_STEP ? fb_node_get_words (step, "number") : NULL;
      g_autofree char *own_folded = own != NULL ? fold_number (own) : NULL;

      if (own == NULL)
        continue;
      if (g_str_has_prefix (own_folded, prefix))
        n_fitting++;
      else
        g_ptr_array_add (others, step);
    }

  for (guint i = 0; i < others->len && n_fitting > others->len; i++)
    {
      const char *own = fb_node_get_words (others->pdata[i], "number");

      fb_check_report (check, others->pdata[i], fb_kind_get_property (FB_KIND_STEP, "number"), 0, strlen (own), own,
                       _ ("“%s” does not begin with the number of the measure, “%s”"), own, number);
    }
}

/* Whether there is something to print: a text, or an entry of its own kind. */
static gboolean
is_filled (FbNode *node)
{
  if (fb_node_get_text (node, "text") != NULL || fb_node_get (node, "generates") != NULL)
    return TRUE;
  if ((HEADINGS & FB_KIND_MASK (fb_node_get_kind (node))) == 0 && fb_node_get_kind (node) != FB_KIND_COLUMN
      && fb_node_get_kind (node) != FB_KIND_GROUP)
    return TRUE;

  for (guint i = 0; i < fb_node_get_n_children (node); i++)
    if (is_filled (fb_node_get_child (node, i)))
      return TRUE;
  return FALSE;
}

/* The headings below @parent that have nothing at all; where nothing below it has anything, that is said above. */
void
fb_check_empty_parts (FbCheck *check, FbNode *parent)
{
  if (fb_node_get_kind (parent) != FB_KIND_CONCEPT && !is_filled (parent))
    return;

  for (guint i = 0; i < fb_node_get_n_children (parent); i++)
    {
      FbNode *node = fb_node_get_child (parent, i);

      if ((HEADINGS & FB_KIND_MASK (fb_node_get_kind (node))) == 0 || is_filled (node))
        continue;
      if (fb_node_get_kind (node) == FB_KIND_FIELD)
        fb_check_report (check, node, NULL, 0, 0, NULL, _ ("The field has no text, goals or measures"));
      else if (fb_node_get_kind (node) == FB_KIND_CHAPTER && fb_node_get_n_children (node) > 0)
        fb_check_report (check, node, NULL, 0, 0, NULL, _ ("There is nothing but headings under this heading"));
      else
        fb_check_report (check, node, NULL, 0, 0, NULL, _ ("There is nothing under this heading"));
    }
}

void
fb_check_alternative (FbCheck *check, FbNode *node)
{
  if (!fb_node_get_flag (node, "decorative") && fb_node_get (node, "alternative") == NULL)
    fb_check_report (check, node, fb_kind_get_property (FB_KIND_FIGURE, "alternative"), 0, 0, NULL,
                     _ ("The picture has no alternative text"));
}

/* FACTS: each id that is named. */
void
fb_collect_references (FbCheck *check, FbNode *node)
{
  /* What was set aside may be gone. */
  if (fb_node_get_info (node)->internal)
    return;

  for (const FbProperty *property = fb_node_get_info (node)->properties; property->name != NULL; property++)
    {
      FbValue *value = fb_node_get_value (node, property);
      FbText *text = fb_value_get_text (value);
      const char *const *refs = fb_value_get_refs (value);

      /* Earlier measures are in the earlier edition. */
      if (value == NULL || g_str_equal (property->name, "lineage"))
        continue;

      for (guint i = 0; refs[i] != NULL; i++)
        fb_check_collect (check, node, property, 0, 0, 0, refs[i]);
      for (guint i = 0; text != NULL && i < fb_text_get_n_runs (text); i++)
        {
          const FbRun *run = fb_text_get_run (text, i);

          if (run->kind == FB_RUN_REFERENCE)
            fb_check_collect (check, node, property, run->start, run->end, 0, run->target);
        }
    }
}

static void
check_id (FbCheck *check, const char *id, GHashTable *facts, gpointer data)
{
  GHashTableIter iter;
  gpointer key;

  if (fb_document_lookup (check->document, id) != NULL)
    return;

  g_hash_table_iter_init (&iter, facts);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const FbFact *fact = key;

      if (fact->end > fact->start)
        fb_check_report (check, fact->node, fact->property, fact->start, fact->end, id,
                         _ ("A cross-reference leads to nothing (%s)"), id);
      else
        fb_check_report (check, fact->node, fact->property, 0, 0, id, _ ("“%s” leads to nothing (%s)"),
                         fb_property_get_label (fact->property), id);
    }
}

void
fb_check_dangling (FbCheck *check, FbNode *root)
{
  fb_check_foreach_name (check, check_id, NULL);
}
