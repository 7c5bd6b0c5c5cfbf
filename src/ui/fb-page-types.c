/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-page-types.h"

#include "ui/fb-collection-page.h"
#include "ui/fb-costs-page.h"
#include "ui/fb-coverage-page.h"
#include "ui/fb-field-page.h"
#include "ui/fb-form-page.h"
#include "ui/fb-prose-page.h"
#include "ui/fb-timeline-page.h"

#define K(kind) FB_KIND_MASK (FB_KIND_##kind)

/* Which page shows which kinds; the first row that fits counts. */
static const struct
{
  guint64 kinds;
  GType (*get_type) (void);
} types[] = {
  { K (GOALS) | K (MEASURES) | K (ACTORS) | K (PROCESS) | K (RESOLUTIONS) | K (CEILINGS) | K (EDITIONS) | K (WAIVERS),
    fb_collection_page_get_type },
  { K (CHAPTER), fb_prose_page_get_type },
  { G_MAXUINT64, fb_form_page_get_type },
};

/* The pages of the overviews, by the names they have in the outline. */
static const struct
{
  const char *name;
  GType (*get_type) (void);
} overviews[] = {
  { "measures", fb_collection_page_get_type },
  { "costs", fb_costs_page_get_type },
  { "timeline", fb_timeline_page_get_type },
  { "coverage", fb_coverage_page_get_type },
};

/**
 * fb_page_types_get:
 * @node: a node of the outline
 *
 * Returns: the type of the page that shows it. A field of action and its parts share one page.
 */
GType
fb_page_types_get (FbNode *node)
{
  FbNode *parent = fb_node_get_parent (node);

  if (fb_node_get_kind (node) == FB_KIND_FIELD || (parent != NULL && fb_node_get_kind (parent) == FB_KIND_FIELD))
    return FB_TYPE_FIELD_PAGE;

  return fb_page_types_get_part (node);
}

/** Returns: the type of the page that shows a node, be it a field or a part of one, for itself. */
GType
fb_page_types_get_part (FbNode *node)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if ((types[i].kinds & FB_KIND_MASK (fb_node_get_kind (node))) != 0)
      return types[i].get_type ();

  g_return_val_if_reached (G_TYPE_INVALID);
}

/** Returns: the type of the page of the overview @name. */
GType
fb_page_types_get_overview (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (overviews); i++)
    if (g_str_equal (overviews[i].name, name))
      return overviews[i].get_type ();

  g_return_val_if_reached (G_TYPE_INVALID);
}
