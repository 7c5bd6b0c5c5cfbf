/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

#define FB_TYPE_OVERVIEW_HEAD (fb_overview_head_get_type ())

/** FbOverviewHead: the top of the page of all measures: what it is, and how many measures there are. */
G_DECLARE_FINAL_TYPE (FbOverviewHead, fb_overview_head, FB, OVERVIEW_HEAD, GtkWidget)

GtkWidget *fb_overview_head_new  (void);
void       fb_overview_head_bind (FbOverviewHead *self,
                                  FbDocument     *document);

G_END_DECLS
