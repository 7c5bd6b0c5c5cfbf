/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What one can do in an FbProseView by button, menu and key. */

#include <glib/gi18n-lib.h>

#include "formats/fb-address.h"
#include "ui/fb-languages.h"
#include "ui/fb-node-picker.h"
#include "ui/fb-prose-link.h"
#include "ui/fb-prose-note.h"
#include "ui/fb-prose-view-private.h"

/* What a cross-reference may name: what readers find by a number or a title. */
#define REFERENCE_KINDS                                                                                         \
  (FB_KIND_MASK (FB_KIND_CHAPTER) | FB_KIND_MASK (FB_KIND_FIELD) | FB_KIND_MASK (FB_KIND_FIGURE) |              \
   FB_KIND_MASK (FB_KIND_GOALS) | FB_KIND_MASK (FB_KIND_GOAL) | FB_KIND_MASK (FB_KIND_MEASURES) |               \
   FB_KIND_MASK (FB_KIND_MEASURE) | FB_KIND_MASK (FB_KIND_EVENT) | FB_KIND_MASK (FB_KIND_RESOLUTION))

static const struct
{
  const char *action;
  FbRunKind kind;
} marks[] = {
  { "strong", FB_RUN_STRONG },
  { "emphasis", FB_RUN_EMPHASIS },
  { "superscript", FB_RUN_SUPERSCRIPT },
  { "subscript", FB_RUN_SUBSCRIPT },
};

/* In the order of FbListStyle. */
static const struct
{
  const char *name;
  const char *label;
} lists[] = {
  { "bullet", N_("Bullets") },
  { "decimal", N_("Numbers: 1.") },
  { "letter", N_("Letters: a.") },
  { "paren", N_("Numbers in brackets: (1)") },
};

static void
mark_action (GSimpleAction *action,
             GVariant      *value,
             gpointer       data)
{
  FbProseView *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_equal (g_action_get_name (G_ACTION (action)), marks[i].action))
      fb_prose_toggle_mark (self->buffer, marks[i].kind);
}

static const char *
current_list (FbProseView *self)
{
  FbListStyle style;

  return fb_prose_get_list (self->buffer, &style, NULL) ? lists[style].name : "none";
}

static void
list_action (GSimpleAction *action,
             GVariant      *value,
             gpointer       data)
{
  FbProseView *self = data;
  const char *name = g_variant_get_string (value, NULL);

  /* The same again takes the paragraph out of the list. */
  if (g_str_equal (name, "none") || g_str_equal (name, current_list (self)))
    fb_prose_set_list (self->buffer, FALSE, FB_LIST_BULLET);
  else
    for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
      if (g_str_equal (lists[i].name, name))
        fb_prose_set_list (self->buffer, TRUE, (FbListStyle) i);
  fb_prose_view_update_actions (self);
}

static void
indent_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  fb_prose_shift (((FbProseView *) data)->buffer, 1);
}

static void
outdent_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  fb_prose_shift (((FbProseView *) data)->buffer, -1);
}

static void
restart_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  fb_prose_set_number (((FbProseView *) data)->buffer, 1);
}

static void
continue_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  fb_prose_set_number (((FbProseView *) data)->buffer, 0);
}

static void
more_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  FbProseView *self = data;

  fb_prose_break (self->buffer, fb_prose_get_list (self->buffer, NULL, NULL));
}

static void
line_break_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  fb_prose_line_break (((FbProseView *) data)->buffer);
}

static void
clear_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  fb_prose_clear (((FbProseView *) data)->buffer);
}

static void
language_action (GSimpleAction *action,
                 GVariant      *value,
                 gpointer       data)
{
  FbProseView *self = data;
  const char *tag = g_variant_get_string (value, NULL);

  fb_prose_set_language (self->buffer, *tag != '\0' ? tag : NULL);
  fb_prose_view_update_actions (self);
}

static void
get_caret (FbProseView *self,
           GtkTextIter *iter)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);

  gtk_text_buffer_get_iter_at_mark (buffer, iter, gtk_text_buffer_get_insert (buffer));
}

static void
link_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  FbProseView *self = data;
  GtkTextIter iter;

  get_caret (self, &iter);
  fb_prose_view_popup (self, GTK_POPOVER (fb_prose_link_new (self)), &iter);
}

static void
note_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  FbProseView *self = data;
  GtkTextIter iter;
  FbProseAnchor *anchor;

  if (self->is_note)
    return;

  /* With the caret behind a footnote, that one is meant. */
  get_caret (self, &iter);
  anchor = gtk_text_iter_backward_char (&iter) ? fb_prose_anchor_at (&iter) : NULL;
  if (anchor == NULL || fb_prose_anchor_get_note (anchor) == NULL)
    anchor = fb_prose_insert_note (self->buffer);
  fb_prose_view_edit_note (self, anchor);
}

static void
node_picked_cb (FbProseView *self,
                FbNode      *node)
{
  fb_prose_insert_reference (self->buffer, fb_node_get_id (node));
}

static void
reference_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  FbProseView *self = data;
  GtkWidget *picker = fb_node_picker_new ();
  GtkTextIter iter;

  get_caret (self, &iter);
  fb_node_picker_fill (FB_NODE_PICKER (picker), self->document, REFERENCE_KINDS, NULL);
  g_signal_connect_object (picker, "picked", G_CALLBACK (node_picked_cb), self, G_CONNECT_SWAPPED);
  fb_prose_view_popup (self, GTK_POPOVER (picker), &iter);
}

static void
paste_plain_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  fb_prose_view_paste (data, TRUE);
}

static void
go_to_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  FbProseView *self = data;
  GtkTextIter start, end;
  FbProseAnchor *anchor;
  const char *target;

  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end);
  anchor = fb_prose_anchor_at (&start);
  if (anchor == NULL && gtk_text_iter_backward_char (&start))
    anchor = fb_prose_anchor_at (&start);
  if (anchor != NULL && fb_prose_anchor_get_reference (anchor) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "s", fb_prose_anchor_get_reference (anchor));
  else if (anchor != NULL)
    fb_prose_view_edit_note (self, anchor);
  else if (fb_prose_find_run (self->buffer, FB_RUN_LINK, &start, &end, &target))
    fb_prose_view_follow (self, target);
}

/* Opens the text of a footnote. */
void
fb_prose_view_edit_note (FbProseView   *self,
                         FbProseAnchor *anchor)
{
  GtkTextIter iter;

  if (self->labels_stale)
    fb_prose_view_update_labels (self);
  if (fb_prose_anchor_get_iter (anchor, GTK_TEXT_BUFFER (self->buffer), &iter))
    fb_prose_view_popup (self, GTK_POPOVER (fb_prose_note_new (self, anchor)), &iter);
}

/* Goes where a link leads: to a part of the document, or to a page in the browser. */
void
fb_prose_view_follow (FbProseView *self,
                      const char  *address)
{
  g_autofree char *clean = fb_address_clean (address);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (clean == NULL)
    return;
  if (*clean == '#')
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "s", clean + 1);
  else
    gtk_show_uri (GTK_WINDOW (root), clean, GDK_CURRENT_TIME);
}

/* The one place where it is decided what can be done, and what is on. */
void
fb_prose_view_update_actions (FbProseView *self)
{
  gboolean editable = gtk_text_view_get_editable (GTK_TEXT_VIEW (self));
  guint set = fb_prose_get_marks (self->buffer);
  const char *language = fb_prose_get_language (self->buffer);
  const char *list = current_list (self);
  gboolean numbered = !g_str_equal (list, "none") && !g_str_equal (list, "bullet");
  const struct
  {
    const char *action;
    gboolean enabled;
  } enabled[] = {
    { "strong", editable },
    { "emphasis", editable },
    { "superscript", editable },
    { "subscript", editable },
    { "list", editable },
    { "indent", editable && fb_prose_can_shift (self->buffer, 1) },
    { "outdent", editable && fb_prose_can_shift (self->buffer, -1) },
    { "restart", editable && numbered },
    { "continue", editable && numbered },
    { "more", editable && !g_str_equal (list, "none") },
    { "link", editable },
    { "note", editable && !self->is_note },
    { "reference", editable && self->document != NULL },
    { "language", editable },
    { "clear", editable },
    { "line-break", editable },
    { "paste-plain", editable },
  };
  GActionMap *map = G_ACTION_MAP (self->actions);

  for (guint i = 0; i < G_N_ELEMENTS (enabled); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, enabled[i].action)),
                                 enabled[i].enabled);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (map, marks[i].action)),
                               g_variant_new_boolean ((set & (1u << marks[i].kind)) != 0));
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "list")), g_variant_new_string (list));
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "language")),
                             g_variant_new_string (language != NULL ? language : ""));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "text.undo",
                                 self->document != NULL && fb_document_can_undo (self->document));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "text.redo",
                                 self->document != NULL && fb_document_can_redo (self->document));
}

/* Adds the actions of a new view. */
void
fb_prose_view_add_actions (FbProseView *self)
{
  static const GActionEntry entries[] = {
    { .name = "strong", .state = "false", .change_state = mark_action },
    { .name = "emphasis", .state = "false", .change_state = mark_action },
    { .name = "superscript", .state = "false", .change_state = mark_action },
    { .name = "subscript", .state = "false", .change_state = mark_action },
    { .name = "list", .parameter_type = "s", .state = "'none'", .change_state = list_action },
    { .name = "language", .parameter_type = "s", .state = "''", .change_state = language_action },
    { .name = "indent", .activate = indent_action },
    { .name = "outdent", .activate = outdent_action },
    { .name = "restart", .activate = restart_action },
    { .name = "continue", .activate = continue_action },
    { .name = "more", .activate = more_action },
    { .name = "line-break", .activate = line_break_action },
    { .name = "clear", .activate = clear_action },
    { .name = "link", .activate = link_action },
    { .name = "note", .activate = note_action },
    { .name = "reference", .activate = reference_action },
    { .name = "paste-plain", .activate = paste_plain_action },
    { .name = "go-to", .activate = go_to_action },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "prose", G_ACTION_GROUP (self->actions));
}

/* Menus */

static void
append_target (GMenu      *menu,
               const char *label,
               const char *action,
               const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static GMenuModel *
new_language_menu (void)
{
  GMenu *menu = g_menu_new ();

  append_target (menu, _("As around it"), "prose.language", "");
  for (const FbChoice *language = fb_languages_get (); language->name != NULL; language++)
    append_target (menu, fb_choice_get_label (language), "prose.language", language->name);
  return G_MENU_MODEL (menu);
}

/* Returns: (transfer full): the styles of lists, and what one does with an item. */
GMenuModel *
fb_prose_actions_new_list_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) styles = g_menu_new ();
  g_autoptr (GMenu) items = g_menu_new ();

  append_target (styles, _("No list"), "prose.list", "none");
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    append_target (styles, _(lists[i].label), "prose.list", lists[i].name);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (styles));
  g_menu_append (items, _("Begin Numbering Here"), "prose.restart");
  g_menu_append (items, _("Continue Numbering"), "prose.continue");
  g_menu_append (items, _("Further Paragraph in This Item"), "prose.more");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (items));
  return G_MENU_MODEL (menu);
}

/* Returns: (transfer full): what is too seldom for a button. */
GMenuModel *
fb_prose_actions_new_more_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) marks_section = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();
  g_autoptr (GMenuModel) language = new_language_menu ();

  g_menu_append (marks_section, _("Superscript"), "prose.superscript");
  g_menu_append (marks_section, _("Subscript"), "prose.subscript");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (marks_section));
  g_menu_append_submenu (rest, _("Language of the Passage"), language);
  g_menu_append (rest, _("Line Break"), "prose.line-break");
  g_menu_append (rest, _("Paste as Plain Text"), "prose.paste-plain");
  g_menu_append (rest, _("Clear Formatting"), "prose.clear");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  return G_MENU_MODEL (menu);
}

/* Returns: (transfer full): what the context menu offers behind cut, copy and paste. */
GMenuModel *
fb_prose_actions_new_menu (gboolean is_note)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) marks_section = g_menu_new ();
  g_autoptr (GMenu) objects = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();
  g_autoptr (GMenuModel) language = new_language_menu ();
  g_autoptr (GMenuModel) list = fb_prose_actions_new_list_menu ();

  g_menu_append (marks_section, _("Bold"), "prose.strong");
  g_menu_append (marks_section, _("Italic"), "prose.emphasis");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (marks_section));
  g_menu_append (objects, _("Link…"), "prose.link");
  if (!is_note)
    g_menu_append (objects, _("Footnote…"), "prose.note");
  g_menu_append (objects, _("Cross-Reference…"), "prose.reference");
  g_menu_append (objects, _("Go There"), "prose.go-to");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (objects));
  g_menu_append_submenu (rest, _("List"), list);
  g_menu_append_submenu (rest, _("Language of the Passage"), language);
  g_menu_append (rest, _("Paste as Plain Text"), "prose.paste-plain");
  g_menu_append (rest, _("Clear Formatting"), "prose.clear");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  return G_MENU_MODEL (menu);
}
