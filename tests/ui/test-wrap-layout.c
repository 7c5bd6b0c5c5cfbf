/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-wrap-layout.h"

#include "fb-ui-test.h"

#define SPACING 6

typedef struct
{
  GtkWidget *line;
  GtkWidget *first;
  GtkWidget *last;
} Fixture;

static GtkWidget *
create_child (int width)
{
  return g_object_new (GTK_TYPE_DRAWING_AREA, "width-request", width, "height-request", 20, NULL);
}

static void
setup (Fixture      *fixture,
       gconstpointer data)
{
  fixture->line = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_set_layout_manager (fixture->line, fb_wrap_layout_new (SPACING));
  fixture->first = create_child (100);
  fixture->last = create_child (50);
  gtk_box_append (GTK_BOX (fixture->line), fixture->first);
  gtk_box_append (GTK_BOX (fixture->line), fixture->last);
}

static void
teardown (Fixture      *fixture,
          gconstpointer data)
{
  g_object_unref (fixture->line);
}

static graphene_rect_t
allocate (Fixture   *fixture,
          GtkWidget *child,
          int        width)
{
  graphene_rect_t bounds;
  int height;

  gtk_widget_measure (fixture->line, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_size_allocate (fixture->line, &(GtkAllocation) { 0, 0, width, height }, -1);
  g_assert_true (gtk_widget_compute_bounds (child, fixture->line, &bounds));
  return bounds;
}

static void
test_one_line (Fixture      *fixture,
               gconstpointer data)
{
  int minimum, natural, height;
  graphene_rect_t bounds;

  gtk_widget_measure (fixture->line, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 100 + SPACING + 50);

  gtk_widget_measure (fixture->line, GTK_ORIENTATION_VERTICAL, natural, NULL, &height, NULL, NULL);
  g_assert_cmpint (height, ==, 20);
  bounds = allocate (fixture, fixture->last, 200);
  g_assert_cmpfloat (bounds.origin.x, ==, 150);
  g_assert_cmpfloat (bounds.origin.y, ==, 0);
}

static void
test_two_lines (Fixture      *fixture,
                gconstpointer data)
{
  int height;
  graphene_rect_t bounds;

  gtk_widget_measure (fixture->line, GTK_ORIENTATION_VERTICAL, 155, NULL, &height, NULL, NULL);
  g_assert_cmpint (height, ==, 40);
  bounds = allocate (fixture, fixture->last, 155);
  g_assert_cmpfloat (bounds.origin.x, ==, 105);
  g_assert_cmpfloat (bounds.origin.y, ==, 20);
  bounds = allocate (fixture, fixture->first, 155);
  g_assert_cmpfloat (bounds.size.width, ==, 155);
}

static void
test_mirrored (Fixture      *fixture,
               gconstpointer data)
{
  graphene_rect_t bounds;

  gtk_widget_set_direction (fixture->line, GTK_TEXT_DIR_RTL);
  bounds = allocate (fixture, fixture->last, 200);
  g_assert_cmpfloat (bounds.origin.x, ==, 0);
  bounds = allocate (fixture, fixture->first, 200);
  g_assert_cmpfloat (bounds.origin.x, ==, 56);
}

static void
test_one_child (Fixture      *fixture,
                gconstpointer data)
{
  graphene_rect_t bounds;

  gtk_box_remove (GTK_BOX (fixture->line), fixture->last);
  bounds = allocate (fixture, fixture->first, 130);
  g_assert_cmpfloat (bounds.size.width, ==, 130);
}

int
main (int   argc,
      char *argv[])
{
  fb_ui_test_init (&argc, &argv);

  g_test_add ("/ui/wrap-layout/one-line", Fixture, NULL, setup, test_one_line, teardown);
  g_test_add ("/ui/wrap-layout/two-lines", Fixture, NULL, setup, test_two_lines, teardown);
  g_test_add ("/ui/wrap-layout/mirrored", Fixture, NULL, setup, test_mirrored, teardown);
  g_test_add ("/ui/wrap-layout/one-child", Fixture, NULL, setup, test_one_child, teardown);

  return g_test_run ();
}
