/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-outline-row.h"

#include <glib/gi18n-lib.h>

struct _FbOutlineRow
{
  GtkWidget parent_instance;

  GtkLabel *number;
  GtkLabel *title;
  GtkText *entry;
  GtkStack *stack;
  GtkLabel *badge;

  FbNode *node;
  gulong changed_id;
};

enum
{
  DROP,
  RENAMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FbOutlineRow, fb_outline_row, GTK_TYPE_WIDGET)

static void
update_words (FbOutlineRow *self)
{
  g_autofree char *label = fb_outline_row_dup_label (self->node);
  const char *number = fb_node_get_number (self->node);
  g_autofree char *name = number != NULL ? g_strdup_printf ("%s %s", number, label) : g_strdup (label);
  GtkWidget *expander = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *list_row = expander != NULL ? gtk_widget_get_parent (expander) : NULL;

  gtk_label_set_label (self->number, number != NULL ? number : "");
  gtk_widget_set_visible (GTK_WIDGET (self->number), number != NULL);
  gtk_label_set_label (self->title, label);
  /* A screen reader stops at the list's own row, or at the expander in it. */
  if (list_row != NULL)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  if (fb_node_get_title (self->node) != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "untitled");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "untitled");
}

static void
changed_cb (FbNode           *node,
            const FbProperty *property,
            FbOutlineRow     *self)
{
  update_words (self);
}

/* The tooltip says what does not fit. */
static gboolean
query_tooltip_cb (GtkWidget    *title,
                  int           x,
                  int           y,
                  gboolean      keyboard_mode,
                  GtkTooltip   *tooltip,
                  FbOutlineRow *self)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (self->title)))
    return FALSE;

  gtk_tooltip_set_text (tooltip, gtk_label_get_label (self->title));
  return TRUE;
}

static void
stop_editing (FbOutlineRow *self)
{
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->title));
}

static void
activate_cb (GtkText      *entry,
             FbOutlineRow *self)
{
  g_autofree char *title = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));

  if (!fb_outline_row_is_editing (self))
    return;

  stop_editing (self);
  gtk_widget_grab_focus (gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_VIEW));
  g_signal_emit (self, signals[RENAMED], 0, title);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                FbOutlineRow          *self)
{
  if (keyval != GDK_KEY_Escape || !fb_outline_row_is_editing (self))
    return GDK_EVENT_PROPAGATE;

  stop_editing (self);
  gtk_widget_grab_focus (gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_VIEW));
  return GDK_EVENT_STOP;
}

/* Going elsewhere keeps what was typed, as in a file manager. */
static void
leave_cb (GtkEventControllerFocus *controller,
          FbOutlineRow            *self)
{
  if (fb_outline_row_is_editing (self))
    activate_cb (self->entry, self);
}

/* Drag and drop */

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double         x,
                 double         y,
                 FbOutlineRow  *self)
{
  if (self->node == NULL || fb_node_get_parent (self->node) == NULL || fb_outline_row_is_editing (self))
    return NULL;

  return gdk_content_provider_new_typed (FB_TYPE_NODE, self->node);
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag,
               FbOutlineRow  *self)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

/* What cannot stand inside the node of the row goes before or behind it. */
static FbOutlineDrop
drop_place (FbOutlineRow *self,
            const GValue *dragged,
            double        y)
{
  FbNode *node = dragged != NULL ? g_value_get_object (dragged) : NULL;
  gboolean inside = node == NULL || self->node == NULL ||
                    fb_kind_allows_child (fb_node_get_kind (self->node), fb_node_get_kind (node));
  double edge = gtk_widget_get_height (GTK_WIDGET (self)) * (inside ? 0.3 : 0.5);

  if (y < edge)
    return FB_OUTLINE_DROP_BEFORE;
  return y >= gtk_widget_get_height (GTK_WIDGET (self)) - edge ? FB_OUTLINE_DROP_BEHIND : FB_OUTLINE_DROP_INTO;
}

static const char *const drop_classes[] = {
  [FB_OUTLINE_DROP_BEFORE] = "drop-before",
  [FB_OUTLINE_DROP_INTO] = "drop-into",
  [FB_OUTLINE_DROP_BEHIND] = "drop-behind",
};

static void
show_drop (FbOutlineRow *self,
           int           place)
{
  for (guint i = 0; i < G_N_ELEMENTS (drop_classes); i++)
    if ((int) i == place)
      gtk_widget_add_css_class (GTK_WIDGET (self), drop_classes[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), drop_classes[i]);
}

static GdkDragAction
drop_motion_cb (GtkDropTarget *target,
                double         x,
                double         y,
                FbOutlineRow  *self)
{
  show_drop (self, drop_place (self, gtk_drop_target_get_value (target), y));
  return GDK_ACTION_MOVE;
}

static void
drop_leave_cb (GtkDropTarget *target,
               FbOutlineRow  *self)
{
  show_drop (self, -1);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         FbOutlineRow  *self)
{
  gboolean accepted = FALSE;

  show_drop (self, -1);
  if (self->node != NULL && g_value_get_object (value) != self->node)
    g_signal_emit (self, signals[DROP], 0, g_value_get_object (value), drop_place (self, value, y), &accepted);
  return accepted;
}

static void
fb_outline_row_dispose (GObject *object)
{
  FbOutlineRow *self = FB_OUTLINE_ROW (object);
  GtkWidget *child;

  fb_outline_row_set_node (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (fb_outline_row_parent_class)->dispose (object);
}

static void
fb_outline_row_class_init (FbOutlineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fb_outline_row_dispose;

  signals[DROP] = g_signal_new ("drop", FB_TYPE_OUTLINE_ROW, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled,
                                NULL, NULL, G_TYPE_BOOLEAN, 2, FB_TYPE_NODE, G_TYPE_INT);
  signals[RENAMED] = g_signal_new ("renamed", FB_TYPE_OUTLINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "outlinerow");
}

static GtkLabel *
add_label (FbOutlineRow *self,
           const char   *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return GTK_LABEL (label);
}

static void
fb_outline_row_init (FbOutlineRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (FB_TYPE_NODE, GDK_ACTION_MOVE);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->number = add_label (self, "number");

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (self->title, 4);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->title), TRUE);
  g_signal_connect_object (self->title, "query-tooltip", G_CALLBACK (query_tooltip_cb), self, 0);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->title));
  self->entry = GTK_TEXT (gtk_text_new ());
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "rename");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Title"), -1);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->entry));

  self->badge = add_label (self, "badge");
  gtk_widget_set_valign (GTK_WIDGET (self->badge), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), FALSE);

  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, 0);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_object (target, "motion", G_CALLBACK (drop_motion_cb), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (drop_leave_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
fb_outline_row_new (void)
{
  return g_object_new (FB_TYPE_OUTLINE_ROW, NULL);
}

/** Returns: (transfer full): what the outline calls @node: the concept itself stands for its title page. */
char *
fb_outline_row_dup_label (FbNode *node)
{
  return fb_node_get_kind (node) == FB_KIND_CONCEPT ? g_strdup (_("Title page")) : fb_node_dup_label (node);
}

/** Returns: (transfer none) (nullable): the node that the row shows. */
FbNode *
fb_outline_row_get_node (FbOutlineRow *self)
{
  return self->node;
}

/** Binds the row to @node (nullable). */
void
fb_outline_row_set_node (FbOutlineRow *self,
                         FbNode       *node)
{
  if (self->node == node)
    return;

  if (self->node != NULL)
    {
      g_clear_signal_handler (&self->changed_id, self->node);
      g_clear_object (&self->node);
      stop_editing (self);
    }
  if (node != NULL)
    {
      self->node = g_object_ref (node);
      self->changed_id = g_signal_connect (node, "changed", G_CALLBACK (changed_cb), self);
      update_words (self);
    }
}

/** Shows how many findings there are below the node; none for 0. */
void
fb_outline_row_set_badge (FbOutlineRow *self,
                          guint         n_findings)
{
  g_autofree char *number = g_strdup_printf ("%u", n_findings);
  g_autofree char *tooltip = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->badge), n_findings > 0);
  if (n_findings == 0)
    return;

  tooltip = g_strdup_printf (ngettext ("%u finding", "%u findings", n_findings), n_findings);
  gtk_label_set_label (self->badge, number);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->badge), tooltip);
}

/** Lets the user edit the title in place. */
void
fb_outline_row_rename (FbOutlineRow *self)
{
  const char *title = self->node != NULL ? fb_node_get_title (self->node) : NULL;

  if (self->node == NULL || fb_kind_get_title (fb_node_get_kind (self->node)) == NULL)
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), title != NULL ? title : "");
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->entry));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

gboolean
fb_outline_row_is_editing (FbOutlineRow *self)
{
  return gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->entry);
}
