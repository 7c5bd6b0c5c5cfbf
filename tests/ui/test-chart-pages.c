/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fb-ui-test.h"

#include "flow/fb-chart.h"
#include "ui/fb-chart-list.h"
#include "ui/fb-chart-strip.h"
#include "ui/fb-costs-page.h"
#include "ui/fb-coverage-page.h"
#include "ui/fb-editor.h"
#include "ui/fb-timeline-page.h"

static FbNode *
add_measure (FbDocument *document,
             const char *title,
             const char *period,
             const char *cost)
{
  FbNode *table = fb_document_lookup (document, "t-table1");
  FbNode *measure = fb_document_create_node (document, FB_KIND_MEASURE);

  fb_document_insert_one (document, table, fb_node_get_n_children (table), measure, NULL);
  fb_document_set_words (document, measure, "title", title);
  fb_document_set_words (document, measure, "period", period);
  fb_document_set_words (document, measure, "cost", cost);
  g_object_unref (measure);

  return measure;
}

static gboolean
has_two_bars (gpointer page)
{
  FbChart *chart = fb_chart_page_get_chart (page);
  guint n = 0;

  for (guint i = 0; i < fb_chart_get_n_rows (chart); i++)
    n += fb_chart_get_row (chart, i)->n_marks > 0;

  return n >= 2;
}

static void
test_pages (void)
{
  GtkWidget *(*const makers[]) (void) = { fb_costs_page_new, fb_timeline_page_new, fb_coverage_page_new };

  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autoptr (FbDocument) document = fb_ui_test_sample ();
      GtkWidget *page = makers[i]();
      GtkWidget *window = fb_ui_test_present (page);
      gpointer watched;

      fb_ui_test_watch (page, &watched);
      fb_page_set_node (FB_PAGE (page), document, fb_document_get_root (document));
      g_assert_true (fb_page_get_node (FB_PAGE (page)) == fb_document_get_root (document));
      fb_ui_test_settle ();
      fb_ui_test_check_names (window);

      fb_chart_page_set_table_shown (FB_CHART_PAGE (page), TRUE);
      fb_ui_test_settle ();
      g_assert_true (fb_chart_page_get_table_shown (FB_CHART_PAGE (page)));
      fb_ui_test_check_names (window);
      fb_chart_page_set_table_shown (FB_CHART_PAGE (page), FALSE);
      fb_page_focus (FB_PAGE (page));

      gtk_widget_set_direction (page, GTK_TEXT_DIR_RTL);
      gtk_window_set_default_size (GTK_WINDOW (window), 420, 300);
      fb_ui_test_settle ();

      /* It follows the document, and is not disturbed when the document goes on without it. */
      add_measure (document, "Neu", "2017 bis 2018", "2017: 5.000 €");
      if (i < 2)
        g_assert_true (fb_ui_test_wait (has_two_bars, page));
      fb_document_undo (document);
      fb_page_set_node (FB_PAGE (page), NULL, NULL);
      fb_document_undo (document);
      fb_ui_test_settle ();
      fb_ui_test_close (window);
      fb_ui_test_assert_finalized (watched);
    }
}

static void
test_nothing (void)
{
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, NULL);
  g_autoptr (FbDocument) document = fb_document_new (root);
  GtkWidget *page = fb_costs_page_new ();
  GtkWidget *window = fb_ui_test_present (page);

  fb_page_set_node (FB_PAGE (page), document, root);
  fb_ui_test_settle ();
  g_assert_nonnull (fb_ui_test_find (window, ADW_TYPE_STATUS_PAGE, NULL));
  fb_ui_test_close (window);
}

static void
test_editor (void)
{
  g_autoptr (FbDocument) document = fb_ui_test_sample ();
  GtkWidget *editor = fb_editor_new ();
  GtkWidget *window;
  FbOutline *outline;
  GtkWidget *strip;
  FbNode *measure = fb_document_lookup (document, "m-secnd1");

  fb_editor_set_document (FB_EDITOR (editor), document);
  window = fb_ui_test_present (editor);
  outline = fb_editor_get_outline (FB_EDITOR (editor));

  fb_outline_set_overview (outline, "timeline");
  fb_ui_test_settle ();
  g_assert_true (FB_IS_TIMELINE_PAGE (fb_editor_get_page (FB_EDITOR (editor))));
  g_assert_null (fb_editor_get_selected (FB_EDITOR (editor)));
  strip = fb_ui_test_find (window, FB_TYPE_CHART_STRIP, NULL);
  g_assert_nonnull (strip);

  /* From one overview to another, to the node that was selected before, and to what a row is about. */
  fb_outline_set_overview (outline, "coverage");
  g_assert_true (FB_IS_COVERAGE_PAGE (fb_editor_get_page (FB_EDITOR (editor))));
  fb_editor_select (FB_EDITOR (editor), fb_document_get_root (document));
  g_assert_null (fb_outline_get_overview (outline));
  g_assert_true (fb_page_get_node (fb_editor_get_page (FB_EDITOR (editor))) == fb_document_get_root (document));
  fb_outline_set_overview (outline, "costs");
  fb_editor_go_to (FB_EDITOR (editor), measure, NULL, 0, 0);
  g_assert_cmpstr (fb_node_get_id (fb_editor_get_selected (FB_EDITOR (editor))), ==, "t-table1");

  fb_outline_set_overview (outline, "costs");
  fb_document_remove_one (document, fb_document_lookup (document, "c-fields"));
  fb_ui_test_settle ();
  fb_editor_set_document (FB_EDITOR (editor), NULL);
  fb_ui_test_close (window);
}

/* A click on a row of the chart shows the measure. */
static void
test_activate (void)
{
  g_autoptr (FbDocument) document = fb_ui_test_sample ();
  GtkWidget *editor = fb_editor_new ();
  GtkWidget *window;
  GtkWidget *list;
  FbChart *chart;
  guint position = 0;

  fb_editor_set_document (FB_EDITOR (editor), document);
  window = fb_ui_test_present (editor);
  fb_outline_set_overview (fb_editor_get_outline (FB_EDITOR (editor)), "timeline");
  fb_ui_test_settle ();
  chart = fb_chart_page_get_chart (FB_CHART_PAGE (fb_editor_get_page (FB_EDITOR (editor))));
  while (g_strcmp0 (fb_chart_get_row (chart, position)->id, "m-secnd1") != 0)
    position++;
  list = fb_ui_test_find (GTK_WIDGET (fb_editor_get_page (FB_EDITOR (editor))), GTK_TYPE_LIST_VIEW, NULL);
  gtk_widget_activate_action (list, "list.activate-item", "u", position);
  fb_ui_test_settle ();
  g_assert_cmpstr (fb_node_get_id (fb_editor_get_selected (FB_EDITOR (editor))), ==, "t-table1");
  fb_ui_test_close (window);
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  GPtrArray  *shadow)
{
  if (removed > 0)
    g_ptr_array_remove_range (shadow, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (shadow, position + i, g_list_model_get_item (model, position + i));
  g_assert_cmpuint (shadow->len, ==, g_list_model_get_n_items (model));
}

/* What the list announces is what has changed, against a shadow that knows nothing else. */
static void
test_list (void)
{
  g_autoptr (FbDocument) document = fb_ui_test_sample ();
  g_autoptr (GPtrArray) measures = g_ptr_array_new ();

  for (guint lines = 0; lines < 2; lines++)
    {
      g_autoptr (FbChartList) list = fb_chart_list_new (lines);
      g_autoptr (GPtrArray) shadow = g_ptr_array_new_with_free_func (g_object_unref);

      g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), shadow);
      for (guint round = 0; round < 100; round++)
        {
          g_autoptr (FbChart) chart = NULL;
          guint index = measures->len > 0 ? g_test_rand_int_range (0, measures->len) : 0;

          if (measures->len < 3 || g_test_rand_bit ())
            g_ptr_array_add (measures, add_measure (document, "Maßnahme", g_test_rand_bit () ? "2017" : NULL, "5 €"));
          else if (g_test_rand_bit ())
            fb_document_remove_one (document, g_ptr_array_steal_index (measures, index));
          else
            fb_document_set_words (document, g_ptr_array_index (measures, index), "period",
                                   g_test_rand_bit () ? "2018 bis 2019" : "2016");
          chart = round % 17 == 16 ? NULL : fb_chart_new_timeline (document, NULL);
          fb_chart_list_set_chart (list, chart);
          for (guint i = 0; i < shadow->len; i++)
            {
              FbChartItem *item = g_ptr_array_index (shadow, i);

              if (lines)
                g_assert_cmpstr (fb_chart_item_get_id (item), ==, fb_chart_get_line (chart, i)->id);
              else
                g_assert_true (fb_chart_row_equal (fb_chart_item_get_row (item), fb_chart_get_row (chart, i)));
            }
        }
    }
}

int
main (int    argc,
      char **argv)
{
  fb_ui_test_init (&argc, &argv);

  g_test_add_func ("/chart-pages/pages", test_pages);
  g_test_add_func ("/chart-pages/nothing", test_nothing);
  g_test_add_func ("/chart-pages/editor", test_editor);
  g_test_add_func ("/chart-pages/activate", test_activate);
  g_test_add_func ("/chart-pages/list", test_list);

  return g_test_run ();
}
