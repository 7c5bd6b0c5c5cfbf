/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "concept/fb-document.h"

/* A table of steps on one title: what is done, and what the title and the number of undo steps are afterwards. */
typedef enum
{
  SET,
  SEAL,
  BEGIN,
  END,
  SAVE,
  UNDO,
  REDO,
} Action;

typedef struct
{
  Action action;
  const char *words;
  const char *expected; /* NULL: empty */
  guint undos;
  gboolean modified;
} Step;

static guint
count_undos (FbDocument *document)
{
  guint n = 0;

  while (fb_document_can_undo (document))
    {
      fb_document_undo (document);
      n++;
    }
  for (guint i = 0; i < n; i++)
    fb_document_redo (document);
  return n;
}

static void
run_steps (const Step *steps,
           guint       n_steps,
           gboolean    count)
{
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, NULL);
  g_autoptr (FbDocument) document = fb_document_new (root);

  for (guint i = 0; i < n_steps; i++)
    {
      switch (steps[i].action)
        {
        case SET:
          fb_document_set_words (document, root, "title", steps[i].words);
          break;
        case SEAL:
          fb_document_seal (document);
          break;
        case BEGIN:
          fb_document_begin (document, steps[i].words);
          break;
        case END:
          fb_document_end (document);
          break;
        case SAVE:
          fb_document_mark_saved (document);
          break;
        case UNDO:
          fb_document_undo (document);
          break;
        case REDO:
        default:
          fb_document_redo (document);
        }
      g_assert_cmpstr (fb_node_get_title (root), ==, steps[i].expected);
      g_assert_cmpint (fb_document_get_modified (document), ==, steps[i].modified);
      if (count && i == n_steps - 1)
        g_assert_cmpuint (count_undos (document), ==, steps[i].undos);
    }
}

static void
test_typing_merges (void)
{
  const Step steps[] = {
    { SET, "a", "a", 0, TRUE },     { SET, "ab", "ab", 0, TRUE }, { SET, "abä", "abä", 0, TRUE },
    { SET, "abäö", "abäö", 1, TRUE },
  };

  run_steps (steps, G_N_ELEMENTS (steps), TRUE);
}

static void
test_direction_ends (void)
{
  const Step steps[] = {
    { SET, "a", "a", 0, TRUE },   { SET, "ab", "ab", 0, TRUE }, { SET, "a", "a", 0, TRUE },
    { SET, NULL, NULL, 2, TRUE },
  };

  run_steps (steps, G_N_ELEMENTS (steps), TRUE);
}

static void
test_paste_ends (void)
{
  const Step steps[] = {
    { SET, "a", "a", 0, TRUE },
    { SET, "a eingefügter Satz", "a eingefügter Satz", 0, TRUE },
    { SET, "a eingefügter Satz!", "a eingefügter Satz!", 3, TRUE },
  };

  run_steps (steps, G_N_ELEMENTS (steps), TRUE);
}

static void
test_elsewhere_ends (void)
{
  const Step steps[] = {
    { SET, "Ein langer Titel", "Ein langer Titel", 0, TRUE },
    { SET, "Ein langer Titelx", "Ein langer Titelx", 0, TRUE },
    { SET, "yEin langer Titelx", "yEin langer Titelx", 3, TRUE },
  };

  run_steps (steps, G_N_ELEMENTS (steps), TRUE);
}

static void
test_line_ends (void)
{
  const Step steps[] = {
    { SET, "a", "a", 0, TRUE },
    { SET, "a\n", "a\n", 0, TRUE },
    { SET, "a\nb", "a\nb", 3, TRUE },
  };

  run_steps (steps, G_N_ELEMENTS (steps), TRUE);
}

static void
test_seal_ends (void)
{
  const Step steps[] = {
    { SET, "a", "a", 0, TRUE }, { SEAL, NULL, "a", 0, TRUE }, { SET, "ab", "ab", 2, TRUE },
  };

  run_steps (steps, G_N_ELEMENTS (steps), TRUE);
}

static void
test_noops (void)
{
  const Step steps[] = {
    { SET, NULL, NULL, 0, FALSE },
    { BEGIN, "group", NULL, 0, FALSE },
    { END, NULL, NULL, 0, FALSE },
    { UNDO, NULL, NULL, 0, FALSE },
    { REDO, NULL, NULL, 0, FALSE },
  };

  run_steps (steps, G_N_ELEMENTS (steps), TRUE);
}

static void
test_saved_state (void)
{
  const Step steps[] = {
    { SET, "a", "a", 0, TRUE },     { SAVE, NULL, "a", 0, FALSE },  { SET, "ab", "ab", 0, TRUE },
    { UNDO, NULL, "a", 0, FALSE },  { UNDO, NULL, NULL, 0, TRUE },  { REDO, NULL, "a", 0, FALSE },
    { UNDO, NULL, NULL, 0, TRUE },  { SET, "b", "b", 0, TRUE },     { UNDO, NULL, NULL, 0, TRUE },
    { REDO, NULL, "b", 0, TRUE },
  };

  run_steps (steps, G_N_ELEMENTS (steps), FALSE);
}

static void
test_groups (void)
{
  const Step steps[] = {
    { BEGIN, "outer", NULL, 0, FALSE }, { SET, "a", "a", 0, TRUE },     { BEGIN, "inner", "a", 0, TRUE },
    { SET, "b", "b", 0, TRUE },         { END, NULL, "b", 0, TRUE },    { END, NULL, "b", 0, TRUE },
    { SET, "bc", "bc", 0, TRUE },       { UNDO, NULL, "b", 0, TRUE },   { UNDO, NULL, NULL, 0, FALSE },
    { REDO, NULL, "b", 0, TRUE },
  };

  run_steps (steps, G_N_ELEMENTS (steps), FALSE);
}

static void
test_labels (void)
{
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, NULL);
  g_autoptr (FbDocument) document = fb_document_new (root);
  g_autoptr (FbNode) chapter = fb_document_create_node (document, FB_KIND_CHAPTER);

  fb_document_insert_one (document, root, 0, chapter, NULL);
  g_assert_cmpstr (fb_document_get_undo_label (document), ==, "Add Chapter");
  fb_document_begin (document, "outer");
  fb_document_begin (document, "inner");
  fb_document_set_words (document, chapter, "title", "a");
  fb_document_end (document);
  fb_document_end (document);
  g_assert_cmpstr (fb_document_get_undo_label (document), ==, "outer");
  fb_document_undo (document);
  g_assert_cmpstr (fb_document_get_redo_label (document), ==, "outer");
  g_assert_cmpstr (fb_document_get_undo_label (document), ==, "Add Chapter");
}

static void
notify_cb (GObject    *object,
           GParamSpec *pspec,
           guint      *count)
{
  (*count)++;
}

static void
test_notify (void)
{
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, NULL);
  g_autoptr (FbDocument) document = fb_document_new (root);
  guint count = 0;

  g_signal_connect (document, "notify::modified", G_CALLBACK (notify_cb), &count);
  fb_document_set_words (document, root, "title", "a");
  fb_document_set_words (document, root, "title", "ab");
  g_assert_cmpuint (count, ==, 1);
  fb_document_undo (document);
  g_assert_cmpuint (count, ==, 2);
  fb_document_undo (document);
  g_assert_cmpuint (count, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/history/typing-merges", test_typing_merges);
  g_test_add_func ("/history/direction-ends", test_direction_ends);
  g_test_add_func ("/history/paste-ends", test_paste_ends);
  g_test_add_func ("/history/elsewhere-ends", test_elsewhere_ends);
  g_test_add_func ("/history/line-ends", test_line_ends);
  g_test_add_func ("/history/seal-ends", test_seal_ends);
  g_test_add_func ("/history/noops", test_noops);
  g_test_add_func ("/history/saved-state", test_saved_state);
  g_test_add_func ("/history/groups", test_groups);
  g_test_add_func ("/history/labels", test_labels);
  g_test_add_func ("/history/notify", test_notify);

  return g_test_run ();
}
