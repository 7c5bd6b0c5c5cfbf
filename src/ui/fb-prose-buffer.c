/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-prose-buffer.h"

#include <adwaita.h>
#include <string.h>

#include "ui/fb-prose-buffer-private.h"

enum
{
  EDITED,
  PATCHED,
  STATE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FbProseBuffer, fb_prose_buffer, GTK_TYPE_TEXT_BUFFER)

#define PARENT GTK_TEXT_BUFFER_CLASS (fb_prose_buffer_parent_class)

/* Link colors that keep a contrast of 4.5 : 1 against the view of the light and the dark theme. */
static const GdkRGBA link_light = { 0.10, 0.37, 0.71, 1 };
static const GdkRGBA link_dark = { 0.47, 0.68, 0.93, 1 };

/* Forms of paragraphs */

static gboolean
form_equal (const FbProseForm *a,
            const FbProseForm *b)
{
  return a->kind == b->kind && a->level == b->level && a->style == b->style && a->number == b->number &&
         a->language == b->language;
}

FbProseForm
fb_prose_form_of (const FbParagraph *paragraph)
{
  return (FbProseForm) { paragraph->kind, paragraph->level, paragraph->style, paragraph->number,
                         g_intern_string (paragraph->language) };
}

FbProseForm *
fb_prose_buffer_get_form (FbProseBuffer *self,
                          guint          line)
{
  g_assert (line < self->forms->len);
  return &g_array_index (self->forms, FbProseForm, line);
}

/* From the first character of a line to behind its newline, if it has one. */
void
fb_prose_buffer_get_line_bounds (FbProseBuffer *self,
                                 guint          line,
                                 GtkTextIter   *start,
                                 GtkTextIter   *end)
{
  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self), start, (int) line);
  *end = *start;
  gtk_text_iter_forward_line (end);
  if (gtk_text_iter_get_line (end) == (int) line)
    gtk_text_iter_forward_to_end (end);
}

static void
remove_level_cb (GtkTextTag *tag,
                 gpointer    data)
{
  GtkTextIter *range = data;

  if (fb_prose_tag_is_level (tag))
    gtk_text_buffer_remove_tag (gtk_text_iter_get_buffer (&range[0]), tag, &range[0], &range[1]);
}

/* Gives every character of the line the tag of its level, and no other one of the kind. */
void
fb_prose_buffer_refresh_level (FbProseBuffer *self,
                               guint          line)
{
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self));
  GtkTextTag *want = fb_prose_tags_get_level (tags, fb_prose_buffer_get_form (self, line)->level);
  GtkTextIter range[2], iter;
  gboolean fine = TRUE;

  fb_prose_buffer_get_line_bounds (self, line, &range[0], &range[1]);
  for (iter = range[0]; fine && gtk_text_iter_compare (&iter, &range[1]) < 0;)
    {
      g_autoptr (GSList) here = gtk_text_iter_get_tags (&iter);
      gboolean found = FALSE;

      for (GSList *l = here; l != NULL; l = l->next)
        {
          if (l->data == want)
            found = TRUE;
          else if (fb_prose_tag_is_level (l->data))
            fine = FALSE;
        }
      fine = fine && found;
      if (!gtk_text_iter_forward_to_tag_toggle (&iter, NULL))
        break;
    }
  if (fine)
    return;

  self->raw++;
  gtk_text_tag_table_foreach (tags, remove_level_cb, range);
  gtk_text_buffer_apply_tag (GTK_TEXT_BUFFER (self), want, &range[0], &range[1]);
  self->raw--;
}

void
fb_prose_buffer_set_form (FbProseBuffer     *self,
                          guint              line,
                          const FbProseForm *form)
{
  FbProseForm *old = fb_prose_buffer_get_form (self, line);

  if (form_equal (old, form))
    return;

  *old = *form;
  fb_prose_buffer_refresh_level (self, line);
  if (self->raw == 0)
    fb_prose_buffer_mark_dirty (self, line, line);
}

/* Following the user */

void
fb_prose_buffer_mark_dirty (FbProseBuffer *self,
                            guint          first,
                            guint          last)
{
  guint after = self->forms->len - 1 - last;

  self->dirty_first = self->dirty ? MIN (self->dirty_first, first) : first;
  self->dirty_after = self->dirty ? MIN (self->dirty_after, after) : after;
  self->dirty = TRUE;
}

void
fb_prose_buffer_emit_state (FbProseBuffer *self)
{
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

/* An #FbText has only paragraphs that make sense one after the other; the buffer shows what became of them. */
static void
follow_repairs (FbProseBuffer *self)
{
  self->raw++;
  for (guint i = 0; i < self->forms->len; i++)
    {
      FbProseForm form = fb_prose_form_of (fb_text_get_paragraph (self->text, i));

      fb_prose_buffer_set_form (self, i, &form);
    }
  self->raw--;
}

/* Makes @text (taken) the text, and tells the document. */
static void
take_text (FbProseBuffer *self,
           FbText        *text)
{
  gboolean same = fb_text_equal (self->text, text);

  fb_text_unref (self->text);
  self->text = text;
  follow_repairs (self);
  if (same)
    return;

  if (self->node != NULL)
    {
      g_autoptr (FbValue) value = fb_value_new_rich (text);

      self->committing = TRUE;
      fb_document_set (self->document, self->node, self->property, value);
      self->committing = FALSE;
    }
  g_signal_emit (self, signals[EDITED], 0);
}

/*
 * The line from which on the touched ones make sense by themselves: a further paragraph of an item is one only behind
 * its item.
 */
static guint
find_context (FbProseBuffer *self,
              guint          first,
              guint          last)
{
  guint wanted = G_MAXUINT;
  guint open = 0;

  for (guint line = first; line <= last; line++)
    {
      const FbProseForm *form = fb_prose_buffer_get_form (self, line);

      if (form->kind == FB_PARAGRAPH_ITEM)
        open |= 1u << form->level;
      else if (form->kind == FB_PARAGRAPH_CONTINUED && (open & (1u << form->level)) == 0)
        wanted = MIN (wanted, form->level);
      open &= (2u << form->level) - 1;
    }
  if (wanted == G_MAXUINT)
    return first;

  while (first > 0)
    {
      const FbProseForm *form = fb_prose_buffer_get_form (self, --first);

      if (form->kind == FB_PARAGRAPH_PLAIN || (form->kind == FB_PARAGRAPH_ITEM && form->level <= wanted))
        break;
    }
  return first;
}

static void
commit (FbProseBuffer *self)
{
  g_autoptr (FbText) touched = NULL;
  guint n_old, n_new;

  if (self->actions > 0 || self->raw > 0)
    return;
  if (!self->dirty)
    return;

  self->dirty = FALSE;
  g_assert ((int) self->forms->len == gtk_text_buffer_get_line_count (GTK_TEXT_BUFFER (self)));
  self->dirty_first = find_context (self, self->dirty_first, self->forms->len - 1 - self->dirty_after);
  n_new = self->forms->len - self->dirty_after - self->dirty_first;
  n_old = fb_text_get_n_paragraphs (self->text) - self->dirty_after - self->dirty_first;
  touched = fb_prose_buffer_read_lines (self, self->dirty_first, n_new);
  take_text (self, fb_text_splice (self->text, self->dirty_first, n_old, touched));
  fb_prose_buffer_emit_state (self);
}

/* What the user or a program puts in: no objects, one kind of line ending, nothing that XML forbids. */
static char *
clean_words (const char *words,
             int         length)
{
  g_autofree char *clean = fb_utf8_clean (words, length);
  GString *kept = g_string_sized_new (strlen (clean));

  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_str_has_prefix (p, FB_TEXT_OBJECT))
      g_string_append_len (kept, p, g_utf8_next_char (p) - p);

  return g_string_free (kept, FALSE);
}

guint
fb_prose_buffer_get_marks_at (FbProseBuffer     *self,
                              const GtkTextIter *iter)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (iter);
  guint marks = 0;

  for (GSList *l = tags; l != NULL; l = l->next)
    {
      FbRunKind kind;

      if (fb_prose_tag_is_run (l->data, &kind, NULL))
        marks |= 1u << kind;
    }
  return marks;
}

static void
set_marks (FbProseBuffer     *self,
           guint              marks,
           GtkTextTag        *language,
           const GtkTextIter *start,
           const GtkTextIter *end)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (buffer);

  self->raw++;
  for (FbRunKind kind = FB_RUN_STRONG; kind <= FB_RUN_SUBSCRIPT; kind++)
    {
      GtkTextTag *tag = fb_prose_tags_get_run (tags, kind, NULL);

      if ((marks & (1u << kind)) != 0)
        gtk_text_buffer_apply_tag (buffer, tag, start, end);
      else
        gtk_text_buffer_remove_tag (buffer, tag, start, end);
    }
  if (language != NULL)
    gtk_text_buffer_apply_tag (buffer, language, start, end);
  self->raw--;
}

/* The letter from which a new one at @iter takes its marks: the one before, or the one behind at a line's start. */
static gboolean
find_model (const GtkTextIter *iter,
            GtkTextIter       *model)
{
  *model = *iter;
  if (gtk_text_iter_starts_line (iter))
    return !gtk_text_iter_ends_line (iter);
  return gtk_text_iter_backward_char (model);
}

static GtkTextTag *
find_language (const GtkTextIter *iter)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (iter);

  for (GSList *l = tags; l != NULL; l = l->next)
    {
      FbRunKind kind;

      if (fb_prose_tag_is_run (l->data, &kind, NULL) && kind == FB_RUN_LANGUAGE)
        return l->data;
    }
  return NULL;
}

static void
fb_prose_buffer_insert_text (GtkTextBuffer *buffer,
                             GtkTextIter   *pos,
                             const char    *text,
                             int            length)
{
  FbProseBuffer *self = FB_PROSE_BUFFER (buffer);
  g_autofree char *clean = NULL;
  guint line = (guint) gtk_text_iter_get_line (pos);
  int offset = gtk_text_iter_get_offset (pos);
  FbProseForm form = *fb_prose_buffer_get_form (self, line);
  GtkTextTag *language = NULL;
  guint marks = 0;
  guint n_lines = 0;

  if (self->raw == 0)
    {
      GtkTextIter model;
      gboolean has_model = find_model (pos, &model);

      clean = clean_words (text, length);
      text = clean;
      length = (int) strlen (clean);
      if (length == 0)
        return;
      if (has_model && !gtk_text_iter_starts_line (pos))
        language = find_language (&model);
      if (self->has_pending)
        marks = self->pending;
      else if (has_model)
        marks = fb_prose_buffer_get_marks_at (self, &model);
    }

  PARENT->insert_text (buffer, pos, text, length);

  form.number = 0;
  for (const char *p = text; (p = memchr (p, '\n', (gsize) (text + length - p))) != NULL; p++)
    {
      n_lines++;
      g_array_insert_val (self->forms, line + n_lines, form);
    }
  if (self->raw > 0)
    return;

  for (guint i = line; i <= line + n_lines; i++)
    fb_prose_buffer_refresh_level (self, i);
  {
    GtkTextIter start;

    gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
    set_marks (self, marks, language, &start, pos);
  }
  self->has_pending = FALSE;
  fb_prose_buffer_mark_dirty (self, line, line + n_lines);
  commit (self);
  gtk_text_buffer_get_iter_at_offset (buffer, pos, offset + (int) g_utf8_strlen (text, length));
}

static void
fb_prose_buffer_insert_child_anchor (GtkTextBuffer      *buffer,
                                     GtkTextIter        *iter,
                                     GtkTextChildAnchor *anchor)
{
  FbProseBuffer *self = FB_PROSE_BUFFER (buffer);
  guint line = (guint) gtk_text_iter_get_line (iter);
  int offset = gtk_text_iter_get_offset (iter);

  PARENT->insert_child_anchor (buffer, iter, anchor);
  if (self->raw > 0)
    return;

  fb_prose_buffer_refresh_level (self, line);
  fb_prose_buffer_mark_dirty (self, line, line);
  commit (self);
  gtk_text_buffer_get_iter_at_offset (buffer, iter, offset + 1);
}

static void
fb_prose_buffer_delete_range (GtkTextBuffer *buffer,
                              GtkTextIter   *start,
                              GtkTextIter   *end)
{
  FbProseBuffer *self = FB_PROSE_BUFFER (buffer);
  guint first = (guint) gtk_text_iter_get_line (start);
  guint last = (guint) gtk_text_iter_get_line (end);
  gboolean tail = gtk_text_iter_starts_line (start) && !gtk_text_iter_ends_line (end);
  int offset = gtk_text_iter_get_offset (start);

  PARENT->delete_range (buffer, start, end);

  if (last > first)
    {
      /* Where nothing stays of the first paragraph, the last keeps its own form. */
      if (tail)
        *fb_prose_buffer_get_form (self, first) = *fb_prose_buffer_get_form (self, last);
      g_array_remove_range (self->forms, first + 1, last - first);
    }
  if (self->raw > 0)
    return;

  fb_prose_buffer_refresh_level (self, first);
  fb_prose_buffer_mark_dirty (self, first, first);
  commit (self);
  gtk_text_buffer_get_iter_at_offset (buffer, start, offset);
  *end = *start;
}

static void
tag_changed (FbProseBuffer     *self,
             GtkTextTag        *tag,
             const GtkTextIter *start,
             const GtkTextIter *end)
{
  FbRunKind kind;

  if (self->raw > 0 || !fb_prose_tag_is_run (tag, &kind, NULL))
    return;

  fb_prose_buffer_mark_dirty (self, (guint) gtk_text_iter_get_line (start), (guint) gtk_text_iter_get_line (end));
  commit (self);
}

static void
fb_prose_buffer_apply_tag (GtkTextBuffer     *buffer,
                           GtkTextTag        *tag,
                           const GtkTextIter *start,
                           const GtkTextIter *end)
{
  PARENT->apply_tag (buffer, tag, start, end);
  tag_changed (FB_PROSE_BUFFER (buffer), tag, start, end);
}

static void
fb_prose_buffer_remove_tag (GtkTextBuffer     *buffer,
                            GtkTextTag        *tag,
                            const GtkTextIter *start,
                            const GtkTextIter *end)
{
  PARENT->remove_tag (buffer, tag, start, end);
  tag_changed (FB_PROSE_BUFFER (buffer), tag, start, end);
}

static void
fb_prose_buffer_begin_user_action (GtkTextBuffer *buffer)
{
  FB_PROSE_BUFFER (buffer)->actions++;
  if (PARENT->begin_user_action != NULL)
    PARENT->begin_user_action (buffer);
}

static void
fb_prose_buffer_end_user_action (GtkTextBuffer *buffer)
{
  FbProseBuffer *self = FB_PROSE_BUFFER (buffer);

  g_return_if_fail (self->actions > 0);
  if (PARENT->end_user_action != NULL)
    PARENT->end_user_action (buffer);
  self->actions--;
  commit (self);
}

static void
fb_prose_buffer_mark_set (GtkTextBuffer     *buffer,
                          const GtkTextIter *location,
                          GtkTextMark       *mark)
{
  FbProseBuffer *self = FB_PROSE_BUFFER (buffer);

  /*
   * The parent would offer the selection to the primary clipboard, and keeps a reference to the buffer for ever at each
   * new selection (seen in GTK 4.8). The view offers it instead.
   */
  if (mark != gtk_text_buffer_get_insert (buffer) && mark != gtk_text_buffer_get_selection_bound (buffer))
    {
      PARENT->mark_set (buffer, location, mark);
      return;
    }

  self->has_pending = FALSE;
  if (self->raw == 0)
    fb_prose_buffer_emit_state (self);
}

/* Following the document */

static void
follow_text (FbProseBuffer *self,
             FbText        *text)
{
  guint start, end;

  /* An unfinished action would be lost between the two. */
  self->dirty = FALSE;
  if (!fb_prose_buffer_patch (self, text, &start, &end))
    return;
  /* Who undoes wants to see what it was. */
  if (self->document != NULL && fb_document_is_stepping (self->document))
    {
      GtkTextIter iter;

      gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), &iter, (int) end);
      gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self), &iter);
    }
  g_signal_emit (self, signals[PATCHED], 0, start, end);
  fb_prose_buffer_emit_state (self);
}

static void
node_changed_cb (FbNode           *node,
                 const FbProperty *property,
                 FbProseBuffer    *self)
{
  FbText *text;

  if (self->committing)
    return;

  text = fb_value_get_text (fb_node_get_value (node, self->property));
  fb_prose_buffer_set_text (self, text);
}

static void
style_changed_cb (FbProseBuffer *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  fb_prose_tags_set_color (gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self)), dark ? &link_dark : &link_light);
}

static void
unbind (FbProseBuffer *self)
{
  if (self->node != NULL)
    g_clear_signal_handler (&self->changed_handler, self->node);
  g_clear_object (&self->node);
  g_clear_object (&self->document);
  self->property = NULL;
}

/* GObject */

static void
fb_prose_buffer_constructed (GObject *object)
{
  FbProseBuffer *self = FB_PROSE_BUFFER (object);

  G_OBJECT_CLASS (fb_prose_buffer_parent_class)->constructed (object);

  /* Undo is the document's. */
  gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (self), FALSE);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  style_changed_cb (self);
}

static void
fb_prose_buffer_dispose (GObject *object)
{
  unbind (FB_PROSE_BUFFER (object));

  G_OBJECT_CLASS (fb_prose_buffer_parent_class)->dispose (object);
}

static void
fb_prose_buffer_finalize (GObject *object)
{
  FbProseBuffer *self = FB_PROSE_BUFFER (object);

  fb_text_unref (self->text);
  g_array_unref (self->forms);

  G_OBJECT_CLASS (fb_prose_buffer_parent_class)->finalize (object);
}

static void
fb_prose_buffer_class_init (FbProseBufferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkTextBufferClass *buffer_class = GTK_TEXT_BUFFER_CLASS (klass);

  object_class->constructed = fb_prose_buffer_constructed;
  object_class->dispose = fb_prose_buffer_dispose;
  object_class->finalize = fb_prose_buffer_finalize;

  buffer_class->insert_text = fb_prose_buffer_insert_text;
  buffer_class->insert_child_anchor = fb_prose_buffer_insert_child_anchor;
  buffer_class->delete_range = fb_prose_buffer_delete_range;
  buffer_class->apply_tag = fb_prose_buffer_apply_tag;
  buffer_class->remove_tag = fb_prose_buffer_remove_tag;
  buffer_class->begin_user_action = fb_prose_buffer_begin_user_action;
  buffer_class->end_user_action = fb_prose_buffer_end_user_action;
  buffer_class->mark_set = fb_prose_buffer_mark_set;

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[PATCHED] = g_signal_new ("patched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[STATE_CHANGED] = g_signal_new ("state-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
}

static void
fb_prose_buffer_init (FbProseBuffer *self)
{
  FbProseForm plain = { FB_PARAGRAPH_PLAIN };

  self->text = fb_text_new_plain (NULL);
  self->forms = g_array_new (FALSE, TRUE, sizeof (FbProseForm));
  g_array_append_val (self->forms, plain);
}

/* Public */

/** Returns: (transfer full): an empty buffer over a text of its own. */
FbProseBuffer *
fb_prose_buffer_new (void)
{
  g_autoptr (GtkTextTagTable) tags = fb_prose_tags_new ();

  return g_object_new (FB_TYPE_PROSE_BUFFER, "tag-table", tags, NULL);
}

/**
 * fb_prose_buffer_bind:
 * @document: (nullable): the document, or %NULL to leave the one before
 * @node: (nullable): the node whose property is edited
 * @property: (nullable): a rich property of the node
 *
 * Shows the property, and from now on writes into it. The caret goes to the beginning.
 */
void
fb_prose_buffer_bind (FbProseBuffer    *self,
                      FbDocument       *document,
                      FbNode           *node,
                      const FbProperty *property)
{
  FbText *text = NULL;
  GtkTextIter start;

  g_return_if_fail (FB_IS_PROSE_BUFFER (self));
  g_return_if_fail (node == NULL || (document != NULL && property != NULL && property->type == FB_VALUE_RICH));

  if (self->node == node && self->document == document && self->property == property)
    return;

  unbind (self);
  if (node != NULL)
    {
      g_autofree char *signal = g_strdup_printf ("changed::%s", property->name);

      self->document = g_object_ref (document);
      self->node = g_object_ref (node);
      self->property = property;
      self->changed_handler = g_signal_connect (node, signal, G_CALLBACK (node_changed_cb), self);
      text = fb_value_get_text (fb_node_get_value (node, property));
    }
  fb_prose_buffer_set_text (self, text);
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self), &start);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self), &start);
}

FbDocument *
fb_prose_buffer_get_document (FbProseBuffer *self)
{
  return self->document;
}

FbNode *
fb_prose_buffer_get_node (FbProseBuffer *self)
{
  return self->node;
}

const FbProperty *
fb_prose_buffer_get_property (FbProseBuffer *self)
{
  return self->property;
}

/** Returns: (transfer none): what the buffer says; never %NULL. */
FbText *
fb_prose_buffer_get_text (FbProseBuffer *self)
{
  return self->text;
}

/**
 * fb_prose_buffer_set_text:
 * @text: (nullable): a text, %NULL for an empty one
 *
 * Shows another text, patching the buffer where it differs. The document is not told.
 */
void
fb_prose_buffer_set_text (FbProseBuffer *self,
                          FbText        *text)
{
  g_autoptr (FbText) copy = text != NULL ? fb_text_ref (text) : fb_text_new_plain (NULL);

  follow_text (self, copy);
}

/* Changes the text as the user's doing: patches the buffer, and tells the document. */
void
fb_prose_buffer_apply_text (FbProseBuffer *self,
                            FbText        *text)
{
  g_autoptr (FbText) before = fb_text_ref (self->text);
  guint start, end;

  g_assert (!self->dirty);
  if (!fb_prose_buffer_patch (self, text, &start, &end))
    return;

  fb_text_unref (self->text);
  self->text = g_steal_pointer (&before);
  take_text (self, fb_text_ref (text));
  fb_prose_buffer_emit_state (self);
}

/** Finds the character at a byte offset of the text's buffer. */
void
fb_prose_buffer_get_iter_at_byte (FbProseBuffer *self,
                                  GtkTextIter   *iter,
                                  guint          offset)
{
  gsize length;
  const char *buffer = fb_text_get_buffer (self->text, &length);

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self), iter,
                                      (int) g_utf8_pointer_to_offset (buffer, buffer + MIN (offset, length)));
}
