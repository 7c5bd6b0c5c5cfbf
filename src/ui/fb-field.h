/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

#define FB_TYPE_FIELD (fb_field_get_type ())

/**
 * FbField:
 *
 * What a row of a form edits: one property, of a node that is exchanged when another row of a table is selected. Its
 * setters go through the document and do nothing where nothing would change.
 *
 * Signal changed (FbField *self): the value is another one, or another node is bound.
 */
G_DECLARE_FINAL_TYPE (FbField, fb_field, FB, FIELD, GObject)

FbField          *fb_field_new          (const FbProperty *property);
void              fb_field_bind         (FbField          *self,
                                         FbDocument       *document,
                                         FbNode           *node);
FbDocument       *fb_field_get_document (FbField          *self);
FbNode           *fb_field_get_node     (FbField          *self);
const FbProperty *fb_field_get_property (FbField          *self);
const char       *fb_field_get_label    (FbField          *self);
FbValue          *fb_field_get_value    (FbField          *self);
const char       *fb_field_get_words    (FbField          *self);
void              fb_field_set_value    (FbField          *self,
                                         FbValue          *value);
void              fb_field_set_words    (FbField          *self,
                                         const char       *words);

G_END_DECLS
