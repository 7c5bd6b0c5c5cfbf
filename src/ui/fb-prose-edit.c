/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-prose-edit.h"

#include <string.h>

#include "concept/fb-list-marker.h"
#include "ui/fb-prose-buffer-private.h"

/* Runs */

/* Whether every letter between the two carries the tag; what cannot show it does not count. */
static gboolean
range_has_tag (const GtkTextIter *start,
               const GtkTextIter *end,
               GtkTextTag        *tag)
{
  GtkTextIter iter = *start;
  gboolean found = FALSE;

  while (gtk_text_iter_compare (&iter, end) < 0)
    {
      if (gtk_text_iter_has_tag (&iter, tag))
        {
          found = TRUE;
          if (!gtk_text_iter_forward_to_tag_toggle (&iter, tag))
            break;
        }
      else if (gtk_text_iter_ends_line (&iter))
        gtk_text_iter_forward_char (&iter);
      else
        return FALSE;
    }

  return found;
}

static void
caret (FbProseBuffer *self,
       GtkTextIter   *iter)
{
  gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (self), iter, gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self)));
}

/** Returns: 1 << FbRunKind for each mark that the whole selection has, or that the next letter will have. */
guint
fb_prose_get_marks (FbProseBuffer *self)
{
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self));
  GtkTextIter start, end;
  guint marks = 0;

  if (gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &start, &end))
    {
      for (FbRunKind kind = FB_RUN_STRONG; kind <= FB_RUN_SUBSCRIPT; kind++)
        if (range_has_tag (&start, &end, fb_prose_tags_get_run (tags, kind, NULL)))
          marks |= 1u << kind;
      return marks;
    }

  if (self->has_pending)
    return self->pending;
  if (gtk_text_iter_starts_line (&start) ? gtk_text_iter_ends_line (&start) : !gtk_text_iter_backward_char (&start))
    return 0;
  return fb_prose_buffer_get_marks_at (self, &start) & ((1u << FB_RUN_LINK) - 1);
}

/** Sets or clears a mark on the selection, or on what is typed next. */
void
fb_prose_toggle_mark (FbProseBuffer *self,
                      FbRunKind      kind)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (buffer);
  GtkTextTag *tag = fb_prose_tags_get_run (tags, kind, NULL);
  gboolean set = (fb_prose_get_marks (self) & (1u << kind)) == 0;
  guint other = kind == FB_RUN_SUPERSCRIPT ? FB_RUN_SUBSCRIPT : kind == FB_RUN_SUBSCRIPT ? FB_RUN_SUPERSCRIPT : kind;
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    {
      self->pending = fb_prose_get_marks (self) ^ (1u << kind);
      if (set && other != kind)
        self->pending &= ~(1u << other);
      self->has_pending = TRUE;
      fb_prose_buffer_emit_state (self);
      return;
    }

  gtk_text_buffer_begin_user_action (buffer);
  if (set && other != kind)
    gtk_text_buffer_remove_tag (buffer, fb_prose_tags_get_run (tags, (FbRunKind) other, NULL), &start, &end);
  if (set)
    gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
  else
    gtk_text_buffer_remove_tag (buffer, tag, &start, &end);
  gtk_text_buffer_end_user_action (buffer);
}

static GtkTextTag *
tag_of_kind (const GtkTextIter *iter,
             FbRunKind          kind,
             const char       **target)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (iter);

  for (GSList *l = tags; l != NULL; l = l->next)
    {
      FbRunKind found;

      if (fb_prose_tag_is_run (l->data, &found, target) && found == kind)
        return l->data;
    }
  return NULL;
}

/**
 * fb_prose_find_run:
 * @kind: link or language
 * @target: (out) (nullable): its target
 *
 * Finds the run in which the caret or the beginning of the selection is.
 *
 * Returns: whether there is one
 */
gboolean
fb_prose_find_run (FbProseBuffer *self,
                   FbRunKind      kind,
                   GtkTextIter   *start,
                   GtkTextIter   *end,
                   const char   **target)
{
  GtkTextIter iter, selection_end;
  GtkTextTag *tag;

  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &iter, &selection_end);
  tag = tag_of_kind (&iter, kind, target);
  if (tag == NULL && gtk_text_iter_equal (&iter, &selection_end) && !gtk_text_iter_starts_line (&iter) &&
      gtk_text_iter_backward_char (&iter))
    tag = tag_of_kind (&iter, kind, target);
  if (tag == NULL)
    return FALSE;

  *start = iter;
  *end = iter;
  if (!gtk_text_iter_starts_tag (start, tag))
    gtk_text_iter_backward_to_tag_toggle (start, tag);
  gtk_text_iter_forward_to_tag_toggle (end, tag);
  return TRUE;
}

typedef struct
{
  GtkTextIter start;
  GtkTextIter end;
  guint kinds; /* 1 << FbRunKind */
} Removal;

static void
remove_kind_cb (GtkTextTag *tag,
                gpointer    data)
{
  Removal *removal = data;
  FbRunKind kind;

  if (fb_prose_tag_is_run (tag, &kind, NULL) && (removal->kinds & (1u << kind)) != 0)
    gtk_text_buffer_remove_tag (gtk_text_iter_get_buffer (&removal->start), tag, &removal->start, &removal->end);
}

static void
remove_kinds (FbProseBuffer     *self,
              const GtkTextIter *start,
              const GtkTextIter *end,
              guint              kinds)
{
  Removal removal = { *start, *end, kinds };

  gtk_text_tag_table_foreach (gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self)), remove_kind_cb, &removal);
}

/* The selection, or the run in which the caret is. */
static gboolean
find_range (FbProseBuffer *self,
            FbRunKind      kind,
            GtkTextIter   *start,
            GtkTextIter   *end)
{
  const char *target;

  return gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), start, end) ||
         fb_prose_find_run (self, kind, start, end, &target);
}

/**
 * fb_prose_set_run:
 * @kind: link or language
 * @target: (nullable): where to, or %NULL to take it away
 *
 * Makes the selection, or the run in which the caret is, one to @target.
 */
void
fb_prose_set_run (FbProseBuffer *self,
                  FbRunKind      kind,
                  const char    *target)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (buffer);
  GtkTextIter start, end;

  if (!find_range (self, kind, &start, &end))
    return;

  gtk_text_buffer_begin_user_action (buffer);
  remove_kinds (self, &start, &end, 1u << kind);
  if (target != NULL && *target != '\0')
    gtk_text_buffer_apply_tag (buffer, fb_prose_tags_get_run (tags, kind, target), &start, &end);
  gtk_text_buffer_end_user_action (buffer);
}

/** Takes marks, links and languages from the selection, or the marks from what is typed next. */
void
fb_prose_clear (FbProseBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    {
      self->has_pending = TRUE;
      self->pending = 0;
      fb_prose_buffer_emit_state (self);
      return;
    }

  gtk_text_buffer_begin_user_action (buffer);
  remove_kinds (self, &start, &end, G_MAXUINT);
  gtk_text_buffer_end_user_action (buffer);
}

/* Lists */

static void
selected_lines (FbProseBuffer *self,
                guint         *first,
                guint         *last)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &start, &end);
  *first = (guint) gtk_text_iter_get_line (&start);
  *last = (guint) gtk_text_iter_get_line (&end);
  /* A selection up to the beginning of a line does not mean that line. */
  if (*last > *first && gtk_text_iter_starts_line (&end))
    (*last)--;
}

/** Returns: whether the caret is in a list; then @style and @level (both optional) say which. */
gboolean
fb_prose_get_list (FbProseBuffer *self,
                   FbListStyle   *style,
                   guint         *level)
{
  guint first, last, line;
  const FbProseForm *form;

  selected_lines (self, &first, &last);
  form = fb_prose_buffer_get_form (self, first);
  if (form->kind == FB_PARAGRAPH_PLAIN)
    return FALSE;

  if (level != NULL)
    *level = form->level;
  for (line = first; line > 0 && fb_prose_buffer_get_form (self, line)->kind == FB_PARAGRAPH_CONTINUED; line--)
    ;
  if (style != NULL)
    *style = fb_prose_buffer_get_form (self, line)->style;
  return TRUE;
}

static FbProseForm
plain_form (const FbProseForm *form)
{
  return (FbProseForm) { FB_PARAGRAPH_PLAIN, 0, FB_LIST_BULLET, 0, form->language };
}

/** Makes the selected paragraphs items of a list of @style, or plain ones. */
void
fb_prose_set_list (FbProseBuffer *self,
                   gboolean       list,
                   FbListStyle    style)
{
  guint first, last;

  selected_lines (self, &first, &last);
  gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (self));
  for (guint line = first; line <= last; line++)
    {
      FbProseForm form = *fb_prose_buffer_get_form (self, line);

      if (!list)
        form = plain_form (&form);
      else if (form.kind == FB_PARAGRAPH_ITEM)
        form.style = style;
      else
        form = (FbProseForm) { FB_PARAGRAPH_ITEM, MAX (form.level, 1), style, 0, form.language };
      if (form.style == FB_LIST_BULLET)
        form.number = 0;
      fb_prose_buffer_set_form (self, line, &form);
    }
  gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (self));
}

/* The style of the list of @level that goes on at @line, if there is one. */
static gboolean
find_style (FbProseBuffer *self,
            guint          line,
            guint          level,
            FbListStyle   *style)
{
  while (line-- > 0)
    {
      const FbProseForm *form = fb_prose_buffer_get_form (self, line);

      if (form->level < level)
        return FALSE;
      if (form->kind == FB_PARAGRAPH_ITEM && form->level == level)
        {
          *style = form->style;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
shift_line (FbProseBuffer *self,
            guint          line,
            int            by)
{
  FbProseForm form = *fb_prose_buffer_get_form (self, line);
  guint before = line > 0 ? fb_prose_buffer_get_form (self, line - 1)->level : 0;

  if (form.kind == FB_PARAGRAPH_PLAIN || (by > 0 && (form.level >= FB_TEXT_MAX_LEVEL || form.level > before)))
    return FALSE;

  if (by < 0 && form.level == 1)
    {
      form = plain_form (&form);
    }
  else
    {
      form.level = by > 0 ? form.level + 1 : form.level - 1;
      form.number = 0;
      if (form.kind == FB_PARAGRAPH_ITEM)
        find_style (self, line, form.level, &form.style);
    }
  fb_prose_buffer_set_form (self, line, &form);
  return TRUE;
}

gboolean
fb_prose_can_shift (FbProseBuffer *self,
                    int            by)
{
  guint first, last;
  const FbProseForm *form;

  selected_lines (self, &first, &last);
  form = fb_prose_buffer_get_form (self, first);
  if (form->kind == FB_PARAGRAPH_PLAIN)
    return FALSE;
  return by < 0 || (first > 0 && form->level < FB_TEXT_MAX_LEVEL &&
                    form->level <= fb_prose_buffer_get_form (self, first - 1)->level);
}

/**
 * fb_prose_shift:
 * @by: 1 for deeper, -1 for less deep
 *
 * Moves the selected items to another level; their further paragraphs go along. An item can be one level deeper than
 * what stands before it, and less deep than the first level is a plain paragraph.
 *
 * Returns: whether the caret is in a list
 */
gboolean
fb_prose_shift (FbProseBuffer *self,
                int            by)
{
  guint first, last, level;
  const FbProseForm *form;

  if (!fb_prose_get_list (self, NULL, &level))
    return FALSE;

  selected_lines (self, &first, &last);
  gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (self));
  level = fb_prose_buffer_get_form (self, last)->level;
  for (; last + 1 < self->forms->len; last++)
    {
      form = fb_prose_buffer_get_form (self, last + 1);
      if (form->kind != FB_PARAGRAPH_CONTINUED || form->level != level)
        break;
    }
  for (guint line = first; line <= last; line++)
    shift_line (self, line, by);
  gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (self));
  return TRUE;
}

/** Lets the list count from @number at the caret's item; 0 counts on. Returns: whether it is a numbered item. */
gboolean
fb_prose_set_number (FbProseBuffer *self,
                     guint          number)
{
  guint first, last;
  FbProseForm form;

  selected_lines (self, &first, &last);
  form = *fb_prose_buffer_get_form (self, first);
  if (form.kind != FB_PARAGRAPH_ITEM || form.style == FB_LIST_BULLET)
    return FALSE;

  form.number = number;
  gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (self));
  fb_prose_buffer_set_form (self, first, &form);
  gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (self));
  return TRUE;
}

/**
 * fb_prose_set_language:
 * @language: (nullable): a BCP 47 tag, or %NULL for that of the surroundings
 *
 * Says in which language the selection is, or without one the whole paragraph.
 */
void
fb_prose_set_language (FbProseBuffer *self,
                       const char    *language)
{
  GtkTextIter start, end;
  guint first, last;

  if (find_range (self, FB_RUN_LANGUAGE, &start, &end))
    {
      fb_prose_set_run (self, FB_RUN_LANGUAGE, language);
      return;
    }

  selected_lines (self, &first, &last);
  gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (self));
  for (guint line = first; line <= last; line++)
    {
      FbProseForm form = *fb_prose_buffer_get_form (self, line);

      form.language = g_intern_string (language);
      fb_prose_buffer_set_form (self, line, &form);
    }
  gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (self));
}

/** Returns: (nullable): the language said of the place of the caret. */
const char *
fb_prose_get_language (FbProseBuffer *self)
{
  GtkTextIter start, end;
  const char *language;
  guint first, last;

  if (fb_prose_find_run (self, FB_RUN_LANGUAGE, &start, &end, &language))
    return language;

  selected_lines (self, &first, &last);
  return fb_prose_buffer_get_form (self, first)->language;
}

/* Paragraphs */

static gboolean
line_is_empty (FbProseBuffer *self,
               guint          line)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self), &iter, (int) line);
  return gtk_text_iter_ends_line (&iter);
}

/**
 * fb_prose_break:
 * @continued: whether the new paragraph belongs to the item the caret is in
 *
 * Begins a paragraph, in a list the next item. An empty item leaves its level instead.
 */
void
fb_prose_break (FbProseBuffer *self,
                gboolean       continued)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  guint marks = fb_prose_get_marks (self);
  GtkTextIter iter;
  FbProseForm form;
  guint line;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  caret (self, &iter);
  line = (guint) gtk_text_iter_get_line (&iter);
  if (fb_prose_buffer_get_form (self, line)->kind != FB_PARAGRAPH_PLAIN && line_is_empty (self, line) && !continued)
    {
      shift_line (self, line, -1);
    }
  else
    {
      gtk_text_buffer_insert_at_cursor (buffer, "\n", 1);
      form = *fb_prose_buffer_get_form (self, line + 1);
      if (form.kind == FB_PARAGRAPH_CONTINUED && !continued)
        {
          form.kind = FB_PARAGRAPH_ITEM;
          find_style (self, line + 1, form.level, &form.style);
        }
      else if (form.kind == FB_PARAGRAPH_ITEM && continued)
        {
          form.kind = FB_PARAGRAPH_CONTINUED;
          form.style = FB_LIST_BULLET;
        }
      fb_prose_buffer_set_form (self, line + 1, &form);
    }
  gtk_text_buffer_end_user_action (buffer);

  /* Marks go on in the next paragraph. */
  caret (self, &iter);
  if (marks != 0 && line_is_empty (self, (guint) gtk_text_iter_get_line (&iter)))
    {
      self->has_pending = TRUE;
      self->pending = marks;
      fb_prose_buffer_emit_state (self);
    }
}

void
fb_prose_line_break (FbProseBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, FB_TEXT_LINE_BREAK, -1);
  gtk_text_buffer_end_user_action (buffer);
}

/** At the beginning of an item, moves it out by one level. Returns: whether it did. */
gboolean
fb_prose_outdent_at_start (FbProseBuffer *self)
{
  GtkTextIter start, end;

  return !gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &start, &end) &&
         gtk_text_iter_starts_line (&start) && fb_prose_shift (self, -1);
}

/* The number of the item before @line in a list of @style, 0 if there is none. */
static guint
number_before (FbProseBuffer *self,
               guint          line,
               FbListStyle    style)
{
  g_autofree guint *numbers = NULL;

  if (line == 0 || fb_prose_buffer_get_form (self, line - 1)->kind == FB_PARAGRAPH_PLAIN)
    return 0;

  numbers = fb_list_marker_count (self->text);
  while (line-- > 0 && fb_prose_buffer_get_form (self, line)->kind != FB_PARAGRAPH_PLAIN)
    {
      const FbProseForm *form = fb_prose_buffer_get_form (self, line);

      if (form->kind == FB_PARAGRAPH_ITEM && form->level == 1)
        return form->style == style ? numbers[line] : 0;
    }
  return 0;
}

/**
 * fb_prose_autoformat:
 *
 * Makes a plain paragraph that begins with "- ", "1. ", "a. " or "(1) " before the caret an item. A number counts only
 * if it begins a list or continues the one above: "21. November" is no list. It can be undone by itself.
 *
 * Returns: whether it did
 */
gboolean
fb_prose_autoformat (FbProseBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  g_autofree char *words = NULL;
  GtkTextIter start, end;
  FbListStyle style;
  FbProseForm form;
  guint line, number, before;
  gsize length;

  caret (self, &end);
  line = (guint) gtk_text_iter_get_line (&end);
  gtk_text_buffer_get_iter_at_line (buffer, &start, (int) line);
  form = *fb_prose_buffer_get_form (self, line);
  if (form.kind != FB_PARAGRAPH_PLAIN || gtk_text_iter_get_line_offset (&end) > 5)
    return FALSE;

  words = gtk_text_iter_get_slice (&start, &end);
  if (!fb_list_marker_parse (words, &style, &number, &length) || length != strlen (words))
    return FALSE;
  before = number_before (self, line, style);
  if (number > 1 && number != before + 1)
    return FALSE;

  if (self->document != NULL)
    fb_document_seal (self->document);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  form = (FbProseForm) { FB_PARAGRAPH_ITEM, 1, style, number == 1 && before > 0 ? 1 : 0, form.language };
  fb_prose_buffer_set_form (self, line, &form);
  gtk_text_buffer_end_user_action (buffer);
  if (self->document != NULL)
    fb_document_seal (self->document);
  return TRUE;
}

/* Objects and pieces */

static void
insert_anchor (FbProseBuffer      *self,
               GtkTextChildAnchor *anchor)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter iter;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  caret (self, &iter);
  gtk_text_buffer_insert_child_anchor (buffer, &iter, anchor);
  gtk_text_buffer_end_user_action (buffer);
}

/** Puts an empty footnote behind the selection. Returns: (transfer none): its place. */
FbProseAnchor *
fb_prose_insert_note (FbProseBuffer *self)
{
  g_autoptr (FbText) empty = fb_text_new_plain (NULL);
  g_autoptr (GtkTextChildAnchor) anchor = fb_prose_anchor_new_note (empty);
  GtkTextIter start, end;

  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &start, &end);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self), &end);
  insert_anchor (self, anchor);
  return fb_prose_anchor_of (anchor);
}

/** Lets the footnote at @anchor say @note. */
void
fb_prose_set_note (FbProseBuffer *self,
                   FbProseAnchor *anchor,
                   FbText        *note)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter iter;
  guint line;

  if (!fb_prose_anchor_get_iter (anchor, buffer, &iter))
    return;

  line = (guint) gtk_text_iter_get_line (&iter);
  gtk_text_buffer_begin_user_action (buffer);
  fb_prose_anchor_set_note (anchor, note);
  fb_prose_buffer_mark_dirty (self, line, line);
  gtk_text_buffer_end_user_action (buffer);
}

/** Puts a cross-reference to the node @id in the place of the selection. */
void
fb_prose_insert_reference (FbProseBuffer *self,
                           const char    *id)
{
  g_autoptr (GtkTextChildAnchor) anchor = fb_prose_anchor_new_reference (id);

  insert_anchor (self, anchor);
}

static gboolean
is_plain_throughout (FbText *text)
{
  for (guint i = 0; i < fb_text_get_n_paragraphs (text); i++)
    if (fb_text_get_paragraph (text, i)->kind != FB_PARAGRAPH_PLAIN)
      return FALSE;
  return TRUE;
}

static void
begin_paragraph (FbTextBuilder     *builder,
                 const FbProseForm *form)
{
  fb_text_builder_paragraph (builder, form->kind, form->level, form->style, form->number, form->language);
}

/**
 * fb_prose_insert_text:
 * @text: a piece of rich text
 *
 * Puts @text in the place of the selection. Its first paragraph goes on where the caret is and its last one before
 * what follows; plain paragraphs put into a list become items.
 */
void
fb_prose_insert_text (FbProseBuffer *self,
                      FbText        *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();
  g_autoptr (FbText) before = NULL;
  g_autoptr (FbText) after = NULL;
  g_autoptr (FbText) piece = NULL;
  g_autoptr (FbText) whole = NULL;
  guint n = fb_text_get_n_paragraphs (text);
  GtkTextIter start, end, line_start, line_end, iter;
  FbProseForm here;
  gboolean adapt;
  guint first, last;
  gsize length, length_after;
  const char *bytes;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  first = (guint) gtk_text_iter_get_line (&start);
  last = (guint) gtk_text_iter_get_line (&end);
  here = *fb_prose_buffer_get_form (self, first);
  gtk_text_buffer_get_iter_at_line (buffer, &line_start, (int) first);
  line_end = end;
  if (!gtk_text_iter_ends_line (&line_end))
    gtk_text_iter_forward_to_line_end (&line_end);
  before = fb_prose_buffer_read_range (self, &line_start, &start);
  after = fb_prose_buffer_read_range (self, &end, &line_end);
  adapt = here.kind != FB_PARAGRAPH_PLAIN && is_plain_throughout (text);

  for (guint i = 0; i < n; i++)
    {
      FbProseForm form = fb_prose_form_of (fb_text_get_paragraph (text, i));
      gboolean keep = i == 0 && (!gtk_text_iter_starts_line (&start) || form.kind == FB_PARAGRAPH_PLAIN ||
                                 (n == 1 && !gtk_text_iter_ends_line (&end)));

      if (keep || adapt)
        {
          form = here;
          form.number = i == 0 ? here.number : 0;
        }
      begin_paragraph (builder, &form);
      if (i == 0)
        fb_text_builder_append_inline (builder, before, 0);
      fb_text_builder_append_inline (builder, text, i);
      if (i == n - 1)
        fb_text_builder_append_inline (builder, after, 0);
    }
  piece = fb_text_builder_end (builder);
  whole = fb_text_splice (self->text, first, last - first + 1, piece);

  fb_prose_buffer_apply_text (self, whole);

  fb_text_get_buffer (after, &length_after);
  bytes = fb_text_get_buffer (piece, &length);
  gtk_text_buffer_get_iter_at_line (buffer, &iter, (int) first);
  gtk_text_iter_forward_chars (&iter, (int) g_utf8_strlen (bytes, (gssize) (length - length_after)));
  gtk_text_buffer_place_cursor (buffer, &iter);
}

/** Returns: (transfer full) (nullable): what is selected. */
FbText *
fb_prose_get_selection (FbProseBuffer *self)
{
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &start, &end))
    return NULL;
  return fb_prose_buffer_read_range (self, &start, &end);
}
