/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/fb-formats.h"

G_BEGIN_DECLS

GBytes *fb_odt_write (FbFlow          *flow,
                      GCancellable    *cancellable,
                      FbProgressFunc   progress,
                      gpointer         data,
                      GError         **error);

G_END_DECLS
