/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/fb-format.h"
#include "store/fb-reader-private.h"

#define XML_NAMESPACE "http://www.w3.org/XML/1998/namespace"

#if LIBXML_VERSION >= 21200
typedef const xmlError *XmlErrorArgument;
#else
typedef xmlErrorPtr XmlErrorArgument;
#endif

/* Errors */

gboolean
fb_reader_fail_with (FbReader      *self,
                     FbReaderError  code,
                     guint          line,
                     const char    *found,
                     const char    *expected)
{
  if (self->error == NULL)
    /* Translators: file name, line number, what stands there, what should stand there. */
    g_set_error (&self->error, FB_READER_ERROR, code, _("%s:%u: found %s, expected %s"), self->name, line, found,
                 expected);
  return FALSE;
}

gboolean
fb_reader_fail (FbReader   *self,
                guint       line,
                const char *found,
                const char *expected)
{
  return fb_reader_fail_with (self, FB_READER_ERROR_FORMAT, line, found, expected);
}

/* Something of our own namespace that is not known: an error, but in a file of a newer minor version. There the
 * caller passes over it, and all of what it stands in is kept as it was read. */
gboolean
fb_reader_fail_unknown (FbReader   *self,
                        const char *found,
                        const char *expected)
{
  if (!self->newer)
    return fb_reader_fail (self, self->line, found, expected);

  self->unknown = TRUE;
  return TRUE;
}

void
fb_reader_warn (FbReader   *self,
                guint       line,
                const char *format,
                ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->warnings, g_strdup_printf ("%s:%u: %s", self->name, line, message));
}

static void
xml_error_cb (void            *data,
              XmlErrorArgument xml_error)
{
  FbReader *self = data;
  g_autofree char *message = NULL;

  if (self->error != NULL || xml_error->level < XML_ERR_ERROR)
    return;

  message = g_strchomp (fb_utf8_clean (xml_error->message != NULL ? xml_error->message : "", -1));
  /* Translators: file name, line number, what the XML parser says, in English. */
  g_set_error (&self->error, FB_READER_ERROR, FB_READER_ERROR_XML,
               _("%s:%u: found faulty XML (%s), expected well-formed XML"), self->name,
               (guint) MAX (xml_error->line, 1), message);
}

/* Before the parser */

static guint
line_of (const char *bytes,
         gsize       offset)
{
  guint line = 1;

  for (gsize i = 0; i < offset; i++)
    line += bytes[i] == '\n';
  return line;
}

static gboolean
is_declaration (const FbScan *scan)
{
  const char *token = scan->bytes + scan->start;

  return scan->type == FB_TOKEN_INSTRUCTION && scan->end - scan->start > 6 && memcmp (token, "<?xml", 5) == 0 &&
         g_ascii_isspace (token[5]);
}

static gboolean
check_encoding (FbReader *self)
{
  FbScan scan = self->scan;
  FbScanAttribute attribute;
  const char *position;
  const char *invalid;

  if (!g_utf8_validate_len (scan.bytes, scan.length, &invalid))
    return fb_reader_fail_with (self, FB_READER_ERROR_XML, line_of (scan.bytes, invalid - scan.bytes),
                                _("bytes that are not UTF-8"), _("text in UTF-8"));
  if (!fb_scan_next (&scan) || !is_declaration (&scan))
    return TRUE;

  /* The parser will not name it. */
  self->scan = scan;

  position = scan.bytes + scan.start;
  while (fb_scan_next_attribute (&position, scan.bytes + scan.end, &attribute))
    {
      g_autofree char *name = g_strndup (attribute.name, attribute.name_length);
      g_autofree char *value = g_strndup (attribute.value, attribute.value_length);

      if (g_str_equal (name, "encoding") && g_ascii_strcasecmp (value, "UTF-8") != 0)
        {
          /* Translators: what was found in a file; %s is a name such as ISO-8859-1. */
          g_autofree char *found = g_strdup_printf (_("the encoding “%s”"), value);

          return fb_reader_fail_with (self, FB_READER_ERROR_XML, scan.line, found, "UTF-8");
        }
    }

  return TRUE;
}

static gboolean
fail_limit (FbReader     *self,
            const FbScan *scan,
            const char   *found,
            const char   *expected)
{
  return fb_reader_fail_with (self, FB_READER_ERROR_LIMIT, scan->line, found, expected);
}

/* What would cost the parser more than the file is worth. */
static gboolean
check_limits (FbReader *self)
{
  FbScan scan = self->scan;
  guint depth = 0;
  guint n_elements = 0;

  while (fb_scan_next (&scan))
    {
      if (scan.type == FB_TOKEN_DOCTYPE)
        return fail_limit (self, &scan, _("a document type declaration"), _("a concept without one"));
      if (scan.type == FB_TOKEN_END)
        depth -= depth > 0;
      if (scan.type != FB_TOKEN_START)
        continue;

      if (scan.end - scan.start > FB_READER_MAX_TAG)
        return fail_limit (self, &scan, _("a tag of more than 64 kB"), _("a shorter one"));
      if (!scan.empty && ++depth > FB_READER_MAX_DEPTH)
        return fail_limit (self, &scan, _("more than 200 elements inside one another"), _("fewer"));
      if (++n_elements > FB_READER_MAX_ELEMENTS)
        return fail_limit (self, &scan, _("more than eight million elements"), _("fewer"));
    }
  if (n_elements == 0 && scan.type != FB_TOKEN_BROKEN)
    return fb_reader_fail_with (self, FB_READER_ERROR_XML, 1, _("a file without elements"), "<concept>");

  return TRUE;
}

static void
clear_reference (gpointer data)
{
  g_free (((FbReference *) data)->id);
}

/**
 * fb_reader_begin:
 *
 * Begins to read; the bytes and the name must live as long as the reader.
 *
 * Returns: whether the file may be read
 */
gboolean
fb_reader_begin (FbReader   *self,
                 GBytes     *bytes,
                 const char *name)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  *self = (FbReader) { .name = name };
  self->text = g_string_new (NULL);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->root_prefixes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->references = g_array_new (FALSE, FALSE, sizeof (FbReference));
  g_array_set_clear_func (self->references, clear_reference);
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  fb_scan_init (&self->scan, data, length);

  if (length > FB_READER_MAX_BYTES)
    return fb_reader_fail_with (self, FB_READER_ERROR_LIMIT, 1, _("a file of more than 512 MB"), _("a shorter one"));
  if (!check_encoding (self) || !check_limits (self))
    return FALSE;

  self->xml = xmlReaderForMemory (data, length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_BIG_LINES);
  g_assert (self->xml != NULL);
  xmlTextReaderSetStructuredErrorHandler (self->xml, (xmlStructuredErrorFunc) xml_error_cb, self);

  return TRUE;
}

/** Frees what reading needed. */
void
fb_reader_end (FbReader *self)
{
  g_clear_pointer (&self->xml, xmlFreeTextReader);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->root_prefixes);
  g_array_unref (self->references);
  g_clear_pointer (&self->warnings, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_string_free (self->text, TRUE);
}

/* Events */

/* Goes on in the bytes to the token that the parser has just named. */
static gboolean
follow (FbReader   *self,
        FbTokenType type)
{
  gboolean found;

  do
    found = fb_scan_next (&self->scan);
  while (found && self->scan.type == FB_TOKEN_TEXT);

  self->start = self->scan.start;
  self->end = self->scan.end;
  self->line = self->scan.line;

  return (found && self->scan.type == type) ||
         fb_reader_fail_with (self, FB_READER_ERROR_XML, self->line, _("XML that parsers disagree on"),
                              _("well-formed XML"));
}

static gboolean
is_text (int node_type)
{
  return node_type == XML_READER_TYPE_TEXT || node_type == XML_READER_TYPE_CDATA ||
         node_type == XML_READER_TYPE_WHITESPACE || node_type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE;
}

/* Text may come in pieces; white space is judged by the whole of it. */
static void
read_text (FbReader *self)
{
  const char *p = self->scan.bytes + self->scan.next;
  const char *end = self->scan.bytes + self->scan.length;

  self->event = FB_EVENT_TEXT;
  self->line = self->scan.next_line;
  for (; p < end && g_ascii_isspace (*p); p++)
    self->line += *p == '\n';

  g_string_truncate (self->text, 0);
  do
    {
      g_string_append (self->text, (const char *) xmlTextReaderConstValue (self->xml));
      self->peeked_result = xmlTextReaderRead (self->xml);
    }
  while (self->peeked_result == 1 && is_text (xmlTextReaderNodeType (self->xml)));
  self->peeked = TRUE;
}

/**
 * fb_reader_advance:
 *
 * Goes to the next event.
 *
 * Returns: %FALSE after an error
 */
gboolean
fb_reader_advance (FbReader *self)
{
  static const struct
  {
    int node_type;
    FbEvent event;
    FbTokenType token;
  } types[] = {
    { XML_READER_TYPE_ELEMENT, FB_EVENT_START, FB_TOKEN_START },
    { XML_READER_TYPE_END_ELEMENT, FB_EVENT_END, FB_TOKEN_END },
    { XML_READER_TYPE_COMMENT, FB_EVENT_COMMENT, FB_TOKEN_COMMENT },
    { XML_READER_TYPE_PROCESSING_INSTRUCTION, FB_EVENT_INSTRUCTION, FB_TOKEN_INSTRUCTION },
  };
  int result, node_type;

  if (self->error != NULL)
    return FALSE;
  if (self->end_follows)
    {
      self->end_follows = FALSE;
      self->event = FB_EVENT_END;
      return TRUE;
    }

  result = self->peeked ? self->peeked_result : xmlTextReaderRead (self->xml);
  self->peeked = FALSE;
  if (result < 0)
    fb_reader_fail_with (self, FB_READER_ERROR_XML, MAX (xmlTextReaderGetParserLineNumber (self->xml), 1),
                         _("faulty XML"), _("well-formed XML"));
  if (self->error != NULL)
    return FALSE;
  if (result == 0)
    {
      self->event = FB_EVENT_END_OF_FILE;
      return TRUE;
    }

  node_type = xmlTextReaderNodeType (self->xml);
  if (is_text (node_type))
    {
      read_text (self);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i].node_type == node_type)
      {
        self->event = types[i].event;
        self->end_follows = node_type == XML_READER_TYPE_ELEMENT && xmlTextReaderIsEmptyElement (self->xml);
        return follow (self, types[i].token);
      }

  return fb_reader_fail_with (self, FB_READER_ERROR_XML, self->scan.next_line, _("an entity or a declaration"),
                              _("elements and text"));
}

/**
 * fb_reader_skip_element:
 *
 * Goes from the start of an element to its end. Afterwards self->start and self->end are those of all of it.
 *
 * Returns: %FALSE after an error
 */
gboolean
fb_reader_skip_element (FbReader *self)
{
  gsize start = self->start;
  guint depth = 1;

  while (depth > 0)
    {
      if (!fb_reader_advance (self))
        return FALSE;
      if (self->event == FB_EVENT_START)
        depth++;
      else if (self->event == FB_EVENT_END)
        depth--;
    }
  self->start = start;

  return TRUE;
}

/* Elements and attributes */

/** Returns: whether the element or attribute is of our own namespace. */
gboolean
fb_reader_is_own (FbReader *self)
{
  return g_strcmp0 ((const char *) xmlTextReaderConstNamespaceUri (self->xml), FB_FORMAT_NAMESPACE) == 0;
}

/** Returns: the name of the element that has just begun, without a prefix. */
const char *
fb_reader_get_element (FbReader *self)
{
  return (const char *) xmlTextReaderConstLocalName (self->xml);
}

/** Returns: (transfer full) (nullable): the attribute @name of the element; xml:lang is known by that name. */
char *
fb_reader_dup_attribute (FbReader   *self,
                         const char *name)
{
  xmlChar *value = g_str_equal (name, "xml:lang")
                     ? xmlTextReaderGetAttributeNs (self->xml, BAD_CAST "lang", BAD_CAST XML_NAMESPACE)
                     : xmlTextReaderGetAttribute (self->xml, BAD_CAST name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

/** Returns: (transfer full): what the event is, for an error. */
char *
fb_reader_describe (FbReader *self)
{
  switch (self->event)
    {
    case FB_EVENT_START:
      return g_strdup_printf ("<%s>", (const char *) xmlTextReaderConstName (self->xml));
    case FB_EVENT_TEXT:
      return g_strdup (_("text"));
    case FB_EVENT_COMMENT:
      return g_strdup (_("a comment"));
    case FB_EVENT_INSTRUCTION:
      return g_strdup (_("a processing instruction"));
    case FB_EVENT_END:
    case FB_EVENT_END_OF_FILE:
    default:
      return g_strdup (_("the end"));
    }
}

/**
 * fb_reader_check_attributes:
 * @allowed: names, ending with %NULL
 *
 * Checks that an element inside a property has no other attributes. Declarations of namespaces may stand anywhere.
 *
 * Returns: %FALSE after an error
 */
gboolean
fb_reader_check_attributes (FbReader           *self,
                            const char * const *allowed)
{
  gboolean fine = TRUE;

  while (fine && xmlTextReaderMoveToNextAttribute (self->xml) == 1)
    {
      const char *name = (const char *) xmlTextReaderConstName (self->xml);

      if (!xmlTextReaderIsNamespaceDecl (self->xml) && !g_strv_contains (allowed, name))
        {
          g_autofree char *list = g_strjoinv (", ", (char **) allowed);
          g_autofree char *found = g_strdup_printf (_("the attribute “%s”"), name);
          /* Translators: %s is a list of names such as “type, start”. */
          g_autofree char *expected = *allowed != NULL ? g_strdup_printf (_("one of %s"), list)
                                                       : g_strdup (_("no attributes"));

          fine = fb_reader_fail_unknown (self, found, expected);
        }
    }
  xmlTextReaderMoveToElement (self->xml);

  return fine;
}

/** Notes that @id is referred to from the event's line. */
void
fb_reader_add_reference (FbReader   *self,
                         const char *id,
                         guint64     targets)
{
  FbReference reference = { g_strdup (id), self->line, targets };

  g_array_append_val (self->references, reference);
}

/** Warns where @tag does not look like a language tag of BCP 47; it is kept all the same. */
void
fb_reader_check_language (FbReader   *self,
                          const char *tag)
{
  if (*tag != '\0' && !g_regex_match_simple ("^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$", tag, G_REGEX_DOLLAR_ENDONLY, 0))
    fb_reader_warn (self, self->line, _("found “%s”, expected a language tag such as “de”"), tag);
}
