/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-document.h"

G_BEGIN_DECLS

/** FbResource: an example or a template that travels inside the program. */
typedef struct
{
  char *name;    /* such as "monheim-2016" */
  char *title;   /* of an example, its title as it stands in the file; of a template, what it offers, translated */
  char *summary; /* of an example, its authority and edition; of a template, its first chapters */
} FbResource;

GPtrArray  *fb_examples_list         (void);
FbDocument *fb_examples_open         (const char  *name,
                                      GError     **error);
GPtrArray  *fb_templates_list        (void);
FbDocument *fb_templates_instantiate (const char  *name,
                                      GError     **error);

G_END_DECLS
