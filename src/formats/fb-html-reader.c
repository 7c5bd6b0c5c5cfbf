/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "formats/fb-html-reader.h"

#include <libxml/HTMLparser.h>
#include <stdlib.h>
#include <string.h>

#include "formats/fb-address.h"
#include "formats/fb-html-reader-private.h"

/* Elements nested deeper than this are not looked into. */
#define MAX_DEPTH 400

#define DROPPED                                                                                                \
  " head script style title template noscript iframe object embed applet svg math input select textarea button " \
  "canvas audio video map area meta link base img xml "
#define BLOCKS                                                                                                  \
  " p div h1 h2 h3 h4 h5 h6 blockquote pre address section article header footer main nav aside figure figcaption " \
  "form fieldset legend table caption thead tbody tfoot tr dl dt dd center hr body html li ul ol dir menu details " \
  "summary "

/* An item of a list that is being read. */
typedef struct
{
  guint level;
  FbListStyle style;
  guint number;
  gboolean begun; /* its first paragraph is there: others go on with it */
} Item;

/* What holds for an element and is handed down. */
typedef struct
{
  guint marks;
  const char *link;
  const char *language; /* of runs, own format only */
  gboolean preserved;
  guint level; /* of lists around it */
  Item *item;
} Context;

typedef struct
{
  FbHtmlOrigin origin;
  FbTextBuilder *builder;
  GHashTable *notes; /* id to xmlNode: the bodies of footnotes; NULL while one of them is read */

  gboolean open;       /* words can be added to the paragraph */
  gboolean any;        /* there is a paragraph at all */
  gboolean space;      /* white space came before, with these marks */
  guint space_marks;
  const char *space_link; /* only compared */
  guint breaks;        /* line breaks came before */
  gboolean tab;        /* a cell began */
  guint row;           /* depth of rows of tables with several cells */
  guint word_counts[FB_TEXT_MAX_LEVEL + 1]; /* of Word's lists that are going on */
  FbListStyle word_styles[FB_TEXT_MAX_LEVEL + 1];
} Reader;

static void read_children (Reader        *self,
                           xmlNode       *parent,
                           const Context *context,
                           guint          depth);

/* Paragraphs */

static void
end_paragraph (Reader *self)
{
  /* A cell is one line of its row. */
  if (self->row > 0)
    {
      self->breaks = self->open && !self->tab ? 1 : 0;
      self->space = FALSE;
      return;
    }
  self->open = FALSE;
  self->space = FALSE;
  self->tab = FALSE;
  self->breaks = 0;
}

static void
begin_paragraph (Reader        *self,
                 const Context *context,
                 const char    *language)
{
  Item *item = context->item;

  if (item == NULL)
    {
      fb_text_builder_paragraph (self->builder, FB_PARAGRAPH_PLAIN, 0, FB_LIST_BULLET, 0, language);
      memset (self->word_counts, 0, sizeof self->word_counts);
    }
  else if (item->begun)
    {
      fb_text_builder_paragraph (self->builder, FB_PARAGRAPH_CONTINUED, item->level, FB_LIST_BULLET, 0, language);
    }
  else
    {
      fb_text_builder_paragraph (self->builder, FB_PARAGRAPH_ITEM, item->level, item->style, item->number, language);
      item->begun = TRUE;
    }
  self->open = TRUE;
  self->any = TRUE;
}

static guint
push_runs (Reader        *self,
           const Context *context)
{
  guint n = 0;

  for (FbRunKind kind = FB_RUN_STRONG; kind <= FB_RUN_SUBSCRIPT; kind++)
    if ((context->marks & (1u << kind)) != 0)
      {
        fb_text_builder_push (self->builder, kind, NULL);
        n++;
      }
  if (context->link != NULL)
    {
      fb_text_builder_push (self->builder, FB_RUN_LINK, context->link);
      n++;
    }
  if (context->language != NULL)
    {
      fb_text_builder_push (self->builder, FB_RUN_LANGUAGE, context->language);
      n++;
    }
  return n;
}

static void
pop_runs (Reader *self,
          guint   n)
{
  while (n-- > 0)
    fb_text_builder_pop (self->builder);
}

/* Gets ready for something to be seen: the paragraph, and what came before it and was not to stand at an end. */
static void
prepare (Reader        *self,
         const Context *context)
{
  if (self->open && self->breaks > 1 && self->row == 0)
    end_paragraph (self);
  if (!self->open)
    begin_paragraph (self, context, NULL);
  else if (self->tab)
    fb_text_builder_append (self->builder, "\t", 1);
  else if (self->breaks > 0)
    fb_text_builder_line_break (self->builder);
  else if (self->space)
    {
      Context space = *context;
      guint n;

      space.marks = self->space_marks;
      space.link = self->space_link == context->link ? context->link : NULL;
      n = push_runs (self, &space);
      fb_text_builder_append (self->builder, " ", 1);
      pop_runs (self, n);
    }
  self->breaks = 0;
  self->space = FALSE;
  self->tab = FALSE;
}

static gboolean
is_html_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static void
add_stretch (Reader        *self,
             const Context *context,
             const char    *words,
             gsize          length)
{
  guint n;

  prepare (self, context);
  n = push_runs (self, context);
  fb_text_builder_append (self->builder, words, (gssize) length);
  pop_runs (self, n);
}

static void
add_words (Reader        *self,
           const Context *context,
           const char    *words)
{
  if (self->origin == FB_HTML_OWN)
    {
      if (self->open)
        add_stretch (self, context, words, strlen (words));
      return;
    }

  for (const char *p = words; *p != '\0';)
    {
      const char *end = p;

      if (context->preserved && *p == '\n')
        {
          if (self->open)
            self->breaks++;
          p++;
        }
      else if (is_html_space (*p))
        {
          if (self->open && !self->space)
            {
              self->space = TRUE;
              self->space_marks = context->marks;
              self->space_link = context->link;
            }
          p++;
        }
      else if (!self->open && g_str_has_prefix (p, "\xc2\xa0"))
        {
          /* A paragraph of nothing else is a gap between paragraphs. */
          p += 2;
        }
      else
        {
          while (*end != '\0' && !is_html_space (*end))
            end++;
          /* Words in one go with single spaces between them. */
          while (*end == ' ' && end[1] != '\0' && !is_html_space (end[1]))
            for (end++; *end != '\0' && !is_html_space (*end);)
              end++;
          add_stretch (self, context, p, (gsize) (end - p));
          p = end;
        }
    }
}

/* Lists */

static FbListStyle
list_style (xmlNode *node)
{
  g_autofree char *type = _fb_html_attribute (node, "type");
  g_autofree char *style = _fb_html_attribute (node, "style");
  g_autofree char *class = _fb_html_attribute (node, "class");
  g_autofree char *lower = style != NULL ? g_ascii_strdown (style, -1) : NULL;

  if (!_fb_html_is (node, " ol "))
    return FB_LIST_BULLET;
  if (class != NULL && strstr (class, "parenthesised") != NULL)
    return FB_LIST_PAREN;
  if (g_strcmp0 (type, "a") == 0 || g_strcmp0 (type, "A") == 0 ||
      (lower != NULL && (strstr (lower, "-alpha") != NULL || strstr (lower, "-latin") != NULL)))
    return FB_LIST_LETTER;
  return FB_LIST_DECIMAL;
}

static guint
read_number (xmlNode    *node,
             const char *name)
{
  g_autofree char *value = _fb_html_attribute (node, name);
  long number = value != NULL ? strtol (value, NULL, 10) : 0;

  return number > 0 && number < 10000 ? (guint) number : 0;
}

static void
read_item (Reader        *self,
           xmlNode       *node,
           const Context *around,
           FbListStyle    style,
           guint          number,
           guint          depth)
{
  Context context = *around;
  Item item = { MIN (context.level, FB_TEXT_MAX_LEVEL), style, style != FB_LIST_BULLET ? number : 0, FALSE };
  guint level = read_number (node, "data-aria-level");

  /* Word on the web says the level of an item beside a list that is not nested. */
  if (level == 0)
    level = read_number (node, "aria-level");
  if (level > 0)
    item.level = MIN (level, FB_TEXT_MAX_LEVEL);
  context.item = &item;
  read_children (self, node, &context, depth);
  end_paragraph (self);
}

static void
read_list (Reader        *self,
           xmlNode       *node,
           const Context *around,
           guint          depth)
{
  Context context = *around;
  FbListStyle style = list_style (node);
  guint number = read_number (node, "start");

  if (number == 1)
    number = 0;
  context.level++;
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (_fb_html_is (child, " li "))
        {
          guint value = read_number (child, "value");

          read_item (self, child, &context, style, value > 0 ? value : number, depth);
          number = 0;
        }
      else if (_fb_html_is (child, " ul ol dir menu "))
        {
          read_list (self, child, &context, depth + 1);
        }
    }
}

static xmlNode *
find_word_marker (xmlNode *node,
                  guint    depth)
{
  for (xmlNode *child = node->children; child != NULL && depth < 8; child = child->next)
    {
      FbHtmlLook look;
      xmlNode *found;

      if (child->type != XML_ELEMENT_NODE)
        continue;
      _fb_html_look (child, &look);
      if (look.word_marker)
        return child;
      found = find_word_marker (child, depth + 1);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A paragraph that Word calls one of a list. Its marker tells the style, and is taken out. */
static gboolean
read_word_item (Reader        *self,
                xmlNode       *node,
                const Context *around,
                guint          level,
                guint          depth)
{
  xmlNode *marker = find_word_marker (node, 0);
  Context context = *around;
  Item item = { level, FB_LIST_BULLET, 0, FALSE };
  gboolean goes_on;
  guint number = 0;
  xmlChar *words;

  if (marker == NULL)
    return FALSE;
  words = xmlNodeGetContent (marker);
  if (words == NULL || !_fb_html_word_marker ((const char *) words, &item.style, &number))
    {
      xmlFree (words);
      return FALSE;
    }
  xmlFree (words);
  xmlUnlinkNode (marker);
  xmlFreeNode (marker);

  goes_on = self->word_counts[level] > 0 && self->word_styles[level] == item.style;
  if (number != (goes_on ? self->word_counts[level] + 1 : 1))
    item.number = number;
  self->word_counts[level] = MAX (number, 1);
  self->word_styles[level] = item.style;
  for (guint deeper = level + 1; deeper <= FB_TEXT_MAX_LEVEL; deeper++)
    self->word_counts[deeper] = 0;

  context.item = &item;
  end_paragraph (self);
  read_children (self, node, &context, depth);
  end_paragraph (self);
  return TRUE;
}

/* Footnotes */

static FbText *
read_text (xmlNode      *root,
           FbHtmlOrigin  origin,
           GHashTable   *notes)
{
  Reader reader = { .origin = origin, .notes = notes };
  Context context = { 0 };
  FbText *text;

  reader.builder = fb_text_builder_new ();
  if (root != NULL)
    read_children (&reader, root, &context, 0);
  text = reader.any ? fb_text_builder_end (reader.builder) : NULL;
  fb_text_builder_free (reader.builder);
  return text;
}

/* "#sdfootnote1sym" is LibreOffice's address of the body "sdfootnote1", "#_ftn1" Word's of "ftn1". */
static char *
note_id (const char *address)
{
  g_autofree char *id = NULL;

  if (address == NULL || *address != '#')
    return NULL;
  if (g_str_has_suffix (address, "sym"))
    return g_strndup (address + 1, strlen (address) - 4);
  if (g_str_has_prefix (address, "#_ftn") || g_str_has_prefix (address, "#_edn"))
    return g_strdup (address + 2);
  return NULL;
}

/* Whether the link leads from a footnote back to the text. */
static gboolean
is_back_link (const char *address)
{
  return address != NULL && *address == '#' &&
         (g_str_has_suffix (address, "anc") || g_str_has_prefix (address, "#_ftnref") ||
          g_str_has_prefix (address, "#_ednref"));
}

static void
find_notes (xmlNode    *node,
            GHashTable *notes,
            guint       depth)
{
  for (xmlNode *child = node->children; child != NULL && depth < MAX_DEPTH; child = child->next)
    {
      g_autofree char *id = NULL;
      FbHtmlLook look;

      if (child->type != XML_ELEMENT_NODE)
        continue;
      id = _fb_html_attribute (child, "id");
      _fb_html_look (child, &look);
      if (id != NULL && (look.word_note || g_str_has_prefix (id, "sdfootnote") || g_str_has_prefix (id, "sdendnote")))
        g_hash_table_insert (notes, g_steal_pointer (&id), child);
      else
        find_notes (child, notes, depth + 1);
    }
}

/* Puts a footnote where the link to it is. Returns: whether the link leads to one. */
static gboolean
read_note_link (Reader        *self,
                const Context *context,
                const char    *address)
{
  g_autofree char *id = note_id (address);
  xmlNode *body = id != NULL && self->notes != NULL ? g_hash_table_lookup (self->notes, id) : NULL;
  g_autoptr (FbText) note = NULL;

  if (body == NULL)
    return FALSE;
  note = read_text (body, self->origin, NULL);
  if (note == NULL)
    note = fb_text_new_plain (NULL);
  prepare (self, context);
  fb_text_builder_note (self->builder, note);
  return TRUE;
}

/* Own format */

static void
read_own_paragraph (Reader  *self,
                    xmlNode *node,
                    guint    depth)
{
  static const char *const styles[] = { "bullet", "decimal", "letter", "paren" };
  static const char *const kinds[] = { "plain", "item", "continued" };
  g_autofree char *form = _fb_html_attribute (node, "data-form");
  g_autofree char *language = _fb_html_attribute (node, "lang");
  g_auto (GStrv) parts = g_strsplit (form != NULL ? form : "", " ", -1);
  Context context = { 0 };
  FbParagraphKind kind = FB_PARAGRAPH_PLAIN;
  FbListStyle style = FB_LIST_BULLET;
  guint level = 0, number = 0;

  if (g_strv_length (parts) == 4)
    {
      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        if (g_str_equal (parts[0], kinds[i]))
          kind = (FbParagraphKind) i;
      level = (guint) CLAMP (atoi (parts[1]), 0, FB_TEXT_MAX_LEVEL);
      for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
        if (g_str_equal (parts[2], styles[i]))
          style = (FbListStyle) i;
      number = (guint) strtoul (parts[3], NULL, 10);
    }
  fb_text_builder_paragraph (self->builder, kind, level, style, number, language);
  self->open = TRUE;
  self->any = TRUE;
  read_children (self, node, &context, depth);
  self->open = FALSE;
}

static gboolean
read_own_object (Reader        *self,
                 xmlNode       *node,
                 const Context *context)
{
  g_autofree char *reference = _fb_html_attribute (node, "data-ref");
  g_autofree char *note = _fb_html_attribute (node, "data-note");
  guint n;

  if (!self->open || (reference == NULL && note == NULL))
    return FALSE;

  n = push_runs (self, context);
  if (reference != NULL)
    {
      fb_text_builder_reference (self->builder, reference);
    }
  /* A footnote in a footnote in a footnote ends somewhere. */
  else if (self->notes != NULL)
    {
      g_autoptr (FbText) text = fb_html_reader_read (note, strlen (note), FB_HTML_OWN);

      if (text == NULL)
        text = fb_text_new_plain (NULL);
      fb_text_builder_note (self->builder, text);
    }
  pop_runs (self, n);
  return TRUE;
}

/* Elements */

static guint
count_cells (xmlNode *row)
{
  guint n = 0;

  for (xmlNode *child = row->children; child != NULL; child = child->next)
    n += _fb_html_is (child, " td th ") ? 1 : 0;
  return n;
}

static void
read_row (Reader        *self,
          xmlNode       *node,
          const Context *context,
          guint          depth)
{
  /* A table of one column is a frame around something, which keeps its paragraphs. */
  gboolean is_row = count_cells (node) > 1;

  end_paragraph (self);
  if (is_row)
    self->row++;
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      Context cell = *context;
      FbHtmlLook look;

      if (!_fb_html_is (child, " td th "))
        continue;
      _fb_html_look (child, &look);
      cell.marks |= look.set;
      read_children (self, child, &cell, depth);
      end_paragraph (self);
      self->breaks = 0;
      self->tab = self->open && is_row;
    }
  if (is_row)
    self->row--;
  end_paragraph (self);
}

static void
read_link (Reader        *self,
           xmlNode       *node,
           Context       *context,
           guint          depth)
{
  g_autofree char *address = _fb_html_attribute (node, "href");
  g_autofree char *clean = address != NULL ? fb_address_clean (address) : NULL;

  if (self->origin == FB_HTML_FOREIGN)
    {
      if (is_back_link (address) || read_note_link (self, context, address))
        return;
      /* An address within the foreign document leads nowhere here. */
      if (clean != NULL && *clean == '#')
        g_clear_pointer (&clean, g_free);
    }
  if (clean != NULL)
    context->link = clean;
  else if (self->origin == FB_HTML_OWN)
    context->link = address;
  read_children (self, node, context, depth);
}

static void
read_element (Reader        *self,
              xmlNode       *node,
              const Context *around,
              guint          depth)
{
  Context context = *around;
  g_autofree char *id = NULL;
  g_autofree char *language = NULL;
  FbHtmlLook look;
  gboolean block = _fb_html_is (node, BLOCKS);

  if (_fb_html_is (node, DROPPED))
    return;
  _fb_html_look (node, &look);
  if (look.hidden || look.word_marker)
    return;

  if (self->origin == FB_HTML_OWN)
    {
      if (_fb_html_is (node, " p "))
        {
          read_own_paragraph (self, node, depth);
          return;
        }
      if (read_own_object (self, node, &context))
        return;
      language = _fb_html_is (node, " span ") ? _fb_html_attribute (node, "lang") : NULL;
      if (language != NULL)
        context.language = language;
    }
  else if (self->notes != NULL)
    {
      /* The bodies of footnotes have been taken to their places. */
      id = _fb_html_attribute (node, "id");
      if (id != NULL && g_hash_table_lookup (self->notes, id) == node)
        return;
    }

  context.marks = (context.marks & ~look.cleared) | look.set;
  context.preserved = context.preserved || look.preserved;

  if (_fb_html_is (node, " br "))
    {
      if (self->origin == FB_HTML_OWN && self->open)
        {
          guint n = push_runs (self, &context);

          fb_text_builder_line_break (self->builder);
          pop_runs (self, n);
        }
      else if (self->open && !self->tab)
        self->breaks++;
      self->space = FALSE;
    }
  else if (_fb_html_is (node, " a "))
    {
      read_link (self, node, &context, depth);
    }
  else if (_fb_html_is (node, " ul ol dir menu "))
    {
      end_paragraph (self);
      read_list (self, node, &context, depth);
      end_paragraph (self);
    }
  else if (_fb_html_is (node, " tr "))
    {
      read_row (self, node, &context, depth);
    }
  else if (look.word_level == 0 || !read_word_item (self, node, &context, look.word_level, depth))
    {
      if (block)
        end_paragraph (self);
      read_children (self, node, &context, depth);
      if (block)
        end_paragraph (self);
    }
}

static void
read_children (Reader        *self,
               xmlNode       *parent,
               const Context *context,
               guint          depth)
{
  if (depth >= MAX_DEPTH)
    return;

  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    {
      if (child->type == XML_ELEMENT_NODE)
        read_element (self, child, context, depth + 1);
      else if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) && child->content != NULL)
        add_words (self, context, (const char *) child->content);
    }
}

/**
 * fb_html_reader_read:
 * @html: a page or a piece of one, in UTF-8, UTF-16, or the encoding it names
 * @length: in bytes
 *
 * Reads what one pastes: paragraphs, lists with their levels, emphasis, links and footnotes of browsers, LibreOffice
 * and Word. Looks, scripts, forms and pictures drop out, and so do gaps of empty paragraphs. Headings become strong
 * paragraphs, the cells of a row a paragraph with tabs. HTML is never wrong, so nothing is an error.
 *
 * Returns: (transfer full) (nullable): the text, %NULL if there is nothing to read in it
 */
FbText *
fb_html_reader_read (const char   *html,
                     gsize         length,
                     FbHtmlOrigin  origin)
{
  g_autofree char *prepared = NULL;
  g_autoptr (GHashTable) notes = NULL;
  xmlDoc *document;
  FbText *text;

  if (length == 0 || length > FB_HTML_READER_LIMIT)
    return NULL;

  prepared = origin == FB_HTML_OWN ? fb_utf8_clean (html, (gssize) length) : _fb_html_prepare (html, length);
  document = htmlReadMemory (prepared, (int) strlen (prepared), NULL, "UTF-8",
                             HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                 HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC);
  if (document == NULL)
    return NULL;

  notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (origin == FB_HTML_FOREIGN)
    find_notes ((xmlNode *) document, notes, 0);
  text = read_text ((xmlNode *) document, origin, notes);
  xmlFreeDoc (document);

  return text;
}
