/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "concept/fb-text.h"

#include <string.h>

#include "concept/fb-text-private.h"

static void
clear_paragraph (gpointer data)
{
  FbParagraph *paragraph = data;

  if (paragraph->language != NULL)
    g_ref_string_release ((char *) paragraph->language);
}

static void
clear_run (gpointer data)
{
  FbRun *run = data;

  if (run->target != NULL)
    g_ref_string_release ((char *) run->target);
  g_clear_pointer (&run->note, fb_text_unref);
}

GArray *
fb_paragraph_array_new (void)
{
  GArray *paragraphs = g_array_new (FALSE, FALSE, sizeof (FbParagraph));

  g_array_set_clear_func (paragraphs, clear_paragraph);
  return paragraphs;
}

GArray *
fb_run_array_new (void)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (FbRun));

  g_array_set_clear_func (runs, clear_run);
  return runs;
}

void
fb_paragraph_array_add (GArray            *paragraphs,
                        const FbParagraph *paragraph,
                        guint              start,
                        guint              end)
{
  FbParagraph copy = *paragraph;

  copy.start = start;
  copy.end = end;
  copy.language = paragraph->language != NULL ? g_ref_string_new (paragraph->language) : NULL;
  g_array_append_val (paragraphs, copy);
}

void
fb_run_array_add (GArray     *runs,
                  guint       start,
                  guint       end,
                  FbRunKind   kind,
                  const char *target,
                  FbText     *note)
{
  FbRun run = { start, end, kind, NULL, NULL };

  if (start >= end || (target != NULL && strlen (target) > FB_TEXT_MAX_TARGET))
    return;

  run.target = target != NULL ? g_ref_string_new (target) : NULL;
  run.note = note != NULL ? fb_text_ref (note) : NULL;
  g_array_append_val (runs, run);
}

static int
compare_runs (gconstpointer a,
              gconstpointer b)
{
  const FbRun *run_a = a;
  const FbRun *run_b = b;

  if (run_a->start != run_b->start)
    return run_a->start < run_b->start ? -1 : 1;
  if (run_a->kind != run_b->kind)
    return run_a->kind < run_b->kind ? -1 : 1;
  return run_a->end < run_b->end ? -1 : run_a->end > run_b->end;
}

static gboolean
is_object (FbRunKind kind)
{
  return kind == FB_RUN_NOTE || kind == FB_RUN_REFERENCE;
}

/* Index of the first paragraph that ends behind @offset. */
static guint
first_paragraph_behind (GArray *paragraphs,
                        guint   offset)
{
  guint low = 0;
  guint high = paragraphs->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (paragraphs, FbParagraph, middle).end <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* One form for each text: runs end at their paragraph, are sorted, and join where they touch. */
static GArray *
canonical_runs (GArray *paragraphs,
                GArray *runs)
{
  g_autoptr (GArray) split = fb_run_array_new ();
  GArray *joined = fb_run_array_new ();
  FbRun *last[FB_N_RUN_KINDS] = { NULL };
  guint n_before = 0;

  if (runs->len == 0)
    return joined;

  for (guint i = 0; i < runs->len; i++)
    {
      const FbRun *run = &g_array_index (runs, FbRun, i);

      for (guint j = first_paragraph_behind (paragraphs, run->start); j < paragraphs->len; j++)
        {
          const FbParagraph *paragraph = &g_array_index (paragraphs, FbParagraph, j);

          if (paragraph->start >= run->end)
            break;
          if (paragraph->end > run->start)
            fb_run_array_add (split, MAX (run->start, paragraph->start), MIN (run->end, paragraph->end), run->kind,
                              run->target, run->note);
        }
    }
  g_array_sort (split, compare_runs);

  /* No reallocation below, so that the pointers in last[] hold. */
  g_array_unref (joined);
  joined = g_array_sized_new (FALSE, FALSE, sizeof (FbRun), MAX (split->len, 1));
  g_array_set_clear_func (joined, clear_run);
  for (guint i = 0; i < split->len; i++)
    {
      const FbRun *run = &g_array_index (split, FbRun, i);
      FbRun *before = last[run->kind];

      if (before != NULL && !is_object (run->kind) && before->end >= run->start)
        {
          if (g_strcmp0 (before->target, run->target) == 0)
            {
              before->end = MAX (before->end, run->end);
              continue;
            }
          /* A link inside a link: the outer one has the word. */
          if (before->end >= run->end)
            continue;
          n_before = before->end;
        }
      else
        {
          n_before = run->start;
        }
      fb_run_array_add (joined, MAX (run->start, n_before), run->end, run->kind, run->target, run->note);
      last[run->kind] = &g_array_index (joined, FbRun, joined->len - 1);
    }
  g_array_sort (joined, compare_runs);

  return joined;
}

/* A continued paragraph needs an item of its level to go on, and a plain one has no level. */
static void
repair_paragraphs (GArray *paragraphs)
{
  guint open = 0; /* bit n: an item of level n is open */

  for (guint i = 0; i < paragraphs->len; i++)
    {
      FbParagraph *paragraph = &g_array_index (paragraphs, FbParagraph, i);

      paragraph->level = CLAMP (paragraph->level, 1, FB_TEXT_MAX_LEVEL);
      if (paragraph->kind == FB_PARAGRAPH_CONTINUED && open == 0)
        paragraph->kind = FB_PARAGRAPH_PLAIN;

      if (paragraph->kind == FB_PARAGRAPH_PLAIN)
        {
          paragraph->level = 0;
          open = 0;
        }
      else if (paragraph->kind == FB_PARAGRAPH_ITEM)
        {
          open |= 1u << paragraph->level;
        }
      else
        {
          while (paragraph->level > 1 && (open & (1u << paragraph->level)) == 0)
            paragraph->level--;
          while ((open & (1u << paragraph->level)) == 0)
            paragraph->level++;
        }
      open &= (2u << paragraph->level) - 1;

      if (paragraph->kind != FB_PARAGRAPH_ITEM)
        paragraph->style = FB_LIST_BULLET;
      if (paragraph->style == FB_LIST_BULLET)
        paragraph->number = 0;
    }
}

/* Takes all three. The parts may be in any order and overlap: the result is in the one canonical form. */
FbText *
fb_text_new_take (GString *buffer,
                  GArray  *paragraphs,
                  GArray  *runs)
{
  FbText *text = g_new0 (FbText, 1);

  g_assert (paragraphs->len > 0);

  g_atomic_ref_count_init (&text->refs);
  repair_paragraphs (paragraphs);
  text->buffer = buffer;
  text->paragraphs = paragraphs;
  text->runs = canonical_runs (paragraphs, runs);
  g_array_unref (runs);

  return text;
}

/**
 * fb_text_new_plain:
 * @words: (nullable): UTF-8; each line becomes a paragraph
 *
 * Returns: (transfer full): the text
 */
FbText *
fb_text_new_plain (const char *words)
{
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();
  g_auto (GStrv) lines = NULL;
  g_autofree char *clean = fb_utf8_clean (words != NULL ? words : "", -1);

  lines = g_strsplit (clean, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      fb_text_builder_paragraph (builder, FB_PARAGRAPH_PLAIN, 0, FB_LIST_BULLET, 0, NULL);
      fb_text_builder_append (builder, lines[i], -1);
    }

  return fb_text_builder_end (builder);
}

FbText *
fb_text_ref (FbText *text)
{
  g_atomic_ref_count_inc (&text->refs);
  return text;
}

void
fb_text_unref (FbText *text)
{
  if (!g_atomic_ref_count_dec (&text->refs))
    return;

  g_string_free (text->buffer, TRUE);
  g_array_unref (text->paragraphs);
  g_array_unref (text->runs);
  g_free (text);
}

static gboolean
paragraph_equal (const FbParagraph *a,
                 const FbParagraph *b)
{
  return a->start == b->start && a->end == b->end && a->kind == b->kind && a->level == b->level &&
         a->style == b->style && a->number == b->number && g_strcmp0 (a->language, b->language) == 0;
}

static gboolean
run_equal (const FbRun *a,
           const FbRun *b)
{
  return a->start == b->start && a->end == b->end && a->kind == b->kind && g_strcmp0 (a->target, b->target) == 0 &&
         fb_text_equal (a->note, b->note);
}

/**
 * fb_text_equal:
 * @a: (nullable): a text
 * @b: (nullable): a text
 *
 * Returns: whether both say the same in the same form
 */
gboolean
fb_text_equal (const FbText *a,
               const FbText *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || !g_string_equal (a->buffer, b->buffer) || a->paragraphs->len != b->paragraphs->len ||
      a->runs->len != b->runs->len)
    return FALSE;

  for (guint i = 0; i < a->paragraphs->len; i++)
    if (!paragraph_equal (fb_text_get_paragraph (a, i), fb_text_get_paragraph (b, i)))
      return FALSE;
  for (guint i = 0; i < a->runs->len; i++)
    if (!run_equal (fb_text_get_run (a, i), fb_text_get_run (b, i)))
      return FALSE;

  return TRUE;
}

/**
 * fb_text_get_buffer:
 * @length: (out) (optional): where to put its length in bytes
 *
 * Returns: the paragraphs, separated by newlines
 */
const char *
fb_text_get_buffer (const FbText *text,
                    gsize        *length)
{
  if (length != NULL)
    *length = text->buffer->len;
  return text->buffer->str;
}

/** Returns: the number of paragraphs, at least 1. */
guint
fb_text_get_n_paragraphs (const FbText *text)
{
  return text->paragraphs->len;
}

const FbParagraph *
fb_text_get_paragraph (const FbText *text,
                       guint         index)
{
  g_return_val_if_fail (index < text->paragraphs->len, NULL);
  return &g_array_index (text->paragraphs, FbParagraph, index);
}

guint
fb_text_get_n_runs (const FbText *text)
{
  return text->runs->len;
}

const FbRun *
fb_text_get_run (const FbText *text,
                 guint         index)
{
  g_return_val_if_fail (index < text->runs->len, NULL);
  return &g_array_index (text->runs, FbRun, index);
}

static void
append_words (GString    *words,
              const char *from,
              gsize       length)
{
  const char *end = from + length;

  for (const char *p = from; p < end; p = g_utf8_next_char (p))
    {
      if (g_str_has_prefix (p, FB_TEXT_LINE_BREAK))
        g_string_append_c (words, '\n');
      else if (!g_str_has_prefix (p, FB_TEXT_OBJECT))
        g_string_append_len (words, p, g_utf8_next_char (p) - p);
    }
}

/**
 * fb_text_to_words:
 *
 * Returns: (transfer full): the text without form: a line for each paragraph and line break, no footnotes
 */
char *
fb_text_to_words (const FbText *text)
{
  GString *words = g_string_sized_new (text->buffer->len);

  append_words (words, text->buffer->str, text->buffer->len);
  return g_string_free (words, FALSE);
}

/** Returns: (transfer full): the words of the first paragraph that has any, or an empty string. */
char *
fb_text_dup_first_line (const FbText *text)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < text->paragraphs->len && words->len == 0; i++)
    {
      const FbParagraph *paragraph = fb_text_get_paragraph (text, i);

      append_words (words, text->buffer->str + paragraph->start, paragraph->end - paragraph->start);
      g_strdelimit (words->str, "\n", ' ');
    }

  return g_string_free (words, FALSE);
}

static void
append_part (GString *buffer,
             GArray  *paragraphs,
             GArray  *runs,
             FbText  *text,
             guint    first,
             guint    n)
{
  guint from, to, shift;

  if (n == 0)
    return;

  if (paragraphs->len > 0)
    g_string_append_c (buffer, '\n');
  from = fb_text_get_paragraph (text, first)->start;
  to = fb_text_get_paragraph (text, first + n - 1)->end;
  shift = buffer->len - from; /* may wrap round, and back */
  g_string_append_len (buffer, text->buffer->str + from, to - from);

  for (guint i = first; i < first + n; i++)
    {
      const FbParagraph *paragraph = fb_text_get_paragraph (text, i);

      fb_paragraph_array_add (paragraphs, paragraph, paragraph->start + shift, paragraph->end + shift);
    }
  for (guint i = 0; i < text->runs->len; i++)
    {
      const FbRun *run = fb_text_get_run (text, i);

      if (run->start >= from && run->end <= to)
        fb_run_array_add (runs, run->start + shift, run->end + shift, run->kind, run->target, run->note);
    }
}

/**
 * fb_text_slice:
 *
 * Returns: (transfer full): @n paragraphs of @text from @first on, at least one
 */
FbText *
fb_text_slice (FbText *text,
               guint   first,
               guint   n)
{
  g_return_val_if_fail (n > 0 && first + n <= text->paragraphs->len, NULL);

  if (n == text->paragraphs->len)
    return fb_text_ref (text);

  return fb_text_splice (text, first, n, NULL);
}

/**
 * fb_text_splice:
 * @inserted: (nullable): the paragraphs that take the place, or %NULL to keep *only* the @n_removed named ones
 *
 * Returns: (transfer full): @text with @n_removed paragraphs from @first on replaced by those of @inserted
 */
FbText *
fb_text_splice (FbText *text,
                guint   first,
                guint   n_removed,
                FbText *inserted)
{
  GString *buffer = g_string_sized_new (text->buffer->len + 64);
  GArray *paragraphs = fb_paragraph_array_new ();
  GArray *runs = fb_run_array_new ();

  g_assert (first + n_removed <= text->paragraphs->len);

  if (inserted == NULL)
    {
      append_part (buffer, paragraphs, runs, text, first, n_removed);
    }
  else
    {
      append_part (buffer, paragraphs, runs, text, 0, first);
      append_part (buffer, paragraphs, runs, inserted, 0, inserted->paragraphs->len);
      append_part (buffer, paragraphs, runs, text, first + n_removed, text->paragraphs->len - first - n_removed);
    }

  return fb_text_new_take (buffer, paragraphs, runs);
}

/* Where an offset lies after [start, end) has become length bytes; inside it, at its near or far edge. */
static guint
shifted (guint    offset,
         guint    start,
         guint    end,
         guint    length,
         gboolean is_end)
{
  if (offset >= end && !(is_end && offset == start))
    return offset - (end - start) + length;
  if (offset <= start)
    return offset;
  return is_end ? start : start + length;
}

/**
 * fb_text_replace:
 * @start: byte offset in the buffer
 * @end: byte offset in the same paragraph
 * @words: (nullable): what takes the place; newlines become line breaks
 *
 * The new words take the form of those they replace.
 *
 * Returns: (transfer full): the changed text
 */
FbText *
fb_text_replace (FbText     *text,
                 guint       start,
                 guint       end,
                 const char *words)
{
  g_autoptr (FbText) plain = NULL;
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();
  GString *buffer;
  GArray *paragraphs;
  GArray *runs;
  guint length;

  g_return_val_if_fail (start <= end && end <= text->buffer->len, NULL);
  g_return_val_if_fail (memchr (text->buffer->str + start, '\n', end - start) == NULL, NULL);

  fb_text_builder_append (builder, words != NULL ? words : "", -1);
  plain = fb_text_builder_end (builder);
  length = plain->buffer->len;

  buffer = g_string_new_len (text->buffer->str, text->buffer->len);
  g_string_erase (buffer, start, end - start);
  g_string_insert_len (buffer, start, plain->buffer->str, length);

  paragraphs = fb_paragraph_array_new ();
  for (guint i = 0; i < text->paragraphs->len; i++)
    {
      const FbParagraph *paragraph = fb_text_get_paragraph (text, i);
      guint delta = length - (end - start); /* may wrap round, and back */

      fb_paragraph_array_add (paragraphs, paragraph,
                              paragraph->start > start ? paragraph->start + delta : paragraph->start,
                              paragraph->end >= end ? paragraph->end + delta : paragraph->end);
    }

  runs = fb_run_array_new ();
  for (guint i = 0; i < text->runs->len; i++)
    {
      const FbRun *run = fb_text_get_run (text, i);
      gboolean covers = run->start <= start && run->end >= end && start < end;
      gboolean inside = run->start < start && run->end > start && start == end;

      if (covers || inside)
        {
          /* An object that is replaced goes with what it stood on. */
          if (!is_object (run->kind))
            fb_run_array_add (runs, run->start, run->end - (end - start) + length, run->kind, run->target, run->note);
        }
      else
        {
          fb_run_array_add (runs, shifted (run->start, start, end, length, FALSE),
                            shifted (run->end, start, end, length, TRUE), run->kind, run->target, run->note);
        }
    }

  return fb_text_new_take (buffer, paragraphs, runs);
}

/**
 * fb_text_map_references:
 * @ids: old id to new id, both strings
 *
 * Returns: (transfer full): @text with the cross-references to the keys of @ids going to their values
 */
FbText *
fb_text_map_references (FbText     *text,
                        GHashTable *ids)
{
  GArray *paragraphs;
  GArray *runs;
  gboolean found = FALSE;

  for (guint i = 0; i < text->runs->len && !found; i++)
    {
      const FbRun *run = fb_text_get_run (text, i);

      found = run->note != NULL || (run->kind == FB_RUN_REFERENCE && g_hash_table_contains (ids, run->target));
    }
  if (!found)
    return fb_text_ref (text);

  paragraphs = fb_paragraph_array_new ();
  for (guint i = 0; i < text->paragraphs->len; i++)
    {
      const FbParagraph *paragraph = fb_text_get_paragraph (text, i);

      fb_paragraph_array_add (paragraphs, paragraph, paragraph->start, paragraph->end);
    }
  runs = fb_run_array_new ();
  for (guint i = 0; i < text->runs->len; i++)
    {
      const FbRun *run = fb_text_get_run (text, i);
      g_autoptr (FbText) note = run->note != NULL ? fb_text_map_references (run->note, ids) : NULL;
      const char *id = run->kind == FB_RUN_REFERENCE ? g_hash_table_lookup (ids, run->target) : NULL;

      fb_run_array_add (runs, run->start, run->end, run->kind, id != NULL ? id : run->target, note);
    }

  return fb_text_new_take (g_string_new_len (text->buffer->str, text->buffer->len), paragraphs, runs);
}

/**
 * fb_span_iter_init:
 * @paragraph: index of the paragraph to walk
 *
 * Begins a walk over the stretches of one paragraph in which the form does not change.
 */
void
fb_span_iter_init (FbSpanIter   *iter,
                   const FbText *text,
                   guint         paragraph)
{
  const FbParagraph *bounds = fb_text_get_paragraph (text, paragraph);
  guint low = 0;
  guint high = text->runs->len;

  /* Runs end at their paragraph, so those of this one stand together. */
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (fb_text_get_run (text, middle)->start < bounds->start)
        low = middle + 1;
      else
        high = middle;
    }

  iter->text = text;
  iter->offset = bounds->start;
  iter->end = bounds->end;
  iter->run = low;
}

static void
apply_run (FbSpan      *span,
           const FbRun *run)
{
  switch (run->kind)
    {
    case FB_RUN_STRONG:
    case FB_RUN_EMPHASIS:
    case FB_RUN_SUPERSCRIPT:
    case FB_RUN_SUBSCRIPT:
      span->marks |= 1u << run->kind;
      break;
    case FB_RUN_LINK:
      span->link = run->target;
      break;
    case FB_RUN_LANGUAGE:
      span->language = run->target;
      break;
    case FB_RUN_NOTE:
      span->note = run->note;
      break;
    case FB_RUN_REFERENCE:
      span->reference = run->target;
      break;
    case FB_N_RUN_KINDS:
    default:
      g_assert_not_reached ();
    }
}

/**
 * fb_span_iter_next:
 * @span: (out): the next span; what it points to belongs to the text
 *
 * Returns: %FALSE at the end of the paragraph
 */
gboolean
fb_span_iter_next (FbSpanIter *iter,
                   FbSpan     *span)
{
  const char *buffer = iter->text->buffer->str;
  guint end = iter->end;
  const char *stop;

  if (iter->offset >= iter->end)
    return FALSE;

  *span = (FbSpan) { .text = buffer + iter->offset, .start = iter->offset };
  for (guint i = iter->run; i < iter->text->runs->len; i++)
    {
      const FbRun *run = fb_text_get_run (iter->text, i);

      if (run->start >= end)
        break;
      if (run->start > iter->offset)
        {
          end = run->start;
          break;
        }
      if (run->end > iter->offset)
        {
          apply_run (span, run);
          end = MIN (end, run->end);
        }
    }

  span->line_break = g_str_has_prefix (span->text, FB_TEXT_LINE_BREAK);
  stop = g_strstr_len (span->text, end - iter->offset, FB_TEXT_LINE_BREAK);
  if (span->line_break)
    end = iter->offset + strlen (FB_TEXT_LINE_BREAK);
  else if (stop != NULL)
    end = stop - buffer;

  span->length = end - iter->offset;
  iter->offset = end;
  return TRUE;
}
