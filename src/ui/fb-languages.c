/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/fb-languages.h"

#include <glib/gi18n-lib.h>

/* German comes first, the others in the order of their names. */
#define N_FIRST 2

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return g_utf8_collate (fb_choice_get_label (a), fb_choice_get_label (b));
}

/** Returns: (transfer none): the languages in which a German municipality writes to people, by their tags (BCP 47). */
const FbChoice *
fb_languages_get (void)
{
  static gboolean sorted;
  static FbChoice languages[] = {
    { "de", N_("German") },
    { "de-x-ls", N_("German (easy language)") },
    { "sq", N_("Albanian") },
    { "ar", N_("Arabic") },
    { "bs", N_("Bosnian") },
    { "bg", N_("Bulgarian") },
    { "zh", N_("Chinese") },
    { "hr", N_("Croatian") },
    { "cs", N_("Czech") },
    { "prs", N_("Dari") },
    { "nl", N_("Dutch") },
    { "en", N_("English") },
    { "fr", N_("French") },
    { "el", N_("Greek") },
    { "hu", N_("Hungarian") },
    { "it", N_("Italian") },
    { "ku", N_("Kurdish") },
    { "la", N_("Latin") },
    { "nds", N_("Low German") },
    { "mk", N_("Macedonian") },
    { "ps", N_("Pashto") },
    { "fa", N_("Persian") },
    { "pl", N_("Polish") },
    { "pt", N_("Portuguese") },
    { "rom", N_("Romani") },
    { "ro", N_("Romanian") },
    { "ru", N_("Russian") },
    { "sr", N_("Serbian") },
    { "so", N_("Somali") },
    { "hsb", N_("Sorbian") },
    { "es", N_("Spanish") },
    { "ti", N_("Tigrinya") },
    { "tr", N_("Turkish") },
    { "uk", N_("Ukrainian") },
    { "vi", N_("Vietnamese") },
    { NULL },
  };

  if (!sorted)
    qsort (languages + N_FIRST, G_N_ELEMENTS (languages) - 1 - N_FIRST, sizeof *languages, compare);
  sorted = TRUE;
  return languages;
}
