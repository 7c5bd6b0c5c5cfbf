/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *fb_session_state_dup_selected (GFile      *file);
void  fb_session_state_set_selected (GFile      *file,
                                     const char *id);

G_END_DECLS
