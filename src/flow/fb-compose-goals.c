/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "flow/fb-composer.h"

/* Goals that carry others, or tables, are headings; what stands below them is a list. So a guiding goal heads its
 * action goals, and five plain goals are five items. */

static const char *const placed[] = { "title", "code", "text", NULL };

typedef struct
{
  FbComposer *composer;
  FbTextBuilder *items; /* NULL while no list is open */
  FbNode *first;        /* the goal the open list begins with */
  guint level;          /* of the headings of tables */
} GoalList;

static gboolean
has_table (FbNode *goal)
{
  for (guint i = 0; i < fb_node_get_n_children (goal); i++)
    {
      FbNode *child = fb_node_get_child (goal, i);
      FbKind kind = fb_node_get_kind (child);

      if (kind == FB_KIND_MEASURES || (kind == FB_KIND_GOAL && has_table (child)))
        return TRUE;
    }

  return FALSE;
}

/* "Leitziel 2.1", as much of it as is known; NULL for nothing. */
static char *
make_label (FbComposer *composer,
            FbNode     *goal)
{
  const FbProperty *property = fb_kind_get_property (FB_KIND_GOAL, "level");
  const FbChoice *level = fb_property_find_choice (property, fb_node_get_words (goal, "level"));
  const char *number = fb_node_get_number (goal);

  if (level == NULL)
    return g_strdup (number);
  if (number == NULL)
    return g_strdup (_fb_composer_word (composer, level->label));

  return g_strdup_printf ("%s %s", _fb_composer_word (composer, level->label), number);
}

static void
flush (GoalList *list)
{
  g_autoptr (FbText) text = NULL;

  if (list->items == NULL)
    return;

  text = fb_text_builder_end (list->items);
  /* An item has no place of its own to link to, so the list takes the id of its first. */
  _fb_composer_text (list->composer, list->first, FB_TEXT_BODY, text);
  g_clear_pointer (&list->items, fb_text_builder_free);
}

/* What hangs on a goal and is neither goal nor text. */
static void
compose_tables (FbComposer *composer,
                FbNode     *goal,
                guint       level)
{
  static const char *const also[] = { NULL };
  g_autoptr (GPtrArray) indicators = g_ptr_array_new ();

  for (guint i = 0; i < fb_node_get_n_children (goal); i++)
    {
      FbNode *child = fb_node_get_child (goal, i);

      if (fb_node_get_kind (child) == FB_KIND_INDICATOR)
        g_ptr_array_add (indicators, child);
    }
  _fb_composer_node_table (composer, NULL, _fb_composer_word (composer, "Indicators"), indicators, also);
  for (guint i = 0; i < fb_node_get_n_children (goal); i++)
    {
      FbNode *child = fb_node_get_child (goal, i);

      if (fb_node_get_kind (child) == FB_KIND_MEASURES)
        _fb_composer_node (composer, child, level);
    }
}

static gboolean
needs_tables (FbNode *goal)
{
  return fb_node_get_child_of_kind (goal, FB_KIND_INDICATOR) != NULL
         || fb_node_get_child_of_kind (goal, FB_KIND_MEASURES) != NULL;
}

static void
add_item (GoalList *list,
          FbNode   *goal,
          guint     depth)
{
  g_autofree char *label = make_label (list->composer, goal);
  g_autoptr (FbText) title = _fb_composer_words (fb_node_get_title (goal));
  g_autoptr (FbTextBuilder) rest = fb_text_builder_new ();
  FbText *text = fb_node_get_text (goal, "text");

  if (list->items == NULL)
    {
      list->items = fb_text_builder_new ();
      list->first = goal;
    }

  fb_text_builder_paragraph (list->items, FB_PARAGRAPH_ITEM, depth, FB_LIST_BULLET, 0, NULL);
  if (label != NULL)
    {
      fb_text_builder_push (list->items, FB_RUN_STRONG, NULL);
      fb_text_builder_append (list->items, label, -1);
      if (title != NULL || text != NULL)
        fb_text_builder_append (list->items, ":", 1);
      fb_text_builder_pop (list->items);
      fb_text_builder_append (list->items, " ", 1);
    }
  _fb_composer_append_inline (list->items, title);
  _fb_composer_append_nested (list->items, text, depth);
  if (_fb_composer_append_rest (list->composer, rest, goal, placed))
    {
      g_autoptr (FbText) details = fb_text_builder_end (rest);

      _fb_composer_append_nested (list->items, details, depth);
    }

  if (needs_tables (goal))
    {
      flush (list);
      compose_tables (list->composer, goal, list->level);
    }
  for (guint i = 0; i < fb_node_get_n_children (goal); i++)
    {
      FbNode *child = fb_node_get_child (goal, i);

      if (fb_node_get_kind (child) == FB_KIND_GOAL)
        add_item (list, child, MIN (depth + 1, FB_TEXT_MAX_LEVEL));
    }
}

/* A goal as a heading, with all below it. */
void
_fb_composer_goal (FbComposer *composer,
                   FbNode     *goal,
                   guint       level)
{
  g_autofree char *label = make_label (composer, goal);
  const char *title = _fb_composer_spell (fb_node_get_title (goal));
  g_autofree char *words = NULL;
  g_autoptr (FbText) heading = NULL;
  g_autoptr (FbTextBuilder) rest = fb_text_builder_new ();

  if (label != NULL && title != NULL)
    words = g_strdup_printf ("%s: %s", label, title);
  else
    words = g_strdup (title != NULL ? title : label);
  heading = _fb_composer_words (words);
  if (heading != NULL)
    fb_flow_builder_heading (composer->builder, fb_node_get_id (goal), level++, NULL, heading, FALSE);

  if (composer->printout->scope != FB_SCOPE_MEASURES)
    {
      _fb_composer_text (composer, goal, FB_TEXT_BODY, fb_node_get_text (goal, "text"));
      if (_fb_composer_append_rest (composer, rest, goal, placed))
        {
          g_autoptr (FbText) details = fb_text_builder_end (rest);

          _fb_composer_text (composer, goal, FB_TEXT_DETAILS, details);
        }
    }
  compose_tables (composer, goal, level);
  _fb_composer_goals (composer, goal, level);
}

/* The goals below a part, or below another goal. */
void
_fb_composer_goals (FbComposer *composer,
                    FbNode     *parent,
                    guint       level)
{
  GoalList list = { composer, NULL, NULL, level };
  gboolean headings = FALSE;

  for (guint i = 0; i < fb_node_get_n_children (parent); i++)
    {
      FbNode *child = fb_node_get_child (parent, i);

      if (fb_node_get_kind (child) != FB_KIND_GOAL)
        continue;
      headings |= has_table (child);
      headings |= fb_node_get_kind (parent) == FB_KIND_GOALS && fb_node_get_n_children (child) > 0;
    }

  for (guint i = 0; i < fb_node_get_n_children (parent); i++)
    {
      FbNode *child = fb_node_get_child (parent, i);

      if (fb_node_get_kind (child) != FB_KIND_GOAL)
        continue;
      if (headings && (composer->printout->scope != FB_SCOPE_MEASURES || has_table (child)))
        _fb_composer_goal (composer, child, level);
      else if (composer->printout->scope != FB_SCOPE_MEASURES)
        add_item (&list, child, 1);
    }
  flush (&list);
}
