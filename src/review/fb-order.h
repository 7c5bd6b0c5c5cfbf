/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "review/fb-finding.h"

G_BEGIN_DECLS

int  fb_order_compare          (FbNode    *a,
                                FbNode    *b);
int  fb_order_compare_findings (FbFinding *a,
                                FbFinding *b);

G_END_DECLS
