/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How a text is read from a buffer. */

#include <string.h>

#include "ui/fb-prose-buffer-private.h"

static void
append_slice (FbTextBuilder     *builder,
              GtkTextIter       *from,
              const GtkTextIter *to)
{
  GtkTextIter iter = *from;
  GtkTextIter chunk = *from;

  while (gtk_text_iter_compare (&iter, to) < 0)
    {
      FbProseAnchor *anchor = fb_prose_anchor_at (&iter);
      g_autofree char *words = NULL;

      if (anchor == NULL)
        {
          gtk_text_iter_forward_char (&iter);
          continue;
        }
      words = gtk_text_iter_get_slice (&chunk, &iter);
      fb_text_builder_append (builder, words, -1);
      if (fb_prose_anchor_get_note (anchor) != NULL)
        fb_text_builder_note (builder, fb_prose_anchor_get_note (anchor));
      else
        fb_text_builder_reference (builder, fb_prose_anchor_get_reference (anchor));
      gtk_text_iter_forward_char (&iter);
      chunk = iter;
    }
  if (gtk_text_iter_compare (&chunk, to) < 0)
    {
      g_autofree char *words = gtk_text_iter_get_slice (&chunk, to);

      fb_text_builder_append (builder, words, -1);
    }
}

/* Looking at each character is dear; most stretches have no object in them. */
static void
append_stretch (FbTextBuilder     *builder,
                GtkTextIter       *from,
                const GtkTextIter *to)
{
  g_autofree char *words = gtk_text_iter_get_slice (from, to);

  if (strstr (words, FB_TEXT_OBJECT) != NULL)
    append_slice (builder, from, to);
  else
    fb_text_builder_append (builder, words, -1);
}

static void
append_range (FbTextBuilder     *builder,
              const GtkTextIter *start,
              const GtkTextIter *end)
{
  GtkTextIter iter = *start;

  while (gtk_text_iter_compare (&iter, end) < 0)
    {
      g_autoptr (GSList) tags = gtk_text_iter_get_tags (&iter);
      GtkTextIter next = iter;
      guint n_open = 0;

      if (!gtk_text_iter_forward_to_tag_toggle (&next, NULL) || gtk_text_iter_compare (&next, end) > 0)
        next = *end;
      for (GSList *l = tags; l != NULL; l = l->next)
        {
          FbRunKind kind;
          const char *target;

          if (!fb_prose_tag_is_run (l->data, &kind, &target))
            continue;
          fb_text_builder_push (builder, kind, target);
          n_open++;
        }
      append_stretch (builder, &iter, &next);
      while (n_open-- > 0)
        fb_text_builder_pop (builder);
      iter = next;
    }
}

FbText *
fb_prose_buffer_read_lines (FbProseBuffer *self,
                            guint          first,
                            guint          n_lines)
{
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();

  for (guint line = first; line < first + n_lines; line++)
    {
      const FbProseForm *form = fb_prose_buffer_get_form (self, line);
      GtkTextIter start, end;

      gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self), &start, (int) line);
      end = start;
      if (!gtk_text_iter_ends_line (&end))
        gtk_text_iter_forward_to_line_end (&end);
      fb_text_builder_paragraph (builder, form->kind, form->level, form->style, form->number, form->language);
      append_range (builder, &start, &end);
    }

  return fb_text_builder_end (builder);
}

/** Returns: (transfer full): the text read from the whole buffer, which fb_prose_buffer_get_text() must equal. */
FbText *
fb_prose_buffer_read (FbProseBuffer *self)
{
  return fb_prose_buffer_read_lines (self, 0, self->forms->len);
}

/**
 * fb_prose_buffer_read_range:
 *
 * Returns: (transfer full): what stands between two places. A paragraph of which only a part is wanted is plain,
 * if it is the only one or the first.
 */
FbText *
fb_prose_buffer_read_range (FbProseBuffer     *self,
                            const GtkTextIter *start,
                            const GtkTextIter *end)
{
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();
  guint first = (guint) gtk_text_iter_get_line (start);
  guint last = (guint) gtk_text_iter_get_line (end);

  for (guint line = first; line <= last; line++)
    {
      const FbProseForm *form = fb_prose_buffer_get_form (self, line);
      gboolean part = line == first && (!gtk_text_iter_starts_line (start) ||
                                        (first == last && !gtk_text_iter_ends_line (end)));
      GtkTextIter from = *start;
      GtkTextIter to = *end;

      if (line > first)
        gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self), &from, (int) line);
      if (line < last)
        {
          to = from;
          if (!gtk_text_iter_ends_line (&to))
            gtk_text_iter_forward_to_line_end (&to);
        }
      if (part)
        fb_text_builder_paragraph (builder, FB_PARAGRAPH_PLAIN, 0, FB_LIST_BULLET, 0, form->language);
      else
        fb_text_builder_paragraph (builder, form->kind, form->level, form->style, form->number, form->language);
      append_range (builder, &from, &to);
    }

  return fb_text_builder_end (builder);
}
