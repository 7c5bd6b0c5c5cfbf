/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "concept/fb-document.h"
#include "ui/fb-editor.h"
#include "ui/fb-find-bar.h"
#include "ui/fb-findings-panel.h"

G_BEGIN_DECLS

#define FB_TYPE_WINDOW (fb_window_get_type ())

/**
 * FbWindow:
 *
 * A window of the program: the start page, or the editor of one document. Its actions ("win") are in
 * fb-window-actions.c.
 */
G_DECLARE_FINAL_TYPE (FbWindow, fb_window, FB, WINDOW, AdwApplicationWindow)

FbWindow   *fb_window_new          (GtkApplication *application);
FbDocument *fb_window_get_document (FbWindow       *self);
void        fb_window_set_document (FbWindow       *self,
                                    FbDocument     *document,
                                    GFile          *file);
GFile      *fb_window_get_file     (FbWindow       *self);
void        fb_window_set_file     (FbWindow       *self,
                                    GFile          *file);
char       *fb_window_dup_name     (FbWindow       *self);
void        fb_window_commit       (FbWindow       *self);
FbEditor   *fb_window_get_editor   (FbWindow       *self);
FbFindBar  *fb_window_get_find_bar (FbWindow       *self);
FbFindingsPanel *fb_window_get_findings (FbWindow *self);

G_END_DECLS
