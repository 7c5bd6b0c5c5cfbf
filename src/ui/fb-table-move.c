/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-table-private.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-node-picker.h"
#include "ui/fb-place.h"
#include "ui/fb-rows.h"
#include "ui/fb-ui.h"

/* Moving rows to another table or band, which is picked by its name. */

static char *
dup_details (FbNode *container)
{
  guint n = fb_place_count (container);
  g_autofree char *measures = g_strdup_printf (ngettext ("%u measure", "%u measures", n), n);

  return g_strdup_printf ("%s · %s", fb_kind_get_label (fb_node_get_kind (container)), measures);
}

static void
picked_cb (FbTableView *self,
           FbNode      *target)
{
  g_autoptr (GPtrArray) acted = fb_table_view_get_acted (self);
  g_autoptr (GPtrArray) rows = fb_rows_in_order (acted);
  g_autofree char *path = NULL;
  g_autofree char *message = NULL;

  /* Meanwhile there may be other rows, and the table may be gone. */
  if (rows->len == 0 || fb_document_lookup (self->document, fb_node_get_id (target)) != target)
    return;

  if (!fb_rows_move_to (self->document, rows, target, NULL))
    {
      fb_ui_toast (GTK_WIDGET (self), _("The selected rows have no place there"), NULL, NULL, NULL);
      return;
    }

  /* In another table they are not shown here any more, and what stands in their place is selected. */
  if (fb_node_is_ancestor (self->container, target))
    fb_table_view_select_new (self, rows);
  else
    fb_table_view_focus (self);
  path = fb_place_dup_path (target);
  /* Translators: %s is the path of a table, such as “2 Field › Ideas and measures” */
  message = g_strdup_printf (ngettext ("%u row moved to “%s”", "%u rows moved to “%s”", rows->len), rows->len, path);
  fb_ui_toast (GTK_WIDGET (self), message, _("_Undo"), "win.undo", NULL);
}

/* Where all rows stand already is no place to move them to. */
static FbNode *
get_common_parent (GPtrArray *rows)
{
  FbNode *parent = fb_node_get_parent (g_ptr_array_index (rows, 0));

  for (guint i = 1; i < rows->len; i++)
    if (fb_node_get_parent (g_ptr_array_index (rows, i)) != parent)
      return NULL;
  return parent;
}

/** Returns: whether what is selected could be moved to another table or band. */
gboolean
fb_table_view_can_move_to (FbTableView *self)
{
  return self->container != NULL && self->n_acted > 0 &&
         fb_rows_get_kind (fb_node_get_kind (self->container)) == FB_KIND_MEASURE;
}

/** Asks for a table or band, and moves there what is selected. */
void
fb_table_view_move_to (FbTableView *self,
                       double       x,
                       double       y)
{
  g_autoptr (GPtrArray) acted = fb_table_view_get_acted (self);
  g_autoptr (GPtrArray) rows = fb_rows_get_tops (acted);
  guint64 kinds = FB_KIND_MASK (FB_KIND_MEASURES) | FB_KIND_MASK (FB_KIND_GROUP);
  const char *except[2] = { NULL };
  FbNode *parent;
  GtkWidget *picker;

  if (rows->len == 0)
    return;

  /* There is no band within a band. */
  for (guint i = 0; i < rows->len; i++)
    if (fb_node_get_kind (g_ptr_array_index (rows, i)) == FB_KIND_GROUP)
      kinds = FB_KIND_MASK (FB_KIND_MEASURES);
  parent = get_common_parent (rows);
  except[0] = parent != NULL ? fb_node_get_id (parent) : NULL;

  picker = fb_node_picker_new ();
  fb_node_picker_set_names (FB_NODE_PICKER (picker), fb_place_dup_path, dup_details);
  fb_node_picker_fill (FB_NODE_PICKER (picker), self->document, kinds, except);
  gtk_accessible_update_property (GTK_ACCESSIBLE (picker), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Move to Table"), -1);
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  fb_ui_popup (GTK_WIDGET (self), picker, x, y);
}
