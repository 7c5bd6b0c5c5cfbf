/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memmem */

#include "store/fb-scan.h"

#include <string.h>

/* Tokens that begin with a mark of their own and end at a fixed string; the first that fits counts. */
static const struct
{
  const char *begin;
  const char *end;
  FbTokenType type;
} fixed_tokens[] = {
  { "<!--", "-->", FB_TOKEN_COMMENT },
  { "<![CDATA[", "]]>", FB_TOKEN_TEXT },
  { "<?", "?>", FB_TOKEN_INSTRUCTION },
  { "</", ">", FB_TOKEN_END },
  { "<!", ">", FB_TOKEN_DOCTYPE },
};

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The end of the start tag at @from, behind its “>”; quotes hide one. NULL if it does not end. */
static const char *
find_tag_end (const char *from,
              const char *end)
{
  char quote = '\0';

  for (const char *p = from; p < end; p++)
    {
      if (quote != '\0')
        {
          if (*p == quote)
            quote = '\0';
        }
      else if (*p == '"' || *p == '\'')
        {
          quote = *p;
        }
      else if (*p == '>')
        {
          return p + 1;
        }
    }

  return NULL;
}

static const char *
find_token_end (const char  *from,
                const char  *end,
                FbTokenType *type)
{
  const char *found;

  if (*from != '<')
    {
      *type = FB_TOKEN_TEXT;
      found = memchr (from, '<', end - from);
      return found != NULL ? found : end;
    }

  for (guint i = 0; i < G_N_ELEMENTS (fixed_tokens); i++)
    {
      gsize length = strlen (fixed_tokens[i].begin);

      if ((gsize) (end - from) >= length && memcmp (from, fixed_tokens[i].begin, length) == 0)
        {
          *type = fixed_tokens[i].type;
          found = memmem (from + length, end - from - length, fixed_tokens[i].end, strlen (fixed_tokens[i].end));
          return found != NULL ? found + strlen (fixed_tokens[i].end) : NULL;
        }
    }

  *type = FB_TOKEN_START;
  return find_tag_end (from, end);
}

static guint
count_lines (const char *from,
             const char *end)
{
  guint lines = 0;

  while ((from = memchr (from, '\n', end - from)) != NULL)
    {
      lines++;
      from++;
    }

  return lines;
}

/**
 * fb_scan_init:
 * @bytes: (nullable): the file; it must live as long as the scan
 *
 * Begins before the first token. A byte order mark is passed over.
 */
void
fb_scan_init (FbScan     *self,
              const char *bytes,
              gsize       length)
{
  *self = (FbScan) { .bytes = length > 0 ? bytes : "", .length = length, .next_line = 1 };

  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    self->next = 3;
}

/**
 * fb_scan_next:
 *
 * Goes to the next token.
 *
 * Returns: whether there is one; a broken one, to the end of the file, is not
 */
gboolean
fb_scan_next (FbScan *self)
{
  const char *from = self->bytes + self->next;
  const char *end = self->bytes + self->length;
  const char *behind;

  self->start = self->next;
  self->line = self->next_line;
  self->empty = FALSE;
  if (from >= end)
    {
      self->type = FB_TOKEN_END_OF_FILE;
      self->end = self->start;
      return FALSE;
    }

  behind = find_token_end (from, end, &self->type);
  if (behind == NULL)
    {
      self->type = FB_TOKEN_BROKEN;
      behind = end;
    }
  self->empty = self->type == FB_TOKEN_START && behind - from > 2 && behind[-2] == '/';
  self->end = self->next = behind - self->bytes;
  self->next_line += count_lines (from, behind);

  return self->type != FB_TOKEN_BROKEN;
}

/**
 * fb_scan_next_attribute:
 * @position: (inout): at first the start of a start tag; moves behind the attribute
 * @end: the end of the tag
 * @attribute: (out): where to put what was found
 *
 * Goes over the attributes of a start tag that the parser has accepted.
 *
 * Returns: whether there was one more
 */
gboolean
fb_scan_next_attribute (const char     **position,
                        const char      *end,
                        FbScanAttribute *attribute)
{
  const char *p = *position;
  const char *closing;

  if (*p == '<')
    while (p < end && !is_space (*p))
      p++;
  while (p < end && is_space (*p))
    p++;

  attribute->name = p;
  while (p < end && !is_space (*p) && *p != '=' && *p != '>' && *p != '/')
    p++;
  attribute->name_length = p - attribute->name;
  while (p < end && (is_space (*p) || *p == '='))
    p++;
  if (attribute->name_length == 0 || p >= end || (*p != '"' && *p != '\''))
    return FALSE;

  closing = memchr (p + 1, *p, end - p - 1);
  if (closing == NULL)
    return FALSE;

  attribute->value = p + 1;
  attribute->value_length = closing - attribute->value;
  attribute->end = *position = closing + 1;

  return TRUE;
}
