/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-several.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-form.h"

/* Somebody who types sets each node once, when the keys have rested so long, in milliseconds. */
#define DELAY 500

/* What each row has for itself, and what names parts of the document. */
#define OMITTED "title name text number code remarks serves related lineage fields resolution image xml:lang"

struct _FbSeveral
{
  GtkWidget parent_instance;

  FbDocument *document;
  GPtrArray *nodes;
  FbDocument *draft; /* what the form edits: a document with one node, which holds what all nodes have in common */
  FbNode *common;
  GPtrArray *touched; /* FbProperty that somebody has set and that are not yet in the nodes */
  guint apply_id;

  GtkWidget *box;
  GtkWidget *heading;
  GtkWidget *hint;
  GtkWidget *form;
};

G_DEFINE_FINAL_TYPE (FbSeveral, fb_several, GTK_TYPE_WIDGET)

static void
apply (FbSeveral *self)
{
  g_autoptr (GPtrArray) touched = g_steal_pointer (&self->touched);
  g_autofree char *label = NULL;

  g_clear_handle_id (&self->apply_id, g_source_remove);
  self->touched = g_ptr_array_new ();
  if (touched->len == 0)
    return;

  label = g_strdup_printf (ngettext ("Change %u Row", "Change %u Rows", self->nodes->len), self->nodes->len);
  fb_document_begin (self->document, label);
  for (guint i = 0; i < self->nodes->len; i++)
    for (guint j = 0; j < touched->len; j++)
      {
        FbNode *node = g_ptr_array_index (self->nodes, i);
        const FbProperty *property = g_ptr_array_index (touched, j);

        /* A row may have gone meanwhile. */
        if (fb_document_lookup (self->document, fb_node_get_id (node)) == node)
          fb_document_set (self->document, node, property, fb_node_get_value (self->common, property));
      }
  fb_document_end (self->document);
}

static gboolean
apply_cb (gpointer data)
{
  FbSeveral *self = data;

  self->apply_id = 0;
  apply (self);
  return G_SOURCE_REMOVE;
}

static void
draft_applied_cb (FbSeveral      *self,
                  const FbChange *change)
{
  if (change->type != FB_CHANGE_SET || change->node != self->common)
    return;

  if (!g_ptr_array_find (self->touched, change->property, NULL))
    g_ptr_array_add (self->touched, (gpointer) change->property);
  g_clear_handle_id (&self->apply_id, g_source_remove);
  self->apply_id = g_timeout_add (DELAY, apply_cb, self);
}

/* The value that all nodes have; NULL where they differ. */
static FbValue *
get_common (GPtrArray        *nodes,
            const FbProperty *property)
{
  FbValue *value = fb_node_get_value (g_ptr_array_index (nodes, 0), property);

  for (guint i = 1; i < nodes->len; i++)
    if (!fb_value_equal (value, fb_node_get_value (g_ptr_array_index (nodes, i), property)))
      return NULL;
  return value;
}

/* The nodes that can be set at once: all, or among rows of several kinds the measures, which bands only hold. */
static void
take_alike (FbSeveral *self,
            GPtrArray *nodes)
{
  FbKind kind = nodes->len > 0 ? fb_node_get_kind (nodes->pdata[0]) : FB_N_KINDS;

  for (guint i = 1; i < nodes->len; i++)
    if (fb_node_get_kind (nodes->pdata[i]) != kind)
      kind = FB_KIND_MEASURE;
  for (guint i = 0; i < nodes->len; i++)
    if (fb_node_get_kind (nodes->pdata[i]) == kind)
      g_ptr_array_add (self->nodes, g_object_ref (nodes->pdata[i]));
}

/* The table in which all of them stand, if that is one. */
static FbNode *
get_table (GPtrArray *nodes)
{
  FbNode *table = fb_node_get_ancestor (g_ptr_array_index (nodes, 0), FB_KIND_MEASURES);

  for (guint i = 1; i < nodes->len; i++)
    if (fb_node_get_ancestor (g_ptr_array_index (nodes, i), FB_KIND_MEASURES) != table)
      return NULL;
  return table;
}

/* The kind of part in which such nodes stand right below. */
static gboolean
find_container (FbKind  kind,
                FbKind *container)
{
  for (*container = 0; *container < FB_N_KINDS; (*container)++)
    if (fb_kind_allows_child (FB_KIND_CONCEPT, *container) && fb_kind_allows_child (*container, kind))
      return TRUE;
  return FALSE;
}

static void
add_copy (FbNode *parent,
          FbNode *node)
{
  g_autoptr (FbNode) copy = fb_node_copy (node, TRUE);

  fb_node_build_child (parent, copy);
}

static void
make_draft (FbSeveral *self,
            FbKind     container_kind)
{
  FbNode *first = g_ptr_array_index (self->nodes, 0);
  FbNode *table = get_table (self->nodes);
  FbNode *actors = fb_node_get_child_of_kind (fb_document_get_root (self->document), FB_KIND_ACTORS);
  g_autoptr (FbNode) root = fb_node_new (FB_KIND_CONCEPT, NULL);
  g_autoptr (FbNode) container = fb_node_new (container_kind, NULL);
  g_autoptr (GPtrArray) properties = fb_document_get_properties (self->document, fb_node_get_kind (first));

  /* So that the form knows the bodies and the columns of the user's own. */
  if (actors != NULL && container_kind != FB_KIND_ACTORS)
    add_copy (root, actors);
  for (guint i = 0; table != NULL && container_kind == FB_KIND_MEASURES && i < fb_node_get_n_children (table); i++)
    if (fb_node_get_kind (fb_node_get_child (table, i)) == FB_KIND_COLUMN)
      add_copy (container, fb_node_get_child (table, i));

  self->common = fb_node_new (fb_node_get_kind (first), NULL);
  for (guint i = 0; i < properties->len; i++)
    {
      const FbProperty *property = g_ptr_array_index (properties, i);

      /* Tables have columns of their own. */
      if (table != NULL || !(property->flags & FB_PROPERTY_OWN))
        fb_node_build_value (self->common, property, get_common (self->nodes, property));
    }
  fb_node_build_child (container, self->common);
  fb_node_build_child (root, container);
  self->draft = fb_document_new (root);
  g_signal_connect_swapped (self->draft, "applied", G_CALLBACK (draft_applied_cb), self);
}

static void
release (FbSeveral *self)
{
  apply (self);
  fb_form_bind (FB_FORM (self->form), NULL, NULL);
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_clear_object (&self->common);
  g_clear_object (&self->draft);
  g_clear_object (&self->document);
  g_ptr_array_set_size (self->nodes, 0);
}

static void
fb_several_dispose (GObject *object)
{
  FbSeveral *self = FB_SEVERAL (object);

  if (self->box != NULL)
    release (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (fb_several_parent_class)->dispose (object);
}

static void
fb_several_finalize (GObject *object)
{
  g_ptr_array_unref (FB_SEVERAL (object)->nodes);
  g_ptr_array_unref (FB_SEVERAL (object)->touched);

  G_OBJECT_CLASS (fb_several_parent_class)->finalize (object);
}

static void
fb_several_class_init (FbSeveralClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fb_several_dispose;
  G_OBJECT_CLASS (klass)->finalize = fb_several_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
fb_several_init (FbSeveral *self)
{
  self->nodes = g_ptr_array_new_with_free_func (g_object_unref);
  self->touched = g_ptr_array_new ();
  self->heading = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "css-classes",
                                (const char *[]) { "heading", NULL }, NULL);
  self->hint = g_object_new (GTK_TYPE_LABEL, "label",
                             _("Shown is what all of them have. What you set here is set in each of them."), "xalign",
                             0.0f, "wrap", TRUE, "css-classes", (const char *[]) { "caption", "dim-label", NULL },
                             NULL);
  self->form = fb_form_new (FB_FORM_ALL);
  fb_form_omit (FB_FORM (self->form), OMITTED);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (self->box), self->heading);
  gtk_box_append (GTK_BOX (self->box), self->hint);
  gtk_box_append (GTK_BOX (self->box), self->form);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/** Returns: (transfer floating): a form of nothing. */
GtkWidget *
fb_several_new (void)
{
  return g_object_new (FB_TYPE_SEVERAL, NULL);
}

/**
 * fb_several_bind:
 * @document: (nullable): the document
 * @nodes: (nullable) (element-type FbNode): what is selected; where the kinds differ, the measures among them are set
 */
void
fb_several_bind (FbSeveral  *self,
                 FbDocument *document,
                 GPtrArray  *nodes)
{
  g_autofree char *words = NULL;
  FbKind container;
  gboolean usable;
  guint n;

  release (self);
  if (document == NULL || nodes == NULL)
    return;

  self->document = g_object_ref (document);
  take_alike (self, nodes);
  n = self->nodes->len > 0 ? self->nodes->len : nodes->len;
  words = g_strdup_printf (ngettext ("%u row selected", "%u rows selected", n), n);
  gtk_label_set_label (GTK_LABEL (self->heading), words);

  usable = self->nodes->len > 0 && find_container (fb_node_get_kind (self->nodes->pdata[0]), &container);
  if (usable)
    {
      make_draft (self, container);
      fb_form_bind (FB_FORM (self->form), self->draft, self->common);
    }
  gtk_widget_set_visible (self->hint, usable);
  gtk_widget_set_visible (self->form, usable);
}
