/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-finding-item.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-editor.h"

struct _FbFindingItem
{
  GObject parent_instance;

  FbFindingItemType type;
  FbFinding *finding; /* or NULL: a heading */
  FbSeverity severity;
  char *label; /* of a heading */
};

G_DEFINE_FINAL_TYPE (FbFindingItem, fb_finding_item, G_TYPE_OBJECT)

static void
fb_finding_item_finalize (GObject *object)
{
  FbFindingItem *self = FB_FINDING_ITEM (object);

  g_clear_object (&self->finding);
  g_free (self->label);

  G_OBJECT_CLASS (fb_finding_item_parent_class)->finalize (object);
}

static void
fb_finding_item_class_init (FbFindingItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fb_finding_item_finalize;
}

static void
fb_finding_item_init (FbFindingItem *self)
{
}

static void
add_heading (GPtrArray *items, const char *label)
{
  FbFindingItem *item = g_object_new (FB_TYPE_FINDING_ITEM, NULL);

  item->type = FB_FINDING_ITEM_HEADING;
  item->label = g_strdup (label);
  g_ptr_array_add (items, item);
}

static void
add_finding (GPtrArray *items, FbFindingItemType type, FbFinding *finding, FbPhase phase)
{
  FbFindingItem *item = g_object_new (FB_TYPE_FINDING_ITEM, NULL);

  item->type = type;
  item->finding = g_object_ref (finding);
  item->severity = fb_finding_get_severity (finding, phase);
  g_ptr_array_add (items, item);
}

FbFindingItemType
fb_finding_item_get_item_type (FbFindingItem *self)
{
  return self->type;
}

/** Returns: (transfer none) (nullable): what was found; %NULL for a heading */
FbFinding *
fb_finding_item_get_finding (FbFindingItem *self)
{
  return self->finding;
}

FbSeverity
fb_finding_item_get_severity (FbFindingItem *self)
{
  return self->severity;
}

/** Returns: the words of the row */
const char *
fb_finding_item_get_label (FbFindingItem *self)
{
  return self->finding != NULL ? fb_finding_get_message (self->finding) : self->label;
}

/** Returns: whether two rows show the same */
gboolean
fb_finding_item_equal (FbFindingItem *a, FbFindingItem *b)
{
  return a->type == b->type && a->finding == b->finding && a->severity == b->severity
         && g_strcmp0 (a->label, b->label) == 0;
}

static char *
dup_severity_heading (FbSeverity severity, guint n)
{
  switch (severity)
    {
    case FB_SEVERITY_ERROR:
      return g_strdup_printf (ngettext ("%u error", "%u errors", n), n);
    case FB_SEVERITY_WARNING:
      return g_strdup_printf (ngettext ("%u warning", "%u warnings", n), n);
    case FB_SEVERITY_HINT:
    case FB_SEVERITY_OFF:
    default:
      return g_strdup_printf (ngettext ("%u hint", "%u hints", n), n);
    }
}

static void
add_by_severity (GPtrArray *items, GListModel *findings, FbPhase phase)
{
  for (FbSeverity severity = FB_SEVERITY_ERROR; severity >= FB_SEVERITY_HINT; severity--)
    {
      g_autofree char *heading = NULL;
      guint n = 0;

      for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
        {
          g_autoptr (FbFinding) finding = g_list_model_get_item (findings, i);

          n += fb_finding_get_severity (finding, phase) == severity;
        }
      if (n == 0)
        continue;

      heading = dup_severity_heading (severity, n);
      add_heading (items, heading);
      for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
        {
          g_autoptr (FbFinding) finding = g_list_model_get_item (findings, i);

          if (fb_finding_get_severity (finding, phase) == severity)
            add_finding (items, FB_FINDING_ITEM_OPEN, finding, phase);
        }
    }
}

/* In reading order, a heading for each row of the outline. */
static void
add_by_place (GPtrArray *items, GListModel *findings, FbPhase phase)
{
  FbNode *last = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (FbFinding) finding = g_list_model_get_item (findings, i);
      FbNode *row = fb_editor_get_outline_node (fb_finding_get_node (finding));

      if (row != last && row != NULL)
        {
          g_autoptr (FbFinding) place = fb_finding_new (fb_finding_get_rule (finding), row, NULL, 0, 0, NULL, "");
          g_autofree char *heading = fb_finding_dup_place (place);

          add_heading (items, heading);
          last = row;
        }
      add_finding (items, FB_FINDING_ITEM_OPEN, finding, phase);
    }
}

/** Returns: (transfer full) (element-type FbFindingItem): the rows: what was found in groups, and what is set aside. */
GPtrArray *
fb_finding_items_new (FbReview *review, FbFindingGroups groups)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *set_aside = fb_review_get_set_aside (review);
  FbPhase phase = fb_review_get_phase (review);

  if (groups == FB_FINDING_GROUPS_SEVERITY)
    add_by_severity (items, G_LIST_MODEL (review), phase);
  else
    add_by_place (items, G_LIST_MODEL (review), phase);

  if (set_aside->len > 0)
    {
      g_autofree char *heading
          = g_strdup_printf (ngettext ("%u set aside", "%u set aside", set_aside->len), set_aside->len);

      add_heading (items, heading);
    }
  for (guint i = 0; i < set_aside->len; i++)
    add_finding (items, FB_FINDING_ITEM_SET_ASIDE, set_aside->pdata[i], phase);

  return items;
}
