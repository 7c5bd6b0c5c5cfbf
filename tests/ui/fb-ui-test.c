/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fb-ui-test.h"

#include <locale.h>

#include "ui/fb-ui.h"

/** Starts a test program of widgets: GLib's test framework, GTK, and the program's templates and style. */
void
fb_ui_test_init (int    *argc,
                 char ***argv)
{
  gtk_test_init (argc, argv);
  fb_ui_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

static FbNode *
add (FbNode     *parent,
     FbKind      kind,
     const char *id,
     const char *title)
{
  FbNode *node = fb_node_new (kind, id);

  if (title != NULL)
    fb_node_build_words (node, fb_kind_get_title (kind)->name, title);
  fb_node_build_child (parent, node);
  g_object_unref (node);

  return node;
}

static void
set_text (FbNode     *node,
          const char *words)
{
  g_autoptr (FbText) text = fb_text_new_plain (words);
  g_autoptr (FbValue) value = fb_value_new_rich (text);

  fb_node_build_value (node, fb_kind_get_property (fb_node_get_kind (node), "text"), value);
}

/** Returns: (transfer full): a small concept with one of most kinds of node */
FbDocument *
fb_ui_test_sample (void)
{
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, "k-sample");
  FbDocument *document;
  FbNode *chapter, *field, *goals, *goal, *measures, *group, *measure, *step, *actors, *process;

  fb_node_build_words (root, "title", "Integrationskonzept Beispielstadt");
  fb_node_build_words (root, "edition", "Fortschreibung 2016");

  chapter = add (root, FB_KIND_CHAPTER, "c-foreword", "Vorwort");
  set_text (chapter, "Liebe Bürgerinnen und Bürger,\nIntegration gelingt gemeinsam.");
  chapter = add (root, FB_KIND_CHAPTER, "c-intro1", "Einführung");
  add (chapter, FB_KIND_CHAPTER, "c-steps1", "Prozessschritte");

  chapter = add (root, FB_KIND_CHAPTER, "c-fields", "Handlungsfelder");
  field = add (chapter, FB_KIND_FIELD, "f-engage", "Stärkung des bürgerschaftlichen Engagements");
  set_text (add (field, FB_KIND_CHAPTER, "c-streng", "Stärken und Entwicklungspotentiale"), "Viele engagieren sich.");
  goals = add (field, FB_KIND_GOALS, "y-goals1", "Leitziele und Handlungsziele");
  goal = add (goals, FB_KIND_GOAL, "z-goal01", "Ehrenamt interkulturell öffnen");
  add (goal, FB_KIND_INDICATOR, "i-indic1", "Zahl der Ehrenamtlichen");
  measures = add (field, FB_KIND_MEASURES, "t-table1", "Ideen und Maßnahmen");
  group = add (measures, FB_KIND_GROUP, "b-band01", "Bereits umgesetzt");
  measure = add (group, FB_KIND_MEASURE, "m-first1", "Austauschplattformen");
  fb_node_build_words (measure, "responsible", "beratungsCentrum, SKFM, 51, 32");
  measure = add (group, FB_KIND_MEASURE, "m-secnd1", "Handlungskonzept zur Gewinnung");
  fb_node_build_words (measure, "period", "2016–2018");
  step = add (measure, FB_KIND_STEP, "u-step01", NULL);
  set_text (step, "Überblick über bestehende Anlaufstellen");
  fb_node_build_words (step, "responsible", "Ehrenamtsbörse, 32");
  add (measures, FB_KIND_MEASURE, "m-third1", "Patenschaften für Neuzugewanderte");

  actors = add (root, FB_KIND_ACTORS, "l-actors", NULL);
  fb_node_build_words (add (actors, FB_KIND_ACTOR, "a-youth1", "Jugendamt"), "number", "51");
  process = add (root, FB_KIND_PROCESS, "w-proces", NULL);
  add (process, FB_KIND_EVENT, "e-event1", "Auftaktkonferenz");

  document = fb_document_new (root);

  return document;
}

/** Lets everything that is due happen: idle sources, layout and frames. */
void
fb_ui_test_settle (void)
{
  gint64 until = g_get_monotonic_time () + 60 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (2000);
    }
}

/** Returns: whether @condition became true within five seconds */
gboolean
fb_ui_test_wait (gboolean (*condition) (gpointer data),
                 gpointer data)
{
  gint64 until = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;

  while (!condition (data) && g_get_monotonic_time () < until)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }

  return condition (data);
}

/** Returns: (transfer none): a window of 1000x700 with @child, on the screen; close it with fb_ui_test_close() */
GtkWidget *
fb_ui_test_present (GtkWidget *child)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  adw_window_set_content (ADW_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  fb_ui_test_settle ();

  return window;
}

/** Closes @window, and asserts that it and all in it is finalised. */
void
fb_ui_test_close (GtkWidget *window)
{
  gpointer watched;

  fb_ui_test_watch (window, &watched);
  gtk_window_destroy (GTK_WINDOW (window));
  fb_ui_test_settle ();
  fb_ui_test_assert_finalized (watched);
}

static gboolean
has_label (GtkWidget  *widget,
           const char *label)
{
  static const char *const names[] = { "label", "title", "icon-name", "text" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), names[i]);

      if (pspec != NULL && pspec->value_type == G_TYPE_STRING)
        {
          g_autofree char *value = NULL;

          g_object_get (widget, names[i], &value, NULL);
          if (g_strcmp0 (value, label) == 0)
            return TRUE;
        }
    }

  return FALSE;
}

/** Returns: (transfer none) (nullable): the first visible widget of @type, with @label (nullable) as label, title, icon
 * or text */
GtkWidget *
fb_ui_test_find (GtkWidget  *root,
                 GType       type,
                 const char *label)
{
  if (!gtk_widget_get_visible (root))
    return NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (label == NULL || has_label (root, label)))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = fb_ui_test_find (child, type, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/** Asserts that no icon button below @root is without a tooltip. */
void
fb_ui_test_check_names (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root) && gtk_button_get_icon_name (GTK_BUTTON (root)) != NULL && gtk_widget_get_visible (root))
    {
      if (gtk_widget_get_tooltip_text (root) == NULL)
        g_error ("the button with icon %s has no tooltip", gtk_button_get_icon_name (GTK_BUTTON (root)));
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    fb_ui_test_check_names (child);
}
