/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "review/fb-rules-private.h"
#include "values/fb-responsible.h"

/* A name and the first place where it stands. */
typedef struct
{
  char *name;
  char *folded;
  FbNode *node;
  const FbProperty *property;
  gsize start;
  gsize end;
  guint count;
  FbNode *actor; /* whom it means, or NULL */
} Name;

static void
name_free (gpointer data)
{
  Name *name = data;

  g_free (name->name);
  g_free (name->folded);
  g_free (name);
}

static void
add_name (GPtrArray        *names,
          GHashTable       *index,
          FbNode           *node,
          const FbProperty *property,
          const char       *words,
          gsize             start,
          gsize             end)
{
  g_autofree char *word = g_strndup (words + start, end - start);
  Name *name = g_hash_table_lookup (index, word);

  if (name == NULL)
    {
      name = g_new0 (Name, 1);
      name->name = g_steal_pointer (&word);
      name->folded = g_utf8_casefold (name->name, -1);
      name->node = node;
      name->property = property;
      name->start = start;
      name->end = end;
      g_ptr_array_add (names, name);
      g_hash_table_insert (index, name->name, name);
    }
  name->count++;
}

/* All bodies named in measures and steps, each spelling once. */
static GPtrArray *
collect_bodies (FbCheck *check,
                FbNode  *root)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (name_free);
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);

  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    for (const FbProperty *property = fb_node_get_info (node)->properties; property->name != NULL; property++)
      {
        const char *words = property->reads == FB_READS_RESPONSIBLE
                              ? fb_value_get_words (fb_node_get_value (node, property))
                              : NULL;
        g_autoptr (GPtrArray) groups = words != NULL ? fb_register_read (check->actors, words) : NULL;

        for (guint i = 0; groups != NULL && i < groups->len; i++)
          {
            const FbResponsibleGroup *group = groups->pdata[i];

            for (guint j = 0; j < group->bodies->len; j++)
              {
                const FbBody *body = group->bodies->pdata[j];

                add_name (names, index, node, property, words, body->start, body->end);
              }
          }
      }
  for (guint i = 0; i < names->len; i++)
    ((Name *) names->pdata[i])->actor = fb_register_lookup (check->actors, ((Name *) names->pdata[i])->name);

  return names;
}

/* Reported once for each spelling, at its first place, and only where there is a register to be in. */
void
fb_check_unknown_bodies (FbCheck *check,
                         FbNode  *root)
{
  FbNode *list = fb_node_get_child_of_kind (root, FB_KIND_ACTORS);
  g_autoptr (GPtrArray) names = NULL;

  if (list == NULL || fb_node_get_n_children (list) == 0)
    return;

  names = collect_bodies (check, root);
  for (guint i = 0; i < names->len; i++)
    {
      const Name *name = names->pdata[i];

      if (name->actor == NULL)
        fb_check_report (check, name->node, name->property, name->start, name->end, name->name,
                         ngettext ("“%s” is not in the register (%u time)", "“%s” is not in the register (%u times)",
                                   name->count),
                         name->name, name->count);
    }
}

/* Near enough to be one: a letter or two, in words that are long enough for that to be a slip. */
static gboolean
are_similar (const char *a,
             const char *b)
{
  glong shorter = MIN (g_utf8_strlen (a, -1), g_utf8_strlen (b, -1));
  guint limit = shorter >= 12 ? 2 : 1;

  if (shorter < 5 || g_str_equal (a, b))
    return shorter >= 2 && g_str_equal (a, b);
  /* "Amt 51" and "Amt 52" differ in what they are. */
  for (const char *p = a; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      return FALSE;
  return fb_check_distance (a, b, limit) <= limit;
}

void
fb_check_similar_bodies (FbCheck *check,
                         FbNode  *root)
{
  g_autoptr (GPtrArray) names = collect_bodies (check, root);

  /* Every pair of a few dozen names; a document with more than a thousand would not profit from it. */
  for (guint i = 0; i < names->len && names->len <= 1000; i++)
    for (guint j = 0; j < i; j++)
      {
        const Name *first = names->pdata[j];
        const Name *second = names->pdata[i];
        const Name *rarer = second->count <= first->count ? second : first;
        const Name *other = rarer == second ? first : second;

        if ((first->actor != NULL && first->actor == second->actor) || !are_similar (first->folded, second->folded))
          continue;
        fb_check_report (check, rarer->node, rarer->property, rarer->start, rarer->end, rarer->name,
                         _("“%s” is nearly “%s”"), rarer->name, other->name);
      }
}

static void
find_emails (FbCheck       *check,
             const FbWords *words,
             gpointer       data)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;
  GPtrArray *names = ((gpointer *) data)[0];
  GHashTable *index = ((gpointer *) data)[1];

  if (memchr (words->words, '@', words->length) == NULL)
    return;
  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+", G_REGEX_OPTIMIZE, 0, NULL));

  g_regex_match_full (regex, words->words, words->length, 0, 0, &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      int start, end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      add_name (names, index, words->node, words->property, words->words, start, end);
    }
}

void
fb_check_similar_emails (FbCheck *check,
                         FbNode  *root)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (name_free);
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);
  gpointer data[] = { names, index };

  fb_check_foreach_words_below (check, root, find_emails, data);
  for (guint i = 0; i < names->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const Name *first = names->pdata[j];
        const Name *second = names->pdata[i];

        guint distance = fb_check_distance (first->folded, second->folded, 2);

        /* The first place is as likely to be the wrong one: the finding names both. */
        if (distance > 0 && distance <= 2)
          fb_check_report (check, first->node, first->property, first->start, first->end, first->name,
                           _("“%s” differs by a letter from “%s”"), first->name, second->name);
      }
}
