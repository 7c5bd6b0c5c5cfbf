/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-form-page.h"

#include <adwaita.h>

#include "ui/fb-form.h"
#include "ui/fb-page-head.h"

/* Wider than this a form is no easier to read. */
#define MAXIMUM_WIDTH 720

struct _FbFormPage
{
  GtkWidget parent_instance;

  FbNode *node;
  GtkWidget *scroller;
  GtkWidget *head;
  GtkWidget *form;
};

static void page_iface_init (FbPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FbFormPage, fb_form_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (FB_TYPE_PAGE, page_iface_init))

static void
fb_form_page_set_node (FbPage     *page,
                       FbDocument *document,
                       FbNode     *node)
{
  FbFormPage *self = FB_FORM_PAGE (page);

  if (g_set_object (&self->node, node))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  fb_page_head_bind (FB_PAGE_HEAD (self->head), document, node);
  fb_form_bind (FB_FORM (self->form), document, node);
}

static FbNode *
fb_form_page_get_node (FbPage *page)
{
  return FB_FORM_PAGE (page)->node;
}

static gboolean
fb_form_page_reveal (FbPage           *page,
                     FbNode           *node,
                     const FbProperty *property,
                     guint             start,
                     guint             end)
{
  FbFormPage *self = FB_FORM_PAGE (page);

  if (node != self->node || node == NULL)
    return FALSE;
  if (property == NULL || fb_form_reveal (FB_FORM (self->form), property, start, end))
    return TRUE;

  fb_page_head_reveal (FB_PAGE_HEAD (self->head), start, end);
  return property == fb_kind_get_title (fb_node_get_kind (node));
}

static void
fb_form_page_focus (FbPage *page)
{
  fb_form_focus (FB_FORM (FB_FORM_PAGE (page)->form), NULL);
}

static void
page_iface_init (FbPageInterface *iface)
{
  iface->set_node = fb_form_page_set_node;
  iface->get_node = fb_form_page_get_node;
  iface->reveal = fb_form_page_reveal;
  iface->focus = fb_form_page_focus;
}

static void
fb_form_page_dispose (GObject *object)
{
  FbFormPage *self = FB_FORM_PAGE (object);

  if (self->scroller != NULL)
    fb_form_page_set_node (FB_PAGE (self), NULL, NULL);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (fb_form_page_parent_class)->dispose (object);
}

static void
fb_form_page_class_init (FbFormPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fb_form_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
fb_form_page_init (FbFormPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *clamp = adw_clamp_new ();

  self->head = fb_page_head_new ();
  self->form = fb_form_new (FB_FORM_ALL);
  fb_form_omit (FB_FORM (self->form), "title");
  gtk_widget_add_css_class (self->form, "page-form");
  gtk_box_append (GTK_BOX (box), self->head);
  gtk_box_append (GTK_BOX (box), self->form);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAXIMUM_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "hexpand", TRUE,
                                 "child", clamp, NULL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/** Returns: (transfer floating): a page of nothing. */
GtkWidget *
fb_form_page_new (void)
{
  return g_object_new (FB_TYPE_FORM_PAGE, NULL);
}
