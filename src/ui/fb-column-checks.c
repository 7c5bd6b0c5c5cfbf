/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-column-checks.h"

#include <glib/gi18n-lib.h>

struct _FbColumnChecks
{
  GtkWidget parent_instance;

  FbTableColumns *columns;
  GtkWidget *box;
  GtkWidget *list;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (FbColumnChecks, fb_column_checks, GTK_TYPE_WIDGET)

static void
toggled_cb (FbColumnChecks *self,
            GtkCheckButton *check)
{
  if (!self->filling)
    fb_table_columns_set_shown (self->columns, g_object_get_data (G_OBJECT (check), "fb-property"),
                                gtk_check_button_get_active (check));
}

static void
add_check (FbColumnChecks      *self,
           const FbTableColumn *column)
{
  GtkWidget *check = gtk_check_button_new_with_label (column->title);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               fb_table_columns_find (self->columns, column->property) != NULL);
  /* Without titles nobody would know the rows again. */
  gtk_widget_set_sensitive (check, column->property != fb_kind_get_title (FB_KIND_MEASURE));
  g_object_set_data (G_OBJECT (check), "fb-property", (gpointer) column->property);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (self->list), check);
}

static void
fill (FbColumnChecks *self)
{
  GArray *offered = fb_table_columns_get_offered (self->columns);
  GtkWidget *check;

  self->filling = TRUE;
  while ((check = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), check);
  for (guint i = 0; i < offered->len; i++)
    add_check (self, &g_array_index (offered, FbTableColumn, i));
  self->filling = FALSE;
}

/* The rows are made when somebody looks at them. */
static void
fb_column_checks_map (GtkWidget *widget)
{
  fill (FB_COLUMN_CHECKS (widget));
  GTK_WIDGET_CLASS (fb_column_checks_parent_class)->map (widget);
}

static void
fb_column_checks_dispose (GObject *object)
{
  FbColumnChecks *self = FB_COLUMN_CHECKS (object);

  g_clear_object (&self->columns);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (fb_column_checks_parent_class)->dispose (object);
}

static void
fb_column_checks_class_init (FbColumnChecksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fb_column_checks_dispose;
  widget_class->map = fb_column_checks_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
fb_column_checks_init (FbColumnChecks *self)
{
  GtkWidget *scroller;

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", self->list,
                           "propagate-natural-height", TRUE, "max-content-height", 420, NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_size_request (self->box, 260, -1);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_box_append (GTK_BOX (self->box),
                  g_object_new (GTK_TYPE_LABEL, "label",
                                _("This is for this page and this window; every table keeps the columns of its own."),
                                "xalign", 0.0f, "wrap", TRUE, "max-width-chars", 30, "css-classes",
                                (const char *[]) { "caption", "dim-label", NULL }, NULL));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/** Returns: (transfer floating): a list of what @columns offer. */
GtkWidget *
fb_column_checks_new (FbTableColumns *columns)
{
  FbColumnChecks *self = g_object_new (FB_TYPE_COLUMN_CHECKS, NULL);

  self->columns = g_object_ref (columns);
  return GTK_WIDGET (self);
}
