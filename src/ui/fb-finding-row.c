/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-finding-row.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-finding-item.h"

static const struct
{
  const char *icon;
  const char *style;
} severities[] = {
  [FB_SEVERITY_OFF] = { "dialog-information-symbolic", "dim-label" },
  [FB_SEVERITY_HINT] = { "dialog-information-symbolic", "dim-label" },
  [FB_SEVERITY_WARNING] = { "dialog-warning-symbolic", "warning" },
  [FB_SEVERITY_ERROR] = { "dialog-error-symbolic", "error" },
};

/** Returns: the name of the icon for @severity */
const char *
fb_finding_row_get_icon (FbSeverity severity)
{
  return severities[severity].icon;
}

static GtkWidget *
create_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);

  return label;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *place = create_label ();

  gtk_widget_add_css_class (box, "finding");
  gtk_widget_add_css_class (place, "caption");
  gtk_widget_add_css_class (place, "dim-label");
  gtk_box_append (GTK_BOX (words), create_label ());
  gtk_box_append (GTK_BOX (words), place);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  FbFindingItem *row = gtk_list_item_get_item (item);
  FbFinding *finding = fb_finding_item_get_finding (row);
  FbFindingItemType type = fb_finding_item_get_item_type (row);
  FbSeverity severity = fb_finding_item_get_severity (row);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *image = gtk_widget_get_first_child (box);
  GtkWidget *words = gtk_widget_get_last_child (box);
  GtkWidget *label = gtk_widget_get_first_child (words);
  GtkWidget *place_label = gtk_widget_get_last_child (words);
  const char *message = fb_finding_item_get_label (row);
  g_autofree char *place = finding != NULL ? fb_finding_dup_place (finding) : NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (severities); i++)
    gtk_widget_remove_css_class (image, severities[i].style);
  gtk_label_set_label (GTK_LABEL (label), message);
  gtk_widget_set_visible (place_label, finding != NULL);
  gtk_widget_set_visible (image, finding != NULL);
  gtk_list_item_set_activatable (item, finding != NULL);

  if (finding == NULL)
    {
      gtk_widget_add_css_class (label, "heading");
      name = g_strdup (message);
    }
  else
    {
      const char *state = type == FB_FINDING_ITEM_SET_ASIDE ? _ ("Set aside") : fb_severity_get_label (severity);

      gtk_widget_remove_css_class (label, "heading");
      gtk_label_set_label (GTK_LABEL (place_label), place);
      gtk_image_set_from_icon_name (GTK_IMAGE (image), type == FB_FINDING_ITEM_SET_ASIDE ? "fb-waiver-symbolic"
                                                                                         : severities[severity].icon);
      gtk_widget_add_css_class (image, type == FB_FINDING_ITEM_SET_ASIDE ? "dim-label" : severities[severity].style);
      name = g_strdup_printf ("%s: %s, %s", state, message, place);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/** Returns: (transfer full): what makes the rows of a list of #FbFindingItem */
GtkListItemFactory *
fb_finding_row_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);

  return factory;
}
