/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

#define FB_TYPE_NODE_PICKER (fb_node_picker_get_type ())

/**
 * FbNodePicker:
 *
 * A popover in which one searches for a node of certain kinds and picks it.
 *
 * Signal picked (FbNodePicker *self, FbNode *node): one was picked.
 */
G_DECLARE_FINAL_TYPE (FbNodePicker, fb_node_picker, FB, NODE_PICKER, GtkPopover)

/** FbNodePickerName: (transfer full): what a node is called. */
typedef char *(*FbNodePickerName) (FbNode *node);

GtkWidget *fb_node_picker_new       (void);
void       fb_node_picker_set_names (FbNodePicker       *self,
                                     FbNodePickerName    dup_name,
                                     FbNodePickerName    dup_place);
void       fb_node_picker_fill      (FbNodePicker       *self,
                                     FbDocument         *document,
                                     guint64             kinds,
                                     const char * const *except);
char      *fb_node_picker_dup_name  (FbNode             *node);
char      *fb_node_picker_dup_place (FbNode             *node);

G_END_DECLS
