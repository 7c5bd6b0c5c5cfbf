/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

#define FB_TYPE_OUTLINE_ROW (fb_outline_row_get_type ())

/**
 * FbOutlineRow:
 *
 * What the outline shows of a node: its number, dimmed, its title, and a badge for findings. The title can be edited
 * in place.
 *
 * Signals: "drop" (FbNode *dropped, FbOutlineDrop where) -> gboolean: a node was dropped on the row;
 * "renamed" (const char *title): the title was edited.
 */
G_DECLARE_FINAL_TYPE (FbOutlineRow, fb_outline_row, FB, OUTLINE_ROW, GtkWidget)

/** FbOutlineDrop: where on a row something was dropped. */
typedef enum
{
  FB_OUTLINE_DROP_BEFORE,
  FB_OUTLINE_DROP_INTO,
  FB_OUTLINE_DROP_BEHIND,
} FbOutlineDrop;

GtkWidget *fb_outline_row_new        (void);
char      *fb_outline_row_dup_label  (FbNode       *node);
FbNode    *fb_outline_row_get_node   (FbOutlineRow *self);
void       fb_outline_row_set_node   (FbOutlineRow *self,
                                      FbNode       *node);
void       fb_outline_row_set_badge  (FbOutlineRow *self,
                                      guint         n_findings);
void       fb_outline_row_rename     (FbOutlineRow *self);
gboolean   fb_outline_row_is_editing (FbOutlineRow *self);

G_END_DECLS
