/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/fb-foreign.h"

#include <string.h>

#include "store/fb-scan.h"

/* Foreign XML is kept as bytes. The prefixes that it uses may be declared further up, and it may be moved or copied
 * away from there: whatever it needs and will not find is declared at its own first tag. */

typedef struct
{
  GPtrArray *scopes;   /* GStrv of the prefixes that each open element declares */
  GPtrArray *missing;  /* used in the piece and not declared there */
  gsize insert_at;     /* behind the name of the outermost start tag */
} Piece;

static gboolean
is_declared (Piece      *self,
             const char *prefix)
{
  if (g_str_equal (prefix, "xml") || g_str_equal (prefix, "xmlns") ||
      g_ptr_array_find_with_equal_func (self->missing, prefix, g_str_equal, NULL))
    return TRUE;

  for (guint i = 0; i < self->scopes->len; i++)
    if (g_strv_contains (self->scopes->pdata[i], prefix))
      return TRUE;

  return FALSE;
}

static void
use_name (Piece      *self,
          const char *name,
          gsize       length,
          gboolean    is_attribute)
{
  const char *colon = memchr (name, ':', length);
  g_autofree char *prefix = g_strndup (name, colon != NULL ? colon - name : 0);

  /* An attribute without prefix is in no namespace, whatever the default is. */
  if ((colon == NULL && is_attribute) || is_declared (self, prefix))
    return;

  g_ptr_array_add (self->missing, g_steal_pointer (&prefix));
}

/* The prefix that the attribute declares, "" for the default, NULL for any other attribute. */
static char *
declared_prefix (const FbScanAttribute *attribute)
{
  if (attribute->name_length == 5 && memcmp (attribute->name, "xmlns", 5) == 0)
    return g_strdup ("");
  if (attribute->name_length > 6 && memcmp (attribute->name, "xmlns:", 6) == 0)
    return g_strndup (attribute->name + 6, attribute->name_length - 6);
  return NULL;
}

static void
open_element (Piece      *self,
              const char *tag,
              const char *end)
{
  g_autoptr (GStrvBuilder) declared = g_strv_builder_new ();
  FbScanAttribute attribute;
  const char *position = tag;
  char *prefix;

  while (fb_scan_next_attribute (&position, end, &attribute))
    if ((prefix = declared_prefix (&attribute)) != NULL)
      {
        g_strv_builder_add (declared, prefix);
        g_free (prefix);
      }
  g_ptr_array_add (self->scopes, g_strv_builder_end (declared));

  use_name (self, tag + 1, strcspn (tag + 1, " \t\r\n/>"), FALSE);
  position = tag;
  while (fb_scan_next_attribute (&position, end, &attribute))
    use_name (self, attribute.name, attribute.name_length, TRUE);
}

static void
append_declarations (GString        *out,
                     GPtrArray      *missing,
                     FbForeignLookup lookup,
                     gpointer        data)
{
  for (guint i = 0; i < missing->len; i++)
    {
      const char *prefix = missing->pdata[i];
      const char *uri = lookup (prefix, data);
      g_autofree char *escaped = uri != NULL ? g_markup_escape_text (uri, -1) : NULL;

      if (escaped != NULL)
        g_string_append_printf (out, " xmlns%s%s=\"%s\"", *prefix != '\0' ? ":" : "", prefix, escaped);
    }
}

/**
 * fb_foreign_bind:
 * @xml: well-formed pieces of XML, one behind the other
 * @length: in bytes
 * @lookup: says what to declare
 *
 * Returns: (transfer full): the pieces, each with the declarations that it needs
 */
char *
fb_foreign_bind (const char     *xml,
                 gsize           length,
                 FbForeignLookup lookup,
                 gpointer        data)
{
  GString *out = g_string_sized_new (length);
  Piece piece = { g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev), g_ptr_array_new_with_free_func (g_free),
                  0 };
  gsize copied = 0;
  FbScan scan;

  fb_scan_init (&scan, xml, length);
  while (fb_scan_next (&scan))
    {
      if (scan.type == FB_TOKEN_START)
        {
          if (piece.scopes->len == 0)
            piece.insert_at = scan.start + 1 + strcspn (xml + scan.start + 1, " \t\r\n/>");
          open_element (&piece, xml + scan.start, xml + scan.end);
        }
      if ((scan.type == FB_TOKEN_END || scan.empty) && piece.scopes->len > 0)
        {
          g_ptr_array_set_size (piece.scopes, piece.scopes->len - 1);
          if (piece.scopes->len == 0)
            {
              g_string_append_len (out, xml + copied, piece.insert_at - copied);
              append_declarations (out, piece.missing, lookup, data);
              copied = piece.insert_at;
              g_ptr_array_set_size (piece.missing, 0);
            }
        }
    }
  g_string_append_len (out, xml + copied, length - copied);
  g_ptr_array_unref (piece.scopes);
  g_ptr_array_unref (piece.missing);

  return g_string_free (out, FALSE);
}

/**
 * fb_foreign_bind_attributes:
 * @attributes: attributes as they stand in a start tag
 * @lookup: says what to declare
 *
 * Returns: (transfer full): the attributes, and behind them the declarations that they need
 */
char *
fb_foreign_bind_attributes (const char     *attributes,
                            FbForeignLookup lookup,
                            gpointer        data)
{
  GString *out = g_string_new (attributes);
  Piece piece = { g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev), g_ptr_array_new_with_free_func (g_free),
                  0 };
  const char *end = attributes + strlen (attributes);
  const char *position = attributes;
  FbScanAttribute attribute;

  while (fb_scan_next_attribute (&position, end, &attribute))
    {
      g_autofree char *declared = declared_prefix (&attribute);

      if (declared == NULL)
        use_name (&piece, attribute.name, attribute.name_length, TRUE);
    }
  for (guint i = piece.missing->len; i-- > 0;)
    if (fb_foreign_declares (attributes, piece.missing->pdata[i]))
      g_ptr_array_remove_index (piece.missing, i);
  append_declarations (out, piece.missing, lookup, data);
  g_ptr_array_unref (piece.scopes);
  g_ptr_array_unref (piece.missing);

  return g_string_free (out, FALSE);
}

/** Returns: whether @attributes, as they stand in a start tag, declare @prefix. */
gboolean
fb_foreign_declares (const char *attributes,
                     const char *prefix)
{
  FbScanAttribute attribute;
  const char *position = attributes;

  while (attributes != NULL && fb_scan_next_attribute (&position, attributes + strlen (attributes), &attribute))
    {
      g_autofree char *declared = declared_prefix (&attribute);

      if (g_strcmp0 (declared, prefix) == 0)
        return TRUE;
    }

  return FALSE;
}
