/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "concept/fb-document.h"

G_BEGIN_DECLS

typedef enum
{
  FB_TARGET_NOTHING,  /* not understood: the words go into the remarks of new rows */
  FB_TARGET_ID,
  FB_TARGET_KIND,
  FB_TARGET_PARENT,
  FB_TARGET_PROPERTY, /* of that name, of whatever kind the row is */
  FB_TARGET_OWN,      /* the own column of that title, in the table of the row */
  FB_TARGET_OWN_ID,   /* the own column of that id */
  FB_TARGET_NEW_OWN,  /* an own column of that title, made where there is none */
  FB_TARGET_COUNTED,  /* numbers that the program counts itself */
  FB_TARGET_BODY,     /* title, text and steps in one cell, as they are printed */
  FB_TARGET_LEFT_OUT, /* not read, because the user says so */
} FbTargetType;

/** FbColumnTarget: what a column of a spreadsheet holds. */
typedef struct
{
  FbTargetType type;
  char *name;       /* of the property, title or id of the own column, or NULL */
  char *heading;    /* what stands above the column, "" for nothing */
  gboolean guessed; /* the heading only resembles one that is known */
} FbColumnTarget;

FbColumnTarget *fb_column_target_new      (FbTargetType          type,
                                           const char           *name,
                                           const char           *heading);
FbColumnTarget *fb_column_target_copy     (const FbColumnTarget *target);
void            fb_column_target_free     (FbColumnTarget       *target);
gboolean        fb_column_target_same     (const FbColumnTarget *target,
                                           const FbColumnTarget *other);
char           *fb_column_target_describe (const FbColumnTarget *target,
                                           FbDocument           *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FbColumnTarget, fb_column_target_free)

G_END_DECLS
