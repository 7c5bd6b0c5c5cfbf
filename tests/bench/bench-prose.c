/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a letter costs that is typed into a chapter, from the key to the frame that shows it: long against short. */

#include <adwaita.h>
#include <stdlib.h>

#include "concept/fb-document.h"
#include "ui/fb-prose-edit.h"
#include "ui/fb-prose-page.h"
#include "ui/fb-ui.h"

#define N_KEYS 200

typedef struct
{
  double edit;  /* until the document has it */
  double whole; /* until the frame is drawn */
} Cost;

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
median (double *values,
        guint   n)
{
  qsort (values, n, sizeof *values, compare);
  return values[n / 2];
}

/* A chapter as people write them: paragraphs of 400 letters with an emphasis, every fifth one an item. */
static FbText *
make_text (gsize size)
{
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();
  gsize length = 0;

  for (guint i = 0; length < size; i++)
    {
      fb_text_builder_paragraph (builder, i % 5 == 4 ? FB_PARAGRAPH_ITEM : FB_PARAGRAPH_PLAIN, i % 5 == 4 ? 1 : 0,
                                 FB_LIST_DECIMAL, 0, NULL);
      for (guint j = 0; j < 8; j++)
        {
          if (j == 4)
            fb_text_builder_push (builder, FB_RUN_STRONG, NULL);
          fb_text_builder_append (builder, "Integration gelingt, wenn viele sich beteiligen. ", -1);
          if (j == 4)
            fb_text_builder_pop (builder);
        }
      length += 400;
    }
  return fb_text_builder_end (builder);
}

static void
settle (void)
{
  gint64 until = g_get_monotonic_time () + 300 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
}

static void
painted_cb (GdkFrameClock *clock,
            gpointer       data)
{
  *(gboolean *) data = TRUE;
}

static Cost
measure (gsize size)
{
  g_autoptr (FbText) text = make_text (size);
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, "k-bench1");
  g_autoptr (FbNode) chapter = fb_node_new (FB_KIND_CHAPTER, "c-bench1");
  g_autoptr (FbValue) value = fb_value_new_rich (text);
  g_autoptr (FbDocument) document = NULL;
  GtkWidget *page = fb_prose_page_new ();
  GtkWidget *window = adw_window_new ();
  FbProseView *view = fb_prose_page_get_view (FB_PROSE_PAGE (page));
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (fb_prose_view_get_buffer (view));
  double edits[N_KEYS];
  double wholes[N_KEYS];
  gboolean painted = FALSE;
  GdkFrameClock *clock;
  GtkTextIter iter;

  fb_node_build_value (chapter, fb_kind_get_property (FB_KIND_CHAPTER, "text"), value);
  fb_node_build_child (root, chapter);
  document = fb_document_new (root);
  fb_page_set_node (FB_PAGE (page), document, chapter);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  gtk_widget_grab_focus (GTK_WIDGET (view));
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, gtk_text_buffer_get_char_count (buffer) / 2);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (view), gtk_text_buffer_get_insert (buffer), 0.2, FALSE, 0, 0);
  settle ();
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  for (guint i = 0; i < N_KEYS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      gtk_text_buffer_begin_user_action (buffer);
      gtk_text_buffer_insert_interactive_at_cursor (buffer, i % 7 == 6 ? " " : "e", 1, TRUE);
      gtk_text_buffer_end_user_action (buffer);
      edits[i] = (double) (g_get_monotonic_time () - start);
      painted = FALSE;
      while (!painted)
        g_main_context_iteration (NULL, TRUE);
      wholes[i] = (double) (g_get_monotonic_time () - start);
    }

  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  return (Cost) { median (edits, N_KEYS), median (wholes, N_KEYS) };
}

int
main (void)
{
  Cost small, large;

  gtk_init ();
  fb_ui_init ();
  small = measure (2000);
  large = measure (100000);
  g_print ("a letter in 2 kB:   %.0f µs to the document, %.0f µs to the frame\n", small.edit, small.whole);
  g_print ("a letter in 100 kB: %.0f µs to the document, %.0f µs to the frame\n", large.edit, large.whole);
  g_print ("ratio: %.2f to the document, %.2f to the frame (limit: a frame has 16667 µs)\n", large.edit / small.edit,
           large.whole / small.whole);
  return 0;
}
