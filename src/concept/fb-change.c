/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "concept/fb-change.h"

#include <glib/gi18n-lib.h>

/**
 * fb_change_new_set:
 * @value: (nullable): the value that @property of @node is to get
 *
 * Returns: (transfer full): a change that has not been done yet
 */
FbChange *
fb_change_new_set (FbNode           *node,
                   const FbProperty *property,
                   FbValue          *value)
{
  FbChange *change = g_new0 (FbChange, 1);

  change->type = FB_CHANGE_SET;
  change->node = g_object_ref (node);
  change->property = property;
  change->old_value = fb_value_ref (fb_node_get_value (node, property));
  change->new_value = fb_value_ref (value);

  return change;
}

/**
 * fb_change_new_run:
 * @type: insert, remove or move; for a move set to_parent and to_index afterwards, with a reference
 * @nodes: the run of siblings, from @index on
 *
 * Returns: (transfer full): a change that has not been done yet
 */
FbChange *
fb_change_new_run (FbChangeType   type,
                   FbNode        *parent,
                   guint          index,
                   FbNode       **nodes,
                   guint          n_nodes)
{
  FbChange *change = g_new0 (FbChange, 1);

  change->type = type;
  change->parent = g_object_ref (parent);
  change->index = index;
  change->nodes = g_ptr_array_new_full (n_nodes, g_object_unref);
  for (guint i = 0; i < n_nodes; i++)
    g_ptr_array_add (change->nodes, g_object_ref (nodes[i]));

  return change;
}

/** Returns: (transfer full): the change that takes @change back. */
FbChange *
fb_change_invert (const FbChange *change)
{
  static const FbChangeType inverse[] = {
    [FB_CHANGE_SET] = FB_CHANGE_SET,
    [FB_CHANGE_INSERT] = FB_CHANGE_REMOVE,
    [FB_CHANGE_REMOVE] = FB_CHANGE_INSERT,
    [FB_CHANGE_MOVE] = FB_CHANGE_MOVE,
  };
  FbChange *inverted = g_new0 (FbChange, 1);

  inverted->type = inverse[change->type];
  g_set_object (&inverted->node, change->node);
  inverted->property = change->property;
  inverted->old_value = fb_value_ref (change->new_value);
  inverted->new_value = fb_value_ref (change->old_value);
  inverted->nodes = change->nodes != NULL ? g_ptr_array_ref (change->nodes) : NULL;
  if (change->type == FB_CHANGE_MOVE)
    {
      inverted->parent = g_object_ref (change->to_parent);
      inverted->index = change->to_index;
      inverted->to_parent = g_object_ref (change->parent);
      inverted->to_index = change->index;
    }
  else
    {
      g_set_object (&inverted->parent, change->parent);
      inverted->index = change->index;
    }

  return inverted;
}

/** Returns: whether @change leaves everything as it is. */
gboolean
fb_change_is_noop (const FbChange *change)
{
  switch (change->type)
    {
    case FB_CHANGE_SET:
      return fb_value_equal (change->old_value, change->new_value);
    case FB_CHANGE_MOVE:
      return change->parent == change->to_parent && change->index == change->to_index;
    case FB_CHANGE_INSERT:
    case FB_CHANGE_REMOVE:
    default:
      return change->nodes->len == 0;
    }
}

/** Returns: (transfer full): what the change does, translated, to stand behind "Undo:". */
char *
fb_change_dup_label (const FbChange *change)
{
  guint n = change->nodes != NULL ? change->nodes->len : 0;
  const char *kind = n > 0 ? fb_kind_get_label (fb_node_get_kind (change->nodes->pdata[0])) : NULL;

  switch (change->type)
    {
    case FB_CHANGE_SET:
      /* Translators: %s is the name of a property, such as Title or Cost */
      return g_strdup_printf (_("Change %s"), change->property->flags & FB_PROPERTY_OWN
                                                ? _("own column")
                                                : fb_property_get_label (change->property));
    case FB_CHANGE_INSERT:
      if (n == 1)
        /* Translators: %s is a kind of node, such as Chapter or Measure */
        return g_strdup_printf (_("Add %s"), kind);
      return g_strdup_printf (ngettext ("Add %u entry", "Add %u entries", n), n);
    case FB_CHANGE_REMOVE:
      if (n == 1)
        /* Translators: %s is a kind of node, such as Chapter or Measure */
        return g_strdup_printf (_("Delete %s"), kind);
      return g_strdup_printf (ngettext ("Delete %u entry", "Delete %u entries", n), n);
    case FB_CHANGE_MOVE:
    default:
      if (n == 1)
        /* Translators: %s is a kind of node, such as Chapter or Measure */
        return g_strdup_printf (_("Move %s"), kind);
      return g_strdup_printf (ngettext ("Move %u entry", "Move %u entries", n), n);
    }
}

void
fb_change_free (FbChange *change)
{
  g_clear_object (&change->node);
  g_clear_object (&change->parent);
  g_clear_object (&change->to_parent);
  g_clear_pointer (&change->old_value, fb_value_unref);
  g_clear_pointer (&change->new_value, fb_value_unref);
  g_clear_pointer (&change->nodes, g_ptr_array_unref);
  g_free (change);
}
