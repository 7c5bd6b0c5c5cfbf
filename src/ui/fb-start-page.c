/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-start-page.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "store/fb-resources.h"

#define MAX_RECENT 6
#define MIME_TYPE "application/x-konzept+xml"

struct _FbStartPage
{
  AdwBin parent_instance;

  GtkWidget *recent_title;
  GtkListBox *recent;
  GtkFlowBox *templates;
  GtkFlowBox *examples;
};

G_DEFINE_FINAL_TYPE (FbStartPage, fb_start_page, ADW_TYPE_BIN)

static void
remove_cb (GtkButton   *button,
           FbStartPage *self)
{
  const char *uri = g_object_get_data (G_OBJECT (button), "uri");

  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}

static GtkWidget *
create_recent_row (FbStartPage   *self,
                   GtkRecentInfo *info)
{
  const char *uri = gtk_recent_info_get_uri (info);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *folder = parent != NULL ? g_file_get_parse_name (parent) : NULL;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("x-office-document-symbolic");
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *name = g_strdup (gtk_recent_info_get_display_name (info));

  if (g_str_has_suffix (name, ".konzept"))
    name[strlen (name) - strlen (".konzept")] = '\0';
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  if (folder != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);

  gtk_widget_set_tooltip_text (button, _("Remove from the List"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove from the List"),
                                  -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  g_object_set_data_full (G_OBJECT (button), "uri", g_strdup (uri), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-uri");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uri);

  return row;
}

static int
compare_recent (gconstpointer a,
                gconstpointer b)
{
  GDateTime *time_a = gtk_recent_info_get_modified ((GtkRecentInfo *) a);
  GDateTime *time_b = gtk_recent_info_get_modified ((GtkRecentInfo *) b);

  return g_date_time_compare (time_b, time_a);
}

static void
update_recent (FbStartPage *self)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  GtkWidget *row;
  guint n = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->recent))) != NULL)
    gtk_list_box_remove (self->recent, row);

  items = g_list_sort (items, compare_recent);
  for (GList *l = items; l != NULL && n < MAX_RECENT; l = l->next)
    {
      GtkRecentInfo *info = l->data;

      if (g_strcmp0 (gtk_recent_info_get_mime_type (info), MIME_TYPE) != 0
          && !g_str_has_suffix (gtk_recent_info_get_uri (info), ".konzept"))
        continue;
      if (gtk_recent_info_is_local (info) && !gtk_recent_info_exists (info))
        continue;
      gtk_list_box_append (self->recent, create_recent_row (self, info));
      n++;
    }
  g_list_free_full (items, (GDestroyNotify)gtk_recent_info_unref);

  gtk_widget_set_visible (self->recent_title, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->recent), n > 0);
}

static GtkWidget *
create_label (const char *words,
              const char *style,
              int         lines)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (label, style);

  return label;
}

static void
append_card (GtkFlowBox *box,
             const char *icon_name,
             const char *title,
             const char *summary,
             const char *action,
             const char *target)
{
  GtkWidget *card = gtk_button_new ();
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  GtkWidget *child;
  g_autofree char *tooltip = summary != NULL && *summary != '\0' ? g_strdup_printf ("%s\n%s", title, summary)
                                                                  : g_strdup (title);

  gtk_widget_set_halign (icon, GTK_ALIGN_START);
  gtk_image_set_icon_size (GTK_IMAGE (icon), GTK_ICON_SIZE_LARGE);
  gtk_widget_add_css_class (icon, "accent");
  gtk_box_append (GTK_BOX (lines), icon);
  gtk_box_append (GTK_BOX (lines), create_label (title, "heading", 3));
  if (summary != NULL && *summary != '\0')
    {
      GtkWidget *label = create_label (summary, "dim-label", 3);

      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (lines), label);
    }
  gtk_button_set_child (GTK_BUTTON (card), lines);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "start-card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_tooltip_text (card, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (card), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (card), "s", target);

  /* The card takes the focus, not what the flow box puts around it. */
  child = gtk_flow_box_child_new ();
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), card);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_append (box, child);
}

static void
append_resources (GtkFlowBox *box,
                  GPtrArray  *resources,
                  const char *icon,
                  const char *action)
{
  for (guint i = 0; i < resources->len; i++)
    {
      FbResource *resource = g_ptr_array_index (resources, i);

      append_card (box, icon, resource->title, resource->summary, action, resource->name);
    }
}

static void
fb_start_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FB_TYPE_START_PAGE);

  G_OBJECT_CLASS (fb_start_page_parent_class)->dispose (object);
}

static void
fb_start_page_class_init (FbStartPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fb_start_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/feldbuch/Feldbuch/ui/fb-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FbStartPage, recent_title);
  gtk_widget_class_bind_template_child (widget_class, FbStartPage, recent);
  gtk_widget_class_bind_template_child (widget_class, FbStartPage, templates);
  gtk_widget_class_bind_template_child (widget_class, FbStartPage, examples);
}

static void
fb_start_page_init (FbStartPage *self)
{
  g_autoptr (GPtrArray) templates = fb_templates_list ();
  g_autoptr (GPtrArray) examples = fb_examples_list ();

  gtk_widget_init_template (GTK_WIDGET (self));

  append_resources (self->templates, templates, "document-new-symbolic", "win.new-from-template");
  append_resources (self->examples, examples, "x-office-document-symbolic", "win.open-example");
  update_recent (self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (update_recent), self,
                           G_CONNECT_SWAPPED);
}

/** Returns: (transfer floating): a start page */
GtkWidget *
fb_start_page_new (void)
{
  return g_object_new (FB_TYPE_START_PAGE, NULL);
}
