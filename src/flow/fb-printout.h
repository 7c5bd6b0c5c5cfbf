/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** FbScope: which part of a concept is printed. */
typedef enum
{
  FB_SCOPE_DOCUMENT,
  FB_SCOPE_BRANCH,   /* the node whose id is subject, with all below it */
  FB_SCOPE_MEASURES, /* the tables of measures alone, under the headings that lead to them */
  FB_SCOPE_ACTOR,    /* what one body has to do; subject is an actor's id or a word such as "51" */
} FbScope;

/** FbPrintout: what is asked of fb_compose(). Fill the fields freely; keep strings with fb_printout_set_subject(). */
typedef struct
{
  FbScope scope;
  char *subject; /* owned; see FbScope */
  gboolean internal;   /* print what is internal, too */
  gboolean title_page;
  gboolean contents;
} FbPrintout;

FbPrintout  *fb_printout_new          (FbScope           scope,
                                       const char       *subject);
FbPrintout  *fb_printout_copy         (const FbPrintout *printout);
void         fb_printout_free         (FbPrintout       *printout);
void         fb_printout_set_subject  (FbPrintout       *printout,
                                       const char       *subject);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FbPrintout, fb_printout_free)

G_END_DECLS
