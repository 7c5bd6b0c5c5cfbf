/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "review/fb-rules-private.h"
#include "values/fb-distance.h"
#include "values/fb-responsible.h"

/* More names than that are not compared each with each. */
#define MAX_COMPARED 500

/* A name that stands somewhere. */
typedef struct
{
  const char *name;
  char *folded;
  GHashTable *facts; /* where it stands */
  FbNode *actor;     /* whom it means, or NULL */
} Name;

static void
name_free (gpointer data)
{
  Name *name = data;

  g_free (name->folded);
  g_free (name);
}

static void
add_name (FbCheck *check, const char *word, GHashTable *facts, gpointer data)
{
  Name *name = g_new0 (Name, 1);

  name->name = word;
  name->folded = g_utf8_casefold (word, -1);
  name->facts = facts;
  name->actor = fb_register_lookup (check->actors, word);
  g_ptr_array_add (data, name);
}

/* Each name once. */
static GPtrArray *
get_names (FbCheck *check)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (name_free);

  fb_check_foreach_name (check, add_name, names);
  return names;
}

/* Whether @a is rather the wrong one of two: it is rarer, or as rare and stands behind the other. */
static gboolean
is_worse (FbCheck *check, const Name *a, const Name *b)
{
  guint count_a = g_hash_table_size (a->facts);
  guint count_b = g_hash_table_size (b->facts);

  if (count_a != count_b)
    return count_a < count_b;
  return fb_fact_compare (fb_check_get_first (check, a->name, a->facts), fb_check_get_first (check, b->name, b->facts))
         > 0;
}

/* FACTS: each body named; its name is the word. */
void
fb_collect_bodies (FbCheck *check, FbNode *node)
{
  for (const FbProperty *property = fb_node_get_info (node)->properties; property->name != NULL; property++)
    {
      const char *words
          = property->reads == FB_READS_RESPONSIBLE ? fb_value_get_words (fb_node_get_value (node, property)) : NULL;
      g_autoptr (GPtrArray) groups = words != NULL ? fb_register_read (check->actors, words) : NULL;

      for (guint i = 0; groups != NULL && i < groups->len; i++)
        {
          const FbResponsibleGroup *group = groups->pdata[i];

          for (guint j = 0; j < group->bodies->len; j++)
            {
              const FbBody *body = group->bodies->pdata[j];
              g_autofree char *name = g_strndup (words + body->start, body->end - body->start);

              fb_check_collect (check, node, property, body->start, body->end, 0, name);
            }
        }
    }
}

/* Reported once for each spelling, at its first place, and only where there is a register to be in. */
void
fb_check_unknown_bodies (FbCheck *check, FbNode *root)
{
  FbNode *list = fb_node_get_child_of_kind (root, FB_KIND_ACTORS);
  g_autoptr (GPtrArray) names = NULL;

  if (list == NULL || fb_node_get_n_children (list) == 0)
    return;

  names = get_names (check);
  for (guint i = 0; i < names->len; i++)
    {
      const Name *name = names->pdata[i];
      guint count = g_hash_table_size (name->facts);

      if (name->actor == NULL)
        fb_check_report_fact (check, fb_check_get_first (check, name->name, name->facts),
                              ngettext ("“%s” is not in the register (%u time)",
                                        "“%s” is not in the register (%u times)", count),
                              name->name, count);
    }
}

/* Whether two words are parted by a slip: one letter too many or too few, two swapped, or another one. "West" and
 * "Ost", "Amt 51" and "Amt 52", "m.mueller" and "k.mueller" are not. */
static gboolean
is_slip (const char *a, const char *b, glong least)
{
  if (MIN (g_utf8_strlen (a, -1), g_utf8_strlen (b, -1)) < least || g_utf8_get_char (a) != g_utf8_get_char (b))
    return FALSE;
  for (const char *p = a; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      return FALSE;

  return fb_distance (a, b, 1) == 1;
}

/* Whether two names are the same but for one word, parted by a slip. */
static gboolean
is_slip_in_one_part (const char *a, const char *b, const char *separators, glong least)
{
  g_auto (GStrv) parts_a = NULL;
  g_auto (GStrv) parts_b = NULL;
  guint n_different = 0;
  guint different = 0;

  /* Most pairs are out before anything is copied. */
  if (ABS ((gssize)strlen (a) - (gssize)strlen (b)) > 6)
    return FALSE;

  parts_a = g_strsplit_set (a, separators, -1);
  parts_b = g_strsplit_set (b, separators, -1);
  if (g_strv_length (parts_a) != g_strv_length (parts_b))
    return FALSE;
  for (guint i = 0; parts_a[i] != NULL; i++)
    if (!g_str_equal (parts_a[i], parts_b[i]))
      {
        n_different++;
        different = i;
      }

  return n_different == 1 && is_slip (parts_a[different], parts_b[different], least);
}

static gboolean
are_similar_bodies (const Name *a, const Name *b)
{
  if (g_str_equal (a->folded, b->folded))
    return g_utf8_strlen (a->folded, -1) >= 2;
  return is_slip_in_one_part (a->folded, b->folded, " -/", 6);
}

/* What the register knows as two is two. */
static gboolean
are_known (const Name *a, const Name *b)
{
  return a->actor != NULL && b->actor != NULL;
}

void
fb_check_similar_bodies (FbCheck *check, FbNode *root)
{
  g_autoptr (GPtrArray) names = get_names (check);

  /* Every pair of a few dozen names; a document with many hundreds would not profit from it. */
  for (guint i = 0; i < names->len && names->len <= MAX_COMPARED; i++)
    for (guint j = 0; j < i; j++)
      {
        const Name *a = names->pdata[i];
        const Name *b = names->pdata[j];

        if (are_known (a, b) || !are_similar_bodies (a, b))
          continue;
        if (is_worse (check, a, b))
          fb_check_report_fact (check, fb_check_get_first (check, a->name, a->facts), _ ("“%s” is nearly “%s”"),
                                a->name, b->name);
        else
          fb_check_report_fact (check, fb_check_get_first (check, b->name, b->facts), _ ("“%s” is nearly “%s”"),
                                b->name, a->name);
      }
}

void
fb_check_nameless_actor (FbCheck *check, FbNode *actor)
{
  const char *number = fb_node_get_words (actor, "number");

  if (number != NULL && fb_node_get_words (actor, "name") == NULL)
    fb_check_report (check, actor, fb_kind_get_property (FB_KIND_ACTOR, "name"), 0, 0, NULL,
                     _ ("“%s” has no name in the register"), number);
}

static void
collect_emails (FbCheck *check, const FbWords *words, gpointer data)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;

  if (memchr (words->words, '@', words->length) == NULL)
    return;
  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+", G_REGEX_OPTIMIZE, 0, NULL));

  g_regex_match_full (regex, words->words, words->length, 0, 0, &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *address = g_match_info_fetch (match, 0);
      int start, end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      fb_check_collect (check, words->node, words->property, start, end, 0, address);
    }
}

/* FACTS: each address; it is its name. */
void
fb_collect_emails (FbCheck *check, FbNode *node)
{
  fb_check_foreach_words (check, node, collect_emails, NULL);
}

/* The first one is reported, and both are named: either may be the wrong one. */
static void
report_emails (FbCheck *check, const Name *rare, const Name *other)
{
  fb_check_report_fact (check, fb_check_get_first (check, rare->name, rare->facts),
                        _ ("“%s” differs by a letter from “%s”"), rare->name, other->name);
}

void
fb_check_similar_emails (FbCheck *check, FbNode *root)
{
  g_autoptr (GPtrArray) names = get_names (check);

  for (guint i = 0; i < names->len && names->len <= MAX_COMPARED; i++)
    for (guint j = 0; j < i; j++)
      {
        const Name *a = names->pdata[i];
        const Name *b = names->pdata[j];

        if (!is_slip_in_one_part (a->folded, b->folded, "@.-_+", 6))
          continue;
        if (g_hash_table_size (a->facts) != g_hash_table_size (b->facts))
          report_emails (check, is_worse (check, a, b) ? a : b, is_worse (check, a, b) ? b : a);
        else
          report_emails (check, is_worse (check, a, b) ? b : a, is_worse (check, a, b) ? a : b);
      }
}
