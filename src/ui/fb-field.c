/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-field.h"

struct _FbField
{
  GObject parent_instance;

  const FbProperty *property;
  FbDocument *document;
  FbNode *node;
  gulong changed_id;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FbField, fb_field, G_TYPE_OBJECT)

static void
node_changed_cb (FbField *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
release (FbField *self)
{
  if (self->node != NULL)
    g_clear_signal_handler (&self->changed_id, self->node);
  g_clear_object (&self->node);
  g_clear_object (&self->document);
}

static void
fb_field_dispose (GObject *object)
{
  release (FB_FIELD (object));

  G_OBJECT_CLASS (fb_field_parent_class)->dispose (object);
}

static void
fb_field_class_init (FbFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fb_field_dispose;

  /**
   * FbField::changed:
   *
   * The value is another one, or another node is bound.
   */
  signals[CHANGED] = g_signal_new ("changed", FB_TYPE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fb_field_init (FbField *self)
{
}

/**
 * fb_field_new:
 * @property: a row of a kind, or an own column's
 *
 * Returns: (transfer full): a field that is bound to no node yet
 */
FbField *
fb_field_new (const FbProperty *property)
{
  FbField *self;

  g_return_val_if_fail (property != NULL, NULL);

  self = g_object_new (FB_TYPE_FIELD, NULL);
  self->property = property;
  return self;
}

/**
 * fb_field_bind:
 * @document: (nullable): the document of @node
 * @node: (nullable): a node whose kind has the property; %NULL lets go of the one before
 */
void
fb_field_bind (FbField    *self,
               FbDocument *document,
               FbNode     *node)
{
  g_return_if_fail (FB_IS_FIELD (self));
  g_return_if_fail (node == NULL || document != NULL);

  if (self->node == node && self->document == document)
    return;

  release (self);
  if (node != NULL)
    {
      g_autofree char *detailed = g_strconcat ("changed::", self->property->name, NULL);

      self->document = g_object_ref (document);
      self->node = g_object_ref (node);
      self->changed_id = g_signal_connect_swapped (node, detailed, G_CALLBACK (node_changed_cb), self);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

/** Returns: (transfer none) (nullable): the document that is changed. */
FbDocument *
fb_field_get_document (FbField *self)
{
  return self->document;
}

/** Returns: (transfer none) (nullable): the node that is changed. */
FbNode *
fb_field_get_node (FbField *self)
{
  return self->node;
}

const FbProperty *
fb_field_get_property (FbField *self)
{
  return self->property;
}

/** Returns: the translated label of the property; for an own column its title. */
const char *
fb_field_get_label (FbField *self)
{
  if (self->document == NULL)
    return fb_property_get_label (self->property);
  return fb_document_get_property_label (self->document, self->property);
}

/** Returns: (transfer none) (nullable): the value, %NULL if it is empty. */
FbValue *
fb_field_get_value (FbField *self)
{
  return self->node != NULL ? fb_node_get_value (self->node, self->property) : NULL;
}

/** Returns: (not nullable): words, the name of a choice or a language tag; "" where the value is empty. */
const char *
fb_field_get_words (FbField *self)
{
  const char *words = fb_value_get_words (fb_field_get_value (self));

  return words != NULL ? words : "";
}

/**
 * fb_field_set_value:
 * @value: (nullable): the value, of the property's type
 *
 * Sets the value through the document. Does nothing where the value is the same or no node is bound.
 */
void
fb_field_set_value (FbField *self,
                    FbValue *value)
{
  g_return_if_fail (FB_IS_FIELD (self));

  if (self->node == NULL || fb_value_equal (fb_field_get_value (self), value))
    return;

  fb_document_set (self->document, self->node, self->property, value);
}

/** Sets words, a choice by its name or a language tag; see fb_field_set_value(). */
void
fb_field_set_words (FbField    *self,
                    const char *words)
{
  g_autoptr (FbValue) value = NULL;

  if (self->property->type == FB_VALUE_CHOICE)
    value = fb_value_new_choice (words);
  else if (self->property->type == FB_VALUE_LANGUAGE)
    value = fb_value_new_language (words);
  else
    value = fb_value_new_words (words);
  fb_field_set_value (self, value);
}
