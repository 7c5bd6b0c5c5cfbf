/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-words-row.h"

#include <string.h>

#include "ui/fb-compat.h"

typedef struct
{
  GtkWidget *view;
  GtkTextBuffer *buffer; /* owned by the view */
} FbWordsRowPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (FbWordsRow, fb_words_row, FB_TYPE_FORM_ROW)

static char *
dup_shown (FbWordsRow *self)
{
  FbWordsRowPrivate *priv = fb_words_row_get_instance_private (self);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (priv->buffer, &start, &end);
  return gtk_text_buffer_get_text (priv->buffer, &start, &end, TRUE);
}

static void
buffer_changed_cb (FbWordsRow *self)
{
  g_autofree char *words = NULL;

  if (fb_form_row_is_updating (FB_FORM_ROW (self)))
    return;

  words = dup_shown (self);
  fb_field_set_words (fb_form_row_get_field (FB_FORM_ROW (self)), words);
  if (FB_WORDS_ROW_GET_CLASS (self)->typed != NULL)
    FB_WORDS_ROW_GET_CLASS (self)->typed (self);
}

/* The place of a byte, which may lie inside a character of the words that are shown. */
static void
get_iter_at_byte (FbWordsRow  *self,
                  const char  *words,
                  gsize        byte,
                  GtkTextIter *iter)
{
  FbWordsRowPrivate *priv = fb_words_row_get_instance_private (self);

  byte = MIN (byte, strlen (words));
  gtk_text_buffer_get_iter_at_offset (priv->buffer, iter, g_utf8_pointer_to_offset (words, words + byte));
}

static void
fb_words_row_update (FbFormRow *row)
{
  FbWordsRow *self = FB_WORDS_ROW (row);
  FbWordsRowPrivate *priv = fb_words_row_get_instance_private (self);
  const char *words = fb_field_get_words (fb_form_row_get_field (row));
  g_autofree char *shown = dup_shown (self);
  const char *old_end = shown + strlen (shown);
  const char *new_end = words + strlen (words);
  gsize same = 0;
  GtkTextIter start;
  GtkTextIter end;

  if (g_str_equal (shown, words))
    return;

  /* Only what differs is exchanged, so that the cursor stays where an undo has changed something. */
  while (shown[same] != '\0' && shown[same] == words[same])
    same++;
  while (same > 0 && ((shown[same] & 0xc0) == 0x80 || (words[same] & 0xc0) == 0x80))
    same--;
  while (old_end > shown + same && new_end > words + same && old_end[-1] == new_end[-1])
    {
      old_end--;
      new_end--;
    }
  while ((*old_end & 0xc0) == 0x80 || (*new_end & 0xc0) == 0x80)
    {
      old_end++;
      new_end++;
    }

  get_iter_at_byte (self, shown, same, &start);
  get_iter_at_byte (self, shown, old_end - shown, &end);
  gtk_text_buffer_delete (priv->buffer, &start, &end);
  gtk_text_buffer_insert (priv->buffer, &start, words + same, new_end - (words + same));
}

static void
fb_words_row_reveal (FbFormRow *row,
                     guint      start,
                     guint      end)
{
  FbWordsRow *self = FB_WORDS_ROW (row);
  FbWordsRowPrivate *priv = fb_words_row_get_instance_private (self);
  g_autofree char *shown = dup_shown (self);
  GtkTextIter from;
  GtkTextIter to;

  gtk_widget_grab_focus (priv->view);
  get_iter_at_byte (self, shown, end == 0 ? G_MAXSIZE : start, &from);
  get_iter_at_byte (self, shown, end == 0 ? G_MAXSIZE : end, &to);
  gtk_text_buffer_select_range (priv->buffer, &from, &to);
}

static void
fb_words_row_class_init (FbWordsRowClass *klass)
{
  FB_FORM_ROW_CLASS (klass)->update = fb_words_row_update;
  FB_FORM_ROW_CLASS (klass)->reveal = fb_words_row_reveal;
}

static void
fb_words_row_init (FbWordsRow *self)
{
  FbWordsRowPrivate *priv = fb_words_row_get_instance_private (self);

  priv->view = g_object_new (GTK_TYPE_TEXT_VIEW, "accepts-tab", FALSE, "wrap-mode", GTK_WRAP_WORD_CHAR, "hexpand", TRUE,
                             NULL);
  priv->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (priv->view));
  /* Undo is the document's. */
  gtk_text_buffer_set_enable_undo (priv->buffer, FALSE);
  fb_text_view_measure_again (GTK_TEXT_VIEW (priv->view));
  g_signal_connect_object (priv->buffer, "changed", G_CALLBACK (buffer_changed_cb), self, G_CONNECT_SWAPPED);
  fb_form_row_set_editor (FB_FORM_ROW (self), priv->view, FB_FORM_ROW_BELOW);
}
