/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "review/fb-rules-private.h"

#define OFF FB_SEVERITY_OFF
#define HINT FB_SEVERITY_HINT
#define WARNING FB_SEVERITY_WARNING
#define ERROR FB_SEVERITY_ERROR

#define K(kind) FB_KIND_MASK (FB_KIND_##kind)
#define ANY G_MAXUINT64
#define HEADINGS (K (CHAPTER) | K (FIELD) | K (GOALS) | K (MEASURES))

/* What a rule is run on, and by what. */
#define NODE(kinds, check) FB_DEPENDS_NODE, (kinds), check, NULL, 0, NULL, FALSE
#define BRANCH(kinds, check) FB_DEPENDS_BRANCH, (kinds), check, NULL, 0, NULL, FALSE
/* … and when these kinds come, go or change in these properties: */
#define NODE_AND(kinds, check, touched_by, properties) \
  FB_DEPENDS_NODE, (kinds), check, NULL, (touched_by), properties, TRUE
#define BRANCH_AND(kinds, check, touched_by, properties) \
  FB_DEPENDS_BRANCH, (kinds), check, NULL, (touched_by), properties, TRUE
/* What is collected from single nodes: */
#define FACTS(kinds, collect, check, touched_by, properties) \
  FB_DEPENDS_DOCUMENT, (kinds), check, collect, (touched_by), properties, FALSE
#define FACTS_ANEW(kinds, collect, check, touched_by, properties) \
  FB_DEPENDS_DOCUMENT, (kinds), check, collect, (touched_by), properties, TRUE

/* Checks warn and never block. A row: id, severity in draft, consultation and council, message, explanation, what it
 * is run on and by what, repair. */
static const FbRule rules[] = {
  /* Numbers and titles */
  { "stale-number", { WARNING, WARNING, ERROR }, N_("A number in the text is not in the concept"),
    N_("A field or chapter is called by a number that it does not have. Numbers typed by hand are wrong as soon as "
       "something moves; a cross-reference follows."),
    FACTS (ANY, fb_collect_calls, fb_check_stale_numbers, HEADINGS | K (CONCEPT),
           "number code numbering unnumbered title"),
    NULL },
  { "stale-title", { HINT, WARNING, WARNING }, N_("A title in the text differs from the heading"),
    N_("A caption or the text names a field or chapter by other words than its heading. One of them is probably of an "
       "earlier edition."),
    FACTS (ANY, fb_collect_titles, fb_check_stale_titles, HEADINGS | K (CONCEPT),
           "number code numbering unnumbered title"),
    NULL },
  { "typed-number", { WARNING, WARNING, WARNING }, N_("A number is typed into a heading"),
    N_("Headings are counted by the program. A typed number is printed behind the counted one."),
    NODE (HEADINGS, fb_check_typed_number), fb_repair_typed_number },
  { "heading-colon", { HINT, HINT, HINT }, N_("A heading ends with a colon"),
    N_("In the table of contents the colon leads to nothing. A heading needs no mark at its end."),
    NODE (HEADINGS, fb_check_heading_colon), fb_repair_heading_colon },
  { "untitled", { HINT, WARNING, ERROR }, N_("A title is missing"),
    N_("What has no title is printed without one, and cannot be found in the table of contents."),
    NODE (K (CONCEPT) | K (CHAPTER) | K (FIELD) | K (GOAL) | K (MEASURE), fb_check_untitled), NULL },
  { "duplicate-number", { WARNING, ERROR, ERROR }, N_("A number is given twice"),
    N_("Two entries of one list have the same number of their own, so that nobody can tell which is meant."),
    FACTS (K (FIELD) | K (GOAL) | K (MEASURE) | K (STEP) | K (ACTOR), fb_collect_numbers, fb_check_duplicate_numbers,
           K (MEASURES), "numbering"),
    NULL },
  { "step-number", { WARNING, WARNING, ERROR }, N_("The number of a step does not fit its measure"),
    N_("The other steps of the measure begin with its number, this one with another."),
    BRANCH (K (MEASURE), fb_check_step_numbers), NULL },
  { "empty-part", { HINT, WARNING, ERROR }, N_("A part is empty"),
    N_("The heading would be printed with nothing below it."),
    BRANCH (K (CONCEPT) | HEADINGS | K (GOAL), fb_check_empty_parts), NULL },
  { "no-alternative", { HINT, WARNING, ERROR }, N_("A picture has no alternative text"),
    N_("Who does not see the picture learns nothing of it. Describe what it shows, or mark it as decorative."),
    NODE (K (FIGURE), fb_check_alternative), NULL },
  { "dangling", { WARNING, WARNING, ERROR }, N_("A reference leads nowhere"),
    N_("What it refers to has been deleted."), FACTS (ANY, fb_collect_references, fb_check_dangling, ANY, NULL), NULL },
  { "claimed-count", { WARNING, WARNING, ERROR }, N_("A number claimed in the text differs from the data"),
    N_("The text says how many there are, and there are more or fewer."),
    FACTS (ANY, fb_collect_claims, fb_check_claimed_counts,
           K (CONCEPT) | K (FIELD) | K (GOAL) | K (MEASURE) | K (EVENT), "level kind title edition as-of term"),
    NULL },

  /* Measures */
  { "missing-period", { HINT, WARNING, ERROR }, N_("A measure has no period"),
    N_("Neither the measure nor its steps say when."), BRANCH (K (MEASURE), fb_check_missing_period), NULL },
  { "missing-cost", { HINT, WARNING, ERROR }, N_("A measure has no cost"),
    N_("Neither the measure nor its steps say at what cost. “keine” and “noch offen” are answers, too."),
    BRANCH (K (MEASURE), fb_check_missing_cost), NULL },
  { "missing-body", { HINT, WARNING, ERROR }, N_("A measure has no responsible body"),
    N_("Neither the measure nor its steps say who."), BRANCH (K (MEASURE), fb_check_missing_body), NULL },
  { "none-or-open", { WARNING, WARNING, ERROR }, N_("“None” stands against “open”"),
    N_("A cost is said to be none in one place, and to be open or an amount in another."),
    BRANCH (K (MEASURE), fb_check_none_or_open), NULL },
  { "steps-sum", { WARNING, WARNING, ERROR }, N_("The cost differs from the sum of the steps"),
    N_("A measure's own cost counts. All its steps have amounts, and they come to another sum."),
    BRANCH (K (MEASURE), fb_check_steps_sum), NULL },
  { "steps-period", { WARNING, WARNING, ERROR }, N_("A step lies outside the period of its measure"),
    N_("The step begins before its measure or ends after it."), BRANCH (K (MEASURE), fb_check_steps_period), NULL },
  { "step-pairs", { WARNING, WARNING, ERROR }, N_("Steps and bodies do not fit together"),
    N_("A step names a body but says nothing, or says something while only the other steps name bodies."),
    BRANCH (K (MEASURE), fb_check_step_pairs), NULL },
  { "outside-term", { WARNING, WARNING, WARNING }, N_("A period lies outside the term of the concept"),
    N_("The measure is over before the concept begins, or goes on after its end."),
    BRANCH_AND (K (MEASURE), fb_check_term, K (CONCEPT) | K (GROUP), "term status"), NULL },
  { "over-ceiling", { WARNING, WARNING, ERROR }, N_("The costs are above a ceiling"),
    N_("What is known of the costs is more than was resolved."),
    FACTS_ANEW (K (MEASURE), fb_collect_costs, fb_check_ceilings, K (CEILING), "amount year fields"),
    NULL },

  /* Goals */
  { "uncovered-goal", { HINT, WARNING, WARNING }, N_("No measure serves a goal"),
    N_("The concept has measures, but none that serves this goal or one below it."),
    FACTS (K (MEASURE), fb_collect_served, fb_check_uncovered_goals, K (GOAL) | K (MEASURES) | K (MEASURE), NULL),
    NULL },
  { "idle-measure", { HINT, HINT, WARNING }, N_("A measure serves no goal"),
    N_("The concept has goals, but the measure does not say which of them it serves."),
    NODE_AND (K (MEASURE), fb_check_idle_measure, K (GOAL), NULL), NULL },

  /* Process */
  { "chronology", { HINT, WARNING, WARNING }, N_("Process steps are out of order"),
    N_("A step stands behind one that began later."), BRANCH (K (PROCESS), fb_check_chronology), NULL },
  { "event-text", { WARNING, WARNING, WARNING }, N_("The text of a process step differs from its data"),
    N_("The text is what is printed; dates and numbers in it should be those that are entered."),
    NODE (K (EVENT), fb_check_event_text), NULL },
  { "weekday", { WARNING, WARNING, ERROR }, N_("A weekday does not fit its date"), N_("One of the two is wrong."),
    NODE (ANY, fb_check_weekdays), NULL },

  /* Names */
  { "unknown-body", { HINT, WARNING, WARNING }, N_("A body is not in the register"),
    N_("Add it to the register of actors, or correct its spelling."),
    FACTS_ANEW (K (MEASURE) | K (STEP), fb_collect_bodies, fb_check_unknown_bodies, K (ACTOR),
                "number name spellings"),
    NULL },
  { "similar-bodies", { WARNING, WARNING, WARNING }, N_("Two bodies are spelled nearly alike"),
    N_("Probably one is meant. If both spellings are right, enter one as a spelling of the other."),
    FACTS_ANEW (K (MEASURE) | K (STEP), fb_collect_bodies, fb_check_similar_bodies, K (ACTOR),
                "number name spellings"),
    NULL },
  { "nameless-actor", { HINT, HINT, HINT }, N_("An actor has only a number"),
    N_("Who does not work in the house does not know which department that is."),
    NODE (K (ACTOR), fb_check_nameless_actor), NULL },
  { "similar-emails", { WARNING, WARNING, ERROR }, N_("Two e-mail addresses differ by a letter"),
    N_("Probably one of them is misspelled."), FACTS (ANY, fb_collect_emails, fb_check_similar_emails, 0, NULL),
    NULL },

  /* Words */
  { "cut-off", { WARNING, ERROR, ERROR }, N_("A sentence breaks off"), N_("The last word calls for another."),
    NODE (ANY, fb_check_cut_off), NULL },
  { "brackets", { WARNING, WARNING, WARNING }, N_("A bracket has no partner"),
    N_("A bracket is opened and not closed, or closed and not opened."), NODE (ANY, fb_check_brackets), NULL },
  { "double-word", { WARNING, WARNING, WARNING }, N_("A word stands twice"), N_("One of them is probably left over."),
    NODE (ANY, fb_check_double_words), NULL },
  { "double-space", { HINT, HINT, HINT }, N_("Two spaces stand together"), N_("One is enough."),
    NODE (ANY, fb_check_double_spaces), fb_repair_double_spaces },
  { "mixed-gender", { HINT, HINT, WARNING }, N_("Forms of gender are mixed"),
    N_("Use one form throughout: both words, a slash, a star, a colon or another."),
    FACTS (ANY, fb_collect_genders, fb_check_mixed_gender, 0, NULL), NULL },
  { "mixed-quotes", { HINT, HINT, WARNING }, N_("Forms of quotation marks are mixed"),
    N_("Use one form throughout."), FACTS (ANY, fb_collect_quotes, fb_check_mixed_quotes, 0, NULL), NULL },
};

/**
 * fb_rules_get:
 * @n_rules: (out) (optional): their number
 *
 * Returns: (transfer none): all rules
 */
const FbRule *
fb_rules_get (guint *n_rules)
{
  if (n_rules != NULL)
    *n_rules = G_N_ELEMENTS (rules);
  return rules;
}

/** Returns: (nullable): the rule called @id. */
const FbRule *
fb_rule_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i].id, id))
      return &rules[i];
  return NULL;
}

const char *
fb_rule_get_message (const FbRule *rule)
{
  return _(rule->message);
}

const char *
fb_rule_get_explanation (const FbRule *rule)
{
  return _(rule->explanation);
}

static const char *const phase_names[] = {
  [FB_PHASE_DRAFT] = "draft",
  [FB_PHASE_CONSULTATION] = "consultation",
  [FB_PHASE_COUNCIL] = "council",
};

/** Returns: the phase of the concept itself; one that is adopted is checked as before the council. */
FbPhase
fb_phase_of_document (FbDocument *document)
{
  const char *name = fb_node_get_words (fb_document_get_root (document), "phase");
  FbPhase phase = FB_PHASE_DRAFT;

  if (g_strcmp0 (name, "adopted") == 0)
    return FB_PHASE_COUNCIL;
  if (name != NULL)
    fb_phase_from_name (name, &phase);
  return phase;
}

/** Returns: whether there is a phase called @name. */
gboolean
fb_phase_from_name (const char *name,
                    FbPhase    *phase)
{
  for (guint i = 0; i < G_N_ELEMENTS (phase_names); i++)
    if (g_str_equal (phase_names[i], name))
      {
        *phase = i;
        return TRUE;
      }
  return FALSE;
}

const char *
fb_phase_get_name (FbPhase phase)
{
  return phase_names[phase];
}

static const struct
{
  const char *name;
  const char *label;
} severities[] = {
  [FB_SEVERITY_OFF] = { "off", N_("Off") },
  [FB_SEVERITY_HINT] = { "hint", N_("Hint") },
  [FB_SEVERITY_WARNING] = { "warning", N_("Warning") },
  [FB_SEVERITY_ERROR] = { "error", N_("Error") },
};

/** Returns: the name for machines. */
const char *
fb_severity_get_name (FbSeverity severity)
{
  return severities[severity].name;
}

/** Returns: the name for people, translated. */
const char *
fb_severity_get_label (FbSeverity severity)
{
  return _(severities[severity].label);
}
