/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "values/fb-explain.h"

#include "values/fb-dates.h"
#include "values/fb-money.h"
#include "values/fb-period.h"
#include "values/fb-responsible.h"
#include "values/fb-token.h"

#include <string.h>

static char *
explain_period (const char *words)
{
  FbPeriod period;

  fb_period_read (words, &period);
  return fb_period_to_string (&period);
}

static char *
explain_cost (const char *words)
{
  g_auto (FbMoney) money = FB_MONEY_INIT;

  fb_money_read (words, &money);
  return fb_money_to_string (&money);
}

static char *
explain_responsible (const char *words)
{
  g_autoptr (GPtrArray) groups = fb_responsible_read (words, NULL, NULL);

  if (groups->len == 0)
    {
      g_auto (FbTokens) tokens;

      /* "-" is not nothing, only nobody. */
      fb_tokens_init (&tokens, words);
      if (tokens.n > 0)
        return g_strdup ("unknown");
    }

  return fb_responsible_to_string (groups);
}

static const struct
{
  const char *what;
  char *(*explain) (const char *words);
} explanations[] = {
  { "period", explain_period },
  { "dates", fb_dates_to_string },
  { "cost", explain_cost },
  { "responsible", explain_responsible },
};

/**
 * fb_explain:
 * @what: which reader: "period", "dates", "cost" or "responsible"
 * @words: (nullable): words
 *
 * Returns: (transfer full) (nullable): what that reader makes of @words, in its notation; %NULL when there is no such
 * reader
 */
char *
fb_explain (const char *what, const char *words)
{
  for (gsize i = 0; i < G_N_ELEMENTS (explanations); i++)
    if (strcmp (what, explanations[i].what) == 0)
      return explanations[i].explain (words);

  return NULL;
}

/**
 * fb_explain_get_names:
 *
 * Returns: (transfer none) (array zero-terminated=1): what fb_explain() can explain
 */
const char *const *
fb_explain_get_names (void)
{
  static const char *names[G_N_ELEMENTS (explanations) + 1];

  for (gsize i = 0; i < G_N_ELEMENTS (explanations); i++)
    names[i] = explanations[i].what;

  return names;
}
