/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-ui.h"

#include <glib/gi18n-lib.h>

#include "ui/feldbuch-ui-resources.h"

/**
 * fb_ui_init:
 *
 * Makes the templates, the style and the icons of the program known. The application does so at its start; a test
 * of a single widget does so itself.
 */
void
fb_ui_init (void)
{
  static gboolean done;
  g_autoptr (GtkCssProvider) provider = NULL;
  GdkDisplay *display;

  if (done)
    return;
  done = TRUE;

  g_resources_register (feldbuch_ui_get_resource ());
  adw_init ();

  display = gdk_display_get_default ();
  if (display == NULL)
    return;

  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display), FB_UI_RESOURCE "icons");
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, FB_UI_RESOURCE "ui/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/**
 * fb_ui_toast:
 * @widget: any widget of the window that should show it
 * @message: one translated line
 * @button: (nullable): the translated label of a button
 * @action: (nullable): the action of the button
 * @target: (nullable): the action's parameter; a floating reference is taken
 *
 * Shows @message at the bottom of the window of @widget for some seconds. A widget in no window shows nothing.
 */
void
fb_ui_toast (GtkWidget  *widget,
             const char *message,
             const char *button,
             const char *action,
             GVariant   *target)
{
  g_autoptr (GVariant) parameter = target != NULL ? g_variant_ref_sink (target) : NULL;
  g_autofree char *markup = NULL;
  GtkWidget *overlay;
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  if (overlay == NULL)
    return;

  /* The title of a toast is markup. */
  markup = g_markup_escape_text (message, -1);
  toast = adw_toast_new (markup);
  if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_action_name (toast, action);
      adw_toast_set_action_target_value (toast, parameter);
    }
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

/** Tells the user, in a dialog over @parent, what went wrong. Both texts are translated. */
void
fb_ui_show_error (GtkWindow  *parent,
                  const char *heading,
                  const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

/** Returns: (transfer full): the name of a file without its folder, as it is shown */
char *
fb_ui_dup_file_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base);
}

static void
remove_popover (gpointer data)
{
  g_autoptr (GtkWidget) popover = data;

  /* It is gone from there already if its parent has been disposed. */
  gtk_widget_unparent (popover);
}

static void
popover_closed_cb (GtkWidget *popover)
{
  /* Not at once: the action that was chosen is still to come. */
  g_idle_add_once (remove_popover, g_object_ref (popover));
}

/**
 * fb_ui_popup:
 * @parent: a widget that stays while the popover is open, and unparents its children when it is disposed
 * @popover: (transfer floating): a popover
 * @x: in @parent
 * @y: in @parent
 *
 * Opens a popover, which goes once it is closed.
 */
void
fb_ui_popup (GtkWidget *parent,
             GtkWidget *popover,
             double     x,
             double     y)
{
  gtk_widget_set_parent (popover, parent);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  g_signal_connect (popover, "closed", G_CALLBACK (popover_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/**
 * fb_ui_popup_menu:
 * @model: the items, with actions of @parent or around it
 *
 * Opens a context menu; see fb_ui_popup().
 */
void
fb_ui_popup_menu (GtkWidget  *parent,
                  GMenuModel *model,
                  double      x,
                  double      y)
{
  fb_ui_popup (parent, gtk_popover_menu_new_from_model (model), x, y);
}

static void
setup_choice_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item,
                 gpointer                  max_chars)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END,
                                               "width-chars", 4, "max-width-chars", GPOINTER_TO_INT (max_chars),
                                               "hexpand", TRUE, NULL));
}

static void
bind_choice_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/**
 * fb_ui_shorten_drop_down:
 * @drop_down: one of strings
 * @max_chars: how much of a string its button asks room for; at least 4
 *
 * Lets the button show the beginning of a long string, and the list all of it.
 */
void
fb_ui_shorten_drop_down (GtkDropDown *drop_down,
                         int          max_chars)
{
  g_autoptr (GtkListItemFactory) listed = g_object_ref (gtk_drop_down_get_factory (drop_down));
  g_autoptr (GtkListItemFactory) chosen = gtk_signal_list_item_factory_new ();

  g_signal_connect (chosen, "setup", G_CALLBACK (setup_choice_cb), GINT_TO_POINTER (max_chars));
  g_signal_connect (chosen, "bind", G_CALLBACK (bind_choice_cb), NULL);
  gtk_drop_down_set_list_factory (drop_down, listed);
  gtk_drop_down_set_factory (drop_down, chosen);
}

/**
 * fb_ui_allocate:
 * @widget: a widget that is being laid out
 * @start: where @child begins, from the side on which a line of words does
 *
 * Gives @child its place. GTK mirrors what boxes hold, but not what is put somewhere by hand.
 */
void
fb_ui_allocate (GtkWidget *widget,
                GtkWidget *child,
                int        start,
                int        y,
                int        width,
                int        height)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = mirrored ? gtk_widget_get_width (widget) - start - width : start;

  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}
