/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-editor.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-compat.h"
#include "ui/fb-page-types.h"
#include "ui/fb-settings.h"

struct _FbEditor
{
  AdwBin parent_instance;

  AdwFlap *outline_flap;
  AdwFlap *inspector_flap;
  GtkWidget *outline_pane;
  AdwBin *head;
  AdwBin *inspector;
  FbOutline *outline;
  GtkStack *pages;
  AdwBin *top;
  AdwBin *bottom;
  GtkWidget *findings_button;
  AdwButtonContent *findings_content;
  GtkWidget *outline_button;
  GtkWidget *inspector_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;

  FbDocument *document;
  FbNode *selected;
  char *title;
  char *subtitle;
  gboolean keeps_outline;
  gboolean keeps_inspector;
  guint buttons_id;
  guint sides_id;
  int drag_width; /* of the side being resized, when the drag began */
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_OUTLINE_VISIBLE,
  PROP_INSPECTOR_VISIBLE,
  PROP_KEEPS_OUTLINE,
  PROP_KEEPS_INSPECTOR,
  PROP_SELECTED,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (FbEditor, fb_editor, ADW_TYPE_BIN)

/* The one page of a type. */
static FbPage *
ensure_page (FbEditor *self,
             GType     type)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, g_type_name (type));

  if (page == NULL)
    {
      page = g_object_new (type, NULL);
      gtk_stack_add_named (self->pages, page, g_type_name (type));
    }

  return FB_PAGE (page);
}

/* The buttons that bring the sides back are there where a side is away, or lies over the page. */
static void
update_side_buttons_cb (FbEditor *self)
{
  self->buttons_id = 0;
  gtk_widget_set_visible (self->outline_button,
                          !adw_flap_get_reveal_flap (self->outline_flap) || adw_flap_get_folded (self->outline_flap));
  gtk_widget_set_visible (self->inspector_button, adw_bin_get_child (self->inspector) != NULL
                                                      && (!adw_flap_get_reveal_flap (self->inspector_flap)
                                                          || adw_flap_get_folded (self->inspector_flap)));
}

/* A flap folds while it is given its size, and then nothing may ask for another one: wait until that is over. */
static void
update_side_buttons (FbEditor *self)
{
  if (self->buttons_id == 0)
    self->buttons_id = g_idle_add_once ((GSourceOnceFunc) update_side_buttons_cb, self);
}

/* Shows what the page has above it and at its side. */
static void
update_surroundings (FbEditor *self)
{
  FbPage *page = fb_editor_get_page (self);
  GtkWidget *head = page != NULL && fb_page_get_node (page) != NULL ? fb_page_get_head (page) : NULL;
  GtkWidget *inspector = page != NULL && fb_page_get_node (page) != NULL ? fb_page_get_inspector (page) : NULL;

  if (adw_bin_get_child (self->head) != head)
    adw_bin_set_child (self->head, head);
  gtk_widget_set_visible (GTK_WIDGET (self->head), head != NULL);
  if (adw_bin_get_child (self->inspector) != inspector)
    adw_bin_set_child (self->inspector, inspector);
  /* An empty flap takes no room: it is hidden, and locked so that a swipe does not bring it in. */
  gtk_widget_set_visible (GTK_WIDGET (self->inspector), inspector != NULL);
  adw_flap_set_swipe_to_open (self->inspector_flap, inspector != NULL);
  /* Folded it lies over the page, and comes only when it is called. */
  if (inspector == NULL || !adw_flap_get_folded (self->inspector_flap))
    adw_flap_set_reveal_flap (self->inspector_flap, inspector != NULL && self->keeps_inspector);
  update_side_buttons (self);
}

/* Shows @page (nullable), and on it @node, in place of the one before. */
static void
show_page (FbEditor *self,
           FbPage   *page,
           FbNode   *node)
{
  FbPage *before = fb_editor_get_page (self);

  if (before != NULL && before != page)
    fb_page_set_node (before, NULL, NULL);
  if (page != NULL)
    {
      fb_page_set_node (page, self->document, node);
      gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));
    }
  update_surroundings (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
show_node (FbEditor *self,
           FbNode   *node)
{
  FbPage *page = fb_editor_get_page (self);

  if (!g_set_object (&self->selected, node) && (node != NULL || page == NULL || fb_page_get_node (page) == NULL))
    return;

  show_page (self, node != NULL ? ensure_page (self, fb_page_types_get (node)) : NULL, node);
}

static void
outline_selected_cb (FbEditor *self)
{
  FbNode *node = fb_outline_get_selected (self->outline);

  /* A moved row is made anew, and for a moment nothing is selected: the page stays. */
  if (node == NULL || node == self->selected)
    return;

  show_node (self, node);
  if (adw_flap_get_folded (self->outline_flap))
    adw_flap_set_reveal_flap (self->outline_flap, FALSE);
}

/* An overview shows the whole concept, and no node is selected. */
static void
outline_overview_cb (FbEditor *self)
{
  const char *name = fb_outline_get_overview (self->outline);

  if (name == NULL || self->document == NULL)
    return;

  g_clear_object (&self->selected);
  show_page (self, ensure_page (self, fb_page_types_get_overview (name)), fb_document_get_root (self->document));
  if (adw_flap_get_folded (self->outline_flap))
    adw_flap_set_reveal_flap (self->outline_flap, FALSE);
}

/* The buttons say what they would undo and redo. */
static void
update_tooltips (FbEditor *self)
{
  const char *undo = self->document != NULL ? fb_document_get_undo_label (self->document) : NULL;
  const char *redo = self->document != NULL ? fb_document_get_redo_label (self->document) : NULL;
  g_autofree char *undo_tooltip = NULL;
  g_autofree char *redo_tooltip = NULL;

  /* Translators: %s is the name of a change, such as “Delete chapter” */
  undo_tooltip = undo != NULL ? g_strdup_printf (_("Undo: %s (Ctrl+Z)"), undo) : g_strdup (_("Undo (Ctrl+Z)"));
  /* Translators: %s is the name of a change, such as “Delete chapter” */
  redo_tooltip
      = redo != NULL ? g_strdup_printf (_("Redo: %s (Ctrl+Shift+Z)"), redo) : g_strdup (_("Redo (Ctrl+Shift+Z)"));
  gtk_widget_set_tooltip_text (self->undo_button, undo_tooltip);
  gtk_widget_set_tooltip_text (self->redo_button, redo_tooltip);
}

static void
applied_cb (FbEditor       *self,
            const FbChange *change)
{
  FbNode *node;

  if (self->selected == NULL)
    return;

  if (fb_node_get_root (self->selected) == fb_document_get_root (self->document))
    return;

  /* The node that was shown is gone. */
  node = change->type == FB_CHANGE_REMOVE ? fb_editor_get_outline_node (change->parent) : NULL;
  if (node == NULL || fb_node_get_root (node) != fb_document_get_root (self->document))
    node = fb_document_get_root (self->document);
  fb_editor_select (self, node);
}

/* Folding brings a side away and back by itself; what the user wants to see is kept apart from that. */
static void
restore_sides (FbEditor *self)
{
  if (!adw_flap_get_folded (self->outline_flap))
    adw_flap_set_reveal_flap (self->outline_flap, self->keeps_outline);
  update_surroundings (self);
}

static void
restore_sides_cb (FbEditor *self)
{
  self->sides_id = 0;
  restore_sides (self);
}

static void
folded_cb (FbEditor *self)
{
  update_side_buttons (self);
  if (self->sides_id == 0)
    self->sides_id = g_idle_add_once ((GSourceOnceFunc) restore_sides_cb, self);
}

static void
revealed_cb (FbEditor *self)
{
  update_side_buttons (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OUTLINE_VISIBLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INSPECTOR_VISIBLE]);
}

static void
set_side_visible (FbEditor   *self,
                  AdwFlap    *flap,
                  gboolean   *keeps,
                  gboolean    visible,
                  GParamSpec *pspec)
{
  if (!adw_flap_get_folded (flap) && *keeps != visible)
    {
      *keeps = visible;
      g_object_notify_by_pspec (G_OBJECT (self), pspec);
    }
  adw_flap_set_reveal_flap (flap, visible);
}

/* The lines between the panes can be dragged; the widths are settings of all windows. */
static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               FbEditor       *self)
{
  GtkWidget *line = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  gboolean left = line == adw_flap_get_separator (self->outline_flap);

  self->drag_width = gtk_widget_get_width (left ? self->outline_pane : GTK_WIDGET (self->inspector));
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          x,
                double          y,
                FbEditor       *self)
{
  GtkWidget *line = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  gboolean left = line == adw_flap_get_separator (self->outline_flap);
  gboolean mirrored = gtk_widget_get_direction (line) == GTK_TEXT_DIR_RTL;
  const char *key = left ? "sidebar-width" : "inspector-width";
  GtkWidget *pane = left ? self->outline_pane : GTK_WIDGET (self->inspector);
  int minimum = left ? 180 : 240;
  int start;

  gtk_widget_get_size_request (pane, &start, NULL);
  /* The line moves with the pane, so the offset is counted from where the line is now. */
  start += (left != mirrored ? 1 : -1) * (int) x;
  start = CLAMP (start, minimum, 900);
  if (left)
    start = MIN (start, 800);
  gtk_widget_set_size_request (pane, start, -1);
  g_settings_set_int (fb_settings_get (), key, start);
}

static void
make_draggable (FbEditor  *self,
                GtkWidget *line)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_set_cursor_from_name (line, "col-resize");
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (line, GTK_EVENT_CONTROLLER (drag));
}

static void
fb_editor_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  FbEditor *self = FB_EDITOR (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    case PROP_OUTLINE_VISIBLE:
      g_value_set_boolean (value, adw_flap_get_reveal_flap (self->outline_flap));
      break;
    case PROP_INSPECTOR_VISIBLE:
      g_value_set_boolean (value, adw_bin_get_child (self->inspector) != NULL
                                      && adw_flap_get_reveal_flap (self->inspector_flap));
      break;
    case PROP_KEEPS_OUTLINE:
      g_value_set_boolean (value, self->keeps_outline);
      break;
    case PROP_KEEPS_INSPECTOR:
      g_value_set_boolean (value, self->keeps_inspector);
      break;
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fb_editor_set_property (GObject      *object,
                        guint         id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  FbEditor *self = FB_EDITOR (object);

  switch (id)
    {
    case PROP_TITLE:
      if (fb_set_str (&self->title, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_SUBTITLE:
      if (fb_set_str (&self->subtitle, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_OUTLINE_VISIBLE:
      set_side_visible (self, self->outline_flap, &self->keeps_outline, g_value_get_boolean (value),
                        properties[PROP_KEEPS_OUTLINE]);
      break;
    case PROP_INSPECTOR_VISIBLE:
      if (adw_bin_get_child (self->inspector) != NULL)
        set_side_visible (self, self->inspector_flap, &self->keeps_inspector, g_value_get_boolean (value),
                          properties[PROP_KEEPS_INSPECTOR]);
      break;
    case PROP_KEEPS_OUTLINE:
      self->keeps_outline = g_value_get_boolean (value);
      restore_sides (self);
      break;
    case PROP_KEEPS_INSPECTOR:
      self->keeps_inspector = g_value_get_boolean (value);
      restore_sides (self);
      break;
    case PROP_SELECTED:
      fb_editor_select (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fb_editor_dispose (GObject *object)
{
  FbEditor *self = FB_EDITOR (object);

  if (self->document != NULL)
    fb_editor_set_document (self, NULL);
  /* Here, because AdwBin would let go of a bound child a second time. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_handle_id (&self->buttons_id, g_source_remove);
  g_clear_handle_id (&self->sides_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), FB_TYPE_EDITOR);

  G_OBJECT_CLASS (fb_editor_parent_class)->dispose (object);
}

static void
fb_editor_finalize (GObject *object)
{
  FbEditor *self = FB_EDITOR (object);

  g_free (self->title);
  g_free (self->subtitle);

  G_OBJECT_CLASS (fb_editor_parent_class)->finalize (object);
}

static void
fb_editor_class_init (FbEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = fb_editor_get_property;
  object_class->set_property = fb_editor_set_property;
  object_class->dispose = fb_editor_dispose;
  object_class->finalize = fb_editor_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_OUTLINE_VISIBLE] = g_param_spec_boolean ("outline-visible", NULL, NULL, TRUE, flags);
  properties[PROP_INSPECTOR_VISIBLE] = g_param_spec_boolean ("inspector-visible", NULL, NULL, TRUE, flags);
  properties[PROP_KEEPS_OUTLINE] = g_param_spec_boolean ("keeps-outline", NULL, NULL, TRUE, flags);
  properties[PROP_KEEPS_INSPECTOR] = g_param_spec_boolean ("keeps-inspector", NULL, NULL, TRUE, flags);
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, FB_TYPE_NODE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (FB_TYPE_OUTLINE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/feldbuch/Feldbuch/ui/fb-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, FbEditor, outline_flap);
  gtk_widget_class_bind_template_child (widget_class, FbEditor, inspector_flap);
  gtk_widget_class_bind_template_child (widget_class, FbEditor, outline_pane);
  gtk_widget_class_bind_template_child (widget_class, FbEditor, head);
  gtk_widget_class_bind_template_child (widget_class, FbEditor, inspector);
  gtk_widget_class_bind_template_child (widget_class, FbEditor, outline);
  gtk_widget_class_bind_template_child (widget_class, FbEditor, pages);
  gtk_widget_class_bind_template_child (widget_class, FbEditor, top);
  gtk_widget_class_bind_template_child (widget_class, FbEditor, bottom);
  gtk_widget_class_bind_template_child (widget_class, FbEditor, findings_button);
  gtk_widget_class_bind_template_child (widget_class, FbEditor, findings_content);
  gtk_widget_class_bind_template_child (widget_class, FbEditor, outline_button);
  gtk_widget_class_bind_template_child (widget_class, FbEditor, inspector_button);
  gtk_widget_class_bind_template_child (widget_class, FbEditor, undo_button);
  gtk_widget_class_bind_template_child (widget_class, FbEditor, redo_button);
  gtk_widget_class_bind_template_callback (widget_class, outline_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, revealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, outline_overview_cb);
}

static void
fb_editor_init (FbEditor *self)
{
  GSettings *settings = fb_settings_get ();

  self->keeps_outline = TRUE;
  self->keeps_inspector = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_widget_set_size_request (self->outline_pane, g_settings_get_int (settings, "sidebar-width"), -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->inspector), g_settings_get_int (settings, "inspector-width"), -1);
  make_draggable (self, adw_flap_get_separator (self->outline_flap));
  make_draggable (self, adw_flap_get_separator (self->inspector_flap));
  update_surroundings (self);
  update_tooltips (self);
}

/** Returns: (transfer floating): an editor of no document */
GtkWidget *
fb_editor_new (void)
{
  return g_object_new (FB_TYPE_EDITOR, NULL);
}

/** Returns: (transfer none) (nullable): the document that is shown */
FbDocument *
fb_editor_get_document (FbEditor *self)
{
  g_return_val_if_fail (FB_IS_EDITOR (self), NULL);

  return self->document;
}

/** Shows @document (nullable), beginning with its title page. */
void
fb_editor_set_document (FbEditor   *self,
                        FbDocument *document)
{
  g_return_if_fail (FB_IS_EDITOR (self));

  if (self->document == document)
    return;

  if (self->document != NULL)
    {
      show_node (self, NULL);
      fb_outline_set_document (self->outline, NULL);
      g_signal_handlers_disconnect_by_data (self->document, self);
    }
  g_set_object (&self->document, document);
  if (document != NULL)
    {
      g_signal_connect_object (document, "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      g_signal_connect_object (document, "notify::undo-label", G_CALLBACK (update_tooltips), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (document, "notify::redo-label", G_CALLBACK (update_tooltips), self, G_CONNECT_SWAPPED);
      fb_outline_set_document (self->outline, document);
      fb_editor_select (self, fb_document_get_root (document));
      update_tooltips (self);
    }
}

/** Returns: (transfer none) (nullable): the node whose page is shown */
FbNode *
fb_editor_get_selected (FbEditor *self)
{
  g_return_val_if_fail (FB_IS_EDITOR (self), NULL);

  return self->selected;
}

/**
 * fb_editor_select:
 * @node: a node of the document
 *
 * Shows the page of @node, or of the nearest node above it that has one.
 */
void
fb_editor_select (FbEditor *self,
                  FbNode   *node)
{
  g_return_if_fail (FB_IS_EDITOR (self));
  g_return_if_fail (FB_IS_NODE (node));

  node = fb_editor_get_outline_node (node);
  if (node == NULL)
    return;

  show_node (self, node);
  fb_outline_set_selected (self->outline, node);
}

/**
 * fb_editor_go_to:
 * @node: a node of the document
 * @property: (nullable): a property of @node
 * @start: first byte of a stretch of the property
 * @end: end of the stretch; 0 for no stretch
 *
 * Shows the page on which @node stands and there selects what is named.
 *
 * Returns: whether the page found it
 */
gboolean
fb_editor_go_to (FbEditor         *self,
                 FbNode           *node,
                 const FbProperty *property,
                 guint             start,
                 guint             end)
{
  g_return_val_if_fail (FB_IS_EDITOR (self), FALSE);
  g_return_val_if_fail (FB_IS_NODE (node), FALSE);

  fb_editor_select (self, node);

  return fb_page_reveal (fb_editor_get_page (self), node, property, start, end);
}

/** Returns: (transfer none) (nullable): what stands for @node in the outline: itself, or what it is a part of */
FbNode *
fb_editor_get_outline_node (FbNode *node)
{
  while (node != NULL && !fb_outline_shows_kind (fb_node_get_kind (node)))
    node = fb_node_get_parent (node);

  return node;
}

/** Returns: (transfer none) (nullable): the page that is shown */
FbPage *
fb_editor_get_page (FbEditor *self)
{
  GtkWidget *page;

  g_return_val_if_fail (FB_IS_EDITOR (self), NULL);

  page = gtk_stack_get_visible_child (self->pages);

  return page != NULL ? FB_PAGE (page) : NULL;
}

/** Returns: (transfer none): the outline at the left */
FbOutline *
fb_editor_get_outline (FbEditor *self)
{
  g_return_val_if_fail (FB_IS_EDITOR (self), NULL);

  return self->outline;
}

/** Puts @widget (nullable) between the header bar and the page: the find bar. */
void
fb_editor_set_top (FbEditor  *self,
                   GtkWidget *widget)
{
  g_return_if_fail (FB_IS_EDITOR (self));

  adw_bin_set_child (self->top, widget);
}

/** Puts @widget (nullable) below the page: the panel of findings. */
void
fb_editor_set_bottom (FbEditor  *self,
                      GtkWidget *widget)
{
  g_return_if_fail (FB_IS_EDITOR (self));

  adw_bin_set_child (self->bottom, widget);
}

/**
 * fb_editor_set_findings:
 * @n_findings: for the button in the header bar
 * @badges: (nullable): for the outline, see fb_outline_set_badges()
 */
void
fb_editor_set_findings (FbEditor   *self,
                        guint       n_findings,
                        GHashTable *badges)
{
  g_autofree char *number = NULL;
  g_autofree char *tooltip = NULL;

  g_return_if_fail (FB_IS_EDITOR (self));

  number = g_strdup_printf ("%u", n_findings);
  tooltip = g_strdup_printf (ngettext ("Checks: %u finding (F6)", "Checks: %u findings (F6)", n_findings), n_findings);
  adw_button_content_set_icon_name (self->findings_content,
                                    n_findings > 0 ? "dialog-warning-symbolic" : "object-select-symbolic");
  adw_button_content_set_label (self->findings_content, n_findings > 0 ? number : "");
  gtk_widget_set_tooltip_text (self->findings_button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->findings_button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  fb_outline_set_badges (self->outline, badges);
}
