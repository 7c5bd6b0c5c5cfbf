/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-find-bar.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "concept/fb-search.h"
#include "ui/fb-compat.h"
#include "ui/fb-find-row.h"
#include "ui/fb-tab-stop.h"
#include "ui/fb-ui.h"

/* How long after a change of the document the hits are looked up again, in milliseconds. */
#define REFRESH_DELAY 200

struct _FbFindBar
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkEditable *words;
  GtkEditable *replacement;
  GtkWidget *replace_box;
  GtkToggleButton *replace_toggle;
  GtkLabel *position;
  GtkListView *list;
  GtkWidget *list_area;

  FbEditor *editor; /* not owned: it holds this bar */
  FbDocument *document;
  GListStore *hits;
  GtkSingleSelection *selection;
  char *branch; /* id of the node to which the search is confined */
  guint refresh;
  gboolean match_case;
  gboolean whole_words;
  gboolean in_branch;
  gboolean shows_hits;
  gboolean going; /* the selection is changed by the bar, not by the user */
};

enum
{
  PROP_0,
  PROP_MATCH_CASE,
  PROP_WHOLE_WORDS,
  PROP_IN_BRANCH,
  PROP_SHOWS_HITS,
  PROP_HAS_HITS,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (FbFindBar, fb_find_bar, ADW_TYPE_BIN)

static guint
get_n_hits (FbFindBar *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->hits));
}

static FbSearchFlags
get_flags (FbFindBar *self)
{
  return (self->match_case ? FB_SEARCH_MATCH_CASE : 0) | (self->whole_words ? FB_SEARCH_WHOLE_WORDS : 0);
}

static FbNode *
get_branch (FbFindBar *self)
{
  return self->in_branch && self->branch != NULL ? fb_document_lookup (self->document, self->branch) : NULL;
}

static void
update_position (FbFindBar *self)
{
  guint n = get_n_hits (self);
  guint selected = gtk_single_selection_get_selected (self->selection);
  g_autofree char *words = NULL;

  if (*gtk_editable_get_text (self->words) == '\0')
    words = g_strdup ("");
  else if (n == 0)
    words = g_strdup (_("No hits"));
  else if (selected == GTK_INVALID_LIST_POSITION)
    words = g_strdup_printf (ngettext ("%u hit", "%u hits", n), n);
  else
    /* Translators: which hit of a search is shown, and how many there are */
    words = g_strdup_printf (_("%u of %u"), selected + 1, n);
  gtk_label_set_label (self->position, words);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.replace", selected != GTK_INVALID_LIST_POSITION);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.replace-all", n > 0);
  gtk_widget_set_visible (self->list_area, self->shows_hits && n > 0);
  if (*gtk_editable_get_text (self->words) != '\0' && n == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->words), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->words), "error");
}

/* Selects a row without going anywhere. */
static void
select_hit (FbFindBar *self,
            guint      position)
{
  self->going = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->going = FALSE;
  update_position (self);
}

static void
go_to_hit (FbFindBar *self,
           guint      position)
{
  g_autoptr (FbSearchHit) hit = g_list_model_get_item (G_LIST_MODEL (self->hits), position);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  guint start;
  guint end;

  if (hit == NULL)
    return;

  select_hit (self, position);
  fb_list_view_scroll_to (GTK_WIDGET (self->list), position);
  if (!fb_search_hit_is_current (hit))
    return;

  if (focus != NULL)
    g_object_ref (focus);
  fb_search_hit_get_place (hit, &start, &end);
  fb_editor_go_to (self->editor, hit->node, hit->property, start, end);
  /* Who steps through the hits goes on doing so. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) && gtk_root_get_focus (root) != focus)
    {
      if (GTK_IS_TEXT (focus))
        gtk_text_grab_focus_without_selecting (GTK_TEXT (focus));
      else
        gtk_widget_grab_focus (focus);
    }
  g_clear_object (&focus);
}

/* The first hit that does not stand before @old; the document may have changed since. */
static guint
find_similar (FbFindBar   *self,
              FbSearchHit *old)
{
  guint n = get_n_hits (self);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FbSearchHit) hit = g_list_model_get_item (G_LIST_MODEL (self->hits), i);

      if (hit->node == old->node && hit->property == old->property && hit->note == old->note
          && hit->start >= old->start)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static void
search (FbFindBar *self)
{
  FbSearchHit *selected = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (FbSearchHit) old = selected != NULL ? g_object_ref (selected) : NULL;
  gboolean had = get_n_hits (self) > 0;
  const char *words = gtk_editable_get_text (self->words);
  g_autoptr (GPtrArray) hits = NULL;

  g_clear_handle_id (&self->refresh, g_source_remove);
  self->going = TRUE;
  if (self->document != NULL && gtk_revealer_get_reveal_child (self->revealer) && *words != '\0')
    hits = fb_search_run (self->document, words, get_flags (self), get_branch (self));
  g_list_store_splice (self->hits, 0, get_n_hits (self), hits != NULL ? hits->pdata : NULL,
                       hits != NULL ? hits->len : 0);
  self->going = FALSE;
  select_hit (self, old != NULL ? find_similar (self, old) : GTK_INVALID_LIST_POSITION);
  if (had != (get_n_hits (self) > 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_HITS]);
}

static gboolean
refresh_cb (gpointer data)
{
  FbFindBar *self = data;

  self->refresh = 0;
  search (self);

  return G_SOURCE_REMOVE;
}

static void
applied_cb (FbFindBar *self)
{
  if (gtk_revealer_get_reveal_child (self->revealer) && self->refresh == 0)
    self->refresh = g_timeout_add (REFRESH_DELAY, refresh_cb, self);
}

/* Another document, or none. */
static void
document_changed (FbFindBar *self)
{
  FbDocument *document = self->editor != NULL ? fb_editor_get_document (self->editor) : NULL;

  if (self->document == document)
    return;

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  g_clear_pointer (&self->branch, g_free);
  if (document != NULL)
    g_signal_connect_object (document, "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
}

/* While one types, a hit on the page that is shown is better than one elsewhere. */
static guint
find_on_page (FbFindBar *self)
{
  FbNode *shown = fb_editor_get_selected (self->editor);
  guint n = get_n_hits (self);

  for (guint i = 0; i < n && shown != NULL; i++)
    {
      g_autoptr (FbSearchHit) hit = g_list_model_get_item (G_LIST_MODEL (self->hits), i);

      if (fb_editor_get_outline_node (hit->node) == shown)
        return i;
    }

  return 0;
}

static void
search_changed_cb (FbFindBar *self)
{
  search (self);
  if (get_n_hits (self) > 0 && gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    go_to_hit (self, find_on_page (self));
}

static void
activate_cb (FbFindBar *self)
{
  fb_find_bar_step (self, TRUE);
}

static void
stop_search_cb (FbFindBar *self)
{
  fb_find_bar_close (self);
}

static void
selection_changed_cb (FbFindBar *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (!self->going && selected != GTK_INVALID_LIST_POSITION)
    go_to_hit (self, selected);
}

static void
replace_toggled_cb (FbFindBar *self)
{
  gtk_widget_set_visible (self->replace_box, gtk_toggle_button_get_active (self->replace_toggle));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                FbFindBar             *self)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  fb_find_bar_close (self);

  return GDK_EVENT_STOP;
}

static gboolean
stands_before (FbFindBar   *self,
               guint        position,
               FbSearchHit *old,
               guint        end)
{
  g_autoptr (FbSearchHit) hit = g_list_model_get_item (G_LIST_MODEL (self->hits), position);

  return hit->node == old->node && hit->property == old->property && hit->note == old->note && hit->start < end;
}

static void
replace_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  FbFindBar *self = FB_FIND_BAR (widget);
  guint position = gtk_single_selection_get_selected (self->selection);
  FbSearchHit *selected = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (FbSearchHit) hit = selected != NULL ? g_object_ref (selected) : NULL;
  const char *replacement = gtk_editable_get_text (self->replacement);

  if (hit == NULL)
    {
      fb_find_bar_step (self, TRUE);
      return;
    }

  if (fb_search_replace (self->document, hit, replacement))
    {
      guint end = hit->start + strlen (replacement);

      search (self);
      /* What was put in is not to be found again at once. */
      while (position < get_n_hits (self) && stands_before (self, position, hit, end))
        position++;
    }
  if (get_n_hits (self) > 0)
    go_to_hit (self, position < get_n_hits (self) ? position : 0);
}

static void
replace_all_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  FbFindBar *self = FB_FIND_BAR (widget);
  g_autofree char *message = NULL;
  guint n;

  n = fb_search_replace_all (self->document, gtk_editable_get_text (self->words), get_flags (self), get_branch (self),
                             gtk_editable_get_text (self->replacement));
  search (self);
  message = g_strdup_printf (ngettext ("Replaced in %u place", "Replaced in %u places", n), n);
  fb_ui_toast (widget, message, _("_Undo"), "win.undo", NULL);
}

static void
fb_find_bar_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  FbFindBar *self = FB_FIND_BAR (object);

  switch (id)
    {
    case PROP_MATCH_CASE:
      g_value_set_boolean (value, self->match_case);
      break;
    case PROP_WHOLE_WORDS:
      g_value_set_boolean (value, self->whole_words);
      break;
    case PROP_IN_BRANCH:
      g_value_set_boolean (value, self->in_branch);
      break;
    case PROP_SHOWS_HITS:
      g_value_set_boolean (value, self->shows_hits);
      break;
    case PROP_HAS_HITS:
      g_value_set_boolean (value, get_n_hits (self) > 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fb_find_bar_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  FbFindBar *self = FB_FIND_BAR (object);
  gboolean set = g_value_get_boolean (value);
  gboolean *field = NULL;
  FbNode *selected;

  switch (id)
    {
    case PROP_MATCH_CASE:
      field = &self->match_case;
      break;
    case PROP_WHOLE_WORDS:
      field = &self->whole_words;
      break;
    case PROP_IN_BRANCH:
      field = &self->in_branch;
      break;
    case PROP_SHOWS_HITS:
      field = &self->shows_hits;
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }

  if (*field == set)
    return;
  *field = set;
  if (id == PROP_IN_BRANCH && set)
    {
      /* The part that is shown now; it stays that one while the hits lead elsewhere in it. */
      selected = self->editor != NULL ? fb_editor_get_selected (self->editor) : NULL;
      g_free (self->branch);
      self->branch = selected != NULL ? g_strdup (fb_node_get_id (selected)) : NULL;
    }
  search (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
fb_find_bar_dispose (GObject *object)
{
  FbFindBar *self = FB_FIND_BAR (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  self->editor = NULL;
  g_clear_pointer (&self->branch, g_free);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->hits);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FB_TYPE_FIND_BAR);

  G_OBJECT_CLASS (fb_find_bar_parent_class)->dispose (object);
}

static void
fb_find_bar_class_init (FbFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = fb_find_bar_get_property;
  object_class->set_property = fb_find_bar_set_property;
  object_class->dispose = fb_find_bar_dispose;

  properties[PROP_MATCH_CASE] = g_param_spec_boolean ("match-case", NULL, NULL, FALSE, flags);
  properties[PROP_WHOLE_WORDS] = g_param_spec_boolean ("whole-words", NULL, NULL, FALSE, flags);
  properties[PROP_IN_BRANCH] = g_param_spec_boolean ("in-branch", NULL, NULL, FALSE, flags);
  properties[PROP_SHOWS_HITS] = g_param_spec_boolean ("shows-hits", NULL, NULL, TRUE, flags);
  properties[PROP_HAS_HITS]
      = g_param_spec_boolean ("has-hits", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (FB_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/feldbuch/Feldbuch/ui/fb-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, FbFindBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, FbFindBar, words);
  gtk_widget_class_bind_template_child (widget_class, FbFindBar, replacement);
  gtk_widget_class_bind_template_child (widget_class, FbFindBar, replace_box);
  gtk_widget_class_bind_template_child (widget_class, FbFindBar, replace_toggle);
  gtk_widget_class_bind_template_child (widget_class, FbFindBar, position);
  gtk_widget_class_bind_template_child (widget_class, FbFindBar, list);
  gtk_widget_class_bind_template_child (widget_class, FbFindBar, list_area);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);

  gtk_widget_class_install_action (widget_class, "find.replace", NULL, replace_action);
  gtk_widget_class_install_action (widget_class, "find.replace-all", NULL, replace_all_action);
  gtk_widget_class_install_property_action (widget_class, "find.match-case", "match-case");
  gtk_widget_class_install_property_action (widget_class, "find.whole-words", "whole-words");
  gtk_widget_class_install_property_action (widget_class, "find.in-branch", "in-branch");
  gtk_widget_class_install_property_action (widget_class, "find.shows-hits", "shows-hits");
}

static void
fb_find_bar_init (FbFindBar *self)
{
  g_autoptr (GtkListItemFactory) factory = fb_find_row_factory_new ();

  self->shows_hits = TRUE;
  self->hits = g_list_store_new (FB_TYPE_SEARCH_HIT);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->hits)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update_position (self);
}

/** Returns: (transfer floating): a closed find bar */
GtkWidget *
fb_find_bar_new (void)
{
  return g_object_new (FB_TYPE_FIND_BAR, NULL);
}

/** Says in which editor is searched. The bar must not live longer than @editor. */
void
fb_find_bar_set_editor (FbFindBar *self,
                        FbEditor  *editor)
{
  g_return_if_fail (FB_IS_FIND_BAR (self));

  self->editor = editor;
  document_changed (self);
}

/* One line that is selected where the focus is. */
static char *
dup_selected_words (FbFindBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  char *words = NULL;

  if (GTK_IS_TEXT_VIEW (focus))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
      GtkTextIter start;
      GtkTextIter end;

      if (gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
        words = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
    }
  else if (GTK_IS_EDITABLE (focus) && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    {
      int start;
      int end;

      if (gtk_editable_get_selection_bounds (GTK_EDITABLE (focus), &start, &end))
        words = gtk_editable_get_chars (GTK_EDITABLE (focus), start, end);
    }

  if (words != NULL && (*words == '\0' || strchr (words, '\n') != NULL || strlen (words) > 200))
    g_clear_pointer (&words, g_free);

  return words;
}

/** Shows the bar, with what takes the place of the hits if @replace, and takes the focus. */
void
fb_find_bar_open (FbFindBar *self,
                  gboolean   replace)
{
  g_autofree char *words = NULL;

  g_return_if_fail (FB_IS_FIND_BAR (self));

  document_changed (self);
  words = dup_selected_words (self);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_toggle_button_set_active (self->replace_toggle, replace);
  if (words != NULL)
    gtk_editable_set_text (self->words, words);
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
  gtk_editable_select_region (self->words, 0, -1);
  search (self);
}

/** Hides the bar and gives the focus back to the page. */
void
fb_find_bar_close (FbFindBar *self)
{
  g_return_if_fail (FB_IS_FIND_BAR (self));

  if (!gtk_revealer_get_reveal_child (self->revealer))
    return;

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (self->editor != NULL && fb_editor_get_page (self->editor) != NULL)
    fb_page_focus (fb_editor_get_page (self->editor));
}

/** Goes to the next hit, or the one before; behind the last comes the first. */
void
fb_find_bar_step (FbFindBar *self,
                  gboolean   forward)
{
  guint n;
  guint position;

  g_return_if_fail (FB_IS_FIND_BAR (self));

  if (!gtk_revealer_get_reveal_child (self->revealer))
    {
      fb_find_bar_open (self, FALSE);
      return;
    }

  /* Steps at once after typing, before the entry has told of its words. */
  if (self->refresh != 0 || get_n_hits (self) == 0)
    search (self);
  n = get_n_hits (self);
  if (n == 0)
    return;

  position = gtk_single_selection_get_selected (self->selection);
  if (position == GTK_INVALID_LIST_POSITION)
    position = forward ? 0 : n - 1;
  else
    position = (position + (forward ? 1 : n - 1)) % n;
  go_to_hit (self, position);
}
