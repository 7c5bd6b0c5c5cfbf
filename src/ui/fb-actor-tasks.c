/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-actor-tasks.h"

#include <glib/gi18n-lib.h>

#include "concept/fb-register.h"
#include "ui/fb-actor-rename.h"
#include "ui/fb-cell.h"
#include "ui/fb-node-picker.h"
#include "ui/fb-tab-stop.h"
#include "ui/fb-ui.h"

/* A long document is gone through once somebody has paused. */
#define DELAY_MS 150

/* A list view asks for less than it needs; about so much a row, in pixels, and no more than so many rows. */
#define ROW_HEIGHT 70
#define MAX_ROWS 6

struct _FbActorTasks
{
  GtkWidget parent_instance;

  FbDocument *document;
  FbNode *actor;
  GListStore *tasks;
  guint timeout;
  GtkWidget *box;
  GtkWidget *heading;
  GtkWidget *frame;
  GtkWidget *export;
  GtkWidget *rename;
  GtkWidget *merge;
  GtkWidget *picker;
};

G_DEFINE_FINAL_TYPE (FbActorTasks, fb_actor_tasks, GTK_TYPE_WIDGET)

/* The word by which the actor is known, number before name. */
static const char *
get_word (FbNode *actor)
{
  const char *number = fb_node_get_words (actor, "number");

  return number != NULL ? number : fb_node_get_words (actor, "name");
}

static char *
dup_label (FbNode *task)
{
  if (fb_node_get_kind (task) == FB_KIND_STEP)
    {
      g_autofree char *number = fb_cell_dup_step_number (task);
      g_autofree char *words = fb_cell_dup_step_label (task);
      g_autofree char *label = g_strdup_printf ("%s %s", number, words);

      return g_strdup (g_strstrip (label));
    }
  return fb_node_picker_dup_name (task);
}

/* Of a step its measure, the field and the period. */
static char *
dup_place (FbNode *task)
{
  FbNode *parent = fb_node_get_parent (task);
  FbNode *field = parent != NULL ? fb_node_get_ancestor (parent, FB_KIND_FIELD) : NULL;
  const char *period = fb_node_get_words (task, "period");
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (parent != NULL && fb_node_get_kind (task) == FB_KIND_STEP)
    {
      g_ptr_array_add (parts, fb_node_picker_dup_name (parent));
      if (period == NULL)
        period = fb_node_get_words (parent, "period");
    }
  if (field != NULL)
    g_ptr_array_add (parts, fb_node_picker_dup_name (field));
  if (period != NULL)
    g_ptr_array_add (parts, g_strdelimit (g_strdup (period), "\n", ' '));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
recount (FbActorTasks *self)
{
  g_autoptr (GPtrArray) tasks = NULL;
  g_autofree char *name = NULL;
  g_autofree char *heading = NULL;

  if (self->actor == NULL)
    return;

  tasks = fb_register_get_tasks (fb_register_get_for_document (self->document), self->actor);
  g_list_store_splice (self->tasks, 0, g_list_model_get_n_items (G_LIST_MODEL (self->tasks)), tasks->pdata,
                       tasks->len);
  name = g_strdup (get_word (self->actor));
  if (name == NULL)
    name = fb_node_dup_label (self->actor);
  /* Translators: %s is an actor such as "51", %u the number of measures and steps that name it */
  heading = g_strdup_printf (_("Everything %s Has to Do (%u)"), name, tasks->len);
  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->frame),
                                              MIN (tasks->len, MAX_ROWS) * ROW_HEIGHT);
  gtk_widget_set_visible (self->frame, tasks->len > 0);
  gtk_widget_set_sensitive (self->export, tasks->len > 0 && get_word (self->actor) != NULL);
  gtk_widget_set_sensitive (self->rename, get_word (self->actor) != NULL);
}

static gboolean
timeout_cb (gpointer data)
{
  FbActorTasks *self = data;

  self->timeout = 0;
  recount (self);
  return G_SOURCE_REMOVE;
}

static void
queue (FbActorTasks *self)
{
  if (self->timeout == 0)
    self->timeout = g_timeout_add_full (G_PRIORITY_LOW, DELAY_MS, timeout_cb, self, NULL);
}

static void
export_cb (FbActorTasks *self)
{
  if (self->actor != NULL && get_word (self->actor) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.export-tasks", "s", get_word (self->actor));
}

static void
rename_cb (FbActorTasks *self)
{
  GtkWidget *dialog;

  if (self->actor == NULL || get_word (self->actor) == NULL)
    return;

  dialog = fb_actor_rename_new (self->document, self->actor, GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
picked_cb (FbActorTasks *self,
           FbNode       *into)
{
  g_autoptr (FbNode) actor = self->actor != NULL ? g_object_ref (self->actor) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *into_name = NULL;
  g_autofree char *message = NULL;

  if (actor == NULL || actor == into)
    return;

  name = fb_node_dup_label (actor);
  into_name = fb_node_dup_label (into);
  /* Translators: both are actors of the register */
  message = g_strdup_printf (_("“%s” means “%s” now"), name, into_name);
  fb_ui_toast (GTK_WIDGET (self), message, _("_Undo"), "win.undo", NULL);
  fb_register_merge (fb_register_get_for_document (self->document), actor, into);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "s", fb_node_get_id (into));
}

static void
fill_picker_cb (GtkMenuButton *button,
                gpointer       data)
{
  FbActorTasks *self = data;
  const char *except[] = { self->actor != NULL ? fb_node_get_id (self->actor) : NULL, NULL };

  if (self->picker == NULL)
    {
      self->picker = fb_node_picker_new ();
      g_signal_connect_object (self->picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
      gtk_menu_button_set_popover (button, self->picker);
    }
  if (self->document != NULL)
    fb_node_picker_fill (FB_NODE_PICKER (self->picker), self->document, FB_KIND_MASK (FB_KIND_ACTOR), except);
}

static void
activate_cb (FbActorTasks *self,
             guint         position)
{
  g_autoptr (FbNode) task = g_list_model_get_item (G_LIST_MODEL (self->tasks), position);

  if (task != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "s", fb_node_get_id (task));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                                               PANGO_WRAP_WORD_CHAR, "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END,
                                               "width-chars", 8, NULL));
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END,
                                               "width-chars", 8, "css-classes",
                                               (const char *[]) { "caption", "dim-label", NULL }, NULL));
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_widget_get_first_child (box);
  FbNode *task = gtk_list_item_get_item (item);
  g_autofree char *words = dup_label (task);
  g_autofree char *place = dup_place (task);

  gtk_label_set_label (GTK_LABEL (label), words);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (label)), place);
  gtk_widget_set_tooltip_text (box, place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, place, -1);
}

static void
release (FbActorTasks *self)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->document);
  g_clear_object (&self->actor);
  if (self->tasks != NULL)
    g_list_store_remove_all (self->tasks);
}

static void
fb_actor_tasks_dispose (GObject *object)
{
  FbActorTasks *self = FB_ACTOR_TASKS (object);

  release (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->tasks);

  G_OBJECT_CLASS (fb_actor_tasks_parent_class)->dispose (object);
}

static void
fb_actor_tasks_class_init (FbActorTasksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fb_actor_tasks_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_button (FbActorTasks *self,
             const char   *label,
             GCallback     callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static void
fb_actor_tasks_init (FbActorTasks *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list;

  self->tasks = g_list_store_new (FB_TYPE_NODE);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  list = gtk_list_view_new (
    GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->tasks)))), factory);
  /* Nothing is selected here: a row is a way to somewhere. */
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Tasks"), -1);
  g_signal_connect_object (list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->heading = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "css-classes",
                                (const char *[]) { "heading", NULL }, NULL);
  self->frame = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", list,
                              "css-classes",
                              (const char *[]) { "card", "actor-tasks", NULL }, NULL);
  self->export = make_button (self, _("E_xport Tasks…"), G_CALLBACK (export_cb));
  self->rename = make_button (self, _("_Rename Everywhere…"), G_CALLBACK (rename_cb));
  self->merge = g_object_new (GTK_TYPE_MENU_BUTTON, "label", _("_Merge With…"), "use-underline", TRUE, NULL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->merge), fill_picker_cb, self, NULL);
  gtk_box_append (GTK_BOX (buttons), self->export);
  gtk_box_append (GTK_BOX (buttons), self->rename);
  gtk_box_append (GTK_BOX (buttons), self->merge);
  gtk_box_append (GTK_BOX (self->box), self->heading);
  gtk_box_append (GTK_BOX (self->box), fb_tab_stop_new (self->frame));
  gtk_box_append (GTK_BOX (self->box), buttons);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/** Returns: (transfer floating): the tasks of nobody, hidden. */
GtkWidget *
fb_actor_tasks_new (void)
{
  return g_object_new (FB_TYPE_ACTOR_TASKS, NULL);
}

/** Shows what @actor (nullable) has to do. */
void
fb_actor_tasks_bind (FbActorTasks *self,
                     FbDocument   *document,
                     FbNode       *actor)
{
  if (self->actor == actor)
    return;

  release (self);
  gtk_widget_set_visible (GTK_WIDGET (self), actor != NULL);
  if (actor == NULL)
    return;

  self->document = g_object_ref (document);
  self->actor = g_object_ref (actor);
  g_signal_connect_swapped (document, "applied", G_CALLBACK (queue), self);
  gtk_label_set_label (GTK_LABEL (self->heading), "");
  gtk_widget_set_visible (self->frame, FALSE);
  queue (self);
}
