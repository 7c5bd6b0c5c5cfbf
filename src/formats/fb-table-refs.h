/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-document.h"

G_BEGIN_DECLS

/**
 * FbTableRefs:
 *
 * What the words of references mean: ids, or the numbers and titles under which goals and measures are printed. A
 * picture of one moment.
 */
typedef struct _FbTableRefs FbTableRefs;

FbTableRefs *fb_table_refs_new  (FbDocument       *document);
void         fb_table_refs_free (FbTableRefs      *self);
FbValue     *fb_table_refs_read (FbTableRefs      *self,
                                 const FbProperty *property,
                                 const char       *words,
                                 FbValue          *before,
                                 char            **problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FbTableRefs, fb_table_refs_free)

G_END_DECLS
