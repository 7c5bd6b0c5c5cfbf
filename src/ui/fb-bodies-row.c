/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-bodies-row.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "concept/fb-register.h"
#include "ui/fb-completion.h"
#include "ui/fb-reading.h"
#include "ui/fb-suggest.h"
#include "ui/fb-ui.h"
#include "values/fb-responsible.h"

/* What can be done with a body that is named: an entry of the menu and a link. */
typedef struct
{
  const char *action;
  GVariant *target; /* owned */
} Offer;

struct _FbBodiesRow
{
  FbWordsRow parent_instance;

  FbRegister *actors; /* of the document that is bound, or NULL */
  GArray *offers;     /* Offer; links name them by their index */
  FbCompletion *completion; /* made when it is first needed */
  gsize start;        /* of what a completion would replace, in bytes */
  gsize caret;        /* its end */
  guint idle;         /* in which a link is followed */
  Offer followed;
};

G_DEFINE_FINAL_TYPE (FbBodiesRow, fb_bodies_row, FB_TYPE_WORDS_ROW)

static GtkTextBuffer *
get_buffer (FbBodiesRow *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (fb_form_row_get_editor (FB_FORM_ROW (self))));
}

static FbField *
get_field (FbBodiesRow *self)
{
  return fb_form_row_get_field (FB_FORM_ROW (self));
}

/* Where the caret stands, in bytes of the words of the field. */
static gsize
get_caret (FbBodiesRow *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  g_autofree char *before = NULL;
  GtkTextIter start;
  GtkTextIter caret;

  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  before = gtk_text_buffer_get_text (buffer, &start, &caret, TRUE);
  return strlen (before);
}

/* Completion */

static char *
describe_word (const char *word,
               gpointer    data)
{
  FbBodiesRow *self = data;
  FbNode *actor = self->actors != NULL ? fb_register_lookup (self->actors, word) : NULL;
  const char *number = actor != NULL ? fb_node_get_words (actor, "number") : NULL;
  const char *name = actor != NULL ? fb_node_get_words (actor, "name") : NULL;

  if (g_strcmp0 (number, word) == 0)
    return g_strdup (name);
  return g_strdup (number);
}

static void
accepted_cb (FbBodiesRow *self,
             const char  *word)
{
  FbField *field = get_field (self);
  const char *words = fb_field_get_words (field);
  g_autoptr (GString) completed = NULL;
  GtkTextIter caret;
  glong position;

  if (fb_field_get_node (field) == NULL || self->caret > strlen (words))
    return;

  completed = g_string_new_len (words, self->start);
  g_string_append (completed, word);
  position = g_utf8_strlen (completed->str, completed->len);
  g_string_append (completed, words + self->caret);

  /* A step of its own: undo gives back what was typed. */
  fb_document_seal (fb_field_get_document (field));
  fb_field_set_words (field, completed->str);
  fb_document_seal (fb_field_get_document (field));
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &caret, position);
  gtk_text_buffer_place_cursor (get_buffer (self), &caret);
}

static void
caret_moved_cb (FbBodiesRow *self)
{
  if (self->completion != NULL && fb_completion_is_shown (self->completion) && get_caret (self) != self->caret)
    gtk_popover_popdown (GTK_POPOVER (self->completion));
}

static void
fb_bodies_row_typed (FbWordsRow *row)
{
  FbBodiesRow *self = FB_BODIES_ROW (row);
  GtkWidget *view = fb_form_row_get_editor (FB_FORM_ROW (row));
  const char *words = fb_field_get_words (get_field (self));
  g_autoptr (GPtrArray) matches = NULL;
  g_autofree char *typed = NULL;

  if (self->actors == NULL || !gtk_widget_is_focus (view))
    return;

  self->caret = get_caret (self);
  if (self->caret > strlen (words))
    return;
  matches = fb_suggest_complete (self->actors, words, self->caret, &self->start);
  if (self->completion == NULL)
    {
      if (matches->len == 0)
        return;
      self->completion = fb_completion_new (GTK_TEXT_VIEW (view), describe_word, self);
      gtk_widget_set_parent (GTK_WIDGET (self->completion), GTK_WIDGET (self));
      g_signal_connect_object (self->completion, "accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (get_buffer (self), "notify::cursor-position", G_CALLBACK (caret_moved_cb), self,
                               G_CONNECT_SWAPPED);
    }

  /* Who has typed a word that is known may be done with it: then Return is a new line, and Tab the next row. */
  typed = g_strndup (words + self->start, self->caret - self->start);
  fb_completion_show (self->completion, matches, !fb_register_knows (typed, self->actors));
}

/* What is understood */

static void
clear_offer (gpointer data)
{
  g_variant_unref (((Offer *) data)->target);
}

/* A link that does what a new entry of the menu does. */
static char *
add_offer (FbBodiesRow *self,
           GMenu       *menu,
           const char  *label,
           const char  *shown,
           const char  *action,
           GVariant    *target)
{
  Offer offer = { action, g_variant_ref_sink (target) };
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *plain = g_strjoinv ("__", parts);

  g_menu_item_set_label (item, plain);
  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
  g_array_append_val (self->offers, offer);

  return g_markup_printf_escaped ("<a href=\"%u\" title=\"%s\">%s</a>", self->offers->len - 1, label, shown);
}

static void
append_part (GString    *list,
             const char *part)
{
  if (list->len > 0)
    g_string_append (list, ", ");
  g_string_append (list, part);
}

static void
append_line (GString    *lines,
             const char *line)
{
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
}

static void
read_body (FbBodiesRow *self,
           const char  *name,
           GMenu       *menu,
           GString     *known,
           GString     *unknown,
           GString     *slips)
{
  FbNode *actor = fb_register_lookup (self->actors, name);
  g_autofree char *near = actor == NULL ? fb_suggest_near (self->actors, name) : NULL;
  g_autofree char *label = NULL;
  g_autofree char *link = NULL;

  if (actor != NULL)
    {
      g_autofree char *title = fb_node_dup_label (actor);

      /* Translators: %s is the name of an actor of the register */
      label = g_strdup_printf (_("Go to “%s”"), title);
      link = add_offer (self, menu, label, name, "win.go-to", g_variant_new_string (fb_node_get_id (actor)));
      append_part (known, link);
      return;
    }

  /* Translators: %s is a body that the register does not know yet */
  label = g_strdup_printf (_("Add “%s” to the register"), name);
  link = add_offer (self, menu, label, name, "bodies.add", g_variant_new_string (name));
  append_part (unknown, link);
  if (near != NULL)
    {
      /* Translators: both are bodies; the first is in the register, the second is what was typed */
      g_autofree char *question = g_strdup_printf (_("Did you mean “%s” instead of “%s”?"), near, name);
      g_autofree char *replace = g_strdup_printf (_("Replace “%s” with “%s”"), name, near);
      g_autofree char *answer = add_offer (self, menu, replace, question, "bodies.exchange",
                                           g_variant_new ("(ss)", name, near));

      append_line (slips, answer);
    }
}

static void
fb_bodies_row_read (FbFormRow *row)
{
  FbBodiesRow *self = FB_BODIES_ROW (row);
  FbField *field = fb_form_row_get_field (row);
  FbDocument *document = fb_field_get_document (field);
  GtkWidget *view = fb_form_row_get_editor (row);
  GtkWidget *label = fb_form_row_get_reading (row);
  FbRegister *actors = document != NULL ? fb_register_get_for_document (document) : NULL;
  gboolean understood;
  g_autofree char *reading = fb_reading_describe (document, fb_field_get_property (field), fb_field_get_words (field),
                                                  &understood);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) known = g_string_new (NULL);
  g_autoptr (GString) unknown = g_string_new (NULL);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GString) slips = g_string_new (NULL);
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GMenu) menu = NULL;

  if (actors != self->actors)
    {
      if (self->actors != NULL)
        g_signal_handlers_disconnect_by_data (self->actors, self);
      g_set_object (&self->actors, actors);
      if (actors != NULL)
        g_signal_connect_object (actors, "changed", G_CALLBACK (fb_form_row_update), self, G_CONNECT_SWAPPED);
    }

  g_array_set_size (self->offers, 0);
  gtk_widget_set_visible (label, reading != NULL);
  if (reading == NULL || actors == NULL)
    {
      gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (view), NULL);
      return;
    }

  menu = g_menu_new ();
  groups = fb_register_read (actors, fb_field_get_words (field));
  for (guint i = 0; i < groups->len; i++)
    {
      const FbResponsibleGroup *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->bodies->len; j++)
        {
          const FbBody *body = g_ptr_array_index (group->bodies, j);

          if (g_hash_table_add (seen, body->name))
            read_body (self, body->name, menu, known, unknown, slips);
        }
    }
  if (known->len > 0)
    {
      /* Translators: %s is a list of bodies that the register knows, such as "51, 32" */
      g_autofree char *line = g_strdup_printf (_("In the register: %s"), known->str);

      append_line (lines, line);
    }
  if (unknown->len > 0)
    {
      /* Translators: %s is a list of bodies that the register does not know; each can be clicked */
      g_autofree char *line = g_strdup_printf (_("Add to the register: %s"), unknown->str);

      append_line (lines, line);
    }
  if (slips->len > 0)
    append_line (lines, slips->str);

  gtk_label_set_markup (GTK_LABEL (label), lines->str);
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (view), G_MENU_MODEL (menu));
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reading, -1);
}

static gboolean
follow_cb (gpointer data)
{
  FbBodiesRow *self = data;
  g_autoptr (GVariant) target = g_steal_pointer (&self->followed.target);

  self->idle = 0;
  gtk_widget_activate_action_variant (GTK_WIDGET (self), self->followed.action, target);
  return G_SOURCE_REMOVE;
}

/* The label drops its gestures with its links, which GTK does not outlive while it is in one of them. */
static gboolean
activate_link_cb (FbBodiesRow *self,
                  const char  *uri)
{
  guint index = strtoul (uri, NULL, 10);

  if (index < self->offers->len && self->idle == 0)
    {
      const Offer *offer = &g_array_index (self->offers, Offer, index);

      self->followed = (Offer) { offer->action, g_variant_ref (offer->target) };
      self->idle = g_idle_add (follow_cb, self);
    }
  return TRUE;
}

/* Actions */

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  FbBodiesRow *self = FB_BODIES_ROW (widget);
  const char *word = g_variant_get_string (parameter, NULL);
  g_autofree char *message = g_strdup_printf (_("“%s” is in the register now"), word);

  if (self->actors == NULL || fb_register_knows (word, self->actors))
    return;

  fb_register_add (self->actors, word);
  fb_ui_toast (widget, message, _("_Undo"), "win.undo", NULL);
}

/* Here only; everywhere is a matter of the register. */
static void
exchange_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  FbBodiesRow *self = FB_BODIES_ROW (widget);
  FbField *field = get_field (self);
  g_autofree char *words = g_strdup (fb_field_get_words (field));
  g_autoptr (GPtrArray) groups = self->actors != NULL ? fb_register_read (self->actors, words) : NULL;
  g_autoptr (GString) exchanged = g_string_new (NULL);
  const char *from;
  const char *to;
  gsize copied = 0;

  g_variant_get (parameter, "(&s&s)", &from, &to);
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      const FbResponsibleGroup *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->bodies->len; j++)
        {
          const FbBody *body = g_ptr_array_index (group->bodies, j);

          /* Steps may share their bodies. */
          if (!g_str_equal (body->name, from) || body->start < copied)
            continue;
          g_string_append_len (exchanged, words + copied, body->start - copied);
          g_string_append (exchanged, to);
          copied = body->end;
        }
    }
  g_string_append (exchanged, words + copied);
  if (fb_field_get_document (field) != NULL)
    fb_document_seal (fb_field_get_document (field));
  fb_field_set_words (field, exchanged->str);
}

static void
fb_bodies_row_dispose (GObject *object)
{
  FbBodiesRow *self = FB_BODIES_ROW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->followed.target, g_variant_unref);
  if (self->completion != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->completion));
  self->completion = NULL;
  if (self->actors != NULL)
    g_signal_handlers_disconnect_by_data (self->actors, self);
  g_clear_object (&self->actors);

  G_OBJECT_CLASS (fb_bodies_row_parent_class)->dispose (object);
}

static void
fb_bodies_row_finalize (GObject *object)
{
  g_array_unref (FB_BODIES_ROW (object)->offers);

  G_OBJECT_CLASS (fb_bodies_row_parent_class)->finalize (object);
}

static void
fb_bodies_row_class_init (FbBodiesRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fb_bodies_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = fb_bodies_row_finalize;
  FB_FORM_ROW_CLASS (klass)->read = fb_bodies_row_read;
  FB_WORDS_ROW_CLASS (klass)->typed = fb_bodies_row_typed;

  gtk_widget_class_install_action (widget_class, "bodies.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "bodies.exchange", "(ss)", exchange_action);
}

static void
fb_bodies_row_init (FbBodiesRow *self)
{
  GtkWidget *label = fb_form_row_get_reading (FB_FORM_ROW (self));

  self->offers = g_array_new (FALSE, FALSE, sizeof (Offer));
  g_array_set_clear_func (self->offers, clear_offer);
  /* By keyboard the links are in the menu of the words, so that Tab goes on to the next row. */
  gtk_widget_set_can_focus (label, FALSE);
  gtk_widget_add_css_class (label, "links");
  g_signal_connect_object (label, "activate-link", G_CALLBACK (activate_link_cb), self, G_CONNECT_SWAPPED);
}
