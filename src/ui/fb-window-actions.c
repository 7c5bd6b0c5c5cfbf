/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-window-actions.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-export-dialog.h"
#include "ui/fb-import-dialog.h"
#include "ui/fb-properties-dialog.h"
#include "ui/fb-shortcuts.h"
#include "ui/fb-ui.h"
#include "ui/fb-window-files.h"

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  fb_window_choose_file (FB_WINDOW (widget));
}

static void
open_uri_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  fb_window_open_file (gtk_window_get_application (GTK_WINDOW (widget)), FB_WINDOW (widget), file);
}

static void
open_example_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  fb_window_open_example (FB_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
new_from_template_action (GtkWidget  *widget,
                          const char *name,
                          GVariant   *parameter)
{
  fb_window_open_template (FB_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  fb_window_save (FB_WINDOW (widget), g_str_equal (name, "win.save-as"), FALSE);
}

static void
exported_cb (FbExportDialog *dialog,
             GFile          *file,
             FbWindow       *self)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *uri = g_file_get_uri (file);
  /* Translators: %s is the name of a file */
  g_autofree char *message = g_strdup_printf (_("Exported “%s”"), name);

  fb_ui_toast (GTK_WIDGET (fb_window_get_editor (self)), message, _("_Open"), "win.launch",
               g_variant_new_string (uri));
}

static void
reload_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  fb_window_reload (FB_WINDOW (widget));
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  FbWindow *self = FB_WINDOW (widget);
  GtkWidget *dialog;

  fb_window_commit (self);
  dialog = fb_export_dialog_new (fb_window_get_document (self), fb_editor_get_selected (fb_window_get_editor (self)),
                                 fb_window_get_file (self));
  if (parameter != NULL)
    fb_export_dialog_set_actor (FB_EXPORT_DIALOG (dialog), g_variant_get_string (parameter, NULL));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Reads into the table that is shown, or by their ids into any. */
static void
import_table_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  FbWindow *self = FB_WINDOW (widget);
  FbNode *selected = fb_editor_get_selected (fb_window_get_editor (self));
  FbNode *table = selected != NULL && fb_node_get_kind (selected) == FB_KIND_MEASURES ? selected : NULL;

  fb_window_commit (self);
  fb_import_dialog_open (GTK_WINDOW (self), fb_window_get_document (self), table);
}

/* Opens a file in the program that the desktop has for it. */
static void
launch_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_show_uri (GTK_WINDOW (widget), g_variant_get_string (parameter, NULL), GDK_CURRENT_TIME);
}

static void
document_properties_action (GtkWidget  *widget,
                            const char *name,
                            GVariant   *parameter)
{
  GtkWidget *dialog = fb_properties_dialog_new (fb_window_get_document (FB_WINDOW (widget)));

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (widget));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  fb_document_undo (fb_window_get_document (FB_WINDOW (widget)));
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  fb_document_redo (fb_window_get_document (FB_WINDOW (widget)));
}

static void
go_to_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  FbWindow *self = FB_WINDOW (widget);
  FbNode *node = fb_document_lookup (fb_window_get_document (self), g_variant_get_string (parameter, NULL));

  if (node != NULL)
    fb_editor_go_to (fb_window_get_editor (self), node, NULL, 0, 0);
}

/* The pages that show the whole concept; see fb_outline_set_overview(). */
static void
show_overview_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  FbEditor *editor = fb_window_get_editor (FB_WINDOW (widget));

  fb_outline_set_overview (fb_editor_get_outline (editor), g_variant_get_string (parameter, NULL));
  fb_page_focus (fb_editor_get_page (editor));
}

static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  fb_find_bar_open (fb_window_get_find_bar (FB_WINDOW (widget)), g_str_equal (name, "win.replace"));
}

static void
find_step_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  fb_find_bar_step (fb_window_get_find_bar (FB_WINDOW (widget)), g_str_equal (name, "win.find-next"));
}

static void
finding_step_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  fb_findings_panel_step (fb_window_get_findings (FB_WINDOW (widget)), g_str_equal (name, "win.next-finding"));
}

static void
focus_outline_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  FbEditor *editor = fb_window_get_editor (FB_WINDOW (widget));

  g_object_set (editor, "outline-visible", TRUE, NULL);
  fb_outline_focus (fb_editor_get_outline (editor));
}

static void
focus_page_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  fb_page_focus (fb_editor_get_page (fb_window_get_editor (FB_WINDOW (widget))));
}

static void
focus_inspector_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  FbEditor *editor = fb_window_get_editor (FB_WINDOW (widget));
  GtkWidget *inspector = fb_page_get_inspector (fb_editor_get_page (editor));

  if (inspector == NULL)
    return;
  g_object_set (editor, "inspector-visible", TRUE, NULL);
  gtk_widget_child_focus (inspector, GTK_DIR_TAB_FORWARD);
}

/* The pages in the order of the outline, which is that of the document. */
static void
turn_page_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  FbWindow *self = FB_WINDOW (widget);
  FbEditor *editor = fb_window_get_editor (self);
  FbNode *root = fb_document_get_root (fb_window_get_document (self));
  FbNode *selected = fb_editor_get_selected (editor);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean on_page;
  gboolean forward = g_str_equal (name, "win.next-page");
  FbNode *before = NULL;
  FbNode *found = NULL;

  for (FbNode *node = root; node != NULL && found == NULL; node = fb_node_get_next (node, root))
    {
      if (!fb_outline_shows_kind (fb_node_get_kind (node)))
        continue;
      if (forward ? before == selected : node == selected)
        found = forward ? node : before;
      before = node;
    }
  if (found == NULL)
    return;

  /* Who writes goes on writing. */
  on_page = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (fb_editor_get_page (editor)));
  fb_editor_select (editor, found);
  if (on_page)
    fb_page_focus (fb_editor_get_page (editor));
}

static void
show_shortcuts_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  GtkWidget *window = fb_shortcuts_new_window ();

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (widget));
  gtk_window_present (GTK_WINDOW (window));
}

/* All that a window can do: name, type of the parameter, function, and whether it takes a document. */
static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
  gboolean needs_document;
} actions[] = {
  { "win.open", NULL, open_action, FALSE },
  { "win.open-uri", "s", open_uri_action, FALSE },
  { "win.open-example", "s", open_example_action, FALSE },
  { "win.new-from-template", "s", new_from_template_action, FALSE },
  { "win.reload", NULL, reload_action, TRUE },
  { "win.save", NULL, save_action, TRUE },
  { "win.save-as", NULL, save_action, TRUE },
  { "win.export", NULL, export_action, TRUE },
  { "win.export-tasks", "s", export_action, TRUE },
  { "win.import-table", NULL, import_table_action, TRUE },
  { "win.document-properties", NULL, document_properties_action, TRUE },
  { "win.launch", "s", launch_action, FALSE },
  { "win.undo", NULL, undo_action, TRUE },
  { "win.redo", NULL, redo_action, TRUE },
  { "win.find", NULL, find_action, TRUE },
  { "win.replace", NULL, find_action, TRUE },
  { "win.find-next", NULL, find_step_action, TRUE },
  { "win.find-previous", NULL, find_step_action, TRUE },
  { "win.next-finding", NULL, finding_step_action, TRUE },
  { "win.previous-finding", NULL, finding_step_action, TRUE },
  { "win.go-to", "s", go_to_action, TRUE },
  { "win.show-overview", "s", show_overview_action, TRUE },
  { "win.focus-outline", NULL, focus_outline_action, TRUE },
  { "win.focus-page", NULL, focus_page_action, TRUE },
  { "win.focus-inspector", NULL, focus_inspector_action, TRUE },
  { "win.next-page", NULL, turn_page_action, TRUE },
  { "win.previous-page", NULL, turn_page_action, TRUE },
  { "win.show-shortcuts", NULL, show_shortcuts_action, FALSE },
};

/** Installs the actions of #FbWindow. */
void
fb_window_class_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}

/** Recomputes which actions can be used: the one place where that is decided. */
void
fb_window_update_actions (FbWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  FbDocument *document = fb_window_get_document (self);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (widget, actions[i].name, !actions[i].needs_document || document != NULL);

  gtk_widget_action_set_enabled (widget, "win.reload", document != NULL && fb_window_get_file (self) != NULL);
  gtk_widget_action_set_enabled (widget, "win.undo", document != NULL && fb_document_can_undo (document));
  gtk_widget_action_set_enabled (widget, "win.redo", document != NULL && fb_document_can_redo (document));
}
