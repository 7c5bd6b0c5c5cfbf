/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "concept/fb-value.h"

G_BEGIN_DECLS

#define FB_TYPE_NODE (fb_node_get_type ())

/**
 * FbNode:
 *
 * A node of a concept: a kind, a permanent id, a parent, values and children. It is a GListModel over its children.
 *
 * Signal changed (FbNode *self, const FbProperty *property), detailed with the property's name: a value has changed.
 * The detail FB_NODE_NUMBER, with property NULL,
 * says that the counted number has changed.
 *
 * Nodes live on the main thread.
 */
G_DECLARE_FINAL_TYPE (FbNode, fb_node, FB, NODE, GObject)

/** Detail of #FbNode::changed for a changed counted number. */
#define FB_NODE_NUMBER "@number"

FbNode             *fb_node_new              (FbKind            kind,
                                              const char       *id);
FbNode             *fb_node_copy             (FbNode           *self,
                                              gboolean          keep_ids);

FbKind              fb_node_get_kind         (FbNode           *self);
const FbKindInfo   *fb_node_get_info         (FbNode           *self);
const char         *fb_node_get_id           (FbNode           *self);
FbNode             *fb_node_get_parent       (FbNode           *self);
FbNode             *fb_node_get_root         (FbNode           *self);
FbNode             *fb_node_get_ancestor     (FbNode           *self,
                                              FbKind            kind);
gboolean            fb_node_is_ancestor      (FbNode           *self,
                                              FbNode           *of);
guint               fb_node_get_n_children   (FbNode           *self);
FbNode             *fb_node_get_child        (FbNode           *self,
                                              guint             index);
FbNode             *fb_node_get_child_of_kind (FbNode          *self,
                                              FbKind            kind);
guint               fb_node_get_index        (FbNode           *self);
FbNode             *fb_node_get_next         (FbNode           *self,
                                              FbNode           *within);

FbValue            *fb_node_get_value        (FbNode           *self,
                                              const FbProperty *property);
FbValue            *fb_node_get              (FbNode           *self,
                                              const char       *name);
const char         *fb_node_get_words        (FbNode           *self,
                                              const char       *name);
FbText             *fb_node_get_text         (FbNode           *self,
                                              const char       *name);
const char * const *fb_node_get_refs         (FbNode           *self,
                                              const char       *name);
gboolean            fb_node_get_flag         (FbNode           *self,
                                              const char       *name);
GPtrArray          *fb_node_get_own_properties (FbNode         *self);
const char         *fb_node_get_title        (FbNode           *self);
char               *fb_node_dup_label        (FbNode           *self);
const char         *fb_node_get_number       (FbNode           *self);

/* Building a tree that is in no document yet; a document is changed only through FbDocument. */
void                fb_node_build_value      (FbNode           *self,
                                              const FbProperty *property,
                                              FbValue          *value);
void                fb_node_build_words      (FbNode           *self,
                                              const char       *name,
                                              const char       *words);
void                fb_node_build_child      (FbNode           *self,
                                              FbNode           *child);

/* Foreign XML kept with the node, exactly as it was read. */
typedef enum
{
  FB_FOREIGN_BEFORE,     /* between the sibling before (or the properties of the parent) and this node */
  FB_FOREIGN_AT_END,     /* inside, behind the last child */
  FB_FOREIGN_ATTRIBUTES, /* ' prefix:name="value"' ... with xmlns declarations as needed */
  FB_FOREIGN_AFTER,      /* of a root only: behind it */
  FB_N_FOREIGN
} FbForeignPlace;

const char         *fb_node_get_foreign      (FbNode           *self,
                                              FbForeignPlace    place);
void                fb_node_build_foreign    (FbNode           *self,
                                              FbForeignPlace    place,
                                              const char       *xml);

G_END_DECLS
