/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "flow/fb-printout.h"

/**
 * fb_printout_new:
 * @subject: (nullable): see #FbScope
 *
 * A printout of @scope as one usually wants it: a whole document with title page and contents, anything less
 * without them, and nothing internal.
 *
 * Returns: (transfer full): a printout
 */
FbPrintout *
fb_printout_new (FbScope     scope,
                 const char *subject)
{
  FbPrintout *printout = g_new0 (FbPrintout, 1);

  printout->scope = scope;
  printout->subject = g_strdup (subject);
  printout->title_page = scope == FB_SCOPE_DOCUMENT;
  printout->contents = scope == FB_SCOPE_DOCUMENT;

  return printout;
}

/** Returns: (transfer full): a copy of @printout. */
FbPrintout *
fb_printout_copy (const FbPrintout *printout)
{
  FbPrintout *copy = g_memdup2 (printout, sizeof *printout);

  copy->subject = g_strdup (printout->subject);

  return copy;
}

/** Frees @printout. */
void
fb_printout_free (FbPrintout *printout)
{
  g_free (printout->subject);
  g_free (printout);
}

/** Keeps a copy of @subject in place of the one before. */
void
fb_printout_set_subject (FbPrintout *printout,
                         const char *subject)
{
  char *copy = g_strdup (subject);

  g_free (printout->subject);
  printout->subject = copy;
}
