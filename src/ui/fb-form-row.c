/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-form-row.h"

#include <glib/gi18n-lib.h>

#include "ui/fb-compat.h"
#include "ui/fb-reading.h"
#include "ui/fb-wrap-layout.h"

typedef struct
{
  FbField *field;
  GtkWidget *box;
  GtkWidget *head; /* the label, and an editor beside it */
  GtkWidget *label;
  GtkWidget *editor;
  GtkWidget *reading;
  gboolean updating;
} FbFormRowPrivate;

enum
{
  PROP_0,
  PROP_FIELD,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FbFormRow, fb_form_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_label (FbFormRow *self)
{
  FbFormRowPrivate *priv = fb_form_row_get_instance_private (self);
  const FbProperty *property = fb_field_get_property (priv->field);
  const char *label = fb_field_get_label (priv->field);

  if (g_strcmp0 (label, gtk_label_get_label (GTK_LABEL (priv->label))) == 0)
    return;

  gtk_label_set_label (GTK_LABEL (priv->label), label);
  gtk_widget_set_tooltip_text (priv->head, property->help != NULL ? _(property->help) : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->editor), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (GTK_IS_DROP_DOWN (priv->editor))
    fb_drop_down_set_label (priv->editor, label);
}

static void
fb_form_row_real_read (FbFormRow *self)
{
  FbFormRowPrivate *priv = fb_form_row_get_instance_private (self);
  gboolean understood;
  g_autofree char *reading = fb_reading_describe (fb_field_get_document (priv->field),
                                                  fb_field_get_property (priv->field),
                                                  fb_field_get_words (priv->field), &understood);

  gtk_widget_set_visible (priv->reading, reading != NULL);
  if (reading == NULL)
    {
      gtk_accessible_reset_property (GTK_ACCESSIBLE (priv->editor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }

  gtk_label_set_label (GTK_LABEL (priv->reading), reading);
  if (understood)
    gtk_widget_remove_css_class (priv->reading, "not-understood");
  else
    gtk_widget_add_css_class (priv->reading, "not-understood");
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->editor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reading, -1);
}

static void
field_changed_cb (FbFormRow *self)
{
  fb_form_row_update (self);
}

static void
fb_form_row_real_reveal (FbFormRow *self,
                         guint      start,
                         guint      end)
{
  FbFormRowPrivate *priv = fb_form_row_get_instance_private (self);

  gtk_widget_grab_focus (priv->editor);
}

static void
fb_form_row_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  FbFormRow *self = FB_FORM_ROW (object);
  FbFormRowPrivate *priv = fb_form_row_get_instance_private (self);

  switch (prop_id)
    {
    case PROP_FIELD:
      priv->field = g_value_dup_object (value);
      g_signal_connect_object (priv->field, "changed", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fb_form_row_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  FbFormRow *self = FB_FORM_ROW (object);
  FbFormRowPrivate *priv = fb_form_row_get_instance_private (self);

  switch (prop_id)
    {
    case PROP_FIELD:
      g_value_set_object (value, priv->field);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fb_form_row_dispose (GObject *object)
{
  FbFormRow *self = FB_FORM_ROW (object);
  FbFormRowPrivate *priv = fb_form_row_get_instance_private (self);

  if (priv->field != NULL)
    g_signal_handlers_disconnect_by_data (priv->field, self);

  G_OBJECT_CLASS (fb_form_row_parent_class)->dispose (object);
}

static void
fb_form_row_finalize (GObject *object)
{
  FbFormRow *self = FB_FORM_ROW (object);
  FbFormRowPrivate *priv = fb_form_row_get_instance_private (self);

  g_clear_object (&priv->field);

  G_OBJECT_CLASS (fb_form_row_parent_class)->finalize (object);
}

static void
fb_form_row_class_init (FbFormRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = fb_form_row_set_property;
  object_class->get_property = fb_form_row_get_property;
  object_class->dispose = fb_form_row_dispose;
  object_class->finalize = fb_form_row_finalize;
  klass->read = fb_form_row_real_read;
  klass->reveal = fb_form_row_real_reveal;

  properties[PROP_FIELD] = g_param_spec_object ("field", NULL, NULL, FB_TYPE_FIELD,
                                                G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
fb_form_row_init (FbFormRow *self)
{
  FbFormRowPrivate *priv = fb_form_row_get_instance_private (self);

  /* The editor takes the focus, so that Tab walks from editor to editor. */
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "form-row");

  priv->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                              NULL);
  priv->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (priv->head, fb_wrap_layout_new (6));
  gtk_box_append (GTK_BOX (priv->head), priv->label);
  priv->reading = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                "visible", FALSE, "css-classes", (const char *[]) { "reading", "caption", NULL }, NULL);
  priv->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (priv->box), priv->head);
  gtk_box_append (GTK_BOX (priv->box), priv->reading);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), priv->box);
}

/** Returns: (transfer none): the field that is edited. */
FbField *
fb_form_row_get_field (FbFormRow *self)
{
  FbFormRowPrivate *priv = fb_form_row_get_instance_private (self);

  return priv->field;
}

/** Returns: (transfer none): the widget that takes the focus. */
GtkWidget *
fb_form_row_get_editor (FbFormRow *self)
{
  FbFormRowPrivate *priv = fb_form_row_get_instance_private (self);

  return priv->editor;
}

/** Returns: (transfer none): the label below the editor that says what was understood; for subclasses. */
GtkWidget *
fb_form_row_get_reading (FbFormRow *self)
{
  FbFormRowPrivate *priv = fb_form_row_get_instance_private (self);

  return priv->reading;
}

/** Gives the row its editor; for subclasses, once, when they are constructed. */
void
fb_form_row_set_editor (FbFormRow      *self,
                        GtkWidget      *editor,
                        FbFormRowPlace  place)
{
  FbFormRowPrivate *priv = fb_form_row_get_instance_private (self);

  g_return_if_fail (priv->editor == NULL);

  priv->editor = editor;
  if (place == FB_FORM_ROW_BESIDE)
    {
      gtk_box_append (GTK_BOX (priv->head), editor);
      gtk_widget_add_css_class (GTK_WIDGET (self), "beside");
    }
  else
    {
      gtk_widget_add_css_class (priv->label, "caption");
      gtk_widget_add_css_class (priv->label, "dim-label");
      gtk_box_insert_child_after (GTK_BOX (priv->box), editor, priv->head);
    }
}

/** Puts a further widget below the editor; for subclasses. */
void
fb_form_row_add_below (FbFormRow *self,
                       GtkWidget *widget)
{
  FbFormRowPrivate *priv = fb_form_row_get_instance_private (self);

  gtk_box_append (GTK_BOX (priv->box), widget);
}

/** Shows the field again: its label, its value, and what is understood of it. */
void
fb_form_row_update (FbFormRow *self)
{
  FbFormRowPrivate *priv = fb_form_row_get_instance_private (self);

  /* An editor that is being filled sets the field, and the field comes back here. */
  if (priv->updating)
    return;

  priv->updating = TRUE;
  show_label (self);
  FB_FORM_ROW_GET_CLASS (self)->update (self);
  FB_FORM_ROW_GET_CLASS (self)->read (self);
  priv->updating = FALSE;
}

/** Returns: whether the editor is being filled, so that what it says now is not yet what somebody wants. */
gboolean
fb_form_row_is_updating (FbFormRow *self)
{
  FbFormRowPrivate *priv = fb_form_row_get_instance_private (self);

  return priv->updating;
}

/** Takes the focus and selects bytes [@start, @end) of the words; both 0 only takes the focus. */
void
fb_form_row_reveal (FbFormRow *self,
                    guint      start,
                    guint      end)
{
  FB_FORM_ROW_GET_CLASS (self)->reveal (self, start, end);
}
