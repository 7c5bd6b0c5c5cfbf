/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "../formats/fb-text-dump.h"
#include "fb-ui-test.h"

#include "ui/fb-prose-edit.h"
#include "ui/fb-prose-link.h"
#include "ui/fb-prose-note.h"
#include "ui/fb-prose-page.h"
#include "ui/fb-prose-toolbar.h"

typedef struct
{
  FbDocument *document;
  FbNode *node;
  GtkWidget *page;
  GtkWidget *window;
  FbProseView *view;
  FbProseBuffer *buffer;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->document = fb_ui_test_sample ();
  self->node = fb_document_lookup (self->document, "c-foreword");
  self->page = fb_prose_page_new ();
  self->view = fb_prose_page_get_view (FB_PROSE_PAGE (self->page));
  self->buffer = fb_prose_view_get_buffer (self->view);
  self->window = fb_ui_test_present (self->page);
  fb_page_set_node (FB_PAGE (self->page), self->document, self->node);
  fb_page_focus (FB_PAGE (self->page));
  fb_ui_test_settle ();
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  gpointer page, view, buffer;

  fb_ui_test_watch (self->page, &page);
  fb_ui_test_watch (self->view, &view);
  fb_ui_test_watch (self->buffer, &buffer);
  fb_ui_test_check_names (self->window);
  fb_ui_test_close (self->window);
  fb_ui_test_settle ();
  fb_ui_test_assert_finalized (page);
  fb_ui_test_assert_finalized (view);
  fb_ui_test_assert_finalized (buffer);
  g_object_unref (self->document);
}

static void
assert_text (Fixture    *self,
             const char *expected)
{
  g_autoptr (FbText) read = fb_prose_buffer_read (self->buffer);
  g_autofree char *found = fb_text_dump (fb_node_get_text (self->node, "text"));

  g_assert_cmpstr (found, ==, expected);
  g_assert_true (fb_text_equal (read, fb_prose_buffer_get_text (self->buffer)));
}

static void
place (Fixture *self,
       int      start,
       int      end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self->buffer), &from, start);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (self->buffer), &to, end);
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (self->buffer), &to, &from);
}

static void
act (Fixture    *self,
     const char *action,
     const char *target)
{
  g_autofree char *name = g_strconcat ("prose.", action, NULL);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->view), name, target != NULL ? "s" : NULL, target));
}

static gboolean
get_state (Fixture    *self,
           const char *action)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (fb_prose_view_get_actions (self->view), action);

  return g_variant_get_boolean (state);
}

static void
test_actions (Fixture      *self,
              gconstpointer data)
{
  GActionGroup *actions = fb_prose_view_get_actions (self->view);
  GtkWidget *bold = fb_ui_test_find (self->page, GTK_TYPE_TOGGLE_BUTTON, "format-text-bold-symbolic");

  g_assert_nonnull (bold);
  place (self, 6, 10);
  act (self, "strong", NULL);
  act (self, "emphasis", NULL);
  assert_text (self, "p|Liebe <bi:Bürg>erinnen und Bürger,\np|Integration gelingt gemeinsam.");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (bold)));
  place (self, 2, 2);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (bold)));
  g_assert_false (g_action_group_get_action_enabled (actions, "indent"));

  place (self, 0, 40);
  act (self, "list", "bullet");
  assert_text (self, "i1*|Liebe <bi:Bürg>erinnen und Bürger,\ni1*|Integration gelingt gemeinsam.");
  place (self, 40, 40);
  g_assert_true (g_action_group_get_action_enabled (actions, "indent"));
  act (self, "indent", NULL);
  act (self, "list", "letter");
  assert_text (self, "i1*|Liebe <bi:Bürg>erinnen und Bürger,\ni2a|Integration gelingt gemeinsam.");
  act (self, "language", "tr");
  assert_text (self, "i1*|Liebe <bi:Bürg>erinnen und Bürger,\ni2a@tr|Integration gelingt gemeinsam.");
  act (self, "language", "");
  act (self, "list", "letter");
  place (self, 0, 20);
  act (self, "clear", NULL);
  act (self, "list", "none");
  assert_text (self, "p|Liebe Bürgerinnen und Bürger,\np|Integration gelingt gemeinsam.");
  g_assert_false (get_state (self, "strong"));
  while (fb_document_can_undo (self->document))
    {
      fb_document_undo (self->document);
      fb_ui_test_settle ();
    }
  assert_text (self, "p|Liebe Bürgerinnen und Bürger,\np|Integration gelingt gemeinsam.");
}

static GtkWidget *
find_popover (Fixture *self,
              GType    type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (G_TYPE_CHECK_INSTANCE_TYPE (child, type))
      return child;
  return NULL;
}

static GtkWidget *
find_chip (Fixture    *self,
           const char *label)
{
  return fb_ui_test_find (GTK_WIDGET (self->view), GTK_TYPE_LABEL, label);
}

static void
test_note (Fixture      *self,
           gconstpointer data)
{
  GtkWidget *popover;
  FbProseBuffer *note;

  place (self, 5, 5);
  act (self, "note", NULL);
  fb_ui_test_settle ();
  popover = find_popover (self, FB_TYPE_PROSE_NOTE);
  g_assert_nonnull (popover);
  note = fb_prose_view_get_buffer (fb_prose_note_get_view (FB_PROSE_NOTE (popover)));
  fb_ui_test_check_names (popover);
  gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (note), "Siehe oben.", -1);
  assert_text (self, "p|Liebe(note Siehe oben.) Bürgerinnen und Bürger,\np|Integration gelingt gemeinsam.");

  /* What is undone is undone in the popover too. */
  fb_document_undo (self->document);
  g_assert_cmpint (gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (note)), ==, 0);
  fb_document_redo (self->document);
  g_assert_cmpint (gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (note)), ==, 11);
  g_assert_false (g_action_group_get_action_enabled (
      fb_prose_view_get_actions (fb_prose_note_get_view (FB_PROSE_NOTE (popover))), "note"));
  gtk_popover_popdown (GTK_POPOVER (popover));
  fb_ui_test_settle ();
  g_assert_null (find_popover (self, FB_TYPE_PROSE_NOTE));
  g_assert_nonnull (find_chip (self, "1"));

  /* Footnotes are numbered in their order. */
  place (self, 0, 0);
  fb_prose_insert_note (self->buffer);
  fb_ui_test_settle ();
  g_assert_nonnull (find_chip (self, "2"));
  fb_document_undo (self->document);
  fb_ui_test_settle ();
  g_assert_null (find_chip (self, "2"));

  /* With the caret behind a footnote it is opened, and goes with its popover when it is undone. */
  place (self, 6, 6);
  act (self, "note", NULL);
  fb_ui_test_settle ();
  g_assert_nonnull (find_popover (self, FB_TYPE_PROSE_NOTE));
  fb_document_undo (self->document);
  fb_document_undo (self->document);
  fb_ui_test_settle ();
  assert_text (self, "p|Liebe Bürgerinnen und Bürger,\np|Integration gelingt gemeinsam.");
  g_assert_null (find_popover (self, FB_TYPE_PROSE_NOTE));
}

static void
test_reference (Fixture      *self,
                gconstpointer data)
{
  FbNode *chapter = fb_document_lookup (self->document, "c-steps1");

  place (self, 5, 5);
  fb_prose_insert_reference (self->buffer, "c-steps1");
  fb_prose_insert_reference (self->buffer, "c-nowhere");
  assert_text (self, "p|Liebe(ref c-steps1)(ref c-nowhere) Bürgerinnen und Bürger,\np|Integration gelingt gemeinsam.");
  g_assert_nonnull (find_chip (self, "2.1 Prozessschritte"));
  g_assert_nonnull (find_chip (self, "missing: c-nowhere"));
  fb_document_set_words (self->document, chapter, "title", "Wie es kam");
  g_assert_nonnull (find_chip (self, "2.1 Wie es kam"));
  fb_document_remove_one (self->document, chapter);
  g_assert_nonnull (find_chip (self, "missing: c-steps1"));

  act (self, "reference", NULL);
  fb_ui_test_settle ();
}

static void
test_link (Fixture      *self,
           gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *address;
  } rows[] = {
    { "https://a.de/b", "https://a.de/b" }, { " www.monheim.de ", "https://www.monheim.de" },
    { "amt51@monheim.de", "mailto:amt51@monheim.de" }, { "mailto:a@b.de", "mailto:a@b.de" },
    { "#c-steps1", "#c-steps1" }, { "javascript:alert(1)", NULL }, { "file:///etc/passwd", NULL },
    { "Monheim", NULL }, { "", NULL }, { "zwei Wörter.de", NULL }, { "ftp://x.y", NULL }, { "#", NULL },
  };
  GtkWidget *popover;
  GtkWidget *entry;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *address = fb_prose_link_complete (rows[i].typed);

      g_assert_cmpstr (address, ==, rows[i].address);
    }

  place (self, 0, 5);
  act (self, "link", NULL);
  fb_ui_test_settle ();
  popover = find_popover (self, FB_TYPE_PROSE_LINK);
  entry = fb_ui_test_find (popover, GTK_TYPE_ENTRY, NULL);
  fb_ui_test_check_names (popover);
  gtk_editable_set_text (GTK_EDITABLE (entry), "www.monheim.de");
  g_signal_emit_by_name (entry, "activate");
  fb_ui_test_settle ();
  assert_text (self, "p|[https://www.monheim.de:Liebe] Bürgerinnen und Bürger,\np|Integration gelingt gemeinsam.");
  g_assert_null (find_popover (self, FB_TYPE_PROSE_LINK));

  /* Without words the address is its own. */
  place (self, 30, 30);
  act (self, "link", NULL);
  fb_ui_test_settle ();
  popover = find_popover (self, FB_TYPE_PROSE_LINK);
  entry = fb_ui_test_find (popover, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "a@b.de");
  g_signal_emit_by_name (entry, "activate");
  fb_ui_test_settle ();
  assert_text (self, "p|[https://www.monheim.de:Liebe] Bürgerinnen und Bürger,\n"
                     "p|[mailto:a@b.de:a@b.de]Integration gelingt gemeinsam.");
}

static gboolean
has_pasted (gpointer data)
{
  Fixture *self = data;

  return fb_text_get_n_paragraphs (fb_prose_buffer_get_text (self->buffer)) > 2;
}

static void
set_clipboard (Fixture    *self,
               const char *type,
               const char *words)
{
  g_autoptr (GBytes) bytes = g_bytes_new (words, strlen (words));
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_for_bytes (type, bytes);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self->view)), provider);
}

static void
test_clipboard (Fixture      *self,
                gconstpointer data)
{
  place (self, 30, 60);
  act (self, "list", "paren");
  place (self, 6, 41);
  act (self, "strong", NULL);
  g_signal_emit_by_name (self->view, "copy-clipboard");
  place (self, 60, 60);
  g_signal_emit_by_name (self->view, "paste-clipboard");
  g_assert_true (fb_ui_test_wait (has_pasted, self));
  assert_text (self, "p|Liebe <b:Bürgerinnen und Bürger,>\n"
                     "i1(|<b:Integration> gelingt gemeinsam.<b:Bürgerinnen und Bürger,>\n"
                     "i1(|<b:Integration>");
  fb_document_undo (self->document);

  set_clipboard (self, "text/html", "<p>eins<ul><li>zwei<script>x</script></ul>");
  place (self, 0, 0);
  g_signal_emit_by_name (self->view, "paste-clipboard");
  fb_ui_test_settle ();
  assert_text (self, "p|eins\ni1*|zweiLiebe <b:Bürgerinnen und Bürger,>\ni1(|<b:Integration> gelingt gemeinsam.");
  fb_document_undo (self->document);

  set_clipboard (self, "text/plain;charset=utf-8", "• a\n• b\n");
  g_signal_emit_by_name (self->view, "paste-clipboard");
  fb_ui_test_settle ();
  fb_document_undo (self->document);
  place (self, 0, 5);
  g_signal_emit_by_name (self->view, "cut-clipboard");
  assert_text (self, "p| <b:Bürgerinnen und Bürger,>\ni1(|<b:Integration> gelingt gemeinsam.");
}

static void
test_page (Fixture      *self,
           gconstpointer data)
{
  FbNode *other = fb_document_lookup (self->document, "c-steps1");
  const FbProperty *text = fb_kind_get_property (FB_KIND_CHAPTER, "text");
  GtkTextIter start, end;

  /* Bytes [6, 12) are "Bürge": ü has two. */
  g_assert_true (fb_page_reveal (FB_PAGE (self->page), self->node, text, 6, 12));
  g_assert_true (gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end));
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, 6);
  g_assert_cmpint (gtk_text_iter_get_offset (&end), ==, 11);
  g_assert_false (fb_page_reveal (FB_PAGE (self->page), other, text, 0, 0));

  fb_page_set_node (FB_PAGE (self->page), self->document, other);
  g_assert_cmpint (gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (self->buffer)), ==, 0);
  {
    g_autoptr (FbValue) value = fb_value_new_choice ("process");

    fb_document_set (self->document, other, fb_kind_get_property (FB_KIND_CHAPTER, "generates"), value);
  }
  fb_ui_test_settle ();
  g_assert_nonnull (fb_ui_test_find (self->page, GTK_TYPE_LABEL, "Printed behind this text: Process steps (1 entry)"));
  fb_page_set_node (FB_PAGE (self->page), NULL, NULL);
  g_assert_null (fb_page_get_node (FB_PAGE (self->page)));
}

int
main (int    argc,
      char **argv)
{
  fb_ui_test_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/prose-view/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("actions", test_actions);
  ADD ("note", test_note);
  ADD ("reference", test_reference);
  ADD ("link", test_link);
  ADD ("clipboard", test_clipboard);
  ADD ("page", test_page);
#undef ADD
  return g_test_run ();
}
