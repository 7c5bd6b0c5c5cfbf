/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fb-ui-test.h"

#include "ui/fb-table-cell.h"

#define WIDTH 120
#define WIDER 400

static guint n_measured;

static void
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum,
         int            *natural,
         int            *minimum_baseline,
         int            *natural_baseline)
{
  n_measured++;
  *minimum = *natural = WIDTH;
}

static void
allocate (GtkWidget *widget,
          int        width,
          int        height,
          int        baseline)
{
  GtkWidget *cell = gtk_widget_get_first_child (widget);
  int wanted;

  gtk_widget_measure (cell, GTK_ORIENTATION_VERTICAL, WIDTH, &wanted, NULL, NULL, NULL);
  gtk_widget_size_allocate (cell, &(GtkAllocation) { 0, 0, WIDTH, wanted }, -1);
}

static GtkWidget *
present (GtkWidget *cell)
{
  GtkWidget *parent = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *window;

  gtk_widget_set_layout_manager (parent, gtk_custom_layout_new (NULL, measure, allocate));
  gtk_box_append (GTK_BOX (parent), cell);
  window = fb_ui_test_present (parent);
  fb_ui_test_settle ();
  return window;
}

static int
get_height (GtkWidget *cell,
            int        width)
{
  int minimum;
  int natural;

  gtk_widget_measure (cell, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, natural);
  return minimum;
}

/* As high as a label of the same words, at every width. */
static void
test_height (void)
{
  static const char *const texts[] = { "", "51", "beratungsCentrum, SKFM, 51, 32",
                                       "(1) Ehrenamtsbörse, 32\n(2) Ehrenamtsbörse, beratungsCentrum, SKFM, 32",
                                       "Im Stadtteil finden im Abstand von zwei bis drei Monaten Gespräche mit "
                                       "Ehrenamtlichen statt (z.B. thematische Anregungen, Austausch)." };
  GtkWidget *cell = fb_table_cell_new (3, "row-cell");
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "ellipsize",
                                   PANGO_ELLIPSIZE_END, "lines", 3, NULL);

  g_object_ref_sink (cell);
  g_object_ref_sink (label);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (int width = 60; width <= WIDER; width += 85)
      {
        int height;

        gtk_label_set_label (GTK_LABEL (label), texts[i]);
        fb_table_cell_set_text (FB_TABLE_CELL (cell), texts[i]);
        gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
        g_assert_cmpint (get_height (cell, width), ==, height);
      }
  g_object_unref (label);
  g_object_unref (cell);
}

/* Other words of the same height leave what is around the cell alone; higher ones do not. */
static void
test_same_height (void)
{
  GtkWidget *cell = fb_table_cell_new (5, "row-cell");
  GtkWidget *window;
  gpointer watched;
  int height;

  fb_table_cell_set_text (FB_TABLE_CELL (cell), "2016");
  window = present (cell);
  fb_ui_test_watch (cell, &watched);
  height = gtk_widget_get_height (cell);
  g_assert_cmpint (height, >, 0);

  n_measured = 0;
  fb_table_cell_set_text (FB_TABLE_CELL (cell), "2017");
  fb_ui_test_settle ();
  g_assert_cmpuint (n_measured, ==, 0);
  g_assert_cmpint (gtk_widget_get_height (cell), ==, height);
  g_assert_cmpstr (fb_table_cell_get_text (FB_TABLE_CELL (cell)), ==, "2017");
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, "2017");

  fb_table_cell_set_text (FB_TABLE_CELL (cell), "2016\n2017\n2018");
  fb_ui_test_settle ();
  g_assert_cmpuint (n_measured, >, 0);
  g_assert_cmpint (gtk_widget_get_height (cell), >, 2 * height);

  fb_table_cell_set_text (FB_TABLE_CELL (cell), "");
  fb_ui_test_settle ();
  g_assert_cmpint (gtk_widget_get_height (cell), ==, height);

  fb_ui_test_close (window);
  fb_ui_test_assert_finalized (watched);
}

/* Words that are as high as before at one width may be higher at another for which GTK remembers a height. */
static void
test_two_widths (void)
{
  static const char words[] = "Begegnung und Beratung im Stadtteil";
  GtkWidget *cell = fb_table_cell_new (5, "row-cell");
  GtkWidget *window;
  int line;

  fb_table_cell_set_text (FB_TABLE_CELL (cell), "2016");
  window = present (cell);
  line = get_height (cell, WIDER);
  g_assert_cmpint (get_height (cell, WIDTH), ==, line);

  fb_table_cell_set_text (FB_TABLE_CELL (cell), words);
  g_assert_cmpint (get_height (cell, WIDER), ==, line);
  g_assert_cmpint (get_height (cell, WIDTH), >, line);

  fb_ui_test_close (window);
}

static void
test_pill (void)
{
  const FbProperty *property = fb_kind_get_property (FB_KIND_MEASURE, "status");
  GtkWidget *cell = fb_table_cell_new_pill ();
  GtkWidget *window = present (cell);
  int natural;
  int wider;

  fb_table_cell_show_choice (FB_TABLE_CELL (cell), property, "done", FALSE);
  g_assert_true (gtk_widget_get_visible (cell));
  g_assert_true (gtk_widget_has_css_class (cell, "status-done"));
  g_assert_false (gtk_widget_get_has_tooltip (cell));
  gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  fb_ui_test_settle ();

  /* It is as wide as its word, and says when it is not the measure's own. */
  fb_table_cell_show_choice (FB_TABLE_CELL (cell), property, "postponed", TRUE);
  g_assert_false (gtk_widget_has_css_class (cell, "status-done"));
  g_assert_true (gtk_widget_has_css_class (cell, "implied"));
  g_assert_true (gtk_widget_get_has_tooltip (cell));
  gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wider, NULL, NULL);
  g_assert_cmpint (wider, >, natural);

  /* What another version of the program has chosen is shown as it is. */
  fb_table_cell_show_choice (FB_TABLE_CELL (cell), property, "unheard-of", FALSE);
  g_assert_cmpstr (fb_table_cell_get_text (FB_TABLE_CELL (cell)), ==, "unheard-of");

  fb_table_cell_show_choice (FB_TABLE_CELL (cell), property, NULL, FALSE);
  g_assert_false (gtk_widget_get_visible (cell));

  fb_ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  fb_ui_test_init (&argc, &argv);
  g_test_add_func ("/table-cell/height", test_height);
  g_test_add_func ("/table-cell/same-height", test_same_height);
  g_test_add_func ("/table-cell/two-widths", test_two_widths);
  g_test_add_func ("/table-cell/pill", test_pill);

  return g_test_run ();
}
