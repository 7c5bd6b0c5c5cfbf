/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-suggest.h"

#include <string.h>

#include "values/fb-distance.h"

/* More than this many nobody reads while typing. */
#define MAX_MATCHES 8

/* A single letter behind a joint ("und V") would match too much. */
#define LEAST_PART 2

/* Shorter words are abbreviations, and each of them is one letter from many others. */
#define LEAST_NEAR 4

static gboolean
divides (gunichar c)
{
  return c == ',' || c == ';' || c == '/' || c == '\n' || c == '(' || c == ')' || c == ':' || c == 0x2022;
}

/* The entry that begins with @typed, or a word of which does: 0 and 1; else 2. Both are casefolded. */
static guint
rate (const char *entry,
      const char *typed)
{
  if (g_str_has_prefix (entry, typed))
    return 0;

  for (const char *p = entry; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isalnum (g_utf8_get_char (p)) && g_str_has_prefix (g_utf8_next_char (p), typed))
      return 1;
  return 2;
}

static GPtrArray *
find_matches (GPtrArray  *entries,
              const char *typed)
{
  GPtrArray *matches = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folded = g_utf8_casefold (typed, -1);

  for (guint rating = 0; rating < 2; rating++)
    for (guint i = 0; i < entries->len && matches->len < MAX_MATCHES; i++)
      {
        const char *entry = g_ptr_array_index (entries, i);
        g_autofree char *folded_entry = g_utf8_casefold (entry, -1);

        if (rate (folded_entry, folded) == rating && !g_str_equal (entry, typed) &&
            !g_ptr_array_find_with_equal_func (matches, entry, g_str_equal, NULL))
          g_ptr_array_add (matches, g_strdup (entry));
      }

  return matches;
}

/**
 * fb_suggest_complete:
 * @words: as typed, several lines too: "(1) 51, Ehr"
 * @caret: the byte before which the caret stands
 * @start: (out): the first byte of what a match would replace, up to @caret
 *
 * Returns: (transfer full) (element-type utf8): words of the register that what stands before the caret may be going
 *   to be, the best first; empty if there are none, and inside a word
 */
GPtrArray *
fb_suggest_complete (FbRegister *actors,
                     const char *words,
                     gsize       caret,
                     gsize      *start)
{
  g_autoptr (GPtrArray) entries = NULL;
  const char *end = words + caret;
  const char *first = end;

  *start = caret;
  if (g_unichar_isalnum (g_utf8_get_char (end)))
    return g_ptr_array_new_with_free_func (g_free);

  while (first > words && !divides (g_utf8_get_char (g_utf8_prev_char (first))))
    first = g_utf8_prev_char (first);

  /* What was typed as a whole; else what stands behind a joint: "51 und Ehr". */
  entries = fb_register_get_words (actors);
  for (gboolean whole = TRUE; first < end; whole = FALSE)
    {
      g_autofree char *typed = NULL;
      g_autoptr (GPtrArray) matches = NULL;

      while (first < end && g_unichar_isspace (g_utf8_get_char (first)))
        first = g_utf8_next_char (first);
      typed = g_strndup (first, end - first);
      if (*typed == '\0' || (!whole && g_utf8_strlen (typed, -1) < LEAST_PART))
        break;
      matches = find_matches (entries, typed);
      if (matches->len > 0)
        {
          *start = first - words;
          return g_steal_pointer (&matches);
        }
      while (first < end && !g_unichar_isspace (g_utf8_get_char (first)))
        first = g_utf8_next_char (first);
    }

  return g_ptr_array_new_with_free_func (g_free);
}

static gboolean
has_digit (const char *word)
{
  return strpbrk (word, "0123456789") != NULL;
}

/**
 * fb_suggest_near:
 * @word: a body that the register does not know
 *
 * Returns: (transfer full) (nullable): the word of the register that was probably meant; numbers are never near to
 *   others, because 51 and 52 are two departments
 */
char *
fb_suggest_near (FbRegister *actors,
                 const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);
  g_autoptr (GPtrArray) entries = NULL;
  const char *near = NULL;
  glong length = g_utf8_strlen (word, -1);
  guint least = length < 8 ? 1 : 2;

  if (length < LEAST_NEAR || has_digit (word))
    return NULL;

  entries = fb_register_get_words (actors);
  for (guint i = 0; i < entries->len; i++)
    {
      const char *entry = g_ptr_array_index (entries, i);
      g_autofree char *folded_entry = NULL;
      guint distance;

      if (g_utf8_strlen (entry, -1) < LEAST_NEAR || has_digit (entry))
        continue;
      folded_entry = g_utf8_casefold (entry, -1);
      distance = fb_distance (folded, folded_entry, least);
      if (distance <= least && (near == NULL || distance < least))
        {
          near = entry;
          least = distance;
        }
    }

  return g_strdup (near);
}
