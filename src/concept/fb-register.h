/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "concept/fb-document.h"

G_BEGIN_DECLS

#define FB_TYPE_REGISTER (fb_register_get_type ())

/**
 * FbRegister:
 *
 * Who is meant by a word: "51", "Amt 51" and "Jugendamt" are one actor if the actor says so, by its number, its name
 * or its spellings. Words are compared without regard to case and to double spaces.
 *
 * Signal changed (FbRegister *self): some word may mean another actor now.
 */
G_DECLARE_FINAL_TYPE (FbRegister, fb_register, FB, REGISTER, GObject)

FbRegister *fb_register_new             (FbDocument *document);
FbRegister *fb_register_get_for_document (FbDocument *document);
FbNode     *fb_register_lookup          (FbRegister *self,
                                         const char *word);
gboolean    fb_register_knows           (const char *word,
                                         gpointer    self);
GPtrArray  *fb_register_get_words       (FbRegister *self);
GPtrArray  *fb_register_read            (FbRegister *self,
                                         const char *words);
char       *fb_register_describe        (FbRegister *self,
                                         const char *words);
GHashTable *fb_register_count_unknown   (FbRegister *self);
guint       fb_register_count_word      (FbRegister *self,
                                         const char *word);
GPtrArray  *fb_register_get_tasks       (FbRegister *self,
                                         FbNode     *actor);
gboolean    fb_register_names           (FbRegister *self,
                                         FbNode     *node,
                                         FbNode     *actor);
FbNode     *fb_register_add             (FbRegister *self,
                                         const char *word);
guint       fb_register_rename          (FbRegister *self,
                                         FbNode     *actor,
                                         const char *from,
                                         const char *to);
guint       fb_register_merge           (FbRegister *self,
                                         FbNode     *actor,
                                         FbNode     *into);

G_END_DECLS
