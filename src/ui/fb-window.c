/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-window.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-file-banner.h"
#include "ui/fb-session-state.h"
#include "ui/fb-settings.h"
#include "ui/fb-start-page.h"
#include "ui/fb-window-actions.h"
#include "ui/fb-window-files.h"

struct _FbWindow
{
  AdwApplicationWindow parent_instance;

  GtkStack *stack;
  AdwBin *start;
  FbEditor *editor;
  FbFileBanner *banner;
  FbFindBar *find_bar;
  FbFindingsPanel *findings;

  FbDocument *document;
  GFile *file; /* or NULL: never saved */
};

G_DEFINE_FINAL_TYPE (FbWindow, fb_window, ADW_TYPE_APPLICATION_WINDOW)

/* The name of the document, for its title, its edition and whether it differs from the file. */
static void
update_title (FbWindow *self)
{
  g_autofree char *name = fb_window_dup_name (self);
  g_autofree char *subtitle = NULL;
  const char *edition;
  FbNode *root;

  if (self->document == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), "Feldbuch");
      return;
    }

  root = fb_document_get_root (self->document);
  edition = fb_node_get_words (root, "edition");
  if (edition == NULL || *edition == '\0')
    subtitle = g_strdup (fb_document_get_modified (self->document) ? _("Edited") : "");
  else if (fb_document_get_modified (self->document))
    /* Translators: below the title of a window; %s is the edition, such as “Fortschreibung 2016” */
    subtitle = g_strdup_printf (_("%s – edited"), edition);
  else
    subtitle = g_strdup (edition);

  gtk_window_set_title (GTK_WINDOW (self), name);
  g_object_set (self->editor, "title", name, "subtitle", subtitle, NULL);
}

static void
document_notify_cb (FbWindow *self)
{
  update_title (self);
  fb_window_update_actions (self);
}

static void
root_changed_cb (FbWindow *self)
{
  update_title (self);
}

static void
remember_selection (FbWindow *self)
{
  FbNode *selected = fb_editor_get_selected (self->editor);

  if (self->file != NULL && selected != NULL)
    fb_session_state_set_selected (self->file, fb_node_get_id (selected));
}

static void
remember_geometry (FbWindow *self)
{
  GSettings *settings = fb_settings_get ();
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", MAX (width, 360));
  g_settings_set_int (settings, "window-height", MAX (height, 294));
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

/* Who comes back from another program may have written the file there. */
static void
active_cb (FbWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    fb_file_banner_check (self->banner);
}

/* A picture goes where a picture belongs, all else is opened. */
static void
open_dropped (FbWindow  *self,
              GFile     *file,
              GtkWidget *below)
{
  g_autofree char *uri = g_file_get_uri (file);

  if (below == NULL || g_str_has_suffix (uri, ".konzept")
      || !gtk_widget_activate_action (below, "image.load", "s", uri))
    fb_window_open_file (gtk_window_get_application (GTK_WINDOW (self)), self, file);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         FbWindow      *self)
{
  GtkWidget *below = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GSList *files = g_value_get_boxed (value);

  /* The first file may take the place of the start page. */
  if (below != NULL)
    g_object_ref (below);
  for (GSList *l = files; l != NULL; l = l->next)
    open_dropped (self, l->data, below);
  g_clear_object (&below);

  return files != NULL;
}

static gboolean
fb_window_close_request (GtkWindow *window)
{
  FbWindow *self = FB_WINDOW (window);

  remember_geometry (self);
  if (fb_window_ask_to_close (self))
    return TRUE;

  return GTK_WINDOW_CLASS (fb_window_parent_class)->close_request (window);
}

/* Where one begins: on the row of the page that is shown. */
static void
focus_outline (FbWindow *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fb_outline_focus (fb_editor_get_outline (self->editor));
}

/* The start page is made only where it is seen. */
static void
fb_window_map (GtkWidget *widget)
{
  FbWindow *self = FB_WINDOW (widget);

  if (self->document == NULL && adw_bin_get_child (self->start) == NULL)
    adw_bin_set_child (self->start, fb_start_page_new ());

  GTK_WIDGET_CLASS (fb_window_parent_class)->map (widget);
  if (self->document != NULL)
    focus_outline (self);
}

static void
clear_document (FbWindow *self)
{
  if (self->document != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->document, self);
      g_signal_handlers_disconnect_by_data (fb_document_get_root (self->document), self);
    }
  g_clear_object (&self->document);
  g_clear_object (&self->file);
}

static void
fb_window_dispose (GObject *object)
{
  FbWindow *self = FB_WINDOW (object);

  if (self->document != NULL)
    {
      remember_selection (self);
      clear_document (self);
      fb_find_bar_close (self->find_bar);
      fb_file_banner_set_document (self->banner, NULL, NULL);
      fb_findings_panel_set_document (self->findings, NULL);
      fb_editor_set_document (self->editor, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (object), FB_TYPE_WINDOW);

  G_OBJECT_CLASS (fb_window_parent_class)->dispose (object);
}

static void
fb_window_class_init (FbWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fb_window_dispose;
  widget_class->map = fb_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = fb_window_close_request;

  g_type_ensure (FB_TYPE_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/feldbuch/Feldbuch/ui/fb-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FbWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, FbWindow, start);
  gtk_widget_class_bind_template_child (widget_class, FbWindow, editor);

  fb_window_class_install_actions (widget_class);
}

static void
add_property_action (FbWindow   *self,
                     const char *name,
                     gpointer    object,
                     const char *property)
{
  g_autoptr (GPropertyAction) action = g_property_action_new (name, object, property);

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

static void
fb_window_init (FbWindow *self)
{
  GSettings *settings = fb_settings_get ();
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GSettingsBindFlags flags = G_SETTINGS_BIND_GET | G_SETTINGS_BIND_SET | G_SETTINGS_BIND_GET_NO_CHANGES;

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_settings_bind (settings, "sidebar-visible", self->editor, "keeps-outline", flags);
  g_settings_bind (settings, "inspector-visible", self->editor, "keeps-inspector", flags);

  /* Before prose and entries, which would take the path of a file for words. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));

  self->find_bar = FB_FIND_BAR (fb_find_bar_new ());
  fb_find_bar_set_editor (self->find_bar, self->editor);
  self->banner = FB_FILE_BANNER (fb_file_banner_new ());
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->banner));
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->find_bar));
  fb_editor_set_top (self->editor, top);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  self->findings = FB_FINDINGS_PANEL (fb_findings_panel_new ());
  fb_findings_panel_set_editor (self->findings, self->editor);
  fb_editor_set_bottom (self->editor, GTK_WIDGET (self->findings));

  add_property_action (self, "show-outline", self->editor, "outline-visible");
  add_property_action (self, "show-inspector", self->editor, "inspector-visible");
  add_property_action (self, "show-findings", self->findings, "open");
  update_title (self);
  fb_window_update_actions (self);
}

/** Returns: (transfer none): a window with the start page, owned by @application */
FbWindow *
fb_window_new (GtkApplication *application)
{
  return g_object_new (FB_TYPE_WINDOW, "application", application, NULL);
}

/** Returns: (transfer none) (nullable): the document that is open in the window */
FbDocument *
fb_window_get_document (FbWindow *self)
{
  g_return_val_if_fail (FB_IS_WINDOW (self), NULL);

  return self->document;
}

/**
 * fb_window_set_document:
 * @document: the document to show
 * @file: (nullable): the file it came from; NULL when it has none yet
 */
void
fb_window_set_document (FbWindow   *self,
                        FbDocument *document,
                        GFile      *file)
{
  g_return_if_fail (FB_IS_WINDOW (self));
  g_return_if_fail (FB_IS_DOCUMENT (document));

  clear_document (self);
  self->document = g_object_ref (document);
  self->file = file != NULL ? g_object_ref (file) : NULL;
  g_signal_connect_object (document, "notify", G_CALLBACK (document_notify_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (fb_document_get_root (document), "changed", G_CALLBACK (root_changed_cb), self,
                           G_CONNECT_SWAPPED);
  fb_file_banner_set_document (self->banner, document, file);
  fb_editor_set_document (self->editor, document);
  fb_findings_panel_set_document (self->findings, document);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->editor));
  focus_outline (self);
  document_notify_cb (self);
}

/** Returns: (transfer none) (nullable): the file of the document */
GFile *
fb_window_get_file (FbWindow *self)
{
  g_return_val_if_fail (FB_IS_WINDOW (self), NULL);

  return self->file;
}

/** Says in which file the document is now. */
void
fb_window_set_file (FbWindow *self,
                    GFile    *file)
{
  g_return_if_fail (FB_IS_WINDOW (self));

  g_set_object (&self->file, file);
  fb_file_banner_set_document (self->banner, self->document, file);
  update_title (self);
  fb_window_update_actions (self);
}

/* Gives the focus back without selecting the whole entry, which the next key would then replace. */
static void
refocus (GtkWidget *focus)
{
  int start;
  int end;

  if (!GTK_IS_TEXT (focus))
    {
      gtk_widget_grab_focus (focus);
      return;
    }

  gtk_editable_get_selection_bounds (GTK_EDITABLE (focus), &start, &end);
  gtk_text_grab_focus_without_selecting (GTK_TEXT (focus));
  gtk_editable_select_region (GTK_EDITABLE (focus), start, end);
}

/** Takes into the document what is being typed and an entry has not handed over yet. */
void
fb_window_commit (FbWindow *self)
{
  GtkWidget *focus;

  g_return_if_fail (FB_IS_WINDOW (self));

  /* Entries hand over when they lose the focus. */
  focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (self->document != NULL && focus != NULL)
    {
      g_object_ref (focus);
      gtk_window_set_focus (GTK_WINDOW (self), NULL);
      if (gtk_widget_get_root (focus) == GTK_ROOT (self))
        refocus (focus);
      g_object_unref (focus);
    }
  if (self->document != NULL)
    fb_document_seal (self->document);
}

/** Returns: (transfer full): what to call the document: its title, its file's name, or “Unnamed Concept” */
char *
fb_window_dup_name (FbWindow *self)
{
  const char *title;

  g_return_val_if_fail (FB_IS_WINDOW (self), NULL);

  title = self->document != NULL ? fb_node_get_title (fb_document_get_root (self->document)) : NULL;
  if (title != NULL && *title != '\0')
    {
      char *name = g_strdup (title);

      return g_strdelimit (name, "\n", ' ');
    }
  if (self->file != NULL)
    {
      g_autofree char *base = g_file_get_basename (self->file);

      return g_filename_display_name (base);
    }

  return g_strdup (_("Unnamed Concept"));
}

/** Returns: (transfer none): the editor of the window's document */
FbEditor *
fb_window_get_editor (FbWindow *self)
{
  g_return_val_if_fail (FB_IS_WINDOW (self), NULL);

  return self->editor;
}

/** Returns: (transfer none): the bar that finds and replaces */
FbFindBar *
fb_window_get_find_bar (FbWindow *self)
{
  g_return_val_if_fail (FB_IS_WINDOW (self), NULL);

  return self->find_bar;
}

/** Returns: (transfer none): the panel of what the checks have found */
FbFindingsPanel *
fb_window_get_findings (FbWindow *self)
{
  g_return_val_if_fail (FB_IS_WINDOW (self), NULL);

  return self->findings;
}
