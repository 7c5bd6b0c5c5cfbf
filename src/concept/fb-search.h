/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "concept/fb-document.h"

G_BEGIN_DECLS

typedef enum
{
  FB_SEARCH_NONE = 0,
  FB_SEARCH_MATCH_CASE = 1 << 0,
  FB_SEARCH_WHOLE_WORDS = 1 << 1,
} FbSearchFlags;

#define FB_TYPE_SEARCH_HIT (fb_search_hit_get_type ())

/** FbSearchHit: one place where the words stand. It keeps the value that was searched, and so knows when it is
 * stale. */
G_DECLARE_FINAL_TYPE (FbSearchHit, fb_search_hit, FB, SEARCH_HIT, GObject)

/** All of it is for reading only. */
struct _FbSearchHit
{
  GObject parent_instance;

  FbNode *node;
  const FbProperty *property;
  FbValue *value; /* in which it was found */
  guint note;     /* in which footnote of a text, counted from 1; 0 in the text itself */
  guint start;    /* bytes of the words, of the text's buffer, or of the footnote's buffer */
  guint end;
};

GPtrArray *fb_search_run              (FbDocument   *document,
                                       const char   *words,
                                       FbSearchFlags flags,
                                       FbNode       *branch);
gboolean   fb_search_hit_is_current   (FbSearchHit  *self);
void       fb_search_hit_get_place    (FbSearchHit  *self,
                                       guint        *start,
                                       guint        *end);
char      *fb_search_hit_dup_snippet  (FbSearchHit  *self,
                                       guint        *start,
                                       guint        *end);
gboolean   fb_search_replace          (FbDocument   *document,
                                       FbSearchHit  *hit,
                                       const char   *replacement);
guint      fb_search_replace_all      (FbDocument   *document,
                                       const char   *words,
                                       FbSearchFlags flags,
                                       FbNode       *branch,
                                       const char   *replacement);

G_END_DECLS
