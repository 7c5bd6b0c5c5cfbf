/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

/* The dialog that renames an actor in the register and wherever it is named, in one step of the history. */

GtkWidget *fb_actor_rename_new (FbDocument *document,
                                FbNode     *actor,
                                GtkWidget  *origin);

G_END_DECLS
