/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/fb-finding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _FbFinding
{
  GObject parent_instance;

  const FbRule *rule;
  FbNode *node;
  const FbProperty *property; /* or NULL: the node as a whole */
  guint start;
  guint end;
  char *found;
  char *message;
};

G_DEFINE_FINAL_TYPE (FbFinding, fb_finding, G_TYPE_OBJECT)

static void
fb_finding_finalize (GObject *object)
{
  FbFinding *self = FB_FINDING (object);

  g_clear_object (&self->node);
  g_free (self->found);
  g_free (self->message);

  G_OBJECT_CLASS (fb_finding_parent_class)->finalize (object);
}

static void
fb_finding_class_init (FbFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fb_finding_finalize;
}

static void
fb_finding_init (FbFinding *self)
{
}

/**
 * fb_finding_new:
 * @property: (nullable): the property, or %NULL for the node as a whole
 * @start: byte offset in the words, or in the buffer of the rich text
 * @found: (nullable): what was found, by which the finding is known again; the words themselves where there are some
 * @message: translated: what is wrong here
 *
 * Returns: (transfer full): the finding
 */
FbFinding *
fb_finding_new (const FbRule *rule,
                FbNode *node,
                const FbProperty *property,
                guint start,
                guint end,
                const char *found,
                const char *message)
{
  FbFinding *self = g_object_new (FB_TYPE_FINDING, NULL);

  self->rule = rule;
  self->node = g_object_ref (node);
  self->property = property;
  self->start = start;
  self->end = end;
  self->found = g_strdup (found != NULL ? found : "");
  self->message = g_strdup (message);

  return self;
}

const FbRule *
fb_finding_get_rule (FbFinding *self)
{
  return self->rule;
}

/** Returns: (transfer none): the node at which it was found. */
FbNode *
fb_finding_get_node (FbFinding *self)
{
  return self->node;
}

/** Returns: (nullable): the property, or %NULL for the node as a whole. */
const FbProperty *
fb_finding_get_property (FbFinding *self)
{
  return self->property;
}

/** Where in the property it was found, in bytes; 0 and 0 for the property as a whole. */
void
fb_finding_get_range (FbFinding *self, guint *start, guint *end)
{
  *start = self->start;
  *end = self->end;
}

const char *
fb_finding_get_found (FbFinding *self)
{
  return self->found;
}

/** Returns: what is wrong here, translated. */
const char *
fb_finding_get_message (FbFinding *self)
{
  return self->message;
}

FbSeverity
fb_finding_get_severity (FbFinding *self, FbPhase phase)
{
  return self->rule->severity[phase];
}

gboolean
fb_finding_equal (FbFinding *a, FbFinding *b)
{
  return a->rule == b->rule && a->node == b->node && a->property == b->property && a->start == b->start
         && a->end == b->end && g_str_equal (a->found, b->found) && g_str_equal (a->message, b->message);
}

guint
fb_finding_hash (FbFinding *self)
{
  return g_direct_hash (self->node) ^ g_direct_hash (self->rule) * 31 ^ g_direct_hash (self->property) * 17
         ^ self->start * 7919;
}

/* A heading may end with a colon; in a path it would be read as the end. */
static char *
dup_part (FbNode *node)
{
  const char *number = fb_node_get_number (node);
  g_autofree char *label = fb_node_dup_label (node);
  gsize length = strlen (label);

  if (length > 1 && label[length - 1] == ':')
    label[length - 1] = '\0';
  if (number == NULL)
    return g_steal_pointer (&label);
  if (fb_node_get_kind (node) == FB_KIND_STEP)
    return g_strdup_printf (g_ascii_isdigit (*number) ? "(%s)" : "%s", number);
  return g_strdup_printf ("%s %s", number, label);
}

/** Returns: (transfer full): the place in words: numbers and titles from the numbered heading down to the node. */
char *
fb_finding_dup_place (FbFinding *self)
{
  g_autoptr (GString) place = g_string_new (NULL);
  gboolean has_heading = FALSE;

  for (FbNode *node = self->node; node != NULL && !has_heading; node = fb_node_get_parent (node))
    {
      FbKind kind = fb_node_get_kind (node);
      g_autofree char *part = NULL;

      if (kind == FB_KIND_CONCEPT && place->len > 0)
        break;
      if (kind == FB_KIND_GROUP && node != self->node)
        continue;

      part = dup_part (node);
      if (place->len > 0)
        g_string_prepend (place, " › ");
      g_string_prepend (place, part);
      /* The parts of a field are called alike in every field. */
      has_heading
          = (kind == FB_KIND_FIELD || (kind == FB_KIND_CHAPTER && fb_node_get_ancestor (node, FB_KIND_FIELD) == NULL))
            && fb_node_get_number (node) != NULL;
    }

  return g_string_free (g_steal_pointer (&place), FALSE);
}

/* Repair */

/* The bytes that the finding names, if they are still there. */
static gboolean
is_current (FbFinding *self)
{
  FbValue *value = self->property != NULL ? fb_node_get_value (self->node, self->property) : NULL;
  FbText *text = fb_value_get_text (value);
  const char *words = text != NULL ? fb_text_get_buffer (text, NULL) : fb_value_get_words (value);

  return words != NULL && self->end > self->start && strlen (words) >= self->end
         && strlen (self->found) == self->end - self->start
         && memcmp (words + self->start, self->found, self->end - self->start) == 0;
}

/** Returns: whether fb_finding_repair() would do something. */
gboolean
fb_finding_can_repair (FbFinding *self)
{
  return self->rule->repair != NULL && is_current (self);
}

/** Repairs what was found, in one step of the history. Returns: whether it could. */
gboolean
fb_finding_repair (FbFinding *self, FbDocument *document)
{
  g_autofree char *replacement = NULL;
  g_autoptr (FbValue) value = NULL;
  FbText *text;

  if (!fb_finding_can_repair (self))
    return FALSE;

  replacement = self->rule->repair (self->found);
  if (replacement == NULL)
    return FALSE;
  text = fb_value_get_text (fb_node_get_value (self->node, self->property));
  if (text != NULL)
    {
      g_autoptr (FbText) repaired = fb_text_replace (text, self->start, self->end, replacement);

      value = fb_value_new_rich (repaired);
    }
  else
    {
      g_autoptr (GString) words = g_string_new (fb_value_get_words (fb_node_get_value (self->node, self->property)));

      g_string_erase (words, self->start, self->end - self->start);
      g_string_insert (words, self->start, replacement);
      value = fb_value_new_words (words->str);
    }

  fb_document_begin (document, _ ("Repair"));
  fb_document_set (document, self->node, self->property, value);
  fb_document_end (document);
  return TRUE;
}
