/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

#define FB_TYPE_OUTLINE (fb_outline_get_type ())

/**
 * FbOutline:
 *
 * The outline of a document: its title page, chapters, fields and their parts, and below them the registers and the
 * overviews. It adds, renames, moves, copies and deletes branches.
 *
 * Properties: "selected" (FbNode, read and write, notified): the selected node; NULL where there is none.
 * "overview" (string, read and write, notified): the name of the overview that is selected in place of a node.
 *
 * Actions, for the buttons of a header bar outside of it, through fb_outline_get_actions(): see fb-outline-actions.c.
 */
G_DECLARE_FINAL_TYPE (FbOutline, fb_outline, FB, OUTLINE, AdwBin)

GtkWidget  *fb_outline_new             (void);
FbDocument *fb_outline_get_document    (FbOutline  *self);
void        fb_outline_set_document    (FbOutline  *self,
                                        FbDocument *document);
FbNode     *fb_outline_get_selected    (FbOutline  *self);
void        fb_outline_set_selected    (FbOutline  *self,
                                        FbNode     *node);
const char *fb_outline_get_overview    (FbOutline  *self);
void        fb_outline_set_overview    (FbOutline  *self,
                                        const char *name);
void        fb_outline_set_badges      (FbOutline  *self,
                                        GHashTable *badges);
void        fb_outline_rename_selected (FbOutline  *self);
void        fb_outline_focus           (FbOutline  *self);
void        fb_outline_show_additions  (FbOutline  *self);
void        fb_outline_search          (FbOutline  *self);
guint64     fb_outline_get_kinds       (void);
gboolean    fb_outline_shows_kind      (FbKind      kind);

G_END_DECLS
