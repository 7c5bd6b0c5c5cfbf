/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "concept/fb-search.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "concept/fb-text-private.h"

#define SOFT_HYPHEN 0xad
#define LINE_BREAK 0x2028
#define OBJECT 0xfffc
/* How many characters a snippet shows before and behind the hit. */
#define SNIPPET_BEFORE 32
#define SNIPPET_BEHIND 64
/* What one character becomes at most when it is decomposed. */
#define MAX_DECOMPOSITION 18

/* A character as it is compared, and the bytes of the character it comes from. */
typedef struct
{
  gunichar c;
  guint start;
  guint end;
} Folded;

/* One search: what is looked for, and room that is used again for each value. */
typedef struct
{
  GArray *needle;   /* Folded */
  GArray *haystack; /* Folded */
  FbSearchFlags flags;
  GPtrArray *hits;
} Search;

G_DEFINE_FINAL_TYPE (FbSearchHit, fb_search_hit, G_TYPE_OBJECT)

static void
fb_search_hit_finalize (GObject *object)
{
  FbSearchHit *self = FB_SEARCH_HIT (object);

  g_clear_object (&self->node);
  g_clear_pointer (&self->value, fb_value_unref);

  G_OBJECT_CLASS (fb_search_hit_parent_class)->finalize (object);
}

static void
fb_search_hit_class_init (FbSearchHitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fb_search_hit_finalize;
}

static void
fb_search_hit_init (FbSearchHit *self)
{
}

/* Composed and decomposed letters, and all kinds of space, are the same; soft hyphens are not there. */
static void
fold (const char    *words,
      gsize          length,
      FbSearchFlags  flags,
      GArray        *folded)
{
  const char *end = words + length;

  g_array_set_size (folded, 0);
  for (const char *p = words; p < end;)
    {
      const char *next = g_utf8_next_char (p);
      gunichar c = g_utf8_get_char (p);
      gunichar parts[MAX_DECOMPOSITION];
      gsize n_parts = 1;

      if (c == SOFT_HYPHEN)
        {
          p = next;
          continue;
        }
      if ((flags & FB_SEARCH_MATCH_CASE) == 0)
        c = g_unichar_tolower (c);
      if (c < 0x80)
        parts[0] = c;
      else if (c != LINE_BREAK && g_unichar_isspace (c))
        parts[0] = ' ';
      else
        n_parts = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
      for (gsize i = 0; i < n_parts; i++)
        {
          Folded item = { parts[i], (guint)(p - words), (guint)(next - words) };

          g_array_append_val (folded, item);
        }
      p = next;
    }
}

static gboolean
is_mark (gunichar c)
{
  return g_unichar_combining_class (c) != 0;
}

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalnum (c) || is_mark (c) || c == '_';
}

static gboolean
matches_at (Search *search,
            guint   at)
{
  const Folded *needle = (const Folded *)search->needle->data;
  const Folded *haystack = (const Folded *)search->haystack->data;
  guint length = search->needle->len;
  guint n = search->haystack->len;

  for (guint i = 0; i < length; i++)
    if (haystack[at + i].c != needle[i].c)
      return FALSE;

  /* Whole characters only: “u” is not the first half of “ü”. */
  if (at > 0 && haystack[at - 1].start == haystack[at].start)
    return FALSE;
  if (at + length < n && is_mark (haystack[at + length].c))
    return FALSE;

  if ((search->flags & FB_SEARCH_WHOLE_WORDS) == 0)
    return TRUE;

  return (at == 0 || !is_word (haystack[at - 1].c)) && (at + length == n || !is_word (haystack[at + length].c));
}

static void
search_words (Search           *search,
              FbNode           *node,
              const FbProperty *property,
              FbValue          *value,
              guint             note,
              const char       *words,
              gsize             length)
{
  guint n = search->needle->len;

  fold (words, length, search->flags, search->haystack);
  for (guint at = 0; at + n <= search->haystack->len;)
    {
      FbSearchHit *hit;

      if (!matches_at (search, at))
        {
          at++;
          continue;
        }

      hit = g_object_new (FB_TYPE_SEARCH_HIT, NULL);
      hit->node = g_object_ref (node);
      hit->property = property;
      hit->value = fb_value_ref (value);
      hit->note = note;
      hit->start = g_array_index (search->haystack, Folded, at).start;
      hit->end = g_array_index (search->haystack, Folded, at + n - 1).end;
      g_ptr_array_add (search->hits, hit);
      at += n;
    }
}

static void
search_value (Search           *search,
              FbNode           *node,
              const FbProperty *property,
              FbValue          *value)
{
  FbText *text;
  const char *words;
  gsize length;
  guint note = 0;

  if (property->type == FB_VALUE_WORDS)
    {
      words = fb_value_get_words (value);
      search_words (search, node, property, value, 0, words, strlen (words));
    }
  if (property->type != FB_VALUE_RICH)
    return;

  text = fb_value_get_text (value);
  words = fb_text_get_buffer (text, &length);
  search_words (search, node, property, value, 0, words, length);
  for (guint i = 0; i < fb_text_get_n_runs (text); i++)
    {
      const FbRun *run = fb_text_get_run (text, i);

      if (run->kind != FB_RUN_NOTE)
        continue;
      words = fb_text_get_buffer (run->note, &length);
      search_words (search, node, property, value, ++note, words, length);
    }
}

/**
 * fb_search_run:
 * @words: what to look for, one line; upper and lower case are the same unless @flags say otherwise
 * @branch: (nullable): the node to which the search is confined with all below it; %NULL for the whole document
 *
 * Looks through everything that is written: titles, prose with its footnotes, and the words of all tables.
 *
 * Returns: (transfer full): the #FbSearchHit in reading order; they never overlap
 */
GPtrArray *
fb_search_run (FbDocument    *document,
               const char    *words,
               FbSearchFlags  flags,
               FbNode        *branch)
{
  GPtrArray *properties[FB_N_KINDS] = { NULL };
  Search search = { NULL };

  g_return_val_if_fail (FB_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  if (branch == NULL)
    branch = fb_document_get_root (document);
  search.hits = g_ptr_array_new_with_free_func (g_object_unref);
  search.flags = flags;
  search.needle = g_array_new (FALSE, FALSE, sizeof (Folded));
  search.haystack = g_array_new (FALSE, FALSE, sizeof (Folded));
  fold (words, strlen (words), flags, search.needle);
  for (guint i = search.needle->len; i-- > 0;)
    {
      Folded *folded = &g_array_index (search.needle, Folded, i);

      /* A hit stays within its line; the mark of a footnote is no word, though it may be copied along with some. */
      if (folded->c == '\n' || folded->c == LINE_BREAK)
        folded->c = ' ';
      else if (folded->c == OBJECT)
        g_array_remove_index (search.needle, i);
    }

  for (FbNode *node = search.needle->len > 0 ? branch : NULL; node != NULL; node = fb_node_get_next (node, branch))
    {
      FbKind kind = fb_node_get_kind (node);

      if (fb_kind_get_info (kind)->internal)
        continue;
      if (properties[kind] == NULL)
        properties[kind] = fb_document_get_properties (document, kind);
      for (guint i = 0; i < properties[kind]->len; i++)
        {
          const FbProperty *property = g_ptr_array_index (properties[kind], i);
          FbValue *value = fb_node_get_value (node, property);

          if (value != NULL)
            search_value (&search, node, property, value);
        }
    }

  for (guint i = 0; i < FB_N_KINDS; i++)
    g_clear_pointer (&properties[i], g_ptr_array_unref);
  g_array_unref (search.needle);
  g_array_unref (search.haystack);

  return search.hits;
}

/** Returns: whether the words still stand where they were found. */
gboolean
fb_search_hit_is_current (FbSearchHit *self)
{
  g_return_val_if_fail (FB_IS_SEARCH_HIT (self), FALSE);

  return fb_node_get_value (self->node, self->property) == self->value;
}

/* The run of the footnote counted @number from 1, as an index. */
static guint
find_note (FbText *text,
           guint   number)
{
  for (guint i = 0; i < fb_text_get_n_runs (text); i++)
    if (fb_text_get_run (text, i)->kind == FB_RUN_NOTE && --number == 0)
      return i;

  g_assert_not_reached ();
}

static const char *
get_searched (FbSearchHit *self,
              gsize       *length)
{
  FbText *text;
  const char *words;

  if (self->property->type != FB_VALUE_RICH)
    {
      words = fb_value_get_words (self->value);
      *length = strlen (words);
      return words;
    }

  text = fb_value_get_text (self->value);
  if (self->note > 0)
    text = fb_text_get_run (text, find_note (text, self->note))->note;

  return fb_text_get_buffer (text, length);
}

/**
 * fb_search_hit_get_place:
 * @start: (out): first byte of what to show of the property
 * @end: (out): end of it
 *
 * Where to look on a page: the words themselves, or the mark of the footnote in which they stand.
 */
void
fb_search_hit_get_place (FbSearchHit *self,
                         guint       *start,
                         guint       *end)
{
  g_return_if_fail (FB_IS_SEARCH_HIT (self));

  *start = self->start;
  *end = self->end;
  if (self->note > 0)
    {
      FbText *text = fb_value_get_text (self->value);
      const FbRun *run = fb_text_get_run (text, find_note (text, self->note));

      *start = run->start;
      *end = run->end;
    }
}

static void
append_line (GString    *line,
             const char *words,
             const char *end)
{
  for (const char *p = words; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == LINE_BREAK)
        g_string_append_c (line, ' ');
      else if (c != OBJECT)
        g_string_append_unichar (line, c);
    }
}

/**
 * fb_search_hit_dup_snippet:
 * @start: (out): first byte of the hit in the snippet
 * @end: (out): end of the hit in the snippet
 *
 * Returns: (transfer full): one line with the hit and some words around it
 */
char *
fb_search_hit_dup_snippet (FbSearchHit *self,
                           guint       *start,
                           guint       *end)
{
  const char *words;
  const char *from;
  const char *to;
  GString *line;
  gsize length;

  g_return_val_if_fail (FB_IS_SEARCH_HIT (self), NULL);

  words = get_searched (self, &length);
  from = words + self->start;
  for (guint i = 0; i < SNIPPET_BEFORE && from > words; i++)
    from = g_utf8_prev_char (from);
  to = words + self->end;
  for (guint i = 0; i < SNIPPET_BEHIND && to < words + length; i++)
    to = g_utf8_next_char (to);

  line = g_string_new (from > words ? "…" : NULL);
  append_line (line, from, words + self->start);
  *start = line->len;
  append_line (line, words + self->start, words + self->end);
  *end = line->len;
  append_line (line, words + self->end, to);
  if (to < words + length)
    g_string_append (line, "…");

  return g_string_free (line, FALSE);
}

/* @text with its footnote counted @number from 1 replaced by @note. */
static FbText *
replace_note (FbText *text,
              guint   number,
              FbText *note)
{
  guint index = find_note (text, number);
  GArray *paragraphs = fb_paragraph_array_new ();
  GArray *runs = fb_run_array_new ();
  const char *buffer;
  gsize length;

  for (guint i = 0; i < fb_text_get_n_paragraphs (text); i++)
    {
      const FbParagraph *paragraph = fb_text_get_paragraph (text, i);

      fb_paragraph_array_add (paragraphs, paragraph, paragraph->start, paragraph->end);
    }
  for (guint i = 0; i < fb_text_get_n_runs (text); i++)
    {
      const FbRun *run = fb_text_get_run (text, i);

      fb_run_array_add (runs, run->start, run->end, run->kind, run->target, i == index ? note : run->note);
    }
  buffer = fb_text_get_buffer (text, &length);

  return fb_text_new_take (g_string_new_len (buffer, length), paragraphs, runs);
}

/* The value of @hit with what was found replaced. @value may have lost later hits already. */
static FbValue *
replace_in_value (FbValue     *value,
                  FbSearchHit *hit,
                  const char  *replacement)
{
  g_autoptr (FbText) changed = NULL;
  FbText *text;

  if (hit->property->type != FB_VALUE_RICH)
    {
      g_autoptr (GString) words = g_string_new (fb_value_get_words (value));

      g_string_erase (words, hit->start, hit->end - hit->start);
      g_string_insert (words, hit->start, replacement);
      return fb_value_new_words (words->str);
    }

  text = fb_value_get_text (value);
  if (hit->note > 0)
    {
      FbText *note = fb_text_get_run (text, find_note (text, hit->note))->note;
      g_autoptr (FbText) changed_note = fb_text_replace (note, hit->start, hit->end, replacement);

      changed = replace_note (text, hit->note, changed_note);
    }
  else
    {
      changed = fb_text_replace (text, hit->start, hit->end, replacement);
    }

  return fb_value_new_rich (changed);
}

static char *
dup_label (FbSearchHit *hit,
           const char  *replacement)
{
  g_autofree char *found = NULL;
  const char *words;
  gsize length;

  words = get_searched (hit, &length);
  found = g_strndup (words + hit->start, hit->end - hit->start);

  /* Translators: name of a change; first what was found, then what took its place */
  return g_strdup_printf (_ ("Replace “%s” by “%s”"), found, replacement);
}

/**
 * fb_search_replace:
 * @replacement: what takes the place of what was found; "" deletes it
 *
 * Returns: whether it was done; %FALSE when the words do not stand there any more
 */
gboolean
fb_search_replace (FbDocument  *document,
                   FbSearchHit *hit,
                   const char  *replacement)
{
  g_autoptr (FbValue) value = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (FB_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (FB_IS_SEARCH_HIT (hit), FALSE);
  g_return_val_if_fail (replacement != NULL, FALSE);

  if (!fb_search_hit_is_current (hit))
    return FALSE;

  value = replace_in_value (hit->value, hit, replacement);
  label = dup_label (hit, replacement);
  fb_document_begin (document, label);
  fb_document_set (document, hit->node, hit->property, value);
  fb_document_end (document);

  return TRUE;
}

/**
 * fb_search_replace_all:
 *
 * Replaces every hit of fb_search_run() as one entry of the history.
 *
 * Returns: how many there were
 */
guint
fb_search_replace_all (FbDocument    *document,
                       const char    *words,
                       FbSearchFlags  flags,
                       FbNode        *branch,
                       const char    *replacement)
{
  g_autoptr (GPtrArray) hits = fb_search_run (document, words, flags, branch);
  g_autofree char *label = NULL;

  g_return_val_if_fail (replacement != NULL, 0);

  if (hits->len == 0)
    return 0;

  label = dup_label (g_ptr_array_index (hits, 0), replacement);
  fb_document_begin (document, label);
  /* Backwards, so that the places of the hits before stay right. */
  for (guint i = hits->len; i > 0;)
    {
      FbSearchHit *hit = g_ptr_array_index (hits, i - 1);
      g_autoptr (FbValue) value = fb_value_ref (hit->value);

      for (; i > 0; i--)
        {
          FbSearchHit *other = g_ptr_array_index (hits, i - 1);
          FbValue *changed;

          if (other->value != hit->value || other->node != hit->node || other->property != hit->property)
            break;
          changed = replace_in_value (value, other, replacement);
          fb_value_unref (value);
          value = changed;
        }
      fb_document_set (document, hit->node, hit->property, value);
    }
  fb_document_end (document);

  return hits->len;
}
