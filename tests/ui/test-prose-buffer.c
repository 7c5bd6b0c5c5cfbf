/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "../formats/fb-text-dump.h"
#include "fb-ui-test.h"

#include "ui/fb-prose-edit.h"

#define N_ROUNDS 12
#define N_STEPS 250

typedef struct
{
  FbDocument *document;
  FbNode *node;
  FbProseBuffer *buffer;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->document = fb_ui_test_sample ();
  self->node = fb_document_lookup (self->document, "c-foreword");
  self->buffer = fb_prose_buffer_new ();
  fb_prose_buffer_bind (self->buffer, self->document, self->node, fb_kind_get_property (FB_KIND_CHAPTER, "text"));
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  gpointer watched;

  fb_ui_test_watch (self->buffer, &watched);
  g_object_unref (self->buffer);
  fb_ui_test_assert_finalized (watched);
  g_object_unref (self->document);
}

/* The text, the buffer read anew and the document say the same. */
static void
check (Fixture *self)
{
  g_autoptr (FbText) read = fb_prose_buffer_read (self->buffer);
  FbText *text = fb_prose_buffer_get_text (self->buffer);
  FbText *stored = fb_node_get_text (self->node, "text");

  g_assert_cmpstr (fb_text_get_buffer (read, NULL), ==, fb_text_get_buffer (text, NULL));
  g_assert_true (fb_text_equal (read, text));
  /* An item without a word is nothing to store. */
  if (stored != NULL)
    g_assert_true (fb_text_equal (text, stored));
  else
    g_assert_cmpstr (fb_text_get_buffer (text, NULL), ==, "");
}

static void
set_words (Fixture    *self,
           const char *words)
{
  g_autoptr (FbText) text = fb_text_new_plain (words);
  g_autoptr (FbValue) value = fb_value_new_rich (text);

  fb_document_set (self->document, self->node, fb_kind_get_property (FB_KIND_CHAPTER, "text"), value);
}

static void
place (Fixture *self,
       int      offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self->buffer), &iter, offset);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self->buffer), &iter);
}

static void
choose (Fixture *self,
        int      start,
        int      end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self->buffer), &from, start);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self->buffer), &to, end);
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (self->buffer), &from, &to);
}

static void
type (Fixture    *self,
      const char *words)
{
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (self->buffer));
      gtk_text_buffer_delete_selection (GTK_TEXT_BUFFER (self->buffer), TRUE, TRUE);
      gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (self->buffer), p, (int) (g_utf8_next_char (p) - p));
      gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (self->buffer));
      if (*p == ' ')
        fb_prose_autoformat (self->buffer);
    }
}

static void
assert_text (Fixture    *self,
             const char *expected)
{
  g_autofree char *found = fb_text_dump (fb_prose_buffer_get_text (self->buffer));

  g_assert_cmpstr (found, ==, expected);
  check (self);
}

static int
caret (Fixture *self)
{
  int offset;

  g_object_get (self->buffer, "cursor-position", &offset, NULL);
  return offset;
}

static void
test_typing (Fixture      *self,
             gconstpointer data)
{
  set_words (self, "");
  type (self, "Er sagt: „Guten Tag …“");
  assert_text (self, "p|Er sagt: „Guten Tag …“");
  fb_prose_break (self->buffer, FALSE);
  fb_prose_toggle_mark (self->buffer, FB_RUN_STRONG);
  type (self, "fett");
  fb_prose_toggle_mark (self->buffer, FB_RUN_STRONG);
  type (self, " mager");
  fb_prose_line_break (self->buffer);
  type (self, "neu");
  assert_text (self, "p|Er sagt: „Guten Tag …“\np|<b:fett> mager/neu");

  /* What is typed at the end of a mark takes it, also at the beginning of the paragraph. */
  place (self, caret (self) - 10);
  type (self, "er");
  assert_text (self, "p|Er sagt: „Guten Tag …“\np|<b:fetter> mager/neu");
}

static void
test_merging (Fixture      *self,
              gconstpointer data)
{
  set_words (self, "");
  fb_document_seal (self->document);
  type (self, "Wort");
  fb_document_undo (self->document);
  assert_text (self, "p|");
  fb_document_redo (self->document);
  assert_text (self, "p|Wort");
}

static void
test_lists (Fixture      *self,
            gconstpointer data)
{
  set_words (self, "");
  type (self, "- eins");
  assert_text (self, "i1*|eins");
  fb_prose_break (self->buffer, FALSE);
  g_assert_true (fb_prose_shift (self->buffer, 1));
  type (self, "zwei");
  assert_text (self, "i1*|eins\ni2*|zwei");
  g_assert_false (fb_prose_can_shift (self->buffer, 1) && fb_prose_shift (self->buffer, 1) &&
                  fb_prose_can_shift (self->buffer, 1));
  fb_prose_shift (self->buffer, -1);
  fb_prose_shift (self->buffer, 1);
  assert_text (self, "i1*|eins\ni2*|zwei");

  fb_prose_break (self->buffer, TRUE);
  type (self, "weiter");
  assert_text (self, "i1*|eins\ni2*|zwei\nc2|weiter");
  fb_prose_break (self->buffer, FALSE);
  assert_text (self, "i1*|eins\ni2*|zwei\nc2|weiter\ni2*|");
  /* Return on an empty item leaves the list, a level at a time. */
  fb_prose_break (self->buffer, FALSE);
  assert_text (self, "i1*|eins\ni2*|zwei\nc2|weiter\ni1*|");
  fb_prose_break (self->buffer, FALSE);
  assert_text (self, "i1*|eins\ni2*|zwei\nc2|weiter\np|");
  g_assert_false (fb_prose_shift (self->buffer, 1));

  /* What is typed into an empty last paragraph keeps its form. */
  fb_prose_set_list (self->buffer, TRUE, FB_LIST_PAREN);
  assert_text (self, "i1*|eins\ni2*|zwei\nc2|weiter\ni1(|");
  type (self, "x");
  assert_text (self, "i1*|eins\ni2*|zwei\nc2|weiter\ni1(|x");
  place (self, caret (self) - 1);
  g_assert_true (fb_prose_outdent_at_start (self->buffer));
  g_assert_false (fb_prose_outdent_at_start (self->buffer));
  assert_text (self, "i1*|eins\ni2*|zwei\nc2|weiter\np|x");

  /* Without its item a further paragraph is a plain one. */
  place (self, 0);
  fb_prose_shift (self->buffer, -1);
  place (self, 5);
  fb_prose_shift (self->buffer, -1);
  place (self, 5);
  fb_prose_set_list (self->buffer, FALSE, FB_LIST_BULLET);
  assert_text (self, "p|eins\np|zwei\np|weiter\np|x");
  while (fb_document_can_undo (self->document))
    {
      fb_document_undo (self->document);
      check (self);
    }
  while (fb_document_can_redo (self->document))
    {
      fb_document_redo (self->document);
      check (self);
    }
  assert_text (self, "p|eins\np|zwei\np|weiter\np|x");
}

static void
test_autoformat (Fixture      *self,
                 gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *text;
  } rows[] = {
    { "- a", "i1*|a" },      { "* a", "i1*|a" },     { "1. a", "i11|a" },         { "1) a", "i11|a" },
    { "a. b", "i1a|b" },     { "(1) a", "i1(|a" },   { "21. November", "p|21. November" }, { "z. B.", "p|z. B." },
    { "-a b", "p|-a b" },    { "x - a", "p|x - a" }, { "(2) a", "p|(2) a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      set_words (self, "");
      type (self, rows[i].typed);
      assert_text (self, rows[i].text);
    }

  /* It is undone by itself. */
  set_words (self, "");
  type (self, "- ");
  assert_text (self, "i1*|");
  fb_document_undo (self->document);
  assert_text (self, "p|- ");
  g_assert_cmpint (caret (self), ==, 2);

  /* A number continues a list, or begins one anew. */
  set_words (self, "");
  type (self, "1. a");
  fb_prose_break (self->buffer, FALSE);
  fb_prose_set_list (self->buffer, FALSE, FB_LIST_BULLET);
  type (self, "2. b");
  assert_text (self, "i11|a\ni11|b");
}

static void
test_runs (Fixture      *self,
           gconstpointer data)
{
  GtkTextIter start, end;
  const char *target;

  set_words (self, "Die Stadt Monheim\nam Rhein");
  choose (self, 4, 9);
  fb_prose_set_run (self->buffer, FB_RUN_LINK, "https://monheim.de/");
  assert_text (self, "p|Die [https://monheim.de/:Stadt] Monheim\np|am Rhein");
  place (self, 6);
  g_assert_true (fb_prose_find_run (self->buffer, FB_RUN_LINK, &start, &end, &target));
  g_assert_cmpstr (target, ==, "https://monheim.de/");
  fb_prose_set_run (self->buffer, FB_RUN_LINK, "mailto:a@b.de");
  assert_text (self, "p|Die [mailto:a@b.de:Stadt] Monheim\np|am Rhein");
  /* A link ends where it ends. */
  place (self, 9);
  type (self, "!");
  assert_text (self, "p|Die [mailto:a@b.de:Stadt]! Monheim\np|am Rhein");
  place (self, 6);
  fb_prose_set_run (self->buffer, FB_RUN_LINK, NULL);
  assert_text (self, "p|Die Stadt! Monheim\np|am Rhein");

  choose (self, 11, 21);
  fb_prose_toggle_mark (self->buffer, FB_RUN_EMPHASIS);
  g_assert_cmpuint (fb_prose_get_marks (self->buffer), ==, 1u << FB_RUN_EMPHASIS);
  fb_prose_toggle_mark (self->buffer, FB_RUN_SUPERSCRIPT);
  fb_prose_toggle_mark (self->buffer, FB_RUN_SUBSCRIPT);
  assert_text (self, "p|Die Stadt! <i_:Monheim>\np|<i_:am> Rhein");
  fb_prose_set_language (self->buffer, "tr");
  assert_text (self, "p|Die Stadt! <i_:{tr:Monheim}>\np|<i_:{tr:am}> Rhein");
  fb_prose_clear (self->buffer);
  assert_text (self, "p|Die Stadt! Monheim\np|am Rhein");
  place (self, 0);
  fb_prose_set_language (self->buffer, "en");
  assert_text (self, "p@en|Die Stadt! Monheim\np|am Rhein");
  g_assert_cmpstr (fb_prose_get_language (self->buffer), ==, "en");
}

static void
test_objects (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (FbText) note = fb_text_new_plain ("Siehe dort.");
  g_autoptr (FbText) other = fb_text_new_plain ("Siehe hier.");
  FbProseAnchor *anchor;
  GtkTextIter iter;

  set_words (self, "ab");
  place (self, 1);
  anchor = fb_prose_insert_note (self->buffer);
  fb_prose_set_note (self->buffer, anchor, note);
  fb_prose_insert_reference (self->buffer, "c-intro1");
  assert_text (self, "p|a(note Siehe dort.)(ref c-intro1)b");
  type (self, "x");
  fb_prose_set_note (self->buffer, anchor, other);
  assert_text (self, "p|a(note Siehe hier.)(ref c-intro1)xb");

  /* A footnote that says something else stays the same place. */
  fb_document_undo (self->document);
  assert_text (self, "p|a(note Siehe dort.)(ref c-intro1)xb");
  g_assert_true (fb_prose_anchor_get_iter (anchor, GTK_TEXT_BUFFER (self->buffer), &iter));

  gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (self->buffer));
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (self->buffer), "neu \xef\xbf\xbc", -1);
  gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (self->buffer));
  assert_text (self, "p|neu ");
  fb_document_undo (self->document);
  assert_text (self, "p|a(note Siehe dort.)(ref c-intro1)xb");
}

static void
test_pieces (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();
  g_autoptr (FbText) line = fb_text_new_plain ("neu");
  g_autoptr (FbText) list = NULL;
  g_autoptr (FbText) copied = NULL;
  g_autofree char *found = NULL;

  fb_text_builder_paragraph (builder, FB_PARAGRAPH_ITEM, 1, FB_LIST_DECIMAL, 0, NULL);
  fb_text_builder_append (builder, "eins", -1);
  fb_text_builder_paragraph (builder, FB_PARAGRAPH_ITEM, 2, FB_LIST_BULLET, 0, NULL);
  fb_text_builder_append (builder, "zwei", -1);
  list = fb_text_builder_end (builder);

  set_words (self, "ab\ncd\n");
  choose (self, 1, 4);
  fb_prose_insert_text (self->buffer, line);
  assert_text (self, "p|aneud\np|");
  g_assert_cmpint (caret (self), ==, 4);
  place (self, 4);
  fb_prose_insert_text (self->buffer, list);
  assert_text (self, "p|aneueins\ni2*|zweid\np|");
  g_assert_cmpint (caret (self), ==, 13);
  place (self, 15);
  fb_prose_insert_text (self->buffer, list);
  assert_text (self, "p|aneueins\ni2*|zweid\ni11|eins\ni2*|zwei");

  choose (self, 6, 19);
  copied = fb_prose_get_selection (self->buffer);
  found = fb_text_dump (copied);
  g_assert_cmpstr (found, ==, "p|ns\ni2*|zweid\ni11|eins");

  /* Plain paragraphs put into a list become items. */
  choose (self, 20, 24);
  g_clear_pointer (&copied, fb_text_unref);
  copied = fb_text_new_plain ("x\ny");
  fb_prose_insert_text (self->buffer, copied);
  assert_text (self, "p|aneueins\ni2*|zweid\ni11|eins\ni2*|x\ni2*|y");
}

static void
test_deletion (Fixture      *self,
               gconstpointer data)
{
  GtkTextIter start, end;

  set_words (self, "eins\n\nzwei");
  place (self, 6);
  fb_prose_set_list (self->buffer, TRUE, FB_LIST_LETTER);
  assert_text (self, "p|eins\np|\ni1a|zwei");
  /* An empty paragraph that goes does not take the list with it. */
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self->buffer), &start, 5);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self->buffer), &end, 6);
  gtk_text_buffer_delete (GTK_TEXT_BUFFER (self->buffer), &start, &end);
  assert_text (self, "p|eins\ni1a|zwei");
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self->buffer), &start, 2);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self->buffer), &end, 7);
  gtk_text_buffer_delete (GTK_TEXT_BUFFER (self->buffer), &start, &end);
  assert_text (self, "p|eiei");
}

static void
test_outside_change (Fixture      *self,
                     gconstpointer data)
{
  set_words (self, "eins\nzwei\ndrei");
  place (self, 11);
  set_words (self, "EINS\nzwei\nDREI");
  assert_text (self, "p|EINS\np|zwei\np|DREI");
  set_words (self, "davor\neins\nzwei\ndrei");
  place (self, 17);
  set_words (self, "eins\nzwei\ndrei");
  g_assert_cmpint (caret (self), ==, 11);

  /* Undo goes to where it undoes something. */
  type (self, "?");
  place (self, 0);
  fb_document_undo (self->document);
  assert_text (self, "p|eins\np|zwei\np|drei");
  g_assert_cmpint (caret (self), ==, 11);

  fb_prose_buffer_bind (self->buffer, NULL, NULL, NULL);
  g_assert_cmpint (gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (self->buffer)), ==, 0);
  fb_prose_buffer_bind (self->buffer, self->document, self->node, fb_kind_get_property (FB_KIND_CHAPTER, "text"));
  check (self);
}

/* Random edits */

static const char *const snippets[] = {
  "a", "ß", "Wort ", "\n", "\n\n", "x\ny", "„…“", "\xe2\x80\xa8", "- ", "\xef\xbf\xbc", "z\r\nz\xe2\x80\xa9", "😀", " ",
};

static void
random_place (Fixture *self)
{
  int n = gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (self->buffer));
  int a = g_test_rand_int_range (0, n + 1);

  if (g_test_rand_int_range (0, 3) > 0)
    place (self, a);
  else
    choose (self, a, g_test_rand_int_range (0, n + 1));
}

static FbText *
random_piece (void)
{
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();

  for (int i = g_test_rand_int_range (0, 4); i >= 0; i--)
    {
      g_autoptr (FbText) note = fb_text_new_plain ("Fußnote");

      fb_text_builder_paragraph (builder, g_test_rand_int_range (0, 3), (guint) g_test_rand_int_range (0, 5),
                                 g_test_rand_int_range (0, 4), (guint) g_test_rand_int_range (0, 3),
                                 g_test_rand_bit () ? "en" : NULL);
      fb_text_builder_push (builder, g_test_rand_int_range (0, FB_RUN_LINK), NULL);
      fb_text_builder_append (builder, snippets[g_test_rand_int_range (0, G_N_ELEMENTS (snippets))], -1);
      fb_text_builder_push (builder, FB_RUN_LINK, g_test_rand_bit () ? "#a" : "#b");
      if (g_test_rand_bit ())
        fb_text_builder_note (builder, note);
      else
        fb_text_builder_reference (builder, "c-intro1");
      if (g_test_rand_bit ())
        fb_text_builder_pop (builder);
      fb_text_builder_pop (builder);
      fb_text_builder_append (builder, "Ende", -1);
    }
  return fb_text_builder_end (builder);
}

static void
random_step (Fixture *self)
{
  g_autoptr (FbText) piece = NULL;
  GtkTextIter start, end;

  random_place (self);
  switch (g_test_rand_int_range (0, 20))
    {
    case 0:
      fb_prose_toggle_mark (self->buffer, g_test_rand_int_range (0, FB_RUN_LINK));
      break;
    case 1:
      fb_prose_set_list (self->buffer, g_test_rand_int_range (0, 4) > 0, g_test_rand_int_range (0, 4));
      break;
    case 2:
    case 3:
      fb_prose_shift (self->buffer, g_test_rand_bit () ? 1 : -1);
      break;
    case 4:
      fb_prose_break (self->buffer, g_test_rand_bit ());
      break;
    case 5:
      piece = random_piece ();
      fb_prose_insert_text (self->buffer, piece);
      break;
    case 6:
      fb_prose_set_run (self->buffer, FB_RUN_LINK, g_test_rand_bit () ? "#a" : NULL);
      break;
    case 7:
      fb_prose_set_language (self->buffer, g_test_rand_bit () ? "en" : NULL);
      break;
    case 8:
      fb_prose_insert_reference (self->buffer, "c-intro1");
      break;
    case 9:
      fb_prose_insert_note (self->buffer);
      break;
    case 10:
      fb_prose_clear (self->buffer);
      break;
    case 11:
      fb_prose_set_number (self->buffer, (guint) g_test_rand_int_range (0, 4));
      break;
    case 12:
    case 13:
    case 14:
      gtk_text_buffer_delete_selection (GTK_TEXT_BUFFER (self->buffer), TRUE, TRUE);
      break;
    case 15:
      gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end);
      gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self->buffer), &end);
      gtk_text_buffer_backspace (GTK_TEXT_BUFFER (self->buffer), &end, TRUE, TRUE);
      break;
    case 16:
      piece = random_piece ();
      {
        g_autoptr (FbValue) value = fb_value_new_rich (piece);

        fb_document_set (self->document, self->node, fb_prose_buffer_get_property (self->buffer), value);
      }
      break;
    default:
      type (self, snippets[g_test_rand_int_range (0, G_N_ELEMENTS (snippets))]);
      break;
    }
}

static void
test_random (Fixture      *self,
             gconstpointer data)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      for (guint i = 0; i < N_STEPS; i++)
        {
          if (g_test_rand_int_range (0, 8) == 0)
            fb_document_undo (self->document);
          else if (g_test_rand_int_range (0, 12) == 0)
            fb_document_redo (self->document);
          else
            random_step (self);
          check (self);
        }
      for (guint i = 0; i < N_STEPS / 2 && fb_document_can_undo (self->document); i++)
        {
          fb_document_undo (self->document);
          check (self);
        }
      while (fb_document_can_redo (self->document))
        {
          fb_document_redo (self->document);
          check (self);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  fb_ui_test_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/prose-buffer/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("typing", test_typing);
  ADD ("merging", test_merging);
  ADD ("lists", test_lists);
  ADD ("autoformat", test_autoformat);
  ADD ("runs", test_runs);
  ADD ("objects", test_objects);
  ADD ("pieces", test_pieces);
  ADD ("deletion", test_deletion);
  ADD ("outside-change", test_outside_change);
  ADD ("random", test_random);
#undef ADD
  return g_test_run ();
}
