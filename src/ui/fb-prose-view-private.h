/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-prose-chip.h"
#include "ui/fb-prose-edit.h"
#include "ui/fb-prose-view.h"

G_BEGIN_DECLS

struct _FbProseView
{
  GtkTextView parent_instance;

  FbProseBuffer *buffer;
  FbDocument *document; /* for the labels of cross-references */
  gulong applied_handler;
  GSimpleActionGroup *actions;
  GtkPopover *popover; /* the one that is open */

  GPtrArray *chips;      /* FbProseChip, in no order */
  gboolean labels_stale; /* footnotes came or went */
  guint *numbers;        /* of the items of numbered_text */
  FbText *numbered_text;

  char *placeholder;
  int margin;       /* of level 0 */
  gboolean is_note; /* the text of a footnote: no footnotes in it */
  gboolean has_preedit;
  gboolean typed_space;
  gboolean pressed_selection; /* the button went down on it: a drag comes from here */
  guint offer_source; /* the selection is being offered */
};

/* fb-prose-markers.c */
void         fb_prose_view_draw_markers  (FbProseView        *self,
                                          GtkSnapshot        *snapshot);
void         fb_prose_view_draw_placeholder (FbProseView     *self,
                                          GtkSnapshot        *snapshot);
/* fb-prose-chips.c */
void         fb_prose_view_add_chip      (FbProseView        *self,
                                          GtkTextChildAnchor *place);
void         fb_prose_view_update_labels (FbProseView        *self);
void         fb_prose_view_forget_chips  (FbProseView        *self);
/* fb-prose-actions.c */
void         fb_prose_view_add_actions   (FbProseView        *self);
void         fb_prose_view_update_actions (FbProseView       *self);
void         fb_prose_view_edit_note     (FbProseView        *self,
                                          FbProseAnchor      *anchor);
void         fb_prose_view_follow        (FbProseView        *self,
                                          const char         *address);
GMenuModel  *fb_prose_actions_new_menu   (gboolean            is_note);
GMenuModel  *fb_prose_actions_new_more_menu (void);
GMenuModel  *fb_prose_actions_new_list_menu (void);
/* fb-prose-clipboard.c */
gboolean     fb_prose_view_copy          (FbProseView        *self);
void         fb_prose_view_paste         (FbProseView        *self,
                                          gboolean            plain);
void         fb_prose_view_add_drop      (FbProseView        *self);
void         fb_prose_view_offer_selection (FbProseView      *self);

G_END_DECLS
