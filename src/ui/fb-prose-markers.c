/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is drawn beside the text and is no part of it: bullets and numbers of items, and a hint in an empty view. */

#include "concept/fb-list-marker.h"
#include "ui/fb-prose-buffer-private.h"
#include "ui/fb-prose-view-private.h"

/* Pixels between a marker and the words. */
#define GAP 8

static const guint *
get_numbers (FbProseView *self)
{
  FbText *text = fb_prose_buffer_get_text (self->buffer);

  if (self->numbered_text != text)
    {
      g_free (self->numbers);
      self->numbers = fb_list_marker_count (text);
      g_clear_pointer (&self->numbered_text, fb_text_unref);
      self->numbered_text = fb_text_ref (text);
    }
  return self->numbers;
}

static void
draw_marker (FbProseView       *self,
             GtkSnapshot       *snapshot,
             const FbParagraph *paragraph,
             guint              number,
             const GtkTextIter *iter,
             PangoLayout       *layout,
             const GdkRGBA     *color)
{
  g_autofree char *marker = fb_list_marker_format (paragraph->style, paragraph->level, number);
  GdkRectangle place;
  int width, height;
  float x;

  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), iter, &place);
  pango_layout_set_text (layout, marker, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  /* In a text from right to left the first letter, and with it the marker, is at the right. */
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = (float) (place.x + place.width + GAP);
  else
    x = (float) (self->margin + (int) paragraph->level * FB_PROSE_INDENT - GAP - width);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, (float) place.y + (float) (place.height - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/* Draws the markers of what is to be seen, in the coordinates of the buffer. */
void
fb_prose_view_draw_markers (FbProseView *self,
                            GtkSnapshot *snapshot)
{
  FbText *text = fb_prose_buffer_get_text (self->buffer);
  const guint *numbers = get_numbers (self);
  guint n = fb_text_get_n_paragraphs (text);
  g_autoptr (PangoLayout) layout = NULL;
  GdkRectangle visible;
  GtkTextIter iter;
  GdkRGBA color;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &iter, visible.y, NULL);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  for (guint line = (guint) gtk_text_iter_get_line (&iter); line < n; line++)
    {
      const FbParagraph *paragraph = fb_text_get_paragraph (text, line);
      int y, height;

      gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &iter, &y, &height);
      if (y > visible.y + visible.height)
        break;
      if (paragraph->kind == FB_PARAGRAPH_ITEM)
        {
          if (layout == NULL)
            layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
          draw_marker (self, snapshot, paragraph, numbers[line], &iter, layout, &color);
        }
      if (!gtk_text_iter_forward_line (&iter) && !gtk_text_iter_is_end (&iter))
        break;
    }
}

/* Says in an empty view what is to be written there. */
void
fb_prose_view_draw_placeholder (FbProseView *self,
                                GtkSnapshot *snapshot)
{
  g_autoptr (PangoLayout) layout = NULL;
  GdkRectangle place;
  GtkTextIter iter;
  GdkRGBA color;

  if (self->placeholder == NULL || self->has_preedit ||
      gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (self->buffer)) > 0 ||
      fb_text_get_paragraph (fb_prose_buffer_get_text (self->buffer), 0)->kind != FB_PARAGRAPH_PLAIN)
    return;

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self->buffer), &iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &place);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  color.alpha *= 0.5f;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->placeholder);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) place.x, (float) place.y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}
