/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-choice-row.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-cell.h"
#include "ui/fb-languages.h"

struct _FbChoiceRow
{
  FbFormRow parent_instance;

  GtkWidget *drop_down;
  char *unset;  /* the label of nothing */
  char **names; /* what is stored, by position; the first is "" for nothing */
  gboolean choosing;
};

G_DEFINE_FINAL_TYPE (FbChoiceRow, fb_choice_row, FB_TYPE_FORM_ROW)

static void
selected_cb (FbChoiceRow *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));

  if (fb_form_row_is_updating (FB_FORM_ROW (self)) || selected == GTK_INVALID_LIST_POSITION)
    return;

  self->choosing = TRUE;
  fb_field_set_words (fb_form_row_get_field (FB_FORM_ROW (self)), self->names[selected]);
  self->choosing = FALSE;
}

/* A click anywhere in the row opens the choices. */
static void
activate_cb (FbChoiceRow *self)
{
  g_signal_emit_by_name (self->drop_down, "activate");
}

static void
add_choice (GStrvBuilder  *names,
            GtkStringList *labels,
            const char    *name,
            const char    *label)
{
  g_strv_builder_add (names, name);
  gtk_string_list_append (labels, label);
}

/* The choices of an own column are lines of words of the column, and stored as they stand there. */
static void
add_own_choices (FbField       *field,
                 GStrvBuilder  *names,
                 GtkStringList *labels)
{
  FbDocument *document = fb_field_get_document (field);
  FbNode *column = document != NULL ? fb_document_lookup (document, fb_field_get_property (field)->name) : NULL;
  const char *choices = column != NULL ? fb_node_get_words (column, "choices") : NULL;
  g_auto (GStrv) lines = g_strsplit (choices != NULL ? choices : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      add_choice (names, labels, lines[i], lines[i]);
}

/* What holds where no choice is made. */
static char *
dup_unset_label (FbField *field)
{
  const FbProperty *property = fb_field_get_property (field);
  FbNode *node = fb_field_get_node (field);
  gboolean implied = FALSE;
  const char *status = node != NULL && g_str_equal (property->name, "status") ? fb_cell_get_status (node, &implied)
                                                                              : NULL;
  const FbChoice *choice = implied && status != NULL ? fb_property_find_choice (property, status) : NULL;

  if (choice != NULL)
    /* Translators: the status of a measure that has none of its own; %s is a status, such as “Running” */
    return g_strdup_printf (_("As the band: %s"), fb_choice_get_label (choice));
  /* Translators: no choice is made */
  return g_strdup (_("Not set"));
}

static const FbChoice *
get_choices (const FbProperty *property)
{
  return property->type == FB_VALUE_LANGUAGE ? fb_languages_get () : property->choices;
}

static void
fill (FbChoiceRow *self)
{
  FbField *field = fb_form_row_get_field (FB_FORM_ROW (self));
  const FbProperty *property = fb_field_get_property (field);
  g_autofree char *unset = dup_unset_label (field);
  const char *value = fb_field_get_words (field);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_auto (GStrv) names = NULL;

  add_choice (builder, labels, "", unset);
  if (property->flags & FB_PROPERTY_OWN)
    add_own_choices (field, builder, labels);
  for (const FbChoice *choice = get_choices (property); choice != NULL && choice->name != NULL; choice++)
    add_choice (builder, labels, choice->name, fb_choice_get_label (choice));
  names = g_strv_builder_end (builder);

  /* A value that is not offered (any more) is kept and shown. */
  if (!g_strv_contains ((const char *const *) names, value))
    {
      guint n = g_strv_length (names);

      names = g_realloc_n (names, n + 2, sizeof (char *));
      names[n] = g_strdup (value);
      names[n + 1] = NULL;
      gtk_string_list_append (labels, value);
    }

  if (self->names != NULL && g_strv_equal ((const char *const *) names, (const char *const *) self->names) &&
      g_str_equal (unset, self->unset))
    return;

  g_free (self->unset);
  self->unset = g_steal_pointer (&unset);
  g_strfreev (self->names);
  self->names = g_steal_pointer (&names);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop_down), G_LIST_MODEL (labels));
}

static void
fb_choice_row_update (FbFormRow *row)
{
  FbChoiceRow *self = FB_CHOICE_ROW (row);
  const char *value = fb_field_get_words (fb_form_row_get_field (row));
  guint selected = 0;

  /* A choice that is being made must not take away what it is made from. */
  if (!self->choosing)
    fill (self);
  while (!g_str_equal (self->names[selected], value))
    selected++;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), selected);
  if (selected == 0)
    gtk_widget_add_css_class (self->drop_down, "unset");
  else
    gtk_widget_remove_css_class (self->drop_down, "unset");
}

static void
fb_choice_row_finalize (GObject *object)
{
  FbChoiceRow *self = FB_CHOICE_ROW (object);

  g_free (self->unset);
  g_strfreev (self->names);

  G_OBJECT_CLASS (fb_choice_row_parent_class)->finalize (object);
}

static void
fb_choice_row_class_init (FbChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fb_choice_row_finalize;
  FB_FORM_ROW_CLASS (klass)->update = fb_choice_row_update;
}

static void
fb_choice_row_init (FbChoiceRow *self)
{
  self->drop_down = g_object_new (GTK_TYPE_DROP_DOWN, "valign", GTK_ALIGN_CENTER, NULL);
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect (self, "activate", G_CALLBACK (activate_cb), NULL);
  fb_form_row_set_editor (FB_FORM_ROW (self), self->drop_down, FB_FORM_ROW_BESIDE);
}
