/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-prose-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/fb-inspector.h"
#include "ui/fb-page-head.h"
#include "ui/fb-prose-tags.h"
#include "ui/fb-prose-toolbar.h"

/* A line of about seventy letters is read best; with the margins of the view. */
#define MEASURE (720 + 2 * FB_PROSE_MARGIN)

struct _FbProsePage
{
  GtkWidget parent_instance;

  FbDocument *document;
  FbNode *node;

  GtkWidget *box;
  GtkWidget *head;
  GtkWidget *toolbar;
  GtkWidget *view;
  GtkWidget *generated; /* says what is printed behind the text */
  GtkWidget *generated_label;
  GtkWidget *generated_button;
  GtkWidget *inspector; /* owned: it stands elsewhere in the window */
};

static void page_iface_init (FbPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FbProsePage, fb_prose_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (FB_TYPE_PAGE, page_iface_init))

/* The registers behind what a chapter generates; what is computed from the whole document has none. */
static const struct
{
  const char *generates;
  FbKind kind;
} registers[] = {
  { "process", FB_KIND_PROCESS },   { "resolutions", FB_KIND_RESOLUTIONS }, { "actors", FB_KIND_ACTORS },
  { "editions", FB_KIND_EDITIONS }, { "costs", FB_KIND_CEILINGS },
};

static const FbProperty *
text_property (FbNode *node)
{
  return fb_kind_get_property (fb_node_get_kind (node), "text");
}

static FbNode *
find_register (FbProsePage *self,
               const char  *generates)
{
  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    if (g_str_equal (registers[i].generates, generates))
      return fb_node_get_child_of_kind (fb_document_get_root (self->document), registers[i].kind);
  return NULL;
}

static void
update_generated (FbProsePage *self)
{
  const FbProperty *property =
      self->node != NULL ? fb_kind_get_property (fb_node_get_kind (self->node), "generates") : NULL;
  const char *name = property != NULL ? fb_value_get_words (fb_node_get_value (self->node, property)) : NULL;
  const FbChoice *choice = name != NULL ? fb_property_find_choice (property, name) : NULL;
  g_autofree char *label = NULL;
  FbNode *shown;

  gtk_widget_set_visible (self->generated, choice != NULL);
  if (choice == NULL)
    return;

  shown = find_register (self, name);
  /* Translators: %s is what a chapter prints of itself, such as “Process steps” or “Overview of goals” */
  label = g_strdup_printf (_("Printed behind this text: %s"), fb_choice_get_label (choice));
  if (shown != NULL)
    {
      guint n = fb_node_get_n_children (shown);
      g_autofree char *counted = g_strdup_printf (ngettext ("%u entry", "%u entries", n), n);
      char *both = g_strdup_printf ("%s (%s)", label, counted);

      g_free (label);
      label = both;
    }
  gtk_label_set_label (GTK_LABEL (self->generated_label), label);
  gtk_widget_set_visible (self->generated_button, shown != NULL);
}

static void
generated_clicked_cb (FbProsePage *self)
{
  FbNode *shown = find_register (self, fb_node_get_words (self->node, "generates"));

  if (shown != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "s", fb_node_get_id (shown));
}

static void
leave_cb (FbProsePage *self)
{
  gtk_widget_grab_focus (self->view);
}

/* Page */

static void
fb_prose_page_set_node (FbPage     *page,
                        FbDocument *document,
                        FbNode     *node)
{
  FbProsePage *self = FB_PROSE_PAGE (page);

  if (self->node == node)
    return;

  if (self->node != NULL)
    g_signal_handlers_disconnect_by_data (self->node, self);
  g_set_object (&self->document, document);
  g_set_object (&self->node, node);
  fb_page_head_bind (FB_PAGE_HEAD (self->head), document, node);
  fb_prose_view_bind (FB_PROSE_VIEW (self->view), document, node, node != NULL ? text_property (node) : NULL);
  fb_inspector_bind (FB_INSPECTOR (self->inspector), document, node);
  if (node != NULL)
    g_signal_connect_swapped (node, "changed::generates", G_CALLBACK (update_generated), self);
  update_generated (self);
}

static FbNode *
fb_prose_page_get_node (FbPage *page)
{
  return FB_PROSE_PAGE (page)->node;
}

static GtkWidget *
fb_prose_page_get_inspector (FbPage *page)
{
  return FB_PROSE_PAGE (page)->inspector;
}

static gboolean
fb_prose_page_reveal (FbPage           *page,
                      FbNode           *node,
                      const FbProperty *property,
                      guint             start,
                      guint             end)
{
  FbProsePage *self = FB_PROSE_PAGE (page);

  if (node != self->node)
    return FALSE;

  if (property == NULL)
    return TRUE;
  if (property == text_property (node))
    {
      fb_prose_view_reveal (FB_PROSE_VIEW (self->view), start, end);
      gtk_widget_grab_focus (self->view);
      return TRUE;
    }
  if (property == fb_kind_get_title (fb_node_get_kind (node)) && gtk_widget_get_visible (self->head))
    {
      fb_page_head_reveal (FB_PAGE_HEAD (self->head), start, end);
      return TRUE;
    }
  return fb_inspector_reveal (FB_INSPECTOR (self->inspector), node, property, start, end);
}

static void
fb_prose_page_focus (FbPage *page)
{
  gtk_widget_grab_focus (FB_PROSE_PAGE (page)->view);
}

static void
page_iface_init (FbPageInterface *iface)
{
  iface->set_node = fb_prose_page_set_node;
  iface->get_node = fb_prose_page_get_node;
  iface->get_inspector = fb_prose_page_get_inspector;
  iface->reveal = fb_prose_page_reveal;
  iface->focus = fb_prose_page_focus;
}

/* Widget */

static void
fb_prose_page_dispose (GObject *object)
{
  FbProsePage *self = FB_PROSE_PAGE (object);

  if (self->box != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->inspector, self);
      fb_prose_page_set_node (FB_PAGE (self), NULL, NULL);
      fb_prose_toolbar_set_view (FB_PROSE_TOOLBAR (self->toolbar), NULL);
    }
  g_clear_object (&self->inspector);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (fb_prose_page_parent_class)->dispose (object);
}

static void
fb_prose_page_class_init (FbProsePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fb_prose_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
new_clamp (GtkWidget *child)
{
  return g_object_new (ADW_TYPE_CLAMP, "maximum-size", MEASURE, "tightening-threshold", MEASURE, "child", child, NULL);
}

static GtkWidget *
new_generated (FbProsePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->generated_label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->generated_label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->generated_label), TRUE);
  gtk_widget_set_hexpand (self->generated_label, TRUE);
  self->generated_button = gtk_button_new_with_mnemonic (_("_Open"));
  gtk_widget_set_valign (self->generated_button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->generated_button, "clicked", G_CALLBACK (generated_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("view-list-symbolic"));
  gtk_box_append (GTK_BOX (box), self->generated_label);
  gtk_box_append (GTK_BOX (box), self->generated_button);
  gtk_widget_add_css_class (box, "generated");
  return box;
}

static void
fb_prose_page_init (FbProsePage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_scrollable_new ();

  self->head = fb_page_head_new ();
  self->toolbar = fb_prose_toolbar_new ();
  self->view = fb_prose_view_new ();
  fb_prose_view_set_placeholder (FB_PROSE_VIEW (self->view), _("Write here, or paste from a word processor"));
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), 120);
  fb_prose_toolbar_set_view (FB_PROSE_TOOLBAR (self->toolbar), FB_PROSE_VIEW (self->view));

  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (clamp), MEASURE);
  adw_clamp_scrollable_set_tightening_threshold (ADW_CLAMP_SCROLLABLE (clamp), MEASURE);
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), self->view);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);

  self->generated = new_clamp (new_generated (self));
  gtk_widget_set_visible (self->generated, FALSE);
  self->inspector = g_object_ref_sink (fb_inspector_new ());
  fb_inspector_omit (FB_INSPECTOR (self->inspector), "title text");
  g_signal_connect_swapped (self->inspector, "leave", G_CALLBACK (leave_cb), self);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->box, "prose-page");
  gtk_box_append (GTK_BOX (self->box), new_clamp (self->head));
  gtk_box_append (GTK_BOX (self->box), new_clamp (self->toolbar));
  gtk_box_append (GTK_BOX (self->box), scrolled);
  gtk_box_append (GTK_BOX (self->box), self->generated);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/** Returns: (transfer floating): a page of nothing. */
GtkWidget *
fb_prose_page_new (void)
{
  return g_object_new (FB_TYPE_PROSE_PAGE, NULL);
}

/** Returns: (transfer none): the text. */
FbProseView *
fb_prose_page_get_view (FbProsePage *self)
{
  return FB_PROSE_VIEW (self->view);
}

/** Sets whether the page has a title of its own, or stands in a page that has one. */
void
fb_prose_page_set_head (FbProsePage *self,
                        gboolean     shown)
{
  gtk_widget_set_visible (gtk_widget_get_parent (self->head), shown);
  gtk_widget_set_visible (self->head, shown);
  fb_inspector_omit (FB_INSPECTOR (self->inspector), shown ? "title text" : "text");
}
