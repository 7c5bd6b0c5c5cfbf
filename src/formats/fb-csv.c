/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/fb-grid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "concept/fb-text.h"

/* Comma-separated values as RFC 4180 describes them, and as spreadsheets write them: with other separators, in other
 * encodings, with line breaks in cells. */

#define MARK "\xef\xbb\xbf"
#define PROBED_ROWS 50

static const char separators[] = { ';', ',', '\t' };

/* What spreadsheets take for the start of a formula, and the apostrophe itself, so that it can be taken away again. */
static gboolean
is_dangerous (char c)
{
  return c != '\0' && strchr ("=+-@'\t\r\n", c) != NULL;
}

typedef struct
{
  const char *p;
  char separator;
  guint row; /* the number of the record, from 1 */
  FbGrid *grid;
  guint n_cells;
} Reader;

/* Reads a cell in quotation marks; p stands behind the first one. Returns whether it was closed. */
static gboolean
read_quoted (Reader  *reader,
             GString *words)
{
  const char *p = reader->p;

  for (; *p != '\0'; p++)
    {
      if (*p == '"' && p[1] != '"')
        {
          reader->p = p + 1;
          return TRUE;
        }
      if (*p == '"')
        p++;
      if (*p == '\r' && p[1] == '\n')
        continue;
      g_string_append_c (words, *p == '\r' ? '\n' : *p);
    }

  return FALSE;
}

static void
read_plain (Reader  *reader,
            GString *words)
{
  const char *p = reader->p;

  while (*p != '\0' && *p != reader->separator && *p != '\n' && *p != '\r')
    p++;
  g_string_append_len (words, reader->p, p - reader->p);
  reader->p = p;
}

static void
add_note (Reader     *reader,
          const char *words)
{
  g_autofree char *note = NULL;

  if (reader->grid == NULL)
    return;

  /* Translators: the number of a row, and what is wrong there */
  note = g_strdup_printf (_("Row %u: %s"), reader->row, words);
  fb_grid_add_note (reader->grid, note);
}

/* Reads a cell and what ends it. Returns whether the row goes on. */
static gboolean
read_cell (Reader *reader)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (*reader->p == '"')
    {
      const char *start = reader->p++;

      if (!read_quoted (reader, words))
        {
          /* A lone quotation mark would swallow all that follows. */
          add_note (reader, _("a quotation mark that nothing closes is taken as it stands"));
          g_string_truncate (words, 0);
          reader->p = start;
        }
      else if (*reader->p != '\0' && *reader->p != reader->separator && *reader->p != '\n' && *reader->p != '\r')
        {
          add_note (reader, _("there is more behind a closing quotation mark"));
        }
    }
  read_plain (reader, words);

  if (reader->grid != NULL)
    {
      gboolean prefixed = words->str[0] == '\'' && is_dangerous (words->str[1]);

      fb_grid_add_cell (reader->grid, words->str + prefixed);
    }
  reader->n_cells++;
  if (*reader->p == reader->separator)
    {
      reader->p++;
      return TRUE;
    }
  if (*reader->p == '\r')
    reader->p++;
  if (*reader->p == '\n')
    reader->p++;

  return FALSE;
}

/* How well a separator parts the first rows: as many of them as possible have as many cells as the first. */
static guint
rate_separator (const char *text,
                char        separator)
{
  Reader reader = { text, separator, 0, NULL, 0 };
  guint first = 0;
  guint same = 0;

  for (guint i = 0; i < PROBED_ROWS && *reader.p != '\0'; i++)
    {
      reader.n_cells = 0;
      while (read_cell (&reader))
        ;
      if (i == 0)
        first = reader.n_cells;
      same += reader.n_cells == first;
    }

  return first > 1 ? same * 100 + MIN (first, 99) : 0;
}

static char
find_separator (const char **text)
{
  char separator = separators[0];
  guint best = 0;

  /* Some spreadsheets say it in a line of its own. */
  if (g_ascii_strncasecmp (*text, "sep=", 4) == 0 && (*text)[4] != '\0' && ((*text)[5] == '\n' || (*text)[5] == '\r'))
    {
      separator = (*text)[4];
      *text += 5;
      *text += strspn (*text, "\r\n");
      return separator;
    }
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      guint rating = rate_separator (*text, separators[i]);

      if (rating > best)
        {
          best = rating;
          separator = separators[i];
        }
    }

  return separator;
}

static gboolean
is_blank (const FbGrid *grid,
          guint         row)
{
  for (guint i = 0; i < fb_grid_get_n_columns (grid); i++)
    if (*fb_grid_get (grid, row, i) != '\0')
      return FALSE;

  return TRUE;
}

static FbGrid *
read_text (const char *text,
           char        separator,
           GError    **error)
{
  g_autoptr (FbGrid) grid = fb_grid_new ();
  Reader reader = { text, separator, 0, grid, 0 };
  gsize n_cells = 0;
  gboolean any = FALSE;

  while (*reader.p != '\0')
    {
      reader.row++;
      reader.n_cells = 0;
      fb_grid_add_row (grid, reader.row);
      while (reader.n_cells < FB_GRID_MAX_COLUMNS && read_cell (&reader))
        ;
      n_cells += reader.n_cells;
      if (reader.row > FB_GRID_MAX_ROWS || reader.n_cells >= FB_GRID_MAX_COLUMNS || n_cells > FB_GRID_MAX_CELLS)
        {
          g_set_error (error, FB_GRID_ERROR, FB_GRID_ERROR_TOO_LONG, _("Row %u: the table is too large"), reader.row);
          return NULL;
        }
      any |= !is_blank (grid, fb_grid_get_n_rows (grid) - 1);
    }
  if (!any)
    {
      g_set_error (error, FB_GRID_ERROR, FB_GRID_ERROR_EMPTY, _("There is no table in it"));
      return NULL;
    }

  return g_steal_pointer (&grid);
}

/* UTF-16 without a mark: every other byte of plain text is zero. */
static const char *
guess_utf16 (const guint8 *data,
             gsize         length)
{
  gsize even = 0;
  gsize odd = 0;

  for (gsize i = 0; i < MIN (length, 2000); i++)
    if (data[i] == 0)
      (*(i % 2 == 0 ? &even : &odd))++;
  if (odd > 0 && even < odd / 4 + 1 && odd > MIN (length, 2000) / 8)
    return "UTF-16LE";
  if (even > 0 && odd < even / 4 + 1 && even > MIN (length, 2000) / 8)
    return "UTF-16BE";

  return NULL;
}

static char *
decode (GBytes  *bytes,
        GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  const char *charset = NULL;
  char *text = NULL;
  gsize written = 0;

  if (length == 0)
    return g_strdup ("");
  if (length >= 3 && memcmp (data, MARK, 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  else if (length >= 2 && data[0] == 0xff && data[1] == 0xfe)
    {
      charset = "UTF-16LE";
      data += 2;
      length -= 2;
    }
  else if (length >= 2 && data[0] == 0xfe && data[1] == 0xff)
    {
      charset = "UTF-16BE";
      data += 2;
      length -= 2;
    }
  else
    {
      charset = guess_utf16 (data, length);
    }

  if (charset == NULL && memchr (data, 0, length) == NULL)
    {
      if (g_utf8_validate ((const char *) data, length, NULL))
        return g_strndup ((const char *) data, length);
      text = g_convert ((const char *) data, length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
      /* The few bytes that Windows has no letter for. */
      if (text == NULL)
        text = g_convert ((const char *) data, length, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
    }
  else if (charset != NULL)
    {
      text = g_convert ((const char *) data, length, "UTF-8", charset, NULL, &written, NULL);
      if (text != NULL && strlen (text) != written)
        g_clear_pointer (&text, g_free);
    }
  if (text == NULL)
    g_set_error (error, FB_GRID_ERROR, FB_GRID_ERROR_ENCODING,
                 _("This is no text in UTF-8, UTF-16 or the encoding of Windows"));

  return text;
}

static gboolean
check_length (gsize    length,
              GError **error)
{
  if (length <= FB_GRID_MAX_BYTES)
    return TRUE;

  g_set_error (error, FB_GRID_ERROR, FB_GRID_ERROR_TOO_LONG, _("The table is too large"));

  return FALSE;
}

/**
 * fb_grid_read_csv:
 * @bytes: a file, in UTF-8, UTF-16 or Windows-1252, separated by semicolons, commas or tabs: it is found out which
 *
 * Returns: (transfer full): its cells, NULL with @error set
 */
FbGrid *
fb_grid_read_csv (GBytes  *bytes,
                  GError **error)
{
  g_autofree char *decoded = NULL;
  g_autofree char *clean = NULL;
  const char *text;
  char separator;

  if (!check_length (g_bytes_get_size (bytes), error))
    return NULL;
  decoded = decode (bytes, error);
  if (decoded == NULL)
    return NULL;

  clean = fb_utf8_clean (decoded, -1);
  text = clean;
  separator = find_separator (&text);

  return read_text (text, separator, error);
}

/**
 * fb_grid_read_tsv:
 * @text: what a spreadsheet puts on the clipboard as plain text
 *
 * Returns: (transfer full): its cells, NULL with @error set
 */
FbGrid *
fb_grid_read_tsv (const char *text,
                  GError    **error)
{
  g_autofree char *clean = NULL;

  if (!check_length (strlen (text), error))
    return NULL;
  clean = fb_utf8_clean (text, -1);

  return read_text (clean, '\t', error);
}

static void
write_cell (GString             *csv,
            const char          *words,
            const FbGridOptions *options)
{
  const char special[] = { '"', '\n', '\r', options->separator, '\0' };
  gboolean prefixed = options->protect && is_dangerous (*words);
  /* A space at an end is lost by some readers unless it stands in quotation marks. */
  gsize length = strlen (words);
  gboolean quoted = strpbrk (words, special) != NULL || *words == ' ' || (length > 0 && words[length - 1] == ' ');

  /* Without the protection an apostrophe of the user's must still not be taken for one of ours. */
  if (!options->protect && *words == '\'' && is_dangerous (words[1]))
    prefixed = TRUE;
  if (quoted)
    g_string_append_c (csv, '"');
  if (prefixed)
    g_string_append_c (csv, '\'');
  for (const char *p = words; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  if (quoted)
    g_string_append_c (csv, '"');
}

/** Returns: (transfer full): @grid as a file; see fb_grid_read_csv(), which gives the same grid back */
GBytes *
fb_grid_write_csv (const FbGrid        *grid,
                   const FbGridOptions *options)
{
  GString *csv = g_string_new (options->mark ? MARK : NULL);

  for (guint i = 0; i < fb_grid_get_n_rows (grid); i++)
    {
      for (guint j = 0; j < fb_grid_get_n_columns (grid); j++)
        {
          if (j > 0)
            g_string_append_c (csv, options->separator);
          write_cell (csv, fb_grid_get (grid, i, j), options);
        }
      g_string_append (csv, "\r\n");
    }

  return g_string_free_to_bytes (csv);
}
