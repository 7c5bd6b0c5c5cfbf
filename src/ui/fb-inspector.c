/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-inspector.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-actor-tasks.h"
#include "ui/fb-child-list.h"
#include "ui/fb-form.h"
#include "ui/fb-several.h"

/* The kinds of children that are lists here, because they have no rows or pages of their own, and where. */
static const struct
{
  FbKind kind;
  FbKind parent;
  gboolean behind; /* the rest of the form, else before it */
} lists[] = {
  { FB_KIND_STEP, FB_KIND_MEASURE, FALSE },
  { FB_KIND_REPORT, FB_KIND_MEASURE, TRUE },
  { FB_KIND_INDICATOR, FB_KIND_MEASURE, TRUE },
};

struct _FbInspector
{
  GtkWidget parent_instance;

  FbNode *node;
  GtkWidget *scroller;
  GtkWidget *box;
  GtkWidget *nothing;
  GtkWidget *heading;
  GtkWidget *several;
  GtkWidget *essentials;
  GtkWidget *rest_heading;
  GtkWidget *rest;
  GtkWidget *lists[G_N_ELEMENTS (lists)];
  GtkWidget *tasks;
};

enum
{
  LEAVE,
  NEXT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FbInspector, fb_inspector, GTK_TYPE_WIDGET)

static void
leave_cb (FbInspector *self)
{
  g_signal_emit (self, signals[LEAVE], 0);
}

static void
next_cb (FbInspector *self,
         const char  *property)
{
  g_signal_emit (self, signals[NEXT], 0, property);
}

static void
fb_inspector_dispose (GObject *object)
{
  FbInspector *self = FB_INSPECTOR (object);

  if (self->scroller != NULL)
    fb_inspector_bind (self, NULL, NULL);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (fb_inspector_parent_class)->dispose (object);
}

static void
fb_inspector_class_init (FbInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fb_inspector_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  /**
   * FbInspector::leave:
   *
   * Escape was pressed: the focus should go back to the page.
   */
  signals[LEAVE] = g_signal_new ("leave", FB_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * FbInspector::next:
   * @property: (nullable): the name of the property that is being edited
   *
   * Ctrl+Return was pressed: the next node should be edited, see FbForm::next.
   */
  signals[NEXT] = g_signal_new ("next", FB_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);
}

static void
add_lists (FbInspector *self,
           gboolean     behind)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (lists[i].behind == behind)
      {
        self->lists[i] = fb_child_list_new (lists[i].kind);
        g_signal_connect_swapped (self->lists[i], "leave", G_CALLBACK (leave_cb), self);
        gtk_box_append (GTK_BOX (self->box), self->lists[i]);
      }
}

static void
fb_inspector_init (FbInspector *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->box, "inspector");

  self->nothing = g_object_new (GTK_TYPE_LABEL, "label", _("Nothing is selected"), "xalign", 0.0f, "wrap", TRUE,
                                "css-classes", (const char *[]) { "dim-label", NULL }, NULL);
  gtk_box_append (GTK_BOX (self->box), self->nothing);
  self->heading = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "css-classes",
                                (const char *[]) { "heading", NULL }, NULL);
  gtk_box_append (GTK_BOX (self->box), self->heading);
  self->several = fb_several_new ();
  gtk_box_append (GTK_BOX (self->box), self->several);
  self->essentials = fb_form_new (FB_FORM_ESSENTIALS);
  gtk_box_append (GTK_BOX (self->box), self->essentials);
  add_lists (self, FALSE);
  self->rest_heading = g_object_new (GTK_TYPE_LABEL, "label", _("Further Details"), "xalign", 0.0f, "css-classes",
                                     (const char *[]) { "heading", NULL }, NULL);
  gtk_box_append (GTK_BOX (self->box), self->rest_heading);
  self->rest = fb_form_new (FB_FORM_REST);
  gtk_box_append (GTK_BOX (self->box), self->rest);
  add_lists (self, TRUE);
  self->tasks = fb_actor_tasks_new ();
  gtk_box_append (GTK_BOX (self->box), self->tasks);

  g_signal_connect_swapped (self->essentials, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (self->essentials, "next", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (self->rest, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (self->rest, "next", G_CALLBACK (next_cb), self);

  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", self->box,
                                 NULL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/** Returns: (transfer floating): an inspector of nothing. */
GtkWidget *
fb_inspector_new (void)
{
  return g_object_new (FB_TYPE_INSPECTOR, NULL);
}

/** Leaves out properties that the page shows itself; see fb_form_omit(). */
void
fb_inspector_omit (FbInspector *self,
                   const char  *names)
{
  fb_form_omit (FB_FORM (self->essentials), names);
  fb_form_omit (FB_FORM (self->rest), names);
}

/** Shows the form of @node (nullable). */
void
fb_inspector_bind (FbInspector *self,
                   FbDocument  *document,
                   FbNode      *node)
{
  gboolean rest;

  if (g_set_object (&self->node, node))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  fb_several_bind (FB_SEVERAL (self->several), NULL, NULL);
  gtk_widget_set_visible (self->several, FALSE);
  fb_form_bind (FB_FORM (self->essentials), document, node);
  fb_form_bind (FB_FORM (self->rest), document, node);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      gboolean shown = node != NULL && fb_node_get_kind (node) == lists[i].parent;

      gtk_widget_set_visible (self->lists[i], shown);
      fb_child_list_bind (FB_CHILD_LIST (self->lists[i]), shown ? document : NULL, shown ? node : NULL);
    }

  fb_actor_tasks_bind (FB_ACTOR_TASKS (self->tasks), document,
                       node != NULL && fb_node_get_kind (node) == FB_KIND_ACTOR ? node : NULL);

  rest = fb_form_has_rows (FB_FORM (self->rest));
  gtk_widget_set_visible (self->nothing, node == NULL);
  gtk_widget_set_visible (self->heading, node != NULL);
  gtk_widget_set_visible (self->rest_heading, rest);
  gtk_widget_set_visible (self->rest, rest);
  if (node != NULL)
    gtk_label_set_label (GTK_LABEL (self->heading), fb_kind_get_label (fb_node_get_kind (node)));
}

/** Returns: (transfer none) (nullable): the node that is shown. */
FbNode *
fb_inspector_get_node (FbInspector *self)
{
  return self->node;
}

/** Shows a form that sets several nodes at once, in place of the form of one. */
void
fb_inspector_set_several (FbInspector *self,
                          FbDocument  *document,
                          GPtrArray   *nodes)
{
  fb_inspector_bind (self, NULL, NULL);
  fb_several_bind (FB_SEVERAL (self->several), document, nodes);
  gtk_widget_set_visible (self->nothing, FALSE);
  gtk_widget_set_visible (self->several, TRUE);
}

/**
 * fb_inspector_reveal:
 * @node: the node that is shown, or a child of it
 * @property: (nullable): what to go to
 *
 * Returns: whether that is here
 */
gboolean
fb_inspector_reveal (FbInspector      *self,
                     FbNode           *node,
                     const FbProperty *property,
                     guint             start,
                     guint             end)
{
  if (self->node == NULL)
    return FALSE;
  if (node == self->node)
    return property != NULL && (fb_form_reveal (FB_FORM (self->essentials), property, start, end) ||
                                fb_form_reveal (FB_FORM (self->rest), property, start, end));

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (fb_child_list_reveal (FB_CHILD_LIST (self->lists[i]), node, property, start, end))
      return TRUE;
  return FALSE;
}

/** Focuses the row of the property called @property (nullable), else the first. */
void
fb_inspector_focus (FbInspector *self,
                    const char  *property)
{
  const FbProperty *row = property != NULL && self->node != NULL
                            ? fb_kind_get_property (fb_node_get_kind (self->node), property)
                            : NULL;

  if (row == NULL || !fb_inspector_reveal (self, self->node, row, 0, 0))
    fb_form_focus (FB_FORM (self->essentials), NULL);
}
