/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "concept/fb-sums.h"
#include "review/fb-rules-private.h"
#include "values/fb-money.h"
#include "values/fb-period.h"
#include "values/fb-responsible.h"

/* Whether the measure or one of its steps has words of that name. */
static gboolean
says (FbNode *measure, const char *name)
{
  if (fb_node_get_words (measure, name) != NULL)
    return TRUE;

  for (guint i = 0; i < fb_node_get_n_children (measure); i++)
    if (fb_node_get_words (fb_node_get_child (measure, i), name) != NULL)
      return TRUE;
  return FALSE;
}

static FbNode *
get_step (FbNode *measure, guint index)
{
  FbNode *child = fb_node_get_child (measure, index);

  return fb_node_get_kind (child) == FB_KIND_STEP ? child : NULL;
}

/* Its own status, or that of its band. */
static const char *
get_status (FbNode *measure)
{
  const char *status = fb_node_get_words (measure, "status");
  FbNode *group = fb_node_get_ancestor (measure, FB_KIND_GROUP);

  return status != NULL || group == NULL ? status : fb_node_get_words (group, "status");
}

/* Of what was dropped nothing needs to be known. */
static void
check_missing (FbCheck *check, FbNode *measure, const char *name, const char *message)
{
  if (!says (measure, name) && g_strcmp0 (fb_node_get_words (measure, "status"), "dropped") != 0)
    fb_check_report (check, measure, fb_kind_get_property (FB_KIND_MEASURE, name), 0, 0, NULL, "%s", message);
}

void
fb_check_missing_period (FbCheck *check, FbNode *measure)
{
  check_missing (check, measure, "period", _ ("The measure has no period"));
}

void
fb_check_missing_cost (FbCheck *check, FbNode *measure)
{
  check_missing (check, measure, "cost", _ ("The measure has no cost"));
}

void
fb_check_missing_body (FbCheck *check, FbNode *measure)
{
  check_missing (check, measure, "responsible", _ ("The measure has no responsible body"));
}

static FbMoneyState
read_state (FbNode *node)
{
  g_auto (FbMoney) money = FB_MONEY_INIT;

  fb_money_read (fb_node_get_words (node, "cost"), &money);
  return money.state;
}

void
fb_check_none_or_open (FbCheck *check, FbNode *measure)
{
  const FbProperty *property = fb_kind_get_property (FB_KIND_MEASURE, "cost");
  const char *words = fb_node_get_words (measure, "cost");
  FbMoneyState own = read_state (measure);

  for (guint i = 0; own == FB_MONEY_NONE && i < fb_node_get_n_children (measure); i++)
    {
      FbNode *step = get_step (measure, i);
      FbMoneyState state = step != NULL ? read_state (step) : FB_MONEY_EMPTY;
      gint64 cents;

      if (state == FB_MONEY_OPEN || (state == FB_MONEY_KNOWN && (!fb_sums_get_cost (step, &cents) || cents > 0)))
        {
          fb_check_report (check, measure, property, 0, strlen (words), words,
                           _ ("The cost is “%s”, but step (%s) says “%s”"), words, fb_node_get_number (step),
                           fb_node_get_words (step, "cost"));
          return;
        }
    }
}

void
fb_check_steps_sum (FbCheck *check, FbNode *measure)
{
  const FbProperty *property = fb_kind_get_property (FB_KIND_MEASURE, "cost");
  const char *words = fb_node_get_words (measure, "cost");
  g_auto (FbMoney) money = FB_MONEY_INIT;
  g_autofree char *amount = NULL;
  gint64 own;
  gint64 sum = 0;
  guint n_steps = 0;

  fb_money_read (words, &money);
  if (money.yearly_on_top || !fb_money_get_total (&money, &own))
    return;

  for (guint i = 0; i < fb_node_get_n_children (measure); i++)
    {
      FbNode *step = get_step (measure, i);
      g_auto (FbMoney) part = FB_MONEY_INIT;
      gint64 cents;

      if (step == NULL)
        continue;
      fb_money_read (fb_node_get_words (step, "cost"), &part);
      if (part.yearly_on_top || !fb_money_get_total (&part, &cents))
        return;
      sum += cents;
      n_steps++;
    }
  if (n_steps == 0 || sum == own)
    return;

  amount = fb_money_format (sum);
  fb_check_report (check, measure, property, 0, strlen (words), words, _ ("The cost is “%s”; the steps come to %s"),
                   words, amount);
}

static gboolean
lies_outside (const FbPeriod *inner, const FbPeriod *outer)
{
  if (inner->state != FB_PERIOD_DATED || outer->state != FB_PERIOD_DATED)
    return FALSE;

  return (fb_day_is_set (&outer->from) && fb_day_is_set (&inner->from)
          && fb_day_first_julian (&inner->from) < fb_day_first_julian (&outer->from))
         || (fb_day_is_set (&outer->to) && fb_day_is_set (&inner->to)
             && fb_day_last_julian (&inner->to) > fb_day_last_julian (&outer->to))
         || (fb_day_is_set (&outer->to) && fb_day_is_set (&inner->from)
             && fb_day_first_julian (&inner->from) > fb_day_last_julian (&outer->to));
}

void
fb_check_steps_period (FbCheck *check, FbNode *measure)
{
  const FbProperty *property = fb_kind_get_property (FB_KIND_STEP, "period");
  const char *words = fb_node_get_words (measure, "period");
  FbPeriod own;

  fb_period_read (words, &own);
  for (guint i = 0; i < fb_node_get_n_children (measure); i++)
    {
      FbNode *step = get_step (measure, i);
      const char *step_words = step != NULL ? fb_node_get_words (step, "period") : NULL;
      FbPeriod period;

      fb_period_read (step_words, &period);
      if (step_words != NULL && lies_outside (&period, &own))
        fb_check_report (check, step, property, 0, strlen (step_words), step_words,
                         _ ("“%s” lies outside the period of the measure, “%s”"), step_words, words);
    }
}

/* Whether @groups, read from the measure, name bodies for the step of that number; "0" is all steps. */
static gboolean
names_bodies_for (GPtrArray *groups, const char *step)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const FbResponsibleGroup *group = groups->pdata[i];
      g_autofree char *number = g_strdup_printf ("%d", group->step);

      if (group->bodies->len > 0 && g_strcmp0 (step, number) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Numbers typed with the bodies of the measure that no step has. */
static void
check_numbered_bodies (FbCheck *check, FbNode *measure, GPtrArray *groups)
{
  const char *words = fb_node_get_words (measure, "responsible");

  for (guint i = 0; i < groups->len; i++)
    {
      const FbResponsibleGroup *group = groups->pdata[i];
      g_autofree char *number = g_strdup_printf ("%d", group->step);
      gboolean found = group->step == 0;

      for (guint j = 0; j < fb_node_get_n_children (measure) && !found; j++)
        found = get_step (measure, j) != NULL && g_strcmp0 (fb_node_get_number (get_step (measure, j)), number) == 0;
      if (!found)
        fb_check_report (check, measure, fb_kind_get_property (FB_KIND_MEASURE, "responsible"), 0, strlen (words),
                         words, _ ("There are bodies for step (%d), but there is no such step"), group->step);
    }
}

/* A step's bodies without words, and the reverse; also the numbers of the bodies typed with the measure itself. */
void
fb_check_step_pairs (FbCheck *check, FbNode *measure)
{
  g_autoptr (GPtrArray) groups = fb_responsible_read (fb_node_get_words (measure, "responsible"), NULL, NULL);
  gboolean for_all = names_bodies_for (groups, "0");
  guint n_steps = 0;
  guint n_with_body = 0;

  for (guint i = 0; i < fb_node_get_n_children (measure); i++)
    {
      FbNode *step = get_step (measure, i);

      n_steps += step != NULL;
      n_with_body += step != NULL
                     && (fb_node_get_words (step, "responsible") != NULL
                         || names_bodies_for (groups, fb_node_get_number (step)));
    }

  for (guint i = 0; i < fb_node_get_n_children (measure); i++)
    {
      FbNode *step = get_step (measure, i);
      gboolean has_text, has_body;

      if (step == NULL)
        continue;
      has_text = fb_node_get (step, "title") != NULL || fb_node_get (step, "text") != NULL;
      has_body = fb_node_get_words (step, "responsible") != NULL
                 || names_bodies_for (groups, fb_node_get_number (step));
      if (has_body && !has_text)
        fb_check_report (check, step, fb_kind_get_property (FB_KIND_STEP, "text"), 0, 0, NULL,
                         _ ("Step (%s) has a body but no text"), fb_node_get_number (step));
      else if (has_text && !has_body && n_with_body > 0 && !for_all)
        fb_check_report (check, step, fb_kind_get_property (FB_KIND_STEP, "responsible"), 0, 0, NULL,
                         _ ("Step (%s) has no body, unlike the others"), fb_node_get_number (step));
    }
  if (n_steps > 0)
    check_numbered_bodies (check, measure, groups);
}

/* What goes on since before the concept belongs into it; what was over before, or goes on after its end, is asked for.
 */
static void
check_within_term (FbCheck *check, FbNode *node, const FbPeriod *term, const char *term_words, gboolean is_done)
{
  const char *words = fb_node_get_words (node, "period");
  const FbProperty *property = fb_kind_get_property (fb_node_get_kind (node), "period");
  FbPeriod period;

  fb_period_read (words, &period);
  if (period.state != FB_PERIOD_DATED)
    return;

  if (fb_day_is_set (&period.to) && fb_day_is_set (&term->from)
      && fb_day_last_julian (&period.to) < fb_day_first_julian (&term->from))
    {
      if (!is_done)
        fb_check_report (check, node, property, 0, strlen (words), words,
                         _ ("“%s” is over before the term of the concept, “%s”"), words, term_words);
    }
  else if (fb_day_is_set (&term->to)
           && ((fb_day_is_set (&period.from) && fb_day_first_julian (&period.from) > fb_day_last_julian (&term->to))
               || (fb_day_is_set (&period.to) && fb_day_last_julian (&period.to) > fb_day_last_julian (&term->to))))
    {
      fb_check_report (check, node, property, 0, strlen (words), words,
                       _ ("“%s” goes beyond the term of the concept, “%s”"), words, term_words);
    }
}

void
fb_check_term (FbCheck *check, FbNode *measure)
{
  const char *term_words = fb_node_get_words (fb_document_get_root (check->document), "term");
  gboolean is_done = g_strcmp0 (get_status (measure), "done") == 0 || g_strcmp0 (get_status (measure), "dropped") == 0;
  FbPeriod term;

  fb_period_read (term_words, &term);
  if (term.state != FB_PERIOD_DATED)
    return;

  check_within_term (check, measure, &term, term_words, is_done);
  for (guint i = 0; i < fb_node_get_n_children (measure); i++)
    {
      FbNode *step = get_step (measure, i);

      if (step != NULL)
        check_within_term (check, step, &term, term_words,
                           is_done || g_strcmp0 (fb_node_get_words (step, "status"), "done") == 0);
    }
}

/* FACTS, where there are ceilings: what is known to fall into a year, and all that is known; what is the year, or that
 * it is all, and its name are the cents. */
#define ALL_YEARS G_MAXUINT

static void
collect_cost (FbCheck *check, FbNode *measure, guint what, gint64 cents)
{
  g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT, cents);

  if (cents != 0)
    fb_check_collect (check, measure, NULL, 0, 0, what, name);
}

void
fb_collect_costs (FbCheck *check, FbNode *measure)
{
  g_autoptr (GArray) years = NULL;
  FbSum sum = { 0 };

  if (check->n_nodes[FB_KIND_CEILING] == 0)
    return;

  years = fb_sums_by_year (measure);
  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, FbYearSum, i).year != 0)
      collect_cost (check, measure, g_array_index (years, FbYearSum, i).year,
                    g_array_index (years, FbYearSum, i).cents);
  fb_sums_add (measure, &sum);
  collect_cost (check, measure, ALL_YEARS, sum.cents);
}

typedef struct
{
  guint what;
  const char *const *fields; /* none: the whole concept */
  gint64 sum;
} Costs;

static void
add_cost (FbCheck *check, const FbFact *fact, gpointer data)
{
  Costs *costs = data;
  FbNode *field;

  if (fact->what != costs->what)
    return;

  field = costs->fields[0] != NULL ? fb_node_get_ancestor (fact->node, FB_KIND_FIELD) : NULL;
  if (costs->fields[0] == NULL || (field != NULL && g_strv_contains (costs->fields, fb_node_get_id (field))))
    costs->sum += g_ascii_strtoll (fact->name, NULL, 10);
}

void
fb_check_ceilings (FbCheck *check, FbNode *root)
{
  FbNode *ceilings = fb_node_get_child_of_kind (root, FB_KIND_CEILINGS);

  for (guint i = 0; ceilings != NULL && i < fb_node_get_n_children (ceilings); i++)
    {
      FbNode *ceiling = fb_node_get_child (ceilings, i);
      const char *words = fb_node_get_words (ceiling, "amount");
      Costs costs = { .what = ALL_YEARS, .fields = fb_node_get_refs (ceiling, "fields") };
      g_auto (FbMoney) money = FB_MONEY_INIT;
      g_autofree char *amount = NULL;
      FbPeriod year;
      gint64 limit;

      fb_money_read (words, &money);
      if (!fb_money_get_total (&money, &limit))
        continue;

      fb_period_read (fb_node_get_words (ceiling, "year"), &year);
      if (year.state == FB_PERIOD_DATED && year.from.year == year.to.year)
        costs.what = year.from.year;
      fb_check_foreach_fact (check, add_cost, &costs);
      if (costs.sum <= limit)
        continue;

      amount = fb_money_format (costs.sum);
      fb_check_report (check, ceiling, fb_kind_get_property (FB_KIND_CEILING, "amount"), 0, strlen (words), words,
                       _ ("The costs come to %s; the ceiling is %s"), amount, words);
    }
}
