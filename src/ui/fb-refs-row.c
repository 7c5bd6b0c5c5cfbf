/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-refs-row.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-node-picker.h"

struct _FbRefsRow
{
  FbFormRow parent_instance;

  GtkWidget *refs; /* a box with one line for each reference */
  GtkWidget *add;
  GtkWidget *picker; /* or NULL until it is opened first */
};

G_DEFINE_FINAL_TYPE (FbRefsRow, fb_refs_row, FB_TYPE_FORM_ROW)

/* Sets what is there now without @removed and with @added, either of which may be NULL. */
static void
change (FbRefsRow  *self,
        const char *removed,
        const char *added)
{
  FbField *field = fb_form_row_get_field (FB_FORM_ROW (self));
  const char *const *refs = fb_value_get_refs (fb_field_get_value (field));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (FbValue) value = NULL;

  for (guint i = 0; refs[i] != NULL; i++)
    if (g_strcmp0 (refs[i], removed) != 0)
      g_ptr_array_add (ids, (gpointer) refs[i]);
  if (added != NULL)
    g_ptr_array_add (ids, (gpointer) added);
  g_ptr_array_add (ids, NULL);
  value = fb_value_new_refs ((const char *const *) ids->pdata);
  fb_field_set_value (field, value);
}

static void
remove_cb (FbRefsRow *self,
           GtkWidget *button)
{
  /* The button goes with its line. */
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "fb-id"));

  gtk_widget_grab_focus (self->add);
  change (self, id, NULL);
}

static void
picked_cb (FbRefsRow *self,
           FbNode    *node)
{
  change (self, NULL, fb_node_get_id (node));
}

static void
open_cb (GtkMenuButton *button,
         gpointer       data)
{
  FbRefsRow *self = data;
  FbField *field = fb_form_row_get_field (FB_FORM_ROW (self));

  if (self->picker == NULL)
    {
      self->picker = fb_node_picker_new ();
      g_signal_connect_swapped (self->picker, "picked", G_CALLBACK (picked_cb), self);
      gtk_menu_button_set_popover (button, self->picker);
    }
  if (fb_field_get_document (field) != NULL)
    fb_node_picker_fill (FB_NODE_PICKER (self->picker), fb_field_get_document (field),
                         fb_field_get_property (field)->targets, fb_value_get_refs (fb_field_get_value (field)));
}

static void
add_line (FbRefsRow  *self,
          FbDocument *document,
          const char *id)
{
  FbNode *node = fb_document_lookup (document, id);
  g_autofree char *name = node != NULL ? fb_node_picker_dup_name (node) : NULL;
  g_autofree char *place = node != NULL ? fb_node_picker_dup_place (node) : NULL;
  g_autofree char *missing = node == NULL ? g_strdup_printf (_("Missing: %s"), id) : NULL;
  g_autofree char *remove = g_strdup_printf (_("Remove “%s”"), name != NULL ? name : id);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", name != NULL ? name : missing, "xalign", 0.0f, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars", 8, NULL);
  GtkWidget *go = g_object_new (GTK_TYPE_BUTTON, "child", words, "hexpand", TRUE, "sensitive", node != NULL,
                                "tooltip-text", _("Go There"), "action-name", "win.go-to", "css-classes",
                                (const char *[]) { "flat", "reference", NULL }, NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "icon-name", "window-close-symbolic", "valign", GTK_ALIGN_CENTER,
                                    "tooltip-text", _("Remove"), "css-classes",
                                    (const char *[]) { "flat", "circular", NULL }, NULL);

  gtk_box_append (GTK_BOX (words), label);
  if (place != NULL)
    gtk_box_append (GTK_BOX (words),
                    g_object_new (GTK_TYPE_LABEL, "label", place, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END,
                                  "width-chars", 8, "css-classes", (const char *[]) { "caption", "dim-label", NULL },
                                  NULL));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (go), "s", id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (go), GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : missing,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  g_object_set_data_full (G_OBJECT (button), "fb-id", g_strdup (id), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), self);
  gtk_box_append (GTK_BOX (line), go);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (self->refs), line);
}

static void
fb_refs_row_update (FbFormRow *row)
{
  FbRefsRow *self = FB_REFS_ROW (row);
  FbField *field = fb_form_row_get_field (row);
  const char *const *refs = fb_value_get_refs (fb_field_get_value (field));
  GtkWidget *line;
  g_autofree char *add = g_strdup_printf (_("Add to “%s”"), fb_field_get_label (field));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
  /* Nothing to nothing is what most rows are rebound from and to. */
  if (*refs == NULL && gtk_widget_get_first_child (self->refs) == NULL)
    return;

  while ((line = gtk_widget_get_first_child (self->refs)) != NULL)
    gtk_box_remove (GTK_BOX (self->refs), line);
  for (guint i = 0; refs[i] != NULL; i++)
    add_line (self, fb_field_get_document (field), refs[i]);
}

static void
fb_refs_row_reveal (FbFormRow *row,
                    guint      start,
                    guint      end)
{
  gtk_widget_grab_focus (FB_REFS_ROW (row)->add);
}

static void
fb_refs_row_class_init (FbRefsRowClass *klass)
{
  FB_FORM_ROW_CLASS (klass)->update = fb_refs_row_update;
  FB_FORM_ROW_CLASS (klass)->reveal = fb_refs_row_reveal;
}

static void
fb_refs_row_init (FbRefsRow *self)
{
  self->refs = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->add = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "list-add-symbolic", "valign", GTK_ALIGN_CENTER,
                            "tooltip-text", _("Search and Add"), "css-classes", (const char *[]) { "flat", NULL },
                            NULL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->add), open_cb, self, NULL);
  fb_form_row_set_editor (FB_FORM_ROW (self), self->add, FB_FORM_ROW_BESIDE);
  fb_form_row_add_below (FB_FORM_ROW (self), self->refs);
}
