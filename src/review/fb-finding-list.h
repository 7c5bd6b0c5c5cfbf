/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "review/fb-finding.h"
#include "review/fb-waivers.h"

G_BEGIN_DECLS

/**
 * FbFindingList:
 *
 * Findings in reading order, apart those that are set aside. Findings come and go in bundles: what
 * fb_finding_list_add() and fb_finding_list_drop() are told takes effect at fb_finding_list_update().
 */
typedef struct
{
  GPtrArray *shown;     /* FbFinding */
  GPtrArray *set_aside; /* FbFinding */

  GPtrArray *added;
  GHashTable *dropped; /* set of FbFinding */
} FbFindingList;

/** Tells that from @position on @n_removed shown findings have given way to @n_added others. */
typedef void (*FbFindingListFunc) (gpointer data, guint position, guint n_removed, guint n_added);

FbFindingList *fb_finding_list_new     (void);
void           fb_finding_list_free    (FbFindingList     *self);
void           fb_finding_list_add     (FbFindingList     *self,
                                        FbFinding         *finding);
void           fb_finding_list_drop    (FbFindingList     *self,
                                        FbFinding         *finding);
void           fb_finding_list_reset   (FbFindingList     *self,
                                        GPtrArray         *findings);
gboolean       fb_finding_list_update  (FbFindingList     *self,
                                        FbPhase            phase,
                                        GHashTable        *waivers,
                                        FbFindingListFunc  func,
                                        gpointer           data);

G_END_DECLS
