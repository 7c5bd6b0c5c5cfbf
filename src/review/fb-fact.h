/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "concept/fb-node.h"

G_BEGIN_DECLS

/** FbFact: what a rule has collected from one node, such as an address that stands there. */
typedef struct
{
  FbNode *node; /* not owned: facts are dropped with their node */
  const FbProperty *property;
  guint start;
  guint end;
  guint what;
  GRefString *name; /* interned: equal names are the same pointer; or NULL */
} FbFact;

FbFact   *fb_fact_new          (FbNode           *node,
                                const FbProperty *property,
                                guint             start,
                                guint             end,
                                guint             what,
                                const char       *name);
void      fb_fact_free         (FbFact           *fact);
gboolean  fb_facts_equal       (const GPtrArray  *a,
                                const GPtrArray  *b);

G_END_DECLS
