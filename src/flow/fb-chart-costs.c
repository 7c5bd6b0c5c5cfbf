/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "flow/fb-chart-private.h"

#include <glib/gi18n-lib.h>

#include "concept/fb-sums.h"
#include "flow/fb-words.h"
#include "values/fb-money.h"

/* Costs by field and year against the ceilings. What has no amount is counted and said; it is never zero. */

#define MAX_TICKS 5
#define CENTS_PER_MILLION G_GINT64_CONSTANT (100000000)

/* What a number of measures cost: all of them, those of a field, or those of none. */
typedef struct
{
  FbNode *field;     /* or NULL */
  gboolean together; /* all measures; with field NULL and this FALSE: those outside of the fields */
  FbSum sum;
  GArray *years; /* FbYearSum */
} Branch;

typedef struct
{
  FbNode *node;
  GPtrArray *fields; /* none: the whole concept */
  int year;          /* or 0 */
  gint64 cents;
} Ceiling;

typedef struct
{
  FbDocument *document;
  FbChart *chart;
  GPtrArray *branches; /* Branch; the first is all together */
  GPtrArray *ceilings; /* Ceiling */
  GArray *years;       /* int, all that have a column; 0 comes last */
  gint64 most;         /* the end of the scale */
} Costs;

static void
free_branch (gpointer data)
{
  Branch *branch = data;

  g_array_unref (branch->years);
  g_free (branch);
}

static void
free_ceiling (gpointer data)
{
  Ceiling *ceiling = data;

  g_ptr_array_unref (ceiling->fields);
  g_free (ceiling);
}

static gint64
get_year (const Branch *branch,
          int           year,
          gboolean     *found)
{
  for (guint i = 0; i < branch->years->len; i++)
    if (g_array_index (branch->years, FbYearSum, i).year == year)
      {
        *found = TRUE;
        return g_array_index (branch->years, FbYearSum, i).cents;
      }

  *found = FALSE;
  return 0;
}

static Branch *
add_branch (Costs   *costs,
            FbNode  *node,
            gboolean together)
{
  Branch *branch = g_new0 (Branch, 1);

  branch->field = together ? NULL : node;
  branch->together = together;
  fb_sums_add (node, &branch->sum);
  branch->years = fb_sums_by_year (node);
  g_ptr_array_add (costs->branches, branch);

  return branch;
}

/* What all together have and the fields have not. */
static void
add_outside (Costs *costs)
{
  const Branch *all = g_ptr_array_index (costs->branches, 0);
  Branch *branch;

  /* Without fields, all of them are that already. */
  if (costs->branches->len == 1)
    return;

  branch = g_new0 (Branch, 1);
  branch->sum = all->sum;
  branch->years = g_array_new (FALSE, FALSE, sizeof (FbYearSum));
  for (guint i = 0; i < all->years->len; i++)
    {
      FbYearSum year = g_array_index (all->years, FbYearSum, i);
      gboolean found;

      for (guint j = 1; j < costs->branches->len; j++)
        year.cents -= get_year (g_ptr_array_index (costs->branches, j), year.year, &found);
      if (year.cents != 0)
        g_array_append_val (branch->years, year);
    }
  for (guint j = 1; j < costs->branches->len; j++)
    {
      const FbSum *sum = &((const Branch *) g_ptr_array_index (costs->branches, j))->sum;

      branch->sum.cents -= sum->cents;
      branch->sum.n_measures -= sum->n_measures;
      branch->sum.n_amounts -= sum->n_amounts;
      branch->sum.n_partial -= sum->n_partial;
      branch->sum.n_none -= sum->n_none;
      branch->sum.n_open -= sum->n_open;
      branch->sum.n_unknown -= sum->n_unknown;
      branch->sum.n_uncounted -= sum->n_uncounted;
    }
  if (branch->sum.n_measures > 0)
    g_ptr_array_add (costs->branches, branch);
  else
    free_branch (branch);
}

/* The ceilings that name an amount; of the others it is said that they are not drawn. */
static void
read_ceilings (Costs *costs)
{
  FbNode *ceilings = fb_node_get_child_of_kind (fb_document_get_root (costs->document), FB_KIND_CEILINGS);

  for (guint i = 0; ceilings != NULL && i < fb_node_get_n_children (ceilings); i++)
    {
      FbNode *node = fb_node_get_child (ceilings, i);
      const char *const *fields = fb_node_get_refs (node, "fields");
      const char *words = _fb_chart_one_line (costs->chart, fb_node_get_words (node, "amount"));
      g_auto (FbMoney) money = FB_MONEY_INIT;
      FbPeriod period;
      Ceiling *ceiling;
      gint64 cents;

      fb_money_read (words, &money);
      if (!fb_money_get_total (&money, &cents))
        {
          g_autofree char *note = NULL;

          if (words != NULL)
            {
              note = g_strdup_printf ("%s: %s", _fb_chart_word (costs->chart, N_("Ceiling that is no amount")), words);
              _fb_chart_note (costs->chart, note);
            }
          continue;
        }

      ceiling = g_new0 (Ceiling, 1);
      ceiling->node = node;
      ceiling->cents = cents;
      ceiling->fields = g_ptr_array_new ();
      for (guint j = 0; fields[j] != NULL; j++)
        {
          FbNode *field = fb_document_lookup (costs->document, fields[j]);

          if (field != NULL && !g_ptr_array_find (ceiling->fields, field, NULL))
            g_ptr_array_add (ceiling->fields, field);
        }
      fb_period_read (fb_node_get_words (node, "year"), &period);
      if (period.state == FB_PERIOD_DATED && period.from.year == period.to.year)
        ceiling->year = period.from.year;
      g_ptr_array_add (costs->ceilings, ceiling);
    }
}

static gboolean
concerns (const Ceiling *ceiling,
          const Branch  *branch)
{
  if (ceiling->fields->len == 0)
    return branch->together;

  return ceiling->fields->len == 1 && ceiling->fields->pdata[0] == branch->field;
}

static void
add_year (GArray *years,
          int     year)
{
  guint i = 0;

  while (i < years->len && g_array_index (years, int, i) != 0
         && (year == 0 || g_array_index (years, int, i) < year))
    i++;
  if (i == years->len || g_array_index (years, int, i) != year)
    g_array_insert_val (years, i, year);
}

/* The years that a branch has costs or ceilings in; that of no year at the end. */
static GArray *
collect_years (Costs        *costs,
               const Branch *branch)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < branch->years->len; i++)
    add_year (years, g_array_index (branch->years, FbYearSum, i).year);
  for (guint i = 0; i < costs->ceilings->len; i++)
    {
      const Ceiling *ceiling = g_ptr_array_index (costs->ceilings, i);

      if (ceiling->year != 0 && concerns (ceiling, branch))
        add_year (years, ceiling->year);
    }

  return years;
}

/* A step of 1, 2, 2.5 or 5 times a power of ten that divides the scale into a handful of parts. */
static gint64
find_step (gint64 most)
{
  static const int factors[] = { 10, 20, 25, 50 };

  for (gint64 power = 10; power < G_MAXINT64 / 100; power *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
      if (most <= power * factors[i] * MAX_TICKS)
        return power * factors[i];

  return MAX (most, 1);
}

static char *
format_tick (FbChart *chart,
             gint64   cents,
             gint64   step)
{
  g_autofree char *digits = NULL;

  if (step % (CENTS_PER_MILLION / 10) != 0 || cents == 0 || step < CENTS_PER_MILLION / 2)
    return _fb_chart_money (chart, cents);

  if (cents % CENTS_PER_MILLION == 0)
    digits = g_strdup_printf ("%d", (int) (cents / CENTS_PER_MILLION));
  else
    digits = g_strdup_printf ("%d%s%d", (int) (cents / CENTS_PER_MILLION),
                              chart->language != NULL ? fb_words_get (chart->language, ".") : C_("number", "."),
                              (int) (cents % CENTS_PER_MILLION / (CENTS_PER_MILLION / 10)));

  /* Translators: %s is a number; in German "%s Mio. €". The space is a no-break space. */
  return g_strdup_printf (chart->language != NULL ? fb_words_get (chart->language, "%s million €") : _("%s million €"),
                          digits);
}

static void
make_scale (Costs *costs)
{
  gint64 step;

  for (guint i = 0; i < costs->branches->len; i++)
    costs->most = MAX (costs->most, ((const Branch *) g_ptr_array_index (costs->branches, i))->sum.cents);
  for (guint i = 0; i < costs->ceilings->len; i++)
    costs->most = MAX (costs->most, ((const Ceiling *) g_ptr_array_index (costs->ceilings, i))->cents);
  if (costs->most == 0)
    {
      costs->most = 1;
      return;
    }

  /* Room behind the longest bar, so that a limit at the end can be seen. */
  step = find_step (costs->most);
  costs->most += costs->most / 50;
  for (gint64 cents = 0; cents <= costs->most; cents += step)
    {
      g_autofree char *label = format_tick (costs->chart, cents, step);
      double place = (double) cents / costs->most;

      _fb_chart_tick (costs->chart, place, place, label);
    }
}

static void
add_mark (GArray     *marks,
          Costs      *costs,
          FbMarkShape shape,
          FbMarkTone  tone,
          gint64      start,
          gint64      end)
{
  FbMark mark = { shape, tone, (double) start / costs->most, (double) end / costs->most, FALSE, FALSE };

  g_array_append_val (marks, mark);
}

/* How many measures have no amount, in words; NULL for none. */
static char *
describe_missing (FbChart *chart,
                  guint    n)
{
  if (n == 0)
    return NULL;
  if (chart->language == NULL)
    return g_strdup_printf (ngettext ("%u measure without an amount", "%u measures without an amount", n), n);

  if (n == 1)
    return g_strdup_printf (fb_words_get (chart->language, "%u measure without an amount"), n);

  return g_strdup_printf (fb_words_get (chart->language, "%u measures without an amount"), n);
}

/* Draws a sum and the ceilings of it, and says them. @missing: measures without an amount that belong to it. */
static void
fill_row (Costs      *costs,
          FbChartRow *row,
          FbMarkTone  tone,
          gboolean    known,
          gint64      cents,
          GArray     *limits,
          guint       missing)
{
  FbChart *chart = costs->chart;
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (FbMark));
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *amount = known ? _fb_chart_money (chart, cents) : NULL;
  g_autofree char *without = describe_missing (chart, missing);
  g_autofree char *name = _fb_chart_join (chart, row->number, row->label);
  gint64 limit = G_MAXINT64;

  for (guint i = 0; i < limits->len; i++)
    limit = MIN (limit, g_array_index (limits, gint64, i));
  if (known && cents > 0)
    {
      add_mark (marks, costs, FB_MARK_BAR, tone, 0, MIN (cents, limit));
      if (cents > limit)
        add_mark (marks, costs, FB_MARK_BAR, FB_TONE_OVER, limit, cents);
    }
  for (guint i = 0; i < limits->len; i++)
    {
      gint64 one = g_array_index (limits, gint64, i);

      add_mark (marks, costs, FB_MARK_LIMIT, FB_TONE_PLAIN, one, one);
    }
  _fb_chart_marks (row, marks);
  row->alert = known && cents > limit;

  if (amount == NULL)
    amount = g_strdup (_fb_chart_word (chart, N_("no amounts")));
  g_string_append_printf (words, "%s: %s", name, amount);
  if (limits->len > 0)
    {
      g_autofree char *ceiling = _fb_chart_money (chart, limit);
      g_autofree char *rest = _fb_chart_money (chart, known ? ABS (limit - cents) : limit);
      g_autofree char *detail = NULL;

      g_string_append_printf (words, "; %s: %s", _fb_chart_word (chart, N_("ceiling")), ceiling);
      g_string_append_printf (words, "; %s: %s",
                              known && cents > limit ? _fb_chart_word (chart, N_("above the ceiling by"))
                                                     : _fb_chart_word (chart, N_("left below the ceiling")),
                              rest);
      /* Translators: a sum of money, and the ceiling it is held against: "50,000 € of 100,000 €" */
      detail = g_strdup_printf (chart->language != NULL ? fb_words_get (chart->language, "%s of %s") : _("%s of %s"),
                                amount, ceiling);
      row->detail = _fb_chart_keep (chart, detail);
    }
  else
    {
      row->detail = _fb_chart_keep (chart, amount);
    }
  if (without != NULL)
    g_string_append_printf (words, "; %s", without);
  row->description = _fb_chart_keep (chart, words->str);
}

static GArray *
collect_limits (Costs        *costs,
                const Branch *branch,
                int           year)
{
  GArray *limits = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < costs->ceilings->len; i++)
    {
      const Ceiling *ceiling = g_ptr_array_index (costs->ceilings, i);

      if (ceiling->year == year && concerns (ceiling, branch))
        g_array_append_val (limits, ceiling->cents);
    }

  return limits;
}

static guint
count_missing (const FbSum *sum)
{
  return sum->n_open + sum->n_unknown;
}

static char *
name_year (FbChart *chart,
           int      year)
{
  if (year == 0)
    return g_strdup (_fb_chart_word (chart, N_("several years or no year")));

  return g_strdup_printf ("%d", year);
}

static const char *
name_branch (FbChart      *chart,
             const Branch *branch,
             const char  **number)
{
  const char *title = branch->field != NULL ? fb_node_get_title (branch->field) : NULL;

  *number = branch->field != NULL ? fb_node_get_number (branch->field) : NULL;
  if (branch->together)
    return _fb_chart_word (chart, N_("All measures together"));
  if (branch->field == NULL)
    return _fb_chart_word (chart, N_("Outside of the fields of action"));

  return title != NULL ? title : _fb_chart_word (chart, N_("Field of action"));
}

static void
add_branch_rows (Costs        *costs,
                 const Branch *branch)
{
  FbChart *chart = costs->chart;
  g_autoptr (GArray) years = collect_years (costs, branch);
  g_autoptr (GArray) limits = collect_limits (costs, branch, 0);
  const char *id = branch->field != NULL ? fb_node_get_id (branch->field) : NULL;
  const char *number;
  const char *name = name_branch (chart, branch, &number);

  fill_row (costs, _fb_chart_row (chart, id, 1, number, name), FB_TONE_PLAIN, branch->sum.n_amounts > 0,
            branch->sum.cents, limits, count_missing (&branch->sum));
  if (years->len == 1 && g_array_index (years, int, 0) == 0)
    return;

  for (guint i = 0; i < years->len; i++)
    {
      int year = g_array_index (years, int, i);
      g_autoptr (GArray) yearly = year != 0 ? collect_limits (costs, branch, year)
                                            : g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autofree char *label = name_year (chart, year);
      gboolean known;
      gint64 cents = get_year (branch, year, &known);

      fill_row (costs, _fb_chart_row (chart, id, 2, NULL, label), FB_TONE_SOFT, known, cents, yearly, 0);
    }
}

/* "Budget ceiling: 4.1 ..., 4.2 ..." */
static char *
name_ceiling (Costs         *costs,
              const Ceiling *ceiling)
{
  FbChart *chart = costs->chart;
  GString *name = g_string_new (_fb_chart_word (chart, N_("Ceiling")));

  if (ceiling->fields->len == 0)
    g_string_append_printf (name, ": %s", _fb_chart_word (chart, N_("all measures")));
  for (guint i = 0; i < ceiling->fields->len; i++)
    {
      const Branch branch = { .field = ceiling->fields->pdata[i] };
      const char *number;
      const char *label = name_branch (chart, &branch, &number);
      g_autofree char *joined = _fb_chart_join (chart, number, label);

      g_string_append (name, i == 0 ? ": " : ", ");
      g_string_append (name, joined);
    }

  return g_string_free (name, FALSE);
}

/* Ceilings over several fields have rows of their own. */
static void
add_ceiling_rows (Costs *costs)
{
  FbChart *chart = costs->chart;
  gboolean headed = FALSE;

  for (guint i = 0; i < costs->ceilings->len; i++)
    {
      const Ceiling *ceiling = g_ptr_array_index (costs->ceilings, i);
      g_autoptr (GArray) limits = NULL;
      g_autofree char *name = NULL;
      g_autofree char *year = NULL;
      gint64 cents = 0;
      gboolean known = FALSE;
      guint missing = 0;

      if (ceiling->fields->len < 2)
        continue;
      if (!headed)
        _fb_chart_row (chart, NULL, 0, NULL, _fb_chart_word (chart, N_("Ceilings for several fields")));
      headed = TRUE;
      for (guint j = 1; j < costs->branches->len; j++)
        {
          const Branch *branch = g_ptr_array_index (costs->branches, j);
          gboolean any;

          if (branch->field == NULL || !g_ptr_array_find (ceiling->fields, branch->field, NULL))
            continue;
          if (ceiling->year == 0)
            {
              any = branch->sum.n_amounts > 0;
              cents += branch->sum.cents;
            }
          else
            {
              cents += get_year (branch, ceiling->year, &any);
            }
          known |= any;
          missing += count_missing (&branch->sum);
        }
      name = name_ceiling (costs, ceiling);
      year = ceiling->year != 0 ? g_strdup_printf ("%s, %d", name, ceiling->year) : g_strdup (name);
      limits = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_val (limits, ceiling->cents);
      fill_row (costs, _fb_chart_row (chart, fb_node_get_id (ceiling->node), 1, NULL, year), FB_TONE_PLAIN, known,
                cents, limits, missing);
    }
}

/* The table: a row for each field, a column for each year. */
static void
add_table (Costs *costs)
{
  FbChart *chart = costs->chart;
  guint n_years = costs->years->len;

  _fb_chart_column (chart, FB_COLUMN_PROSE, _fb_chart_word (chart, N_("Field of action")), TRUE);
  for (guint i = 0; i < n_years; i++)
    {
      g_autofree char *year = name_year (chart, g_array_index (costs->years, int, i));

      _fb_chart_column (chart, FB_COLUMN_MONEY, year, FALSE);
    }
  _fb_chart_column (chart, FB_COLUMN_MONEY, _fb_chart_word (chart, N_("Sum")), FALSE);
  _fb_chart_column (chart, FB_COLUMN_NUMBER, _fb_chart_word (chart, N_("Without an amount")), FALSE);

  /* All together comes last, as a sum does. */
  for (guint i = 1; i <= costs->branches->len; i++)
    {
      const Branch *branch = g_ptr_array_index (costs->branches, i % costs->branches->len);
      g_auto (GStrv) cells = g_new0 (char *, n_years + 4);
      const char *number;
      const char *name = _fb_chart_one_line (chart, name_branch (chart, branch, &number));

      /* Freed as a vector of strings: no cell may be NULL before the last. */
      cells[0] = _fb_chart_join (chart, number, name);
      for (guint j = 0; j < n_years; j++)
        {
          gboolean known;
          gint64 cents = get_year (branch, g_array_index (costs->years, int, j), &known);

          cells[j + 1] = known ? _fb_chart_money (chart, cents) : g_strdup ("");
        }
      cells[n_years + 1] = branch->sum.n_amounts > 0 ? _fb_chart_money (chart, branch->sum.cents) : g_strdup ("");
      cells[n_years + 2] = g_strdup_printf ("%u", count_missing (&branch->sum));
      _fb_chart_line (chart, branch->field != NULL ? fb_node_get_id (branch->field) : NULL,
                      (const char *const *) cells);
    }
  for (guint i = 0; i < costs->ceilings->len; i++)
    {
      const Ceiling *ceiling = g_ptr_array_index (costs->ceilings, i);
      g_auto (GStrv) cells = g_new0 (char *, n_years + 4);

      cells[0] = name_ceiling (costs, ceiling);
      for (guint j = 0; j < n_years; j++)
        cells[j + 1] = ceiling->year != 0 && ceiling->year == g_array_index (costs->years, int, j)
                           ? _fb_chart_money (chart, ceiling->cents)
                           : g_strdup ("");
      cells[n_years + 1] = ceiling->year == 0 ? _fb_chart_money (chart, ceiling->cents) : g_strdup ("");
      cells[n_years + 2] = g_strdup ("");
      _fb_chart_line (chart, fb_node_get_id (ceiling->node), (const char *const *) cells);
    }
}

static void
add_count (FbChart    *chart,
           const char *words,
           guint       n)
{
  g_autofree char *note = NULL;

  if (n == 0)
    return;

  note = g_strdup_printf ("%s: %u", words, n);
  _fb_chart_note (chart, note);
}

static void
add_notes (Costs *costs)
{
  FbChart *chart = costs->chart;
  const Branch *all = g_ptr_array_index (costs->branches, 0);
  gboolean spread;

  add_count (chart, _fb_chart_word (chart, N_("Measures without an amount, not in the sums")), all->sum.n_unknown);
  add_count (chart, _fb_chart_word (chart, N_("Measures whose cost is still open, not in the sums")), all->sum.n_open);
  add_count (chart,
             _fb_chart_word (chart, N_("Measures with an amount only in part, in the sums as far as it is known")),
             all->sum.n_partial);
  add_count (chart, _fb_chart_word (chart, N_("Measures said to cost nothing")), all->sum.n_none);
  add_count (chart, _fb_chart_word (chart, N_("Measures not counted, because their amounts stand elsewhere")),
             all->sum.n_uncounted);
  get_year (all, 0, &spread);
  if (spread)
    _fb_chart_note (chart, _fb_chart_word (chart, N_("Amounts over several years are not spread over them.")));
}

static void
summarise (Costs *costs)
{
  FbChart *chart = costs->chart;
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_append_printf (words, "%s. ", chart->title);
  for (guint i = 0; i < chart->rows->len; i++)
    {
      const FbChartRow *row = g_ptr_array_index (chart->rows, i);

      if (row->level == 1)
        g_string_append_printf (words, "%s. ", row->description);
    }
  g_string_append (words, _fb_chart_word (chart, N_("The table behind the figure says the same.")));
  chart->summary = _fb_chart_keep (chart, words->str);
}

/**
 * fb_chart_new_costs:
 * @language: (nullable): the language of the document, for print; NULL is the program's, for the screen
 *
 * Returns: (transfer full): the costs by field and year, held against the ceilings
 */
FbChart *
fb_chart_new_costs (FbDocument *document,
                    const char *language)
{
  FbNode *root = fb_document_get_root (document);
  g_autoptr (GPtrArray) branches = g_ptr_array_new_with_free_func (free_branch);
  g_autoptr (GPtrArray) ceilings = g_ptr_array_new_with_free_func (free_ceiling);
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  Costs costs = { document, _fb_chart_new (language), branches, ceilings, years, 0 };
  FbChart *chart = costs.chart;
  const Branch *all;

  chart->title = _fb_chart_keep (chart, _fb_chart_word (chart, N_("Costs by field and year")));
  add_branch (&costs, root, TRUE);
  for (FbNode *node = root; node != NULL; node = fb_node_get_next (node, root))
    if (fb_node_get_kind (node) == FB_KIND_FIELD)
      add_branch (&costs, node, FALSE);
  add_outside (&costs);
  read_ceilings (&costs);
  all = g_ptr_array_index (branches, 0);
  if (all->sum.n_measures == 0 && ceilings->len == 0)
    {
      chart->summary = chart->title;
      return chart;
    }

  for (guint i = 0; i < all->years->len; i++)
    add_year (years, g_array_index (all->years, FbYearSum, i).year);
  for (guint i = 0; i < ceilings->len; i++)
    if (((const Ceiling *) g_ptr_array_index (ceilings, i))->year != 0)
      add_year (years, ((const Ceiling *) g_ptr_array_index (ceilings, i))->year);

  make_scale (&costs);
  add_branch_rows (&costs, all);
  if (branches->len > 1)
    _fb_chart_row (chart, NULL, 0, NULL, _fb_chart_word (chart, N_("Fields of action")));
  for (guint i = 1; i < branches->len; i++)
    add_branch_rows (&costs, g_ptr_array_index (branches, i));
  add_ceiling_rows (&costs);
  add_notes (&costs);
  add_table (&costs);
  summarise (&costs);

  return chart;
}
