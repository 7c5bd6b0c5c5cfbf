/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/fb-odt-private.h"

#include <gio/gio.h>
#include <string.h>

#include "flow/fb-words.h"

#define HOUSE_STYLE "/org/feldbuch/core/house-style/odt-styles.xml"

static const char *const page_names[] = {
  [FB_ODT_PAGE_UPRIGHT] = "Standard",
  [FB_ODT_PAGE_LANDSCAPE] = "Landscape",
  [FB_ODT_PAGE_COVER] = "Cover",
};

/* OpenDocument wants a country with every language: where the tag names none, the largest that speaks it. */
static const struct
{
  const char *language;
  const char *country;
} languages[] = {
  { "ar", "EG" }, { "de", "DE" }, { "en", "GB" }, { "es", "ES" }, { "fa", "IR" }, { "fr", "FR" },
  { "he", "IL" }, { "it", "IT" }, { "ku", "TR" }, { "nl", "NL" }, { "pl", "PL" }, { "ro", "RO" },
  { "ru", "RU" }, { "sq", "AL" }, { "tr", "TR" }, { "uk", "UA" }, { "ur", "PK" },
};

typedef struct
{
  char language[9];
  char country[8];
  gboolean leftward; /* written from right to left */
} Locale;

/* Reads the parts of a BCP 47 tag that OpenDocument has attributes for. */
static Locale
read_tag (const char *tag)
{
  Locale locale = { "", "none", fb_words_run_left (tag) };
  g_auto (GStrv) parts = g_strsplit_set (tag, "-_", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gsize length = strlen (parts[i]);

      if (i == 0 && length >= 2 && length <= 8)
        {
          g_autofree char *lower = g_ascii_strdown (parts[i], -1);

          g_strlcpy (locale.language, lower, sizeof locale.language);
        }
      else if (i > 0 && length == 2)
        {
          g_autofree char *upper = g_ascii_strup (parts[i], -1);

          g_strlcpy (locale.country, upper, sizeof locale.country);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i].language, locale.language) && g_str_equal (locale.country, "none"))
      g_strlcpy (locale.country, languages[i].country, sizeof locale.country);
  if (*locale.language == '\0')
    g_strlcpy (locale.language, "none", sizeof locale.language);

  return locale;
}

static void
write_text_properties (FbOdt      *odt,
                       guint       marks,
                       const char *tag)
{
  Locale locale = { "", "", FALSE };
  gboolean strong = (marks & 1u << FB_RUN_STRONG) != 0;
  gboolean emphasis = (marks & 1u << FB_RUN_EMPHASIS) != 0;
  const char *weight = strong ? "bold" : NULL;
  const char *slant = emphasis ? "italic" : NULL;
  const char *position = NULL;
  const char *language = NULL;
  const char *country = NULL;

  if (marks & 1u << FB_RUN_SUPERSCRIPT)
    position = "super 62%";
  else if (marks & 1u << FB_RUN_SUBSCRIPT)
    position = "sub 62%";
  if (tag != NULL)
    {
      locale = read_tag (tag);
      language = locale.language;
      country = locale.country;
    }

  fb_markup_empty (odt->styles, "style:text-properties", "fo:font-weight", weight, "style:font-weight-asian", weight,
                   "style:font-weight-complex", weight, "fo:font-style", slant, "style:font-style-asian", slant,
                   "style:font-style-complex", slant, "style:text-position", position, "fo:language", language,
                   "fo:country", country, "style:language-complex", locale.leftward ? language : NULL,
                   "style:country-complex", locale.leftward ? country : NULL, NULL);
}

/*
 * _fb_odt_paragraph_style:
 * @parent: a style of the house
 * @language: (nullable): of the paragraph, NULL for that of the flow
 *
 * Returns: the name of the style for the next paragraph: @parent, or one made from it that turns the page, says the
 *   language or lets the next paragraph go
 */
const char *
_fb_odt_paragraph_style (FbOdt      *odt,
                         const char *parent,
                         const char *language)
{
  const char *page = odt->new_page ? page_names[odt->page] : "";
  gboolean let_go = odt->let_go;
  gboolean leftward = language != NULL && fb_words_run_left (language);
  const char *known;
  char *name;
  g_autofree char *key = NULL;

  if (language != NULL && g_str_equal (language, odt->language))
    language = NULL;
  odt->new_page = FALSE;
  odt->let_go = FALSE;
  if (*page == '\0' && language == NULL && !let_go)
    return parent;

  key = g_strdup_printf ("P %s %s %s %d", parent, page, language != NULL ? language : "", let_go);
  known = g_hash_table_lookup (odt->style_names, key);
  if (known != NULL)
    return known;

  name = g_strdup_printf ("P%u", g_hash_table_size (odt->style_names) + 1);
  fb_markup_open (odt->styles, "style:style", "style:name", name, "style:family", "paragraph",
                  "style:parent-style-name", parent, "style:master-page-name", *page != '\0' ? page : NULL, NULL);
  if (*page != '\0' || let_go || leftward)
    fb_markup_empty (odt->styles, "style:paragraph-properties", "style:page-number", *page != '\0' ? "auto" : NULL,
                     "fo:keep-with-next", let_go ? "auto" : NULL, "style:writing-mode", leftward ? "rl-tb" : NULL,
                     NULL);
  if (language != NULL)
    write_text_properties (odt, 0, language);
  fb_markup_close (odt->styles);
  fb_markup_newline (odt->styles);
  g_hash_table_insert (odt->style_names, g_steal_pointer (&key), name);

  return name;
}

/* Returns: (nullable): the name of the style of a span, NULL where it needs none. */
const char *
_fb_odt_text_style (FbOdt      *odt,
                    guint       marks,
                    const char *language)
{
  const char *known;
  char *name;
  g_autofree char *key = NULL;

  marks &= 1u << FB_RUN_STRONG | 1u << FB_RUN_EMPHASIS | 1u << FB_RUN_SUPERSCRIPT | 1u << FB_RUN_SUBSCRIPT;
  if (language == NULL && marks == 0)
    return NULL;
  if (language == NULL && marks == 1u << FB_RUN_STRONG)
    return "Strong_20_Emphasis";
  if (language == NULL && marks == 1u << FB_RUN_EMPHASIS)
    return "Emphasis";

  key = g_strdup_printf ("T %u %s", marks, language != NULL ? language : "");
  known = g_hash_table_lookup (odt->style_names, key);
  if (known != NULL)
    return known;

  name = g_strdup_printf ("T%u", g_hash_table_size (odt->style_names) + 1);
  fb_markup_open (odt->styles, "style:style", "style:name", name, "style:family", "text", NULL);
  write_text_properties (odt, marks, language);
  fb_markup_close (odt->styles);
  fb_markup_newline (odt->styles);
  g_hash_table_insert (odt->style_names, g_steal_pointer (&key), name);

  return name;
}

/* Returns: (transfer full): styles.xml, with the words of this flow filled in. In one pass, as what is filled in may
 * look like a place to be filled. */
char *
_fb_odt_house_style (FbFlow *flow)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (HOUSE_STYLE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  const char *tag = fb_flow_get_language (flow);
  Locale locale = read_tag (tag);
  const struct
  {
    const char *name;
    const char *words;
  } places[] = {
    { "@LANGUAGE@", locale.language },
    { "@COUNTRY@", locale.country },
    { "@WRITING@", locale.leftward ? "rl-tb" : "lr-tb" },
    { "@PAGE@", fb_words_get (tag, "Page") },
    { "@OF@", fb_words_get (tag, "of") },
    { "@TITLE@", fb_flow_get_meta (flow, FB_META_TITLE) },
    { "@MARK@", fb_flow_get_meta (flow, FB_META_MARK) },
    { "@AUTHORITY@", fb_flow_get_meta (flow, FB_META_AUTHORITY) },
  };
  GString *sheet = g_string_new (NULL);
  const char *p = g_bytes_get_data (bytes, NULL);
  const char *end = p + g_bytes_get_size (bytes);

  while (p < end)
    {
      guint i;

      for (i = 0; i < G_N_ELEMENTS (places); i++)
        if (*p == '@' && g_str_has_prefix (p, places[i].name))
          break;
      if (i < G_N_ELEMENTS (places))
        {
          g_autofree char *escaped = fb_markup_escape (places[i].words != NULL ? places[i].words : "");

          g_string_append (sheet, escaped);
          p += strlen (places[i].name);
        }
      else
        {
          g_string_append_c (sheet, *p++);
        }
    }

  return g_string_free (sheet, FALSE);
}

/* "4.2", from what has been counted on the levels down to @level. */
static char *
count_number (const guint *counters,
              guint        level)
{
  GString *number = g_string_new (NULL);

  for (guint i = 0; i < level; i++)
    g_string_append_printf (number, i > 0 ? ".%u" : "%u", counters[i]);

  return g_string_free (number, FALSE);
}

/* Whether @number is that of a sibling further on; *@last is its last part then. */
static gboolean
continues (const char  *number,
           const guint *counters,
           guint        level,
           guint       *last)
{
  g_autofree char *above = count_number (counters, level - 1);
  const char *rest = number;
  guint64 value;

  if (level > 1)
    {
      if (!g_str_has_prefix (number, above) || number[strlen (above)] != '.')
        return FALSE;
      rest = number + strlen (above) + 1;
    }
  if (*rest == '0' || !g_ascii_string_to_unsigned (rest, 10, 1, 10000, &value, NULL))
    return FALSE;
  *last = value;

  return TRUE;
}

/*
 * Goes through the headings as a word processor would count them, to see whose number it would get right by itself.
 *
 * Returns: (element-type FbOdtNumber) (transfer full): one for each block
 */
GArray *
_fb_odt_count_headings (FbFlow *flow)
{
  GArray *numbers = g_array_new (FALSE, TRUE, sizeof (FbOdtNumber));
  guint counters[FB_FLOW_MAX_LEVEL] = { 0 };
  const FbBlock *block;

  g_array_set_size (numbers, fb_flow_get_n_blocks (flow));
  for (guint i = 0; (block = fb_flow_get_block (flow, i)) != NULL; i++)
    {
      FbOdtNumber *number = &g_array_index (numbers, FbOdtNumber, i);
      guint last;

      if (block->type != FB_BLOCK_HEADING || block->number == NULL)
        continue;
      if (!continues (block->number, counters, block->level, &last))
        {
          *number = FB_ODT_NUMBER_WORDS;
          continue;
        }
      *number = last == counters[block->level - 1] + 1 ? FB_ODT_NUMBER_COUNTED : FB_ODT_NUMBER_SET;
      counters[block->level - 1] = last;
      for (guint j = block->level; j < FB_FLOW_MAX_LEVEL; j++)
        counters[j] = 0;
    }

  return numbers;
}
