/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-table-clipboard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/fb-table-export.h"
#include "formats/fb-table-preview.h"
#include "ui/fb-import-dialog.h"
#include "ui/fb-ui.h"

typedef struct
{
  GtkWidget *widget;
  FbDocument *document;
  FbNode *table;
  FbNode *behind;
  FbTablePasted pasted;
} Paste;

static void
free_paste (Paste *paste)
{
  g_object_unref (paste->widget);
  g_object_unref (paste->document);
  g_object_unref (paste->table);
  g_clear_object (&paste->behind);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, free_paste)

/**
 * fb_table_clipboard_copy:
 * @measures: (element-type FbNode): measures of one table or several
 *
 * Returns: (transfer full): the measures as a table in HTML, and as text separated by tabs
 */
GdkContentProvider *
fb_table_clipboard_copy (FbDocument *document,
                         GPtrArray  *measures)
{
  const FbGridOptions options = { '\t', FALSE, TRUE };
  g_autoptr (FbGrid) grid = fb_table_export_rows (document, measures);
  g_autofree char *html = fb_grid_write_html (grid);
  g_autoptr (GBytes) page = g_bytes_new (html, strlen (html));
  g_autoptr (GBytes) text = fb_grid_write_csv (grid, &options);
  g_autofree char *words = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_for_bytes ("text/html", page),
    gdk_content_provider_new_typed (G_TYPE_STRING, words),
  };

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

static void
imported_cb (FbImportDialog *dialog,
             GPtrArray      *rows,
             Paste          *paste)
{
  if (paste->pasted != NULL)
    paste->pasted (paste->widget, rows);
}

static void
free_closure (gpointer  data,
              GClosure *closure)
{
  free_paste (data);
}

/* What is understood is pasted at once; else the user sees first what would be done. Takes @paste and @grid. */
static void
finish_paste (Paste  *paste,
              FbGrid *grid)
{
  g_autoptr (Paste) owned = paste;
  FbTablePreview *preview;
  GtkWidget *dialog;

  /* Meanwhile the table may be gone. */
  if (fb_document_lookup (owned->document, fb_node_get_id (owned->table)) != owned->table)
    {
      fb_grid_free (grid);
      return;
    }

  preview = fb_table_preview_new (owned->document, owned->table, grid);
  if (owned->behind != NULL)
    fb_table_preview_set_place (preview, owned->behind);
  if (fb_table_preview_get_problems (preview)->len == 0 && fb_table_preview_count (preview, FB_ROW_CHANGED) == 0
      && !fb_table_mapping_is_guessed (fb_table_preview_get_mapping (preview)))
    {
      g_autoptr (GPtrArray) rows = fb_table_preview_apply (preview, _("Paste Rows"));

      fb_table_preview_free (preview);
      if (rows->len == 0)
        fb_ui_toast (owned->widget, _("There are no rows on the clipboard"), NULL, NULL, NULL);
      else if (owned->pasted != NULL)
        owned->pasted (owned->widget, rows);
      return;
    }

  dialog = fb_import_dialog_new (preview, _("Paste Rows"));
  gtk_window_set_title (GTK_WINDOW (dialog), _("Paste Rows"));
  if (GTK_IS_WINDOW (gtk_widget_get_root (owned->widget)))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (owned->widget)));
  g_signal_connect_data (dialog, "imported", G_CALLBACK (imported_cb), g_steal_pointer (&owned), free_closure, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (Paste) paste = data;
  g_autofree char *words = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  FbGrid *grid = words != NULL ? fb_grid_read_tsv (words, NULL) : NULL;

  if (grid == NULL)
    fb_ui_toast (paste->widget, _("There are no rows on the clipboard"), NULL, NULL, NULL);
  else
    finish_paste (g_steal_pointer (&paste), grid);
}

static void
spliced_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Paste) paste = data;
  GMemoryOutputStream *stream = G_MEMORY_OUTPUT_STREAM (source);
  g_autoptr (GBytes) bytes = NULL;
  FbGrid *grid = NULL;
  gsize length;
  const char *html;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, NULL) >= 0)
    {
      bytes = g_memory_output_stream_steal_as_bytes (stream);
      html = g_bytes_get_data (bytes, &length);
      grid = html != NULL ? fb_grid_read_html (html, length, NULL) : NULL;
    }
  if (grid != NULL)
    {
      finish_paste (g_steal_pointer (&paste), grid);
    }
  else
    {
      GdkClipboard *clipboard = gtk_widget_get_clipboard (paste->widget);

      /* A page without a table: its words may still be rows. */
      gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, g_steal_pointer (&paste));
    }
}

static void
html_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (Paste) paste = data;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = NULL;

  if (stream == NULL)
    {
      gdk_clipboard_read_text_async (GDK_CLIPBOARD (source), NULL, text_read_cb, g_steal_pointer (&paste));
      return;
    }

  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, spliced_cb, g_steal_pointer (&paste));
}

/**
 * fb_table_clipboard_paste:
 * @table: the table of measures to paste into
 * @behind: (nullable): the row behind which to paste
 * @pasted: (nullable): told what was pasted; not at all where the user does not want it
 *
 * Pastes the table that is on the clipboard of @widget. Where something in it is not understood, or rows that are there
 * would change, the user is shown that first.
 */
void
fb_table_clipboard_paste (GtkWidget     *widget,
                          FbDocument    *document,
                          FbNode        *table,
                          FbNode        *behind,
                          FbTablePasted  pasted)
{
  static const char *media_types[] = { "text/html", NULL };
  Paste *paste = g_new0 (Paste, 1);

  paste->widget = g_object_ref (widget);
  paste->document = g_object_ref (document);
  paste->table = g_object_ref (table);
  paste->behind = behind != NULL ? g_object_ref (behind) : NULL;
  paste->pasted = pasted;
  gdk_clipboard_read_async (gtk_widget_get_clipboard (widget), media_types, G_PRIORITY_DEFAULT, NULL, html_read_cb,
                            paste);
}
