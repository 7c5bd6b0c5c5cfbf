/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-prose-anchor.h"

struct _FbProseAnchor
{
  GObject parent_instance;

  GtkTextChildAnchor *place; /* weak: it owns this one */
  FbText *note;
  char *reference;
  char *label;
};

typedef enum
{
  PROP_LABEL = 1,
  PROP_NOTE,
} FbProseAnchorProperty;

static GParamSpec *properties[PROP_NOTE + 1];

G_DEFINE_FINAL_TYPE (FbProseAnchor, fb_prose_anchor, G_TYPE_OBJECT)

static void
fb_prose_anchor_finalize (GObject *object)
{
  FbProseAnchor *self = FB_PROSE_ANCHOR (object);

  g_clear_weak_pointer (&self->place);
  g_clear_pointer (&self->note, fb_text_unref);
  g_free (self->reference);
  g_free (self->label);

  G_OBJECT_CLASS (fb_prose_anchor_parent_class)->finalize (object);
}

static void
fb_prose_anchor_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  FbProseAnchor *self = FB_PROSE_ANCHOR (object);

  switch ((FbProseAnchorProperty) id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_NOTE:
      g_value_set_pointer (value, self->note);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fb_prose_anchor_class_init (FbProseAnchorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = fb_prose_anchor_finalize;
  object_class->get_property = fb_prose_anchor_get_property;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NOTE] = g_param_spec_pointer ("note", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
fb_prose_anchor_init (FbProseAnchor *self)
{
}

static GQuark
anchor_quark (void)
{
  static GQuark quark;

  if (quark == 0)
    quark = g_quark_from_static_string ("fb-prose-anchor");
  return quark;
}

/* A class of places of our own would be nearer, but GTK 4.8 sets up only those it makes itself. */
static GtkTextChildAnchor *
new_place (FbProseAnchor *self)
{
  g_set_weak_pointer (&self->place, gtk_text_child_anchor_new ());
  g_object_set_qdata_full (G_OBJECT (self->place), anchor_quark (), self, g_object_unref);
  return self->place;
}

/** Returns: (transfer full): the place of a footnote that says @note. */
GtkTextChildAnchor *
fb_prose_anchor_new_note (FbText *note)
{
  FbProseAnchor *self = g_object_new (FB_TYPE_PROSE_ANCHOR, NULL);

  self->note = fb_text_ref (note);
  return new_place (self);
}

/** Returns: (transfer full): the place of a cross-reference to the node @id. */
GtkTextChildAnchor *
fb_prose_anchor_new_reference (const char *id)
{
  FbProseAnchor *self = g_object_new (FB_TYPE_PROSE_ANCHOR, NULL);

  self->reference = g_strdup (id);
  return new_place (self);
}

/** Returns: (transfer none) (nullable): the footnote or cross-reference at @place. */
FbProseAnchor *
fb_prose_anchor_of (GtkTextChildAnchor *place)
{
  return place != NULL ? g_object_get_qdata (G_OBJECT (place), anchor_quark ()) : NULL;
}

/** Returns: (transfer none) (nullable): the footnote or cross-reference that the character at @iter is. */
FbProseAnchor *
fb_prose_anchor_at (const GtkTextIter *iter)
{
  return fb_prose_anchor_of (gtk_text_iter_get_child_anchor (iter));
}

/** Finds where it stands. Returns: %FALSE if it has been deleted from the text. */
gboolean
fb_prose_anchor_get_iter (FbProseAnchor *self,
                          GtkTextBuffer *buffer,
                          GtkTextIter   *iter)
{
  if (self->place == NULL || gtk_text_child_anchor_get_deleted (self->place))
    return FALSE;

  gtk_text_buffer_get_iter_at_child_anchor (buffer, iter, self->place);
  return TRUE;
}

/** Returns: (nullable) (transfer none): what the footnote says, %NULL for a cross-reference. */
FbText *
fb_prose_anchor_get_note (FbProseAnchor *self)
{
  return self->note;
}

void
fb_prose_anchor_set_note (FbProseAnchor *self,
                          FbText        *note)
{
  g_return_if_fail (self->note != NULL && note != NULL);

  if (fb_text_equal (self->note, note))
    return;

  fb_text_ref (note);
  fb_text_unref (self->note);
  self->note = note;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTE]);
}

/** Returns: (nullable): the id a cross-reference names, %NULL for a footnote. */
const char *
fb_prose_anchor_get_reference (FbProseAnchor *self)
{
  return self->reference;
}

/** Returns: (nullable): what is to be read in its place; computed, not part of the text. */
const char *
fb_prose_anchor_get_label (FbProseAnchor *self)
{
  return self->label;
}

void
fb_prose_anchor_set_label (FbProseAnchor *self,
                           const char    *label)
{
  if (g_strcmp0 (self->label, label) == 0)
    return;

  g_free (self->label);
  self->label = g_strdup (label);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}
