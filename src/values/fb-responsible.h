/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FbKnownWord:
 * @word: a name as typed, trimmed
 * @data: the data given to fb_responsible_read()
 *
 * Whether the register knows @word as somebody.
 */
typedef gboolean (*FbKnownWord) (const char *word, gpointer data);

/**
 * FbBody:
 * @name: the name as typed
 * @start: offset of its first byte in the words
 * @end: offset behind its last byte
 */
typedef struct
{
  char *name;
  gsize start;
  gsize end;
} FbBody;

/**
 * FbResponsibleGroup:
 * @step: the number of the step the bodies are responsible for, or 0 when none was typed
 * @bodies: (element-type FbBody): the bodies in the order typed; may be empty behind a number
 */
typedef struct
{
  int step;
  GPtrArray *bodies;
} FbResponsibleGroup;

GPtrArray *fb_responsible_read      (const char *words, FbKnownWord known, gpointer data);
char      *fb_responsible_to_string (GPtrArray *groups);

G_END_DECLS
