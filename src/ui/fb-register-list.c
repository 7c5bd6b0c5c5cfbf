/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-register-list.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-register-row.h"
#include "ui/fb-tab-stop.h"

struct _FbRegisterList
{
  AdwBin parent_instance;

  GtkWidget *heading;
  GtkListBox *list;
  FbDocument *document; /* not owned: the outline holds it */
  gboolean filling;
};

/* The pages that show the whole concept. */
static const struct
{
  const char *name;
  const char *label;
  const char *icon;
} overviews[] = {
  { "measures", N_("All Measures"), "fb-measures-symbolic" },
  { "costs", N_("Costs"), "fb-costs-symbolic" },
  { "timeline", N_("Timeline"), "fb-timeline-symbolic" },
  { "coverage", N_("Coverage"), "fb-coverage-symbolic" },
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FbRegisterList, fb_register_list, ADW_TYPE_BIN)

static void
row_selected_cb (FbRegisterList *self,
                 GtkListBoxRow  *row)
{
  if (!self->filling && row != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, fb_register_row_get_node (FB_REGISTER_ROW (row)),
                   fb_register_row_get_name (FB_REGISTER_ROW (row)));
}

static void
fill (FbRegisterList *self)
{
  FbNode *root = self->document != NULL ? fb_document_get_root (self->document) : NULL;
  GtkWidget *row;

  self->filling = TRUE;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (FbKind kind = 0; root != NULL && kind < FB_N_KINDS; kind++)
    {
      FbNode *node = fb_kind_is_register (kind) ? fb_node_get_child_of_kind (root, kind) : NULL;

      if (node != NULL)
        gtk_list_box_append (self->list, fb_register_row_new (node));
    }
  for (guint i = 0; root != NULL && i < G_N_ELEMENTS (overviews); i++)
    gtk_list_box_append (self->list,
                         fb_register_row_new_overview (overviews[i].name, _(overviews[i].label), overviews[i].icon));
  self->filling = FALSE;

  gtk_widget_set_visible (self->heading, root != NULL);
}

static void
applied_cb (FbDocument     *document,
            const FbChange *change,
            FbRegisterList *self)
{
  gboolean touched = FALSE;

  for (guint i = 0; change->nodes != NULL && i < change->nodes->len; i++)
    touched |= fb_kind_is_register (fb_node_get_kind (change->nodes->pdata[i]));
  if (touched)
    fill (self);
}

static void
fb_register_list_dispose (GObject *object)
{
  fb_register_list_set_document (FB_REGISTER_LIST (object), NULL);

  G_OBJECT_CLASS (fb_register_list_parent_class)->dispose (object);
}

static void
fb_register_list_class_init (FbRegisterListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fb_register_list_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", FB_TYPE_REGISTER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  2, FB_TYPE_NODE, G_TYPE_STRING);
}

static void
fb_register_list_init (FbRegisterList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->heading = gtk_label_new (_("Registers"));
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_widget_add_css_class (self->heading, "outline-heading");
  gtk_widget_set_visible (self->heading, FALSE);
  gtk_box_append (GTK_BOX (box), self->heading);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "outline");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Registers"), -1);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), fb_tab_stop_new (GTK_WIDGET (self->list)));
  adw_bin_set_child (ADW_BIN (self), box);
}

/** Shows the registers of @document (nullable), which must outlive the list or be taken from it. */
void
fb_register_list_set_document (FbRegisterList *self,
                               FbDocument     *document)
{
  if (self->document == document)
    return;

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  self->document = document;
  if (document != NULL)
    g_signal_connect_object (document, "applied", G_CALLBACK (applied_cb), self, 0);
  fill (self);
}

/** Shows that @node (nullable) or @overview (nullable) is selected, or nothing here; says so to nobody. */
void
fb_register_list_select (FbRegisterList *self,
                         FbNode         *node,
                         const char     *overview)
{
  self->filling = TRUE;
  gtk_list_box_unselect_all (self->list);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      FbRegisterRow *entry = FB_REGISTER_ROW (row);

      if ((node != NULL && fb_register_row_get_node (entry) == node) ||
          (overview != NULL && fb_register_row_get_name (entry) == overview))
        gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
    }
  self->filling = FALSE;
}

/** Returns: (nullable): the static string that is the overview's name, if there is one called @name. */
const char *
fb_register_list_find_overview (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (overviews); i++)
    if (g_str_equal (overviews[i].name, name))
      return overviews[i].name;
  return NULL;
}
