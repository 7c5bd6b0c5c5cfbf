/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "concept/fb-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _FbValue
{
  gatomicrefcount refs;
  FbValueType type;
  union
  {
    char *words; /* words, choice, language; the media type of an image */
    FbText *text;
    char **refs;
  } as;
  GBytes *bytes; /* image */
};

static FbValue *
value_new (FbValueType type)
{
  FbValue *value = g_new0 (FbValue, 1);

  g_atomic_ref_count_init (&value->refs);
  value->type = type;
  return value;
}

static FbValue *
value_new_string (FbValueType  type,
                  const char  *string)
{
  FbValue *value;

  if (string == NULL || *string == '\0')
    return NULL;

  value = value_new (type);
  value->as.words = fb_utf8_clean (string, -1);
  if (*value->as.words == '\0')
    g_clear_pointer (&value, fb_value_unref);

  return value;
}

/**
 * fb_value_new_words:
 * @words: (nullable): what was typed; it is kept as it is, but for characters that XML forbids
 *
 * Returns: (transfer full) (nullable): the value
 */
FbValue *
fb_value_new_words (const char *words)
{
  return value_new_string (FB_VALUE_WORDS, words);
}

/** Returns: (transfer full) (nullable): the value; %NULL for a text of one empty plain paragraph. */
FbValue *
fb_value_new_rich (FbText *text)
{
  FbValue *value;
  gsize length = 0;

  if (text == NULL)
    return NULL;
  fb_text_get_buffer (text, &length);
  if (length == 0 && fb_text_get_paragraph (text, 0)->kind == FB_PARAGRAPH_PLAIN)
    return NULL;

  value = value_new (FB_VALUE_RICH);
  value->as.text = fb_text_ref (text);
  return value;
}

FbValue *
fb_value_new_choice (const char *name)
{
  return value_new_string (FB_VALUE_CHOICE, name);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * fb_value_new_refs:
 * @ids: (nullable): ids; a set, so their order and repetitions do not matter
 *
 * Returns: (transfer full) (nullable): the value
 */
FbValue *
fb_value_new_refs (const char * const *ids)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GPtrArray) set = g_ptr_array_new_with_free_func (g_free);
  FbValue *value;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (*ids[i] != '\0')
      g_ptr_array_add (sorted, (gpointer) ids[i]);
  if (sorted->len == 0)
    return NULL;

  g_ptr_array_sort (sorted, compare_ids);
  for (guint i = 0; i < sorted->len; i++)
    if (i == 0 || strcmp (sorted->pdata[i], sorted->pdata[i - 1]) != 0)
      g_ptr_array_add (set, g_strdup (sorted->pdata[i]));
  g_ptr_array_add (set, NULL);

  value = value_new (FB_VALUE_REFS);
  value->as.refs = (char **) g_ptr_array_steal (set, NULL);
  return value;
}

FbValue *
fb_value_new_flag (gboolean set)
{
  return set ? value_new (FB_VALUE_FLAG) : NULL;
}

FbValue *
fb_value_new_language (const char *tag)
{
  return value_new_string (FB_VALUE_LANGUAGE, tag);
}

/**
 * fb_value_new_image:
 * @bytes: (nullable): the picture, in a format that its media type names
 * @media_type: such as "image/png"
 *
 * Returns: (transfer full) (nullable): the value
 */
FbValue *
fb_value_new_image (GBytes     *bytes,
                    const char *media_type)
{
  FbValue *value;

  if (bytes == NULL || g_bytes_get_size (bytes) == 0)
    return NULL;

  value = value_new (FB_VALUE_IMAGE);
  value->bytes = g_bytes_ref (bytes);
  value->as.words = fb_utf8_clean (media_type != NULL ? media_type : "application/octet-stream", -1);
  return value;
}

/**
 * fb_value_new_typed:
 * @property: of words, a choice or a language
 * @typed: (nullable): the words, the name of the choice or the language tag
 *
 * Returns: (transfer full) (nullable): the value, of the type of @property
 */
FbValue *
fb_value_new_typed (const FbProperty *property, const char *typed)
{
  g_return_val_if_fail (property->type == FB_VALUE_WORDS || property->type == FB_VALUE_CHOICE ||
                            property->type == FB_VALUE_LANGUAGE,
                        NULL);

  return value_new_string (property->type, typed);
}

FbValue *
fb_value_ref (FbValue *value)
{
  if (value != NULL)
    g_atomic_ref_count_inc (&value->refs);
  return value;
}

void
fb_value_unref (FbValue *value)
{
  if (value == NULL || !g_atomic_ref_count_dec (&value->refs))
    return;

  if (value->type == FB_VALUE_RICH)
    fb_text_unref (value->as.text);
  else if (value->type == FB_VALUE_REFS)
    g_strfreev (value->as.refs);
  else
    g_free (value->as.words);
  g_clear_pointer (&value->bytes, g_bytes_unref);
  g_free (value);
}

/** Returns: the form of a value that is not empty. */
FbValueType
fb_value_get_value_type (const FbValue *value)
{
  g_return_val_if_fail (value != NULL, FB_VALUE_WORDS);
  return value->type;
}

gboolean
fb_value_equal (const FbValue *a,
                const FbValue *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->type != b->type)
    return FALSE;

  switch (a->type)
    {
    case FB_VALUE_RICH:
      return fb_text_equal (a->as.text, b->as.text);
    case FB_VALUE_REFS:
      return g_strv_equal ((const char *const *) a->as.refs, (const char *const *) b->as.refs);
    case FB_VALUE_FLAG:
      return TRUE;
    case FB_VALUE_IMAGE:
      return strcmp (a->as.words, b->as.words) == 0 && g_bytes_equal (a->bytes, b->bytes);
    case FB_VALUE_WORDS:
    case FB_VALUE_CHOICE:
    case FB_VALUE_LANGUAGE:
    default:
      return strcmp (a->as.words, b->as.words) == 0;
    }
}

/** Returns: (nullable): the words, the name of the choice or the language tag; %NULL for any other form. */
const char *
fb_value_get_words (const FbValue *value)
{
  if (value == NULL ||
      (value->type != FB_VALUE_WORDS && value->type != FB_VALUE_CHOICE && value->type != FB_VALUE_LANGUAGE))
    return NULL;
  return value->as.words;
}

/** Returns: (transfer none) (nullable): the rich text. */
FbText *
fb_value_get_text (const FbValue *value)
{
  return value != NULL && value->type == FB_VALUE_RICH ? value->as.text : NULL;
}

/** Returns: (transfer none): the ids, sorted; never %NULL. */
const char * const *
fb_value_get_refs (const FbValue *value)
{
  static const char *const none[] = { NULL };

  return value != NULL && value->type == FB_VALUE_REFS ? (const char *const *) value->as.refs : none;
}

gboolean
fb_value_get_flag (const FbValue *value)
{
  return value != NULL && value->type == FB_VALUE_FLAG;
}

/**
 * fb_value_get_image:
 * @media_type: (out) (optional): where to put the media type
 *
 * Returns: (transfer none) (nullable): the picture
 */
GBytes *
fb_value_get_image (const FbValue  *value,
                    const char    **media_type)
{
  gboolean is_image = value != NULL && value->type == FB_VALUE_IMAGE;

  if (media_type != NULL)
    *media_type = is_image ? value->as.words : NULL;
  return is_image ? value->bytes : NULL;
}

/**
 * fb_value_to_words:
 * @value: (nullable): a value
 * @property: the property it belongs to
 *
 * Returns: (transfer full): what a table cell or a search sees of the value; choices by their translated label
 */
char *
fb_value_to_words (const FbValue    *value,
                   const FbProperty *property)
{
  const FbChoice *choice;

  if (value == NULL)
    return g_strdup ("");

  switch (value->type)
    {
    case FB_VALUE_RICH:
      return fb_text_to_words (value->as.text);
    case FB_VALUE_REFS:
      return g_strjoinv (" ", value->as.refs);
    case FB_VALUE_FLAG:
      return g_strdup (_("Yes"));
    case FB_VALUE_CHOICE:
      choice = fb_property_find_choice (property, value->as.words);
      return g_strdup (choice != NULL ? fb_choice_get_label (choice) : value->as.words);
    case FB_VALUE_IMAGE:
    case FB_VALUE_WORDS:
    case FB_VALUE_LANGUAGE:
    default:
      return g_strdup (value->as.words);
    }
}
