/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "concept/fb-search.h"

typedef struct
{
  FbDocument *document;
  FbNode *root;
  FbNode *chapter;
  FbNode *other;
} Fixture;

static FbNode *
add (FbNode     *parent,
     FbKind      kind,
     const char *id,
     const char *title)
{
  g_autoptr (FbNode) node = fb_node_new (kind, id);

  fb_node_build_words (node, "title", title);
  fb_node_build_child (parent, node);

  return node;
}

static void
set_text (FbNode *node,
          FbText *text)
{
  g_autoptr (FbValue) value = fb_value_new_rich (text);

  fb_node_build_value (node, fb_kind_get_property (fb_node_get_kind (node), "text"), value);
}

/* “Das <strong>Ehrenamt</strong> zählt.[Ehrenamt im Fuß]” and a second paragraph. */
static FbText *
make_text (void)
{
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();
  g_autoptr (FbText) note = fb_text_new_plain ("Ehrenamt im Fuß");

  fb_text_builder_paragraph (builder, FB_PARAGRAPH_PLAIN, 0, FB_LIST_BULLET, 0, NULL);
  fb_text_builder_append (builder, "Das ", -1);
  fb_text_builder_push (builder, FB_RUN_STRONG, NULL);
  fb_text_builder_append (builder, "Ehrenamt", -1);
  fb_text_builder_pop (builder);
  fb_text_builder_append (builder, " zählt.", -1);
  fb_text_builder_note (builder, note);
  fb_text_builder_paragraph (builder, FB_PARAGRAPH_ITEM, 1, FB_LIST_BULLET, 0, NULL);
  fb_text_builder_append (builder, "Ehrenamtsbörse und EHRENAMT", -1);

  return fb_text_builder_end (builder);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, "k-aaaaaa");
  g_autoptr (FbText) text = make_text ();
  FbNode *measures;
  FbNode *measure;

  fb_node_build_words (root, "title", "Konzept Ehrenamt");
  fixture->chapter = add (root, FB_KIND_CHAPTER, "c-aaaaaa", "Einführung");
  set_text (fixture->chapter, text);
  fixture->other = add (root, FB_KIND_CHAPTER, "c-bbbbbb",
                        "U\xcc\x88"
                        "bersicht"); /* decomposed */
  measures = add (fixture->other, FB_KIND_MEASURES, "t-aaaaaa", "Ehrenamt: Maßnahmen");
  measure = add (measures, FB_KIND_MEASURE, "m-aaaaaa",
                 "Ehren\xc2\xad"
                 "amt stärken"); /* soft hyphen */
  fb_node_build_words (measure, "responsible", "51,\n32, Ehrenamt GmbH, 3251");
  fixture->document = fb_document_new (root);
  fixture->root = fb_document_get_root (fixture->document);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->document);
}

static void
assert_hits (Fixture       *fixture,
             const char    *words,
             FbSearchFlags  flags,
             FbNode        *branch,
             const char    *expected)
{
  g_autoptr (GPtrArray) hits = fb_search_run (fixture->document, words, flags, branch);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      FbSearchHit *hit = g_ptr_array_index (hits, i);

      g_assert_true (fb_search_hit_is_current (hit));
      g_string_append_printf (found, "%s%s %s", i > 0 ? "; " : "", fb_node_get_id (hit->node), hit->property->name);
      if (hit->note > 0)
        g_string_append_printf (found, "/%u", hit->note);
      g_string_append_printf (found, " %u-%u", hit->start, hit->end);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_run (Fixture       *fixture,
          gconstpointer  data)
{
  assert_hits (fixture, "ehrenamt", FB_SEARCH_NONE, NULL,
               "k-aaaaaa title 8-16; c-aaaaaa text 4-12; c-aaaaaa text 24-32; c-aaaaaa text 44-52; "
               "c-aaaaaa text/1 0-8; t-aaaaaa title 0-8; m-aaaaaa title 0-10; m-aaaaaa responsible 8-16");
  assert_hits (fixture, "EHRENAMT", FB_SEARCH_MATCH_CASE, NULL, "c-aaaaaa text 44-52");
  assert_hits (fixture, "ehrenamt", FB_SEARCH_WHOLE_WORDS, fixture->chapter,
               "c-aaaaaa text 4-12; c-aaaaaa text 44-52; c-aaaaaa text/1 0-8");
  assert_hits (fixture, "ehrenamt", FB_SEARCH_NONE, fixture->other,
               "t-aaaaaa title 0-8; m-aaaaaa title 0-10; m-aaaaaa responsible 8-16");
  assert_hits (fixture, "51", FB_SEARCH_WHOLE_WORDS, NULL, "m-aaaaaa responsible 0-2");
  assert_hits (fixture, "51", FB_SEARCH_NONE, NULL, "m-aaaaaa responsible 0-2; m-aaaaaa responsible 25-27");
}

static void
test_letters (Fixture       *fixture,
              gconstpointer  data)
{
  /* Composed finds decomposed and the other way round, but a letter is not found in its umlaut. */
  assert_hits (fixture, "Übersicht", FB_SEARCH_NONE, NULL, "c-bbbbbb title 0-11");
  assert_hits (fixture,
               "u\xcc\x88"
               "ber",
               FB_SEARCH_NONE, NULL, "c-bbbbbb title 0-6");
  assert_hits (fixture, "ubersicht", FB_SEARCH_NONE, NULL, "");
  assert_hits (fixture, "einfuhr", FB_SEARCH_NONE, NULL, "");
  assert_hits (fixture, "EINFÜHR", FB_SEARCH_NONE, NULL, "c-aaaaaa title 0-8");
  assert_hits (fixture, "MASSNAHMEN", FB_SEARCH_NONE, NULL, "");
  assert_hits (fixture, "Maßnahmen", FB_SEARCH_NONE, NULL, "t-aaaaaa title 10-20");

  /* Spaces are spaces; nothing and what is nothing find nothing; a footnote's mark is passed over. */
  assert_hits (fixture,
               "im\xc2\xa0"
               "Fuß",
               FB_SEARCH_NONE, NULL, "c-aaaaaa text/1 9-16");
  assert_hits (fixture, "", FB_SEARCH_NONE, NULL, "");
  assert_hits (fixture, "\xc2\xad", FB_SEARCH_NONE, NULL, "");
  assert_hits (fixture, FB_TEXT_OBJECT "zählt", FB_SEARCH_NONE, NULL, "c-aaaaaa text 13-19");
  assert_hits (fixture, "32, Ehrenamt", FB_SEARCH_NONE, NULL, "m-aaaaaa responsible 4-16");
  assert_hits (fixture, "51,\n32", FB_SEARCH_NONE, NULL, "");
}

static void
test_repeated (Fixture       *fixture,
               gconstpointer  data)
{
  fb_document_set_words (fixture->document, fixture->chapter, "title", "aaaaa");
  assert_hits (fixture, "aa", FB_SEARCH_NONE, fixture->chapter, "c-aaaaaa title 0-2; c-aaaaaa title 2-4");
}

static void
test_snippet (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) hits = fb_search_run (fixture->document, "zählt", FB_SEARCH_NONE, NULL);
  g_autofree char *snippet = NULL;
  g_autofree char *found = NULL;
  guint start;
  guint end;

  g_assert_cmpuint (hits->len, ==, 1);
  snippet = fb_search_hit_dup_snippet (g_ptr_array_index (hits, 0), &start, &end);
  g_assert_cmpstr (snippet, ==, "Das Ehrenamt zählt. Ehrenamtsbörse und EHRENAMT");
  found = g_strndup (snippet + start, end - start);
  g_assert_cmpstr (found, ==, "zählt");
}

static void
test_long_snippet (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *before = g_strnfill (100, '<');
  g_autofree char *behind = g_strnfill (100, '>');
  g_autofree char *words = g_strconcat (before, "hier", behind, NULL);
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *snippet = NULL;
  guint start;
  guint end;

  fb_document_set_words (fixture->document, fixture->root, "subtitle", words);
  hits = fb_search_run (fixture->document, "hier", FB_SEARCH_NONE, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
  snippet = fb_search_hit_dup_snippet (g_ptr_array_index (hits, 0), &start, &end);
  g_assert_true (g_str_has_prefix (snippet, "…<<"));
  g_assert_true (g_str_has_suffix (snippet, ">>…"));
  g_assert_cmpint (g_utf8_strlen (snippet, -1), ==, 1 + 32 + 4 + 64 + 1);
  g_assert_cmpuint (end - start, ==, 4);
}

static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) hits = fb_search_run (fixture->document, "ehrenamt", FB_SEARCH_NONE, fixture->chapter);
  g_autofree char *words = NULL;
  FbText *text;
  guint start;
  guint end;

  /* The word keeps its emphasis, and hits in what was changed are stale. */
  g_assert_true (fb_search_replace (fixture->document, g_ptr_array_index (hits, 0), "Engagement"));
  text = fb_node_get_text (fixture->chapter, "text");
  words = fb_text_to_words (text);
  g_assert_cmpstr (words, ==, "Das Engagement zählt.\nEhrenamtsbörse und EHRENAMT");
  g_assert_cmpuint (fb_text_get_run (text, 0)->start, ==, 4);
  g_assert_cmpuint (fb_text_get_run (text, 0)->end, ==, 14);
  g_assert_false (fb_search_replace (fixture->document, g_ptr_array_index (hits, 1), "x"));
  g_assert_cmpstr (fb_document_get_undo_label (fixture->document), ==, "Replace “Ehrenamt” by “Engagement”");

  /* A hit in a footnote is shown at its mark. */
  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = fb_search_run (fixture->document, "im fuß", FB_SEARCH_NONE, fixture->chapter);
  g_assert_cmpuint (hits->len, ==, 1);
  fb_search_hit_get_place (g_ptr_array_index (hits, 0), &start, &end);
  g_assert_cmpuint (start, ==, 22);
  g_assert_cmpuint (end, ==, 25);
  g_assert_true (fb_search_replace (fixture->document, g_ptr_array_index (hits, 0), "unten"));
  assert_hits (fixture, "Ehrenamt unten", FB_SEARCH_NONE, NULL, "c-aaaaaa text/1 0-14");

  fb_document_undo (fixture->document);
  fb_document_undo (fixture->document);
  g_assert_false (fb_document_can_undo (fixture->document));
  assert_hits (fixture, "Engagement", FB_SEARCH_NONE, NULL, "");
}

static void
test_replace_all (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *words = NULL;

  g_assert_cmpuint (fb_search_replace_all (fixture->document, "ehrenamt", FB_SEARCH_NONE, NULL, "Amt in Ehren"), ==, 8);
  assert_hits (fixture, "ehrenamt", FB_SEARCH_NONE, NULL, "");
  words = fb_text_to_words (fb_node_get_text (fixture->chapter, "text"));
  g_assert_cmpstr (words, ==, "Das Amt in Ehren zählt.\nAmt in Ehrensbörse und Amt in Ehren");
  assert_hits (fixture, "Amt in Ehren im Fuß", FB_SEARCH_NONE, NULL, "c-aaaaaa text/1 0-20");
  g_assert_cmpstr (fb_node_get_title (fixture->root), ==, "Konzept Amt in Ehren");

  /* One step back brings all of it back, with form and soft hyphens. */
  fb_document_undo (fixture->document);
  g_assert_false (fb_document_can_undo (fixture->document));
  test_run (fixture, data);

  fb_document_redo (fixture->document);
  assert_hits (fixture, "ehrenamt", FB_SEARCH_NONE, NULL, "");
}

static void
test_replace_none (Fixture       *fixture,
                   gconstpointer  data)
{
  g_assert_cmpuint (fb_search_replace_all (fixture->document, "Nirgends", FB_SEARCH_NONE, NULL, "x"), ==, 0);
  g_assert_cmpuint (fb_search_replace_all (fixture->document, "", FB_SEARCH_NONE, NULL, "x"), ==, 0);
  g_assert_false (fb_document_can_undo (fixture->document));

  /* Deleting the only words of a value leaves it empty. */
  g_assert_cmpuint (fb_search_replace_all (fixture->document, "Einführung", FB_SEARCH_NONE, NULL, ""), ==, 1);
  g_assert_null (fb_node_get (fixture->chapter, "title"));
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*function) (Fixture *, gconstpointer);
  } tests[] = {
    { "/search/run", test_run },
    { "/search/letters", test_letters },
    { "/search/repeated", test_repeated },
    { "/search/snippet", test_snippet },
    { "/search/long-snippet", test_long_snippet },
    { "/search/replace", test_replace },
    { "/search/replace-all", test_replace_all },
    { "/search/replace-none", test_replace_none },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].function, tear_down);

  return g_test_run ();
}
