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
fb_finding_new (const FbRule     *rule,
                FbNode           *node,
                const FbProperty *property,
                guint             start,
                guint             end,
                const char       *found,
                const char       *message)
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
fb_finding_get_range (FbFinding *self,
                      guint     *start,
                      guint     *end)
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
fb_finding_get_severity (FbFinding *self,
                         FbPhase    phase)
{
  return self->rule->severity[phase];
}

gboolean
fb_finding_equal (FbFinding *a,
                  FbFinding *b)
{
  return a->rule == b->rule && a->node == b->node && a->property == b->property && a->start == b->start &&
         a->end == b->end && g_str_equal (a->found, b->found) && g_str_equal (a->message, b->message);
}

/** Returns: (transfer full): the place in words: numbers and titles from the chapter down to the node. */
char *
fb_finding_dup_place (FbFinding *self)
{
  g_autoptr (GString) place = g_string_new (NULL);
  gboolean has_heading = FALSE;

  for (FbNode *node = self->node; node != NULL && !has_heading; node = fb_node_get_parent (node))
    {
      FbKind kind = fb_node_get_kind (node);
      const char *number = fb_node_get_number (node);
      g_autofree char *label = NULL;
      g_autofree char *part = NULL;

      if (kind == FB_KIND_CONCEPT && place->len > 0)
        break;
      if (kind == FB_KIND_GROUP && node != self->node)
        continue;

      label = fb_node_dup_label (node);
      if (kind == FB_KIND_STEP && number != NULL)
        part = g_strdup_printf ("(%s)", number);
      else if (number != NULL)
        part = g_strdup_printf ("%s %s", number, label);
      else
        part = g_strdup (label);
      if (place->len > 0)
        g_string_prepend (place, " › ");
      g_string_prepend (place, part);
      /* The parts of a field are called alike in every field. */
      has_heading = kind == FB_KIND_FIELD || (kind == FB_KIND_CHAPTER && fb_node_get_ancestor (node, FB_KIND_FIELD) == NULL);
    }

  return g_string_free (g_steal_pointer (&place), FALSE);
}

/* Setting aside */

/** Returns: (transfer none) (nullable): the node of @document that says that this was set aside. */
FbNode *
fb_finding_find_waiver (FbFinding  *self,
                        FbDocument *document)
{
  FbNode *list = fb_node_get_child_of_kind (fb_document_get_root (document), FB_KIND_WAIVERS);

  for (guint i = 0; list != NULL && i < fb_node_get_n_children (list); i++)
    {
      FbNode *waiver = fb_node_get_child (list, i);
      const char *found = fb_node_get_words (waiver, "found");

      if (g_strcmp0 (fb_node_get_words (waiver, "rule"), self->rule->id) == 0 &&
          g_strv_contains (fb_node_get_refs (waiver, "place"), fb_node_get_id (self->node)) &&
          g_strcmp0 (found != NULL ? found : "", self->found) == 0)
        return waiver;
    }

  return NULL;
}

/**
 * fb_finding_set_aside:
 * @reason: why this is right as it is
 *
 * Stores in @document that the finding is to be left alone, in one step of the history.
 */
void
fb_finding_set_aside (FbFinding  *self,
                      FbDocument *document,
                      const char *reason)
{
  FbNode *root = fb_document_get_root (document);
  FbNode *list = fb_node_get_child_of_kind (root, FB_KIND_WAIVERS);
  const char *ids[] = { fb_node_get_id (self->node), NULL };
  g_autoptr (FbValue) place = fb_value_new_refs (ids);
  g_autoptr (FbNode) waiver = fb_document_create_node (document, FB_KIND_WAIVER);

  fb_node_build_value (waiver, fb_kind_get_property (FB_KIND_WAIVER, "place"), place);
  fb_node_build_words (waiver, "rule", self->rule->id);
  fb_node_build_words (waiver, "found", self->found);
  fb_node_build_words (waiver, "reason", reason);

  fb_document_begin (document, _("Set finding aside"));
  if (list == NULL)
    {
      g_autoptr (FbNode) added = fb_document_create_node (document, FB_KIND_WAIVERS);

      fb_document_insert_one (document, root, fb_node_get_n_children (root), added, NULL);
      list = added;
    }
  fb_document_insert_one (document, list, fb_node_get_n_children (list), waiver, NULL);
  fb_document_end (document);
}

/* Repair */

/* The bytes that the finding names, if they are still there. */
static gboolean
is_current (FbFinding *self)
{
  FbValue *value = self->property != NULL ? fb_node_get_value (self->node, self->property) : NULL;
  FbText *text = fb_value_get_text (value);
  const char *words = text != NULL ? fb_text_get_buffer (text, NULL) : fb_value_get_words (value);

  return words != NULL && self->end > self->start && strlen (words) >= self->end &&
         strlen (self->found) == self->end - self->start &&
         memcmp (words + self->start, self->found, self->end - self->start) == 0;
}

/** Returns: whether fb_finding_repair() would do something. */
gboolean
fb_finding_can_repair (FbFinding *self)
{
  return self->rule->repair != NULL && is_current (self);
}

/** Repairs what was found, in one step of the history. Returns: whether it could. */
gboolean
fb_finding_repair (FbFinding  *self,
                   FbDocument *document)
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
      g_autoptr (GString) words =
        g_string_new (fb_value_get_words (fb_node_get_value (self->node, self->property)));

      g_string_erase (words, self->start, self->end - self->start);
      g_string_insert (words, self->start, replacement);
      value = fb_value_new_words (words->str);
    }

  fb_document_begin (document, _("Repair"));
  fb_document_set (document, self->node, self->property, value);
  fb_document_end (document);
  return TRUE;
}
