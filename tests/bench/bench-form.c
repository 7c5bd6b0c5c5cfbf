/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the form costs: filling it with another row of the table, and a letter typed in it, with 20,000 measures and
 * with 20. The time of the processor is told, because frames come at the pace of the screen: until the form is filled
 * and the document has the letter, and until the frame is drawn. */

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "bench/big-document.h"
#include "ui/fb-collection-page.h"
#include "ui/fb-inspector.h"
#include "ui/fb-ui.h"

#define N_RUNS 60
#define FEW 20
#define MANY 20000
#define FRAME_MS 16.0

typedef struct
{
  double change; /* in milliseconds */
  double whole;
} Cost;

typedef struct
{
  Cost row;
  Cost letter[3];
} Costs;

/* Where letters are typed. */
static const char *const typed_in[] = { "title", "responsible", "cost" };

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
median (double *values)
{
  qsort (values, N_RUNS, sizeof *values, compare);
  return values[N_RUNS / 2];
}

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1000.0 + time.tv_nsec / 1e6;
}

static void
settle (void)
{
  gint64 until = g_get_monotonic_time () + 500 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
}

static void
painted_cb (GdkFrameClock *clock,
            gpointer       data)
{
  *(gboolean *) data = TRUE;
}

static void
type (GtkWidget *focus)
{
  if (GTK_IS_TEXT_VIEW (focus))
    gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), "e", 1);
  else
    gtk_editable_insert_text (GTK_EDITABLE (focus), "e", 1, &(int) { 0 });
}

static Costs
measure (guint n_measures)
{
  g_autoptr (FbNode) root = big_concept (n_measures);
  g_autoptr (FbDocument) document = fb_document_new (root);
  g_autoptr (GPtrArray) measures = g_ptr_array_new ();
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *page = fb_collection_page_new ();
  GtkWidget *inspector = fb_page_get_inspector (FB_PAGE (page));
  FbTableView *table = fb_collection_page_get_table (FB_COLLECTION_PAGE (page));
  FbNode *container = NULL;
  double changes[N_RUNS];
  double wholes[N_RUNS];
  gboolean painted = FALSE;
  GdkFrameClock *clock;
  Costs costs;

  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    {
      if (container == NULL && fb_node_get_kind (node) == FB_KIND_MEASURES)
        container = node;
      if (container != NULL && fb_node_get_kind (node) == FB_KIND_MEASURE && fb_node_is_ancestor (container, node))
        g_ptr_array_add (measures, node);
    }

  fb_page_set_node (FB_PAGE (page), document, container);
  gtk_widget_set_hexpand (page, TRUE);
  gtk_widget_set_size_request (inspector, 340, -1);
  gtk_box_append (GTK_BOX (box), page);
  gtk_box_append (GTK_BOX (box), inspector);
  gtk_window_set_default_size (GTK_WINDOW (window), 1300, 800);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  fb_table_view_select_one (table, g_ptr_array_index (measures, 0), TRUE);
  settle ();
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  for (guint i = 0; i < N_RUNS; i++)
    {
      double start = now ();

      fb_table_view_select_one (table, g_ptr_array_index (measures, (i + 1) % MIN (measures->len, 4)), TRUE);
      changes[i] = now () - start;
      for (painted = FALSE; !painted;)
        g_main_context_iteration (NULL, TRUE);
      wholes[i] = now () - start;
    }
  costs.row = (Cost) { median (changes), median (wholes) };

  for (guint where = 0; where < G_N_ELEMENTS (typed_in); where++)
    {
      const FbProperty *property = fb_kind_get_property (FB_KIND_MEASURE, typed_in[where]);
      GtkWidget *focus;

      fb_page_reveal (FB_PAGE (page), g_ptr_array_index (measures, 1), property, 0, 0);
      settle ();
      focus = gtk_window_get_focus (GTK_WINDOW (window));
      for (guint i = 0; i < N_RUNS; i++)
        {
          double start = now ();

          type (focus);
          changes[i] = now () - start;
          for (painted = FALSE; !painted;)
            g_main_context_iteration (NULL, TRUE);
          wholes[i] = now () - start;
        }
      costs.letter[where] = (Cost) { median (changes), median (wholes) };
    }

  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  return costs;
}

static void
print (const char *what,
       Cost        few,
       Cost        many)
{
  printf ("%s: %.2f ms with %d measures, %.2f ms with %d: ratio %.2f; to the frame %.2f ms, %.2f ms: ratio %.2f\n",
          what, few.change, FEW, many.change, MANY, many.change / few.change, few.whole, many.whole,
          many.whole / few.whole);
}

int
main (void)
{
  Costs few, many;

  gtk_init ();
  fb_ui_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  few = measure (FEW);
  many = measure (MANY);

  print ("another row in the form", few.row, many.row);
  printf ("the form is filled in %.2f of a frame (aim: under 1), drawn in %.2f\n", many.row.change / FRAME_MS,
          many.row.whole / FRAME_MS);
  for (guint i = 0; i < G_N_ELEMENTS (typed_in); i++)
    {
      g_autofree char *what = g_strdup_printf ("a letter in “%s”", typed_in[i]);

      print (what, few.letter[i], many.letter[i]);
    }
  return EXIT_SUCCESS;
}
