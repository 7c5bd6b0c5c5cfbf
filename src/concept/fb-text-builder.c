/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "concept/fb-text-private.h"

typedef struct
{
  FbRunKind kind;
  guint start;
  char *target;
} OpenRun;

struct _FbTextBuilder
{
  GString *buffer;
  GArray *paragraphs;
  GArray *runs;
  GArray *open; /* OpenRun */
};

static void
clear_open_run (gpointer data)
{
  OpenRun *run = data;

  g_free (run->target);
}

/**
 * fb_text_builder_new:
 *
 * Builds a text from front to back. Words that come before the first paragraph begin a plain one.
 *
 * Returns: (transfer full): an empty builder
 */
FbTextBuilder *
fb_text_builder_new (void)
{
  FbTextBuilder *builder = g_new0 (FbTextBuilder, 1);

  builder->buffer = g_string_new (NULL);
  builder->paragraphs = fb_paragraph_array_new ();
  builder->runs = fb_run_array_new ();
  builder->open = g_array_new (FALSE, FALSE, sizeof (OpenRun));
  g_array_set_clear_func (builder->open, clear_open_run);

  return builder;
}

void
fb_text_builder_free (FbTextBuilder *builder)
{
  if (builder->buffer != NULL)
    g_string_free (builder->buffer, TRUE);
  g_clear_pointer (&builder->paragraphs, g_array_unref);
  g_clear_pointer (&builder->runs, g_array_unref);
  g_array_unref (builder->open);
  g_free (builder);
}

static void
end_paragraph (FbTextBuilder *builder)
{
  if (builder->paragraphs->len > 0)
    g_array_index (builder->paragraphs, FbParagraph, builder->paragraphs->len - 1).end = builder->buffer->len;
}

/**
 * fb_text_builder_paragraph:
 * @number: where a numbered list begins to count; 0 counts on
 * @language: (nullable): a BCP 47 tag
 *
 * Begins a paragraph.
 */
void
fb_text_builder_paragraph (FbTextBuilder   *builder,
                           FbParagraphKind  kind,
                           guint            level,
                           FbListStyle      style,
                           guint            number,
                           const char      *language)
{
  FbParagraph paragraph = { .kind = kind, .level = level, .style = style, .number = number };

  end_paragraph (builder);
  if (builder->paragraphs->len > 0)
    g_string_append_c (builder->buffer, '\n');
  paragraph.language = language != NULL && *language != '\0' ? language : NULL;
  fb_paragraph_array_add (builder->paragraphs, &paragraph, builder->buffer->len, builder->buffer->len);
}

static void
ensure_paragraph (FbTextBuilder *builder)
{
  if (builder->paragraphs->len == 0)
    fb_text_builder_paragraph (builder, FB_PARAGRAPH_PLAIN, 0, FB_LIST_BULLET, 0, NULL);
}

/**
 * fb_text_builder_append:
 * @length: in bytes, or -1
 *
 * Appends words to the paragraph. Newlines become line breaks; what XML forbids, and object characters, drop out.
 */
void
fb_text_builder_append (FbTextBuilder *builder,
                        const char    *utf8,
                        gssize         length)
{
  g_autofree char *clean = fb_utf8_clean (utf8, length);

  ensure_paragraph (builder);
  for (const char *p = clean; *p != '\0';)
    {
      gsize plain = strcspn (p, "\n\xef");

      g_string_append_len (builder->buffer, p, plain);
      p += plain;
      if (*p == '\n')
        g_string_append (builder->buffer, FB_TEXT_LINE_BREAK);
      else if (*p != '\0' && !g_str_has_prefix (p, FB_TEXT_OBJECT))
        g_string_append_len (builder->buffer, p, g_utf8_next_char (p) - p);
      if (*p != '\0')
        p = g_utf8_next_char (p);
    }
}

void
fb_text_builder_line_break (FbTextBuilder *builder)
{
  ensure_paragraph (builder);
  g_string_append (builder->buffer, FB_TEXT_LINE_BREAK);
}

/**
 * fb_text_builder_push:
 * @kind: any but footnote and cross-reference
 * @target: (nullable): the address or the language tag, where the kind has one
 *
 * Opens a run; it may go on over paragraphs. Close it with fb_text_builder_pop().
 */
void
fb_text_builder_push (FbTextBuilder *builder,
                      FbRunKind      kind,
                      const char    *target)
{
  OpenRun run = { kind, 0, g_strdup (target) };

  g_return_if_fail (kind < FB_RUN_NOTE);

  ensure_paragraph (builder);
  run.start = builder->buffer->len;
  g_array_append_val (builder->open, run);
}

/** Closes the run that was opened last. */
void
fb_text_builder_pop (FbTextBuilder *builder)
{
  OpenRun *run;

  g_return_if_fail (builder->open->len > 0);

  run = &g_array_index (builder->open, OpenRun, builder->open->len - 1);
  fb_run_array_add (builder->runs, run->start, builder->buffer->len, run->kind, run->target, NULL);
  g_array_set_size (builder->open, builder->open->len - 1);
}

static void
append_object (FbTextBuilder *builder,
               FbRunKind      kind,
               const char    *target,
               FbText        *note)
{
  guint start;

  ensure_paragraph (builder);
  start = builder->buffer->len;
  g_string_append (builder->buffer, FB_TEXT_OBJECT);
  fb_run_array_add (builder->runs, start, builder->buffer->len, kind, target, note);
}

/** Appends the mark of a footnote that says @note. */
void
fb_text_builder_note (FbTextBuilder *builder,
                      FbText        *note)
{
  append_object (builder, FB_RUN_NOTE, NULL, note);
}

/** Appends a cross-reference to the node @id. */
void
fb_text_builder_reference (FbTextBuilder *builder,
                           const char    *id)
{
  append_object (builder, FB_RUN_REFERENCE, id, NULL);
}

/** Appends the paragraphs of @text behind those there are. */
void
fb_text_builder_append_text (FbTextBuilder *builder,
                             FbText        *text)
{
  for (guint i = 0; i < text->paragraphs->len; i++)
    {
      const FbParagraph *paragraph = fb_text_get_paragraph (text, i);

      fb_text_builder_append_paragraph (builder, paragraph->kind, paragraph->level, paragraph->style,
                                        paragraph->number, text, i);
    }
}

/**
 * fb_text_builder_append_inline:
 * @index: of the paragraph of @text to take from
 *
 * Appends what a paragraph says, with its runs, to the paragraph that is open.
 */
void
fb_text_builder_append_inline (FbTextBuilder *builder,
                               FbText        *text,
                               guint          index)
{
  const FbParagraph *paragraph = fb_text_get_paragraph (text, index);
  guint shift;

  ensure_paragraph (builder);
  shift = builder->buffer->len - paragraph->start; /* may wrap round, and back */
  g_string_append_len (builder->buffer, text->buffer->str + paragraph->start, paragraph->end - paragraph->start);
  for (guint i = 0; i < text->runs->len; i++)
    {
      const FbRun *run = fb_text_get_run (text, i);

      if (run->start >= paragraph->start && run->end <= paragraph->end)
        fb_run_array_add (builder->runs, run->start + shift, run->end + shift, run->kind, run->target, run->note);
    }
}

/** Begins a paragraph of the given form that says what paragraph @index of @text says. */
void
fb_text_builder_append_paragraph (FbTextBuilder   *builder,
                                  FbParagraphKind  kind,
                                  guint            level,
                                  FbListStyle      style,
                                  guint            number,
                                  FbText          *text,
                                  guint            index)
{
  fb_text_builder_paragraph (builder, kind, level, style, number, fb_text_get_paragraph (text, index)->language);
  fb_text_builder_append_inline (builder, text, index);
}

/**
 * fb_text_builder_end:
 *
 * Closes what is open. The builder is empty afterwards and can be used again.
 *
 * Returns: (transfer full): the text, of one empty paragraph if nothing was added
 */
FbText *
fb_text_builder_end (FbTextBuilder *builder)
{
  FbText *text;

  ensure_paragraph (builder);
  while (builder->open->len > 0)
    fb_text_builder_pop (builder);
  end_paragraph (builder);

  text = fb_text_new_take (g_steal_pointer (&builder->buffer), g_steal_pointer (&builder->paragraphs),
                           g_steal_pointer (&builder->runs));
  builder->buffer = g_string_new (NULL);
  builder->paragraphs = fb_paragraph_array_new ();
  builder->runs = fb_run_array_new ();

  return text;
}

/* Whether valid UTF-8 has nothing that fb_utf8_clean() would change; nearly all that is typed is so. */
static gboolean
is_clean (const char *valid)
{
  for (const guchar *p = (const guchar *) valid; *p != '\0'; p++)
    if ((*p < 0x20 && *p != '\t' && *p != '\n') || (p[0] == 0xe2 && p[1] == 0x80 && p[2] == 0xa9) ||
        (p[0] == 0xef && p[1] == 0xbf && p[2] >= 0xbe))
      return FALSE;
  return TRUE;
}

/**
 * fb_utf8_clean:
 * @utf8: bytes that should be UTF-8
 * @length: in bytes, or -1
 *
 * Makes bytes fit for a document: invalid ones become U+FFFD, the characters that XML 1.0 forbids (production 2,
 * Char) are removed, and every line ending becomes a newline.
 *
 * Returns: (transfer full): clean UTF-8
 */
char *
fb_utf8_clean (const char *utf8,
               gssize      length)
{
  g_autofree char *valid = g_utf8_make_valid (utf8, length);
  GString *clean;

  if (is_clean (valid))
    return g_steal_pointer (&valid);

  clean = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r')
        {
          if (p[1] != '\n')
            g_string_append_c (clean, '\n');
        }
      else if (c == 0x2029)
        g_string_append_c (clean, '\n');
      else if ((c >= 0x20 && c != 0xfffe && c != 0xffff) || c == '\t' || c == '\n')
        g_string_append_len (clean, p, g_utf8_next_char (p) - p);
    }

  return g_string_free (clean, FALSE);
}
