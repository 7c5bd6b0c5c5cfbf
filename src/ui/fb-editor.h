/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ui/fb-outline.h"
#include "ui/fb-page.h"

G_BEGIN_DECLS

#define FB_TYPE_EDITOR (fb_editor_get_type ())

/**
 * FbEditor:
 *
 * The view of one document: the outline at the left, the page of the selected node in the middle, and the page's
 * inspector at the right. Both sides fold away where there is no room.
 *
 * Properties: "title", "subtitle" (string): the words in its header bar; "outline-visible", "inspector-visible"
 * (boolean): what is shown at the sides now; "keeps-outline", "keeps-inspector" (boolean): what is shown there where
 * there is room; "selected" (FbNode, notified): the node whose page is shown.
 */
G_DECLARE_FINAL_TYPE (FbEditor, fb_editor, FB, EDITOR, AdwBin)

GtkWidget  *fb_editor_new             (void);
FbDocument *fb_editor_get_document    (FbEditor         *self);
void        fb_editor_set_document    (FbEditor         *self,
                                       FbDocument       *document);
FbNode     *fb_editor_get_selected    (FbEditor         *self);
void        fb_editor_select          (FbEditor         *self,
                                       FbNode           *node);
gboolean    fb_editor_go_to           (FbEditor         *self,
                                       FbNode           *node,
                                       const FbProperty *property,
                                       guint             start,
                                       guint             end);
FbNode     *fb_editor_get_outline_node (FbNode      *node);
FbPage     *fb_editor_get_page        (FbEditor         *self);
FbOutline  *fb_editor_get_outline     (FbEditor         *self);
void        fb_editor_set_top         (FbEditor         *self,
                                       GtkWidget        *widget);
void        fb_editor_set_bottom      (FbEditor         *self,
                                       GtkWidget        *widget);
void        fb_editor_set_findings    (FbEditor         *self,
                                       guint             n_findings,
                                       GHashTable       *badges);

G_END_DECLS
