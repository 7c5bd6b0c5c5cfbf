/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-table-bar.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-column-checks.h"
#include "ui/fb-column-chooser.h"
#include "ui/fb-rows.h"

struct _FbTableBar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *adders;
  GtkWidget *count; /* how many rows are shown, where that is not all */
  GtkWidget *filter;
  GtkWidget *columns;
  GtkWidget *chooser; /* in the popover of the columns' button */
  GtkWidget *checks;  /* in its place for all measures */
};

G_DEFINE_FINAL_TYPE (FbTableBar, fb_table_bar, GTK_TYPE_WIDGET)

static void
fb_table_bar_dispose (GObject *object)
{
  FbTableBar *self = FB_TABLE_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (fb_table_bar_parent_class)->dispose (object);
}

static void
fb_table_bar_class_init (FbTableBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fb_table_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
fb_table_bar_init (FbTableBar *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->adders = g_object_new (GTK_TYPE_BOX, "spacing", 6, "hexpand", TRUE, NULL);
  self->count = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", 4, "css-classes",
                              (const char *[]) { "dim-label", NULL }, "visible", FALSE, NULL);
  self->filter = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "icon-name", "system-search-symbolic", "action-name",
                               "table.filter", "tooltip-text", _("Show Only Some Rows (Ctrl+Shift+F)"), "css-classes",
                               (const char *[]) { "flat", NULL }, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filter"), -1);
  self->columns = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "fb-column-symbolic", "tooltip-text",
                                _("Choose the Columns"), "popover", popover, "css-classes",
                                (const char *[]) { "flat", NULL }, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->columns), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Columns"), -1);
  self->chooser = fb_column_chooser_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (GTK_BOX (gtk_popover_get_child (GTK_POPOVER (popover))), self->chooser);

  self->box = g_object_new (GTK_TYPE_BOX, "spacing", 6, "css-classes", (const char *[]) { "adders", NULL }, NULL);
  gtk_box_append (GTK_BOX (self->box), self->adders);
  gtk_box_append (GTK_BOX (self->box), self->count);
  gtk_box_append (GTK_BOX (self->box), self->filter);
  gtk_box_append (GTK_BOX (self->box), self->columns);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/** Returns: (transfer floating): the bar of a table that has @columns, and is none yet. */
GtkWidget *
fb_table_bar_new (FbTableColumns *columns)
{
  FbTableBar *self = g_object_new (FB_TYPE_TABLE_BAR, NULL);

  self->checks = fb_column_checks_new (columns);
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (self->chooser)), self->checks);
  return GTK_WIDGET (self);
}

static void
add_adder (FbTableBar *self,
           FbKind      kind,
           gboolean    usual)
{
  /* Translators: %s is a kind of part, such as “Measure” */
  g_autofree char *name = g_strdup_printf (_("Add %s"), fb_kind_get_label (kind));
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "child", content, "action-name", "table.add-kind",
                                    "action-target", g_variant_new_string (fb_kind_get_info (kind)->element),
                                    "css-classes",
                                    (const char *[]) { "flat", usual ? "add-row" : "dim-label", NULL }, NULL);

  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (content),
                  g_object_new (GTK_TYPE_LABEL, "label", fb_kind_get_label (kind), "ellipsize", PANGO_ELLIPSIZE_END,
                                "width-chars", 4, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (usual)
    {
      gtk_widget_set_tooltip_text (button, _("Add Behind the Selected Row (Insert or Ctrl+Return)"));
      gtk_box_prepend (GTK_BOX (self->adders), button);
    }
  else
    {
      gtk_widget_set_tooltip_text (button, name);
      gtk_box_append (GTK_BOX (self->adders), button);
    }
}

/** Offers what may be added to @container (nullable), from the kinds table. */
void
fb_table_bar_bind (FbTableBar *self,
                   FbDocument *document,
                   FbNode     *container)
{
  gboolean has_columns;
  gboolean whole;
  GtkWidget *child;
  FbKind row;

  while ((child = gtk_widget_get_first_child (self->adders)) != NULL)
    gtk_box_remove (GTK_BOX (self->adders), child);

  whole = container != NULL && fb_rows_is_whole (container);
  has_columns = container != NULL && fb_kind_allows_child (fb_node_get_kind (container), FB_KIND_COLUMN);
  gtk_widget_set_visible (self->columns, has_columns || whole);
  gtk_widget_set_visible (self->chooser, has_columns);
  gtk_widget_set_visible (self->checks, whole);
  fb_column_chooser_bind (FB_COLUMN_CHOOSER (self->chooser), has_columns ? document : NULL,
                          has_columns ? container : NULL);
  if (container == NULL)
    return;

  row = fb_rows_get_kind (fb_node_get_kind (container));
  if (whole)
    add_adder (self, row, TRUE);
  for (FbKind kind = 0; !whole && kind < FB_N_KINDS; kind++)
    {
      gboolean below = fb_node_get_kind (container) == FB_KIND_GOALS && fb_kind_allows_child (row, kind);

      if ((fb_kind_allows_child (fb_node_get_kind (container), kind) || below) && kind != FB_KIND_COLUMN)
        add_adder (self, kind, kind == row);
    }
}

/** Shows the button of the filter as pressed or not. */
void
fb_table_bar_set_filtering (FbTableBar *self,
                            gboolean    filtering)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->filter), filtering);
}

/** Says how many measures are shown; nothing where that is all of them. */
void
fb_table_bar_set_count (FbTableBar *self,
                        guint       n_shown,
                        guint       n_all)
{
  /* Translators: how many measures are shown, of how many there are */
  g_autofree char *words = g_strdup_printf (_("%u of %u"), n_shown, n_all);

  gtk_label_set_label (GTK_LABEL (self->count), words);
  gtk_widget_set_visible (self->count, n_shown < n_all);
}
