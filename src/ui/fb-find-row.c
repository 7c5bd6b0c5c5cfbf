/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-find-row.h"

#include "concept/fb-search.h"
#include "ui/fb-editor.h"

static GtkWidget *
create_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *place = create_label ("dim-label");

  gtk_widget_add_css_class (place, "caption");
  gtk_box_append (GTK_BOX (box), create_label (NULL));
  gtk_box_append (GTK_BOX (box), place);
  gtk_list_item_set_child (item, box);
}

/* Where it stands: the part of the outline, the node where that is another one, and the property. */
static char *
dup_place (FbSearchHit *hit)
{
  FbNode *part = fb_editor_get_outline_node (hit->node);
  const char *number = NULL;
  g_autofree char *part_label = NULL;
  g_autofree char *label = NULL;
  const char *property = hit->property->flags & FB_PROPERTY_OWN ? NULL : fb_property_get_label (hit->property);
  GString *place;

  /* “c.” says less than the number of the field around it. */
  for (FbNode *node = part; node != NULL && (number == NULL || !g_ascii_isdigit (*number));
       node = fb_node_get_parent (node))
    number = fb_node_get_number (node);
  part_label = fb_node_dup_label (part);
  label = part != hit->node ? fb_node_dup_label (hit->node) : NULL;

  place = g_string_new (NULL);
  if (number != NULL && *number != '\0')
    g_string_append_printf (place, "%s ", number);
  g_string_append (place, part_label);
  if (label != NULL)
    g_string_append_printf (place, " › %s", label);
  if (property != NULL)
    g_string_append_printf (place, " › %s", property);

  return g_strdelimit (g_string_free (place, FALSE), "\n", ' ');
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  FbSearchHit *hit = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *snippet_label = gtk_widget_get_first_child (box);
  GtkWidget *place_label = gtk_widget_get_last_child (box);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  g_autofree char *snippet = NULL;
  g_autofree char *place = dup_place (hit);
  g_autofree char *name = NULL;
  guint start;
  guint end;

  snippet = fb_search_hit_dup_snippet (hit, &start, &end);
  bold->start_index = start;
  bold->end_index = end;
  pango_attr_list_insert (attributes, bold);
  gtk_label_set_label (GTK_LABEL (snippet_label), snippet);
  gtk_label_set_attributes (GTK_LABEL (snippet_label), attributes);
  gtk_label_set_label (GTK_LABEL (place_label), place);

  name = g_strconcat (snippet, ", ", place, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/** Returns: (transfer full): what makes the rows of a list of #FbSearchHit */
GtkListItemFactory *
fb_find_row_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);

  return factory;
}
