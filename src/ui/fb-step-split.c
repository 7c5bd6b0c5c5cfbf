/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-step-split.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "concept/fb-register.h"
#include "values/fb-responsible.h"
#include "values/fb-steps.h"

/* A part of the text of a measure that becomes a step. */
typedef struct
{
  int number;
  FbText *text;
} Part;

static void
part_clear (gpointer data)
{
  fb_text_unref (((Part *) data)->text);
}

/* Bytes [start, end) of a text, with their emphasis and lists. */
static FbText *
cut_out (FbText *text,
         gsize   start,
         gsize   end)
{
  guint n = fb_text_get_n_paragraphs (text);
  guint first = 0;
  guint last;
  guint cut;
  g_autoptr (FbText) slice = NULL;
  g_autoptr (FbText) head = NULL;

  if (start >= end)
    return fb_text_new_plain ("");

  while (first + 1 < n && fb_text_get_paragraph (text, first)->end < start)
    first++;
  for (last = first; last + 1 < n && fb_text_get_paragraph (text, last)->end < end;)
    last++;

  /* A replacement keeps within one paragraph. */
  slice = fb_text_slice (text, first, last - first + 1);
  cut = fb_text_get_paragraph (text, last)->end - end;
  end = fb_text_get_paragraph (slice, last - first)->end;
  head = cut > 0 ? fb_text_replace (slice, end - cut, end, "") : fb_text_ref (slice);
  cut = start - fb_text_get_paragraph (text, first)->start;
  return cut > 0 ? fb_text_replace (head, 0, cut, "") : fb_text_ref (head);
}

/* "(1) ... (2) ..." typed into the text. */
static FbText *
split_typed (FbText *text,
             GArray *parts)
{
  const char *words = fb_text_get_buffer (text, NULL);
  g_autoptr (GPtrArray) found = fb_steps_split (words, NULL);
  FbStepPart *first;
  gsize lead;

  if (found->len < 2)
    return NULL;

  for (guint i = 0; i < found->len; i++)
    {
      FbStepPart *step = g_ptr_array_index (found, i);
      Part part = { step->number, cut_out (text, step->start, step->end) };

      g_array_append_val (parts, part);
    }

  /* The lead ends before the label of the first part. */
  first = g_ptr_array_index (found, 0);
  lead = first->start - MIN (first->start, strlen (first->label));
  while (lead > 0 && strncmp (words + lead, first->label, strlen (first->label)) != 0)
    lead--;
  while (lead > 0 && g_ascii_isspace (words[lead - 1]))
    lead--;
  return cut_out (text, 0, lead);
}

/* A numbered list; what stands before it stays. */
static FbText *
split_list (FbText *text,
            GArray *parts)
{
  guint n = fb_text_get_n_paragraphs (text);
  guint first = 0;

  while (first < n && fb_text_get_paragraph (text, first)->kind == FB_PARAGRAPH_PLAIN)
    first++;
  if (first == n || fb_text_get_paragraph (text, first)->style == FB_LIST_BULLET)
    return NULL;

  for (guint i = first, number = 0; i < n;)
    {
      guint end = i + 1;
      const FbParagraph *paragraph = fb_text_get_paragraph (text, i);
      g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();
      Part part;

      /* Something behind the list would have to be torn from it. */
      if (paragraph->kind != FB_PARAGRAPH_ITEM || paragraph->level != 1)
        return NULL;
      fb_text_builder_append_paragraph (builder, FB_PARAGRAPH_PLAIN, 0, FB_LIST_BULLET, 0, text, i);
      for (; end < n && (fb_text_get_paragraph (text, end)->kind == FB_PARAGRAPH_CONTINUED ||
                         fb_text_get_paragraph (text, end)->level > 1);
           end++)
        {
          const FbParagraph *more = fb_text_get_paragraph (text, end);

          if (more->level <= 1)
            fb_text_builder_append_paragraph (builder, FB_PARAGRAPH_PLAIN, 0, FB_LIST_BULLET, 0, text, end);
          else
            fb_text_builder_append_paragraph (builder, more->kind, more->level - 1, more->style, more->number, text,
                                              end);
        }
      number = paragraph->number > 0 ? paragraph->number : number + 1;
      part = (Part) { (int) number, fb_text_builder_end (builder) };
      g_array_append_val (parts, part);
      i = end;
    }

  return parts->len >= 2 ? fb_text_slice (text, 0, first) : NULL;
}

/* Fills in the parts and returns what remains as the measure's own text, or NULL where there are no steps in it. */
static FbText *
split_text (FbNode *measure,
            GArray *parts)
{
  FbText *text = fb_node_get_text (measure, "text");
  FbText *rest = text != NULL ? split_typed (text, parts) : NULL;

  if (text == NULL || rest != NULL)
    return rest;

  g_array_set_size (parts, 0);
  rest = split_list (text, parts);
  if (rest == NULL)
    g_array_set_size (parts, 0);
  return rest;
}

static gboolean
names_steps (const char *words)
{
  g_autoptr (GPtrArray) groups = fb_responsible_read (words, NULL, NULL);

  for (guint i = 0; i < groups->len; i++)
    if (((FbResponsibleGroup *) g_ptr_array_index (groups, i))->step > 0)
      return TRUE;
  return FALSE;
}

/** Returns: whether the text of a measure, or who is responsible for it, is numbered by steps. */
gboolean
fb_step_split_can (FbNode *measure)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_autoptr (FbText) rest = NULL;

  g_array_set_clear_func (parts, part_clear);
  rest = split_text (measure, parts);
  return rest != NULL || (fb_node_get_child_of_kind (measure, FB_KIND_STEP) != NULL &&
                          names_steps (fb_node_get_words (measure, "responsible")));
}

/* The step that was typed as this number; where all of them come from the text, they may have been typed out of
 * order. */
static FbNode *
find_step (GPtrArray *steps,
           GArray    *parts,
           int        number)
{
  if (parts->len > 0 && parts->len == steps->len)
    {
      for (guint i = 0; i < parts->len; i++)
        if (g_array_index (parts, Part, i).number == number)
          return g_ptr_array_index (steps, i);
      return NULL;
    }

  return number > 0 && (guint) number <= steps->len ? g_ptr_array_index (steps, number - 1) : NULL;
}

/* "(1) Ehrenamtsbörse, 32 (2) ...": each step gets what was typed for it; the rest stays where it is. */
static void
split_responsible (FbDocument *document,
                   FbNode     *measure,
                   GPtrArray  *steps,
                   GArray     *parts)
{
  const char *words = fb_node_get_words (measure, "responsible");
  g_autofree char *kept = g_strdup (words);
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GString) rest = g_string_new (NULL);

  if (words == NULL || !names_steps (words))
    return;

  groups = fb_register_read (fb_register_get_for_document (document), kept);
  for (guint i = 0; i < groups->len; i++)
    {
      FbResponsibleGroup *group = g_ptr_array_index (groups, i);
      FbNode *step = find_step (steps, parts, group->step);
      const char *before = step != NULL ? fb_node_get_words (step, "responsible") : NULL;
      g_autofree char *part = NULL;

      if (group->bodies->len == 0)
        continue;
      part = g_strndup (kept + ((FbBody *) group->bodies->pdata[0])->start,
                        ((FbBody *) group->bodies->pdata[group->bodies->len - 1])->end -
                          ((FbBody *) group->bodies->pdata[0])->start);
      if (step != NULL && before == NULL)
        fb_document_set_words (document, step, "responsible", part);
      else if (group->step > 0)
        g_string_append_printf (rest, "%s(%d) %s", rest->len > 0 ? "\n" : "", group->step, part);
      else
        g_string_append_printf (rest, "%s%s", rest->len > 0 ? "\n" : "", part);
    }
  fb_document_set_words (document, measure, "responsible", rest->str);
}

/**
 * fb_step_split_apply:
 * @measure: a measure of @document
 *
 * Makes steps of "(1) ... (2) ..." or of a numbered list in the text of a measure, behind the steps that are there, and
 * gives each step what "(1) body, body (2) ..." says of it. What is before the first number stays. One entry of the
 * history.
 *
 * Returns: how many steps were made
 */
guint
fb_step_split_apply (FbDocument *document,
                     FbNode     *measure)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (FbText) rest = NULL;
  guint index = 0;

  g_array_set_clear_func (parts, part_clear);
  rest = split_text (measure, parts);

  fb_document_begin (document, _("Split into Steps"));
  for (guint i = 0; i < parts->len; i++)
    {
      FbNode *step = fb_document_create_node (document, FB_KIND_STEP);
      g_autoptr (FbValue) value = fb_value_new_rich (g_array_index (parts, Part, i).text);

      fb_node_build_value (step, fb_kind_get_property (FB_KIND_STEP, "text"), value);
      g_ptr_array_add (made, step);
    }
  if (made->len > 0)
    {
      g_autoptr (FbValue) value = fb_value_new_rich (rest);

      while (index < fb_node_get_n_children (measure) &&
             fb_node_get_kind (fb_node_get_child (measure, index)) == FB_KIND_STEP)
        index++;
      fb_document_set (document, measure, fb_kind_get_property (FB_KIND_MEASURE, "text"), value);
      fb_document_insert (document, measure, index, (FbNode **) made->pdata, made->len, NULL);
    }
  for (guint i = 0; i < fb_node_get_n_children (measure); i++)
    if (fb_node_get_kind (fb_node_get_child (measure, i)) == FB_KIND_STEP)
      g_ptr_array_add (steps, fb_node_get_child (measure, i));
  if (steps->len > 0)
    split_responsible (document, measure, steps, parts);
  fb_document_end (document);

  return made->len;
}
