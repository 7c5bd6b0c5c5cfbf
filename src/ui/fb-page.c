/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-page.h"

G_DEFINE_INTERFACE (FbPage, fb_page, GTK_TYPE_WIDGET)

static void
fb_page_default_init (FbPageInterface *iface)
{
}

/**
 * fb_page_set_node:
 * @document: (nullable): the document of @node; NULL when there is none any more
 * @node: (nullable): the node to show
 *
 * Binds the page to a node of a kind that it is made for. Widgets are kept, not built anew.
 */
void
fb_page_set_node (FbPage     *self,
                  FbDocument *document,
                  FbNode     *node)
{
  g_return_if_fail (FB_IS_PAGE (self));
  g_return_if_fail (document != NULL || node == NULL);

  FB_PAGE_GET_IFACE (self)->set_node (self, document, node);
}

/** Returns: (transfer none) (nullable): the node that is shown */
FbNode *
fb_page_get_node (FbPage *self)
{
  g_return_val_if_fail (FB_IS_PAGE (self), NULL);

  return FB_PAGE_GET_IFACE (self)->get_node (self);
}

/**
 * fb_page_get_head:
 *
 * A page with an inspector may keep a title that stands above both; the editor shows it there. The widget stays the
 * same for the life of the page, which holds a reference to it.
 *
 * Returns: (transfer none) (nullable): what stands above the page and its inspector
 */
GtkWidget *
fb_page_get_head (FbPage *self)
{
  FbPageInterface *iface;

  g_return_val_if_fail (FB_IS_PAGE (self), NULL);

  iface = FB_PAGE_GET_IFACE (self);

  return iface->get_head != NULL ? iface->get_head (self) : NULL;
}

/**
 * fb_page_get_inspector:
 *
 * A page that has a form for its selected row keeps a reference to it; the editor shows it at the right. The
 * widget stays the same for the life of the page.
 *
 * Returns: (transfer none) (nullable): what stands in the right pane while this page is shown
 */
GtkWidget *
fb_page_get_inspector (FbPage *self)
{
  FbPageInterface *iface;

  g_return_val_if_fail (FB_IS_PAGE (self), NULL);

  iface = FB_PAGE_GET_IFACE (self);

  return iface->get_inspector != NULL ? iface->get_inspector (self) : NULL;
}

/**
 * fb_page_reveal:
 * @node: the node of the page, or one below it
 * @property: (nullable): a property of @node
 * @start: first byte of a stretch of the property's words or of its text's buffer
 * @end: end of the stretch; 0 for no stretch
 *
 * Selects and scrolls to what a search hit or a finding names.
 *
 * Returns: whether @node was found on the page
 */
gboolean
fb_page_reveal (FbPage           *self,
                FbNode           *node,
                const FbProperty *property,
                guint             start,
                guint             end)
{
  FbPageInterface *iface;

  g_return_val_if_fail (FB_IS_PAGE (self), FALSE);
  g_return_val_if_fail (FB_IS_NODE (node), FALSE);

  iface = FB_PAGE_GET_IFACE (self);

  return iface->reveal != NULL && iface->reveal (self, node, property, start, end);
}

/** Moves the keyboard focus to where one goes on working on the page. */
void
fb_page_focus (FbPage *self)
{
  FbPageInterface *iface;

  g_return_if_fail (FB_IS_PAGE (self));

  iface = FB_PAGE_GET_IFACE (self);
  if (iface->focus != NULL)
    iface->focus (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
