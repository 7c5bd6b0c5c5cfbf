/* SPDX-FileCopyrightText: The Feldbuch authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "flow/fb-compose.h"

#include <string.h>

#include "flow/fb-composer.h"
#include "values/fb-dates.h"

/* A concept that does not say its language is German: that is what the program is for. */
#define DEFAULT_LANGUAGE "de"
#define CONTENTS_DEPTH 3
/* Unnumbered headings below this level are part of a chapter's text rather than of its contents. */
#define UNNUMBERED_DEPTH 2

static const char *const no_more[] = { NULL };

/* The title page: where each property of the concept stands, and the word before it. In the order of the page. */
static const struct
{
  const char *property;
  FbTitleRole role;
  const char *word;
} title_lines[] = {
  { "authority", FB_TITLE_AUTHORITY, NULL }, { "title", FB_TITLE_MAIN, NULL },
  { "own-title", FB_TITLE_OWN, NULL },       { "subtitle", FB_TITLE_SUBTITLE, NULL },
  { "edition", FB_TITLE_EDITION, NULL },     { "term", FB_TITLE_TERM, "Term" },
  { "occasion", FB_TITLE_OCCASION, NULL },   { "as-of", FB_TITLE_AS_OF, "As of" },
};

/* The properties of each kind that are printed at a place of their own, besides title and number. */
static const char *const concept_placed[] = { "authority", "title", "own-title", "subtitle", "edition", "term",
                                              "occasion",  "as-of", "contents-title", "text", NULL };
static const char *const chapter_placed[] = { "title", "number", "text", NULL };
static const char *const field_placed[] = { "title", "number", "text", "code", NULL };

static gboolean
is_draft (FbNode *root)
{
  const char *phase = fb_node_get_words (root, "phase");

  return phase != NULL && !g_str_equal (phase, "adopted");
}

static const char *
get_phase_label (FbComposer *composer,
                 FbNode     *root)
{
  const FbProperty *property = fb_kind_get_property (FB_KIND_CONCEPT, "phase");
  const FbChoice *choice = fb_property_find_choice (property, fb_node_get_words (root, "phase"));

  return choice != NULL ? _fb_composer_word (composer, choice->label) : NULL;
}

/* "Stand 21.11.16", and "Stand: Mai 2016" where the word has been typed already. */
static char *
put_before (const char *word,
            const char *words)
{
  g_autofree char *folded_word = g_utf8_casefold (word, -1);
  g_autofree char *folded = g_utf8_casefold (words, -1);

  return g_str_has_prefix (folded, folded_word) ? g_strdup (words) : g_strdup_printf ("%s %s", word, words);
}

static void
add_title_line (FbComposer *composer,
                FbTitleRole role,
                const char *words)
{
  g_autoptr (FbText) text = _fb_composer_words (words);

  if (text != NULL)
    fb_flow_builder_title_line (composer->builder, role, text);
}

static void
compose_title_page (FbComposer *composer,
                    FbNode     *root)
{
  g_autoptr (FbTextBuilder) rest = fb_text_builder_new ();
  FbText *text = fb_node_get_text (root, "text");

  fb_flow_builder_title_page (composer->builder, fb_node_get_id (root));
  for (guint i = 0; i < G_N_ELEMENTS (title_lines); i++)
    {
      const char *words = _fb_composer_spell (fb_node_get_words (root, title_lines[i].property));
      g_autofree char *full = NULL;

      if (words != NULL && title_lines[i].word != NULL)
        words = full = put_before (_fb_composer_word (composer, title_lines[i].word), words);
      add_title_line (composer, title_lines[i].role, words);
    }
  if (is_draft (root))
    add_title_line (composer, FB_TITLE_PHASE, get_phase_label (composer, root));
  if (text != NULL)
    fb_flow_builder_title_line (composer->builder, FB_TITLE_TEXT, text);
  if (_fb_composer_append_rest (composer, rest, root, concept_placed))
    {
      g_autoptr (FbText) details = fb_text_builder_end (rest);

      fb_flow_builder_title_line (composer->builder, FB_TITLE_TEXT, details);
    }
}

/* The day the document stands for, as "2016-11-21"; NULL where no whole date is understood. */
static char *
find_date (FbNode *root)
{
  const char *words = fb_node_get_words (root, "as-of");
  g_autoptr (GArray) dates = words != NULL ? fb_dates_read (words) : NULL;
  const FbDay *day = dates != NULL && dates->len > 0 ? &g_array_index (dates, FbDate, 0).day : NULL;

  if (day == NULL || day->year == 0 || day->month == 0 || day->day == 0)
    return NULL;

  return g_strdup_printf ("%04d-%02d-%02d", day->year, day->month, day->day);
}

static void
compose_meta (FbComposer *composer,
              FbNode     *root)
{
  const FbProperty *genre = fb_kind_get_property (FB_KIND_CONCEPT, "genre");
  const FbChoice *choice = fb_property_find_choice (genre, fb_node_get_words (root, "genre"));
  g_autofree char *title = g_strdelimit (fb_node_dup_label (root), "\n", ' ');
  g_autofree char *date = find_date (root);

  fb_flow_builder_set_meta (composer->builder, FB_META_TITLE, title);
  fb_flow_builder_set_meta (composer->builder, FB_META_AUTHORITY, fb_node_get_words (root, "authority"));
  if (choice != NULL)
    fb_flow_builder_set_meta (composer->builder, FB_META_SUBJECT, _fb_composer_word (composer, choice->label));
  if (date != NULL)
    fb_flow_builder_set_meta (composer->builder, FB_META_DATE, date);
  if (is_draft (root))
    fb_flow_builder_set_meta (composer->builder, FB_META_MARK, get_phase_label (composer, root));
}

static gboolean
has_measures (FbNode *node)
{
  for (guint i = 0; i < fb_node_get_n_children (node); i++)
    {
      FbNode *child = fb_node_get_child (node, i);

      if (fb_node_get_kind (child) == FB_KIND_MEASURE || has_measures (child))
        return TRUE;
    }

  return FALSE;
}

static void
compose_rest (FbComposer        *composer,
              FbNode            *node,
              const char *const *placed)
{
  g_autoptr (FbTextBuilder) builder = fb_text_builder_new ();

  if (_fb_composer_append_rest (composer, builder, node, placed))
    {
      g_autoptr (FbText) rest = fb_text_builder_end (builder);

      _fb_composer_text (composer, node, FB_TEXT_DETAILS, rest);
    }
}

static gboolean
belongs_in_contents (FbNode *node,
                     guint   level)
{
  return fb_node_get_number (node) != NULL || level <= UNNUMBERED_DEPTH;
}

static void
compose_chapter (FbComposer *composer,
                 FbNode     *node,
                 guint       level)
{
  if (_fb_composer_heading (composer, node, level, belongs_in_contents (node, level)))
    level++;
  if (composer->printout->scope != FB_SCOPE_MEASURES)
    {
      _fb_composer_text (composer, node, FB_TEXT_BODY, fb_node_get_text (node, "text"));
      compose_rest (composer, node, chapter_placed);
      _fb_composer_generate (composer, node, level);
    }
  _fb_composer_children (composer, node, level);
}

static void
compose_field (FbComposer *composer,
               FbNode     *node,
               guint       level)
{
  const char *code = _fb_composer_spell (fb_node_get_words (node, "code"));

  if (_fb_composer_heading (composer, node, level, TRUE))
    level++;
  if (code != NULL)
    {
      g_autofree char *words = g_strdup_printf ("%s %s", _fb_composer_word (composer, "Field of action"), code);
      g_autoptr (FbText) text = _fb_composer_words (words);

      _fb_composer_text (composer, node, FB_TEXT_LABEL, text);
    }
  if (composer->printout->scope != FB_SCOPE_MEASURES)
    {
      _fb_composer_text (composer, node, FB_TEXT_BODY, fb_node_get_text (node, "text"));
      compose_rest (composer, node, field_placed);
    }
  _fb_composer_children (composer, node, level);
}

static void
compose_figure (FbComposer *composer,
                FbNode     *node,
                guint       level)
{
  FbFigure figure = { 0 };

  figure.image = fb_value_get_image (fb_node_get (node, "image"), &figure.media_type);
  figure.caption = fb_node_get_words (node, "caption");
  figure.series = _fb_composer_word (composer, "Figure");
  figure.alternative = fb_node_get_words (node, "alternative");
  figure.decorative = fb_node_get_flag (node, "decorative");
  figure.source = fb_node_get_words (node, "source");
  figure.licence = fb_node_get_words (node, "licence");

  /* A figure whose picture is still to come keeps its words. */
  if (figure.image != NULL)
    fb_flow_builder_figure (composer->builder, fb_node_get_id (node), &figure);
  else
    compose_rest (composer, node, no_more);
}

static void
compose_goals (FbComposer *composer,
               FbNode     *node,
               guint       level)
{
  if (_fb_composer_heading (composer, node, level, belongs_in_contents (node, level)))
    level++;
  _fb_composer_text (composer, node, FB_TEXT_BODY, fb_node_get_text (node, "text"));
  compose_rest (composer, node, chapter_placed);
  _fb_composer_goals (composer, node, level);
}

static void
compose_measures (FbComposer *composer,
                  FbNode     *node,
                  guint       level)
{
  if (_fb_composer_heading (composer, node, level, belongs_in_contents (node, level)))
    level++;
  _fb_composer_measures (composer, node, level);
}

/* A branch that has no heading of its own, such as one actor: its name, and all it says. */
static void
compose_single (FbComposer *composer,
                FbNode     *node,
                guint       level)
{
  const FbProperty *title = fb_kind_get_title (fb_node_get_kind (node));
  const char *const placed[] = { title != NULL ? title->name : NULL, NULL };

  _fb_composer_heading (composer, node, level, TRUE);
  compose_rest (composer, node, placed);
}

typedef void (*Compose) (FbComposer *composer,
                         FbNode     *node,
                         guint       level);

/* How each kind is printed where it stands. The kinds without a row are printed by what holds them, the registers by
 * the chapter that generates them. */
static const Compose composers[FB_N_KINDS] = {
  [FB_KIND_CHAPTER] = compose_chapter, [FB_KIND_FIELD] = compose_field,       [FB_KIND_FIGURE] = compose_figure,
  [FB_KIND_GOALS] = compose_goals,     [FB_KIND_MEASURES] = compose_measures,
};

/* How a kind that stands for nothing by itself is printed when it is all that is asked for. */
static const Compose branches[FB_N_KINDS] = {
  [FB_KIND_CONCEPT] = _fb_composer_children,   [FB_KIND_GOAL] = _fb_composer_goal,
  [FB_KIND_GROUP] = _fb_composer_measures,     [FB_KIND_MEASURE] = _fb_composer_sheet,
  [FB_KIND_ACTORS] = _fb_composer_register,    [FB_KIND_PROCESS] = _fb_composer_register,
  [FB_KIND_RESOLUTIONS] = _fb_composer_register, [FB_KIND_CEILINGS] = _fb_composer_register,
  [FB_KIND_EDITIONS] = _fb_composer_register,  [FB_KIND_WAIVERS] = _fb_composer_register,
};

static const char *
find_language (FbNode *node)
{
  for (; node != NULL; node = fb_node_get_parent (node))
    {
      FbValue *language = fb_node_get (node, "xml:lang");

      if (language != NULL)
        return fb_value_get_words (language);
    }

  return NULL;
}

/* Prints a node where it stands, with all below it. */
void
_fb_composer_node (FbComposer *composer,
                   FbNode     *node,
                   guint       level)
{
  Compose compose = composers[fb_node_get_kind (node)];

  if (compose == NULL || (composer->printout->scope == FB_SCOPE_MEASURES && !has_measures (node)))
    return;

  fb_flow_builder_set_language (composer->builder, find_language (node));
  compose (composer, node, level);
  fb_flow_builder_set_language (composer->builder, find_language (fb_node_get_parent (node)));
}

/* Prints the children of a node in their order. */
void
_fb_composer_children (FbComposer *composer,
                       FbNode     *node,
                       guint       level)
{
  for (guint i = 0; i < fb_node_get_n_children (node); i++)
    _fb_composer_node (composer, fb_node_get_child (node, i), level);
}

static void
compose_branch (FbComposer *composer,
                FbNode     *node)
{
  FbKind kind = fb_node_get_kind (node);

  if (composers[kind] != NULL)
    {
      _fb_composer_node (composer, node, 1);
      return;
    }

  fb_flow_builder_set_language (composer->builder, find_language (node));
  (branches[kind] != NULL ? branches[kind] : compose_single) (composer, node, 1);
}

/* The findings set aside belong to those who work on the concept, and stand behind it. */
static void
compose_waivers (FbComposer *composer,
                 FbNode     *root)
{
  FbNode *waivers = fb_node_get_child_of_kind (root, FB_KIND_WAIVERS);

  if (waivers == NULL || !composer->printout->internal)
    return;
  if (_fb_composer_spell (fb_node_get_title (waivers)) == NULL)
    {
      g_autoptr (FbText) title = _fb_composer_words (_fb_composer_word (composer, "Findings set aside"));

      fb_flow_builder_heading (composer->builder, fb_node_get_id (waivers), 1, NULL, title, TRUE);
    }
  _fb_composer_register (composer, waivers, 1);
}

/* Says what the cross-references in the text print. Those that name nothing get no target. */
static void
compose_targets (FbComposer *composer)
{
  g_autoptr (GPtrArray) ids = fb_flow_builder_get_references (composer->builder);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      FbNode *node = fb_document_lookup (composer->document, id);
      FbNode *place = node;
      const char *number = node != NULL ? fb_node_get_number (node) : NULL;
      FbNode *parent;
      const char *above;
      g_autofree char *located = NULL;
      g_autofree char *title = NULL;
      g_autofree char *full = NULL;

      if (node == NULL)
        continue;

      /* What has no place of its own is looked for with what holds it. The title page holds everything. */
      while (place != NULL && !fb_flow_builder_has_place (composer->builder, fb_node_get_id (place)))
        place = fb_node_get_parent (place);
      if (place != NULL && place != node && fb_node_get_kind (place) == FB_KIND_CONCEPT)
        place = NULL;

      /* "a." alone could be anywhere. */
      parent = fb_node_get_parent (node);
      above = parent != NULL ? fb_node_get_number (parent) : NULL;
      if (number != NULL && above != NULL && !g_ascii_isdigit (*number) && g_str_has_suffix (number, "."))
        number = located = g_strdup_printf ("%s %s", above, number);

      title = fb_node_dup_label (node);
      full = number != NULL ? g_strdup_printf ("%s %s", number, title) : g_strdup (title);
      /* A measure's number says little away from its table. */
      if (number == NULL || fb_node_get_kind (node) == FB_KIND_MEASURE)
        number = full;
      fb_flow_builder_target (composer->builder, id, place != NULL ? fb_node_get_id (place) : NULL, number, full);
    }
}

/**
 * fb_compose:
 * @printout: what is asked for
 *
 * Lays out a concept, or a part of it, as a flow. What follows from the order of pages, such as numbers of tables, is
 * counted here; the numbers of headings are those of the nodes. To be called in the main thread, where nodes live; the
 * flow may then go to any.
 *
 * Returns: (transfer full) (nullable): the flow; NULL where a branch is asked for that is not in the document
 */
FbFlow *
fb_compose (FbDocument       *document,
            const FbPrintout *printout)
{
  FbNode *root = fb_document_get_root (document);
  FbNode *branch = NULL;
  FbComposer composer = { .document = document, .printout = printout };
  const char *title = _fb_composer_spell (fb_node_get_words (root, "contents-title"));

  g_return_val_if_fail (printout->scope != FB_SCOPE_ACTOR || printout->subject != NULL, NULL);

  if (printout->scope == FB_SCOPE_BRANCH)
    {
      branch = printout->subject != NULL ? fb_document_lookup (document, printout->subject) : NULL;
      if (branch == NULL)
        return NULL;
    }

  composer.language = find_language (root);
  if (composer.language == NULL)
    composer.language = DEFAULT_LANGUAGE;
  composer.builder = fb_flow_builder_new (composer.language);

  compose_meta (&composer, root);
  if (printout->title_page)
    compose_title_page (&composer, root);
  if (printout->contents)
    {
      fb_flow_builder_contents (composer.builder, title != NULL ? title : _fb_composer_word (&composer, "Contents"),
                                CONTENTS_DEPTH);
      fb_flow_builder_page_break (composer.builder);
    }

  switch (printout->scope)
    {
    case FB_SCOPE_DOCUMENT:
      _fb_composer_children (&composer, root, 1);
      compose_waivers (&composer, root);
      break;
    case FB_SCOPE_MEASURES:
      _fb_composer_children (&composer, root, 1);
      break;
    case FB_SCOPE_BRANCH:
      compose_branch (&composer, branch);
      break;
    case FB_SCOPE_ACTOR:
      _fb_composer_tasks (&composer, printout->subject);
      break;
    }
  compose_targets (&composer);

  return fb_flow_builder_end (composer.builder);
}
