/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/fb-table-mapping.h"

#include <string.h>

#include "formats/fb-table-preview.h"
#include "store/fb-reader.h"
#include "store/fb-writer.h"

static const char CONCEPT[]
    = "<concept xmlns=\"urn:feldbuch:konzept:1\" id=\"k-000001\" xml:lang=\"de\"><field id=\"f-000001\">"
      "<goals id=\"y-000001\"><goal id=\"z-000001\"><title>Sprache fördern</title></goal>"
      "<goal id=\"z-000002\"><title>Begegnen, helfen</title></goal>"
      "<goal id=\"z-000003\"><code>A.1</code><title>Sprache fördern</title></goal></goals>"
      "<measures id=\"t-000001\"><column id=\"s-000001\" shows=\"title\"><title>Vorhaben</title></column>"
      "<column id=\"s-000002\"><title>Punkte</title></column>"
      "<measure id=\"m-000001\"><title>Kurse</title></measure></measures>"
      "<measures id=\"t-000002\"><measure id=\"m-000002\"><title>Feste</title></measure></measures></field></concept>";

static FbDocument *
make_document (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (CONCEPT, strlen (CONCEPT));
  g_autoptr (GError) error = NULL;
  g_autoptr (FbNode) root = fb_reader_read (bytes, "test", NULL, &error);

  g_assert_no_error (error);

  return fb_document_new (root);
}

static FbGrid *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  FbGrid *grid = fb_grid_read_csv (bytes, &error);

  g_assert_no_error (error);

  return grid;
}

/* "title body period? -": the targets, a guess with a question mark. */
static char *
dump (const FbTableMapping *mapping)
{
  static const char *const types[] = {
    [FB_TARGET_NOTHING] = "-",      [FB_TARGET_ID] = "@id",         [FB_TARGET_KIND] = "@kind",
    [FB_TARGET_PARENT] = "@parent", [FB_TARGET_PROPERTY] = "",      [FB_TARGET_OWN] = "own:",
    [FB_TARGET_OWN_ID] = "own#",    [FB_TARGET_NEW_OWN] = "@new",   [FB_TARGET_COUNTED] = "@1,2",
    [FB_TARGET_BODY] = "@body",     [FB_TARGET_LEFT_OUT] = "@none",
  };
  GString *words = g_string_new (mapping->headed ? "headed" : "plain");

  for (guint i = 0; i < mapping->targets->len; i++)
    {
      const FbColumnTarget *target = fb_table_mapping_get (mapping, i);

      g_string_append_printf (words, " %s%s%s", types[target->type], target->name != NULL ? target->name : "",
                              target->guessed ? "?" : "");
    }

  return g_string_free (words, FALSE);
}

static void
test_guess (void)
{
  static const struct
  {
    const char *table;
    const char *mapping;
  } rows[] = {
    { "Titel;Kosten;Farbe\nKurs;5 €;rot\n", "headed title cost -" },
    { "Vorhaben;Punkte\nKurs;5\n", "headed @body own:Punkte" },
    { "Nr.;Maßnahme;Zeitraum\n1;Kurs;2016\n2;Fest;2017\n", "headed @1,2 @body period" },
    { "Nr.;Maßnahme;Zeitraum\n1.1;Kurs;2016\n1.2;Fest;2017\n", "headed number @body period" },
    /* What only resembles a heading. */
    { "Titel;Kosten (in EUR);Zustaendigkeiten\nKurs;5;51\n", "headed title cost? responsible?" },
    { "Massnahme;Kostn;Bemerkunge\nKurs;5;x\n", "headed @body cost? remarks?" },
    { "Titel;Kosten;Kosten in €\nKurs;5;6\n", "headed title cost -" },
    { "Titel;Posten\nKurs;5\n", "headed title -" },
    /* Others' ids and kinds. */
    { "ID;Titel;Art\n17;Kurs;neu\n", "headed - title -" },
    { "id;Titel;Art\nm-000001;Kurs;Drache\n", "headed @id title @kind" },
    { "Art;Titel\nUmsetzungsschritt;Kurs\n", "headed @kind title" },
    { "id;id;Titel\nm-000001;m-000001;Kurs\n", "headed @id - title" },
    /* One known heading among words that can be headings, and among words that cannot. */
    { "Farbe;Form;Duft;Kosten\nrot;rund;süß;5 €\n", "headed - - - cost" },
    { "1;Form;2017;Kosten\n2;Kurs;2018;5 €\n", "plain @body period cost responsible" },
    { "Kurs\nFest\n", "plain @body" },
    { "1;Kurs;2016;5 €;51;mehr\n2;Fest;2017;6 €;41;\n", "plain @1,2 @body period cost responsible -" },
  };
  g_autoptr (FbDocument) document = make_document ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (FbGrid) grid = read_text (rows[i].table);
      g_autoptr (FbTableMapping) mapping
          = fb_table_mapping_guess (document, fb_document_lookup (document, "t-000001"), grid);
      g_autofree char *words = dump (mapping);

      g_assert_cmpstr (words, ==, rows[i].mapping);
      g_assert_cmpint (fb_table_mapping_is_guessed (mapping), ==, strchr (words, '?') != NULL);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *words;
    const char *mapping; /* NULL for an error */
    int code;
  } rows[] = {
    { "Farbe=place", "headed title place -", 0 },
    { "farbe:=Ort", "headed title place -", 0 },
    { "2=remarks", "headed title remarks -", 0 },
    { "Farbe=own", "headed title @new -", 0 },
    { "Farbe=none", "headed title @none -", 0 },
    { "Titel=body", "headed @body - -", 0 },
    { "Farbe=Punkte", "headed title own:Punkte -", 0 },
    { "a=b=target-group", "headed title - target-group", 0 },
    { "Farbe", NULL, FB_TABLE_MAPPING_ERROR_FORM },
    { "=place", NULL, FB_TABLE_MAPPING_ERROR_FORM },
    { "Farbe=", NULL, FB_TABLE_MAPPING_ERROR_FORM },
    { "Form=place", NULL, FB_TABLE_MAPPING_ERROR_COLUMN },
    { "4=place", NULL, FB_TABLE_MAPPING_ERROR_COLUMN },
    { "0=place", NULL, FB_TABLE_MAPPING_ERROR_COLUMN },
    { "Farbe=drache", NULL, FB_TABLE_MAPPING_ERROR_PROPERTY },
  };
  g_autoptr (FbDocument) document = make_document ();
  FbNode *table = fb_document_lookup (document, "t-000001");
  g_autoptr (FbGrid) grid = read_text ("Titel;Farbe;a=b\nKurs;rot;x\n");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (FbTableMapping) mapping = fb_table_mapping_guess (document, table, grid);
      g_autoptr (GError) error = NULL;
      gboolean fine = fb_table_mapping_parse (mapping, document, table, rows[i].words, &error);
      g_autofree char *words = dump (mapping);

      g_assert_cmpint (fine, ==, rows[i].mapping != NULL);
      if (!fine)
        g_assert_error (error, FB_TABLE_MAPPING_ERROR, rows[i].code);
      g_assert_cmpstr (words, ==, fine ? rows[i].mapping : "headed title - -");
    }
}

/* All that is chosen can be chosen, each once; the id is one column's. */
static void
test_choices (void)
{
  g_autoptr (FbDocument) document = make_document ();
  FbNode *table = fb_document_lookup (document, "t-000001");
  g_autoptr (FbGrid) grid = read_text ("Titel;Farbe;id\nKurs;rot;m-000001\n");
  g_autoptr (FbTableMapping) mapping = fb_table_mapping_guess (document, table, grid);
  g_autoptr (GPtrArray) choices = fb_table_mapping_list_choices (mapping, document, table);
  g_autoptr (GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *words = NULL;

  for (guint i = 0; i < choices->len; i++)
    {
      const FbColumnTarget *choice = g_ptr_array_index (choices, i);
      g_autofree char *label = fb_column_target_describe (choice, document);

      fb_table_mapping_choose (mapping, 1, choice);
      g_assert_true (fb_column_target_same (fb_table_mapping_get (mapping, 1), choice));
      g_assert_cmpstr (fb_table_mapping_get (mapping, 1)->heading, ==, "Farbe");
      if (!g_hash_table_add (labels, g_strdup (label)))
        g_error ("two choices are called “%s”", label);
    }
  g_assert_true (g_hash_table_contains (labels, "Own column “Punkte”"));
  g_assert_true (g_hash_table_contains (labels, "New own column"));
  g_assert_true (g_hash_table_contains (labels, "Target value"));
  /* The last choices were id, kind and parent, so that the third column has let go of the id. */
  words = dump (mapping);
  g_assert_cmpstr (words, ==, "headed title @parent -");
}

static FbTablePreview *
make_preview (FbDocument *document,
              const char *table,
              const char *text,
              ...) G_GNUC_NULL_TERMINATED;

/* With the columns mapped as the further arguments say. */
static FbTablePreview *
make_preview (FbDocument *document,
              const char *table,
              const char *text,
              ...)
{
  FbNode *node = table != NULL ? fb_document_lookup (document, table) : NULL;
  FbTablePreview *preview = fb_table_preview_new (document, node, read_text (text));
  g_autoptr (FbTableMapping) mapping = fb_table_mapping_copy (fb_table_preview_get_mapping (preview));
  va_list arguments;
  const char *words;

  va_start (arguments, text);
  while ((words = va_arg (arguments, const char *)) != NULL)
    g_assert_true (fb_table_mapping_parse (mapping, document, node, words, NULL));
  va_end (arguments);
  fb_table_preview_set_mapping (preview, mapping);

  return preview;
}

static void
assert_problems (FbTablePreview *preview,
                 const char     *expected)
{
  GPtrArray *problems = fb_table_preview_get_problems (preview);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (words, "%s\n", (const char *) g_ptr_array_index (problems, i));
  g_assert_cmpstr (words->str, ==, expected);
}

/* A column goes where the user says, and what is left out is named. */
static void
test_apply (void)
{
  g_autoptr (FbDocument) document = make_document ();
  g_autoptr (GBytes) before = fb_writer_write (fb_document_get_root (document));
  g_autoptr (FbTablePreview) preview = make_preview (document, "t-000001", "Titel;Farbe;Form;Wo\nKurs;rot;rund;Haus\n",
                                                     "Farbe=own", "Form=none", "Wo=place", NULL);
  g_autofree char *summary = fb_table_preview_describe (preview);
  FbNode *table = fb_document_lookup (document, "t-000001");
  g_autoptr (GPtrArray) touched = NULL;
  g_autoptr (GBytes) after = NULL;
  FbCellStatus status;
  FbNode *column, *measure;

  assert_problems (preview, "");
  g_assert_cmpstr (summary, ==, "1 new row · 0 changed rows · 0 unchanged rows · not read: “Form”");
  fb_table_preview_get_cell (preview, 0, 2, &status);
  g_assert_cmpint (status, ==, FB_CELL_LEFT_OUT);
  touched = fb_table_preview_apply (preview, "Import");
  measure = g_ptr_array_index (touched, 0);
  g_assert_cmpstr (fb_node_get_words (measure, "place"), ==, "Haus");
  g_assert_null (fb_node_get_text (measure, "remarks"));
  column = fb_node_get_child (table, 2);
  g_assert_cmpint (fb_node_get_kind (column), ==, FB_KIND_COLUMN);
  g_assert_cmpstr (fb_node_get_title (column), ==, "Farbe");
  g_assert_cmpstr (fb_value_get_words (fb_node_get_value (measure, fb_property_for_column (fb_node_get_id (column)))),
                   ==, "rot");
  fb_document_undo (document);
  after = fb_writer_write (fb_document_get_root (document));
  g_assert_true (g_bytes_equal (before, after));
  g_assert_false (fb_document_can_undo (document));
}

/* A table that shows the usual columns still shows them beside the new one; one that the import does not touch is left
 * alone; a column of that title that is there is taken. */
static void
test_new_column (void)
{
  g_autoptr (FbDocument) document = make_document ();
  g_autoptr (FbTablePreview) preview
      = make_preview (document, NULL, "id;Farbe\nm-000002;rot\nm-000001;\n", "Farbe=own", NULL);
  FbNode *table = fb_document_lookup (document, "t-000002");
  g_autoptr (GPtrArray) touched = fb_table_preview_apply (preview, "Import");
  g_autoptr (FbTablePreview) again = NULL;
  g_autoptr (GPtrArray) changed = NULL;
  FbNode *column = fb_node_get_child (table, 5);

  g_assert_cmpuint (touched->len, ==, 1);
  g_assert_cmpuint (fb_node_get_n_children (table), ==, 7);
  g_assert_cmpstr (fb_node_get_words (fb_node_get_child (table, 4), "shows"), ==, "responsible");
  g_assert_cmpstr (fb_node_get_title (column), ==, "Farbe");
  g_assert_cmpuint (fb_node_get_n_children (fb_document_lookup (document, "t-000001")), ==, 3);

  again = make_preview (document, NULL, "id;Farbe\nm-000002;blau\n", "Farbe=own", NULL);
  changed = fb_table_preview_apply (again, "Import");
  g_assert_cmpuint (changed->len, ==, 1);
  g_assert_cmpuint (fb_node_get_n_children (table), ==, 7);
  g_assert_cmpstr (fb_value_get_words (fb_node_get_value (g_ptr_array_index (changed, 0),
                                                          fb_property_for_column (fb_node_get_id (column)))),
                   ==, "blau");
}

/* Two columns with the same property are read as one, so that no word is lost. */
static void
test_joined (void)
{
  g_autoptr (FbDocument) document = make_document ();
  g_autoptr (FbTablePreview) preview
      = make_preview (document, "t-000001",
                      "id;Titel;Zuständigkeit;Beteiligt;Weitere;Priorität;Rang;Beschreibung;Langtext\n"
                      ";Kurs;51;41;51;hoch;;Eins;Zwei\nm-000001;Kurse;51;41;;hoch;niedrig;;\n",
                      "Beteiligt=responsible", "Weitere=responsible", "Rang=priority", "Langtext=text", NULL);
  g_autoptr (GPtrArray) touched = NULL;
  g_autofree char *text = NULL;
  FbNode *measure;

  assert_problems (preview, "Row 3: Priorität: “hoch\nniedrig” is not understood\n");
  touched = fb_table_preview_apply (preview, "Import");
  measure = g_ptr_array_index (touched, 0);
  g_assert_cmpstr (fb_node_get_words (measure, "responsible"), ==, "51\n41\n51");
  g_assert_cmpstr (fb_node_get_words (measure, "priority"), ==, "high");
  text = fb_text_to_words (fb_node_get_text (measure, "text"));
  g_assert_cmpstr (text, ==, "Eins\nZwei");
  g_assert_cmpstr (fb_node_get_words (g_ptr_array_index (touched, 1), "responsible"), ==, "51\n41");
}

/* What stands below the title in one cell, and what has a column of its own. */
static void
test_body_and_text (void)
{
  g_autoptr (FbDocument) document = make_document ();
  g_autoptr (FbTablePreview) preview
      = make_preview (document, "t-000001", "Maßnahme;Beschreibung\n\"Kurs\nEins\";Zwei\n", NULL);
  g_autoptr (GPtrArray) touched = fb_table_preview_apply (preview, "Import");
  g_autofree char *text = fb_text_to_words (fb_node_get_text (g_ptr_array_index (touched, 0), "text"));

  g_assert_cmpstr (fb_node_get_title (g_ptr_array_index (touched, 0)), ==, "Kurs");
  g_assert_cmpstr (text, ==, "Eins\nZwei");
}

/* The first row is one more measure, or it is not. */
static void
test_headed (void)
{
  g_autoptr (FbDocument) document = make_document ();
  g_autoptr (FbTablePreview) preview = make_preview (document, "t-000001", "Farbe;Wann\nrot;2017\n", NULL);
  g_autofree char *name = NULL;

  g_assert_false (fb_table_preview_get_mapping (preview)->headed);
  g_assert_cmpuint (fb_table_preview_get_n_rows (preview), ==, 2);
  name = fb_table_mapping_name_column (fb_table_preview_get_mapping (preview), 1);
  g_assert_cmpstr (name, ==, "Column 2");
  fb_table_preview_set_headed (preview, TRUE);
  g_assert_cmpuint (fb_table_preview_get_n_rows (preview), ==, 1);
  g_assert_cmpstr (fb_table_preview_get_heading (preview, 0), ==, "Farbe");
  assert_problems (preview, "The column “Farbe” is not understood; in new rows it goes into the remarks\n"
                            "The column “Wann” is not understood; in new rows it goes into the remarks\n");
  fb_table_preview_set_headed (preview, FALSE);
  g_assert_cmpuint (fb_table_preview_get_n_rows (preview), ==, 2);
}

/* Goals and measures by id, number and title. */
static void
test_references (void)
{
  static const struct
  {
    const char *words;
    const char *refs; /* or the problem */
  } rows[] = {
    { "z-000001", "z-000001" },
    { "z-000002 z-000001", "z-000001 z-000002" },
    { "Begegnen, helfen", "z-000002" },
    { "begegnen,  HELFEN; A.1", "z-000002 z-000003" },
    { "1.2, A.1", "z-000002 z-000003" },
    { "1.2 A.1", "z-000002 z-000003" },
    { "A.1 Sprache fördern\nz-000002", "z-000002 z-000003" },
    { "A.1: Sprache fördern", "z-000003" },
    { "Sprache fördern", "!several are called “Sprache fördern”; write number and title, or the id" },
    { "1.2; Sprache fördern", "!several are called “Sprache fördern”; write number and title, or the id" },
    { "Fliegen", "!“Fliegen” names nothing that it could refer to" },
    { "1.2; Fliegen lernen", "!“Fliegen lernen” names nothing that it could refer to" },
    /* A measure is no goal. */
    { "m-000001", "!“m-000001” names nothing that it could refer to" },
    { "Kurse", "!“Kurse” names nothing that it could refer to" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (FbDocument) document = make_document ();
      g_autofree char *table = g_strdup_printf ("Titel;Dient den Zielen\nNeu;\"%s\"\n", rows[i].words);
      g_autoptr (FbTablePreview) preview = make_preview (document, "t-000001", table, NULL);
      g_autoptr (GPtrArray) touched = NULL;
      g_autofree char *problem = NULL;
      g_autofree char *refs = NULL;

      if (*rows[i].refs == '!')
        problem = g_strdup_printf ("Row 2: Dient den Zielen: %s\n", rows[i].refs + 1);
      assert_problems (preview, problem != NULL ? problem : "");
      touched = fb_table_preview_apply (preview, "Import");
      refs = g_strjoinv (" ", (char **) fb_node_get_refs (g_ptr_array_index (touched, 0), "serves"));
      g_assert_cmpstr (refs, ==, problem != NULL ? "" : rows[i].refs);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table-mapping/guess", test_guess);
  g_test_add_func ("/table-mapping/parse", test_parse);
  g_test_add_func ("/table-mapping/choices", test_choices);
  g_test_add_func ("/table-mapping/apply", test_apply);
  g_test_add_func ("/table-mapping/new-column", test_new_column);
  g_test_add_func ("/table-mapping/joined", test_joined);
  g_test_add_func ("/table-mapping/body-and-text", test_body_and_text);
  g_test_add_func ("/table-mapping/headed", test_headed);
  g_test_add_func ("/table-mapping/references", test_references);

  return g_test_run ();
}
