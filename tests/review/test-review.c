/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <string.h>

#include "review/fb-review.h"
#include "review/fb-waivers.h"
#include "store/fb-reader.h"
#include "store/fb-resources.h"

/* Words that make rules speak, and some that do not. */
static const char *const vocabulary[] = {
  "Handlungsfeld 2.2",
  "im Handlungsfeld 2: Arbeit",
  "Kapitel 4.1",
  "vier Handlungsfelder",
  "Das Konzept umfasst insgesamt 3 Maßnahmen",
  "Bürgerinnen und Bürger",
  "Multiplikator/innen",
  "Lehrer:innen",
  "„Vielfalt“",
  "\"Beirat\"",
  "statt (so) statt",
  "zwei  Leerzeichen",
  "Klammer (auf",
  "Klammer zu)",
  "und für die",
  "Grundlagen:",
  "2.1 Sprache",
  "Integrationskonzept@stadt.de",
  "Integrationskozept@stadt.de",
  "Montag, 30. Juni 2017",
  "51",
  "51, AWO",
  "Ehrenamtsbörse",
  "Ehrenamtbörse, 51",
  "2016",
  "2014 bis 2017",
  "ab 2018",
  "keine",
  "noch offen",
  "50.000 €",
  "80.000 €",
  "BS 4",
  "BS 4.1",
  "1",
  "05.07.2016",
  "22.03.2016",
  "Ein Satz.",
};

static const char *
any_words (GRand *rand)
{
  return vocabulary[g_rand_int_range (rand, 0, G_N_ELEMENTS (vocabulary))];
}

static GPtrArray *
all_nodes (FbDocument *document)
{
  FbNode *root = fb_document_get_root (document);
  GPtrArray *nodes = g_ptr_array_new ();

  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    g_ptr_array_add (nodes, node);
  return nodes;
}

static FbNode *
any_node (FbDocument *document, GRand *rand)
{
  g_autoptr (GPtrArray) nodes = all_nodes (document);

  return nodes->pdata[g_rand_int_range (rand, 0, nodes->len)];
}

static FbValue *
any_value (FbDocument *document, GRand *rand, const FbProperty *property)
{
  const char *ids[]
      = { fb_node_get_id (any_node (document, rand)), g_rand_int_range (rand, 0, 3) == 0 ? "m-nirgends" : NULL, NULL };
  guint n = 0;

  if (g_rand_int_range (rand, 0, 6) == 0)
    return NULL;

  switch (property->type)
    {
      case FB_VALUE_RICH: {
        g_autofree char *words = g_strjoin ("\n", any_words (rand), any_words (rand), NULL);
        g_autoptr (FbText) text = fb_text_new_plain (words);

        return fb_value_new_rich (text);
      }
    case FB_VALUE_WORDS:
      return fb_value_new_words (any_words (rand));
    case FB_VALUE_CHOICE:
      while (property->choices[n].name != NULL)
        n++;
      return fb_value_new_choice (property->choices[g_rand_int_range (rand, 0, n)].name);
    case FB_VALUE_REFS:
      return fb_value_new_refs (ids);
    case FB_VALUE_FLAG:
      return fb_value_new_flag (TRUE);
    case FB_VALUE_LANGUAGE:
    case FB_VALUE_IMAGE:
    default:
      return NULL;
    }
}

static void
set_something (FbDocument *document, GRand *rand)
{
  FbNode *node = any_node (document, rand);
  guint n = 0;

  while (fb_node_get_info (node)->properties[n].name != NULL)
    n++;
  {
    const FbProperty *property = &fb_node_get_info (node)->properties[g_rand_int_range (rand, 0, n)];
    g_autoptr (FbValue) value = any_value (document, rand, property);

    fb_document_set (document, node, property, value);
  }
}

static void
insert_something (FbDocument *document, GRand *rand)
{
  FbNode *parent = any_node (document, rand);
  FbKind kind = g_rand_int_range (rand, 0, FB_N_KINDS);
  g_autoptr (FbNode) node = NULL;

  if (!fb_document_can_insert (document, parent, kind))
    return;

  node = fb_document_create_node (document, kind);
  for (const FbProperty *property = fb_node_get_info (node)->properties; property->name != NULL; property++)
    {
      g_autoptr (FbValue) value = g_rand_boolean (rand) ? any_value (document, rand, property) : NULL;

      if (value != NULL)
        fb_node_build_value (node, property, value);
    }
  fb_document_insert_one (document, parent, g_rand_int_range (rand, 0, fb_node_get_n_children (parent) + 1), node,
                          NULL);
}

static void
remove_something (FbDocument *document, GRand *rand)
{
  FbNode *node = any_node (document, rand);

  if (fb_node_get_parent (node) != NULL && g_rand_int_range (rand, 0, 3) == 0)
    fb_document_remove_one (document, node);
}

static void
move_something (FbDocument *document, GRand *rand)
{
  FbNode *node = any_node (document, rand);
  FbNode *to = any_node (document, rand);
  guint n_children = fb_node_get_n_children (to);

  if (fb_node_get_parent (node) == NULL || !fb_document_can_move (document, node, to))
    return;
  if (fb_node_get_parent (node) == to)
    n_children--;
  fb_document_move (document, fb_node_get_parent (node), fb_node_get_index (node), 1, to,
                    g_rand_int_range (rand, 0, n_children + 1), NULL);
}

static void
set_aside_something (FbDocument *document, GRand *rand, FbReview *review)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (review));
  g_autoptr (FbFinding) finding
      = n > 0 ? g_list_model_get_item (G_LIST_MODEL (review), g_rand_int_range (rand, 0, n)) : NULL;

  if (finding != NULL && fb_document_lookup (document, fb_node_get_id (fb_finding_get_node (finding))) != NULL)
    fb_waivers_add (document, finding, "Weil wir es so wollen");
}

static void
repair_something (FbDocument *document, FbReview *review)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (review)); i++)
    {
      g_autoptr (FbFinding) finding = g_list_model_get_item (G_LIST_MODEL (review), i);

      if (fb_document_lookup (document, fb_node_get_id (fb_finding_get_node (finding))) != NULL
          && fb_finding_can_repair (finding))
        {
          g_assert_true (fb_finding_repair (finding, document));
          return;
        }
    }
}

static void
edit (FbDocument *document, GRand *rand, FbReview *review)
{
  int what = g_rand_int_range (rand, 0, 100);

  if (what < 50)
    set_something (document, rand);
  else if (what < 65)
    insert_something (document, rand);
  else if (what < 72)
    remove_something (document, rand);
  else if (what < 80)
    move_something (document, rand);
  else if (what < 88)
    fb_document_undo (document);
  else if (what < 92)
    fb_document_redo (document);
  else if (what < 96)
    set_aside_something (document, rand, review);
  else
    repair_something (document, review);
}

static void
append_finding (GString *string, FbFinding *finding)
{
  const FbProperty *property = fb_finding_get_property (finding);
  guint start, end;

  fb_finding_get_range (finding, &start, &end);
  g_string_append_printf (string, "%s %s %s %u-%u %s\n", fb_finding_get_rule (finding)->id,
                          fb_node_get_id (fb_finding_get_node (finding)), property != NULL ? property->name : "", start,
                          end, fb_finding_get_message (finding));
}

static char *
describe (FbReview *review)
{
  GString *string = g_string_new (NULL);
  GPtrArray *set_aside = fb_review_get_set_aside (review);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (review)); i++)
    {
      g_autoptr (FbFinding) finding = g_list_model_get_item (G_LIST_MODEL (review), i);

      append_finding (string, finding);
    }
  g_string_append (string, "set aside\n");
  for (guint i = 0; i < set_aside->len; i++)
    append_finding (string, set_aside->pdata[i]);
  return g_string_free (string, FALSE);
}

/* What a view would hold, by what the list tells. */
static void
items_changed_cb (GListModel *model, guint position, guint n_removed, guint n_added, GPtrArray *shadow)
{
  g_assert_cmpuint (position + n_removed, <=, shadow->len);
  g_assert_cmpuint (n_removed + n_added, >, 0);
  if (n_removed > 0)
    g_ptr_array_remove_range (shadow, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (shadow, position + i, g_list_model_get_item (model, position + i));
}

static void
assert_shadow (FbReview *review, GPtrArray *shadow)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (review)), ==, shadow->len);
  for (guint i = 0; i < shadow->len; i++)
    {
      g_autoptr (FbFinding) finding = g_list_model_get_item (G_LIST_MODEL (review), i);

      g_assert_true (finding == shadow->pdata[i]);
    }
}

static void
run_edits (FbDocument *document, GRand *rand, guint n_edits)
{
  g_autoptr (FbReview) review = fb_review_new (document);
  g_autoptr (GPtrArray) shadow = g_ptr_array_new_with_free_func (g_object_unref);

  g_signal_connect (review, "items-changed", G_CALLBACK (items_changed_cb), shadow);
  for (guint i = 0; i < n_edits; i++)
    {
      g_autoptr (FbReview) fresh = NULL;
      g_autofree char *found = NULL;
      g_autofree char *expected = NULL;

      for (int j = g_rand_int_range (rand, 0, 3); j >= 0; j--)
        edit (document, rand, review);
      if (g_rand_int_range (rand, 0, 10) == 0)
        fb_review_set_phase (review, g_rand_int_range (rand, 0, FB_N_PHASES));
      fb_review_flush (review);

      fresh = fb_review_new (document);
      fb_review_set_phase (fresh, fb_review_get_phase (review));
      fb_review_flush (fresh);
      found = describe (review);
      expected = describe (fresh);
      g_assert_cmpstr (found, ==, expected);
      assert_shadow (review, shadow);
    }
}

/* After any edits the list is what a review from scratch finds. */
static void
test_random_edits (gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FbDocument) document = fb_examples_open (data, &error);

      g_assert_no_error (error);
      run_edits (document, rand, 60);
    }
}

static FbDocument *
read_concept (const char *inside)
{
  g_autofree char *xml
      = g_strdup_printf ("<concept xmlns='urn:feldbuch:konzept:1' id='k-1'><title>Konzept</title>%s</concept>", inside);
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  g_autoptr (FbNode) root = fb_reader_read (bytes, "test", NULL, &error);

  g_assert_no_error (error);
  return fb_document_new (root);
}

static FbDocument *
make_big (guint n_measures)
{
  g_autoptr (GString) xml
      = g_string_new ("<chapter id='c-1'><title>Einleitung</title><text><p>Drei Worte mehr</p></text></chapter>"
                      "<measures id='t-1'><title>Maßnahmen</title>");

  for (guint i = 0; i < n_measures; i++)
    g_string_append_printf (
        xml,
        "<measure id='m-%u'><title>Maßnahme %u</title><text><p>Wir tun etwas.</p></text><period>2014</period>"
        "<cost>%u €</cost><responsible>51</responsible><step id='u-%u'><text><p>Anfangen</p></text></step></measure>",
        i, i, i, i);
  g_string_append (xml, "</measures>");
  return read_concept (xml->str);
}

/* What an edit costs does not depend on how long the document is. */
static void
test_cost_of_edit (void)
{
  guint64 costs[2];

  for (guint i = 0; i < G_N_ELEMENTS (costs); i++)
    {
      g_autoptr (FbDocument) document = make_big (i == 0 ? 5 : 500);
      g_autoptr (FbReview) review = fb_review_new (document);
      guint64 before;
      guint64 all;

      fb_review_flush (review);
      all = before = fb_review_get_n_checks (review);
      fb_document_set_words (document, fb_document_lookup (document, "m-3"), "title", "Ein anderer Titel");
      fb_review_flush (review);
      costs[i] = fb_review_get_n_checks (review) - before;
      g_assert_cmpuint (costs[i], <, 80);

      /* Also what is collected from it: nothing else is read again. */
      before = fb_review_get_n_checks (review);
      fb_document_set_words (document, fb_document_lookup (document, "m-3"), "responsible", "51, AWO");
      fb_review_flush (review);
      g_assert_cmpuint (fb_review_get_n_checks (review) - before, <, 80);
      if (i == 1)
        g_assert_cmpuint (all, >, 100 * costs[1]);

      before = fb_review_get_n_checks (review);
      fb_review_flush (review);
      g_assert_cmpuint (fb_review_get_n_checks (review), ==, before);
    }
  g_assert_cmpuint (costs[0], ==, costs[1]);
}

static FbFinding *
find (FbReview *review, const char *rule)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (review)); i++)
    {
      g_autoptr (FbFinding) finding = g_list_model_get_item (G_LIST_MODEL (review), i);

      if (g_str_equal (fb_finding_get_rule (finding)->id, rule))
        return g_steal_pointer (&finding);
    }
  return NULL;
}

static void
test_set_aside (void)
{
  g_autoptr (FbDocument) document
      = read_concept ("<chapter id='c-1'><title>A</title><text><p>zwei  Wege (hier</p></text></chapter>");
  g_autoptr (FbReview) review = fb_review_new (document);
  g_autoptr (FbFinding) finding = NULL;
  g_autoptr (GHashTable) index = NULL;
  FbNode *waiver;

  fb_review_flush (review);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (review)), ==, 2);
  finding = find (review, "brackets");
  fb_waivers_add (document, finding, "Die Klammer schließt im Bild");
  fb_review_flush (review);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (review)), ==, 1);
  g_assert_cmpuint (fb_review_get_set_aside (review)->len, ==, 1);
  g_assert_true (fb_review_get_set_aside (review)->pdata[0] == finding);
  index = fb_waivers_index (document);
  waiver = fb_waivers_find (index, finding);
  g_assert_nonnull (waiver);
  g_assert_cmpstr (fb_node_get_words (waiver, "reason"), ==, "Die Klammer schließt im Bild");

  /* One step of the history, list of waivers and all. */
  fb_document_undo (document);
  g_assert_null (fb_node_get_child_of_kind (fb_document_get_root (document), FB_KIND_WAIVERS));
  fb_review_flush (review);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (review)), ==, 2);
  g_assert_cmpuint (fb_review_get_set_aside (review)->len, ==, 0);

  fb_document_redo (document);
  g_assert_true (fb_waivers_remove (document, finding));
  g_assert_false (fb_waivers_remove (document, finding));
  fb_review_flush (review);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (review)), ==, 2);
  fb_document_undo (document);
  fb_review_flush (review);
  g_assert_cmpuint (fb_review_get_set_aside (review)->len, ==, 1);

  /* Something else at the same place is another finding. */
  fb_document_set_words (document, fb_document_lookup (document, "c-1"), "title", "Wege)");
  fb_review_flush (review);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (review)), ==, 2);
  g_assert_cmpuint (fb_review_get_set_aside (review)->len, ==, 1);
}

static void
test_repair (void)
{
  g_autoptr (FbDocument) document = read_concept (
      "<chapter id='c-1'><title>2.1 Ziele</title><text><p>zwei  <strong>Wege</strong></p></text></chapter>");
  FbNode *chapter = fb_document_lookup (document, "c-1");
  g_autoptr (FbReview) review = fb_review_new (document);
  g_autoptr (FbFinding) number = NULL;
  g_autoptr (FbFinding) spaces = NULL;
  FbText *text;

  fb_review_flush (review);
  number = find (review, "typed-number");
  spaces = find (review, "double-space");
  g_assert_true (fb_finding_can_repair (number));
  g_assert_true (fb_finding_repair (number, document));
  g_assert_cmpstr (fb_node_get_title (chapter), ==, "Ziele");
  g_assert_false (fb_finding_can_repair (number));
  g_assert_false (fb_finding_repair (number, document));

  g_assert_true (fb_finding_repair (spaces, document));
  text = fb_node_get_text (chapter, "text");
  g_assert_cmpstr (fb_text_get_buffer (text, NULL), ==, "zwei Wege");
  g_assert_cmpuint (fb_text_get_n_runs (text), ==, 1);
  g_assert_cmpuint (fb_text_get_run (text, 0)->start, ==, 5);
  fb_review_flush (review);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (review)), ==, 0);

  fb_document_undo (document);
  fb_document_undo (document);
  g_assert_cmpstr (fb_node_get_title (chapter), ==, "2.1 Ziele");
  g_assert_false (fb_document_can_undo (document));
  fb_review_flush (review);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (review)), ==, 2);
}

static void
test_no_repair (void)
{
  g_autoptr (FbDocument) document
      = read_concept ("<chapter id='c-1'><title>A</title><text><p>Wege (hier</p></text></chapter>");
  g_autoptr (FbReview) review = fb_review_new (document);
  g_autoptr (FbFinding) finding = NULL;

  fb_review_flush (review);
  finding = find (review, "brackets");
  g_assert_false (fb_finding_can_repair (finding));
  g_assert_false (fb_finding_repair (finding, document));
  g_assert_false (fb_document_can_undo (document));
}

static void
test_place (void)
{
  g_autoptr (FbDocument) document
      = read_concept ("<chapter id='c-1'><title>Felder</title><field id='f-1'><title>Bildung</title><measures "
                      "id='t-1'><title>Maßnahmen:</title>"
                      "<group id='b-1'><title>Laufend</title><measure id='m-1'><title>Kurs</title><step "
                      "id='u-1'><text><p>zwei  Wege</p></text></step>"
                      "</measure></group></measures></field></chapter>"
                      "<chapter id='c-2'><title>Ziele</title><chapter id='c-3' "
                      "unnumbered='yes'><title>Grundlagen:</title></chapter></chapter>");
  static const char *const places[][2] = {
    { "u-1", "1.1 Bildung › 1.1.1 Maßnahmen › 1 Kurs › (1)" },
    { "b-1", "1.1 Bildung › 1.1.1 Maßnahmen › Laufend" },
    { "f-1", "1.1 Bildung" },
    { "c-3", "2 Ziele › Grundlagen" },
    { "k-1", "Konzept" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (FbFinding) finding
          = fb_finding_new (fb_rule_find ("brackets"), fb_document_lookup (document, places[i][0]), NULL, 0, 0, NULL,
                            "");
      g_autofree char *place = fb_finding_dup_place (finding);

      g_assert_cmpstr (place, ==, places[i][1]);
    }
}

static void
notify_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  ++*count;
}

static void
test_phase (void)
{
  g_autoptr (FbDocument) document = read_concept ("<chapter id='c-1'><title>Vorwort</title></chapter>");
  g_autoptr (FbReview) review = fb_review_new (document);
  g_autoptr (FbValue) council = fb_value_new_choice ("council");
  guint count = 0;

  g_signal_connect (review, "notify::phase", G_CALLBACK (notify_cb), &count);
  fb_review_flush (review);
  g_assert_cmpuint (fb_review_count (review, FB_SEVERITY_HINT), ==, 1);
  g_assert_cmpuint (fb_review_count (review, FB_SEVERITY_ERROR), ==, 0);
  fb_review_set_phase (review, FB_PHASE_CONSULTATION);
  fb_review_set_phase (review, FB_PHASE_CONSULTATION);
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpuint (fb_review_count (review, FB_SEVERITY_WARNING), ==, 1);

  /* The concept goes on, and the review with it. */
  fb_document_set (document, fb_document_get_root (document), fb_kind_get_property (FB_KIND_CONCEPT, "phase"), council);
  g_assert_cmpuint (count, ==, 2);
  fb_review_flush (review);
  g_assert_cmpint (fb_review_get_phase (review), ==, FB_PHASE_COUNCIL);
  g_assert_cmpuint (fb_review_count (review, FB_SEVERITY_ERROR), ==, 1);
}

/* Without a flush it is done when there is time, and an edit in between is no harm. */
static void
test_idle (void)
{
  g_autoptr (FbDocument) document = make_big (200);
  g_autoptr (FbReview) review = fb_review_new (document);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (review)), ==, 0);
  g_main_context_iteration (NULL, FALSE);
  fb_document_remove_one (document, fb_document_lookup (document, "m-7"));
  fb_document_set_words (document, fb_document_lookup (document, "m-9"), "title", "zwei  Wege");
  while (g_list_model_get_n_items (G_LIST_MODEL (review)) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (review)), ==, 1);
}

/* A review that goes while something is to be done leaves nothing behind; nor does the document. */
static void
test_gone (void)
{
  FbDocument *document = make_big (5);
  FbReview *review = fb_review_new (document);
  gpointer weak = document;

  g_object_add_weak_pointer (G_OBJECT (document), &weak);
  fb_document_remove_one (document, fb_document_lookup (document, "m-1"));
  g_object_unref (review);
  fb_document_set_words (document, fb_document_get_root (document), "title", "Neu");
  g_object_unref (document);
  g_assert_null (weak);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/review/random-edits/monheim", "monheim-2016", test_random_edits);
  g_test_add_data_func ("/review/random-edits/leverkusen", "leverkusen-2017", test_random_edits);
  g_test_add_func ("/review/cost-of-edit", test_cost_of_edit);
  g_test_add_func ("/review/set-aside", test_set_aside);
  g_test_add_func ("/review/repair", test_repair);
  g_test_add_func ("/review/no-repair", test_no_repair);
  g_test_add_func ("/review/place", test_place);
  g_test_add_func ("/review/phase", test_phase);
  g_test_add_func ("/review/idle", test_idle);
  g_test_add_func ("/review/gone", test_gone);

  return g_test_run ();
}
