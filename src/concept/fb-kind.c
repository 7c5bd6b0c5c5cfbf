/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "concept/fb-kind.h"

#include <glib/gi18n-lib.h>

/* The one description of the kinds. Reading, writing, forms, tables, search, checks and CSV walk these tables:
 * a row added here exists everywhere. Attributes are written in the order of their rows. */

#define WORDS(name, label, flags, reads, help) { name, label, FB_VALUE_WORDS, (flags), (reads), NULL, 0, help }
#define LINE(name, label, flags, reads, help) WORDS (name, label, FB_PROPERTY_LINE | (flags), reads, help)
#define RICH(name, label, flags) { name, label, FB_VALUE_RICH, (flags), FB_READS_NOTHING, NULL, 0, NULL }
#define CHOICE(name, label, choices, help) \
  { name, label, FB_VALUE_CHOICE, FB_PROPERTY_NONE, FB_READS_NOTHING, choices, 0, help }
#define REFS(name, label, targets, help) \
  { name, label, FB_VALUE_REFS, FB_PROPERTY_NONE, FB_READS_NOTHING, NULL, (targets), help }
#define FLAG(name, label, help) { name, label, FB_VALUE_FLAG, FB_PROPERTY_NONE, FB_READS_NOTHING, NULL, 0, help }
#define END { NULL }

#define T FB_PROPERTY_TRANSLATABLE
#define R FB_PROPERTY_REQUIRED
#define P FB_PROPERTY_PRINTED
#define I FB_PROPERTY_INTERNAL

#define LANGUAGE \
  { "xml:lang", N_("Language"), FB_VALUE_LANGUAGE, FB_PROPERTY_LINE, FB_READS_NOTHING, NULL, 0, \
    N_("A language tag such as “de” or “tr”; empty means the language of what is around it.") }
#define TITLE LINE ("title", N_("Title"), T | R | P, FB_READS_NOTHING, NULL)
#define OWN_NUMBER \
  LINE ("number", N_("Own number"), P, FB_READS_ORDINAL, N_("Printed in place of the counted number."))
#define UNNUMBERED FLAG ("unnumbered", N_("Without number"), N_("The heading gets no number and is not counted."))
#define TEXT RICH ("text", N_("Text"), T | P)
#define PERIOD LINE ("period", N_("Period"), T | R | P, FB_READS_PERIOD, N_("When: “2014”, “ab 2017”, “laufend” …"))
#define COST \
  WORDS ("cost", N_("Cost"), T | R | P, FB_READS_MONEY, N_("An amount, or words: “keine” and “noch offen” differ."))
#define RESPONSIBLE \
  WORDS ("responsible", N_("Responsible"), T | R | P, FB_READS_RESPONSIBLE, \
         N_("Bodies, separated by commas; numbers of departments are known from the register."))
#define STATUS CHOICE ("status", N_("Status"), statuses, NULL)

static const FbChoice genres[] = {
  { "integration", N_("Integration concept") },
  { "action", N_("Action concept") },
  { "plan", N_("Action plan") },
  { "climate", N_("Climate protection concept") },
  { "inclusion", N_("Inclusion plan") },
  { "other", N_("Other concept") },
  { NULL },
};

static const FbChoice phases[] = {
  { "draft", N_("Draft") },
  { "consultation", N_("Consultation") },
  { "council", N_("Council") },
  { "adopted", N_("Adopted") },
  { NULL },
};

static const FbChoice numberings[] = {
  { "decimal", N_("1, 2, 3") },
  { "letters", N_("a, b, c") },
  { "roman", N_("I, II, III") },
  { NULL },
};

static const FbChoice roles[] = {
  { "foreword", N_("Foreword") },
  { "introduction", N_("Introduction") },
  { "summary", N_("Summary") },
  { "situation", N_("Starting situation") },
  { "understanding", N_("Understanding and guidelines") },
  { "strengths", N_("Strengths and potentials") },
  { "goals", N_("Core goals") },
  { "process", N_("Process and participation") },
  { "fields", N_("Fields of action") },
  { "structures", N_("Structures of implementation") },
  { "monitoring", N_("Monitoring") },
  { "annex", N_("Annex") },
  { "imprint", N_("Imprint") },
  { NULL },
};

static const FbChoice generated[] = {
  { "process", N_("Process steps") },
  { "resolutions", N_("Resolutions") },
  { "actors", N_("Actors and abbreviations") },
  { "goals", N_("Overview of goals") },
  { "measures", N_("Overview of measures") },
  { "coverage", N_("Goals and measures: coverage") },
  { "costs", N_("Costs against ceilings") },
  { "timeline", N_("Timeline") },
  { "editions", N_("Editions") },
  { NULL },
};

static const FbChoice levels[] = {
  { "guiding", N_("Guiding goal") },
  { "intermediate", N_("Intermediate goal") },
  { "action", N_("Action goal") },
  { NULL },
};

static const FbChoice goal_schemes[] = {
  { "field", N_("Field and goal: 2.1, 2.2") },
  { "running", N_("Running: 1, 2, 3") },
  { "free", N_("Own numbers only") },
  { NULL },
};

static const FbChoice measure_scopes[] = {
  { "table", N_("In this table") },
  { "field", N_("Through the field") },
  { "concept", N_("Through the concept") },
  { NULL },
};

static const FbChoice layouts[] = {
  { "table", N_("Table") },
  { "sheets", N_("One sheet per measure") },
  { "list", N_("List") },
  { NULL },
};

static const FbChoice shown[] = {
  { "number", N_("Number") },
  { "title", N_("Title, text and steps") },
  { "period", N_("Period") },
  { "cost", N_("Cost") },
  { "responsible", N_("Responsible") },
  { "partners", N_("Partners") },
  { "target-group", N_("Target group") },
  { "place", N_("Place") },
  { "priority", N_("Priority") },
  { "status", N_("Status") },
  { "maturity", N_("Maturity") },
  { "funding", N_("Funding") },
  { "remarks", N_("Remarks") },
  { "serves", N_("Goals served") },
  { "related", N_("Related measures") },
  { NULL },
};

static const FbChoice column_types[] = {
  { "words", N_("Words") },
  { "choice", N_("Choice from a list") },
  { "number", N_("Number") },
  { "period", N_("Period") },
  { "money", N_("Amount of money") },
  { NULL },
};

static const FbChoice statuses[] = {
  { "planned", N_("Planned") },
  { "running", N_("Running") },
  { "done", N_("Done") },
  { "postponed", N_("Postponed") },
  { "dropped", N_("Dropped") },
  { NULL },
};

static const FbChoice priorities[] = {
  { "high", N_("High") },
  { "medium", N_("Medium") },
  { "low", N_("Low") },
  { NULL },
};

static const FbChoice maturities[] = {
  { "idea", N_("Idea") },
  { "inquiry", N_("Inquiry") },
  { "measure", N_("Measure") },
  { NULL },
};

static const FbChoice fates[] = {
  { "continued", N_("Goes on") },
  { "changed", N_("Changed") },
  { "done", N_("Done") },
  { "dropped", N_("Dropped") },
  { "merged", N_("Merged") },
  { "split", N_("Split") },
  { NULL },
};

static const FbChoice actor_kinds[] = {
  { "department", N_("Department of the authority") },
  { "council", N_("Council or committee") },
  { "welfare", N_("Welfare organisation") },
  { "association", N_("Association or initiative") },
  { "community", N_("Religious community") },
  { "education", N_("School or education provider") },
  { "company", N_("Company") },
  { "state", N_("State or federal body") },
  { "person", N_("Person or group of persons") },
  { "other", N_("Other") },
  { NULL },
};

static const FbChoice event_kinds[] = {
  { "interviews", N_("Interview study") },
  { "survey", N_("Survey") },
  { "workshop", N_("Workshop") },
  { "conference", N_("Conference") },
  { "meeting", N_("Meeting") },
  { "presentation", N_("Presentation") },
  { "working-group", N_("Working group") },
  { "resolution", N_("Resolution") },
  { "other", N_("Other") },
  { NULL },
};

static const FbProperty concept_properties[] = {
  LANGUAGE,
  CHOICE ("genre", N_("Kind of concept"), genres, NULL),
  CHOICE ("phase", N_("Phase"), phases, N_("Checks are stricter the nearer the council is.")),
  CHOICE ("numbering", N_("Chapters are numbered"), numberings, NULL),
  WORDS ("title", N_("Title"), T | R | P, FB_READS_NOTHING, NULL),
  WORDS ("own-title", N_("Own title"), T | P, FB_READS_NOTHING,
         N_("A name of its own, such as “Vielfalt in der Region”.")),
  WORDS ("subtitle", N_("Subtitle"), T | P, FB_READS_NOTHING, NULL),
  WORDS ("occasion", N_("Occasion"), T | P, FB_READS_NOTHING, N_("The meeting this copy is presented to.")),
  LINE ("authority", N_("Authority"), T | R | P, FB_READS_NOTHING,
        N_("The town, district or authority whose concept it is.")),
  LINE ("edition", N_("Edition"), T | P, FB_READS_NOTHING, N_("Such as “Fortschreibung 2016”.")),
  LINE ("ordinal", N_("Number of the edition"), FB_PROPERTY_NONE, FB_READS_ORDINAL, NULL),
  LINE ("as-of", N_("As of"), T | P, FB_READS_DATES, N_("The date that this version stands for.")),
  LINE ("term", N_("Term"), T | P, FB_READS_PERIOD, N_("The years for which the concept is made.")),
  LINE ("contents-title", N_("Heading of the contents"), T | P, FB_READS_NOTHING, NULL),
  RICH ("text", N_("Text on the title page"), T | P),
  END
};

static const FbProperty chapter_properties[] = {
  LANGUAGE,
  CHOICE ("role", N_("Role"), roles, NULL),
  CHOICE ("numbering", N_("Parts are numbered"), numberings, NULL),
  CHOICE ("generates", N_("Generates"), generated, N_("A register or overview printed behind the text.")),
  UNNUMBERED,
  TITLE,
  OWN_NUMBER,
  TEXT,
  END
};

static const FbProperty figure_properties[] = {
  FLAG ("decorative", N_("Decorative"), N_("Says nothing that the text does not say; screen readers pass over it.")),
  { "image", N_("Picture"), FB_VALUE_IMAGE, P, FB_READS_NOTHING, NULL, 0, NULL },
  LINE ("caption", N_("Caption"), T | P, FB_READS_NOTHING, NULL),
  WORDS ("alternative", N_("Alternative text"), T | R | P, FB_READS_NOTHING,
         N_("What the picture shows, for those who do not see it.")),
  LINE ("source", N_("Source"), T | P, FB_READS_NOTHING, NULL),
  LINE ("licence", N_("Licence"), P, FB_READS_NOTHING, NULL),
  END
};

static const FbProperty field_properties[] = {
  LANGUAGE,
  CHOICE ("numbering", N_("Parts are numbered"), numberings, NULL),
  UNNUMBERED,
  TITLE,
  OWN_NUMBER,
  LINE ("code", N_("Code of the field"), P, FB_READS_ORDINAL,
        N_("The field's own number or letters, such as “2” or “AW”; it need not be the chapter's number.")),
  TEXT,
  END
};

static const FbProperty goals_properties[] = {
  CHOICE ("numbering", N_("Goals are numbered"), goal_schemes, NULL),
  UNNUMBERED,
  TITLE,
  OWN_NUMBER,
  TEXT,
  END
};

static const FbProperty goal_properties[] = {
  CHOICE ("level", N_("Level"), levels, NULL),
  LINE ("code", N_("Own number"), P, FB_READS_ORDINAL, N_("Printed in place of the counted number.")),
  WORDS ("title", N_("Title"), T | R | P, FB_READS_NOTHING, NULL),
  TEXT,
  END
};

static const FbProperty indicator_properties[] = {
  TITLE,
  LINE ("unit", N_("Unit"), T | P, FB_READS_NOTHING, NULL),
  LINE ("baseline", N_("Baseline"), T | P, FB_READS_NOTHING, NULL),
  LINE ("target", N_("Target value"), T | P, FB_READS_NOTHING, NULL),
  LINE ("actual", N_("Actual value"), T | P, FB_READS_NOTHING, NULL),
  WORDS ("verification", N_("Verification"), T | P, FB_READS_NOTHING, N_("Where the value comes from.")),
  END
};

static const FbProperty measures_properties[] = {
  CHOICE ("numbering", N_("Measures are counted"), measure_scopes, NULL),
  CHOICE ("layout", N_("Layout"), layouts, NULL),
  UNNUMBERED,
  TITLE,
  OWN_NUMBER,
  WORDS ("caption", N_("Caption"), T | P, FB_READS_NOTHING, NULL),
  TEXT,
  END
};

static const FbProperty column_properties[] = {
  CHOICE ("shows", N_("Shows"), shown, N_("The property in this column; nothing makes it a column of your own.")),
  CHOICE ("type", N_("Type"), column_types, NULL),
  TITLE,
  WORDS ("choices", N_("Choices"), T, FB_READS_NOTHING, N_("One a line.")),
  LINE ("width", N_("Width"), FB_PROPERTY_NONE, FB_READS_NOTHING, N_("In hundredths of the table's width.")),
  END
};

static const FbProperty group_properties[] = {
  CHOICE ("status", N_("Status of its measures"), statuses, NULL),
  TITLE,
  END
};

static const FbProperty measure_properties[] = {
  STATUS,
  CHOICE ("priority", N_("Priority"), priorities, NULL),
  CHOICE ("maturity", N_("Maturity"), maturities, NULL),
  REFS ("serves", N_("Goals served"), FB_KIND_MASK (FB_KIND_GOAL), NULL),
  REFS ("related", N_("Related measures"), FB_KIND_MASK (FB_KIND_MEASURE), NULL),
  REFS ("lineage", N_("Comes from"), FB_KIND_MASK (FB_KIND_MEASURE), N_("The measures of the edition before.")),
  CHOICE ("fate", N_("What became of it"), fates, NULL),
  FLAG ("uncounted", N_("Not counted in sums"), N_("For amounts that stand in another budget already.")),
  OWN_NUMBER,
  WORDS ("title", N_("Title"), T | R | P, FB_READS_NOTHING, NULL),
  TEXT,
  PERIOD,
  COST,
  RESPONSIBLE,
  WORDS ("partners", N_("Partners"), T | P, FB_READS_RESPONSIBLE, NULL),
  WORDS ("target-group", N_("Target group"), T | P, FB_READS_NOTHING, NULL),
  WORDS ("place", N_("Place"), T | P, FB_READS_NOTHING, NULL),
  WORDS ("funding", N_("Funding"), T | P, FB_READS_NOTHING, NULL),
  RICH ("remarks", N_("Remarks"), T | P),
  END
};

static const FbProperty step_properties[] = {
  STATUS,
  OWN_NUMBER,
  LINE ("title", N_("Title"), T | P, FB_READS_NOTHING, NULL),
  TEXT,
  RESPONSIBLE,
  PERIOD,
  COST,
  END
};

static const FbProperty report_properties[] = {
  STATUS,
  LINE ("date", N_("Date"), P, FB_READS_DATES, NULL),
  TEXT,
  END
};

/* The registers: a heading and an introduction, for when a chapter prints them. */
static const FbProperty register_properties[] = {
  LINE ("title", N_("Title"), T | P, FB_READS_NOTHING, NULL),
  TEXT,
  END
};

static const FbProperty actor_properties[] = {
  CHOICE ("kind", N_("Kind"), actor_kinds, NULL),
  LINE ("number", N_("Number"), P, FB_READS_ORDINAL, N_("The number of the department, such as “51”.")),
  LINE ("name", N_("Name"), T | P, FB_READS_NOTHING, NULL),
  WORDS ("spellings", N_("Short names and spellings"), FB_PROPERTY_NONE, FB_READS_NOTHING, N_("One a line.")),
  WORDS ("role", N_("Role"), T | P, FB_READS_NOTHING, NULL),
  WORDS ("contact", N_("Contact"), I, FB_READS_NOTHING, N_("Internal: not exported.")),
  END
};

static const FbProperty event_properties[] = {
  CHOICE ("kind", N_("Kind"), event_kinds, NULL),
  REFS ("fields", N_("Fields concerned"), FB_KIND_MASK (FB_KIND_FIELD), NULL),
  LINE ("title", N_("Title"), T | P, FB_READS_NOTHING, NULL),
  LINE ("dates", N_("Dates"), T | P, FB_READS_DATES, NULL),
  LINE ("participants", N_("Number of participants"), T | P, FB_READS_NOTHING, NULL),
  WORDS ("attendees", N_("Who took part"), T | P, FB_READS_NOTHING, NULL),
  LINE ("venue", N_("Venue"), T | P, FB_READS_NOTHING, NULL),
  WORDS ("purpose", N_("Purpose"), T | P, FB_READS_NOTHING, NULL),
  WORDS ("result", N_("Result"), T | P, FB_READS_NOTHING, NULL),
  RICH ("text", N_("Text as printed"), T | P),
  END
};

static const FbProperty resolution_properties[] = {
  LINE ("body", N_("Body"), T | P, FB_READS_NOTHING, NULL),
  LINE ("number", N_("Number"), P, FB_READS_ORDINAL, NULL),
  LINE ("date", N_("Date"), P, FB_READS_DATES, NULL),
  LINE ("vote", N_("Vote"), T | P, FB_READS_NOTHING, NULL),
  TEXT,
  END
};

static const FbProperty ceiling_properties[] = {
  REFS ("resolution", N_("Resolution"), FB_KIND_MASK (FB_KIND_RESOLUTION), NULL),
  REFS ("fields", N_("Fields concerned"), FB_KIND_MASK (FB_KIND_FIELD), N_("None means the whole concept.")),
  LINE ("amount", N_("Amount"), T | R | P, FB_READS_MONEY, NULL),
  LINE ("year", N_("Year"), P, FB_READS_PERIOD, NULL),
  WORDS ("source", N_("Source"), T | P, FB_READS_NOTHING, NULL),
  END
};

static const FbProperty edition_properties[] = {
  LINE ("year", N_("Year"), P, FB_READS_PERIOD, NULL),
  LINE ("title", N_("Kind of edition"), T | P, FB_READS_NOTHING, NULL),
  WORDS ("resolution", N_("Resolution"), T | P, FB_READS_NOTHING, NULL),
  RICH ("text", N_("What was new"), T | P),
  END
};

static const FbProperty waiver_properties[] = {
  REFS ("place", N_("Place"), 0, NULL),
  LINE ("rule", N_("Rule"), I, FB_READS_NOTHING, NULL),
  LINE ("found", N_("What was found"), I, FB_READS_NOTHING, NULL),
  WORDS ("reason", N_("Reason"), I, FB_READS_NOTHING, NULL),
  END
};

#define K(kind) FB_KIND_MASK (FB_KIND_##kind)
#define REGISTERS (K (ACTORS) | K (PROCESS) | K (RESOLUTIONS) | K (CEILINGS) | K (EDITIONS))

static const FbKindInfo kinds[] = {
  /* kind, element, label, icon, id prefix, properties, children, single, internal */
  { FB_KIND_CONCEPT, "concept", N_("Concept"), "x-office-document-symbolic", "k", concept_properties,
    K (CHAPTER) | K (FIELD) | K (FIGURE) | K (GOALS) | K (MEASURES) | REGISTERS | K (WAIVERS), FALSE, FALSE },
  { FB_KIND_CHAPTER, "chapter", N_("Chapter"), "fb-chapter-symbolic", "c", chapter_properties,
    K (CHAPTER) | K (FIELD) | K (FIGURE) | K (GOALS) | K (MEASURES), FALSE, FALSE },
  { FB_KIND_FIGURE, "figure", N_("Figure"), "image-x-generic-symbolic", "p", figure_properties, 0, FALSE, FALSE },
  { FB_KIND_FIELD, "field", N_("Field of action"), "fb-field-symbolic", "f", field_properties,
    K (CHAPTER) | K (FIGURE) | K (GOALS) | K (MEASURES), FALSE, FALSE },
  { FB_KIND_GOALS, "goals", N_("Goals"), "fb-goals-symbolic", "y", goals_properties, K (GOAL), FALSE, FALSE },
  { FB_KIND_GOAL, "goal", N_("Goal"), "fb-goal-symbolic", "z", goal_properties,
    K (GOAL) | K (INDICATOR) | K (MEASURES), FALSE, FALSE },
  { FB_KIND_INDICATOR, "indicator", N_("Indicator"), "fb-indicator-symbolic", "i", indicator_properties, 0, FALSE,
    FALSE },
  { FB_KIND_MEASURES, "measures", N_("Table of measures"), "fb-measures-symbolic", "t", measures_properties,
    K (COLUMN) | K (GROUP) | K (MEASURE), FALSE, FALSE },
  { FB_KIND_COLUMN, "column", N_("Column"), "fb-column-symbolic", "s", column_properties, 0, FALSE, FALSE },
  { FB_KIND_GROUP, "group", N_("Band"), "fb-group-symbolic", "b", group_properties, K (MEASURE), FALSE, FALSE },
  { FB_KIND_MEASURE, "measure", N_("Measure"), "fb-measure-symbolic", "m", measure_properties,
    K (STEP) | K (REPORT) | K (INDICATOR), FALSE, FALSE },
  { FB_KIND_STEP, "step", N_("Implementation step"), "fb-step-symbolic", "u", step_properties, K (REPORT), FALSE,
    FALSE },
  { FB_KIND_REPORT, "report", N_("Progress report"), "fb-report-symbolic", "r", report_properties, 0, FALSE, FALSE },
  { FB_KIND_ACTORS, "actors", N_("Actors"), "system-users-symbolic", "l", register_properties, K (ACTOR), TRUE,
    FALSE },
  { FB_KIND_ACTOR, "actor", N_("Actor"), "avatar-default-symbolic", "a", actor_properties, 0, FALSE, FALSE },
  { FB_KIND_PROCESS, "process", N_("Process"), "x-office-calendar-symbolic", "w", register_properties, K (EVENT),
    TRUE, FALSE },
  { FB_KIND_EVENT, "event", N_("Process step"), "x-office-calendar-symbolic", "e", event_properties, 0, FALSE,
    FALSE },
  { FB_KIND_RESOLUTIONS, "resolutions", N_("Resolutions"), "fb-resolution-symbolic", "o", register_properties,
    K (RESOLUTION), TRUE, FALSE },
  { FB_KIND_RESOLUTION, "resolution", N_("Resolution"), "fb-resolution-symbolic", "d", resolution_properties, 0,
    FALSE, FALSE },
  { FB_KIND_CEILINGS, "ceilings", N_("Budget ceilings"), "accessories-calculator-symbolic", "g",
    register_properties, K (CEILING), TRUE, FALSE },
  { FB_KIND_CEILING, "ceiling", N_("Ceiling"), "accessories-calculator-symbolic", "h", ceiling_properties, 0, FALSE,
    FALSE },
  { FB_KIND_EDITIONS, "editions", N_("Editions"), "document-open-recent-symbolic", "n", register_properties,
    K (EDITION), TRUE, FALSE },
  { FB_KIND_EDITION, "edition", N_("Edition"), "document-open-recent-symbolic", "v", edition_properties, 0, FALSE,
    FALSE },
  { FB_KIND_WAIVERS, "waivers", N_("Findings set aside"), "fb-waiver-symbolic", "q", register_properties, K (WAIVER),
    TRUE, TRUE },
  { FB_KIND_WAIVER, "waiver", N_("Finding set aside"), "fb-waiver-symbolic", "x", waiver_properties, 0, FALSE,
    TRUE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == FB_N_KINDS);

/**
 * fb_kind_get_info:
 *
 * Returns: (transfer none): the row of @kind
 */
const FbKindInfo *
fb_kind_get_info (FbKind kind)
{
  g_return_val_if_fail (kind < FB_N_KINDS, NULL);
  g_assert (kinds[kind].kind == kind);

  return &kinds[kind];
}

/**
 * fb_kind_get_label:
 *
 * Returns: the translated name of @kind, singular
 */
const char *
fb_kind_get_label (FbKind kind)
{
  return _(fb_kind_get_info (kind)->label);
}

/**
 * fb_kind_from_element:
 * @kind: (out): where to put the kind
 *
 * Returns: whether @element is the element name of a kind
 */
gboolean
fb_kind_from_element (const char *element,
                      FbKind     *kind)
{
  for (guint i = 0; i < FB_N_KINDS; i++)
    if (g_str_equal (kinds[i].element, element))
      {
        *kind = kinds[i].kind;
        return TRUE;
      }

  return FALSE;
}

/** Returns: whether a node of kind @child may stand below one of @kind. */
gboolean
fb_kind_allows_child (FbKind kind,
                      FbKind child)
{
  return (fb_kind_get_info (kind)->children & FB_KIND_MASK (child)) != 0;
}

/**
 * fb_kind_get_property:
 *
 * Returns: (nullable): the row @name of @kind; own columns are no rows of a kind
 */
const FbProperty *
fb_kind_get_property (FbKind      kind,
                      const char *name)
{
  for (const FbProperty *property = fb_kind_get_info (kind)->properties; property->name != NULL; property++)
    if (property->name == name || g_str_equal (property->name, name))
      return property;

  return NULL;
}

/** Returns: (nullable): the property by which a node of @kind is called: its title or name. */
const FbProperty *
fb_kind_get_title (FbKind kind)
{
  const FbProperty *title = fb_kind_get_property (kind, "title");

  return title != NULL ? title : fb_kind_get_property (kind, "name");
}

/** Returns: whether @kind is a register: actors, process, resolutions, ceilings or editions. */
gboolean
fb_kind_is_register (FbKind kind)
{
  return (REGISTERS & FB_KIND_MASK (kind)) != 0;
}

/** Returns: the translated label. An own column's label is its title: ask the document. */
const char *
fb_property_get_label (const FbProperty *property)
{
  return property->label != NULL ? _(property->label) : property->name;
}

/** Returns: (nullable): the row of the choice called @name. */
const FbChoice *
fb_property_find_choice (const FbProperty *property,
                         const char       *name)
{
  for (const FbChoice *choice = property->choices; name != NULL && choice != NULL && choice->name != NULL; choice++)
    if (g_str_equal (choice->name, name))
      return choice;

  return NULL;
}

/** Returns: the translated label of @choice. */
const char *
fb_choice_get_label (const FbChoice *choice)
{
  return _(choice->label);
}

/**
 * fb_property_for_column:
 * @column_id: the id of a column node of the user's own
 *
 * The property under which measures keep their value of an own column. There is one for each id, for the life of
 * the process, so that properties can be compared by address.
 *
 * Returns: (transfer none): the property, of type words
 */
const FbProperty *
fb_property_for_column (const char *column_id)
{
  static GHashTable *columns;
  FbProperty *property;

  g_return_val_if_fail (column_id != NULL, NULL);

  if (columns == NULL)
    columns = g_hash_table_new (g_str_hash, g_str_equal);

  property = g_hash_table_lookup (columns, column_id);
  if (property == NULL)
    {
      property = g_new0 (FbProperty, 1);
      property->name = g_intern_string (column_id);
      property->type = FB_VALUE_WORDS;
      property->flags = FB_PROPERTY_TRANSLATABLE | FB_PROPERTY_PRINTED | FB_PROPERTY_OWN;
      g_hash_table_insert (columns, (gpointer) property->name, property);
    }

  return property;
}
