/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-tab-stop.h"

#include "fb-ui-test.h"

static GtkWidget *
get_focus (GtkWidget *window)
{
  return gtk_root_get_focus (GTK_ROOT (window));
}

/* A button, a list of three rows, and a button: Tab stops three times, and not at each row. */
static void
test_list (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *before = gtk_button_new_with_label ("before");
  GtkWidget *behind = gtk_button_new_with_label ("behind");
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *window;
  GtkWidget *row;

  for (guint i = 0; i < 3; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), gtk_label_new ("row"));
  gtk_box_append (GTK_BOX (box), before);
  gtk_box_append (GTK_BOX (box), fb_tab_stop_new (list));
  gtk_box_append (GTK_BOX (box), behind);
  window = fb_ui_test_present (box);

  gtk_widget_grab_focus (before);
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_is_ancestor (get_focus (window), list));
  row = get_focus (window);
  g_signal_emit_by_name (list, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE, FALSE);
  g_assert_true (gtk_widget_is_ancestor (get_focus (window), list) && get_focus (window) != row);
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD));
  g_assert_true (get_focus (window) == behind);
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_is_ancestor (get_focus (window), list));
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD));
  g_assert_true (get_focus (window) == before);

  fb_ui_test_close (window);
}

/* A row that goes takes the keyboard with it, and yet it was here; a click elsewhere is a way out. */
static void
test_lost (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *inside = gtk_button_new_with_label ("inside");
  GtkWidget *outside = gtk_button_new_with_label ("outside");
  GtkWidget *stop = fb_tab_stop_new (inside);
  GtkWidget *window;

  gtk_box_append (GTK_BOX (box), stop);
  gtk_box_append (GTK_BOX (box), outside);
  window = fb_ui_test_present (box);

  gtk_widget_grab_focus (inside);
  g_assert_true (fb_tab_stop_has_keyboard (FB_TAB_STOP (stop)));
  gtk_widget_grab_focus (outside);
  g_assert_false (fb_tab_stop_has_keyboard (FB_TAB_STOP (stop)));
  gtk_widget_grab_focus (inside);
  gtk_root_set_focus (GTK_ROOT (window), NULL);
  g_assert_true (fb_tab_stop_has_keyboard (FB_TAB_STOP (stop)));

  fb_ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  fb_ui_test_init (&argc, &argv);

  g_test_add_func ("/tab-stop/list", test_list);
  g_test_add_func ("/tab-stop/lost", test_lost);

  return g_test_run ();
}
