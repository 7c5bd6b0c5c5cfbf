/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "concept/fb-register.h"

G_BEGIN_DECLS

/** FbPhase: how far a concept is on its way to the council; checks are stricter the nearer it is. */
typedef enum
{
  FB_PHASE_DRAFT,
  FB_PHASE_CONSULTATION,
  FB_PHASE_COUNCIL,
  FB_N_PHASES
} FbPhase;

typedef enum
{
  FB_SEVERITY_OFF,
  FB_SEVERITY_HINT,
  FB_SEVERITY_WARNING,
  FB_SEVERITY_ERROR,
} FbSeverity;

/** FbDepends: what a rule looks at, and so what must change before it is run again. */
typedef enum
{
  FB_DEPENDS_NODE,     /* the values of the node */
  FB_DEPENDS_BRANCH,   /* the node and what is below it */
  FB_DEPENDS_DOCUMENT, /* more: run once, on the concept */
} FbDepends;

typedef struct _FbCheck FbCheck;
typedef struct _FbRule FbRule;

/**
 * FbRule: one row of the table of rules in fb-rules.c.
 *
 * A rule that depends on the document may collect facts from single nodes (fb_check_collect()), which are kept until
 * the node changes; its check then only compares them. It is run again when the facts change, or when a node of the
 * kinds in @touched_by is inserted, removed or moved or one of its @properties changes. If it reads @anew, then all its
 * facts are collected again, too; and a rule of another sort is run on all its nodes.
 */
struct _FbRule
{
  const char *id;
  FbSeverity severity[FB_N_PHASES];
  const char *message;     /* untranslated, one line: what is wrong, in general */
  const char *explanation; /* untranslated: why it matters, and what to do */
  FbDepends depends;
  guint64 kinds; /* of the nodes that are checked, or from which is collected */
  void (*check) (FbCheck *check, FbNode *node);
  void (*collect) (FbCheck *check, FbNode *node);
  guint64 touched_by;
  const char *properties; /* names, separated by spaces */
  gboolean anew;
  char *(*repair) (const char *found); /* safe replacement of what was found, transfer full; or NULL */
};

const FbRule *fb_rules_get          (guint       *n_rules);
const FbRule *fb_rule_find          (const char  *id);
const char   *fb_rule_get_message   (const FbRule *rule);
const char   *fb_rule_get_explanation (const FbRule *rule);
FbPhase       fb_phase_of_document  (FbDocument  *document);
gboolean      fb_phase_from_name    (const char  *name,
                                     FbPhase     *phase);
const char   *fb_phase_get_name     (FbPhase      phase);
const char   *fb_severity_get_name  (FbSeverity   severity);
const char   *fb_severity_get_label (FbSeverity   severity);

G_END_DECLS
