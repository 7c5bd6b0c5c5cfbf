/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-prose-anchor.h"
#include "ui/fb-prose-buffer.h"
#include "ui/fb-prose-tags.h"

G_BEGIN_DECLS

/** FbProseForm: what a paragraph is, beside what it says. */
typedef struct
{
  FbParagraphKind kind;
  guint level;
  FbListStyle style;
  guint number;
  const char *language; /* interned, or NULL */
} FbProseForm;

struct _FbProseBuffer
{
  GtkTextBuffer parent_instance;

  FbDocument *document;
  FbNode *node;
  const FbProperty *property;
  gulong changed_handler;

  FbText *text;
  GArray *forms; /* FbProseForm, one for each line */

  guint raw;           /* above 0 while the buffer follows the text and not the text the buffer */
  guint actions;       /* depth of user actions */
  gboolean committing; /* the document is being told */
  gboolean dirty;
  guint dirty_first; /* lines before the touched ones */
  guint dirty_after; /* lines behind them */

  gboolean has_pending; /* the user chose marks for the next letter */
  guint pending;
};

FbProseForm *fb_prose_buffer_get_form        (FbProseBuffer     *self,
                                              guint              line);
void         fb_prose_buffer_set_form        (FbProseBuffer     *self,
                                              guint              line,
                                              const FbProseForm *form);
FbProseForm  fb_prose_form_of                (const FbParagraph *paragraph);
void         fb_prose_buffer_mark_dirty      (FbProseBuffer     *self,
                                              guint              first,
                                              guint              last);
void         fb_prose_buffer_get_line_bounds (FbProseBuffer     *self,
                                              guint              line,
                                              GtkTextIter       *start,
                                              GtkTextIter       *end);
void         fb_prose_buffer_refresh_level   (FbProseBuffer     *self,
                                              guint              line);
void         fb_prose_buffer_emit_state      (FbProseBuffer     *self);
guint        fb_prose_buffer_get_marks_at    (FbProseBuffer     *self,
                                              const GtkTextIter *iter);
FbText      *fb_prose_buffer_read_lines      (FbProseBuffer     *self,
                                              guint              first,
                                              guint              n_lines);
gboolean     fb_prose_buffer_patch           (FbProseBuffer     *self,
                                              FbText            *text,
                                              guint             *start,
                                              guint             *end);
void         fb_prose_buffer_apply_text      (FbProseBuffer     *self,
                                              FbText            *text);

G_END_DECLS
