/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-change.h"

G_BEGIN_DECLS

#define FB_TYPE_DOCUMENT (fb_document_get_type ())

/**
 * FbDocument:
 *
 * Owns the tree, the index of ids and the history. Its four primitives, set, insert, remove and move, are the only
 * way a document changes; each records its own inverse and is announced by the signal applied.
 *
 * Properties: "modified", "can-undo", "can-redo" (boolean), "undo-label", "redo-label" (string, translated).
 *
 * Signal applied (FbDocument *self, const FbChange *change): one change has been done, undone or redone. Emitted
 * after the tree has changed. Numbers are counted by then, but inside a group, an undo or a redo at its end.
 */
G_DECLARE_FINAL_TYPE (FbDocument, fb_document, FB, DOCUMENT, GObject)

/** How many nodes may stand in one another, the concept among them: no file nests deeper than twice that. */
#define FB_DOCUMENT_MAX_DEPTH 100

#define FB_DOCUMENT_ERROR (fb_document_error_quark ())
typedef enum
{
  FB_DOCUMENT_ERROR_KIND,         /* a kind in a place that does not allow it */
  FB_DOCUMENT_ERROR_DUPLICATE_ID, /* an id that is there already, or a second register of a kind */
  FB_DOCUMENT_ERROR_CYCLE,        /* a node moved into itself */
  FB_DOCUMENT_ERROR_DEPTH,        /* deeper than FB_DOCUMENT_MAX_DEPTH */
} FbDocumentError;
GQuark       fb_document_error_quark      (void);

FbDocument  *fb_document_new              (FbNode           *root);
FbNode      *fb_document_get_root         (FbDocument       *self);
FbNode      *fb_document_lookup           (FbDocument       *self,
                                           const char       *id);
GPtrArray   *fb_document_get_properties   (FbDocument       *self,
                                           FbKind            kind);
const char  *fb_document_get_property_label (FbDocument     *self,
                                           const FbProperty *property);
FbNode      *fb_document_create_node      (FbDocument       *self,
                                           FbKind            kind);
FbNode      *fb_document_copy_node        (FbDocument       *self,
                                           FbNode           *node);
GPtrArray   *fb_document_get_referrers    (FbDocument       *self,
                                           const char       *id);

void         fb_document_set              (FbDocument       *self,
                                           FbNode           *node,
                                           const FbProperty *property,
                                           FbValue          *value);
gboolean     fb_document_insert           (FbDocument       *self,
                                           FbNode           *parent,
                                           guint             index,
                                           FbNode          **nodes,
                                           guint             n_nodes,
                                           GError          **error);
void         fb_document_remove           (FbDocument       *self,
                                           FbNode           *parent,
                                           guint             index,
                                           guint             n_nodes);
gboolean     fb_document_move             (FbDocument       *self,
                                           FbNode           *parent,
                                           guint             index,
                                           guint             n_nodes,
                                           FbNode           *to_parent,
                                           guint             to_index,
                                           GError          **error);
gboolean     fb_document_can_insert       (FbDocument       *self,
                                           FbNode           *parent,
                                           FbKind            kind);
gboolean     fb_document_can_move         (FbDocument       *self,
                                           FbNode           *node,
                                           FbNode           *to_parent);

void         fb_document_set_words        (FbDocument       *self,
                                           FbNode           *node,
                                           const char       *name,
                                           const char       *words);
gboolean     fb_document_insert_one       (FbDocument       *self,
                                           FbNode           *parent,
                                           guint             index,
                                           FbNode           *node,
                                           GError          **error);
void         fb_document_remove_one       (FbDocument       *self,
                                           FbNode           *node);

void         fb_document_begin            (FbDocument       *self,
                                           const char       *label);
void         fb_document_end              (FbDocument       *self);
void         fb_document_seal             (FbDocument       *self);
void         fb_document_undo             (FbDocument       *self);
void         fb_document_redo             (FbDocument       *self);
/* Whether an undo or redo is going on: what changes now is to be shown. */
gboolean     fb_document_is_stepping      (FbDocument       *self);
gboolean     fb_document_can_undo         (FbDocument       *self);
gboolean     fb_document_can_redo         (FbDocument       *self);
const char  *fb_document_get_undo_label   (FbDocument       *self);
const char  *fb_document_get_redo_label   (FbDocument       *self);
gboolean     fb_document_get_modified     (FbDocument       *self);
void         fb_document_mark_saved       (FbDocument       *self);

G_END_DECLS
