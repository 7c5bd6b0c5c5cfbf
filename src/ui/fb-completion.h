/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FB_TYPE_COMPLETION (fb_completion_get_type ())

/**
 * FbCompletion:
 *
 * A list of words below the caret of a text view, which keeps the focus: Up and Down choose, Return and Tab accept,
 * Escape closes. It never writes: whoever has it does, at the signal.
 *
 * Signal accepted (FbCompletion *self, const char *word)
 */
G_DECLARE_FINAL_TYPE (FbCompletion, fb_completion, FB, COMPLETION, GtkPopover)

typedef char *(*FbCompletionDescribe) (const char *word,
                                       gpointer    data);

FbCompletion *fb_completion_new      (GtkTextView          *view,
                                      FbCompletionDescribe  describe,
                                      gpointer              data);
void          fb_completion_show     (FbCompletion         *self,
                                      GPtrArray            *words,
                                      gboolean              select);
gboolean      fb_completion_is_shown (FbCompletion         *self);

G_END_DECLS
