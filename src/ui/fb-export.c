/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-export.h"

#include "flow/fb-compose.h"

/* How often progress is told, in milliseconds. */
#define TICK 100
/* The thread tells whole steps, so that they can be told without a lock. */
#define STEPS 1000

typedef struct
{
  FbFlow *flow;  /* or the bytes, where the format does not take a flow */
  GBytes *bytes;
  const FbFormat *format;
  GFile *file;
  FbExportProgress progress;
  gpointer progress_data;
  guint tick;
  int done; /* of STEPS; written by the thread */
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_clear_pointer (&export->flow, fb_flow_unref);
  g_clear_pointer (&export->bytes, g_bytes_unref);
  g_clear_object (&export->file);
  g_free (export);
}

static gboolean
tick_cb (gpointer data)
{
  Export *export = data;

  export->progress (g_atomic_int_get (&export->done) / (double)STEPS, export->progress_data);

  return G_SOURCE_CONTINUE;
}

static void
progress_in_thread (double   fraction,
                    gpointer data)
{
  Export *export = data;

  g_atomic_int_set (&export->done, (int)(fraction * STEPS));
}

static void
export_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  Export *export = data;
  GError *error = NULL;

  if (export->bytes != NULL ? fb_formats_save (export->bytes, export->file, cancellable, &error)
                            : fb_formats_export (export->flow, export->format, export->file, cancellable,
                                                 progress_in_thread, export, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * fb_export_async:
 * @progress: (nullable): told on the main thread now and then how much is done, from 0 to 1
 *
 * Exports the document as it is now; it may be changed while that goes on.
 */
void
fb_export_async (FbDocument          *document,
                 const FbPrintout    *printout,
                 const FbFormat      *format,
                 GFile               *file,
                 GCancellable        *cancellable,
                 FbExportProgress     progress,
                 gpointer             progress_data,
                 GAsyncReadyCallback  callback,
                 gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (document, cancellable, callback, data);
  Export *export = g_new0 (Export, 1);

  if (format->take != NULL)
    export->bytes = format->take (document, printout);
  else
    export->flow = fb_compose (document, printout);
  export->format = format;
  export->file = g_object_ref (file);
  export->progress = progress;
  export->progress_data = progress_data;
  if (progress != NULL)
    export->tick = g_timeout_add (TICK, tick_cb, export);
  g_task_set_task_data (task, export, export_free);
  g_task_run_in_thread (task, export_in_thread);
}

/**
 * fb_export_finish:
 *
 * Returns: whether the file is there
 */
gboolean
fb_export_finish (FbDocument    *document,
                  GAsyncResult  *result,
                  GError       **error)
{
  Export *export;

  g_return_val_if_fail (g_task_is_valid (result, document), FALSE);

  /* Here and not in export_free(), which may run in the thread. */
  export = g_task_get_task_data (G_TASK (result));
  g_clear_handle_id (&export->tick, g_source_remove);

  return g_task_propagate_boolean (G_TASK (result), error);
}
