/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-field-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/fb-inspector.h"
#include "ui/fb-page-head.h"
#include "ui/fb-page-types.h"
#include "ui/fb-prose-page.h"

struct _FbFieldPage
{
  GtkWidget parent_instance;

  FbDocument *document;
  FbNode *node;  /* what was asked for: the field or a part */
  FbNode *field;
  FbNode *part;  /* what is shown: a part, or the field itself for its introduction */
  GHashTable *chosen; /* id of a field to id of the part that was shown last */
  gboolean filling;

  GtkWidget *top; /* owned: it stands above the page and its inspector */
  GtkWidget *head;
  GtkWidget *switcher;
  GtkWidget *add;
  GtkWidget *pages;
  GtkWidget *inspector; /* owned: it stands elsewhere in the window */
  GtkWidget *form;      /* owned: the inspector of parts whose page has none */
};

static void page_iface_init (FbPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FbFieldPage, fb_field_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (FB_TYPE_PAGE, page_iface_init))

/* The part of the field that holds a node: a child, or the field itself. */
static FbNode *
get_part_of (FbNode *field,
             FbNode *node)
{
  while (node != field && fb_node_get_parent (node) != field)
    node = fb_node_get_parent (node);
  return node;
}

static FbPage *
get_page (FbFieldPage *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (GTK_STACK (self->pages));

  return page != NULL ? FB_PAGE (page) : NULL;
}

static FbPage *
ensure_page (FbFieldPage *self,
             FbNode      *part)
{
  GType type = fb_page_types_get_part (part);
  GtkWidget *page = gtk_stack_get_child_by_name (GTK_STACK (self->pages), g_type_name (type));

  if (page == NULL)
    {
      page = g_object_new (type, NULL);
      if (FB_IS_PROSE_PAGE (page))
        fb_prose_page_set_head (FB_PROSE_PAGE (page), FALSE);
      gtk_stack_add_named (GTK_STACK (self->pages), page, g_type_name (type));
    }

  return FB_PAGE (page);
}

/* How many goals or measures a part holds; 0 for prose. */
static guint
count_rows (FbNode *part)
{
  FbKind kind = fb_node_get_kind (part) == FB_KIND_GOALS ? FB_KIND_GOAL : FB_KIND_MEASURE;
  guint count = 0;

  if (fb_node_get_kind (part) != FB_KIND_GOALS && fb_node_get_kind (part) != FB_KIND_MEASURES)
    return 0;

  for (FbNode *node = part; node != NULL; node = fb_node_get_next (node, part))
    if (fb_node_get_kind (node) == kind)
      count++;
  return count;
}

/* The switcher */

static FbNode *
get_button_part (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "fb-node");
}

static GtkWidget *
find_button (FbFieldPage *self,
             FbNode      *part)
{
  GtkWidget *button = gtk_widget_get_first_child (self->switcher);

  while (button != NULL && get_button_part (button) != part)
    button = gtk_widget_get_next_sibling (button);
  return button;
}

static void
show_button (FbFieldPage *self,
             GtkWidget   *button)
{
  FbNode *part = get_button_part (button);
  GtkWidget *label = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (button)));
  GtkWidget *badge = gtk_widget_get_next_sibling (label);
  guint count = count_rows (part);
  g_autofree char *words = part == self->field ? g_strdup (_("Introduction")) : fb_node_dup_label (part);
  g_autofree char *digits = g_strdup_printf ("%u", count);
  g_autofree char *name = count > 0 ? g_strdup_printf ("%s, %u", words, count) : g_strdup (words);

  gtk_label_set_label (GTK_LABEL (label), words);
  gtk_label_set_label (GTK_LABEL (badge), digits);
  gtk_widget_set_visible (badge, count > 0);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_counts (FbFieldPage *self)
{
  for (GtkWidget *button = gtk_widget_get_first_child (self->switcher); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    show_button (self, button);
}

/* Where the outline shows a part it goes along; where it shows the field it stays there. */
static void
go_to_part (FbFieldPage *self,
            FbNode      *part)
{
  if (self->node == self->field ||
      !gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "s", fb_node_get_id (part)))
    fb_field_page_set_part (self, part);
}

static void
toggled_cb (FbFieldPage     *self,
            GtkToggleButton *button)
{
  FbNode *part = get_button_part (GTK_WIDGET (button));

  if (self->filling || !gtk_toggle_button_get_active (button) || part == self->part)
    return;

  go_to_part (self, part);
}

static void
add_button (FbFieldPage *self,
            FbNode      *part)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *first = gtk_widget_get_first_child (self->switcher);
  GtkWidget *button = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "child", content, "group", first, "css-classes",
                                    (const char *[]) { "flat", "part", NULL }, NULL);

  gtk_box_append (GTK_BOX (content), g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", 4,
                                                   NULL));
  gtk_box_append (GTK_BOX (content), g_object_new (GTK_TYPE_LABEL, "css-classes",
                                                   (const char *[]) { "count", NULL }, NULL));
  g_object_set_data_full (G_OBJECT (button), "fb-node", g_object_ref (part), g_object_unref);
  gtk_box_append (GTK_BOX (self->switcher), button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), part == self->part);
  show_button (self, button);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
}

/* A field's own text is rare: it has a place in the switcher where there is one, or where somebody asks for it. */
static gboolean
shows_introduction (FbFieldPage *self)
{
  return self->part == self->field || fb_node_get_text (self->field, "text") != NULL ||
         fb_node_get_n_children (self->field) == 0;
}

static void
fill_switcher (FbFieldPage *self)
{
  GtkWidget *button;

  self->filling = TRUE;
  while ((button = gtk_widget_get_first_child (self->switcher)) != NULL)
    gtk_box_remove (GTK_BOX (self->switcher), button);
  if (self->field != NULL)
    {
      if (shows_introduction (self))
        add_button (self, self->field);
      for (guint i = 0; i < fb_node_get_n_children (self->field); i++)
        add_button (self, fb_node_get_child (self->field, i));
    }
  self->filling = FALSE;
}

/* What may be added to a field, from the kinds table. */
static void
fill_add_menu (FbFieldPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) own = g_menu_new ();

  for (FbKind kind = 0; kind < FB_N_KINDS; kind++)
    if (fb_kind_allows_child (FB_KIND_FIELD, kind))
      {
        g_autofree char *action = g_strdup_printf ("field.add-part::%s", fb_kind_get_info (kind)->element);

        g_menu_append (menu, fb_kind_get_label (kind), action);
      }
  g_menu_append (own, _("Introduction and Properties of the Field"), "field.introduction");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->add), G_MENU_MODEL (menu));
}

/* Actions */

static void
add_part_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  FbFieldPage *self = data;
  g_autoptr (FbNode) part = NULL;
  g_autofree char *label = NULL;
  FbKind kind;
  guint index;

  if (self->field == NULL || !fb_kind_from_element (g_variant_get_string (parameter, NULL), &kind))
    return;

  index = self->part != NULL && self->part != self->field ? fb_node_get_index (self->part) + 1
                                                          : fb_node_get_n_children (self->field);
  part = fb_document_create_node (self->document, kind);
  label = g_strdup_printf (_("Add %s"), fb_kind_get_label (kind));
  fb_document_begin (self->document, label);
  fb_document_insert_one (self->document, self->field, index, part, NULL);
  fb_document_end (self->document);
  go_to_part (self, part);
}

static void
introduction_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  FbFieldPage *self = data;

  if (self->field != NULL)
    fb_field_page_set_part (self, self->field);
}

static void
step_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  FbFieldPage *self = data;
  gboolean forward = g_str_equal (g_action_get_name (G_ACTION (action)), "next-part");
  GtkWidget *button = find_button (self, self->part);
  GtkWidget *next;

  if (button == NULL)
    return;

  next = forward ? gtk_widget_get_next_sibling (button) : gtk_widget_get_prev_sibling (button);
  if (next == NULL)
    next = forward ? gtk_widget_get_first_child (self->switcher) : gtk_widget_get_last_child (self->switcher);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (next), TRUE);
}

static const GActionEntry actions[] = {
  { .name = "add-part", .activate = add_part_action, .parameter_type = "s" },
  { .name = "introduction", .activate = introduction_action },
  { .name = "next-part", .activate = step_action },
  { .name = "previous-part", .activate = step_action },
};

static const struct
{
  const char *keys;
  const char *action;
} keys[] = {
  { "<Control>Page_Down", "action(field.next-part)" },
  { "<Control>Page_Up", "action(field.previous-part)" },
};

/* The page and what stands above it are no widgets of each other: both get the actions and the keys. */
static void
add_actions (GtkWidget          *widget,
             GSimpleActionGroup *group)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_widget_insert_action_group (widget, "field", G_ACTION_GROUP (group));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].keys),
                                                            gtk_shortcut_action_parse_string (keys[i].action)));
  gtk_widget_add_controller (widget, controller);
}

/* Parts */

static void
show_inspector (FbFieldPage *self)
{
  FbPage *page = get_page (self);
  GtkWidget *inspector = page != NULL ? fb_page_get_inspector (page) : NULL;
  gboolean own = inspector == NULL || self->part == NULL;

  fb_inspector_bind (FB_INSPECTOR (self->form), own ? self->document : NULL, own ? self->part : NULL);
  if (own)
    inspector = self->form;
  if (adw_bin_get_child (ADW_BIN (self->inspector)) != inspector)
    adw_bin_set_child (ADW_BIN (self->inspector), inspector);
}

static void
show_part (FbFieldPage *self,
           FbNode      *part)
{
  FbPage *before = get_page (self);
  FbPage *page;
  GtkWidget *button;

  g_set_object (&self->part, part);
  page = part != NULL ? ensure_page (self, part) : NULL;
  if (before != NULL && before != page)
    fb_page_set_node (before, NULL, NULL);
  if (page != NULL)
    {
      g_hash_table_replace (self->chosen, g_strdup (fb_node_get_id (self->field)), g_strdup (fb_node_get_id (part)));
      fb_page_set_node (page, self->document, part);
      gtk_stack_set_visible_child (GTK_STACK (self->pages), GTK_WIDGET (page));
    }
  show_inspector (self);

  button = find_button (self, part);
  if (part != NULL && (button == NULL || (find_button (self, self->field) != NULL) != shows_introduction (self)))
    {
      fill_switcher (self);
      button = find_button (self, part);
    }
  self->filling = TRUE;
  if (button != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  self->filling = FALSE;
}

/* The part to begin with: the one that was shown last, else the first. */
static FbNode *
choose_part (FbFieldPage *self)
{
  const char *id = g_hash_table_lookup (self->chosen, fb_node_get_id (self->field));
  FbNode *part = fb_document_lookup (self->document, id);

  if (part != NULL && (part == self->field || fb_node_get_parent (part) == self->field))
    return part;

  part = fb_node_get_child (self->field, 0);
  return part != NULL && fb_node_get_text (self->field, "text") == NULL ? part : self->field;
}

static void
applied_cb (FbFieldPage    *self,
            const FbChange *change)
{
  if (change->type == FB_CHANGE_SET)
    {
      if (fb_node_get_parent (change->node) == self->field)
        show_counts (self);
      return;
    }

  if (change->parent != self->field && change->to_parent != self->field)
    {
      show_counts (self);
      return;
    }

  /* Parts have come, gone or changed places. */
  fill_switcher (self);
  if (self->part != self->field && fb_node_get_parent (self->part) != self->field)
    {
      guint index = change->type == FB_CHANGE_REMOVE ? change->index : 0;
      FbNode *next = fb_node_get_child (self->field, index);

      show_part (self, next != NULL ? next : choose_part (self));
    }
}

static void
fb_field_page_set_node (FbPage     *page,
                        FbDocument *document,
                        FbNode     *node)
{
  FbFieldPage *self = FB_FIELD_PAGE (page);
  FbNode *field = node != NULL ? fb_node_get_ancestor (node, FB_KIND_FIELD) : NULL;

  if (self->document != document)
    {
      if (self->document != NULL)
        g_signal_handlers_disconnect_by_data (self->document, self);
      g_set_object (&self->document, document);
      if (document != NULL)
        g_signal_connect_object (document, "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
    }
  g_set_object (&self->node, node);
  if (g_set_object (&self->field, field))
    {
      fb_page_head_bind (FB_PAGE_HEAD (self->head), document, field);
      fill_switcher (self);
    }
  show_part (self, field == NULL ? NULL : node == field ? choose_part (self) : get_part_of (field, node));
}

static FbNode *
fb_field_page_get_node (FbPage *page)
{
  return FB_FIELD_PAGE (page)->node;
}

static GtkWidget *
fb_field_page_get_head (FbPage *page)
{
  return FB_FIELD_PAGE (page)->top;
}

static GtkWidget *
fb_field_page_get_inspector (FbPage *page)
{
  return FB_FIELD_PAGE (page)->inspector;
}

static gboolean
fb_field_page_reveal (FbPage           *page,
                      FbNode           *node,
                      const FbProperty *property,
                      guint             start,
                      guint             end)
{
  FbFieldPage *self = FB_FIELD_PAGE (page);
  FbNode *part;

  if (self->field == NULL || !fb_node_is_ancestor (self->field, node))
    return FALSE;

  if (node == self->field && property == fb_kind_get_title (FB_KIND_FIELD))
    {
      fb_page_head_reveal (FB_PAGE_HEAD (self->head), start, end);
      return TRUE;
    }

  part = get_part_of (self->field, node);
  if (part != self->part && (node != self->field || property != NULL))
    show_part (self, part);
  if (node == self->field && property == NULL)
    return TRUE;
  return fb_page_reveal (get_page (self), node, property, start, end) ||
         (property != NULL && fb_inspector_reveal (FB_INSPECTOR (self->form), node, property, start, end));
}

static void
fb_field_page_focus (FbPage *page)
{
  FbFieldPage *self = FB_FIELD_PAGE (page);

  if (get_page (self) != NULL)
    fb_page_focus (get_page (self));
}

static void
page_iface_init (FbPageInterface *iface)
{
  iface->set_node = fb_field_page_set_node;
  iface->get_node = fb_field_page_get_node;
  iface->get_head = fb_field_page_get_head;
  iface->get_inspector = fb_field_page_get_inspector;
  iface->reveal = fb_field_page_reveal;
  iface->focus = fb_field_page_focus;
}

static void
fb_field_page_dispose (GObject *object)
{
  FbFieldPage *self = FB_FIELD_PAGE (object);

  if (self->pages != NULL)
    fb_field_page_set_node (FB_PAGE (self), NULL, NULL);
  g_clear_object (&self->form);
  g_clear_object (&self->inspector);
  if (self->top != NULL)
    gtk_widget_insert_action_group (self->top, "field", NULL);
  g_clear_object (&self->top);
  g_clear_pointer (&self->pages, gtk_widget_unparent);

  G_OBJECT_CLASS (fb_field_page_parent_class)->dispose (object);
}

static void
fb_field_page_finalize (GObject *object)
{
  g_hash_table_unref (FB_FIELD_PAGE (object)->chosen);

  G_OBJECT_CLASS (fb_field_page_parent_class)->finalize (object);
}

static void
fb_field_page_class_init (FbFieldPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fb_field_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = fb_field_page_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
fb_field_page_init (FbFieldPage *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->head = fb_page_head_new ();
  self->switcher = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->switcher), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Parts of the Field"), -1);
  self->add = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "list-add-symbolic", "tooltip-text", _("Add a Part"),
                            "css-classes", (const char *[]) { "flat", NULL }, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a Part"), -1);
  fill_add_menu (self);
  gtk_widget_add_css_class (bar, "part-switcher");
  gtk_box_append (GTK_BOX (bar), self->switcher);
  gtk_box_append (GTK_BOX (bar), self->add);
  self->top = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (GTK_BOX (self->top), self->head);
  gtk_box_append (GTK_BOX (self->top), bar);
  add_actions (self->top, group);
  add_actions (GTK_WIDGET (self), group);

  self->pages = g_object_new (GTK_TYPE_STACK, "hexpand", TRUE, "vexpand", TRUE, "hhomogeneous", FALSE, "vhomogeneous",
                              FALSE, NULL);
  self->inspector = g_object_ref_sink (adw_bin_new ());
  self->form = g_object_ref_sink (fb_inspector_new ());
  fb_inspector_omit (FB_INSPECTOR (self->form), "title text");
  gtk_widget_set_parent (self->pages, GTK_WIDGET (self));
}

/** Returns: (transfer floating): a page of nothing. */
GtkWidget *
fb_field_page_new (void)
{
  return g_object_new (FB_TYPE_FIELD_PAGE, NULL);
}

/** Returns: (transfer none) (nullable): the part that is shown; the field itself stands for its introduction. */
FbNode *
fb_field_page_get_part (FbFieldPage *self)
{
  return self->part;
}

/** Shows a part of the field, or for the field itself its introduction. */
void
fb_field_page_set_part (FbFieldPage *self,
                        FbNode      *part)
{
  g_return_if_fail (FB_IS_FIELD_PAGE (self));
  g_return_if_fail (part == self->field || fb_node_get_parent (part) == self->field);

  if (part != self->part)
    show_part (self, part);
}
