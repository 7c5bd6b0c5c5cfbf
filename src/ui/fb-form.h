/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

#define FB_TYPE_FORM (fb_form_get_type ())

/** FbFormPart: kinds with many properties are shown in two forms, so that their children can stand between. */
typedef enum
{
  FB_FORM_ALL,
  FB_FORM_ESSENTIALS,
  FB_FORM_REST,
} FbFormPart;

/**
 * FbForm:
 *
 * The properties of a node as rows, made from the kinds table. The rows of a kind are made once and then bound to one
 * node after another.
 *
 * Signal leave (FbForm *self): Escape was pressed. Signal add-next (FbForm *self): Ctrl+Return was pressed.
 */
G_DECLARE_FINAL_TYPE (FbForm, fb_form, FB, FORM, GtkWidget)

GtkWidget *fb_form_new      (FbFormPart        part);
void       fb_form_omit     (FbForm           *self,
                             const char       *names);
void       fb_form_bind     (FbForm           *self,
                             FbDocument       *document,
                             FbNode           *node);
FbNode    *fb_form_get_node (FbForm           *self);
gboolean   fb_form_has_rows (FbForm           *self);
gboolean   fb_form_reveal   (FbForm           *self,
                             const FbProperty *property,
                             guint             start,
                             guint             end);
gboolean   fb_form_focus    (FbForm           *self,
                             const char       *name);

G_END_DECLS
