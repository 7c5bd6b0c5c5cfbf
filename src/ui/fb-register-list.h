/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

#define FB_TYPE_REGISTER_LIST (fb_register_list_get_type ())

/**
 * FbRegisterList:
 *
 * What stands below the outline: the registers of a document, and the overviews of the whole of it.
 *
 * Signal "chosen" (FbNode *node, const char *overview): the user has selected a register, or an overview; the other
 * one is NULL.
 */
G_DECLARE_FINAL_TYPE (FbRegisterList, fb_register_list, FB, REGISTER_LIST, AdwBin)

void        fb_register_list_set_document  (FbRegisterList *self,
                                            FbDocument     *document);
void        fb_register_list_select        (FbRegisterList *self,
                                            FbNode         *node,
                                            const char     *overview);
const char *fb_register_list_find_overview (const char     *name);

G_END_DECLS
