/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "flow/fb-words.h"

#include <string.h>

/* The fixed words of a printed page. They follow the language of the document, never that of the program: a German
 * concept prints "Tabelle" on an English desktop. So they are no matter for gettext, which knows one language at a
 * time. Another language is another column; a word without a row is printed as it is.
 *
 * The labels of properties and choices that print are rows here too; a test walks the kinds table for those that
 * are missing. */

enum
{
  ENGLISH,
  GERMAN,
  N_LANGUAGES
};

static const char *const tags[N_LANGUAGES] = { "en", "de" };

static const char *const words[][N_LANGUAGES] = {
  /* the page */
  { "Contents", "Inhalt" },
  { "Table", "Tabelle" },
  { "Figure", "Abbildung" },
  { "Page", "Seite" },
  { "of", "von" },
  { "Footnotes", "Fußnoten" },
  { "Footnote", "Fußnote" },
  { "Back to the text", "Zurück zum Text" },
  { "Skip to the text", "Zum Text springen" },
  { "As of", "Stand" },
  { "Term", "Laufzeit" },
  { "Source", "Quelle" },
  { "Licence", "Lizenz" },
  { "Tasks", "Aufgaben" },
  { "all measures", "alle Maßnahmen" },
  { "No measures.", "Keine Maßnahmen." },
  { "Measures without a goal", "Maßnahmen ohne Ziel" },
  { "none", "keine" },
  { "Field of action", "Handlungsfeld" },
  { "Measure", "Maßnahme" },
  { "Measures", "Maßnahmen" },
  { "Goal", "Ziel" },
  { "Step", "Umsetzungsschritt" },
  { "Description", "Beschreibung" },
  { "Progress", "Sachstand" },
  { "Progress report", "Sachstand" },
  { "Indicators", "Indikatoren" },
  { "Indicator", "Indikator" },
  /* headings of a table of measures; the German ones are those of the Monheim concept of 2016 */
  { "No.", "Lfd. Nr." },
  { "Ideas, measures and steps", "Ideen, Maßnahmen und Umsetzungsschritte" },
  { "Period of implementation", "Zeitraum der Umsetzung" },
  { "Implemented by", "Umsetzung durch" },
  /* labels of properties and columns */
  { "Title", "Titel" },
  { "Own title", "Eigener Titel" },
  { "Subtitle", "Untertitel" },
  { "Occasion", "Anlass" },
  { "Authority", "Behörde" },
  { "Edition", "Ausgabe" },
  { "Heading of the contents", "Überschrift des Inhalts" },
  { "Text on the title page", "Text auf dem Titelblatt" },
  { "Own number", "Eigene Nummer" },
  { "Number", "Nummer" },
  { "Text", "Text" },
  { "Picture", "Bild" },
  { "Caption", "Beschriftung" },
  { "Alternative text", "Alternativtext" },
  { "Code of the field", "Kennung des Handlungsfelds" },
  { "Unit", "Einheit" },
  { "Baseline", "Ausgangswert" },
  { "Target value", "Zielwert" },
  { "Actual value", "Ist-Wert" },
  { "Verification", "Nachweis" },
  { "Period", "Zeitraum" },
  { "Cost", "Kosten" },
  { "Responsible", "Zuständig" },
  { "Partners", "Beteiligte" },
  { "Target group", "Zielgruppe" },
  { "Place", "Ort" },
  { "Priority", "Priorität" },
  { "Status", "Status" },
  { "Maturity", "Reifegrad" },
  { "Funding", "Finanzierung" },
  { "Remarks", "Bemerkungen" },
  { "Goals served", "Dient den Zielen" },
  { "Related measures", "Verwandte Maßnahmen" },
  { "Date", "Datum" },
  { "Dates", "Termine" },
  { "Name", "Name" },
  { "Short names and spellings", "Abkürzungen und Schreibweisen" },
  { "Role", "Rolle" },
  { "Contact", "Kontakt" },
  { "Kind", "Art" },
  { "Number of participants", "Teilnehmende" },
  { "Who took part", "Beteiligte" },
  { "Venue", "Veranstaltungsort" },
  { "Purpose", "Zweck" },
  { "Result", "Ergebnis" },
  { "Text as printed", "Gedruckter Text" },
  { "Body", "Gremium" },
  { "Vote", "Abstimmung" },
  { "Amount", "Betrag" },
  { "Year", "Jahr" },
  { "Resolution", "Beschluss" },
  { "Kind of edition", "Art der Ausgabe" },
  { "What was new", "Was neu war" },
  { "Level", "Ebene" },
  { "Fields concerned", "Betroffene Handlungsfelder" },
  /* choices */
  { "Integration concept", "Integrationskonzept" },
  { "Action concept", "Handlungskonzept" },
  { "Action plan", "Aktionsplan" },
  { "Climate protection concept", "Klimaschutzkonzept" },
  { "Inclusion plan", "Inklusionsplan" },
  { "Other concept", "Konzept" },
  { "Draft", "Entwurf" },
  { "Consultation", "Beteiligungsfassung" },
  { "Council", "Ratsvorlage" },
  { "Adopted", "Beschlossene Fassung" },
  { "Guiding goal", "Leitziel" },
  { "Intermediate goal", "Zwischenziel" },
  { "Action goal", "Handlungsziel" },
  { "Planned", "geplant" },
  { "Running", "laufend" },
  { "Done", "umgesetzt" },
  { "Postponed", "verschoben" },
  { "Dropped", "entfallen" },
  { "High", "hoch" },
  { "Medium", "mittel" },
  { "Low", "niedrig" },
  { "Idea", "Idee" },
  { "Inquiry", "Prüfauftrag" },
  { "Goes on", "wird fortgeführt" },
  { "Changed", "geändert" },
  { "Merged", "zusammengeführt" },
  { "Split", "aufgeteilt" },
  { "Department of the authority", "Amt der Verwaltung" },
  { "Council or committee", "Rat oder Ausschuss" },
  { "Welfare organisation", "Wohlfahrtsverband" },
  { "Association or initiative", "Verein oder Initiative" },
  { "Religious community", "Religionsgemeinschaft" },
  { "School or education provider", "Schule oder Bildungsträger" },
  { "Company", "Unternehmen" },
  { "State or federal body", "Stelle des Landes oder des Bundes" },
  { "Person or group of persons", "Person oder Personengruppe" },
  { "Other", "Sonstige" },
  { "Interview study", "Interviewstudie" },
  { "Survey", "Befragung" },
  { "Workshop", "Workshop" },
  { "Conference", "Konferenz" },
  { "Meeting", "Sitzung" },
  { "Presentation", "Präsentation" },
  { "Working group", "Arbeitsgruppe" },
  /* what a chapter can generate, and the registers */
  { "Process steps", "Prozessschritte" },
  { "Resolutions", "Beschlüsse" },
  { "Actors and abbreviations", "Akteure und Abkürzungen" },
  { "Overview of goals", "Übersicht der Ziele" },
  { "Overview of measures", "Übersicht der Maßnahmen" },
  { "Goals and measures: coverage", "Ziele und Maßnahmen: Abdeckung" },
  { "Costs against ceilings", "Kosten und Budgetrahmen" },
  { "Timeline", "Zeitplan" },
  { "Editions", "Ausgaben" },
  { "Budget ceilings", "Budgetrahmen" },
  { "Actors", "Akteure" },
  /* charts: costs */
  { "Costs by field and year", "Kosten nach Handlungsfeldern und Jahren" },
  { "All measures together", "Alle Maßnahmen zusammen" },
  { "Outside of the fields of action", "Außerhalb der Handlungsfelder" },
  { "Fields of action", "Handlungsfelder" },
  { "Ceiling", "Budgetrahmen" },
  { "Ceilings for several fields", "Budgetrahmen für mehrere Handlungsfelder" },
  { "Ceiling that is no amount", "Budgetrahmen ohne Betrag" },
  { "ceiling", "Budgetrahmen" },
  { "above the ceiling by", "über dem Budgetrahmen" },
  { "left below the ceiling", "bis zum Budgetrahmen frei" },
  { "no amounts", "keine Beträge" },
  { "%u measure without an amount", "%u Maßnahme ohne Betrag" },
  { "%u measures without an amount", "%u Maßnahmen ohne Betrag" },
  { "%s of %s", "%s von %s" },
  { "%s million €", "%s\xc2\xa0Mio.\xc2\xa0€" },
  { "several years or no year", "mehrere Jahre oder ohne Jahr" },
  { "Sum", "Summe" },
  { "Without an amount", "Ohne Betrag" },
  { "Measures with an amount only in part, in the sums as far as it is known",
    "Maßnahmen mit nur teilweise bekanntem Betrag, soweit bekannt in den Summen" },
  { "Measures without an amount, not in the sums", "Maßnahmen ohne Betrag, nicht in den Summen" },
  { "Measures whose cost is still open, not in the sums", "Maßnahmen mit noch offenen Kosten, nicht in den Summen" },
  { "Measures said to cost nothing", "Maßnahmen ohne Kosten" },
  { "Measures not counted, because their amounts stand elsewhere",
    "Nicht mitgezählte Maßnahmen, weil ihre Beträge an anderer Stelle stehen" },
  { "Amounts over several years are not spread over them.",
    "Beträge über mehrere Jahre sind nicht auf die Jahre verteilt." },
  { "The table behind the figure says the same.", "Die Tabelle hinter der Abbildung sagt dasselbe." },
  /* charts: time */
  { "Measures and process steps over time", "Maßnahmen und Prozessschritte im Zeitverlauf" },
  { "Not dated", "Ohne Zeitangabe" },
  { "not dated", "ohne Zeitangabe" },
  { "Measure, step or event", "Maßnahme, Schritt oder Ereignis" },
  { "Understood as", "Verstanden als" },
  { "short", "kurz" },
  { "medium", "mittel" },
  { "long", "lang" },
  { "Term of the concept", "Laufzeit des Konzepts" },
  { "short term", "kurzfristig" },
  { "short to medium term", "kurz- bis mittelfristig" },
  { "short to long term", "kurz- bis langfristig" },
  { "medium term", "mittelfristig" },
  { "medium to long term", "mittel- bis langfristig" },
  { "long term", "langfristig" },
  { "permanent task", "Daueraufgabe" },
  { "until %s", "bis %s" },
  { "%s, open end", "%s bis offen" },
  { "%s to %s", "%s bis %s" },
  { "%s: %u measures, of them %u not dated", "%s: %u Maßnahmen, davon %u ohne Zeitangabe" },
  { "Events: %u", "Ereignisse: %u" },
  /* charts: coverage */
  { "%u measure", "%u Maßnahme" },
  { "%u measures", "%u Maßnahmen" },
  { "%s: %u of %u", "%s: %u von %u" },
  { "through goals below it", "über Ziele darunter" },
  { "no measures", "keine Maßnahmen" },
  { "serves no goal", "dient keinem Ziel" },
  { "Goals without measures", "Ziele ohne Maßnahmen" },
  /* tables of measures as they are exchanged */
  { "Belongs to", "Gehört zu" },
  { "Band", "Zwischenzeile" },
  { "Implementation step", "Umsetzungsschritt" },
  { "Comes from", "Stammt aus" },
  { "What became of it", "Was daraus wurde" },
  { "Not counted in sums", "Nicht mitgezählt" },
  /* the forms of dates, for g_date_time_format(), and the signs in numbers */
  { "%Y-%m-%d", "%d.%m.%Y" },
  { "%Y-%m", "%m.%Y" },
  { ",", "." },
  { ".", "," },
  { "Process", "Prozess" },
  { "Findings set aside", "Zurückgestellte Hinweise" },
  { "Rule", "Regel" },
  { "What was found", "Befund" },
  { "Reason", "Grund" },
};

static guint
find_language (const char *language)
{
  gsize length = strcspn (language, "-_");

  for (guint i = 0; i < N_LANGUAGES; i++)
    if (strlen (tags[i]) == length && g_ascii_strncasecmp (tags[i], language, length) == 0)
      return i;

  return ENGLISH;
}

static gpointer
index_words (gpointer unused)
{
  GHashTable *rows = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_hash_table_insert (rows, (gpointer) words[i][ENGLISH], (gpointer) words[i]);

  return rows;
}

static const char *
find_word (guint       language,
           const char *word)
{
  static GOnce once = G_ONCE_INIT;
  const char *const *row;

  g_once (&once, index_words, NULL);
  row = g_hash_table_lookup (once.retval, word);

  return row != NULL ? row[language] : NULL;
}

/**
 * fb_words_get:
 * @language: the BCP 47 tag of a document's language; one without words of its own gets English
 * @word: in English, such as the untranslated label of a property
 *
 * Returns: (transfer none): @word in that language, itself where it is not known
 */
const char *
fb_words_get (const char *language,
              const char *word)
{
  const char *translated = find_word (find_language (language), word);

  return translated != NULL ? translated : word;
}

/** Returns: whether @word is known in @language. */
gboolean
fb_words_has (const char *language,
              const char *word)
{
  return find_word (find_language (language), word) != NULL;
}

/** Returns: whether @language, a BCP 47 tag, is written from right to left. */
gboolean
fb_words_run_left (const char *language)
{
  static const char *const leftward[] = { "ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi" };
  gsize length = strcspn (language, "-_");

  for (guint i = 0; i < G_N_ELEMENTS (leftward); i++)
    if (strlen (leftward[i]) == length && g_ascii_strncasecmp (leftward[i], language, length) == 0)
      return TRUE;

  return FALSE;
}
