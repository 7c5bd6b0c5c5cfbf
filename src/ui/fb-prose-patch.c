/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How a buffer follows a text that has changed elsewhere: where the two differ, and nowhere else. */

#include <string.h>

#include "ui/fb-prose-buffer-private.h"

static gboolean
spans_equal (const FbSpan *a,
             guint         a_from,
             const FbSpan *b,
             guint         b_from)
{
  return a->start - a_from == b->start - b_from && a->length == b->length && a->marks == b->marks &&
         a->line_break == b->line_break && g_strcmp0 (a->link, b->link) == 0 &&
         g_strcmp0 (a->language, b->language) == 0 && g_strcmp0 (a->reference, b->reference) == 0 &&
         fb_text_equal (a->note, b->note);
}

static gboolean
paragraphs_equal (const FbText *a,
                  guint         i,
                  const FbText *b,
                  guint         j)
{
  const FbParagraph *pa = fb_text_get_paragraph (a, i);
  const FbParagraph *pb = fb_text_get_paragraph (b, j);
  FbSpanIter iter_a, iter_b;
  FbSpan span_a, span_b;

  if (pa->end - pa->start != pb->end - pb->start || pa->kind != pb->kind || pa->level != pb->level ||
      pa->style != pb->style || pa->number != pb->number || g_strcmp0 (pa->language, pb->language) != 0 ||
      memcmp (fb_text_get_buffer (a, NULL) + pa->start, fb_text_get_buffer (b, NULL) + pb->start,
              pa->end - pa->start) != 0)
    return FALSE;

  fb_span_iter_init (&iter_a, a, i);
  fb_span_iter_init (&iter_b, b, j);
  while (fb_span_iter_next (&iter_a, &span_a))
    if (!fb_span_iter_next (&iter_b, &span_b) || !spans_equal (&span_a, pa->start, &span_b, pb->start))
      return FALSE;

  return TRUE;
}

/* The footnote or cross-reference at a byte offset. */
static const FbRun *
object_at (const FbText *text,
           guint         offset)
{
  guint low = 0;
  guint high = fb_text_get_n_runs (text);

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (fb_text_get_run (text, middle)->start < offset)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < fb_text_get_n_runs (text) && fb_text_get_run (text, low)->start == offset; low++)
    if (fb_text_get_run (text, low)->kind >= FB_RUN_NOTE)
      return fb_text_get_run (text, low);

  return NULL;
}

/* A footnote that only says something else stays where it is, and open. */
static gboolean
same_object (const FbText *a,
             guint         offset_a,
             const FbText *b,
             guint         offset_b)
{
  const FbRun *run_a = object_at (a, offset_a);
  const FbRun *run_b = object_at (b, offset_b);

  return run_a != NULL && run_b != NULL && run_a->kind == run_b->kind && g_strcmp0 (run_a->target, run_b->target) == 0;
}

static gboolean
same_character (const FbText *a,
                const char   *pa,
                const FbText *b,
                const char   *pb)
{
  if (g_utf8_get_char (pa) != g_utf8_get_char (pb))
    return FALSE;
  if (!g_str_has_prefix (pa, FB_TEXT_OBJECT))
    return TRUE;
  return same_object (a, (guint) (pa - fb_text_get_buffer (a, NULL)), b, (guint) (pb - fb_text_get_buffer (b, NULL)));
}

/* Inserts bytes [from, to) of @text at @iter, without runs. */
static void
insert_bytes (FbProseBuffer *self,
              GtkTextIter   *iter,
              const FbText  *text,
              guint          from,
              guint          to)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  const char *bytes = fb_text_get_buffer (text, NULL);

  while (from < to)
    {
      const char *object = g_strstr_len (bytes + from, (gssize) (to - from), FB_TEXT_OBJECT);
      guint end = object != NULL ? (guint) (object - bytes) : to;
      const FbRun *run = object != NULL ? object_at (text, end) : NULL;
      g_autoptr (GtkTextChildAnchor) anchor = NULL;

      if (end > from)
        gtk_text_buffer_insert (buffer, iter, bytes + from, (int) (end - from));
      from = end;
      if (object == NULL)
        continue;

      from += (guint) strlen (FB_TEXT_OBJECT);
      if (run != NULL && run->kind == FB_RUN_NOTE)
        anchor = fb_prose_anchor_new_note (run->note);
      else
        anchor = fb_prose_anchor_new_reference (run != NULL ? run->target : "");
      gtk_text_buffer_insert_child_anchor (buffer, iter, anchor);
    }
}

static void
remove_run_cb (GtkTextTag *tag,
               gpointer    data)
{
  GtkTextIter *range = data;
  FbRunKind kind;

  if (fb_prose_tag_is_run (tag, &kind, NULL))
    gtk_text_buffer_remove_tag (gtk_text_iter_get_buffer (&range[0]), tag, &range[0], &range[1]);
}

static void
apply_run (FbProseBuffer     *self,
           FbRunKind          kind,
           const char        *target,
           const GtkTextIter *start,
           const GtkTextIter *end)
{
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self));

  gtk_text_buffer_apply_tag (GTK_TEXT_BUFFER (self), fb_prose_tags_get_run (tags, kind, target), start, end);
}

static void
follow_spans (FbProseBuffer *self,
              guint          line,
              const FbText  *text,
              guint          index)
{
  GtkTextIter range[2], start;
  FbSpanIter iter;
  FbSpan span;

  fb_prose_buffer_get_line_bounds (self, line, &range[0], &range[1]);
  gtk_text_tag_table_foreach (gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self)), remove_run_cb, range);

  start = range[0];
  fb_span_iter_init (&iter, text, index);
  while (fb_span_iter_next (&iter, &span))
    {
      GtkTextIter end = start;

      gtk_text_iter_forward_chars (&end, (int) g_utf8_strlen (span.text, span.length));
      for (FbRunKind kind = FB_RUN_STRONG; kind <= FB_RUN_SUBSCRIPT; kind++)
        if ((span.marks & (1u << kind)) != 0)
          apply_run (self, kind, NULL, &start, &end);
      if (span.link != NULL)
        apply_run (self, FB_RUN_LINK, span.link, &start, &end);
      if (span.language != NULL)
        apply_run (self, FB_RUN_LANGUAGE, span.language, &start, &end);
      start = end;
    }
}

static void
follow_notes (FbProseBuffer *self,
              guint          line,
              const FbText  *text,
              guint          index)
{
  GtkTextIter start;
  FbSpanIter iter;
  FbSpan span;

  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self), &start, (int) line);
  fb_span_iter_init (&iter, text, index);
  while (fb_span_iter_next (&iter, &span))
    {
      if (span.note != NULL)
        fb_prose_anchor_set_note (fb_prose_anchor_at (&start), span.note);
      gtk_text_iter_forward_chars (&start, (int) g_utf8_strlen (span.text, span.length));
    }
}

/* Makes paragraphs [first, first + n_old) of @old, which stand in the lines from first, those of @text. */
static void
patch_lines (FbProseBuffer *self,
             const FbText  *old,
             const FbText  *text,
             guint          first,
             guint          n_old,
             guint          n_new,
             guint         *start,
             guint         *end)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  const char *old_bytes = fb_text_get_buffer (old, NULL);
  const char *new_bytes = fb_text_get_buffer (text, NULL);
  const char *old_from = old_bytes + fb_text_get_paragraph (old, first)->start;
  const char *old_to = old_bytes + fb_text_get_paragraph (old, first + n_old - 1)->end;
  const char *new_from = new_bytes + fb_text_get_paragraph (text, first)->start;
  const char *new_to = new_bytes + fb_text_get_paragraph (text, first + n_new - 1)->end;
  GtkTextIter iter, until;
  int offset;

  gtk_text_buffer_get_iter_at_line (buffer, &iter, (int) first);
  offset = gtk_text_iter_get_offset (&iter);
  while (old_from < old_to && new_from < new_to && same_character (old, old_from, text, new_from))
    {
      old_from = g_utf8_next_char (old_from);
      new_from = g_utf8_next_char (new_from);
      offset++;
    }
  while (old_from < old_to && new_from < new_to)
    {
      const char *old_last = g_utf8_prev_char (old_to);
      const char *new_last = g_utf8_prev_char (new_to);

      if (!same_character (old, old_last, text, new_last))
        break;
      old_to = old_last;
      new_to = new_last;
    }

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  if (old_from < old_to)
    {
      gtk_text_buffer_get_iter_at_offset (buffer, &until, offset + (int) g_utf8_strlen (old_from, old_to - old_from));
      gtk_text_buffer_delete (buffer, &iter, &until);
    }
  insert_bytes (self, &iter, text, (guint) (new_from - new_bytes), (guint) (new_to - new_bytes));

  *start = MIN (*start, (guint) offset);
  *end = (guint) gtk_text_iter_get_offset (&iter);

  for (guint i = first; i < first + n_new; i++)
    {
      FbProseForm form = fb_prose_form_of (fb_text_get_paragraph (text, i));
      g_autoptr (FbText) line = NULL;

      fb_prose_buffer_set_form (self, i, &form);
      fb_prose_buffer_refresh_level (self, i);
      follow_notes (self, i, text, i);
      line = fb_prose_buffer_read_lines (self, i, 1);
      if (!paragraphs_equal (line, 0, text, i))
        follow_spans (self, i, text, i);
    }
}

typedef struct
{
  GtkTextMark *insert;
  GtkTextMark *bound;
} Selection;

/*
 * A deletion that leaves something selected makes GTK 4.8 keep a reference to the buffer for ever, so the selection is
 * put aside for that time.
 */
static Selection
save_selection (GtkTextBuffer *buffer)
{
  Selection selection = { NULL, NULL };
  GtkTextIter insert, bound;

  gtk_text_buffer_get_iter_at_mark (buffer, &insert, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_get_iter_at_mark (buffer, &bound, gtk_text_buffer_get_selection_bound (buffer));
  if (gtk_text_iter_equal (&insert, &bound))
    return selection;

  selection.insert = gtk_text_buffer_create_mark (buffer, NULL, &insert, FALSE);
  selection.bound = gtk_text_buffer_create_mark (buffer, NULL, &bound, FALSE);
  gtk_text_buffer_place_cursor (buffer, &insert);
  return selection;
}

static void
restore_selection (GtkTextBuffer *buffer,
                   Selection      selection)
{
  GtkTextIter insert, bound;

  if (selection.insert == NULL)
    return;

  gtk_text_buffer_get_iter_at_mark (buffer, &insert, selection.insert);
  gtk_text_buffer_get_iter_at_mark (buffer, &bound, selection.bound);
  gtk_text_buffer_select_range (buffer, &insert, &bound);
  gtk_text_buffer_delete_mark (buffer, selection.insert);
  gtk_text_buffer_delete_mark (buffer, selection.bound);
}

/*
 * Makes the buffer and its text say @text, touching only what differs. Returns whether anything did, and between which
 * characters of the buffer.
 */
gboolean
fb_prose_buffer_patch (FbProseBuffer *self,
                       FbText        *text,
                       guint         *start,
                       guint         *end)
{
  g_autoptr (FbText) old = fb_text_ref (self->text);
  guint n_old = fb_text_get_n_paragraphs (old);
  guint n_new = fb_text_get_n_paragraphs (text);
  guint n_least = MIN (n_old, n_new);
  guint first = 0;
  guint after = 0;
  Selection selection;

  if (fb_text_equal (old, text))
    return FALSE;

  while (first < n_least && paragraphs_equal (old, first, text, first))
    first++;
  while (after < n_least - first && paragraphs_equal (old, n_old - 1 - after, text, n_new - 1 - after))
    after++;
  /* Paragraphs that only came or went take a neighbor with them, for the newline between. */
  if (first + after == n_least && n_old != n_new)
    {
      if (first > 0)
        first--;
      else
        after--;
    }

  *start = G_MAXUINT;
  *end = 0;
  selection = save_selection (GTK_TEXT_BUFFER (self));
  self->raw++;
  if (n_old == n_new)
    {
      for (guint i = first; i < n_new - after; i++)
        if (!paragraphs_equal (old, i, text, i))
          patch_lines (self, old, text, i, 1, 1, start, end);
    }
  else
    {
      patch_lines (self, old, text, first, n_old - first - after, n_new - first - after, start, end);
    }
  restore_selection (GTK_TEXT_BUFFER (self), selection);
  self->raw--;

  fb_text_unref (self->text);
  self->text = fb_text_ref (text);
  g_assert ((int) self->forms->len == gtk_text_buffer_get_line_count (GTK_TEXT_BUFFER (self)));
  return TRUE;
}
