/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "flow/fb-chart.h"

#include <string.h>

#include "flow/fb-compose.h"
#include "values/fb-day.h"

static FbNode *
add (FbNode     *parent,
     FbKind      kind,
     const char *title)
{
  g_autoptr (FbNode) node = fb_node_new (kind, NULL);

  if (title != NULL)
    fb_node_build_words (node, "title", title);
  fb_node_build_child (parent, node);

  return node;
}

static FbNode *
add_measure (FbNode     *table,
             const char *title,
             const char *period,
             const char *cost)
{
  FbNode *measure = add (table, FB_KIND_MEASURE, title);

  fb_node_build_words (measure, "period", period);
  fb_node_build_words (measure, "cost", cost);

  return measure;
}

static FbNode *
add_ceiling (FbNode     *ceilings,
             const char *amount,
             const char *year,
             FbNode     *field)
{
  const char *refs[] = { field != NULL ? fb_node_get_id (field) : NULL, NULL };
  g_autoptr (FbValue) fields = fb_value_new_refs (refs);
  g_autoptr (FbNode) node = fb_node_new (FB_KIND_CEILING, NULL);

  fb_node_build_words (node, "amount", amount);
  fb_node_build_words (node, "year", year);
  fb_node_build_value (node, fb_kind_get_property (FB_KIND_CEILING, "fields"), fields);
  fb_node_build_child (ceilings, node);

  return node;
}

/* Two fields, a ceiling that is broken and one that is kept, and every form of time. */
static FbDocument *
make_document (void)
{
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, NULL);
  FbNode *first = add (root, FB_KIND_FIELD, "Bildung & <Sprache>");
  FbNode *second = add (root, FB_KIND_FIELD, "Arbeit");
  FbNode *table = add (first, FB_KIND_MEASURES, NULL);
  FbNode *other = add (second, FB_KIND_MEASURES, NULL);
  FbNode *ceilings = add (root, FB_KIND_CEILINGS, NULL);
  FbNode *process = add (root, FB_KIND_PROCESS, NULL);
  FbNode *measure;

  fb_node_build_words (root, "term", "2016 bis 2019");
  measure = add_measure (table, "Kurse", "2016 bis 2018", "60.000 €");
  fb_node_build_words (add (measure, FB_KIND_STEP, "Planen"), "period", "2016");
  add (measure, FB_KIND_STEP, "Ohne eigene Zeit");
  add_measure (table, "Lotsen", "2017", "50.000 €");
  add_measure (table, "Dauerhaft", "laufend", "5.000 € im Jahr");
  add_measure (other, "Praktika", "ab 2018", "noch offen");
  add_measure (other, "Bald", "kurzfristig", "keine");
  add_measure (other, "Irgendwann", "nach Bedarf", NULL);
  add_measure (other, "Bis", "bis 2017", NULL);
  fb_node_build_words (add (process, FB_KIND_EVENT, "Auftakt"), "dates", "05.07.2016");
  add_ceiling (ceilings, "100.000 €", NULL, NULL);
  add_ceiling (ceilings, "200.000 €", NULL, first);
  add_ceiling (ceilings, "30.000 €", "2017", NULL);
  add_ceiling (ceilings, "nach Haushaltslage", NULL, NULL);

  return fb_document_new (root);
}

static const FbChartRow *
find_row (FbChart    *chart,
          const char *label)
{
  for (guint i = 0; i < fb_chart_get_n_rows (chart); i++)
    if (g_str_equal (fb_chart_get_row (chart, i)->label, label))
      return fb_chart_get_row (chart, i);

  g_error ("there is no row “%s”", label);
}

static const char *
find_cell (FbChart    *chart,
           const char *name,
           guint       naming,
           const char *heading)
{
  guint n_columns;
  const FbChartColumn *columns = fb_chart_get_columns (chart, &n_columns);

  for (guint i = 0; i < fb_chart_get_n_lines (chart); i++)
    if (g_strcmp0 (fb_chart_get_line (chart, i)->cells[naming], name) == 0)
      for (guint j = 0; j < n_columns; j++)
        if (g_str_equal (columns[j].heading, heading))
          return fb_chart_get_line (chart, i)->cells[j];

  g_error ("there is no cell “%s”, “%s”", name, heading);
}

static void
test_costs (void)
{
  g_autoptr (FbDocument) document = make_document ();
  g_autoptr (FbChart) chart = fb_chart_new_costs (document, "de");
  const FbChartRow *all = find_row (chart, "Alle Maßnahmen zusammen");
  const FbChartRow *year = find_row (chart, "2017");
  const FbChartRow *field = find_row (chart, "Bildung & <Sprache>");
  const FbChartRow *idle = find_row (chart, "Arbeit");

  /* 110.000 against 100.000: a bar up to the limit, one above it, and the limit. */
  g_assert_cmpuint (all->n_marks, ==, 3);
  g_assert_cmpint (all->marks[1].tone, ==, FB_TONE_OVER);
  g_assert_cmpint (all->marks[2].shape, ==, FB_MARK_LIMIT);
  g_assert_cmpfloat (all->marks[0].end, ==, all->marks[2].start);
  g_assert_cmpstr (all->detail, ==, "110.000\xc2\xa0€ von 100.000\xc2\xa0€");
  g_assert_nonnull (strstr (all->description, "über dem Budgetrahmen: 10.000"));
  g_assert_nonnull (strstr (all->description, "4 Maßnahmen ohne Betrag"));

  g_assert_cmpuint (year->level, ==, 2);
  g_assert_nonnull (strstr (year->detail, "50.000"));
  g_assert_nonnull (strstr (year->detail, "30.000"));

  g_assert_cmpuint (field->n_marks, ==, 2);
  g_assert_cmpint (field->marks[0].tone, ==, FB_TONE_PLAIN);
  g_assert_nonnull (strstr (field->description, "bis zum Budgetrahmen frei: 90.000"));

  /* Unknown is never zero. */
  g_assert_cmpuint (idle->n_marks, ==, 0);
  g_assert_cmpstr (idle->detail, ==, "keine Beträge");

  g_assert_cmpstr (find_cell (chart, "1 Bildung & <Sprache>", 0, "2017"), ==, "50.000\xc2\xa0€");
  g_assert_cmpstr (find_cell (chart, "1 Bildung & <Sprache>", 0, "mehrere Jahre oder ohne Jahr"), ==,
                   "60.000\xc2\xa0€");
  g_assert_cmpstr (find_cell (chart, "1 Bildung & <Sprache>", 0, "Summe"), ==, "110.000\xc2\xa0€");
  g_assert_cmpstr (find_cell (chart, "2 Arbeit", 0, "Summe"), ==, "");
  g_assert_cmpstr (find_cell (chart, "2 Arbeit", 0, "Ohne Betrag"), ==, "3");
  g_assert_cmpstr (find_cell (chart, "Alle Maßnahmen zusammen", 0, "Ohne Betrag"), ==, "4");
  g_assert_cmpstr (find_cell (chart, "Budgetrahmen: alle Maßnahmen", 0, "Summe"), ==, "100.000\xc2\xa0€");
  g_assert_nonnull (strstr (fb_chart_get_notes (chart)[0], "nach Haushaltslage"));
}

static void
test_timeline (void)
{
  g_autoptr (FbDocument) document = make_document ();
  g_autoptr (FbChart) chart = fb_chart_new_timeline (document, "de");
  guint n_zones, n_ticks;
  const FbZone *zones = fb_chart_get_zones (chart, &n_zones);
  const FbTick *ticks = fb_chart_get_ticks (chart, &n_ticks);
  const FbDay day = { .year = 2017, .month = 1, .day = 1 };
  const FbDay before = { .year = 2015 };
  const FbMark *mark;
  double place;

  g_assert_cmpuint (n_zones, ==, 4);
  g_assert_false (zones[0].apart);
  g_assert_cmpstr (zones[1].label, ==, "kurz");
  g_assert_cmpstr (ticks[0].label, ==, "2016");
  g_assert_cmpuint (n_ticks, ==, 5);

  mark = find_row (chart, "Lotsen")->marks;
  g_assert_true (fb_chart_find_day (chart, fb_day_first_julian (&day), &place));
  g_assert_cmpfloat (mark->start, ==, place);
  g_assert_false (mark->open_start || mark->open_end);
  g_assert_false (fb_chart_find_day (chart, fb_day_first_julian (&before), &place));

  mark = find_row (chart, "Praktika")->marks;
  g_assert_false (mark->open_start);
  g_assert_true (mark->open_end);
  g_assert_cmpfloat (mark->end, ==, ticks[4].place);
  mark = find_row (chart, "Bis")->marks;
  g_assert_true (mark->open_start);
  g_assert_false (mark->open_end);
  mark = find_row (chart, "Dauerhaft")->marks;
  g_assert_cmpint (mark->tone, ==, FB_TONE_PERMANENT);
  g_assert_true (mark->open_start && mark->open_end);
  mark = find_row (chart, "Bald")->marks;
  g_assert_cmpfloat (mark->start, ==, zones[1].start);
  g_assert_cmpfloat (mark->end, ==, zones[1].end);
  g_assert_cmpint (find_row (chart, "Auftakt")->marks->shape, ==, FB_MARK_POINT);
  g_assert_cmpuint (find_row (chart, "Planen")->level, ==, 2);

  /* What has no date is listed at the end, and still says what was typed. */
  g_assert_cmpuint (find_row (chart, "Irgendwann")->n_marks, ==, 0);
  g_assert_cmpstr (find_row (chart, "Irgendwann")->detail, ==, "nach Bedarf");
  g_assert_cmpstr (fb_chart_get_row (chart, fb_chart_get_n_rows (chart) - 1)->label, ==, "Irgendwann");
  for (guint i = 0; i < fb_chart_get_n_rows (chart); i++)
    g_assert_cmpstr (fb_chart_get_row (chart, i)->label, !=, "Ohne eigene Zeit");

  g_assert_cmpstr (find_cell (chart, "Praktika", 2, "Verstanden als"), ==, "2018 bis offen");
  g_assert_cmpstr (find_cell (chart, "Auftakt", 2, "Verstanden als"), ==, "05.07.2016");
  g_assert_cmpstr (find_cell (chart, "Irgendwann", 2, "Verstanden als"), ==, "ohne Zeitangabe");
  g_assert_cmpstr (find_cell (chart, "Kurse", 2, "Zeitraum"), ==, "2016 bis 2018");
}

/* A year far off does not press all others together. */
static void
test_far_off (void)
{
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, NULL);
  g_autoptr (FbDocument) document = NULL;
  g_autoptr (FbChart) chart = NULL;
  FbNode *table = add (root, FB_KIND_MEASURES, NULL);
  guint n_ticks;
  const FbMark *mark;

  add_measure (table, "Alt", "1975 bis 2018", NULL);
  add_measure (table, "Vergangen", "1975", NULL);
  for (guint i = 0; i < 5; i++)
    add_measure (table, "Neu", "2016 bis 2018", NULL);
  document = fb_document_new (root);
  chart = fb_chart_new_timeline (document, "de");

  fb_chart_get_ticks (chart, &n_ticks);
  g_assert_cmpuint (n_ticks, <, 15);
  mark = find_row (chart, "Alt")->marks;
  g_assert_true (mark->open_start);
  g_assert_cmpfloat (mark->start, ==, 0);
  mark = find_row (chart, "Vergangen")->marks;
  g_assert_true (mark->open_start);
  g_assert_cmpfloat (mark->end, ==, 0);
}

static void
test_empty (void)
{
  FbChart *(*const makers[]) (FbDocument *, const char *)
      = { fb_chart_new_costs, fb_chart_new_timeline, fb_chart_new_coverage };

  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, NULL);
      g_autoptr (FbDocument) document = fb_document_new (root);
      g_autoptr (FbChart) chart = makers[i](document, NULL);
      g_autofree char *svg = fb_chart_to_svg (chart, 0, G_MAXUINT, "", "");

      g_assert_cmpuint (fb_chart_get_n_rows (chart), ==, 0);
      g_assert_cmpuint (fb_chart_get_n_lines (chart), ==, 0);
      g_assert_nonnull (svg);
    }
}

/* Ceilings alone, and a ceiling of nothing, divide nothing by zero. */
static void
test_ceilings_only (void)
{
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, NULL);
  g_autoptr (FbDocument) document = NULL;
  g_autoptr (FbChart) chart = NULL;
  const FbChartRow *row;

  add_ceiling (add (root, FB_KIND_CEILINGS, NULL), "0 €", "2017", NULL);
  document = fb_document_new (root);
  chart = fb_chart_new_costs (document, "de");
  row = find_row (chart, "2017");
  g_assert_cmpuint (row->n_marks, ==, 1);
  g_assert_cmpfloat (row->marks[0].start, ==, 0);
}

/* A sum that lacks a step says so below. */
static void
test_costs_in_part (void)
{
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, NULL);
  FbNode *measure = add (add (root, FB_KIND_MEASURES, NULL), FB_KIND_MEASURE, "Lotsen");
  g_autoptr (FbDocument) document = NULL;
  g_autoptr (FbChart) chart = NULL;

  fb_node_build_words (add (measure, FB_KIND_STEP, NULL), "cost", "5.000 €");
  add (measure, FB_KIND_STEP, NULL);
  document = fb_document_new (root);
  chart = fb_chart_new_costs (document, "de");
  g_assert_cmpstr (fb_chart_get_notes (chart)[0], ==,
                   "Maßnahmen mit nur teilweise bekanntem Betrag, soweit bekannt in den Summen: 1");
}

static void
test_coverage (void)
{
  g_autoptr (FbDocument) document = make_document ();
  FbNode *root = fb_document_get_root (document);
  FbNode *field = fb_node_get_child_of_kind (root, FB_KIND_FIELD);
  FbNode *measure = fb_node_get_child (fb_node_get_child_of_kind (field, FB_KIND_MEASURES), 1);
  g_autoptr (FbNode) goals = fb_node_new (FB_KIND_GOALS, NULL);
  FbNode *served = add (goals, FB_KIND_GOAL, "Sprache");
  g_autoptr (FbValue) value = NULL;
  g_autoptr (FbChart) chart = NULL;
  const FbChartRow *row;

  add (goals, FB_KIND_GOAL, "Ohne alles");
  add (add (goals, FB_KIND_GOAL, "Darüber"), FB_KIND_GOAL, "Darunter");
  fb_document_insert_one (document, field, 0, goals, NULL);
  value = fb_value_new_refs ((const char *[]) {
      fb_node_get_id (served), fb_node_get_id (fb_node_get_child (fb_node_get_child (goals, 2), 0)), NULL });
  fb_document_set (document, measure, fb_kind_get_property (FB_KIND_MEASURE, "serves"), value);
  chart = fb_chart_new_coverage (document, "de");

  row = find_row (chart, "Sprache");
  g_assert_cmpuint (row->n_marks, ==, 1);
  g_assert_cmpint (row->marks[0].shape, ==, FB_MARK_POINT);
  g_assert_false (row->alert);
  g_assert_nonnull (strstr (row->description, "Lotsen"));
  row = find_row (chart, "Ohne alles");
  g_assert_true (row->alert);
  g_assert_cmpstr (row->detail, ==, "keine Maßnahmen");
  row = find_row (chart, "Darüber");
  g_assert_false (row->alert);
  g_assert_cmpuint (row->n_marks, ==, 0);
  g_assert_cmpuint (find_row (chart, "Darunter")->level, ==, 2);
  g_assert_cmpstr (fb_chart_get_notes (chart)[0], ==, "Ziele ohne Maßnahmen: 1 von 4");
  g_assert_cmpstr (fb_chart_get_notes (chart)[1], ==, "Maßnahmen ohne Ziel: 6 von 7");
  g_assert_cmpstr (find_row (chart, "Praktika")->detail, ==, "2 Arbeit");
  for (guint i = 0; i < fb_chart_get_n_rows (chart); i++)
    g_assert_cmpstr (fb_chart_get_row (chart, i)->label, !=, "Lotsen");
}

static void
test_svg (void)
{
  static const GMarkupParser parser = { NULL };
  g_autoptr (FbDocument) document = make_document ();
  FbChart *(*const makers[]) (FbDocument *, const char *)
      = { fb_chart_new_costs, fb_chart_new_timeline, fb_chart_new_coverage };

  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autoptr (FbChart) chart = makers[i](document, "de");

      for (guint first = 0; first <= fb_chart_get_n_rows (chart); first++)
        {
          g_autofree char *svg = fb_chart_to_svg (chart, first, 4, "A & B", "<desc>");
          GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
          g_autoptr (GError) error = NULL;

          g_markup_parse_context_parse (context, svg, strlen (svg), &error);
          g_assert_no_error (error);
          g_markup_parse_context_end_parse (context, &error);
          g_assert_no_error (error);
          g_markup_parse_context_free (context);
          g_assert_null (strstr (svg, "nan"));
          g_assert_nonnull (strstr (svg, "<title>A &amp; B</title>"));
          g_assert_nonnull (strstr (svg, "<desc>&lt;desc&gt;</desc>"));
        }
    }
}

/* Whatever is typed, marks stay on the scale, and every row reads. */
static void
test_random (void)
{
  static const char *const periods[] = { NULL,   "2014",    "ab 2017", "bis 2030",      "kurzfristig",  "1.1.0001",
                                         "9999", "laufend", "x",       "mittelfristig", "2020 bis 2010" };
  static const char *const costs[] = { NULL,   "1 €",    "99.999.999.999 €",     "keine", "5 € im Jahr", "2017: 3 €",
                                       "-4 €", "0,01 €", "9223372036854775807 €" };

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, NULL);
      g_autoptr (FbDocument) document = NULL;
      FbNode *table = add (add (root, FB_KIND_FIELD, NULL), FB_KIND_MEASURES, NULL);

      for (int i = g_test_rand_int_range (0, 6); i > 0; i--)
        add_measure (g_test_rand_bit () ? table : add (root, FB_KIND_MEASURES, NULL),
                     g_test_rand_bit () ? "Titel" : NULL, periods[g_test_rand_int_range (0, G_N_ELEMENTS (periods))],
                     costs[g_test_rand_int_range (0, G_N_ELEMENTS (costs))]);
      document = fb_document_new (root);
      for (guint i = 0; i < 4; i++)
        {
          g_autoptr (FbChart) chart = i % 2 ? fb_chart_new_costs (document, i > 1 ? "de" : NULL)
                                            : fb_chart_new_timeline (document, i > 1 ? "de" : NULL);
          g_autofree char *svg = fb_chart_to_svg (chart, 0, G_MAXUINT, "", "");

          g_assert_null (strstr (svg, "nan"));
          for (guint j = 0; j < fb_chart_get_n_rows (chart); j++)
            {
              const FbChartRow *row = fb_chart_get_row (chart, j);

              g_assert_nonnull (row->description);
              g_assert_true (fb_chart_row_equal (row, row));
              for (guint k = 0; k < row->n_marks; k++)
                {
                  g_assert_cmpfloat (row->marks[k].start, >=, 0);
                  g_assert_cmpfloat (row->marks[k].end, >=, row->marks[k].start);
                  g_assert_cmpfloat (row->marks[k].end, <=, 1);
                }
            }
        }
    }
}

/* A chapter that generates them prints figures with alternative text, and the table. */
static void
test_flow (void)
{
  static const char *const generated[] = { "costs", "timeline", "coverage" };
  static const guint n_figures[] = { 1, 1, 0 };
  g_autoptr (FbDocument) document = make_document ();
  g_autoptr (FbPrintout) printout = NULL;
  FbNode *root = fb_document_get_root (document);

  for (guint i = 0; i < G_N_ELEMENTS (generated); i++)
    {
      g_autoptr (FbNode) chapter = fb_document_create_node (document, FB_KIND_CHAPTER);
      g_autoptr (FbFlow) flow = NULL;
      guint figures = 0;
      guint tables = 0;

      fb_document_insert_one (document, root, fb_node_get_n_children (root), chapter, NULL);
      fb_document_set_words (document, chapter, "title", "Kapitel");
      fb_document_set_words (document, chapter, "generates", generated[i]);
      g_clear_pointer (&printout, fb_printout_free);
      printout = fb_printout_new (FB_SCOPE_BRANCH, fb_node_get_id (chapter));
      flow = fb_compose (document, printout);
      for (guint j = 0; j < fb_flow_get_n_blocks (flow); j++)
        {
          const FbBlock *block = fb_flow_get_block (flow, j);

          if (block->type == FB_BLOCK_FIGURE)
            {
              g_assert_cmpstr (block->figure->media_type, ==, "image/svg+xml");
              g_assert_nonnull (block->figure->alternative);
              figures++;
            }
          if (block->type == FB_BLOCK_TABLE)
            tables++;
        }
      g_assert_cmpuint (figures, ==, n_figures[i]);
      g_assert_cmpuint (tables, ==, 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/costs", test_costs);
  g_test_add_func ("/chart/costs-in-part", test_costs_in_part);
  g_test_add_func ("/chart/timeline", test_timeline);
  g_test_add_func ("/chart/far-off", test_far_off);
  g_test_add_func ("/chart/empty", test_empty);
  g_test_add_func ("/chart/ceilings-only", test_ceilings_only);
  g_test_add_func ("/chart/coverage", test_coverage);
  g_test_add_func ("/chart/svg", test_svg);
  g_test_add_func ("/chart/random", test_random);
  g_test_add_func ("/chart/flow", test_flow);

  return g_test_run ();
}
