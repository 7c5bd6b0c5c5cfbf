/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

GtkTreeListModel *fb_outline_tree_new    (FbNode           *root,
                                          guint64           kinds,
                                          const char       *search);
FbNode           *fb_outline_tree_get    (GtkTreeListModel *tree,
                                          guint             position);
guint             fb_outline_tree_find   (GtkTreeListModel *tree,
                                          FbNode           *node);
void              fb_outline_tree_expand (GtkTreeListModel *tree,
                                          GHashTable       *expanded);

G_END_DECLS
