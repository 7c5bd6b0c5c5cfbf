/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-prose-toolbar.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-prose-view-private.h"

struct _FbProseToolbar
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (FbProseToolbar, fb_prose_toolbar, GTK_TYPE_WIDGET)

/* The buttons in order; a row without an icon is a gap. */
static const struct
{
  const char *icon;
  const char *name;
  const char *keys;
  const char *action;
  const char *target;
  gboolean toggles;
  GMenuModel *(*menu) (void);
} buttons[] = {
  { "format-text-bold-symbolic", N_("Bold"), "Ctrl+B", "prose.strong", NULL, TRUE, NULL },
  { "format-text-italic-symbolic", N_("Italic"), "Ctrl+I", "prose.emphasis", NULL, TRUE, NULL },
  { NULL, NULL, NULL, NULL, NULL, FALSE, NULL },
  { "view-list-bullet-symbolic", N_("Bullets"), "Shift+F12", "prose.list", "bullet", TRUE, NULL },
  { "view-list-ordered-symbolic", N_("Numbers"), "F12", "prose.list", "decimal", TRUE, NULL },
  { "pan-down-symbolic", N_("List"), NULL, NULL, NULL, FALSE, fb_prose_actions_new_list_menu },
  { "format-indent-less-symbolic", N_("One level up"), "Shift+Tab", "prose.outdent", NULL, FALSE, NULL },
  { "format-indent-more-symbolic", N_("One level down"), "Tab", "prose.indent", NULL, FALSE, NULL },
  { NULL, NULL, NULL, NULL, NULL, FALSE, NULL },
  { "insert-link-symbolic", N_("Link"), "Ctrl+K", "prose.link", NULL, FALSE, NULL },
  { "fb-footnote-symbolic", N_("Footnote"), "Ctrl+Alt+F", "prose.note", NULL, FALSE, NULL },
  { "fb-reference-symbolic", N_("Cross-reference"), "Ctrl+Alt+R", "prose.reference", NULL, FALSE, NULL },
  { NULL, NULL, NULL, NULL, NULL, FALSE, NULL },
  { "view-more-symbolic", N_("More"), NULL, NULL, NULL, FALSE, fb_prose_actions_new_more_menu },
};

static GtkWidget *
new_button (guint i)
{
  GtkWidget *button;

  if (buttons[i].menu != NULL)
    {
      g_autoptr (GMenuModel) menu = buttons[i].menu ();

      button = gtk_menu_button_new ();
      gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), buttons[i].icon);
      gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
      return button;
    }

  button = buttons[i].toggles ? gtk_toggle_button_new () : gtk_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (button), buttons[i].icon);
  if (buttons[i].target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", buttons[i].target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), buttons[i].action);
  /* The caret stays where it is. */
  gtk_widget_set_focus_on_click (button, FALSE);
  return button;
}

static void
fb_prose_toolbar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (fb_prose_toolbar_parent_class)->dispose (object);
}

static void
fb_prose_toolbar_class_init (FbProseToolbarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fb_prose_toolbar_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
  gtk_widget_class_set_css_name (widget_class, "toolbar");
}

static void
fb_prose_toolbar_init (FbProseToolbar *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "prose-toolbar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Text formatting"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *child;
      g_autofree char *tooltip = NULL;

      if (buttons[i].icon == NULL)
        {
          child = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
          gtk_widget_add_css_class (child, "spacer");
          gtk_widget_set_parent (child, GTK_WIDGET (self));
          continue;
        }

      child = new_button (i);
      if (buttons[i].keys != NULL)
        tooltip = g_strdup_printf ("%s (%s)", _(buttons[i].name), buttons[i].keys);
      gtk_widget_set_tooltip_text (child, tooltip != NULL ? tooltip : _(buttons[i].name));
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, _(buttons[i].name), -1);
      gtk_widget_add_css_class (child, "flat");
      gtk_widget_set_parent (child, GTK_WIDGET (self));
    }
}

/** Returns: (transfer floating): a toolbar that belongs to no view yet. */
GtkWidget *
fb_prose_toolbar_new (void)
{
  return g_object_new (FB_TYPE_PROSE_TOOLBAR, NULL);
}

/** Makes it the toolbar of @view, or of none. */
void
fb_prose_toolbar_set_view (FbProseToolbar *self,
                           FbProseView    *view)
{
  gtk_widget_insert_action_group (GTK_WIDGET (self), "prose", view != NULL ? fb_prose_view_get_actions (view) : NULL);
}
