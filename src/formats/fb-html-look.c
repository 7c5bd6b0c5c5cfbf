/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is understood of a foreign HTML element: its name, its attributes, and the little of its style that counts. */

#include <stdlib.h>
#include <string.h>

#include "concept/fb-list-marker.h"
#include "formats/fb-html-reader-private.h"

#define ENCODING_SEARCH 2048

static char *
convert (const char *html,
         gsize       length,
         const char *encoding)
{
  return g_convert_with_fallback (html, (gssize) length, "UTF-8", encoding, "\xef\xbf\xbd", NULL, NULL, NULL);
}

/* The bytes as UTF-8. Browsers give UTF-8 or UTF-16, Word also Windows-1252, and says so in the text. */
static char *
decode (const char *bytes,
        gsize       length)
{
  g_autofree char *html = g_memdup2 (bytes, length);
  g_autofree char *start = NULL;
  g_autofree char *lower = NULL;
  char *charset;
  char *words = NULL;

  if (length >= 2 && (memcmp (html, "\xff\xfe", 2) == 0 || memcmp (html, "\xfe\xff", 2) == 0))
    words = convert (html, length, "UTF-16");
  else if (length >= 4 && html[0] != '\0' && html[1] == '\0' && html[3] == '\0')
    words = convert (html, length, "UTF-16LE");
  if (words != NULL)
    return words;

  for (gsize i = 0; i < length; i++)
    if (html[i] == '\0')
      html[i] = ' ';
  if (g_utf8_validate_len (html, length, NULL))
    return g_strndup (html, length);

  start = g_strndup (html, MIN (length, ENCODING_SEARCH));
  lower = g_ascii_strdown (start, -1);
  charset = strstr (lower, "charset=");
  if (charset != NULL)
    {
      charset += strlen ("charset=");
      charset += strspn (charset, "\"' ");
      charset[strcspn (charset, "\"' />;")] = '\0';
      /* It is no UTF-8, whatever it says. */
      if (!g_str_equal (charset, "utf-8"))
        words = convert (html, length, charset);
    }

  return words != NULL ? words : convert (html, length, "WINDOWS-1252");
}

/*
 * Returns: (transfer full): the HTML in UTF-8, without comments and without what Word puts between "<![" and ">". A
 * conditional comment for older programs goes with all that is in it; the marks around what the newer ones show go
 * alone.
 */
char *
_fb_html_prepare (const char *html,
                  gsize       length)
{
  g_autofree char *decoded = decode (html, length);
  g_autofree char *clean = fb_utf8_clean (decoded != NULL ? decoded : "", -1);
  GString *out = g_string_sized_new (strlen (clean));

  for (const char *p = clean; *p != '\0';)
    {
      const char *open = strchr (p, '<');
      const char *end;

      if (open == NULL)
        {
          g_string_append (out, p);
          break;
        }
      g_string_append_len (out, p, open - p);
      p = open;
      if (g_str_has_prefix (p, "<!--"))
        {
          end = strstr (p + 4, "-->");
          p = end != NULL ? end + 3 : p + strlen (p);
        }
      else if (g_str_has_prefix (p, "<![") || g_str_has_prefix (p, "<?"))
        {
          end = strchr (p, '>');
          p = end != NULL ? end + 1 : p + strlen (p);
        }
      else
        {
          g_string_append_c (out, *p++);
        }
    }

  return g_string_free (out, FALSE);
}

/* Whether the element has one of the names, which stand with a space before and behind each. */
gboolean
_fb_html_is (xmlNode    *node,
             const char *names)
{
  char key[40];

  if (node->type != XML_ELEMENT_NODE ||
      g_snprintf (key, sizeof key, " %s ", (const char *) node->name) >= (int) sizeof key)
    return FALSE;
  return strstr (names, key) != NULL;
}

/* Returns: (transfer full) (nullable): the value of an attribute */
char *
_fb_html_attribute (xmlNode    *node,
                    const char *name)
{
  xmlChar *value = node->type == XML_ELEMENT_NODE ? xmlGetProp (node, (const xmlChar *) name) : NULL;
  char *copy;

  if (value == NULL)
    return NULL;
  copy = fb_utf8_clean ((const char *) value, -1);
  xmlFree (value);
  return copy;
}

static void
mark (FbHtmlLook *look,
      FbRunKind   kind,
      gboolean    set)
{
  look->set &= ~(1u << kind);
  look->cleared &= ~(1u << kind);
  *(set ? &look->set : &look->cleared) |= 1u << kind;
}

static void
read_declaration (FbHtmlLook *look,
                  const char *name,
                  const char *value)
{
  if (g_str_equal (name, "font-weight"))
    mark (look, FB_RUN_STRONG, g_str_has_prefix (value, "bold") || atoi (value) >= 600);
  else if (g_str_equal (name, "font-style"))
    mark (look, FB_RUN_EMPHASIS, g_str_has_prefix (value, "italic") || g_str_has_prefix (value, "oblique"));
  else if (g_str_equal (name, "vertical-align"))
    {
      mark (look, FB_RUN_SUPERSCRIPT, g_str_has_prefix (value, "super"));
      mark (look, FB_RUN_SUBSCRIPT, g_str_equal (value, "sub"));
    }
  else if (g_str_equal (name, "display"))
    look->hidden |= g_str_has_prefix (value, "none");
  else if (g_str_equal (name, "visibility"))
    look->hidden |= g_str_has_prefix (value, "hidden");
  else if (g_str_equal (name, "mso-hide"))
    look->hidden |= g_str_has_prefix (value, "all");
  else if (g_str_equal (name, "white-space"))
    look->preserved = g_str_has_prefix (value, "pre");
  else if (g_str_equal (name, "mso-element"))
    look->word_note = g_str_equal (value, "footnote") || g_str_equal (value, "endnote");
  else if (g_str_equal (name, "mso-list"))
    {
      const char *level = strstr (value, "level");

      look->word_marker = g_str_has_prefix (value, "ignore");
      look->word_level = level != NULL ? (guint) CLAMP (atoi (level + 5), 1, FB_TEXT_MAX_LEVEL) : 0;
    }
}

static const struct
{
  const char *names;
  FbRunKind kind;
} elements[] = {
  { " b strong h1 h2 h3 h4 h5 h6 th ", FB_RUN_STRONG },
  { " i em cite var dfn ", FB_RUN_EMPHASIS },
  { " sup ", FB_RUN_SUPERSCRIPT },
  { " sub ", FB_RUN_SUBSCRIPT },
};

/* Reads what the element and its style attribute say. */
void
_fb_html_look (xmlNode    *node,
               FbHtmlLook *look)
{
  g_autofree char *style = _fb_html_attribute (node, "style");
  g_auto (GStrv) declarations = NULL;

  memset (look, 0, sizeof *look);
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (_fb_html_is (node, elements[i].names))
      mark (look, elements[i].kind, TRUE);
  look->preserved = _fb_html_is (node, " pre textarea ");
  if (style == NULL)
    return;

  declarations = g_strsplit (style, ";", -1);
  for (guint i = 0; declarations[i] != NULL; i++)
    {
      char *colon = strchr (declarations[i], ':');
      g_autofree char *name = NULL;
      g_autofree char *value = NULL;

      if (colon == NULL)
        continue;
      *colon = '\0';
      name = g_ascii_strdown (g_strstrip (declarations[i]), -1);
      value = g_ascii_strdown (g_strstrip (colon + 1), -1);
      read_declaration (look, name, value);
    }
}

static guint
read_roman (const char *digits)
{
  static const struct
  {
    const char *digits;
    guint value;
  } rows[] = { { "x", 10 }, { "ix", 9 }, { "v", 5 }, { "iv", 4 }, { "i", 1 } };
  guint number = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (; g_str_has_prefix (digits, rows[i].digits); digits += strlen (rows[i].digits))
      number += rows[i].value;

  return *digits == '\0' ? number : 0;
}

/*
 * Reads the marker that Word writes before an item. There are more of them than people type: roman and upper-case ones,
 * "1.1.", letters of symbol fonts.
 */
gboolean
_fb_html_word_marker (const char  *marker,
                      FbListStyle *style,
                      guint       *number)
{
  g_autofree char *stripped = g_strstrip (g_ascii_strdown (marker, -1));
  g_autofree char *digits = NULL;
  const char *last;
  gsize length;

  /* White space of every kind stands behind it. */
  while (*stripped != '\0' && g_str_has_suffix (stripped, "\xc2\xa0"))
    {
      stripped[strlen (stripped) - 2] = '\0';
      g_strchomp (stripped);
    }
  if (*stripped == '\0')
    return FALSE;

  digits = g_strdup (stripped);
  digits[strcspn (digits, ".)")] = '\0';
  *style = FB_LIST_DECIMAL;
  *number = strspn (digits, "ivx") == strlen (digits) ? read_roman (digits) : 0;
  if (*number > 0 && strlen (digits) < strlen (stripped))
    return TRUE;

  /* "2.1.3." is the third. */
  last = stripped + strlen (stripped) - 1;
  while (last > stripped && (*last == '.' || *last == ')'))
    last--;
  while (last > stripped && g_ascii_isdigit (last[-1]))
    last--;
  if (last > stripped && last[-1] == '.' && g_ascii_isdigit (*last) && g_ascii_isdigit (*stripped))
    {
      *number = (guint) strtoul (last, NULL, 10);
      return TRUE;
    }

  if (fb_list_marker_parse (stripped, style, number, &length) && stripped[length] == '\0')
    return TRUE;

  *style = FB_LIST_BULLET;
  *number = 0;
  return g_utf8_strlen (stripped, -1) == 1;
}
