/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-outline-actions.h"

#include <glib/gi18n-lib.h>

#include "concept/fb-arrange.h"
#include "ui/fb-outline-row.h"
#include "ui/fb-ui.h"

/* What can be done in the outline. Each action works on the selected node. */

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  FbOutline *self = FB_OUTLINE (widget);
  FbDocument *document = fb_outline_get_document (self);
  FbNode *node = fb_outline_get_selected (self);
  FbNode *parent = node != NULL ? fb_node_get_parent (node) : NULL;
  g_autofree char *label = NULL;
  g_autofree char *title = NULL;
  FbNode *next = NULL;

  if (parent == NULL)
    return;

  /* The next row is selected, else the one before, else the parent. */
  for (guint i = fb_node_get_index (node) + 1; next == NULL && i < fb_node_get_n_children (parent); i++)
    if (fb_outline_shows_kind (fb_node_get_kind (fb_node_get_child (parent, i))))
      next = fb_node_get_child (parent, i);
  for (guint i = fb_node_get_index (node); next == NULL && i-- > 0;)
    if (fb_outline_shows_kind (fb_node_get_kind (fb_node_get_child (parent, i))))
      next = fb_node_get_child (parent, i);

  label = fb_node_dup_label (node);
  /* Translators: %s is the title of a chapter or the like */
  title = g_strdup_printf (_("“%s” deleted"), label);
  fb_document_remove_one (document, node);
  fb_outline_set_selected (self, next != NULL ? next : parent);
  fb_ui_toast (widget, title, _("_Undo"), "win.undo", NULL);
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  static const struct
  {
    const char *name;
    FbDirection direction;
  } directions[] = {
    { "outline.move-up", FB_DIRECTION_UP },
    { "outline.move-down", FB_DIRECTION_DOWN },
    { "outline.promote", FB_DIRECTION_PROMOTE },
    { "outline.demote", FB_DIRECTION_DEMOTE },
  };
  FbOutline *self = FB_OUTLINE (widget);
  FbNode *node = fb_outline_get_selected (self);

  for (guint i = 0; node != NULL && i < G_N_ELEMENTS (directions); i++)
    if (g_str_equal (directions[i].name, name))
      fb_arrange_move (fb_outline_get_document (self), node, directions[i].direction, fb_outline_get_kinds ());
}

static void
rename_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  fb_outline_rename_selected (FB_OUTLINE (widget));
}

/* The node from which additions are counted: the selected one, or the concept. */
static FbNode *
get_origin (FbOutline *self)
{
  FbNode *node = fb_outline_get_selected (self);

  return node != NULL ? node : fb_document_get_root (fb_outline_get_document (self));
}

/* @parameter is the name of the kind, and whether it goes inside. */
static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  FbOutline *self = FB_OUTLINE (widget);
  FbDocument *document = fb_outline_get_document (self);
  g_autoptr (GArray) additions = NULL;
  const char *element;
  gboolean inside;

  if (document == NULL)
    return;

  g_variant_get (parameter, "(&sb)", &element, &inside);
  additions = fb_arrange_get_additions (document, get_origin (self), fb_outline_get_kinds ());
  for (guint i = 0; i < additions->len; i++)
    {
      const FbAddition *addition = &g_array_index (additions, FbAddition, i);
      g_autoptr (FbNode) node = NULL;

      if (addition->inside != inside || !g_str_equal (fb_kind_get_info (addition->kind)->element, element))
        continue;

      node = fb_document_create_node (document, addition->kind);
      if (fb_document_insert_one (document, addition->place.parent, addition->place.index, node, NULL))
        {
          fb_outline_set_selected (self, node);
          if (!fb_kind_is_register (addition->kind))
            fb_outline_rename_selected (self);
        }
      return;
    }
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  FbOutline *self = FB_OUTLINE (widget);
  FbNode *node = fb_outline_get_selected (self);
  g_autoptr (FbNode) picture = NULL;
  g_autoptr (GdkContentProvider) branch = NULL;
  g_autoptr (GdkContentProvider) words = NULL;
  g_autoptr (GdkContentProvider) all = NULL;
  g_autofree char *label = NULL;

  if (node == NULL || fb_node_get_parent (node) == NULL)
    return;

  picture = fb_node_copy (node, TRUE);
  label = fb_node_dup_label (node);
  branch = gdk_content_provider_new_typed (FB_TYPE_NODE, picture);
  words = gdk_content_provider_new_typed (G_TYPE_STRING, label);
  all = gdk_content_provider_new_union ((GdkContentProvider *[]) { g_object_ref (branch), g_object_ref (words) }, 2);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), all);
}

static void
cut_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  copy_action (widget, name, parameter);
  delete_action (widget, name, parameter);
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (FbOutline) self = data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);
  FbDocument *document = fb_outline_get_document (self);
  g_autoptr (FbNode) copy = NULL;
  FbNode *node;
  FbPlace place;

  if (value == NULL || document == NULL)
    {
      fb_ui_toast (GTK_WIDGET (self), _("There is no part of a concept on the clipboard"), NULL, NULL, NULL);
      return;
    }

  node = g_value_get_object (value);
  if (!fb_arrange_find_paste (document, get_origin (self), fb_node_get_kind (node), &place))
    {
      g_autofree char *title = NULL;

      /* Translators: %s is a kind of node, such as Measure */
      title = g_strdup_printf (_("“%s” does not fit here"), fb_kind_get_label (fb_node_get_kind (node)));
      fb_ui_toast (GTK_WIDGET (self), title, NULL, NULL, NULL);
      return;
    }

  /* What was cut comes back as it was; a copy gets new ids. */
  if (fb_document_lookup (document, fb_node_get_id (node)) == NULL)
    copy = fb_node_copy (node, TRUE);
  else
    copy = fb_document_copy_node (document, node);
  if (!fb_document_insert_one (document, place.parent, place.index, copy, NULL))
    {
      g_set_object (&copy, NULL);
      copy = fb_document_copy_node (document, node);
      if (!fb_document_insert_one (document, place.parent, place.index, copy, &error))
        {
          fb_ui_toast (GTK_WIDGET (self), error->message, NULL, NULL, NULL);
          return;
        }
    }
  fb_outline_set_selected (self, copy);
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  gdk_clipboard_read_value_async (gtk_widget_get_clipboard (widget), FB_TYPE_NODE, G_PRIORITY_DEFAULT, NULL, pasted_cb,
                                  g_object_ref (widget));
}

static void
show_additions_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  fb_outline_show_additions (FB_OUTLINE (widget));
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  fb_outline_search (FB_OUTLINE (widget));
}

static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
  guint key; /* on the list; 0 for none */
  GdkModifierType modifiers;
} actions[] = {
  { "outline.show-additions", NULL, show_additions_action, GDK_KEY_Insert, 0 },
  { "outline.rename", NULL, rename_action, GDK_KEY_F2, 0 },
  { "outline.delete", NULL, delete_action, GDK_KEY_Delete, 0 },
  { "outline.move-up", NULL, move_action, GDK_KEY_Up, GDK_ALT_MASK },
  { "outline.move-down", NULL, move_action, GDK_KEY_Down, GDK_ALT_MASK },
  { "outline.promote", NULL, move_action, GDK_KEY_Left, GDK_ALT_MASK },
  { "outline.demote", NULL, move_action, GDK_KEY_Right, GDK_ALT_MASK },
  { "outline.cut", NULL, cut_action, GDK_KEY_x, GDK_CONTROL_MASK },
  { "outline.copy", NULL, copy_action, GDK_KEY_c, GDK_CONTROL_MASK },
  { "outline.paste", NULL, paste_action, GDK_KEY_v, GDK_CONTROL_MASK },
  { "outline.search", NULL, search_action, 0, 0 },
  { "outline.add", "(sb)", add_action, 0, 0 },
};

/** Installs the actions of #FbOutline. */
void
fb_outline_class_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}

/** Binds the keys on @list, and not on the application: plain Delete belongs to text fields elsewhere. */
void
fb_outline_add_keys (GtkWidget *list)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].key != 0)
      gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (actions[i].key, actions[i].modifiers),
                          gtk_named_action_new (actions[i].name)));
  gtk_widget_add_controller (list, controller);
}

/** Recomputes which actions can be used: the one place where that is decided. */
void
fb_outline_update_actions (FbOutline *self)
{
  static const struct
  {
    const char *name;
    FbDirection direction;
  } moves[] = {
    { "outline.move-up", FB_DIRECTION_UP },
    { "outline.move-down", FB_DIRECTION_DOWN },
    { "outline.promote", FB_DIRECTION_PROMOTE },
    { "outline.demote", FB_DIRECTION_DEMOTE },
  };
  GtkWidget *widget = GTK_WIDGET (self);
  FbDocument *document = fb_outline_get_document (self);
  FbNode *node = document != NULL ? fb_outline_get_selected (self) : NULL;
  gboolean is_branch = node != NULL && fb_node_get_parent (node) != NULL;

  gtk_widget_action_set_enabled (widget, "outline.add", document != NULL);
  gtk_widget_action_set_enabled (widget, "outline.paste", document != NULL);
  gtk_widget_action_set_enabled (widget, "outline.rename", is_branch);
  gtk_widget_action_set_enabled (widget, "outline.delete", is_branch);
  gtk_widget_action_set_enabled (widget, "outline.cut", is_branch);
  gtk_widget_action_set_enabled (widget, "outline.copy", is_branch);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      FbPlace place;

      gtk_widget_action_set_enabled (
        widget, moves[i].name,
        is_branch && !fb_kind_is_register (fb_node_get_kind (node)) &&
          fb_arrange_find_place (document, node, moves[i].direction, fb_outline_get_kinds (), &place));
    }
}

static void
append_addition (GMenu            *section,
                 const FbAddition *addition)
{
  const FbKindInfo *info = fb_kind_get_info (addition->kind);
  g_autoptr (GMenuItem) item = g_menu_item_new (fb_kind_get_label (addition->kind), NULL);

  g_menu_item_set_action_and_target (item, "outline.add", "(sb)", info->element, addition->inside);
  g_menu_append_item (section, item);
}

/** Fills @menu with what can be added at the selected node. */
void
fb_outline_fill_add_menu (FbOutline *self,
                          GMenu     *menu)
{
  FbDocument *document = fb_outline_get_document (self);
  FbNode *origin = document != NULL ? get_origin (self) : NULL;
  g_autofree char *label = origin != NULL ? fb_node_dup_label (origin) : NULL;
  g_autofree char *heading = NULL;
  g_autoptr (GArray) additions = NULL;
  g_autoptr (GMenu) behind = g_menu_new ();
  g_autoptr (GMenu) inside = g_menu_new ();
  g_autoptr (GMenu) registers = g_menu_new ();

  g_menu_remove_all (menu);
  if (origin == NULL)
    return;

  additions = fb_arrange_get_additions (document, origin, fb_outline_get_kinds ());
  for (guint i = 0; i < additions->len; i++)
    {
      const FbAddition *addition = &g_array_index (additions, FbAddition, i);

      if (fb_kind_is_register (addition->kind))
        append_addition (registers, addition);
      else
        append_addition (addition->inside ? inside : behind, addition);
    }

  if (g_utf8_strlen (label, -1) > 30)
    {
      char *end = g_utf8_offset_to_pointer (label, 28);

      *end = '\0';
      heading = g_strconcat (label, "…", NULL);
    }
  if (fb_node_get_parent (origin) == NULL)
    {
      g_menu_append_section (menu, NULL, G_MENU_MODEL (inside));
    }
  else
    {
      g_autofree char *in = NULL;
      g_autofree char *after = NULL;

      /* Translators: heading in a menu of what can be added; %s is the title of a chapter */
      after = g_strdup_printf (_("After “%s”"), heading != NULL ? heading : label);
      /* Translators: heading in a menu of what can be added; %s is the title of a chapter */
      in = g_strdup_printf (_("In “%s”"), heading != NULL ? heading : label);
      if (g_menu_model_get_n_items (G_MENU_MODEL (inside)) > 0)
        g_menu_append_section (menu, in, G_MENU_MODEL (inside));
      if (g_menu_model_get_n_items (G_MENU_MODEL (behind)) > 0)
        g_menu_append_section (menu, after, G_MENU_MODEL (behind));
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (registers)) > 0)
    g_menu_append_section (menu, _("Registers"), G_MENU_MODEL (registers));
}

/** Moves @node, which was dropped on the row of @on. */
void
fb_outline_drop_node (FbOutline *self,
                      FbNode    *node,
                      FbNode    *on,
                      int        where)
{
  FbDocument *document = fb_outline_get_document (self);
  FbNode *parent = fb_node_get_parent (on);
  g_autoptr (GError) error = NULL;
  gboolean moved;

  /* A node dragged here from another window is another document's. */
  if (fb_document_lookup (document, fb_node_get_id (node)) != node)
    {
      fb_ui_toast (GTK_WIDGET (self), _("To bring a part over from another concept, copy and paste it"), NULL, NULL,
                   NULL);
      return;
    }

  if (where == FB_OUTLINE_DROP_INTO || parent == NULL)
    moved = fb_arrange_drop (document, node, on, parent == NULL ? 0 : fb_node_get_n_children (on), &error);
  else
    moved = fb_arrange_drop (document, node, parent,
                             fb_node_get_index (on) + (where == FB_OUTLINE_DROP_BEHIND ? 1 : 0), &error);
  if (moved)
    fb_outline_set_selected (self, node);
  else
    fb_ui_toast (GTK_WIDGET (self), error->message, NULL, NULL, NULL);
}
