/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-document.h"
#include "flow/fb-flow.h"
#include "flow/fb-printout.h"

G_BEGIN_DECLS

FbFlow *fb_compose (FbDocument       *document,
                    const FbPrintout *printout);

G_END_DECLS
