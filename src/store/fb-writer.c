/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/fb-writer.h"

#include <string.h>

#include "store/fb-foreign.h"
#include "store/fb-format.h"
#include "store/fb-scan.h"
#include "store/fb-writer-private.h"

typedef struct
{
  GString *out;
  FbNode *root;
} Writer;

/* Where the prefix of foreign XML has lost its declaration, by being copied into another document, it gets one that
 * at least keeps the file well-formed. */
typedef struct
{
  Writer *writer;
  FbNode *node;
  char *uri;
} Binding;

static const char *
lookup_prefix (const char *prefix,
               gpointer    data)
{
  Binding *self = data;

  if (*prefix == '\0')
    return NULL;
  for (FbNode *node = self->node; node != NULL; node = node != self->writer->root ? fb_node_get_parent (node) : NULL)
    if (fb_foreign_declares (fb_node_get_foreign (node, FB_FOREIGN_ATTRIBUTES), prefix))
      return NULL;

  g_free (self->uri);
  self->uri = g_strconcat ("urn:feldbuch:unbound:", prefix, NULL);
  return self->uri;
}

/* Foreign XML on lines of its own, otherwise as it was read. */
static void
write_foreign (Writer        *self,
               FbNode        *node,
               FbForeignPlace place,
               guint          depth)
{
  const char *xml = fb_node_get_foreign (node, place);
  gboolean inside = place == FB_FOREIGN_AT_END;
  Binding binding = { self, inside || node == self->root ? node : fb_node_get_parent (node), NULL };
  g_autofree char *bound = NULL;

  if (xml == NULL || *xml == '\0')
    return;

  bound = fb_foreign_bind (xml, strlen (xml), lookup_prefix, &binding);
  fb_write_indent (self->out, depth);
  g_string_append (self->out, bound);
  g_string_append_c (self->out, '\n');
  g_free (binding.uri);
}

static void
write_refs (Writer             *self,
            const char         *name,
            const char *const  *refs)
{
  g_autofree char *joined = g_strjoinv (" ", (char **) refs);

  fb_write_attribute (self->out, name, joined);
}

static void
write_attributes (Writer *self,
                  FbNode *node)
{
  const FbProperty *properties = fb_node_get_info (node)->properties;

  fb_write_attribute (self->out, "id", fb_node_get_id (node));
  for (const FbProperty *property = properties; property->name != NULL; property++)
    {
      FbValue *value = fb_node_get_value (node, property);

      if (value == NULL)
        continue;
      if (property->type == FB_VALUE_CHOICE || property->type == FB_VALUE_LANGUAGE)
        fb_write_attribute (self->out, property->name, fb_value_get_words (value));
      else if (property->type == FB_VALUE_REFS)
        write_refs (self, property->name, fb_value_get_refs (value));
      else if (property->type == FB_VALUE_FLAG)
        fb_write_attribute (self->out, property->name, "yes");
    }
}

/* An attribute that a newer version knows more of steps back once the property has been set. */
static void
write_foreign_attributes (Writer *self,
                          FbNode *node)
{
  const char *attributes = fb_node_get_foreign (node, FB_FOREIGN_ATTRIBUTES);
  Binding binding = { self, node, NULL };
  g_autofree char *bound = NULL;
  FbScanAttribute attribute;
  const char *position;

  if (attributes == NULL)
    return;

  bound = fb_foreign_bind_attributes (attributes, lookup_prefix, &binding);
  position = bound;
  while (fb_scan_next_attribute (&position, bound + strlen (bound), &attribute))
    {
      g_autofree char *name = g_strndup (attribute.name, attribute.name_length);

      if (fb_node_get (node, name) != NULL || g_str_equal (name, "id"))
        continue;
      g_string_append_c (self->out, ' ');
      g_string_append_len (self->out, attribute.name, attribute.end - attribute.name);
    }
  g_free (binding.uri);
}

static void
write_property (Writer           *self,
                FbNode           *node,
                const FbProperty *property,
                guint             depth)
{
  FbValue *value = fb_node_get_value (node, property);
  gboolean own = (property->flags & FB_PROPERTY_OWN) != 0;
  const char *element = own ? FB_FORMAT_OWN : property->name;
  const char *media_type;
  GBytes *image;

  if (value == NULL)
    return;

  fb_write_indent (self->out, depth);
  g_string_append_printf (self->out, "<%s", element);
  if (own)
    fb_write_attribute (self->out, FB_FORMAT_COLUMN, property->name);
  if (property->type == FB_VALUE_RICH)
    {
      g_string_append (self->out, ">\n");
      fb_write_blocks (self->out, fb_value_get_text (value), depth + 1);
      fb_write_indent (self->out, depth);
    }
  else if (property->type == FB_VALUE_IMAGE)
    {
      image = fb_value_get_image (value, &media_type);
      fb_write_attribute (self->out, "type", media_type);
      g_string_append (self->out, ">\n");
      fb_write_image (self->out, image, depth + 1);
      fb_write_indent (self->out, depth);
    }
  else
    {
      g_string_append_c (self->out, '>');
      fb_write_words (self->out, fb_value_get_words (value));
    }
  g_string_append_printf (self->out, "</%s>\n", element);
}

static void
write_properties (Writer *self,
                  FbNode *node,
                  guint   depth)
{
  const FbProperty *properties = fb_node_get_info (node)->properties;
  g_autoptr (GPtrArray) own = fb_node_get_own_properties (node);

  for (const FbProperty *property = properties; property->name != NULL; property++)
    if (property->type == FB_VALUE_WORDS || property->type == FB_VALUE_RICH || property->type == FB_VALUE_IMAGE)
      write_property (self, node, property, depth);
  for (guint i = 0; i < own->len; i++)
    write_property (self, node, own->pdata[i], depth);
}

static void
write_node (Writer *self,
            FbNode *node,
            guint   depth)
{
  const char *element = fb_node_get_info (node)->element;
  gsize behind_tag;

  write_foreign (self, node, FB_FOREIGN_BEFORE, depth);
  fb_write_indent (self->out, depth);
  g_string_append_printf (self->out, "<%s", element);
  if (node == self->root)
    fb_write_attribute (self->out, "xmlns", FB_FORMAT_NAMESPACE);
  write_attributes (self, node);
  write_foreign_attributes (self, node);

  g_string_append (self->out, ">\n");
  behind_tag = self->out->len;
  write_properties (self, node, depth + 1);
  for (guint i = 0; i < fb_node_get_n_children (node); i++)
    write_node (self, fb_node_get_child (node, i), depth + 1);
  write_foreign (self, node, FB_FOREIGN_AT_END, depth + 1);

  if (self->out->len == behind_tag)
    {
      g_string_truncate (self->out, behind_tag - strlen (">\n"));
      g_string_append (self->out, "/>\n");
    }
  else
    {
      fb_write_indent (self->out, depth);
      g_string_append_printf (self->out, "</%s>\n", element);
    }
}

/**
 * fb_writer_write:
 * @root: the root of a document, or of a branch
 *
 * Writes a tree in the one canonical form: the same tree gives the same bytes. Attributes stand in the order of the
 * kinds table, the id first; then what was typed, as elements in the order of the table, the values of own columns
 * behind them; then the children.
 *
 * Returns: (transfer full): an XML file, see data/konzept.rng
 */
GBytes *
fb_writer_write (FbNode *root)
{
  Writer self = { g_string_sized_new (64 * 1024), root };

  g_string_append (self.out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  write_node (&self, root, 0);
  write_foreign (&self, root, FB_FOREIGN_AFTER, 0);

  return g_string_free_to_bytes (self.out);
}
