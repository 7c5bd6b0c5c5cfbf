/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "review/fb-facts.h"
#include "review/fb-finding.h"

G_BEGIN_DECLS

/** FbCheck: what a rule is given while it runs. */
struct _FbCheck
{
  FbDocument *document;
  FbRegister *actors;
  const guint *n_nodes; /* by kind, of the whole document */
  const FbRule *rule;
  GPtrArray *findings;  /* FbFinding, to which fb_check_report() adds; or NULL while it collects */
  GPtrArray *collected; /* FbFact, to which fb_check_collect() adds; or NULL while it checks */
  FbFacts *facts;       /* what was collected; or NULL */
  FbNode *words_of;     /* the node whose words are read already, or NULL */
  GArray *words;        /* of FbWords */
};

typedef void (*FbFactFunc) (FbCheck *check, const FbFact *fact, gpointer data);
/** @facts: set of FbFact */
typedef void (*FbNameFunc) (FbCheck *check, const char *name, GHashTable *facts, gpointer data);

/** FbWords: the words of one property, in which a rule searches. */
typedef struct
{
  FbNode *node;
  const FbProperty *property;
  const char *words; /* of rich text its buffer: a line a paragraph */
  gsize length;
  FbText *text; /* or NULL */
} FbWords;

typedef void (*FbWordsFunc) (FbCheck *check, const FbWords *words, gpointer data);

void fb_check_report        (FbCheck          *check,
                             FbNode           *node,
                             const FbProperty *property,
                             guint             start,
                             guint             end,
                             const char       *found,
                             const char       *format,
                             ...) G_GNUC_PRINTF (7, 8);
void fb_check_report_words  (FbCheck          *check,
                             const FbWords    *words,
                             gsize             start,
                             gsize             end,
                             const char       *format,
                             ...) G_GNUC_PRINTF (5, 6);
void fb_check_collect       (FbCheck          *check,
                             FbNode           *node,
                             const FbProperty *property,
                             guint             start,
                             guint             end,
                             guint             what,
                             const char       *name);
void fb_check_foreach_fact  (FbCheck          *check,
                             FbFactFunc        func,
                             gpointer          data);
void fb_check_foreach_name  (FbCheck          *check,
                             FbNameFunc        func,
                             gpointer          data);
const FbFact *fb_check_get_first (FbCheck     *check,
                             const char       *name,
                             GHashTable       *facts);
void fb_words_read          (FbNode           *node,
                             GArray           *words);
void fb_check_report_fact   (FbCheck          *check,
                             const FbFact     *fact,
                             const char       *format,
                             ...) G_GNUC_PRINTF (3, 4);
void fb_check_foreach_words (FbCheck          *check,
                             FbNode           *node,
                             FbWordsFunc       func,
                             gpointer          data);

G_END_DECLS
