/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "flow/fb-words.h"
#include "formats/fb-table-map.h"
#include "values/fb-distance.h"

/* What the headings of tables say of their columns. */

/* Headings beside the labels of the properties, as tables of measures have them. Compared without regard to case. */
static const struct
{
  const char *heading;
  FbTargetType type;
  const char *name;
} synonyms[] = {
  { "id", FB_TARGET_ID, NULL },
  { "no.", FB_TARGET_PROPERTY, "number" },
  { "nr.", FB_TARGET_PROPERTY, "number" },
  { "nr", FB_TARGET_PROPERTY, "number" },
  { "lfd. nr.", FB_TARGET_PROPERTY, "number" },
  { "nummer", FB_TARGET_PROPERTY, "number" },
  { "kennung", FB_TARGET_PROPERTY, "number" },
  { "measure", FB_TARGET_BODY, NULL },
  { "measures", FB_TARGET_BODY, NULL },
  { "maßnahme", FB_TARGET_BODY, NULL },
  { "maßnahmen", FB_TARGET_BODY, NULL },
  { "ideen und maßnahmen", FB_TARGET_BODY, NULL },
  { "ideas, measures and steps", FB_TARGET_BODY, NULL },
  { "ideen, maßnahmen und umsetzungsschritte", FB_TARGET_BODY, NULL },
  { "beschreibung", FB_TARGET_PROPERTY, "text" },
  { "description", FB_TARGET_PROPERTY, "text" },
  { "inhalt", FB_TARGET_PROPERTY, "text" },
  { "period of implementation", FB_TARGET_PROPERTY, "period" },
  { "zeitraum der umsetzung", FB_TARGET_PROPERTY, "period" },
  { "laufzeit", FB_TARGET_PROPERTY, "period" },
  { "zeit", FB_TARGET_PROPERTY, "period" },
  { "zeitplan", FB_TARGET_PROPERTY, "period" },
  { "costs", FB_TARGET_PROPERTY, "cost" },
  { "implemented by", FB_TARGET_PROPERTY, "responsible" },
  { "umsetzung durch", FB_TARGET_PROPERTY, "responsible" },
  { "zuständigkeit", FB_TARGET_PROPERTY, "responsible" },
  { "verantwortlich", FB_TARGET_PROPERTY, "responsible" },
  { "verantwortlichkeit", FB_TARGET_PROPERTY, "responsible" },
  { "federführung", FB_TARGET_PROPERTY, "responsible" },
  { "akteure", FB_TARGET_PROPERTY, "partners" },
  { "kooperationspartner", FB_TARGET_PROPERTY, "partners" },
  { "beteiligt", FB_TARGET_PROPERTY, "partners" },
  { "bemerkung", FB_TARGET_PROPERTY, "remarks" },
  { "anmerkung", FB_TARGET_PROPERTY, "remarks" },
  { "anmerkungen", FB_TARGET_PROPERTY, "remarks" },
};

/* Units that stand behind a heading. */
static const char *const units[] = { "in", "eur", "euro", "teur", NULL };

/* What stands in the column of a table. */
static FbColumnTarget *
new_for_column (FbNode     *column,
                const char *heading)
{
  const char *shows = fb_node_get_words (column, "shows");

  if (shows == NULL)
    return fb_column_target_new (FB_TARGET_OWN, fb_node_get_title (column), heading);
  if (g_str_equal (shows, "title"))
    return fb_column_target_new (FB_TARGET_BODY, NULL, heading);

  return fb_column_target_new (FB_TARGET_PROPERTY, shows, heading);
}

/**
 * fb_table_map_recognise:
 * @table: (nullable): the table to read into
 * @heading: what stands above a column
 *
 * Returns: (transfer full): what the column holds; of type %FB_TARGET_NOTHING where that is not understood
 */
FbColumnTarget *
fb_table_map_recognise (FbDocument *document,
                        FbNode     *table,
                        const char *heading)
{
  FbNode *root = table != NULL ? table : fb_document_get_root (document);
  g_autofree char *folded = fb_table_map_fold (heading);
  const char *bracket = strrchr (heading, '[');
  gsize length = strlen (heading);
  guint n_kinds;
  const FbKind *kinds = fb_table_map_list_kinds (&n_kinds);

  if (*folded == '\0')
    return fb_column_target_new (FB_TARGET_NOTHING, NULL, heading);
  if (bracket != NULL && heading[length - 1] == ']')
    {
      g_autofree char *id = g_strndup (bracket + 1, heading + length - 1 - (bracket + 1));
      FbNode *column = fb_document_lookup (document, id);

      if (id[0] == 's' && id[1] == '-' && (column == NULL || fb_node_get_kind (column) == FB_KIND_COLUMN))
        return fb_column_target_new (FB_TARGET_OWN_ID, id, heading);
    }

  if (fb_table_map_same (folded, "id"))
    return fb_column_target_new (FB_TARGET_ID, NULL, heading);
  if (fb_table_map_is_called (document, folded, "Kind", NULL))
    return fb_column_target_new (FB_TARGET_KIND, NULL, heading);
  if (fb_table_map_is_called (document, folded, "Belongs to", NULL))
    return fb_column_target_new (FB_TARGET_PARENT, NULL, heading);
  for (guint i = 0; i < n_kinds; i++)
    for (const FbProperty *property = fb_kind_get_info (kinds[i])->properties; property->name != NULL; property++)
      if (fb_table_map_same (folded, property->name)
          || fb_table_map_is_called (document, folded, property->label, fb_property_get_label (property)))
        return fb_column_target_new (FB_TARGET_PROPERTY, property->name, heading);

  /* What the table itself calls its columns. */
  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    if (fb_node_get_kind (node) == FB_KIND_COLUMN && fb_node_get_title (node) != NULL
        && fb_table_map_same (folded, fb_node_get_title (node)))
      return new_for_column (node, heading);
  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (fb_table_map_same (folded, synonyms[i].heading))
      return fb_column_target_new (synonyms[i].type, synonyms[i].name, heading);

  return fb_column_target_new (FB_TARGET_NOTHING, NULL, heading);
}


/* A heading without what people vary in it: what stands in brackets, the unit of money, signs and umlauts. */
static char *
simplify (const char *heading)
{
  g_autofree char *ascii = g_str_to_ascii (heading, "de");
  g_autofree char *plain = g_ascii_strdown (ascii, -1);
  g_auto (GStrv) parts = NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  guint depth = 0;

  for (char *p = plain; *p != '\0'; p++)
    {
      depth += *p == '(' || *p == '[';
      if (depth > 0 && (*p == ')' || *p == ']'))
        depth--;
      if (depth > 0 || !g_ascii_isalnum (*p))
        *p = ' ';
    }
  parts = g_strsplit (plain, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!g_strv_contains (units, parts[i]))
      g_string_append (words, parts[i]);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* The heading that comes nearest so far. */
typedef struct
{
  char *simple;
  int limit; /* how far away something nearer may be */
  FbColumnTarget *found;
} Search;

/* Takes @target, which is called @name (nullable). */
static void
compare (Search         *search,
         const char     *name,
         FbColumnTarget *target)
{
  g_autoptr (FbColumnTarget) owned = target;
  g_autofree char *simple = name != NULL ? simplify (name) : NULL;
  int distance;

  /* Words that begin differently are different words: "Posten" is not "Kosten". */
  if (simple == NULL || *simple != *search->simple || search->limit < 0)
    return;
  distance = fb_distance (search->simple, simple, search->limit);
  if (distance > search->limit || (search->found != NULL && fb_column_target_same (search->found, owned)))
    {
      if (distance <= search->limit)
        search->limit = distance;
      return;
    }
  if (search->found != NULL && distance == search->limit)
    {
      /* Two are as near: neither is meant, but what is nearer still may be. */
      g_clear_pointer (&search->found, fb_column_target_free);
      search->limit = distance - 1;
      return;
    }
  g_clear_pointer (&search->found, fb_column_target_free);
  search->found = g_steal_pointer (&owned);
  search->limit = distance;
}

/**
 * fb_table_map_recognise_near:
 *
 * Returns: (transfer full) (nullable): what a column holds whose heading only resembles one that is known: "Kosten in
 *   €", "Zustaendigkeiten"
 */
FbColumnTarget *
fb_table_map_recognise_near (FbDocument *document,
                             FbNode     *table,
                             const char *heading)
{
  FbNode *root = table != NULL ? table : fb_document_get_root (document);
  const char *language = fb_table_map_get_language (document);
  g_autofree char *simple = simplify (heading);
  gsize length = strlen (simple);
  Search search = { simple, length >= 9 ? 2 : length >= 5 ? 1 : 0, NULL };
  guint n_kinds;
  const FbKind *kinds = fb_table_map_list_kinds (&n_kinds);

  if (length == 0)
    return NULL;

  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    if (fb_node_get_kind (node) == FB_KIND_COLUMN)
      compare (&search, fb_node_get_title (node), new_for_column (node, heading));
  for (guint i = 0; i < n_kinds; i++)
    for (const FbProperty *property = fb_kind_get_info (kinds[i])->properties; property->name != NULL; property++)
      {
        const char *names[]
            = { property->label, fb_property_get_label (property), fb_words_get (language, property->label) };

        for (guint j = 0; j < G_N_ELEMENTS (names); j++)
          compare (&search, names[j], fb_column_target_new (FB_TARGET_PROPERTY, property->name, heading));
      }
  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (synonyms[i].type != FB_TARGET_ID)
      compare (&search, synonyms[i].heading, fb_column_target_new (synonyms[i].type, synonyms[i].name, heading));
  if (search.found != NULL)
    search.found->guessed = TRUE;

  return search.found;
}
