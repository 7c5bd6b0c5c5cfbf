/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-kind.h"

G_BEGIN_DECLS

const FbChoice *fb_languages_get (void);

G_END_DECLS
