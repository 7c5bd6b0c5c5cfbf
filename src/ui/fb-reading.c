/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-reading.h"

#include <glib/gi18n-lib.h>

#include "concept/fb-register.h"
#include "values/fb-dates.h"
#include "values/fb-money.h"
#include "values/fb-period.h"

/* What the types of a user's own columns are read as. */
static const struct
{
  const char *type;
  FbReads reads;
} own_reads[] = {
  { "period", FB_READS_PERIOD },
  { "money", FB_READS_MONEY },
};

static char *
describe_period (FbDocument *document,
                 const char *words,
                 gboolean   *understood)
{
  FbPeriod period;

  fb_period_read (words, &period);
  *understood = period.state != FB_PERIOD_UNKNOWN;
  return *understood ? fb_period_describe (&period) : g_strdup (_("Not understood as a period; kept as typed"));
}

static char *
describe_dates (FbDocument *document,
                const char *words,
                gboolean   *understood)
{
  g_autoptr (GArray) dates = fb_dates_read (words);

  *understood = dates->len > 0;
  return *understood ? fb_dates_describe (words) : g_strdup (_("Not understood as a date; kept as typed"));
}

static char *
describe_money (FbDocument *document,
                const char *words,
                gboolean   *understood)
{
  g_auto (FbMoney) money = FB_MONEY_INIT;

  fb_money_read (words, &money);
  *understood = money.state != FB_MONEY_UNKNOWN;
  return *understood ? fb_money_describe (&money) : g_strdup (_("No amount understood; kept as typed"));
}

static char *
describe_responsible (FbDocument *document,
                      const char *words,
                      gboolean   *understood)
{
  return document != NULL ? fb_register_describe (fb_register_get_for_document (document), words) : NULL;
}

typedef char *(*Describe) (FbDocument *document, const char *words, gboolean *understood);

/* By FbReads; what is not listed is not described. */
static const Describe describes[] = {
  [FB_READS_PERIOD] = describe_period,
  [FB_READS_DATES] = describe_dates,
  [FB_READS_MONEY] = describe_money,
  [FB_READS_RESPONSIBLE] = describe_responsible,
  [FB_READS_ORDINAL] = NULL,
};

/** Returns: which reader understands the words of @property; an own column is read as its type says. */
FbReads
fb_reading_get_reads (FbDocument       *document,
                      const FbProperty *property)
{
  FbNode *column;
  const char *type;

  if (!(property->flags & FB_PROPERTY_OWN))
    return property->reads;

  column = document != NULL ? fb_document_lookup (document, property->name) : NULL;
  type = column != NULL ? fb_node_get_words (column, "type") : NULL;
  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (own_reads); i++)
    if (g_str_equal (own_reads[i].type, type))
      return own_reads[i].reads;

  return FB_READS_NOTHING;
}

/**
 * fb_reading_describe:
 * @document: (nullable): where the register is
 * @words: (nullable): what was typed
 * @understood: (out): where to put whether the words were understood
 *
 * Says in small words what the program understands of what was typed.
 *
 * Returns: (transfer full) (nullable): a translated line, %NULL where nothing was typed or nothing is to be understood
 */
char *
fb_reading_describe (FbDocument       *document,
                     const FbProperty *property,
                     const char       *words,
                     gboolean         *understood)
{
  FbReads reads = fb_reading_get_reads (document, property);

  *understood = TRUE;
  if (words == NULL || *words == '\0' || reads >= G_N_ELEMENTS (describes) || describes[reads] == NULL)
    return NULL;

  return describes[reads] (document, words, understood);
}
