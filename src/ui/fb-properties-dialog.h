/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "concept/fb-document.h"

G_BEGIN_DECLS

#define FB_TYPE_PROPERTIES_DIALOG (fb_properties_dialog_get_type ())

/** FbPropertiesDialog: the properties of a document as a form. Each change counts at once and can be undone. */
G_DECLARE_FINAL_TYPE (FbPropertiesDialog, fb_properties_dialog, FB, PROPERTIES_DIALOG, AdwWindow)

GtkWidget *fb_properties_dialog_new (FbDocument *document);

G_END_DECLS
