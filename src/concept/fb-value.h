/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-kind.h"
#include "concept/fb-text.h"

G_BEGIN_DECLS

/**
 * FbValue:
 *
 * What a property of a node holds: immutable and atomically reference-counted. NULL is the empty value: every
 * constructor returns NULL for an empty argument, and every getter accepts NULL.
 */
typedef struct _FbValue FbValue;

FbValue            *fb_value_new_words    (const char         *words);
FbValue            *fb_value_new_rich     (FbText             *text);
FbValue            *fb_value_new_choice   (const char         *name);
FbValue            *fb_value_new_refs     (const char * const *ids);
FbValue            *fb_value_new_flag     (gboolean            set);
FbValue            *fb_value_new_language (const char         *tag);
FbValue            *fb_value_new_image    (GBytes             *bytes,
                                           const char         *media_type);
FbValue            *fb_value_new_typed    (const FbProperty   *property,
                                           const char         *typed);
FbValue            *fb_value_ref          (FbValue            *value);
void                fb_value_unref        (FbValue            *value);
FbValueType         fb_value_get_value_type (const FbValue    *value);
gboolean            fb_value_equal        (const FbValue      *a,
                                           const FbValue      *b);
const char         *fb_value_get_words    (const FbValue      *value);
FbText             *fb_value_get_text     (const FbValue      *value);
const char * const *fb_value_get_refs     (const FbValue      *value);
gboolean            fb_value_get_flag     (const FbValue      *value);
GBytes             *fb_value_get_image    (const FbValue      *value,
                                           const char        **media_type);
char               *fb_value_to_words     (const FbValue      *value,
                                           const FbProperty   *property);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FbValue, fb_value_unref)

G_END_DECLS
