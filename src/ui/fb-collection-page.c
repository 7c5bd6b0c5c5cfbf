/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-collection-page.h"

#include "ui/fb-editor.h"
#include "ui/fb-inspector.h"
#include "ui/fb-overview-head.h"
#include "ui/fb-page-head.h"
#include "ui/fb-rows.h"
#include "ui/fb-unknown-bodies.h"

struct _FbCollectionPage
{
  GtkWidget parent_instance;

  FbDocument *document;
  FbNode *node;
  GtkWidget *top; /* owned: it stands above the page and its inspector */
  GtkWidget *head;
  GtkWidget *overview; /* the head of all measures */
  GtkWidget *box;
  GtkWidget *unknown; /* of the register of actors */
  GtkWidget *table;
  GtkWidget *inspector; /* owned: it stands elsewhere in the window */
};

static void page_iface_init (FbPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FbCollectionPage, fb_collection_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (FB_TYPE_PAGE, page_iface_init))

static void
selected_cb (FbCollectionPage *self)
{
  g_autoptr (GPtrArray) selected = fb_table_view_get_selected (FB_TABLE_VIEW (self->table));
  FbInspector *inspector = FB_INSPECTOR (self->inspector);

  if (self->node == NULL || fb_table_view_get_container (FB_TABLE_VIEW (self->table)) != self->node)
    fb_inspector_bind (inspector, NULL, NULL);
  else if (selected->len > 1)
    fb_inspector_set_several (inspector, self->document, selected);
  else if (selected->len == 1)
    fb_inspector_bind (inspector, self->document, g_ptr_array_index (selected, 0));
  else
    /* The concept has a page of its own for its form. */
    fb_inspector_bind (inspector, self->document, fb_rows_is_whole (self->node) ? NULL : self->node);
}

static void
edit_cb (FbCollectionPage *self,
         const char       *property)
{
  GtkWidget *editor = gtk_widget_get_ancestor (GTK_WIDGET (self), FB_TYPE_EDITOR);

  /* The inspector may be folded away. */
  if (editor != NULL && !gtk_widget_get_mapped (self->inspector))
    g_object_set (editor, "inspector-visible", TRUE, NULL);
  fb_inspector_focus (FB_INSPECTOR (self->inspector), property);
}

static void
leave_cb (FbCollectionPage *self)
{
  fb_table_view_focus (FB_TABLE_VIEW (self->table));
}

static void
next_cb (FbCollectionPage *self,
         const char       *property)
{
  FbNode *next = fb_table_view_get_next (FB_TABLE_VIEW (self->table));

  if (next == NULL)
    {
      gtk_widget_activate_action (self->table, "table.add", NULL);
      return;
    }

  fb_table_view_select_one (FB_TABLE_VIEW (self->table), next, FALSE);
  fb_inspector_focus (FB_INSPECTOR (self->inspector), property);
}

static void
fb_collection_page_set_node (FbPage     *page,
                             FbDocument *document,
                             FbNode     *node)
{
  FbCollectionPage *self = FB_COLLECTION_PAGE (page);
  gboolean whole = node != NULL && fb_rows_is_whole (node);

  g_set_object (&self->document, document);
  g_set_object (&self->node, node);
  fb_page_head_bind (FB_PAGE_HEAD (self->head), document, whole ? NULL : node);
  fb_overview_head_bind (FB_OVERVIEW_HEAD (self->overview), whole ? document : NULL);
  gtk_widget_set_visible (self->head, !whole);
  gtk_widget_set_visible (self->overview, whole);
  fb_unknown_bodies_bind (FB_UNKNOWN_BODIES (self->unknown),
                          node != NULL && fb_node_get_kind (node) == FB_KIND_ACTORS ? document : NULL);
  fb_table_view_set_container (FB_TABLE_VIEW (self->table), document, node);
  selected_cb (self);
}

static FbNode *
fb_collection_page_get_node (FbPage *page)
{
  return FB_COLLECTION_PAGE (page)->node;
}

static GtkWidget *
fb_collection_page_get_head (FbPage *page)
{
  return FB_COLLECTION_PAGE (page)->top;
}

static GtkWidget *
fb_collection_page_get_inspector (FbPage *page)
{
  return FB_COLLECTION_PAGE (page)->inspector;
}

static gboolean
fb_collection_page_reveal (FbPage           *page,
                           FbNode           *node,
                           const FbProperty *property,
                           guint             start,
                           guint             end)
{
  FbCollectionPage *self = FB_COLLECTION_PAGE (page);
  FbNode *row = node;

  if (self->node == NULL || (node != self->node && !fb_node_is_ancestor (self->node, node)))
    return FALSE;

  if (node == self->node || fb_node_get_kind (node) == FB_KIND_COLUMN)
    {
      fb_table_view_select_one (FB_TABLE_VIEW (self->table), NULL, FALSE);
      /* The page of a field has a head of its own, and this one stands nowhere. */
      if (node == self->node && property != NULL && property == fb_kind_get_title (fb_node_get_kind (node)) &&
          gtk_widget_get_parent (self->top) != NULL)
        fb_page_head_reveal (FB_PAGE_HEAD (self->head), start, end);
      else if (node == self->node && property != NULL)
        return fb_inspector_reveal (FB_INSPECTOR (self->inspector), node, property, start, end);
      return TRUE;
    }

  /* A step stands in the form of its measure. */
  if (fb_node_get_ancestor (node, FB_KIND_MEASURE) != NULL)
    row = fb_node_get_ancestor (node, FB_KIND_MEASURE);
  fb_table_view_select_one (FB_TABLE_VIEW (self->table), row, property == NULL && row == node);
  if (property == NULL && row == node)
    return TRUE;

  edit_cb (self, NULL);
  return fb_inspector_reveal (FB_INSPECTOR (self->inspector), node, property, start, end);
}

static void
fb_collection_page_focus (FbPage *page)
{
  fb_table_view_focus (FB_TABLE_VIEW (FB_COLLECTION_PAGE (page)->table));
}

static void
page_iface_init (FbPageInterface *iface)
{
  iface->set_node = fb_collection_page_set_node;
  iface->get_node = fb_collection_page_get_node;
  iface->get_head = fb_collection_page_get_head;
  iface->get_inspector = fb_collection_page_get_inspector;
  iface->reveal = fb_collection_page_reveal;
  iface->focus = fb_collection_page_focus;
}

static void
fb_collection_page_dispose (GObject *object)
{
  FbCollectionPage *self = FB_COLLECTION_PAGE (object);

  if (self->box != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->inspector, self);
      fb_collection_page_set_node (FB_PAGE (self), NULL, NULL);
    }
  g_clear_object (&self->inspector);
  g_clear_object (&self->top);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (fb_collection_page_parent_class)->dispose (object);
}

static void
fb_collection_page_class_init (FbCollectionPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fb_collection_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
fb_collection_page_init (FbCollectionPage *self)
{
  self->head = fb_page_head_new ();
  self->overview = fb_overview_head_new ();
  gtk_widget_set_visible (self->overview, FALSE);
  self->unknown = fb_unknown_bodies_new ();
  self->table = fb_table_view_new ();
  gtk_widget_set_vexpand (self->table, TRUE);
  gtk_widget_set_hexpand (self->table, TRUE);
  g_signal_connect_swapped (self->table, "selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->table, "edit", G_CALLBACK (edit_cb), self);
  self->inspector = g_object_ref_sink (fb_inspector_new ());
  g_signal_connect_swapped (self->inspector, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (self->inspector, "next", G_CALLBACK (next_cb), self);

  self->top = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (GTK_BOX (self->top), self->head);
  gtk_box_append (GTK_BOX (self->top), self->overview);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), self->unknown);
  gtk_box_append (GTK_BOX (self->box), self->table);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/** Returns: (transfer floating): a page of nothing. */
GtkWidget *
fb_collection_page_new (void)
{
  return g_object_new (FB_TYPE_COLLECTION_PAGE, NULL);
}

/** Returns: FB_KIND_MASK()s of the collections. */
guint64
fb_collection_page_get_kinds (void)
{
  guint64 kinds = FB_KIND_MASK (FB_KIND_MEASURES) | FB_KIND_MASK (FB_KIND_GOALS) | FB_KIND_MASK (FB_KIND_WAIVERS);

  for (FbKind kind = 0; kind < FB_N_KINDS; kind++)
    if (fb_kind_is_register (kind))
      kinds |= FB_KIND_MASK (kind);
  return kinds;
}

/** Returns: (transfer none): the table. */
FbTableView *
fb_collection_page_get_table (FbCollectionPage *self)
{
  return FB_TABLE_VIEW (self->table);
}
