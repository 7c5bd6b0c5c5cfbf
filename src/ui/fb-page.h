/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

#define FB_TYPE_PAGE (fb_page_get_type ())

/**
 * FbPage:
 *
 * The view of one node in the middle of an editor. There is one instance of each type of page in an editor; it is
 * bound to another node when the selection changes, and to none when the document closes.
 */
G_DECLARE_INTERFACE (FbPage, fb_page, FB, PAGE, GtkWidget)

struct _FbPageInterface
{
  GTypeInterface parent_iface;

  void       (*set_node)      (FbPage           *self,
                               FbDocument       *document,
                               FbNode           *node);
  FbNode    *(*get_node)      (FbPage           *self);
  GtkWidget *(*get_head)      (FbPage           *self);
  GtkWidget *(*get_inspector) (FbPage           *self);
  gboolean   (*reveal)        (FbPage           *self,
                               FbNode           *node,
                               const FbProperty *property,
                               guint             start,
                               guint             end);
  void       (*focus)         (FbPage           *self);
};

void       fb_page_set_node      (FbPage           *self,
                                  FbDocument       *document,
                                  FbNode           *node);
FbNode    *fb_page_get_node      (FbPage           *self);
GtkWidget *fb_page_get_head      (FbPage           *self);
GtkWidget *fb_page_get_inspector (FbPage           *self);
gboolean   fb_page_reveal        (FbPage           *self,
                                  FbNode           *node,
                                  const FbProperty *property,
                                  guint             start,
                                  guint             end);
void       fb_page_focus         (FbPage           *self);

G_END_DECLS
