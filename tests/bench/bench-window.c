/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the window costs: the first frame of the program with the example against that of an empty window, from the
 * start of the process on, on the clock and in time of the processor; and the first frame, a scroll step, a typed
 * letter and the memory with 20,000 measures against 20. Each is measured in processes of its own, which this program
 * starts. Steps and letters are told in time of the processor, because frames come at the pace of the screen. */

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "store/fb-file.h"
#include "ui/fb-application.h"
#include "ui/fb-ui.h"
#include "ui/fb-window-files.h"
#include "ui/fb-window.h"

#define N_RUNS 5
#define N_STEPS 60
#define STEP 120.0 /* in pixels: a notch of a wheel, about */
#define FEW 20
#define MANY 20000

typedef struct
{
  const char *what; /* "empty", or a file */
  gboolean use;     /* scroll and type after the first frame */
  GtkWidget *window;
  gboolean painted;
  double loading; /* in milliseconds */
} Child;

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

/* Ids in a row: so many random ones are not all different. */
static FbNode *
create_node (FbKind kind)
{
  static guint count;
  g_autofree char *id = g_strdup_printf ("%s-%06u", fb_kind_get_info (kind)->prefix, ++count);

  return fb_node_new (kind, id);
}

/* A concept with @n measures, many in five fields and few in one; every hundredth begins a band, every third has steps.
 */
static FbDocument *
make_document (guint n)
{
  g_autoptr (FbNode) root = create_node (FB_KIND_CONCEPT);
  FbNode *measures = NULL;
  FbNode *group = NULL;

  fb_node_build_words (root, "title", "Konzept mit vielen Maßnahmen");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FbNode) measure = create_node (FB_KIND_MEASURE);
      g_autofree char *title = g_strdup_printf ("Maßnahme %u zur Stärkung des bürgerschaftlichen Engagements", i + 1);

      if (i % (n > 100 ? n / 5 : n) == 0)
        {
          g_autoptr (FbNode) field = create_node (FB_KIND_FIELD);
          g_autoptr (FbNode) table = create_node (FB_KIND_MEASURES);

          fb_node_build_words (field, "title", "Handlungsfeld");
          fb_node_build_words (table, "title", "Ideen und Maßnahmen");
          fb_node_build_child (root, field);
          fb_node_build_child (field, table);
          measures = table;
          group = NULL;
        }
      if (i % 100 == 0 || group == NULL)
        {
          g_autoptr (FbNode) band = create_node (FB_KIND_GROUP);

          fb_node_build_words (band, "title", "Bereits umgesetzt");
          fb_node_build_child (measures, band);
          group = band;
        }
      fb_node_build_words (measure, "title", title);
      fb_node_build_words (measure, "period", "2016–2018");
      fb_node_build_words (measure, "cost", "5.000 € p. a.");
      fb_node_build_words (measure, "responsible", "beratungsCentrum, SKFM, 51, 32");
      for (guint j = 0; i % 3 == 0 && j < 3; j++)
        {
          g_autoptr (FbNode) step = create_node (FB_KIND_STEP);
          g_autoptr (FbText) text = fb_text_new_plain ("Überblick über bestehende Anlaufstellen");
          g_autoptr (FbValue) value = fb_value_new_rich (text);

          fb_node_build_value (step, fb_kind_get_property (FB_KIND_STEP, "text"), value);
          fb_node_build_words (step, "responsible", "Ehrenamtsbörse, 32");
          fb_node_build_child (measure, step);
        }
      fb_node_build_child (group, measure);
    }

  return fb_document_new (root);
}

static double
get_processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);

  return time.tv_sec * 1000.0 + time.tv_nsec / 1e6;
}

/* In the child */

static void
after_paint_cb (GdkFrameClock *clock,
                Child         *child)
{
  child->painted = TRUE;
}

static void
wait_for_frame (Child *child)
{
  gint64 until = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;

  child->painted = FALSE;
  gtk_widget_queue_draw (child->window);
  while (!child->painted && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, TRUE);
}

/* Until there was nothing to do for a while: the checks of a new document run when nobody does anything else. */
static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;
  gint64 last = g_get_monotonic_time ();

  while (g_get_monotonic_time () < MIN (end, last + 400 * G_TIME_SPAN_MILLISECOND))
    if (g_main_context_iteration (NULL, FALSE))
      last = g_get_monotonic_time ();
    else
      g_usleep (1000);
}

/* The scrolled area of the table: the highest content there is. */
static void
find_adjustment (GtkWidget      *widget,
                 GtkAdjustment **best)
{
  if (GTK_IS_SCROLLED_WINDOW (widget) && gtk_widget_get_mapped (widget)
      && gtk_widget_get_ancestor (widget, g_type_from_name ("FbTableView")) != NULL)
    {
      GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));

      if (*best == NULL || gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_upper (*best))
        *best = adjustment;
    }
  for (GtkWidget *w = gtk_widget_get_first_child (widget); w != NULL; w = gtk_widget_get_next_sibling (w))
    find_adjustment (w, best);
}

/* Scrolls on from @from, a part of the whole, and from the top again where the rows end. */
static double
time_scrolling (Child *child,
                double from)
{
  GtkAdjustment *adjustment = NULL;
  double steps[N_STEPS];

  find_adjustment (child->window, &adjustment);
  if (adjustment == NULL)
    return -1;

  gtk_adjustment_set_value (adjustment, from * gtk_adjustment_get_upper (adjustment));
  settle ();
  for (guint i = 0; i < N_STEPS; i++)
    {
      double start = get_processor_time ();
      double to = gtk_adjustment_get_value (adjustment) + STEP;

      if (to > gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment))
        to = 0;
      gtk_adjustment_set_value (adjustment, to);
      wait_for_frame (child);
      steps[i] = get_processor_time () - start;
    }

  return median (steps, N_STEPS);
}

static double
time_typing (Child  *child,
             FbNode *measure)
{
  FbEditor *editor = fb_window_get_editor (FB_WINDOW (child->window));
  double keys[N_STEPS];
  GtkWidget *focus;

  fb_editor_go_to (editor, measure, fb_kind_get_property (FB_KIND_MEASURE, "title"), 0, 0);
  settle ();
  focus = gtk_window_get_focus (GTK_WINDOW (child->window));
  for (guint i = 0; i < N_STEPS; i++)
    {
      double start = get_processor_time ();

      if (GTK_IS_TEXT_VIEW (focus))
        {
          GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));

          gtk_text_buffer_insert_interactive_at_cursor (buffer, "e", 1, TRUE);
        }
      else if (GTK_IS_EDITABLE (focus))
        {
          int position = gtk_editable_get_position (GTK_EDITABLE (focus));

          gtk_editable_insert_text (GTK_EDITABLE (focus), "e", 1, &position);
          gtk_editable_set_position (GTK_EDITABLE (focus), position);
        }
      else
        {
          return -1;
        }
      wait_for_frame (child);
      keys[i] = get_processor_time () - start;
    }

  return median (keys, N_STEPS);
}

static double
get_megabytes (void)
{
  g_autofree char *statm = NULL;
  char *second;

  if (!g_file_get_contents ("/proc/self/statm", &statm, NULL, NULL))
    return -1;
  second = strchr (statm, ' ');

  return g_ascii_strtod (second, NULL) * 4096 / (1024 * 1024);
}

static FbNode *
find_kind (FbNode *root,
           FbKind  kind)
{
  FbNode *node = root;

  while (node != NULL && fb_node_get_kind (node) != kind)
    node = fb_node_get_next (node, root);

  return node;
}

static void
report (Child  *child,
        gint64  first_frame)
{
  double work = get_processor_time () - child->loading;
  double scroll = -1;
  double middle = -1;
  double key = -1;

  if (child->use)
    {
      FbDocument *document = fb_window_get_document (FB_WINDOW (child->window));

      settle ();
      scroll = time_scrolling (child, 0);
      middle = time_scrolling (child, 0.5);
      key = time_typing (child, find_kind (fb_document_get_root (document), FB_KIND_MEASURE));
    }
  printf ("%" G_GINT64_FORMAT " %.3f %.3f %.3f %.3f %.1f %.3f\n", first_frame, work, scroll, middle, key,
          get_megabytes (), child->loading);
  fflush (stdout);
  exit (0);
}

static void
activate_cb (GtkApplication *application,
             Child          *child)
{
  GdkFrameClock *clock;

  if (g_str_equal (child->what, "empty"))
    {
      child->window = adw_application_window_new (application);
      adw_application_window_set_content (ADW_APPLICATION_WINDOW (child->window), adw_header_bar_new ());
      gtk_window_set_default_size (GTK_WINDOW (child->window), 1360, 860);
      gtk_window_present (GTK_WINDOW (child->window));
    }
  else
    {
      g_autoptr (GFile) file = g_file_new_for_path (child->what);
      g_autoptr (FbDocument) document = NULL;
      double start = get_processor_time ();
      FbEditor *editor;
      FbNode *table;

      /* Once more than the program does, to know how much of the whole it is. */
      if (child->use)
        {
          document = fb_file_load (file, NULL, NULL);
          child->loading = get_processor_time () - start;
        }
      fb_window_open_file (application, NULL, file);
      child->window = GTK_WIDGET (gtk_application_get_active_window (application));
      editor = fb_window_get_editor (FB_WINDOW (child->window));
      table = find_kind (fb_document_get_root (fb_editor_get_document (editor)), FB_KIND_MEASURES);
      if (child->use)
        fb_editor_select (editor, table);
    }

  clock = gtk_widget_get_frame_clock (child->window);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), child);
  while (!child->painted)
    g_main_context_iteration (NULL, TRUE);
  report (child, g_get_monotonic_time ());
}

static int
run_child (const char *what,
           gboolean    use)
{
  Child child = { what, use, NULL, FALSE, 0 };
  g_autoptr (GtkApplication) application = NULL;

  if (g_str_equal (what, "empty"))
    application = GTK_APPLICATION (adw_application_new ("org.feldbuch.Bench", G_APPLICATION_NON_UNIQUE));
  else
    application = GTK_APPLICATION (fb_application_new ());
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &child);
  if (!g_str_equal (what, "empty"))
    {
      g_application_register (G_APPLICATION (application), NULL, NULL);
      activate_cb (application, &child);
    }

  return g_application_run (G_APPLICATION (application), 0, NULL);
}

/* In the parent */

typedef struct
{
  double frame; /* on the clock */
  double work;  /* of the processor until then */
  double scroll;
  double middle; /* a scroll step in the middle of the table */
  double key;
  double memory;
  double loading;
} Result;

static Result
run_once (const char *program,
          const char *what,
          gboolean    use)
{
  const char *argv[] = { program, use ? "--use" : "--show", what, NULL };
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  gint64 painted;
  Result result;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, NULL, &error))
    g_error ("%s", error->message);
  if (sscanf (out, "%" G_GINT64_FORMAT " %lf %lf %lf %lf %lf %lf", &painted, &result.work, &result.scroll,
              &result.middle, &result.key, &result.memory, &result.loading)
      != 7)
    g_error ("the window of %s was not measured: %s", what, out);
  result.frame = (painted - start) / 1000.0 - result.loading;

  return result;
}

/* Each the median of all runs. */
static Result
run (const char *program,
     const char *what,
     gboolean    use)
{
  Result result;
  double values[sizeof (Result) / sizeof (double)][N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      result = run_once (program, what, use);
      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        values[j][i] = ((double *) &result)[j];
    }
  for (guint j = 0; j < G_N_ELEMENTS (values); j++)
    ((double *) &result)[j] = median (values[j], N_RUNS);

  return result;
}

static char *
save (FbDocument *document)
{
  g_autofree char *folder = g_dir_make_tmp ("feldbuch-bench-XXXXXX", NULL);
  char *path = g_build_filename (folder, "bench.konzept", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  if (!fb_file_save (document, file, NULL, &error))
    g_error ("%s", error->message);

  return path;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (FbDocument) few = NULL;
  g_autoptr (FbDocument) many = NULL;
  g_autofree char *few_path = NULL;
  g_autofree char *many_path = NULL;
  Result empty;
  Result example;
  Result a;
  Result b;

  if (argc == 3)
    return run_child (argv[2], g_str_equal (argv[1], "--use"));

  few = make_document (FEW);
  many = make_document (MANY);
  few_path = save (few);
  many_path = save (many);

  empty = run (argv[0], "empty", FALSE);
  example = run (argv[0], argv[1], FALSE);
  printf ("first frame: empty window %.0f ms, the example %.0f ms: ratio %.2f (wanted: under 2)\n", empty.frame,
          example.frame, example.frame / empty.frame);
  printf ("its work: %.0f ms, %.0f ms: ratio %.2f\n", empty.work, example.work, example.work / empty.work);

  a = run (argv[0], few_path, TRUE);
  b = run (argv[0], many_path, TRUE);
  printf ("first frame of a table: %u measures %.0f ms, %u measures %.0f ms: ratio %.2f (wanted: under 3)\n", FEW,
          a.frame, MANY, b.frame, b.frame / a.frame);
  printf ("its work: %.0f ms, %.0f ms: ratio %.2f; reading the file is %.0f ms and %.0f ms of it\n", a.work, b.work,
          b.work / a.work, a.loading, b.loading);
  printf ("a scroll step: %.1f ms, %.1f ms: ratio %.2f (wanted: about 1)\n", a.scroll, b.scroll, b.scroll / a.scroll);
  printf ("in the middle of the table: %.1f ms, %.1f ms: ratio %.2f (wanted: about 1)\n", a.middle, b.middle,
          b.middle / a.middle);
  printf ("a letter typed in the form: %.1f ms, %.1f ms: ratio %.2f (wanted: about 1)\n", a.key, b.key, b.key / a.key);
  printf ("memory: empty window %.0f MB, the example %.0f MB, %u measures %.0f MB, %u measures %.0f MB\n", empty.memory,
          example.memory, FEW, a.memory, MANY, b.memory);

  return 0;
}
