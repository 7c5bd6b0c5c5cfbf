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

/** FbFacts: all that has been collected for a rule, by node and by name. Reference-counted. */
typedef struct
{
  GHashTable *by_node; /* FbNode to GPtrArray of FbFact */
  GHashTable *by_name; /* name to set of FbFact: those that have one */
} FbFacts;

FbFacts  *fb_facts_new         (void);
FbFacts  *fb_facts_ref         (FbFacts          *self);
void      fb_facts_unref       (FbFacts          *self);
gboolean  fb_facts_set         (FbFacts          *self,
                                FbNode           *node,
                                GPtrArray        *facts);
gboolean  fb_facts_contains    (FbFacts          *self,
                                FbNode           *node);
guint     fb_facts_count_name  (FbFacts          *self,
                                const char       *name);
int       fb_fact_compare      (const FbFact     *a,
                                const FbFact     *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FbFact, fb_fact_free)

G_END_DECLS
