/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <string.h>

#include "review/fb-review.h"
#include "store/fb-reader.h"

/* Small concepts: what a rule finds in each, and what it does not. */

#define CHAPTER(text) "<chapter id='c-1'><title>Einleitung</title><text><p>" text "</p></text></chapter>"
#define LIST(items) "<chapter id='c-1'><title>Einleitung</title><text>" items "</text></chapter>"
#define HEADING(title) "<chapter id='c-1'><title>" title "</title><text><p>Text.</p></text></chapter>"
#define FIELDS                                                                                                         \
  "<field id='f-1'><title>Bildung und Sprache</title><text><p>Text.</p></text></field>"                                \
  "<field id='f-2'><title>Arbeit</title><text><p>Text.</p></text></field>"                                             \
  "<field id='f-3'><title>Gesundheit</title><text><p>Text.</p></text></field>"
#define TABLE(rest) "<measures id='t-1'><title>Maßnahmen</title>" rest "</measures>"
#define FIELD_TABLE(rest) "<field id='f-1'><title>Bildung</title>" TABLE (rest) "</field>"
#define MEASURE(rest) TABLE ("<measure id='m-1'><title>Kurs</title>" rest "</measure>")
#define STEP(n, rest) "<step id='u-" n "'>" rest "</step>"
#define TEXT(text) "<text><p>" text "</p></text>"
#define GOAL(id) "<goals id='y-1'><title>Ziele</title><goal id='" id "'><title>Ziel</title></goal></goals>"
#define BODIES(a, b)                                                                                                   \
  TABLE ("<measure id='m-1'><title>A</title><responsible>" a "</responsible></measure>"                                \
         "<measure id='m-2'><title>B</title><responsible>" b "</responsible></measure>")
#define ACTORS(rest) "<actors id='l-1'>" rest "</actors>"
#define ACTOR(n, rest) "<actor id='a-" n "'>" rest "</actor>"
#define EVENT(n, dates) "<event id='e-" n "'><title>Treffen</title><dates>" dates "</dates></event>"

typedef struct
{
  const char *rule;
  const char *inside;   /* of the concept */
  const char *expected; /* "id", "id:property" or "id:property:found", separated by lines; "" is none */
} Case;

static const Case cases[] = {
  /* Numbers */
  { "stale-number", FIELDS CHAPTER ("Siehe Handlungsfeld 4.2."), "c-1:text:Handlungsfeld 4.2" },
  { "stale-number", FIELDS CHAPTER ("Im Handlungsfeld 3 und in Kapitel 4."), "" },
  { "stale-number", FIELDS CHAPTER ("Siehe Kapitel 7.1, Abschnitt 9 und Kapitels 1."),
    "c-1:text:Kapitel 7.1\nc-1:text:Abschnitt 9" },
  { "stale-number", FIELDS CHAPTER ("Die Handlungsfelder 1 bis 3 und die Handlungsfelder 2, 3 und 5."), "c-1:text:5" },
  { "stale-number", FIELDS CHAPTER ("In den Handlungsfeldern 1 und 2 sind 14 Maßnahmen geplant."), "" },
  { "stale-number", FIELDS CHAPTER ("Handlungsfeld 1 und 15 Maßnahmen"), "" },
  { "stale-number", FIELDS CHAPTER ("nach Kapitel 8 SGB XII, Abschnitt 7 TIntG und Kapitel 9 des Landesplans"), "" },
  { "stale-number", FIELDS CHAPTER ("das Handlungsfeld 5 der Strategie des Landes"), "" },
  { "stale-number", FIELDS CHAPTER ("Kapitel 3. Handlungsfeld 2.\nHandlungsfeld 1, 2014 begonnen."), "" },
  { "stale-number", CHAPTER ("Siehe Handlungsfeld 2."), "" },
  { "stale-number",
    "<chapter id='c-1'><title>Felder</title><field id='f-1'><title>Bildung</title><code>1</code>" TABLE (
        "<caption>Maßnahmen im Handlungsfeld 2.1: Bildung</caption>") "</field></chapter>",
    "t-1:caption:Handlungsfeld 2.1" },
  { "stale-number",
    "<chapter id='c-1'><title>Felder</title><field id='f-1' "
    "numbering='letters'><title>Bildung</title><code>7</code>" TABLE (
        "<caption>Handlungsfeld 7, Kapitel 1.1a</caption>") "</field></chapter>",
    "" },
  { "stale-number", "<field id='f-1'><title>Handlungsfeld 9: Bildung</title></field>" CHAPTER ("Handlungsfeld 9"), "" },

  /* Titles */
  { "stale-title",
    "<field id='f-1'><title>Stärkung des Ehrenamts</title>" TABLE (
        "<caption>Beispiel im Handlungsfeld 1: Ehrenamt stärken</caption>") "</field>",
    "t-1:caption:Ehrenamt stärken" },
  { "stale-title",
    "<field id='f-1'><title>Stärkung des Ehrenamts</title>" TABLE (
        "<caption>Im Handlungsfeld 8: Ehrenamt</caption>") "</field>",
    "t-1:caption:Ehrenamt" },
  { "stale-title", FIELDS CHAPTER ("Im Handlungsfeld „Bildung und Sprachen“ und im Handlungsfeld „Arbeit“"),
    "c-1:text:Bildung und Sprachen" },
  { "stale-title", FIELDS CHAPTER ("Handlungsfeld 2 (\"Ausbildung\")"), "c-1:text:Ausbildung" },
  { "stale-title", FIELDS CHAPTER ("Handlungsfeld 2 „arbeit“, Kapitel 4 „Einleitung“, Handlungsfeld „Verkehr“"), "" },
  { "stale-title", FIELDS CHAPTER ("Handlungsfeld 2: Hier geht es um Beschäftigung."), "" },
  { "stale-title",
    "<field id='f-1'><title>Handlungsfeld 1: Bildung</title>" TABLE (
        "<caption>Handlungsfeld 1: Bildung.</caption>") "</field>",
    "" },

  { "typed-number", HEADING ("2.1 Sprache"), "c-1:title:2.1 Sprache" },
  { "typed-number", HEADING ("3. Sprache"), "c-1:title:3. Sprache" },
  { "typed-number", HEADING ("a) Sprache"), "c-1:title:a) Sprache" },
  { "typed-number", HEADING ("IV. Sprache"), "c-1:title:IV. Sprache" },
  { "typed-number", HEADING ("1) Sprache"), "c-1:title:1) Sprache" },
  { "typed-number", HEADING ("2. Fortschreibung des Konzepts"), "" },
  { "typed-number", HEADING ("1. Integrationskonferenz 2017"), "" },
  { "typed-number", HEADING ("3. Oktober: Tag der offenen Moschee"), "" },
  { "typed-number", HEADING ("10 Jahre Integration"), "" },
  { "typed-number", HEADING ("2016 bis 2020"), "" },
  { "typed-number", HEADING ("A bis Z"), "" },
  { "typed-number", HEADING ("Ich will ankommen"), "" },

  { "heading-colon", HEADING ("Grundlagen:"), "c-1:title:Grundlagen:" },
  { "heading-colon", HEADING ("Grundlagen: Was wir wissen"), "" },

  { "untitled", "<chapter id='c-1'>" TEXT ("Text.") "</chapter>" TABLE ("<measure id='m-1'/>"),
    "c-1:title\nm-1:title" },
  { "untitled", "<goals id='y-1'><goal id='z-1'>" TEXT ("Alle lernen Deutsch.") "</goal><goal id='z-2'/></goals>",
    "z-2:title" },
  { "untitled", HEADING ("Einleitung") TABLE ("<group id='b-1'/>"), "" },

  { "duplicate-number",
    TABLE ("<measure id='m-1'><number>24a</number></measure><measure id='m-2'><number>24b</number></measure>"
           "<measure id='m-3'><number>24a</number></measure>"),
    "m-3:number:24a" },
  { "duplicate-number",
    TABLE ("<measure id='m-1'><number>1</number></measure>") "<measures id='t-2'><measure "
                                                             "id='m-2'><number>1</number></measure></measures>",
    "" },
  { "duplicate-number",
    "<measures id='t-1' numbering='concept'><measure id='m-1'><number>1</number></measure></measures>"
    "<measures id='t-2' numbering='concept'><measure id='m-2'><number>1</number></measure></measures>",
    "m-2:number:1" },
  { "duplicate-number", ACTORS (ACTOR ("1", "<number>51</number>") ACTOR ("2", "<number>51</number>")),
    "a-2:number:51" },

  { "step-number",
    TABLE ("<measure id='m-1'><number>BS 4</number>" STEP ("1", "<number>BS 4.1</number>")
               STEP ("2", "<number>BS4.2</number>") STEP ("3", "<number>B 4.3</number>") "</measure>"),
    "u-3:number:B 4.3" },
  { "step-number",
    TABLE ("<measure id='m-1'><number>BS 4</number>" STEP ("1", "<number>1</number>")
               STEP ("2", "<number>2</number>") "</measure>"),
    "" },
  { "step-number",
    TABLE ("<measure id='m-1'><number>KP1</number>" STEP ("1", "<number>KP 1.1</number>")
               STEP ("2", "<number>KP 1.2</number>") STEP ("3", "") "</measure>"),
    "" },

  { "empty-part", "<chapter id='c-1'><title>Vorwort</title></chapter>", "c-1" },
  { "empty-part",
    "<chapter id='c-1'><title>A</title><chapter id='c-2'><title>B</title></chapter><chapter "
    "id='c-3'><title>C</title></chapter></chapter>",
    "c-1" },
  { "empty-part",
    "<chapter id='c-1'><title>A</title>" TEXT ("Text.") "<chapter id='c-2'><title>B</title></chapter></chapter>",
    "c-2" },
  { "empty-part", FIELD_TABLE ("<column id='s-1' shows='title'/><group id='b-1'><title>Laufend</title></group>"),
    "f-1" },
  { "empty-part",
    "<chapter id='c-1' generates='process'><title>Prozess</title></chapter>" FIELD_TABLE ("<measure id='m-1'/>"), "" },
  { "empty-part", "<chapter id='c-1'><title>A</title><figure id='p-1'/></chapter>", "" },

  { "no-alternative", "<figure id='p-1'><caption>Karte</caption></figure>", "p-1:alternative" },
  { "no-alternative",
    "<figure id='p-1' decorative='yes'/><figure id='p-2'><alternative>Karte der Stadt</alternative></figure>", "" },

  { "dangling", TABLE ("<measure id='m-1' serves='z-9'><title>A</title></measure>"), "m-1:serves:z-9" },
  { "dangling", CHAPTER ("Siehe <ref to='c-9'/>."), "c-1:text:c-9" },
  { "dangling", GOAL ("z-1") TABLE ("<measure id='m-1' serves='z-1' lineage='m-9'><title>A</title></measure>"), "" },

  /* Counts */
  { "claimed-count", FIELDS CHAPTER ("Das Kernstück bilden vier Handlungsfelder."), "c-1:text:vier Handlungsfelder" },
  { "claimed-count", FIELDS CHAPTER ("Der Fokus liegt auf 5 zentralen Handlungsfeldern:"),
    "c-1:text:5 zentralen Handlungsfeldern" },
  { "claimed-count", FIELDS CHAPTER ("Drei Handlungsfelder bilden das Kernstück."), "" },
  { "claimed-count", FIELDS CHAPTER ("In mindestens zwei Handlungsfeldern und zwei weiteren Handlungsfeldern"), "" },
  { "claimed-count", FIELDS CHAPTER ("Das Konzept von 2012 hatte sechs Handlungsfelder."), "" },
  { "claimed-count",
    "<title>Konzept</title><edition>Fortschreibung 2016</edition>" FIELDS CHAPTER (
        "2016 sind es sechs Handlungsfelder."),
    "c-1:text:sechs Handlungsfelder" },
  { "claimed-count", FIELDS CHAPTER ("siehe Kapitel 4 Handlungsfelder und 1.2 Handlungsfelder"), "" },
  { "claimed-count", FIELDS HEADING ("4 Handlungsfelder"), "" },
  { "claimed-count", CHAPTER ("Es gibt vier Handlungsfelder."), "" },
  { "claimed-count", MEASURE ("") CHAPTER ("Das Konzept umfasst insgesamt 34 Maßnahmen."), "c-1:text:34 Maßnahmen" },
  { "claimed-count", MEASURE ("") CHAPTER ("Im ersten Jahr wurden zwei Maßnahmen begonnen. Alle freuen sich."), "" },
  { "claimed-count", FIELDS CHAPTER ("In acht Arbeitsgruppen erarbeiteten über 120 Menschen Ziele."),
    "c-1:text:acht Arbeitsgruppen" },
  { "claimed-count", FIELDS CHAPTER ("In zwei Arbeitsgruppen wurde darüber gesprochen."), "" },

  /* Measures */
  { "missing-period", MEASURE (""), "m-1:period" },
  { "missing-period", MEASURE ("<period>laufend</period>"), "" },
  { "missing-period", MEASURE (STEP ("1", "<period>2014</period>")), "" },
  { "missing-period", TABLE ("<measure id='m-1' status='dropped'/>"), "" },
  { "missing-cost", MEASURE (""), "m-1:cost" },
  { "missing-cost", MEASURE ("<cost>keine</cost>"), "" },
  { "missing-cost", MEASURE ("<cost>noch offen</cost>"), "" },
  { "missing-body", MEASURE (""), "m-1:responsible" },
  { "missing-body", MEASURE (STEP ("1", "<responsible>51</responsible>")), "" },

  { "none-or-open", MEASURE ("<cost>keine</cost>" STEP ("1", "<cost>noch offen</cost>")), "m-1:cost:keine" },
  { "none-or-open", MEASURE ("<cost>keine</cost>" STEP ("1", "<cost>500 €</cost>")), "m-1:cost:keine" },
  { "none-or-open", MEASURE ("<cost>keine</cost>" STEP ("1", "<cost>0 €</cost>") STEP ("2", "<cost>keine</cost>")),
    "" },
  { "none-or-open", MEASURE ("<cost>noch offen</cost>" STEP ("1", "<cost>keine</cost>")), "" },

  { "steps-sum",
    MEASURE ("<cost>640.000 €</cost>" STEP ("1", "<cost>640.000 €</cost>") STEP ("2", "<cost>80.000 €</cost>")),
    "m-1:cost:640.000 €" },
  { "steps-sum", MEASURE ("<cost>30 €</cost>" STEP ("1", "<cost>10 €</cost>") STEP ("2", "<cost>20 €</cost>")), "" },
  { "steps-sum", MEASURE ("<cost>30 €</cost>" STEP ("1", "<cost>10 €</cost>") STEP ("2", "")), "" },
  { "steps-sum", MEASURE ("<cost>30 €</cost>" STEP ("1", "<cost>10 € im Jahr</cost>")), "" },
  { "steps-sum",
    MEASURE ("<cost>30 € einmalig, 10 € im Jahr</cost>" STEP ("1", "<cost>30 €</cost>")
                 STEP ("2", "<cost>10 €</cost>")),
    "" },
  { "steps-sum", MEASURE ("<cost>50 €</cost>" STEP ("1", "<cost>30 € einmalig, 10 € im Jahr</cost>")), "" },

  { "steps-period",
    MEASURE ("<period>2017</period>" STEP ("1", "<period>2016</period>") STEP ("2", "<period>Herbst 2017</period>")),
    "u-1:period:2016" },
  { "steps-period", MEASURE ("<period>2017 bis 2019</period>" STEP ("1", "<period>2018-2020</period>")),
    "u-1:period:2018-2020" },
  { "steps-period",
    MEASURE ("<period>ab 2017</period>" STEP ("1", "<period>2018-2020</period>")
                 STEP ("2", "<period>laufend</period>")),
    "" },

  { "step-pairs",
    MEASURE (STEP ("1", TEXT ("Tun") "<responsible>51</responsible>") STEP ("2", "<responsible>32</responsible>")),
    "u-2:text" },
  { "step-pairs", MEASURE (STEP ("1", TEXT ("Tun") "<responsible>51</responsible>") STEP ("2", TEXT ("Lassen"))),
    "u-2:responsible" },
  { "step-pairs", MEASURE ("<responsible>51</responsible>" STEP ("1", TEXT ("Tun")) STEP ("2", TEXT ("Lassen"))), "" },
  { "step-pairs",
    MEASURE ("<responsible>51</responsible>" STEP ("1", TEXT ("Tun") "<responsible>32</responsible>")
                 STEP ("2", TEXT ("Lassen"))),
    "" },
  { "step-pairs", MEASURE ("<responsible>(1) 51, (2) 32</responsible>" STEP ("1", TEXT ("Tun"))),
    "m-1:responsible:(1) 51, (2) 32" },
  { "step-pairs",
    MEASURE ("<responsible>(1) 51, (3) 32</responsible>" STEP ("1", TEXT ("Tun")) STEP ("2", TEXT ("Lassen"))
                 STEP ("3", TEXT ("Ruhen"))),
    "u-2:responsible" },
  { "step-pairs", MEASURE ("<responsible>(1) 51, (2) 32</responsible>" STEP ("1", TEXT ("Tun")) STEP ("2", "")),
    "u-2:text" },
  { "step-pairs",
    MEASURE ("<responsible>50, (1) 51</responsible>" STEP ("1", TEXT ("Tun")) STEP ("2", TEXT ("Lassen"))), "" },

  { "outside-term", "<term>2021-2025</term>" MEASURE ("<period>2024 bis 2027</period>"), "m-1:period:2024 bis 2027" },
  { "outside-term", "<term>2021-2025</term>" MEASURE ("<period>2014 bis 2016</period>"), "m-1:period:2014 bis 2016" },
  { "outside-term", "<term>2021-2025</term>" MEASURE (STEP ("1", "<period>2026</period>")), "u-1:period:2026" },
  { "outside-term", "<term>2021-2025</term>" MEASURE ("<period>seit 2014</period>"), "" },
  { "outside-term", "<term>2021-2025</term>" MEASURE ("<period>2014-2022</period>"), "" },
  { "outside-term",
    "<term>2021-2025</term>" TABLE (
        "<group id='b-1' status='done'><measure id='m-1'><period>2014</period></measure></group>"),
    "" },
  { "outside-term", MEASURE ("<period>1914</period>"), "" },

  { "over-ceiling",
    MEASURE ("<cost>120.000 €</cost>") "<ceilings id='g-1'><ceiling id='h-1'><amount>100.000 "
                                       "Euro</amount></ceiling></ceilings>",
    "h-1:amount:100.000 Euro" },
  { "over-ceiling",
    MEASURE ("<cost>80.000 €</cost>") "<ceilings id='g-1'><ceiling id='h-1'><amount>100.000 "
                                      "Euro</amount></ceiling></ceilings>",
    "" },
  { "over-ceiling",
    MEASURE ("<period>2018</period><cost>120.000 €</cost>") "<ceilings id='g-1'><ceiling id='h-1'><amount>100.000 "
                                                            "Euro</amount><year>2017</year></ceiling>"
                                                            "<ceiling id='h-2'><amount>100.000 "
                                                            "Euro</amount><year>2018</year></ceiling></ceilings>",
    "h-2:amount:100.000 Euro" },
  { "over-ceiling",
    "<field id='f-1'>" MEASURE (
        "<cost>120 €</cost>") "</field><field id='f-2'/>"
                              "<ceilings id='g-1'><ceiling id='h-1' fields='f-2'><amount>100 €</amount></ceiling>"
                              "<ceiling id='h-2' fields='f-1'><amount>100 €</amount></ceiling></ceilings>",
    "h-2:amount:100 €" },

  /* Goals */
  { "uncovered-goal", GOAL ("z-1") MEASURE (""), "z-1" },
  { "uncovered-goal", GOAL ("z-1"), "" },
  { "uncovered-goal", GOAL ("z-1") TABLE ("<measure id='m-1' serves='z-1'/>"), "" },
  { "idle-measure", GOAL ("z-1") MEASURE (""), "m-1:serves" },
  { "idle-measure", MEASURE (""), "" },

  /* Process */
  { "chronology",
    "<process id='w-1'>" EVENT ("1", "05.07.2016") EVENT ("2", "22.03.2016/ 04.08.2016")
        EVENT ("3", "31.08.2016") "</process>",
    "e-2:dates:22.03.2016/ 04.08.2016" },
  { "chronology",
    "<process id='w-1'>" EVENT ("1", "2016") EVENT ("2", "22.03.2016") EVENT ("3", "30. Juni")
        EVENT ("4", "Mai 2016") "</process>",
    "" },
  { "event-text",
    "<process id='w-1'><event id='e-1'><dates>05.07.2016</dates><participants>24 Personen</participants>" TEXT (
        "Workshop mit 42 Personen am 06.07.2016") "</event></process>",
    "e-1:text:42\ne-1:text:06.07.2016" },
  { "event-text",
    "<process id='w-1'><event id='e-1'><dates>5. Juli 2016</dates><participants>24 Personen</participants>" TEXT (
        "Einladung am 01.06.2016 an 60 Personen; am 05.07.2016 kamen 24 Teilnehmende aus Kapitel 3.") "</event></"
                                                                                                      "process>",
    "" },
  { "weekday", CHAPTER ("Am Freitag, 30. Juni 2017, war Konferenz."), "" },
  { "weekday", CHAPTER ("Am Montag, 30. Juni 2017, war Konferenz."), "c-1:text:Montag, 30. Juni 2017" },
  { "weekday", CHAPTER ("Am Montag, 30. Juni, war Konferenz. Montags am 01.07.2017 nicht."), "" },

  /* Names */
  { "unknown-body", BODIES ("51, AWO", "AWO") ACTORS (ACTOR ("1", "<number>51</number>")), "m-1:responsible:AWO" },
  { "unknown-body",
    BODIES ("51, Jugendamt", "amt 51")
        ACTORS (ACTOR ("1", "<number>51</number><name>Jugendamt</name><spellings>Amt 51</spellings>")),
    "" },
  { "unknown-body", BODIES ("51", "AWO"), "" },
  { "similar-bodies", BODIES ("Ehrenamtsbörse", "Ehrenamtbörse"), "m-2:responsible:Ehrenamtbörse" },
  { "similar-bodies", BODIES ("SKFM", "Skfm"), "m-2:responsible:Skfm" },
  { "similar-bodies", BODIES ("Jugendamt", "Sozialamt"), "" },
  { "similar-bodies", BODIES ("Amt 51", "Amt 52"), "" },
  { "similar-bodies", BODIES ("Ausländeramt", "Ausländerrat"), "" },
  { "similar-bodies", BODIES ("Integrationsrat", "Integrationsamt"), "" },
  { "similar-bodies", BODIES ("Stadtteilbüro Ost", "Stadtteilbüro West"), "" },
  { "similar-bodies", BODIES ("Kita", "Kitas"), "" },
  { "similar-bodies",
    BODIES ("Ehrenamtsbörse", "Ehrenamtbörse")
        ACTORS (ACTOR ("1", "<name>Ehrenamtsbörse</name><spellings>Ehrenamtbörse</spellings>")),
    "" },
  { "nameless-actor",
    ACTORS (ACTOR ("1", "<number>51</number>") ACTOR ("2", "<number>32</number><name>Ordnungsamt</name>")
                ACTOR ("3", "<name>AWO</name>")),
    "a-1:name" },
  { "nameless-actor", ACTORS (ACTOR ("1", "<number>51</number><name>Jugendamt</name>")), "" },
  { "similar-emails", CHAPTER ("Integrationskozept@wiesbaden.de oder Integrationskonzept@wiesbaden.de"),
    "c-1:text:Integrationskozept@wiesbaden.de" },
  { "similar-emails", CHAPTER ("integration@stadt.de, integration@stadt.de"), "" },
  { "similar-emails", CHAPTER ("m.mueller@stadt.de und k.mueller@stadt.de, info@drk.de und info@drv.de"), "" },
  { "similar-emails", CHAPTER ("integration1@stadt.de und integration2@stadt.de"), "" },

  /* Words */
  { "cut-off", CHAPTER ("Es werden Multiplikatoren für die"), "c-1:text:Es werden Multiplikatoren für die" },
  { "cut-off", CHAPTER ("Wir fördern die Integrations-"), "c-1:text:Wir fördern die Integrations-" },
  { "cut-off", CHAPTER ("Die Stadt lädt ein"), "" },
  { "cut-off", CHAPTER ("Von Amts wegen"), "" },
  { "cut-off", CHAPTER ("So geht das"), "" },
  { "cut-off", LIST ("<ul><li>Beratung und</li><li>Begleitung</li></ul>"), "" },
  { "cut-off", LIST ("<ul><li>Beratung und</li></ul>"), "c-1:text:Beratung und" },
  { "cut-off", LIST ("<p>Die Stadt sorgt für die</p><ul><li>Beratung</li></ul>"), "" },
  { "cut-off", HEADING ("Wege in"), "c-1:title:Wege in" },
  { "cut-off", MEASURE ("<cost>5 € für\nden Raum</cost>"), "" },
  { "brackets", CHAPTER ("Gespräche am 22.03.2016/ 03.11.2016)"), "c-1:text:)" },
  { "brackets", CHAPTER ("Gespräche (mit allen [auch Kindern)."), "c-1:text:(" },
  { "brackets", CHAPTER ("1) Erstens, a) zweitens, iv) drittens, 1.2) viertens (so [geht] es)"), "" },
  { "brackets", HEADING ("Sprachkurse (für<br/>Eltern)"), "" },
  { "brackets", MEASURE ("<cost>5 € (für<br/>den Raum)</cost>"), "" },
  { "double-word", CHAPTER ("finden Gespräche statt (z.B. Reflexion) statt."),
    "c-1:text:statt (z.B. Reflexion) statt" },
  { "double-word", CHAPTER ("mit mit den Eltern"), "c-1:text:mit mit" },
  { "double-word", CHAPTER ("Menschen, die die Sprache lernen, der der Stadt, dass sie sie lernen"), "" },
  { "double-word", CHAPTER ("Sport und (vor allem) und Musik, Baden-Baden, nach und nach"), "" },
  { "double-word", CHAPTER ("Eltern, Eltern und Kinder"), "" },
  { "double-space", CHAPTER ("Ausbildung  und Arbeit"), "c-1:text:  " },
  { "double-space", CHAPTER ("Ausbildung und Arbeit"), "" },
  { "mixed-gender", CHAPTER ("Bürgerinnen und Bürger, Lehrer und Lehrerinnen, Multiplikator/innen"),
    "c-1:text:Multiplikator/innen" },
  { "mixed-gender", CHAPTER ("Bürger*innen und Lehrer:innen, Ärzt*innen"), "c-1:text:Lehrer:innen" },
  { "mixed-gender", CHAPTER ("Bürgerinnen und Bürger, Ärztinnen und Ärzte, Studierende"), "" },
  { "mixed-gender", CHAPTER ("Bürgerinnen und Bürger in Berlin und Bern, an/in der Schule, LinkedIn, Ort:in Köln"),
    "" },
  { "mixed-gender", CHAPTER ("Frauen und Mitarbeiterinnen, Bürger/innen"), "" },
  { "mixed-quotes", CHAPTER ("„Vielfalt“ und „Teilhabe“ und \"Beirat\""), "c-1:text:\"Beirat\"" },
  { "mixed-quotes", CHAPTER ("\"Vielfalt\" und \"Teilhabe\", „Beirat für Integration\""),
    "c-1:text:„Beirat für Integration\"" },
  { "mixed-quotes", CHAPTER ("„Vielfalt“, „Teilhabe“ und 15\" Zoll"), "" },
  { "mixed-quotes", CHAPTER ("»Vielfalt« und »Teilhabe«"), "" },
};

static FbDocument *
read_concept (const char *inside)
{
  g_autofree char *xml = NULL;
  g_autofree char *file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (FbNode) root = NULL;
  g_autoptr (GError) error = NULL;

  xml = g_strdup_printf ("<concept xmlns='urn:feldbuch:konzept:1' id='k-1'>%s%s</concept>",
                         strstr (inside, "<term>") == NULL && !g_str_has_prefix (inside, "<title>")
                             ? "<title>Konzept</title>"
                             : "",
                         inside);
  bytes = g_bytes_new (xml, strlen (xml));
  root = fb_reader_read (bytes, "test", NULL, &error);
  g_assert_no_error (error);
  return fb_document_new (root);
}

/* As the table above says it. */
static char *
dup_findings (FbDocument *document, const char *rule)
{
  g_autoptr (FbReview) review = fb_review_new (document);
  GString *string = g_string_new (NULL);

  fb_review_flush (review);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (review)); i++)
    {
      g_autoptr (FbFinding) finding = g_list_model_get_item (G_LIST_MODEL (review), i);
      const FbProperty *property = fb_finding_get_property (finding);
      guint start, end;

      if (!g_str_equal (fb_finding_get_rule (finding)->id, rule))
        continue;
      fb_finding_get_range (finding, &start, &end);
      g_string_append_printf (string, "%s%s", string->len > 0 ? "\n" : "",
                              fb_node_get_id (fb_finding_get_node (finding)));
      if (property != NULL)
        g_string_append_printf (string, ":%s", property->name);
      if (*fb_finding_get_found (finding) != '\0')
        g_string_append_printf (string, ":%s", fb_finding_get_found (finding));

      /* A range names words that are there, and is what was found. */
      if (end > start)
        {
          FbValue *value = fb_node_get_value (fb_finding_get_node (finding), property);
          FbText *text = fb_value_get_text (value);
          const char *words = text != NULL ? fb_text_get_buffer (text, NULL) : fb_value_get_words (value);

          g_assert_cmpuint (end, <=, strlen (words));
          if (!g_str_equal (rule, "dangling"))
            {
              g_assert_cmpuint (strlen (fb_finding_get_found (finding)), ==, end - start);
              g_assert_cmpmem (words + start, end - start, fb_finding_get_found (finding), end - start);
            }
        }
      g_assert_cmpstr (fb_finding_get_message (finding), !=, "");
      g_assert_true (g_utf8_validate (fb_finding_get_message (finding), -1, NULL));
    }

  return g_string_free (string, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (FbDocument) document = read_concept (test->inside);
  g_autofree char *found = dup_findings (document, test->rule);

  g_assert_nonnull (fb_rule_find (test->rule));
  g_assert_cmpstr (found, ==, test->expected);
}

/* Each rule is found by one case at least, and keeps silent in another. */
static void
test_every_rule (void)
{
  guint n_rules;
  const FbRule *rules = fb_rules_get (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    {
      guint n_found = 0;
      guint n_silent = 0;

      for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
        if (g_str_equal (cases[j].rule, rules[i].id))
          {
            if (*cases[j].expected != '\0')
              n_found++;
            else
              n_silent++;
          }
      if (n_found == 0 || n_silent == 0)
        {
          g_test_message ("%s is not tested", rules[i].id);
          g_test_fail ();
        }
    }
}

static void
test_table (void)
{
  guint n_rules;
  const FbRule *rules = fb_rules_get (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    {
      g_assert_true (fb_rule_find (rules[i].id) == &rules[i]);
      g_assert_cmpstr (fb_rule_get_message (&rules[i]), !=, "");
      g_assert_cmpstr (fb_rule_get_explanation (&rules[i]), !=, "");
      g_assert_null (strchr (rules[i].message, '\n'));
      /* Stricter, the nearer the council is. */
      g_assert_cmpint (rules[i].severity[FB_PHASE_DRAFT], <=, rules[i].severity[FB_PHASE_CONSULTATION]);
      g_assert_cmpint (rules[i].severity[FB_PHASE_CONSULTATION], <=, rules[i].severity[FB_PHASE_COUNCIL]);
    }
  g_assert_null (fb_rule_find ("nonsense"));
}

static void
test_phases (void)
{
  FbPhase phase = FB_PHASE_DRAFT;
  g_autoptr (FbDocument) document = read_concept ("");
  FbNode *root = fb_document_get_root (document);
  static const struct
  {
    const char *name;
    FbPhase phase;
  } phases[] = {
    { "draft", FB_PHASE_DRAFT },
    { "consultation", FB_PHASE_CONSULTATION },
    { "council", FB_PHASE_COUNCIL },
    { "adopted", FB_PHASE_COUNCIL },
  };

  g_assert_cmpint (fb_phase_of_document (document), ==, FB_PHASE_DRAFT);
  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    {
      g_autoptr (FbValue) value = fb_value_new_choice (phases[i].name);

      fb_document_set (document, root, fb_kind_get_property (FB_KIND_CONCEPT, "phase"), value);
      g_assert_cmpint (fb_phase_of_document (document), ==, phases[i].phase);
    }
  g_assert_true (fb_phase_from_name ("council", &phase));
  g_assert_cmpint (phase, ==, FB_PHASE_COUNCIL);
  g_assert_false (fb_phase_from_name ("adopted", &phase));
  g_assert_cmpstr (fb_phase_get_name (FB_PHASE_CONSULTATION), ==, "consultation");
  g_assert_cmpstr (fb_severity_get_name (FB_SEVERITY_ERROR), ==, "error");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/table", test_table);
  g_test_add_func ("/rules/every-rule", test_every_rule);
  g_test_add_func ("/rules/phases", test_phases);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rules/%s/%u", cases[i].rule, i);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
