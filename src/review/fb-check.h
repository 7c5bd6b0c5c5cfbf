/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "review/fb-finding.h"

G_BEGIN_DECLS

/** FbCheck: what a rule is given while it runs. */
struct _FbCheck
{
  FbDocument *document;
  FbRegister *actors;
  const FbRule *rule;
  GPtrArray *findings; /* FbFinding, to which fb_check_report() adds */
};

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
void fb_check_foreach_words (FbCheck          *check,
                             FbNode           *node,
                             FbWordsFunc       func,
                             gpointer          data);
void fb_check_foreach_words_below (FbCheck    *check,
                             FbNode           *branch,
                             FbWordsFunc       func,
                             gpointer          data);
guint fb_check_distance     (const char       *a,
                             const char       *b,
                             guint             limit);

G_END_DECLS
