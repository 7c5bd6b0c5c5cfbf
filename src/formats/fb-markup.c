/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/fb-markup.h"

#include <string.h>

struct _FbMarkup
{
  FbMarkupSyntax syntax;
  GString *out;
  GPtrArray *open;  /* names of the open elements, from outside in */
  gboolean in_tag;  /* the start tag of the innermost still lacks its '>' */
};

/* Appends @text up to @end with references in place of what would be markup. */
static void
append_escaped (GString    *out,
                const char *text,
                const char *end,
                gboolean    attribute)
{
  const char *from = text;

  for (const char *p = text; p < end; p++)
    {
      guchar c = *p;
      const char *reference = NULL;
      gsize length = 1;

      if (c == '&')
        reference = "&amp;";
      else if (c == '<')
        reference = "&lt;";
      else if (c == '>')
        reference = "&gt;";
      else if (c == '"' && attribute)
        reference = "&quot;";
      else if ((c == '\n' || c == '\t') && attribute)
        reference = c == '\n' ? "&#10;" : "&#9;";
      else if (c < 0x20 && c != '\n' && c != '\t')
        reference = "";
      else if (c == 0xef && end - p >= 3 && (guchar) p[1] == 0xbf && ((guchar) p[2] | 1) == 0xbf)
        {
          /* U+FFFE and U+FFFF */
          reference = "";
          length = 3;
        }

      if (reference == NULL)
        continue;
      g_string_append_len (out, from, p - from);
      g_string_append (out, reference);
      p += length - 1;
      from = p + 1;
    }
  g_string_append_len (out, from, end - from);
}

static void
finish_tag (FbMarkup *markup)
{
  if (markup->in_tag)
    g_string_append_c (markup->out, '>');
  markup->in_tag = FALSE;
}

static void
append_tag (FbMarkup   *markup,
            const char *element,
            va_list     attributes)
{
  const char *name;

  finish_tag (markup);
  g_string_append_c (markup->out, '<');
  g_string_append (markup->out, element);
  while ((name = va_arg (attributes, const char *)) != NULL)
    {
      const char *value = va_arg (attributes, const char *);

      if (value == NULL)
        continue;
      g_string_append_c (markup->out, ' ');
      g_string_append (markup->out, name);
      g_string_append (markup->out, "=\"");
      append_escaped (markup->out, value, value + strlen (value), TRUE);
      g_string_append_c (markup->out, '"');
    }
}

/** Returns: (transfer full): an empty page. */
FbMarkup *
fb_markup_new (FbMarkupSyntax syntax)
{
  FbMarkup *markup = g_new0 (FbMarkup, 1);

  markup->syntax = syntax;
  markup->out = g_string_sized_new (16384);
  markup->open = g_ptr_array_new ();

  return markup;
}

/** Drops @markup and what has been written. */
void
fb_markup_free (FbMarkup *markup)
{
  if (markup->out != NULL)
    g_string_free (markup->out, TRUE);
  g_ptr_array_unref (markup->open);
  g_free (markup);
}

/**
 * fb_markup_open:
 * @element: a name that lives as long as @markup
 * @...: names and values of attributes, then NULL; an attribute whose value is NULL is left out
 *
 * Opens an element; fb_markup_close() closes it.
 */
void
fb_markup_open (FbMarkup   *markup,
                const char *element,
                ...)
{
  va_list attributes;

  va_start (attributes, element);
  append_tag (markup, element, attributes);
  va_end (attributes);
  markup->in_tag = TRUE;
  g_ptr_array_add (markup->open, (gpointer) element);
}

/** Writes an element that has no content, in HTML a void one; arguments as for fb_markup_open(). */
void
fb_markup_empty (FbMarkup   *markup,
                 const char *element,
                 ...)
{
  va_list attributes;

  va_start (attributes, element);
  append_tag (markup, element, attributes);
  va_end (attributes);
  g_string_append (markup->out, markup->syntax == FB_MARKUP_XML ? "/>" : ">");
}

/** Closes the element that was opened last. */
void
fb_markup_close (FbMarkup *markup)
{
  const char *element;

  g_return_if_fail (markup->open->len > 0);

  element = g_ptr_array_steal_index (markup->open, markup->open->len - 1);
  if (markup->in_tag && markup->syntax == FB_MARKUP_XML)
    {
      g_string_append (markup->out, "/>");
      markup->in_tag = FALSE;
      return;
    }
  finish_tag (markup);
  g_string_append (markup->out, "</");
  g_string_append (markup->out, element);
  g_string_append_c (markup->out, '>');
}

/**
 * fb_markup_text:
 * @length: in bytes, or -1
 *
 * Writes text.
 */
void
fb_markup_text (FbMarkup   *markup,
                const char *text,
                gssize      length)
{
  finish_tag (markup);
  append_escaped (markup->out, text, text + (length < 0 ? strlen (text) : (gsize) length), FALSE);
}

/** Writes formatted text. */
void
fb_markup_printf (FbMarkup   *markup,
                  const char *format,
                  ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  fb_markup_text (markup, text, -1);
}

/** Writes an element without attributes that holds @text. */
void
fb_markup_element (FbMarkup   *markup,
                   const char *element,
                   const char *text)
{
  fb_markup_open (markup, element, NULL);
  fb_markup_text (markup, text, -1);
  fb_markup_close (markup);
}

/** Writes markup as it is. */
void
fb_markup_raw (FbMarkup   *markup,
               const char *source,
               gssize      length)
{
  finish_tag (markup);
  g_string_append_len (markup->out, source, length);
}

/** Begins a new line of the source, where that means nothing to a reader. */
void
fb_markup_newline (FbMarkup *markup)
{
  finish_tag (markup);
  g_string_append_c (markup->out, '\n');
}

/** Returns: (transfer full): what has been written, every element closed. The writer is gone with it. */
GString *
fb_markup_end (FbMarkup *markup)
{
  GString *out;

  while (markup->open->len > 0)
    fb_markup_close (markup);
  out = g_steal_pointer (&markup->out);
  fb_markup_free (markup);

  return out;
}

/** Returns: (transfer full): @text fit for an attribute or an element. */
char *
fb_markup_escape (const char *text)
{
  GString *out = g_string_new (NULL);

  append_escaped (out, text, text + strlen (text), TRUE);

  return g_string_free (out, FALSE);
}
