/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the page of all measures costs with 20,000 of them: showing it, seeking letter by letter, a body, a field,
 * sorting, selecting all, and a change while some are shown. The time of the processor until the rows are chosen, in
 * milliseconds and against a frame of 16 ms. */

#include <adwaita.h>
#include <stdio.h>
#include <time.h>

#include "bench/big-document.h"
#include "ui/fb-collection-page.h"
#include "ui/fb-filter-bar.h"
#include "ui/fb-ui.h"

#define N_MEASURES 20000
#define FRAME_MS 16.0

static double start;

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1000.0 + time.tv_nsec / 1e6;
}

static void
rested_cb (gpointer rested)
{
  *(gboolean *) rested = TRUE;
}

static void
report (const char *what)
{
  double took = now () - start;
  gboolean rested = FALSE;
  double settled;

  start = now ();
  g_timeout_add_once (700, rested_cb, &rested);
  while (!rested)
    g_main_context_iteration (NULL, TRUE);
  settled = now () - start;
  printf ("%-36s %8.1f ms %6.1f frames; drawing and sums %8.1f ms\n", what, took, took / FRAME_MS, settled);
  start = now ();
}

static GtkWidget *
find (GtkWidget *root,
      GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
seek (GtkWidget  *bar,
      const char *text)
{
  GtkWidget *search = find (bar, GTK_TYPE_SEARCH_ENTRY);
  g_autofree char *what = g_strdup_printf ("seek “%s”", text);

  gtk_editable_set_text (GTK_EDITABLE (search), text);
  start = now ();
  g_signal_emit_by_name (search, "search-changed");
  report (what);
}

int
main (int argc, char **argv)
{
  g_autoptr (FbNode) root = big_concept (N_MEASURES);
  g_autoptr (FbDocument) document = fb_document_new (root);
  g_autoptr (GPtrArray) some = g_ptr_array_new ();
  FbNode *measure = fb_document_lookup (document, "m-000700");
  const FbProperty *cost = fb_kind_get_property (FB_KIND_MEASURE, "cost");
  GtkWidget *window;
  GtkWidget *page;
  GtkWidget *bar;
  GtkWidget *fields;
  GtkWidget *bodies;
  FbTableView *table;

  gtk_init ();
  fb_ui_init ();
  window = adw_window_new ();
  page = fb_collection_page_new ();
  table = fb_collection_page_get_table (FB_COLLECTION_PAGE (page));
  gtk_window_set_default_size (GTK_WINDOW (window), 1300, 800);
  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));

  start = now ();
  fb_page_set_node (FB_PAGE (page), document, root);
  report ("all measures");
  fb_table_view_set_filtering (table, TRUE);
  bar = find (GTK_WIDGET (table), FB_TYPE_FILTER_BAR);
  bodies = gtk_widget_get_last_child (gtk_widget_get_first_child (bar));
  fields = gtk_widget_get_next_sibling (find (bar, GTK_TYPE_SEARCH_ENTRY));
  seek (bar, "t");
  seek (bar, "te");
  seek (bar, "tei");
  seek (bar, "teil 77");
  seek (bar, "teil");
  seek (bar, "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (bodies), 1);
  report ("one body");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (fields), 2);
  report ("and one field");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (bodies), 0);
  report ("one field");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (fields), 0);
  report ("all again");
  fb_table_view_sort (table, cost, FALSE);
  report ("sorted by cost");
  seek (bar, "teil 7");
  fb_document_set_words (document, measure, "place", "Rathaus");
  report ("a word typed among them");
  fb_table_view_sort (table, NULL, FALSE);
  fb_table_view_set_filtering (table, FALSE);
  report ("no filter");
  fb_document_set_words (document, measure, "place", "Stadthalle");
  report ("a word typed among all");
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *id = g_strdup_printf ("m-%06u", 3 * i);

      g_ptr_array_add (some, fb_document_lookup (document, id));
    }
  fb_table_view_select (table, some, FALSE);
  report ("500 selected");
  fb_document_remove_one (document, measure);
  report ("one removed");
  gtk_window_destroy (GTK_WINDOW (window));

  return 0;
}
