/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review/fb-review.h"

#include <string.h>

#include "review/fb-check.h"

struct _FbReview
{
  GObject parent_instance;

  FbDocument *document;
  FbPhase phase;

  /* What was found, by what it depends on. */
  GHashTable *by_node;   /* FbNode to GPtrArray of FbFinding */
  GHashTable *by_branch; /* FbNode to GPtrArray of FbFinding */
  GPtrArray **by_rule;   /* one a rule that depends on the document, or NULL */

  /* What is to be checked again. */
  GHashTable *stale_nodes;
  GHashTable *stale_branches;
  gboolean *stale_rules;
  gboolean all_stale;
  guint idle_id;

  GPtrArray *shown;     /* FbFinding */
  GPtrArray *set_aside; /* FbFinding */
  guint64 n_checks;     /* calls of check functions, for tests */
};

typedef enum
{
  PROP_PHASE = 1,
  N_PROPERTIES
} FbReviewProperty;

static GParamSpec *properties[N_PROPERTIES];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FbReview, fb_review, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
fb_review_get_item_type (GListModel *model)
{
  return FB_TYPE_FINDING;
}

static guint
fb_review_get_n_items (GListModel *model)
{
  return FB_REVIEW (model)->shown->len;
}

static gpointer
fb_review_get_item (GListModel *model,
                    guint       position)
{
  FbReview *self = FB_REVIEW (model);

  return position < self->shown->len ? g_object_ref (self->shown->pdata[position]) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = fb_review_get_item_type;
  iface->get_n_items = fb_review_get_n_items;
  iface->get_item = fb_review_get_item;
}

/* Running */

static void
run_rule (FbReview     *self,
          const FbRule *rule,
          FbNode       *node,
          GPtrArray    *findings)
{
  FbCheck check = { self->document, fb_register_get_for_document (self->document), rule, findings };

  self->n_checks++;
  rule->check (&check, node);
}

/* Runs the rules of one sort on a node, and keeps what they find in @table. */
static void
run_rules_on_node (FbReview   *self,
                   FbDepends   depends,
                   GHashTable *table,
                   FbNode     *node)
{
  g_autoptr (GPtrArray) findings = NULL;
  guint n_rules;
  const FbRule *rules = fb_rules_get (&n_rules);
  guint64 mask = FB_KIND_MASK (fb_node_get_kind (node));

  if (fb_node_get_info (node)->internal)
    return;

  for (guint i = 0; i < n_rules; i++)
    if (rules[i].depends == depends && (rules[i].kinds & mask) != 0)
      {
        if (findings == NULL)
          findings = g_ptr_array_new_with_free_func (g_object_unref);
        run_rule (self, &rules[i], node, findings);
      }

  if (findings != NULL && findings->len > 0)
    g_hash_table_insert (table, node, g_steal_pointer (&findings));
  else
    g_hash_table_remove (table, node);
}

static void
run_document_rule (FbReview *self,
                   guint     index)
{
  const FbRule *rule = &fb_rules_get (NULL)[index];
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);

  run_rule (self, rule, fb_document_get_root (self->document), findings);
  g_clear_pointer (&self->by_rule[index], g_ptr_array_unref);
  self->by_rule[index] = findings;
}

static void
run_everything (FbReview *self)
{
  FbNode *root = fb_document_get_root (self->document);

  g_hash_table_remove_all (self->by_node);
  g_hash_table_remove_all (self->by_branch);
  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    {
      run_rules_on_node (self, FB_DEPENDS_NODE, self->by_node, node);
      run_rules_on_node (self, FB_DEPENDS_BRANCH, self->by_branch, node);
    }
}

/* The list */

static void
add_findings (FbReview   *self,
              GHashTable *order,
              GPtrArray  *findings,
              GPtrArray  *shown)
{
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      FbFinding *finding = findings->pdata[i];

      if (fb_finding_get_severity (finding, self->phase) == FB_SEVERITY_OFF)
        continue;
      if (fb_finding_find_waiver (finding, self->document) != NULL)
        g_ptr_array_add (self->set_aside, g_object_ref (finding));
      else
        g_ptr_array_add (shown, g_object_ref (finding));
    }
}

/* In reading order; at one node as its properties stand in the table, the node as a whole first. */
static int
compare_findings (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  FbFinding *finding_a = *(FbFinding *const *) a;
  FbFinding *finding_b = *(FbFinding *const *) b;
  guint order_a = GPOINTER_TO_UINT (g_hash_table_lookup (data, fb_finding_get_node (finding_a)));
  guint order_b = GPOINTER_TO_UINT (g_hash_table_lookup (data, fb_finding_get_node (finding_b)));
  guint start_a, start_b, end;

  if (order_a != order_b)
    return order_a < order_b ? -1 : 1;
  if (fb_finding_get_property (finding_a) != fb_finding_get_property (finding_b))
    return fb_finding_get_property (finding_a) < fb_finding_get_property (finding_b) ? -1 : 1;
  fb_finding_get_range (finding_a, &start_a, &end);
  fb_finding_get_range (finding_b, &start_b, &end);
  if (start_a != start_b)
    return start_a < start_b ? -1 : 1;
  return fb_finding_get_rule (finding_a) < fb_finding_get_rule (finding_b) ? -1 : 1;
}

/* Takes @shown as the list, and tells of what is different. Findings that say the same stay the same objects. */
static void
replace_shown (FbReview  *self,
               GPtrArray *shown)
{
  GPtrArray *before = self->shown;
  guint prefix = 0;
  guint suffix = 0;
  guint shorter = MIN (before->len, shown->len);

  while (prefix < shorter && fb_finding_equal (before->pdata[prefix], shown->pdata[prefix]))
    prefix++;
  while (suffix < shorter - prefix &&
         fb_finding_equal (before->pdata[before->len - 1 - suffix], shown->pdata[shown->len - 1 - suffix]))
    suffix++;

  for (guint i = 0; i < prefix; i++)
    g_set_object ((GObject **) &shown->pdata[i], before->pdata[i]);
  for (guint i = 0; i < suffix; i++)
    g_set_object ((GObject **) &shown->pdata[shown->len - 1 - i], before->pdata[before->len - 1 - i]);

  self->shown = shown;
  if (before->len != shown->len || prefix < shorter)
    g_list_model_items_changed (G_LIST_MODEL (self), prefix, before->len - prefix - suffix,
                                shown->len - prefix - suffix);
  g_ptr_array_unref (before);
}

static void
make_list (FbReview *self)
{
  FbNode *root = fb_document_get_root (self->document);
  g_autoptr (GHashTable) order = g_hash_table_new (NULL, NULL);
  GPtrArray *shown = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_rules;
  guint position = 0;

  g_ptr_array_set_size (self->set_aside, 0);
  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    {
      g_hash_table_insert (order, node, GUINT_TO_POINTER (position++));
      add_findings (self, order, g_hash_table_lookup (self->by_node, node), shown);
      add_findings (self, order, g_hash_table_lookup (self->by_branch, node), shown);
    }
  fb_rules_get (&n_rules);
  for (guint i = 0; i < n_rules; i++)
    add_findings (self, order, self->by_rule[i], shown);

  g_ptr_array_sort_with_data (shown, compare_findings, order);
  replace_shown (self, shown);
}

/**
 * fb_review_flush:
 *
 * Checks now what is to be checked again.
 */
void
fb_review_flush (FbReview *self)
{
  GHashTableIter iter;
  gpointer node;
  guint n_rules;

  g_clear_handle_id (&self->idle_id, g_source_remove);

  if (self->all_stale)
    run_everything (self);
  else
    {
      g_hash_table_iter_init (&iter, self->stale_nodes);
      while (g_hash_table_iter_next (&iter, &node, NULL))
        run_rules_on_node (self, FB_DEPENDS_NODE, self->by_node, node);
      g_hash_table_iter_init (&iter, self->stale_branches);
      while (g_hash_table_iter_next (&iter, &node, NULL))
        run_rules_on_node (self, FB_DEPENDS_BRANCH, self->by_branch, node);
    }
  fb_rules_get (&n_rules);
  for (guint i = 0; i < n_rules; i++)
    if (self->stale_rules[i])
      run_document_rule (self, i);

  g_hash_table_remove_all (self->stale_nodes);
  g_hash_table_remove_all (self->stale_branches);
  for (guint i = 0; i < n_rules; i++)
    self->stale_rules[i] = FALSE;
  self->all_stale = FALSE;

  make_list (self);
}

/* What an edit touches */

static gboolean
idle_cb (gpointer data)
{
  FbReview *self = data;

  self->idle_id = 0;
  fb_review_flush (self);
  return G_SOURCE_REMOVE;
}

static void
mark_above (FbReview *self,
            FbNode   *node)
{
  for (; node != NULL; node = fb_node_get_parent (node))
    g_hash_table_add (self->stale_branches, node);
}

static void
mark_branch (FbReview *self,
             FbNode   *branch)
{
  for (FbNode *node = branch; node != NULL; node = fb_node_get_next (node, branch))
    {
      g_hash_table_add (self->stale_nodes, node);
      g_hash_table_add (self->stale_branches, node);
    }
}

static void
forget_branch (FbReview *self,
               FbNode   *branch)
{
  for (FbNode *node = branch; node != NULL; node = fb_node_get_next (node, branch))
    {
      g_hash_table_remove (self->by_node, node);
      g_hash_table_remove (self->by_branch, node);
      g_hash_table_remove (self->stale_nodes, node);
      g_hash_table_remove (self->stale_branches, node);
    }
}

static gboolean
names_property (const FbRule     *rule,
                const FbProperty *property)
{
  const char *at;
  gsize length = strlen (property->name);

  if (rule->properties == NULL || property->flags & FB_PROPERTY_OWN)
    return rule->properties == NULL;

  for (at = strstr (rule->properties, property->name); at != NULL; at = strstr (at + 1, property->name))
    if ((at == rule->properties || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
      return TRUE;
  return FALSE;
}

static guint64
kinds_of_branches (GPtrArray *branches)
{
  guint64 kinds = 0;

  for (guint i = 0; i < branches->len; i++)
    for (FbNode *node = branches->pdata[i]; node != NULL; node = fb_node_get_next (node, branches->pdata[i]))
      kinds |= FB_KIND_MASK (fb_node_get_kind (node));
  return kinds;
}

static void
mark_rules (FbReview         *self,
            guint64           kinds,
            const FbProperty *property)
{
  guint n_rules;
  const FbRule *rules = fb_rules_get (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    if (rules[i].depends == FB_DEPENDS_DOCUMENT && (rules[i].kinds & kinds) != 0 &&
        (property == NULL || names_property (&rules[i], property)))
      self->stale_rules[i] = TRUE;
}

static void
applied_cb (FbDocument     *document,
            const FbChange *change,
            FbReview       *self)
{
  if (change->type == FB_CHANGE_SET)
    {
      g_hash_table_add (self->stale_nodes, change->node);
      mark_above (self, change->node);
      mark_rules (self, FB_KIND_MASK (fb_node_get_kind (change->node)), change->property);
    }
  else
    {
      for (guint i = 0; i < change->nodes->len; i++)
        if (change->type == FB_CHANGE_INSERT)
          mark_branch (self, change->nodes->pdata[i]);
        else if (change->type == FB_CHANGE_REMOVE)
          forget_branch (self, change->nodes->pdata[i]);
      mark_above (self, change->parent);
      if (change->to_parent != NULL)
        mark_above (self, change->to_parent);
      mark_rules (self, kinds_of_branches (change->nodes), NULL);
    }

  if (self->idle_id == 0)
    self->idle_id = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

static void
fb_review_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  switch ((FbReviewProperty) id)
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
fb_review_set_property (GObject      *object,
                        guint         id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  switch ((FbReviewProperty) id)
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

  g_clear_handle_id (&self->idle_id, g_source_remove);
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
    g_clear_pointer (&self->by_rule[i], g_ptr_array_unref);
  g_free (self->by_rule);
  g_free (self->stale_rules);
  g_hash_table_unref (self->by_node);
  g_hash_table_unref (self->by_branch);
  g_hash_table_unref (self->stale_nodes);
  g_hash_table_unref (self->stale_branches);
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->set_aside);

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

  properties[PROP_PHASE] =
    g_param_spec_int ("phase", NULL, NULL, 0, FB_N_PHASES - 1, 0,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
fb_review_init (FbReview *self)
{
  guint n_rules;

  fb_rules_get (&n_rules);
  self->by_node = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->by_branch = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->by_rule = g_new0 (GPtrArray *, n_rules);
  self->stale_nodes = g_hash_table_new (NULL, NULL);
  self->stale_branches = g_hash_table_new (NULL, NULL);
  self->stale_rules = g_new0 (gboolean, n_rules);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->set_aside = g_ptr_array_new_with_free_func (g_object_unref);
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
  guint n_rules;

  self->document = g_object_ref (document);
  self->phase = fb_phase_of_document (document);
  fb_rules_get (&n_rules);
  for (guint i = 0; i < n_rules; i++)
    self->stale_rules[i] = fb_rules_get (NULL)[i].depends == FB_DEPENDS_DOCUMENT;
  self->all_stale = TRUE;
  self->idle_id = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
  g_signal_connect_object (document, "applied", G_CALLBACK (applied_cb), self, 0);

  return self;
}

FbPhase
fb_review_get_phase (FbReview *self)
{
  return self->phase;
}

void
fb_review_set_phase (FbReview *self,
                     FbPhase   phase)
{
  g_return_if_fail (phase < FB_N_PHASES);

  if (self->phase == phase)
    return;

  self->phase = phase;
  fb_review_flush (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PHASE]);
}

/** Returns: the number of findings of a severity of @at_least. */
guint
fb_review_count (FbReview   *self,
                 FbSeverity  at_least)
{
  guint n = 0;

  for (guint i = 0; i < self->shown->len; i++)
    n += fb_finding_get_severity (self->shown->pdata[i], self->phase) >= at_least;
  return n;
}

/** Returns: (transfer none) (element-type FbFinding): what the user has set aside. */
GPtrArray *
fb_review_get_set_aside (FbReview *self)
{
  return self->set_aside;
}

/** Returns: how often a check has run, for tests that look at what an edit costs. */
guint64
fb_review_get_n_checks (FbReview *self)
{
  return self->n_checks;
}
