/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ui/fb-page.h"

G_BEGIN_DECLS

#define FB_TYPE_PLAIN_PAGE (fb_plain_page_get_type ())

/** FbPlainPage: shows the values of any node; the page of kinds that have none of their own. */
G_DECLARE_FINAL_TYPE (FbPlainPage, fb_plain_page, FB, PLAIN_PAGE, AdwBin)

G_END_DECLS
