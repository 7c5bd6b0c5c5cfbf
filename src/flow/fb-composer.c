/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "flow/fb-composer.h"

#include <string.h>

#include "flow/fb-words.h"

/* A fixed word in the language of the document. */
const char *
_fb_composer_word (FbComposer *composer,
                   const char *english)
{
  return fb_words_get (composer->language, english);
}

/* NULL for words that say nothing. */
const char *
_fb_composer_spell (const char *words)
{
  return words != NULL && words[strspn (words, " \t\n")] != '\0' ? words : NULL;
}

/* Words as a text of one paragraph, with their line breaks; NULL for none. */
FbText *
_fb_composer_words (const char *words)
{
  g_autoptr (FbTextBuilder) builder = NULL;

  if (_fb_composer_spell (words) == NULL)
    return NULL;

  builder = fb_text_builder_new ();
  fb_text_builder_append (builder, words, -1);

  return fb_text_builder_end (builder);
}

static FbText *
compose_refs (const char *const *ids)
{
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (i > 0)
        fb_text_builder_append (builder, "; ", -1);
      fb_text_builder_reference (builder, ids[i]);
    }

  return fb_text_builder_end (builder);
}

/* What a node says there, NULL for nothing. */
FbText *
_fb_composer_value (FbComposer       *composer,
                    FbNode           *node,
                    const FbProperty *property)
{
  FbValue *value = fb_node_get_value (node, property);
  const FbChoice *choice;

  if (value == NULL)
    return NULL;

  switch (property->type)
    {
    case FB_VALUE_WORDS:
      return _fb_composer_words (fb_value_get_words (value));
    case FB_VALUE_RICH:
      return fb_text_ref (fb_value_get_text (value));
    case FB_VALUE_CHOICE:
      choice = fb_property_find_choice (property, fb_value_get_words (value));
      return choice != NULL ? _fb_composer_words (_fb_composer_word (composer, choice->label)) : NULL;
    case FB_VALUE_REFS:
      return compose_refs (fb_value_get_refs (value));
    case FB_VALUE_FLAG:
      return _fb_composer_words (_fb_composer_label (composer, property));
    case FB_VALUE_LANGUAGE:
    case FB_VALUE_IMAGE:
      break;
    }

  return NULL;
}

/* What a property is called in print: in the language of the document; an own column by its title. */
const char *
_fb_composer_label (FbComposer       *composer,
                    const FbProperty *property)
{
  if (property->flags & FB_PROPERTY_OWN)
    return fb_document_get_property_label (composer->document, property);

  return _fb_composer_word (composer, property->label);
}

/* Whether a property prints when nothing says otherwise. */
gboolean
_fb_composer_prints (FbComposer       *composer,
                     const FbProperty *property)
{
  if (property->flags & FB_PROPERTY_INTERNAL)
    return composer->printout->internal;

  return (property->flags & FB_PROPERTY_PRINTED) != 0;
}

/* "(1)", from the number of a step; NULL where it has none. */
char *
_fb_composer_step_label (FbNode *step)
{
  const char *number = fb_node_get_number (step);

  if (number == NULL)
    return NULL;

  return *number == '(' ? g_strdup (number) : g_strdup_printf ("(%s)", number);
}

/* Whether @node is a step that is printed. */
gboolean
_fb_composer_shows_step (FbComposer *composer,
                         FbNode     *node)
{
  if (fb_node_get_kind (node) != FB_KIND_STEP)
    return FALSE;

  return composer->hidden == NULL || !g_hash_table_contains (composer->hidden, node);
}

/* Appends the paragraphs of @text, moved in by @level: at level 1 a plain one goes on with the item before it. */
void
_fb_composer_append_nested (FbTextBuilder *builder,
                            FbText        *text,
                            guint          level)
{
  for (guint i = 0; text != NULL && i < fb_text_get_n_paragraphs (text); i++)
    {
      const FbParagraph *paragraph = fb_text_get_paragraph (text, i);
      FbParagraphKind kind = paragraph->kind;

      if (kind == FB_PARAGRAPH_PLAIN && level > 0)
        kind = FB_PARAGRAPH_CONTINUED;
      fb_text_builder_append_paragraph (builder, kind, paragraph->level + level, paragraph->style, paragraph->number,
                                        text, i);
    }
}

/* Goes on with @text in the paragraph that is open, as far as @text begins with a plain paragraph. */
void
_fb_composer_append_inline (FbTextBuilder *builder,
                            FbText        *text)
{
  for (guint i = 0; text != NULL && i < fb_text_get_n_paragraphs (text); i++)
    {
      const FbParagraph *paragraph = fb_text_get_paragraph (text, i);

      if (i == 0 && paragraph->kind == FB_PARAGRAPH_PLAIN)
        fb_text_builder_append_inline (builder, text, i);
      else
        fb_text_builder_append_paragraph (builder, paragraph->kind, paragraph->level, paragraph->style,
                                          paragraph->number, text, i);
    }
}

/* Begins a paragraph "Label: value". */
void
_fb_composer_append_label (FbTextBuilder *builder,
                           const char    *label,
                           FbText        *value)
{
  fb_text_builder_paragraph (builder, FB_PARAGRAPH_PLAIN, 0, FB_LIST_BULLET, 0, NULL);
  fb_text_builder_push (builder, FB_RUN_STRONG, NULL);
  fb_text_builder_append (builder, label, -1);
  fb_text_builder_append (builder, ":", -1);
  fb_text_builder_pop (builder);
  fb_text_builder_append (builder, " ", -1);
  _fb_composer_append_inline (builder, value);
}

/*
 * Appends a labelled paragraph for everything printable that @node says and that is not named in @placed (ends with
 * NULL). So a new row of the kinds table prints without anything being done about it here.
 *
 * Returns: whether there was anything
 */
gboolean
_fb_composer_append_rest (FbComposer        *composer,
                          FbTextBuilder     *builder,
                          FbNode            *node,
                          const char *const *placed)
{
  g_autoptr (GPtrArray) properties = fb_document_get_properties (composer->document, fb_node_get_kind (node));
  gboolean any = FALSE;

  for (guint i = 0; i < properties->len; i++)
    {
      const FbProperty *property = g_ptr_array_index (properties, i);
      g_autoptr (FbText) value = NULL;

      if (!_fb_composer_prints (composer, property) || g_strv_contains (placed, property->name))
        continue;
      value = _fb_composer_value (composer, node, property);
      if (value == NULL)
        continue;
      _fb_composer_append_label (builder, _fb_composer_label (composer, property), value);
      any = TRUE;
    }

  return any;
}

/* Adds the heading of a node; one without a title has none. Returns: whether there is one now. */
gboolean
_fb_composer_heading (FbComposer *composer,
                      FbNode     *node,
                      guint       level,
                      gboolean    in_contents)
{
  g_autoptr (FbText) title = _fb_composer_words (fb_node_get_title (node));

  if (title == NULL)
    return FALSE;

  fb_flow_builder_heading (composer->builder, fb_node_get_id (node), level, fb_node_get_number (node), title,
                           in_contents);

  return TRUE;
}

/* Adds a text that comes from @node; NULL is none. */
void
_fb_composer_text (FbComposer *composer,
                   FbNode     *node,
                   FbTextRole  role,
                   FbText     *text)
{
  fb_flow_builder_text (composer->builder, fb_node_get_id (node), role, text);
}

static FbColumnRole
find_role (const FbProperty *property)
{
  static const FbColumnRole reads[] = {
    [FB_READS_NOTHING] = FB_COLUMN_WORDS,   [FB_READS_PERIOD] = FB_COLUMN_PERIOD,
    [FB_READS_DATES] = FB_COLUMN_PERIOD,    [FB_READS_MONEY] = FB_COLUMN_MONEY,
    [FB_READS_RESPONSIBLE] = FB_COLUMN_BODIES, [FB_READS_ORDINAL] = FB_COLUMN_NUMBER,
  };

  if (property->type == FB_VALUE_RICH)
    return FB_COLUMN_PROSE;
  if (property->reads == FB_READS_NOTHING && !(property->flags & FB_PROPERTY_LINE))
    return FB_COLUMN_PROSE;

  return reads[property->reads];
}

static gboolean
any_says (FbComposer       *composer,
          GPtrArray        *nodes,
          const FbProperty *property)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      g_autoptr (FbText) value = _fb_composer_value (composer, g_ptr_array_index (nodes, i), property);

      if (value != NULL)
        return TRUE;
    }

  return FALSE;
}

void
_fb_composer_node_table (FbComposer        *composer,
                         const char        *id,
                         const char        *name,
                         GPtrArray         *nodes,
                         const char *const *also)
{
  g_autoptr (GPtrArray) properties = NULL;
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  const FbProperty *title;
  FbKind kind;

  if (nodes->len == 0)
    return;

  kind = fb_node_get_kind (g_ptr_array_index (nodes, 0));
  title = fb_kind_get_title (kind);
  properties = fb_document_get_properties (composer->document, kind);
  for (guint i = 0; i < properties->len; i++)
    {
      const FbProperty *property = g_ptr_array_index (properties, i);
      gboolean wanted = _fb_composer_prints (composer, property) || g_strv_contains (also, property->name);

      if (wanted && any_says (composer, nodes, property))
        g_ptr_array_add (columns, (gpointer) property);
    }
  if (columns->len == 0)
    return;

  fb_flow_builder_table (composer->builder, id, name);
  for (guint i = 0; i < columns->len; i++)
    {
      const FbProperty *property = g_ptr_array_index (columns, i);

      const char *heading = _fb_composer_label (composer, property);

      /* "Indikator" says more than "Titel". */
      if (property == title && g_strcmp0 (property->label, "Title") == 0)
        heading = _fb_composer_word (composer, fb_kind_get_info (kind)->label);
      fb_flow_builder_column (composer->builder, find_role (property), heading, 0, property == title);
    }
  for (guint i = 0; i < nodes->len; i++)
    {
      FbNode *node = g_ptr_array_index (nodes, i);
      g_autoptr (GPtrArray) cells = g_ptr_array_new_full (columns->len, NULL);

      for (guint j = 0; j < columns->len; j++)
        g_ptr_array_add (cells, _fb_composer_value (composer, node, g_ptr_array_index (columns, j)));
      fb_flow_builder_row (composer->builder, fb_node_get_id (node), (FbText **) cells->pdata);
      for (guint j = 0; j < cells->len; j++)
        g_clear_pointer (&g_ptr_array_index (cells, j), fb_text_unref);
    }
}
