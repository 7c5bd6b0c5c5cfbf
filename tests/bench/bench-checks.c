/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What checking costs: a whole document against loading its file, and one edit in a long document against a short one.
 */

#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench/big-document.h"
#include "review/fb-review.h"
#include "store/fb-file.h"

#define MANY 20000
#define FEW 20
#define N_RUNS 31

static double
seconds (void)
{
  return (double)g_get_monotonic_time () / G_USEC_PER_SEC;
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *)a;
  double y = *(const double *)b;

  return x < y ? -1 : x > y;
}

static double
median (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare);
  return values[n / 2];
}

static FbDocument *
save_and_load (FbNode *root, double *cost)
{
  g_autoptr (FbDocument) made = fb_document_new (root);
  g_autofree char *folder = g_dir_make_tmp ("feldbuch-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "gross.konzept", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  FbDocument *loaded = NULL;
  double costs[5];

  if (!fb_file_save (made, file, NULL, &error))
    g_error ("%s", error->message);
  for (guint i = 0; i < G_N_ELEMENTS (costs); i++)
    {
      double start = seconds ();

      g_clear_object (&loaded);
      start = seconds ();
      loaded = fb_file_load (file, NULL, &error);
      costs[i] = seconds () - start;
    }
  g_unlink (path);
  g_rmdir (folder);
  *cost = median (costs, G_N_ELEMENTS (costs));
  return loaded;
}

static void
bench_whole (void)
{
  g_autoptr (FbNode) root = big_concept (MANY);
  double load;
  g_autoptr (FbDocument) document = save_and_load (root, &load);
  double costs[5];
  double check;
  guint n_findings = 0;

  for (guint i = 0; i < G_N_ELEMENTS (costs); i++)
    {
      g_autoptr (FbReview) review = fb_review_new (document);
      double start = seconds ();

      fb_review_flush (review);
      costs[i] = seconds () - start;
      n_findings = g_list_model_get_n_items (G_LIST_MODEL (review));
    }
  check = median (costs, G_N_ELEMENTS (costs));
  printf ("%u measures: loading %.0f ms, checking %.0f ms (%u findings): ratio %.2f (aim: under 2)\n", MANY,
          load * 1000, check * 1000, n_findings, check / load);
}

typedef void (*EditFunc) (FbDocument *document, FbNode *measure, guint i);

static void
set (FbDocument *document, FbNode *measure, const char *name, guint i, const char *words)
{
  g_autofree char *typed = g_strdup_printf ("%s %u", words, i);

  fb_document_set_words (document, measure, name, typed);
}

static void
edit_title (FbDocument *document, FbNode *measure, guint i)
{
  set (document, measure, "title", i, "Ein Titel");
}

static void
edit_period (FbDocument *document, FbNode *measure, guint i)
{
  set (document, measure, "period", i, "ab 20");
}

static void
edit_cost (FbDocument *document, FbNode *measure, guint i)
{
  set (document, measure, "cost", i, "1000 €");
}

static void
edit_body (FbDocument *document, FbNode *measure, guint i)
{
  set (document, measure, "responsible", i, "Verein");
}

static void
edit_text (FbDocument *document, FbNode *measure, guint i)
{
  g_autofree char *words = g_strdup_printf ("Bürgerinnen und Bürger, Multiplikator/innen; siehe Kapitel %u", i % 9);
  g_autoptr (FbText) text = fb_text_new_plain (words);
  g_autoptr (FbValue) value = fb_value_new_rich (text);

  fb_document_set (document, measure, fb_kind_get_property (FB_KIND_MEASURE, "text"), value);
}

static void
edit_insert (FbDocument *document, FbNode *measure, guint i)
{
  g_autoptr (FbNode) node = fb_document_create_node (document, FB_KIND_MEASURE);

  fb_document_insert_one (document, fb_node_get_parent (measure), 0, node, NULL);
}

static double
cost_of_edit (FbDocument *document, EditFunc edit)
{
  g_autoptr (FbReview) review = fb_review_new (document);
  FbNode *measure = fb_document_lookup (document, "m-000013");
  double costs[N_RUNS];

  fb_review_flush (review);
  for (guint i = 0; i < N_RUNS; i++)
    {
      double start;

      edit (document, measure, i);
      start = seconds ();
      fb_review_flush (review);
      costs[i] = seconds () - start;
    }
  return median (costs, N_RUNS);
}

static void
bench_edits (void)
{
  static const struct
  {
    const char *name;
    EditFunc edit;
  } edits[] = {
    { "title", edit_title }, { "period", edit_period }, { "cost", edit_cost },
    { "bodies", edit_body }, { "text", edit_text },     { "a new measure", edit_insert },
  };
  g_autoptr (FbNode) few = big_concept (FEW);
  g_autoptr (FbNode) many = big_concept (MANY);
  g_autoptr (FbDocument) small = fb_document_new (few);
  g_autoptr (FbDocument) big = fb_document_new (many);

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      double cost_small = cost_of_edit (small, edits[i].edit);
      double cost_big = cost_of_edit (big, edits[i].edit);

      printf ("after an edit of %-13s: %.3f ms among %u measures, %.3f ms among %u: ratio %.1f (aim: under 5 ms)\n",
              edits[i].name, cost_small * 1000, FEW, cost_big * 1000, MANY, cost_big / cost_small);
    }
}

int
main (void)
{
  setlocale (LC_ALL, "");
  bench_whole ();
  bench_edits ();
  return EXIT_SUCCESS;
}
