/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FbStepPart:
 * @number: the number of the part
 * @label: the number as typed, with its brackets: "(1)", "1.", "1.1)"
 * @text: the part without its number, trimmed
 * @start: offset of the first byte of @text in the words
 * @end: offset behind its last byte
 */
typedef struct
{
  int number;
  char *label;
  char *text;
  gsize start;
  gsize end;
} FbStepPart;

GPtrArray *fb_steps_split (const char *words, char **lead);

G_END_DECLS
