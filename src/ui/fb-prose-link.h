/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/fb-prose-view.h"

G_BEGIN_DECLS

#define FB_TYPE_PROSE_LINK (fb_prose_link_get_type ())

/**
 * FbProseLink:
 *
 * A popover for the address of the link at the caret or over the selection.
 */
G_DECLARE_FINAL_TYPE (FbProseLink, fb_prose_link, FB, PROSE_LINK, GtkPopover)

GtkWidget *fb_prose_link_new (FbProseView *view);

char      *fb_prose_link_complete (const char *typed);

G_END_DECLS
