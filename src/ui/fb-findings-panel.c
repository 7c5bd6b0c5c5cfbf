/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/fb-findings-panel.h"

#include <glib/gi18n-lib.h>

#include "review/fb-waivers.h"
#include "ui/fb-compat.h"
#include "ui/fb-finding-item.h"
#include "ui/fb-finding-row.h"
#include "ui/fb-tab-stop.h"

struct _FbFindingsPanel
{
  AdwBin parent_instance;

  GtkDropDown *phase;
  GtkDropDown *groups;
  GtkStack *stack;
  GtkListView *list;
  GtkWidget *details;
  GtkLabel *message;
  GtkLabel *explanation;
  GtkLabel *reason;
  GtkWidget *go_button;
  GtkWidget *repair_button;
  GtkButton *repair_all_button;
  GtkWidget *set_aside_button;
  GtkWidget *take_up_button;

  FbEditor *editor; /* around it */
  FbDocument *document;
  FbReview *review;
  GListStore *items;
  GtkSingleSelection *selection;
  gboolean is_stale; /* the list, while nobody sees it */
};

enum
{
  PROP_0,
  PROP_OPEN,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (FbFindingsPanel, fb_findings_panel, ADW_TYPE_BIN)

static FbFindingItem *
get_selected (FbFindingsPanel *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static FbFinding *
get_finding (FbFindingsPanel *self)
{
  FbFindingItem *item = get_selected (self);

  return item != NULL ? fb_finding_item_get_finding (item) : NULL;
}

static guint
count_repairs (FbFindingsPanel *self, const FbRule *rule)
{
  GListModel *findings = G_LIST_MODEL (self->review);
  guint n = 0;

  for (guint i = 0; rule->repair != NULL && i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (FbFinding) finding = g_list_model_get_item (findings, i);

      n += fb_finding_get_rule (finding) == rule && fb_finding_can_repair (finding);
    }
  return n;
}

static void
update_reason (FbFindingsPanel *self, FbFinding *finding)
{
  g_autoptr (GHashTable) index = fb_waivers_index (self->document);
  FbNode *waiver = fb_waivers_find (index, finding);
  const char *words = waiver != NULL ? fb_node_get_words (waiver, "reason") : NULL;
  /* Translators: %s is what the user has written */
  g_autofree char *reason = words != NULL ? g_strdup_printf (_ ("Set aside: %s"), words) : NULL;

  gtk_label_set_label (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
}

/* What is said about the selected finding, and what can be done with it. */
static void
update_details (FbFindingsPanel *self)
{
  FbFindingItem *item = get_selected (self);
  FbFinding *finding = get_finding (self);
  gboolean is_open = item != NULL && fb_finding_item_get_item_type (item) == FB_FINDING_ITEM_OPEN;
  guint n_repairs = is_open ? count_repairs (self, fb_finding_get_rule (finding)) : 0;
  g_autofree char *all
      = g_strdup_printf (ngettext ("Repair _All %u Alike", "Repair _All %u Alike", n_repairs), n_repairs);

  gtk_widget_set_visible (self->details, finding != NULL);
  if (finding == NULL)
    return;

  gtk_label_set_label (self->message, fb_finding_get_message (finding));
  gtk_label_set_label (self->explanation, fb_rule_get_explanation (fb_finding_get_rule (finding)));
  update_reason (self, finding);
  gtk_widget_set_visible (self->repair_button, is_open && fb_finding_can_repair (finding));
  gtk_widget_set_visible (GTK_WIDGET (self->repair_all_button), n_repairs > 1);
  gtk_button_set_label (self->repair_all_button, all);
  gtk_widget_set_visible (self->set_aside_button, is_open);
  gtk_widget_set_visible (self->take_up_button, !is_open);
}

/* Hints are for those who look for them; the button and the outline tell of what is worse. */
static void
update_editor (FbFindingsPanel *self)
{
  g_autoptr (GHashTable) badges = g_hash_table_new (NULL, NULL);
  FbPhase phase;

  if (self->editor == NULL)
    return;
  if (self->review == NULL)
    {
      fb_editor_set_findings (self->editor, 0, NULL);
      return;
    }

  phase = fb_review_get_phase (self->review);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->review)); i++)
    {
      g_autoptr (FbFinding) finding = g_list_model_get_item (G_LIST_MODEL (self->review), i);
      FbNode *node = fb_finding_get_node (finding);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (badges, node));

      if (fb_finding_get_severity (finding, phase) >= FB_SEVERITY_WARNING)
        g_hash_table_insert (badges, node, GUINT_TO_POINTER (n + 1));
    }
  fb_editor_set_findings (self->editor, fb_review_count (self->review, FB_SEVERITY_WARNING), badges);
}

/* A list that gets the focus gives it to its first row; the arrow keys begin at the one that is selected. */
static void
focus_selected (FbFindingsPanel *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  while (row != NULL && (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) == 0)
    row = gtk_widget_get_next_sibling (row);
  gtk_widget_grab_focus (row != NULL ? row : GTK_WIDGET (self->list));
}

static gboolean
has_focus (FbFindingsPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* Rows that show the same stay, so that the selection does. */
static void
ensure_items (FbFindingsPanel *self)
{
  g_autoptr (GPtrArray) after = NULL;
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint selected = gtk_single_selection_get_selected (self->selection);
  guint prefix = 0;
  guint suffix = 0;
  guint shorter;
  gboolean focused = has_focus (self);

  if (!self->is_stale)
    return;

  self->is_stale = FALSE;
  after = self->review != NULL ? fb_finding_items_new (self->review, gtk_drop_down_get_selected (self->groups))
                               : g_ptr_array_new ();
  shorter = MIN (n_before, after->len);
  for (; prefix < shorter; prefix++)
    {
      g_autoptr (FbFindingItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), prefix);

      if (!fb_finding_item_equal (item, after->pdata[prefix]))
        break;
    }
  for (; suffix < shorter - prefix; suffix++)
    {
      g_autoptr (FbFindingItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), n_before - 1 - suffix);

      if (!fb_finding_item_equal (item, after->pdata[after->len - 1 - suffix]))
        break;
    }
  if (n_before != after->len || prefix < shorter)
    g_list_store_splice (self->items, prefix, n_before - prefix - suffix, after->pdata + prefix,
                         after->len - prefix - suffix);

  /* In place of a finding that is gone the next one is selected. */
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION && after->len > 0)
    gtk_single_selection_set_selected (self->selection, selected != GTK_INVALID_LIST_POSITION
                                                            ? MIN (selected, after->len - 1)
                                                            : MIN (1, after->len - 1));
  gtk_stack_set_visible_child_name (self->stack, after->len > 0 ? "findings" : "nothing");
  update_details (self);
  /* A row or a button that is gone takes the focus with it. */
  if (focused && !has_focus (self))
    focus_selected (self);
}

static void
update_items (FbFindingsPanel *self)
{
  self->is_stale = TRUE;
  if (gtk_widget_get_visible (GTK_WIDGET (self)) || self->review == NULL)
    ensure_items (self);
  update_editor (self);
}

static void
phase_changed_cb (FbFindingsPanel *self)
{
  gtk_drop_down_set_selected (self->phase, fb_review_get_phase (self->review));
  update_items (self);
}

static void
phase_selected_cb (FbFindingsPanel *self)
{
  if (self->review != NULL)
    fb_review_set_phase (self->review, gtk_drop_down_get_selected (self->phase));
}

/* What can be done with a finding */

static void
go_cb (FbFindingsPanel *self)
{
  FbFinding *finding = get_finding (self);
  guint start, end;

  if (finding == NULL || self->editor == NULL
      || fb_document_lookup (self->document, fb_node_get_id (fb_finding_get_node (finding))) == NULL)
    return;

  fb_finding_get_range (finding, &start, &end);
  fb_editor_go_to (self->editor, fb_finding_get_node (finding), fb_finding_get_property (finding), start, end);
}

static void
activate_cb (FbFindingsPanel *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  go_cb (self);
}

static void
repair_cb (FbFindingsPanel *self)
{
  FbFinding *finding = get_finding (self);

  if (finding != NULL && fb_finding_repair (finding, self->document))
    fb_review_flush (self->review);
}

/* From the end, because a repair moves what stands behind it. */
static void
repair_all_cb (FbFindingsPanel *self)
{
  FbFinding *selected = get_finding (self);
  const FbRule *rule = selected != NULL ? fb_finding_get_rule (selected) : NULL;
  GListModel *findings = G_LIST_MODEL (self->review);

  if (rule == NULL)
    return;

  fb_document_begin (self->document, _ ("Repair all"));
  for (guint i = g_list_model_get_n_items (findings); i > 0; i--)
    {
      g_autoptr (FbFinding) finding = g_list_model_get_item (findings, i - 1);

      if (fb_finding_get_rule (finding) == rule)
        fb_finding_repair (finding, self->document);
    }
  fb_document_end (self->document);
  fb_review_flush (self->review);
}

static void
reason_changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "set-aside", *reason != '\0');
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, FbFindingsPanel *self)
{
  FbFinding *finding = g_object_get_data (G_OBJECT (dialog), "finding");
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (g_str_equal (response, "set-aside") && self->document != NULL
      && fb_document_lookup (self->document, fb_node_get_id (fb_finding_get_node (finding))) != NULL)
    {
      fb_waivers_add (self->document, finding, reason);
      fb_review_flush (self->review);
    }
}

static void
set_aside_cb (FbFindingsPanel *self)
{
  FbFinding *finding = get_finding (self);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *dialog;

  if (finding == NULL)
    {
      g_object_ref_sink (entry);
      g_object_unref (entry);
      return;
    }

  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Set Aside?"),
                                   fb_finding_get_message (finding));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "set-aside", _ ("_Set Aside"),
                                    NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "set-aside");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "set-aside", ADW_RESPONSE_SUGGESTED);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Why it is right as it is"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reason"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  g_object_set_data_full (G_OBJECT (dialog), "finding", g_object_ref (finding), g_object_unref);
  g_signal_connect_object (entry, "changed", G_CALLBACK (reason_changed_cb), dialog, 0);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, 0);
  reason_changed_cb (GTK_EDITABLE (entry), ADW_MESSAGE_DIALOG (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
take_up_cb (FbFindingsPanel *self)
{
  FbFinding *finding = get_finding (self);

  if (finding != NULL && fb_waivers_remove (self->document, finding))
    fb_review_flush (self->review);
}

/* Showing it */

static void
set_open (FbFindingsPanel *self, gboolean open)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)) == open)
    return;

  if (open)
    ensure_items (self);
  gtk_widget_set_visible (GTK_WIDGET (self), open);
  if (open && self->review != NULL)
    focus_selected (self);
  else if (!open && self->editor != NULL && fb_editor_get_page (self->editor) != NULL)
    fb_page_focus (fb_editor_get_page (self->editor));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

static void
close_cb (FbFindingsPanel *self)
{
  set_open (self, FALSE);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType modifiers,
                FbFindingsPanel *self)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  set_open (self, FALSE);
  return GDK_EVENT_STOP;
}

static void
fb_findings_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_OPEN)
    g_value_set_boolean (value, gtk_widget_get_visible (GTK_WIDGET (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fb_findings_panel_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_OPEN)
    set_open (FB_FINDINGS_PANEL (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fb_findings_panel_dispose (GObject *object)
{
  FbFindingsPanel *self = FB_FINDINGS_PANEL (object);

  if (self->review != NULL)
    g_signal_handlers_disconnect_by_data (self->review, self);
  g_clear_object (&self->review);
  g_clear_object (&self->document);
  g_clear_weak_pointer (&self->editor);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FB_TYPE_FINDINGS_PANEL);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (fb_findings_panel_parent_class)->dispose (object);
}

static void
fb_findings_panel_class_init (FbFindingsPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fb_findings_panel_get_property;
  object_class->set_property = fb_findings_panel_set_property;
  object_class->dispose = fb_findings_panel_dispose;

  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (FB_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/feldbuch/Feldbuch/ui/fb-findings-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, FbFindingsPanel, phase);
  gtk_widget_class_bind_template_child (widget_class, FbFindingsPanel, groups);
  gtk_widget_class_bind_template_child (widget_class, FbFindingsPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, FbFindingsPanel, list);
  gtk_widget_class_bind_template_child (widget_class, FbFindingsPanel, details);
  gtk_widget_class_bind_template_child (widget_class, FbFindingsPanel, message);
  gtk_widget_class_bind_template_child (widget_class, FbFindingsPanel, explanation);
  gtk_widget_class_bind_template_child (widget_class, FbFindingsPanel, reason);
  gtk_widget_class_bind_template_child (widget_class, FbFindingsPanel, go_button);
  gtk_widget_class_bind_template_child (widget_class, FbFindingsPanel, repair_button);
  gtk_widget_class_bind_template_child (widget_class, FbFindingsPanel, repair_all_button);
  gtk_widget_class_bind_template_child (widget_class, FbFindingsPanel, set_aside_button);
  gtk_widget_class_bind_template_child (widget_class, FbFindingsPanel, take_up_button);
  gtk_widget_class_bind_template_callback (widget_class, phase_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_items);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, repair_cb);
  gtk_widget_class_bind_template_callback (widget_class, repair_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_aside_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
fb_findings_panel_init (FbFindingsPanel *self)
{
  g_autoptr (GtkListItemFactory) factory = fb_finding_row_factory_new ();

  /* Before the template, whose signals ask for it. */
  self->items = g_list_store_new (FB_TYPE_FINDING_ITEM);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (update_details), self);
  update_details (self);
}

/** Returns: (transfer floating): a panel of no document */
GtkWidget *
fb_findings_panel_new (void)
{
  return g_object_new (FB_TYPE_FINDINGS_PANEL, NULL);
}

/** Says in which editor the places are shown; it is not kept alive. */
void
fb_findings_panel_set_editor (FbFindingsPanel *self, FbEditor *editor)
{
  g_return_if_fail (FB_IS_FINDINGS_PANEL (self));

  g_set_weak_pointer (&self->editor, editor);
  update_editor (self);
}

/** Checks @document (nullable) from now on. */
void
fb_findings_panel_set_document (FbFindingsPanel *self, FbDocument *document)
{
  g_return_if_fail (FB_IS_FINDINGS_PANEL (self));

  if (self->document == document)
    return;

  if (self->review != NULL)
    g_signal_handlers_disconnect_by_data (self->review, self);
  g_clear_object (&self->review);
  g_set_object (&self->document, document);
  if (document != NULL)
    {
      self->review = fb_review_new (document);
      gtk_drop_down_set_selected (self->phase, fb_review_get_phase (self->review));
      g_signal_connect_object (self->review, "updated", G_CALLBACK (update_items), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->review, "notify::phase", G_CALLBACK (phase_changed_cb), self, G_CONNECT_SWAPPED);
    }
  update_items (self);
}

/** Returns: (transfer none) (nullable): the review of the document */
FbReview *
fb_findings_panel_get_review (FbFindingsPanel *self)
{
  g_return_val_if_fail (FB_IS_FINDINGS_PANEL (self), NULL);

  return self->review;
}

/** Goes to the next finding of the list, or to the one before; from the last one to the first. */
void
fb_findings_panel_step (FbFindingsPanel *self, gboolean forward)
{
  guint n, position;

  g_return_if_fail (FB_IS_FINDINGS_PANEL (self));

  ensure_items (self);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  position = gtk_single_selection_get_selected (self->selection);
  if (position == GTK_INVALID_LIST_POSITION)
    position = forward ? n - 1 : 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FbFindingItem) item = NULL;

      position = (position + (forward ? 1 : n - 1)) % n;
      item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
      if (fb_finding_item_get_item_type (item) != FB_FINDING_ITEM_OPEN)
        continue;

      gtk_single_selection_set_selected (self->selection, position);
      fb_list_view_scroll_to (GTK_WIDGET (self->list), position);
      go_cb (self);
      return;
    }
}
