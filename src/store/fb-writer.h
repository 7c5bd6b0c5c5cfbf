/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-node.h"

G_BEGIN_DECLS

GBytes *fb_writer_write (FbNode *root);

G_END_DECLS
