/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Cut, copy, paste, drag and drop of rich text. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/fb-html-fragment.h"
#include "formats/fb-html-reader.h"
#include "formats/fb-plain-text.h"
#include "ui/fb-prose-view-private.h"
#include "ui/fb-ui.h"

#define OWN_TYPE "application/x-feldbuch-prose"
#define HTML_TYPE "text/html"

/* A selection is offered when it has stood this long, in milliseconds: not at each step of the mouse. */
#define OFFER_DELAY 150

/* What is understood, the best first. */
static const char *const types[] = {
  OWN_TYPE, HTML_TYPE, "text/plain;charset=utf-8", "UTF8_STRING", "text/plain", NULL,
};
static const char *const plain_types[] = { "text/plain;charset=utf-8", "UTF8_STRING", "text/plain", NULL };

/* Giving */

static char *
label_cb (const char *id,
          gpointer    data)
{
  FbProseView *self = data;
  FbNode *node = self->document != NULL ? fb_document_lookup (self->document, id) : NULL;
  g_autofree char *label = NULL;

  if (node == NULL)
    return NULL;
  label = fb_node_dup_label (node);
  return fb_node_get_number (node) != NULL ? g_strdup_printf ("%s %s", fb_node_get_number (node), label)
                                           : g_steal_pointer (&label);
}

static GdkContentProvider *
new_provider (const char *type,
              char       *words)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (words, strlen (words));

  return gdk_content_provider_new_for_bytes (type, bytes);
}

/* Returns: (transfer full) (nullable): what is selected, as programs want it. */
static GdkContentProvider *
get_content (FbProseView *self)
{
  g_autoptr (FbText) text = fb_prose_get_selection (self->buffer);
  g_autofree char *words = NULL;
  GdkContentProvider *providers[3];

  if (text == NULL)
    return NULL;

  words = fb_plain_text_write (text, label_cb, self);
  providers[0] = new_provider (OWN_TYPE, fb_html_fragment_write_own (text));
  providers[1] = new_provider (HTML_TYPE, fb_html_fragment_write (text, label_cb, self));
  providers[2] = gdk_content_provider_new_typed (G_TYPE_STRING, words);
  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

/* Copies what is selected. Returns: whether anything is. */
gboolean
fb_prose_view_copy (FbProseView *self)
{
  g_autoptr (GdkContentProvider) content = get_content (self);

  return content != NULL && gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
}

static gboolean
offer_cb (gpointer data)
{
  FbProseView *self = data;
  g_autoptr (GdkContentProvider) content = NULL;

  self->offer_source = 0;
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    return G_SOURCE_REMOVE;

  content = get_content (self);
  if (content != NULL)
    gdk_clipboard_set_content (gtk_widget_get_primary_clipboard (GTK_WIDGET (self)), content);
  return G_SOURCE_REMOVE;
}

/* Offers the selection to the middle button of the mouse, once it stands. */
void
fb_prose_view_offer_selection (FbProseView *self)
{
  GtkTextIter start, end;

  g_clear_handle_id (&self->offer_source, g_source_remove);
  if (gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end))
    self->offer_source = g_timeout_add (OFFER_DELAY, offer_cb, self);
}

/* Taking */

typedef struct
{
  FbProseView *view;
  GdkDrop *drop; /* NULL for a paste */
  char *type;
} Transfer;

static void
transfer_free (Transfer *transfer)
{
  g_object_unref (transfer->view);
  g_clear_object (&transfer->drop);
  g_free (transfer->type);
  g_free (transfer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Transfer, transfer_free)

static Transfer *
transfer_new (FbProseView *view,
              GdkDrop     *drop)
{
  Transfer *transfer = g_new0 (Transfer, 1);

  transfer->view = g_object_ref (view);
  transfer->drop = drop != NULL ? g_object_ref (drop) : NULL;
  return transfer;
}

static void
finish_drop (Transfer      *transfer,
             GdkDragAction  action)
{
  if (transfer->drop != NULL)
    gdk_drop_finish (transfer->drop, action);
}

static FbText *
read_bytes (const char *type,
            const char *bytes,
            gsize       length)
{
  g_autofree char *words = NULL;

  if (g_str_equal (type, OWN_TYPE))
    return fb_html_reader_read (bytes, length, FB_HTML_OWN);
  if (g_str_equal (type, HTML_TYPE))
    return fb_html_reader_read (bytes, length, FB_HTML_FOREIGN);

  words = fb_utf8_clean (bytes, (gssize) length);
  return *words != '\0' ? fb_plain_text_read (words) : NULL;
}

static void
insert (FbProseView *self,
        FbText      *text)
{
  if (self->document != NULL)
    fb_document_seal (self->document);
  fb_prose_insert_text (self->buffer, text);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self),
                                      gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer)));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (Transfer) transfer = data;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (FbText) text = NULL;
  gsize length;
  const char *words;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) < 0)
    {
      finish_drop (transfer, 0);
      return;
    }

  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  words = g_bytes_get_data (bytes, &length);
  if (length > FB_HTML_READER_LIMIT)
    fb_ui_toast (GTK_WIDGET (transfer->view), _("That is too much to paste at once"), NULL, NULL, NULL);
  else if (length > 0 && gtk_text_view_get_editable (GTK_TEXT_VIEW (transfer->view)))
    text = read_bytes (transfer->type, words, length);
  if (text != NULL)
    insert (transfer->view, text);
  finish_drop (transfer, text != NULL ? GDK_ACTION_COPY : 0);
}

/* Reads the stream of a paste or drop to its end. */
static void
splice (Transfer     *transfer,
        GInputStream *stream)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, read_cb, transfer);
}

static void
paste_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (Transfer) transfer = data;
  const char *type;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, &type, NULL);

  if (stream == NULL)
    return;

  transfer->type = g_strdup (type);
  splice (g_steal_pointer (&transfer), stream);
}

/* Puts what is on the clipboard in the place of the selection, if wanted without any form. */
void
fb_prose_view_paste (FbProseView *self,
                     gboolean     plain)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (!gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return;

  gdk_clipboard_read_async (clipboard, (const char **) (plain ? plain_types : types), G_PRIORITY_DEFAULT, NULL,
                            paste_cb, transfer_new (self, NULL));
}

/* Drops */

static void
place_at (FbProseView *self,
          double       x,
          double       y)
{
  GtkTextIter iter;
  int bx, by;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &bx, &by);
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, bx, by);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self->buffer), &iter);
}

static void
drop_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (Transfer) transfer = data;
  const char *type;
  g_autoptr (GInputStream) stream = gdk_drop_read_finish (GDK_DROP (source), result, &type, NULL);

  if (stream == NULL)
    {
      finish_drop (transfer, 0);
      return;
    }

  transfer->type = g_strdup (type);
  splice (g_steal_pointer (&transfer), stream);
}

/* A selection that is drawn to another place of the same text moves: one change, that can be undone as one. */
static gboolean
move_selection (FbProseView *self,
                double       x,
                double       y)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  g_autoptr (FbText) text = fb_prose_get_selection (self->buffer);
  GtkTextIter start, end, place;
  GtkTextMark *mark;
  int bx, by;

  if (text == NULL)
    return FALSE;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &bx, &by);
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &place, bx, by);
  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  if (gtk_text_iter_compare (&place, &start) >= 0 && gtk_text_iter_compare (&place, &end) <= 0)
    return FALSE;

  mark = gtk_text_buffer_create_mark (buffer, NULL, &place, FALSE);
  if (self->document != NULL)
    fb_document_begin (self->document, _("Move text"));
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_buffer_get_iter_at_mark (buffer, &place, mark);
  gtk_text_buffer_place_cursor (buffer, &place);
  fb_prose_insert_text (self->buffer, text);
  if (self->document != NULL)
    fb_document_end (self->document);
  gtk_text_buffer_delete_mark (buffer, mark);
  return TRUE;
}

static gboolean
drop_cb (FbProseView *self,
         GdkDrop     *drop,
         double       x,
         double       y)
{
  if (!gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return FALSE;

  /* The pointer need not leave afterwards. */
  gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_DROP_ACTIVE);
  if (gdk_drop_get_drag (drop) != NULL && self->pressed_selection)
    {
      self->pressed_selection = FALSE;
      /* The source would delete what is selected then, if it were told of a move. */
      gdk_drop_finish (drop, move_selection (self, x, y) ? GDK_ACTION_COPY : 0);
      return TRUE;
    }

  place_at (self, x, y);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gdk_drop_read_async (drop, (const char **) types, G_PRIORITY_DEFAULT, NULL, drop_read_cb, transfer_new (self, drop));
  return TRUE;
}

/* Takes the place of what GTK does with drops, which knows nothing of lists and footnotes. */
static void
remove_own_drops (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = g_list_model_get_n_items (controllers); i-- > 0;)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        gtk_widget_remove_controller (widget, controller);
    }
}

void
fb_prose_view_add_drop (FbProseView *self)
{
  GdkContentFormats *formats =
      gdk_content_formats_new ((const char **) types, G_N_ELEMENTS (types) - 1);
  GtkDropTargetAsync *target = gtk_drop_target_async_new (formats, GDK_ACTION_COPY | GDK_ACTION_MOVE);

  remove_own_drops (GTK_WIDGET (self));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
