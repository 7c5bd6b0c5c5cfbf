/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/fb-format.h"
#include "store/fb-reader-private.h"

typedef enum
{
  EXPECT_WORDS,
  EXPECT_INLINE,
  EXPECT_BLOCKS,
  EXPECT_BOTH,
  EXPECT_ITEM,
  EXPECT_END,
  EXPECT_PICTURE,
  EXPECT_PART,
} Expectation;

/* Translators: these follow “expected”, in a message about a faulty file. Leave the names in < > as they are. */
static const char *const expectations[] = {
  [EXPECT_WORDS] = N_("text or <br>"),
  [EXPECT_INLINE] = N_("text, <strong>, <em>, <sup>, <sub>, <a>, <span>, <br>, <note> or <ref>"),
  [EXPECT_BLOCKS] = N_("<p>, <ul> or <ol>"),
  [EXPECT_BOTH] = N_("text, <strong>, <em>, <sup>, <sub>, <a>, <span>, <br>, <note>, <ref>, <p>, <ul> or <ol>"),
  [EXPECT_ITEM] = N_("<li>"),
  [EXPECT_END] = N_("the end"),
  [EXPECT_PICTURE] = N_("base64 or <part>"),
  [EXPECT_PART] = N_("base64"),
};

static const char *const no_attributes[] = { NULL };

/* Words */

/* Words as they are put together. Spaces are kept as they are. A newline of the file, with the indentation around
 * it, reads as one space; at the beginning, at the end and beside a line break it reads as nothing. */
typedef struct
{
  GString *words;         /* or */
  FbTextBuilder *builder;
  gboolean edge; /* nothing yet, or behind a line break */
  gboolean soft; /* a newline has been read; whether it is a space is not yet known */
} Line;

static void
append (Line       *line,
        const char *utf8,
        gsize       length)
{
  if (line->builder != NULL)
    fb_text_builder_append (line->builder, utf8, length);
  else
    g_string_append_len (line->words, utf8, length);
}

/* Something follows, so a newline before it is a space. */
static void
go_on (Line *line)
{
  if (line->soft && !line->edge)
    append (line, " ", 1);
  line->soft = FALSE;
}

static void
add_text (Line       *line,
          const char *text)
{
  while (*text != '\0')
    {
      gsize length = strcspn (text, "\n");
      gsize behind = length;

      if (text[length] == '\n')
        {
          behind += strspn (text + length, " \t\r\n");
          while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\t'))
            length--;
        }
      if (length > 0)
        {
          go_on (line);
          append (line, text, length);
          line->edge = FALSE;
        }
      line->soft = line->soft || memchr (text + length, '\n', behind - length) != NULL;
      text += behind;
    }
}

static void
add_line_break (Line *line)
{
  line->soft = FALSE;
  line->edge = TRUE;
  if (line->builder != NULL)
    fb_text_builder_line_break (line->builder);
  else
    g_string_append_c (line->words, '\n');
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

/* What stands here belongs nowhere: an error, or in a newer file passed over. */
static gboolean
refuse (FbReader   *self,
        Expectation expectation)
{
  g_autofree char *found = fb_reader_describe (self);
  const char *expected = _(expectations[expectation]);

  if (self->event == FB_EVENT_COMMENT || self->event == FB_EVENT_INSTRUCTION)
    return fb_reader_fail (self, self->line, found, expected);

  return fb_reader_fail_unknown (self, found, expected) &&
         (self->event != FB_EVENT_START || fb_reader_skip_element (self));
}

static gboolean
at_element (FbReader   *self,
            const char *name)
{
  return self->event == FB_EVENT_START && fb_reader_is_own (self) && g_str_equal (fb_reader_get_element (self), name);
}

/* An element that must be empty, such as <br/>; goes to its end. */
static gboolean
read_empty (FbReader *self)
{
  while (fb_reader_advance (self))
    {
      if (self->event == FB_EVENT_END)
        return TRUE;
      if (!(self->event == FB_EVENT_TEXT && is_blank (self->text->str)) && !refuse (self, EXPECT_END))
        return FALSE;
    }
  return FALSE;
}

/**
 * fb_reader_read_words:
 * @value: (out): where to put the value
 */
gboolean
fb_reader_read_words (FbReader  *self,
                      FbValue  **value)
{
  g_autoptr (GString) words = g_string_new (NULL);
  Line line = { .words = words, .edge = TRUE };

  while (fb_reader_advance (self) && self->event != FB_EVENT_END)
    {
      if (self->event == FB_EVENT_TEXT)
        {
          add_text (&line, self->text->str);
        }
      else if (at_element (self, "br"))
        {
          if (!fb_reader_check_attributes (self, no_attributes) || !read_empty (self))
            return FALSE;
          add_line_break (&line);
        }
      else if (!refuse (self, EXPECT_WORDS))
        {
          return FALSE;
        }
    }
  *value = fb_value_new_words (words->str);

  return self->error == NULL;
}

/* Inline content */

static gboolean read_text (FbReader *self,
                           gboolean  in_line,
                           FbText  **text);
static gboolean read_inline (FbReader *self,
                             Line     *line);

static const FbFormatRun *
find_run (FbReader *self)
{
  if (self->event == FB_EVENT_START && fb_reader_is_own (self))
    for (guint i = 0; i < FB_FORMAT_N_RUNS; i++)
      if (g_str_equal (fb_format_runs[i].element, fb_reader_get_element (self)))
        return &fb_format_runs[i];
  return NULL;
}

/* The attribute that an inline element cannot do without. */
static gboolean
require_attribute (FbReader   *self,
                   const char *name,
                   char      **value)
{
  const char *const allowed[] = { name, NULL };
  g_autofree char *found = fb_reader_describe (self);
  g_autofree char *expected = NULL;

  if (!fb_reader_check_attributes (self, name != NULL ? allowed : no_attributes))
    return FALSE;
  if (name == NULL)
    return TRUE;

  *value = fb_reader_dup_attribute (self, name);
  if (*value != NULL)
    return TRUE;

  expected = g_strdup_printf (_("the attribute “%s”"), name);
  return fb_reader_fail (self, self->line, found, expected);
}

static gboolean
read_run (FbReader          *self,
          const FbFormatRun *run,
          Line              *line)
{
  g_autofree char *target = NULL;

  if (!require_attribute (self, run->attribute, &target))
    return FALSE;
  if (run->kind == FB_RUN_LANGUAGE)
    fb_reader_check_language (self, target);

  go_on (line);
  fb_text_builder_push (line->builder, run->kind, target);
  if (!read_inline (self, line))
    return FALSE;
  fb_text_builder_pop (line->builder);

  return TRUE;
}

static gboolean
read_note (FbReader *self,
           Line     *line)
{
  g_autoptr (FbText) note = NULL;

  if (!fb_reader_check_attributes (self, no_attributes) || !read_text (self, TRUE, &note))
    return FALSE;

  go_on (line);
  fb_text_builder_note (line->builder, note);
  line->edge = FALSE;
  return TRUE;
}

static gboolean
read_reference (FbReader *self,
                Line     *line)
{
  g_autofree char *id = NULL;

  if (!require_attribute (self, "to", &id))
    return FALSE;

  fb_reader_add_reference (self, id, 0);
  go_on (line);
  fb_text_builder_reference (line->builder, id);
  line->edge = FALSE;
  return read_empty (self);
}

static gboolean
is_inline (FbReader *self)
{
  return find_run (self) != NULL || at_element (self, "br") || at_element (self, "note") || at_element (self, "ref");
}

/* One inline element, from its start to its end. */
static gboolean
read_inline_element (FbReader *self,
                     Line     *line)
{
  const FbFormatRun *run = find_run (self);

  if (run != NULL)
    return read_run (self, run, line);
  if (at_element (self, "note"))
    return read_note (self, line);
  if (at_element (self, "ref"))
    return read_reference (self, line);

  if (!fb_reader_check_attributes (self, no_attributes) || !read_empty (self))
    return FALSE;
  add_line_break (line);
  return TRUE;
}

/* Text and inline elements, up to the end of the element around them. */
static gboolean
read_inline (FbReader *self,
             Line     *line)
{
  while (fb_reader_advance (self))
    {
      gboolean fine = TRUE;

      if (self->event == FB_EVENT_END)
        return TRUE;
      if (self->event == FB_EVENT_TEXT)
        add_text (line, self->text->str);
      else if (is_inline (self))
        fine = read_inline_element (self, line);
      else
        fine = refuse (self, EXPECT_INLINE);
      if (!fine)
        return FALSE;
    }
  return FALSE;
}

/* Blocks */

/* Where paragraphs stand: a text, a footnote or a list item. */
typedef struct
{
  FbTextBuilder *builder;
  gboolean in_line; /* words may stand here without <p> */
  guint level;
  FbListStyle style;
  guint *number;        /* where the list begins to count; used up by its first item */
  const char *language; /* or NULL */
} Place;

static gboolean read_list (FbReader *self,
                           Place    *outer,
                           gboolean  follows,
                           FbListStyle *style);

static void
begin_paragraph (Place      *place,
                 gboolean    first,
                 const char *language)
{
  FbParagraphKind kind = FB_PARAGRAPH_PLAIN;
  guint number = 0;

  if (place->level > 0)
    kind = first ? FB_PARAGRAPH_ITEM : FB_PARAGRAPH_CONTINUED;
  if (kind == FB_PARAGRAPH_ITEM)
    {
      number = *place->number;
      *place->number = 0;
    }
  fb_text_builder_paragraph (place->builder, kind, place->level, place->style, number,
                             language != NULL ? language : place->language);
}

static gboolean
read_paragraph (FbReader *self,
                Place    *place,
                gboolean  first)
{
  static const char *const allowed[] = { "xml:lang", NULL };
  g_autofree char *language = fb_reader_dup_attribute (self, "xml:lang");
  Line line = { .builder = place->builder, .edge = TRUE };

  if (!fb_reader_check_attributes (self, allowed))
    return FALSE;
  if (language != NULL)
    fb_reader_check_language (self, language);

  begin_paragraph (place, first, language);
  return read_inline (self, &line);
}

/* Paragraphs and lists, up to the end of the element around them. In a list item or a footnote, words may stand at
 * first without <p>. */
static gboolean
read_blocks (FbReader *self,
             Place    *place)
{
  g_autoptr (GString) blank = g_string_new (NULL);
  Line line = { .builder = place->builder, .edge = TRUE };
  gboolean has_paragraph = FALSE;
  gboolean has_blocks = FALSE;
  gboolean after_list = FALSE;
  FbListStyle list = FB_LIST_BULLET;

  while (fb_reader_advance (self))
    {
      gboolean is_text = self->event == FB_EVENT_TEXT;
      gboolean is_list = at_element (self, "ul") || at_element (self, "ol");
      gboolean fine = TRUE;

      if (self->event == FB_EVENT_END)
        break;

      if (is_text && is_blank (self->text->str) && (has_blocks || !has_paragraph))
        {
          g_string_append (blank, self->text->str);
          continue;
        }

      if (is_list)
        {
          fine = read_list (self, place, after_list, &list);
          has_blocks = TRUE;
        }
      else if (at_element (self, "p") && (has_blocks || !has_paragraph))
        {
          fine = read_paragraph (self, place, !has_paragraph);
          has_blocks = has_paragraph = TRUE;
        }
      else if (place->in_line && !has_blocks && (is_text || is_inline (self)))
        {
          if (!has_paragraph)
            {
              begin_paragraph (place, TRUE, NULL);
              add_text (&line, blank->str);
              has_paragraph = TRUE;
            }
          if (is_text)
            add_text (&line, self->text->str);
          else
            fine = read_inline_element (self, &line);
        }
      else
        {
          fine = refuse (self, has_blocks || !place->in_line ? EXPECT_BLOCKS : EXPECT_BOTH);
        }
      if (!fine)
        return FALSE;
      after_list = is_list;
    }

  if (place->in_line && !has_paragraph && !has_blocks)
    {
      begin_paragraph (place, TRUE, NULL);
      add_text (&line, blank->str);
    }

  return self->error == NULL;
}

static gboolean
read_item (FbReader *self,
           Place    *place)
{
  static const char *const allowed[] = { "xml:lang", NULL };
  g_autofree char *language = fb_reader_dup_attribute (self, "xml:lang");
  Place item = *place;

  if (!fb_reader_check_attributes (self, allowed))
    return FALSE;
  if (language != NULL)
    {
      fb_reader_check_language (self, language);
      item.language = language;
    }

  return read_blocks (self, &item);
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

/* How the list is written: its row of the table by element and type. */
static gboolean
read_list_style (FbReader    *self,
                 FbListStyle *style,
                 guint       *number)
{
  static const char *const allowed[] = { "type", "start", NULL };
  gboolean bullets = at_element (self, "ul");
  g_autofree char *type = bullets ? NULL : fb_reader_dup_attribute (self, "type");
  g_autofree char *start = bullets ? NULL : fb_reader_dup_attribute (self, "start");
  guint64 parsed;
  guint i = 0;

  if (!fb_reader_check_attributes (self, bullets ? no_attributes : allowed))
    return FALSE;

  while (i < FB_FORMAT_N_LISTS && (g_strcmp0 (fb_format_lists[i].type, type) != 0 ||
                                   !g_str_equal (fb_format_lists[i].element, fb_reader_get_element (self))))
    i++;
  if (i < FB_FORMAT_N_LISTS)
    *style = fb_format_lists[i].style;
  else if (g_strcmp0 (type, "1") == 0)
    *style = FB_LIST_DECIMAL;
  else if (!refuse_value (self, "type", type, "1, a, (1)"))
    return FALSE;

  if (start != NULL && g_ascii_string_to_unsigned (start, 10, 1, G_MAXINT32, &parsed, NULL))
    *number = parsed;
  else if (start != NULL)
    return refuse_value (self, "start", start, _("a number from 1 on"));

  return TRUE;
}

/* @follows: a list stands directly before this one, of @style. On return @style is that of this list. */
static gboolean
read_list (FbReader    *self,
           Place       *outer,
           gboolean     follows,
           FbListStyle *style)
{
  FbListStyle before = *style;
  guint number = 0;
  Place place = { outer->builder, TRUE, outer->level + 1, FB_LIST_BULLET, &number, outer->language };

  if (!read_list_style (self, &place.style, &number))
    return FALSE;
  *style = place.style;
  /* Without a word in between only its beginning says that it is not the same list. */
  if (follows && before == place.style && number == 0 && place.style != FB_LIST_BULLET)
    number = 1;

  while (fb_reader_advance (self))
    {
      gboolean fine = TRUE;

      if (self->event == FB_EVENT_END)
        return TRUE;
      if (at_element (self, "li"))
        fine = read_item (self, &place);
      else if (self->event != FB_EVENT_TEXT || !is_blank (self->text->str))
        fine = refuse (self, EXPECT_ITEM);
      if (!fine)
        return FALSE;
    }
  return FALSE;
}

/* @in_line: words may stand here without <p> */
static gboolean
read_text (FbReader *self,
           gboolean  in_line,
           FbText  **text)
{
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();
  Place place = { builder, in_line, 0, FB_LIST_BULLET, NULL, NULL };

  if (!read_blocks (self, &place))
    return FALSE;

  *text = fb_text_builder_end (builder);
  return TRUE;
}

/**
 * fb_reader_read_rich:
 * @value: (out): where to put the value
 */
gboolean
fb_reader_read_rich (FbReader  *self,
                     FbValue  **value)
{
  g_autoptr (FbText) text = NULL;

  if (!read_text (self, FALSE, &text))
    return FALSE;

  *value = fb_value_new_rich (text);
  return TRUE;
}

/* Pictures */

static gboolean
append_base64 (FbReader   *self,
               const char *text,
               GByteArray *bytes)
{
  g_autoptr (GString) base64 = g_string_new (NULL);
  g_autofree guint8 *decoded = NULL;
  gsize size, length;

  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (base64, *p);
  length = strspn (base64->str, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
  length += strspn (base64->str + length, "=");
  if (length != base64->len || length % 4 != 0 || g_str_has_suffix (base64->str, "==="))
    return fb_reader_fail (self, self->line, _("text that is not base64"), _("a picture in base64"));

  decoded = g_base64_decode (base64->str, &size);
  g_byte_array_append (bytes, decoded, size);
  return TRUE;
}

static gboolean
read_image_content (FbReader   *self,
                    GByteArray *bytes,
                    gboolean    parts)
{
  while (fb_reader_advance (self))
    {
      gboolean fine;

      if (self->event == FB_EVENT_END)
        return TRUE;
      if (self->event == FB_EVENT_TEXT)
        fine = append_base64 (self, self->text->str, bytes);
      else if (parts && at_element (self, "part"))
        fine = fb_reader_check_attributes (self, no_attributes) && read_image_content (self, bytes, FALSE);
      else
        fine = refuse (self, parts ? EXPECT_PICTURE : EXPECT_PART);
      if (!fine)
        return FALSE;
    }
  return FALSE;
}

/**
 * fb_reader_read_image:
 * @value: (out): where to put the value
 */
gboolean
fb_reader_read_image (FbReader  *self,
                      FbValue  **value)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *media_type = NULL;

  if (!require_attribute (self, "type", &media_type) || !read_image_content (self, array, TRUE))
    return FALSE;

  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&array));
  *value = fb_value_new_image (bytes, media_type);
  return TRUE;
}
