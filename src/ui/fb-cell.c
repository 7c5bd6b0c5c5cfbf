/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-cell.h"

#include <string.h>

#include "ui/fb-place.h"

/* A summary shows two lines; more than this nobody sees. In bytes. */
#define SUMMARY_LENGTH 300

/**
 * fb_cell_get_status:
 * @implied: (out) (optional): where to put whether the band says so and not the node
 *
 * Returns: (nullable): the name of the status of a measure, or of any node that has one
 */
const char *
fb_cell_get_status (FbNode   *node,
                    gboolean *implied)
{
  const FbProperty *property = fb_kind_get_property (fb_node_get_kind (node), "status");
  const char *status = property != NULL ? fb_value_get_words (fb_node_get_value (node, property)) : NULL;
  FbNode *parent = fb_node_get_parent (node);

  if (implied != NULL)
    *implied = FALSE;
  if (status != NULL || fb_node_get_kind (node) != FB_KIND_MEASURE || parent == NULL ||
      fb_node_get_kind (parent) != FB_KIND_GROUP)
    return status;

  if (implied != NULL)
    *implied = TRUE;
  return fb_node_get_words (parent, "status");
}

/** Returns: (transfer full): the number of a step as it is printed: "(1)"; an own number with marks stays as it is. */
char *
fb_cell_dup_step_number (FbNode *step)
{
  const char *number = fb_node_get_number (step);
  gsize length = number != NULL ? strlen (number) : 0;

  if (length == 0)
    return g_strdup ("");
  return g_ascii_isalnum (number[length - 1]) ? g_strdup_printf ("(%s)", number) : g_strdup (number);
}

/** Returns: (transfer full): title or text of a step in one line; "" for an empty step. */
char *
fb_cell_dup_step_label (FbNode *step)
{
  const char *title = fb_node_get_title (step);
  const FbProperty *property = fb_kind_get_property (fb_node_get_kind (step), "text");
  FbText *text = property != NULL ? fb_value_get_text (fb_node_get_value (step, property)) : NULL;

  if (title != NULL)
    return g_strdelimit (g_strdup (title), "\n", ' ');
  return text != NULL ? fb_text_dup_first_line (text) : g_strdup ("");
}

static void
append_step_words (GString          *string,
                   FbNode           *step,
                   const FbProperty *property)
{
  g_autofree char *words = fb_value_to_words (fb_node_get_value (step, property), property);
  g_autofree char *number = NULL;

  if (*words == '\0')
    return;

  number = fb_cell_dup_step_number (step);
  if (string->len > 0)
    g_string_append_c (string, '\n');
  g_string_append_printf (string, "%s %s", number, words);
}

/* What the steps of a measure say, "(1) ..." a line. */
static char *
dup_steps_words (FbNode     *node,
                 const char *name)
{
  const FbProperty *property = fb_kind_get_property (FB_KIND_STEP, name);
  GString *string = g_string_new (NULL);

  for (guint i = 0; property != NULL && i < fb_node_get_n_children (node); i++)
    if (fb_node_get_kind (fb_node_get_child (node, i)) == FB_KIND_STEP)
      append_step_words (string, fb_node_get_child (node, i), property);

  return g_string_free (string, FALSE);
}

static char *
dup_refs_words (FbDocument *document,
                FbValue    *value)
{
  const char *const *refs = fb_value_get_refs (value);
  GString *string = g_string_new (NULL);

  for (guint i = 0; refs[i] != NULL; i++)
    {
      FbNode *node = fb_document_lookup (document, refs[i]);
      const char *number = node != NULL ? fb_node_get_number (node) : NULL;
      g_autofree char *label = node != NULL ? fb_node_dup_label (node) : g_strdup (refs[i]);

      if (string->len > 0)
        g_string_append_c (string, '\n');
      if (number != NULL)
        g_string_append_printf (string, "%s ", number);
      g_string_append (string, label);
    }

  return g_string_free (string, FALSE);
}

/**
 * fb_cell_dup_words:
 *
 * What a cell shows of a property: numbers as counted, references by what they name, and for a measure whose own
 * value is empty what its steps say.
 *
 * Returns: (transfer full): the words, "" where there is nothing
 */
char *
fb_cell_dup_words (FbDocument       *document,
                   FbNode           *node,
                   const FbProperty *property)
{
  FbKind kind = fb_node_get_kind (node);
  FbValue *value;

  if (property == fb_place_get_property ())
    return fb_place_dup_words (node);

  /* A table of goals has indicators too; they show of its columns what they have. */
  if (!(property->flags & FB_PROPERTY_OWN) && fb_kind_get_property (kind, property->name) != property)
    {
      property = fb_kind_get_property (kind, property->name);
      if (property == NULL)
        return g_strdup ("");
    }

  if (property->reads == FB_READS_ORDINAL && fb_node_get_number (node) != NULL)
    return g_strdup (fb_node_get_number (node));

  value = fb_node_get_value (node, property);
  if (value == NULL && kind == FB_KIND_MEASURE && property->type == FB_VALUE_WORDS)
    return dup_steps_words (node, property->name);
  if (property->type == FB_VALUE_REFS)
    return dup_refs_words (document, value);

  return fb_value_to_words (value, property);
}

static void
append_text (GString    *string,
             const char *words)
{
  gsize length = strlen (words);

  if (length == 0)
    return;

  if (string->len > 0)
    g_string_append_c (string, ' ');
  if (length > SUMMARY_LENGTH)
    length = g_utf8_find_prev_char (words, words + SUMMARY_LENGTH) - words;
  g_string_append_len (string, words, length);
}

/* Of an indicator: where it began, where it should get to, where it is. */
static void
append_indicator (GString *string,
                  FbNode  *node)
{
  static const char *const names[] = { "baseline", "target", "actual" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const FbProperty *property = fb_kind_get_property (FB_KIND_INDICATOR, names[i]);
      const char *words = fb_value_get_words (fb_node_get_value (node, property));
      g_autofree char *pair = NULL;

      if (words == NULL)
        continue;
      pair = g_strdup_printf (string->len > 0 ? "· %s: %s" : "%s: %s", fb_property_get_label (property), words);
      append_text (string, pair);
    }
}

/** Returns: (transfer full): the beginning of what stands below the title: the text, then the steps; "" for nothing. */
char *
fb_cell_dup_summary (FbNode *node)
{
  const FbProperty *property = fb_kind_get_property (fb_node_get_kind (node), "text");
  FbText *text = property != NULL ? fb_value_get_text (fb_node_get_value (node, property)) : NULL;
  GString *string = g_string_new (NULL);

  for (guint i = 0; text != NULL && i < fb_text_get_n_paragraphs (text) && string->len < SUMMARY_LENGTH; i++)
    {
      const FbParagraph *paragraph = fb_text_get_paragraph (text, i);
      g_autofree char *words = g_strndup (fb_text_get_buffer (text, NULL) + paragraph->start,
                                          paragraph->end - paragraph->start);

      append_text (string, words);
    }
  for (guint i = 0; i < fb_node_get_n_children (node) && string->len < SUMMARY_LENGTH; i++)
    {
      FbNode *step = fb_node_get_child (node, i);
      g_autofree char *number = NULL;
      g_autofree char *words = NULL;

      if (fb_node_get_kind (step) != FB_KIND_STEP)
        continue;
      number = fb_cell_dup_step_number (step);
      words = fb_cell_dup_step_label (step);
      append_text (string, number);
      append_text (string, words);
    }
  if (fb_node_get_kind (node) == FB_KIND_INDICATOR)
    append_indicator (string, node);

  return g_string_free (string, FALSE);
}
