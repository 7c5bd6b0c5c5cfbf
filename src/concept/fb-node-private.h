/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "concept/fb-node.h"

G_BEGIN_DECLS

/* What only the document and its numbering do to a node. */

void     fb_node_set_in_document (FbNode           *self,
                                  gboolean          in_document);
void     fb_node_set_value       (FbNode           *self,
                                  const FbProperty *property,
                                  FbValue          *value);
void     fb_node_add_children    (FbNode           *self,
                                  guint             index,
                                  FbNode          **nodes,
                                  guint             n_nodes);
void     fb_node_take_children   (FbNode           *self,
                                  guint             index,
                                  guint             n_nodes);
gboolean fb_node_set_number      (FbNode           *self,
                                  const char       *number);

void     fb_node_emit_number     (FbNode           *self);

G_END_DECLS
