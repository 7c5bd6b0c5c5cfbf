/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-unknown-bodies.h"

#include <glib/gi18n-lib.h>

#include "concept/fb-register.h"
#include "ui/fb-ui.h"

/* A long document is gone through once somebody has paused. */
#define DELAY_MS 250

struct _FbUnknownBodies
{
  GtkWidget parent_instance;

  FbDocument *document;
  GHashTable *counts; /* of fb_register_count_unknown(), or NULL */
  guint timeout;
  GtkWidget *box;
  GtkWidget *label;
  GtkWidget *button;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (FbUnknownBodies, fb_unknown_bodies, GTK_TYPE_WIDGET)

/* What is named most comes first. */
static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      counts)
{
  const char *word_a = *(const char *const *) a;
  const char *word_b = *(const char *const *) b;
  guint n_a = GPOINTER_TO_UINT (g_hash_table_lookup (counts, word_a));
  guint n_b = GPOINTER_TO_UINT (g_hash_table_lookup (counts, word_b));

  return n_a != n_b ? (n_a < n_b ? 1 : -1) : g_utf8_collate (word_a, word_b);
}

static GPtrArray *
sort_words (FbUnknownBodies *self)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    g_ptr_array_add (words, g_strdup (word));
  g_ptr_array_sort_with_data (words, compare, self->counts);
  return words;
}

static void
add_words (FbUnknownBodies *self,
           GPtrArray       *words)
{
  FbRegister *actors = fb_register_get_for_document (self->document);
  g_autofree char *message = NULL;
  guint n = 0;

  fb_document_begin (self->document, _("Add actors"));
  for (guint i = 0; i < words->len; i++)
    if (!fb_register_knows (g_ptr_array_index (words, i), actors))
      {
        fb_register_add (actors, g_ptr_array_index (words, i));
        n++;
      }
  fb_document_end (self->document);
  if (n == 0)
    return;

  message = n == 1 && words->len == 1
              ? g_strdup_printf (_("“%s” is in the register now"), (const char *) g_ptr_array_index (words, 0))
              : g_strdup_printf (ngettext ("%u body added to the register", "%u bodies added to the register", n), n);
  fb_ui_toast (GTK_WIDGET (self), message, _("_Undo"), "win.undo", NULL);
}

static void
add_cb (FbUnknownBodies *self,
        GtkWidget       *button)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (words, g_strdup (g_object_get_data (G_OBJECT (button), "fb-word")));
  add_words (self, words);
}

static void
add_all_cb (FbUnknownBodies *self)
{
  g_autoptr (GPtrArray) words = NULL;

  if (self->counts == NULL)
    return;

  words = sort_words (self);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  add_words (self, words);
}

static void
add_row (FbUnknownBodies *self,
         const char      *word)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, word));
  g_autofree char *count = g_strdup_printf (ngettext ("%u time", "%u times", n), n);
  g_autofree char *name = g_strdup_printf (_("Add “%s” to the register"), word);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "icon-name", "list-add-symbolic", "tooltip-text", name,
                                    "css-classes", (const char *[]) { "flat", NULL }, NULL);

  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", word, "xalign", 0.0f, "hexpand", TRUE,
                                               "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", 8, "max-width-chars",
                                               40, "tooltip-text", word, NULL));
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", count, "css-classes",
                                               (const char *[]) { "dim-label", "numeric", NULL }, NULL));
  gtk_box_append (GTK_BOX (box), button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "fb-word", g_strdup (word), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
recount (FbUnknownBodies *self)
{
  g_autoptr (GPtrArray) words = NULL;
  g_autofree char *label = NULL;
  GtkWidget *row;
  guint n;

  g_clear_pointer (&self->counts, g_hash_table_unref);
  if (self->document == NULL)
    return;

  self->counts = fb_register_count_unknown (fb_register_get_for_document (self->document));
  words = sort_words (self);
  n = words->len;
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < n; i++)
    add_row (self, g_ptr_array_index (words, i));

  label = g_strdup_printf (ngettext ("%u body is named in measures, but not in the register",
                                     "%u bodies are named in measures, but not in the register", n), n);
  gtk_label_set_label (GTK_LABEL (self->label), label);
  if (n == 0)
    gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static gboolean
timeout_cb (gpointer data)
{
  FbUnknownBodies *self = data;

  self->timeout = 0;
  recount (self);
  return G_SOURCE_REMOVE;
}

static void
queue (FbUnknownBodies *self)
{
  if (self->timeout == 0)
    self->timeout = g_timeout_add_full (G_PRIORITY_LOW, DELAY_MS, timeout_cb, self, NULL);
}

static void
release (FbUnknownBodies *self)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->document);
  g_clear_pointer (&self->counts, g_hash_table_unref);
}

static void
fb_unknown_bodies_dispose (GObject *object)
{
  FbUnknownBodies *self = FB_UNKNOWN_BODIES (object);

  release (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (fb_unknown_bodies_parent_class)->dispose (object);
}

static void
fb_unknown_bodies_class_init (FbUnknownBodiesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fb_unknown_bodies_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
fb_unknown_bodies_init (FbUnknownBodies *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *all = gtk_button_new_with_mnemonic (_("Add _All"));
  GtkWidget *scroller;

  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, "css-classes",
                             (const char *[]) { "rich-list", "unknown-bodies", NULL }, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Unknown bodies"), -1);
  scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", self->list,
                           "propagate-natural-height", TRUE, "max-content-height", 320, "width-request", 300, NULL);
  g_signal_connect_object (all, "clicked", G_CALLBACK (add_all_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (inside), scroller);
  gtk_box_append (GTK_BOX (inside), all);
  gtk_popover_set_child (GTK_POPOVER (popover), inside);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->box, "unknown-bar");
  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "hexpand", TRUE, "wrap", TRUE, "width-chars", 12, NULL);
  self->button = g_object_new (GTK_TYPE_MENU_BUTTON, "label", _("_Unknown Bodies"), "use-underline", TRUE, "valign",
                               GTK_ALIGN_CENTER, "popover", popover, NULL);
  gtk_box_append (GTK_BOX (self->box), self->label);
  gtk_box_append (GTK_BOX (self->box), self->button);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/** Returns: (transfer floating): a line that is hidden as long as it is bound to nothing. */
GtkWidget *
fb_unknown_bodies_new (void)
{
  return g_object_new (FB_TYPE_UNKNOWN_BODIES, NULL);
}

/** Counts in @document (nullable) from now on. */
void
fb_unknown_bodies_bind (FbUnknownBodies *self,
                        FbDocument      *document)
{
  if (self->document == document)
    return;

  release (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (document == NULL)
    return;

  self->document = g_object_ref (document);
  g_signal_connect_swapped (document, "applied", G_CALLBACK (queue), self);
  queue (self);
}
