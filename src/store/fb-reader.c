/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/fb-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "concept/fb-id.h"
#include "store/fb-foreign.h"
#include "store/fb-format.h"
#include "store/fb-reader-private.h"

G_DEFINE_QUARK (fb-reader-error-quark, fb_reader_error)

/* Foreign XML between two nodes, as it is being collected. */
typedef struct
{
  GString *xml;
  gsize end;        /* of the last piece in the bytes */
  gboolean apart;   /* a property stands behind the last piece */
} Foreign;

static FbNode *read_node (FbReader *self,
                          FbKind    kind,
                          Foreign  *before);

/* What is expected where something else was found */

static gboolean
is_element_type (FbValueType type)
{
  return type == FB_VALUE_WORDS || type == FB_VALUE_RICH || type == FB_VALUE_IMAGE;
}

static char *
join_names (GPtrArray *names)
{
  g_autofree char *list = NULL;

  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **) names->pdata);
  return names->len > 2 ? g_strdup_printf (_("one of %s"), list) : g_steal_pointer (&list);
}

static char *
expected_elements (FbKind   kind,
                   gboolean properties)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const FbKindInfo *info = fb_kind_get_info (kind);

  for (const FbProperty *property = info->properties; properties && property->name != NULL; property++)
    if (is_element_type (property->type))
      g_ptr_array_add (names, g_strdup_printf ("<%s>", property->name));
  if (properties && kind == FB_KIND_MEASURE)
    g_ptr_array_add (names, g_strdup ("<" FB_FORMAT_OWN ">"));
  for (guint i = 0; i < FB_N_KINDS; i++)
    if (fb_kind_allows_child (kind, i))
      g_ptr_array_add (names, g_strdup_printf ("<%s>", fb_kind_get_info (i)->element));

  if (names->len == 0)
    return g_strdup (_("the end"));
  return join_names (names);
}

static char *
expected_attributes (FbKind kind)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (names, g_strdup ("id"));
  for (const FbProperty *property = fb_kind_get_info (kind)->properties; property->name != NULL; property++)
    if (!is_element_type (property->type))
      g_ptr_array_add (names, g_strdup (property->name));
  if (kind == FB_KIND_CONCEPT)
    g_ptr_array_add (names, g_strdup ("version"));

  return join_names (names);
}

static char *
expected_choices (const FbProperty *property)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (const FbChoice *choice = property->choices; choice->name != NULL; choice++)
    g_ptr_array_add (names, g_strdup (choice->name));

  return join_names (names);
}

static gboolean
refuse_element (FbReader *self,
                FbKind    kind,
                gboolean  properties)
{
  g_autofree char *what = fb_reader_describe (self);
  g_autofree char *expected = expected_elements (kind, properties);
  /* Translators: what was found, and the name of the element around it. */
  g_autofree char *found = g_strdup_printf (_("%s in <%s>"), what, fb_kind_get_info (kind)->element);

  return fb_reader_fail (self, self->line, found, expected);
}

/* Foreign XML */

static void
read_root_prefixes (FbReader *self)
{
  const char *tag = self->scan.bytes + self->start;
  FbScanAttribute attribute;

  while (fb_scan_next_attribute (&tag, self->scan.bytes + self->end, &attribute))
    if (attribute.name_length > 6 && memcmp (attribute.name, "xmlns:", 6) == 0)
      {
        char *prefix = g_strndup (attribute.name + 6, attribute.name_length - 6);
        xmlChar *uri = xmlTextReaderLookupNamespace (self->xml, BAD_CAST prefix);

        g_hash_table_insert (self->root_prefixes, prefix, g_strdup ((const char *) uri));
        xmlFree (uri);
      }
}

typedef struct
{
  FbReader *reader;
  xmlNodePtr around; /* the element around the foreign XML */
} Binding;

/* What the root declares, and our own namespace as the default, are there wherever the piece will be. */
static const char *
lookup_prefix (const char *prefix,
               gpointer    data)
{
  Binding *self = data;
  xmlNsPtr found = self->around != NULL
                     ? xmlSearchNs (self->around->doc, self->around, *prefix != '\0' ? BAD_CAST prefix : NULL)
                     : NULL;
  const char *uri = found != NULL && found->href != NULL ? (const char *) found->href : "";

  if (*prefix == '\0')
    return g_str_equal (uri, FB_FORMAT_NAMESPACE) ? NULL : uri;
  return g_strcmp0 (uri, g_hash_table_lookup (self->reader->root_prefixes, prefix)) == 0 ? NULL : uri;
}

static void
clear_foreign (Foreign *foreign)
{
  if (foreign->xml != NULL)
    g_string_free (g_steal_pointer (&foreign->xml), TRUE);
}

/* Adds the bytes [self->start, self->end), at whose end the parser stands. */
static void
add_foreign (FbReader *self,
             Foreign  *foreign)
{
  xmlNodePtr node = xmlTextReaderCurrentNode (self->xml);
  gboolean is_element = self->event == FB_EVENT_END;
  Binding binding = { self, node->parent != NULL && node->parent->type == XML_ELEMENT_NODE ? node->parent : NULL };
  const char *bytes = self->scan.bytes;
  g_autofree char *piece = NULL;

  if (is_element)
    piece = fb_foreign_bind (bytes + self->start, self->end - self->start, lookup_prefix, &binding);
  else
    piece = g_strndup (bytes + self->start, self->end - self->start);

  if (foreign->xml == NULL)
    {
      foreign->xml = g_string_new (NULL);
    }
  else if (foreign->apart)
    {
      g_string_append_c (foreign->xml, '\n');
      for (int i = xmlTextReaderDepth (self->xml); i > 0; i--)
        g_string_append (foreign->xml, "  ");
    }
  else
    {
      g_string_append_len (foreign->xml, bytes + foreign->end, self->start - foreign->end);
    }
  g_string_append (foreign->xml, piece);
  foreign->end = self->end;
  foreign->apart = FALSE;
}

static gboolean
skip_foreign (FbReader *self,
              Foreign  *foreign)
{
  if (self->event == FB_EVENT_START && !fb_reader_skip_element (self))
    return FALSE;

  add_foreign (self, foreign);
  return TRUE;
}

static void
keep_foreign (FbNode        *node,
              FbForeignPlace place,
              Foreign       *foreign)
{
  if (foreign->xml != NULL)
    fb_node_build_foreign (node, place, foreign->xml->str);
  clear_foreign (foreign);
}

/* Attributes */

static void
add_references (FbReader           *self,
                const char * const *ids,
                guint64             targets)
{
  for (guint i = 0; ids[i] != NULL; i++)
    fb_reader_add_reference (self, ids[i], targets);
}

static gboolean
refuse_value (FbReader   *self,
              const char *name,
              const char *value,
              const char *expected)
{
  g_autofree char *found = g_strdup_printf ("%s=\"%s\"", name, value);

  return fb_reader_fail_unknown (self, found, expected);
}

/* Reads the attribute on which the parser stands. If it stays unknown, self->unknown is set. */
static gboolean
read_attribute (FbReader   *self,
                FbNode     *node,
                const char *name)
{
  const FbProperty *property = fb_kind_get_property (fb_node_get_kind (node), name);
  const char *words = (const char *) xmlTextReaderConstValue (self->xml);
  g_autoptr (FbValue) value = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  g_auto (GStrv) ids = NULL;

  if (property == NULL || is_element_type (property->type))
    {
      found = g_strdup_printf (_("the attribute “%s”"), name);
      expected = expected_attributes (fb_node_get_kind (node));
      return fb_reader_fail_unknown (self, found, expected);
    }

  switch (property->type)
    {
    case FB_VALUE_CHOICE:
      if (fb_property_find_choice (property, words) == NULL)
        {
          expected = expected_choices (property);
          return refuse_value (self, name, words, expected);
        }
      value = fb_value_new_choice (words);
      break;
    case FB_VALUE_REFS:
      ids = g_strsplit_set (words, " \t\r\n", -1);
      value = fb_value_new_refs ((const char *const *) ids);
      add_references (self, fb_value_get_refs (value), property->targets);
      break;
    case FB_VALUE_FLAG:
      if (!g_str_equal (words, "yes"))
        return refuse_value (self, name, words, "yes");
      value = fb_value_new_flag (TRUE);
      break;
    case FB_VALUE_LANGUAGE:
      fb_reader_check_language (self, words);
      value = fb_value_new_language (words);
      break;
    case FB_VALUE_WORDS:
    case FB_VALUE_RICH:
    case FB_VALUE_IMAGE:
    default:
      g_assert_not_reached ();
    }
  fb_node_build_value (node, property, value);

  return TRUE;
}

/* Whether the attribute on which the parser stands is kept as it is. */
static gboolean
is_kept (FbReader   *self,
         FbNode     *node,
         const char *name)
{
  if (xmlTextReaderIsNamespaceDecl (self->xml))
    return TRUE;
  if (g_str_equal (name, "version") && fb_node_get_kind (node) == FB_KIND_CONCEPT)
    return TRUE;
  return strchr (name, ':') != NULL && !g_str_has_prefix (name, "xml:") && !fb_reader_is_own (self);
}

static gboolean
read_attributes (FbReader *self,
                 FbNode   *node)
{
  const char *position = self->scan.bytes + self->start;
  const char *end = self->scan.bytes + self->end;
  g_autoptr (GString) kept = g_string_new (NULL);
  FbScanAttribute attribute;
  gboolean fine = TRUE;

  while (fine && fb_scan_next_attribute (&position, end, &attribute))
    {
      g_autofree char *name = g_strndup (attribute.name, attribute.name_length);

      if (g_str_equal (name, "id") || g_str_equal (name, "xmlns") ||
          xmlTextReaderMoveToAttribute (self->xml, BAD_CAST name) != 1)
        continue;

      self->unknown = FALSE;
      if (!is_kept (self, node, name))
        {
          fine = read_attribute (self, node, name);
          if (!self->unknown)
            continue;
        }
      g_string_append_c (kept, ' ');
      g_string_append_len (kept, attribute.name, attribute.end - attribute.name);
    }
  self->unknown = FALSE;
  xmlTextReaderMoveToElement (self->xml);

  if (kept->len > 0)
    {
      Binding binding = { self, xmlTextReaderCurrentNode (self->xml) };
      g_autofree char *bound = fb_foreign_bind_attributes (kept->str, lookup_prefix, &binding);

      fb_node_build_foreign (node, FB_FOREIGN_ATTRIBUTES, bound);
    }

  return fine;
}

/* Properties */

static gboolean
read_property (FbReader         *self,
               FbNode           *node,
               const FbProperty *property,
               Foreign          *foreign)
{
  static const char *const no_attributes[] = { NULL };
  gsize start = self->start;
  guint line = self->line;
  g_autofree char *found = fb_reader_describe (self);
  g_autoptr (FbValue) value = NULL;
  gboolean own = (property->flags & FB_PROPERTY_OWN) != 0;
  gboolean fine;

  if (property->type == FB_VALUE_IMAGE)
    fine = fb_reader_read_image (self, &value);
  else if (!own && !fb_reader_check_attributes (self, no_attributes))
    fine = FALSE;
  else if (property->type == FB_VALUE_RICH)
    fine = fb_reader_read_rich (self, &value);
  else
    fine = fb_reader_read_words (self, &value);
  if (!fine)
    return FALSE;

  if (self->unknown)
    {
      self->unknown = FALSE;
      self->start = start;
      add_foreign (self, foreign);
      return TRUE;
    }
  if (fb_node_get_value (node, property) != NULL)
    return fb_reader_fail (self, line, found, _("each property once"));

  fb_node_build_value (node, property, value);
  foreign->apart = TRUE;
  return TRUE;
}

static gboolean
read_own_value (FbReader *self,
                FbNode   *node,
                Foreign  *foreign)
{
  static const char *const allowed[] = { FB_FORMAT_COLUMN, NULL };
  g_autofree char *column = fb_reader_dup_attribute (self, FB_FORMAT_COLUMN);

  if (!fb_reader_check_attributes (self, allowed))
    return FALSE;
  if (!fb_id_is_valid (column))
    return fb_reader_fail (self, self->line, "<" FB_FORMAT_OWN ">", _("the id of a column"));

  fb_reader_add_reference (self, column, FB_KIND_MASK (FB_KIND_COLUMN));
  return read_property (self, node, fb_property_for_column (column), foreign);
}

/* The property that the element which has just begun holds, or NULL. */
static const FbProperty *
find_property (FbReader *self,
               FbNode   *node)
{
  const FbProperty *property = fb_kind_get_property (fb_node_get_kind (node), fb_reader_get_element (self));

  return property != NULL && is_element_type (property->type) ? property : NULL;
}

/* Nodes */

static gboolean
read_child (FbReader *self,
            FbNode   *node,
            FbKind    kind,
            Foreign  *foreign)
{
  g_autoptr (FbNode) child = NULL;

  if (fb_kind_get_info (kind)->single && fb_node_get_child_of_kind (node, kind) != NULL)
    {
      g_autofree char *found = g_strdup_printf (_("a second <%s>"), fb_kind_get_info (kind)->element);

      return fb_reader_fail (self, self->line, found, _("at most one"));
    }

  child = read_node (self, kind, foreign);
  if (child == NULL)
    return FALSE;

  fb_node_build_child (node, child);
  return TRUE;
}

static gboolean
read_element (FbReader *self,
              FbNode   *node,
              Foreign  *foreign)
{
  FbKind kind = fb_node_get_kind (node);
  gboolean before_children = fb_node_get_n_children (node) == 0;
  const FbProperty *property;
  FbKind child;

  if (!fb_reader_is_own (self))
    return skip_foreign (self, foreign);

  self->unknown = FALSE;
  property = find_property (self, node);
  if (before_children && property != NULL)
    return read_property (self, node, property, foreign);
  if (before_children && kind == FB_KIND_MEASURE && g_str_equal (fb_reader_get_element (self), FB_FORMAT_OWN))
    return read_own_value (self, node, foreign);
  if (fb_kind_from_element (fb_reader_get_element (self), &child) && fb_kind_allows_child (kind, child))
    return read_child (self, node, child, foreign);

  return self->newer ? skip_foreign (self, foreign) : refuse_element (self, kind, before_children);
}

static gboolean
read_content (FbReader *self,
              FbNode   *node)
{
  Foreign foreign = { NULL };
  gboolean fine = TRUE;

  while (fine && fb_reader_advance (self) && self->event != FB_EVENT_END)
    {
      if (self->event == FB_EVENT_START)
        fine = read_element (self, node, &foreign);
      else if (self->event != FB_EVENT_TEXT)
        fine = skip_foreign (self, &foreign);
      else if (self->text->str[strspn (self->text->str, " \t\r\n")] != '\0')
        fine = refuse_element (self, fb_node_get_kind (node), fb_node_get_n_children (node) == 0);
    }
  keep_foreign (node, FB_FOREIGN_AT_END, &foreign);

  return self->error == NULL;
}

static gboolean
check_id (FbReader   *self,
          const char *id)
{
  FbNode *other = id != NULL ? g_hash_table_lookup (self->ids, id) : NULL;
  g_autofree char *found = NULL;

  if (id == NULL)
    {
      found = fb_reader_describe (self);
      return fb_reader_fail (self, self->line, found, _("the attribute “id”"));
    }

  found = g_strdup_printf ("id=\"%s\"", id);
  if (!fb_id_is_valid (id))
    return fb_reader_fail (self, self->line, found, _("a letter, then letters, digits, “-”, “_” or “.”"));
  if (other != NULL)
    {
      g_autofree char *expected = NULL;

      /* Translators: %s is the name of an element, such as “measure”. */
      expected = g_strdup_printf (_("another id, for this one is taken by a <%s>"), fb_node_get_info (other)->element);
      return fb_reader_fail (self, self->line, found, expected);
    }

  return TRUE;
}

/* Reads from the start of the element to its end. */
static FbNode *
read_node (FbReader *self,
           FbKind    kind,
           Foreign  *before)
{
  g_autofree char *id = fb_reader_dup_attribute (self, "id");
  g_autoptr (FbNode) node = NULL;

  if (!check_id (self, id))
    return NULL;

  node = fb_node_new (kind, id);
  g_hash_table_insert (self->ids, (gpointer) fb_node_get_id (node), node);
  keep_foreign (node, FB_FOREIGN_BEFORE, before);
  if (!read_attributes (self, node) || !read_content (self, node))
    return NULL;

  return g_steal_pointer (&node);
}

/* The file */

static gboolean
fail_version (FbReader   *self,
              const char *version)
{
  if (self->error == NULL)
    g_set_error (&self->error, FB_READER_ERROR, FB_READER_ERROR_VERSION,
                 /* Translators: file name, line number, version number of the file format found and expected. */
                 _("%s:%u: found format %s, expected format %d: the file was made by a newer version of Feldbuch"),
                 self->name, self->line, version, FB_FORMAT_MAJOR);
  return FALSE;
}

static gboolean
check_version (FbReader *self)
{
  g_autofree char *version = fb_reader_dup_attribute (self, "version");
  g_auto (GStrv) parts = NULL;
  guint64 major, minor = 0;

  if (version == NULL)
    return TRUE;

  parts = g_strsplit (version, ".", -1);
  if (parts[0] == NULL || g_strv_length (parts) > 2 ||
      !g_ascii_string_to_unsigned (parts[0], 10, 0, G_MAXUINT16, &major, NULL) ||
      (parts[1] != NULL && !g_ascii_string_to_unsigned (parts[1], 10, 0, G_MAXUINT16, &minor, NULL)) ||
      major < FB_FORMAT_MAJOR)
    {
      g_autofree char *found = g_strdup_printf ("version=\"%s\"", version);

      return fb_reader_fail (self, self->line, found, "1.0");
    }
  if (major > FB_FORMAT_MAJOR)
    return fail_version (self, version);

  self->newer = minor > FB_FORMAT_MINOR;
  if (self->newer)
    fb_reader_warn (self, self->line,
                    _("found format %s, which is newer than this version of Feldbuch; what is unknown is kept"),
                    version);
  return TRUE;
}

static gboolean
check_root (FbReader *self)
{
  const char *uri = (const char *) xmlTextReaderConstNamespaceUri (self->xml);
  g_autofree char *what = fb_reader_describe (self);
  g_autofree char *found = NULL;
  guint64 major;

  if (fb_reader_is_own (self) && g_str_equal (fb_reader_get_element (self), "concept"))
    return check_version (self);

  if (uri != NULL && g_str_has_prefix (uri, FB_FORMAT_NAMESPACE_STEM) &&
      g_ascii_string_to_unsigned (uri + strlen (FB_FORMAT_NAMESPACE_STEM), 10, FB_FORMAT_MAJOR + 1, G_MAXUINT16, &major,
                                  NULL))
    return fail_version (self, uri + strlen (FB_FORMAT_NAMESPACE_STEM));

  found = uri != NULL ? g_strdup_printf (_("%s of the namespace “%s”"), what, uri)
                      : g_strdup_printf (_("%s of no namespace"), what);
  return fb_reader_fail (self, self->line, found, "<concept xmlns=\"" FB_FORMAT_NAMESPACE "\">");
}

static FbNode *
read_file (FbReader *self)
{
  g_autoptr (FbNode) root = NULL;
  Foreign foreign = { NULL };
  gboolean fine = TRUE;

  while (fine && fb_reader_advance (self) && self->event != FB_EVENT_END_OF_FILE)
    {
      if (self->event == FB_EVENT_START)
        {
          fine = check_root (self);
          if (!fine)
            break;
          read_root_prefixes (self);
          root = read_node (self, FB_KIND_CONCEPT, &foreign);
          fine = root != NULL;
        }
      else if (self->event != FB_EVENT_TEXT)
        {
          fine = skip_foreign (self, &foreign);
        }
    }
  if (self->error != NULL)
    {
      clear_foreign (&foreign);
      return NULL;
    }
  keep_foreign (root, FB_FOREIGN_AFTER, &foreign);

  return g_steal_pointer (&root);
}

static void
check_references (FbReader *self)
{
  for (guint i = 0; i < self->references->len; i++)
    {
      const FbReference *reference = &g_array_index (self->references, FbReference, i);
      FbNode *target = g_hash_table_lookup (self->ids, reference->id);

      if (target == NULL)
        fb_reader_warn (self, reference->line, _("found a reference to “%s”, which is not in the file"), reference->id);
      else if (reference->targets != 0 && (reference->targets & FB_KIND_MASK (fb_node_get_kind (target))) == 0)
        fb_reader_warn (self, reference->line, _("found a reference to “%s”, which is a <%s>"), reference->id,
                        fb_node_get_info (target)->element);
    }
}

/**
 * fb_reader_read:
 * @bytes: a .konzept file
 * @name: what to call it in messages
 * @warnings: (out) (optional) (transfer full): where to put what is odd but kept, as translated strings
 *   "FILE:LINE: ..."; free with g_ptr_array_unref()
 * @error: where to put an error of the domain %FB_READER_ERROR: "FILE:LINE: found ..., expected ..."
 *
 * Reads a file. Nothing of it gets lost: XML of other namespaces, comments and processing instructions are kept with
 * the nodes; references to ids that are not there are kept too. The format is described by data/konzept.rng.
 *
 * Returns: (transfer full) (nullable): the root of the tree
 */
FbNode *
fb_reader_read (GBytes      *bytes,
                const char  *name,
                GPtrArray  **warnings,
                GError     **error)
{
  FbReader reader;
  FbNode *root = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (fb_reader_begin (&reader, bytes, name))
    root = read_file (&reader);
  if (root != NULL)
    check_references (&reader);
  else
    g_propagate_error (error, g_steal_pointer (&reader.error));

  if (warnings != NULL)
    *warnings = root != NULL ? g_steal_pointer (&reader.warnings) : NULL;
  fb_reader_end (&reader);

  return root;
}
