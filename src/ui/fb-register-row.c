/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-register-row.h"

struct _FbRegisterRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *count;
  FbNode *node;     /* or NULL, for an overview */
  const char *name; /* static; NULL for a register */
};

G_DEFINE_FINAL_TYPE (FbRegisterRow, fb_register_row, GTK_TYPE_LIST_BOX_ROW)

static void
update_count (FbRegisterRow *self)
{
  g_autofree char *count = g_strdup_printf ("%u", fb_node_get_n_children (self->node));

  gtk_label_set_label (self->count, count);
}

static void
fb_register_row_dispose (GObject *object)
{
  g_clear_object (&FB_REGISTER_ROW (object)->node);

  G_OBJECT_CLASS (fb_register_row_parent_class)->dispose (object);
}

static void
fb_register_row_class_init (FbRegisterRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fb_register_row_dispose;
}

static void
fb_register_row_init (FbRegisterRow *self)
{
}

static FbRegisterRow *
make (const char *label,
      const char *icon)
{
  FbRegisterRow *self = g_object_new (FB_TYPE_REGISTER_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (label);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (box), title);
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return self;
}

/** Returns: (transfer floating): the row of a register. */
GtkWidget *
fb_register_row_new (FbNode *node)
{
  FbRegisterRow *self = make (fb_kind_get_label (fb_node_get_kind (node)), fb_node_get_info (node)->icon);

  self->node = g_object_ref (node);
  g_signal_connect_object (node, "items-changed", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  update_count (self);
  return GTK_WIDGET (self);
}

/**
 * fb_register_row_new_overview:
 * @name: a static string
 *
 * Returns: (transfer floating): the row of an overview
 */
GtkWidget *
fb_register_row_new_overview (const char *name,
                              const char *label,
                              const char *icon)
{
  FbRegisterRow *self = make (label, icon);

  self->name = name;
  return GTK_WIDGET (self);
}

/** Returns: (transfer none) (nullable): the register, NULL for an overview. */
FbNode *
fb_register_row_get_node (FbRegisterRow *self)
{
  return self->node;
}

/** Returns: (nullable): the name of the overview, NULL for a register. */
const char *
fb_register_row_get_name (FbRegisterRow *self)
{
  return self->name;
}
