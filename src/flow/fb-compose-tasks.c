/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "flow/fb-composer.h"

#include "concept/fb-register.h"
#include "flow/fb-measure-columns.h"
#include "values/fb-responsible.h"

/* What one body has to do: the measures that name it, field by field. A measure that names it only in some of its steps
 * shows only those. */

typedef struct
{
  FbRegister *names;
  FbNode *actor; /* NULL for a word that the register does not know */
  char *folded;  /* that word */
} Wanted;

static gboolean
is_wanted (const Wanted *wanted,
           const char   *name)
{
  g_autofree char *folded = NULL;

  if (wanted->actor != NULL)
    return fb_register_lookup (wanted->names, name) == wanted->actor;

  folded = g_utf8_casefold (name, -1);

  return g_str_equal (folded, wanted->folded);
}

/* Whether the node itself, not what is below it, names the body. */
static gboolean
names_wanted (const Wanted *wanted,
              FbNode       *node)
{
  for (const FbProperty *property = fb_node_get_info (node)->properties; property->name != NULL; property++)
    {
      const char *words = fb_value_get_words (fb_node_get_value (node, property));
      g_autoptr (GPtrArray) groups = NULL;

      if (property->reads != FB_READS_RESPONSIBLE || words == NULL)
        continue;
      groups = fb_register_read (wanted->names, words);
      for (guint i = 0; i < groups->len; i++)
        {
          const FbResponsibleGroup *group = g_ptr_array_index (groups, i);

          for (guint j = 0; j < group->bodies->len; j++)
            if (is_wanted (wanted, ((const FbBody *) g_ptr_array_index (group->bodies, j))->name))
              return TRUE;
        }
    }

  return FALSE;
}

/* Returns: whether the body has to do with @measure; the steps it has nothing to do with are put into @hidden. */
static gboolean
choose_steps (const Wanted *wanted,
              FbNode       *measure,
              GHashTable   *hidden)
{
  gboolean whole = names_wanted (wanted, measure);
  gboolean any = whole;

  for (guint i = 0; i < fb_node_get_n_children (measure); i++)
    {
      FbNode *step = fb_node_get_child (measure, i);

      if (whole || fb_node_get_kind (step) != FB_KIND_STEP)
        continue;
      if (names_wanted (wanted, step))
        any = TRUE;
      else
        g_hash_table_add (hidden, step);
    }

  return any;
}

/* The field of a measure, or the table where it is in no field. */
static FbNode *
find_part (FbNode *measure)
{
  FbNode *field = fb_node_get_ancestor (measure, FB_KIND_FIELD);

  return field != NULL ? field : fb_node_get_ancestor (measure, FB_KIND_MEASURES);
}

static void
begin_part (FbComposer *composer,
            GPtrArray  *columns,
            FbNode     *part)
{
  g_autofree char *name = fb_node_dup_label (part);

  _fb_composer_heading (composer, part, 2, TRUE);
  fb_flow_builder_table (composer->builder, NULL, name);
  _fb_measure_columns_begin (composer, columns);
}

static void
compose_head (FbComposer *composer,
              FbNode     *actor,
              const char *word)
{
  const char *number = actor != NULL ? fb_node_get_words (actor, "number") : NULL;
  const char *name = actor != NULL ? fb_node_get_title (actor) : word;
  g_autofree char *title = NULL;
  g_autoptr (FbText) text = NULL;

  if (number != NULL && name != NULL)
    title = g_strdup_printf ("%s: %s %s", _fb_composer_word (composer, "Tasks"), number, name);
  else
    title = g_strdup_printf ("%s: %s", _fb_composer_word (composer, "Tasks"),
                             name != NULL ? name : number != NULL ? number : word);
  text = _fb_composer_words (title);
  fb_flow_builder_heading (composer->builder, NULL, 1, NULL, text, TRUE);
}

/* Prints what a body has to do. @subject is the id of an actor, or a word by which a body is called. */
void
_fb_composer_tasks (FbComposer *composer,
                    const char *subject)
{
  FbNode *root = fb_document_get_root (composer->document);
  g_autoptr (GPtrArray) columns = _fb_measure_columns_new (composer, NULL, FALSE);
  g_autoptr (GHashTable) hidden = g_hash_table_new (NULL, NULL);
  g_autofree char *folded = g_utf8_casefold (subject, -1);
  Wanted wanted = { fb_register_get_for_document (composer->document), NULL, folded };
  FbNode *part = NULL;

  wanted.actor = fb_document_lookup (composer->document, subject);
  if (wanted.actor == NULL || fb_node_get_kind (wanted.actor) != FB_KIND_ACTOR)
    wanted.actor = fb_register_lookup (wanted.names, subject);

  compose_head (composer, wanted.actor, subject);
  composer->hidden = hidden;
  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    {
      if (fb_node_get_kind (node) != FB_KIND_MEASURE || !choose_steps (&wanted, node, hidden))
        continue;
      if (find_part (node) != part)
        {
          part = find_part (node);
          begin_part (composer, columns, part);
        }
      _fb_measure_columns_row (composer, columns, node);
    }
  composer->hidden = NULL;

  if (part == NULL)
    {
      g_autoptr (FbText) none = _fb_composer_words (_fb_composer_word (composer, "No measures."));

      fb_flow_builder_text (composer->builder, NULL, FB_TEXT_BODY, none);
    }
}
