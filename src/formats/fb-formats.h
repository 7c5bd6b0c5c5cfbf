/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "concept/fb-document.h"
#include "flow/fb-flow.h"
#include "flow/fb-printout.h"

G_BEGIN_DECLS

#define FB_FORMATS_ERROR (fb_formats_error_quark ())
typedef enum
{
  FB_FORMATS_ERROR_UNKNOWN, /* no format of that name */
  FB_FORMATS_ERROR_PACKAGE, /* the package could not be put together */
} FbFormatsError;
GQuark           fb_formats_error_quark        (void);

/** FbProgressFunc: told now and then how much is done, from 0 to 1, in the thread that writes. */
typedef void (*FbProgressFunc) (double   fraction,
                                gpointer data);

/** FbFormatWrite: writes a flow as the bytes of a file. */
typedef GBytes *(*FbFormatWrite) (FbFlow         *flow,
                                  GCancellable   *cancellable,
                                  FbProgressFunc  progress,
                                  gpointer        data,
                                  GError        **error);

/** FbFormatTake: the bytes of a file straight from a document, where a flow does not say enough. Main thread only. */
typedef GBytes *(*FbFormatTake) (FbDocument       *document,
                                 const FbPrintout *printout);

/** FbFormat: a row of the table of formats. */
typedef struct
{
  const char *name;       /* "odt", as on a command line */
  const char *extension;  /* without the dot */
  const char *media_type;
  const char *label;      /* untranslated; show it with fb_format_get_label() */
  FbFormatWrite write;    /* or NULL: it is not written from a flow */
  FbFormatTake take;      /* then this one is there */
} FbFormat;

const FbFormat  *fb_formats_get_all            (guint           *n_formats);
const FbFormat  *fb_formats_find               (const char      *name);
const FbFormat  *fb_formats_find_by_extension  (const char      *filename);
const char      *fb_format_get_label           (const FbFormat  *format);
GBytes          *fb_formats_write              (FbFlow          *flow,
                                                const FbFormat  *format,
                                                GCancellable    *cancellable,
                                                FbProgressFunc   progress,
                                                gpointer         data,
                                                GError         **error);
gboolean         fb_formats_save               (GBytes          *bytes,
                                                GFile           *file,
                                                GCancellable    *cancellable,
                                                GError         **error);
gboolean         fb_formats_export             (FbFlow          *flow,
                                                const FbFormat  *format,
                                                GFile           *file,
                                                GCancellable    *cancellable,
                                                FbProgressFunc   progress,
                                                gpointer         data,
                                                GError         **error);

G_END_DECLS
