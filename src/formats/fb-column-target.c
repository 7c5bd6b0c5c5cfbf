/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/fb-column-target.h"

#include <glib/gi18n-lib.h>

#include "formats/fb-table-map.h"

/** Returns: (transfer full): a target; @name is nullable */
FbColumnTarget *
fb_column_target_new (FbTargetType  type,
                      const char   *name,
                      const char   *heading)
{
  FbColumnTarget *target = g_new0 (FbColumnTarget, 1);

  target->type = type;
  target->name = g_strdup (name);
  target->heading = g_strdup (heading);

  return target;
}

/** Returns: (transfer full): the same once more */
FbColumnTarget *
fb_column_target_copy (const FbColumnTarget *target)
{
  FbColumnTarget *copy = fb_column_target_new (target->type, target->name, target->heading);

  copy->guessed = target->guessed;

  return copy;
}

void
fb_column_target_free (FbColumnTarget *target)
{
  g_free (target->name);
  g_free (target->heading);
  g_free (target);
}

/** Returns: whether both mean the same, whatever stands above them */
gboolean
fb_column_target_same (const FbColumnTarget *target,
                       const FbColumnTarget *other)
{
  return target->type == other->type && g_strcmp0 (target->name, other->name) == 0;
}

static char *
describe_property (const char *name)
{
  guint n_kinds;
  const FbKind *kinds = fb_table_map_list_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      const FbProperty *property = fb_kind_get_property (kinds[i], name);

      if (property != NULL)
        return g_strdup (fb_property_get_label (property));
    }

  return g_strdup (name);
}

static char *
describe_own (FbDocument *document,
              const char *id)
{
  FbNode *column = fb_document_lookup (document, id);
  const char *title = column != NULL ? fb_node_get_title (column) : NULL;

  return g_strdup_printf (_("Own column “%s”"), title != NULL ? title : id);
}

/** Returns: (transfer full): what the column holds, for the user to choose */
char *
fb_column_target_describe (const FbColumnTarget *target,
                           FbDocument           *document)
{
  switch (target->type)
    {
    case FB_TARGET_NOTHING:
      /* Translators: what becomes of a column of a table that is read */
      return g_strdup (_("Not understood (into the remarks)"));
    case FB_TARGET_ID:
      return g_strdup (_("Id of the row"));
    case FB_TARGET_KIND:
      return g_strdup (_("Kind of the row"));
    case FB_TARGET_PARENT:
      return g_strdup (_("Id of the row it belongs to"));
    case FB_TARGET_PROPERTY:
      return describe_property (target->name);
    case FB_TARGET_OWN:
      /* Translators: %s is the heading of a column that the user has made */
      return g_strdup_printf (_("Own column “%s”"), target->name);
    case FB_TARGET_OWN_ID:
      return describe_own (document, target->name);
    case FB_TARGET_NEW_OWN:
      /* Translators: what becomes of a column of a table that is read */
      return g_strdup (_("New own column"));
    case FB_TARGET_COUNTED:
      /* Translators: what becomes of a column of a table that is read, if it holds 1, 2, 3 ... */
      return g_strdup (_("Number, counted by the program"));
    case FB_TARGET_BODY:
      return g_strdup (_("Title, text and steps"));
    case FB_TARGET_LEFT_OUT:
      /* Translators: what becomes of a column of a table that is read */
      return g_strdup (_("Leave out"));
    }

  g_return_val_if_reached (NULL);
}
