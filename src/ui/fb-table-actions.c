/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-table-private.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-clip.h"
#include "ui/fb-rows-text.h"
#include "ui/fb-rows.h"
#include "ui/fb-table-clipboard.h"
#include "ui/fb-ui.h"

/* Whether an action means @row. A table is no row that one could delete or move here, and a band shows only a part of
 * what is in it where rows are filtered. */
static gboolean
is_acted (FbTableView *self,
          FbNode      *row)
{
  FbKind kind = fb_node_get_kind (row);

  return !(kind == FB_KIND_MEASURES && fb_rows_is_whole (fb_table_view_get_container (self))) &&
         !(kind == FB_KIND_GROUP && fb_table_view_is_ordered (self));
}

/** Returns: (transfer full): of the selected rows, in the order shown, those that actions are about. */
GPtrArray *
fb_table_view_get_acted (FbTableView *self)
{
  g_autoptr (GPtrArray) rows = fb_table_view_get_selected (self);
  GPtrArray *acted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < rows->len; i++)
    if (is_acted (self, g_ptr_array_index (rows, i)))
      g_ptr_array_add (acted, g_object_ref (g_ptr_array_index (rows, i)));
  return acted;
}

/* What new rows go into, and behind what there; where that is not clear, the user is told. */
static FbNode *
get_place (FbTableView  *self,
           FbNode      **behind)
{
  FbNode *current = fb_table_view_get_current (self);
  FbNode *table = fb_rows_get_table (fb_table_view_get_container (self), current);

  if (table == NULL)
    fb_ui_toast (GTK_WIDGET (self), _("Select what it belongs to first"), NULL, NULL, NULL);
  *behind = current != table ? current : NULL;
  return table;
}

/* What can be pasted into a container and what is below it. */
static guint64
get_row_kinds (FbKind container)
{
  guint64 kinds = fb_kind_get_info (container)->children;

  for (FbKind kind = 0; kind < FB_N_KINDS; kind++)
    if (fb_kind_allows_child (container, kind) && kind == FB_KIND_GOAL)
      kinds |= fb_kind_get_info (kind)->children;

  return kinds & ~FB_KIND_MASK (FB_KIND_COLUMN);
}

static void
add (FbTableView *self,
     FbKind       kind)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new ();
  FbNode *behind;
  FbNode *table = get_place (self, &behind);
  FbNode *node = table != NULL ? fb_rows_add (fb_table_view_get_document (self), table, behind, kind) : NULL;

  if (table == NULL)
    return;
  if (node == NULL)
    {
      fb_ui_toast (GTK_WIDGET (self), _("Select what it belongs to first"), NULL, NULL, NULL);
      return;
    }

  g_ptr_array_add (added, node);
  fb_table_view_select_new (self, added);
  fb_table_view_edit (self, NULL);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  FbTableView *self = FB_TABLE_VIEW (widget);
  FbNode *current = fb_table_view_get_current (self);
  FbKind container = fb_node_get_kind (fb_table_view_get_container (self));
  FbKind kind = fb_rows_get_kind (container);

  /* Another of what is selected; behind a band begins its first row. */
  if (current != NULL && container == FB_KIND_GOALS)
    kind = fb_node_get_kind (current);
  add (self, kind);
}

static void
add_band (FbTableView *self)
{
  g_autoptr (GPtrArray) rows = fb_table_view_get_selected (self);
  FbNode *current = rows->len == 1 ? g_ptr_array_index (rows, 0) : NULL;
  FbNode *behind;
  FbNode *table = get_place (self, &behind);
  FbNode *band;

  if (table == NULL)
    return;
  /* Only what stands in the table of the current row goes into its band. */
  for (guint i = rows->len; i > 0; i--)
    if (rows->pdata[i - 1] == table || !fb_node_is_ancestor (table, rows->pdata[i - 1]))
      g_ptr_array_remove_index (rows, i - 1);

  /* A single row is where one is; only several are meant to go into the band. */
  if (current != NULL && fb_node_get_kind (current) == FB_KIND_MEASURE &&
      fb_node_get_kind (fb_node_get_parent (current)) == FB_KIND_GROUP)
    {
      FbNode *around = g_object_ref (fb_node_get_parent (current));

      g_ptr_array_set_size (rows, 0);
      g_ptr_array_add (rows, around);
    }
  band = fb_rows_wrap (fb_table_view_get_document (self), table, rows);
  if (band == NULL)
    return;

  fb_table_view_select_one (self, band, TRUE);
  fb_table_view_edit (self, NULL);
}

static void
add_kind_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  FbKind kind;

  if (!fb_kind_from_element (g_variant_get_string (parameter, NULL), &kind))
    return;

  if (kind == FB_KIND_GROUP)
    add_band (FB_TABLE_VIEW (widget));
  else
    add (FB_TABLE_VIEW (widget), kind);
}

/* A goal below the selected one: fb_rows_add() would put it beside. */
static void
add_below_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  FbTableView *self = FB_TABLE_VIEW (widget);
  FbDocument *document = fb_table_view_get_document (self);
  FbNode *current = fb_table_view_get_current (self);
  g_autoptr (FbNode) node = NULL;
  g_autofree char *label = NULL;

  if (current == NULL || !fb_document_can_insert (document, current, FB_KIND_GOAL))
    return;

  node = fb_document_create_node (document, FB_KIND_GOAL);
  label = g_strdup_printf (_("Add %s"), fb_kind_get_label (FB_KIND_GOAL));
  fb_document_begin (document, label);
  fb_document_insert_one (document, current, fb_node_get_n_children (current), node, NULL);
  fb_document_end (document);
  fb_table_view_select_one (self, node, TRUE);
  fb_table_view_edit (self, NULL);
}

static void
duplicate_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  FbTableView *self = FB_TABLE_VIEW (widget);
  g_autoptr (GPtrArray) rows = fb_table_view_get_acted (self);
  g_autoptr (GPtrArray) copies = NULL;

  if (rows->len == 0)
    return;

  copies = fb_rows_duplicate (fb_table_view_get_document (self), rows);
  fb_table_view_select_new (self, copies);
}

static void
delete_rows (FbTableView *self,
             const char  *label)
{
  g_autoptr (GPtrArray) rows = fb_table_view_get_acted (self);
  g_autoptr (GPtrArray) tops = fb_rows_get_tops (rows);
  g_autofree char *title = NULL;
  g_autofree char *message = NULL;

  if (tops->len == 0)
    return;

  title = fb_node_dup_label (g_ptr_array_index (tops, 0));
  message = tops->len == 1 ? g_strdup_printf (_("“%s” deleted"), title)
                           : g_strdup_printf (ngettext ("%u row deleted", "%u rows deleted", tops->len), tops->len);
  fb_rows_delete (fb_table_view_get_document (self), rows, label);
  fb_table_view_focus (self);
  fb_ui_toast (GTK_WIDGET (self), message, _("_Undo"), "win.undo", NULL);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  delete_rows (FB_TABLE_VIEW (widget), _("Delete Rows"));
}

static void
copy_rows (FbTableView *self)
{
  g_autoptr (GPtrArray) rows = fb_table_view_get_acted (self);
  g_autoptr (GPtrArray) tops = fb_rows_get_tops (rows);
  g_autoptr (GBytes) bytes = tops->len > 0 ? fb_clip_to_bytes (tops) : NULL;
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autoptr (GPtrArray) measures = g_ptr_array_new ();
  g_autofree char *words = NULL;
  GdkContentProvider *providers[2];

  if (bytes == NULL)
    return;

  for (guint i = 0; i < rows->len; i++)
    if (fb_node_get_kind (g_ptr_array_index (rows, i)) == FB_KIND_MEASURE)
      g_ptr_array_add (measures, g_ptr_array_index (rows, i));
  words = fb_rows_text_write (fb_table_view_get_document (self), fb_table_view_get_columns (self), rows);
  providers[0] = gdk_content_provider_new_for_bytes (FB_CLIP_MEDIA_TYPE, bytes);
  /* Measures go to spreadsheets and word processors with their steps. */
  providers[1] = measures->len > 0 ? fb_table_clipboard_copy (fb_table_view_get_document (self), measures)
                                   : gdk_content_provider_new_typed (G_TYPE_STRING, words);
  provider = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  copy_rows (FB_TABLE_VIEW (widget));
}

static void
cut_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  copy_rows (FB_TABLE_VIEW (widget));
  delete_rows (FB_TABLE_VIEW (widget), _("Cut Rows"));
}

static void
insert_pasted (FbTableView *self,
               GPtrArray   *nodes)
{
  FbDocument *document = fb_table_view_get_document (self);
  g_autoptr (GPtrArray) inserted = NULL;
  FbNode *behind;
  FbNode *table = get_place (self, &behind);

  if (table == NULL)
    return;

  fb_document_begin (document, _("Paste Rows"));
  inserted = fb_rows_insert (document, table, behind, nodes, _("Paste Rows"));
  fb_document_end (document);
  fb_table_view_select_new (self, inserted);
}

static void
rows_pasted (GtkWidget *widget,
             GPtrArray *rows)
{
  FbTableView *self = FB_TABLE_VIEW (widget);

  if (fb_table_view_get_container (self) != NULL)
    fb_table_view_select_new (self, rows);
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (FbTableView) self = data;
  g_autofree char *words = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GPtrArray) nodes = NULL;

  if (fb_table_view_get_container (self) == NULL)
    return;
  if (words != NULL)
    nodes = fb_rows_text_read (fb_table_view_get_document (self), fb_table_view_get_columns (self),
                               fb_rows_get_kind (fb_node_get_kind (fb_table_view_get_container (self))), words);
  if (nodes == NULL || nodes->len == 0)
    fb_ui_toast (GTK_WIDGET (self), _("There are no rows on the clipboard"), NULL, NULL, NULL);
  else
    insert_pasted (self, nodes);
}

static void
paste_bytes (FbTableView *self,
             GBytes      *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) nodes = NULL;
  FbKind container;

  /* Meanwhile the page may show nothing. */
  if (fb_table_view_get_container (self) == NULL)
    return;

  container = fb_node_get_kind (fb_table_view_get_container (self));
  if (container == FB_KIND_CONCEPT)
    container = FB_KIND_MEASURES;
  nodes = fb_clip_from_bytes (fb_table_view_get_document (self), bytes, get_row_kinds (container), &error);
  if (nodes == NULL)
    {
      fb_ui_toast (GTK_WIDGET (self), error->message, NULL, NULL, NULL);
      return;
    }
  if (nodes->len == 0)
    {
      fb_ui_toast (GTK_WIDGET (self), _("What was copied has no place here"), NULL, NULL, NULL);
      return;
    }

  insert_pasted (self, nodes);
}

static void
spliced_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (FbTableView) self = data;
  GMemoryOutputStream *stream = G_MEMORY_OUTPUT_STREAM (source);
  g_autoptr (GBytes) bytes = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, NULL) < 0)
    return;

  bytes = g_memory_output_stream_steal_as_bytes (stream);
  paste_bytes (self, bytes);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (FbTableView) self = data;
  g_autoptr (GOutputStream) memory = NULL;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  FbNode *container = fb_table_view_get_container (self);

  if (stream == NULL && container != NULL && fb_rows_get_kind (fb_node_get_kind (container)) == FB_KIND_MEASURE)
    {
      FbNode *behind;
      FbNode *table = get_place (self, &behind);

      if (table != NULL)
        fb_table_clipboard_paste (GTK_WIDGET (self), fb_table_view_get_document (self), table, behind, rows_pasted);
      return;
    }
  /* Rows of a spreadsheet come as text. */
  if (stream == NULL)
    {
      gdk_clipboard_read_text_async (GDK_CLIPBOARD (source), NULL, text_read_cb, g_object_ref (self));
      return;
    }

  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, spliced_cb, g_object_ref (self));
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  static const char *media_types[] = { FB_CLIP_MEDIA_TYPE, NULL };

  if (fb_table_view_get_container (FB_TABLE_VIEW (widget)) == NULL)
    return;

  gdk_clipboard_read_async (gtk_widget_get_clipboard (widget), media_types, G_PRIORITY_DEFAULT, NULL, read_cb,
                            g_object_ref (widget));
}

static const struct
{
  const char *action;
  FbRowsDirection direction;
} moves[] = {
  { "table.move-up", FB_ROWS_UP },
  { "table.move-down", FB_ROWS_DOWN },
  { "table.promote", FB_ROWS_OUT },
  { "table.demote", FB_ROWS_IN },
};

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  FbTableView *self = FB_TABLE_VIEW (widget);
  g_autoptr (GPtrArray) rows = fb_table_view_get_acted (self);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (g_str_equal (moves[i].action, name) &&
        fb_rows_move (fb_table_view_get_document (self), rows, moves[i].direction))
      fb_table_view_select (self, rows, TRUE);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  fb_table_view_edit (FB_TABLE_VIEW (widget), NULL);
}

static void
rename_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  FbNode *current = fb_table_view_get_current (FB_TABLE_VIEW (widget));
  const FbProperty *title = current != NULL ? fb_kind_get_title (fb_node_get_kind (current)) : NULL;

  if (title != NULL)
    fb_table_view_edit (FB_TABLE_VIEW (widget), title->name);
}

static void
toggle_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  FbTableView *self = FB_TABLE_VIEW (widget);
  FbNode *node = fb_document_lookup (fb_table_view_get_document (self), g_variant_get_string (parameter, NULL));

  if (node != NULL)
    fb_table_view_toggle (self, node);
}

static void
filter_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  fb_table_view_set_filtering (FB_TABLE_VIEW (widget), !fb_table_view_get_filtering (FB_TABLE_VIEW (widget)));
}

/* The menu */

void
fb_table_view_popup (FbTableView *self,
                     double       x,
                     double       y)
{
  g_autoptr (GMenu) model = fb_table_view_make_menu (self);

  fb_ui_popup_menu (GTK_WIDGET (self), G_MENU_MODEL (model), x, y);
}

/* Where a menu for the current row opens. */
static graphene_point_t
get_row_point (FbTableView *self)
{
  GtkWidget *row = fb_table_view_get_row_widget (self, fb_table_view_get_current (self));
  graphene_point_t point;

  if (row == NULL || !gtk_widget_compute_point (row, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (24, 24), &point))
    point = GRAPHENE_POINT_INIT (24, 24);
  return point;
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  graphene_point_t point = get_row_point (FB_TABLE_VIEW (widget));

  fb_table_view_popup (FB_TABLE_VIEW (widget), point.x, point.y);
}

static void
move_to_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  graphene_point_t point = get_row_point (FB_TABLE_VIEW (widget));

  fb_table_view_move_to (FB_TABLE_VIEW (widget), point.x, point.y);
}

/* From all measures to the table of the current one. */
static void
go_to_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  FbNode *current = fb_table_view_get_current (FB_TABLE_VIEW (widget));

  if (current != NULL)
    gtk_widget_activate_action (widget, "win.go-to", "s", fb_node_get_id (current));
}

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        const char *accelerator)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  if (accelerator != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accelerator);
  g_menu_append_item (menu, item);
}

/** Returns: (transfer full): the context menu of the selected rows. */
GMenu *
fb_table_view_make_menu (FbTableView *self)
{
  GMenu *menu = g_menu_new ();
  FbKind container = fb_node_get_kind (fb_table_view_get_container (self));
  g_autoptr (GMenu) adding = g_menu_new ();
  g_autoptr (GMenu) editing = g_menu_new ();
  g_autoptr (GMenu) moving = g_menu_new ();
  g_autoptr (GMenu) clipping = g_menu_new ();
  g_autofree char *add_label = g_strdup_printf (_("Add %s"), fb_kind_get_label (fb_rows_get_kind (container)));

  append (adding, add_label, "table.add", "Insert");
  if (fb_rows_get_kind (container) == FB_KIND_MEASURE)
    append (adding, _("Add Band"), "table.add-kind::group", "<Ctrl><Shift>b");
  if (container == FB_KIND_GOALS)
    {
      append (adding, _("Add Goal Below"), "table.add-below", "<Ctrl><Shift>Return");
      append (adding, _("Add Indicator"), "table.add-kind::indicator", NULL);
    }
  append (editing, _("Edit"), "table.edit", "Return");
  if (fb_rows_is_whole (fb_table_view_get_container (self)))
    append (editing, _("Show in Its Table"), "table.go-to", "<Ctrl>j");
  append (editing, _("Duplicate"), "table.duplicate", "<Ctrl>d");
  append (editing, _("Delete"), "table.delete", "Delete");
  append (moving, _("Move Up"), "table.move-up", "<Alt>Up");
  append (moving, _("Move Down"), "table.move-down", "<Alt>Down");
  if (fb_rows_get_kind (container) == FB_KIND_MEASURE)
    append (moving, _("Move to Table …"), "table.move-to", "<Ctrl><Shift>m");
  if (container == FB_KIND_GOALS)
    {
      append (moving, _("Promote"), "table.promote", "<Alt>Left");
      append (moving, _("Demote"), "table.demote", "<Alt>Right");
    }
  append (clipping, _("Cut"), "table.cut", "<Ctrl>x");
  append (clipping, _("Copy"), "table.copy", "<Ctrl>c");
  append (clipping, _("Paste"), "table.paste", "<Ctrl>v");

  g_menu_append_section (menu, NULL, G_MENU_MODEL (editing));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (adding));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (moving));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (clipping));
  return menu;
}

typedef enum
{
  NOTHING,
  SELECTION, /* a row, of whatever kind */
  ROWS,      /* rows that can be changed; see fb_table_view_get_acted() */
} Needs;

/* Every action, what it is called with, when it can be used and its keys. Row keys are bound on the table and not in
 * the application, whose accelerators would take them from text fields. */
static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
  Needs needs;
  struct
  {
    guint keyval;
    GdkModifierType modifiers;
  } keys[3];
} actions[] = {
  { "table.add", NULL, add_action, NOTHING, { { GDK_KEY_Insert, 0 }, { GDK_KEY_Return, GDK_CONTROL_MASK } } },
  { "table.add-kind", "s", add_kind_action, NOTHING, { { 0 } } },
  { "table.add-below", NULL, add_below_action, SELECTION, { { GDK_KEY_Return, GDK_CONTROL_MASK | GDK_SHIFT_MASK } } },
  { "table.duplicate", NULL, duplicate_action, ROWS, { { GDK_KEY_d, GDK_CONTROL_MASK } } },
  { "table.delete", NULL, delete_action, ROWS, { { GDK_KEY_Delete, 0 }, { GDK_KEY_KP_Delete, 0 } } },
  { "table.cut", NULL, cut_action, ROWS, { { GDK_KEY_x, GDK_CONTROL_MASK } } },
  { "table.copy", NULL, copy_action, ROWS, { { GDK_KEY_c, GDK_CONTROL_MASK } } },
  { "table.paste", NULL, paste_action, NOTHING, { { GDK_KEY_v, GDK_CONTROL_MASK } } },
  { "table.move-up", NULL, move_action, ROWS, { { GDK_KEY_Up, GDK_ALT_MASK }, { GDK_KEY_KP_Up, GDK_ALT_MASK } } },
  { "table.move-down", NULL, move_action, ROWS,
    { { GDK_KEY_Down, GDK_ALT_MASK }, { GDK_KEY_KP_Down, GDK_ALT_MASK } } },
  { "table.promote", NULL, move_action, ROWS, { { GDK_KEY_Left, GDK_ALT_MASK } } },
  { "table.demote", NULL, move_action, ROWS, { { GDK_KEY_Right, GDK_ALT_MASK } } },
  { "table.move-to", NULL, move_to_action, ROWS, { { GDK_KEY_m, GDK_CONTROL_MASK | GDK_SHIFT_MASK } } },
  { "table.go-to", NULL, go_to_action, SELECTION, { { GDK_KEY_j, GDK_CONTROL_MASK } } },
  { "table.edit", NULL, edit_action, SELECTION, { { 0 } } },
  { "table.rename", NULL, rename_action, SELECTION, { { GDK_KEY_F2, 0 } } },
  { "table.toggle", "s", toggle_action, NOTHING, { { 0 } } },
  { "table.filter", NULL, filter_action, NOTHING, { { GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK } } },
  { "table.menu", NULL, menu_action, NOTHING, { { GDK_KEY_Menu, 0 }, { GDK_KEY_F10, GDK_SHIFT_MASK } } },
};

/** Installs the actions of #FbTableView and their keys. */
void
fb_table_view_class_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
      for (guint j = 0; j < G_N_ELEMENTS (actions[i].keys) && actions[i].keys[j].keyval != 0; j++)
        gtk_widget_class_add_binding_action (widget_class, actions[i].keys[j].keyval, actions[i].keys[j].modifiers,
                                             actions[i].name, NULL);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "table.add-kind",
                                       "s", "group");
}

/** Recomputes which actions can be used: the one place where that is decided. */
void
fb_table_view_update_actions (FbTableView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean any = fb_table_view_get_container (self) != NULL;
  FbNode *current = fb_table_view_get_current (self);

  self->n_acted = 0;
  for (guint i = 0; i < self->selected->len; i++)
    self->n_acted += is_acted (self, g_ptr_array_index (self->selected, i));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (widget, actions[i].name,
                                   any && (actions[i].needs == NOTHING ||
                                           (actions[i].needs == SELECTION ? current != NULL : self->n_acted > 0)));
  /* In another order there is no up and down. */
  for (guint i = 0; i < G_N_ELEMENTS (moves) && any && fb_table_view_is_ordered (self); i++)
    gtk_widget_action_set_enabled (widget, moves[i].action, FALSE);
  gtk_widget_action_set_enabled (widget, "table.move-to", fb_table_view_can_move_to (self));
  gtk_widget_action_set_enabled (widget, "table.go-to",
                                 current != NULL && fb_rows_is_whole (fb_table_view_get_container (self)));
  gtk_widget_action_set_enabled (widget, "table.add-below",
                                 current != NULL && fb_document_can_insert (fb_table_view_get_document (self), current,
                                                                            FB_KIND_GOAL));
}
