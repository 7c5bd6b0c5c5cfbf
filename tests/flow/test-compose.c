/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "flow/fb-compose.h"
#include "store/fb-file.h"

/* Most of these tests read one concept that holds a bit of everything. */
static FbDocument *
open_everything (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "formats", "data", "everything.konzept", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (GError) error = NULL;
  FbDocument *document = fb_file_load (file, &warnings, &error);

  g_assert_no_error (error);

  return document;
}

static FbFlow *
compose (FbDocument *document,
         FbScope     scope,
         const char *subject)
{
  g_autoptr (FbPrintout) printout = fb_printout_new (scope, subject);

  return fb_compose (document, printout);
}

static const FbBlock *
find_block (FbFlow     *flow,
            const char *id)
{
  const FbBlock *block;

  for (guint i = 0; (block = fb_flow_get_block (flow, i)) != NULL; i++)
    if (g_strcmp0 (block->id, id) == 0)
      return block;

  return NULL;
}

static const FbTable *
find_table (FbFlow     *flow,
            const char *id)
{
  const FbBlock *block;

  for (guint i = 0; (block = fb_flow_get_block (flow, i)) != NULL; i++)
    if (block->table != NULL && g_strcmp0 (block->id, id) == 0)
      return block->table;

  return NULL;
}

static char *
say (const FbText *text)
{
  return text != NULL ? fb_text_to_words (text) : g_strdup ("");
}

#define assert_says(text, words) \
  G_STMT_START \
  { \
    g_autofree char *said = say (text); \
    g_assert_cmpstr (said, ==, words); \
  } \
  G_STMT_END

/* A row as its cells, with a bar between them and "/" for a new line. */
static void
assert_row (const FbTable *table,
            guint          index,
            const char    *expected)
{
  g_autoptr (GString) row = g_string_new (NULL);

  g_assert_cmpuint (index, <, table->n_rows);
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *cell = say (table->rows[index]->cells[i]);

      g_string_append (row, i > 0 ? " | " : "");
      g_string_append (row, g_strdelimit (cell, "\n", '/'));
    }
  g_assert_cmpstr (row->str, ==, expected);
}

static void
assert_headings (const FbTable *table,
                 const char    *expected)
{
  g_autoptr (GString) row = g_string_new (NULL);

  for (guint i = 0; i < table->n_columns; i++)
    {
      g_string_append (row, i > 0 ? " | " : "");
      g_string_append (row, table->columns[i].heading);
    }
  g_assert_cmpstr (row->str, ==, expected);
}

static void
test_title_page (void)
{
  static const struct
  {
    FbTitleRole role;
    const char *words;
  } expected[] = {
    { FB_TITLE_AUTHORITY, "Stadt Musterstadt" },
    { FB_TITLE_MAIN, "Integrationskonzept der Stadt Musterstadt" },
    { FB_TITLE_OWN, "Vielfalt gestalten & leben" },
    { FB_TITLE_SUBTITLE, "Handlungsfelder, Ziele, Maßnahmen" },
    { FB_TITLE_EDITION, "2. Fortschreibung" },
    { FB_TITLE_TERM, "Laufzeit 2022 bis 2027" },
    { FB_TITLE_OCCASION, "Vorlage für den Rat\nam 12. Mai 2022" },
    { FB_TITLE_AS_OF, "Stand: 01.04.2022" },
    { FB_TITLE_PHASE, "Entwurf" },
    { FB_TITLE_TEXT, "Herausgegeben vom Amt für Vielfalt." },
  };
  g_autoptr (FbDocument) document = open_everything ();
  g_autoptr (FbFlow) flow = compose (document, FB_SCOPE_DOCUMENT, NULL);
  const FbBlock *page = fb_flow_get_block (flow, 0);

  g_assert_cmpint (page->type, ==, FB_BLOCK_TITLE_PAGE);
  g_assert_cmpuint (page->n_lines, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpint (page->lines[i].role, ==, expected[i].role);
      assert_says (page->lines[i].text, expected[i].words);
    }

  g_assert_cmpstr (fb_flow_get_meta (flow, FB_META_TITLE), ==, "Integrationskonzept der Stadt Musterstadt");
  g_assert_cmpstr (fb_flow_get_meta (flow, FB_META_DATE), ==, "2022-04-01");
  g_assert_cmpstr (fb_flow_get_meta (flow, FB_META_SUBJECT), ==, "Integrationskonzept");
  g_assert_cmpstr (fb_flow_get_meta (flow, FB_META_MARK), ==, "Entwurf");
  g_assert_cmpint (fb_flow_get_block (flow, 1)->type, ==, FB_BLOCK_CONTENTS);
  assert_says (fb_flow_get_block (flow, 1)->text, "Inhalt");
}

/* The fixed words follow the document, whatever the desktop speaks. */
static void
test_english (void)
{
  g_autoptr (FbDocument) document = open_everything ();
  FbNode *root = fb_document_get_root (document);
  g_autoptr (FbValue) language = fb_value_new_language ("en");
  g_autoptr (FbFlow) flow = NULL;

  fb_document_set (document, root, fb_kind_get_property (FB_KIND_CONCEPT, "xml:lang"), language);
  fb_document_set_words (document, root, "as-of", "1 April 2022");
  flow = compose (document, FB_SCOPE_DOCUMENT, NULL);
  g_assert_cmpstr (fb_flow_get_language (flow), ==, "en");
  assert_says (fb_flow_get_block (flow, 0)->lines[5].text, "Term 2022 bis 2027");
  assert_says (fb_flow_get_block (flow, 0)->lines[7].text, "As of 1 April 2022");
  assert_says (fb_flow_get_block (flow, 1)->text, "Contents");
  assert_headings (find_table (flow, "b-000001"),
                   "No. | Ideas, measures and steps | Period of implementation | Cost | Implemented by");
}

static void
test_headings (void)
{
  static const struct
  {
    const char *id;
    guint level;
    const char *number;
    const char *words;
    gboolean in_contents;
  } expected[] = {
    { "c-000001", 1, "1", "Einführung", TRUE },
    { "f-000001", 2, "2.1", "Sprache und Bildung", TRUE },
    { "y-000001", 3, "a.", "Leitziele und Handlungsziele", TRUE },
    { "z-000001", 4, NULL, "Leitziel SB.1: Alle sprechen miteinander", FALSE },
    { "t-000001", 3, "b.", "Maßnahmen", TRUE },
    { "m-000004", 4, "1", "Wohnberatung", FALSE },
    { "c-000004", 1, NULL, "Impressum", TRUE },
  };
  g_autoptr (FbDocument) document = open_everything ();
  g_autoptr (FbFlow) flow = compose (document, FB_SCOPE_DOCUMENT, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const FbBlock *block = find_block (flow, expected[i].id);

      g_assert_nonnull (block);
      g_assert_cmpint (block->type, ==, FB_BLOCK_HEADING);
      g_assert_cmpuint (block->level, ==, expected[i].level);
      g_assert_cmpstr (block->number, ==, expected[i].number);
      assert_says (block->text, expected[i].words);
      g_assert_cmpint (block->in_contents, ==, expected[i].in_contents);
    }
}

static void
test_measures (void)
{
  g_autoptr (FbDocument) document = open_everything ();
  g_autoptr (FbFlow) flow = compose (document, FB_SCOPE_DOCUMENT, NULL);
  const FbTable *table = find_table (flow, "b-000001");

  g_assert_nonnull (table);
  g_assert_cmpstr (table->caption, ==, "Maßnahmen im Feld Sprache");
  g_assert_cmpstr (table->series, ==, "Tabelle");
  g_assert_cmpuint (table->number, ==, 1);
  g_assert_cmpstr (table->band, ==, "Laufende Maßnahmen");
  g_assert_cmpuint (table->n_rows, ==, 2);
  assert_headings (table, "Lfd. Nr. | Ideen, Maßnahmen und Umsetzungsschritte | Zeitraum der Umsetzung | Kosten | "
                          "Umsetzung durch");
  assert_row (table, 1,
              "2 | Sprachpaten/(1) Werben/Paten werden geworben./(2) Paten werden geschult./"
              "Sachstand 3/2023, laufend: Zwei Kurse haben begonnen. | (1) 2022/(2) 2023 | (2) 2.000 € | "
              "(1) 51/(2) Volkshochschule");

  /* What has no column is said all the same. */
  {
    g_autofree char *cell = say (table->rows[0]->cells[1]);

    g_assert_true (g_str_has_suffix (cell, "\nBemerkungen: Eine Bemerkung ohne Spalte."));
  }

  /* The second band is a table of its own; the caption has been said and counted. */
  table = find_table (flow, "b-000002");
  g_assert_null (table->caption);
  g_assert_cmpuint (table->number, ==, 0);
  g_assert_cmpstr (table->band, ==, "Neue Maßnahmen");
  assert_row (table, 0, "7a | Lesefest |  | noch offen | ");
}

static void
test_columns (void)
{
  g_autoptr (FbDocument) document = open_everything ();
  g_autoptr (FbFlow) flow = compose (document, FB_SCOPE_BRANCH, "t-000004");
  const FbTable *table = fb_flow_get_block (flow, 1)->table;

  g_assert_cmpuint (fb_flow_get_n_blocks (flow), ==, 2);
  g_assert_true (table->landscape);
  assert_headings (table, "Lfd. Nr. | Maßnahme | Zeitraum der Umsetzung | Kosten | Umsetzung durch | Priorität | "
                          "Dient den Zielen | Eigene Spalte");
  /* A reference is an object; the flow says what it prints. */
  assert_row (table, 0, "1 | Mietspiegel | 2023 | 10.000 € | 61 | hoch |  | Eigener Wert");
  g_assert_cmpstr (fb_flow_get_target (flow, "z-000003")->label, ==, "SB.1.2");
  g_assert_null (fb_flow_get_target (flow, "z-000003")->anchor);
}

static void
test_sheets_and_lists (void)
{
  g_autoptr (FbDocument) document = open_everything ();
  g_autoptr (FbFlow) sheets = compose (document, FB_SCOPE_BRANCH, "t-000002");
  g_autoptr (FbFlow) list = compose (document, FB_SCOPE_BRANCH, "t-000003");
  const FbTable *table = fb_flow_get_block (sheets, 2)->table;

  g_assert_false (fb_table_has_header (table));
  g_assert_true (table->columns[0].row_heading);
  assert_row (table, 0, "Beschreibung | Beratung in fünf Sprachen.");
  assert_row (table, 1, "Zeitraum der Umsetzung | laufend");
  assert_row (table, 2, "Umsetzung durch | 50");
  assert_row (table, 3, "Zielgruppe | Neu Zugezogene");
  g_assert_cmpuint (table->n_rows, ==, 4);

  assert_says (fb_flow_get_block (list, 1)->text, "Hoffest");
  assert_says (fb_flow_get_block (list, 2)->text, "Jedes Jahr im Juni.");
  g_assert_cmpint (fb_flow_get_block (list, 3)->role, ==, FB_TEXT_DETAILS);
  assert_says (fb_flow_get_block (list, 3)->text, "Zeitraum der Umsetzung: jährlich");
}

static void
test_registers (void)
{
  g_autoptr (FbDocument) document = open_everything ();
  g_autoptr (FbFlow) flow = compose (document, FB_SCOPE_BRANCH, "c-000003");
  const FbBlock *block = find_block (flow, "e-000001");
  const FbTable *table;

  /* A process step without a text of its own is put together, one with is printed as it is. */
  assert_says (block->text, "Workshop (24 Personen), 05.07.2021, Rathaus\nErgebnis: Acht Themen\n"
                            "Konferenz mit allen:\nVereine\nSchulen");
  g_assert_cmpint (fb_text_get_paragraph (block->text, 2)->kind, ==, FB_PARAGRAPH_ITEM);
  g_assert_cmpuint (fb_text_get_paragraph (block->text, 3)->level, ==, 2);

  for (guint i = 0; (block = fb_flow_get_block (flow, i)) != NULL; i++)
    {
      table = block->table;
      if (table == NULL)
        continue;
      if (g_str_equal (table->name, "Übersicht der Ziele"))
        assert_row (table, 1, "SB.1.1 | Kurse in jedem Stadtteil anbieten | Handlungsziel | ");
      else if (g_str_equal (table->name, "Übersicht der Maßnahmen"))
        assert_row (table, 1, " | 2 | Sprachpaten | (1) 2022/(2) 2023 | (2) 2.000 € | (1) 51/(2) Volkshochschule");
      else if (g_str_equal (table->name, "Akteure und Abkürzungen"))
        assert_row (table, 0, "51 | Jugendamt | Amt 51");
      else if (g_str_equal (table->name, "Beschlüsse"))
        assert_row (table, 0, "Rat | 12/2021 | 03.02.2021 | Das Konzept wird fortgeschrieben.");
      else if (g_str_equal (table->name, "Ziele und Maßnahmen: Abdeckung"))
        assert_row (table, 0, "SB.1 | Alle sprechen miteinander | keine");
      else
        assert_headings (table, "Jahr | Art der Ausgabe");
    }
}

static void
test_internal (void)
{
  g_autoptr (FbDocument) document = open_everything ();
  g_autoptr (FbPrintout) printout = fb_printout_new (FB_SCOPE_BRANCH, "l-000001");
  g_autoptr (FbFlow) flow = fb_compose (document, printout);

  assert_headings (fb_flow_get_block (flow, 1)->table, "Nummer | Name | Abkürzungen und Schreibweisen");
  printout->internal = TRUE;
  fb_flow_unref (flow);
  flow = fb_compose (document, printout);
  assert_headings (fb_flow_get_block (flow, 1)->table, "Nummer | Name | Abkürzungen und Schreibweisen | Kontakt");

  /* Findings set aside stand behind the whole, for those who ask. */
  printout->scope = FB_SCOPE_DOCUMENT;
  fb_flow_unref (flow);
  flow = fb_compose (document, printout);
  assert_says (find_block (flow, "q-000001")->text, "Zurückgestellte Hinweise");
  assert_headings (fb_flow_get_block (flow, fb_flow_get_n_blocks (flow) - 1)->table, "Ort | Regel | Grund");
  printout->internal = FALSE;
  fb_flow_unref (flow);
  flow = fb_compose (document, printout);
  g_assert_null (find_block (flow, "q-000001"));
}

static void
test_scopes (void)
{
  g_autoptr (FbDocument) document = open_everything ();
  g_autoptr (FbFlow) measures = compose (document, FB_SCOPE_MEASURES, NULL);
  g_autoptr (FbFlow) measure = compose (document, FB_SCOPE_BRANCH, "m-000003");
  const FbBlock *block;

  g_assert_null (compose (document, FB_SCOPE_BRANCH, "nowhere"));
  g_assert_null (compose (document, FB_SCOPE_BRANCH, NULL));

  g_assert_null (find_block (measures, "c-000001"));
  g_assert_null (find_block (measures, "y-000001"));
  for (guint i = 0; (block = fb_flow_get_block (measures, i)) != NULL; i++)
    g_assert_false (block->type == FB_BLOCK_TEXT && block->role == FB_TEXT_BODY
                    && g_strcmp0 (block->id, "m-000005") != 0);
  g_assert_nonnull (find_block (measures, "f-000001"));
  g_assert_nonnull (find_table (measures, "b-000001"));

  assert_says (fb_flow_get_block (measure, 0)->text, "Lesefest");
  assert_row (fb_flow_get_block (measure, 1)->table, 0, "Kosten | noch offen");
}

static void
test_tasks (void)
{
  static const char *const names[] = { "51", "Amt 51", "jugendamt", "a-000001" };
  g_autoptr (FbDocument) document = open_everything ();
  g_autoptr (FbFlow) nobody = compose (document, FB_SCOPE_ACTOR, "Feuerwehr");
  g_autoptr (FbNode) nameless = fb_node_new (FB_KIND_ACTOR, "a-000099");
  g_autoptr (FbFlow) of_nameless = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (FbFlow) flow = compose (document, FB_SCOPE_ACTOR, names[i]);
      const FbTable *table = fb_flow_get_block (flow, 2)->table;

      assert_says (fb_flow_get_block (flow, 0)->text, "Aufgaben: 51 Jugendamt");
      assert_says (fb_flow_get_block (flow, 1)->text, "Sprache und Bildung");
      g_assert_cmpuint (table->n_rows, ==, 2);
      /* The step of another body is not shown. */
      assert_row (table, 1, "2 | Sprachpaten/(1) Werben/Paten werden geworben. | (1) 2022 |  | (1) 51");
    }

  g_assert_true (fb_document_insert_one (document, fb_node_get_parent (fb_document_lookup (document, "a-000001")), 0,
                                         nameless, NULL));
  of_nameless = compose (document, FB_SCOPE_ACTOR, "a-000099");
  assert_says (fb_flow_get_block (of_nameless, 0)->text, "Aufgaben: a-000099");
  assert_says (fb_flow_get_block (nobody, 0)->text, "Aufgaben: Feuerwehr");
  assert_says (fb_flow_get_block (nobody, 1)->text, "Keine Maßnahmen.");
}

static void
test_references (void)
{
  static const struct
  {
    const char *id;
    const char *label;
    const char *anchor;
  } expected[] = {
    { "f-000001", "2.1", "f-000001" },
    { "t-000001", "2.1 b.", "t-000001" },
    { "p-000001", "Abbildung 1", "p-000001" },
    { "m-000002", "2 Sprachpaten", "m-000002" },
    { "c-000004", "Impressum", "c-000004" },
    { "z-000003", "SB.1.2", "z-000003" },
  };
  g_autoptr (FbDocument) document = open_everything ();
  g_autoptr (FbFlow) flow = compose (document, FB_SCOPE_DOCUMENT, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const FbTarget *target = fb_flow_get_target (flow, expected[i].id);

      g_assert_nonnull (target);
      g_assert_cmpstr (target->label, ==, expected[i].label);
      g_assert_cmpstr (target->anchor, ==, expected[i].anchor);
    }
  g_assert_null (fb_flow_get_target (flow, "x-nirgends"));
}

/* Composing and freeing again and again leaves the document as it was. */
static void
test_twice (void)
{
  g_autoptr (FbDocument) document = open_everything ();
  g_autoptr (FbFlow) first = compose (document, FB_SCOPE_DOCUMENT, NULL);
  g_autoptr (FbFlow) second = compose (document, FB_SCOPE_DOCUMENT, NULL);

  g_assert_cmpuint (fb_flow_get_n_blocks (first), ==, fb_flow_get_n_blocks (second));
  g_assert_false (fb_document_get_modified (document));

  /* A flow outlives the document. */
  g_clear_object (&document);
  assert_row (find_table (second, "b-000002"), 0, "7a | Lesefest |  | noch offen | ");
}

static void
test_empty (void)
{
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, "k-000001");
  g_autoptr (FbDocument) document = fb_document_new (root);
  g_autoptr (FbFlow) flow = compose (document, FB_SCOPE_DOCUMENT, NULL);

  g_assert_cmpstr (fb_flow_get_language (flow), ==, "de");
  g_assert_cmpuint (fb_flow_get_block (flow, 0)->n_lines, ==, 0);
  g_assert_cmpstr (fb_flow_get_meta (flow, FB_META_TITLE), !=, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/compose/title-page", test_title_page);
  g_test_add_func ("/compose/english", test_english);
  g_test_add_func ("/compose/headings", test_headings);
  g_test_add_func ("/compose/measures", test_measures);
  g_test_add_func ("/compose/columns", test_columns);
  g_test_add_func ("/compose/sheets-and-lists", test_sheets_and_lists);
  g_test_add_func ("/compose/registers", test_registers);
  g_test_add_func ("/compose/internal", test_internal);
  g_test_add_func ("/compose/scopes", test_scopes);
  g_test_add_func ("/compose/tasks", test_tasks);
  g_test_add_func ("/compose/references", test_references);
  g_test_add_func ("/compose/twice", test_twice);
  g_test_add_func ("/compose/empty", test_empty);

  return g_test_run ();
}
