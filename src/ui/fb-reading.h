/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-document.h"

G_BEGIN_DECLS

FbReads  fb_reading_get_reads (FbDocument       *document,
                               const FbProperty *property);
char    *fb_reading_describe  (FbDocument       *document,
                               const FbProperty *property,
                               const char       *words,
                               gboolean         *understood);

G_END_DECLS
