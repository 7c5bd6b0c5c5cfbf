/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/fb-check.h"

#include <string.h>

#define MAX_COMPARED 50

static void
report (FbCheck *check,
        FbNode *node,
        const FbProperty *property,
        guint start,
        guint end,
        const char *found,
        const char *format,
        va_list arguments)
{
  g_autofree char *message = g_strdup_vprintf (format, arguments);

  g_ptr_array_add (check->findings, fb_finding_new (check->rule, node, property, start, end, found, message));
}

/**
 * fb_check_report:
 * @property: (nullable): where, or %NULL for the node as a whole
 * @found: (nullable): by what the finding is known again
 * @format: translated: what is wrong here
 *
 * Adds a finding of the rule that runs.
 */
void
fb_check_report (FbCheck *check,
                 FbNode *node,
                 const FbProperty *property,
                 guint start,
                 guint end,
                 const char *found,
                 const char *format,
                 ...)
{
  va_list arguments;

  va_start (arguments, format);
  report (check, node, property, start, end, found, format, arguments);
  va_end (arguments);
}

/** Adds a finding at the bytes from @start to @end of @words. */
void
fb_check_report_words (FbCheck *check, const FbWords *words, gsize start, gsize end, const char *format, ...)
{
  g_autofree char *found = g_strndup (words->words + start, end - start);
  va_list arguments;

  va_start (arguments, format);
  report (check, words->node, words->property, start, end, found, format, arguments);
  va_end (arguments);
}

/**
 * fb_words_read:
 * @words: (element-type FbWords): where to put the words of each property of @node that is printed
 */
void
fb_words_read (FbNode *node, GArray *words)
{
  g_array_set_size (words, 0);
  for (const FbProperty *property = fb_node_get_info (node)->properties; property->name != NULL; property++)
    {
      FbValue *value;
      FbWords read = { node, property, NULL, 0, NULL };

      if ((property->type != FB_VALUE_WORDS && property->type != FB_VALUE_RICH)
          || (property->flags & FB_PROPERTY_INTERNAL) != 0)
        continue;
      value = fb_node_get_value (node, property);
      if (value == NULL)
        continue;

      read.text = fb_value_get_text (value);
      read.words = read.text != NULL ? fb_text_get_buffer (read.text, &read.length) : fb_value_get_words (value);
      if (read.text == NULL)
        read.length = strlen (read.words);
      g_array_append_val (words, read);
    }
}

/** Calls @func for the words of each property of @node that is printed. */
void
fb_check_foreach_words (FbCheck *check, FbNode *node, FbWordsFunc func, gpointer data)
{
  g_autoptr (GArray) own = NULL;
  GArray *words = check->words;

  if (check->words_of != node)
    {
      words = own = g_array_new (FALSE, FALSE, sizeof (FbWords));
      fb_words_read (node, words);
    }
  for (guint i = 0; i < words->len; i++)
    func (check, &g_array_index (words, FbWords, i), data);
}

/**
 * fb_check_collect:
 * @property: (nullable): where
 * @start: in bytes of the words
 * @what: of the rule's own meaning
 * @name: (nullable): likewise
 *
 * Keeps a fact about @node for the check of the rule.
 */
void
fb_check_collect (FbCheck *check,
                  FbNode *node,
                  const FbProperty *property,
                  guint start,
                  guint end,
                  guint what,
                  const char *name)
{
  g_ptr_array_add (check->collected, fb_fact_new (node, property, start, end, what, name));
}

/** Calls @func for all that the rule has collected, in no order. */
void
fb_check_foreach_fact (FbCheck *check, FbFactFunc func, gpointer data)
{
  GHashTableIter iter;
  gpointer facts;

  g_hash_table_iter_init (&iter, check->facts->by_node);
  while (g_hash_table_iter_next (&iter, NULL, &facts))
    for (guint i = 0; i < ((GPtrArray *)facts)->len; i++)
      func (check, g_ptr_array_index ((GPtrArray *)facts, i), data);
}

/** Calls @func for each name that the rule has collected, in no order. */
void
fb_check_foreach_name (FbCheck *check, FbNameFunc func, gpointer data)
{
  GHashTableIter iter;
  gpointer name, facts;

  g_hash_table_iter_init (&iter, check->facts->by_name);
  while (g_hash_table_iter_next (&iter, &name, &facts))
    func (check, name, facts, data);
}

/**
 * fb_check_get_first:
 * @name: of fb_check_foreach_name()
 * @facts: likewise
 *
 * Returns: (transfer none): the one of @facts that stands first in the document
 */
const FbFact *
fb_check_get_first (FbCheck *check, const char *name, GHashTable *facts)
{
  FbNode *root = fb_document_get_root (check->document);
  GHashTableIter iter;
  gpointer fact;
  const FbFact *first = NULL;

  /* Of many one stands near the beginning. */
  if (g_hash_table_size (facts) > MAX_COMPARED)
    for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
      {
        GPtrArray *here = g_hash_table_lookup (check->facts->by_node, node);

        for (guint i = 0; here != NULL && i < here->len; i++)
          if (((const FbFact *)here->pdata[i])->name == name)
            return here->pdata[i];
      }

  g_hash_table_iter_init (&iter, facts);
  while (g_hash_table_iter_next (&iter, &fact, NULL))
    if (first == NULL || fb_fact_compare (fact, first) < 0)
      first = fact;
  return first;
}

/** Adds a finding where @fact was found: the words themselves, if there are some, are what was found. */
void
fb_check_report_fact (FbCheck *check, const FbFact *fact, const char *format, ...)
{
  FbValue *value = fact->property != NULL ? fb_node_get_value (fact->node, fact->property) : NULL;
  FbText *text = fb_value_get_text (value);
  const char *words = text != NULL ? fb_text_get_buffer (text, NULL) : fb_value_get_words (value);
  g_autofree char *found = fact->end > fact->start ? g_strndup (words + fact->start, fact->end - fact->start) : NULL;
  va_list arguments;

  va_start (arguments, format);
  report (check, fact->node, fact->property, fact->start, fact->end, found, format, arguments);
  va_end (arguments);
}
