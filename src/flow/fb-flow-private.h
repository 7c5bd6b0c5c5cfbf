/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "flow/fb-flow.h"

G_BEGIN_DECLS

/* What FbFlow and FbFlowBuilder share, and nobody else sees. */

struct _FbFlow
{
  gatomicrefcount ref_count;
  GStringChunk *strings; /* every string of the flow */
  const char *language;
  const char *meta[FB_N_META];
  GPtrArray *blocks;   /* FbBlock */
  GHashTable *targets; /* id -> FbTarget */
  GHashTable *linked;  /* anchors that a target names */
};

FbFlow *_fb_flow_new (const char *language);

G_END_DECLS
