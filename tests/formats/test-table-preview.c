/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/fb-table-preview.h"

#include <string.h>

#include "../store/random-tree.h"
#include "formats/fb-table-export.h"
#include "store/fb-file.h"
#include "store/fb-writer.h"

static const FbGridOptions options = FB_GRID_OPTIONS_DEFAULT;

static FbGrid *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  FbGrid *grid = fb_grid_read_csv (bytes, &error);

  g_assert_no_error (error);

  return grid;
}

/* A concept with one table of measures, "t-000001". */
static FbDocument *
make_document (void)
{
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, "k-000001");
  g_autoptr (FbNode) table = fb_node_new (FB_KIND_MEASURES, "t-000001");
  g_autoptr (FbNode) measure = fb_node_new (FB_KIND_MEASURE, "m-000001");
  g_autoptr (FbNode) step = fb_node_new (FB_KIND_STEP, "u-000001");
  g_autoptr (FbNode) column = fb_node_new (FB_KIND_COLUMN, "s-000001");
  g_autoptr (FbValue) language = fb_value_new_language ("de");
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();
  g_autoptr (FbText) text = NULL;
  g_autoptr (FbValue) rich = NULL;

  fb_node_build_value (root, fb_kind_get_property (FB_KIND_CONCEPT, "xml:lang"), language);
  fb_node_build_words (column, "title", "Punkte");
  fb_node_build_child (table, column);
  fb_node_build_words (measure, "title", "Kurse");
  fb_node_build_words (measure, "cost", "-5 €");
  fb_text_builder_push (builder, FB_RUN_STRONG, NULL);
  fb_text_builder_append (builder, "Fett", -1);
  fb_text_builder_pop (builder);
  fb_text_builder_paragraph (builder, FB_PARAGRAPH_ITEM, 1, FB_LIST_BULLET, 0, NULL);
  fb_text_builder_append (builder, "Punkt", -1);
  text = fb_text_builder_end (builder);
  rich = fb_value_new_rich (text);
  fb_node_build_value (measure, fb_kind_get_property (FB_KIND_MEASURE, "text"), rich);
  fb_node_build_words (step, "title", "Planen");
  fb_node_build_child (measure, step);
  fb_node_build_child (table, measure);
  fb_node_build_child (root, table);

  return fb_document_new (root);
}

static FbNode *
get_table (FbDocument *document)
{
  return fb_document_lookup (document, "t-000001");
}

static void
assert_inverse (FbDocument *document,
                FbNode     *table)
{
  g_autoptr (GBytes) before = fb_writer_write (fb_document_get_root (document));
  g_autoptr (GBytes) csv = fb_table_export_csv (document, table, &options);
  g_autoptr (GError) error = NULL;
  FbGrid *grid = fb_grid_read_csv (csv, &error);
  g_autoptr (FbTablePreview) preview = NULL;
  g_autoptr (GPtrArray) touched = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) again = NULL;

  g_assert_no_error (error);
  preview = fb_table_preview_new (document, table, grid);
  if (fb_table_preview_get_problems (preview)->len > 0)
    g_error ("%s", (const char *) fb_table_preview_get_problems (preview)->pdata[0]);
  touched = fb_table_preview_apply (preview, "Import");
  g_assert_cmpuint (touched->len, ==, 0);
  g_assert_false (fb_document_can_undo (document));
  after = fb_writer_write (fb_document_get_root (document));
  g_assert_true (g_bytes_equal (before, after));
  again = fb_table_export_csv (document, table, &options);
  g_assert_true (g_bytes_equal (csv, again));
}

static void
test_examples (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples", NULL);
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (directory);
  while ((name = g_dir_read_name (directory)) != NULL)
    if (g_str_has_suffix (name, ".konzept"))
      {
        g_autofree char *full = g_build_filename (path, name, NULL);
        g_autoptr (GFile) file = g_file_new_for_path (full);
        g_autoptr (GError) error = NULL;
        g_autoptr (FbDocument) document = fb_file_load (file, NULL, &error);

        g_assert_no_error (error);
        g_test_message ("%s", name);
        assert_inverse (document, NULL);
        n++;
      }
  g_assert_cmpuint (n, >, 3);
}

static void
test_random (void)
{
  for (guint round = 0; round < 150; round++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (round);
      g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, NULL);
      g_autoptr (FbNode) table = random_node (rand, FB_KIND_MEASURES, 1);
      g_autoptr (FbNode) other = random_node (rand, FB_KIND_MEASURES, 1);
      g_autoptr (FbDocument) document = NULL;

      fb_node_build_child (root, table);
      fb_node_build_child (root, other);
      document = fb_document_new (root);
      g_test_message ("%u", round);
      assert_inverse (document, NULL);
      assert_inverse (document, table);
    }
}

static char *
edit (FbDocument *document,
      const char *from,
      const char *to)
{
  g_autoptr (GBytes) csv = fb_table_export_csv (document, NULL, &options);
  g_autofree char *text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
  g_auto (GStrv) parts = g_strsplit (text, from, 2);

  g_assert_nonnull (parts[1]);

  return g_strjoinv (to, parts);
}

/* A cell that is edited in a spreadsheet changes, and nothing else; and what is exported then is that file. */
static void
test_change (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *id;
    const char *property;
    const char *after;
  } rows[] = {
    { "Kurse", "Sprachkurse", "m-000001", "title", "Sprachkurse" },
    { "'-5 €", "'+7 €", "m-000001", "cost", "+7 €" },
    { "'-5 €", "", "m-000001", "cost", "" },
    { "Planen", "Beginnen", "u-000001", "title", "Beginnen" },
    { "Punkt\"", "Punkt\nMehr\"", "m-000001", "text", "Fett\nPunkt\nMehr" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (FbDocument) document = make_document ();
      g_autoptr (GBytes) before = fb_writer_write (fb_document_get_root (document));
      g_autofree char *text = edit (document, rows[i].from, rows[i].to);
      g_autoptr (FbTablePreview) preview = fb_table_preview_new (document, get_table (document), read_text (text));
      FbNode *node = fb_document_lookup (document, rows[i].id);
      const FbProperty *property = fb_kind_get_property (fb_node_get_kind (node), rows[i].property);
      g_autoptr (GPtrArray) touched = NULL;
      g_autofree char *words = NULL;
      g_autoptr (GBytes) csv = NULL;
      g_autoptr (GBytes) undone = NULL;

      g_assert_cmpuint (fb_table_preview_get_problems (preview)->len, ==, 0);
      g_assert_cmpuint (fb_table_preview_count (preview, FB_ROW_CHANGED), ==, 1);
      g_assert_cmpuint (fb_table_preview_count (preview, FB_ROW_SAME), ==, 1);
      touched = fb_table_preview_apply (preview, "Import");
      g_assert_cmpuint (touched->len, ==, 1);
      words = fb_value_to_words (fb_node_get_value (node, property), property);
      g_assert_cmpstr (words, ==, rows[i].after);
      if (i == 4)
        g_assert_cmpuint (fb_text_get_n_runs (fb_node_get_text (node, "text")), ==, 1);

      csv = fb_table_export_csv (document, NULL, &options);
      g_assert_cmpmem (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv), text, strlen (text));
      fb_document_undo (document);
      undone = fb_writer_write (fb_document_get_root (document));
      g_assert_true (g_bytes_equal (undone, before));
    }
}

static void
test_add (void)
{
  g_autoptr (FbDocument) document = make_document ();
  FbNode *table = get_table (document);
  g_autoptr (FbTablePreview) preview
      = fb_table_preview_new (document, table,
                              read_text (
                                  "id;Art;Titel;Priorität;Punkte\n"
                                  "m-000001;Maßnahme;Kurse;hoch;12\n;Umsetzungsschritt;Neu;;\n"
                                  ";Zwischenzeile;Band;;\n;;Im Band;mittel;3\n;Umsetzungsschritt;Sein Schritt;;\n"));
  g_autoptr (GPtrArray) touched = NULL;
  FbNode *measure = fb_document_lookup (document, "m-000001");
  FbNode *band, *added;

  g_assert_cmpuint (fb_table_preview_get_problems (preview)->len, ==, 0);
  g_assert_cmpuint (fb_table_preview_count (preview, FB_ROW_NEW), ==, 4);
  touched = fb_table_preview_apply (preview, "Import");
  g_assert_cmpuint (touched->len, ==, 5);
  g_assert_cmpstr (fb_node_get_words (measure, "priority"), ==, "high");
  g_assert_cmpuint (fb_node_get_n_children (measure), ==, 2);
  g_assert_cmpstr (fb_node_get_title (fb_node_get_child (measure, 1)), ==, "Neu");
  band = fb_node_get_child_of_kind (table, FB_KIND_GROUP);
  g_assert_cmpstr (fb_node_get_title (band), ==, "Band");
  added = fb_node_get_child (band, 0);
  g_assert_cmpstr (fb_node_get_title (added), ==, "Im Band");
  g_assert_cmpstr (fb_value_get_words (fb_node_get_value (added, fb_property_for_column ("s-000001"))), ==, "3");
  g_assert_cmpstr (fb_node_get_title (fb_node_get_child (added, 0)), ==, "Sein Schritt");
  fb_document_undo (document);
  g_assert_false (fb_document_can_undo (document));
  g_assert_cmpuint (fb_node_get_n_children (measure), ==, 1);
}

static gboolean
has_problem (FbTablePreview *preview,
             const char     *words)
{
  GPtrArray *problems = fb_table_preview_get_problems (preview);

  for (guint i = 0; i < problems->len; i++)
    if (strstr (g_ptr_array_index (problems, i), words) != NULL)
      return TRUE;

  return FALSE;
}

/* Nothing is lost and nothing changes by what is not understood. */
static void
test_problems (void)
{
  g_autoptr (FbDocument) document = make_document ();
  g_autoptr (FbTablePreview) preview
      = fb_table_preview_new (document, get_table (document),
                              read_text ("id;Art;Titel;Status;Farbe;Dient den Zielen\n"
                                         "m-999999;;Fremd;;;\nm-000001;;Kurse;vielleicht;;\nm-000001;;Zweimal;;;\n"
                                         ";;Neu;bald;grün;z-fehlt\n;Drache;Was;;;\n"));
  g_autoptr (GPtrArray) touched = NULL;
  g_autofree char *remarks = NULL;
  FbCellStatus status;

  g_assert_true (has_problem (preview, "Row 2: the id “m-999999”"));
  g_assert_true (has_problem (preview, "Row 3: Status: “vielleicht”"));
  g_assert_true (has_problem (preview, "Row 4: the id “m-000001” has been there"));
  g_assert_true (has_problem (preview, "“Farbe”"));
  g_assert_true (has_problem (preview, "Row 6: “Drache”"));
  g_assert_cmpuint (fb_table_preview_count (preview, FB_ROW_REFUSED), ==, 3);
  fb_table_preview_get_cell (preview, 1, 3, &status);
  g_assert_cmpint (status, ==, FB_CELL_UNKNOWN);
  g_assert_false (fb_table_preview_is_understood (preview, 4));

  touched = fb_table_preview_apply (preview, "Import");
  g_assert_cmpuint (touched->len, ==, 1);
  remarks = fb_text_to_words (fb_node_get_text (g_ptr_array_index (touched, 0), "remarks"));
  g_assert_cmpstr (remarks, ==, "Status: bald\nFarbe: grün\nDient den Zielen: z-fehlt");
  g_assert_cmpstr (fb_node_get_title (fb_document_lookup (document, "m-000001")), ==, "Kurse");
}

/* As it comes from a word processor: a band over all columns, steps in brackets, merged cells, counted numbers. */
static void
test_paste (void)
{
  static const char html[]
      = "<table><tr><td>Lfd. Nr.</td><td>Ideen, Maßnahmen und Umsetzungsschritte</td><td>Zeitraum der Umsetzung</td>"
        "<td>Umsetzung durch</td></tr><tr><td colspan=4>Bereits umgesetzt</td></tr>"
        "<tr><td>1</td><td><p>Plattformen</p><p>Ein Text.</p><p>(1) Überblick</p><p>(2) Netz</p></td>"
        "<td>2016</td><td>(1) 32<br>(2) SKFM, 51</td></tr>"
        "<tr><td>2</td><td>Zweite</td><td rowspan=2>2017</td><td>51</td></tr>"
        "<tr><td>3</td><td>Dritte</td><td>1. 500 Leute</td></tr></table>";
  g_autoptr (FbDocument) document = make_document ();
  FbNode *table = get_table (document);
  FbGrid *grid = fb_grid_read_html (html, strlen (html), NULL);
  g_autoptr (FbTablePreview) preview = fb_table_preview_new (document, table, grid);
  g_autoptr (GPtrArray) touched = NULL;
  g_autoptr (GPtrArray) copied = g_ptr_array_new ();
  g_autoptr (FbTablePreview) again = NULL;
  g_autoptr (GPtrArray) twice = NULL;
  g_autofree char *text = NULL;
  FbNode *first, *step;

  g_assert_cmpuint (fb_table_preview_get_n_rows (preview), ==, 4);
  touched = fb_table_preview_apply (preview, "Paste");
  g_assert_cmpint (fb_node_get_kind (g_ptr_array_index (touched, 0)), ==, FB_KIND_GROUP);
  first = g_ptr_array_index (touched, 1);
  g_assert_true (fb_node_get_parent (first) == g_ptr_array_index (touched, 0));
  g_assert_cmpstr (fb_node_get_title (first), ==, "Plattformen");
  g_assert_null (fb_node_get_words (first, "number"));
  g_assert_null (fb_node_get_words (first, "responsible"));
  text = fb_text_to_words (fb_node_get_text (first, "text"));
  g_assert_cmpstr (text, ==, "Ein Text.");
  g_assert_cmpuint (fb_node_get_n_children (first), ==, 2);
  step = fb_node_get_child (first, 1);
  g_assert_cmpstr (fb_node_get_words (step, "responsible"), ==, "SKFM, 51");
  g_assert_cmpstr (fb_node_get_words (g_ptr_array_index (touched, 3), "period"), ==, "2017");
  g_assert_cmpstr (fb_node_get_words (g_ptr_array_index (touched, 3), "responsible"), ==, "1. 500 Leute");
  g_assert_true (has_problem (preview, "merged"));

  /* And what is copied out can be pasted again. */
  for (guint i = 1; i < touched->len; i++)
    g_ptr_array_add (copied, g_ptr_array_index (touched, i));
  fb_document_remove_one (document, fb_document_lookup (document, "s-000001"));
  again = fb_table_preview_new (document, table, fb_table_export_rows (document, copied));
  twice = fb_table_preview_apply (again, "Paste");
  g_assert_cmpuint (twice->len, ==, 3);
  g_assert_cmpstr (fb_node_get_title (g_ptr_array_index (twice, 0)), ==, "Plattformen");
  g_assert_cmpuint (fb_node_get_n_children (g_ptr_array_index (twice, 0)), ==, 2);
  g_assert_cmpstr (fb_node_get_words (fb_node_get_child (g_ptr_array_index (twice, 0), 0), "responsible"), ==, "32");
}

static void
set_own (FbDocument *document,
         FbNode     *measure,
         FbNode     *column,
         const char *words)
{
  g_autoptr (FbValue) value = fb_value_new_words (words);

  fb_document_set (document, measure, fb_property_for_column (fb_node_get_id (column)), value);
}

/* Rows of several tables: the usual columns, and own columns of one name as one. */
static void
test_rows_of_tables (void)
{
  g_autoptr (FbDocument) document = make_document ();
  FbNode *root = fb_document_get_root (document);
  g_autoptr (FbNode) table = fb_document_create_node (document, FB_KIND_MEASURES);
  g_autoptr (FbNode) shown = fb_document_create_node (document, FB_KIND_COLUMN);
  g_autoptr (FbNode) own = fb_document_create_node (document, FB_KIND_COLUMN);
  g_autoptr (FbNode) measure = fb_document_create_node (document, FB_KIND_MEASURE);
  g_autoptr (GPtrArray) measures = g_ptr_array_new ();
  g_autoptr (FbGrid) grid = NULL;

  fb_node_build_words (shown, "shows", "place");
  fb_node_build_words (own, "title", "Punkte");
  fb_node_build_words (measure, "title", "Fahrten");
  fb_node_build_words (measure, "place", "Rathaus");
  fb_node_build_child (table, shown);
  fb_node_build_child (table, own);
  fb_node_build_child (table, measure);
  fb_document_insert_one (document, root, 1, table, NULL);
  set_own (document, measure, own, "7");
  set_own (document, fb_document_lookup (document, "m-000001"), fb_document_lookup (document, "s-000001"), "3");

  g_ptr_array_add (measures, fb_document_lookup (document, "m-000001"));
  g_ptr_array_add (measures, measure);
  grid = fb_table_export_rows (document, measures);
  g_assert_cmpuint (fb_grid_get_n_columns (grid), ==, 7);
  g_assert_cmpstr (fb_grid_get (grid, 0, 3), ==, "Kosten");
  g_assert_cmpstr (fb_grid_get (grid, 0, 5), ==, "Punkte");
  g_assert_cmpstr (fb_grid_get (grid, 0, 6), ==, "Ort");
  g_assert_cmpstr (fb_grid_get (grid, 1, 3), ==, "-5 €");
  g_assert_cmpstr (fb_grid_get (grid, 1, 5), ==, "3");
  g_assert_cmpstr (fb_grid_get (grid, 1, 6), ==, "");
  g_assert_cmpstr (fb_grid_get (grid, 2, 1), ==, "Fahrten");
  g_assert_cmpstr (fb_grid_get (grid, 2, 5), ==, "7");
  g_assert_cmpstr (fb_grid_get (grid, 2, 6), ==, "Rathaus");
}

/* Without headings, with fewer columns, with more rows than anyone types. */
static void
test_plain (void)
{
  g_autoptr (FbDocument) document = make_document ();
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (FbTablePreview) preview = NULL;
  g_autoptr (GPtrArray) touched = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append_printf (rows, "%u\tMaßnahme %u\tab 20%02u\t5 €\t51\tRest\n", i + 1, i, i % 100);
  preview = fb_table_preview_new (document, get_table (document), fb_grid_read_tsv (rows->str, NULL));
  fb_table_preview_set_place (preview, fb_document_lookup (document, "m-000001"));
  g_assert_cmpuint (fb_table_preview_get_n_rows (preview), ==, 500);
  touched = fb_table_preview_apply (preview, "Paste");
  g_assert_cmpuint (touched->len, ==, 500);
  g_assert_cmpstr (fb_node_get_title (g_ptr_array_index (touched, 499)), ==, "Maßnahme 499");
  g_assert_cmpuint (fb_node_get_index (g_ptr_array_index (touched, 499)), ==, 501);
  g_assert_nonnull (fb_node_get_text (g_ptr_array_index (touched, 0), "remarks"));
  fb_document_undo (document);
  g_assert_cmpuint (fb_node_get_n_children (get_table (document)), ==, 2);
}

/* Whatever the cells, nothing breaks, and undo brings everything back. */
static void
test_noise (void)
{
  static const char *const pieces[] = {
    "id",          "Art",       "Titel",         "Kosten", "Maßnahme", "m-000001", "u-000001", "Umsetzungsschritt",
    "(1) a (2) b", "Gehört zu", "t-000001",      "x",      "",         "",         "Punkte",   "Text",
    "Status",      "geplant",   "Zwischenzeile", "\n"
  };

  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (FbDocument) document = make_document ();
      g_autoptr (GBytes) before = fb_writer_write (fb_document_get_root (document));
      g_autoptr (GBytes) after = NULL;
      g_autoptr (FbTablePreview) preview = NULL;
      g_autoptr (GPtrArray) touched = NULL;
      FbGrid *grid = fb_grid_new ();
      guint n_rows = g_test_rand_int_range (1, 8);

      for (guint i = 0; i < n_rows; i++)
        {
          fb_grid_add_row (grid, i + 1);
          for (int j = g_test_rand_int_range (0, 6); j > 0; j--)
            if (g_test_rand_int_range (0, 8) == 0)
              fb_grid_add_covered (grid, g_test_rand_bit () ? FB_GRID_CELL_BELOW : FB_GRID_CELL_COVERED);
            else
              fb_grid_add_cell (grid, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
        }
      preview = fb_table_preview_new (document, g_test_rand_bit () ? get_table (document) : NULL, grid);
      touched = fb_table_preview_apply (preview, "Import");
      while (fb_document_can_undo (document))
        fb_document_undo (document);
      after = fb_writer_write (fb_document_get_root (document));
      g_assert_true (g_bytes_equal (before, after));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table-preview/examples", test_examples);
  g_test_add_func ("/table-preview/random", test_random);
  g_test_add_func ("/table-preview/change", test_change);
  g_test_add_func ("/table-preview/add", test_add);
  g_test_add_func ("/table-preview/problems", test_problems);
  g_test_add_func ("/table-preview/paste", test_paste);
  g_test_add_func ("/table-preview/rows-of-tables", test_rows_of_tables);
  g_test_add_func ("/table-preview/plain", test_plain);
  g_test_add_func ("/table-preview/noise", test_noise);

  return g_test_run ();
}
