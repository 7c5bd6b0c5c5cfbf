/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-file-banner.h"

#include <glib/gi18n-lib.h>

#include "store/fb-file.h"
#include "ui/fb-compat.h"
#include "ui/fb-ui.h"

struct _FbFileBanner
{
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkWidget *label;

  FbDocument *document; /* or NULL */
  GFile *file;          /* or NULL: none yet */
  gboolean checking;
  gboolean dismissed; /* the user knows it */
};

G_DEFINE_FINAL_TYPE (FbFileBanner, fb_file_banner, GTK_TYPE_WIDGET)

static void
set_shown (FbFileBanner *self,
           gboolean      shown)
{
  if (shown)
    gtk_widget_set_visible (self->revealer, TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), shown);
}

/* What is folded away is not there for a screen reader either. */
static void
revealed_cb (FbFileBanner *self)
{
  gtk_widget_set_visible (self->revealer, gtk_revealer_get_child_revealed (GTK_REVEALER (self->revealer))
                                              || gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer)));
}

static void
dismiss_cb (FbFileBanner *self)
{
  self->dismissed = TRUE;
  set_shown (self, FALSE);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (FbFileBanner) self = data;
  gboolean changed = fb_file_check_finish (FB_DOCUMENT (source), result);

  self->checking = FALSE;
  if (self->document != FB_DOCUMENT (source) || self->file == NULL || self->dismissed)
    return;

  if (changed && !gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer)))
    {
      g_autofree char *name = fb_ui_dup_file_name (self->file);
      /* Translators: %s is the name of a file */
      g_autofree char *message = g_strdup_printf (_("“%s” was changed by another program."), name);

      gtk_label_set_label (GTK_LABEL (self->label), message);
      fb_announce (GTK_WIDGET (self), message);
    }
  set_shown (self, changed);
}

static void
fb_file_banner_dispose (GObject *object)
{
  FbFileBanner *self = FB_FILE_BANNER (object);

  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  g_clear_object (&self->document);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (fb_file_banner_parent_class)->dispose (object);
}

static void
fb_file_banner_class_init (FbFileBannerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fb_file_banner_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
fb_file_banner_init (FbFileBanner *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *reload = gtk_button_new_with_mnemonic (_("_Reload"));
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "hexpand", TRUE, NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (reload), "win.reload");
  gtk_widget_set_valign (reload, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (close, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_set_tooltip_text (close, _("Dismiss"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Dismiss"), -1);
  g_signal_connect_object (close, "clicked", G_CALLBACK (dismiss_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (box, "file-banner");
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), reload);
  gtk_box_append (GTK_BOX (box), close);

  self->revealer = g_object_new (GTK_TYPE_REVEALER, "child", box, "visible", FALSE, NULL);
  g_signal_connect_object (self->revealer, "notify::child-revealed", G_CALLBACK (revealed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
}

/** Returns: (transfer floating): a banner that says nothing yet */
GtkWidget *
fb_file_banner_new (void)
{
  return g_object_new (FB_TYPE_FILE_BANNER, NULL);
}

/**
 * fb_file_banner_set_document:
 * @document: (nullable): what is open
 * @file: (nullable): its file
 *
 * Has to be called again when @document has been saved: what was said of its file is over then.
 */
void
fb_file_banner_set_document (FbFileBanner *self,
                             FbDocument   *document,
                             GFile        *file)
{
  g_return_if_fail (FB_IS_FILE_BANNER (self));

  g_set_object (&self->document, document);
  g_set_object (&self->file, file);
  self->dismissed = FALSE;
  set_shown (self, FALSE);
}

/** Looks at the file, in the background. */
void
fb_file_banner_check (FbFileBanner *self)
{
  g_return_if_fail (FB_IS_FILE_BANNER (self));

  if (self->document == NULL || self->file == NULL || self->checking || self->dismissed)
    return;

  self->checking = TRUE;
  fb_file_check_async (self->document, checked_cb, g_object_ref (self));
}
