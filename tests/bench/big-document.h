/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "concept/fb-document.h"

/* A concept of a size, made of what real ones are made of: fields with chapters, goals and a table with bands; measures
 * with a text, a period, costs and bodies, every second with two steps. */

static inline FbNode *
big_child (FbNode     *parent,
           FbKind      kind,
           guint       number,
           const char *title)
{
  g_autofree char *id = g_strdup_printf ("%s-%06u", fb_kind_get_info (kind)->prefix, number);
  FbNode *node = fb_node_new (kind, id);

  if (title != NULL)
    fb_node_build_words (node, "title", title);
  fb_node_build_child (parent, node);
  g_object_unref (node);
  return node;
}

static inline void
big_text (FbNode     *node,
          const char *words)
{
  g_autoptr (FbText) text = fb_text_new_plain (words);
  g_autoptr (FbValue) value = fb_value_new_rich (text);

  fb_node_build_value (node, fb_kind_get_property (fb_node_get_kind (node), "text"), value);
}

static inline void
big_measure (FbNode *parent,
             guint   number,
             guint   goal)
{
  static const char *const bodies[] = { "51, 32", "beratungsCentrum, SKFM, 51", "Volkshochschule",
                                        "Ehrenamtsbörse, 32", "41" };
  static const char *const periods[] = { "2022", "ab 2021", "2021 bis 2023", "laufend", "2. Halbjahr 2022" };
  static const char *const costs[] = { "5.000 €", "keine", "noch offen", "12.500 Euro pro Jahr",
                                       "im Rahmen vorhandener Mittel" };
  g_autofree char *title = g_strdup_printf ("Begegnung und Beratung im Stadtteil weiterentwickeln, Teil %u", number);
  g_autofree char *served = g_strdup_printf ("z-%06u", goal);
  const char *ids[] = { served, NULL };
  g_autoptr (FbValue) serves = fb_value_new_refs (ids);
  FbNode *measure = big_child (parent, FB_KIND_MEASURE, number, title);

  fb_node_build_value (measure, fb_kind_get_property (FB_KIND_MEASURE, "serves"), serves);

  big_text (measure, "Im Stadtteil finden im Abstand von zwei bis drei Monaten Gespräche mit Ehrenamtlichen statt "
                     "(z.B. thematische Anregungen, Austausch). Bei Bedarf stehen auch Einzelgespräche zur Verfügung.\n"
                     "Es werden Möglichkeiten zum Austausch zwischen allen Beteiligten geschaffen.");
  fb_node_build_words (measure, "period", periods[number % G_N_ELEMENTS (periods)]);
  fb_node_build_words (measure, "cost", costs[number / 2 % G_N_ELEMENTS (costs)]);
  fb_node_build_words (measure, "responsible", bodies[number / 3 % G_N_ELEMENTS (bodies)]);
  for (guint i = 0; number % 2 == 0 && i < 2; i++)
    {
      FbNode *step = big_child (measure, FB_KIND_STEP, 2 * number + i, NULL);

      big_text (step, "Die Anlauf- und Unterstützungsstellen werden gemeinsam weiterentwickelt und bekannt gemacht.");
      fb_node_build_words (step, "responsible", "Ehrenamtsbörse, 32");
    }
}

/* Returns: (transfer full): the root of a concept of @n_measures measures in five fields. */
static inline FbNode *
big_concept (guint n_measures)
{
  static const char *const titles[] = { "Miteinander", "Bildung und Sprache", "Arbeit", "Gesundheit", "Wohnen" };
  static const char *const actors[] = { "51", "32", "41", "beratungsCentrum", "SKFM", "Ehrenamtsbörse" };
  FbNode *root = fb_node_new (FB_KIND_CONCEPT, "k-000000");
  FbNode *list = NULL;
  FbNode *table = NULL;
  FbNode *group = NULL;
  guint per_field = MAX (1, (n_measures + 4) / 5);

  fb_node_build_words (root, "title", "Integrationskonzept");
  fb_node_build_words (root, "term", "2021-2025");
  for (guint i = 0; i < n_measures; i++)
    {
      if (i % per_field == 0)
        {
          guint n = i / per_field;
          FbNode *field = big_child (root, FB_KIND_FIELD, n, titles[n % G_N_ELEMENTS (titles)]);
          FbNode *chapter = big_child (field, FB_KIND_CHAPTER, n, "Stärken und Entwicklungspotentiale");
          FbNode *goals = big_child (field, FB_KIND_GOALS, n, "Leitziele und Handlungsziele");

          big_text (chapter, "Die Bürgerinnen und Bürger gestalten das Leben in der Stadt gemeinsam; siehe Kapitel 1.");
          big_child (goals, FB_KIND_GOAL, n, "Alle können teilhaben");
          table = big_child (field, FB_KIND_MEASURES, n, "Ideen und Maßnahmen");
        }
      if (i % 100 == 0 || i % per_field == 0)
        group = big_child (table, FB_KIND_GROUP, i, "Laufende Aktivitäten");
      big_measure (group, i, i / per_field);
    }

  list = big_child (root, FB_KIND_ACTORS, 0, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    {
      FbNode *actor = big_child (list, FB_KIND_ACTOR, i, NULL);

      fb_node_build_words (actor, g_ascii_isdigit (*actors[i]) ? "number" : "name", actors[i]);
    }

  return root;
}
