/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/fb-review.h"

#include <string.h>

#include "review/fb-check.h"
#include "review/fb-finding-list.h"

/* Words are looked at when the typing rests, and then for no longer at a time than nobody notices. */
#define REST_MS 250
#define SLICE_US 2000

struct _FbReview
{
  GObject parent_instance;

  FbDocument *document;
  FbPhase phase;

  /* What was found, and from what. */
  GHashTable *by_node; /* FbNode to GPtrArray of FbFinding: of the rules that are run on nodes */
  GPtrArray **by_rule; /* of FbFinding: of the rules that are run on the document */
  FbFacts **facts;     /* by rule, or NULL; rules that collect alike share one */
  guint n_nodes[FB_N_KINDS];
  gboolean is_counted;
  GArray *words; /* of the node that is being checked */

  /* What is to be checked again. */
  GHashTable *stale;     /* FbNode to Stale */
  gboolean *stale_rules; /* those that are run on the document */
  gboolean *pass_rules;  /* those that are run on, or collect from, all nodes */
  FbNode *pass_at;       /* the next node of that, or NULL */
  gboolean waivers_stale;
  gboolean order_stale;
  guint source_id;

  GHashTable *waivers;
  FbFindingList *list;
  guint64 n_checks; /* calls of functions of rules, for tests */
};

typedef enum
{
  STALE_VALUES = 1 << 0,
  STALE_BRANCH = 1 << 1,
} Stale;

typedef enum
{
  PROP_PHASE = 1,
  N_PROPERTIES
} FbReviewProperty;

static GParamSpec *properties[N_PROPERTIES];

enum
{
  UPDATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FbReview,
                               fb_review,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
fb_review_get_item_type (GListModel *model)
{
  return FB_TYPE_FINDING;
}

static guint
fb_review_get_n_items (GListModel *model)
{
  return FB_REVIEW (model)->list->shown->len;
}

static gpointer
fb_review_get_item (GListModel *model, guint position)
{
  GPtrArray *shown = FB_REVIEW (model)->list->shown;

  return position < shown->len ? g_object_ref (shown->pdata[position]) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = fb_review_get_item_type;
  iface->get_n_items = fb_review_get_n_items;
  iface->get_item = fb_review_get_item;
}

/* Running */

static FbCheck
begin_check (FbReview *self, const FbRule *rule, FbNode *words_of)
{
  self->n_checks++;
  return (FbCheck){ .document = self->document,
                    .actors = fb_register_get_for_document (self->document),
                    .n_nodes = self->n_nodes,
                    .rule = rule,
                    .words_of = words_of,
                    .words = self->words };
}

/* Tells the list what has come and gone. What says the same stays the same object. Equal findings are one. */
static void
compare_findings (FbReview *self, GPtrArray *before, GPtrArray *after)
{
  g_autoptr (GHashTable) old = NULL;

  if ((before == NULL || before->len == 0) && after->len == 0)
    return;

  old = g_hash_table_new ((GHashFunc)fb_finding_hash, (GEqualFunc)fb_finding_equal);
  for (guint i = 0; before != NULL && i < before->len; i++)
    g_hash_table_add (old, before->pdata[i]);

  for (guint i = 0; i < after->len; i++)
    {
      FbFinding *same = g_hash_table_lookup (old, after->pdata[i]);

      if (same != NULL)
        {
          g_hash_table_remove (old, same);
          g_set_object ((GObject **)&after->pdata[i], (GObject *)same);
        }
      else
        {
          fb_finding_list_add (self->list, after->pdata[i]);
        }
    }

  {
    GHashTableIter iter;
    gpointer gone;

    g_hash_table_iter_init (&iter, old);
    while (g_hash_table_iter_next (&iter, &gone, NULL))
      fb_finding_list_drop (self->list, gone);
  }
}

static void
remove_doubles (GPtrArray *findings)
{
  g_autoptr (GHashTable) seen = NULL;

  if (findings->len < 2)
    return;

  seen = g_hash_table_new ((GHashFunc)fb_finding_hash, (GEqualFunc)fb_finding_equal);
  for (guint i = 0; i < findings->len;)
    if (g_hash_table_add (seen, findings->pdata[i]))
      i++;
    else
      g_ptr_array_remove_index (findings, i);
}

static gboolean
is_wanted (const FbRule *rule, guint64 mask, Stale stale, const gboolean *only)
{
  static const Stale wanted[]
      = { [FB_DEPENDS_NODE] = STALE_VALUES, [FB_DEPENDS_BRANCH] = STALE_BRANCH, [FB_DEPENDS_DOCUMENT] = STALE_VALUES };

  return (rule->kinds & mask) != 0 && (wanted[rule->depends] & stale) != 0
         && (only == NULL || only[rule - fb_rules_get (NULL)]);
}

static void
collect_from_node (FbReview *self, guint index, FbNode *node)
{
  guint n_rules;
  const FbRule *rules = fb_rules_get (&n_rules);
  FbCheck check = begin_check (self, &rules[index], node);
  g_autoptr (GPtrArray) collected = g_ptr_array_new_with_free_func ((GDestroyNotify)fb_fact_free);

  check.collected = collected;
  rules[index].collect (&check, node);
  if (fb_facts_set (self->facts[index], node, collected))
    for (guint i = 0; i < n_rules; i++)
      if (self->facts[i] == self->facts[index])
        self->stale_rules[i] = TRUE;
}

/* Whether another rule before it collects the same. */
static gboolean
is_collected_by_other (FbReview *self, guint index)
{
  for (guint i = 0; i < index; i++)
    if (self->facts[i] == self->facts[index])
      return TRUE;
  return FALSE;
}

/* Runs rules on a node: of those that look at what is stale, all or only some. */
static void
check_node (FbReview *self, FbNode *node, Stale stale, const gboolean *only)
{
  guint n_rules;
  const FbRule *rules = fb_rules_get (&n_rules);
  guint64 mask = FB_KIND_MASK (fb_node_get_kind (node));
  GPtrArray *before = g_hash_table_lookup (self->by_node, node);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) replaced = NULL;

  if (fb_node_get_info (node)->internal)
    return;

  after = g_ptr_array_new_with_free_func (g_object_unref);
  fb_words_read (node, self->words);
  for (guint i = 0; i < n_rules; i++)
    if (!is_wanted (&rules[i], mask, stale, only))
      continue;
    else if (rules[i].depends != FB_DEPENDS_DOCUMENT)
      {
        FbCheck check = begin_check (self, &rules[i], node);

        check.findings = after;
        rules[i].check (&check, node);
      }
    else if (rules[i].collect != NULL && !is_collected_by_other (self, i))
      {
        collect_from_node (self, i, node);
      }
  remove_doubles (after);
  if (after->len == 0 && before == NULL)
    return;

  /* What other rules have found here stays. */
  replaced = g_ptr_array_new ();
  for (guint i = 0; before != NULL && i < before->len; i++)
    if (is_wanted (fb_finding_get_rule (before->pdata[i]), mask, stale, only))
      g_ptr_array_add (replaced, before->pdata[i]);
  compare_findings (self, replaced, after);
  for (guint i = 0; before != NULL && i < before->len; i++)
    if (!is_wanted (fb_finding_get_rule (before->pdata[i]), mask, stale, only))
      g_ptr_array_add (after, g_object_ref (before->pdata[i]));

  if (after->len > 0)
    g_hash_table_insert (self->by_node, node, g_steal_pointer (&after));
  else
    g_hash_table_remove (self->by_node, node);
}

static void
check_document (FbReview *self, guint index)
{
  const FbRule *rule = &fb_rules_get (NULL)[index];
  g_autoptr (GPtrArray) before = self->by_rule[index];
  GPtrArray *after = g_ptr_array_new_with_free_func (g_object_unref);
  FbCheck check = begin_check (self, rule, NULL);

  check.findings = after;
  check.facts = self->facts[index];
  rule->check (&check, fb_document_get_root (self->document));
  remove_doubles (after);
  compare_findings (self, before, after);
  self->by_rule[index] = after;
}

static void
add_all (GPtrArray *to, GPtrArray *findings)
{
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    g_ptr_array_add (to, g_object_ref (findings->pdata[i]));
}

static void
list_changed_cb (gpointer data, guint position, guint n_removed, guint n_added)
{
  g_list_model_items_changed (G_LIST_MODEL (data), position, n_removed, n_added);
}

static void
update_list (FbReview *self)
{
  if (self->waivers_stale)
    {
      g_hash_table_unref (self->waivers);
      self->waivers = fb_waivers_index (self->document);
    }
  if (self->order_stale || self->waivers_stale)
    {
      GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);
      GHashTableIter iter;
      gpointer findings;
      guint n_rules;

      g_hash_table_iter_init (&iter, self->by_node);
      while (g_hash_table_iter_next (&iter, NULL, &findings))
        add_all (all, findings);
      fb_rules_get (&n_rules);
      for (guint i = 0; i < n_rules; i++)
        add_all (all, self->by_rule[i]);
      fb_finding_list_reset (self->list, all);
    }
  self->waivers_stale = self->order_stale = FALSE;

  if (fb_finding_list_update (self->list, self->phase, self->waivers, list_changed_cb, self))
    g_signal_emit (self, signals[UPDATED], 0);
}

/* Checks what is to be checked again until the time @end, in microseconds. Returns: whether all of it has been. */
static gboolean
check_until (FbReview *self, gint64 end)
{
  FbNode *root = fb_document_get_root (self->document);
  GHashTableIter iter;
  gpointer node, stale;
  guint n_rules;

  if (!self->is_counted)
    {
      memset (self->n_nodes, 0, sizeof self->n_nodes);
      for (node = root; node != NULL; node = fb_node_get_next (node, root))
        self->n_nodes[fb_node_get_kind (node)]++;
      self->is_counted = TRUE;
    }

  for (; self->pass_at != NULL; self->pass_at = fb_node_get_next (self->pass_at, root))
    {
      if (g_get_monotonic_time () > end)
        return FALSE;
      check_node (self, self->pass_at, STALE_VALUES | STALE_BRANCH, self->pass_rules);
    }
  fb_rules_get (&n_rules);
  memset (self->pass_rules, 0, n_rules * sizeof *self->pass_rules);

  g_hash_table_iter_init (&iter, self->stale);
  while (g_hash_table_iter_next (&iter, &node, &stale))
    {
      if (g_get_monotonic_time () > end)
        return FALSE;
      g_hash_table_iter_remove (&iter);
      check_node (self, node, GPOINTER_TO_UINT (stale), NULL);
    }

  for (guint i = 0; i < n_rules; i++)
    if (self->stale_rules[i])
      {
        if (g_get_monotonic_time () > end)
          return FALSE;
        self->stale_rules[i] = FALSE;
        check_document (self, i);
      }

  return TRUE;
}

/**
 * fb_review_flush:
 *
 * Checks now what is to be checked again.
 */
void
fb_review_flush (FbReview *self)
{
  g_clear_handle_id (&self->source_id, g_source_remove);

  check_until (self, G_MAXINT64);
  update_list (self);
}

static gboolean
idle_cb (gpointer data)
{
  FbReview *self = data;

  if (!check_until (self, g_get_monotonic_time () + SLICE_US))
    return G_SOURCE_CONTINUE;

  self->source_id = 0;
  update_list (self);
  return G_SOURCE_REMOVE;
}

static gboolean
rest_cb (gpointer data)
{
  FbReview *self = data;

  self->source_id = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

/* What an edit touches */

static void
mark (FbReview *self, FbNode *node, Stale stale)
{
  stale |= GPOINTER_TO_UINT (g_hash_table_lookup (self->stale, node));
  g_hash_table_insert (self->stale, node, GUINT_TO_POINTER (stale));
}

static void
mark_above (FbReview *self, FbNode *node)
{
  /* A measure and its steps are one: what is collected from it is of all of them. */
  for (; node != NULL; node = fb_node_get_parent (node))
    mark (self, node, fb_node_get_kind (node) == FB_KIND_MEASURE ? STALE_VALUES | STALE_BRANCH : STALE_BRANCH);
}

static void
mark_branch (FbReview *self, FbNode *branch)
{
  for (FbNode *node = branch; node != NULL; node = fb_node_get_next (node, branch))
    mark (self, node, STALE_VALUES | STALE_BRANCH);
}

/* What was collected in a branch that moves or goes counts in another way now. */
static void
mark_collected (FbReview *self, FbNode *branch)
{
  guint n_rules;

  fb_rules_get (&n_rules);
  for (guint i = 0; i < n_rules; i++)
    for (FbNode *node = branch; self->facts[i] != NULL && !self->stale_rules[i] && node != NULL;
         node = fb_node_get_next (node, branch))
      self->stale_rules[i] = fb_facts_contains (self->facts[i], node);
}

static void
forget_branch (FbReview *self, FbNode *branch)
{
  guint n_rules;

  fb_rules_get (&n_rules);
  mark_collected (self, branch);
  for (FbNode *node = branch; node != NULL; node = fb_node_get_next (node, branch))
    {
      GPtrArray *findings = g_hash_table_lookup (self->by_node, node);

      for (guint i = 0; findings != NULL && i < findings->len; i++)
        fb_finding_list_drop (self->list, findings->pdata[i]);
      g_hash_table_remove (self->by_node, node);
      g_hash_table_remove (self->stale, node);
      for (guint i = 0; i < n_rules; i++)
        if (self->facts[i] != NULL)
          fb_facts_set (self->facts[i], node, NULL);
    }
}

/* Whether @rule names @property; no property is the place of the node, which all of them do. */
static gboolean
names_property (const FbRule *rule, const FbProperty *property)
{
  const char *at;
  gsize length;

  if (property == NULL)
    return TRUE;
  if (rule->properties == NULL || property->flags & FB_PROPERTY_OWN)
    return FALSE;

  length = strlen (property->name);
  for (at = strstr (rule->properties, property->name); at != NULL; at = strstr (at + 1, property->name))
    if ((at == rule->properties || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
      return TRUE;
  return FALSE;
}

/* Counts what has come, gone or moved. Returns: its kinds. */
static guint64
count_branches (FbReview *self, GPtrArray *branches, int difference)
{
  guint64 kinds = 0;

  for (guint i = 0; i < branches->len; i++)
    for (FbNode *node = branches->pdata[i]; node != NULL; node = fb_node_get_next (node, branches->pdata[i]))
      {
        kinds |= FB_KIND_MASK (fb_node_get_kind (node));
        self->n_nodes[fb_node_get_kind (node)] += difference;
      }
  return kinds;
}

static void
begin_pass (FbReview *self)
{
  self->pass_at = fb_document_get_root (self->document);
}

static void
mark_rules (FbReview *self, guint64 kinds, const FbProperty *property)
{
  guint n_rules;
  const FbRule *rules = fb_rules_get (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    {
      if ((rules[i].touched_by & kinds) == 0 || !names_property (&rules[i], property))
        continue;
      if (rules[i].depends == FB_DEPENDS_DOCUMENT)
        self->stale_rules[i] = TRUE;
      if (rules[i].anew)
        {
          self->pass_rules[i] = TRUE;
          begin_pass (self);
        }
    }
}

static void
applied_cb (FbDocument *document, const FbChange *change, FbReview *self)
{
  guint64 kinds;

  if (change->type == FB_CHANGE_SET)
    {
      kinds = FB_KIND_MASK (fb_node_get_kind (change->node));
      mark (self, change->node, STALE_VALUES);
      mark_above (self, change->node);
      mark_rules (self, kinds, change->property);
    }
  else
    {
      kinds = count_branches (self, change->nodes,
                              change->type == FB_CHANGE_INSERT   ? 1
                              : change->type == FB_CHANGE_REMOVE ? -1
                                                                 : 0);
      for (guint i = 0; i < change->nodes->len; i++)
        switch (change->type)
          {
          case FB_CHANGE_INSERT:
            mark_branch (self, change->nodes->pdata[i]);
            break;
          case FB_CHANGE_REMOVE:
            forget_branch (self, change->nodes->pdata[i]);
            break;
          case FB_CHANGE_MOVE:
            mark_branch (self, change->nodes->pdata[i]);
            mark_collected (self, change->nodes->pdata[i]);
            self->order_stale = TRUE;
            break;
          case FB_CHANGE_SET:
          default:
            g_assert_not_reached ();
          }
      mark_above (self, change->parent);
      if (change->to_parent != NULL)
        mark_above (self, change->to_parent);
      mark_rules (self, kinds, NULL);
      /* The node where the pass has come to may be gone, or nodes before it may be new. */
      if (self->pass_at != NULL)
        begin_pass (self);
    }
  /* A phase that was chosen for a look holds until the concept itself goes on to another. */
  if (change->type == FB_CHANGE_SET && change->node == fb_document_get_root (document)
      && g_str_equal (change->property->name, "phase"))
    {
      self->phase = fb_phase_of_document (document);
      self->order_stale = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PHASE]);
    }
  if ((kinds & (FB_KIND_MASK (FB_KIND_WAIVERS) | FB_KIND_MASK (FB_KIND_WAIVER))) != 0)
    self->waivers_stale = TRUE;

  g_clear_handle_id (&self->source_id, g_source_remove);
  self->source_id = g_timeout_add_full (G_PRIORITY_LOW, REST_MS, rest_cb, self, NULL);
}

static void
fb_review_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((FbReviewProperty)id)
    {
    case PROP_PHASE:
      g_value_set_int (value, FB_REVIEW (object)->phase);
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fb_review_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((FbReviewProperty)id)
    {
    case PROP_PHASE:
      fb_review_set_phase (FB_REVIEW (object), g_value_get_int (value));
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fb_review_dispose (GObject *object)
{
  FbReview *self = FB_REVIEW (object);

  g_clear_handle_id (&self->source_id, g_source_remove);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (fb_review_parent_class)->dispose (object);
}

static void
fb_review_finalize (GObject *object)
{
  FbReview *self = FB_REVIEW (object);
  guint n_rules;

  fb_rules_get (&n_rules);
  for (guint i = 0; i < n_rules; i++)
    {
      g_clear_pointer (&self->by_rule[i], g_ptr_array_unref);
      g_clear_pointer (&self->facts[i], fb_facts_unref);
    }
  g_free (self->by_rule);
  g_free (self->facts);
  g_array_unref (self->words);
  g_free (self->stale_rules);
  g_free (self->pass_rules);
  g_hash_table_unref (self->by_node);
  g_hash_table_unref (self->stale);
  g_hash_table_unref (self->waivers);
  fb_finding_list_free (self->list);

  G_OBJECT_CLASS (fb_review_parent_class)->finalize (object);
}

static void
fb_review_class_init (FbReviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fb_review_get_property;
  object_class->set_property = fb_review_set_property;
  object_class->dispose = fb_review_dispose;
  object_class->finalize = fb_review_finalize;

  properties[PROP_PHASE] = g_param_spec_int ("phase", NULL, NULL, 0, FB_N_PHASES - 1, 0,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[UPDATED] = g_signal_new ("updated", FB_TYPE_REVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fb_review_init (FbReview *self)
{
  guint n_rules;
  const FbRule *rules = fb_rules_get (&n_rules);

  self->by_node = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  self->by_rule = g_new0 (GPtrArray *, n_rules);
  self->facts = g_new0 (FbFacts *, n_rules);
  self->words = g_array_new (FALSE, FALSE, sizeof (FbWords));
  self->stale = g_hash_table_new (NULL, NULL);
  self->stale_rules = g_new0 (gboolean, n_rules);
  self->pass_rules = g_new0 (gboolean, n_rules);
  self->list = fb_finding_list_new ();

  for (guint i = 0; i < n_rules; i++)
    {
      self->stale_rules[i] = rules[i].depends == FB_DEPENDS_DOCUMENT;
      self->pass_rules[i] = TRUE;
      for (guint j = 0; rules[i].collect != NULL && j < i && self->facts[i] == NULL; j++)
        if (rules[j].collect == rules[i].collect)
          self->facts[i] = fb_facts_ref (self->facts[j]);
      if (rules[i].collect != NULL && self->facts[i] == NULL)
        self->facts[i] = fb_facts_new ();
    }
}

/**
 * fb_review_new:
 *
 * Returns: (transfer full): a review of @document in its own phase; everything is checked when the program is idle,
 *   or at fb_review_flush()
 */
FbReview *
fb_review_new (FbDocument *document)
{
  FbReview *self = g_object_new (FB_TYPE_REVIEW, NULL);

  self->document = g_object_ref (document);
  self->phase = fb_phase_of_document (document);
  self->waivers = fb_waivers_index (document);
  begin_pass (self);
  self->source_id = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
  g_signal_connect_object (document, "applied", G_CALLBACK (applied_cb), self, 0);

  return self;
}

FbPhase
fb_review_get_phase (FbReview *self)
{
  return self->phase;
}

void
fb_review_set_phase (FbReview *self, FbPhase phase)
{
  g_return_if_fail (phase < FB_N_PHASES);

  if (self->phase == phase)
    return;

  self->phase = phase;
  self->order_stale = TRUE;
  /* While something is to be checked again, the list cannot be put into order. */
  if (self->source_id == 0)
    update_list (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PHASE]);
}

/** Returns: the number of findings of a severity of @at_least. */
guint
fb_review_count (FbReview *self, FbSeverity at_least)
{
  GPtrArray *shown = self->list->shown;
  guint n = 0;

  for (guint i = 0; i < shown->len; i++)
    n += fb_finding_get_severity (shown->pdata[i], self->phase) >= at_least;
  return n;
}

/** Returns: (transfer none) (element-type FbFinding): what the user has set aside. */
GPtrArray *
fb_review_get_set_aside (FbReview *self)
{
  return self->list->set_aside;
}

/** Returns: how often a check has run, for tests that look at what an edit costs. */
guint64
fb_review_get_n_checks (FbReview *self)
{
  return self->n_checks;
}
