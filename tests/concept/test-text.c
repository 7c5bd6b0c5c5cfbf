/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "concept/fb-text.h"

static FbText *
sample (void)
{
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();
  g_autoptr (FbText) note = fb_text_new_plain ("Fußnote");

  fb_text_builder_append (builder, "Die Stadt setzt ", -1);
  fb_text_builder_push (builder, FB_RUN_STRONG, NULL);
  fb_text_builder_append (builder, "Chancen", -1);
  fb_text_builder_push (builder, FB_RUN_EMPHASIS, NULL);
  fb_text_builder_append (builder, "gleichheit", -1);
  fb_text_builder_pop (builder);
  fb_text_builder_pop (builder);
  fb_text_builder_note (builder, note);
  fb_text_builder_append (builder, " um", -1);
  fb_text_builder_line_break (builder);
  fb_text_builder_append (builder, "Ende", -1);
  fb_text_builder_paragraph (builder, FB_PARAGRAPH_ITEM, 1, FB_LIST_BULLET, 0, NULL);
  fb_text_builder_append (builder, "Punkt ", -1);
  fb_text_builder_reference (builder, "c-000001");
  fb_text_builder_paragraph (builder, FB_PARAGRAPH_CONTINUED, 1, FB_LIST_BULLET, 0, "tr");
  fb_text_builder_append (builder, "devam", -1);

  return fb_text_builder_end (builder);
}

static void
test_builder (void)
{
  g_autoptr (FbText) text = sample ();
  g_autofree char *words = fb_text_to_words (text);

  g_assert_cmpuint (fb_text_get_n_paragraphs (text), ==, 3);
  g_assert_cmpstr (words, ==, "Die Stadt setzt Chancengleichheit um\nEnde\nPunkt \ndevam");
  g_assert_cmpuint (fb_text_get_n_runs (text), ==, 4);
  g_assert_cmpstr (fb_text_get_paragraph (text, 2)->language, ==, "tr");
}

static void
test_spans (void)
{
  static const struct
  {
    const char *text;
    guint marks;
  } expected[] = {
    { "Die Stadt setzt ", 0 },
    { "Chancen", 1 << FB_RUN_STRONG },
    { "gleichheit", 1 << FB_RUN_STRONG | 1 << FB_RUN_EMPHASIS },
    { FB_TEXT_OBJECT, 0 },
    { " um", 0 },
    { FB_TEXT_LINE_BREAK, 0 },
    { "Ende", 0 },
  };
  g_autoptr (FbText) text = sample ();
  FbSpanIter iter;
  FbSpan span;
  guint n = 0;

  fb_span_iter_init (&iter, text, 0);
  for (; fb_span_iter_next (&iter, &span); n++)
    {
      g_assert_cmpuint (n, <, G_N_ELEMENTS (expected));
      g_assert_cmpmem (span.text, span.length, expected[n].text, strlen (expected[n].text));
      g_assert_cmpuint (span.marks, ==, expected[n].marks);
      g_assert_cmpint (span.note != NULL, ==, n == 3);
      g_assert_cmpint (span.line_break, ==, n == 5);
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));

  fb_span_iter_init (&iter, text, 1);
  g_assert_true (fb_span_iter_next (&iter, &span));
  g_assert_true (fb_span_iter_next (&iter, &span));
  g_assert_cmpstr (span.reference, ==, "c-000001");
  g_assert_false (fb_span_iter_next (&iter, &span));
}

/* However a text is put together, there is one form for it. */
static void
test_canonical (void)
{
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();
  g_autoptr (FbText) once = NULL;
  g_autoptr (FbText) twice = NULL;

  fb_text_builder_push (builder, FB_RUN_STRONG, NULL);
  fb_text_builder_append (builder, "ab", -1);
  fb_text_builder_paragraph (builder, FB_PARAGRAPH_PLAIN, 0, FB_LIST_BULLET, 0, NULL);
  fb_text_builder_append (builder, "cd", -1);
  fb_text_builder_pop (builder);
  once = fb_text_builder_end (builder);

  fb_text_builder_push (builder, FB_RUN_STRONG, NULL);
  fb_text_builder_append (builder, "a", -1);
  fb_text_builder_pop (builder);
  fb_text_builder_push (builder, FB_RUN_STRONG, NULL);
  fb_text_builder_append (builder, "b", -1);
  fb_text_builder_pop (builder);
  fb_text_builder_push (builder, FB_RUN_EMPHASIS, NULL);
  fb_text_builder_pop (builder);
  fb_text_builder_paragraph (builder, FB_PARAGRAPH_CONTINUED, 4, FB_LIST_PAREN, 7, "");
  fb_text_builder_push (builder, FB_RUN_STRONG, NULL);
  fb_text_builder_append (builder, "cd", -1);
  twice = fb_text_builder_end (builder);

  g_assert_true (fb_text_equal (once, twice));
  g_assert_cmpuint (fb_text_get_n_runs (once), ==, 2);
}

static void
test_forbidden_characters (void)
{
  g_autoptr (FbText) text = fb_text_new_plain ("a\x01""b\xff""c\x0b\r\nd\re\xef\xbf\xbc\xef\xbf\xbe");
  g_autofree char *words = fb_text_to_words (text);

  g_assert_cmpstr (words, ==, "ab\xef\xbf\xbd""c\nd\ne");
  g_assert_cmpuint (fb_text_get_n_paragraphs (text), ==, 3);
}

static void
test_splice (void)
{
  g_autoptr (FbText) text = sample ();
  g_autoptr (FbText) first = fb_text_slice (text, 0, 1);
  g_autoptr (FbText) rest = fb_text_slice (text, 1, 2);
  g_autoptr (FbText) whole = fb_text_splice (first, 1, 0, rest);
  g_autoptr (FbText) swapped = fb_text_splice (text, 1, 2, first);

  g_assert_true (fb_text_equal (whole, text));
  g_assert_cmpuint (fb_text_get_n_paragraphs (swapped), ==, 2);
  g_assert_cmpuint (fb_text_get_n_runs (swapped), ==, 2 * fb_text_get_n_runs (first));
}

static void
test_replace (void)
{
  g_autoptr (FbText) text = sample ();
  const FbRun *strong = fb_text_get_run (text, 0);
  guint start = strong->start;
  g_autoptr (FbText) longer = fb_text_replace (text, start, start + strlen ("Chancen"), "Möglichkeits-");
  g_autoptr (FbText) back = fb_text_replace (longer, start, start + strlen ("Möglichkeits-"), "Chancen");
  g_autoptr (FbText) gone = fb_text_replace (text, start, strong->end, NULL);
  g_autofree char *words = fb_text_to_words (longer);

  g_assert_cmpstr (words, ==, "Die Stadt setzt Möglichkeits-gleichheit um\nEnde\nPunkt \ndevam");
  g_assert_cmpint (fb_text_get_run (longer, 0)->kind, ==, FB_RUN_STRONG);
  g_assert_cmpuint (fb_text_get_run (longer, 0)->end - start, ==, strlen ("Möglichkeits-gleichheit"));
  g_assert_true (fb_text_equal (back, text));
  g_assert_cmpuint (fb_text_get_n_runs (gone), ==, 2);
}

static void
test_replace_partly (void)
{
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();
  g_autoptr (FbText) text = NULL;
  g_autoptr (FbText) replaced = NULL;

  fb_text_builder_append (builder, "ab", -1);
  fb_text_builder_push (builder, FB_RUN_STRONG, NULL);
  fb_text_builder_append (builder, "cd", -1);
  fb_text_builder_pop (builder);
  fb_text_builder_append (builder, "ef", -1);
  text = fb_text_builder_end (builder);

  /* Half of what is replaced is strong: the new words are not, the rest stays so. */
  replaced = fb_text_replace (text, 1, 3, "xyz");
  g_assert_cmpstr (fb_text_get_buffer (replaced, NULL), ==, "axyzdef");
  g_assert_cmpuint (fb_text_get_n_runs (replaced), ==, 1);
  g_assert_cmpuint (fb_text_get_run (replaced, 0)->start, ==, 4);
  g_assert_cmpuint (fb_text_get_run (replaced, 0)->end, ==, 5);
}

static void
test_map_references (void)
{
  g_autoptr (FbText) text = sample ();
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (FbText) mapped = NULL;

  g_hash_table_insert (ids, (gpointer) "c-000001", (gpointer) "c-000002");
  mapped = fb_text_map_references (text, ids);
  g_assert_cmpstr (fb_text_get_run (mapped, fb_text_get_n_runs (mapped) - 1)->target, ==, "c-000002");
  g_assert_false (fb_text_equal (text, mapped));
}

/* Random building: runs never cross a paragraph, never touch one of their like, and the spans cover all bytes. */
static void
test_random (void)
{
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();
      g_autoptr (FbText) text = NULL;
      guint open = 0;

      for (guint i = 0; i < 40; i++)
        switch (g_test_rand_int_range (0, 6))
          {
          case 0:
            fb_text_builder_paragraph (builder, g_test_rand_int_range (0, 3), g_test_rand_int_range (0, 5),
                                       g_test_rand_int_range (0, 4), g_test_rand_int_range (0, 3), NULL);
            break;
          case 1:
            fb_text_builder_push (builder, g_test_rand_int_range (0, FB_RUN_NOTE), g_test_rand_bit () ? "x" : "y");
            open++;
            break;
          case 2:
            if (open > 0)
              {
                fb_text_builder_pop (builder);
                open--;
              }
            break;
          case 3:
            fb_text_builder_line_break (builder);
            break;
          default:
            fb_text_builder_append (builder, "wört ", -1);
          }
      text = fb_text_builder_end (builder);

      for (guint i = 0; i < fb_text_get_n_runs (text); i++)
        {
          const FbRun *run = fb_text_get_run (text, i);

          g_assert_cmpuint (run->start, <, run->end);
          g_assert_null (memchr (fb_text_get_buffer (text, NULL) + run->start, '\n', run->end - run->start));
          for (guint j = i + 1; j < fb_text_get_n_runs (text); j++)
            {
              const FbRun *other = fb_text_get_run (text, j);

              if (other->kind == run->kind)
                g_assert_true (other->start > run->end ||
                               (other->start == run->end && g_strcmp0 (run->target, other->target) != 0));
            }
        }
      for (guint i = 0; i < fb_text_get_n_paragraphs (text); i++)
        {
          guint at = fb_text_get_paragraph (text, i)->start;
          FbSpanIter iter;
          FbSpan span;

          fb_span_iter_init (&iter, text, i);
          while (fb_span_iter_next (&iter, &span))
            {
              g_assert_cmpuint (span.start, ==, at);
              at += span.length;
            }
          g_assert_cmpuint (at, ==, fb_text_get_paragraph (text, i)->end);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/builder", test_builder);
  g_test_add_func ("/text/spans", test_spans);
  g_test_add_func ("/text/canonical", test_canonical);
  g_test_add_func ("/text/forbidden-characters", test_forbidden_characters);
  g_test_add_func ("/text/splice", test_splice);
  g_test_add_func ("/text/replace", test_replace);
  g_test_add_func ("/text/replace-partly", test_replace_partly);
  g_test_add_func ("/text/map-references", test_map_references);
  g_test_add_func ("/text/random", test_random);

  return g_test_run ();
}
