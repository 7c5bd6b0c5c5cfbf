/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-overview-head.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-place.h"

struct _FbOverviewHead
{
  GtkWidget parent_instance;

  FbDocument *document;
  guint update_id;

  GtkWidget *box;
  GtkWidget *notes;
};

G_DEFINE_FINAL_TYPE (FbOverviewHead, fb_overview_head, GTK_TYPE_WIDGET)

static void
update (FbOverviewHead *self)
{
  g_autoptr (GPtrArray) tables = fb_place_get_tables (fb_document_get_root (self->document));
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autofree char *measures = NULL;
  g_autofree char *fields = NULL;
  g_autofree char *notes = NULL;
  guint n_measures = 0;
  guint n_fields = 0;

  for (guint i = 0; i < tables->len; i++)
    {
      FbNode *field = fb_node_get_ancestor (g_ptr_array_index (tables, i), FB_KIND_FIELD);

      n_measures += fb_place_count (g_ptr_array_index (tables, i));
      if (field != NULL && g_hash_table_add (places, field))
        n_fields++;
    }

  measures = g_strdup_printf (ngettext ("%u measure", "%u measures", n_measures), n_measures);
  fields = g_strdup_printf (ngettext ("%u field of action", "%u fields of action", n_fields), n_fields);
  notes = n_fields > 0 ? g_strdup_printf ("%s · %s", measures, fields) : g_strdup (measures);
  gtk_label_set_label (GTK_LABEL (self->notes), notes);
}

static void
update_cb (gpointer data)
{
  FbOverviewHead *self = data;

  self->update_id = 0;
  update (self);
}

/* Of a group of changes only the last counts. */
static void
applied_cb (FbOverviewHead *self,
            const FbChange *change)
{
  if (change->type != FB_CHANGE_SET && self->update_id == 0)
    self->update_id = g_idle_add_once (update_cb, self);
}

static void
fb_overview_head_dispose (GObject *object)
{
  FbOverviewHead *self = FB_OVERVIEW_HEAD (object);

  fb_overview_head_bind (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (fb_overview_head_parent_class)->dispose (object);
}

static void
fb_overview_head_class_init (FbOverviewHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fb_overview_head_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
fb_overview_head_init (FbOverviewHead *self)
{
  self->box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 4, "css-classes",
                            (const char *[]) { "chart-head", NULL }, NULL);
  self->notes = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, "css-classes",
                              (const char *[]) { "dim-label", "caption", NULL }, NULL);
  gtk_box_append (GTK_BOX (self->box),
                  g_object_new (GTK_TYPE_LABEL, "label", _("Overview"), "xalign", 0.0f, "ellipsize",
                                PANGO_ELLIPSIZE_END, "css-classes", (const char *[]) { "dim-label", NULL }, NULL));
  gtk_box_append (GTK_BOX (self->box),
                  g_object_new (GTK_TYPE_LABEL, "label", _("All Measures"), "xalign", 0.0f, "ellipsize",
                                PANGO_ELLIPSIZE_END, "css-classes", (const char *[]) { "chart-title", NULL }, NULL));
  gtk_box_append (GTK_BOX (self->box), self->notes);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/** Returns: (transfer floating): the top of a page of no document. */
GtkWidget *
fb_overview_head_new (void)
{
  return g_object_new (FB_TYPE_OVERVIEW_HEAD, NULL);
}

/** Counts the measures of @document (nullable), now and after each change. */
void
fb_overview_head_bind (FbOverviewHead *self,
                       FbDocument     *document)
{
  if (self->document == document)
    return;

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document != NULL)
    {
      g_signal_connect_swapped (document, "applied", G_CALLBACK (applied_cb), self);
      update (self);
    }
}
