/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/fb-field.h"

G_BEGIN_DECLS

#define FB_TYPE_FORM_ROW (fb_form_row_get_type ())

/**
 * FbFormRow:
 *
 * A row of a form: the label of a field, an editor for its value, and below it in small words what was understood.
 * Subclasses bring the editor of a type of value.
 */
G_DECLARE_DERIVABLE_TYPE (FbFormRow, fb_form_row, FB, FORM_ROW, GtkListBoxRow)

/**
 * FbFormRowClass:
 * @update: shows the value of the field, which may be bound to no node
 * @read: shows in small words what was understood of the value
 * @reveal: selects bytes [start, end) of the words, or focuses the editor where it has no words
 */
struct _FbFormRowClass
{
  GtkListBoxRowClass parent_class;

  void (*update) (FbFormRow *self);
  void (*read)   (FbFormRow *self);
  void (*reveal) (FbFormRow *self,
                  guint      start,
                  guint      end);
};

typedef enum
{
  FB_FORM_ROW_BELOW,  /* the editor stands below the label */
  FB_FORM_ROW_BESIDE, /* the editor stands at the end of the label's line */
} FbFormRowPlace;

FbField   *fb_form_row_get_field  (FbFormRow      *self);
GtkWidget *fb_form_row_get_editor (FbFormRow      *self);
GtkWidget *fb_form_row_get_reading (FbFormRow    *self);
void       fb_form_row_set_editor (FbFormRow      *self,
                                   GtkWidget      *editor,
                                   FbFormRowPlace  place);
void       fb_form_row_add_below  (FbFormRow      *self,
                                   GtkWidget      *widget);
void       fb_form_row_update     (FbFormRow      *self);
gboolean   fb_form_row_is_updating (FbFormRow     *self);
void       fb_form_row_reveal     (FbFormRow      *self,
                                   guint           start,
                                   guint           end);

G_END_DECLS
