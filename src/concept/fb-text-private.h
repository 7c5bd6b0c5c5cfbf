/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "concept/fb-text.h"

G_BEGIN_DECLS

struct _FbText
{
  gatomicrefcount refs;
  GString *buffer;
  GArray *paragraphs; /* FbParagraph; languages are GRefStrings */
  GArray *runs;       /* FbRun; targets are GRefStrings */
};

GArray *fb_paragraph_array_new (void);
GArray *fb_run_array_new       (void);
void    fb_run_array_add       (GArray     *runs,
                                guint       start,
                                guint       end,
                                FbRunKind   kind,
                                const char *target,
                                FbText     *note);
void    fb_paragraph_array_add (GArray            *paragraphs,
                                const FbParagraph *paragraph,
                                guint              start,
                                guint              end);
FbText *fb_text_new_take       (GString    *buffer,
                                GArray     *paragraphs,
                                GArray     *runs);

G_END_DECLS
