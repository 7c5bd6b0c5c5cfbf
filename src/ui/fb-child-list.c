/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-child-list.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-cell.h"
#include "ui/fb-form.h"
#include "ui/fb-step-split.h"
#include "ui/fb-ui.h"

struct _FbChildList
{
  GtkWidget parent_instance;

  FbKind kind;
  FbDocument *document;
  FbNode *parent;
  char *open; /* the id of the child whose form is open, or NULL */

  GtkWidget *box;
  GtkWidget *split;
  GtkWidget *list;
  GtkWidget *form; /* one for all rows; in the open one */
  GPtrArray *rows; /* GtkListBoxRow, more than are shown; owned by the list */
};

enum
{
  LEAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FbChildList, fb_child_list, GTK_TYPE_WIDGET)

/* What is over the list, and what the second line of a row says. */
static const struct
{
  FbKind kind;
  const char *heading;
  const char *below[4];
} looks[] = {
  { FB_KIND_STEP, N_("Implementation Steps"), { "responsible", "period", "cost" } },
  { FB_KIND_REPORT, N_("Progress Reports"), { "date", "status" } },
  { FB_KIND_INDICATOR, N_("Indicators"), { "baseline", "target", "actual" } },
};

static guint
get_look (FbKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (looks[i].kind == kind)
      return i;

  g_return_val_if_reached (0);
}

/* Children */

static FbNode *
get_row_node (GtkWidget *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "fb-node") : NULL;
}

static GtkWidget *
find_widget (FbChildList *self,
             FbNode      *child)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (get_row_node (self->rows->pdata[i]) == child && child != NULL)
      return self->rows->pdata[i];
  return NULL;
}

/* The row that the focus is in. */
static FbNode *
get_current (FbChildList *self)
{
  return get_row_node (gtk_widget_get_focus_child (self->list));
}

static char *
dup_below (FbNode *child)
{
  guint look = get_look (fb_node_get_kind (child));
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (looks[look].below) && looks[look].below[i] != NULL; i++)
    {
      const FbProperty *property = fb_kind_get_property (fb_node_get_kind (child), looks[look].below[i]);
      g_autofree char *words = fb_value_to_words (fb_node_get_value (child, property), property);

      if (*words == '\0')
        continue;
      if (string->len > 0)
        g_string_append (string, " · ");
      g_string_append (string, g_strdelimit (words, "\n", ' '));
    }

  return g_string_free (g_steal_pointer (&string), FALSE);
}

static void
show_row (GtkWidget *row)
{
  FbNode *child = get_row_node (row);
  GtkWidget *number = g_object_get_data (G_OBJECT (row), "fb-number");
  GtkWidget *title = g_object_get_data (G_OBJECT (row), "fb-title");
  GtkWidget *below = g_object_get_data (G_OBJECT (row), "fb-below");
  g_autofree char *number_words = fb_cell_dup_step_number (child);
  g_autofree char *first = fb_cell_dup_step_label (child);
  g_autofree char *label = *first != '\0' ? g_strdup (first) : fb_node_dup_label (child);
  g_autofree char *below_words = dup_below (child);
  g_autofree char *name = g_strdup_printf ("%s %s", number_words, label);

  gtk_widget_set_visible (number, *number_words != '\0');
  gtk_label_set_label (GTK_LABEL (number), number_words);
  gtk_label_set_label (GTK_LABEL (title), label);
  gtk_widget_set_visible (below, *below_words != '\0');
  gtk_label_set_label (GTK_LABEL (below), below_words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, g_strstrip (name), -1);
}

static void
show_open (FbChildList *self,
           GtkWidget   *row,
           gboolean     open)
{
  GtkWidget *slot = g_object_get_data (G_OBJECT (row), "fb-slot");
  GtkWidget *arrow = g_object_get_data (G_OBJECT (row), "fb-arrow");
  GtkWidget *title = g_object_get_data (G_OBJECT (row), "fb-title");

  gtk_image_set_from_icon_name (GTK_IMAGE (arrow), open ? "pan-down-symbolic" : "pan-end-symbolic");
  /* What is open is read in the form. */
  gtk_label_set_lines (GTK_LABEL (title), open ? 1 : 2);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
  if (open && gtk_widget_get_parent (self->form) != slot)
    gtk_box_append (GTK_BOX (slot), self->form);
  else if (!open && gtk_widget_get_parent (self->form) == slot)
    gtk_box_remove (GTK_BOX (slot), self->form);
  gtk_widget_set_visible (slot, open);
}

/* Opens one child, or none. */
static void
set_open (FbChildList *self,
          FbNode      *child)
{
  GtkWidget *before = gtk_widget_get_ancestor (self->form, GTK_TYPE_LIST_BOX_ROW);
  GtkWidget *row = find_widget (self, child);

  if (before != NULL && before != row)
    show_open (self, before, FALSE);
  g_free (self->open);
  self->open = row != NULL ? g_strdup (fb_node_get_id (child)) : NULL;
  fb_form_bind (FB_FORM (self->form), row != NULL ? self->document : NULL, row != NULL ? child : NULL);
  if (row != NULL)
    show_open (self, row, TRUE);
}

static void
row_activated_cb (FbChildList   *self,
                  GtkListBoxRow *row)
{
  FbNode *child = get_row_node (GTK_WIDGET (row));

  if (g_strcmp0 (self->open, fb_node_get_id (child)) == 0)
    {
      set_open (self, NULL);
      gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  else
    {
      set_open (self, child);
      fb_form_focus (FB_FORM (self->form), NULL);
    }
}

static GtkWidget *
make_row (FbChildList *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *slot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *number = g_object_new (GTK_TYPE_LABEL, "css-classes", (const char *[]) { "dim-label", NULL }, NULL);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", 6, NULL);
  GtkWidget *below = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", 6,
                                   "css-classes", (const char *[]) { "caption", "dim-label", NULL }, NULL);
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "pan-end-symbolic", "css-classes",
                                   (const char *[]) { "dim-label", NULL }, NULL);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (head, "child-head");
  gtk_widget_add_css_class (slot, "child-form");
  gtk_widget_set_visible (slot, FALSE);
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), below);
  gtk_box_append (GTK_BOX (head), number);
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (head), arrow);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), slot);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  g_object_set_data (G_OBJECT (row), "fb-number", number);
  g_object_set_data (G_OBJECT (row), "fb-title", title);
  g_object_set_data (G_OBJECT (row), "fb-below", below);
  g_object_set_data (G_OBJECT (row), "fb-arrow", arrow);
  g_object_set_data (G_OBJECT (row), "fb-slot", slot);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  g_ptr_array_add (self->rows, row);
  return row;
}

/* Fills the rows again; those that are too many are hidden and kept for the next measure. */
static void
fill (FbChildList *self)
{
  g_autofree char *open = g_strdup (self->open);
  guint n = 0;

  for (guint i = 0; self->parent != NULL && i < fb_node_get_n_children (self->parent); i++)
    {
      FbNode *child = fb_node_get_child (self->parent, i);
      GtkWidget *row;

      if (fb_node_get_kind (child) != self->kind)
        continue;
      row = n < self->rows->len ? g_ptr_array_index (self->rows, n) : make_row (self);
      n++;
      g_object_set_data_full (G_OBJECT (row), "fb-node", g_object_ref (child), g_object_unref);
      gtk_widget_set_visible (row, TRUE);
      show_row (row);
    }
  for (guint i = n; i < self->rows->len; i++)
    {
      g_object_set_data (self->rows->pdata[i], "fb-node", NULL);
      gtk_widget_set_visible (self->rows->pdata[i], FALSE);
    }
  gtk_widget_set_visible (self->list, n > 0);
  set_open (self, open != NULL && self->document != NULL ? fb_document_lookup (self->document, open) : NULL);
}

static void
show_split (FbChildList *self)
{
  gtk_widget_set_visible (self->split,
                          self->kind == FB_KIND_STEP && self->parent != NULL && fb_step_split_can (self->parent));
}

/* Actions */

static void
focus_child (FbChildList *self,
             FbNode      *child)
{
  GtkWidget *row = find_widget (self, child);

  if (row != NULL)
    gtk_widget_grab_focus (row);
  else
    gtk_widget_child_focus (self->box, GTK_DIR_TAB_FORWARD);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  FbChildList *self = FB_CHILD_LIST (widget);
  FbNode *current = get_current (self);
  g_autoptr (FbNode) node = NULL;
  g_autofree char *label = NULL;
  guint index = 0;

  if (self->parent == NULL)
    return;

  /* Behind the current one; else behind the last of the kind, so that the kinds keep together. */
  for (guint i = 0; i < fb_node_get_n_children (self->parent); i++)
    if (fb_node_get_kind (fb_node_get_child (self->parent, i)) == self->kind)
      index = i + 1;
  if (current != NULL)
    index = fb_node_get_index (current) + 1;

  node = fb_document_create_node (self->document, self->kind);
  label = g_strdup_printf (_("Add %s"), fb_kind_get_label (self->kind));
  fb_document_begin (self->document, label);
  fb_document_insert_one (self->document, self->parent, index, node, NULL);
  fb_document_end (self->document);
  set_open (self, node);
  fb_form_focus (FB_FORM (self->form), NULL);
}

static void
duplicate_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  FbChildList *self = FB_CHILD_LIST (widget);
  FbNode *current = get_current (self);
  g_autoptr (FbNode) copy = NULL;

  if (current == NULL)
    return;

  copy = fb_document_copy_node (self->document, current);
  fb_document_begin (self->document, _("Duplicate"));
  fb_document_insert_one (self->document, self->parent, fb_node_get_index (current) + 1, copy, NULL);
  fb_document_end (self->document);
  focus_child (self, copy);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  FbChildList *self = FB_CHILD_LIST (widget);
  FbNode *current = get_current (self);
  FbNode *next;
  g_autofree char *label = NULL;
  g_autofree char *message = NULL;
  guint index;

  /* In the form the key belongs to what is edited there. */
  if (current == NULL || gtk_widget_get_focus_child (self->form) != NULL)
    return;

  label = fb_node_dup_label (current);
  message = g_strdup_printf (_("“%s” deleted"), label);
  index = fb_node_get_index (current);
  fb_document_begin (self->document, _("Delete"));
  fb_document_remove_one (self->document, current);
  fb_document_end (self->document);
  next = fb_node_get_child (self->parent, index);
  if (next == NULL || fb_node_get_kind (next) != self->kind)
    next = index > 0 ? fb_node_get_child (self->parent, index - 1) : NULL;
  focus_child (self, next);
  fb_ui_toast (widget, message, _("_Undo"), "win.undo", NULL);
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  FbChildList *self = FB_CHILD_LIST (widget);
  FbNode *current = get_current (self);
  int step = g_str_equal (name, "children.move-up") ? -1 : 1;
  gboolean in_form;
  FbNode *sibling;

  if (current == NULL)
    return;
  sibling = fb_node_get_child (self->parent, fb_node_get_index (current) + step);
  if (sibling == NULL || fb_node_get_kind (sibling) != self->kind)
    return;

  in_form = gtk_widget_get_focus_child (self->form) != NULL;
  fb_document_move (self->document, self->parent, fb_node_get_index (current), 1, self->parent,
                    fb_node_get_index (current) + step, NULL);
  if (in_form)
    fb_form_focus (FB_FORM (self->form), NULL);
  else
    focus_child (self, current);
}

static void
split_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  FbChildList *self = FB_CHILD_LIST (widget);

  if (self->parent != NULL)
    fb_step_split_apply (self->document, self->parent);
}

static void
form_leave_cb (FbChildList *self)
{
  FbNode *child = fb_form_get_node (FB_FORM (self->form));
  GtkWidget *row = find_widget (self, child);

  set_open (self, NULL);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
form_next_cb (FbChildList *self,
              const char  *property)
{
  FbNode *next = fb_form_get_node (FB_FORM (self->form));

  /* Children of other kinds may stand between them. */
  do
    next = next != NULL ? fb_node_get_child (self->parent, fb_node_get_index (next) + 1) : NULL;
  while (next != NULL && fb_node_get_kind (next) != self->kind);

  if (next == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "children.add", NULL);
      return;
    }

  set_open (self, next);
  fb_form_focus (FB_FORM (self->form), property);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  g_signal_emit (widget, signals[LEAVE], 0);
  return GDK_EVENT_STOP;
}

static void
applied_cb (FbChildList    *self,
            const FbChange *change)
{
  FbNode *child;

  if (change->type != FB_CHANGE_SET)
    {
      if (change->parent == self->parent || change->to_parent == self->parent)
        {
          fill (self);
          show_split (self);
        }
      return;
    }

  child = change->node;
  if (child == self->parent &&
      (g_str_equal (change->property->name, "text") || g_str_equal (change->property->name, "responsible")))
    show_split (self);
  else if (fb_node_get_kind (child) == self->kind && find_widget (self, child) != NULL)
    /* An own number changes those behind it. */
    for (guint i = 0; i < self->rows->len; i++)
      if (get_row_node (self->rows->pdata[i]) != NULL)
        show_row (self->rows->pdata[i]);
}

static void
release (FbChildList *self)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_object (&self->parent);
}

static void
fb_child_list_dispose (GObject *object)
{
  FbChildList *self = FB_CHILD_LIST (object);

  release (self);
  if (self->form != NULL)
    fb_form_bind (FB_FORM (self->form), NULL, NULL);
  g_clear_object (&self->form);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->open, g_free);

  G_OBJECT_CLASS (fb_child_list_parent_class)->dispose (object);
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
  guint keyval;
  GdkModifierType modifiers;
} actions[] = {
  { "children.add", add_action, GDK_KEY_Insert, 0 },
  { "children.add", add_action, GDK_KEY_Return, GDK_CONTROL_MASK },
  { "children.duplicate", duplicate_action, GDK_KEY_d, GDK_CONTROL_MASK },
  { "children.delete", delete_action, GDK_KEY_Delete, 0 },
  { "children.move-up", move_action, GDK_KEY_Up, GDK_ALT_MASK },
  { "children.move-down", move_action, GDK_KEY_Down, GDK_ALT_MASK },
  { "children.split", split_action, 0, 0 },
};

static void
fb_child_list_class_init (FbChildListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fb_child_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  /**
   * FbChildList::leave:
   *
   * Escape was pressed: the focus should go back to what the form was entered from.
   */
  signals[LEAVE] = g_signal_new ("leave", FB_TYPE_CHILD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      if (actions[i].keyval != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].keyval, actions[i].modifiers, actions[i].name,
                                             NULL);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
fb_child_list_init (FbChildList *self)
{
  self->rows = g_ptr_array_new ();
}

static void
build (FbChildList *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *words = _(looks[get_look (self->kind)].heading);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0f, "hexpand", TRUE, "css-classes",
                                     (const char *[]) { "heading", NULL }, NULL);
  g_autofree char *add = g_strdup_printf (_("Add %s"), fb_kind_get_label (self->kind));
  g_autofree char *tooltip = g_strdup_printf (_("%s (Insert)"), add);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "icon-name", "list-add-symbolic", "tooltip-text", tooltip,
                                    "action-name", "children.add", "css-classes", (const char *[]) { "flat", NULL },
                                    NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
  self->split = g_object_new (GTK_TYPE_BUTTON, "label", _("Split into Steps"), "tooltip-text",
                              _("Make steps of “(1) … (2) …” in the text and among the responsible bodies"),
                              "action-name", "children.split", "halign", GTK_ALIGN_START, "visible", FALSE, NULL);
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, "visible", FALSE, "css-classes",
                             (const char *[]) { "boxed-list", "children", NULL }, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  self->form = g_object_ref_sink (fb_form_new (FB_FORM_ALL));
  g_signal_connect_swapped (self->form, "leave", G_CALLBACK (form_leave_cb), self);
  g_signal_connect_swapped (self->form, "next", G_CALLBACK (form_next_cb), self);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (head), heading);
  gtk_box_append (GTK_BOX (head), button);
  gtk_box_append (GTK_BOX (self->box), head);
  gtk_box_append (GTK_BOX (self->box), self->split);
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/** Returns: (transfer floating): a list for children of @kind: steps, reports or indicators. */
GtkWidget *
fb_child_list_new (FbKind kind)
{
  FbChildList *self = g_object_new (FB_TYPE_CHILD_LIST, NULL);

  self->kind = kind;
  build (self);
  return GTK_WIDGET (self);
}

/**
 * fb_child_list_bind:
 * @document: (nullable): the document
 * @parent: (nullable): whose children are shown; %NULL shows nothing
 */
void
fb_child_list_bind (FbChildList *self,
                    FbDocument  *document,
                    FbNode      *parent)
{
  if (self->parent == parent && self->document == document)
    return;

  release (self);
  if (parent != NULL)
    {
      self->document = g_object_ref (document);
      self->parent = g_object_ref (parent);
      g_signal_connect_swapped (document, "applied", G_CALLBACK (applied_cb), self);
    }
  g_clear_pointer (&self->open, g_free);
  fill (self);
  show_split (self);
}

/** Opens a child and goes to a place in its form. Returns: whether that is here. */
gboolean
fb_child_list_reveal (FbChildList      *self,
                      FbNode           *child,
                      const FbProperty *property,
                      guint             start,
                      guint             end)
{
  if (find_widget (self, child) == NULL)
    return FALSE;

  set_open (self, child);
  if (property == NULL || !fb_form_reveal (FB_FORM (self->form), property, start, end))
    fb_form_focus (FB_FORM (self->form), NULL);
  return TRUE;
}
