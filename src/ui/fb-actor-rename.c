/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-actor-rename.h"

#include <glib/gi18n-lib.h>

#include "concept/fb-register.h"
#include "ui/fb-ui.h"

typedef struct
{
  FbDocument *document;
  FbNode *actor;
  GtkWidget *origin; /* over which the toast is shown; a weak pointer */
  AdwMessageDialog *dialog;
  GtkStringList *words;
  AdwComboRow *from;
  AdwEntryRow *to;
  GtkLabel *preview;
} Rename;

static void
rename_free (gpointer  data,
             GClosure *closure)
{
  Rename *rename = data;

  g_clear_weak_pointer (&rename->origin);
  g_object_unref (rename->document);
  g_object_unref (rename->actor);
  g_free (rename);
}

static const char *
get_from (Rename *rename)
{
  const char *from = gtk_string_list_get_string (rename->words, adw_combo_row_get_selected (rename->from));

  return from != NULL ? from : "";
}

static char *
dup_to (Rename *rename)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (rename->to))));
}

/* Says what would change, and whether it can. */
static void
preview (Rename *rename)
{
  FbRegister *actors = fb_register_get_for_document (rename->document);
  g_autofree char *to = dup_to (rename);
  FbNode *other = fb_register_lookup (actors, to);
  guint n = fb_register_count_word (actors, get_from (rename));
  gboolean taken = other != NULL && other != rename->actor;
  g_autofree char *words = NULL;

  if (taken)
    words = g_strdup_printf (_("“%s” means another actor already. Merge the two instead."), to);
  else
    words = g_strdup_printf (ngettext ("Besides the register, %u field will change.",
                                       "Besides the register, %u fields will change.", n), n);
  gtk_label_set_label (rename->preview, words);
  adw_message_dialog_set_response_enabled (rename->dialog, "rename",
                                           !taken && *to != '\0' && !g_str_equal (to, get_from (rename)));
}

static void
from_changed_cb (Rename *rename)
{
  gtk_editable_set_text (GTK_EDITABLE (rename->to), get_from (rename));
  preview (rename);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             Rename           *rename)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *message = NULL;
  guint n;

  /* It may have gone while the dialog was open. */
  if (!g_str_equal (response, "rename") ||
      fb_document_lookup (rename->document, fb_node_get_id (rename->actor)) != rename->actor)
    return;

  from = g_strdup (get_from (rename));
  to = dup_to (rename);
  n = fb_register_rename (fb_register_get_for_document (rename->document), rename->actor, from, to);
  /* Translators: the first is an actor's name before, the second its name now */
  message = g_strdup_printf (ngettext ("“%s” is “%s” now, in the register and %u field",
                                       "“%s” is “%s” now, in the register and %u fields", n),
                             from, to, n);
  if (rename->origin != NULL)
    fb_ui_toast (rename->origin, message, _("_Undo"), "win.undo", NULL);
}

/**
 * fb_actor_rename_new:
 * @origin: the widget in whose window the dialog stands
 *
 * Returns: (transfer none): the dialog, to be presented
 */
GtkWidget *
fb_actor_rename_new (FbDocument *document,
                     FbNode     *actor,
                     GtkWidget  *origin)
{
  FbRegister *actors = fb_register_get_for_document (document);
  g_autoptr (GPtrArray) words = fb_register_get_words (actors);
  GtkRoot *root = gtk_widget_get_root (origin);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              _("Rename Everywhere"), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, "css-classes",
                                  (const char *[]) { "boxed-list", NULL }, NULL);
  Rename *rename = g_new0 (Rename, 1);

  rename->document = g_object_ref (document);
  rename->actor = g_object_ref (actor);
  g_set_weak_pointer (&rename->origin, origin);
  rename->dialog = ADW_MESSAGE_DIALOG (dialog);
  rename->words = gtk_string_list_new (NULL);
  for (guint i = 0; i < words->len; i++)
    if (fb_register_lookup (actors, g_ptr_array_index (words, i)) == actor)
      gtk_string_list_append (rename->words, g_ptr_array_index (words, i));

  rename->from = g_object_new (ADW_TYPE_COMBO_ROW, "title", _("_Word"), "use-underline", TRUE, "model", rename->words,
                               NULL);
  g_object_unref (rename->words); /* the row has it */
  rename->to = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _("_New word"), "use-underline", TRUE, "activates-default",
                             TRUE, NULL);
  rename->preview = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "width-chars", 30, "css-classes",
                                  (const char *[]) { "dim-label", NULL }, NULL);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (rename->from));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (rename->to));
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (rename->preview));
  adw_message_dialog_set_extra_child (rename->dialog, box);
  adw_message_dialog_add_responses (rename->dialog, "cancel", _("_Cancel"), "rename", _("_Rename"), NULL);
  adw_message_dialog_set_response_appearance (rename->dialog, "rename", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (rename->dialog, "rename");
  adw_message_dialog_set_close_response (rename->dialog, "cancel");

  g_signal_connect_swapped (rename->from, "notify::selected", G_CALLBACK (from_changed_cb), rename);
  g_signal_connect_swapped (rename->to, "changed", G_CALLBACK (preview), rename);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), rename, rename_free, 0);
  from_changed_cb (rename);
  gtk_widget_grab_focus (GTK_WIDGET (rename->to));

  return dialog;
}
